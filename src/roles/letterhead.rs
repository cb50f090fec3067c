//! The lines above a document's title that say whose it is: motto, number, place and date.

use crate::text::chars;
use crate::text::letters;

/// Whether the national motto stands on a line, alone or beside the name of an office.
pub fn is_motto(text: &str) -> bool {
    chars::contains(text, "cộng hòa xã hội chủ nghĩa")
        || chars::contains(text, "cộng hoà xã hội chủ nghĩa")
        || chars::strip_prefix(text, "độc lập").is_some()
        || chars::contains(text, "lập - tự do")
        || text.ends_with("ĐẢNG CỘNG SẢN VIỆT NAM")
}

/// Whether a line gives the number of a document, or the place and the day of its writing.
pub fn is_dated(text: &str) -> bool {
    /// Most words of place and date, and of a number.
    const MOST_WORDS: (usize, usize) = (14, 4);
    chars::strip_prefix(text, "số:").is_some()
        || chars::strip_prefix(text, "số ").is_some_and(|number| number.contains(|c: char| c.is_ascii_digit()))
            && letters::words(text) <= MOST_WORDS.1
        || text.contains(',')
            && letters::words(text) <= MOST_WORDS.0
            && ["ngày", "tháng", "năm"].iter().all(|word| chars::contains(text, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_letterhead() {
        for text in
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ MỘT CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"]
        {
            assert!(is_motto(text), "{text}");
        }
        for text in ["Số: 5/BC-UBND", "Số 5/BC", "Xã Một, ngày 5 tháng 3 năm 2031"] {
            assert!(is_dated(text), "{text}");
        }
        for text in ["Số hộ nghèo ở xã Một", "Số TT", "Ngày 5 tháng 3 năm 2031", "Xã hội hóa"] {
            assert!(!is_dated(text) && !is_motto(text), "{text}");
        }
    }
}
