//! One article of a press review: its heading, its paragraphs, lists and sub-headings.
//!
//! Where it stops: the last paragraph is handed to `ending`, which prints the citation with it.

use super::contents::{PlannedArticle, wrap_at};
use super::draw::Draw;
use super::ending::{self, Ending};
use super::gold::Article;
use super::noise::{Pages, Sheet};
use super::press_review::Style;
use super::prose;

fn heading(draw: &mut Draw, sheet: &mut Sheet, planned: &PlannedArticle, style: &Style) {
    let mark = match style.numbering {
        "none" => String::new(),
        "01. " => format!("{:02}. ", planned.number),
        mark => mark.replacen('1', &planned.number.to_string(), 1),
    };
    let wrapped = if style.dense && !style.contents { None } else { wrap_at(&planned.title, 30) };
    let two_lines = planned.title.chars().count() > 50 && style.evident && draw.slip("title.two-lines", 1.5);
    let lines: Vec<&str> = match wrapped.filter(|_| two_lines) {
        Some(at) => vec![&planned.title[..at], planned.title[at..].trim_start()],
        None => vec![&planned.title],
    };
    let level = "#".repeat(draw.between(1, 5));
    let bold = draw.chance(0.5);
    let (open, close) = match style.title {
        "lying-levels" if bold => (format!("{level} **"), "**"),
        "lying-levels" => (format!("{level} "), ""),
        "heading" => ("### ".to_owned(), ""),
        "bold-heading" => ("### **".to_owned(), "**"),
        "bold" => ("**".to_owned(), "**"),
        "italic" => ("*".to_owned(), "*"),
        _ => (String::new(), ""),
    };
    // A star before the title and emphasis around it would run together.
    let (open, close) =
        if mark.starts_with('*') && open.starts_with('*') { (String::new(), "") } else { (open, close) };
    let last = lines.len() - 1;
    for (index, line) in lines.iter().enumerate() {
        let head = if index == 0 { format!("{open}{mark}") } else { String::new() };
        sheet.line(format!("{head}{line}{}", if index == last { close } else { "" }));
    }
    sheet.blanks(style.gap());
}

/// Prints one article and returns the truth of it.
pub fn print(
    draw: &mut Draw,
    sheet: &mut Sheet,
    pages: &mut Pages,
    planned: &PlannedArticle,
    style: &Style,
    ending: &Ending,
) -> Article {
    heading(draw, sheet, planned, style);
    let mut article = Article { title: planned.title.clone(), ..Article::default() };
    let blocks = blocks(draw, style);
    let count = blocks.len();
    for (index, (kind, text)) in blocks.into_iter().enumerate() {
        article.paragraphs.push(text.clone());
        let printed = match kind {
            "lead" => format!("**{text}**"),
            "italic-lead" => format!("*{text}*"),
            "bold-subheading" => format!("**{text}**"),
            "subheading-level" => format!("#### {text}"),
            _ => text,
        };
        if index + 1 == count {
            let printed = if kind == "paragraph" { format!("{}{printed}", style.indent) } else { printed };
            ending::print(draw, sheet, pages, printed, style, ending, &mut article);
        } else if style.dense
            || matches!(kind, "item" | "subheading" | "bold-subheading" | "subheading-level" | "lead" | "italic-lead")
        {
            sheet.spaced(style.gap(), printed);
        } else {
            let printed = if style.tags { format!("<p>{printed}</p>") } else { format!("{}{printed}", style.indent) };
            pages.paragraph(draw, sheet, &printed);
            sheet.blanks(style.gap());
        }
    }
    article
}

/// The blocks of an article: their kind and text.
fn blocks(draw: &mut Draw, style: &Style) -> Vec<(&'static str, String)> {
    let mut blocks: Vec<(&'static str, String)> = Vec::new();
    let count = draw.weighted(&[(1, 1), (2, 4), (3, 5), (4, 3), (5, 1)]);
    if style.markdown && style.contents && draw.slip("body.bold-lead", 0.6) {
        let kind = if draw.chance(0.7) { "lead" } else { "italic-lead" };
        blocks.push((kind, prose::paragraph(draw, 2)));
    }
    for index in 0..count {
        let sentences = draw.weighted(&[(1, 3), (2, 5), (3, 4), (4, 1)]);
        if index > 0 && style.contents && !style.dense && draw.slip("body.subheading", 0.35) {
            let kind = draw.weighted(&[
                ("subheading", 3),
                ("bold-subheading", if style.markdown { 3 } else { 0 }),
                ("subheading-level", if style.markdown { 1 } else { 0 }),
            ]);
            draw.note("body.subheading-kind", kind);
            blocks.push((kind, prose::subheading(draw)));
        }
        let mut text = prose::paragraph(draw, sentences);
        if sentences > 1 && draw.slip("body.photo-source", 0.15) {
            text = format!("{text} {}", prose::photo_source(draw));
        }
        blocks.push(("paragraph", text));
        let numbered_title = style.numbering.contains('1');
        if draw.slip("body.list", 0.3) {
            let form = draw.pick(
                "body.list-mark",
                &[
                    ("- ", 4),
                    ("1. ", if numbered_title && !style.contents { 0 } else { 3 }),
                    ("+ ", 1),
                    ("a) ", 1),
                    ("• ", 1),
                    ("– ", 1),
                ],
            );
            let items = draw.between(2, 4);
            for item in 0..items {
                let mark = match form {
                    "1. " => format!("{}. ", item + 1),
                    "a) " => format!("{}) ", ["a", "b", "c", "d"][item]),
                    form => form.to_owned(),
                };
                let stop = if item + 1 == items { "." } else { ";" };
                let text = prose::item(draw);
                blocks.push(("item", format!("{mark}{text}{stop}")));
            }
        }
        if draw.slip("body.trap", 0.8) {
            blocks.push(("paragraph", prose::trap(draw)));
        }
    }
    // One loose numbered line, as left behind by whoever cut the article short.
    if style.contents && draw.slip("body.loose-item", 0.3) {
        let at = draw.between(1, blocks.len());
        blocks.insert(at, ("item", format!("{}. {}.", draw.between(1, 4), prose::item(draw))));
    }
    if blocks.len() < 2 && !style.evident {
        blocks.push(("paragraph", prose::paragraph(draw, 2)));
    }
    blocks
}
