//! Weekdays as they are printed: `Thứ Hai`, `THỨ SÁU`, `thứ 2`, `Chủ nhật`.
//!
//! Stops at the word: whether a weekday agrees with a date is for the checks.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::chars;
use crate::text::scan;
use jiff::civil::Weekday;
use regex::Regex;

/// A weekday as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedWeekday {
    /// The day.
    pub day: Weekday,
    /// Its words as printed.
    pub text: String,
}

static WEEKDAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:thứ\s*(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(chủ\s*nhật))\b").ok());

/// Words before `thứ hai` that make it an ordinal (`lần thứ hai`, `năm thứ ba liên tiếp`).
const ORDINAL_AFTER: &[&str] =
    &["lần", "năm", "đứng", "xếp", "hạng", "người", "bậc", "tháng", "quý", "cấp", "kỳ", "bên", "nước", "tuần"];

/// The first weekday of a line. `thứ 2` is one only where nothing but a date or a sign follows, since it also counts.
pub fn find_weekday(text: &str) -> Option<(Range<usize>, PrintedWeekday)> {
    for Named { range, day, .. } in named(text) {
        let (before, after) = (text.get(..range.start)?.chars().next_back(), text.get(range.end..)?.chars().next());
        match (is_of_word(before), is_of_word(after)) {
            (Some(true), _) | (_, Some(true)) => {}
            (Some(false), Some(false)) => {
                if day == Weekday::Sunday || !is_ordinal(text, range.clone()) {
                    let text = text.get(range.clone())?.to_owned();
                    return Some((range, PrintedWeekday { day, text }));
                }
            }
            // Whether another sign is part of a word is left to the pattern.
            _ => return find_by_pattern(text),
        }
    }
    None
}

/// Whether a character beside a word is a part of it; None where that is not known.
fn is_of_word(c: Option<char>) -> Option<bool> {
    match c {
        None => Some(false),
        Some(c) if c.is_ascii() || chars::is_alphabetic(c) => Some(chars::is_word_character(c)),
        Some('–' | '—' | '“' | '”' | '‘' | '’' | '…') => Some(false),
        Some(_) => None,
    }
}

/// [`find_weekday`] by [`WEEKDAY`].
fn find_by_pattern(text: &str) -> Option<(Range<usize>, PrintedWeekday)> {
    WEEKDAY.as_ref()?.captures_iter(text).find_map(|captures| {
        let whole = captures.get(0)?;
        let day = match captures.get(1) {
            Some(_) if is_ordinal(text, whole.range()) => return None,
            Some(name) => day_at_head(name.as_str())?.0,
            None => Weekday::Sunday,
        };
        Some((whole.range(), PrintedWeekday { day, text: whole.as_str().to_owned() }))
    })
}

/// The words of a weekday, whatever stands beside them.
pub(crate) struct Named {
    /// Where they stand.
    pub(crate) range: Range<usize>,
    /// Whether white space parts them.
    pub(crate) spaced: bool,
    /// The day.
    day: Weekday,
}

/// The words of weekdays in a text, in order.
pub(crate) fn named(text: &str) -> impl Iterator<Item = Named> {
    // The last two bytes of `Ủ`, `ủ`, `Ứ`, `ứ`: most texts hold none of them.
    let vowel = |a, b, _| (a == 0xBB) & (0xA6..=0xA9).contains(&b);
    scan::places(text.as_bytes(), vowel).filter_map(move |at| {
        let start = at.checked_sub(3)?;
        let word = text.get(start..)?;
        let behind = chars::strip_prefix(word, "thứ");
        let name = behind.or_else(|| chars::strip_prefix(word, "chủ"))?;
        let trimmed = name.trim_start();
        let (day, rest) = match behind {
            Some(_) => day_at_head(trimmed)?,
            None => (Weekday::Sunday, chars::strip_prefix(trimmed, "nhật")?),
        };
        Some(Named { range: start..text.len() - rest.len(), spaced: trimmed.len() < name.len(), day })
    })
}

/// The day whose name behind `thứ` a text begins with, and the rest.
fn day_at_head(text: &str) -> Option<(Weekday, &str)> {
    use Weekday::{Friday, Monday, Saturday, Thursday, Tuesday, Wednesday};
    const NAMES: [(&str, Weekday); 6] =
        [("hai", Monday), ("ba", Tuesday), ("tư", Wednesday), ("năm", Thursday), ("bảy", Saturday), ("bẩy", Saturday)];
    let mut rest = text.chars();
    match rest.next()? {
        // To the pattern the long `ſ` is an `s` as well.
        's' | 'S' | 'ſ' => Some((Friday, chars::strip_prefix(rest.as_str(), "áu")?)),
        '2' => Some((Monday, rest.as_str())),
        '3' => Some((Tuesday, rest.as_str())),
        '4' => Some((Wednesday, rest.as_str())),
        '5' => Some((Thursday, rest.as_str())),
        '6' => Some((Friday, rest.as_str())),
        '7' => Some((Saturday, rest.as_str())),
        _ => NAMES.iter().find_map(|(name, day)| Some((*day, chars::strip_prefix(text, name)?))),
    }
}

fn is_ordinal(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let after = text.get(range.end..).unwrap_or_default().trim_start();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let follows = after.is_empty()
        || after.starts_with(|c: char| !chars::is_alphabetic(c) && c != '%')
        || ["ngày", "sáng", "chiều", "tối", "hàng", "đến", "hằng"]
            .iter()
            .any(|next| chars::strip_prefix(after, next).is_some());
    ORDINAL_AFTER.iter().any(|ordinal| chars::is_word(word, ordinal)) || !follows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_weekdays() {
        let cases = [
            ("Thứ Hai", Some((Weekday::Monday, "Thứ Hai"))),
            ("THỨ SÁU, 19/4/2024", Some((Weekday::Friday, "THỨ SÁU"))),
            ("Thứ Ba, ngày 14 tháng 3 năm 2023", Some((Weekday::Tuesday, "Thứ Ba"))),
            ("(thứ tư ngày 17/4)", Some((Weekday::Wednesday, "thứ tư"))),
            ("Thứ năm 18/4", Some((Weekday::Thursday, "Thứ năm"))),
            ("thứ 2, 22/4", Some((Weekday::Monday, "thứ 2"))),
            ("Thứ 7", Some((Weekday::Saturday, "Thứ 7"))),
            ("Thứ Bảy", Some((Weekday::Saturday, "Thứ Bảy"))),
            ("Chủ nhật", Some((Weekday::Sunday, "Chủ nhật"))),
            ("CHỦ NHẬT, 21/4", Some((Weekday::Sunday, "CHỦ NHẬT"))),
            ("năm thứ ba liên tiếp", None),
            ("lần thứ hai", None),
            ("xếp thứ 2 khu vực", None),
            ("thứ 21/63", None),
            ("Ngày 19/4", None),
        ];
        for (text, wanted) in cases {
            let found = find_weekday(text).map(|(range, found)| (found.day, text[range].to_owned()));
            assert_eq!(found, wanted.map(|(day, text)| (day, text.to_owned())), "{text}");
        }
    }

    #[test]
    fn weekdays_are_those_of_the_pattern() {
        // Every text of four pieces, and each behind the word.
        let pieces = [
            "Thứ ", "thứ", "CHỦ ", "nhật", "Hai", "ba", "tư", "NĂM", "bẩy", "6", "8", " ", "–", "\u{301}", "½", "x",
            "đ", "_", "ngày ", "lần ",
        ];
        for number in 0..pieces.len().pow(4) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..4).map(piece).collect();
            for text in [format!("thứ {text}"), text] {
                assert_eq!(find_weekday(&text), find_by_pattern(&text), "{text}");
            }
        }
        assert_eq!(find_weekday("thứ ſáu").map(|(_, found)| found.day), Some(Weekday::Friday));
    }
}
