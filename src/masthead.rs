//! The masthead: the bulletin's name, number and date out of the lines above the contents and the first article.
//!
//! Each line gets one role by what it says; the name is put together from the lines that say nothing else. Where several
//! dates stand there, the one that is called the issue's wins over a bare one, and a posting time is never the issue's
//! date.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::citation::date::{self, PrintedDate};
use crate::model::{Issue, LineRange, MastheadLine, MastheadRole};
use crate::text::chars;
use crate::text::letters;
use crate::text::pattern::pattern;
use crate::text::scan;

/// What a masthead says.
#[derive(Debug, Default)]
pub struct Masthead {
    /// The bulletin's name.
    pub title: Option<String>,
    /// Number and date.
    pub issue: Issue,
    /// Every line.
    pub lines: Vec<MastheadLine>,
    /// The day that citations without a year are read against: the issue's, or the posting day.
    pub reference: Option<Date>,
}

impl Masthead {
    /// Takes name and issue from another reading where this one gives none.
    pub fn complete(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.issue.number = self.issue.number.take().or(other.issue.number);
        if self.issue.date.is_none() {
            self.issue.date = other.issue.date;
            self.issue.date_text = other.issue.date_text;
            self.reference = self.reference.or(other.reference);
        }
    }
}

/// A masthead line as it comes in: its text, its line, whether it was marked as a heading.
#[derive(Debug, Clone, Copy)]
pub struct Input<'t> {
    /// The text.
    pub text: &'t str,
    /// The line number, 1-based.
    pub line: u32,
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:^|[\s(–-])số\s*(?:báo|phát hành)?\s*:?\s*(\d[\d.]*(?:\s*[-–+,]\s*\d+)?(?:\s*/\s*\d{2,4})?)")
});
static YEAR_LABEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^năm\s+(?:thứ\s+)?(?:\d{4}|[IVXL]+|\d{1,2})$"));
static CLOCK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?:\s*phút)?\b"));
static POSTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:cập nhật|đăng (?:lúc|ngày)|ngày đăng|thời gian đăng|ngày tạo)"));
static ISSUED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:phát hành|ra ngày|số ra|ngày ra|xuất bản|bản tin ngày|điểm báo ngày|điểm tin ngày)")
});
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?i:bản tin|điểm báo|điểm tin|bản thông tin|thông tin báo chí|tổng hợp báo chí|tổng hợp thông tin|tin tức",
        r"|tập san|nội san|đặc san|chuyên san|tin nhanh)(?:\s|$|:)",
        r"|(?:^|[\s–-])(?:BẢN TIN|ĐIỂM BÁO|ĐIỂM TIN|TẬP SAN|NỘI SAN)(?:\s|$|:)"
    ))
});
/// Words that are left dangling at the end of a name line once its date or number is cut off, in small letters.
const DANGLING: [&str; 7] = ["ngày", "ra ngày", "phát hành ngày", "tuần từ ngày", "từ ngày", "chủ nhật", "phát hành"];

/// What is left of a name line without the words and marks that led to its date or number.
fn trim_tail(text: &str) -> &str {
    let begins = |head: &&str| !head.ends_with(|c: char| chars::is_alphanumeric(c) || c == '_');
    let mut shortest = text.len();
    // All places where the name could end, since one word can be part of another.
    let mut ends = BTreeSet::from([text.len()]);
    while let Some(head) = ends.pop_last().and_then(|end| text.get(..end)) {
        shortest = head.len();
        let marks = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '–' | '—' | '|' | '(' | '-');
        ends.extend(head.strip_suffix(marks).map(str::len));
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

/// Longest masthead line, in bytes.
const LONGEST: usize = 240;

/// What one line says.
struct Reading {
    role: MastheadRole,
    number: Option<String>,
    date: Option<PrintedDate>,
    weekday: Option<String>,
    posted: Option<String>,
    /// The part of the line that is a name, where the line also gives a number or date.
    name: Option<String>,
    issued: bool,
}

/// The role of a line in a masthead, judged by itself.
pub fn role(text: &str) -> MastheadRole {
    // A line of a masthead is short; running text names days and numbers as well.
    if text.len() > LONGEST { MastheadRole::Other } else { read_line(text).role }
}

/// Whether a text speaks as a bulletin's name does (`Bản tin`, `Điểm báo`, …).
pub fn has_name_word(text: &str) -> bool {
    // The pattern is asked only where one of its phrases opens the text, or one in capitals stands within it.
    let opens = match text.as_bytes().first() {
        Some(b'b' | b'B') => opens_with(text, &["bản t"]),
        Some(b't' | b'T') => opens_with(text, &["tin t", "tin n", "tổng hợp ", "thông tin b", "tập s"]),
        Some(b'n' | b'N') => opens_with(text, &["nội s"]),
        Some(b'c' | b'C') => opens_with(text, &["chuyên s"]),
        // `đ`, in any case.
        Some(0xC4) => opens_with(text, &["điểm b", "điểm t", "đặc s"]),
        _ => false,
    };
    (opens || holds_name_in_capitals(text)) && NAME.is_match(text)
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
    const PHRASES: [&str; 5] = ["BẢN TIN", "ĐIỂM BÁO", "ĐIỂM TIN", "TẬP SAN", "NỘI SAN"];
    let capitals =
        |a, b, c| (a == b' ') & ((b == b'T') & (c == b'I') | (b == b'B') & (c == 0xC3) | (b == b'S') & (c == b'A'));
    scan::any(text.as_bytes(), capitals)
        && PHRASES.iter().any(|phrase| memchr::memmem::find(text.as_bytes(), phrase.as_bytes()).is_some())
}

/// Whether a clock may stand in a text: the sign or the word for its hour between digits.
fn may_hold_clock(text: &str) -> bool {
    let digit = |c: char| c.is_numeric();
    text.bytes().enumerate().any(|(at, sign)| {
        matches!(sign, b':' | b'h' | b'H' | b'g' | b'G')
            && text.get(..at).is_some_and(|hour| hour.trim_end().ends_with(digit))
            && text.get(at + 1..).is_some_and(|rest| {
                matches!(sign, b'g' | b'G') && rest.starts_with(['i', 'I']) || rest.trim_start().starts_with(digit)
            })
    })
}

/// Whether `số`, in any case, may begin with these bytes.
#[inline(always)]
fn may_count(a: u8, b: u8, c: u8) -> bool {
    ((a == b's') | (a == b'S') | (a == 0xBF)) & (b == 0xE1) & (c == 0xBB)
}

/// Where [`NUMBER`] first stands in a text, and its number.
fn find_number(text: &str) -> Option<(usize, &str)> {
    // Digits of other scripts are left to the pattern.
    if text.chars().any(|c| !c.is_ascii() && !chars::is_alphabetic(c) && c.is_numeric()) {
        return NUMBER.captures(text).and_then(|c| Some((c.get(0)?.start(), c.get(1)?.as_str())));
    }
    let mut from = 0;
    while let Some((head, rest)) = text.get(from..).and_then(|rest| rest.split_once(['s', 'S', 'ſ'])) {
        let at = from + head.len();
        from = text.len() - rest.len();
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '–' | '-'))
            && let Some(number) = rest.strip_prefix(['ố', 'Ố']).and_then(number_behind)
        {
            return Some((at - before.map_or(0, char::len_utf8), number));
        }
    }
    None
}

/// The number behind the word `số`: digits and full stops, perhaps a second number and a year.
fn number_behind(text: &str) -> Option<&str> {
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
    if let Some((start, year)) = behind(end, &['/']).filter(|(_, year)| *year >= 2) {
        end = start + year.min(4);
    }
    number.get(..end)
}

/// Whether a character makes part of a word, as the patterns have it.
fn is_of_word(c: char) -> bool {
    chars::is_alphanumeric(c) || matches!(c, '_' | '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}')
}

/// Where a weekday stands in a text: `thứ Hai`, `chủ nhật`, before a space, a mark or the end.
fn weekday(text: &str) -> Option<Range<usize>> {
    // To the patterns the long `ſ` is an `s` as well.
    const DAYS: [&str; 8] = ["hai", "ba", "tư", "năm", "sáu", "ſáu", "bảy", "bẩy"];
    // The second byte of the vowels of both words.
    memchr::memchr_iter(0xBB, text.as_bytes()).find_map(|at| {
        let start = at.checked_sub(3)?;
        let (before, words) = text.split_at_checked(start)?;
        let ordinal = chars::strip_prefix(words, "thứ");
        let rest = ordinal.or_else(|| chars::strip_prefix(words, "chủ"))?;
        if before.ends_with(is_of_word) || !rest.starts_with(char::is_whitespace) {
            return None;
        }
        let day = rest.trim_start();
        let behind = match ordinal {
            Some(_) => DAYS
                .iter()
                .find_map(|name| chars::strip_prefix(day, name))
                .or_else(|| day.strip_prefix(|c: char| matches!(c, '2'..='7')))?,
            None => chars::strip_prefix(day, "nhật")?,
        };
        let ends = behind.is_empty()
            || behind.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | ')' | '–' | '-'));
        ends.then(|| start..text.len() - behind.len())
    })
}

fn read_line(text: &str) -> Reading {
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
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    if chars::strip_prefix(text, "năm").is_some() && YEAR_LABEL.is_match(text) {
        out.role = MastheadRole::YearLabel;
        return out;
    }
    let dates = if digits { date::find_dates(text) } else { Vec::new() };
    let full = dates.iter().find(|(_, d)| d.year.is_some() && d.resolve(None).is_some());
    let clock = full.filter(|_| may_hold_clock(text)).and_then(|_| CLOCK.captures(text));
    if let Some((_, day)) = full
        && (clock.is_some() || POSTED.is_match(text))
    {
        out.role = MastheadRole::Posted;
        out.posted = posted(day, clock.as_ref());
        return out;
    }
    let weekday = weekday(text);
    let named = has_name_word(text);
    let number = (digits && scan::any(text.as_bytes(), may_count)).then(|| find_number(text)).flatten().filter(
        |(start, number)| {
            let end = number.as_ptr() as usize + number.len() - text.as_ptr() as usize;
            (named || *start <= 2 || text.len() <= 90) && !is_document(text, end)
        },
    );
    let first_data = [full.map(|(r, _)| r.start), number.map(|n| n.0)].into_iter().flatten().min();
    if text.starts_with('(') && full.is_none() && number.is_none()
        || full.is_none() && number.is_none() && is_slogan(text)
    {
        out.role = MastheadRole::Slogan;
        return out;
    }
    // A month alone (`An Lạc, tháng 8 năm 2031`) is a date as well, but names no day.
    if full.is_none() && number.is_none() && dates.iter().any(|(_, d)| d.year.is_some()) && letters::words(text) <= 10 {
        out.role = MastheadRole::Date;
        return out;
    }
    if let Some((_, day)) = full {
        out.role = MastheadRole::Date;
        out.issued = ISSUED.is_match(text) || weekday.is_some();
        out.date = Some(day.clone());
    }
    if let Some((_, n)) = number {
        if full.is_none() {
            out.role = MastheadRole::Number;
        }
        out.number = Some(n.split_whitespace().collect::<String>());
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
    match first_data {
        Some(at) if named => {
            let head = trim_tail(text.get(..at).unwrap_or(""));
            if letters::words(head) >= 2 && NAME.is_match(head) {
                out.name = Some(head.trim().to_owned());
                out.role = MastheadRole::Name;
            }
        }
        None if named && out.role == MastheadRole::Other => out.role = MastheadRole::Name,
        _ => {}
    }
    out
}

/// Whether a number goes on as a document's does (`70/GP-STTTT`).
fn is_document(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or("").chars();
    matches!(rest.next(), Some('/' | '-')) && rest.next().is_some_and(chars::is_uppercase)
}

/// How often it appears, who may read it: a note, no name.
fn is_slogan(text: &str) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:phát hành (?:hàng|hằng|vào|mỗi|định kỳ)|lưu hành nội bộ|ra (?:hàng|hằng) (?:ngày|tuần|tháng)|tài liệu (?:tham khảo|nội bộ))",
        )
    });
    // `hành`, `hàng`, `hằng` and `tài` hold what every note does: their consonant and the first byte of their vowel.
    let noted = |a, b, _| ((a == b'h') | (a == b'H') | (a == b't') | (a == b'T')) & ((b == 0xC3) | (b == 0xE1));
    scan::any(text.as_bytes(), noted) && NOTE.is_match(text)
}

fn posted(day: &PrintedDate, clock: Option<&regex::Captures<'_>>) -> Option<String> {
    let date = day.resolve(None)?.date;
    let part = |i: usize| clock.and_then(|c| c.get(i)).and_then(|m| m.as_str().parse::<u8>().ok());
    let (hour, minute) = (part(1).unwrap_or(0), part(2).unwrap_or(0));
    (hour < 24 && minute < 60).then(|| format!("{date}T{hour:02}:{minute:02}"))
}

/// Reads a masthead from its lines in order.
pub fn read(lines: &[Input<'_>]) -> Masthead {
    let mut out = Masthead::default();
    let readings: Vec<Reading> = lines.iter().map(|l| read_line(l.text)).collect();
    let dated: Option<&PrintedDate> = readings
        .iter()
        .find(|r| r.issued && r.date.is_some())
        .or_else(|| readings.iter().find(|r| r.name.is_some() && r.date.is_some()))
        .or_else(|| readings.iter().find(|r| r.date.is_some()))
        .and_then(|r| r.date.as_ref());
    if let Some(day) = dated {
        out.reference = day.resolve(None).map(|r| r.date);
        out.issue.date = out.reference.map(|d| d.to_string());
        out.issue.date_text = Some(day.text.clone());
    }
    out.issue.number = readings.iter().find_map(|r| r.number.clone());
    out.issue.weekday = readings.iter().find_map(|r| r.weekday.clone());
    out.issue.posted = readings.iter().find_map(|r| r.posted.clone());
    if out.reference.is_none() {
        out.reference = out.issue.posted.as_deref().and_then(|p| p.get(..10)).and_then(|d| d.parse().ok());
    }
    let mut roles: Vec<MastheadRole> = readings.iter().map(|r| r.role).collect();
    out.title = name(lines, &readings, &mut roles);
    out.lines = lines
        .iter()
        .zip(roles)
        .map(|(l, role)| MastheadLine { text: l.text.to_owned(), role, lines: LineRange::single(l.line) })
        .collect();
    out
}

/// Puts the name together: from the first line that speaks as a name, over the lines after it that say nothing else.
fn name(lines: &[Input<'_>], readings: &[Reading], roles: &mut [MastheadRole]) -> Option<String> {
    if let Some(whole) = readings.iter().find_map(|r| r.name.clone()) {
        return Some(whole);
    }
    let first = roles
        .iter()
        .position(|r| *r == MastheadRole::Name)
        .or_else(|| roles.iter().position(|r| *r == MastheadRole::Other))?;
    let mut parts: Vec<&str> = Vec::new();
    for (line, role) in lines.iter().zip(roles.iter_mut()).skip(first) {
        let fits = matches!(role, MastheadRole::Name | MastheadRole::Other)
            && letters::words(line.text) <= 16
            && !letters::ends_like_prose(line.text)
            && !line.text.ends_with(':');
        if !fits || parts.len() == 4 {
            break;
        }
        *role = MastheadRole::Name;
        parts.push(line.text);
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masthead(text: &str) -> Masthead {
        let inputs: Vec<Input<'_>> =
            text.split('\n').enumerate().map(|(i, text)| Input { text, line: u32::try_from(i).unwrap() + 1 }).collect();
        read(&inputs)
    }

    #[test]
    fn name_over_several_lines() {
        let m = masthead(
            "Năm 2031\nTHỨ SÁU\nPhát hành: 19/4/2031\nBản tin\nĐiểm báo\nĐẤT ĐAI\n(Phát hành hàng ngày từ thứ Hai đến thứ Sáu)",
        );
        assert_eq!(m.title.as_deref(), Some("Bản tin Điểm báo ĐẤT ĐAI"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-04-19"));
        assert_eq!(m.issue.weekday.as_deref(), Some("THỨ SÁU"));
        use MastheadRole::{Date, Name, Slogan, Weekday, YearLabel};
        let roles: Vec<_> = m.lines.iter().map(|l| l.role).collect();
        assert_eq!(roles, [YearLabel, Weekday, Date, Name, Name, Name, Slogan]);
    }

    #[test]
    fn numbers_are_those_of_the_pattern() {
        // Every text of four pieces, and each behind the word.
        let pieces =
            ["số", " Số", "(SỐ ", "ſố", "x", " ", ":", "báo", "phát hành ", "7", "20.", "31", "–", "-", "/", "٣"];
        for number in 0..pieces.len().pow(4) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..4).map(piece).collect();
            for text in [format!("số {text}"), text] {
                let wanted = NUMBER.captures(&text).map(|c| (c.get(0).unwrap().start(), c.get(1).unwrap().as_str()));
                assert_eq!(find_number(&text), wanted, "{text}");
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

    #[test]
    fn signs_and_weekdays_are_those_of_the_patterns() {
        let days = pattern(r"(?i)\b(thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?:\s|[,.:;)–-]|$)");
        const PIECES: [&str; 28] = [
            "thứ",
            "THỨ",
            "Chủ",
            "nhật",
            "NHẬT",
            "hai",
            "Ba",
            "bảy",
            "ſáu",
            "2",
            "7",
            "12",
            " ",
            " ",
            "  ",
            ":",
            "h",
            "giờ",
            "G",
            "phút",
            "số",
            "SỐ",
            "báo",
            "phát hành",
            "-",
            "(",
            "_",
            "a",
        ];
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let (mut found, mut clocks) = (0, 0);
        for _ in 0..20_000 {
            let mut text: String = (0..next(4)).map(|_| PIECES[next(PIECES.len())]).collect();
            text.push_str(["thứ ", "THỨ  ", "Chủ ", "12:", "7 giờ ", "9h", "số ", "Số: "][next(8)]);
            (0..next(5)).for_each(|_| text.push_str(PIECES[next(PIECES.len())]));
            let day = days.captures(&text).map(|captures| captures.get(1).unwrap().range());
            assert_eq!(weekday(&text), day, "{text:?}");
            assert!(may_hold_clock(&text) || !CLOCK.is_match(&text), "{text:?}");
            found += usize::from(day.is_some());
            clocks += usize::from(CLOCK.is_match(&text));
        }
        assert!(found > 100 && clocks > 30, "{found} {clocks}");
    }

    #[test]
    fn date_in_the_name_line() {
        let m = masthead("Bản tin Đất đai ngày 22/3/2031\n9:23, Thứ Hai, 25-3-2031");
        assert_eq!(m.title.as_deref(), Some("Bản tin Đất đai"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-03-22"));
        assert_eq!(m.issue.posted.as_deref(), Some("2031-03-25T09:23"));
        assert_eq!(m.issue.weekday, None);
    }

    #[test]
    fn number_and_written_date() {
        let m = masthead("ĐIỂM BÁO\nĐẤT ĐAI\nSố 45/2031\nThứ Ba, ngày 14 tháng 3 năm 2031");
        assert_eq!(m.title.as_deref(), Some("ĐIỂM BÁO ĐẤT ĐAI"));
        assert_eq!(m.issue.number.as_deref(), Some("45/2031"));
        assert_eq!(m.issue.date.as_deref(), Some("2031-03-14"));
        assert_eq!(m.issue.weekday.as_deref(), Some("Thứ Ba"));
        let m = masthead("BẢN TIN ĐẤT ĐAI SỐ 7\nHà Nội, ngày 5 tháng 3 năm 2031");
        assert_eq!((m.title.as_deref(), m.issue.number.as_deref()), (Some("BẢN TIN ĐẤT ĐAI"), Some("7")));
    }
}
