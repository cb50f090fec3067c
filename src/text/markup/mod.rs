//! Markdown and the few tags that extractors leave: removed from a line, with a note of what they said.
//!
//! Heading levels and bold type are hints for later stages. Letters are never lost: the text of a link stays, its
//! address is kept aside; a tag that is not a known piece of markup stays as text. `links` and `emphasis` are read apart.

mod emphasis;
mod links;

use std::borrow::Cow;

pub(crate) use emphasis::double_stars;
use emphasis::{is_bold, stars, with_stars};
pub use links::broken_link;
use links::without_links;

use super::{chars, normalise, scan};

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

/// What stands between the rules that adorn a heading on both sides (`*** TIN XÃ ***`, `----- TIN XÃ -----`).
pub fn unadorned(raw: &str) -> Option<&str> {
    /// Fewest signs of a rule.
    const SHORTEST: usize = 3;
    let text = normalise::trim(raw);
    let sign = text.chars().next().filter(|sign| matches!(sign, '*' | '-' | '=' | '~' | '_'))?;
    let behind = text.trim_start_matches(sign);
    let between = behind.trim_end_matches(sign);
    let is_rule = |longer: &str, shorter: &str| longer.len() - shorter.len() >= SHORTEST;
    let parted = between.starts_with(' ') && between.ends_with(' ') && between.contains(chars::is_alphabetic);
    (is_rule(text, behind) && is_rule(behind, between) && parted).then(|| between.trim())
}

/// Removes the markup of one physical line.
pub fn strip(raw: &str) -> Plain<'_> {
    let trimmed = normalise::trim(raw);
    let bytes = trimmed.as_bytes();
    if memchr::memchr3(b'*', b'#', b'[', bytes).is_none() && memchr::memchr3(b'<', b'\\', b'_', bytes).is_none() {
        return Plain { text: Cow::Borrowed(trimmed), ..Plain::default() };
    }
    if let Some(address) = autolink(trimmed) {
        return Plain { text: Cow::Borrowed(address), ..Plain::default() };
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

/// The address that stands alone on a line between angle brackets (CommonMark 0.31, 6.4); within a sentence they stay.
fn autolink(text: &str) -> Option<&str> {
    let address = text.strip_prefix('<')?.strip_suffix('>')?;
    let plain = address.starts_with("http") && address.contains("://");
    (plain && !address.contains(|c: char| c == '<' || c == '>' || c.is_whitespace())).then_some(address)
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

/// Level of a heading and the rest of the line; closing hashes go as well. `#1` is no heading; behind several hashes a word
/// makes one without a space too, as many converters and people write it.
fn heading(text: &str) -> (u8, &str) {
    let hashes = text.bytes().take_while(|&b| b == b'#').count();
    if hashes == 0 || hashes > 6 {
        return (0, text);
    }
    let Some(rest) = text.get(hashes..) else { return (0, text) };
    let glued = hashes > 1 && rest.starts_with(|c: char| c.is_alphanumeric() || c == '*');
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !glued {
        return (0, text);
    }
    let body = rest.trim();
    let closed = body.trim_end_matches('#');
    let body =
        if closed.len() < body.len() && closed.ends_with(char::is_whitespace) { closed.trim_end() } else { body };
    (u8::try_from(hashes).unwrap_or(6), body)
}

#[cfg(test)]
mod tests {
    use regex::{Captures, Regex};

    use super::*;

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

    #[test]
    fn headings_and_bold() {
        let p = strip("### **Một cửa**");
        assert_eq!((p.text.as_ref(), p.heading, p.bold), ("Một cửa", 3, true));
        let p = strip("## Tiêu đề ##");
        assert_eq!((p.text.as_ref(), p.heading, p.bold), ("Tiêu đề", 2, false));
        let p = strip("#1 cả nước");
        assert_eq!((p.text.as_ref(), p.heading), ("#1 cả nước", 0));
        let p = strip("##Tiêu đề");
        assert_eq!((p.text.as_ref(), p.heading), ("Tiêu đề", 2));
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
        assert_eq!(strip("<https://a.vn/một.html>").text, "https://a.vn/một.html");
        assert_eq!(strip(r"1\. Một \- hai").text, "1. Một - hai");
    }
}
