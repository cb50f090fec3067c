//! Presenting bodies that the contents of a pack print behind a title: in brackets (`Giữ rừng (UBND xã Một)`), behind a dash or
//! a slash, or on the entry's last line; people before it as well.
//!
//! The body decides in doubt: it prints the title without them.

use super::page_mark::split_page;
use super::reprint::{self, Body};
use super::{Contents, Entry, author};
use crate::page::Page;
use crate::roles::presenter;
use crate::text::enumerator;
use crate::text::key::KeyHash;
use crate::text::{letters, person};

/// Fewest words of a title that something is parted from.
const FEWEST_WORDS: usize = 2;

/// Where a title may end and its presenting body begin.
struct Part {
    title: String,
    presenter: String,
    /// Whether its words name who presents a document.
    names: bool,
    /// Whether they could be a person's name by their shape.
    shaped: bool,
    /// Whether brackets, a slash or a line of its own set it apart, or it stands before the title.
    apart: bool,
}

/// Parts the titles of the entries from their presenting bodies; `body` is the line where the first document may open.
pub(super) fn part(page: &Page<'_>, contents: &mut Contents, body: usize) {
    let all = contents.entries().count();
    let given = contents.entries().filter(|(_, entry)| entry.presenter.is_some()).count();
    let entries = contents.groups.iter_mut().flat_map(|group| &mut group.entries);
    let found: Vec<(&mut Entry, Vec<Part>)> = entries
        .filter(|entry| entry.presenter.is_none())
        .map(|entry| {
            let parts = parts(page, entry);
            (entry, parts)
        })
        .filter(|(_, parts)| !parts.is_empty())
        .collect();
    if found.is_empty() {
        return;
    }
    let whole: Vec<String> = found.iter().map(|(entry, _)| entry.title.clone()).collect();
    let parted = found.iter().flat_map(|(_, parts)| parts).map(|part| part.title.clone());
    let titles: Vec<String> = whole.iter().cloned().chain(parted).collect();
    let longest = titles.iter().map(String::len).max().unwrap_or(0);
    let titles = reprint::Titles::of(titles.iter().map(String::as_str), std::iter::empty());
    let printed = Body::new(page, body, &titles, longest);
    let reprinted = |part: &Part| printed.contains(KeyHash::of(&part.title));
    let named = found.iter().filter(|(_, parts)| parts.iter().any(|part| part.names && reprinted(part))).count();
    // Where most of the entries say who presents them, a rare family name is one too.
    let most = (given + named) * 2 > all;
    for (entry, parts) in found {
        let names = |part: &Part| part.names || most && part.shaped && part.apart;
        // The body may print who presents it right below the title.
        let named = || parts.iter().position(|part| names(part) && reprinted(part));
        let told =
            || parts.iter().position(reprinted).or_else(|| parts.iter().position(|part| part.names && part.apart));
        let at = named().or_else(|| if printed.contains(entry.key) { None } else { told() });
        if let Some(part) = at.and_then(|at| parts.into_iter().nth(at)) {
            entry.key = KeyHash::of(&part.title);
            entry.title = part.title;
            entry.presenter = Some(part.presenter);
        }
    }
}

/// Parts the names of who presents the entries from the words before them (`Đơn vị: …`), which are kept.
pub(super) fn part_labels(page: &Page<'_>, contents: &mut Contents) {
    for entry in contents.groups.iter_mut().flat_map(|group| &mut group.entries) {
        let Some((label, name)) = entry.presenter.as_deref().and_then(presenter::behind_label) else { continue };
        if let Some(line) = entry.lines.clone().find(|&at| page.text(at).contains(label)) {
            contents.rest.push((line, label.to_owned()));
            entry.presenter = Some(name.to_owned());
        }
    }
}

/// The places where an entry may be parted.
fn parts(page: &Page<'_>, entry: &Entry) -> Vec<Part> {
    let title = entry.title.as_str();
    let bracketed = author::in_brackets(title).map(|(head, name)| (head, name, true));
    let slashed = author::behind_slash(title).map(|(head, name)| (head, name, true));
    let dashed = author::behind_dash(title).map(|(head, name)| (head, name, false));
    let before = author::before(title).map(|(title, name)| (title, name, true));
    let last_line = || {
        let last = *entry.lines.end();
        let (name, _) = split_page(page.text(last));
        let head = title.strip_suffix(name).filter(|_| last > *entry.lines.start())?;
        let shaped = person::are_full_names(name) && !letters::ends_with_linking_word(head);
        (shaped || presenter::names_presenter(name)).then_some((head, name, true))
    };
    let found = [bracketed, slashed, dashed, before, last_line()].into_iter().flatten();
    found
        .map(|(title, name, apart)| (title.trim(), presenter::name(name.trim()), apart))
        .filter(|(title, name, _)| {
            let numbered = enumerator::split(name).is_some();
            letters::words(title) >= FEWEST_WORDS && letters::starts_capital(name) && !numbered
        })
        .map(|(title, name, apart)| {
            let (names, shaped) = (presenter::names_presenter(name), person::are_full_names(name));
            Part { title: title.to_owned(), presenter: name.to_owned(), names, shaped, apart }
        })
        .collect()
}
