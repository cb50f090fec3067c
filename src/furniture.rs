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

/// What stands behind a word that may stand around number, date and page in a running header; None where the text opens
/// with none.
fn behind_data(text: &str) -> Option<&str> {
    const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
    let after =
        |words: &[&str]| words.iter().find_map(|word| chars::strip_prefix(text, word).filter(|rest| ends(rest)));
    // These words begin with a letter of ASCII, and most others with another one, or another one behind it.
    let (first, second) = (*text.as_bytes().first()?, text.as_bytes().get(1).copied().unwrap_or_default());
    match (first.to_ascii_lowercase(), second.to_ascii_lowercase()) {
        (b's', _) => after(&["số"]),
        (b'n', _) => after(&["ngày", "năm"]),
        (b't', b'h') => after(&["tháng"]).or_else(|| {
            let day = chars::strip_prefix(text, "thứ ")?;
            DAYS.iter().find_map(|word| chars::strip_prefix(day, word).filter(|rest| ends(rest)))
        }),
        (b't', b'r') => after(&["trang"]),
        (b't', _) => after(&["tài liệu nội bộ", "tài liệu tham khảo"]),
        (b'c', b'h') => after(&["chủ nhật"]),
        (b'r', _) => after(&["ra"]),
        (b'p', b'h') => after(&["phát hành"]),
        (b'l', _) => after(&["lưu hành nội bộ"]),
        _ => None,
    }
}

/// Whether a word may end before a text.
fn ends(rest: &str) -> bool {
    !rest.starts_with(chars::is_word_character)
}

/// The name that a running header says: what number, date and page leave of it.
fn header_name(text: &str) -> String {
    let is_mark =
        |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ',' | ':' | '|' | '(' | ')' | '–' | '—' | '-');
    let mut name = String::with_capacity(text.len());
    let mut rest = text;
    // A word that a digit opens, or goes on behind one, is none of the words of data.
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let data = if inside { None } else { behind_data(rest) };
        let mark = data.is_some() || is_mark(c) || c.is_whitespace();
        if mark {
            inside = data.is_none() && c.is_ascii_digit();
            rest = data.or_else(|| rest.get(c.len_utf8()..)).unwrap_or_default();
            if !name.is_empty() && !name.ends_with(' ') {
                name.push(' ');
            }
            continue;
        }
        // The rest of a word is copied as it stands, up to a digit in it.
        let first = c.len_utf8();
        inside = chars::is_word_character(c);
        let length = if inside { first + word_length(rest.get(first..).unwrap_or_default()) } else { first };
        let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        name.push_str(word);
        rest = behind;
    }
    if name.ends_with(' ') {
        name.pop();
    }
    name
}

/// How many bytes of a word stand at the head of a text, digits of ASCII left out.
fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphabetic() && (c.is_ascii_digit() || !chars::is_word_character(c)))
        .unwrap_or(text.len())
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
    const EMPTY: Roles = Roles::PROSE.union(Roles::NUMBERED).union(Roles::ROW).union(Roles::BLANK);
    let mut kinds: Vec<Option<FurnitureKind>> = vec![None; page.lines.len()];
    let name_key = name.map(key).filter(|k| k.len() >= 6);
    let mut headers = Vec::new();
    for ((at, candidate), slot) in page.candidates.iter().enumerate().zip(&mut kinds).skip(from) {
        if candidate.any(Roles::BACK_LINK) {
            *slot = Some(FurnitureKind::BackLink);
        } else if candidate.any(Roles::PAGE_NUMBER) && stands_alone(page, at) {
            *slot = Some(FurnitureKind::PageNumber);
        }
        if !candidate.any(EMPTY) {
            headers.extend(Header::of(page.text(at), at, name_key.is_some()));
        }
    }
    // How often a short line recurs, its numbers aside.
    let mut repeated: HashMap<&str, usize> = HashMap::new();
    for header in headers.iter().filter(|header| header.ends) {
        *repeated.entry(&header.key).or_default() += 1;
    }
    for header in &headers {
        if let Some(slot) = kinds.get_mut(header.at)
            && slot.is_none()
            && header.runs(page, name_key.as_deref(), &repeated)
        {
            *slot = Some(FurnitureKind::RunningHeader);
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

/// A line that says a number, a date or a note, as a running header does beside the name.
struct Header {
    at: usize,
    /// Key of the name that is left without them.
    key: String,
    /// Words of the name.
    words: usize,
    /// Whether it ends with a number, date or page.
    ends: bool,
    /// Whether it says that it is not for sale, where it ends otherwise.
    note: bool,
}

impl Header {
    /// Reads a line; `named` says whether the bulletin's name is known.
    fn of(text: &str, at: usize, named: bool) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        // One look for digits and the note: most lines hold neither.
        let sign = |a, b, c: u8| c.is_ascii_digit() | ends_keep(a, b, c);
        if !scan::any_window(text.as_bytes(), sign) && !text.bytes().take(2).any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let ends = ends_with_data(text);
        let note = !ends && is_internal(text);
        // Where the name is known, it would be told by it and any digit.
        if !(ends || note || named && scan::any_digit(text.as_bytes())) {
            return None;
        }
        let said = header_name(text);
        Some(Self { at, key: key(&said), words: letters::words(&said), ends, note })
    }

    fn runs(&self, page: &Page<'_>, name_key: Option<&str>, repeated: &HashMap<&str, usize>) -> bool {
        let said = self.key.as_str();
        if said.len() < 6 || self.words < 2 {
            return false;
        }
        let by_name = name_key
            .is_some_and(|n| n.ends_with(said) || said.ends_with(n) || n.starts_with(said) && said.len() * 2 > n.len());
        by_name
            || (self.ends || self.note) && masthead::has_name_word(without_page(page.text(self.at)))
            || self.ends && repeated.get(said).is_some_and(|&n| n >= 3) && is_set_apart(page, self.at)
    }
}

/// Whether the last letters of `lưu`, in any case, may be these bytes.
#[inline(always)]
fn ends_keep(a: u8, b: u8, c: u8) -> bool {
    (a == 0xC6) & ((b == 0xB0) | (b == 0xAF)) & ((c == b'u') | (c == b'U'))
}

/// Whether a text says that it is not for sale.
fn is_internal(text: &str) -> bool {
    chars::contains(text, "lưu hành nội bộ")
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
    let mut bytes = text.as_bytes();
    while let [rest @ .., b'.' | b'-' | b'|' | b' '] = bytes {
        bytes = rest;
    }
    bytes.last().is_some_and(u8::is_ascii_digit)
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
