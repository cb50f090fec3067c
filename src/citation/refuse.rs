//! Refuses prose and the credits of pictures by the first words of their parts, before they are read word by word.
//!
//! Most of what is announced or stands in brackets at the end of a line goes on like a sentence (`Theo đó, …`,
//! `(phụ lục đính kèm)`). The test may let prose pass, never refuses what `read` and `judge` take for a citation.

use std::sync::LazyLock;

use super::byline::LABELS_BEFORE;
use super::locate::{Candidate, Shape};
use super::source::may_hold_address;
use super::vocabulary::{AGENCIES, NOBODY, NOT_AFTER_BAO, PRESS};
use super::words::LEADING;
use crate::text::lexicon::Lexicon;
use crate::text::person::TITLES;
use crate::text::{chars, scan};

/// What else may open a piece of a citation in small letters: announcements, labels, pages, times, dates and the words of
/// the press that are looked at apart.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "theo", "nguồn", "tổng", "lược", "trích", "dẫn", "source", "tin", "bài", "tác", "thực", "người", "ghi", "ảnh", "hình",
    "tranh", "clip", "video", "đồ", "infographic", "minh", "tư", "trang", "tr", "số", "đăng", "phát", "cập", "lúc", "gmt",
    "tối", "ngày", "ng", "tháng", "năm", "thứ", "chủ", "báo", "đài", "web", "cổng", "t",
];

/// The first words of all that may open a piece in small letters.
static OPENERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::of_first_words(&[OTHERS, LEADING, PRESS, AGENCIES, NOBODY, LABELS_BEFORE, TITLES].concat())
});

/// Words that say that a picture is credited, small.
const PHOTO: [&str; 10] =
    ["ảnh", "hình", "clip", "video", "đồ họa", "đồ hoạ", "infographic", "minh họa", "minh hoạ", "tư liệu"];

/// Whether a text opens as the credit of a picture does: `Ảnh: …`, `Nguồn ảnh …`.
pub(super) fn credits_photo(text: &str) -> bool {
    static FIRST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::of_first_words(&[&PHOTO[..], &["nguồn", "hình", "tranh"]].concat()));
    let text = text.trim_start_matches(|c: char| !chars::is_word_character(c));
    if !FIRST.holds_first_word(text) {
        return false;
    }
    let opens = |text: &str| {
        PHOTO
            .iter()
            .filter_map(|word| chars::strip_prefix(text, word))
            .any(|rest| !rest.starts_with(chars::is_word_character))
    };
    let behind = |word: &str| chars::strip_prefix(text, word).filter(|rest| rest.starts_with(char::is_whitespace));
    let credits = opens(text)
        || ["nguồn", "hình", "tranh"].iter().filter_map(|word| behind(word)).any(|rest| opens(rest.trim_start()));
    credits && !labels_text(text)
}

/// Whether a label that opens with the picture names who wrote the text as well (`Ảnh và bài: …`).
fn labels_text(text: &str) -> bool {
    fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
        words.iter().find_map(|word| chars::strip_prefix(text, word)).map(str::trim_start)
    }
    behind(text, &["ảnh"])
        .and_then(|rest| behind(rest, &[",", "và ", "&", "-", "–", "/"]))
        .and_then(|rest| behind(rest, &["bài", "tin"]))
        .is_some_and(|rest| rest.starts_with(':'))
}

/// Whether a candidate's words are prose, told without reading them.
pub(super) fn is_prose(candidate: &Candidate<'_>) -> bool {
    let words = candidate.words;
    match candidate.shape {
        Shape::Announced => {
            let Some(rest) = ["heo", "guồn"].iter().find_map(|word| words.get(1..)?.strip_prefix(word)) else {
                return false;
            };
            let rest = rest.trim_start();
            // Small letters announce nothing but an address alone on its line.
            let small = words.starts_with(['t', 'n']) && !words.contains(':');
            small && (candidate.body_end > 0 || !may_hold_address(words))
                || goes_on_like_prose(
                    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–')),
                )
                || holds_prose(rest)
        }
        // A date makes up for some prose, so does a page.
        Shape::Brackets => {
            !scan::any_digit(words.as_bytes())
                && (goes_on_like_prose(words.trim_start()) || holds_prose(words))
                && memchr::memmem::find(words.as_bytes(), b"rang").is_none()
                && memchr::memmem::find(words.as_bytes(), b"RANG").is_none()
        }
        Shape::Bare | Shape::Entry | Shape::Line => false,
    }
}

/// Whether a part behind a comma opens with a word in small letters that opens no piece of a citation. Where there are
/// brackets or labels, a part may belong to what stands before it.
fn holds_prose(words: &str) -> bool {
    let commas = || memchr::memmem::find_iter(words.as_bytes(), b", ");
    memchr::memchr3(b'(', b'[', b':', words.as_bytes()).is_none()
        && commas().any(|at| words.get(at + 2..).is_some_and(goes_on_like_prose))
}

/// Whether a text opens with a word in small letters that opens no piece of a citation.
fn goes_on_like_prose(text: &str) -> bool {
    let end = text.find(|c| !chars::is_alphanumeric(c)).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let rest = match rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" ")) {
        Some(rest) => rest,
        None => return false,
    };
    // `baotintuc .vn` is an address with a slip in it.
    if word.is_empty() || !word.chars().all(chars::is_lowercase) || rest.starts_with('.') {
        return false;
    }
    let second = || rest.split(|c| !chars::is_alphanumeric(c)).next().unwrap_or_default();
    !OPENERS.holds(word) || word == "báo" && NOT_AFTER_BAO.contains(&second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::{Form, judge, locate, read};

    #[test]
    fn refuses_nothing_that_is_read_as_a_citation() {
        let pieces = [
            "Theo",
            "theo",
            "Theo:",
            "nguồn",
            "Nguồn tin",
            "đó",
            "báo",
            "báo cáo",
            "Báo Nhân Dân",
            "đài",
            "plo.vn",
            "plo ,vn",
            "plo .vn",
            "TTXVN",
            "reuters",
            "Lê Thoa",
            "luật sư",
            "phóng viên",
            "tổng hợp",
            "t/h",
            "PV",
            "ảnh:",
            "tin:",
            "trang",
            "nhất",
            "19/4",
            "sáng",
            "thứ hai",
            "7h30",
            "VnExpress",
            "eThanhNien",
            ",",
            "-",
            "/",
            "và",
            "người dân",
            "Hà Nội",
        ];
        let mut refused = [0, 0];
        let count = pieces.len();
        for number in 0..count.pow(3) {
            let piece = |place| pieces[number / count.pow(place) % count];
            let inner = format!("{} {} {}", piece(0), piece(1), piece(2));
            for text in [format!("Xong. ({inner})"), format!("({inner})"), format!("Xong. {inner}"), inner.clone()] {
                for candidate in locate::candidates(&text) {
                    if !is_prose(&candidate) {
                        continue;
                    }
                    refused[usize::from(candidate.shape == Shape::Brackets)] += 1;
                    let reading = read::read(candidate.words);
                    for form in Form::ALL {
                        let strength = reading.as_ref().and_then(|reading| judge::judge(reading, &candidate, form));
                        assert_eq!(strength, None, "{text}");
                    }
                }
            }
        }
        assert!(refused.iter().all(|count| *count > 1_000), "{refused:?}");
    }
}
