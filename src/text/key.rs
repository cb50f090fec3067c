//! Keys under which two printings of one title meet: letters and digits alone, in small letters.

use crate::text::chars;
use std::collections::HashSet;

/// The letters and digits of the text, small. Two titles with one key differ in marks, spacing and capitals at most.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| chars::is_alphanumeric(c)) {
        chars::push_lowercase(&mut out, c);
    }
    out
}

/// A [`key`] of which only a number is kept, so that many of them are compared, joined and looked up at no cost.
///
/// The number is a polynomial over the characters, taken modulo the prime 2^61 - 1: two keys that differ have the same
/// number about once in 10^16 pairs, and then a title would be taken for another one's second printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct KeyHash {
    hash: u64,
    /// How many characters it has.
    chars: u32,
    /// How long it is, in bytes.
    length: u32,
}

impl KeyHash {
    const PRIME: u64 = (1 << 61) - 1;
    /// Any number below the prime, without a pattern.
    const BASE: u64 = 0x0E9A_4C1B_F2D7_3585;

    /// The key of a text.
    pub fn of(text: &str) -> Self {
        Self::up_to(text, u32::MAX).unwrap_or_default()
    }

    /// The key of a text, unless it is longer than `most` bytes: no more of the text than that is read.
    pub fn up_to(text: &str, most: u32) -> Option<Self> {
        let mut key = Self::default();
        let push = |key: &mut Self, c: char| {
            key.hash = Self::reduce(u128::from(key.hash) * u128::from(Self::BASE) + u128::from(u32::from(c)));
            key.chars += 1;
            key.length += u32::try_from(c.len_utf8()).unwrap_or(0);
        };
        for c in text.chars().filter(|&c| chars::is_alphanumeric(c)) {
            match chars::small(c) {
                Some(small) => push(&mut key, small),
                None => c.to_lowercase().for_each(|small| push(&mut key, small)),
            }
            if key.length > most {
                return None;
            }
        }
        Some(key)
    }

    /// The key of this text with another one behind it.
    #[must_use]
    pub fn then(self, other: Self) -> Self {
        let (mut power, mut square, mut left) = (1, Self::BASE, other.chars);
        while left > 0 {
            if left & 1 == 1 {
                power = Self::reduce(u128::from(power) * u128::from(square));
            }
            square = Self::reduce(u128::from(square) * u128::from(square));
            left >>= 1;
        }
        Self {
            hash: Self::reduce(u128::from(self.hash) * u128::from(power) + u128::from(other.hash)),
            chars: self.chars + other.chars,
            length: self.length + other.length,
        }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.length as usize
    }

    /// Whether the text holds no letter and no digit.
    pub fn is_empty(self) -> bool {
        self.length == 0
    }

    /// Modulo the prime; below 2^122 + 2^61 going in.
    fn reduce(value: u128) -> u64 {
        #[expect(clippy::cast_possible_truncation, reason = "the parts of the number are taken apart")]
        let folded = (value as u64 & Self::PRIME) + (value >> 61) as u64;
        if folded >= Self::PRIME { folded - Self::PRIME } else { folded }
    }
}

/// The first letters of some titles: tells cheaply that a text cannot begin with any of them.
#[derive(Debug, Default)]
pub struct Beginnings {
    /// How many letters are compared.
    letters: usize,
    known: HashSet<KeyHash>,
}

impl Beginnings {
    /// So many letters tell most titles apart; a shorter title lowers the number for all.
    const LETTERS: usize = 5;

    /// The beginnings of these titles.
    pub fn of<'t>(titles: impl Iterator<Item = &'t str> + Clone) -> Self {
        let count = |title: &str| title.chars().filter(|&c| chars::is_alphanumeric(c)).take(Self::LETTERS).count();
        let letters = titles.clone().map(count).min().unwrap_or(0);
        Self { letters, known: titles.map(|title| Self::beginning(title, letters)).collect() }
    }

    /// Whether the text may begin with one of the titles.
    pub fn may_open(&self, text: &str) -> bool {
        self.known.contains(&Self::beginning(text, self.letters))
    }

    fn beginning(text: &str, letters: usize) -> KeyHash {
        let end = text.char_indices().filter(|(_, c)| chars::is_alphanumeric(*c)).nth(letters);
        KeyHash::of(end.map_or(text, |(end, _)| text.split_at(end).0))
    }
}

/// The words of a title, small and without marks, in an order of their own: made once, compared with many.
#[derive(Debug, Default)]
pub struct Words(Vec<KeyHash>);

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !chars::is_alphanumeric(c)).filter(|word| !word.is_empty());
        let mut words: Vec<KeyHash> = words.map(KeyHash::of).collect();
        words.sort_unstable();
        Self(words)
    }

    /// How much two titles have in common, 0 to 1: twice the number of shared words over the number of all words.
    pub fn likeness(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.0.as_slice(), other.0.as_slice());
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let mut shared = 0usize;
        while let ([word, a_rest @ ..], [other, b_rest @ ..]) = (a, b) {
            let order = word.cmp(other);
            if order.is_le() {
                a = a_rest;
            }
            if order.is_ge() {
                b = b_rest;
            }
            shared += usize::from(order.is_eq());
        }
        #[expect(clippy::cast_precision_loss, reason = "word counts of a title")]
        let ratio = 2.0 * shared as f32 / (self.0.len() + other.0.len()) as f32;
        ratio
    }
}

/// How much two titles have in common, as [`Words::likeness`] says.
pub fn likeness(a: &str, b: &str) -> f32 {
    Words::of(a).likeness(&Words::of(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_meet() {
        assert_eq!(key("**Hà Nội: “Một cửa” – 24/7**"), key("hà nội một cửa 247"));
        assert_eq!(key("..."), "");
    }

    #[test]
    fn hashes_meet_where_keys_do() {
        let (left, right) = ("Hà Nội: “Một cửa”", " – 24/7, ĐỢT 2");
        let whole = KeyHash::of(&format!("{left}{right}"));
        assert_eq!(KeyHash::of(left).then(KeyHash::of(right)), whole);
        assert_eq!(KeyHash::of(&key(left)).then(KeyHash::of(&key(right))), whole);
        assert_eq!(whole.len(), key(&format!("{left}{right}")).len());
        assert_ne!(KeyHash::of("Một cửa"), KeyHash::of("cửa Một"));
        assert_ne!(KeyHash::of("Một cửa"), KeyHash::of("Một cữa"));
        assert_eq!(KeyHash::of("...").then(KeyHash::of("a")), KeyHash::of("A"));
        assert!(KeyHash::of("–").is_empty());
    }

    #[test]
    fn beginnings_never_say_no_wrongly() {
        let beginnings = Beginnings::of(["Xã Một mở chợ", "“Cầu Tre” thông xe"].into_iter());
        assert!(beginnings.may_open("xã: MỘT khác") && beginnings.may_open("Cầu tre"));
        assert!(!beginnings.may_open("Xã Hai") && !beginnings.may_open("Xã") && !beginnings.may_open(""));
        let short = Beginnings::of(["Xã Một mở chợ", "Cầu"].into_iter());
        assert!(short.may_open("Cầu") && short.may_open("Xã Mười") && !short.may_open("Cờ"));
        assert!(Beginnings::of(["Xã", "..."].into_iter()).may_open("bất kỳ"));
        assert!(!Beginnings::of([].into_iter()).may_open("bất kỳ"));
    }

    #[test]
    fn likeness_counts_words() {
        assert_eq!(likeness("một hai ba bốn", "một hai ba năm"), 0.75);
        assert_eq!(likeness("một", ""), 0.0);
        assert_eq!(likeness("một một", "một hai"), 0.5);
    }
}
