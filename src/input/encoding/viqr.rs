//! VIQR: Vietnamese in ASCII, a letter and signs for its marks behind it (`Vie^.t Nam`).
//!
//! The signs are also punctuation, so that no text can be told to be VIQR; it is read where somebody asks for it. A sign
//! behind a backslash is itself: `Ha\.` ends a sentence, `Ha.` is `Hạ`.

use unicode_normalization::UnicodeNormalization;

/// Decodes a text. Source: RFC 1456, section 2, without its switches between languages.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.peek() {
                Some(sign) if is_sign(*sign) || parts_two_letters(*sign, &out) => out.extend(chars.next()),
                _ => out.push(c),
            },
            'd' | 'D' if matches!(chars.peek(), Some('d' | 'D')) => {
                chars.next();
                out.push(if c == 'd' { 'đ' } else { 'Đ' });
            }
            _ => {
                let mut letter = c;
                for table in [shape, tone] {
                    if let Some(marked) = chars.peek().and_then(|sign| table(letter, *sign)) {
                        letter = marked;
                        chars.next();
                    }
                }
                out.push(letter);
            }
        }
    }
    out
}

/// Whether a backslash before `c` makes it stand for itself.
const fn is_sign(c: char) -> bool {
    matches!(c, '^' | '(' | '+' | '*' | '`' | '\'' | '?' | '~' | '.' | '\\')
}

/// Whether a backslash before `c` keeps two `d` from being one letter.
fn parts_two_letters(c: char, out: &str) -> bool {
    matches!(c, 'd' | 'D') && out.ends_with(['d', 'D'])
}

/// The letter that circumflex, breve or horn makes of `base`.
const fn shape(base: char, sign: char) -> Option<char> {
    Some(match (base, sign) {
        ('a', '^') => 'â',
        ('A', '^') => 'Â',
        ('e', '^') => 'ê',
        ('E', '^') => 'Ê',
        ('o', '^') => 'ô',
        ('O', '^') => 'Ô',
        ('a', '(') => 'ă',
        ('A', '(') => 'Ă',
        ('o', '+' | '*') => 'ơ',
        ('O', '+' | '*') => 'Ơ',
        ('u', '+' | '*') => 'ư',
        ('U', '+' | '*') => 'Ư',
        _ => return None,
    })
}

/// The letter that a tone makes of a vowel.
fn tone(vowel: char, sign: char) -> Option<char> {
    let mark = match sign {
        '`' => '\u{300}',
        '\'' => '\u{301}',
        '~' => '\u{303}',
        '?' => '\u{309}',
        '.' => '\u{323}',
        _ => return None,
    };
    if !matches!(vowel, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'A' | 'E' | 'I' | 'O' | 'U' | 'Y')
        && !matches!(vowel, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư' | 'Ă' | 'Â' | 'Ê' | 'Ô' | 'Ơ' | 'Ư')
    {
        return None;
    }
    // Some letters with two marks are composed in another order, which NFC knows.
    let mut composed = [vowel, mark].into_iter().nfc();
    composed.next().filter(|_| composed.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_marks_behind_their_letters() {
        let cases = [
            ("Vie^.t Nam, ddu+o+'ng D-a.i", "Việt Nam, đướng D-ại"),
            ("DDIE^?M BA'O, Dda` Na(~ng, tru*o+`ng", "ĐIỂM BÁO, Đà Nẵng, trường"),
            // A tone is taken once; what follows is punctuation.
            ("co' gi`?", "có gì?"),
            ("ho.p. Xong.", "họp. Xong."),
            (r"Ha\. O\^ \(a) gi\? a\\d d\d D:\data", r"Ha. O^ (a) gi? a\d dd D:\data"),
            ("k^ b( b+", "k^ b( b+"),
            ("\\", "\\"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text), expected, "{text}");
        }
    }
}
