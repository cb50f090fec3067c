//! Finds where a closing citation could stand in a block's text.
//!
//! Works on the signs alone: brackets, the words that announce a source, the closing `./.`. Whether the words are a
//! citation is read and judged elsewhere.

use crate::text::{chars, scan};
use std::ops::Range;

use super::source::may_hold_address;
use super::words::may_hold_label;

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
}

/// A place where a citation could stand.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) shape: Shape,
    /// As printed, without the closing `./.`.
    pub(crate) text: String,
    /// The words to read.
    pub(crate) inner: Range<usize>,
    pub(crate) span: Range<usize>,
    pub(crate) body_end: usize,
    pub(crate) balanced: bool,
    /// The text before has ended its sentence, or there is none.
    pub(crate) closed: bool,
    /// A single full stop follows, and the text before has none.
    pub(crate) full_stop_after: bool,
    /// A link that follows the brackets.
    pub(crate) link: Option<String>,
}

/// The end of a text without the signs that close an article.
struct Ending<'a> {
    /// Up to where the signs begin.
    core: &'a str,
    /// The text without its final white space.
    end: usize,
    /// The signs, without white space and emphasis.
    stop: bool,
    emphasis: bool,
}

fn ending(text: &str) -> Ending<'_> {
    let whole = text.trim_end();
    // Most texts end in a letter, a digit or a bracket.
    if whole.bytes().next_back().is_some_and(|last| last.is_ascii_alphanumeric() || matches!(last, b')' | b']')) {
        return Ending { core: whole, end: whole.len(), stop: false, emphasis: false };
    }
    let core = whole.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | ',' | ';' | '*' | '_'));
    let tail = whole.get(core.len()..).unwrap_or_default();
    // Only a few signs can matter; a run of a million dots is not copied.
    let signs: String = tail.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_')).take(4).collect();
    Ending { core, end: whole.len(), stop: signs == ".", emphasis: tail.contains(['*', '_']) }
}

/// The text without the signs that close it.
pub(crate) fn core(text: &str) -> &str {
    ending(text).core
}

/// The end of `text` that is looked at, and where it begins.
fn window(text: &str) -> (usize, &str) {
    last_bytes(text, WINDOW)
}

/// At most so many of the last bytes of a text, and where they begin.
fn last_bytes(text: &str, count: usize) -> (usize, &str) {
    let mut start = text.len().saturating_sub(count);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    (start, text.get(start..).unwrap_or_default())
}

fn ends_sentence(body: &str) -> bool {
    let body = body.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ')' | ']' | '”' | '"' | '’' | '\'' | '»' | '*' | '_')
    });
    body.is_empty() || body.ends_with(['.', '!', '?', '…', '。'])
}

/// Candidates in the order in which they are to be tried.
pub(crate) fn candidates(text: &str) -> Vec<Candidate> {
    let ending = ending(text);
    let mut out = Vec::new();
    out.extend(bracketed(text, &ending));
    out.extend(announced(text, &ending));
    out.extend(bare(text, &ending));
    out
}

fn bracketed(text: &str, ending: &Ending<'_>) -> Option<Candidate> {
    let mut core = ending.core;
    let mut link = None;
    let (from, seen) = window(core);
    // A link behind the brackets: `(Plo.vn 19/4) https://…`.
    if let Some(at) = seen.rfind(char::is_whitespace)
        && seen.get(at..).is_some_and(|last| last.trim_start().starts_with("http"))
    {
        let before = core
            .get(..from + at)
            .unwrap_or_default()
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/'));
        if before.ends_with([')', ']']) {
            link = seen.get(at..).map(|last| last.trim().to_owned());
            core = before;
        }
    }
    let (from, seen) = window(core);
    if core.ends_with([')', ']']) {
        let open = from + opening(seen)?;
        let close = core.len() - 1;
        let printed = core.get(open..)?;
        let inner = core.get(open + 1..close)?;
        let inside = inner.trim_end();
        // `./.` inside the brackets closes the article as it does outside.
        let kept = inside.strip_suffix("./.").or_else(|| inside.strip_suffix("/."));
        let printed = match (kept, printed.chars().next(), printed.chars().next_back()) {
            (Some(kept), Some(first), Some(last)) => format!("{first}{}{last}", kept.trim_end()),
            _ => printed.to_owned(),
        };
        return Some(place(text, ending, Shape::Brackets, open, open + 1..close, printed, true, link));
    }
    // The closing parenthesis is missing: from the last one that opens.
    let open =
        from + last_open(seen).filter(|open| !seen.get(*open..).is_some_and(|rest| rest.contains([')', ']'])))?;
    let printed = core.get(open..)?.to_owned();
    Some(place(text, ending, Shape::Brackets, open, open + 1..core.len(), printed, false, link))
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
    ANNOUNCING
        .iter()
        .filter_map(|word| text.strip_prefix(word))
        .any(|rest| rest.starts_with(char::is_whitespace) || rest.starts_with(':'))
        && are_closed(text)
}

/// Whether a citation without brackets and announcement could take up a whole text; see [`could_be_bare`].
pub(super) fn may_be_bare(text: &str) -> bool {
    // One bracket more, whose partner was lost, may stand at the end.
    let core = core(text);
    core.len() <= WINDOW / 2 + 1 && memchr::memchr2(b'(', b'[', core.as_bytes()).is_none()
}

/// Whether a text opens with a bracket or an announcement, bullets and other signs aside.
pub(super) fn opens_like_a_citation(text: &str) -> bool {
    let at = text.find(chars::is_alphanumeric).unwrap_or(text.len());
    let (signs, words) = text.split_at(at);
    signs.contains(['(', '[']) || ANNOUNCING.iter().any(|word| words.starts_with(word))
}

/// Whether the parentheses of a text are closed and not nested; square brackets may only follow one.
fn are_closed(text: &str) -> bool {
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

/// Places in a text where a line's words may begin: its head behind bullets, and behind the end of a sentence. From the
/// last to the first.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let head = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '•' | '+' | '–' | '-'));
    let head = text.len() - head.len();
    (1..bytes.len())
        .rev()
        .filter(|&at| {
            matches!(bytes.get(at), Some(b'T' | b'N' | b'L' | b'D' | b't' | b'n'))
                && bytes.get(at - 1).is_some_and(|byte| byte.is_ascii_whitespace() || !byte.is_ascii())
                && at.checked_sub(2).and_then(|at| bytes.get(at)).is_some_and(|byte| !byte.is_ascii_alphanumeric())
        })
        .filter(|&at| {
            let before = text.get(..at).unwrap_or_default();
            let sentence = before.trim_end();
            sentence.len() < before.len() && sentence.ends_with(['.', '!', '?', '…', '”', '’', '»', ')', '"'])
        })
        .filter(move |&at| at > head)
        .chain([head])
}

/// Whether words that announce a source may begin at one of the [`beginnings`] of a text; most stand inside a sentence.
fn may_be_announced(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        let mut before = bytes.get(..at).unwrap_or_default();
        for opening in ["Tổng hợp ", "Lược ", "Trích ", "Dẫn "] {
            before = before.strip_suffix(opening.as_bytes()).unwrap_or(before);
        }
        let before = before.trim_ascii_end();
        before.last().is_none_or(|last| {
            !last.is_ascii() || matches!(last, b'.' | b'!' | b'?' | b')' | b'"' | b'*' | b'+' | b'-')
        })
    };
    // The vowel of `Theo` and `Nguồn`, in small letters and in capitals, and `Tổng hợp từ`.
    let small = |at: usize| match bytes.get(at) {
        Some(b'e') => at >= 2 && bytes.get(at - 1..at + 2) == Some(b"heo") && begins(at - 2),
        _ => at >= 5 && bytes.get(at + 1) == Some(&b'n') && begins(at - 5),
    };
    let capital = |at: usize| matches!(bytes.get(at..at + 3), Some(b"THE" | b"NGU" | b"T\xE1\xBB")) && begins(at);
    memchr::memchr2_iter(b'e', 0x93, bytes).any(small) || memchr::memchr2_iter(b'T', b'N', bytes).any(capital)
}

/// `Theo: …`, `Nguồn: …` on a line of its own or behind the last sentence.
fn announced(text: &str, ending: &Ending<'_>) -> Option<Candidate> {
    let core = ending.core;
    let (from, seen) = window(core);
    if !may_be_announced(seen) {
        return None;
    }
    // The last announcement is the citation. The window may begin in the middle of a line.
    let at = beginnings(seen).find(|&at| seen.get(at..).is_some_and(announces) && (from + at == 0 || at > 0))?;
    let open = from + at;
    let printed = core.get(open..)?.to_owned();
    Some(place(text, ending, Shape::Announced, open, open..core.len(), printed, true, None))
}

/// So many sentence ends are tried; initials (`M. Thảo`) make false ones.
const MAX_SENTENCE_ENDS: usize = 4;

/// A line that could be a citation without brackets, or with the first of them lost, or what follows the last sentence.
fn bare(text: &str, ending: &Ending<'_>) -> Vec<Candidate> {
    let mut core = ending.core;
    let (_, seen) = window(core);
    let unopened = core.ends_with([')', ']']) && opening(seen).is_none();
    if unopened {
        core = core.get(..core.len() - 1).unwrap_or_default();
    }
    // What could be bare ends the text, is short and holds no bracket; before it the sentence ends.
    let (start, tail) = last_bytes(core, WINDOW / 2 + 16);
    let brackets = |a, b| memchr::memrchr2(a, b, tail.as_bytes()).map_or(0, |at| at + 1);
    let from = start + brackets(b'(', b'[').max(brackets(b')', b']'));
    let words = core.get(from..).unwrap_or_default();
    if !may_be_told_alone(words) {
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
    let close = ending.core.len();
    ends.chain((line >= from).then_some(line))
        .take(MAX_SENTENCE_ENDS)
        .filter(|open| core.get(*open..).is_some_and(could_be_bare))
        .filter_map(|open| {
            let printed = ending.core.get(open..)?.to_owned();
            let inner = open..if unopened { close - 1 } else { close };
            Some(place(text, ending, Shape::Bare, open, inner, printed, !unopened, None))
        })
        .collect()
}

/// Short, without brackets, and with what a date and an address, or a by-line's label, cannot do without: nothing else is
/// a citation that has neither brackets nor an announcement.
fn could_be_bare(words: &str) -> bool {
    words.len() <= WINDOW / 2 && !words.contains(['(', '[', ')', ']']) && may_be_told_alone(words)
}

/// Whether a text holds what a citation without brackets and announcement cannot do without.
fn may_be_told_alone(words: &str) -> bool {
    may_hold_label(words) || scan::any_digit(words.as_bytes()) && may_hold_address(words)
}

#[expect(clippy::too_many_arguments, reason = "one place that fills the candidate")]
fn place(
    text: &str,
    ending: &Ending<'_>,
    shape: Shape,
    open: usize,
    inner: Range<usize>,
    printed: String,
    balanced: bool,
    link: Option<String>,
) -> Candidate {
    let mut body = text.get(..open).unwrap_or_default().trim_end();
    if ending.emphasis {
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
        inner,
        span: if body_is_empty { text.len() - text.trim_start().len() } else { start }..ending.end,
        body_end: if body_is_empty { 0 } else { body_end },
        balanced,
        closed: closed || body_is_empty,
        full_stop_after: ending.stop && !closed && !body_is_empty,
        link,
    }
}
