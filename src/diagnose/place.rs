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
use crate::text::normalise::{composed, is_invisible};

/// The lines of a text, as printed and as in the file.
pub(super) struct Places<'a> {
    /// As read.
    page: &'a Page<'a>,
    /// As in the file, where that is another form.
    original: Option<&'a str>,
    /// Its lines that are no NFC, with their numbers and in order; looked for once a place is told.
    changed: OnceCell<Vec<(u32, &'a str)>>,
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
        Self { page, original, changed: OnceCell::new(), counted: Cell::default() }
    }

    /// The lines that have another form in the file, with their numbers and in order.
    pub(super) fn changed(&self) -> &[(u32, &'a str)] {
        self.original.map_or(&[], |text| self.changed.get_or_init(|| changed(self.page, text)))
    }

    /// The line as in the file, where that is another form.
    fn original(&self, line: u32) -> Option<&'a str> {
        let changed = self.changed();
        let at = changed.binary_search_by_key(&line, |(number, _)| *number).ok()?;
        changed.get(at).map(|(_, original)| *original)
    }

    /// The line as printed, in NFC.
    pub(super) fn raw(&self, line: u32) -> &'a str {
        self.page.line(line).map_or("", |l| l.raw)
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

/// The lines of the file, whose text is `original`, that read otherwise on the page.
fn changed<'a>(page: &Page<'_>, original: &'a str) -> Vec<(u32, &'a str)> {
    let mut lines = lines::physical(original);
    let mut changed = Vec::new();
    let mut before = 0;
    for (at, printed) in page.lines.iter().enumerate() {
        let number = page.number(at);
        // The page may leave out some.
        for _ in before + 1..number {
            lines.next();
        }
        before = number;
        if !lines.pass(printed.raw)
            && let Some(line) = lines.next().filter(|line| *line != printed.raw)
        {
            changed.push((number, line));
        }
    }
    changed
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
    memchr::memmem::find_iter(line.as_bytes(), first.as_bytes()).find_map(|start| {
        let mut end = start + first.len();
        for word in words.clone() {
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

/// How many bytes the character has that begins with these two, where it is certainly no mark and gives one character in
/// NFC: those of Vietnamese (up to U+02FF, and U+1E00 to U+1EFF) and general punctuation (U+2000 to U+207F). 0 for others.
#[inline]
fn whole(a: u8, b: u8) -> usize {
    match (a, b) {
        (..0x80, _) => 1,
        (..0xCC, _) => 2,
        (0xE1, 0xB8..=0xBB) | (0xE2, 0x80..=0x81) => 3,
        _ => 0,
    }
}

impl Composed {
    /// Goes on counting a line of the file until it gives so many characters of its NFC.
    fn up_to(mut self, original: &str, chars: usize) -> Self {
        let bytes = original.as_bytes();
        // Zeros, which are whole, stand behind the end.
        let at = |at: usize| bytes.get(at).copied().unwrap_or_default();
        while self.written < chars && self.bytes < bytes.len() {
            // Most characters stand alone, and are their own NFC.
            let length = whole(at(self.bytes), at(self.bytes + 1));
            let next = self.bytes + length;
            if length > 0 && whole(at(next), at(next + 1)) > 0 {
                self.bytes = next;
                self.read += 1;
                self.written += 1;
                continue;
            }
            // Most others are a letter of ASCII with its marks, each of which has two bytes.
            if let Some(length) = composed(bytes, self.bytes) {
                self.bytes += length;
                self.read += 1 + length / 2;
                self.written += 1;
                continue;
            }
            let Some(rest) = original.get(self.bytes..) else { break };
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let marks = rest.get(first..).unwrap_or_default();
            let behind = marks.trim_start_matches(|c| canonical_combining_class(c) != 0);
            let segment = rest.get(..rest.len() - behind.len()).unwrap_or_default();
            self.bytes += segment.len().max(1);
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
