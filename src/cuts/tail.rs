//! What stands behind the last article: colophon, site chrome, and who signs for the bulletin or hands it on.

use super::units::Unit;
use crate::citation::Strength;
use crate::contents::Contents;
use crate::layout::{Layout, Opening};
use crate::masthead;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::letters;

/// Index of the first unit of colophon, sign-off and site chrome at the end of the file.
pub fn find(page: &Page<'_>, layout: &Layout, units: &[Unit], contents: &Contents) -> usize {
    // They are a few short lines; the search looks no further back.
    const LONGEST_TAIL: usize = 40;
    const OPENING: Roles = Roles::COLOPHON.union(Roles::CHROME).union(Roles::SIGN_OFF);
    /// Longest line of them, in characters.
    const LONGEST: usize = 120;
    let mut tail = units.len();
    for (i, unit) in units.iter().enumerate().rev().take(LONGEST_TAIL) {
        let at = *unit.lines.start();
        let short = || page.text(at).chars().count() <= LONGEST;
        // Those who receive a letter stand in a list.
        let listed = || page.is(at, Roles::LISTED) && unit.lines.end() == &at && short();
        let closes = unit.closes == Some(Strength::Strong) || unit.back_link && !page.is(at, Roles::CHROME);
        if closes || unit.prose && !page.is(at, OPENING) && !listed() {
            break;
        }
        if page.is(at, Roles::SIGN_OFF) || page.is(at, OPENING) && short() {
            tail = i;
        }
    }
    if tail.checked_sub(1).is_some_and(|above| names_bulletin(page, units, above)) {
        tail -= 1;
    }
    // In a newsletter a caption may stand behind the last citation.
    if layout.opening == Opening::Number && tail == units.len() {
        return tail;
    }
    tail - signatures(page, units.get(..tail).unwrap_or_default(), contents)
}

/// Whether a unit is the bulletin's name over its colophon.
fn names_bulletin(page: &Page<'_>, units: &[Unit], at: usize) -> bool {
    let (Some(unit), Some(below)) = (units.get(at), units.get(at + 1)) else { return false };
    let line = *unit.lines.start();
    line == *unit.lines.end()
        && page.is(line, Roles::CAPITALS)
        && page.is(*below.lines.start(), Roles::COLOPHON)
        && page.blanks_before(*below.lines.start()) == 0
        && masthead::has_name_word(page.text(line))
}

/// How many units behind the last citation of all name who made the bulletin: a few short lines without text of their own,
/// and no titles whose articles are missing.
fn signatures(page: &Page<'_>, units: &[Unit], contents: &Contents) -> usize {
    const MOST: usize = 3;
    const MOST_WORDS: usize = 10;
    // `Ban Tuyên giáo (tổng hợp)` may be read as a weak citation.
    let signs = |unit: &&Unit| {
        let at = *unit.lines.start();
        (unit.heads || unit.closes == Some(Strength::Weak) && !unit.prose)
            && unit.lines.end() == &at
            && letters::words(page.text(at)) <= MOST_WORDS
            && !page.is(at, Roles::NUMBERED | Roles::ROMAN | Roles::MARKED | Roles::CAPTION)
            && !contents.names(page.entitled(at))
    };
    // One more than may sign tells that these do not.
    let count = units.iter().rev().take(MOST + 1).take_while(signs).count();
    let closed =
        units.iter().rev().nth(count).is_some_and(|unit| unit.closes == Some(Strength::Strong) || unit.address);
    if closed && count <= MOST { count } else { 0 }
}
