//! Headings of the parts of a text, counted with the word for them: `PHẦN II: …`, `Phần thứ nhất`, `CHUYÊN ĐỀ 2 …`.
//!
//! Only the words and the number are read; whether a part begins there is decided where the lines around it are in view.

use super::chars;

/// Words for a part, lower case.
const WORDS: [&str; 5] = ["phần ", "chương ", "chuyên đề ", "chủ đề ", "phiên "];

/// Numbers in words, lower case.
const ORDINALS: [&str; 11] = ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The number of a part with the word for it, and the title behind a mark on the same line (`PHẦN II`, `TIN XÃ`).
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = number(text)?;
    let title = rest.strip_prefix([':', '.', '-', '–'])?.trim_start();
    let heads = title.starts_with(|c: char| chars::is_uppercase(c) || matches!(c, '“' | '"'));
    heads.then_some((number, title))
}

/// Whether a text is the number of a part, perhaps with something behind a mark.
pub fn is_heading(text: &str) -> bool {
    number(text).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with([':', '.', '-', '–']))
}

/// The number of a part with the word for it that a text opens with, and what follows (`CHUYÊN ĐỀ 2`, `TIN XÃ`).
pub fn number(text: &str) -> Option<(&str, &str)> {
    // Few lines begin with the first letters of these words; `ư` and the vowels with two marks lie beyond ASCII.
    let [b'P' | b'p' | b'C' | b'c', b'H' | b'h', b'I' | b'i' | b'U' | b'u' | 0xC6 | 0xE1, ..] = text.as_bytes() else {
        return None;
    };
    let counted = WORDS.iter().find_map(|word| chars::strip_prefix(text, word))?;
    let ordinal = chars::strip_prefix(counted, "thứ ");
    let counted = ordinal.or_else(|| chars::strip_prefix(counted, "số ")).unwrap_or(counted);
    let end = counted.find([' ', ':', '.', '-', '–']).unwrap_or(counted.len());
    let (number, rest) = counted.split_at(end);
    let rest = rest.trim_start();
    let numeral = |byte: u8| matches!(byte, b'I' | b'V' | b'X' | b'0'..=b'9');
    let counts = (1..=5).contains(&number.len()) && number.bytes().all(numeral);
    let apart = || ordinal.is_some() || rest.is_empty() || rest.starts_with([':', '.', '-', '–']);
    let told = counts || ORDINALS.iter().any(|word| chars::is_word(number, word)) && apart();
    told.then(|| text.get(..text.len() - counted.len() + end)).flatten().map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_titles() {
        for (text, want) in [
            ("PHẦN II: TIN XÃ", Some(("PHẦN II", "TIN XÃ"))),
            ("Phần I. Tin xã", Some(("Phần I", "Tin xã"))),
            ("Phần thứ nhất - Tin xã", Some(("Phần thứ nhất", "Tin xã"))),
            ("CHUYÊN ĐỀ SỐ 2: TIN XÃ", Some(("CHUYÊN ĐỀ SỐ 2", "TIN XÃ"))),
            ("Phiên 1. Tin xã", Some(("Phiên 1", "Tin xã"))),
            ("Chương IV: “Tin xã”", Some(("Chương IV", "“Tin xã”"))),
            ("Phần I: xong", None),
            ("PHẦN II", None),
            ("CHUYÊN ĐỀ 2 TIN XÃ", None),
            ("PHẦN MỀM: Mới", None),
        ] {
            assert_eq!(split(text), want, "{text}");
        }
    }

    #[test]
    fn headings() {
        for text in ["PHẦN THỨ NHẤT", "Phần II. Giữ rừng", "Phiên 1", "Phần hai: rừng"] {
            assert!(is_heading(text), "{text}");
        }
        for text in ["CHUYÊN ĐỀ 2 GIỮ RỪNG", "Phần thứ hai giữ rừng"] {
            assert!(!is_heading(text), "{text}");
        }
        for text in ["Phần lớn các hộ", "CHUYÊN ĐỀ", "Chương trình 135", "PHẦN MỀM MỚI", "Phần ba cuộc họp"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
