//! Places: where on its line a finding stands, in the columns that an editor shows for the file.
//!
//! The stages before work on text in NFC; the file may hold letters and marks apart. A place is searched in the one and
//! counted in the other.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::lines;
use crate::model::{Diagnostic, LineRange};
use crate::page::Page;
use crate::text::normalise::{self, is_invisible};

/// The lines of a text, as printed and as in the file.
pub(super) struct Places<'a> {
    /// As read.
    page: &'a Page<'a>,
    /// As in the file, where that is another form.
    original: Option<&'a str>,
    /// Its lines, cut once a place on one of them is told.
    lines: OnceCell<Vec<&'a str>>,
    /// How far the line was counted on which a place was told last: a line that is a whole file may have thousands.
    counted: Cell<Counted>,
}

/// The beginning of a line, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    /// The line; 0 before any.
    line: u32,
    /// Its bytes in the line as printed.
    bytes: usize,
    /// Its characters there.
    chars: usize,
    /// The same stretch of the line in the file.
    original: Composed,
}

/// The beginning of a line of the file, counted in the letters that it is composed to.
#[derive(Debug, Clone, Copy, Default)]
struct Composed {
    /// Its bytes.
    bytes: usize,
    /// Its characters.
    read: usize,
    /// The characters of its NFC.
    written: usize,
}

/// Where the search in some lines goes on that looks for one stretch of them after the other.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    /// The lines; None before the first search.
    lines: Option<LineRange>,
    /// The line of the stretch that was found last, and the byte behind its first character.
    last: (u32, usize),
    /// How many bytes may still be read.
    left: usize,
}

/// How many times the lines are read, all in all, for stretches that one cursor is to find. Words that a line break parts
/// are not found at all, and a paragraph may hold thousands of them.
const READINGS: usize = 16;

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
        Self { page, original, lines: OnceCell::new(), counted: Cell::default() }
    }

    /// The line as in the file, where that is another form.
    fn original(&self, line: u32) -> Option<&'a str> {
        let text = self.original?;
        let lines = self.lines.get_or_init(|| {
            let mut lines = Vec::with_capacity(self.page.lines.len());
            lines.extend(lines::physical(text));
            lines
        });
        lines.get(line as usize - 1).copied()
    }

    /// The line as printed, in NFC.
    fn raw(&self, line: u32) -> &'a str {
        self.page.lines.get(line as usize - 1).map_or("", |l| l.raw)
    }

    /// The stretch of a line between two byte offsets of the line as printed.
    pub(super) fn stretch(&self, line: u32, range: Range<usize>) -> Place {
        let last = self.counted.get();
        let head =
            if last.line == line && last.bytes <= range.start { last } else { Counted { line, ..Counted::default() } };
        let start = self.count(head, range.start);
        self.counted.set(start);
        let column = |counted: Counted| {
            let told = if self.original(line).is_some() { counted.original.read } else { counted.chars };
            u32::try_from(told + 1).unwrap_or(u32::MAX)
        };
        Place { line, column: column(start), end_column: column(self.count(start, range.end)) }
    }

    /// Goes on counting a line up to this byte of it as printed.
    fn count(&self, mut counted: Counted, bytes: usize) -> Counted {
        let more = self.raw(counted.line).get(counted.bytes..bytes).map_or(0, |more| more.chars().count());
        counted.chars += more;
        counted.bytes = bytes;
        if let Some(original) = self.original(counted.line) {
            counted.original = counted.original.up_to(original, counted.chars);
        }
        counted
    }

    /// Where the words of `text` first stand on one of the lines, whatever the white space between them.
    pub(super) fn find(&self, lines: LineRange, text: &str) -> Option<Place> {
        (lines.first..=lines.last).find_map(|line| Some(self.stretch(line, find_words(self.raw(line), text)?)))
    }

    /// Where the words of `text` stand next on the lines, behind the place that was found before or else anywhere.
    pub(super) fn find_next(&self, cursor: &mut Cursor, lines: LineRange, text: &str) -> Option<Place> {
        let bytes = |lines: LineRange| (lines.first..=lines.last).map(|line| self.raw(line).len() + 1).sum::<usize>();
        if cursor.lines != Some(lines) {
            *cursor = Cursor { lines: Some(lines), last: (lines.first, 0), left: bytes(lines) * READINGS };
        }
        let from = cursor.last;
        let next = self.find_behind(cursor, from, text);
        if let Some((line, range)) = &next {
            // No two of them begin at one place.
            let first = self.raw(*line).get(range.clone()).and_then(|words| words.chars().next());
            cursor.last = (*line, range.start + first.map_or(0, char::len_utf8));
        }
        let (line, range) = next.or_else(|| self.find_behind(cursor, (lines.first, 0), text))?;
        Some(self.stretch(line, range))
    }

    /// The line and the bytes at which the words of `text` first stand behind a byte of a line.
    fn find_behind(&self, cursor: &mut Cursor, from: (u32, usize), text: &str) -> Option<(u32, Range<usize>)> {
        for line in from.0..=cursor.lines?.last {
            if cursor.left == 0 {
                break;
            }
            let start = if line == from.0 { from.1 } else { 0 };
            let rest = self.raw(line).get(start..).unwrap_or("");
            let found = find_words(rest, text);
            cursor.left = cursor.left.saturating_sub(found.as_ref().map_or(rest.len(), |found| found.end) + 1);
            if let Some(found) = found {
                return Some((line, start + found.start..start + found.end));
            }
        }
        None
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

/// Whether a character is certainly no mark and gives one character in NFC: those of Vietnamese and general punctuation.
fn is_whole(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{206F}')
}

impl Composed {
    /// Goes on counting a line of the file until it gives so many characters of its NFC.
    fn up_to(mut self, original: &str, chars: usize) -> Self {
        let mut rest = original.get(self.bytes..).unwrap_or_default();
        let mut segment = String::new();
        while self.written < chars {
            let mut characters = rest.chars();
            let Some(first) = characters.next() else { break };
            // Most characters stand alone, and are their own NFC.
            if is_whole(first) && characters.clone().next().is_none_or(is_whole) {
                self.bytes += first.len_utf8();
                self.read += 1;
                self.written += 1;
                rest = characters.as_str();
                continue;
            }
            // Most others are letters with the marks of Vietnamese.
            if let Some((bytes, read)) = normalise::letter_apart(rest) {
                self.bytes += bytes;
                self.read += read;
                self.written += 1;
                rest = rest.get(bytes..).unwrap_or_default();
                continue;
            }
            segment.clear();
            segment.push(first);
            rest = characters.as_str();
            while let Some(mark) = characters.next().filter(|c| canonical_combining_class(*c) != 0) {
                segment.push(mark);
                rest = characters.as_str();
            }
            self.bytes += segment.len();
            self.read += segment.chars().count();
            self.written += segment.nfc().count();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles;

    #[test]
    fn words_are_found_over_any_space() {
        assert_eq!(find_words("Xã  Một \u{200B}mở chợ", "Một mở"), Some(5..18));
        assert_eq!(find_words("một một hai", "một hai"), Some(7 - 1..16 - 1));
        assert_eq!(find_words("một", "hai"), None);
        assert_eq!(find_words("một", ""), None);
    }

    #[test]
    fn columns_are_those_of_the_file() {
        let original_index = |original, chars| Composed::default().up_to(original, chars).read;
        // `ệ` as one character, as two and as three.
        assert_eq!(original_index("ệt", 1), 1);
        assert_eq!(original_index("e\u{302}\u{323}t", 1), 3);
        assert_eq!(original_index("e\u{323}\u{302}t", 2), 4);
        assert_eq!(original_index("e\u{302}", 9), 2);
        // A third mark stays apart, as does one that no letter takes.
        assert_eq!(original_index("e\u{302}\u{323}\u{300}t", 1), 4);
        assert_eq!(original_index("e\u{302}\u{323}\u{300}t", 3), 5);
        assert_eq!(original_index("b\u{301}e\u{301}t", 3), 4);
        assert_eq!(original_index("đ\u{301}o\u{31B}\u{300}ệ", 4), 6);
    }

    /// The lines and columns at which the stretches are found one after the other.
    fn found(text: &str, original: Option<&str>, stretches: &[&str]) -> Vec<Option<(u32, u32)>> {
        let split = lines::split(text);
        let candidates = roles::candidates(&split);
        let last = u32::try_from(split.len()).unwrap();
        let page = Page::new(text, split, candidates);
        let (places, mut cursor) = (Places::new(&page, original), Cursor::default());
        let next = |stretch: &&str| places.find_next(&mut cursor, LineRange::new(1, last), stretch);
        stretches.iter().map(next).map(|place| place.map(|place| (place.line, place.column))).collect()
    }

    #[test]
    fn one_stretch_after_the_other() {
        // Each of two that are the same has its own place; one that stands before is found all the same.
        let stretches = ["“ế b", "“ế b", "“c", "“ế b"];
        assert_eq!(
            found("“ế b “ế b\n“c\n", None, &stretches),
            [Some((1, 1)), Some((1, 6)), Some((2, 1)), Some((1, 1))]
        );
        let apart = "“e\u{302}\u{301} b “e\u{302}\u{301} b\n“c\n";
        assert_eq!(found("“ế b “ế b\n“c\n", Some(apart), &stretches[..3]), [Some((1, 1)), Some((1, 8)), Some((2, 1))]);
    }

    #[test]
    fn the_search_for_what_is_not_there_ends() {
        let mut stretches = vec!["“x"; READINGS];
        stretches.push("“a");
        assert_eq!(found("“a\n", None, &stretches).pop(), Some(None));
        assert_eq!(found("“a\n", None, &["“x", "“a"]).pop(), Some(Some((1, 1))));
    }
}
