//! Cuts of a conference pack: documents that open with a label above the title.
//!
//! A label is taken for one where a title follows it that the contents name, or where it stands by itself with a title
//! and, in most packs, a presenting body below it. Documents without a label are told by the contents (`named`), and where
//! there are none either, by those who sign them.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use super::named::Named;
use super::openings::{Opening, Text, by_author, opening};
use super::presented::Presented;
use super::{ArticleCut, Cut, Cuts, SectionCut, letterhead, part};
use crate::contents::{Contents, Entry, EntryId, Group};
use crate::model::{Evidence, FurnitureKind};
use crate::page::Page;
use crate::roles::{Roles, label, presenter};
use crate::signed;
use crate::text::key::{KeyHash, KeyMap, KeySet, likeness};
use crate::text::letters;
use crate::text::part::number as part_number;

/// Most people who wrote a document, behind the first.
const MOST_AUTHORS: usize = 6;
/// Least likeness of the title of a document in the contents and in the body.
pub(super) const ALIKE: f32 = 0.55;

/// Finds the cuts of a conference pack.
pub fn find(page: &Page<'_>, furniture: &[Option<FurnitureKind>], contents: &Contents, body: usize) -> Cuts {
    let text = Text::of(page, furniture, contents, body);
    let mut pass = Pass {
        page,
        contents,
        body,
        used: HashSet::new(),
        cuts: Vec::new(),
        group: None,
        next: 0,
        reserved: HashMap::new(),
        own: HashMap::new(),
        unspaced: text.unspaced,
    };
    let order: Vec<(EntryId, &Entry)> = contents.entries().collect();
    let named = Named::of(order.iter().map(|(_, entry)| *entry));
    let told = |at| opening(&text, at).or_else(|| named.glued(&text, at));
    let mut openings: Vec<Opening> = (body..page.lines.len()).filter_map(told).collect();
    // A title that no label opens is looked for where none opens it anywhere.
    let titles: KeySet = openings.iter().map(|opening| KeyHash::of(&opening.title)).collect();
    let lost = order.iter().map(|(_, entry)| *entry).filter(|entry| !titles.contains(&entry.key));
    let presented = Presented::of(lost.clone());
    let lost = Named::of(lost);
    let headings: KeySet = contents.groups.iter().filter_map(|g| g.title.as_deref()).map(KeyHash::of).collect();
    let unlabelled = |at| lost.unlabelled(&text, &headings, at).or_else(|| presented.opening(&text, at));
    openings.extend((body..page.lines.len()).filter_map(unlabelled));
    // Without labels, or where no contents print the titles, those who sign the papers tell these; what looks like a label may be
    // a heading in one of them, where it comes no more often.
    if openings.is_empty() || contents.groups.is_empty() {
        let signed = signed::titles(page, body);
        if signed.len() >= openings.len() {
            openings.extend(signed.into_iter().map(|signed| by_author(&text, signed)));
        }
    }
    take_label(&text, &mut openings);
    openings.sort_by_key(|opening| opening.label_line);
    pass.reserve(&order, &openings);
    let mut next = body;
    let mut openings = openings.into_iter().peekable();
    while let Some(opening) = openings.next() {
        // What looks like a label may be part of the heading above.
        if opening.label_line < next {
            continue;
        }
        // A part of the pack is called as documents are (`CHUYÊN ĐỀ 1`), and holds no text of its own.
        let below = openings.peek().map(|below| letterhead::start(page, opening.last + 1, below.label_line));
        if opening.label.as_deref().is_some_and(|label| part_number(label).is_some())
            && below.is_some_and(|below| text.next_line(opening.title_last) == Some(below))
        {
            continue;
        }
        let entry = pass.entry(&order, &opening);
        if entry.is_some() || opening.signed || pass.stands_alone(&opening) {
            next = pass.document(opening, entry);
        }
    }
    Cuts { cuts: pass.cuts, end: page.lines.len() }
}

/// Gives a document without a label the heading right above its title, where that has the level of the others' labels and
/// the titles have another.
fn take_label(text: &Text<'_, '_>, openings: &mut [Opening]) {
    let page = text.page;
    let labelled = |opening: &&Opening| opening.label.is_some() && opening.label_line < opening.title_first;
    let Some((labels, titles)) =
        openings.iter().find(labelled).map(|known| (page.heading(known.label_line), page.heading(known.title_first)))
    else {
        return;
    };
    if labels == 0 || labels == titles {
        return;
    }
    for opening in openings.iter_mut().filter(|opening| opening.label.is_none()) {
        let above = text.line_above(opening.title_first).filter(|above| page.heading(*above) == labels);
        if let Some(above) = above.filter(|_| page.heading(opening.title_first) == titles) {
            (opening.label, opening.label_line) = (Some(page.text(above).trim_end_matches(':').to_owned()), above);
        }
    }
}

struct Pass<'a, 't> {
    page: &'a Page<'t>,
    contents: &'a Contents,
    /// Index of the first line of the body.
    body: usize,
    used: HashSet<EntryId>,
    cuts: Vec<Cut>,
    group: Option<usize>,
    /// How many entries have been met, in order.
    next: usize,
    /// Entries whose title a document prints letter by letter, with the line of its label.
    reserved: HashMap<EntryId, usize>,
    /// The same by that line, with the entry's index.
    own: HashMap<usize, (usize, EntryId)>,
    /// Whether hardly a blank line stands in the text.
    unspaced: bool,
}

impl Pass<'_, '_> {
    /// Keeps for each document the entry that has its very title or names its very speaker, so that none before it takes it
    /// for being alike.
    fn reserve(&mut self, order: &[(EntryId, &Entry)], openings: &[Opening]) {
        let by_title: KeyMap<(usize, EntryId)> =
            order.iter().enumerate().rev().map(|(at, (id, e))| (e.key, (at, *id))).collect();
        for opening in openings {
            let title = KeyHash::of(&opening.title);
            let label = KeyHash::of(opening.label.as_deref().unwrap_or_default());
            // The contents may say whose speech it is, and nothing of its title.
            let of_speaker = opening.presenter.as_ref().map(|(name, _)| {
                let name = KeyHash::of(unlabelled(name));
                [name, label.then(KeyHash::of(label::OF)).then(name)]
            });
            let titles = [title, label.then(title)].into_iter().chain(of_speaker.into_iter().flatten());
            let entry = titles.into_iter().find_map(|title| by_title.get(&title));
            if let Some(&(at, entry)) = entry {
                let line = *self.reserved.entry(entry).or_insert(opening.label_line);
                if line == opening.label_line {
                    self.own.insert(line, (at, entry));
                }
            }
        }
    }

    /// The entry that names this document: the one most like it among the next few.
    fn entry(&mut self, order: &[(EntryId, &Entry)], opening: &Opening) -> Option<EntryId> {
        const LOOK_AHEAD: usize = 12;
        if let Some(&(at, id)) = self.own.get(&opening.label_line).filter(|(_, id)| !self.used.contains(id)) {
            self.used.insert(id);
            // A document far from its place does not take the others with it.
            if at.abs_diff(self.next) < LOOK_AHEAD {
                self.next = at + 1;
            }
            return Some(id);
        }
        let with_label =
            [opening.label.as_deref(), Some(&opening.title)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let best = order
            .iter()
            .enumerate()
            .skip(self.next.saturating_sub(2))
            .take(LOOK_AHEAD)
            .filter(|(_, (id, _))| !self.used.contains(id))
            .filter(|(_, (id, _))| self.reserved.get(id).is_none_or(|line| *line == opening.label_line))
            .map(|(i, (id, entry))| {
                let mut like = likeness(&entry.title, &opening.title).max(likeness(&entry.title, &with_label));
                if let (Some(a), Some((b, _))) = (&entry.presenter, &opening.presenter)
                    && KeyHash::of(a) == KeyHash::of(unlabelled(b))
                {
                    like += 0.3;
                }
                (like, i, *id)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        if best.0 < ALIKE {
            return None;
        }
        self.used.insert(best.2);
        self.next = best.1 + 1;
        Some(best.2)
    }

    /// Whether a document that the contents do not name opens here all the same: the label alone between blank lines.
    fn stands_alone(&self, opening: &Opening) -> bool {
        let set_apart = |at: usize| self.unspaced || self.page.blanks_before(at) > 0 || at == 0;
        let headed = letterhead::start(self.page, self.floor(), opening.label_line) < opening.label_line;
        let presented = opening.label.is_none()
            || opening.presenter.as_ref().is_some_and(|(name, _)| presenter::names_presenter(name));
        set_apart(opening.label_line)
            && (self.contents.groups.is_empty() || opening.presenter.is_some() || self.cuts.is_empty() || headed)
            && !letters::ends_like_prose(&opening.title)
            && letters::words(&opening.title) >= if presented { 2 } else { 4 }
    }

    /// The first line that is no part of what opens the document before.
    fn floor(&self) -> usize {
        let before = self.cuts.iter().rev().find_map(|cut| match cut {
            Cut::Article(article) => Some(article.body),
            Cut::Section(_) => None,
        });
        before.unwrap_or(self.body)
    }

    /// Cuts a document; the line where its body begins.
    fn document(&mut self, opening: Opening, entry: Option<EntryId>) -> usize {
        let Opening { label_line, mut label, title, title_first, title_last, last, glued, presenter, number, .. } =
            opening;
        let mut start = letterhead::start(self.page, self.floor(), label_line);
        let part = part::above(self.page, self.floor(), start);
        if let Some(id) = entry.filter(|id| self.group != Some(id.group)) {
            let group = self.contents.groups.get(id.group);
            let heading = group.and_then(|group| self.heading(group, label_line));
            let section = match (heading, part) {
                // Its number may stand on a line above.
                (Some(lines), part) if part.as_ref().is_none_or(|part| !part.contains(lines.start())) => {
                    self.printed(group, lines)
                }
                (_, Some(lines)) => part::section(self.page, lines),
                _ => SectionCut {
                    number: group.and_then(|g| g.number.clone()),
                    title: group.and_then(|g| g.title.clone()),
                    lines: None,
                },
            };
            if let Some(lines) = &section.lines {
                start = start.max(lines.end() + 1);
            }
            // Behind a document that the contents do not name it goes on.
            if section.title.is_some() || !self.goes_on_untitled() {
                self.cuts.push(Cut::Section(section));
            }
            self.group = Some(id.group);
        } else if let Some(lines) = part {
            self.cuts.push(Cut::Section(part::section(self.page, lines)));
        } else if self.cuts.is_empty() {
            self.cuts.push(Cut::Section(SectionCut::default()));
        }
        let named = entry.and_then(|id| self.contents.entry(id)).map(|e| e.presenter.is_some());
        // Where the contents name no presenting body, the line below the title is text unless it names one.
        let unlabelled = label.is_none();
        let presents = |name: &str| glued || unlabelled || named.unwrap_or(true) || presenter::names_presenter(name);
        let mut presenter = presenter.filter(|(name, line)| *line < title_first || presents(name));
        if presenter.is_none()
            && let Some((kind, name)) = label.as_deref().and_then(label::with_speaker)
        {
            presenter = Some((name.to_owned(), label_line));
            label = Some(kind.to_owned());
        }
        if presenter.is_none() {
            presenter = entry.and_then(|id| self.presenter_above(id, start));
        }
        if presenter.is_none() && label.is_some() {
            let office = letterhead::office_alone(self.page, start, label_line);
            presenter = office.map(|line| (presenter::name(self.page.text(line)).to_owned(), line));
        }
        let is_above = |line: &usize| *line < title_first && (label.is_none() || *line < label_line);
        let signed_above = presenter.as_ref().map(|(_, line)| *line).filter(is_above);
        start = signed_above.map_or(start, |line| line.min(start));
        let mut last = presenter.as_ref().map_or(last, |(_, line)| last.max(*line));
        let by_line_label = presenter.as_mut().and_then(|(name, line)| {
            let (label, rest) = presenter::behind_label(name)?;
            let label = (label.to_owned(), *line);
            *name = rest.to_owned();
            Some(label)
        });
        let mut presenters: Vec<String> = presenter.into_iter().map(|(name, _)| name).collect();
        if let Some(first) = presenters.first_mut() {
            let others = if glued { Vec::new() } else { self.co_authors(first, last) };
            first.truncate(without_comma(first).len());
            last += others.len();
            presenters.extend(others);
            presenters = presenters.iter().flat_map(|names| presenter::people(names)).map(str::to_owned).collect();
        }
        let mut evidence = Vec::new();
        if entry.is_some() {
            evidence.push(Evidence::Toc);
        }
        evidence.push(Evidence::Heading);
        if self.page.blanks_before(label_line) > 0 {
            evidence.push(Evidence::Spacing);
        }
        self.cuts.push(Cut::Article(ArticleCut {
            start,
            label_line: label.is_some().then_some(label_line),
            label,
            title,
            signed_above,
            title_lines: title_first..=title_last,
            body: last + 1,
            presenters,
            by_line_label,
            number,
            entry,
            weak: entry.is_none(),
            evidence,
        }));
        last + 1
    }

    /// Whether the last section has no title and is no group of the contents.
    fn goes_on_untitled(&self) -> bool {
        let last = self.cuts.iter().rev().find_map(|cut| match cut {
            Cut::Section(section) => Some(section),
            Cut::Article(_) => None,
        });
        self.group.is_none() && last.is_some_and(|section| section.title.is_none())
    }

    /// Who presents a document, where that stands above its label as the contents name it, and its line.
    fn presenter_above(&self, entry: EntryId, start: usize) -> Option<(String, usize)> {
        let named = KeyHash::of(self.contents.entry(entry)?.presenter.as_deref()?);
        let printed = |at: &usize| !self.page.is(*at, Roles::BLANK | Roles::PAGE_NUMBER);
        let line = (self.floor()..start).rev().find(printed).filter(|line| self.page.opens_apart(*line))?;
        let name = presenter::name(self.page.text(line));
        (KeyHash::of(name) == named).then(|| (name.to_owned(), line))
    }

    /// Who else wrote a document, on the lines right below who is named `first` on line `above`: others with a degree, people
    /// after a comma, or in brackets the body where somebody works.
    fn co_authors(&self, first: &str, above: usize) -> Vec<String> {
        let graduates = presenter::is_graduate(first.trim_end_matches(','));
        let mut listed = first.ends_with(',');
        let lines = (above + 1..).take(MOST_AUTHORS).map(|at| self.page.text(at));
        let names = lines.map_while(|line| {
            let name = without_comma(line);
            let bracketed = name.starts_with('(') && name.ends_with(')');
            let fits = graduates && presenter::is_graduate(name)
                || listed && presenter::is_person(name)
                || bracketed && presenter::is_organisation(name);
            listed = name.len() < line.len();
            fits.then(|| presenter::name(name).to_owned())
        });
        names.collect()
    }

    /// The lines above a document that print the heading of its group once more.
    fn heading(&self, group: &Group, label: usize) -> Option<RangeInclusive<usize>> {
        let key = KeyHash::of(group.title.as_deref()?);
        let floor = self.floor().max(label.saturating_sub(letterhead::LONGEST));
        let lines = (floor..label).rev().filter(|&at| !self.page.is(at, Roles::BLANK));
        let is_heading = |at: &usize| {
            let (text, title) = (self.page.text(*at), self.page.entitled(*at));
            KeyHash::of(text) == key || text.len() != title.len() && KeyHash::of(title) == key
        };
        let heading = lines.clone().find(is_heading)?;
        let own = letterhead::start(self.page, heading + 1, label);
        let between = lines.take_while(|at| *at > heading).any(|at| at < own && !self.page.is(at, Roles::PAGE_NUMBER));
        (!between).then_some(heading..=heading)
    }

    /// The section that the heading of a group begins, as the body prints it on these lines.
    fn printed(&self, group: Option<&Group>, lines: RangeInclusive<usize>) -> SectionCut {
        let (text, title) = (self.page.text(*lines.start()), self.page.entitled(*lines.start()));
        let named = group.and_then(|group| group.title.as_deref()).map(KeyHash::of);
        // The contents may count what the body does not.
        let (number, title) = if named == Some(KeyHash::of(text)) {
            (None, text)
        } else {
            (group.and_then(|group| group.number.clone()), title)
        };
        SectionCut { number, title: Some(title.to_owned()), lines: Some(lines) }
    }
}

/// A name without the label before it, as the contents print it.
fn unlabelled(name: &str) -> &str {
    presenter::behind_label(name).map_or(name, |(_, name)| name)
}

/// A name without the comma behind it, after which another name stands.
fn without_comma(name: &str) -> &str {
    name.trim_end_matches([',', ' '])
}
