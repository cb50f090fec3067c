//! What each physical line was taken for, told from the assembled bulletin.

use std::collections::HashSet;

use crate::model::{BlockKind, Bulletin, FurnitureKind, LineRange, LineRole};
use crate::page::Page;
use crate::roles::Roles;

/// What each physical line was taken for.
pub fn line_roles(page: &Page<'_>, bulletin: &Bulletin) -> Vec<Vec<LineRole>> {
    let mut roles = vec![vec![LineRole::Blank]; bulletin.file.lines as usize];
    for at in (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK)) {
        if let Some(slot) = roles.get_mut(page.number(at) as usize - 1) {
            slot.clear();
        }
    }
    let mut mark = |lines: LineRange, role: LineRole| {
        for line in lines.first..=lines.last {
            if let Some(slot) = roles.get_mut(line as usize - 1)
                && slot.first() != Some(&LineRole::Blank)
                && !slot.contains(&role)
            {
                slot.push(role);
            }
        }
    };
    for line in &bulletin.masthead {
        mark(line.lines, LineRole::Masthead);
    }
    let furniture: HashSet<u32> = bulletin
        .furniture
        .iter()
        .filter(|f| f.kind != FurnitureKind::BackLink || page.is(page.index(f.lines.first), Roles::BACK_LINK))
        .map(|f| f.lines.first)
        .collect();
    for group in &bulletin.toc {
        if group.title.is_some() {
            mark(group.lines, LineRole::TocGroup);
        }
        for entry in &group.entries {
            mark(entry.lines, LineRole::TocEntry);
        }
    }
    for section in &bulletin.sections {
        if let Some(lines) = section.title_lines {
            mark(lines, LineRole::SectionHeading);
        }
        for article in &section.articles {
            mark(article.title_lines, LineRole::Title);
            for block in &article.body {
                let role = match block.kind {
                    BlockKind::Paragraph => LineRole::Paragraph,
                    BlockKind::Subheading => LineRole::Subheading,
                    BlockKind::ListItem => LineRole::ListItem,
                    BlockKind::Caption => LineRole::Caption,
                    BlockKind::Footnote => LineRole::Footnote,
                    BlockKind::Table => LineRole::Table,
                };
                for line in (block.lines.first..=block.lines.last).filter(|l| !furniture.contains(l)) {
                    mark(LineRange::single(line), role);
                }
            }
            if let Some(citation) = &article.citation {
                mark(citation.lines, LineRole::Citation);
            }
        }
    }
    for f in &bulletin.furniture {
        mark(f.lines, f.kind.into());
    }
    // What an article prints outside of title, body and citation: its label, its presenting body, its addresses.
    for article in bulletin.articles() {
        for line in article.lines.first..=article.lines.last {
            let at = page.index(line);
            let role = if page.is(at, Roles::ADDRESS) {
                LineRole::Link
            } else if line < article.title_lines.first && !article.authors.iter().any(|name| name == page.text(at)) {
                LineRole::Label
            } else {
                LineRole::Presenter
            };
            if let Some(slot) = roles.get_mut(line as usize - 1).filter(|slot| slot.is_empty()) {
                slot.push(role);
            }
        }
    }
    roles
}
