//! The head of a bulletin without contents: the lines of its masthead, above the first article.

use super::Contents;
use super::listed::Head;
use crate::masthead;
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::{Roles, letterhead};
use crate::text::{letters, scan};

/// Most lines of a masthead.
const MOST_LINES: usize = 12;
/// Most words of a line that says nothing a masthead has to say (the office that edits it, a motto).
const MOST_WORDS: usize = 12;

/// Finds the masthead: the lines at the top down to the last that says name, number or date, if one of them says the name.
/// The running header of the first page is none of it.
pub fn find(page: &Page<'_>) -> Head {
    const BODY: Roles = Roles::NUMBERED.union(Roles::ROMAN).union(Roles::PROSE).union(Roles::BACK_LINK);
    // Two columns may head it; a table has more.
    let is_table =
        |at: usize| page.is(at, Roles::ROW) && page.lines.get(at).is_some_and(|line| line.columns().is_none());
    let (mut end, mut named, mut dated) = (0, false, false);
    // Where a head without a word of the press ends: what stands above the number of the issue is its name.
    let mut numbered = 0;
    let mut above = None;
    let printed = (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK | Roles::CHROME));
    for at in printed.take(MOST_LINES).take_while(|&at| !page.is(at, BODY) && !is_table(at)) {
        let text = page.text(at);
        match page.masthead_role(at) {
            MastheadRole::Name if !letters::starts_capital(text) => break,
            // A line at the very top that says name and number is a running header.
            MastheadRole::Name if above.is_none() && scan::any_digit(text.as_bytes()) => break,
            // Below name and data, `TIN TỨC …` heads a section.
            MastheadRole::Name if named && dated && page.opens_apart(at) => break,
            MastheadRole::Name => (end, named) = (at + 1, true),
            MastheadRole::Other => {
                let capitals = page.is(at, Roles::CAPITALS);
                if !capitals && (!letters::starts_capital(text) || letters::words(text) > MOST_WORDS) {
                    break;
                }
                // The rest of a name that runs over lines.
                if capitals && named && end == at && above.is_some_and(|above| page.is(above, Roles::CAPITALS)) {
                    end = at + 1;
                }
            }
            _ => {
                (end, dated) = (at + 1, named);
                if numbered > 0 || page.is_named_above(at) {
                    numbered = at + 1;
                }
            }
        }
        above = Some(at);
    }
    let end = if named { end } else { numbered };
    let end = if end > 0 { with_lines_below(page, below_data(page, end)) } else { 0 };
    Head { masthead_end: end, contents: Contents::default(), body: end }
}

/// Where a masthead ends that web pages print who posted it below (`Tác giả: …`), apart from the text.
fn below_data(page: &Page<'_>, end: usize) -> usize {
    let labelled =
        end > 0 && !page.opens_apart(end) && page.is(end + 1, Roles::BLANK) && masthead::names_poster(page.text(end));
    if labelled { end + 1 } else { end }
}

/// Where a masthead ends that says more right below name and data (a motto, whom it is for, the season): where blank lines set
/// the headings apart, what touches it is none of them.
pub(super) fn with_lines_below(page: &Page<'_>, end: usize) -> usize {
    const MOST: usize = 2;
    const MOST_LINES_OF_TITLE: usize = 3;
    const HEADINGS: Roles =
        Roles::NUMBERED.union(Roles::ROMAN).union(Roles::MARKED).union(Roles::CAPITALS).union(Roles::LISTED);
    const OTHERS: Roles = Roles::PROSE.union(Roles::ROW).union(Roles::COLOPHON).union(Roles::BACK_LINK);
    let run = |from: usize| (from..page.lines.len()).take_while(|&at| !page.is(at, Roles::BLANK));
    let below = run(end).take(MOST + 1).count();
    let plain = |at: usize| {
        let text = page.text(at);
        !page.is(at, HEADINGS | OTHERS)
            && letters::starts_capital(text)
            && !letters::ends_like_prose(text)
            && letters::words(text) <= MOST_WORDS
    };
    if page.opens_apart(end) || below > MOST || !run(end).take(MOST).all(plain) {
        return end;
    }
    // A heading stands apart below: else the line is the title of the text there.
    let apart = page.below(end + below, Roles::BLANK).is_some_and(|next| {
        !page.is(next, Roles::PROSE) && run(next).take(MOST_LINES_OF_TITLE + 1).count() <= MOST_LINES_OF_TITLE
    });
    if apart { end + below } else { end }
}

/// Finds the masthead of a pack whose first document opens on line `first`: from the top down to the last line that names
/// the pack, or gives place and date below it, with the lines that stand right below. What is left above the document is
/// its own.
pub fn find_pack(page: &Page<'_>, first: usize) -> Head {
    let printed = (0..first).filter(|&at| !page.is(at, Roles::BLANK | Roles::PAGE_NUMBER));
    let top: Vec<usize> = printed.take(MOST_LINES).collect();
    let named = top.iter().copied().rfind(|&at| page.is(at, Roles::CAPITALS) && masthead::names_pack(page.text(at)));
    let mut end = 0;
    if let Some(name) = named {
        // The letterhead of the first document stands between its label and the name of the pack.
        let motto = top.iter().copied().find(|&at| at > name && letterhead::is_motto(page.text(at)));
        let first = motto.map_or(first, |motto| {
            let touching = (name + 1..motto).rev().take_while(|&at| !page.is(at, Roles::BLANK));
            touching.last().unwrap_or(motto)
        });
        let is_date = |at: usize| !page.is(at, Roles::ROW) && page.masthead_role(at) == MastheadRole::Date;
        // Place and date may stand apart from the name.
        let below = top.iter().copied().filter(|&at| (name..first).contains(&at));
        end = below.rev().find(|&at| is_date(at)).unwrap_or(name) + 1;
        while end < first && !page.is(end, Roles::BLANK | Roles::PROSE | Roles::ROW) {
            end += 1;
        }
    }
    Head { masthead_end: end, contents: Contents::default(), body: end }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many lines the masthead has.
    #[track_caller]
    fn masthead(head: &str) -> usize {
        find(&Page::of(&format!("{head}\n\nTIN XÃ\n\n1/ Chợ mới\n\nSáng nay, xã Một mở chợ.\n"))).masthead_end
    }

    #[test]
    fn mastheads_end_with_what_they_say() {
        assert_eq!(masthead("BẢN TIN\nĐẤT ĐAI\nSố 7/2031"), 3);
        assert_eq!(masthead("Số 7/2031\nBẢN TIN\nĐẤT ĐAI"), 3, "the number above the name");
        assert_eq!(masthead("SỞ TÀI NGUYÊN\nBẢN TIN SỐ 7"), 2, "an office above the name");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nVì đất cho mọi người\nSố 7, ngày 5/3/2031"), 3, "a motto");
        assert_eq!(masthead("XÃ MỘT\t\tBẢN TIN ĐẤT ĐAI\nBAN ĐẤT ĐAI\t\tSố 7/2031"), 2, "two columns");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nTên\tXã\tThôn\nSố 7\tMột\tHai"), 1, "a table");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\n\nTIN ẢNH"), 1, "the heading of a section");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nSố 7\n\nTIN TỨC - SỰ KIỆN"), 2, "one that speaks as a name does");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nSố 7\nXuân Tân Hợi\nKính biếu"), 4, "lines that touch it");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nSố 7\n\nXuân Tân Hợi"), 2, "one that does not");
        assert_eq!(masthead("BẢN TIN ĐẤT ĐAI\nSố 7\nChợ mới\n\nSáng nay, xã Một mở chợ.\n\nCầu mới"), 2, "a title");
        assert_eq!(masthead("Điểm báo về xã Một\nNgày đăng: 5/3/2031\nTác giả: Văn phòng xã"), 3, "who posted it");
    }

    #[test]
    fn the_letterhead_of_the_first_document_is_its_own() {
        let text = "KỶ YẾU HỘI NGHỊ\nXã Một, ngày 2 tháng 3 năm 2031\n\nUBND XÃ MỘT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                    Số: 5/BC   Xã Một, ngày 1 tháng 3 năm 2031\n\nBÁO CÁO\nGiữ rừng ở xã Một\n";
        assert_eq!(find_pack(&Page::of(text), 6).masthead_end, 2);
        assert_eq!(
            find_pack(&Page::of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKỶ YẾU HỘI NGHỊ\n\nBÁO CÁO\n"), 4).masthead_end,
            3
        );
    }

    #[test]
    fn other_heads_are_none() {
        assert_eq!(masthead("Bản tin Đất đai - Số 7/2031 5"), 0, "a running header");
        assert_eq!(masthead("Số 7/2031"), 0, "no name");
        assert_eq!(masthead("mở chợ mới, theo\nbản tin của xã."), 0, "running text");
        assert_eq!(masthead(""), 0);
    }
}
