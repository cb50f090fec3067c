//! Runs of headings: which of them is a section's heading, and over which lines a title goes.

use std::ops::Range;

use super::{LEAST_WORDS, Pass};
use crate::cuts::units::Unit;
use crate::layout::Opening;
use crate::roles::Roles;
use crate::text::enumerator::Enumerator;
use crate::text::letters;

impl Pass<'_, '_> {
    /// Splits a run of headings into a section's heading and a title.
    pub(super) fn split(&self, run: &Range<usize>, closed: bool) -> (Option<Range<usize>>, Range<usize>) {
        let first = run.start;
        let numbered = |i: usize| self.page.is(self.first_line(i), Roles::NUMBERED);
        if run.len() == 1 {
            return (None, run.clone());
        }
        if !closed {
            // Where nothing closed the text before, a number is what tells the title in the run.
            let Some(title) = self.around.next_number(first).filter(|number| run.contains(number)) else {
                let last = run.end - 1;
                let below = first + 1;
                // Capitals below capitals are a title where they are set as the others are.
                let alike = || {
                    self.is_apart_unclosed(&(below..below + 1))
                        && self.styles.is_alike(self.page, self.first_line(below))
                };
                let over =
                    self.capitals(first) && (!self.capitals(below) || alike()) || self.is_short_over(first, below);
                return if over { (Some(first..below), self.title_run(below..run.end)) } else { (None, last..run.end) };
            };
            let above = title > first
                && self.page.is(self.first_line(title - 1), Roles::CAPITALS | Roles::ROMAN | Roles::MARKED);
            return (above.then(|| title - 1..title), self.title_run(title..run.end));
        }
        let second = first + 1;
        let level = |i: usize| self.page.heading(self.first_line(i));
        if !numbered(first)
            && numbered(second)
            && self.layout.opening == Opening::Number
            && !self.heads_section(first, second)
        {
            return (None, self.title_run(second..run.end));
        }
        let roman = self.page.is(self.first_line(first), Roles::ROMAN);
        let group = self.matches.groups.contains_key(&first);
        let set_over = || {
            !self.adjacent(second)
                && self.styles.heads_section(self.page, self.first_line(first), self.first_line(second))
                && letters::words(&self.text(first)) <= 12
        };
        // One set behind a star above one that is not: so are sections, and their titles.
        let starred = |i: usize| self.page.text(self.first_line(i)).starts_with('*');
        let starred_over = || self.capitals(first) && starred(first) && !starred(second) && !self.adjacent(second);
        let over = group
            || roman
            || starred_over()
            || set_over()
            || self.is_short_over(first, second)
            || !numbered(first) && numbered(second)
            || self.capitals(first) && !self.capitals(second) && !numbered(first)
            || level(first) > 0 && level(first) < level(second) && !self.adjacent(second)
            || !self.adjacent(second)
                && letters::words(&self.text(first)) <= 8
                && !letters::starts_small(&self.text(second))
                // Below a title in small letters, bold type sets a sub-heading; titles in capitals are set so below sections.
                && (!self.is_marked(second) || self.capitals(first) && self.capitals(second) && !self.is_marked(first))
                && !numbered(first);
        if over {
            // A section's heading in capitals may run over two lines.
            let mut title = second;
            while title + 1 < run.end
                && self.capitals(first)
                && self.capitals(title)
                && !numbered(title)
                && !self.capitals(title + 1)
            {
                title += 1;
            }
            // A heading of a section below that of another.
            while title + 1 < run.end && self.heads_below(title) {
                title += 1;
            }
            return (Some(first..title), self.title_run(title..run.end));
        }
        (None, self.title_run(first..run.end))
    }

    /// Whether a heading of a few words stands over one as long as titles are, both set as titles are: so web pages set their
    /// sections.
    fn is_short_over(&self, first: usize, second: usize) -> bool {
        const MOST_WORDS: usize = 5;
        let line = |i: usize| self.first_line(i);
        !self.adjacent(second)
            && self.styles.is_marked()
            && self.styles.is_alike(self.page, line(first))
            && self.styles.is_alike(self.page, line(second))
            && letters::words(self.page.text(line(first))) <= MOST_WORDS
            && letters::words(self.page.text(line(second))) >= LEAST_WORDS
    }

    /// Whether a heading is that of a section below another's: it has a letter or a roman number, and a title with a number of
    /// its own follows apart from it.
    pub(super) fn heads_below(&self, at: usize) -> bool {
        let (line, next) = (self.first_line(at), self.first_line(at + 1));
        let counted = matches!(self.page.enumerator(line), Some((Enumerator::Roman(_) | Enumerator::Letter(_), _)));
        counted && self.page.is(next, Roles::NUMBERED) && !self.adjacent(at) && !self.adjacent(at + 1)
    }

    /// Whether a line between two articles of a newsletter heads a section; a caption may stand there as well, before a
    /// page turn.
    fn heads_section(&self, at: usize, next: usize) -> bool {
        let line = self.first_line(at);
        let marked = self.page.is(line, Roles::CAPITALS | Roles::ROMAN | Roles::MARKED);
        let far = self.first_line(next).saturating_sub(line) > 2;
        marked || !far && letters::words(self.page.text(line)) <= 8
    }

    /// The units of a title over several lines, at the head of a run.
    pub(super) fn title_run(&self, run: Range<usize>) -> Range<usize> {
        let mut end = run.start + 1;
        // Where the last title stood right above its text, so does this one.
        let glued = self.title.as_ref().is_some_and(|last| self.adjacent(last.end));
        let spaced = self.spaced && !glued;
        while end < run.end {
            let (above, below) = (self.text(end - 1), self.text(end));
            // Where final spaces say which lines go on, several that do are no rest of a title that has none.
            let several = |u: &Unit| u.lines.start() < u.lines.end() || self.page.runs_on(*u.lines.end());
            let parted = self.page.setting.final_spaces && self.unit(end).is_some_and(several);
            let alike = self.capitals(end) == self.capitals(run.start) && (spaced || self.capitals(end)) && !parted;
            let one =
                self.adjacent(end) && alike && !self.page.is(self.first_line(end), Roles::NUMBERED | Roles::LISTED)
                    || letters::starts_small(&below)
                    || letters::ends_with_linking_word(&above)
                    || above.ends_with(',');
            let ended = self.unit(end - 1).is_some_and(|u| u.back_link);
            if !one || ended || end - run.start >= 3 {
                break;
            }
            end += 1;
        }
        run.start..end
    }
}
