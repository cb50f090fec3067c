//! The lines of a list of contents read into groups and entries.
//!
//! What the body prints decides in doubt: whether a number is a page, whether a line goes on from the one before, whether
//! it heads other titles or is one.

use super::page_mark::{PageMark, lone_page, split_page};
use super::recurrence::{Keyed, Title, Titles};
use super::reprint::{self, Body};
use super::{Contents, Entry, Group};
use crate::roles::Roles;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::letters;

/// A line of the contents, taken apart.
struct Item<'t> {
    line: usize,
    number: Option<u32>,
    group_number: Option<String>,
    bullet: bool,
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

fn item<'t>(titles: &Titles<'_, 't, '_>, pos: usize) -> Item<'t> {
    let zone = titles.zone;
    let line = zone.line(pos);
    let folded = zone.text(pos);
    let (mut number, mut group_number, mut bullet) = (None, None, false);
    let rest = match enumerator::split(folded) {
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
        _ => folded,
    };
    // Numbers of other kinds are part of an entry's text.
    let known = titles.keyed(pos).filter(|_| rest.len() == zone.page.entitled(line).len());
    let keyed = known.unwrap_or_else(|| Keyed::of(Title::of(rest, || zone.page_mark(pos))));
    let Keyed { title: Title { full, text, page }, full_key, key } = keyed;
    Item {
        line,
        number,
        group_number,
        bullet,
        text,
        full,
        whole: if rest.len() == folded.len() { text } else { split_page(folded).0 },
        key,
        full_key,
        page,
        capitals: letters::is_capitals(text, 3),
        small: letters::starts_small(text),
        marked: zone.is(pos, Roles::MARKED),
        lone_page: lone_page(folded),
        // Marks before the text were cut off as well.
        page_word: (if rest.starts_with(text) { Some(0) } else { rest.find(text) })
            .and_then(|at| page_word(rest.get(at + text.len()..)?)),
    }
}

/// The word in what was cut off as the page.
fn page_word(tail: &str) -> Option<&str> {
    let word = tail.trim_matches(|c: char| !chars::is_alphabetic(c));
    (!word.is_empty()).then_some(word)
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
    let items: Vec<Item<'t>> = (from..to).map(|p| item(titles, p)).collect();
    let differs = |item: &Item<'t>, text: &'t str| (!std::ptr::eq(text, item.text)).then_some(text);
    let printed = |item: &Item<'t>| [Some(item.text), differs(item, item.full), differs(item, item.whole)];
    let known = items.iter().flat_map(|item| [(item.text, item.key), (item.full, item.full_key)]);
    let printed = reprint::Titles::of(items.iter().flat_map(printed).flatten(), known);
    // Few titles run over more than two lines.
    let pairs = items.iter().zip(items.iter().skip(1).map(Some).chain([None]));
    let longest = pairs.map(|(item, next)| item.whole.len() + next.map_or(0, |next| next.whole.len())).max();
    let body = Body::new(zone.page, zone.line(to), &printed, longest.unwrap_or(0));
    let paged = settle_pages(&items, &body);
    let numbered = items.iter().filter(|i| i.number.is_some()).count();
    let plain = |i: &Item<'_>| i.number.is_none() && !i.bullet && i.group_number.is_none();
    let plain_entries =
        numbered == 0 && items.iter().any(|i| plain(i) && (!i.capitals || body.leads(i.key) == Some(true)));
    let style = Style {
        numbered: numbered > 0,
        plain_entries,
        distinct: items.iter().any(|i| i.capitals || i.marked || i.group_number.is_some())
            && !items.iter().all(|i| i.capitals),
        paged: paged.iter().flatten().count() * 2 > items.len(),
    };
    let mut reading = Reading::new(style, &body);
    for (item, page) in items.iter().zip(paged) {
        reading.take(item, page);
    }
    reading.contents
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
struct Reading<'a, 'p, 't> {
    contents: Contents,
    /// What the contents end with, a group's heading or an entry.
    last: Kind,
    /// The key of that title.
    ended: KeyHash,
    style: Style,
    body: &'a Body<'p, 't>,
}

impl<'a, 'p, 't> Reading<'a, 'p, 't> {
    fn new(style: Style, body: &'a Body<'p, 't>) -> Self {
        Self { contents: Contents::default(), last: Kind::Group, ended: KeyHash::default(), style, body }
    }

    /// Reads the next item, on which this page is printed.
    fn take(&mut self, item: &Item<'_>, page: Option<u32>) {
        if item.lone_page.is_some() && self.ending().is_some_and(|before| before.page.is_none()) {
            self.extend(item, "", self.ended, item.lone_page);
            self.contents.pages.push(item.line);
            return;
        }
        let (mut title, mut own) = if page.is_some() { (item.text, item.key) } else { (item.full, item.full_key) };
        let before = self.ending();
        let kind = if self.is_broken_off(before, item) {
            (title, own) = (item.whole, KeyHash::of(item.whole));
            Kind::Continuation
        } else {
            self.kind(before, item, Printed { text: title, key: own, page })
        };
        match kind {
            Kind::Group => self.contents.groups.push(Group {
                number: item.group_number.clone(),
                title: Some(title.to_owned()),
                page,
                lines: item.line..=item.line,
                entries: Vec::new(),
            }),
            Kind::Entry => self.push_entry(item, title, own, page),
            Kind::Continuation => self.extend(item, title, self.ended.then(own), page),
        }
        if kind != Kind::Continuation {
            (self.last, self.ended) = (kind, own);
        }
        self.contents.rest.extend(item.page_word.map(|word| (item.line, word.to_owned())));
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

    /// What an item is, behind a title.
    fn kind(&self, before: Option<Printed<'_>>, item: &Item<'_>, own: Printed<'_>) -> Kind {
        let Self { last, style, body, .. } = *self;
        if item.number.is_some() || item.bullet {
            return Kind::Entry;
        }
        if item.group_number.is_some() {
            return Kind::Group;
        }
        if let Some(before) = before {
            let alone = body.contains(own.key);
            // Text follows the title of a numbered entry, no other heading.
            let ends = !body.contains(before.key) || style.numbered && last == Kind::Entry;
            if item.small || ends && body.contains(before.key.then(own.key)) {
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
        if !style.plain_entries || item.marked {
            return Kind::Group;
        }
        if style.distinct {
            return if item.capitals { Kind::Group } else { Kind::Entry };
        }
        // All lines look the same: what a line heads in the body tells a section's heading from a title, if it is as short.
        let heads = body.leads(own.key) == Some(false) && (item.capitals || letters::words(own.text) <= 6);
        if heads { Kind::Group } else { Kind::Entry }
    }

    fn push_entry(&mut self, item: &Item<'_>, title: &str, key: KeyHash, page: Option<u32>) {
        let lines = item.line..=item.line;
        let entry = Entry { number: item.number, title: title.to_owned(), key, page, presenter: None, lines };
        match self.contents.groups.last_mut() {
            Some(group) => group.entries.push(entry),
            None => self.contents.groups.push(Group {
                number: None,
                title: None,
                page: None,
                lines: item.line..=item.line,
                entries: vec![entry],
            }),
        }
    }

    /// Joins an item to the title that the contents end with; `key` is the whole title's.
    fn extend(&mut self, item: &Item<'_>, title: &str, key: KeyHash, page: Option<u32>) {
        self.ended = key;
        let Some(group) = self.contents.groups.last_mut() else { return };
        let before = match (self.last, group.entries.last_mut()) {
            (Kind::Entry, Some(entry)) => {
                // A page on a line of its own adds none.
                if !title.is_empty() {
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
fn settle_pages(items: &[Item<'_>], body: &Body<'_, '_>) -> Vec<Option<u32>> {
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
            PageMark::Maybe(n) => {
                let (with, without) = (body.contains(i.full_key), body.contains(i.key));
                (!with && (without || majority)).then_some(n)
            }
        })
        .collect()
}
