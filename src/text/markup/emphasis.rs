//! Stars and low lines around words: what they set in bold or italics stays, and they go.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::chars;

/// Where double stars first stand in a text.
pub(crate) fn double_stars(text: &str) -> Option<usize> {
    // Most texts hold no star at all, which is told faster than that they hold no two.
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'*', bytes).find(|at| bytes.get(at + 1) == Some(&b'*'))
}

/// Puts stars in the place of the low lines around words (`_words_`, `__words__`), which say the same. Those inside a word or
/// an address, and lines to be filled in, stay.
pub(super) fn with_stars(text: Cow<'_, str>) -> Cow<'_, str> {
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
pub(super) fn is_bold(text: &str) -> bool {
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
pub(super) fn stars(text: &str) -> String {
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
    use super::*;

    #[test]
    fn double_stars_are_found_as_a_search_finds_them() {
        for text in ["", "*", "**", "a*b**", "***", "* *", "ệ*ệ**ệ***", "a* **b"] {
            assert_eq!(double_stars(text), text.find("**"), "{text}");
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
}
