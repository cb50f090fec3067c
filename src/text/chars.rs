//! What a character is, answered at once for the letters of Vietnamese.
//!
//! The tables of Unicode that the standard library asks cover every script and cost several nanoseconds a character. The
//! letters of Vietnamese lie in four ranges with simple rules; whatever lies outside of them is left to the standard
//! library. Every answer is the standard library's: a test compares them for all characters there are.

use std::borrow::Cow;
use std::ops::ControlFlow;

/// Latin-1 Supplement and Latin Extended-A and -B hold letters alone, two signs aside.
const fn is_extended_latin(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// The marks and spaces of general punctuation (dashes, quotation marks, the ellipsis): no letters, no digits, no case.
const fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206F}')
}

/// The case of the letters that Vietnamese uses beyond ASCII; None for all others.
const fn case(c: char) -> Option<Case> {
    match c {
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' => Some(Case::Capital(0x20)),
        '\u{E0}'..='\u{F6}' | '\u{F8}'..='\u{FE}' => Some(Case::Small),
        // Ă, Đ, Ĩ, Ũ, Ơ, Ư
        '\u{102}' | '\u{110}' | '\u{128}' | '\u{168}' | '\u{1A0}' | '\u{1AF}' => Some(Case::Capital(1)),
        '\u{103}' | '\u{111}' | '\u{129}' | '\u{169}' | '\u{1A1}' | '\u{1B0}' => Some(Case::Small),
        '\u{1EA0}'..='\u{1EFF}' => Some(if c as u32 & 1 == 0 { Case::Capital(1) } else { Case::Small }),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Case {
    /// A capital; its small letter comes so many places later.
    Capital(u8),
    Small,
}

/// [`char::is_alphabetic`].
pub fn is_alphabetic(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && (is_extended_latin(c) || !is_punctuation(c) && c.is_alphabetic())
}

/// [`char::is_alphanumeric`].
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && (is_extended_latin(c) || !is_punctuation(c) && c.is_alphanumeric())
}

/// [`char::is_numeric`].
pub fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && !is_extended_latin(c) && !is_punctuation(c) && c.is_numeric()
}

/// Whether a character can be part of a word: a letter, a digit, the underscore.
pub fn is_word_character(c: char) -> bool {
    is_alphanumeric(c) || c == '_'
}

/// [`char::is_uppercase`].
pub fn is_uppercase(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_uppercase();
    }
    match case(c) {
        Some(case) => matches!(case, Case::Capital(_)),
        None => !is_punctuation(c) && c.is_uppercase(),
    }
}

/// [`char::is_lowercase`].
pub fn is_lowercase(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    match case(c) {
        Some(case) => matches!(case, Case::Small),
        None => !is_punctuation(c) && c.is_lowercase(),
    }
}

/// The small letter of a character that is ASCII or one of Vietnamese; None for all others.
#[inline]
pub const fn small(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match case(c) {
        Some(Case::Capital(later)) => char::from_u32(c as u32 + later as u32),
        Some(Case::Small) => Some(c),
        None => None,
    }
}

/// The characters of a block of Unicode as small letters; [`NO_LETTER`] for those that are no letters and digits, [`ASK`]
/// for those that only the standard library knows.
type Block<const N: usize> = [char; N];
const NO_LETTER: char = '\0';
const ASK: char = char::MAX;
/// ASCII, Latin-1 Supplement and Latin Extended-A and -B.
static LATIN: Block<0x250> = small_letters(0);
/// Where the letters of Vietnamese with two marks begin.
const MARKED: usize = 0x1E80;
static MARKED_LATIN: Block<0x80> = small_letters(MARKED);

#[expect(clippy::cast_possible_truncation, reason = "both blocks lie below U+2000")]
#[expect(clippy::indexing_slicing, reason = "the index is below the length")]
const fn small_letters<const N: usize>(first: usize) -> Block<N> {
    let mut out = [ASK; N];
    let mut at = 0;
    while at < N {
        if let Some(c) = char::from_u32((first + at) as u32) {
            if c.is_ascii() {
                out[at] = if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { NO_LETTER };
            } else if let Some(small) = small(c) {
                out[at] = small;
            }
        }
        at += 1;
    }
    out
}

/// Hands on the letters and digits of a text, small, one by one and each with its length in bytes, until told to stop.
///
/// They are those of `text.chars().filter(is_alphanumeric).flat_map(char::to_lowercase)`, for a fraction of the price.
#[inline(always)]
pub fn each_letter(text: &str, take: impl FnMut(char, u32) -> ControlFlow<()>) -> ControlFlow<()> {
    letters(text, take, |_| ControlFlow::Continue(()))
}

/// The first word of a text, up to the first character that is no letter and no digit; hands on its letters, small.
#[inline(always)]
pub fn first_word(text: &str, mut take: impl FnMut(char)) -> &str {
    let mut end = text.len();
    let small = |small, _| {
        take(small);
        ControlFlow::Continue(())
    };
    let _ = letters(text, small, |left| {
        end = text.len() - left;
        ControlFlow::Break(())
    });
    text.get(..end).unwrap_or(text)
}

/// Hands on letters and digits, small, each with its length in bytes, and at each other character how many bytes are left
/// from it on, until told to stop.
#[inline(always)]
fn letters(
    text: &str,
    mut take: impl FnMut(char, u32) -> ControlFlow<()>,
    mut part: impl FnMut(usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut rest = text.as_bytes();
    loop {
        // The text is valid UTF-8: what a first byte announces follows. The small letters that are known are as long as
        // their capitals.
        let (known, length) = match *rest {
            [] => return ControlFlow::Continue(()),
            [c @ 0..0x80, ref behind @ ..] => {
                match LATIN.get(usize::from(c)) {
                    None | Some(&NO_LETTER) => part(rest.len())?,
                    Some(&small) => take(small, 1)?,
                }
                rest = behind;
                continue;
            }
            [first @ 0x80..0xE0, second, ..] => {
                (LATIN.get(usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F)), 2)
            }
            [0xE1, second @ (0xBA | 0xBB), third, ..] => {
                (MARKED_LATIN.get(usize::from(second & 1) << 6 | usize::from(third & 0x3F)), 3)
            }
            // Dashes, quotation marks and the ellipsis are no letters.
            [0xE2, 0x80, ..] => (Some(&NO_LETTER), 3),
            [0..0xF0, ..] => (None, 3),
            _ => (None, 4),
        };
        match known {
            Some(&NO_LETTER) => part(rest.len())?,
            Some(&small) if small != ASK => take(small, length)?,
            _ => {
                let mut small = ask(text, text.len() - rest.len()).peekable();
                if small.peek().is_none() {
                    part(rest.len())?;
                }
                for small in small {
                    take(small, u32::try_from(small.len_utf8()).unwrap_or_default())?;
                }
            }
        }
        rest = rest.get(length as usize..).unwrap_or_default();
    }
}

/// The small letters of the character at this place of a text; none where it is no letter and no digit.
#[cold]
#[inline(never)]
fn ask(text: &str, at: usize) -> impl Iterator<Item = char> {
    let c = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| c.is_alphanumeric());
    c.into_iter().flat_map(char::to_lowercase)
}

/// Appends the small letters of a character.
pub fn push_lowercase(out: &mut String, c: char) {
    match small(c) {
        Some(small) => out.push(small),
        None => out.extend(c.to_lowercase()),
    }
}

/// Hands on the small letters of a text one by one, each character's by itself.
pub fn each_lowercase(text: &str, mut take: impl FnMut(char)) {
    for c in text.chars() {
        match small(c) {
            Some(small) => take(small),
            None => c.to_lowercase().for_each(&mut take),
        }
    }
}

/// [`str::to_lowercase`], borrowed where the text has no capitals.
pub fn lowercase(text: &str) -> Cow<'_, str> {
    let mut capital = None;
    for (at, c) in text.char_indices() {
        match small(c) {
            Some(small) if small == c => {}
            Some(_) => {
                capital = Some(at);
                break;
            }
            // The small letter may depend on what stands around it.
            None if !is_general_mark(c) => return Cow::Owned(text.to_lowercase()),
            None => {}
        }
    }
    let Some(at) = capital else { return Cow::Borrowed(text) };
    let (head, tail) = text.split_at(at);
    let mut out = String::with_capacity(text.len());
    out.push_str(head);
    for c in tail.chars() {
        match small(c) {
            Some(small) => out.push(small),
            None if is_general_mark(c) => out.push(c),
            None => return Cow::Owned(text.to_lowercase()),
        }
    }
    Cow::Owned(out)
}

/// Characters beyond ASCII without a case that are met often.
const fn is_general_mark(c: char) -> bool {
    is_punctuation(c) || matches!(c, '\u{A0}'..='\u{A9}' | '\u{AB}'..='\u{B4}')
}

/// The rest of a text that begins with `word`, whatever its case; `word` is in small letters.
#[inline]
pub fn strip_prefix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    // Most words of a list differ in the first or second letter already.
    match (text.as_bytes(), word.as_bytes()) {
        ([a, ..], [b, ..]) if a.is_ascii() && b.is_ascii() && !a.eq_ignore_ascii_case(b) => None,
        ([a, c, ..], [b, d, ..]) if a.is_ascii() && b.is_ascii() && differ(*c, *d) => None,
        ([], [_, ..]) => None,
        _ => strip_letters(text, word),
    }
}

/// Whether the first bytes of two characters tell that they are not the same letter, whatever the case of the first.
#[inline]
const fn differ(byte: u8, small: u8) -> bool {
    match (byte.is_ascii(), small.is_ascii()) {
        (true, true) => !byte.eq_ignore_ascii_case(&small),
        (true, false) => true,
        // The Kelvin sign is a capital `k`.
        (false, true) => byte != 0xE2,
        (false, false) => false,
    }
}

fn strip_letters<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in word.chars() {
        let c = rest.next()?;
        if c == wanted {
            continue;
        }
        match small(c) {
            Some(small) if small == wanted => {}
            Some(_) => return None,
            None => return lowercase_prefix(text, word),
        }
    }
    Some(rest.as_str())
}

/// The last bytes of a text, `count` at most, and where they begin. No character is cut.
pub fn last_bytes(text: &str, count: usize) -> (usize, &str) {
    let mut start = text.len().saturating_sub(count);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    (start, text.get(start..).unwrap_or_default())
}

/// What stands before `word` at the end of a text, whatever its case; `word` is in small letters.
#[inline]
pub fn strip_suffix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    match (text.as_bytes().last(), word.as_bytes().last()) {
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() && !a.eq_ignore_ascii_case(b) => None,
        (None, Some(_)) => None,
        _ => strip_last_letters(text, word),
    }
}

fn strip_last_letters<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in word.chars().rev() {
        let c = rest.next_back()?;
        if c == wanted {
            continue;
        }
        match small(c) {
            Some(small) if small == wanted => {}
            Some(_) => return None,
            None => return lowercase_suffix(text, word),
        }
    }
    Some(rest.as_str())
}

/// As [`strip_prefix`], for characters whose small letters only the standard library knows.
fn lowercase_prefix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let (head, rest) = text.split_at(end);
    (head.to_lowercase() == word).then_some(rest)
}

/// As [`strip_suffix`], for characters whose small letters only the standard library knows.
fn lowercase_suffix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let start = text.char_indices().rev().nth(word.chars().count().checked_sub(1)?)?.0;
    let (rest, tail) = text.split_at(start);
    (tail.to_lowercase() == word).then_some(rest)
}

/// Whether a phrase stands in a text, whatever its case. The phrase is in small letters and begins with one of ASCII, other
/// than `k`: the Kelvin sign would be another capital of it.
pub fn contains(text: &str, phrase: &str) -> bool {
    let Some(&first) = phrase.as_bytes().first() else { return true };
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), text.as_bytes())
        .any(|at| text.get(at..).is_some_and(|rest| strip_prefix(rest, phrase).is_some()))
}

/// Whether two texts are equal, whatever the case of the first; `word` is in small letters.
pub fn is_word(text: &str, word: &str) -> bool {
    strip_prefix(text, word).is_some_and(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_the_standard_librarys() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c:?}");
            assert_eq!(is_lowercase(c), c.is_lowercase(), "{c:?}");
            let mut pushed = String::new();
            push_lowercase(&mut pushed, c);
            assert_eq!(pushed, c.to_lowercase().collect::<String>(), "{c:?}");
            assert!(!is_general_mark(c) || pushed.starts_with(c), "{c:?}");
            // Between letters, so that neither what comes before nor what comes after is lost.
            let text = format!("a{c}Đ{c}{c}");
            let small = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
            let mut letters = String::new();
            let flow = each_letter(&text, |c, length| {
                assert_eq!(c.len_utf8(), length as usize, "{c:?}");
                letters.push(c);
                ControlFlow::Continue(())
            });
            assert!(flow.is_continue() && letters.chars().eq(small), "{c:?}");
            let word = format!("b{c}a");
            let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
            let mut letters = String::new();
            assert_eq!(first_word(&word, |c| letters.push(c)), &word[..end], "{c:?}");
            assert!(letters.chars().eq(word[..end].chars().flat_map(char::to_lowercase)), "{c:?}");
        }
    }

    #[test]
    fn texts_in_small_letters() {
        for text in ["", "một cửa", "MỘT Cửa – ĐẮK LẮK “Ư”", "ΑΣ", "İ", "Ǆ ǅ", "A\u{301}", "x ΑΣ", "ß", "NHẤT…"]
        {
            assert_eq!(lowercase(text), text.to_lowercase(), "{text}");
        }
        assert!(matches!(lowercase("đã “nhỏ” – 12"), Cow::Borrowed(_)));
    }

    #[test]
    fn prefixes_whatever_the_case() {
        for (text, word, rest) in [
            ("Ngày 12", "ngày", Some(" 12")),
            ("NGÀY", "ngày", Some("")),
            ("Ngà", "ngày", None),
            ("nguồn", "ngày", None),
            ("\u{212A}g", "kg", Some("")),
            ("A\u{212A}", "ak", Some("")),
            ("NĂM", "năm", Some("")),
            ("nam", "năm", None),
            ("năm", "nam", None),
            ("n", "năm", None),
            ("", "", Some("")),
        ] {
            assert_eq!(strip_prefix(text, word), rest, "{text} {word}");
        }
        for (text, word, rest) in [
            ("ngồi GHI", "ghi", Some("ngồi ")),
            ("hi", "ghi", None),
            ("nghĩ", "ghi", None),
            ("5 \u{212A}g", "kg", Some("5 ")),
        ] {
            assert_eq!(strip_suffix(text, word), rest, "{text} {word}");
        }
        for (text, phrase) in [("12 SỐ 5", "số "), ("số", "số "), ("s sốsỐ x", "số "), ("", "số "), ("nộp Lưu", "lưu")]
        {
            assert_eq!(contains(text, phrase), text.to_lowercase().contains(phrase), "{text} {phrase}");
        }
        assert!(is_word("Plo.VN", "plo.vn") && !is_word("Plo.vn 1", "plo.vn") && !is_word("", "plo.vn"));
    }
}
