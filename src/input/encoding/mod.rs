//! The Vietnamese encodings of the years before Unicode: their tables, and how a file tells that it is in one.
//!
//! All tables work on text in its Western reading, where each byte is the character that Windows-1252 gives it: a file
//! in single bytes is brought to it by [`western`], and a file that somebody saved as UTF-8 in that reading
//! (`B¸o c¸o`) is in it already. Tables move no line break, and a character that a table does not know stays as it is.

pub mod capitals;
pub mod detect;
pub mod tcvn3;
pub mod viqr;
pub mod vni;
pub mod western;

/// What a table does with a letter beyond ASCII that is none of its codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Leaves it as it is: it may be a name in another language.
    Keep,
    /// Puts U+FFFD in its place, so that detection sees what the table cannot explain.
    Mark,
}

impl Unknown {
    /// What becomes of `c`.
    fn treat(self, c: char) -> char {
        if self == Self::Mark && !c.is_ascii() && c.is_alphabetic() { char::REPLACEMENT_CHARACTER } else { c }
    }
}

/// Whether a letter is one that only Unicode text has: a Vietnamese letter outside of Latin-1, or a mark that is stored
/// apart. The Western reading of an old encoding never holds one.
pub fn is_unicode_vietnamese(c: char) -> bool {
    matches!(c,
        'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}'
        | '\u{1EA0}'..='\u{1EF9}')
}
