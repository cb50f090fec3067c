//! Two printings of one title: whether they are the same, and where they differ.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_normalization::UnicodeNormalization;

use crate::text::chars;

/// The five tone marks; the place where a syllable carries its mark (`hòa`, `hoà`) is a matter of style.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A word with its letters in small, its tone at the end, without signs.
fn plain(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut tones = String::new();
    for c in word.nfd().flat_map(char::to_lowercase) {
        if TONES.contains(&c) {
            tones.push(c);
        } else if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
            letters.push(c);
        }
    }
    letters + &tones
}

/// Whether two printings say the same: capitals, signs, spacing and the place of a tone mark aside. A word with a letter
/// that could not be read may be any.
pub(super) fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let letters = |text: &str| -> String { text.split_whitespace().map(plain).collect() };
    let (a, b) = behind_common_words(a, b);
    spelled(a).eq(spelled(b)) || letters(a) == letters(b) || (has_lost(a) || has_lost(b)) && same_but_lost(a, b)
}

/// Two texts without the words that both begin with and print just so.
fn behind_common_words<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let words = a.as_bytes().get(..common).and_then(|head| memchr::memrchr(b' ', head)).map_or(0, |space| space + 1);
    (a.get(words..).unwrap_or(a), b.get(words..).unwrap_or(b))
}

/// The small letters of the words, without the commonest signs. Where they are equal, all that [`plain`] looks at is.
fn spelled(text: &str) -> impl Iterator<Item = char> {
    let is_sign =
        |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '«' | '»');
    text.split_whitespace().flat_map(move |word| {
        let letters = word.chars().filter(move |c| !is_sign(*c)).map(|c| chars::small(c).unwrap_or(c));
        letters.chain(std::iter::once(' '))
    })
}

/// Whether a letter of the text could not be read.
fn has_lost(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), "\u{FFFD}".as_bytes()).is_some()
}

/// Whether two printings differ in no word whose letters could all be read.
fn same_but_lost(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(|w| (has_lost(w), plain(w))).collect::<Vec<_>>();
    let alike = |(x, y): (&(bool, String), &(bool, String))| x.0 || y.0 || x.1 == y.1;
    let (a, b) = (words(a), words(b));
    a.len() == b.len() && a.iter().zip(&b).all(alike)
}

/// A stretch in which two printings differ: what the one has and what the other has in its place.
pub(super) type Difference<'t> = (&'t str, &'t str);

/// The words in which two printings differ, stretch by stretch.
pub(super) fn differences<'t>(a: &'t str, b: &'t str) -> Vec<Difference<'t>> {
    let (left, right) = (words(a), words(b));
    let keys = |words: &[(usize, &str)]| words.iter().map(|(_, word)| plain(word)).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &keys(&left), &keys(&right))
        .iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| (stretch(a, &left, op.old_range()), stretch(b, &right, op.new_range())))
        .collect()
}

/// The words of a text, each with its offset.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut end = 0;
    text.split_whitespace()
        .filter_map(|word| {
            let start = end + text.get(end..)?.find(word)?;
            end = start + word.len();
            Some((start, word))
        })
        .collect()
}

/// The text from the first to the last of some words.
fn stretch<'t>(text: &'t str, words: &[(usize, &'t str)], range: Range<usize>) -> &'t str {
    let words = words.get(range).unwrap_or_default();
    let (Some((start, _)), Some((at, last))) = (words.first(), words.last()) else { return "" };
    text.get(*start..at + last.len()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_is_no_difference() {
        assert!(same("Hòa Bình: “Một cửa”", "HOÀ BÌNH – một cửa"));
        assert!(!same("Năm 2030", "Năm 2031"));
        assert!(!same("Hòa bình", "Hò abình"));
        assert!(!same("Chợ mới", "Chở mới"));
        assert!(same("Chợ m\u{FFFD}i", "Chợ mới"));
        assert!(!same("Chợ m\u{FFFD}i", "Chở mới"));
    }

    #[test]
    fn the_words_that_differ() {
        assert_eq!(differences("Xã mở chợ năm 2030 sớm", "Xã mở chợ năm 2031 sớm"), [("2030", "2031")]);
        assert_eq!(differences("Xã mở chợ mới", "Xã mở chợ"), [("mới", "")]);
        assert_eq!(differences("Xã và huyện mở chợ", "Xã, huyện họp chợ"), [("và", ""), ("mở", "họp")]);
        assert_eq!(differences("một", "MỘT"), []);
    }
}
