//! The evidence model: what speaks for a unit being the title of a new article, and how much.
//!
//! No signal decides alone. Markdown levels lie, numbers also count the items of a list, a citation may be missing, a
//! short line may be a sub-heading. The weights say how often each signal is wrong in print: a closing citation or a back
//! link right before, and the next number in sequence, are rarely wrong; a mark of a heading is often wrong; the shape of
//! a line means little. `docs/architecture.md` gives the reasons.

use crate::model::Evidence;

/// The signals that hold for a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signals {
    /// Its text is a title of the contents.
    pub toc: bool,
    /// It is the first of the body.
    pub first: bool,
    /// A citation closed the text before it.
    pub closed: bool,
    /// A back link closed the text before it.
    pub back_link: bool,
    /// No article of this bulletin is closed by anything, so a missing close before this line is no evidence against it.
    pub unclosed: bool,
    /// It carries the next number in sequence.
    pub number: bool,
    /// The number is set as titles' numbers are (`7/`).
    pub number_mark: bool,
    /// It is marked as a heading, bold or in capitals.
    pub marked: bool,
    /// It is set in the same style as headings that other signals have made sure.
    pub same_style: bool,
    /// A section's heading stands right above it.
    pub under_section: bool,
    /// Its number goes on with those of the titles, set apart as they are, and no citation follows in the whole text.
    pub counts_on: bool,
    /// A by-line stands between it and its text.
    pub by_line: bool,
    /// It is set as the titles right below sections' headings are, where nothing closes any text.
    pub set_as_titles: bool,
    /// It is a heading of the Markdown level that titles have and nothing else.
    pub level_of_titles: bool,
    /// Headings made sure carry numbers and it does not.
    pub misses_number: bool,
    /// The text after it ends in a citation or back link before the next heading.
    pub closes_itself: bool,
}

/// Least weight of an article where there are no contents, or they agree with the body in part only.
pub const LEAST: i32 = 3;
/// Least weight of an article that the contents do not name while they name the others.
pub const LEAST_BESIDE_CONTENTS: i32 = 5;

impl Signals {
    /// The weight of all signals together, of a unit that the contents do not name and that leads running text: what they
    /// name is settled before, and what leads none is no title.
    pub fn weight(self) -> i32 {
        let closed = self.closed || self.back_link || self.first;
        let mut weight = 0;
        for (holds, value) in [
            (closed, 3),
            (self.number, 3),
            (self.number && self.number_mark, 2),
            (self.marked, 2),
            (self.same_style, 2),
            (self.under_section, 3),
            (self.counts_on, 2),
            (self.by_line, 5),
            (self.set_as_titles, 3),
            (self.level_of_titles, 1),
            (self.closes_itself, 2),
            (self.misses_number, -3),
            (!closed && !self.unclosed, -2),
        ] {
            if holds {
                weight += value;
            }
        }
        weight
    }

    /// Whether nothing but its looks speaks for an article: no contents, no number, nothing that closed the text before.
    pub fn is_weak(self) -> bool {
        !(self.toc || self.closed || self.back_link || self.number || self.by_line || self.first && self.closes_itself)
    }

    /// The evidence that the contract names; the citation that closes the article itself is added where it was read.
    pub fn evidence(self, spaced: bool) -> Vec<Evidence> {
        [
            (self.toc, Evidence::Toc),
            (self.marked, Evidence::Heading),
            (self.number, Evidence::Number),
            (self.closed, Evidence::Citation),
            (self.back_link || spaced, Evidence::Spacing),
        ]
        .into_iter()
        .filter_map(|(holds, evidence)| holds.then_some(evidence))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_weak_signal_decides_alone() {
        let marked = Signals { marked: true, closes_itself: true, ..Signals::default() };
        assert!(marked.weight() < LEAST);
        let closed = Signals { closed: true, ..Signals::default() };
        assert_eq!(closed.weight(), LEAST);
        let listed = Signals { number: true, ..Signals::default() };
        assert!(listed.weight() < LEAST);
        let numbered = Signals { number: true, number_mark: true, ..Signals::default() };
        assert_eq!(numbered.weight(), LEAST);
        // Where no article closes, its number has to do.
        assert_eq!(Signals { unclosed: true, ..listed }.weight(), LEAST);
        assert!(Signals { unclosed: true, number: false, marked: true, ..listed }.weight() < LEAST);
    }
}
