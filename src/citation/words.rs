//! Splits a citation's words: marks addresses, labels, pages, times and dates, and cuts the rest into parts.
//!
//! Recognises by shape alone; which part is the source and which the by-line is decided in `read`.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::byline::{Join, pieces};
use super::date::{PrintedDate, find_citation_dates, find_weekday};
use super::locate::WINDOW;
use super::source::{Address, find_addresses};
use super::traces::WordTraces;
use super::vocabulary::{is_agency, is_nobody, is_place, is_press};
use crate::text::chars;
use crate::text::pattern::pattern;
use crate::text::scan;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:((?:ảnh\s*(?:,|và|&|-|–|/)\s*)?(?:tin bài|tin|bài viết|bài|tác giả|thực hiện|người viết|ghi))",
        r"(?:\s*(?:,|và|&|-|–|/)?\s*(?:ảnh|bài|clip|video|hình))*\s*:",
        r"|(?:ảnh|hình|clip|video)\s*:)"
    ))
});

/// A page or an issue's number at the beginning of a text.
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:trang|tr)\s*[.:]?\s*(?:\d{1,3}(?:\s*(?:-|–|và|&|\+)\s*\d{1,3})*|nhất|cuối|bìa)|số\s*:?\s*(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:/\d{4}|\s*\(\d+\))?)",
    )
});

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:đăng|phát|cập nhật)\s+)?(?:lúc\s+)?(?:\d{1,2}\s?:\s?\d{2}(?:\s?:\s?\d{2})?|\d{1,2}\s?(?:h|g|giờ)\s?\d{2}|\d{1,2}\s?giờ)",
        r"(?:\s?(?:phút|am|pm|sa|ch)\b)?|\(?\bgmt\s?[+]?\s?\d{0,2}\)?"
    ))
});

/// A bare hour in front of a day: `VTV1, 19h ngày 18/4`. At the beginning it would be a name (`24h 19/4`).
static HOUR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?:[,;(-]\s*|\blúc\s+)(\d{1,2}\s?(?:h|g|giờ))\s*(?:,|;|ngày\b|\d{1,2}[/.-]\d)"));

/// `t/h` for `tổng hợp`, whose slash would split it.
static COMPILED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bt/h\b"));

static NESTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\(([^()]*)\)"));

/// A run of text between commas, dates and labels.
pub(super) struct Part {
    pub(super) range: Range<usize>,
    /// What slashes, dashes and `và` part it into, as places among the pieces of the citation.
    pieces: Range<usize>,
    /// A date follows without a comma.
    pub(super) before_date: bool,
    /// A page or an issue's number follows.
    pub(super) before_page: bool,
    /// It names a photographer.
    pub(super) photo: bool,
    /// It stands behind a by-line's label (`Tin, ảnh:`).
    pub(super) labelled: bool,
}

/// A piece of a part, with what stands before it.
pub(super) type Piece = (Range<usize>, Join);

/// The words of a citation with what was recognised in them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// As long as `text`: addresses hidden by letters, what was read by semicolons.
    masked: String,
    traces: WordTraces,
    pub(super) addresses: Vec<Address<'a>>,
    pub(super) dates: Vec<Range<usize>>,
    /// The first of the dates.
    pub(super) date: Option<PrintedDate>,
    photos: Vec<Range<usize>>,
    /// Where the first by-line's label ends.
    pub(super) label: Option<usize>,
    pub(super) page: bool,
    /// Pages and numbers of issues.
    pages: Vec<Range<usize>>,
    pub(super) parts: Vec<Part>,
    pieces: Vec<Piece>,
}

/// What stands in the place of an address, and of what was read.
const HIDDEN: &str = filler(&[b'X'; WINDOW]);
const READ: &str = filler(&[b';'; WINDOW]);

const fn filler(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

impl<'a> Words<'a> {
    pub(super) fn scan(text: &'a str) -> Self {
        let traces = WordTraces::of(text.as_bytes());
        let mut words = Self {
            text,
            masked: text.to_owned(),
            traces,
            addresses: if traces.addressed() { find_addresses(text) } else { Vec::new() },
            dates: Vec::new(),
            date: None,
            photos: Vec::new(),
            label: None,
            page: false,
            pages: Vec::new(),
            parts: Vec::new(),
            pieces: Vec::new(),
        };
        words.hide_addresses();
        words.find_labels();
        words.find_pages();
        words.find_times();
        words.find_dates();
        words.open_nested();
        words.part();
        words
    }

    fn hide_addresses(&mut self) {
        for address in &self.addresses {
            let end = address.range.end;
            mask(&mut self.masked, address.range.clone(), HIDDEN);
            // `Plo.vn19/4`, `Plo.vn/19/4`: the date begins where the address ends.
            let glued = self.text.get(end..).unwrap_or_default();
            if glued.trim_start_matches('/').starts_with(|c: char| c.is_ascii_digit()) {
                mask(&mut self.masked, end - 1..end, " ");
            }
        }
    }

    // Each of these looks first for a sign that its pattern cannot do without, since most citations hold none of them.

    /// By-line's labels (`Tin, ảnh:`) and photographers'.
    fn find_labels(&mut self) {
        if !self.traces.contains(WordTraces::COLON) || !may_hold_label(&self.masked) {
            return;
        }
        for found in LABEL.captures_iter(&self.masked.clone()) {
            let Some(range) = found.get(0).map(|m| m.range()) else {
                continue;
            };
            if found.get(1).is_some() {
                self.label.get_or_insert(range.end);
            } else {
                self.photos.push(range.clone());
            }
            mask(&mut self.masked, range, READ);
        }
    }

    /// Pages and numbers of issues.
    fn find_pages(&mut self) {
        if !self.traces.contains(WordTraces::PAGE) {
            return;
        }
        let mut from = 0;
        while let Some(at) = self.masked.get(from..).and_then(page_word).map(|at| from + at) {
            from = at + 1;
            let (before, rest) = self.masked.split_at(at);
            let inside = before.ends_with(chars::is_word_character);
            let Some(found) = PAGE.find(rest).filter(|_| !inside) else { continue };
            let end = at + found.end();
            let after = self.text.get(end..).unwrap_or_default();
            let mut next = after.chars();
            let open = matches!(next.next(), Some('/' | '-' | '.')) && next.next().is_some_and(chars::is_alphanumeric);
            if !open && !after.starts_with(chars::is_alphanumeric) {
                self.page = true;
                self.pages.push(at..end);
                mask(&mut self.masked, at..end, READ);
            }
            from = end;
        }
    }

    /// Times of the day.
    fn find_times(&mut self) {
        if !self.traces.contains(WordTraces::CLOCK) || !may_hold_time(&self.masked) {
            return;
        }
        for found in TIME.find_iter(&self.masked.clone()) {
            // `24h 19/4` is a name and a date.
            let after = self.text.get(found.end()..).unwrap_or_default();
            if !after.starts_with(|c: char| chars::is_alphanumeric(c) || c == '/') {
                mask(&mut self.masked, found.range(), READ);
            }
        }
        for captures in HOUR.captures_iter(&self.masked.clone()) {
            if let Some(hour) = captures.get(1) {
                mask(&mut self.masked, hour.range(), READ);
            }
        }
    }

    /// Dates and weekdays, and the `t/h` that looks like one's slash.
    fn find_dates(&mut self) {
        if self.traces.contains(WordTraces::DIGIT) {
            for (range, date) in find_citation_dates(&self.masked) {
                self.date.get_or_insert_with(|| date.printed(self.text, &range));
                self.dates.push(range);
            }
        }
        for date in &mut self.dates {
            let (head, printed) = self.masked.split_at_checked(date.start).unwrap_or_default();
            date.start = before_date(head, chars::strip_prefix(printed, "tháng").is_some());
            mask(&mut self.masked, date.clone(), READ);
        }
        let bytes = self.masked.as_bytes();
        let compiled = |at: usize| {
            let around = bytes.get(at.saturating_sub(1)..at + 2);
            matches!(around, Some([b't' | b'T', _, b'h' | b'H']))
        };
        if memchr::memchr_iter(b'/', bytes).any(compiled) {
            for found in COMPILED.find_iter(&self.masked.clone()) {
                mask(&mut self.masked, found.range(), READ);
            }
        }
        // One that cannot be masked would be found again.
        let mut masked = self.traces.contains(WordTraces::WEEKDAY);
        while masked && let Some((range, _)) = find_weekday(&self.masked) {
            let start = before_date(self.masked.get(..range.start).unwrap_or_default(), false);
            masked = mask(&mut self.masked, start..range.end, READ);
        }
    }

    /// A parenthesis inside belongs to a press name (`Báo … (bản điện tử)`), is a note (`(tổng hợp)`), or a part of its own.
    fn open_nested(&mut self) {
        if !self.traces.contains(WordTraces::BRACKET) {
            return;
        }
        for captures in NESTED.captures_iter(&self.masked.clone()) {
            let (Some(whole), Some(inside)) = (captures.get(0), captures.get(1)) else {
                continue;
            };
            let head = self.masked.get(..whole.start()).unwrap_or_default();
            let start = head.rfind([',', ';', '|']).map_or(0, |at| at + 1);
            let name = self.text.get(start..whole.start()).unwrap_or_default().trim();
            let inside_text = self.text.get(inside.range()).unwrap_or_default().trim();
            if is_press(name) && !inside.as_str().contains(';') {
                mask(&mut self.masked, whole.range(), HIDDEN);
            } else if is_nobody(inside_text)
                || is_place(inside_text)
                || !is_agency(inside_text) && inside_text.chars().all(|c| chars::is_uppercase(c) || c == '.')
            {
                mask(&mut self.masked, whole.range(), READ);
            } else {
                mask(&mut self.masked, whole.start()..inside.start(), READ);
                mask(&mut self.masked, inside.end()..whole.end(), READ);
            }
        }
    }

    /// Cuts what is left into parts and these into pieces.
    fn part(&mut self) {
        // A full stop that ends initials or a shortened word stays with it.
        let outer = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | ':' | '.' | '*' | '_');
        let parts = |byte: &u8| matches!(byte, b',' | b';' | b'|' | b'(' | b')' | b'[' | b']');
        let mut next = 0;
        for raw in self.masked.as_bytes().split(parts) {
            let end = next + raw.len();
            let text = self.masked.get(next..end).unwrap_or_default().trim_start_matches(outer);
            let start = end - text.len();
            next = end + 1;
            let text = text.trim_end_matches(outer);
            if !text.chars().any(chars::is_alphanumeric) {
                continue;
            }
            let range = start..start + text.len();
            let between = |from: usize, to: usize| self.masked.get(from..to);
            let first = self.pieces.len();
            self.pieces.extend(pieces(text).map(|piece| {
                let start = range.start + piece.start;
                (start..start + piece.text.len(), piece.join)
            }));
            self.parts.push(Part {
                pieces: first..self.pieces.len(),
                before_date: self
                    .dates
                    .iter()
                    .any(|date| between(range.end, date.start).is_some_and(|gap| gap.trim().is_empty())),
                before_page: self.pages.iter().any(|page| {
                    between(range.end, page.start).is_some_and(|gap| gap.trim_matches([' ', ',', '.']).is_empty())
                }),
                photo: self
                    .photos
                    .iter()
                    .any(|label| between(label.end, range.start).is_some_and(|gap| !gap.contains(';'))),
                labelled: self.label.is_some_and(|label| label <= range.start),
                range,
            });
        }
    }

    pub(super) fn pieces(&self, part: &Part) -> &[Piece] {
        self.pieces.get(part.pieces.clone()).unwrap_or_default()
    }

    /// Whether a date stands between two parts.
    pub(super) fn parted_by_date(&self, left: &Part, right: &Part) -> bool {
        self.dates.iter().any(|date| left.range.end <= date.start && date.end <= right.range.start)
    }

    pub(super) fn original(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    pub(super) fn address_in(&self, range: &Range<usize>) -> Option<&Address<'a>> {
        self.addresses.iter().find(|address| overlaps(&address.range, range))
    }
}

/// Folds the white space of a citation to single spaces.
pub(super) fn fold(inner: &str) -> Cow<'_, str> {
    // White space of Latin-1, of general punctuation, and two spaces of old and wide scripts.
    let beyond = |a, b, c| {
        (a == 0xC2) & ((b == 0x85) | (b == 0xA0))
            | (a == 0xE2) & (b == 0x80) & ((c <= 0x8A) | (c == 0xA8) | (c == 0xA9) | (c == 0xAF))
            | (a == 0xE2) & (b == 0x81) & (c == 0x9F)
            | (a == 0xE1) & (b == 0x9A) & (c == 0x80)
            | (a == 0xE3) & (b == 0x80) & (c == 0x80)
    };
    let unfolded = |a, b, c| (0x09..=0x0D).contains(&a) | (a == b' ') & (b == b' ') | beyond(a, b, c);
    if inner.starts_with(' ') || inner.ends_with(' ') || scan::any(inner.as_bytes(), unfolded) {
        return Cow::Owned(inner.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(inner)
}

/// Puts letters or semicolons in the place of what stands there, and tells whether that was done; no citation is longer than
/// the text of either.
fn mask(masked: &mut String, range: Range<usize>, with: &str) -> bool {
    let Some(with) = with.get(..range.len()).filter(|_| masked.get(range.clone()).is_some()) else { return false };
    masked.replace_range(range, with);
    true
}

/// Words that lead to a date, lower case.
pub(super) const LEADING: &[&str] =
    &["số ra", "ra", "đăng", "phát hành", "cập nhật", "từ", "trong", "hôm", "lúc", "sáng", "chiều", "tối"];

/// Where the words begin that lead to a date at the end of `head`: `số ra ngày`, `sáng`, before a month `số`.
fn before_date(head: &str, is_month: bool) -> usize {
    let mut start = head.len();
    let before = head.trim_end();
    let before = before.strip_suffix(':').unwrap_or(before).trim_end();
    let day = ["ngày", "ng."].iter().find_map(|word| strip_last_word(before, word));
    if let Some(rest) = day {
        start = rest.len();
    }
    // `Tạp chí Chuyển đổi số tháng 5`: what is called digital keeps the word.
    let issue = day.or_else(|| is_month.then_some(before)).and_then(|rest| strip_last_word(rest.trim_end(), "số"));
    if let Some(rest) = issue.filter(|rest| strip_last_word(rest.trim_end(), "đổi").is_none()) {
        start = rest.len();
    }
    while let Some(rest) = head.get(..start) {
        let before = rest.trim_end();
        // Most dates follow an address or a comma.
        if before.len() == rest.len() || before.ends_with(['X', ';', ',']) {
            break;
        }
        match LEADING.iter().filter_map(|word| strip_last_word(before, word)).map(str::len).min() {
            Some(length) => start = length,
            None => break,
        }
    }
    start
}

/// What stands before a word at the end of a text, if the word begins there.
fn strip_last_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    chars::strip_suffix(text, word).filter(|rest| !rest.ends_with(chars::is_word_character))
}

/// Whether a word of a by-line's or photographer's label stands before a colon.
pub(super) fn may_hold_label(text: &str) -> bool {
    const LAST_WORDS: [&str; 10] = ["tin", "bài", "viết", "giả", "hiện", "ghi", "ảnh", "clip", "video", "hình"];
    memchr::memchr_iter(b':', text.as_bytes()).any(|at| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        LAST_WORDS.iter().any(|word| chars::strip_suffix(before, word).is_some())
    })
}

/// Where `trang`, `tr` or `số` first stands with what can follow it as a page or number.
fn page_word(text: &str) -> Option<usize> {
    let follows = |rest: &str| {
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
        rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'n' | 'N' | 'c' | 'C' | 'b' | 'B'))
    };
    let pairs = text.as_bytes().windows(2).enumerate();
    let mut openings = pairs.filter(|(_, pair)| matches!(pair, [b't' | b'T', b'r' | b'R'] | [b's' | b'S', 0xE1]));
    openings.find_map(|(at, _)| {
        let rest = text.get(at..)?;
        ["trang", "tr", "số"].iter().filter_map(|word| chars::strip_prefix(rest, word)).any(follows).then_some(at)
    })
}

/// Whether a digit stands before what makes a time of it (`:30`, `h30`, `giờ`), or the name of a time zone somewhere. The
/// words are parted by single spaces.
fn may_hold_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let unspaced = |at: usize| at + usize::from(bytes.get(at) == Some(&b' '));
    let sign = |at: usize| {
        let at = unspaced(at);
        let next = bytes.get(unspaced(at + 1)).copied().unwrap_or_default();
        match bytes.get(at) {
            Some(b':') => next.is_ascii_digit(),
            Some(b'h' | b'H') => next.is_ascii_digit() || matches!(next, b',' | b';' | b'n' | b'N'),
            Some(b'g' | b'G') => {
                next.is_ascii_digit()
                    || matches!(next, b',' | b';' | b'n' | b'N')
                    || text.get(at..).is_some_and(|word| chars::strip_prefix(word, "giờ").is_some())
            }
            _ => false,
        }
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'0'..=b'9' => sign(at + 1),
        b'g' | b'G' => bytes.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case(b"gmt")),
        _ => false,
    })
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_all_white_space() {
        for c in '\0'..='\u{FFFF}' {
            let text = format!("a{c}b");
            match fold(&text) {
                Cow::Borrowed(_) => assert!(c == ' ' || !c.is_whitespace(), "{c:?}"),
                Cow::Owned(folded) => assert!(c.is_whitespace() && folded == "a b", "{c:?}"),
            }
        }
        for (text, folded) in [("", ""), (" ", ""), ("a  b", "a b"), (" a b", "a b"), ("a b ", "a b"), ("a b", "a b")] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }
}
