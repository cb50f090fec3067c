//! Markdown and the few tags that extractors leave: removed from a line, with a note of what they said.
//!
//! Heading levels and bold type are hints for later stages. Letters are never lost: the text of a link stays, its
//! address is kept aside; a tag that is not a known piece of markup stays as text.

use std::borrow::Cow;
use std::ops::Range;

use super::normalise;
use super::scan;
use crate::text::chars;

/// A line without its markup.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Plain<'t> {
    /// The text, white space not yet folded.
    pub text: Cow<'t, str>,
    /// Level of a Markdown heading, 1 to 6; 0 for none.
    pub heading: u8,
    /// Whether the whole line was set in bold.
    pub bold: bool,
    /// Addresses that the text linked to without printing them.
    pub links: Vec<String>,
}

/// Tags that are markup and nothing else; the list of the contract's own checker.
const TAGS: [&str; 11] = ["p", "i", "b", "u", "br", "em", "strong", "sup", "sub", "span", "div"];

/// Whether a byte is one that all markup begins with.
#[inline(always)]
fn is_sign(a: u8) -> bool {
    (a == b'*') | (a == b'_') | (a == b'#') | (a == b'[') | (a == b'<') | (a == b'\\')
}

/// Whether markup, or white space that is no single space, may begin with these bytes of a whole text. It says yes too
/// often, for signs beyond ASCII that hardly a line has, so as to be short: each byte of a text is asked for. The
/// breaks between lines are none of a line.
#[inline(always)]
pub fn may_be_marked(a: u8, b: u8, c: u8) -> bool {
    is_sign(a)
        | (0x09..=0x0D).contains(&a) & (a != b'\n') & !((a == b'\r') & (b == b'\n'))
        | (a == b' ') & (b == b' ')
        | (a == 0xC2)
        | (a >= 0xE3)
        | (a == 0xE1) & (b == 0x9A)
        // All but the dashes, quotation marks, bullets and the ellipsis.
        | (a == 0xE2) & !((b == 0x80) & (0x8C..=0xA6).contains(&c))
}

/// The text of a physical line that holds neither markup nor anything that folding its white space would change; None
/// where it has to be looked at more closely. A single look at its bytes.
pub fn plain(raw: &str) -> Option<&str> {
    if raw.is_empty() {
        return Some(raw);
    }
    let trimmed = normalise::trim(raw);
    let ordinary = !scan::any(trimmed.as_bytes(), |a, b, c| is_sign(a) | normalise::may_fold(a, b, c));
    ordinary.then_some(trimmed)
}

/// A line without the marks of a Markdown quotation before it (`> `, `>> `). A sign that leans on what follows stays.
pub fn unquoted(raw: &str) -> &str {
    let mut rest = raw;
    while let Some(inner) = rest.strip_prefix('>').filter(|inner| inner.is_empty() || inner.starts_with([' ', '>'])) {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// Removes the markup of one physical line.
pub fn strip(raw: &str) -> Plain<'_> {
    let trimmed = normalise::trim(raw);
    let bytes = trimmed.as_bytes();
    if memchr::memchr3(b'*', b'#', b'[', bytes).is_none() && memchr::memchr3(b'<', b'\\', b'_', bytes).is_none() {
        return Plain { text: Cow::Borrowed(trimmed), ..Plain::default() };
    }
    let mut plain = Plain::default();
    let (level, rest) = heading(trimmed);
    plain.heading = level;
    let mut text = Cow::Borrowed(rest);
    let holds = |text: &str, sign| memchr::memchr(sign, text.as_bytes()).is_some();
    if holds(&text, b'<') {
        text = replace(text, b'<', |rest| Some((tag(rest)?, " ")));
    }
    if holds(&text, b'[') {
        text = without_links(text, &mut plain.links);
    }
    if holds(&text, b'\\') {
        text = replace(text, b'\\', escape);
    }
    if holds(&text, b'_') {
        text = with_stars(text);
    }
    if holds(&text, b'*') {
        plain.bold = is_bold(&text);
        text = Cow::Owned(stars(&text));
    }
    plain.text = match text {
        Cow::Borrowed(s) => Cow::Borrowed(s.trim()),
        // Markup may have stood between a letter and its mark.
        Cow::Owned(s) => match normalise::nfc(s.trim()) {
            Cow::Borrowed(same) if same.len() == s.len() => Cow::Owned(s),
            other => Cow::Owned(other.into_owned()),
        },
    };
    plain
}

/// Puts something else in the place of pieces that begin with a sign of ASCII. `find` gets the text from a sign on, and
/// tells how long the piece is and what it becomes.
fn replace<'t>(
    text: Cow<'t, str>,
    sign: u8,
    find: impl for<'r> Fn(&'r str) -> Option<(usize, &'r str)>,
) -> Cow<'t, str> {
    let mut out = String::new();
    let (mut copied, mut from) = (0, 0);
    while let Some(at) = text.as_bytes().get(from..).and_then(|rest| memchr::memchr(sign, rest)).map(|at| from + at) {
        let Some((length, with)) = text.get(at..).and_then(&find) else {
            from = at + 1;
            continue;
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(with);
        (copied, from) = (at + length, at + length);
    }
    if copied == 0 {
        return text;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// The length of the tag that a text begins with: `<sup>`, `</p>`, `<br />`, `<span class="x">`.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let (name, rest) = inner.split_at(inner.find(|c: char| !c.is_ascii_lowercase())?);
    let end = match rest.chars().next()? {
        '>' => 1,
        '/' => rest.starts_with("/>").then_some(2)?,
        c if c.is_whitespace() => rest.find(['<', '>']).filter(|at| rest.as_bytes().get(*at) == Some(&b'>'))? + 1,
        _ => return None,
    };
    TAGS.contains(&name).then_some(text.len() - rest.len() + end)
}

/// The escape that a text begins with, and what it says: a backslash before any sign of ASCII is Markdown's escape of it
/// (CommonMark 0.31, 2.4); at the end of a line it breaks the line, and says nothing more (6.7).
fn escape(text: &str) -> Option<(usize, &str)> {
    match text.as_bytes() {
        [_] => Some((1, "")),
        [_, sign, ..] if sign.is_ascii_punctuation() => Some((2, text.get(1..2)?)),
        _ => None,
    }
}

/// Puts their labels in the place of links: `[text](address)`, also with an empty address or an anchor, and pictures,
/// which have a `!` in front. Addresses that the label does not print are kept.
fn without_links<'t>(text: Cow<'t, str>, links: &mut Vec<String>) -> Cow<'t, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut copied, mut from) = (0, 0);
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr::memchr(b'[', rest)).map(|at| from + at) {
        let Some((label, address, length)) = text.get(at..).and_then(link) else {
            from = at + 1;
            continue;
        };
        if leads_away(address) && address != label {
            links.push(address.to_owned());
        }
        let picture = at > copied && bytes.get(at - 1) == Some(&b'!');
        out.push_str(text.get(copied..at - usize::from(picture)).unwrap_or_default());
        out.push_str(label);
        (copied, from) = (at + length, at + length);
    }
    if copied == 0 {
        return text;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Label, address and length of the link that a text begins with. No bracket stands in the label.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let rest = text.strip_prefix('[')?;
    let end = memchr::memchr2(b'[', b']', rest.as_bytes())?;
    let (label, rest) = (rest.get(..end)?, rest.get(end..)?.strip_prefix("](")?);
    let (address, rest) = address(rest)?;
    Some((label, address, text.len() - rest.len()))
}

/// Whether an address is one beyond the page itself, or has words with it.
fn leads_away(address: &str) -> bool {
    !address.is_empty() && (!address.starts_with('#') || address.contains(' '))
}

/// What is left of two lines without the link that begins on the first and ends on the second, and its address, if that
/// leads beyond the page.
pub fn broken_link<'t>(first: &str, second: &'t str) -> Option<(String, String, Option<&'t str>)> {
    let close = memchr::memchr2(b'[', b']', second.as_bytes())?;
    let open = memchr::memrchr2(b'[', b']', first.as_bytes())?;
    let label = second.get(..close)?;
    let (head, begun) = (first.get(..open)?, first.get(open..)?.strip_prefix('[')?);
    let rest = second.get(close..)?.strip_prefix("](")?;
    let (address, rest) = address(rest)?;
    let (head, tail) = ([head, begun].concat(), [label, rest].concat());
    Some((
        head.trim_end().to_owned(),
        tail.trim_start().to_owned(),
        Some(address).filter(|address| leads_away(address)),
    ))
}

/// The address that a text begins with, and what stands behind the parenthesis that closes it. A pair of parentheses may
/// stand in it (`javascript:back()`), and behind it, in quotation marks, what a browser shows over the link, which belongs
/// to it; no white space elsewhere.
fn address(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let special = |from: usize| {
        let rest = text.get(from..)?;
        rest.find(|c: char| matches!(c, '(' | ')') || c.is_whitespace()).map(|at| from + at)
    };
    let mut end = special(0)?;
    while bytes.get(end) == Some(&b'(') {
        let close = special(end + 1).filter(|close| bytes.get(*close) == Some(&b')'))?;
        end = special(close + 1)?;
    }
    if let Some(title) = text.get(end..)?.strip_prefix(" \"") {
        end += title.find('"')? + 3;
    }
    let (address, rest) = (text.get(..end)?, text.get(end..)?);
    Some((address, rest.strip_prefix(')')?))
}

/// Level of a heading and the rest of the line; closing hashes go as well. `#1` is no heading.
fn heading(text: &str) -> (u8, &str) {
    let hashes = text.bytes().take_while(|&b| b == b'#').count();
    if hashes == 0 || hashes > 6 {
        return (0, text);
    }
    let Some(rest) = text.get(hashes..) else { return (0, text) };
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return (0, text);
    }
    let body = rest.trim();
    let closed = body.trim_end_matches('#');
    let body =
        if closed.len() < body.len() && closed.ends_with(char::is_whitespace) { closed.trim_end() } else { body };
    (u8::try_from(hashes).unwrap_or(6), body)
}

/// Where double stars first stand in a text.
pub(crate) fn double_stars(text: &str) -> Option<usize> {
    // Most texts hold no star at all, which is told faster than that they hold no two.
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'*', bytes).find(|at| bytes.get(at + 1) == Some(&b'*'))
}

/// Puts stars in the place of the low lines around words (`_words_`, `__words__`), which say the same. Those inside a word or
/// an address, and lines to be filled in, stay.
fn with_stars(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|&&b| b == b'_').count());
    let before = |at: usize| text.get(..at).and_then(|head| head.chars().next_back());
    let after = |at: usize| text.get(at..).and_then(|tail| tail.chars().next());
    let mut out = String::new();
    let (mut copied, mut from) = (0, 0);
    // The run that opened last: where it stands and its length.
    let mut open: Option<(usize, usize)> = None;
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr::memchr(b'_', rest)).map(|at| from + at) {
        let length = run(at);
        from = at + length;
        let (left, right) = (before(at), after(from));
        let opens = left.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '\'' | '*'));
        let leans = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let closes = leans(left) && !right.is_some_and(|c| chars::is_word_character(c) || c == '/');
        match open {
            Some((start, same)) if closes && same == length => {
                let stars = "***".get(..length).unwrap_or_default();
                for (piece, place) in [(copied..start, start), (start + length..at, at)] {
                    out.push_str(text.get(piece).unwrap_or_default());
                    out.push_str(stars);
                    copied = place + length;
                }
                open = None;
            }
            _ if opens && leans(right) && length <= 3 => open = Some((at, length)),
            _ => {}
        }
    }
    if copied == 0 {
        return text;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether one pair of double stars holds the whole line (an enumerator before it aside).
fn is_bold(text: &str) -> bool {
    let t = text.trim();
    // Italics over the whole line are set apart as much.
    if t.len() > 2 && t.starts_with('*') && t.ends_with('*') && t.matches('*').count() == 2 {
        return true;
    }
    double_stars(t)
        .is_some_and(|i| t.get(..i).is_some_and(|head| head.len() <= 6 && !head.chars().any(chars::is_lowercase)))
        && t.len() >= 5
        && t.ends_with("**")
        && t.matches("**").count() == 2
}

/// Removes double stars, and single stars that stand in pairs around words. A star that opens a line before a space is
/// a bullet and stays; so does one without a partner.
fn stars(text: &str) -> String {
    let bytes = text.as_bytes();
    // Double stars leave nothing, so that a word set half in bold stays one word; nor do zeros.
    let nothing = |at: usize| match bytes.get(at..) {
        Some([b'*', b'*', ..]) => 2,
        Some([0, ..]) => 1,
        _ => 0,
    };
    let mut dropped: Vec<Range<usize>> = Vec::new();
    let mut single: Vec<(usize, bool, bool)> = Vec::new();
    let mut open: Option<usize> = None;
    // Where the pieces that leave nothing, and the star is right behind, begin and end.
    let (mut begin, mut end) = (0, 0);
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr::memchr2(b'*', 0, rest)).map(|at| from + at) {
        if at != end {
            begin = at;
        }
        let length = nothing(at);
        if length > 0 {
            dropped.push(at..at + length);
            end = at + length;
            from = end;
            continue;
        }
        from = at + 1;
        let mut after = from;
        while nothing(after) > 0 {
            after += nothing(after);
        }
        let before = text.get(..begin).and_then(|head| head.chars().next_back());
        let after = text.get(after..).and_then(|tail| tail.chars().next());
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let (left, right) = (touches(before), touches(after));
        match open {
            Some(o) if left => {
                dropped.extend([o..o + 1, at..at + 1]);
                open = None;
            }
            None if right => {
                open = Some(at);
                single.push((at, left, right));
            }
            _ => single.push((at, left, right)),
        }
    }
    // A star whose partner stands on another line is no text where it leans on a word; between two it may be a sign.
    dropped.extend(single.into_iter().filter(|(_, left, right)| left != right).map(|(at, ..)| at..at + 1));
    dropped.sort_unstable_by_key(|piece| piece.start);
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for piece in dropped {
        out.push_str(text.get(copied..piece.start).unwrap_or_default());
        copied = piece.end;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use regex::{Captures, Regex};

    use super::*;

    #[test]
    fn double_stars_are_found_as_a_search_finds_them() {
        for text in ["", "*", "**", "a*b**", "***", "* *", "ệ*ệ**ệ***", "a* **b"] {
            assert_eq!(double_stars(text), text.find("**"), "{text}");
        }
    }

    #[test]
    fn low_lines_around_words_are_markup() {
        for (raw, text, bold) in [
            ("_Tin xã_", "Tin xã", true),
            ("__Tin xã__", "Tin xã", true),
            ("7/ __Tin xã__", "7/ Tin xã", true),
            ("Xong. _(Theo Báo Xã)_", "Xong. (Theo Báo Xã)", false),
            ("Xong (_Theo Báo Xã_).", "Xong (Theo Báo Xã).", false),
            ("**_Tin_** và _ảnh_", "Tin và ảnh", false),
            ("tep_tin_moi.pdf và _tệp", "tep_tin_moi.pdf và _tệp", false),
            ("https://vidu.vn/_tin_/a_b", "https://vidu.vn/_tin_/a_b", false),
            ("Họ tên: ______ Tuổi: ______", "Họ tên: ______ Tuổi: ______", false),
            ("___ và ___", "___ và ___", false),
            ("một _ hai _ ba", "một _ hai _ ba", false),
        ] {
            let plain = strip(raw);
            assert_eq!((&*plain.text, plain.bold), (text, bold), "{raw}");
        }
    }

    #[test]
    fn a_backslash_breaks_a_line() {
        assert_eq!(strip("Tin xã\\").text, "Tin xã");
        assert_eq!(strip("Tin xã \\").text, "Tin xã");
        assert_eq!(strip("C:\\tin").text, "C:\\tin");
        assert_eq!(strip(r#"\"Tin\" \'xã\' 7\."#).text, r#""Tin" 'xã' 7."#);
    }

    #[test]
    fn quotations_lose_their_marks() {
        for (raw, text) in [
            ("> Tin xã", "Tin xã"),
            (">", ""),
            ("> ", ""),
            (">> Tin", "Tin"),
            ("> > Tin > xã", "Tin > xã"),
            (">  Tin", " Tin"),
            (">50%", ">50%"),
            (">>50%", ">50%"),
            (" > Tin", " > Tin"),
        ] {
            assert_eq!(unquoted(raw), text, "{raw}");
        }
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(strip(" Không có gì ").text, Cow::Borrowed("Không có gì")));
    }

    /// What patterns make of a text that the functions of this module replace: those of tags, of links and of escapes.
    fn by_pattern([tags, links, escapes]: &[Regex; 3], text: &str) -> (String, Vec<String>) {
        let text = tags.replace_all(text, " ");
        let mut addresses = Vec::new();
        let text = links.replace_all(&text, |found: &Captures<'_>| {
            let (label, address) = (found[1].to_owned(), found[2].to_owned());
            if !address.is_empty() && !address.starts_with('#') && address != label {
                addresses.push(address);
            }
            label
        });
        (escapes.replace_all(&text, "$1").into_owned(), addresses)
    }

    #[test]
    fn pieces_of_markup_are_found_as_patterns_find_them() {
        const PIECES: [&str; 36] = [
            "[",
            "]",
            "(",
            ")",
            "](",
            "[a](b)",
            "!",
            "\\",
            "\\[",
            "<",
            ">",
            "</",
            "/>",
            "<p",
            "<br",
            "<b",
            "<strong",
            "<sub",
            "<span",
            "<divi",
            "p>",
            "br/>",
            " ",
            "\u{A0}",
            "x=\"1\"",
            "#",
            "a",
            "ệ",
            "“",
            "-",
            "|",
            "https://a.vn/",
            "<p>",
            "</em>",
            "<u />",
            "B>",
        ];
        let patterns = [
            r"</?(?:p|i|b|u|br|em|strong|sup|sub|span|div)(?:\s[^<>]*)?/?>",
            r"!?\[([^\[\]]*)\]\(([^()\s]*)\)",
            r"\\([!-/:-@\[-`{-~]|$)",
        ]
        .map(|pattern| Regex::new(pattern).unwrap());
        let mut random = 7_u64;
        let mut pick = || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            PIECES[(random >> 33) as usize % PIECES.len()]
        };
        for round in 0..20_000 {
            let text: String = (0..round % 12).map(|_| pick()).collect();
            let mut links = Vec::new();
            let found = replace(Cow::Borrowed(&*text), b'<', |rest| Some((tag(rest)?, " ")));
            let found = without_links(found, &mut links);
            let found = replace(found, b'\\', escape);
            assert_eq!((found.into_owned(), links), by_pattern(&patterns, &text), "{text}");
        }
    }

    /// Stars removed as the rule says it, a character at a time.
    fn stars_by_characters(text: &str) -> String {
        let chars: Vec<char> = text.replace("**", "\0").chars().collect();
        let mut keep: Vec<bool> = chars.iter().map(|c| *c != '\0').collect();
        let (mut open, mut single) = (None, Vec::new());
        for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '*') {
            let touches = |c: Option<&char>| c.is_some_and(|c| !c.is_whitespace());
            let left = touches(chars[..at].iter().rev().find(|c| **c != '\0'));
            let right = touches(chars[at + 1..].iter().find(|c| **c != '\0'));
            match open {
                Some(partner) if left => {
                    (keep[partner], keep[at]) = (false, false);
                    open = None;
                }
                None if right => {
                    open = Some(at);
                    single.push((at, left, right));
                }
                _ => single.push((at, left, right)),
            }
        }
        for (at, ..) in single.into_iter().filter(|(_, left, right)| left != right) {
            keep[at] = false;
        }
        chars.iter().zip(keep).filter(|(_, keep)| *keep).map(|(c, _)| *c).collect()
    }

    #[test]
    fn stars_fall_as_the_rule_says() {
        // All texts of up to seven of these signs.
        const SIGNS: [char; 5] = ['*', ' ', 'a', '\0', 'ệ'];
        for length in 0..8_u32 {
            for number in 0..5_usize.pow(length) {
                let text: String = (0..length).map(|place| SIGNS[number / 5_usize.pow(place) % 5]).collect();
                assert_eq!(stars(&text), stars_by_characters(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn headings_and_bold() {
        let p = strip("### **Một cửa**");
        assert_eq!((p.text.as_ref(), p.heading, p.bold), ("Một cửa", 3, true));
        let p = strip("## Tiêu đề ##");
        assert_eq!((p.text.as_ref(), p.heading, p.bold), ("Tiêu đề", 2, false));
        let p = strip("#1 cả nước");
        assert_eq!((p.text.as_ref(), p.heading), ("#1 cả nước", 0));
        let p = strip("1. **Tiêu đề**");
        assert_eq!((p.text.as_ref(), p.bold), ("1. Tiêu đề", true));
        assert!(!strip("**Một** và **hai**").bold);
    }

    #[test]
    fn stars_around_words() {
        assert_eq!(strip("- *Về rà soát*: đạt **18,6%**.").text, "- Về rà soát: đạt 18,6%.");
        assert_eq!(strip("* Một trong ba khâu").text, "* Một trong ba khâu");
        assert_eq!(strip("*Biên tập viên*").text, "Biên tập viên");
        assert_eq!(strip("(*bãi bỏ 97, sửa 764*).").text, "(bãi bỏ 97, sửa 764).");
        assert_eq!(strip("THAM LUẬN**Một****Hai**").text, "THAM LUẬNMộtHai");
        assert_eq!(strip("**Công tác 2024,").text, "Công tác 2024,");
        assert_eq!(strip("gọi (số tắt *1022) ngay").text, "gọi (số tắt 1022) ngay");
        assert_eq!(strip("2*3 ô").text, "2*3 ô");
    }

    #[test]
    fn links_and_tags() {
        let p = strip("xem [cổng](https://a.vn/x) và [Về đầu trang](#)");
        assert_eq!(
            (p.text.as_ref(), p.links.as_slice()),
            ("xem cổng và Về đầu trang", &["https://a.vn/x".to_owned()][..])
        );
        let p = strip("[Quay lại](javascript:back()) [cổng](https://a.vn/x_(y) \"Cổng xã\")");
        assert_eq!(p.text, "Quay lại cổng");
        assert_eq!(p.links, ["javascript:back()", "https://a.vn/x_(y) \"Cổng xã\""]);
        for text in ["[a](b(c(d)))", "[a](b(c)", "[a](b \"c)", "[a](b \"c\" d)"] {
            assert_eq!(strip(text).text, text);
        }
        assert_eq!(strip("<p>một</p> <script>").text, "một  <script>");
        assert_eq!(strip("tại \"<https://a.vn>\".").text, "tại \"<https://a.vn>\".");
        assert_eq!(strip(r"1\. Một \- hai").text, "1. Một - hai");
    }
}
