//! stub
#![allow(missing_docs)]
use jiff::civil::Date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedDate {
    pub day: Option<i8>,
    pub month: i8,
    pub year: Option<i16>,
    pub text: String,
}
pub struct Resolved {
    pub date: Date,
    pub year_inferred: bool,
}
static D: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:(?:[/.-]| năm )(\d{4}))?").unwrap());
pub fn find_dates(text: &str) -> Vec<(Range<usize>, PrintedDate)> {
    D.captures_iter(text)
        .filter_map(|c| {
            let m = c.get(0)?;
            Some((
                m.range(),
                PrintedDate {
                    day: c[1].parse().ok(),
                    month: c[2].parse().ok()?,
                    year: c.get(3).and_then(|y| y.as_str().parse().ok()),
                    text: m.as_str().to_owned(),
                },
            ))
        })
        .collect()
}
impl PrintedDate {
    pub fn resolve(&self, issue: Option<Date>) -> Option<Resolved> {
        if let Some(y) = self.year {
            return Some(Resolved { date: Date::new(y, self.month, self.day?).ok()?, year_inferred: false });
        }
        let issue = issue?;
        let d = Date::new(issue.year(), self.month, self.day?).ok()?;
        let d = if d > issue { Date::new(issue.year() - 1, self.month, self.day?).ok()? } else { d };
        Some(Resolved { date: d, year_inferred: true })
    }
}
