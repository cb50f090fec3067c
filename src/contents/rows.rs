//! Rows of the tables in which the contents of a pack stand: cells between tabs or bars, or columns that spaces set apart.
//!
//! A cell of the latter belongs to the column of the header below which it stands. What the rows say is read by `tables`.

use std::borrow::Cow;

use super::page_mark::heads_pages;
use super::tables;
use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;

/// The rows of a page.
pub(super) struct Rows<'p, 't> {
    page: &'p Page<'t>,
    /// The headers whose columns spaces set apart, in order; none where rows have tabs or bars.
    headers: Vec<Header>,
}

/// A header whose columns spaces set apart.
struct Header {
    line: usize,
    /// Where its columns begin, in characters.
    starts: Vec<usize>,
    /// Whether the last of them is that of the pages.
    paged: bool,
}

impl Header {
    fn of(line: &Line<'_>, at: usize) -> Option<Self> {
        // Most lines begin with another letter.
        if !matches!(line.text.as_bytes(), [b's' | b'S' | b't' | b'T', ..]) {
            return None;
        }
        let pieces = line.pieces();
        let (starts, cells): (Vec<usize>, Vec<Cow<'_, str>>) = pieces.into_iter().unzip();
        let paged = cells.last().is_some_and(|cell| heads_pages(cell));
        (cells.len() > 1 && tables::is_header(&cells)).then_some(Self { line: at, starts, paged })
    }

    /// The cells of a line below the header. None where it begins in the first column and says nothing in others.
    fn cells(&self, line: &Line<'_>) -> Option<Vec<String>> {
        /// So many characters before its column a cell may begin.
        const SLACK: usize = 1;
        let pieces = line.pieces();
        let (all, last) = (self.starts.len(), pieces.len().checked_sub(1)?);
        let in_columns = last > 0 || pieces.first().is_some_and(|(start, _)| self.column(start + SLACK) > 0);
        if !in_columns {
            return None;
        }
        let mut cells = vec![String::new(); all];
        for (at, (start, text)) in pieces.iter().enumerate() {
            let is_page = || at == last && at > 0 && self.paged && text.bytes().all(|byte| byte.is_ascii_digit());
            // A row that fills all columns may be set otherwise than its header.
            let column = if pieces.len() == all {
                at
            } else if is_page() {
                all - 1
            } else {
                self.column(start + SLACK)
            };
            if let Some(cell) = cells.get_mut(column) {
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(text);
            }
        }
        Some(cells)
    }

    /// The last column that begins at a character or before it.
    fn column(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }
}

/// Whether a line is the header of a table of documents whose columns spaces set apart.
pub fn is_header(line: &Line<'_>) -> bool {
    Header::of(line, 0).is_some()
}

impl<'p, 't> Rows<'p, 't> {
    /// The rows that tabs or bars make.
    pub(super) fn tabbed(page: &'p Page<'t>) -> Self {
        Self { page, headers: Vec::new() }
    }

    /// The rows of a page above a line.
    pub(super) fn above(page: &'p Page<'t>, limit: usize) -> Self {
        let tabbed = (0..limit).any(|at| page.is(at, Roles::ROW));
        let lines = page.lines.iter().enumerate().take(if tabbed { 0 } else { limit });
        Self { page, headers: lines.filter_map(|(at, line)| Header::of(line, at)).collect() }
    }

    /// The first header of a table that lists documents, above a line.
    pub(super) fn first_header(&self, limit: usize) -> Option<usize> {
        match self.headers.first() {
            Some(header) => Some(header.line),
            None => {
                (0..limit).find(|&at| self.is_row(at) && self.cells(at).is_some_and(|cells| tables::is_header(&cells)))
            }
        }
    }

    pub(super) fn cells(&self, at: usize) -> Option<Vec<String>> {
        let line = self.page.lines.get(at)?;
        let below = self.headers.partition_point(|header| header.line <= at).saturating_sub(1);
        match self.headers.get(below) {
            Some(header) => header.cells(line),
            None => Some(line.cells()?.into_iter().map(Cow::into_owned).collect()),
        }
    }

    /// Whether a line is a row. Spaces before its text alone make none: a centred line has them too.
    pub(super) fn is_row(&self, at: usize) -> bool {
        let several = |cells: Vec<String>| cells.iter().filter(|cell| !cell.is_empty()).nth(1).is_some();
        self.page.is(at, Roles::ROW) || !self.headers.is_empty() && self.cells(at).is_some_and(several)
    }

    /// The cells of a row, or of a line that goes on with the row right above it.
    pub(super) fn row(&self, at: usize) -> Option<Vec<String>> {
        let goes_on = || at > 0 && !self.page.opens_apart(at) && self.cells(at - 1).is_some();
        if self.is_row(at) || !self.headers.is_empty() && goes_on() { self.cells(at) } else { None }
    }

    /// Whether a plain line heads a table: a group's heading without tabs, with rows right after it.
    pub(super) fn heads_table(&self, at: usize) -> bool {
        self.page.is(at, Roles::ROMAN | Roles::CAPITALS) && !self.page.is(at, Roles::PROSE) && self.precedes_row(at)
    }

    /// Whether the next line that is not blank is a row.
    pub(super) fn precedes_row(&self, at: usize) -> bool {
        self.page.below(at, Roles::BLANK).is_some_and(|next| self.is_row(next))
    }
}
