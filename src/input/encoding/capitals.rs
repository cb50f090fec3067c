//! Headings in capitals whose letters with a tone were shown as capitals by the font alone: `C¶I C¸CH`, decoded to
//! `CảI CáCH`, becomes `CẢI CÁCH`.
//!
//! A word with two plain capitals and no plain small letter is in capitals, and so is one with a capital after its first
//! letter. A word that does not tell (`Bé`: `Bộ` or `BỘ`; `ë`: `ở` or `Ở`) goes with the words around it. Text that
//! was typed in small letters and shown by a capitals font stays small: nothing in it tells.

use std::ops::Range;

use memchr::memchr;

use super::tcvn3::has_no_capital;
use crate::text::syllable::is_syllable;

/// What the letters of a word say about its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// It is in capitals, and small letters with a tone stand among them: a capitals font was at work.
    Restored,
    /// It is a syllable in plain capitals.
    Capitals,
    /// It is not in capitals.
    Small,
    /// It may be either.
    Open,
    /// It says nothing of the words around it: an abbreviation, a single letter, a number.
    Silent,
}

impl Case {
    /// Whether a word of this case is in capitals.
    const fn is_capitals(self) -> bool {
        matches!(self, Self::Restored | Self::Capitals)
    }
}

/// A word, or the mark that ends a part of a line.
#[derive(Debug)]
struct Word {
    /// Where it stands in the line.
    bytes: Range<usize>,
    /// What its letters say; None for a mark.
    case: Option<Case>,
}

/// Puts the headings of a decoded text into capitals. Letters change their case alone, and none moves to another line.
pub fn restore(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 64);
    for line in text.split_inclusive(['\n', '\r']) {
        if line.bytes().any(|b| b.is_ascii_uppercase()) || line.contains(['Ă', 'Â', 'Đ', 'Ê', 'Ô', 'Ơ', 'Ư']) {
            restore_line(line, &mut out);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Appends a line to `out`, its headings in capitals.
fn restore_line(line: &str, out: &mut String) {
    let words = words(line);
    let whole = Tally::of(&words);
    let mut done = 0;
    // A line may be as long as the text: what is around the words is found for all words of a part at once.
    for part in words.split(|word| word.case.is_none()) {
        let tally = Tally::of(part);
        let mut behind: Vec<Option<Case>> = speaking(part.iter().rev()).collect();
        behind.reverse();
        for ((word, left), right) in part.iter().zip(speaking(part.iter())).zip(behind) {
            let raise = match word.case {
                Some(Case::Restored) => true,
                Some(Case::Open) => goes_with_capitals(left, right, &tally, &whole),
                _ => false,
            };
            if raise {
                out.push_str(line.get(done..word.bytes.start).unwrap_or_default());
                out.extend(line.get(word.bytes.clone()).unwrap_or_default().chars().flat_map(char::to_uppercase));
                done = word.bytes.end;
            }
        }
    }
    out.push_str(line.get(done..).unwrap_or_default());
}

/// The words of a line, and the marks that end its parts.
fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), '\n')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            words.push(Word { bytes: from..at, case: Some(case(line.get(from..at).unwrap_or_default())) });
        }
        if is_mark(c) {
            words.push(Word { bytes: at..at + c.len_utf8(), case: None });
        }
    }
    words
}

/// Whether `c` ends a part of a line: what stands before it may be set otherwise than what stands behind it.
fn is_mark(c: char) -> bool {
    c.is_ascii() && memchr(c as u8, b":;.()[]\"|*\t").is_some() || matches!(c, '“' | '”' | '«' | '»' | '…')
}

/// What the letters of a word say.
fn case(word: &str) -> Case {
    let (mut capitals, mut small, mut plain, mut toned, mut first, mut later) = (0, 0, 0, 0, false, false);
    for (at, c) in word.chars().filter(|c| c.is_alphabetic()).enumerate() {
        if c.is_uppercase() {
            capitals += 1;
            later |= at > 0;
            first |= at == 0;
        } else if has_no_capital(c) {
            toned += 1;
        } else if matches!(c, 'ă' | 'â' | 'đ' | 'ê' | 'ô' | 'ơ' | 'ư') {
            // These have capitals of their own; in a word of capitals they were typed for the font as well.
            plain += 1;
        } else {
            small += 1;
        }
    }
    let shown_by_font = toned + plain > 0;
    match (capitals, small) {
        (_, 1..) => Case::Small,
        (0, 0) if plain > 0 => Case::Small,
        (0, 0) if toned > 0 => Case::Open,
        (2.., 0) if shown_by_font => Case::Restored,
        (2.., 0) if is_syllable(word) => Case::Capitals,
        (1, 0) if toned > 0 && later => Case::Restored,
        (1, 0) if toned > 0 && first && plain == 0 => Case::Open,
        (1, 0) if shown_by_font => Case::Small,
        _ => Case::Silent,
    }
}

/// Whether an open word is in capitals as the words around it are: the nearest words of its part of the line that say
/// something, the part, and the line. The part decides; where that says nothing, the whole line does.
fn goes_with_capitals(left: Option<Case>, right: Option<Case>, part: &Tally, line: &Tally) -> bool {
    match (left, right) {
        (None, None) => line.small == 0 && line.restored > 0,
        (Some(Case::Small), None) | (None, Some(Case::Small)) | (Some(Case::Small), Some(Case::Small)) => false,
        (Some(left), Some(right)) if left.is_capitals() && right.is_capitals() => true,
        _ => part.restored + part.capitals > 2 * part.small,
    }
}

/// For each word of a part of a line, the last case before it that says something.
fn speaking<'a>(words: impl Iterator<Item = &'a Word>) -> impl Iterator<Item = Option<Case>> {
    words.scan(None, |last, word| {
        let before = *last;
        *last = word.case.filter(|case| *case == Case::Small || case.is_capitals()).or(before);
        Some(before)
    })
}

/// How many words of some cases there are.
#[derive(Debug, Default)]
struct Tally {
    /// In capitals, with letters that the font showed so.
    restored: usize,
    /// In plain capitals.
    capitals: usize,
    /// Not in capitals.
    small: usize,
}

impl Tally {
    /// Counts words.
    fn of(words: &[Word]) -> Self {
        words.iter().fold(Self::default(), |mut tally, word| {
            match word.case {
                Some(Case::Restored) => tally.restored += 1,
                Some(Case::Capitals) => tally.capitals += 1,
                Some(Case::Small) => tally.small += 1,
                _ => {}
            }
            tally
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_capitals_are_restored() {
        let cases = [
            ("CảI CáCH HàNH CHíNH", "CẢI CÁCH HÀNH CHÍNH"),
            ("ĐIểM BáO HUYệN MÂY XANH", "ĐIỂM BÁO HUYỆN MÂY XANH"),
            // Letters that have a capital in the encoding but were typed small.
            ("đIểM BáO CôNG Vụ", "ĐIỂM BÁO CÔNG VỤ"),
            // A capital after a letter with a tone: no other word begins so.
            ("ấP ảNH áO", "ẤP ẢNH ÁO"),
            ("TIN NGOàI HUYệN ........ 4", "TIN NGOÀI HUYỆN ........ 4"),
        ];
        for (text, expected) in cases {
            assert_eq!(restore(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_do_not_tell_go_with_those_around_them() {
        let cases = [
            ("Bộ TàI CHíNH", "BỘ TÀI CHÍNH"),
            ("TỉNH Hà GIANG Và ở HUYệN", "TỈNH HÀ GIANG VÀ Ở HUYỆN"),
            ("Sở GTVT TRả LờI", "SỞ GTVT TRẢ LỜI"),
            ("THứ BA\r\nNgày Ba ở Hà Mỹ\r\n", "THỨ BA\r\nNgày Ba ở Hà Mỹ\r\n"),
            ("Bộ Y Tế", "Bộ Y Tế"),
            ("Hà NAM", "HÀ NAM"),
            ("Dự THảO**BÁO CáO** Công tác năm nay, Bộ nói", "DỰ THẢO**BÁO CÁO** Công tác năm nay, Bộ nói"),
            ("1. PHÂN Bố, GIảI NGÂN**a. Kế hoạch vốn", "1. PHÂN BỐ, GIẢI NGÂN**a. Kế hoạch vốn"),
        ];
        for (text, expected) in cases {
            assert_eq!(restore(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_stay() {
        for text in [
            "Bộ GTVT và UBND tỉnh Hà Nam đã họp ở Hà Nội.",
            "Ông Lê Thử ở Hà Nội: Bộ NNPTNT là nơi nhận",
            "giá 5.000đ một cân",
            "QĐ-UBND",
            "Số: 12/BC-BCĐCCHC",
            "Sở GTVT",
            "Hà Mỹ",
            "ước thực hiện xuất khẩu",
            "Ủy ban; Từ ngữ",
            "(Báo HNM 13/02, Hà Tú)",
        ] {
            assert_eq!(restore(text), text);
        }
    }

    #[test]
    fn a_heading_in_a_line_with_small_letters() {
        assert_eq!(restore("Theo THÔNG TƯ Số 5 CủA Bộ TàI CHíNH"), "Theo THÔNG TƯ SỐ 5 CỦA BỘ TÀI CHÍNH");
        assert_eq!(restore("Bản tin: CảI CáCH Ở Hà NộI"), "Bản tin: CẢI CÁCH Ở HÀ NỘI");
    }
}
