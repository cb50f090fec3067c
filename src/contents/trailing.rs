//! Contents that stand at the end of a text, as books print them.
//!
//! They are read where other bulletins have them: a second text is put together in which they follow the masthead. What is
//! found there is told by the lines of the first.

use std::ops::{Range, RangeInclusive};

use super::{Contents, tabled};
use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;

/// Fewest lines of such a list.
const FEWEST: usize = 2;

/// The lines of contents that stand at the end, from their heading on: nothing but a colophon follows the list, and running text
/// stands above.
pub fn find(page: &Page<'_>) -> Option<Range<usize>> {
    const NOT: Roles = Roles::PROSE.union(Roles::LABEL).union(Roles::COLOPHON);
    let behind = |at: &usize| page.is(*at, Roles::BLANK) || page.is(*at, Roles::COLOPHON) && !page.is(*at, Roles::ROW);
    let colophon = (0..page.lines.len()).rev().take_while(behind).filter(|&at| page.is(at, Roles::COLOPHON));
    let end = colophon.last().unwrap_or(page.lines.len());
    let printed = (0..end).rev().filter(|&at| !page.is(at, Roles::BLANK | Roles::PAGE_NUMBER));
    for (count, at) in printed.enumerate() {
        if page.is(at, Roles::TOC_HEADING) {
            let below_text = || (0..at).any(|above| page.is(above, Roles::PROSE));
            return (count >= FEWEST && below_text()).then_some(at..end);
        }
        let header = || page.lines.get(at).and_then(Line::cells).is_some_and(|cells| tabled::is_header(&cells));
        if page.is(at, NOT) && !header() {
            return None;
        }
    }
    None
}

/// How the lines of a text are put in another order: those of its contents behind the first `head` ones.
#[derive(Debug, Clone)]
pub struct Order {
    /// The lines of the contents.
    pub contents: Range<usize>,
    /// How many lines stand above them in the other order.
    pub head: usize,
}

impl Order {
    /// The text in that order.
    pub fn text(&self, page: &Page<'_>) -> String {
        let Range { start, end } = self.contents;
        joined(page, (0..self.head).chain(start..end).chain(self.head..start).chain(end..page.lines.len()))
    }

    /// The line of the first text that stands at an index of the other.
    pub fn line(&self, at: usize) -> usize {
        let moved = self.contents.len();
        if at < self.head || at >= self.contents.end {
            at
        } else if at < self.head + moved {
            self.contents.start + at - self.head
        } else {
            at - moved
        }
    }

    /// What was found in the other text, told by the lines of the first.
    pub fn of_contents(&self, mut found: Contents) -> Contents {
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

/// A text without these lines, which are its contents.
pub fn without(page: &Page<'_>, contents: &Range<usize>) -> String {
    joined(page, (0..contents.start).chain(contents.end..page.lines.len()))
}

/// Some lines of a text, in this order.
fn joined(page: &Page<'_>, lines: impl Iterator<Item = usize>) -> String {
    lines.filter_map(|at| page.lines.get(at)).flat_map(|line| [line.raw, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "BẢN TIN XÃ\n\nChợ mới\n\nSáng nay, xã Một mở chợ ở ngã ba.\n\nĐường mới\n\nXã Hai sửa đường.\n\n";

    #[test]
    fn headings_over_lists_at_the_end() {
        let find = |tail: &str| find(&Page::of(&format!("{BODY}{tail}")));
        assert_eq!(find("MỤC LỤC\n\n1. Chợ mới\t1\n2. Đường mới\t2\n"), Some(10..14));
        assert_eq!(find("MỤC LỤC\nTT\tNội dung\tTrang\n1\tChợ mới\t1\n"), Some(10..13));
        let colophon = "\nBiên tập: Lê Tám\nIn 200 cuốn tại xưởng in Bến Đò\n";
        assert_eq!(find(&format!("MỤC LỤC\n1. Chợ mới\t1\n2. Đường mới\t2\n{colophon}")), Some(10..14), "a colophon");
        assert_eq!(find("MỤC LỤC\n1. Chợ mới\n"), None, "one line");
        assert_eq!(find("MỤC LỤC\n1. Chợ\n2. Đường\n\nXã Ba trồng rừng trên đồi.\n"), None, "text behind it");
        assert_eq!(find(""), None);
    }

    #[test]
    fn lines_in_another_order() {
        let page = Page::of("A\nB\nC\nD\nE\n");
        let order = Order { contents: 3..5, head: 1 };
        assert_eq!(order.text(&page), "A\nD\nE\nB\nC\n");
        assert_eq!([0, 1, 2, 3, 4].map(|at| order.line(at)), [0, 3, 4, 1, 2]);
        let order = Order { contents: 2..4, head: 1 };
        assert_eq!(order.text(&page), "A\nC\nD\nB\nE\n");
        assert_eq!([0, 1, 2, 3, 4].map(|at| order.line(at)), [0, 2, 3, 1, 4]);
        assert_eq!(without(&page, &order.contents), "A\nB\nE\n");
    }
}
