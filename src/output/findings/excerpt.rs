//! What the file says at the place of a finding: few lines, cut to what fits on a screen, safe for a terminal.
//!
//! Findings count lines and columns of the text as decoded. A place may be wrong all the same (a finding is data like any
//! other), so everything here is total: what lies outside of the text is left out.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use sha2::{Digest, Sha256};
use unicode_width::UnicodeWidthChar;

use crate::lines;
use crate::model::{Diagnostic, LineRange};
use crate::output::paint::is_unsafe;
use crate::text::normalise::fold_space;

/// Columns of a screen that a line may take. With line number and frame it fits into the 80 of a plain terminal.
const WIDTH: usize = 68;
/// What stands where a line was cut.
const ELLIPSIS: &str = "...";
/// Columns of [`ELLIPSIS`].
const ELLIPSIS_WIDTH: usize = ELLIPSIS.len();
/// Least columns that are shown before the place on a line that has to be cut.
const CONTEXT: usize = 20;
/// Columns that a tab takes.
const TAB: &str = "    ";
/// Most lines shown of the beginning of a finding over many lines.
const HEAD: u32 = 3;
/// Most lines shown of its end.
const TAIL: u32 = 2;

/// Characters between two places of a line that are remembered.
const STRIDE: usize = 1024;

/// A text that findings are about, cut into lines.
pub struct Source<'t> {
    /// Its physical lines.
    lines: Vec<&'t str>,
    /// The line that was asked for last: a line that is a whole file may have thousands of findings.
    last: RefCell<Option<Rc<Measured<'t>>>>,
}

/// A line, and what findings on it have in common.
struct Measured<'t> {
    /// The line.
    line: &'t str,
    /// Stands for its text; only the first line of a finding is asked for it.
    fingerprint: OnceCell<u64>,
    /// How many characters it has.
    characters: usize,
    /// The byte at which each [`STRIDE`] of characters begins.
    strides: Vec<usize>,
}

impl<'t> Measured<'t> {
    /// Looks at a line.
    fn new(line: &'t str) -> Self {
        let strides: Vec<usize> = line.char_indices().step_by(STRIDE).map(|(at, _)| at).collect();
        let last = strides.last().copied().unwrap_or(0);
        let rest = line.get(last..).map_or(0, |rest| rest.chars().count());
        let characters = strides.len().saturating_sub(1) * STRIDE + rest;
        Self { line, fingerprint: OnceCell::new(), characters, strides }
    }

    /// The line from the character of this index on.
    fn from(&self, index: usize) -> &'t str {
        let stride = (index / STRIDE).min(self.strides.len().saturating_sub(1));
        let rest = self.strides.get(stride).and_then(|at| self.line.get(*at..)).unwrap_or("");
        let at = rest.char_indices().nth(index - stride * STRIDE).map_or(rest.len(), |(at, _)| at);
        rest.get(at..).unwrap_or("")
    }
}

/// What a file says at the place of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines that are shown; where numbers are missing, lines were left out.
    pub lines: Vec<Shown>,
    /// Stands for the text of the first line with white space folded: the same wherever the line moves.
    pub fingerprint: u64,
}

/// A line that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its number, from 1.
    pub number: u32,
    /// Its text: cut, tabs as spaces, control characters escaped.
    pub text: String,
    /// The bytes of `text` that the finding is about.
    pub marked: Range<usize>,
}

impl<'t> Source<'t> {
    /// Cuts a text as decoded.
    pub fn new(text: &'t str) -> Self {
        Self { lines: lines::physical(text).collect(), last: RefCell::new(None) }
    }

    /// The line of this number.
    fn line(&self, number: u32) -> Option<Rc<Measured<'t>>> {
        let line = self.lines.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()?;
        let mut last = self.last.borrow_mut();
        match last.as_ref().filter(|last| std::ptr::eq(last.line, line)) {
            Some(measured) => Some(Rc::clone(measured)),
            None => Some(Rc::clone(last.insert(Rc::new(Measured::new(line))))),
        }
    }

    /// The excerpt for a finding.
    pub fn excerpt(&self, diagnostic: &Diagnostic) -> Excerpt {
        self.place(diagnostic.lines, diagnostic.column, diagnostic.end_column)
    }

    /// The excerpt for a finding about whole lines.
    pub fn lines(&self, lines: LineRange) -> Excerpt {
        self.place(lines, None, None)
    }

    /// The excerpt for a place.
    fn place(&self, lines: LineRange, column: Option<u32>, end_column: Option<u32>) -> Excerpt {
        let LineRange { first, last } = lines;
        let end = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        let last = last.max(first).min(end);
        let fingerprint = self.line(first).map_or_else(
            || fingerprint(""),
            |measured| *measured.fingerprint.get_or_init(|| fingerprint(measured.line)),
        );
        let numbers = (first..=last)
            .take(HEAD as usize)
            .chain(last.saturating_sub(TAIL - 1).max(first.saturating_add(HEAD))..=last);
        let lines = numbers.filter_map(|number| {
            let line = self.line(number)?;
            let from = column.filter(|_| number == first);
            let to = end_column.filter(|_| number == last);
            Some(show(number, &line, from, to))
        });
        Excerpt { fingerprint, lines: lines.collect() }
    }
}

/// Stands for the text of a line with white space folded.
fn fingerprint(line: &str) -> u64 {
    let mut half = [0; 8];
    half.iter_mut().zip(Sha256::digest(fold_space(line).as_bytes())).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(half)
}

/// A character on a screen.
struct Cell {
    /// As in the text.
    character: char,
    /// How many columns it takes as it is written.
    width: usize,
}

impl Cell {
    fn new(character: char) -> Self {
        let width = match character {
            '\t' => TAB.len(),
            unsafe_one if is_unsafe(unsafe_one) => unsafe_one.escape_default().count(),
            other => other.width().unwrap_or(0),
        };
        Self { character, width }
    }

    /// Whether nothing is seen of it.
    fn is_blank(&self) -> bool {
        self.character == '\t' || self.character.is_whitespace() && !is_unsafe(self.character)
    }

    /// Writes it as it can be shown.
    fn write(&self, text: &mut String) {
        match self.character {
            '\t' => text.push_str(TAB),
            unsafe_one if is_unsafe(unsafe_one) => text.extend(unsafe_one.escape_default()),
            other => text.push(other),
        }
    }
}

/// Shows a line with the columns `from` to `to`, from 1 and without the last, marked; without columns, all of its text.
fn show(number: u32, line: &Measured<'_>, from: Option<u32>, to: Option<u32>) -> Shown {
    // Far more characters than can be shown are not looked at: a line can be a whole file.
    let near = WIDTH * 8;
    let column = |column: u32| usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
    let before = from.map_or(0, |from| column(from).min(line.characters)).saturating_sub(near);
    let mut rest = line.from(before).chars();
    let characters: Vec<char> = rest.by_ref().take(2 * near).collect();
    let more = rest.next().is_some();
    let place = place(&characters, from.map(|c| column(c) - before), to.map(|c| column(c).saturating_sub(before)));
    let cells: Vec<Cell> = characters.into_iter().map(Cell::new).collect();
    let window = window(&cells, &place, before > 0, more);

    let mut text = String::new();
    if before > 0 || window.start > indent(&cells) {
        text.push_str(ELLIPSIS);
    }
    let mut marked = text.len()..text.len();
    for (at, cell) in cells.iter().enumerate().take(window.end).skip(window.start) {
        if at == place.start {
            marked.start = text.len();
        }
        cell.write(&mut text);
        if at < place.end {
            marked.end = text.len();
        }
    }
    if place.start >= window.end {
        marked = text.len()..text.len();
    }
    if more || window.end < cells.len() {
        text.push_str(ELLIPSIS);
        if place.end > window.end {
            marked.end = text.len();
        }
    }
    marked.end = marked.end.max(marked.start);
    Shown { number, text, marked }
}

/// Number of cells of white space that open the line.
fn indent(cells: &[Cell]) -> usize {
    cells.iter().take_while(|cell| cell.is_blank()).count()
}

/// The characters that a finding is about, letters with all of their marks.
fn place(characters: &[char], from: Option<usize>, to: Option<usize>) -> Range<usize> {
    let printed = |c: &char| !c.is_whitespace();
    let end = characters.len();
    let mut start = from.unwrap_or_else(|| characters.iter().position(printed).unwrap_or(0)).min(end);
    let mut stop =
        to.unwrap_or_else(|| characters.iter().rposition(printed).map_or(0, |at| at + 1)).min(end).max(start);
    let is_mark = |at: usize| characters.get(at).is_some_and(|c| c.width() == Some(0));
    while start > 0 && is_mark(start) {
        start -= 1;
    }
    while stop > start && is_mark(stop) {
        stop += 1;
    }
    start..stop
}

/// The cells that are shown: all where they fit, otherwise those around the place.
fn window(cells: &[Cell], place: &Range<usize>, cut_before: bool, cut_after: bool) -> Range<usize> {
    let width = |range: Range<usize>| cells.get(range).unwrap_or_default().iter().map(|cell| cell.width).sum::<usize>();
    let open = if cut_before { 0 } else { indent(cells).min(place.start) };
    if !cut_before && !cut_after && width(open..cells.len()) <= WIDTH {
        return open..cells.len();
    }
    let room = WIDTH - 2 * ELLIPSIS_WIDTH;
    let rest = width(place.end..cells.len());
    // The place in the middle, as far as what comes after it does not leave room; and never without what comes before.
    let marked = width(place.clone());
    let before = room.saturating_sub(marked + rest.min(room.saturating_sub(marked) / 2)).max(CONTEXT);
    let mut start = place.start;
    let mut used = 0;
    while start > open {
        let Some(cell) = cells.get(start - 1).filter(|cell| used + cell.width <= before) else { break };
        used += cell.width;
        start -= 1;
    }
    let mut end = start;
    used = 0;
    while let Some(cell) = cells.get(end).filter(|cell| used + cell.width <= room) {
        used += cell.width;
        end += 1;
    }
    // A mark never loses its letter.
    while start > open && start < end && cells.get(start).is_some_and(|cell| cell.width == 0) {
        start += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::findings::samples::diagnostic;

    /// The excerpt of a text: numbers, texts with the place in brackets.
    fn excerpt(text: &str, lines: (u32, u32), columns: Option<(u32, u32)>) -> Vec<(u32, String)> {
        let shown = Source::new(text).excerpt(&diagnostic(lines, columns)).lines;
        shown
            .into_iter()
            .map(|Shown { number, text, marked }| {
                let (before, rest) = text.split_at(marked.start);
                let (place, after) = rest.split_at(marked.len());
                (number, format!("{before}[{place}]{after}"))
            })
            .collect()
    }

    /// The excerpt of a single line.
    fn line(text: &str, columns: Option<(u32, u32)>) -> String {
        excerpt(text, (1, 1), columns).remove(0).1
    }

    #[test]
    fn a_long_line_is_shown_at_any_place() {
        // Letters of one to three bytes; the places lie on both sides of what is remembered.
        let line: String = (0..5_000).map(|at| ['a', 'ă', 'ế'][at % 3]).collect();
        let source = Source::new(&line);
        for column in [1, 600, 1_024, 1_025, 1_570, 2_048, 3_333, 4_999, 5_000, 5_001, 9_000] {
            let shown = source.excerpt(&diagnostic((1, 1), Some((column, column + 1)))).lines.remove(0);
            let at = column as usize - 1;
            let expected = line.chars().nth(at).map_or(String::new(), String::from);
            assert_eq!(&shown.text[shown.marked.clone()], expected, "{column}");
            let before: String = line.chars().take(at).collect();
            let context = shown.text[..shown.marked.start].trim_start_matches(ELLIPSIS);
            assert!(before.ends_with(context), "{column}: {context}");
        }
    }

    #[test]
    fn a_place_on_a_line() {
        let cases = [
            ("Số 7, ngày 31/2", Some((12, 16)), "Số 7, ngày [31/2]"),
            ("  Số 7 ", None, "[Số 7] "),
            ("  Số 7", Some((1, 3)), "[  ]Số 7"),
            (" \t ", None, "[]      "),
            ("a\tb", Some((2, 3)), "a[    ]b"),
            ("a\u{1b}[2Jb", Some((2, 3)), "a[\\u{1b}][2Jb"),
            ("a\u{9b}\u{202e}b", Some((4, 5)), "a\\u{9b}\\u{202e}[b]"),
            // Columns past the end, back to front, and without an end.
            ("abc", Some((9, 12)), "abc[]"),
            ("abc", Some((3, 2)), "ab[]c"),
            ("abc", Some((2, 2)), "a[]bc"),
            ("abc", Some((0, 2)), "[a]bc"),
            // Marks belong to their letter.
            ("Ba\u{309}n", Some((2, 3)), "B[a\u{309}]n"),
            ("Ba\u{309}n", Some((3, 4)), "B[a\u{309}]n"),
        ];
        for (text, columns, expected) in cases {
            assert_eq!(line(text, columns), expected, "{text:?} {columns:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let words: String = (100..900).map(|number| format!("từ{number} ")).collect();
        let at = |word: &str| {
            let column = u32::try_from(words.split_once(word).unwrap().0.chars().count()).unwrap() + 1;
            Some((column, column + 5))
        };
        assert_eq!(line(&words, at("từ100")), "[từ100] từ101 từ102 từ103 từ104 từ105 từ106 từ107 từ108 từ109 từ...");
        assert_eq!(line(&words, at("từ500")), "...ừ495 từ496 từ497 từ498 từ499 [từ500] từ501 từ502 từ503 từ504 từ5...");
        assert_eq!(line(&words, at("từ899")), "...9 từ890 từ891 từ892 từ893 từ894 từ895 từ896 từ897 từ898 [từ899] ");
        assert_eq!(line(&words, None), "[từ100 từ101 từ102 từ103 từ104 từ105 từ106 từ107 từ108 từ109 từ...]");
        let past = line(&words, Some((9999, 10_000)));
        assert!(past.starts_with("...") && past.ends_with("từ899 []"), "{past}");
    }

    #[test]
    fn what_is_shown_fits_a_screen() {
        for letter in ["a", "ệ", "e\u{323}\u{302}", "字", "\t", "\u{1b}", "\u{301}"] {
            let text = letter.repeat(3000);
            for columns in [None, Some((1, 2)), Some((1500, 1501)), Some((1500, 2900)), Some((2999, 3001))] {
                let shown = Source::new(&text).excerpt(&diagnostic((1, 1), columns)).lines.remove(0);
                let width: usize = shown.text.chars().map(|c| c.width().unwrap()).sum();
                assert!(width <= WIDTH, "{letter:?} {columns:?}: {width}");
                assert!(!shown.marked.is_empty() || columns.is_none(), "{letter:?} {columns:?}");
            }
        }
    }

    #[test]
    fn of_many_lines_the_first_and_last() {
        let text: String = (1..=40).map(|number| format!("dòng {number}\r\n")).collect();
        let numbers =
            |lines| -> Vec<u32> { excerpt(&text, lines, None).into_iter().map(|(number, _)| number).collect() };
        assert_eq!(numbers((2, 2)), [2]);
        assert_eq!(numbers((2, 6)), [2, 3, 4, 5, 6]);
        assert_eq!(numbers((2, 39)), [2, 3, 4, 38, 39]);
        // Lines outside of the text.
        assert_eq!(numbers((39, 90)), [39, 40]);
        assert!(numbers((41, 41)).is_empty());
        assert_eq!(numbers((0, 1)), [1]);
        assert!(numbers((u32::MAX, u32::MAX)).is_empty());
        assert_eq!(numbers((7, 3)), [7]);
        assert_eq!(excerpt("", (1, 1), None), []);
        let over = excerpt("một hai\nba\nbốn năm", (1, 3), Some((5, 4)));
        assert_eq!(over, [(1, "một [hai]".into()), (2, "[ba]".into()), (3, "[bốn] năm".into())]);
    }

    #[test]
    fn a_fingerprint_stays_with_its_line() {
        let of = |text: &str, line| Source::new(text).excerpt(&diagnostic((line, line), None)).fingerprint;
        assert_eq!(of("một  hai", 1), of("khác\n một hai\t\n", 2));
        assert_ne!(of("một hai", 1), of("một hai.", 1));
    }
}
