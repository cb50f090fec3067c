//! The contents of a conference pack that are printed as a list of lines, as those of other layouts are, and not as tables.
//!
//! The list is read by `listed`. What stands below a title and its page is the presenting body here, and the list ends
//! above the label of the first document, whatever of it is printed again further down.

use std::collections::HashSet;
use std::ops::Range;

use super::listed::{self, Head};
use super::page_mark::{PageMark, has_page, split_page, sure_page};
use super::zone::Zone;
use super::{Contents, Entry, presenters};
use crate::page::Page;
use crate::roles::{Roles, presenter};
use crate::running::Headers;
use crate::text::key::KeyHash;
use crate::text::{enumerator, letters};

/// Most lines of an entry, down to its page.
const MOST_ENTRY_LINES: usize = 3;
/// How titles and headings of groups are set, and names are not.
const TITLED: Roles = Roles::NUMBERED.union(Roles::CAPITALS);

/// Finds masthead, contents and body of a pack with such a list.
pub fn find(page: &Page<'_>, headers: &Headers) -> Option<Head> {
    let names = Names::of(page);
    let mut head = listed::find_in(&Zone::without(page, headers, |at| names.hold(at)));
    let first = *head.contents.entries().next()?.1.lines.start();
    // A group of the list may be called as documents are; entries with their pages stand right below.
    let heads_group = |at: usize| {
        let mut below = (at + 1..head.body).take_while(|&below| !page.is(below, Roles::BLANK)).take(MOST_ENTRY_LINES);
        below.any(|below| printed_page(page, below))
    };
    let opens = |at: &usize| page.is(*at, Roles::LABEL) && !printed_page(page, *at) && !heads_group(*at);
    let label = (first..head.body).find(opens);
    head.body = label.unwrap_or(head.body);
    let named: Vec<usize> = (head.masthead_end..head.body).filter(|&at| names.hold(at)).collect();
    let before_titles = named.first().is_some_and(|name| *name < first);
    let list = List { headers, names, before_titles };
    let named = list.part_presenters(&mut head, named);
    end_above(page, &mut head.contents, head.body);
    let left = list.give_presenters(&mut head.contents, &named);
    presenters::part(page, &mut head.contents, head.body);
    presenters::part_labels(page, &mut head.contents);
    list.keep_rest(&mut head, &left);
    (!head.contents.groups.is_empty()).then_some(head)
}

/// The lines of the list that name who wrote or presents a document, and so are no titles.
struct Names<'p, 't> {
    page: &'p Page<'t>,
    /// Whether they end in the pages of the titles above them.
    paged: bool,
    /// Whether they stand right above the titles, which end in their pages.
    over_pages: bool,
    /// Whether they stand by themselves between titles that are numbered and end in their pages.
    between_numbers: bool,
}

impl<'p, 't> Names<'p, 't> {
    /// Those of a list above the first running text. Where most pages stand beside names, or below them, that is how the list is
    /// set, and no title that reads as a name does.
    fn of(page: &'p Page<'t>) -> Self {
        const LEAST: usize = 2;
        let head = (0..page.lines.len()).take_while(|&at| !page.is(at, Roles::PROSE));
        let pages: Vec<usize> = head.filter(|&at| printed_page(page, at)).collect();
        let is_habit = |set: &dyn Fn(usize) -> bool| {
            let found = pages.iter().filter(|&&at| set(at)).count();
            found >= LEAST && found * 2 >= pages.len()
        };
        let names = Self { page, paged: false, over_pages: false, between_numbers: false };
        let between: Vec<usize> =
            pages.iter().map(|at| at + 1).filter(|&at| names.stands_between_numbers(at)).collect();
        let named = between.iter().filter(|&&at| presenter::names_presenter(names.text(at))).count();
        Self {
            page,
            between_numbers: named >= LEAST && named * 2 > between.len(),
            paged: is_habit(&|at| names.names_above_page(at)),
            over_pages: is_habit(&|at| at.checked_sub(1).is_some_and(|above| names.names_below_page(above))),
        }
    }

    /// Whether a line names somebody: a person with a degree, or who is named where the list does so. What goes on in small
    /// letters is the head of a title over two lines.
    fn hold(&self, at: usize) -> bool {
        let page = self.page;
        if printed_page(page, at) {
            return self.paged && self.names_above_page(at);
        }
        if !self.may_name(at) {
            return false;
        }
        let text = page.entitled(at);
        let below_page = || at.checked_sub(1).is_some_and(|above| printed_page(page, above));
        let goes_on = || letters::starts_small(page.text(at + 1));
        !page.is(at, Roles::NUMBERED) && presenter::is_graduate(text)
            || below_page() && !page.is(at, TITLED) && presenter::names_presenter(text) && !goes_on()
            || self.over_pages && self.names_below_page(at)
            || self.between_numbers && self.stands_between_numbers(at)
    }

    /// Whether a line stands by itself below a numbered title that ends in its page, and above the next number, a heading or
    /// nothing.
    fn stands_between_numbers(&self, at: usize) -> bool {
        let page = self.page;
        let titled = |at: usize| page.is(at, Roles::NUMBERED) && printed_page(page, at);
        self.may_name(at)
            && !page.is(at, TITLED)
            && !printed_page(page, at)
            && at.checked_sub(1).is_some_and(titled)
            && (at + 1 >= page.lines.len() || page.is(at + 1, TITLED | Roles::BLANK))
    }

    fn may_name(&self, at: usize) -> bool {
        !self.page.is(at, Roles::BLANK | Roles::ROMAN | Roles::PROSE | Roles::LABEL)
    }

    /// Whether a name ends in the page of the title on the line above.
    fn names_above_page(&self, at: usize) -> bool {
        const NOT: Roles = Roles::BLANK.union(Roles::LABEL).union(Roles::TOC_HEADING);
        let untitled = |above: usize| {
            let open = letters::ends_with_linking_word(self.page.text(above));
            self.page.is(above, NOT) || printed_page(self.page, above) || open
        };
        self.may_name(at)
            && !self.page.is(at, Roles::NUMBERED)
            && presenter::names_presenter(self.text(at))
            && at.checked_sub(1).is_some_and(|above| !untitled(above))
    }

    /// Whether a name stands right above a title that ends in its page.
    fn names_below_page(&self, at: usize) -> bool {
        self.may_name(at)
            && !printed_page(self.page, at)
            && printed_page(self.page, at + 1)
            && !self.page.is(at + 1, Roles::NUMBERED)
            && presenter::names_presenter(self.text(at))
    }

    /// The name on a line, with no number before it and no page behind.
    fn text(&self, at: usize) -> &'p str {
        let text = self.page.entitled(at);
        presenter::name(if printed_page(self.page, at) { split_page(text).0 } else { text })
    }
}

fn printed_page(page: &Page<'_>, at: usize) -> bool {
    page.lines.get(at).is_some_and(|line| has_page(line.raw))
}

/// Leaves out what the list holds from a line on.
fn end_above(page: &Page<'_>, contents: &mut Contents, end: usize) {
    let last = |first: usize, last: usize| {
        let printed = |at: &usize| !page.is(*at, Roles::BLANK);
        if last < end { last } else { (first..end).rev().find(printed).unwrap_or(first) }
    };
    for group in &mut contents.groups {
        group.entries.retain(|entry| *entry.lines.start() < end);
        for entry in &mut group.entries {
            entry.lines = *entry.lines.start()..=last(*entry.lines.start(), *entry.lines.end());
        }
    }
    contents.groups.retain(|group| *group.lines.start() < end && !group.entries.is_empty());
    contents.rest.retain(|(at, _)| *at < end);
    contents.pages.retain(|at| *at < end);
}

/// The list with those who present its documents.
struct List<'p, 't> {
    headers: &'p Headers,
    names: Names<'p, 't>,
    /// Whether a name stands above the first title: then names belong to the titles below them.
    before_titles: bool,
}

impl List<'_, '_> {
    /// Whether nothing of the list stands on a line.
    fn is_furniture(&self, at: usize) -> bool {
        self.names.page.is(at, Roles::BLANK | Roles::BACK_LINK | Roles::PAGE_NUMBER) || self.headers.recurs(at)
    }

    /// Parts the entries that go on below their pages into title and presenting body. Returns which of the `named` lines
    /// still belong to no entry.
    fn part_presenters(&self, head: &mut Head, mut named: Vec<usize>) -> Vec<usize> {
        let (mut parted, mut whole) = (HashSet::new(), HashSet::new());
        for entry in head.contents.groups.iter_mut().flat_map(|group| &mut group.entries) {
            let paged = entry.lines.clone().find(|&at| printed_page(self.names.page, at));
            let last = paged.unwrap_or(*entry.lines.end()).min(head.body.saturating_sub(1));
            if last < *entry.lines.end() {
                let below = last + 1..(entry.lines.end() + 1).min(head.body);
                self.part_presenter(entry, below.clone());
                whole.extend((*entry.lines.start()..last).chain(below.clone()).filter(|&at| !self.names.hold(at)));
                parted.extend(below.filter(|_| !self.before_titles));
            }
        }
        // What was left over of a line that is read whole now stands in the entry.
        head.contents.rest.retain(|(at, _)| !whole.contains(at));
        head.contents.pages.retain(|at| !whole.contains(at));
        named.retain(|at| !parted.contains(at));
        named
    }

    /// Parts an entry into title and presenting body, which stands `below`.
    fn part_presenter(&self, entry: &mut Entry, below: Range<usize>) {
        let names = &self.names;
        let page = names.page;
        let printed = |at: &usize| !self.is_furniture(*at);
        // Lines that name somebody may belong to the title below them.
        let presents = |at: &usize| printed(at) && !(self.before_titles && names.hold(*at));
        let name = |at: usize| if names.hold(at) { names.text(at) } else { page.text(at) };
        // Those that name who presents it are given to it by themselves.
        let own = (*entry.lines.start()..below.start).filter(|at| printed(at) && !names.hold(*at));
        let whole = own.clone().map(|at| page.text(at)).collect::<Vec<_>>().join(" ");
        let presenting = below.filter(presents);
        let presenter = presenting.clone().map(name).collect::<Vec<_>>().join(" ");
        entry.lines = *entry.lines.start()..=own.chain(presenting).last().unwrap_or(*entry.lines.start());
        // A number that is not the entry's page is a part of its title.
        let title = match split_page(&whole) {
            (_, PageMark::Sure(page) | PageMark::Maybe(page)) if entry.page != Some(page) => whole.as_str(),
            (title, _) => title,
        };
        entry.title = enumerator::split(title).map_or(title, |(_, rest)| rest).trim().to_owned();
        entry.key = KeyHash::of(&entry.title);
        entry.presenter = Some(presenter).filter(|presenter| !presenter.is_empty());
    }

    /// Gives the lines that name who presents a document to the entry above; where they stand above the titles, to the one
    /// below. Nothing but other names stands between. Returns those that are left.
    fn give_presenters(&self, contents: &mut Contents, named: &[usize]) -> Vec<usize> {
        /// Most lines between a name and its title.
        const FARTHEST: usize = 12;
        let names = &self.names;
        let page = names.page;
        let mut entries: Vec<&mut Entry> = contents.groups.iter_mut().flat_map(|group| &mut group.entries).collect();
        let mut left = Vec::new();
        for &at in named {
            let below = entries.partition_point(|entry| *entry.lines.start() < at);
            let own = if self.before_titles { Some(below) } else { below.checked_sub(1) };
            let Some(entry) = own.and_then(|at| entries.get_mut(at)) else {
                left.push(at);
                continue;
            };
            let mut between =
                if at < *entry.lines.start() { at + 1..*entry.lines.start() } else { entry.lines.end() + 1..at };
            let is_nothing = |at: usize| self.is_furniture(at) || named.binary_search(&at).is_ok();
            if between.len() > FARTHEST || !between.all(is_nothing) {
                left.push(at);
                continue;
            }
            let name = names.text(at);
            entry.presenter =
                Some(entry.presenter.take().map_or_else(|| name.to_owned(), |names| format!("{names} {name}")));
            entry.number = entry.number.or_else(|| page.enumerator(at)?.0.arabic().map(|(number, _)| number));
            entry.page = entry.page.or_else(|| page.lines.get(at).and_then(|line| sure_page(line.raw)));
            entry.lines = (*entry.lines.start()).min(at)..=(*entry.lines.end()).max(at);
        }
        for group in contents.groups.iter_mut().filter(|group| group.title.is_none()) {
            if let Some(first) = group.entries.first() {
                group.lines = first.lines.clone();
            }
        }
        left
    }

    /// Keeps what stands in the list and belongs to no entry of it any more, and the names that are `left`: a heading may go
    /// on behind one.
    fn keep_rest(&self, head: &mut Head, left: &[usize]) {
        let taken: HashSet<usize> = head.contents.lines().filter(|at| left.binary_search(at).is_err()).collect();
        let lost = (head.masthead_end..head.body).filter(|at| !self.is_furniture(*at) && !taken.contains(at));
        let lost: Vec<(usize, String)> = lost.map(|at| (at, self.names.page.text(at).to_owned())).collect();
        head.contents.rest.extend(lost);
        head.contents.rest.sort_unstable_by_key(|(at, _)| *at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presenting_bodies_stand_below_the_pages() {
        let text = "KỶ YẾU HỘI NGHỊ\n\nMỤC LỤC\n\n1. Trồng rừng ở xã Đồi Chè ..... 3\n   Hạt Kiểm lâm\n2. Nước sạch cho trường làng,\n   những việc còn dở ..... 7\n\nTham luận số 1\nTRỒNG RỪNG Ở XÃ ĐỒI CHÈ\nHạt Kiểm lâm\n\nKính thưa Hội nghị!\n\nTham luận số 2\nNƯỚC SẠCH CHO TRƯỜNG LÀNG, NHỮNG VIỆC CÒN DỞ\n\nKính thưa Hội nghị!\n";
        let page = Page::of(text);
        let head = find(&page, &Headers::find(&page)).unwrap();
        let entries: Vec<_> = head
            .contents
            .entries()
            .map(|(_, entry)| (entry.title.as_str(), entry.page, entry.presenter.as_deref()))
            .collect();
        assert_eq!(
            entries,
            [
                ("Trồng rừng ở xã Đồi Chè", Some(3), Some("Hạt Kiểm lâm")),
                ("Nước sạch cho trường làng, những việc còn dở", Some(7), None),
            ]
        );
        assert_eq!((head.masthead_end, head.body), (2, 9));
    }
}
