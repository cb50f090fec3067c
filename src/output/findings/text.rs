//! Findings for people: the place in the text, underlined, and what to do.

use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Level, Snippet};

use super::excerpt::{Excerpt, Shown};
use super::{Finding, Origin};
use crate::model::{Diagnostic, Severity};
use crate::output::paint::{Palette, printable};

/// Most lines that a finding may run over for its end to be shown. The renderer is handed an empty line for each line
/// that is left out, so the end of a finding over a whole archive in one file would cost more than it tells.
const FARTHEST: u32 = 500;

/// Wider than anything that is handed over: an [`Excerpt`] is cut already, in a way that fits its marks.
const UNCUT: usize = 10_000;

/// Renders findings.
pub(super) struct Renderer {
    /// What draws lines and marks.
    renderer: annotate_snippets::Renderer,
    /// The styles of the rest.
    palette: Palette,
}

impl Renderer {
    /// A renderer with or without colours.
    pub(super) fn new(colours: bool) -> Self {
        let palette = Palette::new(colours);
        let renderer = if colours {
            annotate_snippets::Renderer::styled()
                .error(palette.error)
                .warning(palette.warning)
                .note(palette.note)
                .help(palette.value)
                .line_num(palette.faint)
                .emphasis(palette.heading)
        } else {
            annotate_snippets::Renderer::plain()
        };
        Self { renderer: renderer.term_width(UNCUT), palette }
    }

    /// Writes a finding and a blank line.
    pub(super) fn write(&self, mut out: impl Write, origin: &Origin, finding: &Finding) -> io::Result<()> {
        let Finding { diagnostic, excerpt } = finding;
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group =
            level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.as_str()).elements(snippet(excerpt));
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(printable(help)));
        }
        let rendered = self.renderer.render(&[group]);
        // The place is written here: what is handed over is cut, so the renderer would count wrong columns.
        let (title, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
        let arrow = width_of_numbers(excerpt) + 3;
        let (frame, path) = (self.palette.faint, self.palette.path);
        writeln!(out, "{title}")?;
        writeln!(out, "{frame}{:>arrow$}{frame:#} {path}{}{path:#}", "-->", place(origin, diagnostic))?;
        if !rest.is_empty() {
            writeln!(out, "{rest}")?;
        }
        writeln!(out)
    }
}

/// The place as editors and terminals understand it.
fn place(origin: &Origin, diagnostic: &Diagnostic) -> String {
    let column = diagnostic.column.map_or(String::new(), |column| format!(":{column}"));
    format!("{}:{}{column}", printable(&origin.path), diagnostic.lines.first)
}

/// Digits of the longest number that the renderer writes before a line.
fn width_of_numbers(excerpt: &Excerpt) -> usize {
    parts(excerpt).0.last().map_or(0, |line| line.number.to_string().len())
}

/// The lines that are handed to the renderer, and the last line of the finding where its end is too far away.
fn parts(excerpt: &Excerpt) -> (&[Shown], Option<u32>) {
    let lines = excerpt.lines.as_slice();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return (lines, None) };
    if last.number - first.number < FARTHEST {
        return (lines, None);
    }
    let near = lines.iter().take_while(|line| line.number - first.number < FARTHEST).count();
    (lines.get(..near).unwrap_or_default(), Some(last.number))
}

/// The lines of an excerpt with the place marked.
fn snippet(excerpt: &Excerpt) -> Option<Snippet<'static, Annotation<'static>>> {
    let (lines, end) = parts(excerpt);
    let number = lines.first()?.number;
    let mut source = String::new();
    let mut at = number;
    let (mut start, mut stop) = (0, 0);
    for (index, line) in lines.iter().enumerate() {
        while at < line.number {
            source.push('\n');
            at += 1;
        }
        if index == 0 {
            start = line.marked.start;
        }
        stop = source.len() + line.marked.end;
        source.push_str(&line.text);
    }
    let mut mark = AnnotationKind::Primary.span(start..stop.max(start));
    if let Some(end) = end {
        mark = mark.label(format!("and so on to line {end}"));
    }
    Some(Snippet::source(source).line_start(number as usize).annotation(mark))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::LineRange;
    use crate::output::findings::samples::{diagnostic, finding, origin};

    /// A finding as it is shown.
    fn shown(text: &str, diagnostic: Diagnostic, colours: bool) -> String {
        let mut bytes = Vec::new();
        Renderer::new(colours).write(&mut bytes, &origin("kho/số 7.txt"), &finding(text, diagnostic)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_place_is_underlined() {
        let text = "ĐIỂM BÁO\n\nCầu mới thông xe (Vidu.vn 31/2, Lê Thử)\n";
        assert_eq!(
            shown(text, diagnostic((3, 3), Some((27, 31))), false),
            "\
error[date-impossible]: no calendar holds 31/2
 --> kho/số 7.txt:3:27
  |
3 | Cầu mới thông xe (Vidu.vn 31/2, Lê Thử)
  |                           ^^^^
  |
  = help: look the date up

"
        );
    }

    #[test]
    fn marks_stand_under_their_letters() {
        let underline = |text: &str, columns| {
            let shown = shown(text, diagnostic((1, 1), Some(columns)), false);
            shown.lines().nth(4).unwrap().to_owned()
        };
        // Composed and decomposed, wide, tabs, control characters: what is printed before the place moves the mark.
        assert_eq!(underline("Bản tin số 7", (9, 11)), "  |         ^^");
        assert_eq!(underline("Ba\u{309}n tin so\u{302}\u{301} 7", (10, 14)), "  |         ^^");
        assert_eq!(underline("Ba\u{309}n", (3, 4)), "  |  ^");
        assert_eq!(underline("報告 7", (4, 5)), "  |      ^");
        assert_eq!(underline("報告 7", (2, 3)), "  |   ^^");
        assert_eq!(underline("\ta\tb", (4, 5)), "  |      ^");
        assert_eq!(underline("\u{1b}[1m7", (5, 6)), "  |          ^");
    }

    #[test]
    fn a_whole_line_and_many_lines() {
        let text: String = (1..=30).map(|number| format!("  dòng {number}\n")).collect();
        assert_eq!(
            shown(&text, diagnostic((12, 12), None), false),
            "\
error[date-impossible]: no calendar holds 31/2
  --> kho/số 7.txt:12
   |
12 | dòng 12
   | ^^^^^^^
   |
   = help: look the date up

"
        );
        assert_eq!(
            shown(&text, diagnostic((1, 30), None), false),
            "\
error[date-impossible]: no calendar holds 31/2
  --> kho/số 7.txt:1
   |
 1 | / dòng 1
 2 | | dòng 2
 3 | | dòng 3
...  |
29 | | dòng 29
30 | | dòng 30
   | |_______^
   |
   = help: look the date up

"
        );
        let long = "a\n".repeat(20_000);
        assert_eq!(
            shown(&long, diagnostic((5, 20_000), None), false),
            "\
error[date-impossible]: no calendar holds 31/2
 --> kho/số 7.txt:5
  |
5 | / a
6 | | a
7 | | a
  | |_^ and so on to line 20000
  |
  = help: look the date up

"
        );
    }

    #[test]
    fn a_place_outside_of_the_text_has_no_lines() {
        let expected = "\
error[date-impossible]: no calendar holds 31/2
--> kho/số 7.txt:1
 |
 = help: look the date up

";
        assert_eq!(shown("", diagnostic((1, 1), None), false), expected);
        let without_help = Diagnostic { help: None, ..diagnostic((9, 9), Some((3, 4))) };
        assert_eq!(
            shown("a\n", without_help, false),
            "error[date-impossible]: no calendar holds 31/2\n--> kho/số 7.txt:9:3\n\n"
        );
    }

    #[test]
    fn nothing_but_text_reaches_the_terminal() {
        let hostile = "a\u{1b}[2J\u{9b}\r\u{202e}\nb\u{7}";
        let mut bytes = Vec::new();
        let diagnostic = Diagnostic {
            message: hostile.to_owned(),
            help: Some(hostile.to_owned()),
            ..diagnostic((1, 2), Some((2, 3)))
        };
        let finding = finding(hostile, diagnostic);
        Renderer::new(false).write(&mut bytes, &origin(hostile), &finding).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        assert!(text.starts_with("error[date-impossible]: a\\u{1b}[2J\\u{9b}\\r\\u{202e}\\nb\\u{7}\n"), "{text}");
        assert!(text.contains("--> a\\u{1b}[2J\\u{9b}\\r\\u{202e}\\nb\\u{7}:1:2\n"), "{text}");
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let text = "một\nhai\nba\n";
        for columns in [None, Some((2, 3))] {
            let coloured = shown(text, diagnostic((1, 3), columns), true);
            let plain = shown(text, diagnostic((1, 3), columns), false);
            assert_ne!(coloured, plain);
            assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

        /// Any text and any place give a finding, and never a control character.
        #[test]
        fn any_finding_can_be_shown(
            text in "([a-zệ\u{301}字 \t\u{1b}\u{200b}]{0,90}[\n]{0,2}){0,6}",
            first in 0u32..8,
            length in 0u32..8,
            column in proptest::option::of(0u32..100),
            end_column in proptest::option::of(0u32..100),
        ) {
            let lines = LineRange::new(first, first + length);
            let finding = finding(&text, Diagnostic { lines, column, end_column, ..diagnostic((1, 1), None) });
            let mut bytes = Vec::new();
            Renderer::new(false).write(&mut bytes, &origin("a.txt"), &finding).unwrap();
            let shown = String::from_utf8(bytes).unwrap();
            prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{:?}", shown);
        }
    }
}
