//! The page of a bulletin: its figures, its text, what was read out of it, its findings, and filters.

use std::collections::HashMap;

use maud::{Markup, html};

use super::articles::{articles, day};
use super::findings::{counts, filter, list};
use super::frame::{Kind, frame};
use super::labels::{Lang, ROLES, SEVERITIES};
use super::lines::lines;
use super::visible::visible;
use crate::model::{Bulletin, LineRole};

/// The page of `bulletin`, parsed with the roles of its lines out of `text`. `home` is the address of the index as seen
/// from the page.
pub fn page(lang: Lang, bulletin: &Bulletin, text: &str, home: &str) -> Vec<u8> {
    let labels = lang.labels();
    let roles = bulletin.line_roles.as_deref().unwrap_or_default();
    let name = name(bulletin.title.as_deref(), &bulletin.file.path);
    let title = match &bulletin.issue.number {
        Some(number) => format!("{name} · {number}"),
        None => name.to_owned(),
    };
    let content = html! {
        header.top {
            nav { a href=(home) { "← " (labels.all_bulletins) } }
            h1 lang="vi" { (visible(name)) }
            (figures(lang, bulletin))
            (tools(lang, bulletin))
        }
        main.panes {
            section #text.pane tabindex="0" aria-labelledby="text-heading" {
                h2 #text-heading { (labels.text) }
                (lines(lang, text, roles, &bulletin.diagnostics))
            }
            section #articles.pane tabindex="0" aria-labelledby="articles-heading" {
                h2 #articles-heading { (labels.parsed) }
                (articles(lang, bulletin))
            }
            aside #side.pane tabindex="0" aria-label=(labels.side) {
                section aria-labelledby="findings-heading" {
                    h2 #findings-heading { (labels.findings) }
                    div.only-script { (filter(lang, counts(&bulletin.diagnostics))) }
                    (list(lang, &bulletin.diagnostics))
                }
                (role_filter(lang, roles))
                (keys(lang))
            }
        }
    };
    let skips =
        [("#text", labels.skip_to_text), ("#articles", labels.skip_to_articles), ("#side", labels.skip_to_findings)];
    frame(Kind::Page, lang, &title, &skips, &content)
}

/// What a bulletin is called: by its own name, or by that of its file.
pub(super) fn name<'b>(title: Option<&'b str>, path: &'b str) -> &'b str {
    title.unwrap_or_else(|| path.rsplit(['/', '\\']).next().unwrap_or(path))
}

/// The bulletin in figures.
fn figures(lang: Lang, bulletin: &Bulletin) -> Markup {
    let labels = lang.labels();
    let cited = bulletin.articles().filter(|article| article.citation.is_some()).count();
    let issue = &bulletin.issue;
    let date = issue.date.as_deref().map(|date| day(lang, date)).or_else(|| issue.date_text.clone());
    let date = match (date, &issue.weekday) {
        (Some(date), Some(weekday)) => Some(format!("{weekday}, {date}")),
        (date, _) => date,
    };
    let vietnamese = |text: &str| html! { span lang="vi" { (visible(text)) } };
    let rows = [
        (labels.issue, issue.number.as_deref().map(vietnamese)),
        (labels.date, date.as_deref().map(vietnamese)),
        (labels.posted, issue.posted.as_deref().map(vietnamese)),
        (labels.editor, bulletin.editor.as_deref().map(vietnamese)),
        (labels.layout, Some(html! { (lang.layout(bulletin.layout)) })),
        (labels.encoding, Some(html! { (bulletin.file.encoding.as_str()) })),
        (labels.lines, Some(html! { (bulletin.file.lines) })),
        (labels.articles, Some(html! { (bulletin.articles().count()) })),
        (labels.citations, Some(html! { (cited) })),
        (labels.findings, Some(tally(lang, counts(&bulletin.diagnostics)))),
    ];
    html! {
        p.path { (visible(&bulletin.file.path)) }
        dl.figures {
            @for (name, value) in rows {
                @if let Some(value) = value { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}

/// Findings in figures: the number of each severity that occurs.
pub(super) fn tally(lang: Lang, counts: [usize; 3]) -> Markup {
    html! {
        @if counts == [0; 3] { "0" }
        @for (severity, count) in SEVERITIES.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
            span.flag data-s=(severity.as_str()) { (lang.severities(severity)) " " (count) } " "
        }
    }
}

/// What to look at, and the way from one finding to the next.
fn tools(lang: Lang, bulletin: &Bulletin) -> Markup {
    let labels = lang.labels();
    let views = [
        ("both", labels.view_both),
        ("text", labels.view_text),
        ("articles", labels.view_articles),
        ("side", labels.view_side),
    ];
    html! {
        div.tools.only-script {
            fieldset.views {
                legend { (labels.view) }
                @for (value, label) in views {
                    label class=(value) { input type="radio" name="view" value=(value) checked[value == "both"]; span { (label) } }
                }
            }
            @if !bulletin.diagnostics.is_empty() {
                div.jump role="group" aria-label=(labels.findings) {
                    button type="button" #previous aria-keyshortcuts="p" {
                        span aria-hidden="true" { "↑ " kbd { "p" } } span.unseen { (labels.previous) }
                    }
                    span #at data-of=(labels.of) data-all=(labels.findings) {
                        (labels.findings) " " (bulletin.diagnostics.len())
                    }
                    button type="button" #next aria-keyshortcuts="n" {
                        span aria-hidden="true" { "↓ " kbd { "n" } } span.unseen { (labels.next) }
                    }
                }
            }
        }
    }
}

/// The filter by role, which is the legend of the tints as well: a box for each role that occurs.
fn role_filter(lang: Lang, roles: &[Vec<LineRole>]) -> Markup {
    let labels = lang.labels();
    let mut counts: HashMap<LineRole, usize> = HashMap::new();
    for role in roles.iter().flatten() {
        *counts.entry(*role).or_default() += 1;
    }
    let occurring = ROLES.into_iter().filter_map(|role| Some((role, *counts.get(&role)?)));
    html! {
        fieldset.roles {
            legend { (labels.roles) }
            p.only-script {
                button type="button" #show-all { (labels.show_all) } " "
                button type="button" #show-none { (labels.show_none) }
            }
            @for (role, count) in occurring {
                label data-r=(role.as_str()) {
                    input.only-script type="checkbox" name="role" value=(role.as_str()) checked;
                    span.swatch {}
                    span { (lang.role(role)) } " " span.count { (count) }
                }
            }
        }
    }
}

/// The keys.
fn keys(lang: Lang) -> Markup {
    let labels = lang.labels();
    html! {
        section.keys.only-script aria-labelledby="keys-heading" {
            h2 #keys-heading { (labels.keys) }
            dl {
                div { dt { kbd { "n" } " " kbd { "p" } } dd { (labels.key_jump) } }
                div { dt { kbd { "↓" } " " kbd { "↑" } } dd { (labels.key_move) } }
                div { dt { kbd { "Enter" } } dd { (labels.key_other) } }
            }
        }
    }
}
