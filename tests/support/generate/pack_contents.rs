//! The table of contents of a conference pack: tab-separated tables, repeated where they ran over a page.

use super::contents::roman;
use super::draw::Draw;
use super::gold::{TocEntry, TocGroup};
use super::noise::Sheet;
use super::proceedings::{Group, Planned};
use super::prose;

/// How the table of contents is printed.
pub struct Style {
    pub pages: bool,
    pub presenters: bool,
    pub header: bool,
    pub enumerator: &'static str,
    pub full_stops: bool,
    pub group_mark: &'static str,
    pub trailing_tabs: bool,
    pub bold_groups: bool,
}

/// Prints the table of contents and returns the truth of it.
pub fn contents(draw: &mut Draw, sheet: &mut Sheet, groups: &[Group], style: &Style) -> Vec<TocGroup> {
    let mut gold = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let presenters = style.presenters && group.documents.iter().any(|planned| planned.presenter.is_some());
        let heading = match style.group_mark {
            "A. " => format!("{}. {}", ["A", "B", "C"][index.min(2)], group.title),
            mark => format!("{}{}", mark.replacen('I', roman(index + 1), 1), group.title),
        };
        let columns = 2 + usize::from(presenters) + usize::from(style.pages);
        let tabs = if style.trailing_tabs { "\t".repeat(columns - 1) } else { String::new() };
        let heading = if style.bold_groups { format!("**{heading}**{tabs}") } else { format!("{heading}{tabs}") };
        let header = header_row(draw, presenters, style.pages);
        sheet.line(heading.clone());
        if style.header {
            sheet.line(header.clone());
        }
        let mut printed = TocGroup { title: Some(group.title.to_owned()), ..TocGroup::default() };
        let count = group.documents.len();
        let turn = (count > 2 && draw.habit("contents.group-repeated", 0.35)).then(|| draw.between(1, count));
        for (at, planned) in group.documents.iter().enumerate() {
            if turn == Some(at) {
                repeat_heading(draw, sheet, &heading, style.header.then_some(&header));
            }
            let title =
                format!("{}{}", toc_title(draw, planned, group.reports), if style.full_stops { "." } else { "" });
            let enumerator = match style.enumerator {
                "01" => format!("{:02}", planned.number),
                form => form.replacen('1', &planned.number.to_string(), 1),
            };
            let mut row = format!("{enumerator}\t{title}");
            if presenters {
                row.push_str(&format!("\t{}", planned.presenter.as_deref().unwrap_or_default()));
            }
            if style.pages {
                row.push_str(&format!("\t{}", planned.page));
            }
            sheet.line(row);
            printed.entries.push(TocEntry {
                number: Some(planned.number),
                title,
                page: style.pages.then_some(planned.page),
                presenter: planned.presenter.clone().filter(|_| presenters),
            });
        }
        // The heading may come again even when no entry is left for the next page.
        if turn == Some(count) {
            repeat_heading(draw, sheet, &heading, style.header.then_some(&header));
        }
        sheet.blanks(1);
        gold.push(printed);
    }
    gold
}

fn repeat_heading(draw: &mut Draw, sheet: &mut Sheet, heading: &str, header: Option<&String>) {
    sheet.blanks(1);
    if draw.chance(0.2) {
        sheet.spaced(1, draw.between(1, 3).to_string());
    }
    sheet.line(heading);
    if let Some(header) = header {
        sheet.line(header.clone());
    }
}

fn header_row(draw: &mut Draw, presenters: bool, pages: bool) -> String {
    let mut row =
        format!("{}\t{}", draw.one(&["STT", "STT", "TT"]), draw.one(&["Nội dung", "Nội dung", "Tên tài liệu"]));
    if presenters {
        row.push_str(draw.one(&["\tThực hiện", "\tĐơn vị thực hiện", "\tThực hiện", "\tĐơn vị trình bày"]));
    }
    if pages {
        row.push_str("\tTrang");
    }
    row
}

/// Reports are often listed with their label in front.
fn toc_title(draw: &mut Draw, planned: &Planned, reports: bool) -> String {
    if reports && draw.chance(0.6) {
        let lower = planned
            .title
            .chars()
            .next()
            .map(|first| first.to_lowercase().chain(planned.title.chars().skip(1)).collect::<String>());
        return format!("{} {}", prose::capitalise(&planned.label.to_lowercase()), lower.unwrap_or_default());
    }
    planned.title.clone()
}
