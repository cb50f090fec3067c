//! Documents of a pack that neither a label nor their very title tells: the presenting body that the contents name stands
//! below a heading much like the title there (`Người giữ rừng` for `Người giữ rừng ở xã Ba`).

use super::labelled::ALIKE;
use super::openings::{Opening, Text, unlabelled};
use crate::contents::Entry;
use crate::roles::{Roles, presenter};
use crate::text::key::{KeyHash, KeyMap, Words};

/// Longest name of a presenting body, in bytes.
const LONGEST_NAME: usize = 160;
/// Most lines of a title.
const LONGEST_TITLE: usize = 4;

/// The titles of the contents by the bodies that present them.
#[derive(Debug)]
pub(super) struct Presented(KeyMap<Vec<Words>>);

impl Presented {
    /// Those of the contents' entries.
    pub(super) fn of<'c>(entries: impl Iterator<Item = &'c Entry>) -> Self {
        let mut titles: KeyMap<Vec<Words>> = KeyMap::default();
        for entry in entries {
            if let Some(presenter) = &entry.presenter {
                titles.entry(KeyHash::of(presenter)).or_default().push(Words::of(&entry.title));
            }
        }
        Self(titles)
    }

    /// The document whose presenting body this line names.
    pub(super) fn opening(&self, text: &Text<'_, '_>, at: usize) -> Option<Opening> {
        const NOT: Roles = Roles::BLANK.union(Roles::PROSE).union(Roles::ROW);
        let page = text.page;
        if self.0.is_empty() || page.is(at, NOT) || page.text(at).len() > LONGEST_NAME || text.is_empty(at) {
            return None;
        }
        let name = presenter::name(page.text(at));
        let titles = self.0.get(&KeyHash::of(name))?;
        let last = text.line_above(at)?;
        let joins = |first: usize| first > 0 && !text.opens_apart(first) && last - first + 1 < LONGEST_TITLE;
        let mut first = last;
        while joins(first) {
            first -= 1;
        }
        let heads = (first..=last).all(|at| page.could_head(at) && !page.is(at, Roles::LABEL | Roles::ROW));
        let printed = Words::of(&text.joined(first, last));
        (heads && titles.iter().any(|title| title.likeness(&printed) >= ALIKE))
            .then(|| unlabelled(text, first, last, Some((name.to_owned(), at))))
    }
}
