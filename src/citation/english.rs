//! Dates as English prints them: `12 March 2019`, `12-Mar-2019`, `March 12, 2019`, `Mar. 12`.
//!
//! Reads the month and the year beside a number; whether that is a day, and a date in its place, is decided in `date`.

use super::tokens::number;
use crate::text::chars;

/// What stands beside the number of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    /// Where the date begins: at the number, or at the month before it.
    pub(super) start: usize,
    pub(super) month: i16,
    pub(super) year: Option<i16>,
    /// Where the date ends.
    pub(super) end: usize,
}

/// The month and the year beside a number that stands from `start` to `end`.
pub(super) fn read(text: &str, start: usize, end: usize) -> Option<Beside> {
    const MAY: i16 = 5;
    let rest = text.get(end..)?;
    let ordinal =
        ["st", "nd", "rd", "th"].iter().find(|ending| rest.starts_with(**ending)).map_or(0, |word| word.len());
    let end = end + ordinal;
    let rest = text.get(end..)?;
    let behind = rest.trim_start_matches([' ', '-']);
    let after = if behind.len() < rest.len() { month_at(text, text.len() - behind.len()) } else { None };
    let (month, start, end) = match after {
        Some((month, end)) => (month, start, end),
        None => {
            let (month, from) = month_before(text.get(..start)?.trim_end())?;
            (month, from, end)
        }
    };
    let year = year(text, end);
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    // To Vietnamese eyes `May` is a word like any other.
    (month != MAY || year.is_some()).then_some(Beside { start, month, year, end })
}

/// A year of four digits behind spaces, a comma or a hyphen.
fn year(text: &str, end: usize) -> Option<(i16, usize)> {
    let rest = text.get(end..)?.trim_start_matches([' ', ',', '-']);
    let at = text.len() - rest.len();
    (at > end).then(|| number(text, at, 4))?.filter(|(_, end)| end - at == 4)
}

/// The months in English by their first three letters, lower case.
const ENGLISH: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The letters behind the first three of the months in English, where the word is not cut short, lower case.
const ENGLISH_ENDS: [&str; 12] = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];

/// The month that a word of ASCII names in English, in full or shortened.
fn month_of(word: &str) -> Option<i16> {
    let (head, end) = word.split_at_checked(3)?;
    let month = ENGLISH.iter().position(|month| head.eq_ignore_ascii_case(month))?;
    let whole = ENGLISH_ENDS.get(month).is_some_and(|rest| end.eq_ignore_ascii_case(rest));
    (end.is_empty() || whole || word.eq_ignore_ascii_case("sept")).then_some(i16::try_from(month).ok()? + 1)
}

/// The month in English at a place and the place behind it, a full stop included that shortens it.
fn month_at(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let month = month_of(rest.get(..length)?)?;
    let behind = rest.get(length..)?;
    let stop = usize::from(behind.starts_with('.'));
    (!behind.starts_with(chars::is_word_character)).then_some((month, at + length + stop))
}

/// The month in English that a text ends in, and where it begins.
fn month_before(text: &str) -> Option<(i16, usize)> {
    let head = text.strip_suffix('.').unwrap_or(text);
    let length = head.bytes().rev().take_while(u8::is_ascii_alphabetic).take(10).count();
    let start = head.len() - length;
    let month = month_of(head.get(start..)?)?;
    (!head.get(..start)?.ends_with(chars::is_word_character)).then_some((month, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_stands_beside_a_number() {
        fn beside(text: &str) -> Option<(&str, i16, Option<i16>)> {
            let start = text.find("12")?;
            let found = read(text, start, start + 2)?;
            Some((text.get(found.start..found.end)?, found.month, found.year))
        }
        for (text, found) in [
            ("12 March 2019", Some(("12 March 2019", 3, Some(2019)))),
            ("on 12th Sept. 2019,", Some(("12th Sept. 2019", 9, Some(2019)))),
            ("12-Apr-2019", Some(("12-Apr-2019", 4, Some(2019)))),
            ("News, MARCH 12, 2019", Some(("MARCH 12, 2019", 3, Some(2019)))),
            ("Mar. 12", Some(("Mar. 12", 3, None))),
            ("May 12, 2019", Some(("May 12, 2019", 5, Some(2019)))),
            ("May 12", None),
            ("12 may", None),
            ("Summary 12", None),
            ("12 Marches", None),
            ("12March", None),
            ("12", None),
        ] {
            assert_eq!(beside(text), found, "{text}");
        }
    }
}
