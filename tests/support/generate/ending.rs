//! How an article of a press review ends: its citation, what closes it, the back link, the link.
//!
//! Where it stops: the citation itself is made in `citation`; here it is put in its place.

use jiff::civil::Date;
use serde_json::json;

use super::citation::{self, Habits};
use super::draw::Draw;
use super::gold::{Article, Citation, any};
use super::masthead::Issue;
use super::noise::{Pages, Sheet};
use super::press_review::Style;

/// How an article ends.
pub struct Ending {
    citation: Option<Citation>,
    place: &'static str,
    after: &'static str,
    unclosed: bool,
    back_link: &'static str,
    link: Option<String>,
}

impl Ending {
    /// Draws the end of one article.
    pub fn draw(draw: &mut Draw, style: &Style, habits: &Habits, issue: &Issue, last: bool) -> Self {
        let mut back_link = style.back_link;
        if back_link != "none" && draw.slip("back-link.forgotten", 0.4) {
            back_link = "none";
        }
        let missing = style.evident && draw.slip("citation.missing", 0.5);
        if missing {
            return Self { citation: None, place: "none", after: "", unclosed: false, back_link, link: None };
        }
        let today: Date = issue.today;
        let mut citation = citation::citation(draw, habits, issue.date, today);
        if citation.source.is_null() && !style.evident {
            citation = loop {
                let another = citation::citation(draw, habits, issue.date, today);
                if !another.source.is_null() {
                    break another;
                }
            };
        }
        let mut place = style.place;
        if draw.slip("citation.place-differs", 0.6) {
            place = draw.pick(
                "citation.place",
                &[("after-full-stop", 4), ("before-full-stop", 2), ("own-line", 3), ("next-line", 2), ("glued", 1)],
            );
        }
        if citation.source.is_null() && citation.url.is_none() && matches!(place, "before-full-stop" | "glued") {
            place = "after-full-stop";
        }
        let closes = last || style.closing_everywhere;
        let after = if place == "before-full-stop" {
            "."
        } else if closes {
            style.closing
        } else {
            "none"
        };
        let bracketed_end = matches!(back_link, "none" | "next-line" | "own-line" | "own-line-anchor");
        let unclosed =
            citation.printed.is_none() && bracketed_end && after == "none" && draw.slip("citation.unclosed", 0.25);
        let mut link = None;
        let domain = citation.domain.as_str().map(str::to_owned);
        if let Some(domain) = domain.filter(|_| style.link && citation.url.is_none() && draw.chance(0.6)) {
            link = Some(format!("https://{domain}/{}.html", citation::slug(draw)));
            citation.url = link.clone();
            draw.note("link", "yes");
        }
        Self { citation: Some(citation), place, after, unclosed, back_link, link }
    }
}

/// Prints the last block with the citation, what closes it, the back link and the link.
pub fn print(
    draw: &mut Draw,
    sheet: &mut Sheet,
    pages: &mut Pages,
    last: String,
    style: &Style,
    ending: &Ending,
    article: &mut Article,
) {
    let back = match ending.back_link {
        "space" => " Về đầu trang",
        "anchor" => " [Về đầu trang](#)",
        "glued-anchor" => "[Về đầu trang](#)",
        "capitals" => " VỀ ĐẦU TRANG",
        _ => "",
    };
    let Some(citation) = &ending.citation else {
        sheet.line(format!("{last}{back}"));
        back_link(sheet, ending, style);
        sheet.blanks(style.gap());
        return;
    };
    let mut citation = citation.clone();
    let mut raw = citation.raw.as_str().expect("a printed citation").to_owned();
    let mut shown = citation.printed.take().unwrap_or_else(|| raw.clone());
    if ending.unclosed {
        raw.pop();
        shown.pop();
        citation.raw = json!(raw);
    }
    // Behind an address the mark would become part of it.
    if let Some(mark) = ending.after.strip_prefix("inside").filter(|_| citation.url.is_none()) {
        let put_in = |text: &str| {
            let (open, close) = text.split_at(text.len() - 1);
            format!("{open}{mark}{close}")
        };
        citation.raw = any([raw.clone(), put_in(&raw)]);
        shown = put_in(&shown);
    }
    let raw = if style.citation_italic { format!("*{shown}*") } else { shown };
    let after = match ending.after {
        mark @ ("./." | " ./." | ".") => mark,
        _ => "",
    };
    let tail = format!("{raw}{after}{back}");
    match ending.place {
        "own-line" | "next-line" => {
            pages.paragraph(draw, sheet, &last);
            if ending.place == "own-line" {
                sheet.blanks(style.gap());
            }
            sheet.line(tail);
        }
        "glued" if last.ends_with('.') => sheet.line(format!("{last}{tail}")),
        "before-full-stop" => match last.strip_suffix('.') {
            Some(open) => pages.paragraph(draw, sheet, &format!("{open} {tail}")),
            None => pages.paragraph(draw, sheet, &format!("{last} {}", tail.replacen(&format!("{raw}."), &raw, 1))),
        },
        _ => pages.paragraph(draw, sheet, &format!("{last} {tail}")),
    }
    back_link(sheet, ending, style);
    if let Some(link) = &ending.link {
        sheet.blanks(style.gap());
        sheet.line(link.clone());
    }
    sheet.blanks(style.gap());
    article.citation = Some(citation);
}

fn back_link(sheet: &mut Sheet, ending: &Ending, style: &Style) {
    match ending.back_link {
        "next-line" => sheet.line("Về đầu trang"),
        "own-line" => {
            sheet.blanks(style.gap());
            sheet.line("Về đầu trang");
        }
        "own-line-anchor" => {
            sheet.blanks(style.gap());
            sheet.line("[Về đầu trang](#top)");
        }
        _ => {}
    }
}
