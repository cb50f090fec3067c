//! Headings of parts in the body of a pack (`PHẦN THỨ NHẤT`, below it its title), right above the first document of the part.

use std::ops::RangeInclusive;

use super::SectionCut;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::part;

/// Most lines of such a heading, blank ones counted.
const LONGEST: usize = 6;

/// The lines of a part's heading that stand right above the line `start` and not above `floor`.
pub(super) fn above(page: &Page<'_>, floor: usize, start: usize) -> Option<RangeInclusive<usize>> {
    const NOT: Roles = Roles::PROSE.union(Roles::ROW).union(Roles::FOOTNOTE);
    let lines = (floor.max(start.saturating_sub(LONGEST))..start).rev();
    let mut last = None;
    for at in lines {
        if page.is(at, Roles::BLANK | Roles::PAGE_NUMBER) {
            continue;
        }
        if page.is(at, NOT) {
            return None;
        }
        let end = *last.get_or_insert(at);
        if part::number(page.text(at)).is_some() {
            return page.opens_apart(at).then_some(at..=end);
        }
    }
    None
}

/// The section that such a heading begins.
pub(super) fn section(page: &Page<'_>, lines: RangeInclusive<usize>) -> SectionCut {
    let first = *lines.start();
    let below = (first + 1..=*lines.end()).filter(|&at| !page.is(at, Roles::BLANK)).map(|at| page.text(at));
    let joined = |head| std::iter::once(head).chain(below.clone()).collect::<Vec<_>>().join(" ").trim().to_owned();
    let (number, rest) = part::number(page.text(first)).unwrap_or_default();
    let title = joined(rest.trim_start_matches([':', '.', '-', '–', ' ']));
    // A number alone is all the heading that there is.
    let (number, title) =
        if title.is_empty() { (None, joined(page.text(first))) } else { (Some(number.to_owned()), title) };
    SectionCut { number, title: Some(title), lines: Some(lines) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_right_above() {
        let page = Page::of("Xã giữ rừng.\n\nPHẦN THỨ HAI\nGIỮ RỪNG\n\nTRỒNG RỪNG Ở XÃ\nThS. Lê Ba\n");
        assert_eq!(above(&page, 0, 5), Some(2..=3));
        assert_eq!(above(&page, 4, 5), None);
        let page = Page::of("PHẦN THỨ HAI\n\nXã giữ rừng.\n\nTRỒNG RỪNG Ở XÃ\n");
        assert_eq!(above(&page, 0, 4), None);
    }
}
