//! The index: every bulletin of a run with its figures and its findings, the worst first.

use std::cmp::Reverse;
use std::path::Path;

use maud::{Markup, html};

use super::articles::day;
use super::findings::{counts, filter, item};
use super::frame::{Kind, frame};
use super::labels::{Lang, SEVERITIES};
use super::page::{self, tally};
use super::visible::visible;
use crate::model::{Bulletin, Diagnostic, Encoding, LayoutKind, Severity};
use crate::output::findings::encoded;

/// What the index holds of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Address of its page, relative to the index.
    href: String,
    /// The path as walked.
    path: String,
    /// The bulletin's name.
    title: Option<String>,
    /// Number of the issue.
    number: Option<String>,
    /// Date of the issue.
    date: Option<String>,
    /// Its layout.
    layout: LayoutKind,
    /// Its encoding.
    encoding: Encoding,
    /// Number of lines.
    lines: u32,
    /// Number of articles.
    articles: usize,
    /// Number of articles with a citation.
    citations: usize,
    /// Its findings, in source order.
    findings: Vec<Diagnostic>,
}

impl Entry {
    /// The entry of a bulletin whose page stands at `page`, a path relative to the index.
    pub fn new(bulletin: &Bulletin, page: &Path) -> Self {
        Self {
            href: encoded(page),
            path: bulletin.file.path.clone(),
            title: bulletin.title.clone(),
            number: bulletin.issue.number.clone(),
            date: bulletin.issue.date.clone(),
            layout: bulletin.layout,
            encoding: bulletin.file.encoding,
            lines: bulletin.file.lines,
            articles: bulletin.articles().count(),
            citations: bulletin.articles().filter(|article| article.citation.is_some()).count(),
            findings: bulletin.diagnostics.clone(),
        }
    }

    /// Roughly the memory in bytes that the entry holds.
    pub fn weight(&self) -> usize {
        let texts = self.href.len() + self.path.len() + self.title.as_ref().map_or(0, String::len);
        let findings = self.findings.iter().map(|f| f.message.len() + f.help.as_ref().map_or(0, String::len) + 96);
        texts + findings.sum::<usize>() + 256
    }
}

/// The index of `entries`, which come in the order of the run and are told worst first.
pub fn index(lang: Lang, mut entries: Vec<Entry>) -> Vec<u8> {
    let labels = lang.labels();
    entries.sort_by_key(|entry| Reverse(counts(&entry.findings)));
    let totals =
        entries.iter().map(|entry| counts(&entry.findings)).fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z]);
    let sum = |of: fn(&Entry) -> usize| entries.iter().map(of).sum::<usize>();
    let lines: u64 = entries.iter().map(|entry| u64::from(entry.lines)).sum();
    let rows = [
        (labels.bulletins, html! { (entries.len()) }),
        (labels.articles, html! { (sum(|entry| entry.articles)) }),
        (labels.citations, html! { (sum(|entry| entry.citations)) }),
        (labels.lines, html! { (lines) }),
        (labels.findings, tally(lang, totals)),
    ];
    let content = html! {
        header.top {
            h1 { (labels.review) }
            dl.figures {
                @for (name, value) in rows { div { dt { (name) } dd { (value) } } }
            }
            div.tools.only-script {
                label.search { span { (labels.search) } input #search type="search" autocomplete="off"; }
                (filter(lang, totals))
            }
            p.hint { (labels.worst_first) }
        }
        main #bulletins tabindex="-1" {
            ol.bulletins role="list" {
                @for entry in &entries { (self::entry(lang, entry)) }
            }
            p #no-match.none role="status" hidden { (labels.no_match) }
        }
    };
    frame(Kind::Index, lang, labels.review, &[("#bulletins", labels.skip_to_bulletins)], &content)
}

/// A bulletin of the index.
fn entry(lang: Lang, entry: &Entry) -> Markup {
    let labels = lang.labels();
    let counts = counts(&entry.findings);
    let worst = entry.findings.iter().map(|finding| finding.severity).max();
    let name = page::name(entry.title.as_deref(), &entry.path);
    let rows = [
        (labels.layout, html! { (lang.layout(entry.layout)) }),
        (labels.encoding, html! { (entry.encoding.as_str()) }),
        (labels.articles, html! { (entry.articles) }),
        (labels.citations, html! { (entry.citations) }),
        (labels.lines, html! { (entry.lines) }),
    ];
    html! {
        li data-s=[worst.map(|severity| severity.as_str())] data-layout=(entry.layout.as_str()) {
            h2 {
                a lang="vi" href=(entry.href) {
                    (visible(name))
                    @if let Some(number) = &entry.number { " · " (visible(number)) }
                    @if let Some(date) = &entry.date { " · " (day(lang, date)) }
                }
            }
            p.path { (visible(&entry.path)) }
            dl.figures {
                @for (name, value) in rows { div { dt { (name) } dd { (value) } } }
            }
            @if entry.findings.is_empty() {
                p.none { (labels.no_findings) }
            } @else {
                details open[worst == Some(Severity::Error)] {
                    summary { span.unseen { (labels.show_findings) " " (visible(name)) ": " } (tally(lang, counts)) }
                    ol.findings role="list" {
                        @for severity in SEVERITIES {
                            @for (number, finding) in (1..).zip(&entry.findings).filter(|(_, f)| f.severity == severity) {
                                li data-s=(severity.as_str()) {
                                    a href={ (entry.href) "#f" (number) } { (item(lang, finding)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
