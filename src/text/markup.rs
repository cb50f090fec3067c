//! Markdown and the few tags that extractors leave: removed from a line, with a note of what they said.
//!
//! Heading levels and bold type are hints for later stages. Letters are never lost: the text of a link stays, its
//! address is kept aside; a tag that is not a known piece of markup stays as text.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::normalise;
use super::pattern::pattern;
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
static TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"</?(?:p|i|b|u|br|em|strong|sup|sub|span|div)(?:\s[^<>]*)?/?>"));
/// `[text](address)`, also with an empty address or an anchor.
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)"));

/// Whether a byte is one that all markup begins with.
#[inline(always)]
pub(super) fn is_sign(a: u8, _: u8, _: u8) -> bool {
    (a == b'*') | (a == b'#') | (a == b'[') | (a == b'<') | (a == b'\\')
}

/// The text of a physical line that holds neither markup nor anything that folding its white space would change; None
/// where it has to be looked at more closely. A single look at its bytes.
pub fn plain(raw: &str) -> Option<&str> {
    if raw.is_empty() {
        return Some(raw);
    }
    let trimmed = normalise::trim(raw);
    let ordinary = !scan::any(trimmed.as_bytes(), |a, b, c| is_sign(a, b, c) | normalise::may_fold(a, b, c));
    ordinary.then_some(trimmed)
}

/// Removes the markup of one physical line.
pub fn strip(raw: &str) -> Plain<'_> {
    let trimmed = normalise::trim(raw);
    if !scan::any(trimmed.as_bytes(), is_sign) {
        return Plain { text: Cow::Borrowed(trimmed), ..Plain::default() };
    }
    let mut plain = Plain::default();
    let (level, rest) = heading(trimmed);
    plain.heading = level;
    let mut text = Cow::Borrowed(rest);
    if text.contains('<') {
        text = replace(text, &TAG, |_| " ".to_owned());
    }
    if text.contains("](") {
        let links = &mut plain.links;
        text = replace(text, &LINK, |caps| {
            let address = caps.get(2).map_or("", |m| m.as_str());
            let label = caps.get(1).map_or("", |m| m.as_str());
            if !address.is_empty() && !address.starts_with('#') && address != label {
                links.push(address.to_owned());
            }
            label.to_owned()
        });
    }
    if text.contains('\\') {
        text = unescape(text);
    }
    if text.contains('*') {
        plain.bold = is_bold(&text);
        text = Cow::Owned(stars(&text));
    }
    plain.text = match text {
        Cow::Borrowed(s) => Cow::Borrowed(s.trim()),
        // Markup may have stood between a letter and its mark.
        Cow::Owned(s) => Cow::Owned(normalise::nfc(s.trim()).into_owned()),
    };
    plain
}

/// Runs a replacement only where the pattern matches.
fn replace<'t>(text: Cow<'t, str>, find: &Regex, mut with: impl FnMut(&regex::Captures<'_>) -> String) -> Cow<'t, str> {
    match find.replace_all(&text, |caps: &regex::Captures<'_>| with(caps)) {
        Cow::Borrowed(_) => text,
        Cow::Owned(s) => Cow::Owned(s),
    }
}

/// A backslash before a mark is Markdown's escape.
fn unescape(text: Cow<'_, str>) -> Cow<'_, str> {
    static ESCAPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\\([-.*#_\[\]()+!>~|`])"));
    replace(text, &ESCAPE, |caps| caps.get(1).map_or_else(String::new, |m| m.as_str().to_owned()))
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

fn drop_at(keep: &mut [bool], at: usize) {
    if let Some(k) = keep.get_mut(at) {
        *k = false;
    }
}

/// Whether one pair of double stars holds the whole line (an enumerator before it aside).
fn is_bold(text: &str) -> bool {
    let t = text.trim();
    // Italics over the whole line are set apart as much.
    if t.len() > 2 && t.starts_with('*') && t.ends_with('*') && t.matches('*').count() == 2 {
        return true;
    }
    let from = t.find("**");
    from.is_some_and(|i| t.get(..i).is_some_and(|head| head.len() <= 6 && !head.chars().any(chars::is_lowercase)))
        && t.len() >= 5
        && t.ends_with("**")
        && t.matches("**").count() == 2
}

/// Removes double stars, and single stars that stand in pairs around words. A star that opens a line before a space is
/// a bullet and stays; so does one without a partner.
fn stars(text: &str) -> String {
    // Double stars leave nothing, so that a word set half in bold stays one word.
    let chars: Vec<char> = text.replace("**", "\u{0}").chars().collect();
    let mut keep = vec![true; chars.len()];
    let mut open: Option<usize> = None;
    let mut single: Vec<(usize, bool, bool)> = Vec::new();
    for (i, &c) in chars.iter().enumerate() {
        if c == '\u{0}' {
            drop_at(&mut keep, i);
            continue;
        }
        if c != '*' {
            continue;
        }
        let before = chars.get(..i).and_then(|s| s.iter().rev().find(|&&c| c != '\u{0}')).copied();
        let after = chars.get(i + 1..).and_then(|s| s.iter().find(|&&c| c != '\u{0}')).copied();
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let (left, right) = (touches(before), touches(after));
        match open {
            Some(o) if left => {
                drop_at(&mut keep, o);
                drop_at(&mut keep, i);
                open = None;
            }
            None if right => {
                open = Some(i);
                single.push((i, left, right));
            }
            _ => single.push((i, left, right)),
        }
    }
    // A star whose partner stands on another line is no text where it leans on a word; between two it may be a sign.
    for (i, left, right) in single {
        if left != right {
            drop_at(&mut keep, i);
        }
    }
    chars.iter().zip(&keep).filter(|(_, k)| **k).map(|(c, _)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(strip(" Không có gì ").text, Cow::Borrowed("Không có gì")));
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
        assert_eq!(strip("<p>một</p> <script>").text, "một  <script>");
        assert_eq!(strip("tại \"<https://a.vn>\".").text, "tại \"<https://a.vn>\".");
        assert_eq!(strip(r"1\. Một \- hai").text, "1. Một - hai");
    }
}
