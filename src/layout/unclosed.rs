//! Bulletins whose articles nothing closes and nothing counts: titles set apart tell them, where they are set alike.

use crate::look::Look;
use crate::masthead;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::letters;

/// Fewest titles that tell a bulletin by how they are set.
const LEAST_TITLES: usize = 3;
/// Fewest sections that do.
const LEAST_SECTIONS: usize = 2;
/// Fewest words of a title in a block: headings within a report are shorter (`Về kinh tế`).
pub const LEAST_WORDS_IN_BLOCKS: usize = 4;
/// Most lines of a title.
const MOST_LINES: usize = 3;

/// Whether headings of sections in capitals stand above titles that are set otherwise, and titles above running text, again
/// and again: a text in parts, each of which holds articles.
pub(super) fn has_sections_over_titles(page: &Page<'_>) -> bool {
    let printed: Vec<usize> = (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK)).collect();
    let apart = |at: usize| page.opens_apart(at) && page.could_head(at) && page.is(at + 1, Roles::BLANK);
    let (mut sections, mut titles) = (0, 0);
    for lines in printed.windows(3) {
        let &[section, title, text] = lines else { continue };
        if apart(title) && !page.is(title, Roles::CAPITALS | Roles::NUMBERED | Roles::ROMAN) && page.is_running(text) {
            titles += 1;
            sections += usize::from(apart(section) && page.is(section, Roles::CAPITALS));
        }
    }
    sections >= LEAST_SECTIONS && titles > sections
}

/// Whether the first heading above running text, set apart from both, is a title like several others: an editor sets titles
/// alike, and none but them above all of the first text.
pub(super) fn has_titles_alike(page: &Page<'_>) -> bool {
    let mut first = None;
    let mut titles = 0;
    let mut at = 0;
    while at < page.lines.len() {
        let run = (at..page.lines.len()).take(MOST_LINES + 1).take_while(|&at| !page.is(at, Roles::BLANK)).count();
        // The bulletin's own name heads no text.
        let named = || titles == 0 && masthead::has_name_word(page.text(at));
        let opens = run > 0 && page.opens_apart(at) && page.could_begin_heading(at) && !named();
        if let Some(text) = opens.then(|| text_below(page, at, run)).flatten()
            && (page.is_running(text) || page.is(at, Roles::MARKED) && !page.is(text, Roles::MARKED))
        {
            let look = Look::with_level(page, at);
            // What counts titles is told by the numbers.
            if look.0.contains(Look::NUMBERED) {
                return false;
            }
            titles += usize::from(*first.get_or_insert(look) == look);
            if titles >= LEAST_TITLES {
                return true;
            }
        }
        at += run.max(1);
    }
    false
}

/// How many blocks of lines between blank ones are a title right above its text, in text whose lines are paragraphs; none where
/// other blocks of running text are not few.
pub(super) fn articles_in_blocks(page: &Page<'_>) -> usize {
    if page.setting.wrapped {
        return 0;
    }
    let (mut titled, mut others) = (0, 0);
    let mut at = 0;
    while at < page.lines.len() {
        let end = (at..page.lines.len()).find(|&at| page.is(at, Roles::BLANK)).unwrap_or(page.lines.len());
        let is_titled = page.could_head(at)
            && !page.is(at, Roles::NUMBERED)
            && page.is(at + 1, Roles::PROSE)
            && letters::words(page.text(at)) >= LEAST_WORDS_IN_BLOCKS;
        if is_titled && end > at + 1 {
            titled += 1;
        } else if (at..end).any(|at| page.is(at, Roles::PROSE)) {
            others += 1;
        }
        at = end + 1;
    }
    if titled >= LEAST_TITLES && titled >= 4 * others { titled } else { 0 }
}

/// The first line of the text that stands below a heading, apart from it unless the heading is marked as one.
fn text_below(page: &Page<'_>, at: usize, run: usize) -> Option<usize> {
    if page.is(at, Roles::MARKED) {
        return page.below(at, Roles::BLANK);
    }
    let last = at + run - 1;
    (run <= MOST_LINES && !letters::ends_like_prose(page.text(last))).then(|| page.below(last, Roles::BLANK)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alike(titles: [&str; 3]) -> bool {
        let text: String = titles.iter().map(|title| format!("{title}\n\nXã Một làm xong việc này.\n\n")).collect();
        has_titles_alike(&Page::of(&text))
    }

    #[test]
    fn blocks_of_a_title_and_its_text() {
        let block = |title: &str| format!("{title}\nXã Một làm xong việc này.\nXã Hai cũng xong.\n\n");
        let titles = ["Chợ mới ở xã", "Cầu tre qua suối", "Đường lên núi Đá", "Giếng làng đã đầy"];
        let blocks = titles.map(block).concat();
        let report = ["Về kinh tế", "Về văn hóa", "Về an ninh", "Về xây dựng"].map(block).concat();
        assert_eq!(articles_in_blocks(&Page::of(&report)), 0, "headings of a report");
        assert_eq!(articles_in_blocks(&Page::of(&format!("TIN XÃ\n\n{blocks}"))), 4);
        assert_eq!(articles_in_blocks(&Page::of(&format!("{blocks}Xã Ba xin cảm ơn.\n"))), 4);
        assert_eq!(articles_in_blocks(&Page::of(&format!("{blocks}Xã Ba xin cảm ơn.\n\nXã Bốn cũng vậy.\n"))), 0);
        assert_eq!(articles_in_blocks(&Page::of(&block("Chợ mới ở xã").repeat(2))), 0, "two may be chance");
    }

    #[test]
    fn titles_set_alike() {
        assert!(alike(["Chợ mới ở ngã ba", "Cầu tre qua suối", "Đường lên núi"]));
        assert!(alike(["CHỢ MỚI Ở NGÃ BA", "CẦU TRE QUA SUỐI", "ĐƯỜNG LÊN NÚI"]));
        assert!(alike(["## Chợ mới ở ngã ba", "## Cầu tre qua suối", "## Đường lên núi"]));
        assert!(!alike(["## Chợ mới ở ngã ba", "### Người bán", "### Người mua"]), "sub-headings");
        assert!(!alike(["CHỢ MỚI Ở NGÃ BA", "Người bán", "Người mua"]), "sub-headings");
        assert!(!alike(["1. Người bán", "2. Người mua", "3. Người xem"]), "numbers tell by themselves");
        assert!(!alike(["Chợ mới.", "Cầu tre.", "Đường lên núi."]), "sentences");
    }
}
