//! Cuts of a conference pack: documents that open with a label above the title.
//!
//! A label is taken for one where a title follows it that the contents name, or where it stands by itself with a title
//! and, in most packs, a presenting body below it. Lost line breaks glue label, title and body together; the double
//! stars that stood between them tell them apart.

use std::collections::{HashMap, HashSet};

use super::named::Named;
use super::{ArticleCut, Cut, Cuts, SectionCut};
use crate::contents::{Contents, Entry, EntryId};
use crate::furniture;
use crate::layout::recognise::glued_label;
use crate::model::{Evidence, FurnitureKind};
use crate::page::Page;
use crate::roles::{self, Roles};
use crate::text::key::{KeyHash, KeyMap, KeySet, likeness};
use crate::text::{letters, markup, normalise};

/// Most lines of a title.
const LONGEST_TITLE: usize = 8;
/// Least likeness of a title in the contents and in the body.
const ALIKE: f32 = 0.55;

/// The opening of a document, as printed.
#[derive(Debug)]
pub(super) struct Opening {
    /// Index of the line that the document is known by: the label's, or the title's where that has none.
    pub(super) label_line: usize,
    pub(super) label: Option<String>,
    pub(super) title: String,
    pub(super) title_first: usize,
    pub(super) title_last: usize,
    /// Index of the last line of label and title, and of the presenting body where that is glued to them.
    pub(super) last: usize,
    /// Whether the presenting body is glued to the title.
    pub(super) glued: bool,
    /// Text of what may be the presenting body, and its line.
    pub(super) presenter: Option<(String, usize)>,
}

/// The lines that openings are read from.
pub(super) struct Text<'a, 't> {
    pub(super) page: &'a Page<'t>,
    furniture: &'a [Option<FurnitureKind>],
    /// Keys of the presenting bodies that the contents name.
    presenters: KeySet,
    /// Keys of the titles that the contents name.
    titles: KeySet,
}

impl Text<'_, '_> {
    /// Whether nothing of a document stands on the line.
    pub(super) fn is_empty(&self, at: usize) -> bool {
        furniture::is_empty(self.page, self.furniture, at)
    }

    pub(super) fn next_line(&self, at: usize) -> Option<usize> {
        (at + 1..self.page.lines.len()).find(|&i| !self.is_empty(i))
    }

    pub(super) fn joined(&self, first: usize, last: usize) -> String {
        let lines = (first..=last).filter(|&i| !self.is_empty(i)).map(|i| self.page.text(i));
        lines.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Finds the cuts of a conference pack.
pub fn find(page: &Page<'_>, furniture: &[Option<FurnitureKind>], contents: &Contents, body: usize) -> Cuts {
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
    };
    let order: Vec<(EntryId, &Entry)> = contents.entries().collect();
    let presenters = order.iter().filter_map(|(_, e)| e.presenter.as_deref()).map(KeyHash::of).collect();
    let titles = order.iter().map(|(_, e)| e.key).collect();
    let text = Text { page, furniture, presenters, titles };
    let named = Named::of(order.iter().map(|(_, entry)| *entry));
    let told = |at| opening(&text, at).or_else(|| named.glued(&text, at));
    let mut openings: Vec<Opening> = (body..page.lines.len()).filter_map(told).collect();
    // A title that no label opens is looked for where none opens it anywhere.
    let titles: KeySet = openings.iter().map(|opening| KeyHash::of(&opening.title)).collect();
    let lost = order.iter().map(|(_, entry)| *entry).filter(|entry| !titles.contains(&entry.key));
    let lost = Named::of(lost);
    openings.extend((body..page.lines.len()).filter_map(|at| lost.unlabelled(&text, at)));
    openings.sort_by_key(|opening| opening.label_line);
    pass.reserve(&order, &openings);
    let mut next = body;
    for opening in openings {
        // What looks like a label may be part of the heading above.
        if opening.label_line < next {
            continue;
        }
        let entry = pass.entry(&order, &opening);
        if entry.is_some() || pass.stands_alone(&opening) {
            next = pass.document(opening, entry);
        }
    }
    Cuts { cuts: pass.cuts, end: page.lines.len() }
}

/// The document that opens on this line, if one could.
fn opening(text: &Text<'_, '_>, at: usize) -> Option<Opening> {
    let page = text.page;
    if glued_label(page, at) {
        return glued(text, at);
    }
    if !page.is(at, Roles::LABEL) || page.is(at, Roles::ROW) {
        return None;
    }
    // A label over two lines (`DỰ THẢO`, `BÁO CÁO`; `THAM LUẬN`, `CỦA SỞ Y TẾ`).
    let mut label = page.text(at).trim_end_matches(':').to_owned();
    let mut last = at;
    let goes_on = |n: usize| {
        let text = page.text(n);
        page.is(n, Roles::LABEL) && letters::words(text) <= 4 || text.starts_with("CỦA ") && n == at + 1
    };
    if let Some(next) = text.next_line(at).filter(|&n| n <= at + 2 && goes_on(n)) {
        label = format!("{label} {}", page.text(next));
        last = next;
    }
    let first = text.next_line(last)?;
    // `BÁO CÁO ĐỀ DẪN` above its presenting body is the title, as the contents say.
    let body = body_name(page.text(first));
    if text.titles.contains(&KeyHash::of(&label)) && text.presenters.contains(&KeyHash::of(&body)) {
        return Some(Opening {
            label_line: at,
            label: None,
            title: label,
            title_first: at,
            title_last: last,
            last,
            glued: false,
            presenter: Some((body, first)),
        });
    }
    let title_last = title_end(text, first)?;
    let title = text.joined(first, title_last);
    let presenter =
        text.next_line(title_last).filter(|&p| could_present(page, p)).map(|p| (body_name(page.text(p)), p));
    Some(Opening {
        label_line: at,
        label: Some(label),
        title,
        title_first: first,
        title_last,
        last: title_last,
        glued: false,
        presenter,
    })
}

/// The last line of a title: where the double stars balance, or before the next blank line.
fn title_end(text: &Text<'_, '_>, first: usize) -> Option<usize> {
    let Text { page, presenters, titles, .. } = text;
    let mut stars = 0;
    let mut last = None;
    let mut title = KeyHash::default();
    for at in first..page.lines.len().min(first + LONGEST_TITLE) {
        if page.is(at, Roles::ROW | Roles::FOOTNOTE) {
            return last;
        }
        if text.is_empty(at) {
            continue;
        }
        // Where no blank line parts them, the presenting body is told by its name.
        let names_body = at > first
            && stars % 2 == 0
            && could_present(page, at)
            && (presenters.contains(&KeyHash::of(page.text(at)))
                || presenters.is_empty() && is_organisation(page.text(at)));
        if names_body {
            return last;
        }
        stars += page.lines.get(at).map_or(0, |l| l.raw.matches("**").count());
        let next_blank = page.lines.get(at + 1).is_none_or(crate::lines::Line::is_blank);
        if stars % 2 == 0 && (stars > 0 || next_blank) {
            return Some(at);
        }
        title = title.then(KeyHash::of(page.text(at)));
        if stars == 0 && titles.contains(&title) && text.next_line(at).is_some_and(|next| could_present(page, next)) {
            return Some(at);
        }
        last = Some(at);
    }
    None
}

/// Whether a line could name the presenting body: short, no sentence, no salutation, no heading of the text, no label.
fn could_present(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    !page.is(
        at,
        Roles::PROSE | Roles::ROMAN | Roles::NUMBERED | Roles::LISTED | Roles::ROW | Roles::FOOTNOTE | Roles::LABEL,
    ) && !glued_label(page, at)
        && letters::words(text) <= 14
        && !text.ends_with(['!', ':', ',', '?'])
        && letters::starts_capital(text)
}

/// The name of a presenting body, without brackets around it.
pub(super) fn body_name(text: &str) -> String {
    text.trim_matches(['(', ')', '[', ']']).trim().to_owned()
}

/// Whether a text names an organisation. General vocabulary of the state's and society's bodies.
fn is_organisation(text: &str) -> bool {
    const WORDS: [&str; 40] = [
        "ubnd",
        "ủy ban",
        "uỷ ban",
        "hđnd",
        "hội đồng",
        "bộ",
        "sở",
        "ban",
        "văn phòng",
        "cục",
        "vụ",
        "tổng cục",
        "chi cục",
        "công an",
        "ngân hàng",
        "thanh tra",
        "bảo hiểm",
        "kho bạc",
        "đại học",
        "trường",
        "học viện",
        "viện",
        "hội",
        "liên đoàn",
        "đoàn",
        "huyện",
        "thành phố",
        "tỉnh",
        "trung tâm",
        "tập đoàn",
        "tổng công ty",
        "công ty",
        "thành ủy",
        "tỉnh ủy",
        "huyện ủy",
        "phòng",
        "đảng ủy",
        "mặt trận",
        "tòa án",
        "viện kiểm sát",
    ];
    let small = body_name(text).to_lowercase();
    WORDS.iter().any(|w| small.strip_prefix(w).is_some_and(|rest| rest.starts_with(' ')))
}

/// A label, title and presenting body that lost line breaks have glued together.
fn glued(text: &Text<'_, '_>, at: usize) -> Option<Opening> {
    let page = text.page;
    let mut raw = String::new();
    let mut last = at;
    // Where each line ends in the joined text.
    let mut ends = Vec::new();
    for line in at..page.lines.len().min(at + LONGEST_TITLE) {
        if !raw.is_empty() {
            // Emphasis that nobody closed ends with its paragraph.
            if page.is(line, Roles::BLANK) {
                break;
            }
            if text.is_empty(line) {
                ends.push(raw.len());
                continue;
            }
            raw.push(' ');
        }
        raw.push_str(page.lines.get(line)?.raw.trim());
        ends.push(raw.len());
        last = line;
        if raw.matches("**").count().is_multiple_of(2) {
            break;
        }
    }
    let mut offset = 0;
    let pieces = raw.split("**").map(|piece| {
        let (start, end) = (offset + piece.len() - piece.trim_start().len(), offset + piece.trim_end().len());
        offset += piece.len() + "**".len();
        (plain(piece), start..end)
    });
    let mut pieces = pieces.filter(|(piece, _)| !piece.is_empty()).peekable();
    let (mut label, _) = pieces.next()?;
    while let Some((more, _)) = pieces.next_if(|(piece, _)| roles::is_label(piece)) {
        label = format!("{label} {more}");
    }
    let (title, place) = pieces.next()?;
    let title_first = at + ends.partition_point(|&line| line <= place.start);
    let title_last = at + ends.partition_point(|&line| line < place.end);
    let rest: Vec<String> = pieces.map(|(piece, _)| piece).collect();
    let presenter = (!rest.is_empty()).then(|| (body_name(&rest.join(" ")), last));
    Some(Opening { label_line: at, label: Some(label), title, title_first, title_last, last, glued: true, presenter })
}

fn plain(text: &str) -> String {
    normalise::fold_space(&markup::strip(text).text).into_owned()
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
}

impl Pass<'_, '_> {
    /// Keeps for each document the entry that has its very title, so that none before it takes it for being alike.
    fn reserve(&mut self, order: &[(EntryId, &Entry)], openings: &[Opening]) {
        let by_title: KeyMap<(usize, EntryId)> =
            order.iter().enumerate().rev().map(|(at, (id, e))| (e.key, (at, *id))).collect();
        for opening in openings {
            let title = KeyHash::of(&opening.title);
            let with_label = KeyHash::of(opening.label.as_deref().unwrap_or_default()).then(title);
            let entry = [title, with_label].iter().find_map(|title| by_title.get(title));
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
                    && KeyHash::of(a) == KeyHash::of(b)
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
        let set_apart = |at: usize| self.page.blanks_before(at) > 0 || at == 0;
        let headed = document_start(self.page, self.floor(), opening.label_line) < opening.label_line;
        set_apart(opening.label_line)
            && (self.contents.groups.is_empty() || opening.presenter.is_some() || self.cuts.is_empty() || headed)
            && !letters::ends_like_prose(&opening.title)
            && letters::words(&opening.title) >= 4
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
        if let Some(id) = entry {
            if self.group != Some(id.group) {
                let group = self.contents.groups.get(id.group);
                self.cuts.push(Cut::Section(SectionCut {
                    number: group.and_then(|g| g.number.clone()),
                    title: group.and_then(|g| g.title.clone()),
                    lines: None,
                }));
                self.group = Some(id.group);
            }
        } else if self.cuts.is_empty() {
            self.cuts.push(Cut::Section(SectionCut::default()));
        }
        let named = entry.and_then(|id| self.contents.entry(id)).map(|e| e.presenter.is_some());
        // Where the contents name no presenting body, the line below the title is text unless it names an organisation.
        let presenter =
            opening.presenter.filter(|(name, _)| opening.glued || named.unwrap_or(true) || is_organisation(name));
        let last = presenter.as_ref().map_or(opening.last, |(_, line)| opening.last.max(*line));
        let mut evidence = Vec::new();
        if entry.is_some() {
            evidence.push(Evidence::Toc);
        }
        evidence.push(Evidence::Heading);
        if self.page.blanks_before(opening.label_line) > 0 {
            evidence.push(Evidence::Spacing);
        }
        self.cuts.push(Cut::Article(ArticleCut {
            start: document_start(self.page, self.floor(), opening.label_line),
            label_line: opening.label.is_some().then_some(opening.label_line),
            label: opening.label,
            title: opening.title,
            title_lines: opening.title_first..=opening.title_last,
            body: last + 1,
            presenter,
            number: None,
            entry,
            weak: entry.is_none(),
            evidence,
        }));
        last + 1
    }
}

/// The first line of a document above its label: its number, place and date, national motto.
fn document_start(page: &Page<'_>, floor: usize, label: usize) -> usize {
    let mut start = label;
    for at in (floor..label).rev() {
        if page.is(at, Roles::BLANK) {
            continue;
        }
        let text = page.text(at);
        let small = text.to_lowercase();
        let head = small.starts_with("số:")
            || small.starts_with("số ") && letters::words(text) <= 4
            || small.contains("ngày")
                && small.contains("tháng")
                && small.contains("năm")
                && text.contains(',')
                && letters::words(text) <= 14
            || small.starts_with("độc lập")
            || small.starts_with("cộng hòa xã hội")
            || small.starts_with("cộng hoà xã hội");
        if !head || page.is(at, Roles::PROSE) || label - at > 12 {
            break;
        }
        start = at;
    }
    start
}
