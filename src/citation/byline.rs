//! By-lines: splits what stands for the authors into people.
//!
//! Knows how names are joined, shortened and surrounded (`PV Lê Thoa`, `Lê Thoa (tổng hợp)`, `Hoàng Anh- ĐN`). Where in
//! a citation the by-line stands is decided in `read`.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::names::{is_initial, opens_with_doubtful_family_name};
use super::syllable::is_syllable_shaped;
use super::vocabulary::{is_agency, is_common_noun, is_nobody};
use crate::text::chars;
use crate::text::lexicon::Lexicon;

/// People named in a by-line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Byline {
    /// Their names as printed, in order.
    pub people: Vec<String>,
}

/// Why a text is no by-line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BylineError {
    /// The text is empty.
    Empty,
    /// A piece of it is no person's name and none of the words that stand for the editors.
    NotAName,
}

impl fmt::Display for BylineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an empty by-line",
            Self::NotAName => "a by-line with something else than names",
        })
    }
}

impl std::error::Error for BylineError {}

impl fmt::Display for Byline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.people.join(", "))
    }
}

impl FromStr for Byline {
    type Err = BylineError;

    fn from_str(text: &str) -> Result<Self, BylineError> {
        if text.trim().is_empty() {
            return Err(BylineError::Empty);
        }
        let mut people = Vec::new();
        for part in text.split([',', ';', '|']) {
            for piece in pieces(part) {
                match read_piece(piece.text, &piece, !people.is_empty()) {
                    Piece::Person(name) => people.push(name),
                    Piece::Nobody | Piece::PlaceCode => {}
                    Piece::Other => return Err(BylineError::NotAName),
                }
            }
        }
        Ok(Self { people })
    }
}

/// What joins a piece to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// It is the first of its part.
    First,
    /// A slash.
    Slash,
    /// A dash, with or without spaces.
    Dash,
    /// `và`, `&` or `+`.
    And,
}

/// A piece of a part that holds no comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Split<'a> {
    pub(crate) text: &'a str,
    pub(crate) join: Join,
    /// Byte offset in the part.
    pub(crate) start: usize,
}

/// Splits a part at slashes, dashes, `và` and `&`. A hyphen without spaces splits only between capitalised Vietnamese
/// syllables, so that `Jean-Paul` and `Kim Jong-un` stay whole; signs inside a web address are the caller's to hide.
pub(crate) fn pieces(part: &str) -> Vec<Split<'_>> {
    let mut cuts: Vec<(usize, usize, Join)> = Vec::new();
    for (at, byte) in part.bytes().enumerate() {
        // A long dash begins with the first byte of many a mark, the others are ASCII.
        if !matches!(byte, b'/' | 0xE2 | b'-' | b'&' | b'+' | b'v' | b'V') {
            continue;
        }
        let before = part.get(..at).unwrap_or_default();
        let Some(c) = part.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let end = at + c.len_utf8();
        let after = part.get(end..).unwrap_or_default();
        let spaced = || before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        match c {
            '/' => cuts.push((at, end, Join::Slash)),
            '–' | '—' => cuts.push((at, end, Join::Dash)),
            '-' if spaced() || splits_names(before, after) => cuts.push((at, end, Join::Dash)),
            '&' | '+' if spaced() => cuts.push((at, end, Join::And)),
            'v' | 'V' if before.ends_with(char::is_whitespace) => {
                let rest = chars::strip_prefix(after, "à").filter(|rest| rest.starts_with(char::is_whitespace));
                if let Some(rest) = rest {
                    cuts.push((at, part.len() - rest.len(), Join::And));
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let (mut start, mut join) = (0, Join::First);
    for (at, end, next) in cuts.into_iter().chain([(part.len(), part.len(), Join::First)]) {
        let raw = part.get(start..at).unwrap_or_default();
        let text = raw.trim();
        if !text.is_empty() {
            let lead = raw.len() - raw.trim_start().len();
            out.push(Split { text, join, start: start + lead });
        }
        (start, join) = (end, next);
    }
    out
}

fn splits_names(before: &str, after: &str) -> bool {
    let left = before.rsplit(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
    let right = after.split(|c: char| c.is_whitespace() || c == '-' || c == '.').next().unwrap_or_default();
    let capital = after.starts_with(chars::is_uppercase);
    let name = |word: &str| is_syllable_shaped(word) || word.chars().count() <= 1 || is_initial(word) || is_code(word);
    // `PT-TH` is one word.
    capital && name(left) && name(right) && !(is_code(left) && is_code(right))
}

/// What a piece of a by-line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A person.
    Person(String),
    /// The editors: `PV`, `tổng hợp`.
    Nobody,
    /// A place code behind a name: `ĐN`.
    PlaceCode,
    /// None of these.
    Other,
}

/// Reads a piece; `after_name` says that a person stands before it.
pub(crate) fn read_piece(text: &str, split: &Split<'_>, after_name: bool) -> Piece {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '"' | '“' | '”' | '…'));
    if text.is_empty() || is_nobody(text) || is_agency(text) {
        return Piece::Nobody;
    }
    let joined = matches!(split.join, Join::Dash | Join::Slash);
    if after_name && is_code(text) && (joined || !has_vowel(text)) {
        return Piece::PlaceCode;
    }
    let name = strip_labels(text);
    if name.is_empty() {
        return Piece::Nobody;
    }
    // `Nhóm PV Thời sự`: a desk, no name.
    let desk =
        ["nhóm pv ", "nhóm p.v ", "nhóm phóng viên "].iter().any(|group| chars::strip_prefix(text, group).is_some());
    if desk && !is_person(name) {
        return Piece::Nobody;
    }
    if is_person(name) { Piece::Person(name.to_owned()) } else { Piece::Other }
}

/// Words before and behind a name that are no part of it, lower case.
#[rustfmt::skip]
pub(super) const LABELS_BEFORE: &[&str] = &[
    "pv", "p.v", "p.v.", "phóng viên", "nhóm pv", "nhóm phóng viên", "ctv", "btv", "cộng tác viên", "tác giả",
    "nhà báo", "bài", "tin", "thực hiện", "theo", "bài và ảnh", "tin và ảnh", "bài ảnh", "tin ảnh", "bt",
    "biên tập", "của", "bài của", "nhóm tác giả", "người viết",
];
#[rustfmt::skip]
const LABELS_BEHIND: &[&str] = &[
    "tổng hợp", "lược ghi", "ghi", "thực hiện", "lược dịch", "biên dịch", "dịch", "sưu tầm", "biên soạn", "th", "pv", "lược thuật",
    "giới thiệu", "tổng thuật",
];

/// The last words of [`LABELS_BEHIND`].
#[rustfmt::skip]
const LAST_WORDS: &[&str] = &["hợp", "ghi", "hiện", "dịch", "tầm", "soạn", "th", "pv", "thuật", "thiệu"];

fn strip_labels(text: &str) -> &str {
    static FIRST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_first_words(LABELS_BEFORE));
    static LAST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(LAST_WORDS));
    let mut name = text;
    loop {
        let before = name.len();
        if FIRST.holds_first_word(name) {
            for label in LABELS_BEFORE {
                if let Some(rest) = strip_front(name, label) {
                    name = rest.trim_start_matches([':', ' ', '.']);
                }
            }
        }
        if name.rsplit(char::is_whitespace).next().is_some_and(|word| LAST.holds(word)) {
            for label in LABELS_BEHIND {
                if let Some(rest) = strip_back(name, label) {
                    name = rest.trim_end_matches(|c: char| c.is_whitespace() || c == '(');
                }
            }
        }
        if name.len() == before {
            return name;
        }
    }
}

fn strip_front<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    chars::strip_prefix(text, word).filter(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == ':'))
}

fn strip_back<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = chars::strip_suffix(text, word)?;
    // `TH` in capitals are somebody's initials.
    let initials = text.get(head.len()..) == Some("TH");
    (!initials && head.ends_with(char::is_whitespace)).then(|| head.trim_end())
}

/// A person has at most so many words.
const MAX_WORDS: usize = 6;

/// Particles that foreign names hold in small letters.
#[rustfmt::skip]
const PARTICLES: &[&str] =
    &[
    "de", "da", "di", "du", "del", "van", "von", "der", "den", "bin", "al", "el", "le", "la", "y",
];

/// Titles in words, which stay with the name; each ends in a space.
pub(super) const TITLES: &[&str] =
    &["luật sư ", "thạc sĩ ", "thạc sỹ ", "tiến sĩ ", "tiến sỹ ", "giáo sư ", "bác sĩ ", "nhà văn ", "nhà thơ "];

/// Whether a text is a person's name: one to six capitalised words, initials included.
pub(crate) fn is_person(text: &str) -> bool {
    let title = TITLES
        .iter()
        .find(|title| chars::strip_prefix(text, title).is_some())
        .map_or(0, |title| title.split(' ').count());
    let mut words = text.split_whitespace().skip(title).peekable();
    let mut count = 0;
    while let Some(word) = words.next() {
        let particle = count > 0 && words.peek().is_some() && PARTICLES.contains(&word);
        count += 1;
        if count > MAX_WORDS || !particle && !is_name_word(word) {
            return false;
        }
    }
    // An office in capitals (`Sở Y Tế`) is told from a name by its length; `Kỳ Anh` and `Ban Mai` are people.
    let office = || title == 0 && count > 2 && is_common_noun(text) && !opens_with_doubtful_family_name(text);
    count > 0 && !office()
}

fn is_name_word(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(chars::is_uppercase)
        && word.chars().all(|c| chars::is_alphabetic(c) || matches!(c, '.' | '\'' | '’' | '-' | '`'))
        && word.chars().count() <= 20
}

/// Two to five capitals without a tone: `ĐN`, `TPHCM`.
fn is_code(word: &str) -> bool {
    let count = word.chars().filter(|c| *c != '.').count();
    (2..=6).contains(&count)
        && word.chars().all(|c| c.is_ascii_uppercase() || matches!(c, 'Đ' | '.'))
        && !word.ends_with('.')
}

fn has_vowel(word: &str) -> bool {
    word.chars().any(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_people() {
        let cases: &[(&str, Result<&[&str], BylineError>)] = &[
            ("Lê Thoa", Ok(&["Lê Thoa"])),
            ("Lê Thoa - Hoàng Vũ", Ok(&["Lê Thoa", "Hoàng Vũ"])),
            ("Lê Thoa và Hoàng Vũ, An Nhiên", Ok(&["Lê Thoa", "Hoàng Vũ", "An Nhiên"])),
            ("N.T.Hùng/M. Thảo", Ok(&["N.T.Hùng", "M. Thảo"])),
            ("Hoàng Anh- ĐN", Ok(&["Hoàng Anh"])),
            ("PV", Ok(&[])),
            ("PV Lê Thoa", Ok(&["Lê Thoa"])),
            ("Lê Thoa lược ghi", Ok(&["Lê Thoa"])),
            ("Kim Jong-un", Ok(&["Kim Jong-un"])),
            ("H.Thảo-Ng.Hà-Tr.Vũ", Ok(&["H.Thảo", "Ng.Hà", "Tr.Vũ"])),
            ("Ông Thị Thoa - Mã Văn Hùng", Ok(&["Ông Thị Thoa", "Mã Văn Hùng"])),
            ("Ông Nguyễn Văn Nam", Err(BylineError::NotAName)),
            ("Jean-Paul Martin & Maria de la Cruz", Ok(&["Jean-Paul Martin", "Maria de la Cruz"])),
            ("  ", Err(BylineError::Empty)),
            ("theo ông Nam", Err(BylineError::NotAName)),
            ("45 tuổi", Err(BylineError::NotAName)),
            ("Một Hai Ba Bốn Năm Sáu Bảy", Err(BylineError::NotAName)),
        ];
        for (text, wanted) in cases {
            let found = text.parse::<Byline>().map(|byline| byline.people);
            assert_eq!(found, wanted.map(|people| people.iter().map(|&name| name.to_owned()).collect()), "{text}");
        }
    }

    #[test]
    fn shows_people() {
        assert_eq!("Lê Thoa/Hoàng Vũ".parse::<Byline>().unwrap().to_string(), "Lê Thoa, Hoàng Vũ");
    }
}
