//! Bibliographic entries, as libraries cite newspapers: `Lê Thoa // Báo Mây. - 2031. - Ngày 10 tháng 5. - Tr. 3`.
//!
//! Two slashes part the text from the newspaper that it stands in, a full stop and a dash the areas behind them (ISBD). Where
//! such an entry stands in a block's text is found in `locate`.

use super::byline::people_in;
use super::date::{PrintedDate, find_citation_dates};
use super::marker::Marker;
use super::read::{Kind, Named, Reading};
use crate::text::chars;

/// What parts the text from the newspaper.
const IN: &str = " // ";

/// Whether a text may be an entry: a cheap test of bytes that may say yes too often.
pub(super) fn may_be_entry(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'/', bytes).any(|at| {
        let around = at.checked_sub(1).and_then(|before| bytes.get(before..at + 3));
        around == Some(IN.as_bytes())
    })
}

/// Reads an entry; None where it is none.
pub(super) fn read(words: &str) -> Option<Reading<'_>> {
    let (before, behind) = words.split_once(IN)?;
    let mut areas = areas(behind);
    let name = areas.next()?;
    if !name.starts_with(chars::is_uppercase) {
        return None;
    }
    let (mut year, mut date, mut page) = (None, None, false);
    for area in areas {
        let number = area.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
        if number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            year = number.parse().ok();
        } else if ["tr.", "tr ", "trang "].iter().any(|word| chars::strip_prefix(area, word).is_some()) {
            page = true;
        } else if let Some((range, read)) = find_citation_dates(area).next() {
            date.get_or_insert_with(|| read.printed(area, &range));
        }
    }
    let date = date.map(|date| PrintedDate { year: date.year.or(year), ..date });
    (page && (date.is_some() || year.is_some())).then(|| Reading {
        source: Some(Named::of(name)),
        kind: Kind::Press,
        date,
        authors: people_in(before),
        page,
        ..Reading::behind(Marker::None)
    })
}

/// The areas of an entry, which a full stop and a dash part, with spaces or without.
fn areas(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let cut = text.match_indices('.').find_map(|(at, _)| {
            let behind = text.get(at + 1..)?.trim_start();
            Some((at, behind.strip_prefix(['-', '–', '—'])?))
        });
        rest = cut.map(|(_, behind)| behind);
        Some(text.get(..cut.map_or(text.len(), |(at, _)| at))?.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, day: (Option<i8>, i8, Option<i16>), authors: &[&str]) {
        let reading = read(text).unwrap();
        let date = reading.date.unwrap();
        assert_eq!(reading.source.map(|source| source.name), Some(name));
        assert_eq!((date.day, date.month, date.year), day);
        assert_eq!(reading.authors, authors);
    }

    #[test]
    fn entries() {
        let day = (Some(10), 5, Some(2031));
        check("Lê Thoa // Báo Mây.- 2031.- Ngày 10 tháng 5.- Tr. 3", "Báo Mây", day, &["Lê Thoa"]);
        check("Lê Thoa, Trần Tám // Mây. - 2031. - 10 tháng 5. - Tr. 3", "Mây", day, &["Lê Thoa", "Trần Tám"]);
        check("PV // Núi. – 2031. – Số 128 (10/5). – Tr.1-2", "Núi", day, &[]);
        check("Lê Thoa // Núi. - Ngày 10/5/2031. - Trang 3", "Núi", day, &["Lê Thoa"]);
    }

    #[test]
    fn others_are_none() {
        for text in
            ["Lê Thoa // Báo Mây", "Báo Mây.- 2031.- Tr. 3", "Lê Thoa // Mây. - Tr. 3", "Tệp a // b. - 2031. - Tr. 3"]
        {
            assert!(read(text).is_none(), "{text}");
        }
        assert!(!may_be_entry(b"https://may.vn//3"));
        assert!(may_be_entry("Lê // Mây".as_bytes()));
    }
}
