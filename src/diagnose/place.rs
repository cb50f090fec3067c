//! Places: where on its line a finding stands, in the columns that an editor shows for the file.
//!
//! The stages before work on text in NFC; the file may hold letters and marks apart. A place is searched in the one and
//! counted in the other.

use std::cell::OnceCell;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::lines;
use crate::model::{Diagnostic, LineRange};
use crate::page::Page;
use crate::text::normalise::is_invisible;

/// The lines of a text, as printed and as in the file.
pub(super) struct Places<'a> {
    /// As read.
    page: &'a Page<'a>,
    /// As in the file, where that is another form.
    original: Option<&'a str>,
    /// Its lines, cut once a place on one of them is told.
    lines: OnceCell<Vec<&'a str>>,
}

/// A stretch of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The line, from 1.
    pub(super) line: u32,
    /// First column, from 1, in Unicode scalar values of the line in the file.
    pub(super) column: u32,
    /// Column after the last.
    pub(super) end_column: u32,
}

impl<'a> Places<'a> {
    /// The places of a page. `original` is the text before normalisation, None where that changed nothing.
    pub(super) fn new(page: &'a Page<'a>, original: Option<&'a str>) -> Self {
        Self { page, original, lines: OnceCell::new() }
    }

    /// The line as in the file, where that is another form.
    fn original(&self, line: u32) -> Option<&'a str> {
        let text = self.original?;
        self.lines.get_or_init(|| lines::physical(text).collect()).get(line as usize - 1).copied()
    }

    /// The line as printed, in NFC.
    fn raw(&self, line: u32) -> &'a str {
        self.page.lines.get(line as usize - 1).map_or("", |l| l.raw)
    }

    /// The stretch of a line between two byte offsets of the line as printed.
    pub(super) fn stretch(&self, line: u32, range: Range<usize>) -> Place {
        let raw = self.raw(line);
        let chars = |end: usize| raw.get(..end).map_or(0, |head| head.chars().count());
        let (first, after) = (chars(range.start), chars(range.end));
        let column = |chars: usize| {
            let told = match self.original(line) {
                Some(original) => original_index(original, chars),
                None => chars,
            };
            u32::try_from(told + 1).unwrap_or(u32::MAX)
        };
        Place { line, column: column(first), end_column: column(after) }
    }

    /// Where the words of `text` first stand on one of the lines, whatever the white space between them.
    pub(super) fn find(&self, lines: LineRange, text: &str) -> Option<Place> {
        (lines.first..=lines.last).find_map(|line| Some(self.stretch(line, find_words(self.raw(line), text)?)))
    }

    /// Where the words of `text` last stand on one of the lines.
    pub(super) fn find_last(&self, lines: LineRange, text: &str) -> Option<Place> {
        (lines.first..=lines.last).rev().find_map(|line| {
            let raw = self.raw(line);
            Some(self.stretch(line, raw.rfind(text).map(|at| at..at + text.len())?))
        })
    }
}

/// Sets a finding on a place; where there is none, it keeps its whole lines.
pub(super) fn set(mut finding: Diagnostic, place: Option<Place>) -> Diagnostic {
    if let Some(Place { line, column, end_column }) = place.filter(|p| p.column < p.end_column) {
        finding.lines = LineRange::single(line);
        finding.column = Some(column);
        finding.end_column = Some(end_column);
    }
    finding
}

/// Byte range of the words of `text` in `line`; white space and invisible characters between them do not count.
fn find_words(line: &str, text: &str) -> Option<Range<usize>> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    line.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for word in &rest {
            let after = line.get(end..)?;
            let next = after.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
            if !next.starts_with(word) {
                return None;
            }
            end = line.len() - next.len() + word.len();
        }
        Some(start..end)
    })
}

/// How many characters of `original` give the first `chars` characters of its NFC.
fn original_index(original: &str, chars: usize) -> usize {
    let (mut read, mut written) = (0, 0);
    let mut rest = original.chars().peekable();
    let mut segment = String::new();
    while written < chars {
        let Some(first) = rest.next() else { break };
        segment.clear();
        segment.push(first);
        while let Some(mark) = rest.next_if(|c| canonical_combining_class(*c) != 0) {
            segment.push(mark);
        }
        read += segment.chars().count();
        written += segment.nfc().count();
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_over_any_space() {
        assert_eq!(find_words("Xã  Một \u{200B}mở chợ", "Một mở"), Some(5..18));
        assert_eq!(find_words("một một hai", "một hai"), Some(7 - 1..16 - 1));
        assert_eq!(find_words("một", "hai"), None);
        assert_eq!(find_words("một", ""), None);
    }

    #[test]
    fn columns_are_those_of_the_file() {
        // `ệ` as one character, as two and as three.
        assert_eq!(original_index("ệt", 1), 1);
        assert_eq!(original_index("e\u{302}\u{323}t", 1), 3);
        assert_eq!(original_index("e\u{323}\u{302}t", 2), 4);
        assert_eq!(original_index("e\u{302}", 9), 2);
    }
}
