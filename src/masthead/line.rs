//! One line of a masthead, read by itself: its role, and the number, date, weekday and name that it gives.
//!
//! It stops at the line: which of several dates is the issue's, and what the name is put together from, is decided by the
//! module above.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::citation::date::{self, PrintedDate};
use crate::citation::weekday;
use crate::model::MastheadRole;
use crate::text::chars;
use crate::text::letters;
use crate::text::pattern::pattern;
use crate::text::scan;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[\s(–-])số\s*(?:báo|phát hành)?\s*:?\s*(\d[\d.]*(?:\s*[-–+,]\s*\d+)?(?:\s*\(\d{1,3}\))?(?:\s*/\s*\d{2,4})?)",
    )
});
static YEAR_LABEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^năm\s+(?:thứ\s+)?(?:\d{4}|[IVXL]+|\d{1,2})$"));
static WEEKDAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?:\s|[,.:;)–-]|$)"));
static CLOCK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?:\s*phút)?\b"));
static POSTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:cập nhật|đăng (?:lúc|ngày)|ngày đăng|thời gian đăng|ngày tạo)"));
static ISSUED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:phát hành|ra ngày|số ra|ngày ra|xuất bản|bản tin ngày|điểm báo ngày|điểm tin ngày)")
});
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?i:bản tin|báo chí viết về|điểm báo|điểm tin|bản thông tin|thông tin (?:báo chí|nội bộ|chuyên đề)|tổng hợp báo chí|tổng hợp thông tin|tin tức",
        r"|tập san|nội san|đặc san|chuyên san|tin nhanh)(?:\s|$|:)",
        r"|^THÔNG TIN$|(?:^|[\s–-])(?:BẢN TIN|ĐIỂM BÁO|ĐIỂM TIN|TẬP SAN|NỘI SAN)(?:\s|$|:)"
    ))
});
/// A name that goes on in the next line, where it stands alone.
const NAME_ALONE: &str = "THÔNG TIN";
/// Words that are left dangling at the end of a name line once its date or number is cut off, in small letters.
const DANGLING: [&str; 7] = ["ngày", "ra ngày", "phát hành ngày", "tuần từ ngày", "từ ngày", "chủ nhật", "phát hành"];

/// What is left of a name line without the words and marks that led to its date or number.
fn trim_tail(text: &str) -> &str {
    let begins = |head: &&str| !head.ends_with(chars::is_word_character);
    let mut shortest = text.len();
    // All places where the name could end, since one word can be part of another.
    let mut ends = BTreeSet::from([text.len()]);
    while let Some(head) = ends.pop_last().and_then(|end| text.get(..end)) {
        shortest = head.len();
        let marks = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '–' | '—' | '|' | '(' | '-');
        ends.extend(head.strip_suffix(marks).map(str::len));
        // The first days of several (`ngày 15, 16, 17/5/2031`).
        let days = head.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '–' | '-' | '/'));
        let labelled = chars::strip_suffix(days, "ngày").filter(|label| days.len() < head.len() && begins(label));
        ends.extend(labelled.map(|_| days.len()));
        ends.extend(DANGLING.iter().filter_map(|word| chars::strip_suffix(head, word)).filter(begins).map(str::len));
        // A weekday: `thứ` and whatever word stands behind it.
        let day = head
            .rfind(char::is_whitespace)
            .filter(|space| !head.get(*space..).is_some_and(|day| day.trim().is_empty()));
        let ordinal = day.and_then(|space| head.get(..=space)).map(str::trim_end);
        ends.extend(ordinal.and_then(|head| chars::strip_suffix(head, "thứ")).filter(begins).map(str::len));
    }
    text.get(..shortest).unwrap_or(text)
}

/// Longest masthead line, in bytes: running text names days and numbers as well.
pub const LONGEST: usize = 240;

/// What one line says.
#[derive(Debug)]
pub struct Reading {
    /// The role of the line in a masthead, judged by itself.
    pub role: MastheadRole,
    pub(super) number: Option<String>,
    pub(super) date: Option<PrintedDate>,
    pub(super) weekday: Option<String>,
    pub(super) posted: Option<String>,
    /// The part of the line that is a name, where the line also gives a number or date.
    pub(super) name: Option<String>,
    pub(super) issued: bool,
}

impl Reading {
    /// Of a line that says nothing.
    pub const fn nothing() -> Self {
        let (number, weekday, posted, name) = (None, None, None, None);
        Self { role: MastheadRole::Other, number, date: None, weekday, posted, name, issued: false }
    }

    /// Whether the line gives the number of an issue.
    pub fn is_numbered(&self) -> bool {
        self.number.is_some() && self.role != MastheadRole::Posted
    }
}

/// Whether a text speaks as a bulletin's name does (`Bản tin`, `Điểm báo`, …).
pub fn has_name_word(text: &str) -> bool {
    // The pattern is asked only where one of its phrases opens the text, or one in capitals stands within it.
    let pair = text.as_bytes().first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.to_ascii_lowercase()));
    let opens = match pair {
        Some([b'b', 0xC3]) => opens_with(text, &["báo chí v"]),
        // Vowels with two marks begin with this byte.
        Some([b'b', 0xE1]) => opens_with(text, &["bản t"]),
        Some([b't', 0xE1]) => opens_with(text, &["tổng hợp ", "tập s"]),
        Some([b'n', 0xE1]) => opens_with(text, &["nội s"]),
        Some(pair) => match &pair {
            b"ti" => opens_with(text, &["tin t", "tin n"]),
            b"th" => opens_with(text, &["thông tin b", "thông tin n", "thông tin c"]) || text == NAME_ALONE,
            b"ch" => opens_with(text, &["chuyên s"]),
            // `đ`, in any case.
            [0xC4, _] => opens_with(text, &["điểm b", "điểm t", "đặc s"]),
            _ => false,
        },
        None => false,
    };
    (opens || holds_name_in_capitals(text)) && NAME.is_match(text)
}

/// Whether a name says that the bulletin reviews the press.
pub fn names_review(text: &str) -> bool {
    let name = chars::lowercase(text);
    ["điểm báo", "điểm tin", "báo chí"].iter().any(|words| name.contains(words))
}

/// Whether a line says who posted a page, as web pages print it below the day.
pub fn names_poster(text: &str) -> bool {
    const LABELS: [&str; 5] = ["Tác giả:", "Tác giả bài viết:", "Người đăng:", "Người viết:", "Đăng bởi:"];
    LABELS.iter().any(|label| text.starts_with(label))
}

/// Whether a line in small letters calls a whole conference pack what only packs are called.
pub fn calls_pack(text: &str) -> bool {
    const WORDS: [&str; 6] =
        ["kỷ yếu ", "kỉ yếu ", "tài liệu hội nghị", "tài liệu hội thảo", "tập tham luận", "tuyển tập tham luận"];
    WORDS.iter().any(|words| chars::strip_prefix(text, words).is_some())
}

/// Whether a line in capitals names a whole conference pack (`TÀI LIỆU HỘI NGHỊ`), not a group of it.
pub fn names_pack(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "TÀI LIỆU",
        "HỘI NGHỊ",
        "HỘI THẢO",
        "KỶ YẾU",
        "KỈ YẾU",
        "ĐẠI HỘI",
        "TỌA ĐÀM",
        "TOẠ ĐÀM",
        "TẬP THAM LUẬN",
        "TẬP BÁO CÁO",
        "TẬP BÀI",
        "TUYỂN TẬP",
        "CÁC THAM LUẬN TẠI",
        "BÁO CÁO KHOA HỌC",
        "VĂN KIỆN",
        "TỔNG HỢP THAM LUẬN",
    ];
    // What newsletters head their columns with as well says which it is (`DIỄN ĐÀN`, `KỲ HỌP THỨ MƯỜI HĐND HUYỆN`).
    const LEAST_WORDS: usize = 5;
    const EVENTS: &[&str] = &["DIỄN ĐÀN ", "KỲ HỌP ", "PHIÊN HỌP ", "LỚP TẬP HUẤN "];
    WORDS.iter().any(|words| text.starts_with(words))
        || EVENTS.iter().any(|event| text.starts_with(event)) && letters::words(text) >= LEAST_WORDS
}

/// Whether a text opens with one of these, in any case. To the patterns the long `ſ` is an `s` as well.
fn opens_with(text: &str, heads: &[&str]) -> bool {
    let opens = |head: &&str| match head.strip_suffix('s') {
        Some(word) => chars::strip_prefix(text, word).is_some_and(|rest| rest.starts_with(['s', 'S', 'ſ'])),
        None => chars::strip_prefix(text, head).is_some(),
    };
    heads.iter().any(opens)
}

/// Whether one of the phrases in capitals stands in a text.
fn holds_name_in_capitals(text: &str) -> bool {
    const PHRASES: [(&str, &str); 5] =
        [("BẢN", " TIN"), ("ĐIỂM", " BÁO"), ("ĐIỂM", " TIN"), ("TẬP", " SAN"), ("NỘI", " SAN")];
    let capitals =
        |a, b, c| (a == b' ') & ((b == b'T') & (c == b'I') | (b == b'B') & (c == 0xC3) | (b == b'S') & (c == b'A'));
    scan::any_window(text.as_bytes(), capitals)
        && memchr::memchr_iter(b' ', text.as_bytes()).any(|space| {
            let (head, tail) = text.split_at(space);
            PHRASES.iter().any(|(first, second)| tail.starts_with(second) && head.ends_with(first))
        })
}

/// Whether digits stand on both sides of a colon or of the word for an hour, as in a clock.
fn may_hold_clock(text: &str) -> bool {
    text.match_indices([':', 'h', 'H', 'g', 'G']).any(|(at, sign)| {
        let (hours, rest) = text.split_at(at);
        let minutes = chars::strip_prefix(rest, "giờ").or_else(|| rest.get(sign.len()..)).unwrap_or_default();
        hours.trim_end().ends_with(char::is_numeric) && minutes.trim_start().starts_with(char::is_numeric)
    })
}

/// Whether `số`, in any case, may begin with these bytes.
#[inline(always)]
fn may_count(a: u8, b: u8, c: u8) -> bool {
    ((a == b's') | (a == b'S') | (a == 0xBF)) & (b == 0xE1) & (c == 0xBB)
}

/// Where the weekday stands that [`WEEKDAY`] first finds in a text.
fn find_weekday(text: &str) -> Option<Range<usize>> {
    let ends = |rest: &str| {
        let mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | ')' | '–' | '-');
        rest.is_empty() || rest.starts_with(mark)
    };
    for found in weekday::named(text).filter(|found| found.spaced) {
        let range = found.range;
        if !text.get(range.end..).is_some_and(ends) {
            continue;
        }
        match text.get(..range.start)?.chars().next_back() {
            Some(c) if c.is_ascii_alphanumeric() || c == '_' || chars::is_alphabetic(c) => {}
            None | Some('\0'..='\x7F') => return Some(range),
            // Whether another sign is part of a word is left to the pattern.
            Some(_) => return WEEKDAY.captures(text).and_then(|c| c.get(1)).map(|day| day.range()),
        }
    }
    None
}

/// Where [`NUMBER`] first begins in a text, and where its number stands.
fn find_number(text: &str) -> Option<(usize, Range<usize>)> {
    // Digits of other scripts are left to the pattern.
    if text.chars().any(|c| !c.is_ascii() && !chars::is_alphabetic(c) && c.is_numeric()) {
        return NUMBER.captures(text).and_then(|c| Some((c.get(0)?.start(), c.get(1)?.range())));
    }
    let mut from = 0;
    while let Some((head, rest)) = text.get(from..).and_then(|rest| rest.split_once(['s', 'S', 'ſ'])) {
        let at = from + head.len();
        from = text.len() - rest.len();
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '–' | '-'))
            && let Some(rest) = rest.strip_prefix(['ố', 'Ố'])
            && let Some(number) = number_behind(rest)
        {
            let behind = text.len() - rest.len();
            return Some((at - before.map_or(0, char::len_utf8), behind + number.start..behind + number.end));
        }
    }
    None
}

/// Where the number behind the word `số` stands: digits and full stops, perhaps a second number, the count of all issues in
/// brackets (`3 (15)/2031`) and a year.
fn number_behind(text: &str) -> Option<Range<usize>> {
    let words = text.trim_start();
    let named = ["báo", "phát hành"].iter().find_map(|word| chars::strip_prefix(words, word)).unwrap_or(words);
    let marked = named.trim_start();
    let number = marked.strip_prefix(':').unwrap_or(marked).trim_start();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    if digits(number) == 0 {
        return None;
    }
    let behind = |end: usize, marks: &[char]| {
        let rest = number.get(end..)?.trim_start().strip_prefix(marks)?.trim_start();
        Some((number.len() - rest.len(), digits(rest)))
    };
    if let Some((start, second)) = behind(end, &['-', '–', '+', ',']).filter(|(_, second)| *second > 0) {
        end = start + second;
    }
    let counted = || {
        let rest = number.get(end..)?.trim_start().strip_prefix('(')?;
        let all = digits(rest);
        let closed = (1..=3).contains(&all) && rest.get(all..)?.starts_with(')');
        closed.then_some(number.len() - rest.len() + all + 1)
    };
    end = counted().unwrap_or(end);
    if let Some((start, year)) = behind(end, &['/']).filter(|(_, year)| *year >= 2) {
        end = start + year.min(4);
    }
    let start = text.len() - number.len();
    Some(start..start + end)
}

/// Reads one line by itself.
pub fn read_line(text: &str) -> Reading {
    let mut out = Reading {
        role: MastheadRole::Other,
        number: None,
        date: None,
        weekday: None,
        posted: None,
        name: None,
        issued: false,
    };
    // Each pattern is asked only where its sign stands: most lines hold none.
    let digits = scan::any_digit(text.as_bytes());
    if chars::strip_prefix(text, "năm").is_some() && YEAR_LABEL.is_match(text) {
        out.role = MastheadRole::YearLabel;
        return out;
    }
    let dates = if digits { date::find_dates(text) } else { Vec::new() };
    let full = dates.iter().find(|(_, d)| d.year.is_some() && d.resolve(None).is_some());
    // A clock holds a colon, or the `h` or `g` of an hour right behind a digit or a space.
    let clock = full.filter(|_| may_hold_clock(text)).and_then(|_| CLOCK.captures(text));
    if let Some((_, day)) = full
        && (clock.is_some() || POSTED.is_match(text))
    {
        out.role = MastheadRole::Posted;
        out.date = Some(day.clone());
        out.posted = clock.and_then(|clock| posted(day, &clock));
        return out;
    }
    let weekday = find_weekday(text);
    let named = has_name_word(text);
    let number = (digits && scan::any_window(text.as_bytes(), may_count))
        .then(|| find_number(text))
        .flatten()
        .and_then(|(start, number)| Some((start, issue_number(text, number, full.map(|(range, _)| range.start))?)))
        .filter(|(start, _)| named || *start <= 2 || text.len() <= 90)
        .filter(|(start, number)| named || *start <= 2 || !goes_on(text, number.end));
    let first_data = [full.map(|(r, _)| r.start), number.as_ref().map(|n| n.0)].into_iter().flatten().min();
    let last_data = [full.map(|(r, _)| r.end), number.as_ref().map(|n| n.1.end)].into_iter().flatten().max();
    if text.starts_with('(') && full.is_none() && number.is_none()
        || full.is_none() && number.is_none() && is_slogan(text)
    {
        out.role = MastheadRole::Slogan;
        return out;
    }
    if is_special(text) && full.is_none() && number.is_none() {
        out.role = MastheadRole::Number;
        return out;
    }
    if digits && full.is_none() && number.is_none() && is_quarter(text) {
        out.role = MastheadRole::Date;
        return out;
    }
    // A month alone (`An Lạc, tháng 8 năm 2031`) is a date as well, but names no day.
    let month = dates.iter().find(|(_, d)| d.year.is_some()).filter(|_| full.is_none());
    if month.is_some() && number.is_none() && !named && letters::words(text) <= 10 {
        out.role = MastheadRole::Date;
        return out;
    }
    if let Some((_, day)) = full {
        out.role = MastheadRole::Date;
        out.issued = ISSUED.is_match(text);
        out.date = Some(day.clone());
    }
    if let Some((_, n)) = number {
        if full.is_none() {
            out.role = MastheadRole::Number;
        }
        out.number = text.get(n).map(without_spaces);
    }
    if let Some(range) = weekday {
        out.weekday = text.get(range.clone()).map(str::to_owned);
        if first_data.is_none() {
            if text.len() - range.len() <= 4 {
                out.role = MastheadRole::Weekday;
            } else {
                out.weekday = None;
            }
        }
    }
    // A place before a date (`Hà Nội, ngày …`) is no name: a name speaks as one.
    let period = if named { find_period(text) } else { None };
    let first_data = [first_data, month.map(|(r, _)| r.start), period].into_iter().flatten().min();
    match first_data {
        Some(at) if named => {
            let head = trim_tail(text.get(..at).unwrap_or(""));
            // `[17/5/2031] Điểm tin …`
            let tail = last_data.and_then(|end| text.get(end..)).unwrap_or_default();
            let tail = tail.trim_start_matches(|c: char| !chars::is_alphanumeric(c));
            let is_name = |text: &&str| letters::words(text) >= 2 && NAME.is_match(text);
            if let Some(name) = [head, tail].into_iter().find(is_name) {
                out.name = Some(name.trim().to_owned());
                out.role = MastheadRole::Name;
            }
        }
        None if named && out.role == MastheadRole::Other => out.role = MastheadRole::Name,
        _ => {}
    }
    out
}

/// Where the week, month or quarter begins that a bulletin is of (`tuần 20/2031`, `quý II/2031`).
fn find_period(text: &str) -> Option<usize> {
    static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[\s(–-](?:tuần|quý|kỳ|tháng)\s+(?:thứ\s+|số\s+)?(?:\d{1,2}|[IVX]{1,5})(?:\s*[/,(–-]|\s+(?:năm|tháng)\s|$)",
        )
    });
    PERIOD.find(text).map(|found| found.start())
}

/// The number of an issue without the spaces inside (`7 / 2031`), but for the one before a bracket.
fn without_spaces(number: &str) -> String {
    let closed: String = number.split_whitespace().collect();
    if number.contains(" (") { closed.replace('(', " (") } else { closed }
}

/// The part of a number that is the issue's: none of the day behind it (`07 - 25/7/2031`), of the hour (`3, 16 giờ`) or of the
/// sentence. With a sign behind it, a document has it (`70/GP-STTTT`), unless the sign is that of bulletins.
fn issue_number(text: &str, number: Range<usize>, day: Option<usize>) -> Option<Range<usize>> {
    let behind = text.get(number.end..).unwrap_or_default();
    if is_document(text, number.end) {
        let sign = behind.trim_start_matches(['/', '-']).split(|c: char| !chars::is_alphabetic(c)).next()?;
        let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let end = behind.get(..end)?.trim_end_matches(['.', ',', ';']).len();
        return matches!(sign, "BT" | "ĐB").then_some(number.start..number.end + end);
    }
    let own = text.get(number.clone())?;
    let hour = || chars::strip_prefix(behind.trim_start(), "giờ").and_then(|_| own.rfind(','));
    let end = day
        .filter(|day| *day > number.start && *day < number.end)
        .map(|day| day - number.start)
        .or_else(hour)
        .unwrap_or(own.len());
    let own = own.get(..end)?.trim_end_matches(['.', ',', '-', '–', '+', ' ']);
    (!own.is_empty()).then_some(number.start..number.start + own.len())
}

/// Whether a line names a special issue in place of a number (`Số đặc biệt …`, `Số Xuân …`).
fn is_special(text: &str) -> bool {
    const KINDS: [&str; 4] = ["đặc biệt", "xuân", "tết", "tân niên"];
    chars::strip_prefix(text, "số ")
        .is_some_and(|rest| KINDS.iter().any(|kind| chars::strip_prefix(rest, kind).is_some()))
}

/// Whether a line gives the quarter of a year and nothing else.
fn is_quarter(text: &str) -> bool {
    static QUARTER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^quý\s+(?:I{1,3}|IV|[1-4])\s*(?:[/,–-]|\s)\s*(?:năm\s+)?\d{4}$"));
    chars::strip_prefix(text, "quý ").is_some() && QUARTER.is_match(text)
}

/// Whether a number goes on as a document's does (`70/GP-STTTT`).
fn is_document(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or("").chars();
    matches!(rest.next(), Some('/' | '-')) && rest.next().is_some_and(chars::is_uppercase)
}

/// Whether words behind a number say that it counts something else than issues (`Bến số 1 chạy thử`).
fn goes_on(text: &str, end: usize) -> bool {
    const OF_ISSUES: [&str; 12] =
        ["ngày", "tháng", "năm", "ra", "quý", "tuần", "kỳ", "phát", "xuất", "thứ", "từ", "của"];
    let rest = text.get(end..).unwrap_or_default().trim_start();
    let word = rest.split(|c: char| !chars::is_alphabetic(c)).next().unwrap_or_default();
    word.starts_with(chars::is_lowercase) && !OF_ISSUES.contains(&word)
}

/// How often it appears, who may read it: a note, no name.
fn is_slogan(text: &str) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:(?:phát hành|xuất bản) (?:hàng|hằng|vào|mỗi|định kỳ|(?:một|hai|ba|\d) (?:tuần|tháng|quý) (?:một|\d) (?:kỳ|số))|^mỗi (?:tuần|tháng|quý) (?:một|hai|\d) (?:kỳ|số)$|lưu hành nội bộ|ra (?:ngày \d{1,2} )?(?:hàng|hằng) (?:ngày|tuần|tháng)|tài liệu (?:tham khảo|nội bộ))",
        )
    });
    // `hành`, `hàng`, `hằng` and `tài` hold what every note does: their consonant and the first byte of their vowel.
    let noted = |a, b, _| ((a == b'h') | (a == b'H') | (a == b't') | (a == b'T')) & ((b == 0xC3) | (b == 0xE1));
    scan::any_window(text.as_bytes(), noted) && NOTE.is_match(text)
}

fn posted(day: &PrintedDate, clock: &regex::Captures<'_>) -> Option<String> {
    let date = day.resolve(None)?.date;
    let part = |i: usize| clock.get(i).and_then(|m| m.as_str().parse::<u8>().ok());
    let (hour, minute) = (part(1)?, part(2)?);
    (hour < 24 && minute < 60).then(|| format!("{date}T{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_pattern() {
        // Every text of four pieces, and each behind the word.
        let pieces = [
            "số",
            " Số",
            "(SỐ ",
            "ſố",
            "x",
            " ",
            ":",
            "báo",
            "phát hành ",
            "7",
            "20.",
            "31",
            "(",
            ")",
            "–",
            "-",
            "/",
            "٣",
        ];
        for number in 0..pieces.len().pow(4) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..4).map(piece).collect();
            for text in [format!("số {text}"), text] {
                let wanted = NUMBER.captures(&text).map(|c| (c.get(0).unwrap().start(), c.get(1).unwrap().range()));
                assert_eq!(find_number(&text), wanted, "{text}");
            }
        }
    }

    #[test]
    fn weekdays_are_those_of_the_pattern() {
        // Every text of four pieces, and each behind the word.
        let pieces = [
            "Thứ ", "thứ", "CHỦ ", "nhật", "Hai", "ba", "tư", "NĂM", "ſáu", "bẩy", "7", "8", " ", "–", ")", "x", "đ",
            "_",
        ];
        for number in 0..pieces.len().pow(4) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..4).map(piece).collect();
            for text in [format!("thứ {text}"), text] {
                let wanted = WEEKDAY.captures(&text).map(|c| c.get(1).unwrap().range());
                assert_eq!(find_weekday(&text), wanted, "{text}");
            }
        }
    }

    #[test]
    fn dangling_words_are_those_of_the_pattern() {
        let pattern = pattern(
            r"(?i)(?:[\s,.:;–—|(-]|\b(?:ra |phát hành |tuần từ |từ )?ngày|\bthứ\s+\S+|\bchủ nhật|\bphát hành)+$",
        );
        // Every text of five pieces.
        let pieces =
            ["Tin", " ", ",", "(", "ngày", "RA ngày", "từ", "tuần từ ", "phát hành", "thứ", "Thứ  Ba", "chủ nhật", "_"];
        for number in 0..pieces.len().pow(5) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..5).map(piece).collect();
            assert_eq!(trim_tail(&text), pattern.replace(&text, ""), "{text}");
        }
    }
}
