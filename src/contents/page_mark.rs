//! The page at the end of a line of the contents: after leaders, a tab, a wide space or a word for it.
//!
//! Whether a number after a single space is a page or the end of the title is decided with the whole contents in view.

use crate::text::chars;

/// Words before a page, lower case.
pub(super) const WORDS: [&str; 2] = ["trang", "tr"];

/// How a line of the contents gives its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageMark {
    /// After leaders, a tab or a wide space.
    Sure(u32),
    /// After a single space: could be the end of the title.
    Maybe(u32),
    /// No page.
    None,
}

/// Most letters and digits of a page and the word for it (`trang 123`).
pub const LONGEST_PAGE: usize = 8;

/// Splits the page off a line of the contents.
pub fn split_page(raw: &str) -> (&str, PageMark) {
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let raw = if plain(raw.as_bytes().first()) && plain(raw.as_bytes().last()) {
        raw
    } else {
        raw.trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '#')
    };
    // A page is the last thing on its line, perhaps in brackets; leaders end in a dot or dash.
    let mut bytes = raw.as_bytes();
    while let [rest @ .., b')' | b']' | b'.' | b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    let digit = bytes.last().is_some_and(u8::is_ascii_digit);
    if !digit && !raw.ends_with(['.', '…', '·', '_']) {
        return (raw, PageMark::None);
    }
    let found = digit.then(|| sure(raw)).flatten().map(|(at, page)| (at, PageMark::Sure(page)));
    let found = found.or_else(|| Some((leaders(raw)?, PageMark::None)));
    let found = found.or_else(|| digit.then(|| maybe(raw)).flatten().map(|(at, page)| (at, PageMark::Maybe(page))));
    match found {
        Some((at, mark)) => (raw.get(..at).unwrap_or(raw), mark),
        None => (raw, PageMark::None),
    }
}

/// Whether a line ends in a page, after leaders or a wide space.
pub fn has_page(raw: &str) -> bool {
    sure_page(raw).is_some()
}

/// The page that a line ends in, after leaders or a wide space.
pub(super) fn sure_page(raw: &str) -> Option<u32> {
    match split_page(raw).1 {
        PageMark::Sure(page) => Some(page),
        _ => None,
    }
}

/// The page of a line that holds nothing else but leaders or a word for it: the title stands above, or below.
pub fn lone_page(raw: &str) -> Option<u32> {
    let raw = raw.trim();
    let (bracket, inner) = match raw.strip_prefix(['(', '[']) {
        Some(inner) => (true, inner.strip_suffix([')', ']'])?),
        None => (false, raw),
    };
    let (head, page) = number(inner)?;
    let close = head.trim_end();
    // A year or a number in brackets says nothing of a page.
    if bracket && close.is_empty() {
        return None;
    }
    let leaders = ["trang", "tr.", "tr"].iter().find_map(|word| without_word(close, word)).unwrap_or(head);
    leaders.chars().all(is_leader).then_some(page)
}

/// The word in what a line prints as its page.
pub fn word(mark: &str) -> Option<&str> {
    let word = mark.trim_matches(|c: char| !chars::is_alphabetic(c));
    (!word.is_empty()).then_some(word)
}

/// Whether a line heads the column of the pages and says nothing else.
pub fn heads_pages(text: &str) -> bool {
    let words = text.trim_end_matches([':', ' ']);
    ["trang", "số trang"].iter().any(|head| chars::is_word(words, head))
}

/// Whether what was left over beside the entries is a page, or the word before one.
pub fn speaks_of_page(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Where the title ends in a line with a sure page, and the page. A line that holds nothing else has none.
fn sure(raw: &str) -> Option<(usize, u32)> {
    let tail = trim_end(raw.strip_suffix('.').unwrap_or(raw));
    let (head, page) = number(trim_end(tail.strip_suffix([')', ']']).unwrap_or(tail)))?;
    let close = trim_end(head);
    let by_sign = match close.as_bytes().last()? {
        b'g' | b'G' => without_word(close, "trang").map(before_word),
        b'.' => without_word(close, "tr.").map(before_word),
        b'r' | b'R' => without_word(close, "tr").and_then(after_leaders),
        b'(' | b'[' => close.strip_suffix(['(', '[']).map(|head| head.trim_end().len()),
        _ if close.len() < head.len() => close.strip_suffix(['-', '–', '—', '|']).and_then(spaced),
        _ => None,
    };
    let start = [after_leaders(head), by_sign].into_iter().flatten().min()?;
    let (title, gap) = head.split_at_checked(start)?;
    // Spaces set a page apart where the words before it do not stand as far from each other.
    let is_spacing = title.contains("  ") && gap.bytes().all(|byte| byte == b' ');
    (start > 0 && !is_spacing).then_some((start, page))
}

/// Where the title ends before a word for the page.
fn before_word(head: &str) -> usize {
    let apart = set_apart(head);
    after_leaders(head).map_or(apart, |start| start.min(apart))
}

/// Where the title ends in a line that ends in a number after a space or a word for it.
fn maybe(raw: &str) -> Option<(usize, u32)> {
    let (head, page) = number(raw)?;
    let close = head.trim_end();
    let word = without_word(close, "trang").or_else(|| without_word(close, "tr.")).and_then(spaced);
    word.or_else(|| spaced(head)).filter(|&at| at > 0).map(|at| (at, page))
}

/// The number of one to three digits that ends a text, and what stands before it.
fn number(text: &str) -> Option<(&str, u32)> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, digits) = (1..=3).contains(&digits).then(|| text.split_at_checked(text.len() - digits)).flatten()?;
    Some((head, digits.parse().ok()?))
}

/// What stands before a word at the end of a text, whatever its case.
fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    tail.eq_ignore_ascii_case(word).then_some(head)
}

/// [`str::trim_end`]; most texts end in no white space.
fn trim_end(text: &str) -> &str {
    if text.as_bytes().last().is_some_and(u8::is_ascii_graphic) { text } else { text.trim_end() }
}

/// Length of a text without the white space that it ends in; None where it ends in none.
fn spaced(text: &str) -> Option<usize> {
    let length = text.trim_end().len();
    (length < text.len()).then_some(length)
}

/// Length of a text without the dash and the bracket that set a word for a page apart.
fn set_apart(head: &str) -> usize {
    let head = head.trim_end();
    let head = head.strip_suffix(['(', '[']).map_or(head, str::trim_end);
    head.strip_suffix(['-', '–', '—', '|', ',', ':']).map_or(head, str::trim_end).len()
}

/// Whether a character may stand among leaders.
fn is_leader(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '…' | '·' | '_' | '-' | '–' | '—')
}

/// Where the leaders begin that a text ends in: white space and marks, two of a kind at the head, a dot behind a space, or a
/// tab.
fn after_leaders(head: &str) -> Option<usize> {
    let mut title = head;
    loop {
        let mut bytes = title.as_bytes();
        while let [rest @ .., b'.' | b' ' | b'\t' | b'_' | b'-'] = bytes {
            bytes = rest;
        }
        title = title.get(..bytes.len())?;
        // A slip of recognition among dots.
        if let [.., b'.', b',' | b';' | b':' | b'\''] = bytes {
            title = title.get(..title.len() - 1)?;
        }
        let Some(leader) = title.chars().next_back().filter(|&c| is_leader(c)) else { break };
        title = title.get(..title.len() - leader.len_utf8())?;
    }
    let mut rest = head.get(title.len()..)?;
    while !rest.is_empty() {
        let text = rest.trim_start();
        let space = rest.get(..rest.len() - text.len())?;
        if space.chars().nth(1).is_some()
            || space == "\t"
            || ["..", "…", "··", "__", "--", "––", "——", ". ."].iter().any(|leaders| text.starts_with(leaders))
            // One dot that stands apart from the words closes no sentence.
            || !space.is_empty() && text.starts_with(['.', '·'])
        {
            return Some(head.len() - rest.len());
        }
        rest = text.get(text.chars().next()?.len_utf8()..)?;
    }
    None
}

/// Where the leaders begin that end a line without a page.
fn leaders(raw: &str) -> Option<usize> {
    let head = raw.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…'));
    for mark in ['·', '_'] {
        let title = head.trim_end_matches(mark);
        if head.len() - title.len() >= 3 * mark.len_utf8() {
            return Some(title.trim_end().len());
        }
    }
    let mut rest = raw.get(head.len()..)?;
    while !rest.is_empty() {
        let text = rest.trim_start();
        if ["....", "……", "….", ". . . "].iter().any(|leaders| text.starts_with(leaders))
            || text.starts_with('.') && text.trim_start_matches('.').starts_with('…')
        {
            return Some(raw.len() - rest.len());
        }
        rest = text.get(text.chars().next()?.len_utf8()..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pattern::pattern;
    use regex::Regex;

    #[test]
    fn pages_on_lines_of_their_own() {
        for (line, page) in [
            ("7", Some(7)),
            ("..... 7", Some(7)),
            ("Trang 7", Some(7)),
            ("(trang 7)", Some(7)),
            ("(7)", None),
            ("(chợ 7)", None),
        ] {
            assert_eq!(lone_page(line), page, "{line}");
        }
    }

    /// The same as patterns, which say it all at once.
    struct Patterns {
        sure: Regex,
        maybe: Regex,
        leaders: Regex,
    }

    impl Patterns {
        fn new() -> Self {
            Self {
                sure: pattern(concat!(
                    r"(?:(?:\s*(?:\.{2,}|\. \.)[,;:']?|\s*(?:…|·{2,}|_{2,}|-{2,}|–{2,}|—{2,}|\t|\s{2,})|\s+(?:\.[,;:']?|·))",
                    r"(?:\.[,;:']|[\s.…·_–—-])*(?:(?i:trang|tr\.?)\s*)?",
                    r"|\s*(?:[-–—|,:]\s*)?[(\[]?\s*(?i:trang|tr\.)\s*|\s+[-–—|]\s+|\s*[(\[]\s*)(\d{1,3})\s*[)\]]?\s*\.?$"
                )),
                maybe: pattern(r"\s+(?:(?i:trang|tr\.)\s*)?(\d{1,3})$"),
                leaders: pattern(r"\s*(?:\.{4,}|…{2,}|…\.+|\.+…|·{3,}|_{3,}|(?:\. ){3,}\.?)[\s.…]*$"),
            }
        }

        fn split<'t>(&self, raw: &'t str) -> (&'t str, PageMark) {
            let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '#');
            let digit = raw.trim_end_matches([')', ']', '.', ' ', '\t']).ends_with(|c: char| c.is_ascii_digit());
            let numbered = |pattern: &Regex| {
                let found = pattern.captures(raw).filter(|_| digit)?;
                let (start, number) = (found.get(0)?.start(), found.get(1)?);
                let spaced = raw[..start].contains("  ") && raw[start..number.start()].trim_matches(' ').is_empty();
                (start > 0 && !(spaced && std::ptr::eq(pattern, &self.sure)))
                    .then_some((start, number.as_str().parse().ok()?))
            };
            let ends = raw.ends_with(['.', '…', '·', '_']);
            if let Some((at, page)) = numbered(&self.sure) {
                (&raw[..at], PageMark::Sure(page))
            } else if let Some(found) = self.leaders.find(raw).filter(|_| digit || ends) {
                (&raw[..found.start()], PageMark::None)
            } else if let Some((at, page)) = numbered(&self.maybe) {
                (&raw[..at], PageMark::Maybe(page))
            } else {
                (raw, PageMark::None)
            }
        }
    }

    #[test]
    fn the_same_as_the_patterns() {
        const PIECES: [&str; 40] = [
            ".", ".", ".", "..", "....", "…", "…", "·", "··", "_", "__", "-", "--", "–", "—", "––", "——", "|", ",",
            " ", " ", "  ", "\t", "\u{A0}", "trang", "Tr.", "tr", "TRANG", "(", "[", ")", "]", "5", "12", "٣", "chợ",
            "*", "x", ":", "'",
        ];
        let patterns = Patterns::new();
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let (mut sure, mut maybe) = (0, 0);
        for _ in 0..70_000 {
            let mut line = if next(4) > 0 { "Chợ".to_owned() } else { String::new() };
            (0..next(7)).for_each(|_| line.push_str(PIECES[next(PIECES.len())]));
            if next(2) > 0 {
                line.push_str(["7", "14", "203", "2031", "8.", "9)", " 3 ).", "4\u{A0}]"][next(8)]);
            }
            let split = split_page(&line);
            assert_eq!(split, patterns.split(&line), "{line:?}");
            sure += usize::from(matches!(split.1, PageMark::Sure(_)));
            maybe += usize::from(matches!(split.1, PageMark::Maybe(_)));
        }
        assert!(sure > 5000 && maybe > 500, "{sure} {maybe}");
    }

    #[test]
    fn pages_without_a_title() {
        for (line, page) in [
            ("........ 14", Some(14)),
            (" ……\t3 ", Some(3)),
            ("3", Some(3)),
            ("Trang 3", Some(3)),
            ("... tr. 3", Some(3)),
            ("Chợ ... 3", None),
            ("Chợ trang 3", None),
            ("....", None),
            ("2031", None),
        ] {
            assert_eq!(lone_page(line), page, "{line}");
        }
    }

    #[test]
    fn pages() {
        for (line, title, mark) in [
            ("Chợ mới .....\t14", "Chợ mới", PageMark::Sure(14)),
            ("**Chợ mới** …… 3", "Chợ mới**", PageMark::Sure(3)),
            ("Chợ mới – Trang 3.", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới (tr.3)", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới: trang 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới - 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới ——— 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới———— trang 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới 3", "Chợ mới", PageMark::Maybe(3)),
            ("Chợ mới . 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới. 3", "Chợ mới.", PageMark::Maybe(3)),
            ("Chợ mới  3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ  mới  3", "Chợ  mới", PageMark::Maybe(3)),
            ("Chợ  mới ...  3", "Chợ  mới", PageMark::Sure(3)),
            ("Chợ mới ..,.., 3", "Chợ mới", PageMark::Sure(3)),
            ("Chợ mới, 3", "Chợ mới,", PageMark::Maybe(3)),
            ("Chợ mới năm 2031", "Chợ mới năm 2031", PageMark::None),
            ("Chợ mới.....", "Chợ mới", PageMark::None),
            ("Chợ mới.", "Chợ mới.", PageMark::None),
            ("Trang 3", "Trang", PageMark::Maybe(3)),
        ] {
            assert_eq!(split_page(line), (title, mark), "{line}");
        }
        assert!(has_page("Chợ ... 3") && !has_page("Chợ 3"));
    }
}
