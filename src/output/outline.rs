//! A bulletin as a tree for people: sections and articles with number, source, date, authors and lines, beside what the
//! table of contents says of them, and the findings.
//!
//! Without colours it is plain text that can be searched with `grep`; without a width each fact stays on one line.

use std::io::{self, Write};

use anstyle::Style;

use super::paint::{Palette, printable};
use super::wrap::{self, Margin, Span};
use crate::agreement::{Agreement, Match, Tally};
use crate::model::{Article, Bulletin, Diagnostic, LineRange, Section, Severity, TocEntry};

/// What stands between two facts on a line.
const BETWEEN: &str = " · ";

/// How a tree is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drawing {
    /// The styles.
    pub palette: Palette,
    /// Columns that a line may take; None for as many as it needs.
    pub width: Option<usize>,
}

/// Writes the tree of `bulletin`.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn outline(mut out: impl Write, bulletin: &Bulletin, drawing: &Drawing) -> io::Result<()> {
    let palette = &drawing.palette;
    let agreement = Agreement::of(bulletin);
    writeln!(
        out,
        "{} {}",
        styled(palette.path, &bulletin.file.path),
        styled(palette.faint, &format!("({})", bulletin.layout.as_str()))
    )?;
    let issue = &bulletin.issue;
    let date = issue.date.as_deref().or(issue.date_text.as_deref());
    let facts = [
        bulletin.title.as_deref().map(|title| Span::new(palette.heading, title)),
        issue.number.as_deref().map(|number| Span::new(palette.value, &format!("issue {number}"))),
        date.map(|date| Span::new(palette.value, date)),
    ];
    let facts: Vec<Span> = facts.into_iter().flatten().collect();
    if !facts.is_empty() {
        drawing.write(&mut out, "", "", &joined(facts))?;
    }
    if agreement.has_contents() {
        drawing.write(&mut out, "", "", &contents(agreement.tally, palette))?;
    }
    if bulletin.sections.is_empty() {
        writeln!(out, "{}", styled(palette.faint, "no articles"))?;
    }
    for (section, branch) in branches(&bulletin.sections) {
        drawing.write_section(&mut out, section, &branch, &agreement)?;
    }
    drawing.write_missing(&mut out, bulletin, &agreement)?;
    drawing.write_findings(&mut out, &bulletin.diagnostics)
}

/// How far contents and body agree.
fn contents(tally: Tally, palette: &Palette) -> Vec<Span> {
    let Tally { entries, matched, differing, unlisted } = tally;
    let mut spans = vec![Span::plain(&format!("contents: {matched} of {entries} entries have an article"))];
    let doubts = [
        (differing, if differing == 1 { "title differs" } else { "titles differ" }),
        (unlisted, if unlisted == 1 { "article is not listed" } else { "articles are not listed" }),
    ];
    for (count, what) in doubts.into_iter().filter(|(count, _)| *count > 0) {
        spans.push(Span::plain(BETWEEN));
        spans.push(Span::new(palette.warning, &format!("{count} {what}")));
    }
    spans
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

impl Drawing {
    /// Writes a text after what stands before its first line and before the lines that it goes on in.
    fn write(&self, out: impl Write, first: &str, rest: &str, spans: &[Span]) -> io::Result<()> {
        wrap::write(out, Margin { first, rest, style: self.palette.faint }, spans, self.width)
    }

    /// Writes a section and its articles.
    fn write_section(
        &self,
        mut out: impl Write,
        section: &Section,
        branch: &Branch,
        agreement: &Agreement<'_>,
    ) -> io::Result<()> {
        let palette = &self.palette;
        let title = match (&section.number, &section.title) {
            (Some(number), Some(title)) => Span::new(palette.heading, &format!("{number}. {title}")),
            (None, Some(title)) => Span::new(palette.heading, title),
            (number, None) => Span::new(
                palette.faint,
                &format!("{}(no heading)", number.as_ref().map_or(String::new(), |n| format!("{n}. "))),
            ),
        };
        self.write(
            &mut out,
            branch.own,
            branch.below,
            &joined(vec![title, Span::new(palette.faint, &lines(section.lines))]),
        )?;
        for (article, leaf) in branches(&section.articles) {
            let (own, below) = ([branch.below, leaf.own].concat(), [branch.below, leaf.below].concat());
            let number = article.number.map(|number| Span::new(palette.value, &format!("{number}. ")));
            let label = article.label.as_deref().map(|label| Span::plain(&format!("{label}: ")));
            let title: Vec<Span> = number.into_iter().chain(label).chain([Span::plain(&article.title)]).collect();
            self.write(&mut out, &own, &below, &title)?;
            self.write(&mut out, &below, &below, &facts(article, palette))?;
            let doubt = doubt(article, agreement).map(|doubt| Span::new(palette.warning, &doubt));
            doubt.map_or(Ok(()), |doubt| self.write(&mut out, &below, &below, &[doubt]))?;
        }
        Ok(())
    }

    /// Writes the entries of the contents that have no article.
    fn write_missing(&self, mut out: impl Write, bulletin: &Bulletin, agreement: &Agreement<'_>) -> io::Result<()> {
        let entries = bulletin.toc.iter().flat_map(|group| &group.entries);
        let missing: Vec<&TocEntry> = entries.filter(|entry| agreement.matched(entry) == Match::Missing).collect();
        if missing.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", styled(self.palette.warning, "in the contents without an article"))?;
        for (entry, branch) in branches(&missing) {
            let number = entry.number.map(|number| Span::new(self.palette.value, &format!("{number}. ")));
            let title = number.into_iter().chain([Span::plain(&entry.title), Span::plain(BETWEEN)]);
            let spans: Vec<Span> = title.chain([Span::new(self.palette.faint, &lines(entry.lines))]).collect();
            self.write(&mut out, branch.own, branch.below, &spans)?;
        }
        Ok(())
    }

    /// Writes the findings, a line for each.
    fn write_findings(&self, mut out: impl Write, findings: &[Diagnostic]) -> io::Result<()> {
        let counted = |severity: Severity| {
            let count = findings.iter().filter(|finding| finding.severity == severity).count();
            let plural = if count == 1 { "" } else { "s" };
            (count > 0)
                .then(|| Span::new(self.palette.severity(severity), &format!("{count} {}{plural}", severity.as_str())))
        };
        let counts: Vec<Span> =
            [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(counted).collect();
        if counts.is_empty() {
            return Ok(());
        }
        self.write(&mut out, "", "", &joined(counts))?;
        for (finding, branch) in branches(findings) {
            let spans = [
                Span::new(self.palette.severity(finding.severity), finding.severity.as_str()),
                Span::plain(&format!("[{}] {}: {}", finding.code, lines(finding.lines), finding.message)),
            ];
            self.write(&mut out, branch.own, branch.below, &spans)?;
        }
        Ok(())
    }
}

/// What the contents have against an article.
fn doubt(article: &Article, agreement: &Agreement<'_>) -> Option<String> {
    if !agreement.has_contents() {
        return None;
    }
    let Some(entry) = agreement.entry(article) else { return Some("not in the contents".to_owned()) };
    matches!(agreement.matched(entry), Match::Differs(_))
        .then(|| format!("in the contents ({}): {}", lines(entry.lines), entry.title))
}

/// What is known of an article, on one line.
fn facts(article: &Article, palette: &Palette) -> Vec<Span> {
    let source = article.source.as_ref().map(|source| Span::plain(&source.name));
    let date = article.date.as_deref().map(|date| Span::new(palette.value, date));
    let authors = article.authors.join("; ");
    let authors = (!authors.is_empty()).then(|| Span::plain(&authors));
    let lines = Span::new(palette.faint, &lines(article.lines));
    joined([source, date, authors, Some(lines)].into_iter().flatten().collect())
}

/// Facts with what stands between two of them.
fn joined(facts: Vec<Span>) -> Vec<Span> {
    let separated = facts.into_iter().enumerate();
    separated.flat_map(|(at, fact)| (at > 0).then(|| Span::plain(BETWEEN)).into_iter().chain([fact])).collect()
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

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::output::sample;

    /// The outline as text.
    fn outlined(bulletin: &Bulletin, colours: bool) -> String {
        let mut bytes = Vec::new();
        outline(&mut bytes, bulletin, &Drawing { palette: Palette::new(colours), width: None }).unwrap();
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
        assert_eq!(
            outlined(&bulletin, false),
            "- (unknown)\nno articles\n1 error\n└─ error[not-a-bulletin] line 1: this file holds no text\n"
        );
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

    #[test]
    fn contents_and_findings_have_their_say() {
        let text = "ĐIỂM BÁO HUYỆN THỬ\nSố 7/2031, ngày 14/02/2031\n\nMỤC LỤC\n1. Cầu Tre thông xe\n2. Chợ Mẫu mở lại\n\
                    3. Trường Ví Dụ đón học sinh lớp một\n\n1. Cầu Tre thông xe\n\nCầu dài 120 mét. (Vidu.vn 31/02)\n\n\
                    3. Trường Ví Dụ đón học sinh lớp hai\n\nTrường có ba lớp mới. (Vidu.vn 12/02)\n\n\
                    4. Xe buýt chạy thêm tuyến\n\nTuyến mới qua ba xã. (Vidu.vn 11/02)\n";
        let bulletin = crate::parse(text, &crate::Options::default());
        assert_eq!(
            outlined(&bulletin, false),
            "\
- (press-review)
ĐIỂM BÁO HUYỆN THỬ · issue 7/2031 · 2031-02-14
contents: 2 of 3 entries have an article · 1 title differs · 1 article is not listed
└─ (no heading) · lines 9-19
   ├─ 1. Cầu Tre thông xe
   │  Vidu.vn · lines 9-11
   ├─ 3. Trường Ví Dụ đón học sinh lớp hai
   │  Vidu.vn · 2031-02-12 · lines 13-15
   │  in the contents (line 7): Trường Ví Dụ đón học sinh lớp một
   └─ 4. Xe buýt chạy thêm tuyến
      Vidu.vn · 2031-02-11 · lines 17-19
      not in the contents
in the contents without an article
└─ 2. Chợ Mẫu mở lại · line 6
2 errors · 2 warnings
├─ error[toc-entry-without-article] line 6: the contents list “Chợ Mẫu mở lại”, but no article in the body has this \
             title
├─ warning[toc-title-differs] line 7: the title differs from that in the body (line 13): “một” here, “hai” there
├─ error[date-impossible] line 11: no calendar holds the day 31/02
└─ warning[article-not-in-toc] line 17: “Xe buýt chạy thêm tuyến” is an article of the body, but the contents do not \
             list it
"
        );
    }

    #[test]
    fn lines_keep_to_the_width() {
        let mut bytes = Vec::new();
        outline(&mut bytes, &sample::bulletin(), &Drawing { palette: Palette::new(true), width: Some(30) }).unwrap();
        let text = anstream::adapter::strip_str(&String::from_utf8(bytes).unwrap()).to_string();
        assert!(text.lines().all(|line| line.width() <= 30), "{text}");
        assert!(
            text.contains("│  └─ 2. Chợ \"nổi\" mở lại\n│     TTXVN/Vidu.vn ·\n│     2031-02-13 · Lê Thử;\n"),
            "{text}"
        );
    }
}
