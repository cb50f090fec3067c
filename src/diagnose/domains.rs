//! Domains that look mistyped: `Baobien,vn`, `Baobien.vnn`, `Baobienvn`.
//!
//! Only the shape is looked at, never whether a site exists.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern::pattern;

/// A slip in a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    /// As printed.
    pub(super) text: String,
    /// What is wrong with it.
    pub(super) what: &'static str,
    /// What is probably meant.
    pub(super) mended: Option<String>,
}

/// The endings that news sites use: of countries with two letters (ISO 3166, beside `eu` and `uk`), and general ones.
const ENDINGS: &[&str] = &[
    "com", "net", "org", "gov", "edu", "info", "int", "mil", "biz", "name", "pro", "asia", "tv", "news", "online",
    "press", "media", "today", "live", "world", "life", "site", "website", "vip", "top", "xyz", "club", "blog", "app",
    "dev", "health", "travel", "eu", "uk", "vn", "cn", "jp", "kr", "us", "fr", "de", "ru", "sg", "th", "la", "kh",
    "my", "id", "ph", "au", "nz", "in", "ca", "it", "es", "nl", "be", "ch", "at", "se", "no", "dk", "fi", "pl", "cz",
    "hu", "pt", "gr", "tr", "il", "ae", "hk", "tw", "mo", "mm", "bn", "tl", "br", "mx", "za", "eg", "ua", "by", "kz",
    "ie", "io", "me", "cc", "co", "ai", "ac", "ws", "fm", "to",
];

/// A comma, a space or two full stops in the place of one. Behind a space or hyphen alone only small letters are an ending
/// (`VTV VN` is a name).
static WRONG_SIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^([A-Za-z0-9-]*[A-Za-z0-9](?:\.[A-Za-z0-9-]*[A-Za-z0-9])*)(?:(\s*[,;:/]\s*|\s+\.\s*|\.\s+|\.{2,}|\.[,;:]|[,;:]\.)((?i:com\.vn|gov\.vn|net\.vn|org\.vn|edu\.vn|vn|com|net|org))|(\s+|-)((?:com|gov|net|org|edu)[. ]vn|vn))$",
    )
});
/// A domain whose ending is glued to its name.
static NO_SIGN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^([A-Za-z][A-Za-z0-9-]*?[a-z0-9])((?:com|gov|net|org|edu)?vn)$"));
/// Something like a domain.
static DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:www\.)?[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.([a-z]{2,}|v)$"));
/// A source at the head of a parenthesis that a wrong sign keeps from being read: `(Baobien;vn 19/4)`.
static UNREAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Theo:?\s+|Nguồn:?\s+)?(?:[A-Za-z]+/)?([A-Za-z0-9-]{3,}(?:\.[A-Za-z0-9-]+)*?(?:\s?[.,;:/]{1,2}\s?|\s|-)(?:com\.vn|gov\.vn|vn))(?:$|[\s,;)])",
    )
});
/// The opening of an address, with a slip.
static SCHEME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:https?(?:[;.]//|:/[^/]|//|:\\)|htt?ps?:|ww\.|wwww+\.)"));

/// The slip in a source's name, if it has one.
pub(super) fn slip(name: &str) -> Option<Slip> {
    // Most names are told without a pattern: those of newspapers, domains without a slip, and dates; endings are letters.
    let bytes = name.as_bytes();
    let is_end = |end: &[u8]| bytes.get(bytes.len() - end.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(end));
    let ends = || bytes.len() >= 3 && [&b"vn"[..], b"com", b"net", b"org"].into_iter().any(is_end) || name == "vn";
    let lettered = bytes.last().is_some_and(u8::is_ascii_alphabetic);
    if !lettered || !name.is_ascii() || !bytes.contains(&b'.') && !ends() || is_right(name) {
        return None;
    }
    let told = |what, mended| Some(Slip { text: name.to_owned(), what, mended });
    if let Some(captures) = WRONG_SIGN.captures(name) {
        let part = |at: usize| captures.get(at).map_or("", |m| m.as_str());
        let sign = format!("{}{}", part(2), part(4));
        let what = match sign.trim() {
            "" | "." => "a space stands in it",
            "," | ";" | ":" | "/" | "-" => "another sign stands for its full stop",
            _ => "it has signs too many",
        };
        let ending = format!("{}{}", part(3), part(5)).replace(' ', ".");
        return told(what, Some(format!("{}.{ending}", part(1))));
    }
    if let Some(captures) = NO_SIGN.captures(name) {
        let part = |at: usize| captures.get(at).map_or("", |m| m.as_str());
        let ending = part(2)
            .strip_suffix("vn")
            .filter(|kind| !kind.is_empty())
            .map_or(".vn".to_owned(), |kind| format!(".{kind}.vn"));
        return told("its full stop is missing", Some(format!("{}{ending}", part(1))));
    }
    let ending = DOMAIN.captures(name)?.get(1)?.as_str().to_lowercase();
    if ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    told(
        "no domain of the press ends so",
        nearest(&ending).and_then(|right| Some(format!("{}{right}", name.get(..name.len() - ending.len())?))),
    )
}

/// Whether a name is a domain with an ending of the list, set with nothing but letters, digits and single full stops.
fn is_right(name: &str) -> bool {
    let plain = |label: &[u8]| !label.is_empty() && label.iter().all(u8::is_ascii_alphanumeric);
    let Some((labels, ending)) = name.rsplit_once('.') else { return false };
    labels.as_bytes().split(|&b| b == b'.').all(plain)
        && labels.len() >= 3
        && (ending == "vn" || ENDINGS.iter().any(|right| right.eq_ignore_ascii_case(ending)))
}

/// The slip in a citation whose source was read without it (`TTXVN/Baobienvn 19/4`).
pub(super) fn slip_in_citation(text: &str) -> Option<Slip> {
    let between =
        |b: &u8| b.is_ascii_whitespace() || matches!(b, 0x0B | b'(' | b')' | b'[' | b']' | b'/' | b',' | b';' | b':');
    let mut from = 0;
    text.as_bytes().split(between).find_map(|word| {
        let word = text.get(from..from + word.len()).inspect(|word| from += word.len() + 1)?;
        let slip = |word: &str| Some(word.trim_end_matches('.')).filter(|word| word.len() > 4).and_then(slip);
        // A name with another letter has no slip, but white space of other kinds may stand between the words.
        if word.is_ascii() { slip(word) } else { word.split(char::is_whitespace).find_map(slip) }
    })
}

/// The slip in the domain that opens a citation, where it was read in two (`Baobien.com vn`).
pub(super) fn slip_at_head(words: &str) -> Option<Slip> {
    let words = words.trim();
    // Most are right, perhaps behind an agency (`TTXVN/Baobien.vn 19/4`) or announced (`Theo Baobien.vn 19/4`).
    let named = ["Theo", "Nguồn"].into_iter().find_map(|word| words.strip_prefix(word));
    let named = named.map(|rest| rest.strip_prefix(':').unwrap_or(rest)).filter(|rest| rest.starts_with(' '));
    let source = named.map_or(words, str::trim_start);
    let opening = source.split_once('/').filter(|(agency, _)| agency.bytes().all(|b| b.is_ascii_alphabetic()));
    let domain = opening.map_or(source, |(_, domain)| domain);
    let end = domain.bytes().position(|b| !b.is_ascii_alphanumeric() && b != b'.').unwrap_or(domain.len());
    let (head, rest) = domain.split_at(end);
    if (rest.is_empty() || rest.starts_with([' ', ',', ';', ')'])) && head.ends_with("vn") && is_right(head) {
        return None;
    }
    memchr::memmem::find(words.as_bytes(), b"vn")?;
    UNREAD.captures(words).and_then(|captures| slip(captures.get(1)?.as_str()))
}

/// The slip in the words that close an article and could not be read as a citation.
pub(super) fn slip_in_unread(words: &str) -> Option<Slip> {
    slip_at_head(words).or_else(|| slip_in_citation(words))
}

/// The slip at the opening of an address.
pub(super) fn slip_in_address(url: &str) -> Option<Slip> {
    let opening = SCHEME.find(url)?;
    let right = !url.starts_with("https://") && !url.starts_with("http://");
    right.then(|| Slip {
        text: opening.as_str().to_owned(),
        what: "an address begins with https:// or www.",
        mended: None,
    })
}

/// The common ending that one letter too many, too few or wrong makes of it.
fn nearest(ending: &str) -> Option<&'static str> {
    ["vn", "com", "net", "org"].into_iter().find(|right| {
        let (a, b): (Vec<char>, Vec<char>) = (ending.chars().collect(), right.chars().collect());
        let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
        let tail =
            a.iter().rev().zip(b.iter().rev()).take(a.len().min(b.len()) - head).take_while(|(x, y)| x == y).count();
        let swapped = a.len() == b.len()
            && a.len() - head - tail == 2
            && a.get(head) == b.get(head + 1)
            && a.get(head + 1) == b.get(head);
        a.len().max(b.len()) - head - tail == 1 || swapped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_domains_and_names() {
        let cases = [
            ("Baobien,vn", Some("Baobien.vn")),
            ("Baobien. vn", Some("Baobien.vn")),
            ("Baobien .vn", Some("Baobien.vn")),
            ("Baobien..vn", Some("Baobien.vn")),
            ("Baobien,com.vn", Some("Baobien.com.vn")),
            ("Baobienvn", Some("Baobien.vn")),
            ("Biovn", Some("Bio.vn")),
            ("TinBienvn", Some("TinBien.vn")),
            ("Baobien vn", Some("Baobien.vn")),
            ("Baobien, vn", Some("Baobien.vn")),
            ("Baobien-vn", Some("Baobien.vn")),
            ("Baobien/vn", Some("Baobien.vn")),
            ("Baobien.,vn", Some("Baobien.vn")),
            ("Baobien com.vn", Some("Baobien.com.vn")),
            ("Baobien.com vn", Some("Baobien.com.vn")),
            ("Baobiencomvn", Some("Baobien.com.vn")),
            ("Baobien.vnn", Some("Baobien.vn")),
            ("Baobien.nv", Some("Baobien.vn")),
            ("Baobien.con", Some("Baobien.com")),
            ("Baobien.v", Some("Baobien.vn")),
            ("Baobien.vn", None),
            ("baobien.gov.vn", None),
            ("Báo Biển", None),
            ("TTXVN", None),
            ("VOVTV", None),
            ("VTV VN", None),
            ("BIENVN", None),
            ("vn", None),
            ("Bien+", None),
        ];
        for (name, mended) in cases {
            assert_eq!(slip(name).map(|s| s.mended), mended.map(|m| Some(m.to_owned())), "{name}");
        }
    }
}
