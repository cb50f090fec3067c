//! Dates as they are printed: `19/4`, `19.04.2024`, `ngày 14 tháng 3 năm 2023`, `18-19/4`.
//!
//! Finds the dates of a text, judges by what stands around them which numbers are one, and resolves a missing year against
//! the date of the issue; `forms` reads the words and numbers of a single one. It stops there: which of several dates in a
//! line is the issue's, and what a date in a citation belongs to, is decided by the callers.

mod forms;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use jiff::civil::Date;

pub(super) use forms::Read;
use forms::read_at;

use super::tokens::{digits, last_word, strip_word_end};
pub use super::weekday::{PrintedWeekday, find_weekday};
use crate::text::chars;

/// A date as printed, perhaps without a year, perhaps without a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PrintedDate {
    /// Day of the month; `None` where only a month is printed (`tháng 4/2024`).
    pub day: Option<i8>,
    /// Month.
    pub month: i8,
    /// Year in full; a printed `24` is 2024.
    pub year: Option<i16>,
    /// The date as printed, a range in full (`18-19/4`).
    pub text: String,
}

/// A printed date with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Resolved {
    /// The day.
    pub date: Date,
    /// Whether the year was taken from the issue date.
    pub year_inferred: bool,
}

/// Why a text is no printed date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateError {
    /// The text holds no date.
    NoDate,
    /// The text holds a date and something else.
    TrailingText,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoDate => "no date in the text",
            Self::TrailingText => "the text holds more than a date",
        })
    }
}

impl std::error::Error for DateError {}

impl fmt::Display for PrintedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for PrintedDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let (range, read) = Reads::of(text, Context::Citation).next().ok_or(DateError::NoDate)?;
        let before = text.get(..range.start).unwrap_or_default().trim();
        let after = text.get(range.end..).unwrap_or_default();
        let labelled = before.is_empty() || before.to_lowercase() == "ngày";
        if labelled && after.is_empty() { Ok(read.printed(text, &range)) } else { Err(DateError::TrailingText) }
    }
}

impl PrintedDate {
    /// The day that is meant. A missing year is the one that puts the date on the issue date or at most a year before it;
    /// without an issue date, without a day, or for a day that no calendar holds (31/2) there is none.
    pub fn resolve(&self, issue: Option<Date>) -> Option<Resolved> {
        let day = self.day?;
        if let Some(year) = self.year {
            let date = Date::new(year, self.month, day).ok()?;
            return Some(Resolved { date, year_inferred: false });
        }
        let issue = issue?;
        [issue.year(), issue.year() - 1]
            .into_iter()
            .filter_map(|year| Date::new(year, self.month, day).ok())
            .find(|date| *date <= issue)
            .map(|date| Resolved { date, year_inferred: true })
    }
}

/// Finds every date in a line of running text, in order.
///
/// Numbers of documents (`71/TB-VPCP`), issues (`Số 45/2023`), ranks (`21/63`) and round-the-clock services (`24/7`) are
/// none; nor are `19.4` and `19-4`, which are dates only inside a citation.
pub fn find_dates(text: &str) -> Vec<(Range<usize>, PrintedDate)> {
    Reads::of(text, Context::Line).map(|(range, read)| (range.clone(), read.printed(text, &range))).collect()
}

/// Finds every date in a citation's text, where also `19.4`, `19-4` and `4/2024` are read, and numbers that no calendar
/// holds (`32/4`) are kept for the caller to judge.
pub(super) fn find_citation_dates(text: &str) -> impl Iterator<Item = (Range<usize>, Read)> {
    Reads::of(text, Context::Citation)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Line,
    Citation,
}

/// Words before a pair of numbers that make it a rank, a share, an issue or a quarter.
const NOT_A_DATE_AFTER: &[&str] =
    &["số", "số:", "no.", "thứ", "hạng", "đạt", "lệ", "trí", "quý", "điểm", "điều", "khoản", "trên", "được", "có"];

/// The dates of a text, in order, each with its place.
struct Reads<'t> {
    text: &'t str,
    context: Context,
    /// Where the last one ends.
    floor: usize,
    /// How far the text has been read.
    at: usize,
}

impl<'t> Reads<'t> {
    fn of(text: &'t str, context: Context) -> Self {
        Self { text, context, floor: 0, at: 0 }
    }
}

impl Iterator for Reads<'_> {
    type Item = (Range<usize>, Read);

    fn next(&mut self) -> Option<Self::Item> {
        let Self { text, context, .. } = *self;
        loop {
            let start = self.at + text.as_bytes().get(self.at..)?.iter().position(u8::is_ascii_digit)?;
            let read = if opens(text, start, context) { read_at(text, start, context) } else { None };
            if let Some(read) = read
                && closes(text, read.end, context)
                && !is_refused(text, start, &read, context)
            {
                let start = with_label(text, start, self.floor, &read);
                (self.floor, self.at) = (read.end, read.end);
                return Some((start..read.end, read));
            }
            self.at = start + digits(text, start);
        }
    }
}

/// Whether a date may begin at `start`, judging by what stands before it.
fn opens(text: &str, start: usize, context: Context) -> bool {
    let mut before = text.get(..start).unwrap_or_default().chars().rev();
    let (last, earlier) = (before.next(), before.next());
    let digit_before = earlier.is_some_and(|c| c.is_ascii_digit());
    let word_before = earlier.is_some_and(chars::is_alphanumeric);
    match last {
        Some('/') => !word_before,
        Some('-' | '–') => !digit_before && (context == Context::Citation || !word_before),
        Some('.' | ',' | ':') => !digit_before,
        // `ngày19/4`
        Some(c) => !chars::is_alphanumeric(c) || context == Context::Citation && ends_in_day(text, start),
        None => true,
    }
}

fn ends_in_day(text: &str, end: usize) -> bool {
    text.get(..end).is_some_and(|before| strip_word_end(before, "ngày").is_some())
}

/// Whether a date may end at `end`, judging by what stands behind it.
fn closes(text: &str, end: usize, context: Context) -> bool {
    let mut after = text.get(end..).unwrap_or_default().chars();
    let (first, next) = (after.next(), after.next());
    let digit_next = next.is_some_and(|c| c.is_ascii_digit());
    let word_next = next.is_some_and(chars::is_alphanumeric);
    match first {
        Some('/') => !word_next || context == Context::Citation && opens_a_name(text, end + 1),
        Some('-' | '–') => !digit_next && (context == Context::Citation || !word_next),
        Some('.') => !digit_next,
        Some(',') => !digit_next || context == Context::Citation,
        Some('%') => false,
        Some(c) => !chars::is_alphanumeric(c),
        None => true,
    }
}

/// A name (`Lê Thoa`) or the editors (`PV`), and not the letters of a document's number (`QĐ-UBND`).
fn opens_a_name(text: &str, at: usize) -> bool {
    let word = text.get(at..).unwrap_or_default().split([' ', ',', ';', ')', ']']).next().unwrap_or_default();
    if matches!(word, "PV" | "P.V" | "CTV" | "BTV" | "BBT") {
        return true;
    }
    let mut letters = text.get(at..).unwrap_or_default().chars();
    letters.next().is_some_and(chars::is_uppercase)
        && letters.next().is_some_and(|c| chars::is_lowercase(c) || c == '.')
}

/// What looks like a date and is none, judging by the word before it.
fn is_refused(text: &str, start: usize, read: &Read, context: Context) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    let word = last_word(before).trim_start_matches(['(', '[']);
    let printed = text.get(start..read.end).unwrap_or_default();
    // `Số 7 - 25/7/2020`: the number of an issue and its day.
    if read.range && ["số", "số:"].iter().any(|label| chars::is_word(word, label)) && printed.contains(' ') {
        return true;
    }
    if read.words {
        // `tuần 3 tháng 9/2020` counts weeks, `kỳ 2 tháng 9/2020` issues of a month.
        return ["tuần", "kỳ", "kì"].iter().any(|counted| chars::is_word(word, counted));
    }
    // `tháng 4-5/2020` are two months.
    if read.day.is_some() && chars::is_word(word, "tháng") && printed.contains(['-', '–']) {
        return true;
    }
    if read.range && read.year.is_some() {
        return false;
    }
    let is_word = |other: &&str| chars::is_word(word, other);
    let two_parts = read.year.is_none() || read.day.is_none();
    if two_parts && ["số", "số:", "no.", "số,", "thứ", "quý", "hạng"].iter().any(is_word) {
        return true;
    }
    if context == Context::Citation || !two_parts {
        return false;
    }
    let bare = NOT_A_DATE_AFTER.iter().any(is_word);
    let around_the_clock = read.day == Some(24) && read.month == 7 && !["ngày", "đến"].iter().any(is_word);
    bare || around_the_clock && !before.is_empty()
}

/// Takes in the word that belongs to the date's text: `ngày 14 tháng 3`, `tháng 4/2024`, `từ 18 đến 19/4`.
fn with_label(text: &str, start: usize, floor: usize, read: &Read) -> usize {
    let mut start = start - read.lead.min(start - floor);
    let mut take = |word: &str, wanted: bool| {
        let before = if wanted { text.get(floor..start).unwrap_or_default() } else { "" };
        let trimmed = before.trim_end();
        if trimmed.len() < before.len()
            && let Some(head) = strip_word_end(trimmed, word)
        {
            start = floor + head;
        }
    };
    take("tháng", read.day.is_none());
    take("ngày", read.words);
    if !read.range {
        return start;
    }
    // `từ ngày 18 đến 19/4`: the day's label is only part of the text where the range's is.
    let before = text.get(floor..start).unwrap_or_default().trim_end();
    let from = strip_word_end(before, "ngày").map_or(before, |head| before.get(..head).unwrap_or_default().trim_end());
    strip_word_end(from, "từ").map_or(start, |head| floor + head)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn printed(day: Option<i8>, month: i8, year: Option<i16>, text: &str) -> PrintedDate {
        PrintedDate { day, month, year, text: text.to_owned() }
    }

    #[test]
    fn reads_a_date_alone() {
        let cases = [
            ("19/4", Ok(printed(Some(19), 4, None, "19/4"))),
            (" ngày 19/4 ", Ok(printed(Some(19), 4, None, "19/4"))),
            ("19.04.2024", Ok(printed(Some(19), 4, Some(2024), "19.04.2024"))),
            ("19/4/98", Ok(printed(Some(19), 4, Some(1998), "19/4/98"))),
            ("19/4/05", Ok(printed(Some(19), 4, Some(2005), "19/4/05"))),
            ("18-19/4", Ok(printed(Some(19), 4, None, "18-19/4"))),
            ("ngày 14 tháng 3 năm 2023", Ok(printed(Some(14), 3, Some(2023), "ngày 14 tháng 3 năm 2023"))),
            ("15 tháng Mười Hai", Ok(printed(Some(15), 12, None, "15 tháng Mười Hai"))),
            ("tháng 4/2024", Ok(printed(None, 4, Some(2024), "tháng 4/2024"))),
            ("31/2", Ok(printed(Some(31), 2, None, "31/2"))),
            ("", Err(DateError::NoDate)),
            ("2024", Err(DateError::NoDate)),
            ("71/TB-VPCP", Err(DateError::NoDate)),
            ("19/4 Plo.vn", Err(DateError::TrailingText)),
            ("Plo.vn 19/4", Err(DateError::TrailingText)),
        ];
        for (text, wanted) in cases {
            assert_eq!(text.parse::<PrintedDate>(), wanted, "{text}");
        }
    }

    #[test]
    fn shows_what_was_printed() {
        assert_eq!("18-19/4".parse::<PrintedDate>().unwrap().to_string(), "18-19/4");
        assert_eq!(DateError::NoDate.to_string(), "no date in the text");
    }

    #[test]
    fn takes_the_year_from_the_issue() {
        let issue = Some(date(2024, 1, 2));
        let cases = [
            ("2/1", issue, Some((date(2024, 1, 2), true))),
            ("3/1", issue, Some((date(2023, 1, 3), true))),
            ("31/12", issue, Some((date(2023, 12, 31), true))),
            ("31/12/2022", issue, Some((date(2022, 12, 31), false))),
            ("31/12/2022", None, Some((date(2022, 12, 31), false))),
            ("31/12", None, None),
            ("31/2", issue, None),
            ("31/2/2024", issue, None),
            ("29/2", issue, None),
            ("29/2", Some(date(2025, 1, 5)), Some((date(2024, 2, 29), true))),
            ("tháng 4/2024", issue, None),
        ];
        for (text, issue, wanted) in cases {
            let found = text.parse::<PrintedDate>().unwrap().resolve(issue);
            assert_eq!(found.map(|found| (found.date, found.year_inferred)), wanted, "{text}");
        }
    }

    #[test]
    fn gives_places_in_the_text() {
        let found = find_dates("Số 45/2023, thứ Hai, ngày 13/3/2023");
        assert_eq!(found.len(), 1);
        let (range, date) = &found[0];
        assert_eq!(&"Số 45/2023, thứ Hai, ngày 13/3/2023"[range.clone()], "13/3/2023");
        assert_eq!((date.day, date.month, date.year), (Some(13), 3, Some(2023)));
    }

    #[test]
    fn long_chains_stay_linear() {
        assert_eq!(find_dates(&"1-".repeat(200_000)).len(), 0);
        assert_eq!(find_dates(&"1/".repeat(200_000)).len(), 0);
        assert_eq!(find_citation_dates(&"9".repeat(400_000)).count(), 0);
    }
}
