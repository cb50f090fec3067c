//! Findings on a page: a note at the place in the text, and the list to go through them.

use maud::{Markup, html};

use super::labels::{Lang, SEVERITIES};
use super::range;
use super::visible::visible;
use crate::model::{Diagnostic, LineRange};

/// The lines of a finding in words.
pub(super) fn place(lang: Lang, lines: LineRange) -> String {
    let labels = lang.labels();
    let name = if lines.first == lines.last { labels.line } else { labels.line_range };
    format!("{name} {}", range(lines).replace('-', "–"))
}

/// The words of a finding: in Vietnamese the rule in this language first.
pub(super) fn words(lang: Lang, finding: &Diagnostic) -> Markup {
    html! {
        @if lang == Lang::Vi {
            span.rule { (lang.rule(finding.code)) "." } " "
        }
        span lang="en" { (visible(&finding.message)) }
    }
}

/// The note at the place of the finding number `number`, counted from 1.
pub(super) fn note(lang: Lang, number: usize, finding: &Diagnostic) -> Markup {
    html! {
        div.note #{"f" (number)} role="note" tabindex="-1" data-s=(finding.severity.as_str())
            data-l=(range(finding.lines)) {
            b.severity { (lang.severity(finding.severity)) } " " (words(lang, finding)) " "
            code { (finding.code) }
            @if let Some(help) = &finding.help {
                br; i { (lang.labels().help) ":" } " " span lang="en" { (visible(help)) }
            }
        }
    }
}

/// The list of all findings, each a link to its note.
pub(super) fn list(lang: Lang, findings: &[Diagnostic]) -> Markup {
    html! {
        @if findings.is_empty() {
            p.none { (lang.labels().no_findings) }
        } @else {
            ol.findings role="list" {
                @for (number, finding) in (1..).zip(findings) {
                    li data-s=(finding.severity.as_str()) {
                        a href={ "#f" (number) } { (item(lang, finding)) }
                    }
                }
            }
        }
    }
}

/// What a list says of a finding.
pub(super) fn item(lang: Lang, finding: &Diagnostic) -> Markup {
    html! {
        b.severity { (lang.severity(finding.severity)) } " " (words(lang, finding)) " "
        span.where { (place(lang, finding.lines)) " · " code { (finding.code) } }
    }
}

/// How many findings there are of each severity, the gravest first.
pub(super) fn counts(findings: &[Diagnostic]) -> [usize; 3] {
    SEVERITIES.map(|severity| findings.iter().filter(|finding| finding.severity == severity).count())
}

/// The filter by severity: a box for each that occurs.
pub(super) fn filter(lang: Lang, counts: [usize; 3]) -> Markup {
    html! {
        fieldset.severities {
            legend { (lang.labels().severity) }
            @for (severity, count) in SEVERITIES.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
                label data-s=(severity.as_str()) {
                    input type="checkbox" name="severity" value=(severity.as_str()) checked;
                    " " (lang.severities(severity)) " " span.count { (count) }
                }
            }
        }
    }
}
