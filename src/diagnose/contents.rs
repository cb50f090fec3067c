//! Contents against body: entries without article and articles without entry, titles, order, pages.
//!
//! A defect is told once: what follows from an entry without article or from a changed order is not told again by the
//! other rules.

use std::collections::{HashMap, HashSet};

use super::Subject;
use super::place::{Places, set};
use super::sections;
use super::sequence::{falling, lonely};
use super::titles::{differences, same};
use crate::model::{Article, Code, Diagnostic, LineRange, Section, TocEntry, TocGroup};
use crate::text::key::{key, likeness};

/// Contents and body side by side.
pub(super) struct Listing<'b> {
    /// Groups of the contents.
    pub(super) groups: &'b [TocGroup],
    /// Sections of the body.
    pub(super) sections: &'b [Section],
    /// Entries in order.
    pub(super) entries: Vec<Listed<'b>>,
    /// Articles in order.
    pub(super) articles: Vec<Printed<'b>>,
}

/// An entry and its article.
pub(super) struct Listed<'b> {
    /// The entry.
    pub(super) entry: &'b TocEntry,
    /// Index of its group.
    pub(super) group: usize,
    /// Index of its article among all articles.
    pub(super) article: Option<usize>,
}

/// An article and its entry.
pub(super) struct Printed<'b> {
    /// The article.
    pub(super) article: &'b Article,
    /// Index of its section.
    pub(super) section: usize,
    /// Index of its entry among all entries.
    pub(super) entry: Option<usize>,
    /// Index of the group whose heading its title is: the heading of its first article was lost.
    pub(super) heads: Option<usize>,
}

impl<'b> Listing<'b> {
    /// Lays the contents beside the body.
    pub(super) fn new(groups: &'b [TocGroup], sections: &'b [Section]) -> Self {
        let mut articles: Vec<Printed<'b>> = sections
            .iter()
            .enumerate()
            .flat_map(|(section, s)| {
                s.articles.iter().map(move |article| Printed { article, section, entry: None, heads: None })
            })
            .collect();
        let mut by_id: Vec<(&str, usize)> =
            articles.iter().enumerate().map(|(at, p)| (p.article.id.as_str(), at)).collect();
        by_id.sort_unstable();
        // Of two with one id, the later one.
        let with_id = |id: &str| {
            let next = by_id.partition_point(|(other, _)| *other <= id);
            by_id.get(next.checked_sub(1)?).filter(|(other, _)| *other == id).map(|(_, at)| *at)
        };
        let entries: Vec<Listed<'b>> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, g)| g.entries.iter().map(move |entry| (group, entry)))
            .map(|(group, entry)| {
                let article = entry.article.as_deref().and_then(with_id);
                Listed { entry, group, article }
            })
            .collect();
        for (at, listed) in entries.iter().enumerate() {
            if let Some(printed) = listed.article.and_then(|a| articles.get_mut(a)) {
                printed.entry = Some(at);
            }
        }
        if groups.iter().any(|group| group.title.is_some()) && articles.iter().any(|printed| printed.entry.is_none()) {
            let titles: HashMap<String, usize> =
                groups.iter().enumerate().filter_map(|(at, g)| Some((key(g.title.as_deref()?), at))).collect();
            for printed in articles.iter_mut().filter(|printed| printed.entry.is_none()) {
                printed.heads = titles.get(&key(&printed.article.title)).copied();
            }
        }
        Self { groups, sections, entries, articles }
    }

    /// Whether the heading of a section is printed.
    pub(super) fn is_headed(&self, section: usize) -> bool {
        self.sections.get(section).is_some_and(|s| s.title_lines.is_some())
    }

    /// Entries without article whose place in the body, between the articles of the entries around them, holds lines that
    /// cannot be relied on.
    fn lost_in(&self, subject: &Subject<'_>) -> HashSet<usize> {
        let mut lost = HashSet::new();
        let mut open: Vec<usize> = Vec::new();
        let mut from = 1;
        for (at, listed) in self.entries.iter().enumerate() {
            let Some(article) = listed.article.and_then(|a| self.articles.get(a)) else {
                open.push(at);
                continue;
            };
            let title = article.article.title_lines;
            if !open.is_empty() && from <= title.first && subject.is_unreadable(LineRange::new(from, title.first)) {
                lost.extend(open.iter().copied());
            }
            open.clear();
            from = title.last;
        }
        if !open.is_empty() && subject.is_unreadable(LineRange::new(from, u32::MAX)) {
            lost.extend(open);
        }
        lost
    }

    /// The lines from the title of the article before to the one with which an article begins.
    pub(super) fn gap_before(&self, article: &Article) -> LineRange {
        let at = self.articles.partition_point(|p| p.article.lines.first < article.lines.first);
        let before = at.checked_sub(1).and_then(|at| self.articles.get(at)).map(|p| p.article.title_lines.last);
        let contents = self.groups.last().map_or(0, |group| group.lines.last) + 1;
        LineRange::new(before.unwrap_or(contents).min(article.lines.first), article.lines.first)
    }

    /// Whether lines that cannot be relied on stand between an article and the one before it.
    pub(super) fn is_lost_before(&self, subject: &Subject<'_>, article: &Article) -> bool {
        subject.is_unreadable(self.gap_before(article))
    }

    /// Entries that another printing of the title in the body may belong to: the only entry without article between two
    /// that have one, while the body has there a single article without entry.
    fn renamed(&self) -> HashMap<usize, Renamed> {
        let mut renamed = HashMap::new();
        let mut open: Vec<usize> = Vec::new();
        let mut from = 0;
        for at in 0..=self.entries.len() {
            let to = match self.entries.get(at) {
                Some(listed) => listed.article,
                None => Some(self.articles.len()),
            };
            let Some(to) = to else {
                open.push(at);
                continue;
            };
            if let &[entry] = open.as_slice() {
                let unlisted: Vec<usize> = (from..to)
                    .filter(|&a| self.articles.get(a).is_some_and(|p| p.entry.is_none() && p.heads.is_none()))
                    .collect();
                if let &[article] = unlisted.as_slice()
                    && let (Some(listed), Some(printed)) = (self.entries.get(entry), self.articles.get(article))
                {
                    let alike = likeness(&listed.entry.title, &printed.article.title) >= ALIKE;
                    renamed.insert(entry, Renamed { article, alike });
                }
            }
            open.clear();
            from = to + 1;
        }
        renamed
    }
}

/// Least likeness of two printings of one title.
const ALIKE: f32 = 0.3;

/// The only article that an entry without article can mean.
struct Renamed {
    /// Its index among all articles.
    article: usize,
    /// Whether its title has words in common with the entry; else its heading was lost, and something else stands there.
    alike: bool,
}

/// What all rules of this module find.
pub(super) fn find(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    if listing.entries.is_empty() {
        return Vec::new();
    }
    let renamed = listing.renamed();
    let mut found = missing(subject, listing, &renamed);
    found.extend(titles(subject, listing, &renamed));
    let displaced = displaced(listing);
    found.extend(order(listing, &displaced));
    found.extend(sections::find(subject, listing, &displaced));
    found.extend(pages(&subject.places, listing, &displaced));
    found
}

/// From so many entries on, contents most of which the body does not hold are told once and not by the entry.
const MANY: usize = 6;

/// Entries without article, articles without entry.
fn missing(subject: &Subject<'_>, listing: &Listing<'_>, renamed: &HashMap<usize, Renamed>) -> Vec<Diagnostic> {
    let unreadable = listing.lost_in(subject);
    let without: Vec<&TocEntry> = listing
        .entries
        .iter()
        .enumerate()
        .filter(|(at, listed)| listed.article.is_none() && renamed.get(at).is_none_or(|r| !r.alike))
        .filter(|(at, _)| !unreadable.contains(at))
        .map(|(_, listed)| listed.entry)
        .collect();
    let taken: HashSet<usize> = renamed.values().map(|r| r.article).collect();
    let unlisted = listing
        .articles
        .iter()
        .enumerate()
        .filter(|(at, p)| p.entry.is_none() && p.heads.is_none() && !taken.contains(at));
    let mut found: Vec<Diagnostic> = unlisted
        .map(|(_, printed)| {
            let article = printed.article;
            Diagnostic::new(
                Code::ArticleNotInToc,
                article.title_lines,
                format!("“{}” is an article of the body, but the contents do not list it", article.title),
            )
            .help("add it to the contents; if it is no article of its own, mark its title as a sub-heading")
        })
        .collect();
    if let (Some(first), Some(last)) = (without.first(), without.last())
        && without.len() >= MANY
        && without.len() * 2 > listing.entries.len()
    {
        found.push(
            Diagnostic::new(
                Code::TocEntryWithoutArticle,
                first.lines.join(last.lines),
                format!("{} of the {} entries of the contents have no article", without.len(), listing.entries.len()),
            )
            .help("see whether the text was extracted whole and the contents are those of this issue"),
        );
        return found;
    }
    found.extend(without.into_iter().map(|entry| {
        Diagnostic::new(
            Code::TocEntryWithoutArticle,
            entry.lines,
            format!("the contents list “{}”, but no article in the body has this title", entry.title),
        )
        .help("put the article or its heading back into the body, or take the entry out of the contents")
    }));
    found
}

/// The title of an article with its label, and with each beginning of the label: contents may print `Báo cáo về chợ` for
/// `BÁO CÁO` above `Về chợ`, and may shorten the label.
fn labelled(article: &Article) -> Vec<String> {
    let words: Vec<&str> = article.label.iter().flat_map(|label| label.split_whitespace()).collect();
    (1..=words.len()).filter_map(|n| Some(words.get(..n)?.join(" ") + " " + &article.title)).collect()
}

/// Whether an entry of the contents prints the title of an article, with its label or without.
pub(crate) fn same_title(listed: &str, article: &Article) -> bool {
    same(listed, &article.title) || labelled(article).iter().any(|labelled| same(listed, labelled))
}

/// Titles that contents and body print differently.
fn titles(subject: &Subject<'_>, listing: &Listing<'_>, renamed: &HashMap<usize, Renamed>) -> Vec<Diagnostic> {
    let places = &subject.places;
    let pairs = listing.entries.iter().enumerate().filter_map(|(at, listed)| {
        let article = listed.article.or_else(|| renamed.get(&at).filter(|r| r.alike).map(|r| r.article))?;
        Some((listed.entry, listing.articles.get(article)?.article))
    });
    pairs
        .filter(|(_, article)| !subject.is_unreadable(article.title_lines))
        .filter_map(|(entry, article)| {
            let (listed, printed) = (&entry.title, &article.title);
            if same_title(listed, article) {
                return None;
            }
            let fewest = |a: Vec<(String, String)>, b: Vec<(String, String)>| if b.len() < a.len() { b } else { a };
            let plain = owned(differences(listed, printed));
            let found = match labelled(article).last() {
                Some(labelled) => fewest(owned(differences(listed, labelled)), plain),
                None => plain,
            };
            let first = found.iter().map(|(listed, _)| listed.as_str()).find(|l| !l.is_empty()).unwrap_or(listed);
            let place = places.find(entry.lines, first);
            let finding = Diagnostic::new(
                Code::TocTitleDiffers,
                entry.lines,
                format!(
                    "the title differs from that in the body (line {}): {}",
                    article.title_lines.first,
                    shown(&found)
                ),
            )
            .help(format!("print one title in both places; the body has “{printed}”"));
            Some(set(finding, place))
        })
        .collect()
}

fn owned(differences: Vec<(&str, &str)>) -> Vec<(String, String)> {
    differences.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// The differences in words: what the contents have, what the body has instead.
fn shown(differences: &[(String, String)]) -> String {
    let parts: Vec<String> = differences
        .iter()
        .map(|(listed, printed)| match (listed.as_str(), printed.as_str()) {
            ("", printed) => format!("“{printed}” is missing here"),
            (listed, "") => format!("“{listed}” is missing there"),
            (listed, printed) => format!("“{listed}” here, “{printed}” there"),
        })
        .collect();
    parts.join("; ")
}

/// Entries whose article stands elsewhere in the order of the body.
fn displaced(listing: &Listing<'_>) -> HashSet<usize> {
    let linked: Vec<(usize, usize)> =
        listing.entries.iter().enumerate().filter_map(|(at, listed)| Some((at, listed.article?))).collect();
    let order: Vec<usize> = linked.iter().map(|(_, article)| *article).collect();
    falling(&order).into_iter().filter_map(|at| linked.get(at).map(|(entry, _)| *entry)).collect()
}

fn order(listing: &Listing<'_>, displaced: &HashSet<usize>) -> Vec<Diagnostic> {
    let at_body = |article: usize| listing.articles.get(article).map(|p| p.article);
    (0..listing.entries.len())
        .filter(|at| displaced.contains(at))
        .filter_map(|at| {
            let listed = listing.entries.get(at)?;
            let position = listed.article?;
            let article = at_body(position)?;
            // What the body prints right before it, in the words of a person who looks for it.
            let before = position.checked_sub(1).and_then(at_body);
            let there = before.map_or("first".to_owned(), |b| format!("after “{}”", b.title));
            Some(
                Diagnostic::new(
                    Code::TocOrderDiffers,
                    listed.entry.lines,
                    format!(
                        "“{}” stands elsewhere in the body: {there} (line {})",
                        listed.entry.title, article.title_lines.first
                    ),
                )
                .help("list the articles in the order in which the body prints them, or move the article"),
            )
        })
        .collect()
}

/// Lines of a group's heading alone.
pub(super) fn heading_lines(group: &TocGroup) -> LineRange {
    let first = group.lines.first;
    let before_entries = group.entries.first().map_or(group.lines.last, |e| e.lines.first.saturating_sub(1));
    LineRange::new(first, before_entries.clamp(first, group.lines.last.max(first)))
}

/// A page of the contents: of a group or of an entry.
struct Paged {
    page: u32,
    lines: LineRange,
    /// Whether another rule has told what is wrong with its place.
    told: bool,
}

fn pages(places: &Places<'_>, listing: &Listing<'_>, displaced: &HashSet<usize>) -> Vec<Diagnostic> {
    let mut paged: Vec<Paged> = Vec::new();
    let mut at = 0;
    for group in listing.groups {
        if let (Some(page), true) = (group.page, group.title.is_some()) {
            paged.push(Paged { page, lines: heading_lines(group), told: false });
        }
        for entry in &group.entries {
            let without = listing.entries.get(at).is_some_and(|listed| listed.article.is_none());
            if let Some(page) = entry.page {
                paged.push(Paged { page, lines: entry.lines, told: displaced.contains(&at) || without });
            }
            at += 1;
        }
    }
    paged.retain(|p| !p.told);
    let order: Vec<u32> = paged.iter().map(|p| p.page).collect();
    lonely(&order)
        .into_iter()
        .filter_map(|at| {
            let this = paged.get(at)?;
            let before = at.checked_sub(1).and_then(|b| order.get(b)).copied();
            let after = order.get(at + 1).copied();
            let message = match (before, after) {
                (Some(before), _) if before > this.page => format!("page {} comes after page {before}", this.page),
                (_, Some(after)) => format!("page {} comes before page {after}", this.page),
                _ => format!("page {} does not fit the pages around it", this.page),
            };
            let finding = Diagnostic::new(Code::PageGoesBack, this.lines, message)
                .help("look up the page on which it begins and print that one");
            Some(set(finding, places.find_last(this.lines, &this.page.to_string())))
        })
        .collect()
}
