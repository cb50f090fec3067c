//! What is written about the rules of findings: the sections of `docs/diagnostics.md`, as Markdown and as plain text.

use std::io::{self, Write};

use anstyle::Style;

use super::paint::Palette;
use crate::model::Code;

/// The page.
const PAGE: &str = include_str!("../../docs/diagnostics.md");

/// What a code block is indented by.
const INDENT: &str = "    ";

/// The section of a rule as Markdown, without its heading and without the line of severity and summary under it.
pub fn section(code: Code) -> &'static str {
    let is_heading = |line: &str| line.strip_prefix("## ").is_some_and(|text| text.trim() == code.as_str());
    let mut from = None;
    let mut at = 0;
    let mut fenced = false;
    for line in PAGE.split_inclusive('\n') {
        match from {
            None if is_heading(line) => from = Some(at + line.len()),
            Some(from) if !fenced && (line.starts_with("## ") || line.starts_with("# ")) => {
                return body(PAGE.get(from..at).unwrap_or_default());
            }
            _ => {}
        }
        fenced ^= from.is_some() && is_fence(line);
        at += line.len();
    }
    from.and_then(|from| PAGE.get(from..)).map_or("", body)
}

/// A section without the line of severity and summary.
fn body(section: &str) -> &str {
    let section = section.trim();
    let (first, rest) = section.split_once('\n').unwrap_or((section, ""));
    let is_summary = first.starts_with('*') && first.contains("* · ");
    if is_summary { rest.trim() } else { section }
}

/// Whether a line begins or ends a code block.
fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// The summary as a sentence.
pub fn sentence(code: Code) -> String {
    let mut characters = code.summary().chars();
    let first = characters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(characters).chain(['.']).collect()
}

/// Writes what there is to know about a rule.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn explain(mut out: impl Write, code: Code, palette: &Palette) -> io::Result<()> {
    let (heading, severity) = (palette.heading, palette.severity(code.severity()));
    writeln!(out, "{heading}{code}{heading:#} ({severity}{}{severity:#})", code.severity().as_str())?;
    writeln!(out, "{}", sentence(code))?;
    let text = plain(section(code), palette.heading);
    if text.is_empty() { Ok(()) } else { writeln!(out, "\n{text}") }
}

/// Writes a line for each rule.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn list(mut out: impl Write, palette: &Palette) -> io::Result<()> {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    for code in Code::ALL {
        let (heading, severity) = (palette.heading, palette.severity(code.severity()));
        let word = code.severity().as_str();
        writeln!(out, "{heading}{code:width$}{heading:#}  {severity}{word:7}{severity:#}  {}", code.summary())?;
    }
    Ok(())
}

/// Markdown as plain text: code blocks indented, headings and bold type in `strong`, links without their targets.
pub fn plain(markdown: &str, strong: Style) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut fenced = false;
    for line in markdown.lines() {
        if is_fence(line) {
            fenced = !fenced;
        } else if fenced {
            text.push_str(INDENT);
            text.push_str(line);
            text.push('\n');
        } else if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim();
            text.push_str(&format!("{strong}{heading}{strong:#}\n"));
        } else {
            push_inline(&mut text, line, strong);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Appends a line of running text.
fn push_inline(text: &mut String, line: &str, strong: Style) {
    // Code spans stay as they are, with their marks: what stands in them is to be taken letter by letter.
    for (index, part) in line.split('`').enumerate() {
        if index > 0 {
            text.push('`');
        }
        if index % 2 == 1 {
            text.push_str(part);
            continue;
        }
        let part = without_targets(part);
        let mut pieces = part.split("**").peekable();
        let mut bold = false;
        while let Some(piece) = pieces.next() {
            match (bold, pieces.peek().is_some()) {
                (true, true) => text.push_str(&format!("{strong}{piece}{strong:#}")),
                // A mark without its partner.
                (true, false) => text.push_str(&format!("**{piece}")),
                (false, _) => text.push_str(piece),
            }
            bold = !bold;
        }
    }
}

/// `[text](target)` as `text`.
fn without_targets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let parts = link.split_once("](").and_then(|(name, after)| Some((name, after.split_once(')')?.1)));
        out.push_str(before);
        match parts.filter(|(name, _)| !name.contains('[')) {
            Some((name, after)) => {
                out.push_str(name);
                rest = after;
            }
            None => {
                out.push('[');
                rest = link;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_section_of_its_own() {
        for code in Code::ALL {
            let heading = format!("\n## {code}\n\n*{}* · {}\n", code.severity().as_str(), sentence(*code));
            assert_eq!(PAGE.matches(&heading).count(), 1, "{heading}");
            assert!(!section(*code).contains("\n## "), "{code}");
            assert!(!section(*code).starts_with('*'), "{code}");
        }
        let headings = PAGE.lines().filter_map(|line| line.strip_prefix("## "));
        let known = headings.filter(|heading| heading.parse::<Code>().is_ok());
        assert_eq!(known.count(), Code::ALL.len());
    }

    #[test]
    fn markdown_is_rendered_lightly() {
        let none = Style::new();
        let cases = [
            ("một **hai** ba", "một hai ba"),
            ("`**` bleibt `[a](b)`", "`**` bleibt `[a](b)`"),
            ("a ** b", "a ** b"),
            ("see [the page](format.md), [1] and [x", "see the page, [1] and [x"),
            ("[Số 7] [trang](a.md)", "[Số 7] trang"),
            ("### Example\n\n```text\n## a\n  b **c**\n```\n\nend\n", "Example\n\n    ## a\n      b **c**\n\nend"),
            ("", ""),
        ];
        for (markdown, expected) in cases {
            assert_eq!(plain(markdown, none), expected, "{markdown}");
        }
        let strong = Style::new().bold();
        assert_eq!(plain("a **b** c", strong), format!("a {strong}b{strong:#} c"));
    }

    #[test]
    fn an_explanation_begins_with_severity_and_summary() {
        let mut bytes = Vec::new();
        explain(&mut bytes, Code::DateImpossible, &Palette::default()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("date-impossible (error)\nNo calendar holds this day.\n"), "{text}");
    }

    #[test]
    fn the_list_is_a_line_for_each_rule() {
        let mut bytes = Vec::new();
        list(&mut bytes, &Palette::default()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.lines().count(), Code::ALL.len());
        assert_eq!(
            text.lines().next().unwrap(),
            "not-a-bulletin             error    the text is no bulletin of a known layout"
        );
    }
}
