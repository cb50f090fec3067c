//! Candidate roles: what each physical line could be, judged by itself.
//!
//! A role given here is a candidate. Whether a number opens an article, whether an ending really is a citation, whether a
//! lone number is a page number where it stands: the later stages decide, with the lines around it in view. Long lines
//! are running text and are hardly looked at.

mod caption;
mod furniture;
pub mod label;
pub mod letterhead;
pub mod presenter;
mod row;
mod sign_off;

use bitflags::bitflags;

pub use caption::{is_caption, names_figure, names_view, opens_as_caption};
pub use furniture::{address_at, names_link};

use crate::lines::{Line, Text};
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::letters;
use crate::text::part;
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
        /// An address alone, or behind words that announce it.
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
        /// Reads like running text: long, or ends like a sentence, or greets the readers.
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
        /// A rule that letters adorn (`---o0o---`), or the note of a converter: it sets apart as blank lines do, and its
        /// letters have to be kept.
        const ORNAMENT = 1 << 19;
        /// Reads like the end of an office's letter: who signs, who receives it.
        const SIGN_OFF = 1 << 20;
        /// Could be the name of a source and a day without brackets.
        const SOURCE_LINE = 1 << 21;
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
/// Longest title in characters; beyond it a line is running text whatever its ending.
const LONGEST_TITLE: usize = 240;

/// Whether a text opens with the hour of a programme (`08h00`, `8:30`, `7 giờ`).
pub fn opens_with_hour(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - behind.len();
    let marked = behind.trim_start();
    let minutes =
        marked.strip_prefix(['h', 'H', 'g', ':']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (1..=2).contains(&digits) && (minutes.is_some() || chars::strip_prefix(marked, "giờ").is_some())
}

/// The candidate roles of every line.
pub fn candidates(lines: &[Line<'_>]) -> Vec<Candidate> {
    let mut endings = 0;
    let mut before = Roles::empty();
    let mut above = row::Above::default();
    // Whether the line before begins a back link that this one ends.
    let mut begun = false;
    let number = |(at, line): (usize, &Line<'_>)| {
        let next = lines.get(at + 1).map_or("", |next| &*next.text);
        let broken = furniture::broken_back_link_at(&line.text, next);
        let near_row = |kind| above.is(kind) || row::stands_below(lines, at);
        let mut candidate = candidate(line, std::mem::replace(&mut begun, broken.is_some()), broken, near_row);
        if before.contains(Roles::CHROME) && furniture::is_menu_entry(&line.text)
            || !candidate.any(Roles::BLANK | Roles::PROSE) && furniture::is_menu(&line.text)
        {
            candidate.roles |= Roles::CHROME;
        }
        before = candidate.roles;
        if !before.contains(Roles::BLANK) {
            above.go_on(line.raw, before.contains(Roles::ROW));
        }
        candidate.ending = endings;
        endings += u32::from(candidate.any(Roles::CLOSING | Roles::SOURCE_LINE));
        candidate
    };
    lines.iter().enumerate().map(number).collect()
}

/// The candidate roles of a line. Of a back link that is broken over two lines, `begun` tells whether this one ends it, and
/// `broken` where it begins one; `near_row` tells whether a row of this kind stands above, or any below.
fn candidate(line: &Line<'_>, begun: bool, broken: Option<usize>, near_row: impl Fn(row::Kind) -> bool) -> Candidate {
    let text: &str = &line.text;
    let mut roles = Roles::empty();
    // A rule (`-----`, `* * *`) says nothing; it only sets apart, as blank lines do.
    if is_rule(text) {
        return Candidate { roles: Roles::BLANK, ..Candidate::default() };
    }
    if furniture::is_ornament(text) {
        return Candidate { roles: Roles::ORNAMENT, own: text.len(), ..Candidate::default() };
    }
    let own = furniture::back_link_at(text).or(broken).unwrap_or(text.len());
    if own == 0 || begun {
        return Candidate { roles: Roles::BACK_LINK, ..Candidate::default() };
    }
    if own < text.len() {
        roles |= Roles::TRAILING_BACK_LINK;
    }
    let text = text.get(..own).unwrap_or(text);
    if crate::citation::looks_like_ending(text) {
        roles |= Roles::CLOSING;
    }
    if crate::citation::looks_like_source_line(text) {
        roles |= Roles::SOURCE_LINE;
    }
    roles |= opening(text);
    if line.is_rewritten() && footnote_of(line, text).is_some() {
        roles |= Roles::FOOTNOTE;
    }
    if line.heading() > 0 || line.bold() {
        roles |= Roles::MARKED;
    }
    // What is printed without a change, a final space aside, has no tab.
    let final_space = usize::from(line.raw.ends_with(' '));
    let bare = matches!(line.text, Text::Printed(text) if text.len() + final_space == line.raw.len());
    if (!bare || line.raw.starts_with('|')) && row::is_row(line.raw, text, near_row) {
        roles |= Roles::ROW;
    }
    if text.len() > SHORT {
        return Candidate { roles: roles | Roles::PROSE, own, ..Candidate::default() };
    }
    if !bare && caption::is_picture(line.raw, text) {
        if caption::names_file(text) {
            return Candidate { roles: Roles::ORNAMENT, own, ..Candidate::default() };
        }
        roles |= Roles::CAPTION;
    }
    if !roles.contains(Roles::MARKED) && asks_or_answers(text) {
        roles |= Roles::PROSE;
    }
    Candidate { roles: roles | short(text), own, ..Candidate::default() }
}

/// Whether no letter or digit stands in a text.
fn is_rule(text: &str) -> bool {
    text.is_empty()
        || !text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
            && text.len() <= LONGEST_RULE
            && !text.chars().any(chars::is_alphanumeric)
}

/// Roles that the head of a line gives.
fn opening(text: &str) -> Roles {
    let mut roles = match enumerator::split(text) {
        Some((Enumerator::Arabic { .. }, _)) => Roles::NUMBERED,
        Some((Enumerator::Roman(_), _)) => Roles::ROMAN,
        Some(_) => Roles::LISTED,
        None if text.len() <= SHORT && part::is_heading(text) => Roles::ROMAN,
        None => Roles::empty(),
    };
    if footnote_mark(text).is_some() {
        roles |= Roles::FOOTNOTE;
    }
    roles
}

/// The mark of a footnote at the head of a text and the rest: superscript digits, or a number in square brackets as
/// converters write them (`[1] …`, `[^1]: …`).
pub fn footnote_mark(text: &str) -> Option<(&str, &str)> {
    let end = match text.as_bytes().first()? {
        // The first bytes of the digits.
        0xC2 | 0xE2 => text.find(|c: char| !matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')).unwrap_or(text.len()),
        b'[' => bracketed_mark(text)?,
        _ => return None,
    };
    if end == 0 {
        return None;
    }
    let rest = text.get(end..)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    (!rest.is_empty()).then_some((text.get(..end)?, rest))
}

/// The mark of a footnote at the head of a line and the rest of its text: one of [`footnote_mark`], or a number that a tag
/// sets above the line.
pub fn footnote_of<'t>(line: &'t Line<'_>, text: &'t str) -> Option<(&'t str, &'t str)> {
    let raised = || {
        let number = line.raw.trim_start().strip_prefix("<sup>")?.split_once("</sup>")?.0;
        let counts = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        Some((text.get(..number.len())?, text.strip_prefix(number).filter(|_| counts)?.trim_start()))
    };
    let tagged = line.is_rewritten().then(raised).flatten();
    tagged.filter(|(_, rest)| !rest.is_empty()).or_else(|| footnote_mark(text))
}

/// Where the number in square brackets ends that a text begins with and a space stands behind.
fn bracketed_mark(text: &str) -> Option<usize> {
    let close = text.find(']').filter(|close| *close <= 5)?;
    let number = text.get(1..close)?.trim_start_matches('^');
    let rest = text.get(close + 1..)?;
    let spaced = rest.strip_prefix(':').unwrap_or(rest).starts_with(' ');
    (spaced && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(close + 1)
}

/// Roles of a line short enough to be a heading, a name or furniture.
fn short(text: &str) -> Roles {
    let mut roles = Roles::empty();
    if reads_like_prose(text) || letters::is_greeting(text) {
        roles |= Roles::PROSE;
    }
    if letters::is_capitals(text, 4) {
        roles |= Roles::CAPITALS;
    }
    if label::is_label(text) {
        roles |= Roles::LABEL;
    }
    // One look for both signs: most lines hold neither.
    let signed = scan::any_window(text.as_bytes(), |a, b, c| caption::pictures(a, b, c) | furniture::deposits(a, b, c));
    if signed && is_caption(text) {
        roles |= Roles::CAPTION;
    }
    roles |= furniture::roles(text, signed);
    if furniture::is_address_alone(text, roles) {
        roles |= Roles::ADDRESS;
    }
    roles
}

/// Whether a text is what a reader asks or is answered (`Hỏi: …`, `Trả lời: …`).
pub fn asks_or_answers(text: &str) -> bool {
    const LEAST_WORDS: usize = 5;
    matches!(text.as_bytes(), [b'H' | b'T' | 0xC4, ..])
        && ["Hỏi:", "Đáp:", "Trả lời:"].iter().any(|word| text.starts_with(word))
        && letters::words(text) >= LEAST_WORDS
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
    fn footnote_marks() {
        for (text, found) in [
            ("¹ Số liệu quý I", Some(("¹", "Số liệu quý I"))),
            ("¹²Số liệu", Some(("¹²", "Số liệu"))),
            ("[1] Số liệu", Some(("[1]", "Số liệu"))),
            ("[^12]: Số liệu", Some(("[^12]", "Số liệu"))),
            ("[1]Số liệu", None),
            ("[a] Số liệu", None),
            ("[2031] Số liệu", Some(("[2031]", "Số liệu"))),
            ("[20313] Số liệu", None),
            ("[1]", None),
            ("1 Số liệu", None),
        ] {
            assert_eq!(footnote_mark(text), found, "{text}");
        }
    }

    #[test]
    fn a_back_link_over_two_lines() {
        let roles = |text: &str| -> Vec<(Roles, usize)> {
            candidates(&lines::split(text)).into_iter().map(|line| (line.roles, line.own)).collect()
        };
        let ended = (Roles::BACK_LINK, 0);
        let begun = Roles::CLOSING | Roles::TRAILING_BACK_LINK | Roles::PROSE;
        assert_eq!(roles("Mở. (X.vn 1/2)Về\nđầu trang./."), [(begun, 16), ended]);
        assert_eq!(roles("Mở. (X.vn 1/2) [Về đầu\ntrang](#)"), [(begun, 16), ended]);
        assert_eq!(roles("Về\nđầu trang"), [ended, ended]);
        // Not what a sentence says.
        for text in ["xem lại Về\ntrang", "xem Về đầu\nđầu trang", "xem Về\n\nđầu trang", "xem Về\nđầu trang sách"]
        {
            assert!(!roles(text).iter().any(|(roles, _)| roles.contains(Roles::BACK_LINK)), "{text}");
        }
    }

    #[test]
    fn furniture() {
        assert_eq!(roles("Về đầu trang"), Roles::BACK_LINK);
        assert_eq!(roles("[Về đầu trang](#)"), Roles::BACK_LINK);
        assert_eq!(roles("[Về đầu trang./.](#)"), Roles::BACK_LINK);
        assert_eq!(roles("▲ Về đầu trang"), Roles::BACK_LINK);
        assert!(roles("hồ sơ. (Báo Xã 1/2) Về đầu trang ./.").contains(Roles::TRAILING_BACK_LINK));
        for text in [
            "12",
            "- 12 -",
            "~ 12 ~",
            "Trang 3/12",
            "Trang 3 trên 12",
            "3/12",
            "- 3 / 12 -",
            "12/12",
            "-- 12 --",
            "[12]",
        ] {
            assert!(roles(text).contains(Roles::PAGE_NUMBER), "{text}");
        }
        for text in ["12 hồ sơ", "22/5", "5/2031", "1/1000", "12345"] {
            assert!(!roles(text).contains(Roles::PAGE_NUMBER), "{text}");
        }
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
        let menu = |text: &str| candidates(&lines::split(text)).last().is_some_and(|line| line.any(Roles::CHROME));
        assert!(menu("Trang chủ\nGiới thiệu\nTin tức"));
        assert!(!menu("Trang chủ\n\nTin tức"));
        assert!(!menu("Trang chủ\nTin tức nội bộ"));
        assert!(menu("Trang nhất | Giới thiệu | Văn bản | Thư viện ảnh"));
        assert!(!menu("Bến Đò | Giới thiệu | Chợ mới"));
        assert!(roles("1.204 Lượt xem").contains(Roles::CHROME));
        assert!(!roles("1.204 lượt khách").contains(Roles::CHROME));
        assert!(roles("Xem với cỡ chữ : A- A A+").contains(Roles::CHROME));
        assert!(roles("© Cổng thông tin xã Một. Ghi rõ nguồn khi trích dẫn.").contains(Roles::CHROME));
        assert!(roles("Bản quyền thuộc Ban Tuyên giáo").contains(Roles::CHROME));
        assert!(!roles("Bản quyền phần mềm ở xã").contains(Roles::CHROME));
        assert!(roles("Người biên tập: Lê A").contains(Roles::COLOPHON));
        assert!(roles("Biên tập viên Lê A").contains(Roles::COLOPHON));
        assert!(roles("In xong và NỘP LƯU CHIỂU quý I").contains(Roles::COLOPHON));
        assert!(roles("Trong ngày, báo chí quan tâm:").contains(Roles::TOC_HEADING));
        assert!(roles("CÁC TIN BÀI TRONG SỐ NÀY").contains(Roles::TOC_HEADING));
        assert!(roles("Bài viết trong số:").contains(Roles::TOC_HEADING));
        assert!(!roles("Bài viết trong số báo mới").contains(Roles::TOC_HEADING));
    }

    #[test]
    fn hours() {
        for text in ["08h00 - 08h15", "8:30", "7 giờ 30", "13g30"] {
            assert!(opens_with_hour(text), "{text}");
        }
        for text in ["8 hộ", "108h00", "h00", "8. Giữ rừng", "8h"] {
            assert!(!opens_with_hour(text), "{text}");
        }
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
        for text in ["PHẦN II: KẾT QUẢ", "Phần thứ nhất", "Phần thứ hai. Kết quả", "PHẦN 2 - KẾT QUẢ", "Phần III"]
        {
            assert!(roles(text).contains(Roles::ROMAN), "{text}");
        }
        for text in ["Phần lớn hồ sơ đúng hạn", "Phần 2 của dự án", "Phần thứ nguyên"] {
            assert!(!roles(text).contains(Roles::ROMAN), "{text}");
        }
        assert!(roles("¹ Quyết định số 1.").contains(Roles::FOOTNOTE | Roles::PROSE));
        assert!(roles("Toàn cảnh. Ảnh: A.B").contains(Roles::CAPTION));
        assert!(roles("Ảnh: VGP/Lê A").contains(Roles::CAPTION));
        assert!(!roles("Hình ảnh người dân").contains(Roles::CAPTION));
        assert!(!roles("Cải cách hành chính.....").contains(Roles::PROSE));
    }
}
