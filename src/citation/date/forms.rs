//! The forms in which a date is printed: in figures, in words, as a range, as a month, in English, as web pages have it.
//!
//! Reads what begins with a number at one place. Whether a date may stand there is for the caller to judge.

use std::ops::Range;

use super::{Context, PrintedDate};
use crate::citation::english;
use crate::citation::tokens::{month_word, number, separator, strip_word, strip_word_end};

/// A date that was read, before its text is cut out.
#[derive(Clone, Copy)]
pub(in crate::citation) struct Read {
    pub(super) end: usize,
    pub(super) day: Option<i8>,
    pub(super) month: i8,
    pub(super) year: Option<i16>,
    pub(super) words: bool,
    pub(super) range: bool,
    /// Bytes before the number that belong to the date: the month of `March 12`.
    pub(super) lead: usize,
}

impl Read {
    /// The date with its text, which stands at this place.
    pub(in crate::citation) fn printed(&self, text: &str, range: &Range<usize>) -> PrintedDate {
        let text = text.get(range.clone()).unwrap_or_default().to_owned();
        PrintedDate { day: self.day, month: self.month, year: self.year, text }
    }
}

/// More members than this no printed range has (`18-19-20/4`); the bound keeps the reading of a chain linear.
const MAX_RANGE: u8 = 6;

/// Two-digit years from here on belong to the twentieth century.
const CENTURY_PIVOT: i16 = 70;

/// The date whose first number stands at `start`, in whichever form is the longest.
pub(super) fn read_at(text: &str, start: usize, context: Context) -> Option<Read> {
    read_member(text, start, context, MAX_RANGE)
}

/// The same; no range in it has more than `depth` members.
fn read_member(text: &str, start: usize, context: Context, depth: u8) -> Option<Read> {
    let single = read_single(text, start, context);
    let range = read_range(text, start, context, single, depth);
    match (single, range) {
        (Some(single), Some(range)) if single.end >= range.end => Some(single),
        (_, Some(range)) => Some(range),
        (single, None) => single
            .or_else(|| read_month(text, start, context))
            .or_else(|| if context == Context::Citation { read_iso(text, start) } else { None }),
    }
}

/// `18-19/4`, `18/4-19/4`, `18 đến 19/4`: gives the last day.
fn read_range(text: &str, start: usize, context: Context, first: Option<Read>, depth: u8) -> Option<Read> {
    let depth = depth.checked_sub(1)?;
    let day_end = number(text, start, 2).map(|(_, end)| end);
    let ends = [first.filter(|read| !read.range).map(|read| read.end), day_end];
    ends.into_iter().flatten().find_map(|end| {
        let next = connector(text, end, context)?;
        let last = read_member(text, next, context, depth).filter(|read| read.day.is_some())?;
        Some(Read { range: true, lead: 0, ..last })
    })
}

/// Skips what joins the members of a range and gives the place of the next number.
fn connector(text: &str, end: usize, context: Context) -> Option<usize> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start();
    let spaced = trimmed.len() < rest.len();
    let sign = trimmed.chars().next()?;
    let length = match sign {
        '-' | '–' | '—' | '÷' => sign.len_utf8(),
        ',' | '&' if context == Context::Citation => 1,
        'đ' | 'Đ' | 't' | 'T' | 'v' | 'V' if spaced => {
            ["đến", "tới", "và"].iter().find_map(|word| strip_word(trimmed, word))?
        }
        _ => return None,
    };
    let mut rest = trimmed.get(length..)?.trim_start();
    for word in ["hết", "ngày"] {
        if let Some(length) = strip_word(rest, word) {
            rest = rest.get(length..)?.trim_start();
        }
    }
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some(text.len() - rest.len())
}

/// `19/4`, `19.04.2024`, `19 tháng 4 năm 2024`.
fn read_single(text: &str, start: usize, context: Context) -> Option<Read> {
    let (day, end) = number(text, start, 2)?;
    read_numeric(text, day, end, context)
        .or_else(|| read_spaced(text, start, day, end))
        .or_else(|| read_words(text, day, end))
        .or_else(|| read_english(text, start, day, end, context))
}

/// `12 March 2019`, `Mar. 12`; see [`english`].
fn read_english(text: &str, start: usize, day: i16, end: usize, context: Context) -> Option<Read> {
    let date = english::read(text, start, end)?;
    // A line of a masthead may say anything beside a number.
    let plausible = (1..=31).contains(&day) && (date.year.is_some() || context == Context::Citation);
    plausible.then_some(Read {
        end: date.end,
        day: i8::try_from(day).ok(),
        month: i8::try_from(date.month).ok()?,
        year: date.year,
        words: true,
        range: false,
        lead: start.saturating_sub(date.start),
    })
}

fn read_numeric(text: &str, day: i16, end: usize, context: Context) -> Option<Read> {
    let (sign, at) = separator(text, end)?;
    let (month, end) = number(text, at, 2)?;
    let year = separator(text, end).and_then(|(second, at)| {
        let (year, end) = number(text, at, 4)?;
        let length = end - at;
        let fits = match length {
            4 => true,
            2 => second == sign && (sign == '/' || context == Context::Citation),
            _ => false,
        };
        fits.then(|| (full_year(year, length), end))
    });
    let read = Read {
        end: year.map_or(end, |(_, end)| end),
        day: i8::try_from(day).ok(),
        month: i8::try_from(month).ok()?,
        year: year.map(|(year, _)| year),
        words: false,
        range: false,
        lead: 0,
    };
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
    let read_here = match context {
        // A dash or a full stop between two numbers is more often a span or a decimal than a date.
        Context::Line => plausible && (sign == '/' || read.year.is_some()),
        Context::Citation => plausible || sign == '/',
    };
    read_here.then_some(read)
}

/// `ngày 19 - 4 - 2024`, as typewriters set it; without the word it may be anything.
fn read_spaced(text: &str, start: usize, day: i16, end: usize) -> Option<Read> {
    let dash = |end: usize| {
        let rest = text.get(end..)?.strip_prefix(" - ").or_else(|| text.get(end..)?.strip_prefix(" – "))?;
        Some(text.len() - rest.len())
    };
    let at = dash(end)?;
    let (month, end) = number(text, at, 2)?;
    let at = dash(end)?;
    let (year, end) = number(text, at, 4).filter(|(_, end)| end - at == 4)?;
    strip_word_end(text.get(..start)?.trim_end(), "ngày")?;
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
    let (day, month) = (i8::try_from(day).ok(), i8::try_from(month).ok()?);
    plausible.then_some(Read { end, day, month, year: Some(year), words: false, range: false, lead: 0 })
}

fn full_year(year: i16, length: usize) -> i16 {
    match length {
        2 if year >= CENTURY_PIVOT => 1900 + year,
        2 => 2000 + year,
        _ => year,
    }
}

/// `19 tháng 4`, with `năm 2024`, `, 2024` or `/2024` behind it.
fn read_words(text: &str, day: i16, end: usize) -> Option<Read> {
    let rest = text.get(end..)?.trim_start();
    let rest = rest.get(strip_word(rest, "tháng")?..)?.trim_start();
    let at = text.len() - rest.len();
    let (month, end) = number(text, at, 2).or_else(|| month_word(text, at))?;
    let year = year_behind(text, end);
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
    plausible.then_some(Read {
        end: year.map_or(end, |(_, end)| end),
        day: i8::try_from(day).ok(),
        month: i8::try_from(month).ok()?,
        year: year.map(|(year, _)| year),
        words: true,
        range: false,
        lead: 0,
    })
}

/// `2024-04-19`, as web pages have it.
fn read_iso(text: &str, start: usize) -> Option<Read> {
    let (year, end) = number(text, start, 4).filter(|(_, end)| end - start == 4)?;
    let at = text.get(end..)?.starts_with('-').then_some(end + 1)?;
    let (month, end) = number(text, at, 2).filter(|(month, _)| (1..=12).contains(month))?;
    let at = text.get(end..)?.starts_with('-').then_some(end + 1)?;
    let (day, end) = number(text, at, 2).filter(|(day, _)| (1..=31).contains(day))?;
    let (day, month) = (i8::try_from(day).ok(), i8::try_from(month).ok()?);
    Some(Read { end, day, month, year: Some(year), words: false, range: false, lead: 0 })
}

/// `tháng 4/2024`, `tháng 4 năm 2024`; in a citation also `4/2024` and `tháng 4`.
fn read_month(text: &str, start: usize, context: Context) -> Option<Read> {
    let (month, end) = number(text, start, 2).filter(|(month, _)| (1..=12).contains(month))?;
    let before = text.get(..start)?;
    let trimmed = before.trim_end();
    let labelled = trimmed.len() < before.len() && strip_word_end(trimmed, "tháng").is_some();
    let slash = context == Context::Citation && text.get(end..)?.starts_with('/');
    if !labelled && !slash {
        return None;
    }
    let year = year_behind(text, end);
    // A month without a year is a date only where a date is looked for.
    if year.is_none() && (context == Context::Line || !labelled) {
        return None;
    }
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    Some(Read { end, day: None, month: i8::try_from(month).ok()?, year, words: false, range: false, lead: 0 })
}

/// A year of four digits after `năm`, a comma or a sign.
fn year_behind(text: &str, end: usize) -> Option<(i16, usize)> {
    let rest = text.get(end..)?;
    let mut after = rest.trim_start();
    after = after.strip_prefix([',', '/', '-', '.']).unwrap_or(after).trim_start();
    if let Some(length) = strip_word(after, "năm") {
        after = after.get(length..)?.trim_start();
    }
    let at = text.len() - after.len();
    (at > end).then(|| number(text, at, 4))?.filter(|(_, end)| end - at == 4)
}
