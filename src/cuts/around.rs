//! What stands before and behind each unit, looked at once for all: a run of units that say nothing may be as long as the
//! text.

use super::matching::Matches;
use super::units::Unit;
use crate::page::Page;
use crate::roles::Roles;

/// What stands around the units of a body.
pub struct Around {
    units: Vec<Surroundings>,
}

#[derive(Clone, Copy, Default)]
struct Surroundings {
    /// A citation stands right before it.
    cited: bool,
    /// A back link stands right before it.
    linked: bool,
    /// The text from it on closes before the next heading.
    closes: bool,
    /// The next unit that is numbered, itself included.
    number: Option<usize>,
}

impl Around {
    /// Looks around each unit. Titles that the contents name are headings, whatever they look like.
    pub fn of(page: &Page<'_>, units: &[Unit], matches: &Matches) -> Self {
        let mut around: Vec<Surroundings> = Vec::with_capacity(units.len());
        let mut before = Surroundings::default();
        for unit in units {
            around.push(before);
            let closes = unit.closes.is_some() || unit.back_link;
            // Addresses and captions may stand between a citation and the next title.
            if !unit.address && (closes || !page.is(*unit.lines.start(), Roles::CAPTION)) {
                before.cited = unit.closes.is_some();
                before.linked = unit.back_link;
            }
        }
        let (mut closes, mut number) = (false, None);
        for ((at, unit), own) in units.iter().enumerate().zip(&mut around).rev() {
            let first = *unit.lines.start();
            if unit.closes.is_some() || unit.back_link {
                closes = true;
            } else if matches.titles.contains_key(&at) || unit.heads && page.is(first, Roles::MARKED) {
                closes = false;
            }
            if page.is(first, Roles::NUMBERED) {
                number = Some(at);
            }
            (own.closes, own.number) = (closes, number);
        }
        Self { units: around }
    }

    fn at(&self, at: usize) -> Surroundings {
        self.units.get(at).copied().unwrap_or_default()
    }

    /// Whether a citation, and whether a back link, stands right before a unit. Addresses and captions in between do not
    /// count.
    pub fn closed_before(&self, at: usize) -> (bool, bool) {
        let around = self.at(at);
        (around.cited, around.linked)
    }

    /// Whether the text from a unit on closes with a citation or back link before the next heading.
    pub fn closes_itself(&self, at: usize) -> bool {
        self.at(at).closes
    }

    /// The next unit that is numbered, the one itself included.
    pub fn next_number(&self, at: usize) -> Option<usize> {
        self.at(at).number
    }
}
