//! Tables of contents in their printed forms.
//!
//! Where it stops: it prints what the plan holds and returns the truth of it; the body is printed elsewhere.

use super::draw::Draw;
use super::gold::{TocEntry, TocGroup};
use super::noise::Sheet;

/// What a press review will hold.
pub struct Plan {
    pub sections: Vec<PlannedSection>,
}

/// A section to be printed.
pub struct PlannedSection {
    pub title: Option<String>,
    pub page: usize,
    pub articles: Vec<PlannedArticle>,
}

/// An article to be printed.
pub struct PlannedArticle {
    pub number: usize,
    pub page: usize,
    pub title: String,
    /// The title in the table of contents, where it differs.
    pub toc_title: String,
}

/// The style of a table of contents.
pub struct Style {
    pub present: bool,
    pub pages: bool,
    pub numbered: bool,
    leader: &'static str,
    enumerator: &'static str,
    introduction: &'static str,
    blank_lines: bool,
    wrap: bool,
    links: bool,
    section_mark: &'static str,
    section_pages: bool,
    pub grouped: bool,
}

impl Style {
    /// Draws a style. `web` text has a line of its own for everything.
    pub fn draw(draw: &mut Draw, web: bool, markdown: bool, sectioned: bool) -> Self {
        let leader = draw.weighted(&[
            ("none", 6),
            ("dots-tab", 3),
            ("dots-space", 3),
            ("ellipses", 3),
            ("tab", 4),
            ("spaces", 2),
            ("spaced-dots", 1),
            ("long-dots", 1),
            ("page-in-parentheses", 1),
            ("page-word", 1),
        ]);
        let style = Self {
            present: draw.chance(0.82),
            pages: leader != "none",
            numbered: draw.chance(0.9),
            leader,
            enumerator: draw.weighted(&[
                ("1. ", 8),
                ("01. ", 2),
                ("1) ", 2),
                ("1- ", 2),
                ("1/ ", 1),
                ("1.", 1),
                ("1.\t", 1),
                ("Bài 1: ", 0),
                ("1. wide", if web { 8 } else { 1 }),
            ]),
            introduction: draw.weighted(&[
                ("", 6),
                ("MỤC LỤC", 4),
                ("TRONG SỐ NÀY", 3),
                ("Mục lục", 1),
                ("Trong số này:", 2),
                ("Tin đáng chú ý trong ngày:", 2),
                ("NỘI DUNG", 1),
                ("Báo chí trong ngày có các tin, bài sau đây:", 2),
            ]),
            blank_lines: draw.chance(if web { 0.8 } else { 0.2 }),
            wrap: draw.chance(0.15),
            links: markdown && draw.chance(0.08),
            section_mark: draw.weighted(&[
                ("plain", 8),
                ("bold", if markdown { 4 } else { 0 }),
                ("heading", if markdown { 2 } else { 0 }),
                ("roman", 3),
                ("dash", 0),
            ]),
            section_pages: draw.chance(0.7),
            grouped: sectioned && draw.chance(0.95),
        };
        // Without numbers and pages a wrapped entry and two entries look the same.
        let style = Self { wrap: style.wrap && (style.numbered || style.pages), ..style };
        if !style.present {
            draw.note("contents", "none");
            return style;
        }
        draw.note("contents.leader", leader);
        draw.note("contents.enumerator", if style.numbered { style.enumerator.trim() } else { "none" });
        draw.note("contents.introduction", if style.introduction.is_empty() { "none" } else { style.introduction });
        for (name, held) in [
            ("contents.blank-lines", style.blank_lines),
            ("contents.wrapped", style.wrap),
            ("contents.links", style.links),
            ("contents.section-without-page", style.pages && !style.section_pages),
            ("contents.flat", !style.grouped),
        ] {
            if held {
                draw.note(name, "yes");
            }
        }
        draw.note("contents.section-mark", style.section_mark);
        style
    }

    /// Whether a small difference in a title can still be told from another title.
    pub fn allows_differences(&self) -> bool {
        self.present && (self.numbered || self.pages)
    }

    /// Whether dots lead to the page, so that a full stop after a title is lost in them.
    pub fn leads_with_dots(&self) -> bool {
        self.leader.contains("dots") || self.leader == "ellipses"
    }

    fn with_page(&self, text: &str, page: usize) -> String {
        let gap = match self.leader {
            "dots-tab" => ".....\t",
            "dots-space" => "......... ",
            "ellipses" => " …… ",
            "tab" => "\t",
            "spaces" => "     ",
            "spaced-dots" => " . . . . . . . ",
            "page-in-parentheses" => return format!("{text} (tr. {page})"),
            "page-word" => return format!("{text} - Trang {page}"),
            "long-dots" => "......................................",
            _ => return text.to_owned(),
        };
        format!("{text}{gap}{page}")
    }

    fn enumerate(&self, number: usize) -> String {
        if !self.numbered {
            return if self.enumerator == "1- " { "- ".to_owned() } else { String::new() };
        }
        match self.enumerator {
            "01. " => format!("{number:02}. "),
            "1. wide" => format!("{number}.\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} "),
            form => form.replacen('1', &number.to_string(), 1),
        }
    }

    /// Prints the table of contents and returns the truth of it.
    pub fn print(&self, draw: &mut Draw, sheet: &mut Sheet, plan: &Plan, markdown: bool) -> Vec<TocGroup> {
        if !self.present {
            return Vec::new();
        }
        if !self.introduction.is_empty() {
            let introduction = if markdown && draw.chance(0.5) {
                format!("**{}**", self.introduction)
            } else {
                self.introduction.to_owned()
            };
            sheet.spaced(1, introduction);
        }
        let between = usize::from(self.blank_lines);
        let mut groups: Vec<TocGroup> = Vec::new();
        if !self.grouped {
            groups.push(TocGroup::default());
        }
        for (index, section) in plan.sections.iter().enumerate() {
            if let Some(title) = section.title.as_ref().filter(|_| self.grouped) {
                let page = Some(section.page).filter(|_| self.pages && self.section_pages);
                let marked = match self.section_mark {
                    "roman" => format!("{}. {title}", roman(index + 1)),
                    _ => title.clone(),
                };
                let line = page.map_or(marked.clone(), |page| self.with_page(&marked, page));
                sheet.spaced(
                    between,
                    match self.section_mark {
                        "bold" => format!("**{line}**"),
                        "heading" => format!("### {line}"),
                        _ => line,
                    },
                );
                groups.push(TocGroup { title: Some(title.clone()), page, entries: Vec::new() });
            }
            for article in &section.articles {
                self.entry(draw, sheet, article);
                sheet.blanks(between);
                let page = Some(article.page).filter(|_| self.pages);
                let number = Some(article.number).filter(|_| self.numbered);
                let entry = TocEntry { number, title: article.toc_title.clone(), page, presenter: None };
                groups.last_mut().expect("a group is open").entries.push(entry);
            }
        }
        groups
    }

    fn entry(&self, draw: &mut Draw, sheet: &mut Sheet, article: &PlannedArticle) {
        let enumerator = self.enumerate(article.number);
        let title = &article.toc_title;
        if self.links {
            let line = format!("{enumerator}[{title}](#bai-{})", article.number);
            sheet.line(if self.pages { self.with_page(&line, article.page) } else { line });
            return;
        }
        let wrapped = self.wrap && title.chars().count() > 45;
        if let Some(at) = wrapped.then(|| wrap_at(title, 38)).flatten() {
            sheet.line(format!("{enumerator}{}", &title[..at]));
            let second = format!("{}{}", draw.one(&["", "", "   "]), title[at..].trim_start());
            sheet.line(if self.pages { self.with_page(&second, article.page) } else { second });
        } else {
            let line = format!("{enumerator}{title}");
            sheet.line(if self.pages { self.with_page(&line, article.page) } else { line });
        }
    }
}

/// The place of the first space after so many characters.
pub fn wrap_at(text: &str, after: usize) -> Option<usize> {
    let (from, _) = text.char_indices().nth(after)?;
    text[from..].find(' ').map(|space| from + space)
}

/// A Roman numeral.
pub fn roman(number: usize) -> &'static str {
    const NUMERALS: &[&str] = &["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMERALS[number.min(12)]
}

/// The text with one letter or mark of it wrong.
pub fn misspelt(draw: &mut Draw, text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let index = draw.below(words.len());
    let swaps =
        [("ủ", "ũ"), ("ý", "í"), ("ệ", "ê"), ("ả", "ã"), ("i", "j"), ("Ệ", "Ê"), ("Ổ", "Ô"), ("I", "Ì"), ("O", "Ơ")];
    let mut copy: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    for (from, to) in swaps {
        copy[index] = copy[index].replacen(from, to, 1);
    }
    copy.join(" ")
}

/// The title as a hurried editor retypes it for the table of contents: a little different.
pub fn retyped(draw: &mut Draw, title: &str, leader_of_dots: bool) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    let changed = match draw.weighted(&[
        ("drop-word", 3),
        ("full-stop", 2),
        ("colon", 2),
        ("letter", 3),
        ("quotes", 2),
        ("dash", 1),
    ]) {
        "drop-word" if words.len() > 7 => {
            let gone = draw.between(3, words.len() - 2);
            words
                .iter()
                .enumerate()
                .filter(|(index, _)| *index != gone)
                .map(|(_, word)| *word)
                .collect::<Vec<_>>()
                .join(" ")
        }
        "full-stop" if !leader_of_dots => format!("{title}."),
        "colon" if title.contains(": ") => title.replacen(": ", " - ", 1),
        "quotes" if title.contains('“') => title.replace(['“', '”'], "\""),
        "dash" if title.contains(" – ") => title.replace(" – ", " - "),
        _ => misspelt(draw, title),
    };
    if changed.trim().is_empty() { title.to_owned() } else { changed }
}
