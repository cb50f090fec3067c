//! Whether a text is a newsletter: one that numbers its articles and names who told them, one that brings articles of its
//! own, or one in parts.

use super::signs::{LEAST_TITLES, Signs};
use super::unclosed;
use crate::page::Page;
use crate::setting::Setting;

/// Columns of a newsletter are no wider, in characters; the lines of a page in one column are.
const WIDEST_COLUMN: usize = 50;

/// Whether a newsletter's lines end in spaces. So may those of a press review, which has links back to its top.
fn is_spaced(signs: &Signs, setting: Setting) -> bool {
    setting.final_spaces && signs.back_links == 0
}

/// Whether articles close with no more than their source, most of them at least. A newsletter in columns may name its sources
/// with their days.
pub(super) fn is_sourced(signs: &Signs, setting: Setting) -> bool {
    // Titles or lines, and running headers, set as a newsletter's speak for one, also where it names authors as well.
    let narrow = setting.wrapped && setting.width <= WIDEST_COLUMN;
    let spaced = is_spaced(signs, setting);
    let formed = (signs.slashed > 0 || narrow || spaced) && signs.headers > 0 && signs.back_links == 0;
    let announced = if spaced || formed { signs.announced } else { 0 };
    let attributed = if formed { signs.attributed } else { 0 };
    let sources = signs.source_lines + announced + attributed;
    sources > 0 && sources >= signs.citations
}

/// Whether numbered articles that name their sources, or are set as a newsletter's, tell one.
pub(super) fn is_numbered(signs: &Signs, setting: Setting) -> bool {
    let set = signs.slashed > 0 || signs.headers > 0 || is_spaced(signs, setting);
    // Copies of web pages name the address of an article below its citation and link.
    let copied = signs.back_links > 0 && signs.dated > 0;
    let sourced = is_sourced(signs, setting);
    signs.numbered > 0
        && !signs.reviews
        && !copied
        && if signs.contents {
            // Press reviews have contents as a rule, newsletters now and then: all signs together tell these.
            sourced && setting.wrapped && set
        } else {
            sourced && (setting.wrapped || set)
            // Without a source line: columns, name and number, and an article set as a newsletter's.
            || setting.wrapped && signs.slashed > 0 && (signs.headers > 0 || signs.is_named() && signs.citations == 0)
        }
}

/// Whether a bulletin, which does not say that it reviews the press, brings articles of its own: all those that close name no
/// more than who told them (`Theo …`), where a press review gives days and authors; in columns the day may stand behind. Or,
/// without contents, numbered ones that nothing closes.
pub(super) fn is_own(signs: &Signs, final_spaces: bool, cited: usize) -> bool {
    const LEAST_SOURCES: usize = 2;
    let titled = signs.names > 0 || signs.numbered_head;
    let told = titled && signs.tells_all(cited) && cited >= LEAST_SOURCES && (signs.dated == 0 || final_spaces);
    let counted = signs.names > 0 && signs.data > 0 && cited == 0 && signs.titles >= LEAST_TITLES && !signs.contents;
    !signs.reviews && signs.back_links == 0 && (told || counted)
}

/// Whether how the headings of a text are set tells that it is in parts: sections over titles, or titles alike below the number
/// of an issue. A web page may say `Tin tức` and a day at its top.
pub(super) fn is_in_parts(page: &Page<'_>, signs: &Signs) -> bool {
    unclosed::has_sections_over_titles(page) || signs.numbered_head && signs.called && unclosed::has_titles_alike(page)
}
