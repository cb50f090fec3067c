//! Furniture of the body: page numbers, running headers and back links, told line by line.
//!
//! A lone number is a page number wherever it stands by itself. A running header says the bulletin's name with a number,
//! a date or a page, or repeats with another number each time. Colophon and site chrome stand at the end of the file and
//! are told by the stage that cuts the articles.

use std::collections::HashMap;

use crate::masthead;
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::key::key;
use crate::text::letters;
use crate::text::scan;

/// Words that stand around number, date and page in a running header, small.
const DATA: [&str; 17] = [
    "số",
    "ngày",
    "tháng",
    "năm",
    "trang",
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "chủ nhật",
    "ra",
    "phát hành",
    "lưu hành nội bộ",
    "tài liệu nội bộ",
    "tài liệu tham khảo",
];

/// The name that a running header says: what number, date and page leave of it.
fn header_name(text: &str) -> String {
    let is_mark =
        |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ',' | ':' | '|' | '(' | ')' | '–' | '—' | '-');
    let is_word = |c: char| chars::is_alphanumeric(c) || c == '_';
    let mut name = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let data =
            || DATA.iter().filter_map(|word| chars::strip_prefix(rest, word)).find(|rest| !rest.starts_with(is_word));
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        if let Some(after) = (!inside && is_word(c)).then(data).flatten() {
            rest = after;
            name.push(' ');
        } else if is_mark(c) || c.is_whitespace() {
            (rest, inside) = (after, c.is_ascii_digit());
            if !name.ends_with(' ') {
                name.push(' ');
            }
        } else {
            (rest, inside) = (after, is_word(c));
            name.push(c);
        }
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Longest running header, in bytes.
const LONGEST: usize = 200;

/// What furniture a line is, if it is any.
pub fn kind(furniture: &[Option<FurnitureKind>], at: usize) -> Option<FurnitureKind> {
    furniture.get(at).copied().flatten()
}

/// Whether nothing of the bulletin's text stands on a line: it is blank, or furniture.
pub fn is_empty(page: &Page<'_>, furniture: &[Option<FurnitureKind>], at: usize) -> bool {
    page.is(at, Roles::BLANK) || kind(furniture, at).is_some()
}

/// The furniture of every line from `from` on; `name` is the bulletin's, where it is known.
pub fn find(page: &Page<'_>, from: usize, name: Option<&str>) -> Vec<Option<FurnitureKind>> {
    let mut kinds: Vec<Option<FurnitureKind>> = vec![None; page.lines.len()];
    let name_key = name.map(key).filter(|k| k.len() >= 6);
    let repeated = repeated(page, from);
    for at in from..page.lines.len() {
        let kind = if page.is(at, Roles::BACK_LINK) {
            Some(FurnitureKind::BackLink)
        } else if page.is(at, Roles::PAGE_NUMBER) && stands_alone(page, at) {
            Some(FurnitureKind::PageNumber)
        } else if is_running_header(page, at, name_key.as_deref(), &repeated) {
            Some(FurnitureKind::RunningHeader)
        } else {
            None
        };
        if let Some(slot) = kinds.get_mut(at) {
            *slot = kind;
        }
    }
    kinds
}

/// A number on a line of its own is a page number where it follows a blank line or a page turn; inside a wrapped
/// paragraph it may be the end of a sentence.
fn stands_alone(page: &Page<'_>, at: usize) -> bool {
    at == 0
        || !page.setting.wrapped
        || page.is(at - 1, Roles::BLANK)
        || page.lines.get(at).is_some_and(|l| l.has_form_feed())
}

fn is_running_header(page: &Page<'_>, at: usize, name_key: Option<&str>, repeated: &HashMap<String, usize>) -> bool {
    let text = page.text(at);
    if text.is_empty() || text.len() > LONGEST || page.is(at, Roles::PROSE | Roles::NUMBERED | Roles::ROW) {
        return false;
    }
    let (has_digit, note) = (text.bytes().any(|b| b.is_ascii_digit()), is_internal(text));
    // A header says a number, a date or a note beside the name.
    if !has_digit && !note {
        return false;
    }
    let said = header_name(text);
    let said_key = key(&said);
    if said_key.len() < 6 || letters::words(&said) < 2 {
        return false;
    }
    let by_name = name_key.is_some_and(|n| {
        n.ends_with(&said_key) || said_key.ends_with(n) || n.starts_with(&said_key) && said_key.len() * 2 > n.len()
    });
    let ends = ends_with_data(text);
    by_name
        || (ends || note) && masthead::has_name_word(without_page(text))
        || ends && repeated.get(&said_key).is_some_and(|&n| n >= 3) && is_set_apart(page, at)
}

/// Whether a text says that it is not for sale.
fn is_internal(text: &str) -> bool {
    // `bộ`, in any case.
    scan::any(text.as_bytes(), |a, b, c| ((a == b'b') | (a == b'B')) & (b == 0xE1) & (c == 0xBB))
        && chars::lowercase(text).contains("lưu hành nội bộ")
}

/// Whether blank lines, the file's edges or form feeds stand on both sides.
fn is_set_apart(page: &Page<'_>, at: usize) -> bool {
    (at == 0 || page.is(at - 1, Roles::BLANK) || page.lines.get(at).is_some_and(crate::lines::Line::has_form_feed))
        && (at + 1 >= page.lines.len() || page.is(at + 1, Roles::BLANK))
}

/// A running header without the page number before it.
pub fn without_page(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start_matches([' ', '|', '-', '–', '—', '.']);
    if rest.len() < text.len() && text.len() - rest.len() <= 8 { rest } else { text }
}

/// Whether the text ends with a number, date or page, as a running header does.
fn ends_with_data(text: &str) -> bool {
    text.trim_end_matches(['.', '-', '|', ' ']).ends_with(|c: char| c.is_ascii_digit())
}

/// How often a short line recurs, its numbers aside.
fn repeated(page: &Page<'_>, from: usize) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for at in from..page.lines.len() {
        let text = page.text(at);
        if text.is_empty()
            || text.len() > LONGEST
            || page.is(at, Roles::PROSE | Roles::NUMBERED | Roles::ROW)
            || !text.bytes().any(|b| b.is_ascii_digit())
            || !ends_with_data(text)
        {
            continue;
        }
        *counts.entry(key(&header_name(text))).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lines, roles};

    #[test]
    fn names_without_their_data() {
        for (text, name) in [
            ("Bản tin Đất đai - Số 4/2031 14", "Bản tin Đất đai"),
            ("ĐIỂM BÁO ĐẤT ĐAI – Thứ Sáu, ngày 22/5/2031 | Trang 3", "ĐIỂM BÁO ĐẤT ĐAI"),
            ("Tài liệu nội bộ 14số 5 năm", "14số".trim_start_matches("14")),
            ("Trang trại 7 (ra mỗi tháng)", "trại mỗi"),
            ("số_7 sốt", "số_ sốt"),
            ("12/2031", ""),
        ] {
            assert_eq!(header_name(text), name, "{text}");
        }
    }

    #[test]
    fn kinds() {
        let text = "Xã mở chợ và sửa\n\nĐiểm báo Đất đai - 22/5/2031\n\nđường.\n\n7\n\nVề đầu trang\n\nBản tin Đất đai - Số 4/2031 14\n\nĐiểm báo Đất đai đưa tin\n";
        let lines = lines::split(text);
        let candidates = roles::candidates(&lines);
        let kinds = find(&Page::new(text, lines, candidates), 0, Some("Bản tin Điểm báo ĐẤT ĐAI"));
        use FurnitureKind::{BackLink, PageNumber, RunningHeader};
        let told: Vec<_> = kinds.into_iter().step_by(2).collect();
        assert_eq!(
            told,
            [None, Some(RunningHeader), None, Some(PageNumber), Some(BackLink), Some(RunningHeader), None]
        );
    }
}
