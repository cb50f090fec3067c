//! Lines that name a photographer, or say that they stand under a picture.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::chars;
use crate::text::letters;
use crate::text::pattern::pattern;
use crate::text::scan;

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s.,;–(-])(?:Ảnh|ảnh|ẢNH)(?: minh h[oọ][ạa])?\s*:|(?:^|\s)Ảnh [A-ZĐ]{2,}|^\(?(?i:ảnh (?:minh h[oọ][ạa]|tư liệu|chụp)|nguồn ảnh)(?:\W|$)|\((?i:ảnh (?:minh h[oọ][ạa]|tư liệu|chụp[^()]*|cắt từ[^()]*|do [^()]+ cung cấp))\)$",
    )
});

/// Whether `ảnh` may end with these bytes, in any case: the last byte of its vowel and the letters behind it.
#[inline(always)]
pub(super) fn pictures(a: u8, b: u8, c: u8) -> bool {
    (a & 0xFE == 0xA2) & (b | 0x20 == b'n') & (c | 0x20 == b'h')
}

/// Whether a text names a photographer, as a caption does. A by-line in a citation's brackets (`Tin, ảnh: …`), and a note
/// at the end of a paragraph of several sentences, are none.
pub fn is_caption(text: &str) -> bool {
    if !may_name_photo(text) {
        return false;
    }
    CAPTION.find(text).is_some_and(|found| {
        let before = text.get(..found.start()).unwrap_or("");
        let by_line = ["tin", "bài", "tin,", "bài,", "và", "&", "nguồn"];
        letters::open_brackets(before) <= 0
            && before.matches(". ").count() <= 1
            && !before.split_whitespace().next_back().is_some_and(|w| by_line.contains(&w.to_lowercase().as_str()))
    })
}

/// Whether a text opens as the words do that name a figure or a table in a document (`Hình 1. Sơ đồ`, `Bảng 2.1: Số hộ`).
pub fn names_figure(text: &str) -> bool {
    const KINDS: [&str; 6] = ["hình ", "bảng ", "ảnh ", "biểu đồ ", "sơ đồ ", "bản đồ "];
    const LONGEST_NUMBER: usize = 6;
    let Some(tail) = KINDS.iter().find_map(|kind| chars::strip_prefix(text, kind)) else { return false };
    let number = tail.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let length = tail.len() - number.len();
    let ended = tail.get(..length).is_some_and(|number| number.ends_with('.'));
    let marked = ended || number.trim_start().starts_with([':', '-', '–', '—']);
    let says = number.trim_start_matches([':', '-', '–', '—', ' ']);
    tail.starts_with(|c: char| c.is_ascii_digit())
        && length <= LONGEST_NUMBER
        && marked
        && says.starts_with(|c: char| !c.is_ascii_digit())
        && letters::starts_capital(text)
}

/// Whether a text opens with the word for a picture and a colon (`Ảnh: Cầu tre ở xã`).
pub fn opens_as_caption(text: &str) -> bool {
    chars::strip_prefix(text, "ảnh").is_some_and(|rest| rest.trim_start().starts_with(':'))
        && text.ends_with(chars::is_alphanumeric)
}

/// Whether nothing is printed on a line but a picture, so that its text is what stands in the place of that.
pub(super) fn is_picture(raw: &str, text: &str) -> bool {
    let label = raw.trim_start().strip_prefix("![").and_then(|rest| rest.split_once("](")).map(|(label, _)| label);
    label.is_some_and(|label| label.trim() == text)
}

/// Whether the words in the place of a picture are the name of its file, or the number that a converter gave it.
pub(super) fn names_file(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    let numbered = |rest: &str| rest.trim_start_matches(['-', '_']).bytes().all(|byte| byte.is_ascii_digit());
    !text.contains(' ')
        && (ending.is_some_and(|ending| {
            ["jpg", "jpeg", "png", "gif", "webp", "svg"].iter().any(|known| chars::is_word(ending, known))
        }) || ["img", "image", "picture"].iter().filter_map(|word| chars::strip_prefix(text, word)).any(numbered))
}

/// Whether a short text says what the words below a picture do: that it shows a whole scene (`Quang cảnh lễ mở chợ`), or people
/// and what they are at (`Ông Lê Tám bên gian hàng rau củ`).
pub fn names_view(text: &str) -> bool {
    /// Headings of what people do are shorter.
    const FEWEST_WORDS: usize = 8;
    const SCENES: [&str; 2] = ["Quang cảnh ", "Toàn cảnh "];
    #[rustfmt::skip]
    const PEOPLE: [&str; 19] = [
        "Ông ", "Bà ", "Anh ", "Chị ", "Cô giáo ", "Thầy giáo ", "Giáo viên ", "Phụ huynh ", "Đồng chí ", "Đ/c ", "Lãnh đạo ",
        "Đại biểu ", "Các đại biểu ", "Đoàn công tác ", "Cán bộ ", "Học viên ", "Học sinh ", "Nông dân ", "Công nhân ",
    ];
    #[rustfmt::skip]
    const DOING: [&str; 14] = [
        " bên ", " cùng ", " trao ", " tặng ", " phát biểu", " kiểm tra", " tham quan", " chụp ảnh", " thảo luận", " ký kết",
        " chúc mừng", " phun ", " cắt băng", " dâng hương",
    ];
    let opens = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let shows = || DOING.iter().any(|word| text.contains(word)) && letters::words(text) >= FEWEST_WORDS;
    opens(&SCENES) || opens(&PEOPLE) && shows()
}

/// Whether `ảnh` may stand as a word somewhere in a text, in any case.
fn may_name_photo(text: &str) -> bool {
    // Few words begin with these bytes of the vowel; `đ` is the letter that is met before them within a word.
    let begins = |a: u8, b, c| ((a < b'A') | (a >= 0x80) & (a & 0xFE != 0x90)) & (b == 0xE1) & (c == 0xBA);
    let bytes = text.as_bytes();
    scan::any_window(bytes, pictures) && (bytes.starts_with(&[0xE1, 0xBA]) || scan::any_window(bytes, begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_below_pictures() {
        for text in ["Quang cảnh lễ mở chợ", "Ông Lê Tám bên gian hàng rau củ", "Lãnh đạo xã trao quà cho hộ nghèo"]
        {
            assert!(names_view(text), "{text}");
        }
        for text in [
            "Cảnh quan chợ mới",
            "Ông Lê Tám và gian hàng rau",
            "Nông dân cùng trồng lúa mới",
            "Nông dân nhận hỗ trợ giống lúa từ xã",
            "Trao quà cho hộ nghèo bên sông",
            "QUANG CẢNH CHỢ",
        ] {
            assert!(!names_view(text), "{text}");
        }
    }

    #[test]
    fn notes_of_pictures() {
        for text in
            ["Cầu tre (ảnh chụp sáng 5/3)", "Cầu tre (Ảnh minh họa)", "Cầu tre (ảnh do xã cung cấp)", "Ảnh: Lê Tám"]
        {
            assert!(is_caption(text), "{text}");
        }
        for text in ["Cầu tre (ảnh 5)", "Cầu tre (ảnh chụp) đã xong", "Tin, ảnh: Lê Tám"] {
            assert!(!is_caption(text), "{text}");
        }
    }

    #[test]
    fn pictures_of_documents() {
        assert!(opens_as_caption("Ảnh: Cầu tre ở xã") && opens_as_caption("ẢNH : cầu tre"));
        assert!(!opens_as_caption("Ảnh cầu tre: đẹp") && !opens_as_caption("Ảnh:"));
    }

    #[test]
    fn figures_and_tables() {
        for text in ["Hình 1. Sơ đồ cống", "Bảng 2.1: Số hộ", "BIỂU ĐỒ 3. SỐ HỘ", "Ảnh 4 - Cống cũ", "Sơ đồ 5. Ao"]
        {
            assert!(names_figure(text), "{text}");
        }
        for text in ["Bảng 1 cho thấy số hộ", "Hình ảnh 1: chợ", "hình 1. sơ đồ", "Bảng 2.1", "Bảng 3: 5", "Bảng A. Ao"]
        {
            assert!(!names_figure(text), "{text}");
        }
    }
}
