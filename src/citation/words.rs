//! Splits a citation's words: marks addresses, labels, pages, times and dates, and cuts the rest into parts.
//!
//! Recognises by shape alone; which part is the source and which the by-line is decided in `read`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::byline::{Join, pieces};
use super::date::{PrintedDate, find_citation_dates, find_weekday};
use super::source::{Address, find_addresses};
use super::vocabulary::{is_agency, is_nobody, is_place, is_press};
use crate::text::chars;
use crate::text::pattern::pattern;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(tin bài|tin|bài viết|bài|tác giả|thực hiện|người viết|ghi)(?:\s*(?:,|và|&|-|–|/)?\s*(?:ảnh|bài|clip|video|hình))*\s*:",
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
    /// What slashes, dashes and `và` part it into, with what stands before each.
    pub(super) pieces: Vec<(Range<usize>, Join)>,
    /// A date follows without a comma.
    pub(super) before_date: bool,
    /// It names a photographer.
    pub(super) photo: bool,
    /// It stands behind a by-line's label (`Tin, ảnh:`).
    pub(super) labelled: bool,
}

/// The words of a citation with what was recognised in them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// As long as `text`: addresses hidden by letters, what was read by semicolons.
    pub(super) masked: String,
    pub(super) addresses: Vec<Address>,
    pub(super) dates: Vec<(Range<usize>, PrintedDate)>,
    pub(super) photos: Vec<Range<usize>>,
    /// Where the first by-line's label ends.
    pub(super) label: Option<usize>,
    pub(super) page: bool,
}

impl<'a> Words<'a> {
    pub(super) fn scan(text: &'a str) -> Self {
        let addresses = find_addresses(text);
        let mut words = Self {
            text,
            masked: text.to_owned(),
            addresses,
            dates: Vec::new(),
            photos: Vec::new(),
            label: None,
            page: false,
        };
        let ranges: Vec<Range<usize>> = words.addresses.iter().map(|address| address.range.clone()).collect();
        for range in ranges {
            let end = range.end;
            words.mask(range, 'X');
            // `Plo.vn19/4`, `Plo.vn/19/4`: the date begins where the address ends.
            let glued = text.get(end..).unwrap_or_default();
            if glued.trim_start_matches('/').starts_with(|c: char| c.is_ascii_digit()) {
                words.mask(end - 1..end, ' ');
            }
        }
        words.find_labels();
        words.find_pages();
        words.find_times();
        words.find_dates();
        words.open_nested();
        words
    }

    // Each of these looks first for a sign that its pattern cannot do without, since most citations hold none of them.

    /// By-line's labels (`Tin, ảnh:`) and photographers'.
    fn find_labels(&mut self) {
        if !may_hold_label(&self.masked) {
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
            self.mask(range, ';');
        }
    }

    /// Pages and numbers of issues.
    fn find_pages(&mut self) {
        let mut from = 0;
        while let Some(at) = self.masked.get(from..).and_then(page_word).map(|at| from + at) {
            from = at + 1;
            let (before, rest) = self.masked.split_at(at);
            let inside = before.ends_with(|c: char| chars::is_alphanumeric(c) || c == '_');
            let Some(found) = PAGE.find(rest).filter(|_| !inside) else { continue };
            let end = at + found.end();
            let after = self.text.get(end..).unwrap_or_default();
            let mut next = after.chars();
            let open = matches!(next.next(), Some('/' | '-' | '.')) && next.next().is_some_and(chars::is_alphanumeric);
            if !open && !after.starts_with(chars::is_alphanumeric) {
                self.page = true;
                self.mask(at..end, ';');
            }
            from = end;
        }
    }

    /// Times of the day.
    fn find_times(&mut self) {
        if !may_hold_time(self.masked.as_bytes()) {
            return;
        }
        for found in TIME.find_iter(&self.masked.clone()) {
            // `24h 19/4` is a name and a date.
            let after = self.text.get(found.end()..).unwrap_or_default();
            if !after.starts_with(|c: char| chars::is_alphanumeric(c) || c == '/') {
                self.mask(found.range(), ';');
            }
        }
        for captures in HOUR.captures_iter(&self.masked.clone()) {
            if let Some(hour) = captures.get(1) {
                self.mask(hour.range(), ';');
            }
        }
    }

    /// Dates and weekdays, and the `t/h` that looks like one's slash.
    fn find_dates(&mut self) {
        for (range, date) in find_citation_dates(&self.masked) {
            let start = before_date(self.masked.get(..range.start).unwrap_or_default());
            let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
            self.mask(start..range.end, ';');
            self.dates.push((start..range.end, PrintedDate { text, ..date }));
        }
        let bytes = self.masked.as_bytes();
        let compiled = |at: usize| {
            let around = bytes.get(at.saturating_sub(1)..at + 2);
            matches!(around, Some([b't' | b'T', _, b'h' | b'H']))
        };
        if memchr::memchr_iter(b'/', bytes).any(compiled) {
            for found in COMPILED.find_iter(&self.masked.clone()) {
                self.mask(found.range(), ';');
            }
        }
        while let Some((range, _)) = find_weekday(&self.masked) {
            let start = before_date(self.masked.get(..range.start).unwrap_or_default());
            self.mask(start..range.end, ';');
        }
    }

    fn mask(&mut self, range: Range<usize>, with: char) {
        let length = range.len();
        if self.masked.is_char_boundary(range.start) && self.masked.is_char_boundary(range.end) {
            self.masked.replace_range(range, &String::from(with).repeat(length));
        }
    }

    /// A parenthesis inside belongs to a press name (`Báo … (bản điện tử)`), is a note (`(tổng hợp)`), or a part of its own.
    fn open_nested(&mut self) {
        if memchr::memchr(b'(', self.masked.as_bytes()).is_none() {
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
                self.mask(whole.range(), 'X');
            } else if is_nobody(inside_text)
                || is_place(inside_text)
                || !is_agency(inside_text) && inside_text.chars().all(|c| chars::is_uppercase(c) || c == '.')
            {
                self.mask(whole.range(), ';');
            } else {
                self.mask(whole.start()..inside.start(), ';');
                self.mask(inside.end()..whole.end(), ';');
            }
        }
    }

    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut start = 0;
        for (at, _) in self.masked.match_indices([',', ';', '|', '(', ')', '[', ']']).chain([(self.masked.len(), "")]) {
            let raw = self.masked.get(start..at).unwrap_or_default();
            let text = raw.trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | ':' | '.' | '*' | '_')
            });
            // A full stop that ends initials or a shortened word stays with it.
            let end = start
                + (raw.len()
                    - raw
                        .trim_start_matches(|c: char| {
                            c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | ':' | '.' | '*' | '_')
                        })
                        .len());
            if text.chars().any(chars::is_alphanumeric) {
                let range = end..end + text.len();
                let before_date = self
                    .dates
                    .iter()
                    .any(|(date, _)| self.masked.get(range.end..date.start).is_some_and(|gap| gap.trim().is_empty()));
                let photo = self
                    .photos
                    .iter()
                    .any(|label| self.masked.get(label.end..range.start).is_some_and(|gap| !gap.contains(';')));
                let labelled = self.label.is_some_and(|label| label <= range.start);
                let pieces = pieces(text).into_iter().map(|piece| {
                    let start = range.start + piece.start;
                    (start..start + piece.text.len(), piece.join)
                });
                let pieces = pieces.collect();
                parts.push(Part { range, pieces, before_date, photo, labelled });
            }
            start = at + 1;
        }
        parts
    }

    pub(super) fn original(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    pub(super) fn address_in(&self, range: &Range<usize>) -> Option<&Address> {
        self.addresses.iter().find(|address| overlaps(&address.range, range))
    }
}

/// Words that lead to a date, lower case.
pub(super) const LEADING: &[&str] =
    &["số ra", "ra", "đăng", "phát hành", "cập nhật", "từ", "trong", "hôm", "lúc", "sáng", "chiều", "tối"];

/// Where the words begin that lead to a date at the end of `head`: `số ra ngày`, `sáng`.
fn before_date(head: &str) -> usize {
    let mut start = head.len();
    let before = head.trim_end();
    let before = before.strip_suffix(':').unwrap_or(before).trim_end();
    if let Some(rest) = ["ngày", "ng."].iter().find_map(|word| strip_last_word(before, word)) {
        start = rest.len();
    }
    while let Some(rest) = head.get(..start) {
        let before = rest.trim_end();
        if before.len() == rest.len() {
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
    chars::strip_suffix(text, word).filter(|rest| !rest.ends_with(|c: char| chars::is_alphanumeric(c) || c == '_'))
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
    let letters = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b't' | b'T' | b's' | b'S'));
    letters.map(|(at, _)| at).find(|&at| {
        let rest = text.get(at..).unwrap_or_default();
        ["trang", "tr", "số"].iter().filter_map(|word| chars::strip_prefix(rest, word)).any(follows)
    })
}

/// Whether a digit stands before what makes a time of it (`:30`, `h30`, `giờ`), or the name of a time zone somewhere.
fn may_hold_time(bytes: &[u8]) -> bool {
    // White space beyond ASCII begins with one of these bytes.
    let space = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, 0xC2 | 0xE1..=0xE3);
    let sign = |at: usize| {
        let at = at + usize::from(bytes.get(at).is_some_and(u8::is_ascii_whitespace));
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b':'), Some(next)) => next.is_ascii_digit() || space(*next),
            (Some(b'h' | b'H' | b'g' | b'G'), Some(next)) => {
                next.is_ascii_digit() || space(*next) || matches!(next, b',' | b';' | b'i' | b'I' | b'n' | b'N')
            }
            (Some(byte), _) => !byte.is_ascii() && space(*byte),
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
