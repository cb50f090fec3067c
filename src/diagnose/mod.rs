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
mod letters;
mod masthead;
mod numbers;
mod place;
mod quotes;
mod sections;
mod sequence;
mod text;
mod titles;

pub(crate) use contents::same_title;
pub use text::{columns_interleaved, lines_in_columns, not_a_bulletin};

use crate::model::{Bulletin, Diagnostic, LayoutKind, LineRange};
use crate::page::Page;
use contents::Listing;
use place::Places;
use text::Misread;

/// What is looked at.
pub struct Subject<'a> {
    /// The page.
    page: &'a Page<'a>,
    /// The bulletin that was made of it.
    bulletin: &'a Bulletin,
    /// Its lines, for columns, as printed and as in the file.
    places: Places<'a>,
    /// Titles of the articles that nothing but their looks speaks for, in order.
    weak: &'a [LineRange],
    /// Days before the issue date that a citation may lie.
    max_age_days: u32,
    /// Whether a character of the text could not be decoded.
    has_replaced: bool,
    /// Runs of lines in an old encoding that were read as Western text, in order.
    misread: Vec<Misread>,
    /// Stretches in which two columns stand side by side, in order.
    columns: Vec<Diagnostic>,
}

impl<'a> Subject<'a> {
    /// A bulletin and all that was known when it was made; `split` are the [`lines_in_columns`].
    pub fn new(
        page: &'a Page<'a>,
        bulletin: &'a Bulletin,
        original: Option<&'a str>,
        weak: &'a [LineRange],
        split: &[usize],
        max_age_days: u32,
    ) -> Self {
        let misread = text::misread(page);
        let columns = text::columns_in_places(page, split);
        let has_replaced = memchr::memmem::find(page.whole().as_bytes(), "\u{FFFD}".as_bytes()).is_some();
        let places = Places::new(page, original);
        Self { page, bulletin, places, weak, max_age_days, has_replaced, misread, columns }
    }

    /// Whether nothing but its looks speaks for the article with this title.
    fn is_weak(&self, title: LineRange) -> bool {
        self.weak.binary_search(&title).is_ok()
    }

    /// Whether some of the lines cannot be relied on: in an old encoding that was misread, or in columns side by side.
    fn is_unreadable(&self, lines: LineRange) -> bool {
        let next = self.misread.partition_point(|run| run.lines.last < lines.first);
        let misread = self.misread.get(next).is_some_and(|run| run.lines.first <= lines.last);
        let next = self.columns.partition_point(|run| run.lines.last < lines.first);
        misread || self.columns.get(next).is_some_and(|run| run.lines.first <= lines.last)
    }

    /// Whether some of the lines cannot be relied on, or hold a letter that could not be read.
    fn is_lost(&self, lines: LineRange) -> bool {
        let of_range = self.page.between(lines);
        let finder = |raw: &str| memchr::memmem::find(raw.as_bytes(), "\u{FFFD}".as_bytes()).is_some();
        self.is_unreadable(lines) || self.has_replaced && of_range.iter().any(|line| finder(line.raw))
    }

    /// Whether more lines of the text are misread than not.
    fn is_misread_as_a_whole(&self) -> bool {
        let misread: usize = self.misread.iter().map(|run| run.count).sum();
        misread * 2 > self.page.lines.iter().filter(|line| !line.is_blank()).count()
    }

    /// All findings, unordered. `unparsed` is what was said of a text that is no bulletin of a known layout.
    pub fn findings(&self, unparsed: Option<Diagnostic>) -> Vec<Diagnostic> {
        let mut found = text::find(self);
        // A text that nobody can read is no bulletin because of that.
        found.extend(unparsed.filter(|_| !self.is_misread_as_a_whole()));
        if self.bulletin.layout == LayoutKind::Unknown {
            return found;
        }
        found.extend(self.columns.iter().cloned());
        if self.is_misread_as_a_whole() {
            return found;
        }
        let listing = Listing::new(&self.bulletin.toc, &self.bulletin.sections);
        let mut of_bulletin = masthead::find(self);
        of_bulletin.extend(contents::find(self, &listing));
        of_bulletin.extend(numbers::find(self, &listing));
        of_bulletin.extend(articles::find(self, &listing));
        of_bulletin.extend(citations::find(self, &listing));
        of_bulletin.extend(quotes::find(self));
        // What follows from lines that cannot be relied on is not told again.
        found.extend(of_bulletin.into_iter().filter(|finding| !self.is_unreadable(finding.lines)));
        found
    }
}

/// Puts the findings in source order.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        (a.lines.first, a.column, a.code, &a.message).cmp(&(b.lines.first, b.column, b.code, &b.message))
    });
}
