//! Sections of contents and body: headings that differ or are missing, articles under another heading.

use std::collections::HashSet;

use super::Subject;
use super::contents::{Listing, heading_lines};
use super::titles::same;
use crate::model::{Article, Code, Diagnostic, LineRange, TocGroup};
use crate::text::enumerator;
use crate::text::key::key;

/// Sections: headings that differ or are missing, articles under another heading than the contents say.
pub(super) fn find(subject: &Subject<'_>, listing: &Listing<'_>, displaced: &HashSet<usize>) -> Vec<Diagnostic> {
    let headed = listing.sections.iter().any(|s| s.title_lines.is_some());
    let grouped = listing.groups.iter().any(|g| g.title.is_some());
    if !headed || !grouped {
        return Vec::new();
    }
    let mut found = Vec::new();
    // Which group each section belongs to: that of its first article in place.
    let mut owner: Vec<Option<usize>> = vec![None; listing.sections.len()];
    let mut home: Vec<Option<usize>> = vec![None; listing.groups.len()];
    let placed = |at: &usize| !displaced.contains(at);
    let linked = |at: usize| {
        let listed = listing.entries.get(at)?;
        Some((listed, listing.articles.get(listed.article?)?))
    };
    // Headings that agree come first, so that a single article in the wrong place claims no section.
    for agree in [true, false] {
        for (listed, printed) in (0..listing.entries.len()).filter(placed).filter_map(linked) {
            let (Some(group), Some(section)) =
                (listing.groups.get(listed.group), listing.sections.get(printed.section))
            else {
                continue;
            };
            let alike = matches!((&group.title, &section.title), (Some(g), Some(s)) if same(g, s));
            if let (Some(home), Some(owner)) = (home.get_mut(listed.group), owner.get_mut(printed.section))
                && (alike || !agree)
                && home.is_none()
                && owner.is_none()
            {
                *home = Some(printed.section);
                *owner = Some(listed.group);
            }
        }
    }
    // Groups whose heading the body prints as the title of an article: the heading of the first article was lost.
    let taken_for_title: HashSet<usize> = listing.articles.iter().filter_map(|printed| printed.heads).collect();
    for (at, (group, home)) in listing.groups.iter().zip(&home).enumerate() {
        let Some(section) = home.and_then(|at| listing.sections.get(at)) else { continue };
        let finding = match (&group.title, &section.title, section.title_lines) {
            (Some(title), Some(printed), Some(lines)) if !same(title, printed) => Some(
                Diagnostic::new(
                    Code::SectionDiffers,
                    lines,
                    format!(
                        "the section is “{printed}” here and “{title}” in the contents (line {})",
                        group.lines.first
                    ),
                )
                .help("print one heading in both places"),
            ),
            (Some(title), None, None) if !taken_for_title.contains(&at) => {
                let first = home.and_then(|at| listing.sections.get(at)?.articles.first());
                first
                    .filter(|a| !listing.is_lost_before(subject, a) && !stands_before(subject, listing, title, a))
                    .map(|first| missing_heading(group, title, first))
            }
            (None, Some(printed), Some(lines)) => Some(missing_group(printed, lines)),
            _ => None,
        };
        found.extend(finding);
    }
    let mut told: HashSet<(usize, usize)> = HashSet::new();
    for (listed, printed) in (0..listing.entries.len()).filter(placed).filter_map(linked) {
        let home = home.get(listed.group).copied().flatten();
        if home == Some(printed.section) {
            continue;
        }
        let (Some(group), Some(section)) = (listing.groups.get(listed.group), listing.sections.get(printed.section))
        else {
            continue;
        };
        let owned = owner.get(printed.section).copied().flatten().is_some();
        let Some(title) = &group.title else { continue };
        let article = printed.article;
        let finding = if home.is_none() {
            // The body has no heading for the group: told once, at the contents.
            let tell = !taken_for_title.contains(&listed.group)
                && told.insert((listed.group, usize::MAX))
                && !listing.is_lost_before(subject, article)
                && !stands_before(subject, listing, title, article);
            tell.then(|| missing_heading(group, title, article))
        } else if owned {
            Some(
                Diagnostic::new(
                    Code::SectionDiffers,
                    article.title_lines,
                    format!(
                        "“{}” stands under {} here and under “{title}” in the contents (line {})",
                        article.title,
                        section.title.as_deref().map_or("no heading".to_owned(), |t| format!("“{t}”")),
                        listed.entry.lines.first
                    ),
                )
                .help("move the article or its entry, so that both stand in one section"),
            )
        } else {
            // A heading that the contents do not have: told once, at the heading.
            section
                .title_lines
                .filter(|_| told.insert((usize::MAX, printed.section)))
                .map(|lines| missing_group(section.title.as_deref().unwrap_or_default(), lines))
        };
        found.extend(finding);
    }
    found
}

/// Whether a heading is printed before its first article, behind the title of another, though it was not taken for one:
/// what stood between them was lost.
fn stands_before(subject: &Subject<'_>, listing: &Listing<'_>, title: &str, first: &Article) -> bool {
    let range = listing.gap_before(first);
    let wanted = key(title);
    // Only lines that can hold it are looked at letter by letter.
    let most = title.len() + MOST_AROUND;
    let lines = subject.page.between(range);
    let holds = |text: &str| {
        let bare = enumerator::split(text).map_or(text, |(_, rest)| rest);
        key(bare) == wanted || key(text) == wanted
    };
    lines.iter().any(|line| line.text.len() <= most && holds(&line.text))
}

/// Most bytes that stand on the line of a heading beside its words: an enumerator, signs.
const MOST_AROUND: usize = 16;

fn missing_group(printed: &str, lines: LineRange) -> Diagnostic {
    Diagnostic::new(Code::SectionDiffers, lines, format!("the contents have no section “{printed}”"))
        .help("add the heading to the contents, or mark it as a sub-heading")
}

fn missing_heading(group: &TocGroup, title: &str, first: &Article) -> Diagnostic {
    Diagnostic::new(
        Code::SectionDiffers,
        heading_lines(group),
        format!("the body has no heading “{title}”; its first article begins on line {}", first.lines.first),
    )
    .help("put the heading back above the article, or take it out of the contents")
}
