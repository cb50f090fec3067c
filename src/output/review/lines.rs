//! The text of the file: an element for each physical line, with its roles and the findings at their places.

use std::collections::HashMap;
use std::ops::Range;

use maud::{Markup, html};

use super::findings::note;
use super::labels::{Lang, SEVERITIES};
use super::rows;
use super::visible::visible;
use crate::lines::physical;
use crate::model::{Diagnostic, LineRole, Severity};

/// A stretch of one line that a finding is about.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// The finding's place in the list.
    finding: usize,
    /// First character, from 0.
    from: usize,
    /// The character after the last.
    to: usize,
}

/// What a place in a line does to the stretches over it.
#[derive(Debug, Clone, Copy)]
enum Edge {
    /// One of this severity begins.
    Opens(Severity),
    /// One of this severity ends.
    Closes(Severity),
    /// The line ends.
    End,
}

/// What stands at the lines: notes and stretches by the line's number.
struct Places<'d> {
    /// The findings.
    findings: &'d [Diagnostic],
    /// Findings by the line that their note stands at.
    notes: HashMap<u32, Vec<usize>>,
    /// Stretches by line.
    stretches: HashMap<u32, Vec<Stretch>>,
}

impl<'d> Places<'d> {
    fn new(findings: &'d [Diagnostic]) -> Self {
        let mut places = Self { findings, notes: HashMap::new(), stretches: HashMap::new() };
        for (index, finding) in findings.iter().enumerate() {
            places.notes.entry(finding.lines.first).or_default().push(index);
            let (Some(column), Some(end)) = (finding.column, finding.end_column) else { continue };
            let at = |column: u32| usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
            let (first, last) = (finding.lines.first, finding.lines.last);
            let mut add = |line: u32, from: usize, to: usize| {
                places.stretches.entry(line).or_default().push(Stretch { finding: index, from, to });
            };
            if first == last {
                add(first, at(column), at(end));
            } else {
                add(first, at(column), usize::MAX);
                add(last, 0, at(end));
            }
        }
        places
    }

    /// The notes of a line, each with its number in the list, from 1.
    fn notes(&self, line: u32) -> impl Iterator<Item = (usize, &'d Diagnostic)> {
        let indices = self.notes.get(&line).into_iter().flatten();
        indices.filter_map(|&index| Some((index + 1, self.findings.get(index)?)))
    }

    /// The text of a line with the stretches of findings marked.
    fn marked(&self, line: u32, text: &str) -> Markup {
        let Some(stretches) = self.stretches.get(&line) else {
            return html! { (visible(text)) };
        };
        let characters: Vec<char> = text.chars().collect();
        html! {
            @for (range, severity) in self.pieces(stretches, characters.len()) {
                @let piece: String = characters.get(range).unwrap_or_default().iter().collect();
                @if let Some(severity) = severity {
                    mark data-s=(severity.as_str()) { (visible(&piece)) }
                } @else {
                    (visible(&piece))
                }
            }
        }
    }

    /// A line of so many characters, cut where stretches begin and end, each piece with the gravest severity over it.
    fn pieces(&self, stretches: &[Stretch], end: usize) -> Vec<(Range<usize>, Option<Severity>)> {
        let mut edges: Vec<(usize, Edge)> = Vec::with_capacity(stretches.len() * 2 + 1);
        for stretch in stretches {
            let (from, to) = (stretch.from.min(end), stretch.to.min(end));
            if let Some(finding) = self.findings.get(stretch.finding).filter(|_| from < to) {
                edges.extend([(from, Edge::Opens(finding.severity)), (to, Edge::Closes(finding.severity))]);
            }
        }
        edges.push((end, Edge::End));
        edges.sort_unstable_by_key(|(place, _)| *place);
        // How many stretches of each severity are open. To ask every piece which stretches lie over it would take the square
        // of their number.
        let mut open = SEVERITIES.map(|severity| (severity, 0usize));
        let mut pieces = Vec::new();
        let mut from = 0;
        for (place, edge) in edges {
            if place > from {
                let worst = open.iter().filter(|(_, count)| *count > 0).map(|(severity, _)| *severity).max();
                pieces.push((from..place, worst));
                from = place;
            }
            for (severity, count) in &mut open {
                match edge {
                    Edge::Opens(own) if own == *severity => *count += 1,
                    Edge::Closes(own) if own == *severity => *count = count.saturating_sub(1),
                    _ => {}
                }
            }
        }
        pieces
    }
}

/// The lines of `text`, with the roles that each was found to have.
pub(super) fn lines(lang: Lang, text: &str, roles: &[Vec<LineRole>], findings: &[Diagnostic]) -> Markup {
    let places = Places::new(findings);
    let lines: Vec<&str> = physical(text).collect();
    let roles = || roles.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    let outside = |line: u32| !(1..=lines.len()).contains(&usize::try_from(line).unwrap_or(usize::MAX));
    html! {
        ol.lines role="list" lang="vi" {
            @for ((number, text), (roles, tag)) in (1u32..).zip(&lines).zip(roles().zip(tags(lang, roles()))) {
                li #{"L" (number)} data-n=(number) data-r=(codes(roles)) data-h=[rows(text.len())] data-t=[tag] {
                    (places.marked(number, text))
                    @for (at, finding) in places.notes(number) { (note(lang, at, finding)) }
                }
            }
        }
        // A finding about a file without lines has no line to stand at.
        @for (number, finding) in (1..).zip(findings).filter(|(_, finding)| outside(finding.lines.first)) {
            (note(lang, number, finding))
        }
    }
}

/// The tags of lines: their roles in words, where these are not those of the last line that holds anything.
fn tags<'r>(lang: Lang, roles: impl Iterator<Item = &'r [LineRole]>) -> impl Iterator<Item = Option<String>> {
    let mut last: &[LineRole] = &[];
    roles.map(move |roles| {
        let fresh = roles != last && roles != [LineRole::Blank];
        if fresh {
            last = roles;
        }
        fresh.then(|| names(lang, roles))
    })
}

/// Roles as styles and the script read them.
fn codes(roles: &[LineRole]) -> String {
    roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ")
}

/// Roles in words, the last one first: beside running text it is the one that tells.
fn names(lang: Lang, roles: &[LineRole]) -> String {
    roles.iter().rev().map(|&role| lang.role(role)).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, LineRange};

    /// A finding on a line, about these columns.
    fn finding(line: u32, columns: Option<(u32, u32)>) -> Diagnostic {
        let finding = Diagnostic::new(Code::DateImpossible, LineRange::single(line), "so <geht> das nicht");
        Diagnostic { column: columns.map(|c| c.0), end_column: columns.map(|c| c.1), ..finding }
    }

    /// The lines of a text, all of them paragraphs.
    fn shown(text: &str, findings: &[Diagnostic]) -> String {
        let roles = vec![vec![LineRole::Paragraph]; physical(text).count()];
        lines(Lang::En, text, &roles, findings).into_string()
    }

    #[test]
    fn a_line_is_an_element() {
        assert_eq!(
            shown("một\n\n<b>&amp;\u{c}", &[]),
            "<ol class=\"lines\" role=\"list\" lang=\"vi\">\
             <li id=\"L1\" data-n=\"1\" data-r=\"paragraph\" data-t=\"Paragraph\">một</li>\
             <li id=\"L2\" data-n=\"2\" data-r=\"paragraph\"></li>\
             <li id=\"L3\" data-n=\"3\" data-r=\"paragraph\">&lt;b&gt;&amp;amp;\u{240c}</li></ol>"
        );
    }

    #[test]
    fn places_are_marked() {
        let text = "Ngày 31/2 nhé";
        let cases = [
            (vec![(6, 10)], "Ngày <mark data-s=\"error\">31/2</mark> nhé"),
            // Stretches that overlap, lie outside, or are empty.
            (
                vec![(1, 8), (6, 10)],
                "<mark data-s=\"error\">Ngày </mark><mark data-s=\"error\">31</mark><mark data-s=\"error\">/2</mark> nhé",
            ),
            (vec![(11, 99)], "Ngày 31/2 <mark data-s=\"error\">nhé</mark>"),
            (vec![(50, 99), (3, 3), (9, 2)], "Ngày 31/2 nhé"),
        ];
        for (columns, expected) in cases {
            let findings: Vec<Diagnostic> = columns.iter().map(|&c| finding(1, Some(c))).collect();
            let html = Places::new(&findings).marked(1, text).into_string();
            let joined = html.replace("</mark><mark data-s=\"error\">", "");
            let wanted = expected.replace("</mark><mark data-s=\"error\">", "");
            assert_eq!(joined, wanted, "{columns:?}");
        }
    }

    #[test]
    fn the_gravest_of_the_findings_over_a_piece_marks_it() {
        let severity = |severity, columns| Diagnostic { severity, ..finding(1, Some(columns)) };
        let findings = [
            severity(Severity::Note, (1, 7)),
            severity(Severity::Error, (3, 5)),
            severity(Severity::Warning, (4, 6)),
            severity(Severity::Error, (5, 5)),
        ];
        let html = Places::new(&findings).marked(1, "abcdefg").into_string();
        let marks = [("note", "ab"), ("error", "c"), ("error", "d"), ("warning", "e"), ("note", "f")];
        let marks = marks.map(|(severity, text)| format!("<mark data-s=\"{severity}\">{text}</mark>"));
        assert_eq!(html, marks.concat() + "g");
    }

    #[test]
    fn a_finding_stands_at_its_line_or_after_all() {
        let html = shown("một\nhai", &[finding(1, None), finding(9, None)]);
        let (first, second) = (html.find("id=\"f1\"").unwrap(), html.find("id=\"f2\"").unwrap());
        assert!(first < html.find("id=\"L2\"").unwrap());
        assert!(second > html.find("</ol>").unwrap());
        assert!(html.contains("so &lt;geht&gt; das nicht") && !html.contains("<geht>"));
        assert!(shown("", &[finding(1, None)]).contains("id=\"f1\""));
    }
}
