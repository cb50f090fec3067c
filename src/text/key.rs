//! Keys under which two printings of one title meet: letters and digits alone, in small letters.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::ops::ControlFlow;

use crate::text::{chars, letters, scan};

/// The letters and digits of the text, small. Two titles with one key differ in marks, spacing and capitals at most.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_key(&mut out, text);
    out
}

/// Appends the [`key`] of a text.
pub fn push_key(out: &mut String, text: &str) {
    let _ = chars::each_letter(text, |c, _| {
        out.push(c);
        ControlFlow::Continue(())
    });
}

/// A [`key`] of which only a number is kept, so that many of them are compared, joined and looked up at no cost.
///
/// The number is a polynomial over the characters, modulo 2^64: two keys that differ have the same number about once in
/// 10^18 pairs, and then a title would be taken for another one's second printing. A text made to bring that about would
/// be read amiss there, no worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct KeyHash {
    hash: u64,
    /// How many characters it has.
    chars: u32,
    /// How long it is, in bytes.
    length: u32,
}

/// A map from keys.
pub type KeyMap<V> = HashMap<KeyHash, V, BuildHasherDefault<Mixed>>;
/// A map from texts.
pub type TextMap<'t, V> = HashMap<&'t str, V, BuildHasherDefault<Mixed>>;
/// A set of keys.
pub type KeySet = HashSet<KeyHash, BuildHasherDefault<Mixed>>;

impl Hash for KeyHash {
    /// The number tells keys apart; the lengths need not be hashed as well.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

/// A hasher for numbers that are hashes already, but for their last bits.
#[derive(Debug, Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.write_u64(u64::from_le_bytes(*word)));
        rest.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        // The upper half of the product depends on every bit; a table is entered by the lower one.
        let product = u128::from(self.0.rotate_left(5) ^ number) * u128::from(KeyHash::BASE);
        #[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
        let (low, high) = (product as u64, (product >> 64) as u64);
        self.0 = low ^ high;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

impl KeyHash {
    /// Any odd number without a pattern.
    const BASE: u64 = 0x9E9A_4C1B_F2D7_3585;

    /// The key of a text.
    pub fn of(text: &str) -> Self {
        Self::up_to(text, u32::MAX).unwrap_or_default()
    }

    /// The key of a text, unless it is longer than `most` bytes: no more of the text than that is read.
    pub fn up_to(text: &str, most: u32) -> Option<Self> {
        if is_longer(text, most) {
            return None;
        }
        let mut key = Self::default();
        let read = chars::each_letter(text, |c, length| {
            key.push(c, length);
            if key.length > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        read.is_continue().then_some(key)
    }

    #[inline(always)]
    fn push(&mut self, c: char, length: u32) {
        self.hash = self.hash.wrapping_mul(Self::BASE).wrapping_add(u64::from(u32::from(c)));
        self.chars += 1;
        self.length += length;
    }

    /// The key of this text with another one behind it.
    #[must_use]
    pub fn then(self, other: Self) -> Self {
        let power = Self::BASE.wrapping_pow(other.chars);
        Self {
            hash: self.hash.wrapping_mul(power).wrapping_add(other.hash),
            chars: self.chars + other.chars,
            length: self.length + other.length,
        }
    }

    /// How many characters it has.
    pub fn chars(self) -> usize {
        self.chars as usize
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.length as usize
    }

    /// Whether the text holds no letter and no digit.
    pub fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// The first letters of some titles: tells cheaply that a text cannot begin with any of them.
#[derive(Debug, Default)]
pub struct Beginnings {
    /// How many letters are compared.
    letters: usize,
    /// A bit for each first letter that is one of ASCII.
    first: u128,
    /// A bit for each beginning, by its hash: two may share one.
    known: Box<[u64]>,
}

impl Beginnings {
    /// Letters of a beginning: they tell most titles apart; a shorter title lowers the number for all.
    const LETTERS: usize = 5;
    /// Enough bits for the titles of most bulletins.
    const WORDS: usize = 64;

    /// The beginnings of these titles.
    pub fn of<'t>(titles: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut beginnings: Vec<KeyHash> = titles.clone().map(|title| beginning(title, Self::LETTERS)).collect();
        let letters = beginnings.iter().map(|beginning| beginning.chars()).min().unwrap_or(0);
        let mut first = if letters == 0 { u128::MAX } else { 0 };
        for letter in titles.clone().filter_map(letters::first_alnum) {
            // The Kelvin sign is a capital `k`.
            first |= match chars::small(letter) {
                Some(small) if small.is_ascii() => 1 << u32::from(small),
                Some(_) => 0,
                None => u128::MAX,
            };
        }
        if letters < Self::LETTERS {
            beginnings = titles.map(|title| beginning(title, letters)).collect();
        }
        let mut known = vec![0; Self::WORDS].into_boxed_slice();
        for beginning in beginnings {
            let (word, bit) = Self::place(beginning);
            if let Some(word) = known.get_mut(word) {
                *word |= bit;
            }
        }
        Self { letters, first, known }
    }

    /// Whether the text may begin with one of the titles.
    pub fn may_open(&self, text: &str) -> bool {
        let first = text.as_bytes().first().filter(|first| first.is_ascii_alphanumeric());
        if first.is_some_and(|first| self.first >> first.to_ascii_lowercase() & 1 == 0) {
            return false;
        }
        let (word, bit) = Self::place(beginning(text, self.letters));
        self.known.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(beginning: KeyHash) -> (usize, u64) {
        let hash = beginning.hash.wrapping_mul(KeyHash::BASE);
        ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
    }
}

/// Whether a text has so many letters and digits.
pub fn has_letters(text: &str, letters: usize) -> bool {
    // The head of most texts has enough in ASCII and in vowels with two marks alone.
    let plain = |head: &[u8; 33]| {
        let [_, behind @ ..] = head;
        let counted = |(a, b): (&u8, &u8)| u8::from(a.is_ascii_alphanumeric() | ((*a == 0xE1) & (b & 0xFE == 0xBA)));
        head.iter().zip(behind).map(counted).sum::<u8>()
    };
    text.as_bytes().first_chunk().is_some_and(|head| usize::from(plain(head)) >= letters)
        || beginning(text, letters).chars() >= letters
}

/// Whether the letters and digits of ASCII alone make the key of a text longer than so many bytes: a look that costs
/// little beside the key, and says no of texts that are hardly longer.
pub fn is_longer(text: &str, most: u32) -> bool {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    text.len() > most && scan::count(text.as_bytes(), |byte, _, _| byte.is_ascii_alphanumeric()) > most
}

/// The key of the first so many letters of a text.
pub fn beginning(text: &str, letters: usize) -> KeyHash {
    let mut key = KeyHash::default();
    if letters == 0 {
        return key;
    }
    let _ = chars::each_letter(text, |c, length| {
        key.push(c, length);
        if key.chars() == letters { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    key
}

/// What is found for the key of the first letter of a text, of the first two, or of more; each letter is read once.
pub fn find_beginning<T>(text: &str, mut find: impl FnMut(KeyHash) -> Option<T>) -> Option<T> {
    let mut key = KeyHash::default();
    let mut found = None;
    let _ = chars::each_letter(text, |c, length| {
        key.push(c, length);
        found = find(key);
        if found.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    found
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
        for (text, most, key) in [("Một – cửa!", 10, true), ("Một cửa", 9, false), ("...", 0, true), ("abc", 2, false)]
        {
            assert_eq!(KeyHash::up_to(text, most), key.then(|| KeyHash::of(text)), "{text}");
        }
    }

    #[test]
    fn beginnings_never_say_no_wrongly() {
        let beginnings = Beginnings::of(["Xã Một mở chợ", "“Cầu Tre” thông xe"].into_iter());
        assert!(beginnings.may_open("xã: MỘT khác") && beginnings.may_open("Cầu tre"));
        assert!(!beginnings.may_open("Xã Hai") && !beginnings.may_open("Xã") && !beginnings.may_open(""));
        assert!(Beginnings::of(["\u{212A}ho bạc"].into_iter()).may_open("Kho bạc"));
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
