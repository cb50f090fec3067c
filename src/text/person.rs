//! People's names: the family names of Vietnam, what stands before a name, and the shapes that a name may have.
//!
//! Three stages ask whether a text is a name, and get three answers on purpose, by what else speaks for it:
//!
//! - [`signature`]: in a by-line nothing but names is expected, so that one word is enough, and initials, foreign particles
//!   and signs within a word pass.
//! - [`are_full_names`]: behind a title in the contents as many other things stand; there a name has two whole words or
//!   more, and the body has to agree.
//! - [`opens_with_full_name`]: on a line of a conference document an office may follow the name, and a degree, a form of
//!   address or a family name before it has to tell that it is one.
//!
//! What tells a person from a newspaper, citations know (`citation::names`).

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::{chars, letters};

/// Family names in use in Vietnam, lower case: those of the Kinh and the commonest of the other peoples. Each stands, without
/// its marks, among the last names counted over 115,000 people (`last_names.tsv` of github.com/toanluu/vietname); names
/// of one or two bearers there, and those of the rare that are first of all everyday words, are left out. The counts have no
/// marks; those here are the usual spelling.
#[rustfmt::skip]
const FAMILY_NAMES: &[&str] = &[
    "an", "âu", "bá", "bạch", "bàn", "bàng", "bành", "bế", "biện", "bồ", "bùi", "ca", "cà", "cái", "cam", "cao", "cát",
    "cầm", "cấn", "chế", "chiêm", "chu", "chung", "châu", "chử", "cổ", "công", "cù", "cung", "danh", "diêm", "diệp",
    "doãn", "doanh", "dư", "dương", "đái", "đàm", "đàng", "đào", "đặng", "đậu", "đèo", "điền", "điêu", "điểu", "đinh",
    "đoàn", "đỗ", "đồng", "đổng", "đới", "đường", "giang", "giàng", "giáp", "hà", "hạ", "hán", "hàn", "hàng", "hạng",
    "hầu", "hình", "hoa", "hoàng", "hoắc", "hồ", "hồng", "hứa", "huỳnh", "kha", "khâu", "khiếu", "khổng", "khuất",
    "khúc", "khưu", "khương", "kiều", "kim", "la", "lã", "lạc", "lai", "lại", "lâm", "lê", "lều", "liêu",
    "liễu", "lò", "lỗ", "lô", "lộc", "lù", "lục", "lư", "lữ", "lương", "lường", "lưu", "lý", "lỳ", "ma", "mã", "mạc",
    "mạch", "mai", "mao", "mạnh", "mẫn", "mâu", "mẫu", "mông", "mùa", "nghê", "nghiêm", "ngọ", "ngô", "ngụy", "nguỵ",
    "nguyễn", "nhâm", "nhan", "nhữ", "ninh", "nông", "ông", "phạm", "phan", "phí", "phó", "phù", "phùng", "phương",
    "quách", "quàng", "quảng", "quản", "quan", "sái", "sầm", "sùng", "tạ", "tào", "tạo", "tăng", "tất", "tẩn", "thạch",
    "thái", "thang", "thào", "thẩm", "thân", "thi", "thiều", "thôi", "tiêu", "tiết", "tòng", "tô", "tôn", "tống",
    "trà", "trác", "trang", "trầm", "trần", "triệu", "trình", "trịnh", "trương", "từ", "tưởng", "ung", "ưng", "uông",
    "văn", "vàng", "vi", "viên", "vòng", "võ", "vũ", "vừ", "vương", "vưu", "xa",
];

/// Whether a word is a family name.
pub(crate) fn is_family_name(word: &str) -> bool {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(FAMILY_NAMES));
    LEXICON.holds(word)
}

/// The commonest family names, lower case: behind `Ông` they open a man's name.
#[rustfmt::skip]
const COMMONEST: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "trương", "đinh", "đoàn", "đào", "trịnh",
];

/// Family names that are common nouns as well, so that only what follows tells `Ông Thị Thoa` from `Ông Nguyễn Văn Nam`.
pub(crate) fn opens_with_doubtful_family_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let one_of = |word: &str, list: &[&str]| list.iter().any(|other| chars::is_word(word, other));
    one_of(first, &["ông", "mã"]) && !chars::is_word(second, "số") && !one_of(second, COMMONEST)
}

/// First names of two letters and more as they are shortened: a consonant that is written with several letters.
#[rustfmt::skip]
const SHORTENED: &[&str] = &["ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"];

/// Whether a word shortens a name: one letter, or the letters of one consonant (`Ng.`, `Th.`).
pub(crate) fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 || SHORTENED.iter().any(|short| chars::is_word(word, short))
}

/// Titles in words, which stay with the name; each ends in a space.
#[rustfmt::skip]
pub(crate) const TITLES: &[&str] = &[
    "luật sư ", "thạc sĩ ", "thạc sỹ ", "tiến sĩ ", "tiến sỹ ", "giáo sư ", "bác sĩ ", "bác sỹ ", "dược sĩ ", "kỹ sư ",
    "cử nhân ", "lương y ", "nghệ nhân ", "nhà giáo ", "nhà báo ", "nhà văn ", "nhà thơ ",
];

/// Degrees and ranks before a name, without their dots, and callings that are named like them.
#[rustfmt::skip]
const DEGREES: &[&str] = &[
    "PGS", "GS", "TSKH", "TS", "ThS", "Ths", "THS", "NCS", "BSCKII", "BSCKI", "BSCK2", "BSCK1", "BS", "DS", "KS",
    "KTS", "CN", "LS", "CVCC", "CVC", "NGƯT", "NSƯT", "Dr", "Tiến sĩ", "Tiến sỹ", "Thạc sĩ", "Thạc sỹ", "Kts", "Giáo sư",
    "Phó Giáo sư", "Bác sĩ", "Bác sỹ", "Dược sĩ", "Kỹ sư", "Luật sư", "Cử nhân", "Lương y", "Nghệ nhân", "Nhà giáo", "Nhà văn",
    "Nhà thơ", "Nhà báo", "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá",
];

/// A text without the degrees before the name in it (`PGS.TS. Lê Ba`).
pub(crate) fn without_degrees(text: &str) -> &str {
    let next = |text: &'_ str| {
        let ended = |rest: &&str| rest.starts_with(['.', ' ', ',']);
        let rest = DEGREES.iter().find_map(|degree| text.strip_prefix(degree).filter(ended))?;
        Some(text.len() - rest.trim_start_matches(['.', ' ', ',', '-']).len())
    };
    let mut rest = text;
    while let Some(tail) = next(rest).and_then(|end| rest.get(end..)) {
        rest = tail;
    }
    rest
}

/// Whether degrees and offices of learning stand before a name.
pub(crate) fn has_degree(text: &str) -> bool {
    without_degrees(text).len() < text.len()
}

/// Forms of address before a full name.
const ADDRESSES: [&str; 8] = ["Ông", "Bà", "Đồng chí", "Đ/c", "Đ/C", "ÔNG", "BÀ", "ĐỒNG CHÍ"];

/// What stands behind a form of address (`Ông Lê Ba`).
pub(crate) fn without_address(text: &str) -> Option<&str> {
    let behind = |address: &&str| text.strip_prefix(address).filter(|rest| rest.starts_with([' ', ':']));
    ADDRESSES.iter().find_map(behind)
}

/// Whether a person's full name stands at the head of a text: words with capitals, up to the first mark or `và`.
pub(crate) fn opens_with_full_name(text: &str) -> bool {
    /// Fewest and most words of a name.
    const WORDS: RangeInclusive<usize> = 2..=6;
    let text = text.trim_start_matches([' ', ':']);
    let end = text.find([',', ';', '(', '–', '-', ':', '.']).unwrap_or(text.len());
    let name = text.get(..end).unwrap_or(text).trim();
    let name = name.find(" và ").and_then(|end| name.get(..end)).unwrap_or(name);
    let words = letters::words(name);
    WORDS.contains(&words) && name.split(' ').all(letters::starts_capital)
}

/// Whether a text is the full name of a person, perhaps with degrees before it (`ThS. Lê Tám`), or of several
/// (`Lê Tám, Trần Sáu`).
pub(crate) fn are_full_names(text: &str) -> bool {
    /// Most words of a name with its degrees.
    const MOST_WORDS: usize = 7;
    /// Fewest and most words of a name alone.
    const WORDS: RangeInclusive<usize> = 2..=5;
    let one = |name: &str| {
        let words = name.split_whitespace().skip_while(|word| word.contains('.'));
        let own = words.clone().count();
        let whole = |word: &str| word.starts_with(chars::is_uppercase) && word.chars().all(chars::is_alphabetic);
        letters::words(name) <= MOST_WORDS && WORDS.contains(&own) && words.clone().all(whole)
    };
    text.split([',', ';']).all(|name| one(name.trim()))
}

/// Particles that foreign names hold in small letters.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "de", "da", "di", "du", "del", "van", "von", "der", "den", "bin", "al", "el", "le", "la", "y",
];

/// What is told of a name that somebody signs with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Signature {
    /// Whether a title in words stands before it.
    pub(crate) titled: bool,
    /// The number of its words, without the title.
    pub(crate) words: usize,
}

/// A text as the name that somebody signs with: one to six capitalised words, initials included.
pub(crate) fn signature(text: &str) -> Option<Signature> {
    const MOST_WORDS: usize = 6;
    static FIRST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_first_words(TITLES));
    let opens = |title: &&&str| chars::strip_prefix(text, title).is_some();
    let title = if FIRST.holds_first_word(text) { TITLES.iter().find(opens) } else { None };
    let skipped = title.map_or(0, |title| title.split_whitespace().count());
    let mut words = text.split_whitespace().skip(skipped).peekable();
    let mut count = 0;
    while let Some(word) = words.next() {
        let particle = count > 0 && words.peek().is_some() && PARTICLES.contains(&word);
        count += 1;
        if count > MOST_WORDS || !particle && !is_signed_word(word) {
            return None;
        }
    }
    (count > 0).then_some(Signature { titled: title.is_some(), words: count })
}

/// Whether a word may stand in a name that somebody signs with.
fn is_signed_word(word: &str) -> bool {
    let mut letters = word.chars();
    let fits = |c: char| chars::is_alphabetic(c) || matches!(c, '.' | '\'' | '’' | '-' | '`');
    letters.next().is_some_and(chars::is_uppercase) && letters.all(fits) && word.chars().nth(20).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_and_addresses() {
        assert_eq!(without_degrees("PGS.TS. Lê Ba"), "Lê Ba");
        assert_eq!(without_degrees("TSKH mở lớp"), "mở lớp");
        assert_eq!(without_degrees("Lê Ba"), "Lê Ba");
        assert_eq!(without_address("Bà Lò Thị Tám"), Some(" Lò Thị Tám"));
        assert_eq!(without_address("Bàn thảo"), None);
    }

    #[test]
    fn three_answers() {
        for (text, signed, whole, opened) in [
            ("Lê Thoa", true, true, true),
            ("Thoa", true, false, false),
            ("N.T.Hùng", true, false, false),
            ("Maria de la Cruz", true, false, false),
            ("ThS. Lê Thoa", true, true, false),
            ("Lê Thoa, Trần Sáu", false, true, true),
            ("Lê Thoa, xã Đồi Chè", false, false, true),
            ("Lê Thoa sửa đường", false, false, false),
        ] {
            assert_eq!(
                (signature(text).is_some(), are_full_names(text), opens_with_full_name(text)),
                (signed, whole, opened),
                "{text}"
            );
        }
    }

    #[test]
    fn tells_shortened_names() {
        for word in ["H", "Đ", "Ng", "TR", "Qu"] {
            assert!(is_initial(word), "{word}");
        }
        for word in ["", "TP", "Lê", "Hg"] {
            assert!(!is_initial(word), "{word}");
        }
    }
}
