//! Which unit of the body prints the title of which entry of the contents.
//!
//! Exact keys first (marks, spacing and capitals aside, titles over several units joined); then, for entries left over
//! between two that matched, the most similar heading there.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::units::{self, Unit};
use crate::contents::{Contents, EntryId};
use crate::page::Page;
use crate::roles::Roles;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{Beginnings, KeyHash, KeyMap, Mixed, Words};

/// A map from indices of units.
type PlaceMap<V> = HashMap<usize, V, BuildHasherDefault<Mixed>>;

/// Units that print a title of the contents.
#[derive(Debug, Default)]
pub struct Matches {
    /// By index of the title's first unit: how many units it takes, and its entry.
    pub titles: PlaceMap<(usize, EntryId)>,
    /// By index of the heading's first unit: how many units it takes, and its group.
    pub groups: PlaceMap<(usize, usize)>,
    /// Share of the entries whose title was found letter by letter.
    pub exact: f32,
}

/// Longest title, in bytes.
const LONGEST_TITLE_BYTES: usize = 520;
/// How many headings a leftover entry is compared with.
const COMPARED: usize = 48;
/// Least likeness of two printings of one title; less is enough where nothing else is left.
const ALIKE: f32 = 0.62;

/// Without enumerator or bullet.
pub fn bare(text: &str) -> &str {
    match enumerator::split(text) {
        Some((
            Enumerator::Arabic { .. } | Enumerator::Bullet(_) | Enumerator::Roman(_) | Enumerator::Letter(_),
            rest,
        )) => rest,
        _ => text.trim_start_matches('*'),
    }
}

/// Whether a unit begins with no enumerator.
fn begins_plain(page: &Page<'_>, unit: &Unit) -> bool {
    let first = *unit.lines.start();
    first == *unit.lines.end() && !page.is(first, Roles::NUMBERED | Roles::ROMAN | Roles::LISTED)
}

/// The text of a unit without enumerator or bullet.
fn bare_of<'t>(page: &Page<'_>, unit: &Unit, text: &'t str) -> &'t str {
    if begins_plain(page, unit) { text.trim_start_matches('*') } else { bare(text) }
}

/// The key of a unit's text, unless it is longer than `most` bytes; for the first unit of a title, without its enumerator.
fn key_of(page: &Page<'_>, unit: &Unit, text: &str, first: bool, most: u32) -> Option<KeyHash> {
    // The page knows the keys of its lines; marks are no part of them.
    if begins_plain(page, unit) {
        return page.key(*unit.lines.start(), most);
    }
    KeyHash::up_to(if first { bare(text) } else { text }, most)
}

/// Finds the titles of the contents among the units.
pub fn find(page: &Page<'_>, units: &[Unit], contents: &Contents) -> Matches {
    let mut out = Matches::default();
    let entries: Vec<(EntryId, KeyHash)> = contents.entries().map(|(id, entry)| (id, entry.key)).collect();
    let total = entries.len();
    if total == 0 {
        return out;
    }
    // By title, the first entry that has it and no unit yet; and for each entry, the next one with the same title.
    let mut wanted: KeyMap<usize> = KeyMap::with_capacity_and_hasher(total, BuildHasherDefault::default());
    let mut later: Vec<Option<usize>> =
        entries.iter().enumerate().rev().map(|(at, (_, key))| wanted.insert(*key, at)).collect();
    later.reverse();
    let mut groups: KeyMap<usize> = KeyMap::default();
    for (i, group) in contents.groups.iter().enumerate() {
        if let Some(title) = &group.title {
            groups.entry(KeyHash::of(title)).or_insert(i);
        }
    }
    let titles = contents.entries().map(|(_, entry)| entry.title.as_str());
    let titles = Beginnings::of(titles.chain(contents.groups.iter().filter_map(|group| group.title.as_deref())));
    // Running text is longer than any title, and read no further than that tells.
    let longest = wanted.keys().chain(groups.keys()).map(|key| key.len()).max().unwrap_or(0);
    let longest = u32::try_from(longest).unwrap_or(u32::MAX);
    let mut found: Vec<(usize, EntryId)> = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let mut taken = 1;
        let mut joined = KeyHash::default();
        for len in 1..=3 {
            let Some(unit) = units.get(at + len - 1).filter(|u| !u.address) else { break };
            let text = units::text(page, &unit.lines);
            if text.len() > LONGEST_TITLE_BYTES || len == 1 && !titles.may_open(bare_of(page, unit, &text)) {
                break;
            }
            let Some(own) = key_of(page, unit, &text, len == 1, longest) else { break };
            joined = joined.then(own);
            if let Some(&entry) = wanted.get(&joined)
                && let Some(&(id, _)) = entries.get(entry)
            {
                match later.get(entry).copied().flatten() {
                    Some(next) => wanted.insert(joined, next),
                    None => wanted.remove(&joined),
                };
                out.titles.insert(at, (len, id));
                found.push((at, id));
                taken = len;
                break;
            }
            if let Some(&group) = groups.get(&joined) {
                out.groups.insert(at, (len, group));
                taken = len;
                break;
            }
        }
        at += taken;
    }
    #[expect(clippy::cast_precision_loss, reason = "numbers of entries")]
    let share = found.len() as f32 / total as f32;
    out.exact = share;
    if found.len() < total {
        near(page, units, contents, &found, &mut out);
    }
    out
}

/// A heading that no title of the contents was found in.
struct Heading {
    /// Index of its unit.
    at: usize,
    /// The words of the unit, and of it and the next one; None where these two make no title.
    words: [OnceCell<Option<Words>>; 2],
}

impl Heading {
    /// The words of so many units.
    fn words(&self, page: &Page<'_>, units: &[Unit], len: usize) -> Option<&Words> {
        let read = || {
            let mut text = String::new();
            for (n, unit) in units.get(self.at..self.at + len)?.iter().enumerate() {
                // The rest of a title may begin with a small letter.
                let fits = if n == 0 { unit.heads } else { !unit.prose && unit.closes.is_none() && !unit.address };
                if !fits {
                    return None;
                }
                text.push(' ');
                text.push_str(&units::text(page, &unit.lines));
            }
            Some(Words::of(bare(text.trim())))
        };
        self.words.get(len - 1)?.get_or_init(read).as_ref()
    }
}

/// Matches the entries left over between two that were found.
fn near(page: &Page<'_>, units: &[Unit], contents: &Contents, found: &[(usize, EntryId)], out: &mut Matches) {
    let by_entry: HashMap<EntryId, usize> = found.iter().map(|&(at, id)| (id, at)).collect();
    let mut floor = 0usize;
    let order: Vec<(EntryId, &str)> = contents.entries().map(|(id, e)| (id, e.title.as_str())).collect();
    // The unit of the next entry that was found, for every entry; read from the end.
    let mut ceilings = vec![units.len(); order.len()];
    let mut next = units.len();
    for (slot, (id, _)) in ceilings.iter_mut().zip(&order).rev() {
        *slot = next;
        if let Some(&at) = by_entry.get(id) {
            next = at;
        }
    }
    // What stands between two entries may be as long as the text, and hold no heading.
    let headings: Vec<Heading> = (0..units.len())
        .filter(|at| {
            units.get(*at).is_some_and(|u| u.heads) && !out.titles.contains_key(at) && !out.groups.contains_key(at)
        })
        .map(|at| Heading { at, words: Default::default() })
        .collect();
    for ((id, title), &ceiling) in order.iter().zip(&ceilings) {
        if let Some(&at) = by_entry.get(id) {
            floor = floor.max(at + 1);
            continue;
        }
        let words = Words::of(title);
        let first = headings.partition_point(|heading| heading.at < floor);
        let best = headings
            .iter()
            .skip(first)
            .take_while(|heading| heading.at < ceiling)
            .take(COMPARED)
            .flat_map(|heading| (1..=2usize).map(move |len| (heading, len)))
            .filter_map(|(heading, len)| Some((words.likeness(heading.words(page, units, len)?), heading.at, len)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((like, u, len)) = best
            && like >= ALIKE
        {
            out.titles.insert(u, (len, *id));
            floor = u + len;
        }
    }
}
