//! Who presents or wrote a document of a conference pack, by the words that name a person or an organisation.

use crate::citation;
use crate::text::chars;
use crate::text::letters;

/// Most words of a line that names who presents.
const MOST_WORDS: usize = 14;
/// Fewest and most words of a person's name.
const WORDS_OF_NAME: (usize, usize) = (2, 6);

/// Degrees and ranks as they are shortened before a name, without their dots.
const DEGREES: [&str; 24] = [
    "PGS",
    "GS",
    "TSKH",
    "TS",
    "ThS",
    "Ths",
    "THS",
    "NCS",
    "BSCKII",
    "BSCKI",
    "BSCK2",
    "BSCK1",
    "BS",
    "DS",
    "KS",
    "KTS",
    "CN",
    "LS",
    "CVCC",
    "CVC",
    "NGƯT",
    "NSƯT",
    "Dr",
    "Tiến sĩ",
];
/// Forms of address before a full name.
const ADDRESSES: [&str; 8] = ["Ông", "Bà", "Đồng chí", "Đ/c", "Đ/C", "ÔNG", "BÀ", "ĐỒNG CHÍ"];

/// Labels before who presents or wrote a document, in front of a colon.
const LABELS: [&str; 13] = [
    "Người trình bày",
    "Đơn vị trình bày",
    "Trình bày",
    "Người báo cáo",
    "Đơn vị báo cáo",
    "Báo cáo viên",
    "Người tham luận",
    "Đơn vị tham luận",
    "Người phát biểu",
    "Diễn giả",
    "Tác giả",
    "Nhóm tác giả",
    "Người viết",
];

/// How organisations of state and society are called: the first words of their names.
const ORGANISATIONS: [&str; 43] = [
    "ubnd",
    "ủy ban",
    "uỷ ban",
    "hđnd",
    "thường trực",
    "hội đồng",
    "bộ",
    "sở",
    "ban",
    "văn phòng",
    "cục",
    "vụ",
    "tổng cục",
    "chi cục",
    "công an",
    "ngân hàng",
    "thanh tra",
    "bảo hiểm",
    "kho bạc",
    "đại học",
    "trường",
    "học viện",
    "viện",
    "hội",
    "liên đoàn",
    "đoàn",
    "huyện",
    "thành phố",
    "tỉnh",
    "trung tâm",
    "tập đoàn",
    "tổng công ty",
    "công ty",
    "hợp tác xã",
    "thành ủy",
    "tỉnh ủy",
    "huyện ủy",
    "phòng",
    "đảng ủy",
    "mặt trận",
    "tòa án",
    "viện kiểm sát",
    "chi nhánh",
];
/// Everyday compounds that begin as an organisation's name does.
const OTHERS: [&str; 12] = [
    "hội nghị",
    "hội thảo",
    "hội nhập",
    "ban hành",
    "bộ máy",
    "trường hợp",
    "phòng chống",
    "phòng, chống",
    "phòng ngừa",
    "viện trợ",
    "vụ việc",
    "đoàn kết",
];

/// The name that a line gives, without brackets around it.
pub fn name(text: &str) -> &str {
    text.trim_matches(['(', ')', '[', ']']).trim()
}

/// Whether a text names who presents or wrote a document, and says nothing more.
pub fn names_presenter(text: &str) -> bool {
    is_person(text) || is_organisation(text)
}

/// Whether a text names an organisation.
pub fn is_organisation(text: &str) -> bool {
    let name = name(text);
    let opens = |words: &&str| chars::strip_prefix(name, words).is_some_and(|rest| rest.starts_with([' ', ',']));
    let ends =
        |words: &&str| chars::strip_prefix(name, words).is_some_and(|rest| !rest.starts_with(chars::is_alphanumeric));
    ORGANISATIONS.iter().any(opens) && !OTHERS.iter().any(ends) && is_name_shaped(name)
}

/// Whether a text names a person: behind a degree or a form of address, or by a family name and nothing more.
pub fn is_person(text: &str) -> bool {
    let name = name(text);
    is_graduate(name)
        || is_labelled(name)
        || ADDRESSES.iter().any(|address| {
            name.strip_prefix(address).is_some_and(|rest| rest.starts_with([' ', ':']) && is_full_name(rest))
        }) && is_name_shaped(name)
        || is_full_name(name)
            && !name.contains([',', ';', ':'])
            && !letters::is_capitals(name, 3)
            && citation::opens_like_a_person(name)
}

/// Whether a text says by a label who presents or wrote a document (`Người trình bày: …`).
pub fn is_labelled(text: &str) -> bool {
    let labelled = |label: &&str| text.strip_prefix(*label)?.trim_start().strip_prefix(':').map(str::trim_start);
    LABELS.iter().find_map(|label| labelled(&label)).is_some_and(is_name_shaped)
}

/// Whether a text names a person with a degree (`PGS.TS. Lê Ba`), perhaps with others or an office behind the name.
pub fn is_graduate(text: &str) -> bool {
    let name = name(text);
    let degree = |text: &'_ str| {
        let rest = DEGREES
            .iter()
            .find_map(|degree| text.strip_prefix(degree).filter(|rest| rest.starts_with(['.', ' ', ','])))?;
        Some(text.len() - rest.trim_start_matches(['.', ' ', ',', '-']).len())
    };
    let mut rest = name;
    while let Some(tail) = degree(rest).and_then(|end| rest.get(end..)) {
        rest = tail;
    }
    rest.len() < name.len() && is_full_name(rest) && is_name_shaped(name)
}

/// Whether a text is short and no sentence.
fn is_name_shaped(text: &str) -> bool {
    letters::words(text) <= MOST_WORDS
        && !letters::ends_like_prose(text)
        && !text.ends_with(['!', ':', ',', '?', ';'])
        && letters::starts_capital(text)
}

/// Whether a person's full name stands at the head of a text: words with capitals, up to the first mark or `và`.
fn is_full_name(text: &str) -> bool {
    let text = text.trim_start_matches([' ', ':']);
    let end = text.find([',', ';', '(', '–', '-', ':', '.']).unwrap_or(text.len());
    let name = text.get(..end).unwrap_or(text).trim();
    let name = name.find(" và ").and_then(|end| name.get(..end)).unwrap_or(name);
    let words = letters::words(name);
    (WORDS_OF_NAME.0..=WORDS_OF_NAME.1).contains(&words) && name.split(' ').all(letters::starts_capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons() {
        for text in [
            "ThS. Lê Ba Tư",
            "PGS.TS. Lê Ba Tư",
            "(PGS, TS Lê Ba Tư)",
            "BSCKII. LÊ BA TƯ",
            "TS. Lê Ba Tư, ThS. Trần Năm Sáu",
            "TS. Lê Ba Tư - Khoa Đất, Trường Đại học Mây",
            "Ông Lê Ba Tư, xã Đồi Chè",
            "Bà Lò Thị Tám",
            "ÔNG LÊ BA TƯ",
            "Lê Ba Tư",
            "Người trình bày: Đồng chí Lê Ba Tư, Bí thư Đảng ủy xã Đồi Chè",
            "Đơn vị trình bày : Sở Tài nguyên",
        ] {
            assert!(is_person(text), "{text}");
        }
        for text in [
            "TS",
            "CN. Đất",
            "Ông lão và con cá",
            "Bà Rịa sửa đường",
            "Đồi Chè Xanh",
            "Lê Ba Tư sửa đường",
            "TSKH mở lớp",
            "Người trình bày đã nêu: Đường hỏng",
            "Tác giả: cần làm gì?",
        ] {
            assert!(!is_person(text), "{text}");
        }
    }

    #[test]
    fn organisations() {
        for text in
            ["Sở Nội vụ", "(UBND xã Đồi Chè)", "Trường Tiểu học Một", "TRUNG TÂM KHUYẾN NÔNG", "Thường trực HĐND"]
        {
            assert!(is_organisation(text), "{text}");
        }
        for text in ["Hội nghị tổng kết", "Ban hành quy chế", "Sở", "Phòng, chống cháy", "Sở Một mở lớp.", "Hộ ông Ba"]
        {
            assert!(!is_organisation(text), "{text}");
        }
    }
}
