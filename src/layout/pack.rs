//! Whether a text is a conference pack, and where its first document opens.

use super::signs::Signs;
use crate::contents::{documents, reprint, tables};
use crate::page::Page;
use crate::roles::{self, Roles};
use crate::running::Headers;
use crate::signed;
use crate::text::key::KeyHash;

/// Whether the labels of documents, a table that lists them or those who sign them tell a pack.
pub(super) fn is_pack(signs: &Signs, page: &Page<'_>, headers: &Headers) -> bool {
    let listed = signs.tables > 0 || signs.rows >= 2;
    let headed = signs.contents || signs.packs > 0;
    let documents = listed && signs.labels > 0 || headed && signs.labels >= 2 || signs.labels >= 3;
    // A bulletin may list its articles in a table too, and says its own name above it.
    let bulletin = signs.names > 0 && signs.packs == 0;
    let pack = signs.tables > 0 && !bulletin || signs.contents && signs.packs > 0;
    let signed = || if signs.packs > 0 { signed::titles(page, 0).len() } else { 0 };
    // Sections of a press review may be called as documents are (`Ý KIẾN BẠN ĐỌC`); its articles close with citations.
    documents && signs.labels > signs.citations
        || pack && listed_again(page, headers) > signs.citations
        || signed() > signs.citations.max(1)
}

/// The line that the first document of a pack without contents opens on: its label, or the title that its author signs.
pub fn first_document(page: &Page<'_>) -> Option<usize> {
    let opens = |at: &usize| {
        page.has_glued_label(*at)
            || page.is(*at, Roles::LABEL) && !page.is(*at, Roles::ROW)
            || roles::label::titled(page.text(*at)).is_some()
    };
    let label = (0..page.lines.len()).find(opens);
    label.or_else(|| signed::titles(page, 0).first().map(|signed| signed.first))
}

/// How many of the titles in a pack's contents open a document further down, with no label to tell them; one by itself may
/// be chance.
fn listed_again(page: &Page<'_>, headers: &Headers) -> usize {
    const NOT: Roles = Roles::BLANK.union(Roles::ROW).union(Roles::PROSE);
    let Some(head) = tables::find(page, headers).or_else(|| documents::find(page, headers)) else { return 0 };
    let (titles, longest) = head.contents.title_keys();
    let lines = (head.body..page.lines.len()).filter(|&at| !page.is(at, NOT));
    // A title may run over lines that stand right below one another.
    let names = |first: &usize| {
        let more =
            (first + 1..page.lines.len()).take(reprint::MOST_TITLE_LINES - 1).take_while(|&at| !page.is(at, NOT));
        let keys = std::iter::once(*first).chain(more).map_while(|at| page.key(at, longest));
        keys.scan(KeyHash::default(), |joined, key| {
            *joined = joined.then(key);
            Some(*joined)
        })
        .any(|joined| titles.contains(&joined))
    };
    let found = lines.filter(names).count();
    if found > 1 { found } else { 0 }
}
