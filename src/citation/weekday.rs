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
    if !may_hold_weekday(text) {
        return None;
    }
    let regex = WEEKDAY.as_ref()?;
    regex.captures_iter(text).find_map(|captures| {
        let whole = captures.get(0)?;
        if captures.get(1).is_some() && is_ordinal(text, whole.range()) {
            return None;
        }
        let day = match captures.get(1).map(|m| m.as_str().to_lowercase()).as_deref() {
            Some("hai" | "2") => Weekday::Monday,
            Some("ba" | "3") => Weekday::Tuesday,
            Some("tư" | "4") => Weekday::Wednesday,
            Some("năm" | "5") => Weekday::Thursday,
            Some("sáu" | "6") => Weekday::Friday,
            Some(_) => Weekday::Saturday,
            None => Weekday::Sunday,
        };
        Some((whole.range(), PrintedWeekday { day, text: whole.as_str().to_owned() }))
    })
}

/// Whether `thứ` or `chủ` may stand in a text: a cheap test that never says no wrongly.
pub(crate) fn may_hold_weekday(text: &str) -> bool {
    // The last two bytes of `Ủ`, `ủ`, `Ứ`, `ứ`, then the letters before them and the first one of a day behind them.
    let bytes = text.as_bytes();
    let vowel = |a, b, _| (a == 0xBB) & (0xA6..=0xA9).contains(&b);
    let opens = |at: usize| match bytes.get(at.saturating_sub(3)..at + 2) {
        Some([t, h, 0xE1, 0xBB, 0xA6..=0xA9]) if h | 0x20 == b'h' => {
            let next = bytes.iter().skip(at + 2).find(|byte| !byte.is_ascii_whitespace()).map(|byte| byte | 0x20);
            match t | 0x20 {
                b't' => matches!(next, Some(b'h' | b'b' | b't' | b'n' | b's' | b'2'..=b'7' | 0x80..)),
                b'c' => matches!(next, Some(b'n' | 0x80..)),
                _ => false,
            }
        }
        _ => false,
    };
    scan::any(bytes, vowel) && memchr::memchr_iter(0xBB, bytes).any(opens)
}

fn is_ordinal(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
    let after = text.get(range.end..).unwrap_or_default().trim_start().to_lowercase();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let follows = after.is_empty()
        || after.starts_with(|c: char| !chars::is_alphabetic(c) && c != '%')
        || ["ngày", "sáng", "chiều", "tối", "hàng", "đến", "hằng"].iter().any(|next| after.starts_with(next));
    ORDINAL_AFTER.contains(&word) || !follows
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
}
