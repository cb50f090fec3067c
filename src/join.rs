//! Whether a line goes on from the text before it, and how the two are joined.
//!
//! The rules are the contract's: a sentence that a page or column turn, a running header, a caption or a footnote cut in
//! two is one sentence; so is a word or a number that was cut at the end of a line. Where the sign is a capital, several
//! signals have to agree, since a new paragraph begins with one too.

use crate::setting::Setting;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::letters;

/// How a line stands to the text before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// It begins a new block.
    Break,
    /// It goes on after a space.
    Space,
    /// It goes on without one (`143/` + `QĐ-UBND`).
    Glue,
    /// It goes on without one, and the hyphen at the end of the line goes (`Gi-` + `ang`).
    Hyphen,
}

/// What stood between two lines of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gap {
    /// Blank lines.
    pub blanks: usize,
    /// A page number, a running header, a form feed, or the opening of a page or column.
    pub turned: bool,
    /// A caption or a footnote.
    pub inserted: bool,
    /// Nothing, and the second line is set further in.
    pub indented: bool,
    /// Nothing, and the first word of the second line would have found room on the first.
    pub room: bool,
}

/// The text before, as far as it matters for joining.
#[derive(Debug, Clone, Copy)]
pub struct Left<'t> {
    /// The last line.
    pub line: &'t str,
    /// Whether it ended in a space.
    pub runs_on: bool,
    /// Length of the whole block in bytes.
    pub length: usize,
    /// Whether it was marked as a heading.
    pub marked: bool,
}

/// A line that ends with less than this share of the column's width ends a paragraph.
const FULL: usize = 70;
/// Most words of a heading that a number may follow.
const MOST_WORDS_OF_HEADING: usize = 8;
/// A line longer than this, in characters, that ends without a mark was cut: no heading is so long.
const CUT: usize = 100;

/// Decides how a line is joined to the text before it.
pub fn join(left: Left<'_>, right: &str, gap: Gap, setting: Setting, pairs: impl FnOnce() -> bool) -> Join {
    if let Some(join) = inside_token(left, right, gap, setting) {
        return join;
    }
    let ended = letters::ends_sentence(left.line) && !(setting.final_spaces && ends_short(left.line));
    if setting.final_spaces && gap.blanks == 0 && !gap.turned && !gap.inserted {
        return if left.runs_on { Join::Space } else { Join::Break };
    }
    if setting.final_spaces && left.runs_on {
        // Over a caption, running header or page turn always; over blank lines alone unless the sentence has ended.
        return if gap.turned || gap.inserted || !ended { Join::Space } else { Join::Break };
    }
    if setting.wrapped && !setting.final_spaces && gap.blanks == 0 {
        return wrapped(left, right, gap, setting, ended);
    }
    // A sentence that ended inside a bracket may go on, where a mark that closes nothing stands behind it.
    let may_go_on = || letters::is_open(left.line) && letters::open_brackets(left.line) > 0;
    if left.marked || setting.final_spaces || ended && !ends_clause(left, right, gap) && !may_go_on() {
        return Join::Break;
    }
    if begins_item(right) && !(gap.turned && letters::starts_small(right)) {
        return Join::Break;
    }
    over_gap(left, right, gap, pairs)
}

/// Whether a page turns behind a clause, and the sentence goes on.
fn ends_clause(left: Left<'_>, right: &str, gap: Gap) -> bool {
    gap.turned && left.line.ends_with(';') && letters::starts_small(right)
}

/// How the lines of one heading are joined: inside a token without a space, else with one.
pub fn seam(left: &str, runs_on: bool, right: &str, setting: Setting) -> Join {
    let left = Left { line: left, runs_on, length: left.len(), marked: false };
    inside_token(left, right, Gap::default(), setting).unwrap_or(Join::Space)
}

/// Over a gap, where nothing but the text itself tells whether a sentence goes on.
fn over_gap(left: Left<'_>, right: &str, gap: Gap, pairs: impl FnOnce() -> bool) -> Join {
    let open = letters::is_open(left.line);
    let first = right.chars().next();
    if letters::starts_small(right) && !right.starts_with(['“', '"', '(']) {
        // A closing quote or bracket may stand in the middle of a sentence.
        let ended = letters::ends_sentence(left.line) && !ends_clause(left, right, gap);
        return if open || !ended { Join::Space } else { Join::Break };
    }
    if !open {
        return Join::Break;
    }
    let hanging = || {
        left.line.ends_with(',')
            || letters::ends_with_linking_word(left.line)
            || letters::open_brackets(left.line) > 0
            || letters::ends_inside_place(left.line)
    };
    let heads = || {
        let title = enumerator::split(left.line).map_or(left.line, |(_, rest)| rest);
        left.length == left.line.len()
            && gap.blanks > 0
            && !gap.turned
            && letters::starts_capital(title)
            && letters::words(title) <= MOST_WORDS_OF_HEADING
    };
    // Who is spoken to stands above the speech; those who are greeted next belong to the same greeting.
    let greeted =
        || left.length == left.line.len() && letters::is_greeting(left.line) && !letters::opens_greeting(right);
    if gap.blanks > 0 && !gap.turned && letters::starts_capital(right) && greeted() {
        return Join::Break;
    }
    // What a short heading with a number ends in does not matter.
    if letters::starts_capital(right) && begins_item(left.line) && heads() {
        return Join::Break;
    }
    match first {
        // A number may open a paragraph below a short heading.
        Some(c) if c.is_ascii_digit() && heads() && !hanging() => Join::Break,
        // The last word of a paragraph over two lines.
        Some(_) if gap == Gap::default() && letters::ends_sentence(right) && letters::words(right) == 1 => Join::Space,
        Some(c) if c.is_ascii_digit() || matches!(c, '%' | ')' | ',' | '.' | ';' | ':' | '”' | '–' | '-') => {
            Join::Space
        }
        _ if gap.turned && left.length > CUT => Join::Space,
        // A line this long that ends without any mark is no heading.
        _ if left.line.len() > CUT && left.line.chars().count() > CUT => Join::Space,
        _ if hanging() || letters::words(left.line) >= 4 && pairs() => Join::Space,
        _ => Join::Break,
    }
}

/// In wrapped text without final spaces: a line ends its paragraph where the sentence has ended and the line is short, or the
/// next one is set further in; only so where paragraphs begin so.
fn wrapped(left: Left<'_>, right: &str, gap: Gap, setting: Setting, ended: bool) -> Join {
    let short = if setting.filled { gap.room } else { left.line.chars().count() * 100 < setting.width * FULL };
    let short = short && setting.inset.is_none();
    let item = begins_item(right);
    // Where paragraphs begin further in, so does the one below a heading on one line.
    let headed = || {
        setting.inset.is_some()
            && gap.indented
            && left.length == left.line.len()
            && (letters::starts_capital(right) || item)
            && begins_item(left.line)
    };
    if ended && (short || item || gap.indented) || headed() || item && left.line.ends_with([':', ';']) {
        Join::Break
    } else {
        Join::Space
    }
}

/// Whether a line begins an item of a list.
pub fn begins_item(text: &str) -> bool {
    match enumerator::split(text) {
        // `- 2021 kết thúc …`, `– ông Kim …` go on in the middle of a sentence.
        Some((Enumerator::Bullet('-' | '–'), rest)) => letters::starts_capital(rest),
        Some(_) => true,
        None => false,
    }
}

/// A line that ends inside a word, a number, a name or an address.
fn inside_token(left: Left<'_>, right: &str, gap: Gap, setting: Setting) -> Option<Join> {
    if left.runs_on || left.marked || !setting.wrapped {
        return None;
    }
    let line = left.line;
    let last = line.chars().next_back()?;
    let before = line.chars().rev().nth(1)?;
    let first = right.chars().next()?;
    match last {
        '-' | '\u{2010}' | '\u{2011}' if chars::is_alphanumeric(before) && chars::is_alphanumeric(first) => {
            let word = chars::is_alphabetic(before) && chars::is_lowercase(first);
            Some(if word { Join::Hyphen } else { Join::Glue })
        }
        '/' if chars::is_alphanumeric(before) && chars::is_alphanumeric(first) => Some(Join::Glue),
        '.' if setting.final_spaces && gap.blanks <= 1 && ends_domain(right) => Some(Join::Glue),
        // Over a blank line alone, a short word ends its sentence as well (`… các huyện, TX.`): a name has to follow.
        '.' if setting.final_spaces
            && (gap.blanks == 0 || gap.blanks == 1 && (gap.turned || gap.inserted || opens_with_name(right)))
            && ends_inside_name(line) =>
        {
            Some(Join::Glue)
        }
        _ => None,
    }
}

/// Whether a line opens with two capitals, as a name does and a sentence seldom.
fn opens_with_name(line: &str) -> bool {
    line.split(' ').take(2).filter(|word| letters::starts_capital(word)).count() == 2
}

/// The last word of a line without brackets and quotes before it and the full stop behind it.
fn last_token(line: &str) -> &str {
    let token = line.rsplit(char::is_whitespace).next().unwrap_or("").trim_start_matches(['(', '“', '"', '[']);
    token.trim_end_matches('.')
}

/// Whether the full stop at the end of a line stands inside an abbreviated name (`TP.`) or an address (`gov.`).
fn ends_inside_name(line: &str) -> bool {
    let token = last_token(line);
    if token.contains("://") || token.starts_with("www.") || token.contains('@') {
        return !token.contains([')', ']', '>', '”', '"']);
    }
    ends_short(line)
}

/// Whether a line ends with an abbreviation that a name follows.
fn ends_short(line: &str) -> bool {
    // Abbreviations of titles and places: general vocabulary of Vietnamese administrative prose.
    const SHORT: [&str; 22] = [
        "TP", "Tp", "TX", "Tx", "TT", "P", "Q", "H", "X", "T", "Tr", "ThS", "TS", "GS", "PGS", "BS", "KS", "LS", "Th",
        "St", "Mr", "Ms",
    ];
    line.ends_with('.') && SHORT.contains(&last_token(line))
}

/// Whether a line begins with the end of a domain: no word of the language does.
fn ends_domain(line: &str) -> bool {
    const ENDINGS: [&str; 6] = ["vn", "com.vn", "gov.vn", "org.vn", "edu.vn", "net.vn"];
    ENDINGS
        .iter()
        .filter_map(|ending| line.strip_prefix(ending))
        .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '@')))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Setting =
        Setting { wrapped: false, final_spaces: false, width: 0, filled: false, margin: 0, inset: None };
    const SPACED: Setting =
        Setting { wrapped: true, final_spaces: true, width: 40, filled: false, margin: 0, inset: None };
    const BARE: Setting =
        Setting { wrapped: true, final_spaces: false, width: 40, filled: false, margin: 0, inset: None };

    #[test]
    fn headings_on_one_line_above_paragraphs_that_begin_further_in() {
        let inset = Setting { inset: Some(0), ..BARE };
        let indented = Gap { indented: true, ..Gap::default() };
        for right in ["Một số chợ còn bẩn,", "1. Giữ chợ sạch"] {
            assert_eq!(relation("II. VIỆC CÒN LẠI", right, indented, inset), Join::Break, "{right}");
            assert_eq!(relation("II. VIỆC CÒN LẠI", right, Gap::default(), inset), Join::Space, "{right}");
            assert_eq!(relation("VIỆC CÒN LẠI CỦA", right, indented, inset), Join::Space, "{right}");
        }
    }

    fn relation(left: &str, right: &str, gap: Gap, setting: Setting) -> Join {
        let line = left.trim_end();
        join(
            Left { line, runs_on: left.ends_with(' '), length: line.len(), marked: false },
            right,
            gap,
            setting,
            || false,
        )
    }

    #[test]
    fn lines_with_final_spaces() {
        let (blank, turn) = (Gap { blanks: 1, ..Gap::default() }, Gap { blanks: 1, turned: true, ..Gap::default() });
        for (left, right, gap, want) in [
            ("người dân ", "xã Một", Gap::default(), Join::Space),
            ("người dân.", "Ông Hai", Gap::default(), Join::Break),
            ("người dân. ", "Ông Hai", Gap::default(), Join::Space),
            ("người dân. ", "Ông Hai", blank, Join::Break),
            ("người dân ", "xã Một", blank, Join::Space),
            ("người dân. ", "Ông Hai", turn, Join::Space),
            ("người dân.", "Ông Hai", turn, Join::Break),
            ("huyện Tây Gi-", "ang) cùng", blank, Join::Hyphen),
            ("doanh ng-", "hiệp cung", Gap::default(), Join::Hyphen),
            ("Nghị định 19/2015/NĐ-", "CP ngày", Gap::default(), Join::Glue),
            ("giai đoạn 2020-", "2025 xây", Gap::default(), Join::Glue),
            ("Quyết định số 143/", "QĐ-UBND", Gap::default(), Join::Glue),
            ("(TP.", "Tam Kỳ", Gap::default(), Join::Glue),
            ("(TP.", "Tam Kỳ", turn, Join::Glue),
            ("(TP.", "Tam Kỳ)", blank, Join::Glue),
            ("của 3 huyện, TP.", "Sáng nay xã Một mở chợ", blank, Join::Break),
            ("(https://a.gov.", "vn) đi", Gap::default(), Join::Glue),
            ("thư tới hop@xa.gov.", "vn để", Gap::default(), Join::Glue),
            ("trên trang xamot.", "com.vn.", Gap::default(), Join::Glue),
            ("người dân.", "vnđ", Gap::default(), Join::Break),
            ("(bà Sáu, TP. ", "Tam Kỳ)", blank, Join::Space),
        ] {
            assert_eq!(relation(left, right, gap, SPACED), want, "{left}|{right}");
        }
    }

    #[test]
    fn wrapped_lines_without_final_spaces() {
        let long = "một dòng đủ dài để đầy hết chiều rộng";
        assert_eq!(relation(long, "của cột", Gap::default(), BARE), Join::Space);
        assert_eq!(relation("ngắn.", "Đoạn mới", Gap::default(), BARE), Join::Break);
        assert_eq!(relation("một dòng đủ dài để đầy hết chiều r.", "Đoạn cũ", Gap::default(), BARE), Join::Space);
        assert_eq!(relation("Trong đó TX.", "Phú Hoa;", Gap::default(), BARE), Join::Break);
    }

    #[test]
    fn paragraphs_cut_by_a_page() {
        let gap = Gap { blanks: 1, ..Gap::default() };
        let turn = Gap { blanks: 3, turned: true, ..Gap::default() };
        let long = "một đoạn văn rất dài ".repeat(8);
        for (left, right, gap, want) in [
            ("công tác gặp", "khó khăn.", gap, Join::Space),
            ("Phối hợp xây dựng", "Tại buổi làm việc", gap, Join::Break),
            ("ứng dụng của", "Điện lực", gap, Join::Space),
            (long.trim_end(), "Smart trên", turn, Join::Space),
            ("công tác", "2. Đẩy mạnh", gap, Join::Break),
            ("đã xong.", "khó khăn", gap, Join::Break),
            ("mức lương", "5 triệu đồng", gap, Join::Space),
            ("Một số kết quả", "100% xã có đường.", gap, Join::Break),
            ("1. Những việc làm được", "Xã có đường.", gap, Join::Break),
            ("1. Việc chưa xong và", "Xã Một họp.", gap, Join::Break),
            ("1. Việc chưa xong và", "xã Một họp.", gap, Join::Space),
            ("Cả nước có", "5 triệu hộ.", gap, Join::Space),
            ("Cả xã trồng", "5 triệu cây.", turn, Join::Space),
            ("Chợ họp ở thôn Đồi", "Chè.", Gap::default(), Join::Space),
            ("Kính thưa bà con,", "Xã Một vừa mở chợ.", gap, Join::Break),
            ("Kính thưa bà con,", "Kính thưa các cụ!", gap, Join::Space),
            ("Kính thưa bà con,", "Xã Một vừa mở chợ.", Gap::default(), Join::Space),
            ("Kính thưa bà con,", "xã Một vừa mở chợ.", gap, Join::Space),
            ("Sáng nay, ở bờ sông,", "Xã Một vừa mở chợ.", gap, Join::Space),
        ] {
            assert_eq!(relation(left, right, gap, PLAIN), want, "{left}|{right}");
        }
    }
}
