//! Who presents or wrote a document of a conference pack, by the words that name a person or an organisation.

use crate::citation;
use crate::text::chars;
use crate::text::letters;
use crate::text::office::opens_like_presenter;
use crate::text::person;

/// Most words of a line that names who presents.
const MOST_WORDS: usize = 14;

/// Labels before who presents or wrote a document, in front of a colon, lower case.
const LABELS: &[&str] = &[
    "người trình bày",
    "đơn vị trình bày",
    "trình bày",
    "người báo cáo",
    "đơn vị báo cáo",
    "báo cáo viên",
    "người tham luận",
    "đơn vị tham luận",
    "người phát biểu",
    "diễn giả",
    "tác giả",
    "nhóm tác giả",
    "người viết",
    "đơn vị",
    "người thực hiện",
    "đơn vị thực hiện",
];

/// Offices that people hold, lower case. One stands below the name of who speaks, or in its place.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "tổng giám đốc", "hiệu trưởng",
    "phó hiệu trưởng", "trưởng ban", "phó trưởng ban", "trưởng phòng", "trưởng khoa", "trưởng thôn", "chánh văn phòng",
    "chủ nhiệm", "viện trưởng", "cục trưởng", "chi cục trưởng", "ủy viên", "đại diện",
];

/// Words that titles hold and names of organisations do not, lower case, each between spaces.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    " là ", " trong ", " với ", " được ", " để ", " những ", " không ", " phải ", " như ", " bằng ", " đã ", " sẽ ", " khi ",
    " nhờ ", " vì ", " còn ", " qua ", " ở ", " đẩy mạnh ", " nâng cao ", " tăng cường ", " góp phần ", " phát huy ", " tham gia ",
    " thực hiện ", " giữ ",
];

/// Everyday compounds that begin as an organisation's name does.
#[rustfmt::skip]
const COMPOUNDS: &[&str] = &[
    "hội nghị", "hội thảo", "hội nhập", "ban hành", "bộ máy", "trường hợp", "phòng chống", "phòng, chống", "phòng ngừa",
    "viện trợ", "vụ việc", "đoàn kết", "tổ chức", "khoa học", "báo cáo", "báo chí", "đội ngũ", "xã hội", "thôn xóm",
    "xã viên", "gia đình văn hóa", "gia đình văn hoá", "phòng trừ", "phòng bệnh",
];

/// The name that a line gives, without brackets around it; those around an office behind the name stay.
pub fn name(text: &str) -> &str {
    let text = text.trim();
    let inner = text.trim_matches(['(', ')', '[', ']']).trim();
    if inner.contains(['(', '[']) { text } else { inner }
}

/// Whether a text names who presents or wrote a document, and says nothing more.
pub fn names_presenter(text: &str) -> bool {
    is_person(text) || is_organisation(text)
}

/// Whether a text names an organisation.
pub fn is_organisation(text: &str) -> bool {
    let name = name(text);
    let ends =
        |words: &&str| chars::strip_prefix(name, words).is_some_and(|rest| !rest.starts_with(chars::is_alphanumeric));
    opens_like_presenter(name) && !COMPOUNDS.iter().any(ends) && says_no_more(name)
}

/// Whether a text names an office that somebody holds (`Bí thư Huyện ủy`).
pub fn is_office(text: &str) -> bool {
    let name = name(text);
    let opens = |office: &&str| chars::strip_prefix(name, office).is_some_and(|rest| rest.starts_with([' ', ',']));
    OFFICES.iter().any(opens) && says_no_more(name)
}

/// Whether a text that opens as the name of a body or an office does says nothing more than that name.
fn says_no_more(name: &str) -> bool {
    is_name_shaped(name) && !NO_NAMES.iter().any(|word| chars::contains(name, word))
}

/// Whether a text names a person: behind a degree or a form of address, or by a family name and nothing more.
pub fn is_person(text: &str) -> bool {
    let name = name(text);
    is_graduate(name)
        || is_labelled(name)
        || person::without_address(name).is_some_and(person::opens_with_full_name) && is_name_shaped(name)
        || person::opens_with_full_name(name)
            && !name.contains([',', ';', ':'])
            && !letters::is_capitals(name, 3)
            && citation::opens_like_a_person(name)
        || works_somewhere(name)
}

/// Whether a text names a person and behind a comma the body where that one works (`Lê Ba Tư, Trường Đại học Mây`).
fn works_somewhere(name: &str) -> bool {
    name.split_once(", ").is_some_and(|(person, body)| {
        is_organisation(body) && person::opens_with_full_name(person) && citation::opens_like_a_person(person)
    })
}

/// The people that a text names one after the other, each with a degree or in full (`TS. Lê Ba Tư, ThS. Trần Năm Sáu`); the whole
/// text where it names anything else.
pub fn people(text: &str) -> Vec<&str> {
    let names: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
    // Most of them have known family names.
    let told = || names.iter().filter(|name| citation::opens_like_a_person(name)).count() * 2 >= names.len();
    let others = || names.iter().any(|name| is_organisation(name) || is_office(name));
    let full = || person::are_full_names(text) && told() && !others();
    if names.len() > 1 && (names.iter().all(|name| is_graduate(name)) || full()) { names } else { vec![text] }
}

/// Whether a text says by a label who presents or wrote a document (`Người trình bày: …`).
pub fn is_labelled(text: &str) -> bool {
    behind_label(text).is_some()
}

/// The label in front of who presents or wrote a document, with its colon, and the name (`Đơn vị:`, `Sở Y tế`).
pub fn behind_label(text: &str) -> Option<(&str, &str)> {
    /// A label says enough of who that is for a longer line with an office behind the name.
    const MOST_WORDS: usize = 24;
    let (label, name) = text.split_at(text.find(':')? + 1);
    let name = name.trim_start();
    // A form of address goes on in small letters behind a colon.
    let addressed = |word: &&str| chars::strip_prefix(name, word).is_some_and(letters::starts_capital);
    let opens = letters::starts_capital(name) || ["ông ", "bà ", "đồng chí ", "đ/c "].iter().any(addressed);
    (is_label(label) && opens && is_shaped(name, MOST_WORDS)).then_some((label, name))
}

/// Whether a text is such a label with its colon, and nothing more.
pub fn is_label(text: &str) -> bool {
    let known = text.strip_suffix(':').map(str::trim_end);
    known.is_some_and(|known| LABELS.iter().any(|label| chars::is_word(known, label)))
}

/// Whether a text names a person with a degree (`PGS.TS. Lê Ba`), perhaps with others or an office behind the name.
pub fn is_graduate(text: &str) -> bool {
    let name = name(text);
    let rest = person::without_degrees(name);
    rest.len() < name.len() && person::opens_with_full_name(rest) && is_name_shaped(name)
}

/// Whether a text is short and no sentence.
fn is_name_shaped(text: &str) -> bool {
    letters::starts_capital(text) && is_shaped(text, MOST_WORDS)
}

fn is_shaped(text: &str, most_words: usize) -> bool {
    letters::words(text) <= most_words && !letters::ends_like_prose(text) && !text.ends_with(['!', ':', ',', '?', ';'])
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
            "Lê Ba Tư, Trường Đại học Mây",
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
            "Lê Ba Tư, người giữ rừng",
            "TSKH mở lớp",
            "Người trình bày đã nêu: Đường hỏng",
            "Tác giả: cần làm gì?",
        ] {
            assert!(!is_person(text), "{text}");
        }
    }

    #[test]
    fn people_one_after_the_other() {
        for (text, count) in [
            ("TS. Lê Ba Tư, ThS. Trần Năm Sáu", 2),
            ("Lê Ba Tư, Thị Sóc Kha, Trần Năm Sáu", 3),
            ("Lê Ba Tư, Bí thư Đảng ủy", 1),
            ("LÊ BA TƯ, BÍ THƯ ĐẢNG ỦY", 1),
            ("Sở Y Tế, Sở Nội Vụ", 1),
            ("Đồi Chè, Suối Reo", 1),
        ] {
            assert_eq!(people(text).len(), count, "{text}");
        }
    }

    #[test]
    fn names_behind_labels() {
        for (text, want) in [
            ("Đơn vị: Sở Y tế", Some(("Đơn vị:", "Sở Y tế"))),
            ("NGƯỜI TRÌNH BÀY :Lê Ba Tư", Some(("NGƯỜI TRÌNH BÀY :", "Lê Ba Tư"))),
            ("Người trình bày: bà Lê Sáu", Some(("Người trình bày:", "bà Lê Sáu"))),
            ("Người trình bày: đã nêu", None),
            ("Đơn vị tính: Đồng", None),
            ("Đơn vị:", None),
            ("Sở Y tế", None),
        ] {
            assert_eq!(behind_label(text), want, "{text}");
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
