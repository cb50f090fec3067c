//! The text as a whole: characters that could not be decoded, forms of letters, columns side by side.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use unicode_normalization::char::canonical_combining_class;

use super::place::{Place, Places, set};
use super::{Subject, letters};
use crate::lines::Line;
use crate::model::{Code, Diagnostic, Encoding, LineRange};
use crate::page::Page;
use crate::text::legacy::{self, Legacy};

/// A text that is no bulletin of a known layout.
pub fn not_a_bulletin(lines: u32) -> Diagnostic {
    Diagnostic::new(
        Code::NotABulletin,
        LineRange::new(1, lines.max(1)),
        if lines == 0 { "this file holds no text" } else { "this text is no bulletin of a known layout" },
    )
    .help("see whether the file was extracted whole; bantin reads press reviews, newsletters and conference packs")
}

/// Findings that concern every text, also one that is no bulletin.
pub(super) fn find(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found =
        if subject.has_replaced { replacement_characters(&subject.places, subject.page) } else { Vec::new() };
    found.extend(not_normalised(&subject.places));
    found.extend(letters::find(subject));
    match legacy(subject) {
        // The text was converted as a whole; what looks misread in it was typed so.
        Some(converted) => found.push(converted),
        None => found.extend(subject.misread.iter().map(Misread::told)),
    }
    found
}

/// Characters that no encoding gave a meaning, line by line.
fn replacement_characters(places: &Places<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, line) in page.lines.iter().enumerate() {
        // A byte test first: U+FFFD is rare and its three bytes are not.
        let Some(start) = memchr::memmem::find(line.raw.as_bytes(), "\u{FFFD}".as_bytes()) else { continue };
        let count = line.raw.matches('\u{FFFD}').count();
        let characters = if count == 1 { "a character".to_owned() } else { format!("{count} characters") };
        let finding = Diagnostic::new(
            Code::ReplacementCharacter,
            page.single(at),
            format!("{characters} of this line could not be read"),
        )
        .help("extract the text again, or name the encoding of the file with --encoding");
        found.push(set(finding, Some(places.stretch(page.number(at), start..start + '\u{FFFD}'.len_utf8()))));
    }
    found
}

/// Letters and marks that are stored apart. Told once, at the first of them.
fn not_normalised(places: &Places<'_>) -> Option<Diagnostic> {
    let (&(first, line), more) = places.changed().split_first()?;
    let normal = places.raw(first);
    let more = match more.len() {
        0 => String::new(),
        1 => ", and on one more line".to_owned(),
        n => format!(", and on {n} more lines"),
    };
    let before = line.chars().zip(normal.chars()).take_while(|(a, b)| a == b).count();
    let letter = line.chars().skip(before + 1).take_while(|c| canonical_combining_class(*c) != 0).count() + 1;
    let column = |chars: usize| u32::try_from(chars + 1).unwrap_or(u32::MAX);
    let place = Place { line: first, column: column(before), end_column: column(before + letter) };
    Some(set(
        Diagnostic::new(
            Code::TextNotNormalised,
            LineRange::single(first),
            format!("letters and their marks are stored apart (not in Unicode NFC) on this line{more}"),
        )
        .help("nothing is lost: the output is in NFC; save the file in NFC so that a search finds its words"),
        Some(place),
    ))
}

/// A file in an encoding of the years before Unicode.
fn legacy(subject: &Subject<'_>) -> Option<Diagnostic> {
    let name = match subject.bulletin.file.encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
        Encoding::Windows1258 => "windows-1258",
        Encoding::Tcvn3 => "TCVN3 (ABC)",
        Encoding::Tcvn3Mojibake => "TCVN3 (ABC) that was saved as if it were Western text",
        Encoding::Vni => "VNI",
        Encoding::VniMojibake => "VNI that was saved as if it were Western text",
        Encoding::Viqr => "VIQR",
    };
    let lines = LineRange::new(1, subject.bulletin.file.lines.max(1));
    Some(
        Diagnostic::new(Code::LegacyEncoding, lines, format!("the text is in {name}; it was converted to Unicode"))
            .help("look at its capitals and marks, then keep the file in UTF-8"),
    )
}

/// Lines in an old encoding that were read as Western text.
pub(super) struct Misread {
    /// From the first to the last.
    pub(super) lines: LineRange,
    /// How many are certain.
    pub(super) count: usize,
    /// What they were in.
    legacy: Legacy,
}

impl Misread {
    fn told(&self) -> Diagnostic {
        let Self { lines, count, legacy } = self;
        let lines_are = if *count == 1 { "this line is".to_owned() } else { format!("{count} lines are") };
        Diagnostic::new(
            Code::LegacyEncoding,
            *lines,
            format!("{lines_are} in {}, misread as Western text", legacy.name()),
        )
        .help("convert the text to Unicode (UTF-8) where it was taken from; it stays as it is here")
    }
}

/// Runs of such lines. Lines that say nothing (blank, numbers, words without marks) belong to the run around them.
pub(super) fn misread(page: &Page<'_>) -> Vec<Misread> {
    let mut runs: Vec<Misread> = Vec::new();
    let mut open = false;
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| !line.raw.is_empty()) {
        match legacy::misread(line.raw) {
            Some(of_line) => {
                // A few words of the one look like the other; the first line names the run.
                match runs.last_mut().filter(|_| open) {
                    Some(run) => {
                        run.lines = run.lines.join(page.single(at));
                        run.count += 1;
                    }
                    None => runs.push(Misread { lines: page.single(at), count: 1, legacy: of_line }),
                }
                open = true;
            }
            None => open = open && !legacy::is_vietnamese(line.raw),
        }
    }
    runs
}

/// Shortest text on either side of a gap, in characters, that can be a line of a column.
const SHORTEST_SIDE: usize = 12;
/// Fewest spaces between two columns.
const GAP: &str = "   ";
/// The search for them.
static GAPS: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(GAP));
/// Fewest lines with such a gap, and their least share of all lines in per cent.
const FEWEST: usize = 8;
const SHARE: usize = 35;

/// The lines with two sides, in order. The whole text is searched for gaps at once, since few lines have one.
pub fn lines_in_columns(page: &Page<'_>) -> Vec<usize> {
    let bytes = page.whole().as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(gap) = bytes.get(from..).and_then(|rest| GAPS.find(rest)) {
        let at = page.line_at(from + gap);
        let Some(line) = page.lines.get(at) else { break };
        if has_two_columns(line) {
            found.push(at);
        }
        match page.lines.get(at + 1) {
            Some(next) => from = page.start(next),
            None => break,
        }
    }
    found
}

/// Two columns of a page printed side by side: their lines alternate and cannot be told apart. `split` are the
/// [`lines_in_columns`].
pub fn columns_interleaved(page: &Page<'_>, split: &[usize]) -> Option<Diagnostic> {
    let (first, last) = (*split.first()?, *split.last()?);
    let printed = || page.lines.iter().filter(|l| !l.is_blank()).count();
    (split.len() >= FEWEST && split.len() * 100 >= printed() * SHARE)
        .then(|| interleaved(split.len(), page.range(&(first..=last))))
}

fn interleaved(count: usize, lines: LineRange) -> Diagnostic {
    Diagnostic::new(Code::ColumnsInterleaved, lines, format!("{count} lines hold two columns side by side"))
        .help("extract the text again column by column, with pdftotext without its option -layout")
}

/// Most lines in a row of a stretch in two columns where one of them has ended or is short.
const MOST_BETWEEN: usize = 4;

/// Stretches of a text in which two columns stand side by side, while the rest of it is in order: at least [`FEWEST`]
/// lines that have two sides, some of them going on in the next line, and few that have one.
pub(super) fn columns_in_places(page: &Page<'_>, split: &[usize]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(&first) = split.first().filter(|_| split.len() >= FEWEST) else { return found };
    let mut split = split.iter().copied().peekable();
    let mut run: Vec<usize> = Vec::new();
    // Lines on one side alone: since the last line with two, and in the whole run.
    let (mut between, mut single) = (0, 0);
    let mut close = |run: &mut Vec<usize>, single: usize| {
        let wrapped = run.iter().filter(|&&at| page.lines.get(at).is_some_and(goes_on_both_sides)).count();
        if let (Some(&first), Some(&last)) = (run.first(), run.last())
            && run.len() >= FEWEST
            && wrapped * 4 >= run.len()
            && single <= run.len()
        {
            found.push(interleaved(run.len(), page.range(&(first..=last))));
        }
        run.clear();
    };
    for (at, line) in page.lines.iter().enumerate().skip(first) {
        if split.next_if_eq(&at).is_some() {
            run.push(at);
            single += between;
            between = 0;
        } else if !line.is_blank() && !run.is_empty() {
            between += 1;
            if between > MOST_BETWEEN || line.raw.len() > LONGEST_ROW {
                close(&mut run, single);
                (between, single) = (0, 0);
            }
        }
    }
    close(&mut run, single);
    found
}

/// Longest line of one column, in bytes: a paragraph on one line is none.
const LONGEST_ROW: usize = 200;

/// The two sides of a line with a wide gap in it.
fn sides<'t>(line: &Line<'t>) -> Option<(&'t str, &'t str)> {
    let text = line.raw.trim();
    if memchr::memchr(b'\t', text.as_bytes()).is_some() {
        return None;
    }
    let at = GAPS.find(text.as_bytes())?;
    let (left, right) = (text.get(..at)?, text.get(at..)?.trim_start());
    (left.chars().count() >= SHORTEST_SIDE && right.chars().count() >= SHORTEST_SIDE && !right.contains(GAP))
        .then_some((left, right))
}

/// Whether a wide gap parts two stretches of text on the line.
fn has_two_columns(line: &Line<'_>) -> bool {
    sides(line).is_some()
}

/// Whether both sides begin in the middle of a sentence.
fn goes_on_both_sides(line: &Line<'_>) -> bool {
    sides(line)
        .is_some_and(|(left, right)| left.starts_with(char::is_lowercase) || right.starts_with(char::is_lowercase))
}
