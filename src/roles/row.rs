//! Rows of tables whose cells tabs or bars part.

use crate::lines::Line;
use crate::text::{chars, enumerator};

/// Kinds of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any row.
    Any,
    /// One of a list: a number stands in its first cell, or the word for it.
    Listed,
}

/// What the nearest line above is that says something.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Above {
    row: bool,
    listed: bool,
}

impl Above {
    /// Whether it is a row of this kind.
    pub(super) fn is(self, kind: Kind) -> bool {
        match kind {
            Kind::Any => self.row,
            Kind::Listed => self.listed,
        }
    }

    /// Takes the next line that says something.
    pub(super) fn go_on(&mut self, raw: &str, row: bool) {
        self.row = row;
        self.listed = row && begins_list(raw).unwrap_or(self.listed);
    }
}

/// Whether a line is a row of a table: tabs between its cells, or several around the only one that is filled. A tab at the
/// head is an indent, one at the end is nothing; where no row stands near, more of them centre a line, and where none of a
/// list does, one behind an enumerator sets that off.
pub(super) fn is_row(raw: &str, text: &str, near_row: impl Fn(Kind) -> bool) -> bool {
    if raw.starts_with('|') {
        return true;
    }
    if memchr::memchr(b'\t', raw.as_bytes()).is_none() {
        return false;
    }
    if raw.trim().contains('\t') {
        return !is_tabbed_item(raw, text) && !is_paged_issue(raw) || near_row(Kind::Listed);
    }
    let several = raw.matches('\t').count() >= 3;
    if raw.starts_with('\t') { (several || raw.starts_with("\t\t")) && near_row(Kind::Any) } else { several }
}

/// Whether a row begins as those of a list do, with a number or the word for it; None where its first cell says nothing.
fn begins_list(raw: &str) -> Option<bool> {
    const LONGEST: usize = "Số TT".len();
    let first = raw.trim_start_matches('|').split(['\t', '|']).next().unwrap_or_default().trim();
    (!first.is_empty()).then_some(first.len() <= LONGEST)
}

/// Whether the only tab of a line parts the number of an issue and its year from a page (`… - Số 12/2031<tab>3`), as running
/// headers do.
fn is_paged_issue(raw: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let counts = |head: &str| {
        let (before, number) = head.trim_end().rsplit_once([' ', ':']).unwrap_or_default();
        number.split_once('/').is_some_and(|(number, year)| is_number(number) && is_number(year))
            && chars::strip_suffix(before.trim_end(), "số").is_some()
    };
    raw.trim().split_once('\t').is_some_and(|(head, page)| is_number(page.trim()) && counts(head))
}

/// Whether one of the next lines is a row beyond doubt.
pub(super) fn stands_below(lines: &[Line<'_>], at: usize) -> bool {
    /// Blank lines and a heading may stand between.
    const NEAR: usize = 6;
    const PRINTED: usize = 2;
    let below = lines.get(at + 1..).unwrap_or_default().iter().take(NEAR).filter(|line| !line.is_blank());
    below.take(PRINTED).any(|line| is_row(line.raw, &line.text, |_| false))
}

/// Whether the only tab of a line sets its enumerator off from its text, as word processors do in lists.
fn is_tabbed_item(raw: &str, text: &str) -> bool {
    let Some((head, rest)) = raw.trim_start_matches([' ', '\t', '\u{C}']).split_once('\t') else { return false };
    !rest.trim().contains('\t')
        && enumerator::split(text).is_some_and(|(_, rest)| text.len() - rest.len() == head.trim_end().len() + 1)
}
