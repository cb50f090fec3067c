//! The lines of a list of contents taken apart: enumerator, title and page, each line by itself, and then what the others say
//! of it (pages above their titles, lists within lists, doubtful pages).
//!
//! What a line is among the others, `entries` decides.

use std::ops::RangeInclusive;

use super::page_mark::{PageMark, lone_page, split_page, word};
use super::recurrence::{Keyed, Title, Titles};
use super::reprint::Body;
use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::letters;
use crate::text::part;

/// A line of the contents, taken apart.
pub(super) struct Item<'t> {
    pub(super) line: usize,
    /// The line that holds nothing but its page, where that stands above it.
    pub(super) page_above: Option<usize>,
    /// Whether its page stands before it.
    pub(super) led: bool,
    pub(super) number: Option<u32>,
    pub(super) group_number: Option<String>,
    /// The mark that begins it in place of a number.
    pub(super) bullet: Option<char>,
    /// Whether items stand below it in a nested list.
    pub(super) over: bool,
    /// Whether a number with parts begins it (`1.2.`), which stays with its title.
    pub(super) nested: bool,
    /// Whether a roman number begins it that counts an entry.
    pub(super) roman: bool,
    pub(super) text: &'t str,
    /// The text with a doubtful page left on it.
    pub(super) full: &'t str,
    /// The line with its enumerator, without its page.
    pub(super) whole: &'t str,
    /// The same with a doubtful page left on it.
    pub(super) whole_full: &'t str,
    /// The keys of `text` and `full`.
    pub(super) key: KeyHash,
    pub(super) full_key: KeyHash,
    pub(super) page: PageMark,
    pub(super) capitals: bool,
    pub(super) small: bool,
    pub(super) marked: bool,
    /// The page, where the line holds nothing else but leaders.
    pub(super) lone_page: Option<u32>,
    /// The word printed before the number (`Tin 1. …`).
    pub(super) word: Option<&'t str>,
    /// The word printed before the page (`trang`, `tr.`).
    pub(super) page_word: Option<&'t str>,
}

impl Item<'_> {
    /// Its lines.
    pub(super) fn lines(&self) -> RangeInclusive<usize> {
        self.page_above.unwrap_or(self.line)..=self.line
    }
}

pub(super) fn item<'t>(titles: &Titles<'_, 't, '_>, pos: usize) -> Item<'t> {
    let zone = titles.zone;
    let line = zone.line(pos);
    let folded = zone.text(pos);
    let lead = zone.lead(pos);
    let (mut number, mut group_number, mut bullet) =
        (lead.filter(|lead| !lead.is_page).map(|lead| lead.value), None, None);
    let own = lead.map_or(folded, |lead| lead.rest);
    let split = enumerator::split(own);
    let rest = match split {
        Some((Enumerator::Arabic { value, .. }, rest)) => {
            number = Some(value);
            rest
        }
        Some((Enumerator::Roman(n) | Enumerator::Letter(n), rest)) => {
            group_number = Some(n.to_owned());
            rest
        }
        Some((Enumerator::Bullet(mark), rest)) => {
            bullet = Some(mark);
            rest
        }
        _ => own,
    };
    // Numbers of other kinds are part of an entry's text.
    let Keyed { title: Title { full, text, page }, full_key, key } = titles.keyed_in(pos, rest);
    let (whole, whole_full) = match split_page(own) {
        _ if rest.len() == own.len() => (text, full),
        (head, PageMark::Maybe(_)) => (head, own),
        (head, _) => (head, head),
    };
    let lone_page = lone_page(folded);
    Item {
        line,
        page_above: None,
        led: lead.is_some_and(|lead| lead.is_page),
        number,
        group_number,
        bullet,
        over: false,
        nested: matches!(split, Some((Enumerator::Nested, _))),
        roman: false,
        text,
        full,
        whole,
        whole_full,
        key,
        full_key,
        page,
        capitals: letters::is_capitals(text, 3),
        small: letters::starts_small(text),
        marked: zone.is(pos, Roles::MARKED),
        lone_page,
        word: enumerator::word(own).filter(|_| number.is_some()),
        page_word: match lead {
            Some(lead) if lead.is_page => lead.word,
            _ if lone_page.is_some() => word(folded),
            _ => behind(rest, text).and_then(word),
        },
    }
}

/// What was cut off behind a title. Marks before it were cut off as well.
fn behind<'t>(rest: &'t str, title: &str) -> Option<&'t str> {
    let at = if rest.starts_with(title) { 0 } else { rest.find(title)? };
    rest.get(at + title.len()..)
}

/// Where each page stands on a line of its own above its entry, the pages with their entries; else the items as they are.
///
/// Then no title stands above the first page, headings of groups aside, and some below the last.
pub(super) fn with_pages_above(items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    const LEAST: usize = 2;
    let lone = |item: &Item<'_>| item.lone_page.is_some();
    let heads = |item: &Item<'_>| item.capitals || item.group_number.is_some();
    let first = items.iter().position(lone);
    let above = first.is_some_and(|first| items.iter().take(first).all(heads))
        && !items.iter().all(|item| lone(item) || heads(item))
        && !items.last().is_some_and(lone)
        && items.iter().filter(|item| lone(item)).count() >= LEAST;
    if !above {
        return items;
    }
    let mut out: Vec<Item<'_>> = Vec::with_capacity(items.len());
    let mut above: Option<Item<'_>> = None;
    for item in items {
        match above.take() {
            _ if lone(&item) => above = Some(item),
            Some(page) => out.push(Item {
                page_above: Some(page.line),
                led: true,
                page: page.lone_page.map_or(PageMark::None, PageMark::Sure),
                page_word: page.page_word,
                ..item
            }),
            None => out.push(item),
        }
    }
    out
}

/// Where words with numbers (`Chuyên đề 1. …`) stand before all titles that have pages, and these head no others in the body,
/// they count entries and no groups.
pub(super) fn with_counted_entries<'t>(mut items: Vec<Item<'t>>, body: &Body<'_, '_>) -> Vec<Item<'t>> {
    let counts = |item: &Item<'_>| item.group_number.is_some();
    let heads = |item: &Item<'_>| body.leads(item.key) == Some(false);
    let paged = |item: &Item<'_>| matches!(item.page, PageMark::Sure(_));
    let is_entry = |item: &Item<'_>| paged(item) || item.number.is_some() || item.bullet.is_some();
    if items.iter().filter(|item| counts(item)).nth(1).is_some()
        && items.iter().all(|item| if counts(item) { paged(item) && !heads(item) } else { !is_entry(item) })
    {
        for item in items.iter_mut().filter(|item| counts(item)) {
            let part = part::number(item.whole).and_then(|(number, _)| number.rsplit_once(' '));
            if let Some((word, Ok(value))) = part.map(|(word, number)| (word, number.parse())) {
                (item.group_number, item.number, item.word) = (None, Some(value), Some(word));
            }
        }
    }
    items
}

/// Where roman numbers stand before all titles, and most of these head no others in the body, they count entries and no
/// groups. They stay with the titles, as numbers with parts do.
pub(super) fn with_roman_entries<'t>(mut items: Vec<Item<'t>>, body: &Body<'_, '_>) -> Vec<Item<'t>> {
    const LEAST: usize = 2;
    let counts = |item: &Item<'_>| item.group_number.is_some();
    let all = items.iter().all(|item| counts(item) || item.small || item.lone_page.is_some());
    let numbered = items.iter().filter(|item| counts(item)).count();
    let heads = items.iter().filter(|item| counts(item) && body.leads(item.key) == Some(false)).count();
    let others = numbered - heads;
    if all && heads < others && others >= LEAST {
        for item in items.iter_mut().filter(|item| counts(item)) {
            (item.group_number, item.roman) = (None, true);
        }
    }
    items
}

/// Numbers that stand above numbers with parts head groups (`1.` above `1.1.`).
pub(super) fn with_nested_groups(mut items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let mut below = false;
    for item in items.iter_mut().rev() {
        let number = item.number.filter(|_| below);
        if let Some(number) = number {
            (item.number, item.group_number) = (None, Some(number.to_string()));
        }
        below = item.nested;
    }
    items
}

/// In a list within a list, the items of the outer one that others stand below. A bullet right above a number is outside,
/// however the two are set, and so is the mark of the first item among others.
pub(super) fn with_nested_lists<'t>(page: &Page<'_>, mut items: Vec<Item<'t>>) -> Vec<Item<'t>> {
    const LEAST: usize = 2;
    let indent = |item: &Item<'_>| page.lines.get(item.line).map_or(0, Line::indent);
    let is_item = |item: &Item<'_>| item.bullet.is_some() || item.number.is_some();
    let first = items.iter().find(|item| is_item(item)).and_then(|item| item.bullet);
    let Some(outer) = items.iter().filter(|item| is_item(item)).map(indent).min() else { return items };
    // Whether an inner item stands below, whether it begins a list, and whether it has a number.
    let (mut below, mut begins, mut counted) = (false, false, false);
    for item in items.iter_mut().rev().filter(|item| is_item(item)) {
        let marked = first.is_some() && item.bullet.is_some() && item.bullet != first;
        let inner = marked || indent(item) >= outer + LEAST;
        // Numbers that go on are those of one list, however they are set.
        item.over = below && !inner && (begins || item.number.is_none()) || item.bullet.is_some() && counted;
        (below, begins, counted) = (inner, item.bullet.is_some() || item.number == Some(1), item.number.is_some());
    }
    items
}

/// Pages of the items: the sure ones, and the doubtful ones where the body or the other items speak for them.
/// Where pages stand before the titles (`led`), none stands behind them.
pub(super) fn settle_pages(items: &[Item<'_>], body: &Body<'_, '_>, led: bool) -> Vec<Option<u32>> {
    let mut before = 0;
    let mut rising = true;
    for n in items.iter().filter_map(|i| match i.page {
        PageMark::Sure(n) | PageMark::Maybe(n) => Some(n),
        PageMark::None => None,
    }) {
        rising &= n >= before;
        before = n;
    }
    let with_number = items.iter().filter(|i| i.page != PageMark::None).count();
    let majority = rising && with_number * 10 >= items.len() * 6 && items.len() > 1;
    items
        .iter()
        .map(|i| match i.page {
            PageMark::Sure(n) => Some(n),
            PageMark::None => None,
            PageMark::Maybe(_) if led => None,
            PageMark::Maybe(n) => {
                let (with, without) = (body.contains(i.full_key), body.contains(i.key));
                (!with && (without || majority)).then_some(n)
            }
        })
        .collect()
}
