//! The lines of a list of contents read into groups and entries.
//!
//! What the body prints decides in doubt: whether a number is a page, whether a line goes on from the one before, whether
//! it heads other titles or is one.

use std::ops::RangeInclusive;

use super::author;
use super::page_mark::{PageMark, lone_page, split_page, word};
use super::recurrence::{Keyed, Title, Titles};
use super::reprint::{self, Body};
use super::{Contents, Entry, Group};
use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::letters;

/// A line of the contents, taken apart.
struct Item<'t> {
    line: usize,
    /// The line that holds nothing but its page, where that stands above it.
    page_above: Option<usize>,
    /// Whether its page stands before it.
    led: bool,
    number: Option<u32>,
    group_number: Option<String>,
    bullet: bool,
    /// Whether items stand below it in a nested list.
    over: bool,
    /// Whether a number with parts begins it (`1.2.`), which stays with its title.
    nested: bool,
    /// Whether a roman number begins it that counts an entry.
    roman: bool,
    text: &'t str,
    /// The text with a doubtful page left on it.
    full: &'t str,
    /// The line with its enumerator, without its page.
    whole: &'t str,
    /// The keys of `text` and `full`.
    key: KeyHash,
    full_key: KeyHash,
    page: PageMark,
    capitals: bool,
    small: bool,
    marked: bool,
    /// The page, where the line holds nothing else but leaders.
    lone_page: Option<u32>,
    /// The word printed before the page (`trang`, `tr.`).
    page_word: Option<&'t str>,
}

impl Item<'_> {
    /// Its lines.
    fn lines(&self) -> RangeInclusive<usize> {
        self.page_above.unwrap_or(self.line)..=self.line
    }
}

fn item<'t>(titles: &Titles<'_, 't, '_>, pos: usize) -> Item<'t> {
    let zone = titles.zone;
    let line = zone.line(pos);
    let folded = zone.text(pos);
    let lead = zone.lead(pos);
    let (mut number, mut group_number, mut bullet) =
        (lead.filter(|lead| !lead.is_page).map(|lead| lead.value), None, false);
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
        Some((Enumerator::Bullet(_), rest)) => {
            bullet = true;
            rest
        }
        _ => own,
    };
    // Numbers of other kinds are part of an entry's text.
    let Keyed { title: Title { full, text, page }, full_key, key } = titles.keyed_in(pos, rest);
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
        whole: if rest.len() == own.len() { text } else { split_page(own).0 },
        key,
        full_key,
        page,
        capitals: letters::is_capitals(text, 3),
        small: letters::starts_small(text),
        marked: zone.is(pos, Roles::MARKED),
        lone_page,
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

/// What an item turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Group,
    Entry,
    Continuation,
}

/// Reads the lines of the contents into groups and entries.
pub fn parse<'t>(titles: &Titles<'_, 't, '_>, from: usize, to: usize) -> Contents {
    let zone = titles.zone;
    let items = with_nested_groups(with_pages_above((from..to).map(|p| item(titles, p)).collect()));
    let items = with_nested_lists(zone.page, items);
    let differs = |item: &Item<'t>, text: &'t str| (!std::ptr::eq(text, item.text)).then_some(text);
    let titled = |item: &Item<'t>| author::before(item.text).map(|(title, _)| title);
    let printed =
        |item: &Item<'t>| [Some(item.text), differs(item, item.full), differs(item, item.whole), titled(item)];
    let known = items.iter().flat_map(|item| [(item.text, item.key), (item.full, item.full_key)]);
    let printed = reprint::Titles::of(items.iter().flat_map(printed).flatten(), known);
    // Few titles run over more than two lines.
    let pairs = items.iter().zip(items.iter().skip(1).map(Some).chain([None]));
    let longest = pairs.map(|(item, next)| item.whole.len() + next.map_or(0, |next| next.whole.len())).max();
    let body = Body::new(zone.page, zone.line(to), &printed, longest.unwrap_or(0));
    let items = with_roman_entries(items, &body);
    let led = items.iter().any(|item| item.led);
    let paged = settle_pages(&items, &body, led);
    let numbered = items.iter().filter(|i| i.number.is_some() || i.nested || i.roman).count();
    let plain = |i: &Item<'_>| i.number.is_none() && !i.bullet && !i.nested && !i.roman && i.group_number.is_none();
    let plain_entries =
        numbered == 0 && items.iter().any(|i| plain(i) && (!i.capitals || body.leads(i.key) == Some(true)));
    let style = Style {
        numbered: numbered > 0,
        plain_entries,
        distinct: items.iter().any(|i| i.capitals || i.marked || i.group_number.is_some())
            && !items.iter().all(|i| i.capitals),
        paged: paged.iter().flatten().count() * 2 > items.len(),
        led,
    };
    let mut reading =
        Reading { contents: Contents::default(), last: Kind::Group, ended: KeyHash::default(), style, body };
    for (item, page) in items.iter().zip(paged) {
        reading.take(item, page);
    }
    reading.part_authors();
    reading.contents
}

/// Where each page stands on a line of its own above its entry, the pages with their entries; else the items as they are.
///
/// Then no title stands above the first page, headings of groups aside, and some below the last.
fn with_pages_above(items: Vec<Item<'_>>) -> Vec<Item<'_>> {
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

/// Where roman numbers stand before all titles, and most of these head no others in the body, they count entries and no
/// groups. They stay with the titles, as numbers with parts do.
fn with_roman_entries<'t>(mut items: Vec<Item<'t>>, body: &Body<'_, '_>) -> Vec<Item<'t>> {
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
fn with_nested_groups(mut items: Vec<Item<'_>>) -> Vec<Item<'_>> {
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

/// In a list within a list, the items of the outer one that others stand below.
fn with_nested_lists<'t>(page: &Page<'_>, mut items: Vec<Item<'t>>) -> Vec<Item<'t>> {
    const LEAST: usize = 2;
    let indent = |item: &Item<'_>| page.lines.get(item.line).map_or(0, Line::indent);
    let is_item = |item: &Item<'_>| item.bullet || item.number.is_some();
    let Some(outer) = items.iter().filter(|item| is_item(item)).map(indent).min() else { return items };
    // Whether an inner item stands below, and whether it begins a list.
    let (mut below, mut begins) = (false, false);
    for item in items.iter_mut().rev().filter(|item| is_item(item)) {
        let inner = indent(item) >= outer + LEAST;
        // Numbers that go on are those of one list, however they are set.
        item.over = below && !inner && (begins || item.number.is_none());
        (below, begins) = (inner, item.bullet || item.number == Some(1));
    }
    items
}

/// How this table of contents is set.
#[derive(Clone, Copy)]
struct Style {
    numbered: bool,
    /// Entries carry no number and no bullet.
    plain_entries: bool,
    /// Groups are set apart from entries: by capitals, markup or an enumerator.
    distinct: bool,
    /// Most items have a page.
    paged: bool,
    /// Pages stand before the titles.
    led: bool,
}

/// Longest title of the contents, in bytes; a line that would make it longer is no continuation.
const LONGEST_ENTRY: usize = 600;

/// A title as the contents print it.
#[derive(Clone, Copy)]
struct Printed<'c> {
    text: &'c str,
    key: KeyHash,
    page: Option<u32>,
}

/// The contents as far as they are read, and what decides how they go on.
struct Reading<'p, 't> {
    contents: Contents,
    /// What the contents end with, a group's heading or an entry.
    last: Kind,
    /// The key of that title.
    ended: KeyHash,
    style: Style,
    body: Body<'p, 't>,
}

impl Reading<'_, '_> {
    /// Reads the next item, on which this page is printed.
    fn take(&mut self, item: &Item<'_>, page: Option<u32>) {
        if item.lone_page.is_some() && self.ending().is_some_and(|before| before.page.is_none()) {
            self.extend(item, "", self.ended, item.lone_page);
            self.contents.pages.push(item.line);
            self.contents.rest.extend(item.page_word.map(|word| (item.line, word.to_owned())));
            return;
        }
        let (mut title, mut own) = if page.is_some() { (item.text, item.key) } else { (item.full, item.full_key) };
        let before = self.ending();
        let kind = if self.is_broken_off(before, item) {
            (title, own) = (item.whole, KeyHash::of(item.whole));
            Kind::Continuation
        } else {
            let own = Printed { text: title, key: own, page };
            if self.style.led { self.led_kind(before, item, own) } else { self.kind(before, item, own) }
        };
        match kind {
            Kind::Group => {
                let number = item.group_number.clone().or_else(|| item.number.map(|number| number.to_string()));
                self.contents.groups.push(Group::new(number, Some(title), page, item.lines()));
            }
            Kind::Entry => self.contents.push(Entry {
                number: item.number,
                title: if item.roman { item.whole } else { title }.to_owned(),
                key: own,
                page,
                presenter: None,
                lines: item.lines(),
            }),
            Kind::Continuation => self.extend(item, title, self.ended.then(own), page),
        }
        if kind != Kind::Continuation {
            (self.last, self.ended) = (kind, own);
        }
        self.contents.pages.extend(item.page_above);
        let word = item.page_word.map(|word| (item.page_above.unwrap_or(item.line), word.to_owned()));
        self.contents.rest.extend(word);
    }

    /// Parts titles from the authors beside them, where the body prints them without.
    fn part_authors(&mut self) {
        let Self { contents, body, .. } = self;
        for entry in contents.groups.iter_mut().flat_map(|group| &mut group.entries) {
            let Some((title, name)) = author::split(&entry.title).filter(|_| !body.contains(entry.key)) else {
                continue;
            };
            let key = KeyHash::of(title);
            if body.contains(key) {
                let (title, name) = (title.to_owned(), name.to_owned());
                (entry.title, entry.key, entry.presenter) = (title, key, Some(name));
            }
        }
    }

    /// The title that the contents end with so far, unless it is too long to go on.
    fn ending(&self) -> Option<Printed<'_>> {
        let group = self.contents.groups.last()?;
        let (text, page) = match (self.last, group.entries.last()) {
            (Kind::Entry, Some(entry)) => (entry.title.as_str(), entry.page),
            _ => (group.title.as_deref().unwrap_or(""), group.page),
        };
        (text.len() <= LONGEST_ENTRY).then_some(Printed { text, key: self.ended, page })
    }

    /// Whether a line that looks numbered is the end of a title all the same (`… Đề án` / `06/Chính phủ 4`).
    ///
    /// The body prints the whole title; its first line alone as well where it is broken there too, but then the number is
    /// not the next one.
    fn is_broken_off(&self, before: Option<Printed<'_>>, item: &Item<'_>) -> bool {
        let groups = self.contents.groups.iter().rev();
        let last = || groups.clone().find_map(|group| group.entries.last()).and_then(|entry| entry.number);
        let counts_on = || last().is_none_or(|last| item.number == Some(last.saturating_add(1)));
        item.number.is_some()
            && before.is_some_and(|before| {
                before.page.is_none()
                    && self.body.contains(before.key.then(KeyHash::of(item.whole)))
                    && !(self.body.contains(before.key) && counts_on())
            })
    }

    /// What an item is, behind a title, in a list that prints the pages before the titles: there each entry begins with its
    /// page.
    fn led_kind(&self, before: Option<Printed<'_>>, item: &Item<'_>, own: Printed<'_>) -> Kind {
        let Self { last, style, ref body, .. } = *self;
        if item.led {
            return if item.capitals && style.distinct { Kind::Group } else { Kind::Entry };
        }
        let goes_on = before.is_some_and(|before| item.small || body.contains(before.key.then(own.key)));
        if last == Kind::Entry && goes_on {
            return Kind::Continuation;
        }
        let heads = item.group_number.is_some() || item.capitals || item.marked || body.leads(own.key) == Some(false);
        if heads || last == Kind::Group { Kind::Group } else { Kind::Continuation }
    }

    /// What an item is, behind a title.
    fn kind(&self, before: Option<Printed<'_>>, item: &Item<'_>, own: Printed<'_>) -> Kind {
        let Self { last, style, ref body, .. } = *self;
        if item.over && body.leads(own.key) == Some(false) {
            return Kind::Group;
        }
        if item.number.is_some() || item.bullet || item.nested || item.roman {
            return Kind::Entry;
        }
        if item.group_number.is_some() {
            return Kind::Group;
        }
        // The title without an author beside it.
        let bare = author::split(own.text).map(|(title, _)| KeyHash::of(title));
        if let Some(before) = before {
            let goes_on = |own: KeyHash| body.contains(before.key.then(own));
            let alone = body.contains(own.key);
            // Text follows the title of a numbered entry, no other heading.
            let ends = !body.contains(before.key) || style.numbered && last == Kind::Entry;
            if item.small || ends && (goes_on(own.key) || bare.is_some_and(goes_on)) {
                return Kind::Continuation;
            }
            // The page stands on an entry's last line.
            let alike = item.capitals == letters::is_capitals(before.text, 3);
            let fits = if last == Kind::Group { alike && item.capitals } else { alike || !item.capitals };
            if !alone && style.paged && before.page.is_none() && own.page.is_some() && fits && !item.marked {
                return Kind::Continuation;
            }
            if !alone && style.numbered && last == Kind::Entry && !item.capitals && !style.paged {
                return Kind::Continuation;
            }
        }
        // Among numbered entries as well: what has a page and prints text below its title is no group.
        if own.page.is_some()
            && !item.capitals
            && (bare.is_some_and(|key| body.contains(key)) || body.leads(own.key) == Some(true))
        {
            return Kind::Entry;
        }
        if !style.plain_entries || item.marked {
            return Kind::Group;
        }
        if style.distinct {
            return if item.capitals { Kind::Group } else { Kind::Entry };
        }
        // All lines look the same: what a line heads in the body tells a section's heading from a title, if it is as short.
        // A dash between two subjects is no word.
        let words = || own.text.split(' ').filter(|word| word.contains(chars::is_alphanumeric)).count();
        let heads = body.leads(own.key) == Some(false) && (item.capitals || words() <= 6);
        if heads { Kind::Group } else { Kind::Entry }
    }

    /// Joins an item to the title that the contents end with; `key` is the whole title's.
    fn extend(&mut self, item: &Item<'_>, title: &str, key: KeyHash, page: Option<u32>) {
        self.ended = key;
        let Some(group) = self.contents.groups.last_mut() else { return };
        let before = match (self.last, group.entries.last_mut()) {
            (Kind::Entry, Some(entry)) => {
                // A page on a line of its own adds none.
                if title.is_empty() {
                    // A dash that led to it goes with it.
                    entry.title.truncate(entry.title.trim_end_matches([' ', '-', '–', '—']).len());
                } else {
                    entry.title.push(' ');
                    entry.title.push_str(title);
                }
                entry.key = key;
                entry.lines = *entry.lines.start()..=item.line;
                &mut entry.page
            }
            _ => {
                group.title = Some(format!("{} {title}", group.title.as_deref().unwrap_or("")).trim().to_owned());
                group.lines = *group.lines.start()..=item.line;
                &mut group.page
            }
        };
        // A second page has no place in an entry.
        let spare = page.filter(|_| before.is_some());
        *before = before.or(page);
        self.contents.rest.extend(spare.map(|page| (item.line, page.to_string())));
    }
}

/// Pages of the items: the sure ones, and the doubtful ones where the body or the other items speak for them.
/// Where pages stand before the titles (`led`), none stands behind them.
fn settle_pages(items: &[Item<'_>], body: &Body<'_, '_>, led: bool) -> Vec<Option<u32>> {
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
