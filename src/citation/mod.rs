//! The citation that closes an article: found at the end of a block's text and read in full.
//!
//! Pure: text in, values out. `locate` finds where a citation could stand, `read` gives each of its words a meaning
//! with the help of `date`, `byline` and `source`, and `judge` refuses what is none. It stops at the block: which
//! blocks may hold a citation, and what a weak one needs beside it, is for the stages that call it. The grammar, with a
//! test for each row, is `docs/citations.md`.

use std::ops::Range;
use std::sync::Arc;

use crate::model::Source;
use crate::text::office::opens_like_source;
use crate::text::{chars, letters};

pub mod byline;
pub mod date;
mod english;
mod entry;
mod judge;
mod locate;
mod marker;
mod names;
mod papers;
mod read;
mod refuse;
pub mod source;
mod tokens;
mod traces;
mod vocabulary;
pub(crate) mod weekday;
mod words;

pub use date::{PrintedDate, Resolved, find_dates};
use locate::{Candidate, Shape};
use marker::Marker;
pub(crate) use names::{is_pen_name, opens_like_a_person};
use read::Reading;
use traces::LineTraces;
use vocabulary::holds_prose;
pub(crate) use vocabulary::is_common_noun;

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
    /// The same, and the name of a newspaper alone is enough (`(Nhân Dân)`): the whole text has to show that it cites so.
    Named,
    /// A line of their own behind `Theo` or `Nguồn` (newsletters).
    Line,
    /// As in parentheses, and also a line of its own without them (`Tuổi Trẻ, ngày 12/3, tr. 5`): the whole text has to show
    /// that it cites so.
    Unbracketed,
    /// As on a line of its own, and also who wrote the text, in brackets (`(Lê Thoa)`, `(PV)`): the whole text has to show that
    /// it signs so.
    Signed,
}

impl Form {
    /// All forms, in the order of their declaration.
    pub const ALL: [Form; 5] = [Form::Parenthesised, Form::Named, Form::Line, Form::Unbracketed, Form::Signed];

    /// Whether it is one of the newsletters'.
    pub fn is_of_newsletters(self) -> bool {
        matches!(self, Form::Line | Form::Signed)
    }
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

impl Closing {
    /// Whether it says who wrote the text and not where that was printed.
    pub fn names_nothing_but_people(&self) -> bool {
        self.source.is_none() && self.url.is_none() && self.date.is_none()
    }

    /// Whether it says no more than an address.
    pub fn is_address(&self) -> bool {
        self.url.is_some() && self.date.is_none() && self.authors.is_empty()
    }

    /// Whether its source says by its words alone that it is a newspaper.
    pub fn names_newspaper(&self) -> bool {
        self.source.as_ref().is_some_and(|source| names::names_newspaper(&source.name))
    }

    /// Whether it is an address that a sentence names, in brackets (`… tại trang của xã (https://…).`), and closes nothing.
    pub fn stands_in_sentence(&self) -> bool {
        self.is_address() && self.full_stop_after && !self.url.as_deref().is_some_and(names_article)
    }
}

/// Whether an address is that of an article: its path ends in a page or in a long slug.
fn names_article(url: &str) -> bool {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
    let page = path.rsplit('/').find(|p| !p.is_empty()).unwrap_or("");
    // Pages of most systems end so; others count their articles in a long number.
    let numbered = || page.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 5);
    [".html", ".htm", ".aspx", ".php"].iter().any(|end| page.ends_with(end))
        || page.matches('-').count() >= 4
        || numbered()
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
    let looks_like_one = looks_like_ending(text) || form == Form::Unbracketed && looks_like_source_line(text);
    if !looks_like_one {
        return None;
    }
    let signature = if form == Form::Signed { find_signature(text) } else { None };
    signature.or_else(|| find_judged(text, form))
}

/// The people who are all that the brackets at the end of a text hold.
fn find_signature(text: &str) -> Option<Closing> {
    if !names::may_sign(text) {
        return None;
    }
    let candidate = locate::candidates(text).next()?;
    let signs = candidate.shape == Shape::Brackets
        && candidate.closed
        && candidate.balanced
        && names::sign_alone(candidate.words);
    let authors = signs.then(|| byline::people(candidate.words))?;
    Some(Closing { authors, ..closing(candidate, Reading::behind(Marker::None), Strength::Weak) })
}

/// The first candidate that counts as a citation in a form.
fn find_judged(text: &str, form: Form) -> Option<Closing> {
    find_reading(text, |candidate, reading| {
        let strength = judge::judge(&reading, &candidate, form)?;
        Some(closing(candidate, reading, strength))
    })
}

/// Reads what could be a citation at the end of a text, one after the other, until something is made of one.
fn find_reading<T>(text: &str, mut made: impl FnMut(Candidate<'_>, Reading<'_>) -> Option<T>) -> Option<T> {
    locate::candidates(text).find_map(|candidate| {
        let words = words::fold(candidate.words);
        let reading = read_candidate(&candidate, &words)?;
        made(candidate, reading)
    })
}

/// The citation in each form; one for all of them where they say the same.
#[derive(Debug, Clone, Default)]
pub struct Closings([Option<Arc<Closing>>; Form::ALL.len()]);

impl Closings {
    /// The citation in a form.
    pub fn get(&self, form: Form) -> Option<&Closing> {
        self.0.get(form as usize)?.as_deref()
    }
}

/// Reads the citation at the end of a text in each form; see [`find_closing`]. Each candidate's words are read once.
/// Only a text that [`looks_like_ending`] can hold one, and in [`Form::Unbracketed`] one that [`looks_like_source_line`].
pub fn find_closings(text: &str) -> Closings {
    let mut found = Closings::default();
    if let Some(slot) = found.0.get_mut(Form::Signed as usize) {
        *slot = find_signature(text).map(Arc::new);
    }
    find_reading(text, |candidate, reading| {
        let strengths = Form::ALL.map(|form| judge::judge(&reading, &candidate, form));
        let first = strengths.into_iter().flatten().next()?;
        let read = Arc::new(closing(candidate, reading, first));
        for (slot, strength) in found.0.iter_mut().zip(strengths) {
            if slot.is_none()
                && let Some(strength) = strength
            {
                let same = strength == first;
                *slot = Some(if same {
                    Arc::clone(&read)
                } else {
                    Arc::new(Closing { strength, ..Closing::clone(&read) })
                });
            }
        }
        found.0.iter().all(Option::is_some).then_some(())
    });
    found
}

/// What the folded words of a candidate say, unless they are prose or a caption's.
fn read_candidate<'t>(candidate: &Candidate<'_>, words: &'t str) -> Option<Reading<'t>> {
    if refuse::is_prose(candidate) { None } else { read::read(words) }
}

/// A candidate as the citation that it is.
fn closing(candidate: Candidate<'_>, reading: Reading<'_>, strength: Strength) -> Closing {
    let mut authors = if candidate.signers.is_empty() { Vec::new() } else { byline::people(candidate.signers) };
    authors.extend(reading.authors.into_iter().map(str::to_owned));
    Closing {
        text: candidate.text.into_owned(),
        span: candidate.span,
        body_end: candidate.body_end,
        full_stop_after: candidate.full_stop_after,
        source: reading.source.map(Source::from),
        date: reading.date,
        authors,
        url: reading.url.or(candidate.link).map(str::to_owned),
        strength,
        balanced: candidate.balanced,
    }
}

/// Whether all a text says may be the name of an office that signs for what it wrote.
pub fn names_office(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let plain = |c: char| chars::is_alphabetic(c) || matches!(c, ' ' | '-' | '–' | ',' | '.');
    opens_like_source(text) && letters::words(text) <= MOST_WORDS && text.chars().all(plain) && !holds_prose(text)
}

/// Whether a citation could be all that a text says: a cheap test that may say yes too often, never no wrongly.
pub fn may_stand_alone(text: &str) -> bool {
    locate::may_be_bare(text) || locate::opens_like_a_citation(text)
}

/// Whether the words of a citation announce its source (`(Theo …)`, `Nguồn: …`).
pub fn is_announced(text: &str) -> bool {
    locate::opens_with_announcement(text.trim_start_matches(['(', '[', ' ']))
}

/// Whether a line could be the name of a source and a day without brackets: a cheap test of bytes that may say yes too often.
pub fn looks_like_source_line(text: &str) -> bool {
    locate::may_be_line(text)
}

/// Whether a line could end in a citation: a cheap test of bytes that may say yes too often, never no wrongly.
pub fn looks_like_ending(text: &str) -> bool {
    let whole = locate::core(text);
    let bytes = whole.as_bytes();
    let seen = bytes.get(bytes.len().saturating_sub(locate::WINDOW + 32)..).unwrap_or_default();
    // Where a bracket closes the text, the one that opens is mostly near.
    if matches!(seen.last(), Some(b')' | b']')) && memchr::memrchr2(b'(', b'[', seen).is_some() {
        return true;
    }
    let traces = LineTraces::of(seen);
    // Without brackets and announcement: a by-line's label, or an address and a date.
    let labelled = || whole.trim_start().len() <= locate::WINDOW;
    let slip = || {
        memchr::memchr2_iter(b'.', b',', seen)
            .any(|at| seen.get(at + 1..at + 4).is_some_and(|next| next.eq_ignore_ascii_case(b" vn")))
    };
    traces.contains(LineTraces::BRACKET)
        || traces.contains(LineTraces::COLON) && labelled()
        || traces.contains(LineTraces::DIGIT | LineTraces::DOMAIN)
        || traces.contains(LineTraces::ANNOUNCEMENT) && traces::announcing(seen).next().is_some()
        || traces.contains(LineTraces::DIGIT | LineTraces::SLIP) && slip()
        || traces.contains(LineTraces::DIGIT) && labelled() && entry::may_be_entry(seen)
}
