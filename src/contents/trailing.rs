//! Contents that stand at the end of a text, as books print them.
//!
//! They are read where other bulletins have them: a second text is put together in which they follow the masthead. What is
//! found there is told by the lines of the first.

use std::ops::RangeInclusive;

use super::{Contents, tabled};
use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;

/// Fewest lines of such a list.
const FEWEST: usize = 2;

/// The index of the heading over contents that stand at the end: nothing but a list follows it, and running text stands
/// above.
pub fn find(page: &Page<'_>) -> Option<usize> {
    const NOT: Roles = Roles::PROSE.union(Roles::LABEL).union(Roles::COLOPHON);
    let printed = (0..page.lines.len()).rev().filter(|&at| !page.is(at, Roles::BLANK | Roles::PAGE_NUMBER));
    for (count, at) in printed.enumerate() {
        if page.is(at, Roles::TOC_HEADING) {
            let below_text = || (0..at).any(|above| page.is(above, Roles::PROSE));
            return (count >= FEWEST && below_text()).then_some(at);
        }
        let header = || page.lines.get(at).and_then(Line::cells).is_some_and(|cells| tabled::is_header(&cells));
        if page.is(at, NOT) && !header() {
            return None;
        }
    }
    None
}

/// How the lines of a text are put in another order: those from `start` on behind the first `head` ones.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// The line that the contents begin with.
    pub start: usize,
    /// How many lines stand above them in the other order.
    pub head: usize,
    /// Number of all lines.
    pub lines: usize,
}

impl Order {
    /// The text in that order.
    pub fn text(self, page: &Page<'_>) -> String {
        let lines = (0..self.head).chain(self.start..self.lines).chain(self.head..self.start);
        lines.filter_map(|at| page.lines.get(at)).flat_map(|line| [line.raw, "\n"]).collect()
    }

    /// The line of the first text that stands at an index of the other.
    pub fn line(self, at: usize) -> usize {
        let moved = self.lines - self.start;
        if at < self.head {
            at
        } else if at < self.head + moved {
            self.start + at - self.head
        } else {
            at - moved
        }
    }

    /// What was found in the other text, told by the lines of the first.
    pub fn contents(self, mut found: Contents) -> Contents {
        let span = |lines: &RangeInclusive<usize>| self.line(*lines.start())..=self.line(*lines.end());
        for at in found.headings.iter_mut().chain(&mut found.pages).chain(found.rest.iter_mut().map(|(at, _)| at)) {
            *at = self.line(*at);
        }
        for group in &mut found.groups {
            group.lines = span(&group.lines);
            for entry in &mut group.entries {
                entry.lines = span(&entry.lines);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "BẢN TIN XÃ\n\nChợ mới\n\nSáng nay, xã Một mở chợ ở ngã ba.\n\nĐường mới\n\nXã Hai sửa đường.\n\n";

    #[test]
    fn headings_over_lists_at_the_end() {
        let find = |tail: &str| find(&Page::of(&format!("{BODY}{tail}")));
        assert_eq!(find("MỤC LỤC\n\n1. Chợ mới\t1\n2. Đường mới\t2\n"), Some(10));
        assert_eq!(find("MỤC LỤC\nTT\tNội dung\tTrang\n1\tChợ mới\t1\n"), Some(10));
        assert_eq!(find("MỤC LỤC\n1. Chợ mới\n"), None, "one line");
        assert_eq!(find("MỤC LỤC\n1. Chợ\n2. Đường\n\nXã Ba trồng rừng trên đồi.\n"), None, "text behind it");
        assert_eq!(find(""), None);
    }

    #[test]
    fn lines_in_another_order() {
        let page = Page::of("A\nB\nC\nD\nE\n");
        let order = Order { start: 3, head: 1, lines: 5 };
        assert_eq!(order.text(&page), "A\nD\nE\nB\nC\n");
        assert_eq!([0, 1, 2, 3, 4].map(|at| order.line(at)), [0, 3, 4, 1, 2]);
    }
}
