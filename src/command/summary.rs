//! What a run over many files comes to: counts, and the files that a person should look at first.
//!
//! Nothing is kept of a file but its numbers, and of the files to look at no more than were asked for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::facts::{Facts, Findings, many};
use crate::input::Source;
use crate::model::{Encoding, LayoutKind};
use crate::output::paint::{Palette, printable};

/// The numbers of a run.
#[derive(Debug, Default)]
pub(super) struct Summary {
    /// Files by layout.
    layouts: Vec<(LayoutKind, u64)>,
    /// Files by encoding.
    encodings: Vec<(Encoding, u64)>,
    /// Articles.
    articles: u64,
    /// Articles with a citation.
    citations: u64,
    /// Findings.
    findings: Findings,
    /// Files so far.
    files: u64,
    /// How many files to look at are kept.
    keep: usize,
    /// The files to look at, the one that needs it least on top.
    worst: BinaryHeap<Reverse<Bad>>,
}

/// A file that a person should look at. The order is that of the need.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Bad {
    /// Whether no bulletin was found in it, which is worse than anything in one.
    unknown: bool,
    /// How much there is to look at.
    points: u64,
    /// Of two files with equally much, the earlier one comes first.
    at: Reverse<u64>,
    /// Its path.
    path: String,
    /// What there is to look at.
    reason: String,
}

impl Summary {
    /// A summary that keeps so many files to look at.
    pub(super) fn new(keep: usize) -> Self {
        Self { keep, ..Self::default() }
    }

    /// Adds a file.
    pub(super) fn add(&mut self, source: &Source, facts: &Facts) {
        count(&mut self.layouts, facts.layout);
        count(&mut self.encodings, facts.encoding);
        self.articles += facts.articles;
        self.citations += facts.citations;
        self.findings.error += facts.findings.error;
        self.findings.warning += facts.findings.warning;
        self.findings.note += facts.findings.note;
        self.files += 1;
        self.judge(source, facts);
    }

    /// All findings so far.
    pub(super) const fn findings(&self) -> u64 {
        self.findings.total()
    }

    /// Keeps the file if it is one to look at.
    fn judge(&mut self, source: &Source, facts: &Facts) {
        let unknown = facts.layout == LayoutKind::Unknown;
        // A weak article may be two articles, or none; a missing citation is one line to look at, as lost text is.
        let points = 3 * facts.weak_articles + 2 * facts.missing_citations + facts.unrecognised;
        if self.keep == 0 || (points == 0 && !unknown) {
            return;
        }
        let at = Reverse(self.files);
        if self.worst.len() >= self.keep {
            match self.worst.peek() {
                Some(Reverse(least)) if (least.unknown, least.points, least.at) < (unknown, points, at) => {
                    self.worst.pop();
                }
                _ => return,
            }
        }
        let counted = [
            (facts.weak_articles, "weak article"),
            (facts.missing_citations, "missing citation"),
            (facts.unrecognised, "unrecognised line"),
        ];
        let counted = counted.into_iter().filter(|(number, _)| *number > 0).map(|(number, what)| many(number, what));
        let reasons: Vec<String> = unknown.then(|| "no bulletin".to_owned()).into_iter().chain(counted).collect();
        let (path, reason) = (source.path().into_owned(), reasons.join(", "));
        self.worst.push(Reverse(Bad { unknown, points, at, path, reason }));
    }

    /// The lines of the summary below its first one.
    pub(super) fn lines(self, palette: &Palette) -> Vec<String> {
        let mut lines = Vec::new();
        if self.files > 0 {
            let found = self.findings.in_words();
            lines.push(format!("  layouts: {}", listed(self.layouts, LayoutKind::as_str)));
            lines.push(format!("  encodings: {}", listed(self.encodings, Encoding::as_str)));
            lines.push(format!("  articles: {}, {} with a citation", self.articles, self.citations));
            lines.push(format!("  findings: {}", if found.is_empty() { "none" } else { &found }));
        }
        if !self.worst.is_empty() {
            lines.push("Look at these first:".to_owned());
            let place = palette.path;
            let worst = self.worst.into_sorted_vec().into_iter();
            lines.extend(
                worst.map(|Reverse(bad)| format!("  {place}{}{place:#}: {}", printable(&bad.path), bad.reason)),
            );
        }
        lines
    }
}

/// Counts a thing among others of its kind.
fn count<K: PartialEq>(counts: &mut Vec<(K, u64)>, kind: K) {
    match counts.iter_mut().find(|(other, _)| *other == kind) {
        Some((_, number)) => *number += 1,
        None => counts.push((kind, 1)),
    }
}

/// Counts in words, the largest first.
fn listed<K: Copy>(mut counts: Vec<(K, u64)>, name: impl Fn(K) -> &'static str) -> String {
    counts.sort_by_key(|(_, number)| Reverse(*number));
    let words = counts.iter().map(|(kind, number)| format!("{} {number}", name(*kind)));
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The facts of a file.
    fn facts(layout: LayoutKind, weak_articles: u64, unrecognised: u64) -> Facts {
        Facts {
            bytes: 10,
            encoding: Encoding::Utf8,
            replaced: 0,
            layout,
            articles: 3,
            citations: 2,
            weak_articles,
            missing_citations: 0,
            unrecognised,
            findings: Findings { warning: weak_articles, ..Findings::default() },
        }
    }

    /// The summary of files of these facts, named by their place.
    fn summary(keep: usize, files: &[Facts]) -> Vec<String> {
        let mut summary = Summary::new(keep);
        for (at, facts) in files.iter().enumerate() {
            summary.add(&Source::File(at.to_string().into()), facts);
        }
        summary.lines(&Palette::new(false))
    }

    #[test]
    fn files_are_counted() {
        let utf16 = Facts { encoding: Encoding::Utf16Le, ..facts(LayoutKind::Newsletter, 0, 0) };
        let lines = summary(3, &[utf16, facts(LayoutKind::PressReview, 0, 0), facts(LayoutKind::PressReview, 0, 0)]);
        let expected = [
            "  layouts: press-review 2, newsletter 1",
            "  encodings: utf-8 2, utf-16le 1",
            "  articles: 9, 6 with a citation",
            "  findings: none",
        ];
        assert_eq!(lines, expected);
        assert_eq!(summary(3, &[]), [""; 0]);
    }

    #[test]
    fn the_worst_files_come_first_and_no_more_than_asked_for() {
        let files = [
            facts(LayoutKind::PressReview, 1, 0),
            facts(LayoutKind::PressReview, 0, 4),
            facts(LayoutKind::PressReview, 0, 0),
            facts(LayoutKind::Unknown, 0, 2),
            facts(LayoutKind::PressReview, 1, 0),
            facts(LayoutKind::PressReview, 2, 1),
        ];
        let all = [
            "Look at these first:",
            "  3: no bulletin, 2 unrecognised lines",
            "  5: 2 weak articles, 1 unrecognised line",
            "  1: 4 unrecognised lines",
            "  0: 1 weak article",
            "  4: 1 weak article",
        ];
        assert_eq!(summary(9, &files)[4..], all);
        assert_eq!(summary(4, &files)[4..], all[..5]);
        assert_eq!(summary(1, &files)[4..], all[..2]);
        assert_eq!(summary(0, &files).len(), 4);
    }
}
