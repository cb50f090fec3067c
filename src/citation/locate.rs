//! Finds where a closing citation could stand in a block's text.
//!
//! Works on the signs alone: brackets, the words that announce a source, the closing `./.`. Whether the words are a
//! citation is read and judged elsewhere.

use std::borrow::Cow;
use std::iter::once_with;
use std::ops::Range;

use super::byline::signs;
use super::entry::may_be_entry;
use super::source::may_hold_address;
use super::traces::{LineTraces, announcing};
use super::words::may_hold_label;
use crate::text::{chars, letters, scan};

/// No citation is longer, in bytes; only so much of a block's end is looked at, whatever the block's length.
pub(crate) const WINDOW: usize = 480;

/// How a candidate is set off from the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In parentheses or square brackets.
    Brackets,
    /// Behind `Theo` or `Nguồn:`.
    Announced,
    /// A whole line without either.
    Bare,
    /// A whole line as libraries cite.
    Entry,
    /// A whole line that has nothing but a day to tell it.
    Line,
}

/// A place where a citation could stand.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'t> {
    pub(crate) shape: Shape,
    /// As printed, without the closing `./.`.
    pub(crate) text: Cow<'t, str>,
    /// The words to read.
    pub(crate) words: &'t str,
    pub(crate) span: Range<usize>,
    pub(crate) body_end: usize,
    pub(crate) balanced: bool,
    /// The text before has ended its sentence, or there is none.
    pub(crate) closed: bool,
    /// A single full stop follows, and the text before has none.
    pub(crate) full_stop_after: bool,
    /// A link that follows the brackets.
    pub(crate) link: Option<&'t str>,
    /// The people who stand before the brackets and are all that does; mostly there are none.
    pub(crate) signers: &'t str,
}

/// The end of a text and what of it could be a citation.
#[derive(Clone, Copy)]
struct Ending<'t> {
    text: &'t str,
    /// Up to where the signs begin that close an article.
    core: &'t str,
    /// Length of the text without its final white space.
    end: usize,
    /// The signs, without white space and emphasis, are one full stop.
    stop: bool,
    emphasis: bool,
}

impl<'t> Ending<'t> {
    fn of(text: &'t str) -> Self {
        let whole = text.trim_end();
        // Most texts end in a letter, a digit or a bracket.
        if whole.bytes().next_back().is_some_and(|last| last.is_ascii_alphanumeric() || matches!(last, b')' | b']')) {
            return Self { text, core: whole, end: whole.len(), stop: false, emphasis: false };
        }
        let core =
            whole.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | ',' | ';' | '*' | '_'));
        let core = with_slash(whole, core);
        let tail = whole.get(core.len()..).unwrap_or_default();
        let mut signs = tail.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_'));
        let stop = signs.next() == Some('.') && signs.next().is_none();
        Self { text, core, end: whole.len(), stop, emphasis: tail.contains(['*', '_']) }
    }
}

/// The head of a text, with the slash behind it where it ends in an address of a folder, whose slash belongs to it.
pub(super) fn with_slash<'t>(text: &'t str, head: &'t str) -> &'t str {
    let Some(behind) = text.get(head.len()..).and_then(|rest| rest.strip_prefix('/')) else { return head };
    let (_, seen) = window(head);
    let word = seen.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[')).next().unwrap_or_default();
    let address = word.split_once("://").map(|(_, rest)| rest);
    let address = address.or_else(|| chars::strip_prefix(word, "www.")).unwrap_or_default();
    let (_, last) = address.rsplit_once('/').unwrap_or_default();
    // `…/tin.html/.` closes an article as `./.` does.
    let closes = behind.starts_with('.') && !behind.starts_with("./") && (last.is_empty() || last.contains('.'));
    if address.ends_with(chars::is_alphanumeric) && !closes { text.get(..=head.len()).unwrap_or(head) } else { head }
}

/// The text without the signs that close it.
pub(crate) fn core(text: &str) -> &str {
    Ending::of(text).core
}

/// The end of `text` that is looked at, and where it begins.
fn window(text: &str) -> (usize, &str) {
    chars::last_bytes(text, WINDOW)
}

fn ends_sentence(body: &str) -> bool {
    let body = body.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ')' | ']' | '”' | '"' | '’' | '\'' | '»' | '*' | '_')
    });
    body.is_empty() || body.ends_with(['.', '!', '?', '…', '。'])
}

/// Candidates in the order in which they are to be tried. Each is looked for when the one before was none.
pub(crate) fn candidates(text: &str) -> impl Iterator<Item = Candidate<'_>> {
    let ending = Ending::of(text);
    let bracketed = ending.bracketed();
    let signed = bracketed.as_ref().and_then(|candidate| ending.signed(candidate));
    signed.into_iter().chain(bracketed).chain(once_with(move || ending.unbracketed()).flatten())
}

impl<'t> Ending<'t> {
    fn bracketed(&self) -> Option<Candidate<'t>> {
        let (core, link) = match self.link_behind() {
            Some((core, link)) => (core, Some(link)),
            None => (self.core, None),
        };
        let (from, seen) = window(core);
        let (open, words, printed, balanced) = if core.ends_with([')', ']']) {
            let open = from + opening(seen)?;
            let words = core.get(open + 1..core.len() - 1)?;
            (open, words, without_stop(core.get(open..)?, words), true)
        } else {
            // The closing parenthesis is missing: from the last one that opens.
            let open = from + last_open(seen)?;
            let words = core.get(open + 1..).filter(|words| !words.contains([')', ']']))?;
            (open, words, Cow::Borrowed(core.get(open..)?), false)
        };
        Some(Candidate { balanced, link, ..self.place(Shape::Brackets, open, printed, words) })
    }

    /// The same with the people before it, where nothing else stands there: `Lê Thoa (Plo.vn 19/4)`.
    fn signed(&self, candidate: &Candidate<'t>) -> Option<Candidate<'t>> {
        /// Longest by-line, in bytes.
        const LONGEST: usize = 80;
        if candidate.body_end == 0 || candidate.body_end > LONGEST || candidate.closed {
            return None;
        }
        let body = self.text.get(..candidate.body_end)?;
        let start = body.len() - body.trim_start().len();
        let signers = body.get(start..).filter(|body| signs(body))?;
        let text = [self.text.get(start..candidate.span.start)?, &candidate.text].concat();
        Some(Candidate {
            text: Cow::Owned(text),
            span: start..candidate.span.end,
            body_end: 0,
            closed: true,
            full_stop_after: false,
            signers,
            ..candidate.clone()
        })
    }

    /// A link behind the brackets, and what stands before it: `(Plo.vn 19/4) https://…`.
    fn link_behind(&self) -> Option<(&'t str, &'t str)> {
        let (from, seen) = window(self.core);
        // White space beyond ASCII may follow this one.
        let last = seen.as_bytes().rsplit(u8::is_ascii_whitespace).next()?;
        last.windows(4).find(|letters| letters == b"http")?;
        let at = seen.rfind(char::is_whitespace)?;
        let link = seen.get(at..)?.trim();
        let before = self.core.get(..from + at)?;
        let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/'));
        (link.starts_with("http") && before.ends_with([')', ']'])).then_some((before, link))
    }

    /// What could be a citation without brackets.
    fn unbracketed(self) -> impl Iterator<Item = Candidate<'t>> {
        let traces = LineTraces::of(window(self.core).1.as_bytes());
        let announced = if traces.contains(LineTraces::ANNOUNCEMENT) { self.announced() } else { None };
        let entry = if traces.contains(LineTraces::DIGIT) { self.entry() } else { None };
        let line = once_with(move || self.line()).flatten();
        announced.into_iter().chain(entry).chain(self.bare(traces)).chain(line)
    }

    /// A line that could be a bibliographic entry.
    fn entry(&self) -> Option<Candidate<'t>> {
        let open = self.core.len() - self.core.trim_start().len();
        let words = self.core.get(open..).filter(|words| words.len() <= WINDOW && may_be_entry(words.as_bytes()))?;
        Some(self.place(Shape::Entry, open, Cow::Borrowed(words), words))
    }

    /// A line that could name a source and its day, perhaps behind a dash.
    fn line(&self) -> Option<Candidate<'t>> {
        let open = self.core.len() - without_dash(self.core).len();
        let words = self.core.get(open..).filter(|_| may_be_line(self.text))?;
        Some(self.place(Shape::Line, open, Cow::Borrowed(words), words))
    }

    /// `Theo: …`, `Nguồn: …` on a line of its own or behind the last sentence.
    fn announced(&self) -> Option<Candidate<'t>> {
        let open = announcement(self.core)?;
        // `- Theo Plo.vn -`: the dash before it is none of its own, nor is the one behind.
        let printed = self.core.get(open..)?.trim_end_matches([' ', '-', '–', '—']);
        Some(self.place(Shape::Announced, open, Cow::Borrowed(printed), printed))
    }

    /// A line that could be a citation without brackets, or with the first of them lost, or what follows the last sentence.
    fn bare(&self, traces: LineTraces) -> Vec<Candidate<'t>> {
        let labelled = traces.contains(LineTraces::COLON);
        let dated = traces.contains(LineTraces::DIGIT) && traces.addressed();
        if !labelled && !dated {
            return Vec::new();
        }
        let mut core = self.core;
        let unopened = core.ends_with([')', ']']) && opening(window(core).1).is_none();
        if unopened {
            core = core.get(..core.len() - 1).unwrap_or_default();
        }
        // What could be bare ends the text, is short and holds no bracket; before it the sentence ends.
        let (start, tail) = chars::last_bytes(core, WINDOW / 2 + 16);
        let brackets = |a, b| memchr::memrchr2(a, b, tail.as_bytes()).map_or(0, |at| at + 1);
        let from = start + brackets(b'(', b'[').max(brackets(b')', b']'));
        let words = core.get(from..).unwrap_or_default();
        if !(labelled && may_hold_label(words) || dated && may_hold_dated_address(words)) {
            return Vec::new();
        }
        let line = core.len() - core.trim_start().len();
        let ends = (0..words.len()).rev().filter_map(|at| {
            let sign = match words.as_bytes().get(at)? {
                b'.' | b'!' | b'?' | b'"' => true,
                // `…` and `”`
                0xA6 | 0x9D => words.as_bytes().get(..at).is_some_and(|before| before.ends_with(b"\xE2\x80")),
                _ => false,
            };
            let rest = core.get(from + at + 1..).filter(|_| sign)?;
            let next = rest.trim_start();
            (next.len() < rest.len() && next.starts_with(chars::is_alphanumeric)).then_some(core.len() - next.len())
        });
        ends.chain((line >= from).then_some(line))
            .take(MAX_SENTENCE_ENDS)
            .filter_map(|open| {
                let words = core.get(open..).filter(|words| could_be_bare(words))?;
                let printed = Cow::Borrowed(self.core.get(open..)?);
                Some(Candidate { balanced: !unopened, ..self.place(Shape::Bare, open, printed, words) })
            })
            .collect()
    }

    /// The candidate that begins at `open`, with balanced brackets and without a link.
    fn place(&self, shape: Shape, open: usize, printed: Cow<'t, str>, words: &'t str) -> Candidate<'t> {
        let text = self.text;
        let mut body = text.get(..open).unwrap_or_default().trim_end();
        if self.emphasis {
            body = body.trim_end_matches(['*', '_']).trim_end();
        }
        let gap = text.get(body.len()..open).unwrap_or_default();
        let start = body.len() + (gap.len() - gap.trim_start().len());
        let body_end = body.len();
        let closed = ends_sentence(body);
        // A list marker or a dash before it is no text.
        let body_is_empty = open < WINDOW && !body.contains(chars::is_alphanumeric);
        Candidate {
            shape,
            text: printed,
            words,
            span: if body_is_empty { text.len() - text.trim_start().len() } else { start }..self.end,
            body_end: if body_is_empty { 0 } else { body_end },
            balanced: true,
            closed: closed || body_is_empty,
            full_stop_after: self.stop && !closed && !body_is_empty,
            link: None,
            signers: "",
        }
    }
}

/// A citation as printed without the `./.` in front of its closing bracket, which closes the article as it does outside.
fn without_stop<'t>(printed: &'t str, words: &str) -> Cow<'t, str> {
    let inside = words.trim_end();
    let kept = inside.strip_suffix("./.").or_else(|| inside.strip_suffix("/."));
    match (kept, printed.chars().next(), printed.chars().next_back()) {
        (Some(kept), Some(first), Some(last)) => Cow::Owned(format!("{first}{}{last}", kept.trim_end())),
        _ => Cow::Borrowed(printed),
    }
}

/// The bracket that the last one closes. Where none does, the last that opens.
fn opening(seen: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in seen.bytes().enumerate().rev() {
        match byte {
            b')' | b']' => depth += 1,
            b'(' | b'[' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    last_open(seen)
}

/// The last bracket that opens.
fn last_open(seen: &str) -> Option<usize> {
    memchr::memrchr2(b'(', b'[', seen.as_bytes())
}

/// Where the last announcement begins in a text without the signs that close it.
fn announcement(core: &str) -> Option<usize> {
    let (from, seen) = window(core);
    let head = seen.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '•' | '+' | '–' | '-'));
    let head = seen.len() - head.len();
    // A line's words begin at its head behind bullets, and behind the end of a sentence.
    let begins = |at: usize| {
        let before = seen.get(..at).unwrap_or_default();
        let sentence = before.trim_end();
        at == head
            || at > head
                && sentence.len() < before.len()
                && sentence.ends_with(['.', '!', '?', '…', '”', '’', '»', ')', '"'])
    };
    // The window may begin in the middle of a line.
    let announces = |at: usize| (from + at == 0 || at > 0) && seen.get(at..).is_some_and(announces);
    let place = |word: usize| {
        let before = seen.get(..word).unwrap_or_default();
        let verb = ["Lược ", "Trích ", "Dẫn "].iter().find_map(|verb| before.strip_suffix(verb));
        let places = [Some(word), verb.map(str::len)].into_iter().flatten();
        places.filter(|at| begins(*at) && announces(*at)).max()
    };
    Some(from + announcing(seen.as_bytes()).filter_map(place).last()?)
}

/// Words that announce a source, as printed.
const ANNOUNCING: [&str; 11] = [
    "Theo",
    "THEO",
    "Nguồn",
    "NGUỒN",
    "Tổng hợp theo",
    "Tổng hợp từ",
    "Lược theo",
    "Trích nguồn",
    "Dẫn nguồn",
    "theo",
    "nguồn",
];

/// Whether a text opens with an announcement, and no bracket in it stays open.
fn announces(text: &str) -> bool {
    opens_with_announcement(text) && are_closed(text)
}

/// Whether a text opens with an announcement.
pub(super) fn opens_with_announcement(text: &str) -> bool {
    ANNOUNCING
        .iter()
        .filter_map(|word| text.strip_prefix(word))
        .any(|rest| rest.starts_with(char::is_whitespace) || rest.starts_with(':'))
}

/// Whether a citation without brackets and announcement could take up a whole text; see [`could_be_bare`].
pub(super) fn may_be_bare(text: &str) -> bool {
    // One bracket more, whose partner was lost, may stand at the end.
    let core = core(text);
    core.len() <= WINDOW / 2 + 1 && memchr::memchr2(b'(', b'[', core.as_bytes()).is_none()
}

/// Whether a source and its day could take up a whole line without brackets: it is short, opens with a capital, ends no
/// sentence, and a sign stands between two digits.
pub(super) fn may_be_line(text: &str) -> bool {
    /// Bytes of the longest: a name, a day, a page and two or three people.
    const LONGEST: usize = 160;
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    bytes.len() <= LONGEST
        && !bytes.ends_with(b".")
        && without_dash(text).starts_with(chars::is_uppercase)
        && memchr::memchr3_iter(b'/', b'-', b'.', bytes).any(|at| digit(at.checked_sub(1)) && digit(Some(at + 1)))
        && memchr::memchr2(b'(', b'[', bytes).is_none()
}

/// A text without the dash that it opens with (`- Báo Bến Đò, ngày 3/3`).
fn without_dash(text: &str) -> &str {
    let text = text.trim_start();
    ["- ", "– "].iter().find_map(|dash| text.strip_prefix(dash)).unwrap_or(text).trim_start()
}

/// Whether a text opens with a bracket or an announcement, bullets and other signs aside.
pub(super) fn opens_like_a_citation(text: &str) -> bool {
    let at = text.find(chars::is_alphanumeric).unwrap_or(text.len());
    let (signs, words) = text.split_at(at);
    signs.contains(['(', '[']) || ANNOUNCING.iter().any(|word| words.starts_with(word))
}

/// Whether the parentheses of a text are closed and not nested; square brackets may only follow one.
fn are_closed(text: &str) -> bool {
    if !scan::any_byte(text.as_bytes(), letters::is_bracket) {
        return true;
    }
    let (mut open, mut seen) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'(' if open => return false,
            b'(' => (open, seen) = (true, true),
            b')' if !open => return false,
            b')' => open = false,
            b'[' | b']' if !seen => return false,
            _ => {}
        }
    }
    !open
}

/// Sentence ends that are tried at most; initials (`M. Thảo`) make false ones.
const MAX_SENTENCE_ENDS: usize = 4;

/// Short, without brackets, and with a by-line's label, or what a date and an address cannot do without: nothing else is
/// a citation that has neither brackets nor an announcement.
fn could_be_bare(words: &str) -> bool {
    words.len() <= WINDOW / 2
        && !words.contains(['(', '[', ')', ']'])
        && (may_hold_label(words) || may_hold_dated_address(words))
}

fn may_hold_dated_address(words: &str) -> bool {
    scan::any_digit(words.as_bytes()) && may_hold_address(words)
}
