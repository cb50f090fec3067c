//! The lines of a list of contents read into groups and entries.
//!
//! What the body prints decides in doubt: whether a number is a page, whether a line goes on from the one before, whether
//! it heads other titles or is one.

use super::author;
use super::items::{self, Item};
use super::recurrence::Titles;
use super::reprint::{self, Body};
use super::{Contents, Entry, Group};
use crate::text::chars;
use crate::text::key::KeyHash;
use crate::text::letters;

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
    let items =
        items::with_nested_groups(items::with_pages_above((from..to).map(|p| items::item(titles, p)).collect()));
    let items = items::with_nested_lists(zone.page, items);
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
    let items = items::with_roman_entries(items::with_counted_entries(items, &body), &body);
    let led = items.iter().any(|item| item.led);
    let paged = items::settle_pages(&items, &body, led);
    let numbered = items.iter().filter(|i| i.number.is_some() || i.nested || i.roman).count();
    let plain =
        |i: &Item<'_>| i.number.is_none() && i.bullet.is_none() && !i.nested && !i.roman && i.group_number.is_none();
    let counted = numbered == 0 && counts_groups(&items, &paged);
    let leads = |i: &Item<'_>| !i.capitals || body.leads(i.key) == Some(true);
    let style = Style {
        numbered: numbered > 0,
        plain_entries: numbered == 0 && (counted || items.iter().any(|i| plain(i) && leads(i))),
        counted,
        distinct: items.iter().any(|i| i.capitals || i.marked || i.group_number.is_some())
            && !items.iter().all(|i| i.capitals),
        paged: paged.iter().flatten().count() * 2 > items.len(),
        unpaged_groups: heads_without_pages(&items, &paged),
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

/// Whether groups are counted and have no pages, which most of the other items have: titles, in capitals as well.
fn counts_groups(items: &[Item<'_>], paged: &[Option<u32>]) -> bool {
    let (mut groups, mut others, mut pages) = (0, 0, 0);
    for (item, page) in items.iter().zip(paged) {
        if item.group_number.is_some() {
            if page.is_some() {
                return false;
            }
            groups += 1;
        } else {
            others += 1;
            pages += usize::from(page.is_some());
        }
    }
    groups > 0 && pages >= 2 && pages * 2 >= others
}

/// Whether lines in capitals head groups where they have no page and are titles where they have one: all that is no heading of
/// a group has its page.
fn heads_without_pages(items: &[Item<'_>], paged: &[Option<u32>]) -> bool {
    const FEWEST: usize = 2;
    let capitals = || items.iter().zip(paged).filter(|(item, _)| item.capitals);
    let titles = capitals().filter(|(_, page)| page.is_some()).count();
    let headings = capitals().filter(|(_, page)| page.is_none()).count();
    titles >= FEWEST && headings > 0 && items.iter().zip(paged).all(|(item, page)| item.capitals || page.is_some())
}

/// How this table of contents is set.
#[derive(Clone, Copy)]
struct Style {
    numbered: bool,
    /// Entries carry no number and no bullet.
    plain_entries: bool,
    /// Groups are told by their enumerators.
    counted: bool,
    /// Groups are set apart from entries: by capitals, markup or an enumerator.
    distinct: bool,
    /// Most items have a page.
    paged: bool,
    /// Groups have no pages, and titles in capitals as well as others have.
    unpaged_groups: bool,
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
        if let Some(lone) = item.lone_page {
            if self.ending().is_some_and(|before| before.page.is_none()) {
                self.extend(item, "", self.ended, item.lone_page);
            } else {
                self.contents.rest.push((item.line, lone.to_string()));
            }
            self.contents.pages.push(item.line);
            self.contents.rest.extend(item.page_word.map(|word| (item.line, word.to_owned())));
            return;
        }
        let (mut title, mut own) = if page.is_some() { (item.text, item.key) } else { (item.full, item.full_key) };
        let before = self.ending();
        let kind = if self.is_broken_off(before, item) {
            Kind::Continuation
        } else {
            let own = Printed { text: title, key: own, page };
            if self.style.led { self.led_kind(before, item, own) } else { self.kind(before, item, own) }
        };
        // What counts nothing is a part of the title.
        if kind == Kind::Continuation && (item.number.is_some() || item.group_number.is_some()) {
            title = if page.is_some() { item.whole } else { item.whole_full };
            own = KeyHash::of(title);
        }
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
        if kind != Kind::Continuation {
            self.contents.rest.extend(item.word.map(|word| (item.line, word.to_owned())));
        }
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
        if item.number.is_some() || item.bullet.is_some() || item.nested || item.roman {
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
        if style.distinct || style.counted {
            let titled = style.counted || style.unpaged_groups && own.page.is_some();
            return if item.capitals && !titled { Kind::Group } else { Kind::Entry };
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
