//! The editorial board at the head of a newsletter: who answers for it, who edits it, and under which licence.
//!
//! It stands below the masthead or within it, and its lines are those of a colophon: neither name nor date of the issue is read
//! from them, and no section begins with them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::citation::byline::Byline;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::letters;
use crate::text::lexicon::Lexicon;

/// So many printed lines at the top are looked at.
const TOP: usize = 40;

/// Words that open a board, lower case.
#[rustfmt::skip]
const BOARDS: &[&str] = &[
    "tổng biên tập", "phó tổng biên tập", "ban biên tập", "hội đồng biên tập", "chịu trách nhiệm", "trưởng ban biên tập",
    "người chịu trách nhiệm",
];
/// Words for a seat on a board, lower case; a name stands behind them or below.
#[rustfmt::skip]
const SEATS: &[&str] = &[
    "trưởng ban", "phó trưởng ban", "phó ban", "thư ký", "ủy viên", "uỷ viên", "thành viên", "biên tập", "trình bày",
    "cố vấn", "chủ biên", "tòa soạn", "toà soạn", "trụ sở", "đt", "điện thoại", "email",
];
/// Words for the office that somebody on a board holds, lower case.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "chánh văn phòng", "phó chánh văn phòng", "trưởng phòng",
    "phó trưởng phòng", "hiệu trưởng", "phó hiệu trưởng", "bí thư", "phó bí thư", "chủ nhiệm", "phó chủ nhiệm",
    "trưởng ban", "phó trưởng ban", "chánh thanh tra", "cục trưởng", "chi cục trưởng",
];

/// What a line says in a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// A seat whose holder stands below.
    Seat,
    /// A seat and its holder, or whatever else a colophon says.
    Data,
    /// The holder of a seat.
    Name,
    /// The office that a holder has.
    Office,
}

/// The lines of the board; none where there is none.
pub fn find(page: &Page<'_>) -> Range<usize> {
    let printed = (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK));
    let top =
        printed.take(TOP).take_while(|&at| !page.is(at, Roles::PROSE.union(Roles::NUMBERED)) || is_data(page, at));
    let mut board: Option<Range<usize>> = None;
    let mut before = None;
    for at in top {
        let says = match before {
            None => opens(page, at),
            Some(before) => goes_on(page, at, before),
        };
        match (says, &mut board) {
            (Some(_), Some(board)) => board.end = at + 1,
            (Some(_), none) => *none = Some(at..at + 1),
            (None, Some(_)) => break,
            (None, None) => {}
        }
        before = says;
    }
    board.unwrap_or_default()
}

/// What a line says that opens a board.
fn opens(page: &Page<'_>, at: usize) -> Option<Says> {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(BOARDS));
    seat(page.text(at), &LEXICON).or_else(|| is_data(page, at).then_some(Says::Data))
}

/// What a line says in a board whose last line says this.
fn goes_on(page: &Page<'_>, at: usize, before: Says) -> Option<Says> {
    static SEATS_AND_BOARDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[SEATS, BOARDS].concat()));
    let text = page.text(at);
    if is_data(page, at) {
        return Some(Says::Data);
    }
    if let Some(seat) = seat(text, &SEATS_AND_BOARDS) {
        return Some(seat);
    }
    match before {
        Says::Seat if names(text, false) => Some(Says::Name),
        Says::Name | Says::Office if names(text, true) && !page.opens_apart(at) => Some(Says::Name),
        Says::Name if holds_office(text) && !page.opens_apart(at) => Some(Says::Office),
        _ => None,
    }
}

/// Whether a line says what colophons do.
fn is_data(page: &Page<'_>, at: usize) -> bool {
    page.is(at, Roles::COLOPHON) && !page.is(at, Roles::ROW)
}

/// A seat that a text opens with one of these words, alone or before a colon, and whether its holder stands behind it.
fn seat(text: &str, words: &Lexicon) -> Option<Says> {
    const MOST_WORDS: usize = 6;
    let (seat, holder) = text.split_once(':').unwrap_or((text, ""));
    let opens = words.openings(seat, |c| !chars::is_alphanumeric(c)).next().is_some();
    if !opens || letters::words(seat) > MOST_WORDS {
        return None;
    }
    let whole = || text.ends_with(':') || words.holds(text);
    if holder.trim().is_empty() { whole().then_some(Says::Seat) } else { Some(Says::Data) }
}

/// Whether a text names the holder of a seat; where nothing calls for one, it has to open as a person's name does.
fn names(text: &str, sure: bool) -> bool {
    let known =
        |people: &[String]| people.first().is_some_and(|name| crate::citation::opens_like_a_person(untitled(name)));
    Byline::alone(text).is_some_and(|byline| !byline.people.is_empty() && (!sure || known(&byline.people)))
}

/// A name without the shortened degree before it (`KS. Lê Thoa`).
fn untitled(name: &str) -> &str {
    name.rsplit_once(". ").map_or(name, |(_, name)| name)
}

/// Whether a text says the office that somebody holds.
fn holds_office(text: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(OFFICES));
    const MOST_WORDS: usize = 12;
    letters::words(text) <= MOST_WORDS
        && !letters::ends_like_prose(text)
        && LEXICON.openings(text, |c| !chars::is_alphanumeric(c)).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of the board of a head above an article.
    #[track_caller]
    fn board(head: &str) -> Vec<String> {
        let text = format!("BẢN TIN ĐẤT ĐAI\nSố 7/2031\n{head}\n\nTIN TỨC\n\n1/ Chợ mới\n\nSáng nay, xã Một mở chợ.\n");
        let page = Page::of(&text);
        let lines = find(&page).map(|at| page.text(at).to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn seats_and_those_who_hold_them() {
        for head in [
            "BAN BIÊN TẬP\nTrưởng ban: Lê Văn Tám\nThư ký: Trần Thị Sáu",
            "BAN BIÊN TẬP\n\nTrưởng ban:\nLê Văn Tám\n\nThư ký:\nTrần Thị Sáu",
            "Tổng Biên tập\nLÊ VĂN TÁM\nGiám đốc Sở Tài nguyên\nPhó Tổng Biên tập\nTRẦN THỊ SÁU\nPhó Giám đốc Sở Tài nguyên",
            "Chịu trách nhiệm xuất bản:\nKS. LÊ VĂN TÁM\nBan Biên tập:\nTRẦN THỊ SÁU\nNGÔ THỊ BẢY\nĐT: 0123.456\nGiấy phép xuất bản số 15/GP-STTTT ngày 2/1/2031",
        ] {
            let wanted: Vec<&str> = head.split('\n').filter(|line| !line.is_empty()).collect();
            assert_eq!(board(head), wanted);
        }
    }

    #[test]
    fn sections_and_titles_are_none() {
        for head in ["", "Trưởng ban thăm xã Một", "Thư ký Tòa án nhân dân xã thăm chợ mới", "Lê Văn Tám"]
        {
            assert!(board(head).is_empty(), "{head}");
        }
        assert_eq!(board("Ban Biên tập: Lê Văn Tám\nTIN XÃ"), ["Ban Biên tập: Lê Văn Tám"]);
        assert_eq!(board("Ban Biên tập:\nLê Văn Tám\nTIN XÃ"), ["Ban Biên tập:", "Lê Văn Tám"]);
    }
}
