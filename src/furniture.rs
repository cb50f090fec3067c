//! Furniture of the body: page numbers, running headers and back links, told line by line.
//!
//! A lone number is a page number wherever it stands by itself; which lines are running headers, `running` says. Colophon
//! and site chrome at the end of the file are told by the stage that cuts the articles.

use std::collections::HashSet;

use crate::citation::Form;
use crate::contents::Contents;
use crate::contents::listed::Head;
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::key::{KeyHash, KeyMap};
use crate::text::letters;

/// What furniture a line is, if it is any.
pub fn kind(furniture: &[Option<FurnitureKind>], at: usize) -> Option<FurnitureKind> {
    furniture.get(at).copied().flatten()
}

/// Whether nothing of the bulletin's text stands on a line: it is blank, or furniture.
pub fn is_empty(page: &Page<'_>, furniture: &[Option<FurnitureKind>], at: usize) -> bool {
    page.is(at, Roles::BLANK) || kind(furniture, at).is_some()
}

/// The furniture of every line of the body below `head`; `name` is the bulletin's, where it is known, and `closing` the form
/// of its citations.
pub fn find(
    page: &Page<'_>,
    headers: &Headers,
    head: &Head,
    name: Option<&str>,
    closing: Option<Form>,
) -> Vec<Option<FurnitureKind>> {
    let from = head.body;
    let mut kinds: Vec<Option<FurnitureKind>> = vec![None; page.lines.len()];
    for ((at, candidate), slot) in page.candidates.iter().enumerate().zip(&mut kinds).skip(from) {
        if candidate.any(Roles::BACK_LINK) {
            *slot = Some(FurnitureKind::BackLink);
        } else if candidate.any(Roles::ORNAMENT) {
            // Marks of converters and pages, and lines of letters that only adorn.
            let adorns = page.text(at).starts_with(['-', '*', 'o', 'O', '0', '~', '=']);
            *slot = Some(if adorns { FurnitureKind::Unrecognised } else { FurnitureKind::SiteChrome });
        } else if candidate.any(Roles::PAGE_NUMBER) && stands_alone(page, at) {
            *slot = Some(FurnitureKind::PageNumber);
        }
    }
    let mut running = headers.of_body(page, from, name);
    running.retain(|at| kind(&kinds, *at).is_none());
    running.sort_unstable();
    running.dedup();
    let titles = titles(page, &running, &head.contents);
    for at in running.into_iter().filter(|at| !titles.contains(at)) {
        if let Some(slot) = kinds.get_mut(at) {
            *slot = Some(FurnitureKind::RunningHeader);
        }
        // A number that touches a running header is its page, whatever text goes on around the two.
        for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|beside| *beside >= from) {
            if page.is(beside, Roles::PAGE_NUMBER)
                && let Some(slot @ None) = kinds.get_mut(beside)
            {
                *slot = Some(FurnitureKind::PageNumber);
            }
        }
    }
    if let Some(form) = closing {
        mark_chrome(page, form, from, &mut kinds);
    }
    kinds
}

/// Which of the running headers are titles of the contents, however much they say what the others say. What recurs is a
/// header all the same.
fn titles(page: &Page<'_>, running: &[usize], contents: &Contents) -> HashSet<usize> {
    // Most texts have none.
    if running.is_empty() {
        return HashSet::new();
    }
    let mut titles: KeyMap<Vec<usize>> = contents.entries().map(|(_, entry)| (entry.key, Vec::new())).collect();
    for &at in running {
        if let Some(lines) = titles.get_mut(&KeyHash::of(page.entitled(at))) {
            lines.push(at);
        }
    }
    titles.into_values().filter(|lines| lines.len() == 1).flatten().collect()
}

/// Marks what a web page prints below an article that others follow: short lines of its chrome right behind a citation, a
/// back link or more of them. Elsewhere such words are an article's own, and what is set as a heading may be one.
fn mark_chrome(page: &Page<'_>, form: Form, from: usize, kinds: &mut [Option<FurnitureKind>]) {
    const HEADING: Roles = Roles::CAPITALS.union(Roles::MARKED).union(Roles::NUMBERED).union(Roles::ROMAN);
    let closes = |at: usize| page.is(at, Roles::TRAILING_BACK_LINK) || page.closing(at, form).is_some();
    // The last line above that is neither blank nor furniture, and whether something closes an article behind it.
    let (mut above, mut closed) = (None, false);
    // What stands at the end of the file is not for this stage to tell.
    let mut below_last: Vec<usize> = Vec::new();
    for at in from..page.lines.len() {
        let Some(slot) = kinds.get(at) else { break };
        closed |= *slot == Some(FurnitureKind::BackLink);
        if slot.is_some() || page.is(at, Roles::BLANK | Roles::ADDRESS) {
            continue;
        }
        let chrome = page.is(at, Roles::CHROME) && !page.is(at, Roles::PROSE | HEADING);
        if chrome && (closed || above.is_some_and(closes)) {
            closed = true;
            below_last.push(at);
            continue;
        }
        (above, closed) = (Some(at), false);
        if !below_last.is_empty() && closes(at) {
            for at in below_last.drain(..) {
                if let Some(slot) = kinds.get_mut(at) {
                    *slot = Some(FurnitureKind::SiteChrome);
                }
            }
        }
    }
}

/// A number on a line of its own is a page number where it follows a blank line or a page turn, or stands before one. Inside
/// a wrapped paragraph it may be the end of a sentence, unless it is set as a page's (`- 3 -`, `Trang 4`), the sentence goes
/// on below it or has ended above.
fn stands_alone(page: &Page<'_>, at: usize) -> bool {
    if !page.setting.wrapped || page.opens_apart(at) || page.has_form_feed(at + 1) {
        return true;
    }
    let text = page.text(at);
    let set =
        text.starts_with(|c: char| !c.is_ascii_digit()) || text.ends_with(|c: char| !c.is_ascii_digit() && c != '.');
    let goes_on = || {
        let open = page.runs_on(at - 1) || letters::is_open(page.text(at - 1));
        !page.runs_on(at) && open && letters::starts_small(page.text(at + 1))
    };
    set || goes_on() || letters::ends_sentence(page.text(at - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_on_the_next_line_of_its_header() {
        let text = "Bà con xã Một mở thêm chợ bán\nrau và hoa ở bên bờ sông, nơi\nĐiểm báo Đất đai - 22/5/2031\n7\nbà con trồng rau quanh năm và\nbán hoa cả tết.\n";
        let page = Page::of(text);
        let head = Head { masthead_end: 0, contents: Contents::default(), body: 0 };
        let kinds = find(&page, &Headers::find(&page), &head, Some("Điểm báo Đất đai"), None);
        assert_eq!(kinds.get(2..4), Some(&[Some(FurnitureKind::RunningHeader), Some(FurnitureKind::PageNumber)][..]));
    }

    #[test]
    fn a_page_right_below_the_last_sentence() {
        let wrapped = "Bà con xã Một mở thêm chợ bán\nrau và hoa ở bên bờ sông, nơi bà\ncon trồng rau quanh năm và bán\nhoa cả tết";
        for (text, told) in [(format!("{wrapped}.\n4\n"), true), (format!("{wrapped} năm\n4\n"), false)] {
            let page = Page::of(&text);
            let head = Head { masthead_end: 0, contents: Contents::default(), body: 0 };
            let kinds = find(&page, &Headers::find(&page), &head, None, None);
            assert!(page.setting.wrapped);
            assert_eq!(kinds.get(4).copied().flatten() == Some(FurnitureKind::PageNumber), told, "{text}");
        }
    }

    #[test]
    fn kinds() {
        let text = "Xã mở chợ và sửa\n\nĐiểm báo Đất đai - 22/5/2031\n\nđường.\n\n7\n\nVề đầu trang\n\nBản tin Đất đai - Số 4/2031 14\n\nĐiểm báo Đất đai đưa tin\n";
        let page = Page::of(text);
        let head = Head { masthead_end: 0, contents: Contents::default(), body: 0 };
        let kinds = find(&page, &Headers::find(&page), &head, Some("Bản tin Điểm báo ĐẤT ĐAI"), None);
        use FurnitureKind::{BackLink, PageNumber, RunningHeader};
        let told: Vec<_> = kinds.into_iter().step_by(2).collect();
        assert_eq!(
            told,
            [None, Some(RunningHeader), None, Some(PageNumber), Some(BackLink), Some(RunningHeader), None]
        );
    }
}
