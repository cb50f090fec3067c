//! The smallest pieces of a printed date: numbers, months in words, the signs between them.
//!
//! Looks at one place of a text and says what stands there; what the pieces make together is read in `date`.
use crate::text::chars;

/// The length of `text` without the final `word`, compared without case.
pub(super) fn strip_word_end(text: &str, word: &str) -> Option<usize> {
    let head = chars::strip_suffix(text, word)?;
    let alone = !head.chars().next_back().is_some_and(chars::is_alphanumeric);
    alone.then_some(head.len())
}

/// The length of a leading `word`, compared without case.
pub(super) fn strip_word(text: &str, word: &str) -> Option<usize> {
    chars::strip_prefix(text, word).map(|rest| text.len() - rest.len())
}

/// The last word of a text; nothing where it is longer than any of those that are looked for.
pub(super) fn last_word(text: &str) -> &str {
    /// Bytes of the longest of them, and some more. A line may hold thousands of dates and no white space.
    const LONGEST: usize = 24;
    let (start, tail) = chars::last_bytes(text, LONGEST);
    match tail.rsplit_once(char::is_whitespace) {
        Some((_, word)) => word,
        None if start == 0 => text,
        None => "",
    }
}

/// The months in words. The longer ones stand first; `Giêng` and `Chạp` are the first and the last.
const MONTHS: &[(&str, i16)] = &[
    ("mười một", 11),
    ("mười hai", 12),
    ("mười", 10),
    ("giêng", 1),
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("chạp", 12),
];

pub(super) fn month_word(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    MONTHS.iter().find_map(|(word, month)| {
        let end = strip_word(rest, word)?;
        let alone = !rest.get(end..)?.starts_with(chars::is_alphabetic);
        alone.then_some((*month, at + end))
    })
}

/// A number of at most `limit` digits and the place behind it.
pub(super) fn number(text: &str, at: usize, limit: usize) -> Option<(i16, usize)> {
    let length = digits(text, at);
    if length == 0 || length > limit {
        return None;
    }
    let value = text.get(at..at + length)?.parse().ok()?;
    Some((value, at + length))
}

pub(super) fn digits(text: &str, at: usize) -> usize {
    text.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count())
}

/// The sign between two numbers of a date and the place of the next one. Only a slash may stand between spaces.
pub(super) fn separator(text: &str, end: usize) -> Option<(char, usize)> {
    let rest = text.get(end..)?;
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '/' | '-' | '.'))
        && rest.get(1..)?.starts_with(|c: char| c.is_ascii_digit())
    {
        return Some((sign, end + 1));
    }
    let after = rest.trim_start().strip_prefix('/')?.trim_start();
    after.starts_with(|c: char| c.is_ascii_digit()).then(|| ('/', text.len() - after.len()))
}
