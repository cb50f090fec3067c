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
    /// A citation stands right before it, or right below the run of headings that it belongs to.
    cited: bool,
    /// A back link stands right before it.
    linked: bool,
    /// The text from it on closes before the next heading.
    closes: bool,
    /// The next unit that is numbered, itself included.
    number: Option<usize>,
    /// The last unit before it that begins to count.
    count: Option<usize>,
    /// The number of the next heading behind it that stands right after a citation or back link.
    next: Option<u32>,
    /// The number of the last unit before it that has one.
    above: Option<u32>,
    /// The row of numbers that it opens.
    row: Row,
}

/// Numbers of units that follow one another by one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Row {
    /// The last of them; 0 where there is none.
    pub last: u32,
    /// The number of the unit that comes next.
    pub next: Option<u32>,
}

impl Around {
    /// Looks around each unit. Titles that the contents name are headings, whatever they look like.
    pub fn of(page: &Page<'_>, units: &[Unit], matches: &Matches) -> Self {
        let mut around: Vec<Surroundings> = Vec::with_capacity(units.len());
        let mut before = Surroundings::default();
        for (at, unit) in units.iter().enumerate() {
            around.push(before);
            if let Some(number) = arabic(page, unit) {
                before.above = Some(number);
                if number == 1 {
                    before.count = Some(at);
                }
            }
            let closes = unit.closes.is_some() || unit.back_link;
            // Addresses and captions may stand between a citation and the next title.
            if (!unit.address || unit.closes.is_some()) && (closes || !page.is(*unit.lines.start(), Roles::CAPTION)) {
                before.cited = unit.closes.is_some();
                before.linked = unit.back_link;
            }
        }
        let (mut closes, mut number, mut next) = (false, None, None);
        // Where a citation stands below the title, it says as much as one that closes what stands above.
        let mut sourced = false;
        let mut below: Option<(u32, Row)> = None;
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
            if let Some(number) = arabic(page, unit) {
                own.row = match below {
                    Some((next, row)) if number.checked_add(1) == Some(next) => row,
                    _ => Row { last: number, next: below.map(|(next, _)| next) },
                };
                below = Some((number, own.row));
            }
            sourced = unit.sourced || sourced && unit.heads;
            own.cited |= sourced && unit.heads;
            (own.closes, own.number, own.next) = (closes || unit.sourced, number, next);
            if unit.heads && (own.cited || own.linked) {
                next = arabic(page, unit).or(next);
            }
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

    /// The number of the next heading behind a unit that stands right after a citation or back link.
    pub fn next_title(&self, at: usize) -> Option<u32> {
        self.at(at).next
    }

    /// The number of the last unit before one that has a number.
    pub fn number_above(&self, at: usize) -> Option<u32> {
        self.at(at).above
    }

    /// The row of numbers that a unit opens.
    pub fn row(&self, at: usize) -> Row {
        self.at(at).row
    }

    /// Whether a unit counts the first of something between two others.
    pub fn counts_between(&self, first: usize, next: usize) -> bool {
        self.at(next).count.is_some_and(|count| count > first)
    }
}

/// The number that a unit begins with.
fn arabic(page: &Page<'_>, unit: &Unit) -> Option<u32> {
    page.enumerator(*unit.lines.start())?.0.arabic().map(|(value, _)| value)
}
