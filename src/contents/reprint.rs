//! The titles of the contents as the body prints them once more: in short lines, with running text or other lines below.

use std::cell::OnceCell;

use crate::page::Page;
use crate::roles::{Roles, presenter};
use crate::text::key::{Beginnings, KeyHash, KeyMap, KeySet, TextMap};
use crate::text::letters;

/// Most lines of a title.
pub const MOST_TITLE_LINES: usize = 3;

/// The titles that are looked for.
pub struct Titles<'t> {
    beginnings: Beginnings,
    /// Their keys.
    keys: TextMap<'t, KeyHash>,
}

impl<'t> Titles<'t> {
    /// Titles as the contents may print them, and the keys of those that are known.
    pub fn of(printed: impl Iterator<Item = &'t str> + Clone, known: impl Iterator<Item = (&'t str, KeyHash)>) -> Self {
        Self { beginnings: Beginnings::of(printed), keys: known.collect() }
    }
}

/// What the body prints in short lines.
pub struct Body<'p, 't> {
    page: &'p Page<'t>,
    /// Index of its first line.
    from: usize,
    titles: &'p Titles<'p>,
    /// Longest title that is looked for, as a rule: no more than that is read of the text behind a title.
    longest: usize,
    near: Short,
    /// The same for titles of any length.
    all: OnceCell<Short>,
}

/// Short lines as they are printed.
#[derive(Debug, Default)]
struct Short {
    /// Keys of short lines, alone and joined with the next one or two.
    keys: KeySet,
    /// Whether running text follows a short line (a title), or another short line (a section's heading).
    leads: KeyMap<bool>,
}

/// A short line that may begin a title, with those after it.
struct Recent {
    key: KeyHash,
    /// How many lines it is made of.
    lines: usize,
}

impl<'p, 't> Body<'p, 't> {
    /// The body from line `from` on, read as far as it may print titles with these beginnings.
    pub fn new(page: &'p Page<'t>, from: usize, titles: &'p Titles<'p>, longest: usize) -> Self {
        let near = Short::read(page, from, titles, longest);
        Self { page, from, titles, longest, near, all: OnceCell::new() }
    }

    fn short(&self, key: KeyHash) -> &Short {
        if key.len() <= self.longest {
            return &self.near;
        }
        self.all.get_or_init(|| Short::read(self.page, self.from, self.titles, usize::MAX))
    }

    /// Whether a title is printed in short lines.
    pub fn contains(&self, key: KeyHash) -> bool {
        self.short(key).keys.contains(&key)
    }

    /// Whether running text follows a title (true), or another short line; None where it is not printed.
    pub fn leads(&self, key: KeyHash) -> Option<bool> {
        self.short(key).leads.get(&key).copied()
    }
}

impl Short {
    fn read(page: &Page<'_>, from: usize, titles: &Titles<'_>, longest: usize) -> Self {
        let mut body = Self::default();
        let mut recent: Vec<Recent> = Vec::new();
        for at in from..page.lines.len() {
            if page.is(at, Roles::BLANK) {
                continue;
            }
            let text = page.text(at);
            let short = text.len() <= 520 && !page.is(at, Roles::BACK_LINK | Roles::PAGE_NUMBER);
            if !recent.is_empty() {
                // Who wrote or presents it stands between a title and its text.
                let text_below = || page.is_running(at) || presenter::names_presenter(text);
                let heads =
                    short && page.could_head(at) && (titles.beginnings.may_open(page.entitled(at)) || !text_below());
                for before in &recent {
                    body.leads.entry(before.key).or_insert(!heads);
                }
            }
            if !short {
                recent.clear();
                continue;
            }
            let text = page.entitled(at);
            let opens = titles.beginnings.may_open(text);
            if recent.is_empty() && !opens {
                continue;
            }
            let shortest = if opens { 0 } else { recent.iter().map(|before| before.key.len()).min().unwrap_or(0) };
            // Mostly the title is printed just as in the contents.
            if opens && let Some(key) = titles.keys.get(text) {
                page.keep_key(at, *key);
            }
            let most = u32::try_from(longest.saturating_sub(shortest)).unwrap_or(u32::MAX);
            // `06/…` behind `Đề án` is no number of the line.
            let whole =
                !recent.is_empty() && page.is(at, Roles::NUMBERED) && letters::calls_for_number(page.text(at - 1));
            let key = if whole { KeyHash::up_to(page.text(at), most) } else { page.key(at, most) };
            let Some(own) = key else {
                recent.clear();
                continue;
            };
            for before in &mut recent {
                *before = Recent { key: before.key.then(own), lines: before.lines + 1 };
                body.keys.insert(before.key);
            }
            recent.retain(|before| before.lines < MOST_TITLE_LINES);
            if opens {
                recent.push(Recent { key: own, lines: 1 });
                body.keys.insert(own);
            }
        }
        body
    }
}
