//! The masthead against itself: date, weekday, year.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use regex::Regex;

use super::Subject;
use super::place::set;
use crate::citation::date::{find_dates, find_weekday};
use crate::model::{Bulletin, Code, Diagnostic, LayoutKind, LineRange, MastheadLine, MastheadRole};
use crate::text::pattern::pattern;

/// Three numbers in the order of a date, whatever their values.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})\b"));

/// The same in words.
static WORDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+|\s*[,/]\s*)((?:19|20)\d{2})\b"));

/// What is wrong in the masthead.
pub(super) fn find(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let bulletin = subject.bulletin;
    let impossible = impossible(subject);
    let mut found = Vec::new();
    let lost = bulletin.masthead.iter().any(|line| subject.is_lost(line.lines));
    if bulletin.issue.date.is_none() && impossible.is_empty() && !lost {
        found.extend(missing(bulletin));
    }
    found.extend(impossible);
    found.extend(weekdays(subject));
    found.extend(year_label(subject));
    found
}

/// A masthead that names no day. A month alone is what a monthly bulletin has, and a text that begins without masthead
/// says nothing of its issue.
fn missing(bulletin: &Bulletin) -> Option<Diagnostic> {
    let dated = |line: &MastheadLine| line.role == MastheadRole::Date;
    let named = |line: &&MastheadLine| {
        matches!(line.role, MastheadRole::Name | MastheadRole::Number | MastheadRole::Weekday | MastheadRole::YearLabel)
    };
    let headed = bulletin.masthead.iter().any(|line| named(&line));
    if bulletin.layout != LayoutKind::PressReview || !headed || bulletin.masthead.iter().any(dated) {
        return None;
    }
    let line = bulletin.masthead.iter().find(named)?;
    Some(
        Diagnostic::new(Code::IssueDateMissing, line.lines, "the masthead does not say of which day this issue is")
            .help("add the date to the masthead (`Phát hành: 19/4/2031`); without it dates like 18/4 have no year"),
    )
}

/// Whether a year stands in a text, whatever the writing of its last digits: a sign for the patterns of dates.
pub(super) fn holds_year(text: &str) -> bool {
    years(text).next().is_some()
}

/// Where a year may begin in a text.
fn years(text: &str) -> impl Iterator<Item = usize> {
    let year = |four: &[u8]| matches!(four, [b'1', b'9', third, _] | [b'2', b'0', third, _] if third.is_ascii_digit() || !third.is_ascii());
    text.as_bytes().windows(4).enumerate().filter(move |(_, four)| year(four)).map(|(at, _)| at)
}

/// Dates of the masthead that no calendar holds.
fn impossible(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for line in &subject.bulletin.masthead {
        let text = &line.text;
        let read = find_dates(text);
        let unresolved = read
            .iter()
            .find(|(_, date)| date.day.is_some() && date.year.is_some() && date.resolve(None).is_none())
            .map(|(_, date)| date.text.clone());
        let full = || read.iter().any(|(_, date)| date.day.is_some() && date.year.is_some());
        let beyond = || {
            // The only year of a line belongs to the date that was read, as a rule.
            let text = Some(text).filter(|text| years(text).nth(usize::from(full())).is_some())?;
            let captures = NUMBERS.captures(text).or_else(|| WORDS.captures(text))?;
            let part = |at: usize| captures.get(at)?.as_str().parse::<i16>().ok();
            let day = Date::new(part(3)?, i8::try_from(part(2)?).ok()?, i8::try_from(part(1)?).ok()?);
            day.is_err().then(|| captures.get(0).map(|whole| whole.as_str().to_owned()))?
        };
        if let Some(printed) = unresolved.or_else(beyond) {
            let finding = Diagnostic::new(
                Code::DateImpossible,
                line.lines,
                format!("no calendar holds the day {printed}, so the issue has no date"),
            )
            .help("print the day on which the issue came out");
            found.push(set(finding, subject.places.find(line.lines, &printed)));
        }
    }
    found
}

/// Weekdays beside a date of another weekday.
fn weekdays(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let bulletin = subject.bulletin;
    let issue: Option<Date> = bulletin.issue.date.as_deref().and_then(|d| d.parse().ok());
    let posted: Option<Date> = bulletin.issue.posted.as_deref().and_then(|p| p.get(..10)?.parse().ok());
    let mut found = Vec::new();
    for line in &bulletin.masthead {
        let date = match line.role {
            MastheadRole::Posted => posted,
            MastheadRole::Weekday | MastheadRole::Date | MastheadRole::Name | MastheadRole::Number => {
                // A date on the line itself is the one that the weekday belongs to.
                let own = find_dates(&line.text).into_iter().find_map(|(_, d)| d.resolve(None)).map(|r| r.date);
                own.or(issue)
            }
            _ => None,
        };
        let (Some(date), Some((_, weekday))) = (date, find_weekday(&line.text)) else { continue };
        if date.weekday() != weekday.day {
            let finding = Diagnostic::new(
                Code::WeekdayMismatch,
                line.lines,
                format!("{} is “{}”, not “{}”", day_text(date), name(date.weekday()), weekday.text),
            )
            .help("mend the weekday or the date");
            found.push(set(finding, subject.places.find(line.lines, &weekday.text)));
        }
    }
    found
}

/// `Năm 2030` over an issue of 2031.
fn year_label(subject: &Subject<'_>) -> Option<Diagnostic> {
    let date: Date = subject.bulletin.issue.date.as_deref()?.parse().ok()?;
    let line = subject.bulletin.masthead.iter().find(|line| line.role == MastheadRole::YearLabel)?;
    let year = line.text.split_whitespace().last().filter(|word| word.len() == 4)?;
    if year.parse::<i16>().ok()? == date.year() {
        return None;
    }
    let finding = Diagnostic::new(
        Code::YearLabelMismatch,
        line.lines,
        format!("“{}” stands over an issue of {}", line.text, day_text(date)),
    )
    .help(format!("print “Năm {}”, or mend the issue date", date.year()));
    Some(set(finding, subject.places.find(line.lines, year)))
}

/// A day as the bulletins print it.
pub(super) fn day_text(date: Date) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

/// A weekday as the bulletins print it.
const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Thứ Hai",
        Weekday::Tuesday => "Thứ Ba",
        Weekday::Wednesday => "Thứ Tư",
        Weekday::Thursday => "Thứ Năm",
        Weekday::Friday => "Thứ Sáu",
        Weekday::Saturday => "Thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}

/// Where the masthead prints the issue date.
pub(super) fn issue_date_lines(bulletin: &Bulletin) -> Option<LineRange> {
    let printed = bulletin.issue.date_text.as_deref()?;
    bulletin.masthead.iter().find(|line| line.text.contains(printed)).map(|line| line.lines)
}
