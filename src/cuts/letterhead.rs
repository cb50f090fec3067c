//! Where a document of a pack begins: above its label or title, with the letterhead that is its own.

use crate::page::Page;
use crate::roles::letterhead::{is_dated, is_motto};
use crate::roles::{Roles, presenter};
use crate::text::letters;

/// Most lines of a letterhead, blank ones counted.
pub(super) const LONGEST: usize = 12;
/// Most words of a line that names an office.
const MOST_WORDS: usize = 12;

/// The first line of a document whose label or title stands on line `label`, not above `floor`: the office that it comes
/// from, the national motto, its number, place and date.
pub(super) fn start(page: &Page<'_>, floor: usize, label: usize) -> usize {
    let mut start = label;
    // The lines of an office without motto, number or date are a letterhead where nothing stands right above them.
    let mut office = None;
    for at in (floor.max(label.saturating_sub(LONGEST))..label).rev() {
        if page.is(at, Roles::BLANK) {
            continue;
        }
        let text = page.text(at);
        if page.is(at, Roles::PROSE) {
            break;
        }
        if is_motto(text) || is_dated(text) {
            (start, office) = (at, None);
        } else if names_office(page, at) {
            office = Some(at);
        } else {
            break;
        }
    }
    office.filter(|&at| at == floor || page.opens_apart(at)).unwrap_or(start)
}

/// The line that names an office, where nothing else stands in a letterhead above a label or title.
pub(super) fn office_alone(page: &Page<'_>, start: usize, label: usize) -> Option<usize> {
    let mut printed = (start..label).filter(|&at| !page.is(at, Roles::BLANK));
    printed.next().filter(|&at| names_office(page, at) && printed.next().is_none())
}

/// Whether a line in capitals names the office that a document comes from.
fn names_office(page: &Page<'_>, at: usize) -> bool {
    const NOT: Roles = Roles::NUMBERED.union(Roles::ROMAN).union(Roles::LISTED).union(Roles::LABEL);
    let text = page.text(at);
    page.is(at, Roles::CAPITALS)
        && !page.is(at, NOT)
        && letters::words(text) <= MOST_WORDS
        && presenter::is_organisation(text)
}
