//! Candidate roles: what each physical line could be, judged by itself.
//!
//! A role given here is a candidate. Whether a number opens an article, whether an ending really is a citation, whether a
//! lone number is a page number where it stands: the later stages decide, with the lines around it in view. Long lines
//! are running text and are hardly looked at.

use std::sync::LazyLock;

use bitflags::bitflags;
use regex::Regex;

use crate::lines::{Line, Text};
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::letters;
use crate::text::lexicon::Lexicon;
use crate::text::pattern::pattern;
use crate::text::scan;

bitflags! {
    /// Candidate roles of a line.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Roles: u32 {
        /// Nothing printed.
        const BLANK = 1;
        /// A link back to the top of the page, alone on its line.
        const BACK_LINK = 1 << 1;
        /// A link back to the top of the page at the end of the line.
        const TRAILING_BACK_LINK = 1 << 2;
        /// A number alone, perhaps between dashes.
        const PAGE_NUMBER = 1 << 3;
        /// An address alone.
        const ADDRESS = 1 << 4;
        /// Could end in a citation.
        const CLOSING = 1 << 5;
        /// Begins with an arabic number and a mark.
        const NUMBERED = 1 << 6;
        /// Begins with a roman number and a mark.
        const ROMAN = 1 << 7;
        /// Begins with a bullet or a lettered or bracketed enumerator.
        const LISTED = 1 << 8;
        /// Set in capitals.
        const CAPITALS = 1 << 9;
        /// Marked as a heading, or bold as a whole.
        const MARKED = 1 << 10;
        /// Reads like running text: long, or ends like a sentence.
        const PROSE = 1 << 11;
        /// Reads like a line of a colophon.
        const COLOPHON = 1 << 12;
        /// Reads like the chrome of a web page.
        const CHROME = 1 << 13;
        /// Reads like the heading of a table of contents.
        const TOC_HEADING = 1 << 14;
        /// Reads like the label of a report or speech.
        const LABEL = 1 << 15;
        /// A row of a table.
        const ROW = 1 << 16;
        /// Begins with a footnote mark.
        const FOOTNOTE = 1 << 17;
        /// Names a photographer or says that it stands under a picture.
        const CAPTION = 1 << 18;
    }
}

/// A line's candidate roles and the end of its own text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Candidate {
    /// The roles.
    pub roles: Roles,
    /// Which of the lines that could end in a citation this one is, counted from 0; meaningless for the others.
    pub ending: u32,
    /// Length in bytes of the text before a trailing back link.
    pub own: usize,
}

impl Candidate {
    /// Whether any of the roles is among the candidates.
    pub fn any(self, roles: Roles) -> bool {
        self.roles.intersects(roles)
    }
}

/// Longest text, in bytes, that can be a heading, a name or furniture; three times a long printed title.
const SHORT: usize = 520;
/// Longest rule, in bytes.
const LONGEST_RULE: usize = 400;
/// Longest line of a colophon, of a page's chrome, or heading over the contents, in bytes.
const LONGEST_FURNITURE: usize = 200;
/// The same for chrome alone.
const LONGEST_CHROME: usize = 160;
/// Longest heading over the contents that does not end with a colon, in bytes, and some more.
const LONGEST_HEADING: usize = 64;
/// Longest title in characters; beyond it a line is running text whatever its ending.
const LONGEST_TITLE: usize = 240;

/// A general vocabulary of web pages and their tools.
static CHROME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:skip to (?:main )?content|xem với cỡ chữ|cỡ chữ|a- a a\+|(?:số )?lượt (?:xem|truy cập|đọc)|(?:đã )?xem:? \d|\d[\d.,]* lượt (?:xem|đọc)",
        r"|(?:các )?(?:tin|bài)(?: viết)? (?:khác|liên quan|mới hơn|cũ hơn|đã đưa|cùng chuyên mục|mới nhất|đọc nhiều|nổi bật)|in (?:trang|bài|ấn)",
        r"|gửi (?:email|bài|cho bạn)|chia sẻ(?: bài| qua| facebook|$)|trang chủ|đăng nhập|bình luận|từ khóa|tags?:|print|share|facebook|zalo$|twitter|home(?:\W|$)",
        r"|views?:? \d|hits:|bản in|nghe (?:đọc )?bài|quay lại|đọc tiếp|xem thêm:?$|xem tiếp|tìm kiếm|menu$|liên kết web)"
    ))
});
static COLOPHON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:(?:người |ban |trưởng ban |tổng |phó tổng |thư ký )?biên tập(?:(?:\s+bản tin)?\s*[:–-]|\s+viên\s*:?\s))\s*\S",
        r"|^(?:(?:người |nhóm |bộ phận )?(?:thực hiện|tổng hợp|biên soạn)|chịu trách nhiệm(?: xuất bản| nội dung| chính)?|trình bày|thư ký(?: tòa soạn| biên tập)?|in tại|nơi in",
        r"|giấy phép(?: xuất bản)?(?: số)?|số lượng(?: in)?|điện thoại|email|e-mail|fax|địa chỉ|tòa soạn|trụ sở)\s*[:–]\s*\S",
        r"|^(?:in \d[\d.]* (?:bản|cuốn)|ban biên tập$|.*nộp lưu chiểu)"
    ))
});
static TOC_HEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:mục lục(?: tài liệu)?|trong số này|nội dung(?: chính| số này| bản tin)?|tin trong số(?: này)?|trong bản tin(?: này)?|điểm tin trong (?:ngày|tuần)|danh mục(?: tài liệu(?: (?:hội nghị|hội thảo|kỳ họp|đại hội|phiên họp))?)?|contents)",
        r"\s*[:.]?$|^trong (?:ngày|tuần|tháng|số)(?:\W.*)?:$|^(?:các )?(?:tin|nội dung|vấn đề) chính.*:$"
    ))
});
/// The first words of texts that these patterns match, and which: a pattern need not be tried on other texts, and most
/// lines open with none of them.
const FIRST_WORDS: [(&str, Roles); 63] = {
    const CHROME: Roles = Roles::CHROME;
    const COLOPHON: Roles = Roles::COLOPHON;
    const HEADING: Roles = Roles::TOC_HEADING;
    [
        ("print", CHROME),
        ("share", CHROME),
        ("facebook", CHROME),
        ("twitter", CHROME),
        ("zalo", CHROME),
        ("home", CHROME),
        ("view", CHROME),
        ("views", CHROME),
        ("tag", CHROME),
        ("tags", CHROME),
        ("skip", CHROME),
        ("xem", CHROME),
        ("cỡ", CHROME),
        ("a", CHROME),
        ("lượt", CHROME),
        ("đã", CHROME),
        ("bài", CHROME),
        ("gửi", CHROME),
        ("chia", CHROME),
        ("trang", CHROME),
        ("đăng", CHROME),
        ("bình", CHROME),
        ("từ", CHROME),
        ("hits", CHROME),
        ("bản", CHROME),
        ("nghe", CHROME),
        ("quay", CHROME),
        ("đọc", CHROME),
        ("tìm", CHROME),
        ("menu", CHROME),
        ("liên", CHROME),
        ("số", CHROME.union(COLOPHON)),
        ("in", CHROME.union(COLOPHON)),
        ("các", CHROME.union(HEADING)),
        ("tin", CHROME.union(HEADING)),
        ("người", COLOPHON),
        ("ban", COLOPHON),
        ("trưởng", COLOPHON),
        ("tổng", COLOPHON),
        ("phó", COLOPHON),
        ("thư", COLOPHON),
        ("biên", COLOPHON),
        ("nhóm", COLOPHON),
        ("bộ", COLOPHON),
        ("thực", COLOPHON),
        ("chịu", COLOPHON),
        ("trình", COLOPHON),
        ("nơi", COLOPHON),
        ("giấy", COLOPHON),
        ("điện", COLOPHON),
        ("email", COLOPHON),
        ("e", COLOPHON),
        ("fax", COLOPHON),
        ("địa", COLOPHON),
        ("tòa", COLOPHON),
        ("trụ", COLOPHON),
        ("contents", HEADING),
        ("mục", HEADING),
        ("trong", HEADING),
        ("nội", HEADING),
        ("điểm", HEADING),
        ("danh", HEADING),
        ("vấn", HEADING),
    ]
};
static OPENS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&FIRST_WORDS.map(|(word, _)| word)));
static BACK_LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\s*[\[(<^↑]*\s*(?:trở )?(?:về|lên) đầu (?:trang|bài|bản tin)\s*(?:\./\.|\.)?\s*[\])>]*\s*(?:\./\.|\.)?$",
    )
});
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[-–—|]\s*)?(?:(?:trang|page|tr\.)\s*(?:số\s*)?:?\s*)?\d{1,4}(?:\s*[-–—|.])?$|^(?:trang|page)\s*\d{1,4}\s*(?:/|of|trên)\s*\d{1,4}$",
    )
});
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s.,;–-])(?:Ảnh|ảnh|ẢNH)(?: minh h[oọ][ạa])?\s*:|(?:^|\s)Ảnh [A-ZĐ]{2,}|^\(?(?i:ảnh (?:minh h[oọ][ạa]|tư liệu|chụp)|nguồn ảnh)(?:\W|$)",
    )
});

/// Words that name the kind of a conference document. General vocabulary of administrative papers.
const LABELS: [&str; 22] = [
    "THAM LUẬN",
    "BÀI THAM LUẬN",
    "Ý KIẾN",
    "BÁO CÁO",
    "DỰ THẢO",
    "BÀI PHÁT BIỂU",
    "PHÁT BIỂU",
    "BÀI TRÌNH BÀY",
    "BÀI VIẾT",
    "DIỄN VĂN",
    "TỜ TRÌNH",
    "KẾ HOẠCH",
    "ĐỀ ÁN",
    "CHƯƠNG TRÌNH",
    "CHUYÊN ĐỀ",
    "ĐỀ DẪN",
    "KẾT LUẬN",
    "TÓM TẮT",
    "TRÌNH BÀY",
    "THÔNG BÁO",
    "TRAO ĐỔI",
    "THẢO LUẬN",
];

/// Whether a text in capitals names the kind of a conference document.
pub fn is_label(text: &str) -> bool {
    opens_like_label(text) && letters::is_capitals(text, 4) && letters::words(text) <= 6
}

/// Whether a text opens with a word that names the kind of a conference document.
pub fn opens_like_label(text: &str) -> bool {
    // Most lines go on in small letters.
    let Some(head @ [first, second]) = text.as_bytes().first_chunk::<2>() else { return false };
    !second.is_ascii_lowercase()
        && matches!(first, b'B' | b'C' | b'D' | b'K' | b'P' | b'T' | 0xC3 | 0xC4)
        && LABELS.iter().any(|label| label.as_bytes().first_chunk() == Some(head) && text.starts_with(label))
}

/// The candidate roles of every line.
pub fn candidates(lines: &[Line<'_>]) -> Vec<Candidate> {
    let mut endings = 0;
    let number = |line| {
        let mut candidate = candidate(line);
        candidate.ending = endings;
        endings += u32::from(candidate.any(Roles::CLOSING));
        candidate
    };
    lines.iter().map(number).collect()
}

fn candidate(line: &Line<'_>) -> Candidate {
    let text: &str = &line.text;
    let mut roles = Roles::empty();
    // A rule (`-----`, `* * *`) says nothing; it only sets apart, as blank lines do.
    if is_rule(text) {
        return Candidate { roles: Roles::BLANK, ..Candidate::default() };
    }
    let own = back_link_at(text).unwrap_or(text.len());
    if own == 0 {
        return Candidate { roles: Roles::BACK_LINK, ..Candidate::default() };
    }
    if own < text.len() {
        roles |= Roles::TRAILING_BACK_LINK;
    }
    let text = text.get(..own).unwrap_or(text);
    if crate::citation::looks_like_ending(text) {
        roles |= Roles::CLOSING;
    }
    roles |= opening(text);
    if line.heading() > 0 || line.bold() {
        roles |= Roles::MARKED;
    }
    // What is printed without a change, a final space aside, has no tab.
    let final_space = usize::from(line.raw.ends_with(' '));
    let bare = matches!(line.text, Text::Printed(text) if text.len() + final_space == line.raw.len());
    if (!bare || line.raw.starts_with('|')) && is_row(line.raw) {
        roles |= Roles::ROW;
    }
    if text.len() > SHORT {
        return Candidate { roles: roles | Roles::PROSE, own, ..Candidate::default() };
    }
    Candidate { roles: roles | short(text), own, ..Candidate::default() }
}

/// Whether a line is a row of a table: tabs between its cells, or several around the only one that is filled. A tab at the
/// head is an indent, one at the end is nothing.
fn is_row(raw: &str) -> bool {
    raw.starts_with('|')
        || memchr::memchr(b'\t', raw.as_bytes()).is_some()
            && (raw.trim().contains('\t') || raw.starts_with("\t\t") || raw.matches('\t').count() >= 3)
}

/// Whether no letter or digit stands in a text.
fn is_rule(text: &str) -> bool {
    text.is_empty()
        || !text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
            && text.len() <= LONGEST_RULE
            && !text.chars().any(chars::is_alphanumeric)
}

/// Whether the last letters of a text are those of a back link (`trang`, `bài`, `tin`).
fn may_end_in_back_link(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    while let Some((b' ' | b'.' | b'/' | b']' | b')' | b'>' | 9..=13, before)) = bytes.split_last() {
        bytes = before;
    }
    let Some(last) = bytes.last_chunk::<3>() else { return false };
    match last.map(|byte| byte.to_ascii_lowercase()) {
        [b'a', b'n', b'g'] | [b't', b'i', b'n'] => true,
        // `à`, in any case.
        [0xC3, 0xA0 | 0x80, b'i'] => true,
        // White space beyond ASCII may stand among the marks.
        [_, _, end] => end >= 0x80,
    }
}

/// Where a trailing back link begins.
fn back_link_at(text: &str) -> Option<usize> {
    if !may_end_in_back_link(text) {
        return None;
    }
    // Most stand alone, printed just so.
    if chars::is_word(text, "về đầu trang") {
        return Some(0);
    }
    // `đầu trang` stands within the last 40 bytes, or there is no back link.
    let mut from = text.len().saturating_sub(48);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..)?;
    // `đầu`, in any case: its first letter and the first bytes of the second.
    if !scan::any_window(tail.as_bytes(), |a, b, c| ((a == 0x91) | (a == 0x90)) & (b == 0xE1) & (c == 0xBA)) {
        return None;
    }
    let found = BACK_LINK.find(tail)?;
    Some(from + found.start())
}

/// Roles that the head of a line gives.
fn opening(text: &str) -> Roles {
    let mut roles = match enumerator::split(text) {
        Some((Enumerator::Arabic { .. }, _)) => Roles::NUMBERED,
        Some((Enumerator::Roman(_), _)) => Roles::ROMAN,
        Some(_) => Roles::LISTED,
        None => Roles::empty(),
    };
    if footnote_mark(text).is_some() {
        roles |= Roles::FOOTNOTE;
    }
    roles
}

/// The mark of a footnote at the head of a text and the rest: superscript digits.
pub fn footnote_mark(text: &str) -> Option<(&str, &str)> {
    // The first bytes of these digits.
    if !matches!(text.as_bytes().first(), Some(0xC2 | 0xE2)) {
        return None;
    }
    let end = text.find(|c: char| !matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')).unwrap_or(text.len());
    if end == 0 {
        return None;
    }
    let rest = text.get(end..)?.trim_start();
    (!rest.is_empty()).then_some((text.get(..end)?, rest))
}

/// Roles of a line short enough to be a heading, a name or furniture.
fn short(text: &str) -> Roles {
    let mut roles = Roles::empty();
    if reads_like_prose(text) {
        roles |= Roles::PROSE;
    }
    if letters::is_capitals(text, 4) {
        roles |= Roles::CAPITALS;
        if is_label(text) {
            roles |= Roles::LABEL;
        }
    }
    // One look for both signs: most lines hold neither.
    let signed = scan::any_window(text.as_bytes(), |a, b, c| pictures(a, b, c) | deposits(a, b, c));
    if signed && is_caption(text) {
        roles |= Roles::CAPTION;
    }
    if is_address(text) {
        roles |= Roles::ADDRESS;
    }
    if text.len() <= LONGEST_FURNITURE { roles | furniture(text, signed) } else { roles }
}

/// Whether a text reads like running text: it ends as a sentence does, or is longer than any title.
fn reads_like_prose(text: &str) -> bool {
    // Before a note in brackets, a citation mostly, the sentence ends.
    let noted = || {
        matches!(text.as_bytes().last(), Some(b')' | b']' | b'.'))
            && memchr::memrchr2(b'(', b'[', text.as_bytes())
                .and_then(|at| text.get(..at))
                .is_some_and(letters::ends_like_prose)
    };
    letters::ends_like_prose(text) && !ends_in_leaders(text)
        || noted()
        || text.len() > LONGEST_TITLE && text.chars().count() > LONGEST_TITLE
}

/// Whether a text is an address: a scheme or `www.`, and no white space behind it.
fn is_address(text: &str) -> bool {
    let site = match text.as_bytes() {
        [b'h' | b'H', b't' | b'T', ..] => chars::strip_prefix(text, "http")
            .and_then(|rest| rest.strip_prefix(['s', 'S']).unwrap_or(rest).strip_prefix("://")),
        [b'w' | b'W', b'w' | b'W', ..] => chars::strip_prefix(text, "www."),
        _ => None,
    };
    site.is_some_and(|site| !site.is_empty() && !site.contains(char::is_whitespace))
}

/// Roles of page numbers, of chrome and colophon, and of a heading over the contents. `signed` says whether the text may
/// speak of the deposit of copies.
fn furniture(text: &str, signed: bool) -> Roles {
    // A pattern is asked only where the text opens as it can, or holds what it cannot do without.
    let mut asked = opens_like_furniture(text);
    if text.len() > LONGEST_CHROME {
        asked -= Roles::CHROME;
    } else if counts_readers(text) {
        asked |= Roles::CHROME;
    }
    if signed && is_deposited(text) {
        asked |= Roles::COLOPHON;
    }
    if !text.ends_with(':') && text.len() > LONGEST_HEADING {
        asked -= Roles::TOC_HEADING;
    }
    if may_be_page_number(text) {
        asked |= Roles::PAGE_NUMBER;
    }
    if asked.is_empty() {
        return asked;
    }
    let patterns = [
        (Roles::PAGE_NUMBER, &PAGE_NUMBER),
        (Roles::CHROME, &CHROME),
        (Roles::COLOPHON, &COLOPHON),
        (Roles::TOC_HEADING, &TOC_HEADING),
    ];
    let told = patterns.into_iter().filter(|(role, pattern)| asked.contains(*role) && pattern.is_match(text));
    told.map(|(role, _)| role).collect()
}

/// Which of the patterns that need a certain opening may match a text. Digits may be glued to a word of web pages
/// (`Facebook123`).
fn opens_like_furniture(text: &str) -> Roles {
    if let Some((_, roles)) = OPENS.first_word(text).and_then(|word| FIRST_WORDS.get(word)) {
        return *roles;
    }
    let glued = |word: &str| chars::strip_prefix(text, word).is_some();
    // No other pair of letters opens these words.
    let pair = text.as_bytes().first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.to_ascii_lowercase()));
    let is_glued = match pair.as_ref() {
        Some(b"pr") => glued("print"),
        Some(b"sh") => glued("share"),
        Some(b"fa") => glued("facebook"),
        Some(b"tw") => glued("twitter"),
        _ => false,
    };
    if is_glued { Roles::CHROME } else { Roles::empty() }
}

/// Whether a text may say how often a page was read (`12 lượt xem`): `l`, or a digit of another script, stands behind its
/// number.
fn counts_readers(text: &str) -> bool {
    let mut behind = text.as_bytes();
    while let [b'0'..=b'9' | b'.' | b',', rest @ ..] = behind {
        behind = rest;
    }
    text.starts_with(|c: char| c.is_ascii_digit()) && matches!(behind, [b' ', b'l' | b'L', ..] | [0x80..=0xFF, ..])
}

/// Whether a text begins and ends as a page number does and holds a digit.
fn may_be_page_number(text: &str) -> bool {
    const LONGEST: usize = 24;
    let [first, ..] = text.as_bytes() else { return false };
    let [.., last] = text.as_bytes() else { return false };
    // Dashes and the digits of other scripts lie beyond ASCII.
    text.len() <= LONGEST
        && matches!(first, b'0'..=b'9' | b'-' | b'|' | b't' | b'T' | b'p' | b'P' | 0x80..)
        && matches!(last, b'0'..=b'9' | b'-' | b'|' | b'.' | 0x80..)
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// Whether `ảnh` may end with these bytes, in any case: the last byte of its vowel and the letters behind it.
#[inline(always)]
fn pictures(a: u8, b: u8, c: u8) -> bool {
    (a & 0xFE == 0xA2) & (b | 0x20 == b'n') & (c | 0x20 == b'h')
}

/// Whether these bytes may end `chiểu`, in any case.
#[inline(always)]
fn deposits(a: u8, b: u8, c: u8) -> bool {
    (a == 0xBB) & (b & 0xFE == 0x82) & (c | 0x20 == b'u')
}

/// Whether a text speaks of the deposit of copies, as a colophon does.
fn is_deposited(text: &str) -> bool {
    scan::any_window(text.as_bytes(), deposits) && chars::contains(text, "nộp lưu chiểu")
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

/// Whether `ảnh` may stand as a word somewhere in a text, in any case.
fn may_name_photo(text: &str) -> bool {
    // Few words begin with these bytes of the vowel; `đ` is the letter that is met before them within a word.
    let begins = |a: u8, b, c| ((a < b'A') | (a >= 0x80) & (a & 0xFE != 0x90)) & (b == 0xE1) & (c == 0xBA);
    let bytes = text.as_bytes();
    scan::any_window(bytes, pictures) && (bytes.starts_with(&[0xE1, 0xBA]) || scan::any_window(bytes, begins))
}

/// Whether dot leaders end the text: a contents entry without a page.
pub fn ends_in_leaders(text: &str) -> bool {
    text.ends_with("....") || text.ends_with("……")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines;

    fn roles(text: &str) -> Roles {
        candidates(&lines::split(text))[0].roles
    }

    #[test]
    fn furniture() {
        assert_eq!(roles("Về đầu trang"), Roles::BACK_LINK);
        assert_eq!(roles("[Về đầu trang](#)"), Roles::BACK_LINK);
        assert_eq!(roles("[Về đầu trang./.](#)"), Roles::BACK_LINK);
        assert!(roles("hồ sơ. (Báo Xã 1/2) Về đầu trang ./.").contains(Roles::TRAILING_BACK_LINK));
        assert!(roles("12").contains(Roles::PAGE_NUMBER));
        assert!(roles("- 12 -").contains(Roles::PAGE_NUMBER));
        assert!(roles("Trang 3/12").contains(Roles::PAGE_NUMBER));
        assert!(!roles("12 hồ sơ").contains(Roles::PAGE_NUMBER));
        for (text, address) in [
            ("https://a.vn/x", true),
            ("HTTP://a", true),
            ("Www.a", true),
            ("www.", false),
            ("http://", false),
            ("https:/a", false),
            ("https://a.vn x", false),
            ("httpx://a", false),
        ] {
            assert_eq!(roles(text).contains(Roles::ADDRESS), address, "{text}");
        }
        assert!(roles("1.204 Lượt xem").contains(Roles::CHROME));
        assert!(!roles("1.204 lượt khách").contains(Roles::CHROME));
        assert!(roles("Xem với cỡ chữ : A- A A+").contains(Roles::CHROME));
        assert!(roles("Người biên tập: Lê A").contains(Roles::COLOPHON));
        assert!(roles("Biên tập viên Lê A").contains(Roles::COLOPHON));
        assert!(roles("Trong ngày, báo chí quan tâm:").contains(Roles::TOC_HEADING));
    }

    #[test]
    fn own_text_stops_before_the_back_link() {
        let text = "xong. (Báo Xã 1/2) [Về đầu trang](#)";
        let lines = lines::split(text);
        let candidate = candidates(&lines)[0];
        assert_eq!(&lines[0].text[..candidate.own], "xong. (Báo Xã 1/2)");
    }

    #[test]
    fn shapes() {
        assert!(roles("1/ Một cửa").contains(Roles::NUMBERED));
        assert!(roles("II. KẾT QUẢ").contains(Roles::ROMAN | Roles::CAPITALS));
        assert!(roles("¹ Quyết định số 1.").contains(Roles::FOOTNOTE | Roles::PROSE));
        assert!(roles("Toàn cảnh. Ảnh: A.B").contains(Roles::CAPTION));
        assert!(roles("Ảnh: VGP/Lê A").contains(Roles::CAPTION));
        assert!(!roles("Hình ảnh người dân").contains(Roles::CAPTION));
        assert!(roles("THAM LUẬN").contains(Roles::LABEL));
        assert!(!roles("Cải cách hành chính.....").contains(Roles::PROSE));
    }
}
