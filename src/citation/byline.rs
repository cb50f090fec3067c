//! By-lines: splits what stands for the authors into people.
//!
//! Knows how names are joined, shortened and surrounded (`PV Lê Thoa`, `Lê Thoa (tổng hợp)`, `Hoàng Anh- ĐN`). Where in
//! a citation the by-line stands is decided in `read`.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::names::opens_like_a_person;
use super::vocabulary::{is_agency, is_common_noun, is_nobody, is_place};
use crate::text::chars;
use crate::text::lexicon::Lexicon;
use crate::text::office::opens_like_presenter;
use crate::text::person::{self, is_initial};
use crate::text::syllable::is_syllable_shaped;

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

impl Byline {
    /// The by-line that is all a line says: people, perhaps with their office behind a dash or a comma, and a place in
    /// brackets (`Lê Thoa (Mộc Châu)`).
    pub fn alone(text: &str) -> Option<Self> {
        const LONGEST_PLACE: usize = 60;
        let text = match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
            Some((people, place)) if place.len() <= LONGEST_PLACE && !place.contains(['(', ')']) => people,
            _ => text,
        };
        let with_office = |sign: &str| {
            let (people, office) = text.split_once(sign)?;
            let office = office.trim();
            let body = || opens_like_presenter(office) && !opens_like_a_person(office);
            let read: Self = people.parse().ok().filter(|_| is_common_noun(office) || body())?;
            (!read.people.is_empty()).then_some(read)
        };
        // The name of a body may be shaped as one of a person is (`Khoa Nội`).
        let read: Option<Self> = [" - ", " – ", ", "].into_iter().find_map(with_office).or_else(|| text.parse().ok());
        // `Theo Cục Thuế` looks like somebody's name behind a label.
        read.filter(|read| !read.people.iter().any(|name| is_common_noun(person::without_degrees(name))))
    }
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
                match read_piece(&piece, !people.is_empty()) {
                    Piece::Person(name) => people.push(name.to_owned()),
                    Piece::Nobody | Piece::PlaceCode => {}
                    Piece::Other => return Err(BylineError::NotAName),
                }
            }
        }
        Ok(Self { people })
    }
}

/// Whether a piece names a person behind a label or a title in small letters (`PV Lê Thoa`, `Luật sư Lê Thoa`).
pub(super) fn is_introduced(piece: &str) -> bool {
    let labelled = |name: &str| {
        name.len() < piece.len()
            || piece.split_whitespace().nth(1).is_some_and(|word| word.starts_with(chars::is_lowercase))
    };
    matches!(read_piece(&Split { text: piece, join: Join::First, start: 0 }, false), Piece::Person(name) if labelled(name))
}

/// The people among the words of a text, as printed; what is none of them is passed over.
pub(super) fn people_in(text: &str) -> Vec<&str> {
    let mut people = Vec::new();
    for piece in text.split([',', ';']).flat_map(pieces) {
        if let Piece::Person(name) = read_piece(&piece, !people.is_empty()) {
            people.push(name);
        }
    }
    people
}

/// The people that a by-line names, as printed.
pub(super) fn people(text: &str) -> Vec<String> {
    text.parse::<Byline>().map(|byline| byline.people).unwrap_or_default()
}

/// Whether a text is nothing but the names of people, in full: a word by itself heads as much as it signs.
pub(super) fn signs(text: &str) -> bool {
    let full = |name: &String| name.contains([' ', '.']);
    text.starts_with(chars::is_uppercase) && !is_place(text) && people(text).first().is_some_and(full)
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
pub(crate) fn pieces(part: &str) -> impl Iterator<Item = Split<'_>> {
    let mut next = Some((0, Join::First));
    std::iter::from_fn(move || {
        loop {
            let (start, join) = next?;
            let bytes = part.as_bytes().iter().enumerate().skip(start);
            // A long dash begins with the first byte of many a mark, the others are ASCII.
            let mut signs = bytes.filter(|(_, byte)| matches!(byte, b'/' | 0xE2 | b'-' | b'&' | b'+' | b'v' | b'V'));
            let cut = signs.find_map(|(at, _)| Some((at, cut_at(part, at)?)));
            let end = cut.map_or(part.len(), |(at, _)| at);
            next = cut.map(|(_, behind)| behind);
            let raw = part.get(start..end).unwrap_or_default();
            let text = raw.trim_start();
            let start = end - text.len();
            let text = text.trim_end();
            if !text.is_empty() {
                return Some(Split { text, join, start });
            }
        }
    })
}

/// The end of the sign at a place that parts two pieces, and how it joins them; None where it does not part.
fn cut_at(part: &str, at: usize) -> Option<(usize, Join)> {
    let (before, rest) = part.split_at_checked(at)?;
    let mut letters = rest.chars();
    let sign = letters.next()?;
    let after = letters.as_str();
    let spaced = || before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
    let (join, after) = match sign {
        '/' => (Join::Slash, after),
        '–' | '—' => (Join::Dash, after),
        '-' if spaced() || splits_names(before, after) => (Join::Dash, after),
        '&' | '+' if spaced() => (Join::And, after),
        'v' | 'V' if before.ends_with(char::is_whitespace) => {
            let word = chars::strip_prefix(after, "à").filter(|rest| rest.starts_with(char::is_whitespace));
            (Join::And, word?)
        }
        _ => return None,
    };
    Some((part.len() - after.len(), join))
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// A person.
    Person(&'t str),
    /// The editors: `PV`, `tổng hợp`.
    Nobody,
    /// A place code behind a name: `ĐN`.
    PlaceCode,
    /// None of these.
    Other,
}

/// Reads a piece; `after_name` says that a person stands before it.
pub(crate) fn read_piece<'t>(piece: &Split<'t>, after_name: bool) -> Piece<'t> {
    let text = piece.text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '"' | '“' | '”' | '…'));
    if text.is_empty() || is_nobody(text) || is_agency(text) {
        return Piece::Nobody;
    }
    let joined = matches!(piece.join, Join::Dash | Join::Slash);
    if after_name && is_code(text) && (joined || !has_vowel(text)) {
        return Piece::PlaceCode;
    }
    let name = strip_labels(text);
    if name.is_empty() {
        return Piece::Nobody;
    }
    if is_person(name) {
        return Piece::Person(name);
    }
    // `Nhóm PV Thời sự`: a desk, no name.
    let desk = ["nhóm pv ", "nhóm p.v ", "nhóm phóng viên "];
    if desk.iter().any(|group| chars::strip_prefix(text, group).is_some()) { Piece::Nobody } else { Piece::Other }
}

/// Words before and behind a name that are no part of it, lower case.
#[rustfmt::skip]
pub(super) const LABELS_BEFORE: &[&str] = &[
    "pv", "p.v", "p.v.", "phóng viên", "nhóm pv", "nhóm phóng viên", "ctv", "btv", "cộng tác viên", "tác giả",
    "nhà báo", "bài", "tin", "thực hiện", "theo", "bài và ảnh", "tin và ảnh", "bài ảnh", "tin ảnh", "bt",
    "biên tập", "của", "bài của", "nhóm tác giả", "người viết", "bạn đọc",
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

/// Whether a text is a person's name, as by-lines print them.
pub(crate) fn is_person(text: &str) -> bool {
    let Some(shape) = person::signature(text) else { return false };
    // An office in capitals (`Sở Y Tế`) is told from a name by its length; `Kỳ Anh` and `Ban Mai` are people.
    let office =
        || !shape.titled && shape.words > 2 && is_common_noun(text) && !person::opens_with_doubtful_family_name(text);
    !office()
}

/// Two to six capitals without a tone, full stops aside: `ĐN`, `TPHCM`.
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
