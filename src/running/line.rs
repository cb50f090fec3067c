//! What one line says that may be a running header: a name, and a number, a date, a page or a note beside it.

use crate::text::chars;
use crate::text::key::{key, push_key};
use crate::text::scan;

/// Shortest key of a name, in bytes.
pub const SHORTEST: usize = 6;

/// A line that may be a running header.
#[derive(Debug)]
pub struct Header {
    /// Index of the line.
    pub at: usize,
    /// Key of the name that is left without number, date and page; that of number and date where no name is.
    pub key: String,
    /// Words of the name.
    pub words: usize,
    /// What it says beside the name.
    pub says: Says,
}

/// What a line says beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It ends with a number, a date or a page.
    Data,
    /// That it is not for sale.
    Note,
    /// A digit stands elsewhere.
    Digit,
    /// It says the number of an issue instead of a name.
    Issue,
    /// Nothing.
    Nothing,
}

impl Header {
    /// Reads a line that holds a digit or a note, and a name or the number of an issue beside it.
    pub fn of(text: &str, at: usize) -> Option<Self> {
        // One look for digits and the note: most lines hold neither.
        let sign = |a, b, c: u8| c.is_ascii_digit() | ends_keep(a, b, c);
        if !scan::any_window(text.as_bytes(), sign) && !text.bytes().take(2).any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let says = if ends_with_data(text) {
            Says::Data
        } else if is_internal(text) {
            Says::Note
        } else if scan::any_digit(text.as_bytes()) {
            Says::Digit
        } else {
            return None;
        };
        let Name { key: said, words } = Name::of(text);
        if words == 0 && (chars::strip_prefix(without_page(text), "số").is_some() || is_paged_month(text)) {
            let issue = without_last_page(without_page(text));
            return Some(Self { at, key: key(issue), words: 0, says: Says::Issue });
        }
        Some(Self { at, key: said, words, says }).filter(Self::is_name)
    }

    /// Whether a page stands beside the number of the issue that the line says.
    pub fn is_paged(&self, text: &str) -> bool {
        self.says == Says::Issue && without_last_page(without_page(text)).len() < text.len()
    }

    /// Whether it is long enough to tell a name.
    fn is_name(&self) -> bool {
        self.key.len() >= SHORTEST && self.words >= 2
    }
}

/// The page that a running header gives, at its end or before it, and what it says beside.
pub fn parted_page(text: &str) -> Option<(u32, &str)> {
    if let Some(page) = last_page(text) {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        return Some((page, before_page(head)));
    }
    let rest = without_page(text);
    let number = text.get(..text.len() - rest.len())?;
    Some((number.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?, rest))
}

/// Whether a mark parts what a running header says: its page, number, date and name.
fn parts(c: char) -> bool {
    matches!(c, '|' | '-' | '–' | '—' | '•' | '·')
}

/// What stands before the page at the end of a running header, without the marks and spaces between.
fn before_page(head: &str) -> &str {
    head.trim_end_matches(|c| parts(c) || matches!(c, ' ' | '\t'))
}

/// Whether a text is a month or a quarter with its year, and a page behind it (`Tháng 5/2031 14`).
fn is_paged_month(text: &str) -> bool {
    let Some((_, said)) = parted_page(text).filter(|_| ["tháng ", "quý "].iter().any(|word| opens_with(text, word)))
    else {
        return false;
    };
    let year = said.rsplit([' ', '/', '-']).next().unwrap_or_default();
    year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text behind its page opens with a word.
fn opens_with(text: &str, word: &str) -> bool {
    chars::strip_prefix(without_page(text), word).is_some()
}

/// The page at the end of a running header, where a wide space, a mark, a word, another number or nothing but an address
/// stands before it.
pub fn last_page(text: &str) -> Option<u32> {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let parted = head.ends_with('\t')
        || head.ends_with(parts)
        || head.ends_with("  ")
        || head.strip_suffix(' ').is_some_and(|head| {
            head.ends_with(parts)
                || head.ends_with(|c: char| c.is_ascii_digit())
                || !head.contains(' ')
                || ["trang", "tr."].iter().any(|word| chars::strip_suffix(head, word).is_some())
        });
    text.get(head.len()..).filter(|page| parted && page.len() <= 4)?.parse().ok()
}

/// The name before the number of an issue, its year and a page (`… số 3/2031 5`), with which no title ends.
pub fn name_before_issue(text: &str) -> Option<&str> {
    let issue = without_last_page(text);
    let (before, number) = issue.rsplit_once(' ').filter(|_| issue.len() < text.len())?;
    let (number, year) = number.split_once('/')?;
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let name = chars::strip_suffix(before.trim_end_matches(':'), "số")?;
    let name = name.trim_end_matches([' ', ',', '-', '–', '—', '|', '●', '•', '(']);
    (is_number(number) && is_number(year) && year.len() == 4 && !name.is_empty()).then_some(name)
}

/// A number or date without the page that stands behind it.
fn without_last_page(text: &str) -> &str {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = before_page(head);
    if rest.len() < head.len() && scan::any_digit(rest.as_bytes()) { rest } else { text }
}

/// A running header without the page number before it.
pub fn without_page(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start_matches(|c| parts(c) || matches!(c, ' ' | '.'));
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

/// What stands behind a word that may stand around number, date and page in a running header; None where the text opens
/// with none.
fn behind_data(text: &str) -> Option<&str> {
    const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
    let after =
        |words: &[&str]| words.iter().find_map(|word| chars::strip_prefix(text, word).filter(|rest| ends(rest)));
    // These words begin with a letter of ASCII, and most others with another one, or another one behind it. Small letters and
    // capitals beyond ASCII begin with the same byte.
    let (first, second) = (*text.as_bytes().first()?, text.as_bytes().get(1).copied().unwrap_or_default());
    match (first.to_ascii_lowercase(), second.to_ascii_lowercase()) {
        // It ends names as well (`Chuyển đổi số`).
        (b's', 0xE1) => after(&["số"]).filter(|rest| counts(rest)),
        (b'n', b'g') => after(&["ngày"]),
        (b'n', 0xC4) => after(&["năm"]),
        (b't', b'h') => after(&["tháng"]).or_else(|| {
            let day = chars::strip_prefix(text, "thứ ")?;
            DAYS.iter().find_map(|word| chars::strip_prefix(day, word).filter(|rest| ends(rest)))
        }),
        (b't', b'r') => after(&["trang"]),
        (b't', 0xC3) => after(&["tài liệu nội bộ", "tài liệu tham khảo"]),
        (b'c', b'h') => after(&["chủ nhật"]),
        (b'r', b'a') => after(&["ra"]),
        (b'p', b'h') => after(&["phát hành"]),
        (b'l', 0xC6) => after(&["lưu hành nội bộ"]),
        _ => None,
    }
}

/// Whether a number opens a text.
fn counts(rest: &str) -> bool {
    rest.trim_start_matches([' ', ':', '.', '\t']).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word may end before a text.
fn ends(rest: &str) -> bool {
    !rest.starts_with(chars::is_word_character)
}

/// The key of the name that a running header says.
pub fn said(text: &str) -> String {
    Name::of(text).key
}

/// The name that a running header says. It is never put together: its key is made of its pieces.
#[derive(Debug)]
struct Name {
    /// Its key.
    key: String,
    /// Its words: what stands between white space, data and marks.
    words: usize,
}

impl Name {
    /// The name in a text.
    fn of(text: &str) -> Self {
        let mut name = Self { key: String::with_capacity(text.len()), words: 0 };
        each_piece(text, |piece, begins| {
            name.words += usize::from(begins);
            push_key(&mut name.key, piece);
        });
        name
    }
}

/// Hands on the pieces of the name that a running header says, which number, date and page leave of it, and whether each
/// of them begins a word.
fn each_piece<'t>(text: &'t str, mut take: impl FnMut(&'t str, bool)) {
    let is_mark = |c: char| c.is_ascii_digit() || parts(c) || matches!(c, '/' | '.' | ',' | ':' | '(' | ')');
    let mut rest = text;
    let mut begins = true;
    // A word that a digit opens, or goes on behind one, is none of the words of data.
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let data = if inside { None } else { behind_data(rest) };
        if data.is_some() || is_mark(c) || c.is_whitespace() {
            inside = data.is_none() && c.is_ascii_digit();
            rest = data.or_else(|| rest.get(c.len_utf8()..)).unwrap_or_default();
            begins = true;
            continue;
        }
        // The rest of a word is taken as it stands, up to a digit in it.
        let first = c.len_utf8();
        inside = chars::is_word_character(c);
        let length = if inside { first + word_length(rest.get(first..).unwrap_or_default()) } else { first };
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        take(piece, std::mem::take(&mut begins));
        rest = behind;
    }
}

/// How many bytes of a word stand at the head of a text, digits of ASCII left out.
fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphabetic() && (c.is_ascii_digit() || !chars::is_word_character(c)))
        .unwrap_or(text.len())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_their_data() {
        for (text, name) in [
            ("Bản tin Đất đai - Số 4/2031 14", "Bản tin Đất đai"),
            ("ĐIỂM BÁO ĐẤT ĐAI – Thứ Sáu, ngày 22/5/2031 | Trang 3", "ĐIỂM BÁO ĐẤT ĐAI"),
            ("Tài liệu nội bộ 14số 5 năm", "14số".trim_start_matches("14")),
            ("Trang trại 7 (ra mỗi tháng)", "trại mỗi"),
            ("số_7 sốt", "số_ sốt"),
            ("12/2031", ""),
            ("Bản tin Chuyển đổi số – Số: 4/2031", "Bản tin Chuyển đổi số"),
        ] {
            let mut said = String::new();
            each_piece(text, |piece, begins| {
                said.push_str(if begins && !said.is_empty() { " " } else { "" });
                said.push_str(piece);
            });
            assert_eq!(said, name, "{text}");
            assert_eq!(Name::of(text).words, name.split_whitespace().count(), "{text}");
            assert_eq!(Name::of(text).key, key(name), "{text}");
        }
    }

    #[test]
    fn issues_without_their_pages() {
        let says = |text: &str| Header::of(text, 0).map(|header| (header.says, header.key));
        for text in
            ["Số 12 - Tháng 9/2031 3", "Số 12, tháng 9/2031\t14", "7 | Số 12 – Tháng 9/2031", "SỐ 12 (THÁNG 9/2031)"]
        {
            assert_eq!(says(text), Some((Says::Issue, "số12tháng92031".to_owned())), "{text}");
        }
        assert_eq!(says("Số 12"), Some((Says::Issue, "số12".to_owned())));
        assert_eq!(says("Số 12/BC-UBND 3"), Some((Says::Data, "bcubnd".to_owned())));
        assert_eq!(says("Trang 12"), None);
    }

    #[test]
    fn names_before_issue_and_page() {
        for (text, name) in [
            ("Thông tin nội bộ số 5/2031 3", Some("Thông tin nội bộ")),
            ("Thông tin nội bộ - Số: 05/2031 | 3", Some("Thông tin nội bộ")),
            ("Thông tin nội bộ số 5/2031", None),
            ("Thông tư số 5/2031/TT-BNV 3", None),
            ("Tin bão số 5 3", None),
            ("Số 5/2031 3", None),
        ] {
            assert_eq!(name_before_issue(text), name, "{text}");
        }
    }

    #[test]
    fn pages_behind_a_mark() {
        for (text, page) in [
            ("Sở Nội vụ | 12", Some(12)),
            ("Sở Nội vụ\t3", Some(3)),
            ("Sở Nội vụ  3", Some(3)),
            ("Sở Nội vụ – 3", Some(3)),
            ("Sở Nội vụ, trang 3", Some(3)),
            ("cchc.hoaninh.gov.vn 3", Some(3)),
            ("Thông tin nội bộ số 5/2031 3", Some(3)),
            ("Phụ lục 3", None),
            ("Sở Nội vụ | 20311", None),
            ("Sở Nội vụ |", None),
        ] {
            assert_eq!(last_page(text), page, "{text}");
        }
    }
}
