//! What was read out of the text: masthead, contents, sections and articles as a reader wants them, and the rest.
//!
//! A piece that stands on lines of its own says which (`data-l`), and what kind of lines these are (`data-r`), so that it
//! can be found from the text and the other way round. An article as a whole has `data-range`.

use maud::{Markup, html};

use super::findings::counts;
use super::labels::{Lang, SEVERITIES};
use super::visible::visible;
use super::{range, rows};
use crate::agreement::{Agreement, Match};
use crate::model::{Article, Block, BlockKind, Bulletin, Furniture, LineRange, LineRole, Section, TocEntry};

/// Everything that was read.
pub(super) fn articles(lang: Lang, bulletin: &Bulletin) -> Markup {
    let labels = lang.labels();
    let agreement = Agreement::of(bulletin);
    html! {
        @if !bulletin.masthead.is_empty() {
            section.masthead aria-labelledby="masthead" {
                h3 #masthead { (labels.masthead) }
                ul role="list" lang="vi" {
                    @for line in &bulletin.masthead {
                        li data-l=(range(line.lines)) data-r=(LineRole::Masthead.as_str()) {
                            span.kind lang=(lang.tag()) { (lang.masthead(line.role)) } " " (visible(&line.text))
                        }
                    }
                }
            }
        }
        @if !bulletin.toc.is_empty() { (contents(lang, bulletin, &agreement)) }
        @if bulletin.sections.is_empty() { p.none { (labels.no_articles) } }
        @for section in &bulletin.sections { (self::section(lang, section, bulletin)) }
        @if !bulletin.furniture.is_empty() { (furniture(lang, &bulletin.furniture, bulletin.sections.is_empty())) }
    }
}

/// The table of contents, each entry with what the body has for it.
fn contents(lang: Lang, bulletin: &Bulletin, agreement: &Agreement<'_>) -> Markup {
    let labels = lang.labels();
    html! {
        section.contents aria-labelledby="contents" {
            h3 #contents { (labels.contents) }
            @if agreement.has_contents() {
                p.agreement {
                    (agreement.tally.matched) " " (labels.of) " " (agreement.tally.entries) " " (labels.agreement) "."
                }
            }
            @for group in &bulletin.toc {
                @if let Some(title) = &group.title {
                    p.group lang="vi" data-l=(range(group.lines)) data-r=(LineRole::TocGroup.as_str()) {
                        @if let Some(number) = &group.number { (visible(number)) ". " }
                        (visible(title)) (page(group.page))
                    }
                }
                ol role="list" lang="vi" {
                    @for entry in &group.entries { (self::entry(lang, entry, agreement)) }
                }
            }
        }
    }
}

/// An entry of the contents.
fn entry(lang: Lang, entry: &TocEntry, agreement: &Agreement<'_>) -> Markup {
    let labels = lang.labels();
    let title = html! {
        @if let Some(number) = entry.number { (number) ". " }
        (visible(&entry.title))
    };
    let matched = agreement.matched(entry);
    html! {
        li data-l=(range(entry.lines)) data-r=(LineRole::TocEntry.as_str()) {
            @match matched {
                Match::Missing => { (title) }
                Match::Same(article) | Match::Differs(article) => { a href={ "#" (anchor(article)) } { (title) } }
            }
            (page(entry.page))
            @if let Some(presenter) = &entry.presenter { " " span.presenter { (visible(presenter)) } }
            @match matched {
                Match::Missing => { " " span.state.missing lang=(lang.tag()) { "✗ " (labels.entry_missing) } }
                Match::Differs(article) => {
                    " " span.state.differs lang=(lang.tag()) {
                        "≠ " (labels.entry_differs) " " q lang="vi" { (visible(&article.title)) }
                    }
                }
                Match::Same(_) => {}
            }
        }
    }
}

/// A page number of the contents.
fn page(page: Option<u32>) -> Markup {
    html! {
        @if let Some(page) = page { " " span.page { (page) } }
    }
}

/// Where a page holds an article.
fn anchor(article: &Article) -> String {
    format!("a{}", article.lines.first)
}

/// A section with its articles.
fn section(lang: Lang, section: &Section, bulletin: &Bulletin) -> Markup {
    let labels = lang.labels();
    let lines = section.title_lines.map(range);
    let role = section.title_lines.map(|_| LineRole::SectionHeading.as_str());
    html! {
        section.section {
            @if let Some(title) = &section.title {
                h3 lang="vi" data-l=[lines] data-r=[role] {
                    @if let Some(number) = &section.number { (visible(number)) ". " }
                    (visible(title))
                }
            } @else {
                h3.none { (labels.no_heading) }
            }
            @for article in &section.articles { (self::article(lang, article, bulletin)) }
        }
    }
}

/// Bytes that the unfinished row at the end of a block counts for.
const ROW_END: usize = 60;

/// An article.
fn article(lang: Lang, article: &Article, bulletin: &Bulletin) -> Markup {
    let length = article.body.iter().map(|block| block.text.as_ref().map_or(0, |text| text.len() + ROW_END)).sum();
    let label_lines = (article.lines.first < article.title_lines.first)
        .then(|| range(LineRange::new(article.lines.first, article.title_lines.first - 1)));
    html! {
        article #(anchor(article)) data-range=(range(article.lines)) data-h=[rows(length)] {
            header {
                @if let Some(label) = &article.label {
                    p.label lang="vi" data-l=[label_lines] data-r=(LineRole::Label.as_str()) { (visible(label)) }
                }
                h4 lang="vi" data-l=(range(article.title_lines)) data-r=(LineRole::Title.as_str()) {
                    @if let Some(number) = article.number { span.number { (number) "." } " " }
                    (visible(&article.title))
                }
                (facts(lang, article))
                (finding_links(lang, article.lines, bulletin))
            }
            div.body lang="vi" {
                @for block in &article.body { (self::block(lang, block)) }
                @if let Some(citation) = &article.citation {
                    p.citation data-l=(range(citation.lines)) data-r=(LineRole::Citation.as_str()) {
                        (visible(&citation.text))
                    }
                }
            }
        }
    }
}

/// What is known of an article.
fn facts(lang: Lang, article: &Article) -> Markup {
    let labels = lang.labels();
    let cited = article.citation.as_ref().map(|citation| range(citation.lines));
    let source = article.source.as_ref().map(|source| {
        let agency = source.agency.as_deref().filter(|agency| *agency != source.name);
        let domain = source.domain.as_deref().filter(|domain| *domain != source.name.to_lowercase());
        html! {
            span lang="vi" { (visible(&source.name)) }
            @if let Some(domain) = domain { " " span.aside { "(" (visible(domain)) ")" } }
            @if let Some(agency) = agency { " " span.aside { "(" (labels.agency) " " (visible(agency)) ")" } }
        }
    });
    let date = article.date.as_deref().map(|date| html! { time datetime=(date) { (day(lang, date)) } });
    let authors =
        (!article.authors.is_empty()).then(|| html! { span lang="vi" { (visible(&article.authors.join("; "))) } });
    let evidence = html! {
        @for evidence in &article.evidence { span.chip { (lang.evidence(*evidence)) } " " }
    };
    let links = (!article.links.is_empty()).then(|| {
        html! {
            @for (index, link) in article.links.iter().enumerate() {
                @if index > 0 { ", " }
                (address(link))
            }
        }
    });
    let rows = [
        (labels.source, source, &cited),
        (labels.date, date, &cited),
        (labels.authors, authors, &cited),
        (labels.page, article.page.map(|page| html! { (page) }), &None),
        (labels.address, article.url.as_deref().map(address), &cited),
        (labels.links, links, &None),
        (labels.at_lines, Some(line_link(article.lines)), &None),
        (labels.evidence, (!article.evidence.is_empty()).then_some(evidence), &None),
    ];
    html! {
        dl.facts {
            @for (name, value, lines) in rows {
                @if let Some(value) = value {
                    div data-l=[lines] { dt { (name) } dd { (value) } }
                }
            }
        }
    }
}

/// A day as people of the language write it.
pub(super) fn day(lang: Lang, date: &str) -> String {
    match (lang, date.split('-').collect::<Vec<_>>().as_slice()) {
        (Lang::Vi, [year, month, day]) => format!("{day}/{month}/{year}"),
        _ => visible(date).into_owned(),
    }
}

/// A link to lines of the text.
fn line_link(lines: LineRange) -> Markup {
    html! {
        a.lines-link href={ "#L" (lines.first) } { (range(lines).replace('-', "–")) }
    }
}

/// An address: a link where it leads to the web, text otherwise.
fn address(url: &str) -> Markup {
    let web = ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    html! {
        @if web { a.address href=(url) rel="noopener noreferrer" { (visible(url)) } } @else { (visible(url)) }
    }
}

/// Links to the findings that begin on these lines, one for each severity.
fn finding_links(lang: Lang, lines: LineRange, bulletin: &Bulletin) -> Markup {
    let findings = &bulletin.diagnostics;
    // Findings are in the order of the text.
    let from = findings.partition_point(|finding| finding.lines.first < lines.first);
    let to = findings.partition_point(|finding| finding.lines.first <= lines.last);
    let inside = findings.get(from..to).unwrap_or_default();
    html! {
        @if !inside.is_empty() {
            p.flags {
                @for (severity, count) in SEVERITIES.into_iter().zip(counts(inside)).filter(|(_, count)| *count > 0) {
                    @let first = inside.iter().position(|finding| finding.severity == severity).unwrap_or_default();
                    a.flag data-s=(severity.as_str()) href={ "#f" (from + first + 1) } {
                        (lang.severities(severity)) " " (count)
                    }
                    " "
                }
            }
        }
    }
}

/// A block of an article's body.
fn block(lang: Lang, block: &Block) -> Markup {
    let lines = range(block.lines);
    let text = visible(block.text.as_deref().unwrap_or_default());
    match block.kind {
        BlockKind::Paragraph => html! { p data-l=(lines) data-r=(LineRole::Paragraph.as_str()) { (text) } },
        BlockKind::Subheading => html! { h5 data-l=(lines) data-r=(LineRole::Subheading.as_str()) { (text) } },
        BlockKind::ListItem => html! { p.item data-l=(lines) data-r=(LineRole::ListItem.as_str()) { (text) } },
        BlockKind::Caption => html! { p.caption data-l=(lines) data-r=(LineRole::Caption.as_str()) { (text) } },
        BlockKind::Footnote => html! {
            p.footnote data-l=(lines) data-r=(LineRole::Footnote.as_str()) {
                @if let Some(mark) = &block.mark { sup { (visible(mark)) } " " }
                (text)
            }
        },
        BlockKind::Table => html! {
            div.table role="region" aria-label=(lang.labels().table) tabindex="0"
                data-l=(lines) data-r=(LineRole::Table.as_str()) {
                table {
                    tbody {
                        @for row in block.rows.iter().flatten() {
                            tr { @for cell in row { td { (visible(cell)) } } }
                        }
                    }
                }
            }
        },
    }
}

/// What is neither content nor masthead.
fn furniture(lang: Lang, furniture: &[Furniture], open: bool) -> Markup {
    html! {
        details.furniture open[open] {
            summary { (lang.labels().other) " " span.count { (furniture.len()) } }
            ul role="list" lang="vi" {
                @for piece in furniture {
                    @let role = LineRole::from(piece.kind);
                    li data-l=(range(piece.lines)) data-r=(role.as_str()) {
                        span.kind lang=(lang.tag()) { (lang.role(role)) } " " (visible(&piece.text))
                    }
                }
            }
        }
    }
}
