//! Source names: the web addresses, domains and slips of domains in a citation's text, and the parts of a `Source`.
//!
//! Only the shape of an address is known here. Which piece of a citation is its source is decided in `read`.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::{is_agency, is_press};
use crate::model::Source;
use crate::text::chars;
use crate::text::pattern::pattern;

/// An address in a citation's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address<'t> {
    pub(crate) range: Range<usize>,
    /// The name to show: the domain as printed, a link's host without `www.`.
    pub(crate) name: &'t str,
    /// The domain as printed, without `www.`; `None` for a slip such as `Baotintuc,vn`.
    pub(crate) domain: Option<&'t str>,
    /// The link as printed, where it is one.
    pub(crate) url: Option<&'t str>,
}

static URL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        // No host holds a comma: `www.plo.vn,19/4` is a host and a date.
        r"(?i)\b(?:https?://|www\.)[^\s<>()\[\]“”/,;]+(?:/[^\s<>()\[\]“”]*)?|\b(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|tv)/[a-z0-9_%~.-]*[.\-_0-9][a-z0-9_%~./?=&-]*",
    )
});

/// The endings that the Vietnamese press uses: the national domain and the common general ones.
const ENDINGS: [&str; 20] = [
    "vn", "com", "net", "org", "gov", "edu", "info", "tv", "asia", "biz", "news", "online", "int", "eu", "ac", "name",
    "cn", "jp", "kr", "uk",
];
/// What may follow one of [`ENDINGS`].
const COUNTRIES: [&str; 7] = ["vn", "cn", "jp", "kr", "uk", "sg", "la"];

/// National domains (ISO 3166) of papers abroad. Some are words here: they are read in small letters alone, behind a name.
const FOREIGN: [&str; 28] = [
    "au", "ca", "ch", "cz", "de", "dk", "es", "fi", "fr", "gr", "hk", "hu", "id", "it", "kh", "my", "nl", "no", "nz",
    "ph", "pl", "pt", "ru", "se", "sg", "th", "tw", "us",
];

/// Domains: labels of letters, digits and hyphens with full stops between them, the last one of [`ENDINGS`].
fn find_domains(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // The run around the next full stop with an ending behind it.
            let rest = text.get(at..)?;
            let dot = memchr::memchr_iter(b'.', rest.as_bytes()).find(|dot| opens_ending(rest, dot + 1))?;
            let outside = |c| !is_label(c) && c != '.';
            let start = at + rest.get(..dot)?.trim_end_matches(|c| !outside(c)).len();
            let run = text.get(start..)?;
            let run = run.find(outside).and_then(|end| run.get(..end)).unwrap_or(run);
            // A domain may begin inside the run: `T.Plo.vn` does not, `-.Plo.vn` does.
            if let Some((first, end)) = run
                .char_indices()
                .filter(|(_, c)| *c != '.')
                .find_map(|(first, _)| Some((first, first + domain_length(run.get(first..)?)?)))
            {
                at = start + end;
                return Some(start + first..at);
            }
            at = start + run.len();
        }
    })
}

#[inline]
fn is_label(c: char) -> bool {
    chars::is_alphanumeric(c) || c == '-'
}

/// The length of the longest domain that a run of labels and full stops begins with.
fn domain_length(run: &str) -> Option<usize> {
    let mut found = None;
    let mut start = 0;
    for (dot, _) in run.match_indices('.') {
        let label = run.get(start..dot)?;
        let rest = run.get(dot + 1..)?;
        if label.chars().nth(1).is_some()
            && let Some(ending) = opening(rest, &ENDINGS).or_else(|| foreign(label, rest))
        {
            let country = rest.get(ending..).and_then(|rest| opening(rest.strip_prefix('.')?, &COUNTRIES));
            found = Some(dot + 1 + ending + country.map_or(0, |length| length + 1));
        }
        if label.is_empty() || label.starts_with('-') || label.ends_with('-') {
            break;
        }
        start = dot + 1;
    }
    found
}

/// Whether one of the [`ENDINGS`] stands at a place.
fn opens_ending(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| opening(rest, &ENDINGS).is_some() || opens_foreign(rest))
}

/// The length of the national domain of another country that a text begins with, behind the name of a paper.
fn foreign(label: &str, text: &str) -> Option<usize> {
    const SHORTEST: usize = 3;
    let named = label.len() >= SHORTEST && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (named && label.ends_with(|c: char| c.is_ascii_lowercase()) && opens_foreign(text)).then_some(2)
}

/// Whether one of [`FOREIGN`] opens a text, and nothing goes on there.
fn opens_foreign(text: &str) -> bool {
    let ended = |rest: &str| !rest.starts_with(|c| is_label(c) || c == '.');
    text.get(2..).is_some_and(ended) && text.get(..2).is_some_and(|ending| FOREIGN.contains(&ending))
}

/// The length of the first of these words, in any case, that a text begins with.
fn opening(text: &str, words: &[&str]) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = bytes.first()?.to_ascii_lowercase();
    let begins = |word: &&&str| {
        word.as_bytes().first() == Some(&first)
            && bytes.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
    };
    words.iter().find(begins).map(|word| word.len())
}

/// A domain with a comma or a space for the full stop. The comma needs letters at both sides, a list has a space there.
static SLIP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:www\.)?([a-z0-9-]{3,}(?:(?:,|\.|\. | \.)(?:com|org|gov|net|edu))?(?:,|\. | \.|\.)vn",
        r"|[a-z0-9-]{3,},(?:com|org|net))"
    ))
});

/// A date without a space before it.
static GLUED_DATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{1,2}[/.-]\d{1,2}\b"));

/// Finds links, domains and slips of domains, in order and without overlap.
pub(crate) fn find_addresses(text: &str) -> Vec<Address<'_>> {
    let mut out: Vec<Address<'_>> = Vec::new();
    let signs = Signs::of(text);
    for found in signs.link.then(|| URL.find_iter(text)).into_iter().flatten() {
        let link = found.as_str().trim_end_matches(['.', ',', ';', ':', '/', '!', '"', '\'']);
        let link = if found.as_str().get(link.len()..).is_some_and(|rest| rest.starts_with('/')) {
            found.as_str().get(..=link.len()).unwrap_or(link)
        } else {
            link
        };
        let host = host(link);
        let bare = link.len() == host.len() || link.get(4..) == Some(host);
        // `Plo.vn/19/4` is a host and a date, `Zing.vn/Plo.vn` two hosts.
        let path = link.split_once(host).map_or("", |(_, path)| path);
        let second = path.strip_prefix('/').unwrap_or_default();
        let host_again = find_domains(second).next() == Some(0..second.len());
        let bare = bare || !link.contains("://") && (!path.contains(chars::is_alphabetic) || host_again);
        if bare || !host.contains('.') {
            continue;
        }
        let range = found.start()..found.start() + link.len();
        out.push(Address { range, name: host, domain: Some(host), url: Some(link) });
    }
    // Slips first: what they hold of a domain is no domain.
    if signs.slip {
        for range in SLIP.find_iter(text).map(|found| found.range()) {
            take_domain(text, range, true, &mut out);
        }
    }
    if signs.domain {
        for range in find_domains(text) {
            take_domain(text, range, false, &mut out);
        }
    }
    out.sort_by_key(|address| address.range.start);
    out
}

/// Takes what looks like a domain, or a slip of one, as an address, unless it belongs to something longer.
fn take_domain<'t>(text: &'t str, range: Range<usize>, slip: bool, out: &mut Vec<Address<'t>>) {
    let whole = text.get(range.clone()).unwrap_or_default();
    let name = without_www(whole);
    let cut = |c: char| chars::is_alphanumeric(c) || c == '@';
    let after = text.get(range.end..).unwrap_or_default();
    // `Plo.vn19/4`
    let glued = || chars::strip_suffix(whole, ".vn").is_some() && GLUED_DATE.is_match(after);
    let inside =
        text.get(..range.start).is_some_and(|before| before.ends_with(cut)) || after.starts_with(cut) && !glued();
    let taken = out.iter().any(|other| other.range.start < range.end && range.start < other.range.end);
    let whole_domain = slip && !name.contains([',', ' ']);
    if !inside && !taken && !whole_domain {
        let domain = (!slip && name.is_ascii()).then_some(name);
        out.push(Address { range, name: whole, domain, url: None });
    }
}

/// Whether an address may stand in a text: a cheap test that never says no wrongly.
pub(crate) fn may_hold_address(text: &str) -> bool {
    let signs = Signs::of(text);
    signs.link || signs.domain || signs.slip
}

/// What a text holds that addresses cannot do without; most texts hold little of it.
#[derive(Default)]
struct Signs {
    /// `://`, `www.`, or a slash behind a domain.
    link: bool,
    /// A full stop before one of [`ENDINGS`].
    domain: bool,
    /// A comma before the ending of a domain, or a full stop and a space, as in a slip.
    slip: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut signs = Self::default();
        for at in memchr::memchr3_iter(b'/', b'.', b',', bytes) {
            let (before, after) = (at.checked_sub(1).and_then(|at| bytes.get(at)), bytes.get(at + 1));
            let letter = after.is_some_and(u8::is_ascii_alphabetic);
            match bytes.get(at) {
                Some(b'/') => signs.link |= after == Some(&b'/') || ends_domain(bytes.get(..at).unwrap_or_default()),
                Some(b'.') => {
                    signs.domain |= letter && opens_ending(text, at + 1);
                    signs.slip |= before == Some(&b' ') && opens_slip(bytes, at + 1)
                        || after == Some(&b' ') && opens_slip(bytes, at + 2);
                    signs.link |= letter && before.is_some_and(|b| b.eq_ignore_ascii_case(&b'w'));
                }
                _ => signs.slip |= opens_slip(bytes, at + 1),
            }
        }
        signs
    }
}

/// Whether one of the endings that [`URL`] asks for stands at the end.
fn ends_domain(bytes: &[u8]) -> bool {
    [".vn", ".com", ".net", ".org", ".info", ".tv"].iter().any(|ending| {
        bytes.len() >= ending.len()
            && bytes.get(bytes.len() - ending.len()..).is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
    })
}

/// Whether the ending of a slip may begin at a place.
fn opens_slip(bytes: &[u8], at: usize) -> bool {
    let two = bytes.get(at..at + 2).unwrap_or_default();
    [b"vn", b"co", b"or", b"ne", b"go", b"ed"].iter().any(|ending| two.eq_ignore_ascii_case(*ending))
}

/// A domain without `www.`, unless nothing but the ending would be left of it.
fn without_www(domain: &str) -> &str {
    match domain.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") => {
            domain.get(4..).filter(|rest| rest.contains(['.', ',', ' '])).unwrap_or(domain)
        }
        _ => domain,
    }
}

/// The host of a link as printed, without scheme and `www.`.
fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    match host.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") => host.get(4..).unwrap_or(host),
        _ => host,
    }
}

/// Why a text is no source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceError {
    /// The text is empty.
    Empty,
    /// Neither an address nor a name of the press or of an agency.
    NotPress,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an empty source",
            Self::NotPress => "neither an address nor a name of the press",
        })
    }
}

impl std::error::Error for SourceError {}

/// Reads a source that stands alone, by its own words: `Plo.vn`, `TTXVN/Baotintuc.vn`, `Báo Nhân Dân`, `TTXVN`.
impl FromStr for Source {
    type Err = SourceError;

    fn from_str(text: &str) -> Result<Self, SourceError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SourceError::Empty);
        }
        let (agency, name) = match text.split_once('/') {
            Some((agency, name)) if is_agency(agency.trim()) => (Some(agency.trim().to_owned()), name.trim()),
            _ => (None, text),
        };
        if let Some(address) = find_addresses(name).into_iter().find(|address| address.range == (0..name.len())) {
            let domain = address.domain.map(str::to_lowercase);
            return Ok(Self { name: address.name.to_owned(), domain, agency });
        }
        if is_agency(name) {
            return Ok(Self { name: name.to_owned(), domain: None, agency: agency.or_else(|| Some(name.to_owned())) });
        }
        if is_press(name) {
            return Ok(Self { name: name.to_owned(), domain: None, agency });
        }
        Err(SourceError::NotPress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, domain, agency.
    type Wanted = Result<(&'static str, Option<&'static str>, Option<&'static str>), SourceError>;

    #[test]
    fn reads_a_source_alone() {
        let cases: &[(&str, Wanted)] = &[
            ("Plo.vn", Ok(("Plo.vn", Some("plo.vn"), None))),
            ("TTXVN/Baotintuc.vn", Ok(("Baotintuc.vn", Some("baotintuc.vn"), Some("TTXVN")))),
            ("www.Plo.vn", Ok(("www.Plo.vn", Some("plo.vn"), None))),
            ("https://www.plo.vn/tin-1.html", Ok(("plo.vn", Some("plo.vn"), None))),
            ("Baotintuc,vn", Ok(("Baotintuc,vn", None, None))),
            ("TTXVN", Ok(("TTXVN", None, Some("TTXVN")))),
            ("Báo Nhân Dân", Ok(("Báo Nhân Dân", None, None))),
            ("", Err(SourceError::Empty)),
            ("Báo cáo", Err(SourceError::NotPress)),
            ("Hà Nội", Err(SourceError::NotPress)),
        ];
        for (text, wanted) in cases {
            let wanted = wanted.map(|(name, domain, agency)| Source {
                name: name.to_owned(),
                domain: domain.map(str::to_owned),
                agency: agency.map(str::to_owned),
            });
            assert_eq!(text.parse::<Source>(), wanted, "{text}");
        }
    }

    #[test]
    fn domains_are_those_of_the_pattern() {
        let pattern = pattern(concat!(
            r"(?i)(?:www\.)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}-]{2,}",
            r"\.(?:com|net|org|gov|edu|info|tv|asia|biz|news|online|int|eu|ac|name|vn|cn|jp|kr|uk)(?:\.(?:vn|cn|jp|kr|uk|sg|la))?)"
        ));
        // Every text of six pieces.
        let pieces = ["a", "Đb", "-", ".", "vn", "com.", "www."];
        for number in 0..pieces.len().pow(6) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..6).map(piece).collect();
            let wanted: Vec<_> = pattern.find_iter(&text).map(|found| found.range()).collect();
            assert_eq!(find_domains(&text).collect::<Vec<_>>(), wanted, "{text}");
        }
        for text in ["(Plo.vn 19/4, Lê Thoa)", "TTXVN/Báo.Mới.online.vn; x.uk.la", "toasoan@plo.vn", "1.234.567", "A.B"]
        {
            let wanted: Vec<_> = pattern.find_iter(text).map(|found| found.range()).collect();
            assert_eq!(find_domains(text).collect::<Vec<_>>(), wanted, "{text}");
        }
    }

    #[test]
    fn finds_no_address_in_names_and_mail() {
        for text in ["H.Thảo", "TP.HCM", "PGS.TS. Lê Thoa", "toasoan@plo.vn", "Lê Thoa, Vn", "1.234.567"] {
            assert_eq!(find_addresses(text), [], "{text}");
        }
    }
}
