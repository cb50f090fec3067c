//! Findings about a text: what is wrong in it, where, and how to mend it.
//!
//! The last stage: it looks at the page and the finished bulletin and changes neither. Every finding has a code of the one
//! list in [`Code`](crate::model::Code), which `docs/diagnostics.md` explains; its words are plain and name the remedy.
//! A defect is told once, under the code that names its cause. What needs more than one file (an article that stands in two of
//! them) is for the command that sees them all.

mod articles;
mod citations;
mod contents;
mod domains;
mod masthead;
mod numbers;
mod place;
mod quotes;
mod sequence;
mod text;
mod titles;

pub(crate) use contents::same_title;
pub use text::{columns_interleaved, not_a_bulletin};

use crate::model::{Bulletin, Diagnostic, LayoutKind, LineRange};
use crate::page::Page;
use contents::Listing;
use place::Places;

/// What is looked at.
pub struct Subject<'a> {
    /// The page.
    page: &'a Page<'a>,
    /// The bulletin that was made of it.
    bulletin: &'a Bulletin,
    /// The text before normalisation, None where that changed nothing.
    original: Option<&'a str>,
    /// Its lines, for columns.
    places: Places<'a>,
    /// Titles of the articles that nothing but their looks speaks for.
    weak: &'a [LineRange],
    /// Days before the issue date that a citation may lie.
    max_age_days: u32,
}

impl<'a> Subject<'a> {
    /// A bulletin and all that was known when it was made.
    pub fn new(
        page: &'a Page<'a>,
        bulletin: &'a Bulletin,
        original: Option<&'a str>,
        weak: &'a [LineRange],
        max_age_days: u32,
    ) -> Self {
        Self { page, bulletin, original, places: Places::new(page, original), weak, max_age_days }
    }

    /// All findings, unordered.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let mut found = text::find(self);
        if self.bulletin.layout == LayoutKind::Unknown {
            return found;
        }
        let listing = Listing::new(&self.bulletin.toc, &self.bulletin.sections);
        found.extend(text::columns_in_places(self.page));
        found.extend(masthead::find(self));
        found.extend(contents::find(self, &listing));
        found.extend(numbers::find(self, &listing));
        found.extend(articles::find(self, &listing));
        found.extend(citations::find(self, &listing));
        for printed in &listing.articles {
            found.extend(quotes::find(&self.places, printed.article));
        }
        found
    }
}

/// Puts the findings in source order.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        (a.lines.first, a.column, a.code, &a.message).cmp(&(b.lines.first, b.column, b.code, &b.message))
    });
}
