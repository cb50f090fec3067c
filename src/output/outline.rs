//! A bulletin as a tree for people: sections and articles with number, source, date, authors and lines.
//!
//! Without colours it is plain text that can be searched with `grep`.

use std::io::{self, Write};

use anstyle::Style;

use super::paint::{Palette, printable};
use crate::model::{Article, Bulletin, LayoutKind, LineRange, Section};

/// What stands between two facts on a line.
const BETWEEN: &str = " · ";

/// Writes the tree of `bulletin`.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn outline(mut out: impl Write, bulletin: &Bulletin, palette: &Palette) -> io::Result<()> {
    writeln!(
        out,
        "{} {}",
        styled(palette.path, &bulletin.file.path),
        styled(palette.faint, &format!("({})", layout_name(bulletin.layout)))
    )?;
    let issue = &bulletin.issue;
    let date = issue.date.as_deref().or(issue.date_text.as_deref());
    let facts = [
        bulletin.title.as_deref().map(|title| styled(palette.heading, title)),
        issue.number.as_deref().map(|number| styled(palette.value, &format!("issue {number}"))),
        date.map(|date| styled(palette.value, date)),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if !facts.is_empty() {
        writeln!(out, "{}", facts.join(BETWEEN))?;
    }
    if bulletin.sections.is_empty() {
        writeln!(out, "{}", styled(palette.faint, "no articles"))?;
    }
    for (section, branch) in branches(&bulletin.sections) {
        write_section(&mut out, section, &branch, palette)?;
    }
    Ok(())
}

/// The lines before an item of a tree: before the item itself, and before what hangs from it.
struct Branch {
    /// Before the item.
    own: &'static str,
    /// Before what hangs from it.
    below: &'static str,
}

/// Each item with its branch; the last one ends the tree.
fn branches<T>(items: &[T]) -> impl Iterator<Item = (&T, Branch)> {
    items.iter().enumerate().map(|(at, item)| {
        let last = at + 1 == items.len();
        (item, if last { Branch { own: "└─ ", below: "   " } } else { Branch { own: "├─ ", below: "│  " } })
    })
}

/// Writes a section and its articles.
fn write_section(mut out: impl Write, section: &Section, branch: &Branch, palette: &Palette) -> io::Result<()> {
    let title = match (&section.number, &section.title) {
        (Some(number), Some(title)) => styled(palette.heading, &format!("{number}. {title}")),
        (None, Some(title)) => styled(palette.heading, title),
        (number, None) => styled(
            palette.faint,
            &format!("{}(no heading)", number.as_ref().map_or(String::new(), |n| format!("{n}. "))),
        ),
    };
    let tree = |line: &str| styled(palette.faint, line);
    writeln!(out, "{}{title}{BETWEEN}{}", tree(branch.own), lines(section.lines))?;
    for (article, leaf) in branches(&section.articles) {
        let number = article.number.map_or(String::new(), |number| styled(palette.value, &format!("{number}. ")));
        let label = article.label.as_deref().map_or(String::new(), |label| format!("{}: ", printable(label)));
        writeln!(out, "{}{number}{label}{}", tree(&[branch.below, leaf.own].concat()), printable(&article.title))?;
        writeln!(out, "{}{}", tree(&[branch.below, leaf.below].concat()), facts(article, palette))?;
    }
    Ok(())
}

/// What is known of an article, on one line.
fn facts(article: &Article, palette: &Palette) -> String {
    let source = article.source.as_ref().map(|source| printable(&source.name).into_owned());
    let date = article.date.as_deref().map(|date| styled(palette.value, date));
    let authors = article.authors.join("; ");
    let authors = (!authors.is_empty()).then(|| printable(&authors).into_owned());
    [source, date, authors, Some(lines(article.lines))].into_iter().flatten().collect::<Vec<_>>().join(BETWEEN)
}

/// A range of lines in words.
fn lines(range: LineRange) -> String {
    if range.first == range.last {
        format!("line {}", range.first)
    } else {
        format!("lines {}-{}", range.first, range.last)
    }
}

/// `text` in a style, safe for a terminal.
fn styled(style: Style, text: &str) -> String {
    format!("{style}{}{style:#}", printable(text))
}

/// A layout's name in the contract.
const fn layout_name(layout: LayoutKind) -> &'static str {
    match layout {
        LayoutKind::PressReview => "press-review",
        LayoutKind::Newsletter => "newsletter",
        LayoutKind::Proceedings => "proceedings",
        LayoutKind::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;

    /// The outline as text.
    fn outlined(bulletin: &Bulletin, colours: bool) -> String {
        let mut bytes = Vec::new();
        outline(&mut bytes, bulletin, &Palette::new(colours)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_tree() {
        assert_eq!(
            outlined(&sample::bulletin(), false),
            "\
kho/số 7.txt (press-review)
Điểm báo TỈNH THỬ · issue 7/2031 · 2031-02-14
├─ I. TIN ĐỊA PHƯƠNG · lines 5-18
│  ├─ Cầu mới thông xe
│  │  lines 6-8
│  └─ 2. Chợ \"nổi\" mở lại
│     TTXVN/Vidu.vn · 2031-02-13 · Lê Thử; Trần Mẫu · lines 12-18
└─ (no heading) · lines 20-22
   └─ Cầu mới thông xe
      lines 20-22
"
        );
    }

    #[test]
    fn no_bulletin_is_no_tree() {
        let bulletin = crate::parse("", &crate::Options::default());
        assert_eq!(outlined(&bulletin, false), "- (unknown)\nno articles\n");
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let coloured = outlined(&sample::bulletin(), true);
        assert_ne!(coloured, outlined(&sample::bulletin(), false));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), outlined(&sample::bulletin(), false));
    }

    #[test]
    fn a_title_sends_no_code_to_the_terminal() {
        let mut bulletin = sample::bulletin();
        bulletin.sections[0].articles[0].title = "a\u{1b}[2Jb".to_owned();
        assert!(outlined(&bulletin, false).contains("a\\u{1b}[2Jb"));
    }
}
