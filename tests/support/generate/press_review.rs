//! Press reviews: masthead, table of contents, sections, articles that close with a citation, colophon.
//!
//! Style is drawn once for a bulletin, slips for each article. Combinations that a person could read in two ways are
//! not drawn: without contents, numbers or markup every article keeps its citation, for example.

use serde_json::{Value, json};

use super::citation::Habits;
use super::contents::{self, Plan, PlannedArticle, PlannedSection, roman};
use super::draw::Draw;
use super::ending::Ending;
use super::gold::{Gold, Section, any};
use super::masthead::{self, Issue};
use super::noise::{self, Pages, Sheet};
use super::story;
use super::{prose, words};

/// How the body of one bulletin is printed.
pub struct Style {
    pub markdown: bool,
    pub dense: bool,
    pub section: &'static str,
    pub title: &'static str,
    pub title_capitals: bool,
    /// Capitals in the body alone; the contents keep the title as it is.
    pub capitals_in_body: bool,
    /// Section names in small letters.
    pub small_sections: bool,
    /// Printed between articles.
    pub rule: &'static str,
    /// Printed before each paragraph.
    pub indent: &'static str,
    /// Paragraphs in tags, as they come out of a web page.
    pub tags: bool,
    pub numbering: &'static str,
    pub place: &'static str,
    pub closing: &'static str,
    pub closing_everywhere: bool,
    pub back_link: &'static str,
    pub link: bool,
    pub citation_italic: bool,
    /// Contents, numbers or markup tell titles from paragraphs.
    pub evident: bool,
    pub contents: bool,
}

impl Style {
    fn draw(draw: &mut Draw, markdown: bool, contents: bool, web: bool) -> Self {
        let title = if markdown {
            draw.pick(
                "title.markup",
                &[("lying-levels", 5), ("heading", 3), ("bold", 4), ("plain", 2), ("bold-heading", 2), ("italic", 1)],
            )
        } else {
            "plain"
        };
        let numbering = draw.pick(
            "title.mark",
            &[
                ("none", 14),
                ("1. ", 4),
                ("1) ", 1),
                ("1/ ", 1),
                ("01. ", 1),
                ("* ", 2),
                ("*", 1),
                ("- ", 0),
                ("Bài 1. ", 0),
            ],
        );
        let evident = contents || numbering.contains('1') || !matches!(title, "plain");
        let title_capitals = (contents || numbering.contains('1')) && draw.habit("title.capitals", 0.07);
        Self {
            markdown,
            contents,
            evident,
            dense: contents && !markdown && draw.habit("body.no-blank-lines", 0.06),
            section: draw.pick(
                "section.markup",
                if markdown {
                    &[("heading", 5), ("bold-heading", 3), ("bold", 2), ("plain", 3), ("lying-levels", 2)]
                } else {
                    &[("plain", 1)]
                },
            ),
            title,
            title_capitals,
            capitals_in_body: title_capitals && contents && draw.habit("title.capitals-in-body-alone", 0.3),
            small_sections: contents && markdown && draw.habit("section.small-letters", 0.12),
            rule: draw.pick(
                "article.rule",
                &[
                    ("", 20),
                    ("---", if markdown { 3 } else { 1 }),
                    ("***", if markdown { 1 } else { 0 }),
                    ("__________", 1),
                    ("=====", 0),
                ],
            ),
            indent: if markdown {
                ""
            } else {
                draw.pick("body.indent", &[("", 14), ("\t", 1), ("    ", 1), ("\u{a0}\u{a0}", 1)])
            },
            tags: web && draw.habit("body.tags", 0.12),
            numbering,
            place: draw.pick(
                "citation.place",
                &[("after-full-stop", 12), ("before-full-stop", 2), ("own-line", 4), ("next-line", 2), ("glued", 1)],
            ),
            closing: draw.pick(
                "citation.closing",
                &[("none", 10), ("./.", 3), (" ./.", 1), (".", 2), ("inside./.", 1), ("inside.", 1)],
            ),
            closing_everywhere: draw.chance(0.3),
            back_link: draw.pick(
                "back-link",
                if web {
                    &[("none", 4), ("space", 6), ("next-line", 2), ("own-line", 1)]
                } else {
                    &[
                        ("none", 10),
                        ("space", 3),
                        ("anchor", 3),
                        ("glued-anchor", 2),
                        ("next-line", 3),
                        ("own-line", 2),
                        ("capitals", 1),
                        ("own-line-anchor", 1),
                    ]
                },
            ),
            link: draw.habit("link-under-article", if web { 0.5 } else { 0.12 }),
            citation_italic: markdown && draw.habit("citation.italic", 0.06),
        }
    }

    /// Blank lines between paragraphs.
    pub fn gap(&self) -> usize {
        usize::from(!self.dense)
    }
}

/// A press review.
pub fn press_review(draw: &mut Draw) -> (Vec<u8>, Gold) {
    let editor = draw.pick("editor", &[("tidy", 3), ("average", 4), ("messy", 3)]);
    draw.carelessness = match editor {
        "tidy" => 0.02,
        "average" => 0.1,
        _ => 0.25,
    };
    let markdown = draw.habit("markdown", 0.45);
    let mut sheet = Sheet::default();
    let issue = masthead::masthead(draw, &mut sheet, markdown);
    let sectioned = !draw.habit("no-sections", 0.1);
    let toc = contents::Style::draw(draw, issue.web, markdown, sectioned);
    let style = Style::draw(draw, markdown, toc.present, issue.web);
    let plan = plan(draw, sectioned, &toc, &style);
    sheet.blanks(draw.between(0, 1));
    let mut gold = Gold {
        layout: "press-review",
        title: issue.title.clone(),
        number: issue.number.clone(),
        date: issue.gold_date.clone(),
        weekday: issue.weekday.clone(),
        ..Gold::default()
    };
    gold.toc = toc.print(draw, &mut sheet, &plan, markdown);
    sheet.blanks(draw.between(1, 3));
    body(draw, &mut sheet, &mut gold, &plan, &issue, &style, &toc);
    gold.editor = colophon(draw, &mut sheet, markdown, &style);
    if issue.web && draw.habit("web.trailer", 0.5) {
        sheet.blanks(1);
        sheet.spaced(1, draw.one(&["Các tin khác", "Tin khác", "Các tin đã đưa", "Các tin khác"]).to_owned());
        match draw.below(4) {
            0 => {}
            1 => sheet.line(format!("Lượt xem: {}", draw.between(3, 5000))),
            _ => sheet.line("04"),
        }
    }
    (noise::finish(draw, sheet, false), gold)
}

/// The name of a section as this bulletin prints it.
fn name(title: &str, style: &Style) -> String {
    if style.small_sections { prose::capitalise(&title.to_lowercase()) } else { title.to_owned() }
}

fn plan(draw: &mut Draw, sectioned: bool, toc: &contents::Style, style: &Style) -> Plan {
    let sections = if sectioned { draw.between(1, 4) } else { 1 };
    let restart = sectioned && sections > 1 && draw.habit("numbering.restarts", 0.15);
    let mut titles: Vec<&str> = words::SECTIONS.to_vec();
    draw.shuffle(&mut titles);
    let mut seen: Vec<String> = Vec::new();
    let (mut number, mut page) = (0, draw.between(1, 3));
    let mut planned = Vec::new();
    for title in titles.iter().take(sections) {
        if restart {
            number = 0;
        }
        let mut section = PlannedSection { title: sectioned.then(|| name(title, style)), page, articles: Vec::new() };
        for _ in 0..draw.weighted(&[(1, 3), (2, 5), (3, 4), (4, 2), (5, 1)]) {
            number += 1;
            let mut title = prose::title(draw);
            while seen.contains(&title) {
                title = prose::title(draw);
            }
            seen.push(title.clone());
            let small = title.clone();
            if style.title_capitals {
                title = title.to_uppercase();
            }
            let differs = toc.allows_differences() && draw.slip("contents.title-differs", 0.8);
            let listed = if style.capitals_in_body { small } else { title.clone() };
            let toc_title = if differs { contents::retyped(draw, &listed, toc.leads_with_dots()) } else { listed };
            section.articles.push(PlannedArticle { number, page, title, toc_title });
            page += draw.below(3);
        }
        planned.push(section);
    }
    Plan { sections: planned }
}

fn body(
    draw: &mut Draw,
    sheet: &mut Sheet,
    gold: &mut Gold,
    plan: &Plan,
    issue: &Issue,
    style: &Style,
    toc: &contents::Style,
) {
    let habits = Habits::draw(draw, style.markdown);
    let mut pages = Pages::draw(draw, &issue.name, issue.number_text.as_deref());
    let roman_sections = draw.habit("section.roman", 0.15);
    let total: usize = plan.sections.iter().map(|section| section.articles.len()).sum();
    let mut running = 0;
    for (index, section) in plan.sections.iter().enumerate() {
        let mut printed = Section { title: section.title.clone(), articles: Vec::new() };
        if let Some(title) = &section.title {
            let differs = toc.allows_differences() && toc.grouped && draw.slip("section.differs", 0.25);
            let title = &if differs { contents::misspelt(draw, title) } else { title.clone() };
            printed.title = Some(title.clone());
            let text = if roman_sections { format!("{}. {title}", roman(index + 1)) } else { title.clone() };
            let level = "#".repeat(draw.between(1, 5));
            sheet.spaced(
                style.gap(),
                match style.section {
                    "heading" => format!("## {text}"),
                    "bold-heading" => format!("## **{text}**"),
                    "bold" => format!("**{text}**"),
                    "lying-levels" => format!("{level} {text}"),
                    _ => text,
                },
            );
        }
        for (within, planned) in section.articles.iter().enumerate() {
            running += 1;
            draw.at(running);
            let ending = Ending::draw(draw, style, &habits, issue, running == total);
            if running > 1 && within > 0 && !style.rule.is_empty() {
                sheet.spaced(1, style.rule.to_owned());
            }
            let mut article = story::print(draw, sheet, &mut pages, planned, style, &ending);
            let numbered = style.numbering.contains('1') || (toc.present && toc.numbered);
            article.number =
                if numbered { json!(planned.number) } else { any([Value::Null, json!(running), json!(within + 1)]) };
            article.page = (toc.present && toc.pages).then(|| json!(planned.page));
            printed.articles.push(article);
        }
        draw.at("");
        gold.sections.push(printed);
    }
}

fn colophon(draw: &mut Draw, sheet: &mut Sheet, markdown: bool, style: &Style) -> Value {
    let form = draw.pick(
        "colophon",
        &[
            ("none", 6),
            ("Biên tập viên ", 4),
            ("Biên tập: ", 2),
            ("Người biên tập: ", 2),
            ("BIÊN TẬP: ", 1),
            ("Biên tập viên: ", 1),
        ],
    );
    if form == "none" {
        return Value::Null;
    }
    let name = words::person(draw);
    let line = format!("{form}{name}");
    sheet.blanks(1 - style.gap());
    sheet.line(if markdown && draw.chance(0.5) { format!("*{line}*") } else { line });
    json!(name)
}
