//! The words that announce a source: `Theo`, `Nguồn:`, `Tổng hợp từ`.
//!
//! Stops behind them; what they announce is read in `read`.

use crate::text::chars;

/// The words that announce a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Marker {
    /// None.
    None,
    /// `theo` in small letters, as prose has it.
    Small,
    /// `Theo`, `Tổng hợp từ`.
    Capital,
    /// `Nguồn:`, `Theo:`.
    Colon,
}

/// What may stand before `theo`, lower case.
const BEFORE_THEO: [&str; 7] = ["tổng hợp ", "lược ", "trích ", "dẫn ", "lược trích ", "trích dẫn ", ""];

/// The other announcements, lower case, the longer ones first. Behind `tổng hợp` a colon has to stand.
const OTHERS: [&str; 11] = [
    "nguồn tin",
    "nguồn",
    "trích nguồn",
    "trích từ",
    "trích",
    "dẫn nguồn",
    "dẫn từ",
    "tổng hợp từ",
    "tổng hợp :",
    "tổng hợp:",
    "source",
];

/// The announcement that a text opens with, and what follows it.
pub(super) fn marker(text: &str) -> (Marker, &str) {
    // The first word tells nearly always that there is none.
    const FIRST: [&str; 7] = ["theo", "nguồn", "tổng", "lược", "trích", "dẫn", "source"];
    let opens = text.bytes().next().is_some_and(|first| matches!(first | 0x20, b't' | b'n' | b'l' | b'd' | b's'));
    if !opens || !FIRST.iter().any(|word| chars::strip_prefix(text, word).is_some()) {
        return (Marker::None, text);
    }
    match announced(text) {
        None => (Marker::None, text),
        Some((rest, true)) => (Marker::Colon, rest.trim()),
        Some((rest, false)) if text.starts_with(chars::is_uppercase) => (Marker::Capital, rest.trim()),
        Some((rest, false)) => (Marker::Small, rest.trim()),
    }
}

/// What follows an announcement, and whether a colon stands between.
fn announced(text: &str) -> Option<(&str, bool)> {
    let theo = BEFORE_THEO.iter().filter_map(|before| chars::strip_prefix(chars::strip_prefix(text, before)?, "theo"));
    let others = OTHERS.iter().filter_map(|words| chars::strip_prefix(text, words));
    theo.flat_map(behind_theo).flatten().chain(others).find_map(set_off)
}

/// What may follow `theo` and the words that belong to it, the longest of these first; `tin` is in small letters.
fn behind_theo(rest: &str) -> [Option<&str>; 5] {
    let source = chars::strip_prefix(rest, " nguồn");
    let news = rest.strip_prefix(" tin");
    [
        source.and_then(|rest| rest.strip_prefix(" tin")),
        source,
        news.and_then(|rest| chars::strip_prefix(rest, " từ")),
        news,
        Some(rest),
    ]
}

/// What a colon, a dash or a space sets off from an announcement, and whether it is a colon.
fn set_off(rest: &str) -> Option<(&str, bool)> {
    let spaced = rest.strip_prefix(' ');
    let colon = rest.strip_prefix(':').or_else(|| spaced?.strip_prefix(':'));
    let dash = || spaced.and_then(|rest| rest.strip_prefix(['-', '–'])?.strip_prefix(' '));
    match colon {
        Some(rest) => Some((rest, true)),
        None => Some((dash().or(spaced)?, false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pattern::pattern;

    #[test]
    fn markers_are_those_of_the_pattern() {
        let pattern = pattern(concat!(
            r"(?i)^(?:(?:tổng hợp |lược |trích |dẫn |lược trích |trích dẫn )?theo(?: nguồn(?-i: tin)?|(?-i: tin)(?: từ)?)?",
            r"|nguồn tin|nguồn|trích nguồn|trích từ|trích|dẫn nguồn|dẫn từ|tổng hợp từ|tổng hợp(?: ?:)|source)",
            r"(?: ?(:)| [-–] | )\s*"
        ));
        // Every text of four pieces.
        let pieces = [
            "",
            " ",
            ":",
            " - ",
            "–",
            "Theo",
            "theo",
            " nguồn",
            "Nguồn",
            " tin",
            " Tin",
            " từ",
            "Tổng hợp",
            "tổng hợp ",
            "lược ",
            "Trích ",
            "dẫn ",
            "SOURCE",
            "Plo.vn",
        ];
        let mut announced = 0;
        for number in 0..pieces.len().pow(4) {
            let piece = |place| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..4).map(piece).collect();
            let wanted = pattern.captures(&text).map(|found| (text[found[0].len()..].trim(), found.get(1).is_some()));
            let (marker, rest) = marker(&text);
            let found = (marker != Marker::None).then_some((rest, marker == Marker::Colon));
            assert_eq!(found, wanted, "{text}");
            announced += usize::from(found.is_some());
        }
        assert!(announced > 5_000, "{announced}");
    }
}
