//! The table of contents: groups and entries, out of a list of lines (`listed`) or out of tables (`tables`).
//!
//! A list is looked for in the head of the text (`zone`): `recurrence` finds the first title that is printed twice,
//! `items` takes the lines apart, with their pages (`page_mark`, `leading`), and `entries` tells groups from entries by
//! them, by the authors (`author`) and by the second printing in the body (`reprint`). They may stand in a table as well
//! (`tabled`). A text without contents has a masthead at most (`unlisted`). A conference pack has tables (`tables`, cut into
//! `rows`, or `stacked`), or a list of documents (`documents`); `presenters` parts its titles from who presents them.
//!
//! What is printed is read here; which article an entry belongs to is decided by the stage that cuts the articles.

pub mod author;
pub mod documents;
pub mod entries;
mod items;
pub mod leading;
pub mod listed;
pub mod page_mark;
mod presenters;
pub mod recurrence;
pub mod reprint;
pub mod rows;
pub mod stacked;
pub mod tabled;
pub mod tables;
pub mod trailing;
pub mod unlisted;
pub mod zone;

use std::ops::RangeInclusive;

use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{KeyHash, KeySet, key};

/// A table of contents as printed.
#[derive(Debug, Default)]
pub struct Contents {
    /// Lines of the heading over it and of the headers of its tables, in order.
    pub headings: Vec<usize>,
    /// Lines in order that hold nothing but the page of the entry or heading above.
    pub pages: Vec<usize>,
    /// What is printed on its lines but is no part of an entry, with the lines: words before pages (`trang`), cells of
    /// columns that nothing explains.
    pub rest: Vec<(usize, String)>,
    /// Its groups in order.
    pub groups: Vec<Group>,
}

/// A group of entries.
#[derive(Debug, Clone)]
pub struct Group {
    /// Enumerator as printed.
    pub number: Option<String>,
    /// Heading; None where entries stand under none.
    pub title: Option<String>,
    /// Page.
    pub page: Option<u32>,
    /// Indices of its heading's lines, or of its first entry's.
    pub lines: RangeInclusive<usize>,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Number as printed.
    pub number: Option<u32>,
    /// Title, without enumerator, leaders and page.
    pub title: String,
    /// Key of the title.
    pub key: KeyHash,
    /// Page.
    pub page: Option<u32>,
    /// Presenting body.
    pub presenter: Option<String>,
    /// Indices of its lines.
    pub lines: RangeInclusive<usize>,
}

impl Group {
    /// A group without entries; None as a title where they stand under no heading.
    pub fn new(number: Option<String>, title: Option<&str>, page: Option<u32>, lines: RangeInclusive<usize>) -> Self {
        Self { number, title: title.map(str::to_owned), page, lines, entries: Vec::new() }
    }
}

impl Contents {
    /// Adds an entry to the last group; the first one may stand under no heading.
    fn push(&mut self, entry: Entry) {
        if self.groups.is_empty() {
            self.groups.push(Group::new(None, None, None, entry.lines.clone()));
        }
        if let Some(group) = self.groups.last_mut() {
            group.entries.push(entry);
        }
    }

    /// Begins a group, or goes on in the last one where a page turn repeats its heading.
    fn begin(&mut self, at: usize, number: Option<String>, title: &str, page: Option<u32>) {
        let same = |group: &Group| group.title.as_deref().is_some_and(|last| key(last) == key(title));
        if self.groups.last().is_some_and(same) {
            self.headings.push(at);
        } else {
            self.groups.push(Group::new(number, Some(title), page, at..=at));
        }
    }

    /// All entries with the index of their group and their own.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> + Clone {
        self.groups
            .iter()
            .enumerate()
            .flat_map(|(group, g)| g.entries.iter().enumerate().map(move |(entry, e)| (EntryId { group, entry }, e)))
    }

    /// The keys of all titles of entries, and the length of the longest.
    pub fn title_keys(&self) -> (KeySet, u32) {
        let titles: KeySet = self.entries().map(|(_, entry)| entry.key).collect();
        let longest = titles.iter().map(|key| key.len()).max().and_then(|len| u32::try_from(len).ok()).unwrap_or(0);
        (titles, longest)
    }

    /// All lines on which something of them stands, in no order.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        let alone = self.headings.iter().chain(&self.pages).copied().chain(self.rest.iter().map(|(at, _)| *at));
        let entries = self.groups.iter().flat_map(|group| group.entries.iter().map(|entry| &entry.lines));
        let spans = self.groups.iter().map(|group| &group.lines).chain(entries);
        alone.chain(spans.flat_map(RangeInclusive::clone))
    }

    /// Adds contents that stand further down.
    pub fn append(&mut self, other: Self) {
        self.headings.extend(other.headings);
        self.pages.extend(other.pages);
        self.rest.extend(other.rest);
        self.groups.extend(other.groups);
    }

    /// Whether a text is the title of a group or an entry.
    pub fn names(&self, text: &str) -> bool {
        let key = KeyHash::of(text);
        let heads = |group: &Group| group.title.as_deref().is_some_and(|title| KeyHash::of(title) == key);
        self.groups.iter().any(|group| heads(group) || group.entries.iter().any(|entry| entry.key == key))
    }

    /// Whether a line belongs to the heading over the contents or is the header of a table. Headers are repeated as often
    /// as pages turn.
    pub fn is_heading(&self, at: usize) -> bool {
        self.headings.binary_search(&at).is_ok()
    }

    /// The entry of that place.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.groups.get(id.group)?.entries.get(id.entry)
    }
}

/// The enumerator that opens a group's heading, and the heading.
fn split_group(text: &str) -> (Option<String>, &str) {
    match enumerator::split(text) {
        Some((Enumerator::Roman(number) | Enumerator::Letter(number), rest)) => (Some(number.to_owned()), rest),
        _ => (None, text),
    }
}

/// The place of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// Index of the group.
    pub group: usize,
    /// Index within the group.
    pub entry: usize,
}
