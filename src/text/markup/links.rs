//! Links of Markdown: their labels stay in the text, the addresses that no label prints are kept aside.

use std::borrow::Cow;

/// Puts their labels in the place of links: `[text](address)`, also with an empty address or an anchor, and pictures,
/// which have a `!` in front. Addresses that the label does not print are kept.
pub(super) fn without_links<'t>(text: Cow<'t, str>, links: &mut Vec<String>) -> Cow<'t, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut copied, mut from) = (0, 0);
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr::memchr(b'[', rest)).map(|at| from + at) {
        let Some((label, address, length)) = text.get(at..).and_then(link) else {
            from = at + 1;
            continue;
        };
        // The name of a picture's file is no address that is printed.
        let picture = at > copied && bytes.get(at - 1) == Some(&b'!');
        if leads_away(address) && (address != label || picture) {
            links.push(address.to_owned());
        }
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
