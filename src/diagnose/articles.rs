//! Articles by themselves: without text, cut by their looks alone, set on another heading level than the others.

use super::Subject;
use super::contents::Listing;
use crate::lines::Line;
use crate::model::{Article, Code, Diagnostic, LineRange};

/// What is wrong with single articles.
pub(super) fn find(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    let mut found = empty(listing);
    found.extend(weak(subject, listing));
    found.extend(levels(subject, listing));
    found
}

/// Articles without a block of text; what stands above the title (number, place and date of a report) is none.
fn empty(listing: &Listing<'_>) -> Vec<Diagnostic> {
    listing
        .articles
        .iter()
        .map(|printed| printed.article)
        .filter(|article| article.body.iter().all(|block| block.lines.last < article.title_lines.first))
        .map(|article| {
            Diagnostic::new(
                Code::EmptyArticle,
                article.title_lines,
                format!("no text stands under the title “{}”", article.title),
            )
            .help("put the text of the article back, or take out its title and its entry in the contents")
        })
        .collect()
}

/// Articles that no contents, number or closing citation vouch for. One that the contents should list and do not is told
/// by that rule.
fn weak(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    if !listing.entries.is_empty() {
        return Vec::new();
    }
    listing
        .articles
        .iter()
        .map(|printed| printed.article)
        .filter(|article| subject.is_weak(article.title_lines))
        .map(|article| {
            Diagnostic::new(
                Code::WeakArticle,
                article.title_lines,
                format!("“{}” was taken for a new article by its looks alone", article.title),
            )
            .help("if it is one, list it in the contents, number it or close the article before it with its citation; else mark it as a sub-heading")
        })
        .collect()
}

/// Fewest titles that make a habit, and the share of them that has it, in per cent.
const FEWEST: usize = 4;
const HABIT: usize = 60;

/// Titles on another level of Markdown than the others, sections on that of the titles.
fn levels(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Diagnostic> {
    let level = |lines: LineRange| subject.page.line(lines.first).map_or(0, Line::heading);
    let articles: Vec<(&Article, u8)> = listing
        .articles
        .iter()
        .filter(|p| p.heads.is_none())
        .map(|p| (p.article, level(p.article.title_lines)))
        .collect();
    let mut counts = [0usize; 8];
    for (_, level) in &articles {
        if let Some(count) = counts.get_mut(usize::from(*level)) {
            *count += 1;
        }
    }
    let Some((usual, count)) = (0u8..).zip(counts).max_by_key(|(_, count)| *count) else { return Vec::new() };
    if articles.len() < FEWEST || count * 100 < articles.len() * HABIT {
        return Vec::new();
    }
    let words =
        |level: u8| if level == 0 { "no heading mark".to_owned() } else { format!("`{}`", "#".repeat(level.into())) };
    let told = |lines: LineRange, message| {
        Diagnostic::new(Code::HeadingLevel, LineRange::single(lines.first), message)
            .help("set all titles on one level, below that of the sections")
    };
    let titles = articles.into_iter().filter(|(_, level)| *level != usual).map(|(article, level)| {
        told(article.title_lines, format!("this title has {}, the other titles have {}", words(level), words(usual)))
    });
    // A section on the level of the titles while another one stands above them.
    let headings: Vec<(LineRange, u8)> =
        subject.bulletin.sections.iter().filter_map(|s| Some((s.title_lines?, level(s.title_lines?)))).collect();
    let above = usual > 0 && headings.iter().any(|(_, level)| (1..usual).contains(level));
    let sections = headings.iter().filter(|(_, level)| above && *level >= usual).map(|(lines, level)| {
        told(*lines, format!("this section has {}, its titles have {}", words(*level), words(usual)))
    });
    titles.chain(sections).collect()
}
