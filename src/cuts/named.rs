//! Documents of a pack that the contents name and whose label does not tell where they open: it is lost, or letters of
//! label, title and presenting body stand glued on one line without a mark between.
//!
//! Only the very title that the contents print is looked for, with its presenting body behind it where they name one.

use super::openings::{Opening, Text, could_present, unlabelled};
use crate::contents::Entry;
use crate::roles::{self, Roles, presenter};
use crate::text::chars;
use crate::text::key::{self, Beginnings, KeyHash, KeyMap, KeySet};
use crate::text::letters;

/// Most lines of a title.
const LONGEST_TITLE: usize = 4;

/// The titles that the contents name.
pub(super) struct Named {
    beginnings: Beginnings,
    /// The keys of the presenting bodies by those of the titles.
    entries: KeyMap<Option<KeyHash>>,
}

impl Named {
    /// Those of the contents' entries.
    pub(super) fn of<'c>(entries: impl Iterator<Item = &'c Entry> + Clone) -> Self {
        Self {
            beginnings: Beginnings::of(entries.clone().map(|entry| entry.title.as_str())),
            entries: entries.map(|entry| (entry.key, entry.presenter.as_deref().map(KeyHash::of))).collect(),
        }
    }

    /// The document whose title begins on this line, without a label. `headings` are those of the contents' groups, which
    /// may stand right above it.
    pub(super) fn unlabelled(&self, text: &Text<'_, '_>, headings: &KeySet, at: usize) -> Option<Opening> {
        const NOT: Roles = Roles::BLANK.union(Roles::ROW).union(Roles::FOOTNOTE).union(Roles::LABEL);
        let page = text.page;
        if page.is(at, NOT) || text.is_empty(at) || !self.beginnings.may_open(page.entitled(at)) {
            return None;
        }
        let (mut title, mut last) = (KeyHash::of(page.entitled(at)), at);
        let presenter = loop {
            if let Some(presenter) = self.entries.get(&title) {
                break *presenter;
            }
            last = text.next_line(last).filter(|next| *next < at + LONGEST_TITLE)?;
            title = title.then(KeyHash::of(page.text(last)));
        };
        let (presented, below) = (presented(text, last, presenter), text.next_line(last));
        // Without the presenting body that the contents name, the title has to stand by itself, who presents it aside.
        let headed = || at.checked_sub(1).is_some_and(|above| headings.contains(&KeyHash::of(page.text(above))));
        let signed =
            |below: &usize| presenter::names_presenter(page.text(*below)) || signs_by_place(text, last, *below);
        let author = below.filter(signed);
        // Where no blank lines stand in the text, the sentence above ends.
        let ended = || author.is_some() && at > 0 && letters::ends_sentence(page.text(at - 1));
        let apart = || {
            (text.opens_apart(at) || headed() || ended())
                && below.is_some_and(|below| page.blanks_before(below) > 0 || author.is_some())
        };
        if presented.is_none() && !apart() {
            return None;
        }
        let found = || author.map(|below| (presenter::name(page.text(below)).to_owned(), below));
        Some(unlabelled(text, at, last, presented.or_else(found)))
    }

    /// The document whose label and title, and perhaps presenting body, are one word after the other on this line.
    pub(super) fn glued(&self, text: &Text<'_, '_>, at: usize) -> Option<Opening> {
        let page = text.page;
        let line = page.text(at);
        let label = roles::label::opening(line)?;
        let rest = line.get(label.len()..)?;
        if !self.beginnings.may_open(rest) {
            return None;
        }
        let (end, presenter) = key::find_beginning(rest, |title| {
            let presenter = *self.entries.get(&title)?;
            let end = behind(rest, title.chars())?;
            let body = rest.get(end..)?.trim();
            (body.is_empty() || presenter == Some(KeyHash::of(body))).then_some((end, presenter))
        })?;
        let (title, body) = (rest.get(..end)?.trim(), rest.get(end..)?.trim());
        let presenter =
            if body.is_empty() { presented(text, at, presenter) } else { Some((presenter::name(body).to_owned(), at)) };
        Some(Opening {
            label: Some(label.to_owned()),
            glued: true,
            presenter,
            ..Opening::new(title.to_owned(), at, at)
        })
    }
}

/// Whether the line below a title names who wrote it by where it stands: right below, a few words, with running text apart
/// below it.
fn signs_by_place(text: &Text<'_, '_>, title: usize, below: usize) -> bool {
    /// Most words of a name.
    const MOST_WORDS: usize = 8;
    /// Headings that papers begin with, lower case.
    const HEADINGS: [&str; 6] = ["đặt vấn đề", "mở đầu", "lời mở đầu", "giới thiệu", "dẫn nhập", "tóm tắt"];
    let page = text.page;
    let name = page.text(below);
    below == title + 1
        && could_present(page, below)
        && !page.is(below, Roles::CAPITALS | Roles::MARKED)
        && (2..=MOST_WORDS).contains(&letters::words(name))
        && !HEADINGS.iter().any(|heading| chars::strip_prefix(name, heading).is_some())
        && page.is(below + 1, Roles::BLANK)
        && text.next_line(below).is_some_and(|next| page.is_running(next))
}

/// The presenting body below a line, where it is the one of this key, and its line.
fn presented(text: &Text<'_, '_>, at: usize, presenter: Option<KeyHash>) -> Option<(String, usize)> {
    let below = text.next_line(at)?;
    let name = presenter::name(text.page.text(below));
    (presenter == Some(KeyHash::of(name))).then(|| (name.to_owned(), below))
}

/// Where the text behind so many letters and the marks that close them begins.
fn behind(text: &str, letters: usize) -> Option<usize> {
    let (last, c) = text.char_indices().filter(|(_, c)| chars::is_alphanumeric(*c)).nth(letters.checked_sub(1)?)?;
    let end = last + c.len_utf8();
    let closing = |c: char| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '’' | ')' | ']' | '%');
    Some(end + text.get(end..)?.find(|c| !closing(c)).unwrap_or(text.len() - end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_belong_to_the_letters_before_them() {
        assert_eq!(behind("Đạt 99%Sở Một", 5), Some("Đạt 99%".len()));
        assert_eq!(behind("“Một”. Hai", 3), Some("“Một”.".len()));
        assert_eq!(behind("Một", 4), None);
        assert_eq!(behind("Một", 0), None);
    }
}
