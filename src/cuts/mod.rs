//! Cuts: where sections and articles begin, and what each cut rests on.
//!
//! The lines of the body are grouped into units (`units`, `breaks`, `glued`); each unit that could be a heading is weighed by
//! all signals together (`signals`), with what stands around it (`around`), how headings are set (`styles`) and the contents
//! (`matching`) in view. Articles that open with a title or a number are cut by `titled`, above what stands at the `tail`;
//! documents that open with a label by `labelled`, which reads them with `openings`, `letterhead` and `part` and asks `named`
//! for those that the contents name and no label tells. What stands inside an article is the next stage's matter.

pub mod around;
pub mod breaks;
pub mod counted;
mod glued;
pub mod labelled;
mod letterhead;
pub mod matching;
mod named;
mod openings;
mod part;
mod presented;
pub mod signals;
pub mod styles;
pub mod tail;
pub mod titled;
pub mod units;

use std::ops::RangeInclusive;

use crate::contents::EntryId;
use crate::model::Evidence;

/// The cuts of a body, in order.
#[derive(Debug, Default)]
pub struct Cuts {
    /// Sections and articles.
    pub cuts: Vec<Cut>,
    /// Index of the first line after the last article: colophon and chrome.
    pub end: usize,
}

/// A cut.
#[derive(Debug)]
pub enum Cut {
    /// A section begins.
    Section(SectionCut),
    /// An article begins.
    Article(ArticleCut),
}

/// The beginning of a section.
#[derive(Debug, Default)]
pub struct SectionCut {
    /// Enumerator as printed.
    pub number: Option<String>,
    /// Heading; None where only the numbering says that a section begins.
    pub title: Option<String>,
    /// Indices of the heading's lines; None where the body prints none.
    pub lines: Option<RangeInclusive<usize>>,
}

/// The beginning of an article.
#[derive(Debug)]
pub struct ArticleCut {
    /// Index of the first line that is its own.
    pub start: usize,
    /// Label above the title.
    pub label: Option<String>,
    /// Index of the label's line.
    pub label_line: Option<usize>,
    /// Title, enumerator and marker removed.
    pub title: String,
    /// Indices of the title's lines.
    pub title_lines: RangeInclusive<usize>,
    /// Index of the line above title and label that names who wrote it.
    pub signed_above: Option<usize>,
    /// Index of the line after its heading, where its body begins.
    pub body: usize,
    /// Presenting body, or those who wrote it, as printed.
    pub presenters: Vec<String>,
    /// What is printed before the first of them (`Người trình bày:`), with the index of its line.
    pub by_line_label: Option<(String, usize)>,
    /// Number printed at the heading.
    pub number: Option<u32>,
    /// Its entry in the contents.
    pub entry: Option<EntryId>,
    /// Whether nothing but its looks speaks for it.
    pub weak: bool,
    /// What the cut rests on, in order.
    pub evidence: Vec<Evidence>,
}
