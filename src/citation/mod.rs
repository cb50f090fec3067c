//! The citation that closes an article: found at the end of a block's text and read in full.
//!
//! Pure: text in, values out. `locate` finds where a citation could stand, `read` gives each of its words a meaning
//! with the help of `date`, `byline` and `source`, and `judge` refuses what is none. It stops at the block: which
//! blocks may hold a citation, and what a weak one needs beside it, is for the stages that call it. The grammar, with a
//! test for each row, is `docs/citations.md`.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use crate::model::Source;
use crate::text::scan;

pub mod byline;
pub mod date;
mod judge;
mod locate;
mod names;
mod read;
mod refuse;
pub mod source;
mod syllable;
mod tokens;
mod vocabulary;
mod weekday;
mod words;

pub use date::{PrintedDate, Resolved, find_dates};
use locate::Candidate;
use read::Reading;

/// How sure it is that an ending is a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Names and capitals alone: the caller should have other evidence that an article ends here.
    Weak,
    /// A domain, a date beside a source, the words of the press, `Nguồn:`.
    Strong,
}

/// How the layout prints its citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// In brackets at the end of the text or on a line of their own (press reviews).
    Parenthesised,
    /// A line of their own behind `Theo` or `Nguồn` (newsletters).
    Line,
}

/// A citation found at the end of a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// As printed with its brackets, white space as given, without the closing `./.` or `.`.
    pub text: String,
    /// Byte range in the block's text, from where the citation begins to the end of all that belongs to it.
    pub span: Range<usize>,
    /// Byte offset where the text before it ends, trailing white space excluded.
    pub body_end: usize,
    /// The citation stood before its sentence's full stop, which the caller gives back to the text.
    pub full_stop_after: bool,
    /// The source.
    pub source: Option<Source>,
    /// The date as printed.
    pub date: Option<PrintedDate>,
    /// The people of the by-line.
    pub authors: Vec<String>,
    /// A link printed with the citation.
    pub url: Option<String>,
    /// How sure it is.
    pub strength: Strength,
    /// Whether the brackets are closed.
    pub balanced: bool,
}

/// Reads the citation at the end of a block's text, if there is one.
///
/// The text is one block in NFC, without a link back to the top; double spaces are accepted. Only the last few hundred
/// bytes are looked at, so that the time is linear in the text whatever it holds.
///
/// ```
/// use bantin::citation::{Form, find_closing};
///
/// let text = "Hội nghị bế mạc chiều cùng ngày. (Plo.vn 19/4, Lê Thoa)./.";
/// let found = find_closing(text, Form::Parenthesised).unwrap();
/// assert_eq!(found.text, "(Plo.vn 19/4, Lê Thoa)");
/// assert_eq!(found.source.unwrap().domain.as_deref(), Some("plo.vn"));
/// assert_eq!(found.authors, ["Lê Thoa"]);
/// assert_eq!(&text[..found.body_end], "Hội nghị bế mạc chiều cùng ngày.");
/// ```
pub fn find_closing(text: &str, form: Form) -> Option<Closing> {
    // Most blocks end in prose: the cheap test spares them the search.
    looks_like_ending(text).then(|| Ending::of(text).closing(text, form)).flatten()
}

/// The end of a block's text, whose words are read once however often and in whatever form a citation is looked for.
#[derive(Debug)]
pub struct Ending {
    /// Where a citation could stand, in the order of trial, and what the words there say once somebody asked.
    candidates: Vec<(Candidate, OnceCell<Option<Reading>>)>,
}

impl Ending {
    /// Looks where a citation could stand. Only a text that [`looks_like_ending`] can hold one.
    pub fn of(text: &str) -> Self {
        let found = locate::candidates(text).into_iter();
        Self { candidates: found.map(|candidate| (candidate, OnceCell::new())).collect() }
    }

    /// The citation, if there is one in this form. `text` is the one that the ending is of.
    pub fn closing(mut self, text: &str, form: Form) -> Option<Closing> {
        let (at, strength) = self.judge(text, form)?;
        self.take(at, strength)
    }

    /// The citation in either form, parenthesised and as a line; one for both where they say the same.
    pub fn closings(mut self, text: &str) -> (Option<Arc<Closing>>, Option<Arc<Closing>>) {
        let judged = [Form::Parenthesised, Form::Line].map(|form| self.judge(text, form));
        let mut take =
            |judged: Option<(usize, Strength)>| judged.and_then(|(at, strength)| self.take(at, strength)).map(Arc::new);
        match judged {
            [parenthesised, line] if parenthesised == line => {
                let closing = take(line);
                (closing.clone(), closing)
            }
            [Some((at, strength)), Some((other, other_strength))] if at == other => {
                let closing = take(Some((at, strength)));
                let line = closing.as_deref().map(|closing| Closing { strength: other_strength, ..closing.clone() });
                (closing, line.map(Arc::new))
            }
            [parenthesised, line] => (take(parenthesised), take(line)),
        }
    }

    /// Which of the candidates is a citation in this form, and how sure that is.
    fn judge(&self, text: &str, form: Form) -> Option<(usize, Strength)> {
        self.candidates.iter().enumerate().find_map(|(at, (candidate, reading))| {
            let words = text.get(candidate.inner.clone())?;
            let read = || if refuse::is_prose(candidate, words) { None } else { read::read(words) };
            let reading = reading.get_or_init(read).as_ref()?;
            Some((at, judge::judge(reading, candidate, form == Form::Line)?))
        })
    }

    /// Takes a candidate out as the citation that it is.
    fn take(&mut self, at: usize, strength: Strength) -> Option<Closing> {
        let (candidate, reading) = self.candidates.get_mut(at)?;
        let reading = reading.take()??;
        Some(Closing {
            text: std::mem::take(&mut candidate.text),
            span: candidate.span.clone(),
            body_end: candidate.body_end,
            full_stop_after: candidate.full_stop_after,
            source: reading.source,
            date: reading.date,
            authors: reading.authors,
            url: reading.url.or_else(|| candidate.link.take()),
            strength,
            balanced: candidate.balanced,
        })
    }
}

/// Whether a citation could be all that a text says: a cheap test that may say yes too often, never no wrongly.
pub fn may_stand_alone(text: &str) -> bool {
    locate::may_be_bare(text) || locate::opens_like_a_citation(text)
}

/// Whether a line could end in a citation: a cheap test of bytes that may say yes too often, never no wrongly.
pub fn looks_like_ending(text: &str) -> bool {
    let whole = locate::core(text);
    let bytes = whole.as_bytes();
    let seen = bytes.get(bytes.len().saturating_sub(locate::WINDOW + 32)..).unwrap_or_default();
    if memchr::memchr2(b'(', b'[', seen).is_some() {
        return true;
    }
    if may_hold_announcement(seen) {
        return true;
    }
    // Without brackets and announcement: a by-line's label, or an address and a date.
    let label = whole.trim_start().len() <= locate::WINDOW && memchr::memchr(b':', seen).is_some();
    let address = || {
        memchr::memchr2_iter(b'.', b',', seen).any(|at| match seen.get(at + 1..at + 4) {
            Some([b' ', v, n]) => v.eq_ignore_ascii_case(&b'v') && n.eq_ignore_ascii_case(&b'n'),
            Some([next, ..]) => next.is_ascii_alphabetic(),
            _ => seen.get(at + 1).is_some_and(u8::is_ascii_alphabetic),
        })
    };
    label || scan::any_digit(seen) && address()
}

/// Whether words that announce a source may stand somewhere: `theo` and `nguồn`, also as `Theo` and `Nguồn`, and what may
/// begin with a capital. Each is looked for by its rarest byte.
fn may_hold_announcement(bytes: &[u8]) -> bool {
    let ends = |at: usize, letters: &[u8]| bytes.get(..at).is_some_and(|before| before.ends_with(letters));
    let small = |at: usize| match bytes.get(at) {
        Some(b'e') => ends(at, b"h") && bytes.get(at + 1) == Some(&b'o'),
        _ => ends(at, b"gu\xE1\xBB"),
    };
    let capital = |at: usize| match bytes.get(at..at + 3) {
        Some(b"THE" | b"NGU" | b"Tr\xC3" | b"T\xE1\xBB" | b"D\xE1\xBA") => {
            let word = bytes.get(at..).unwrap_or_default();
            ["THEO", "NGU", "Tổng hợp", "Trích", "Dẫn"].iter().any(|opening| word.starts_with(opening.as_bytes()))
        }
        _ => false,
    };
    memchr::memchr2_iter(b'e', 0x93, bytes).any(small) || memchr::memchr3_iter(b'T', b'N', b'D', bytes).any(capital)
}
