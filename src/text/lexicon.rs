//! Lists of fixed words, looked up without reading the whole list and whatever the case of the text.
//!
//! Knows nothing of what the words mean; the lists stand where they are used.

use super::chars;

/// A list of words and phrases in small letters.
pub(crate) struct Lexicon {
    /// Sorted by hash, each with its place in the list.
    words: Vec<(u64, &'static str, usize)>,
    /// Where the hashes with each value of the first six bits begin among them, and their end.
    starts: [usize; 65],
    /// A bit for each hash, by its first ten bits: most words are told apart by it.
    met: [u64; 16],
    /// Length of the longest, in bytes.
    longest: usize,
    /// How they begin.
    beginnings: Beginnings,
}

/// The first two characters of some words, whatever their case, as far as one byte of each tells: most texts begin as no
/// word of a list does. The set of second characters by the first one.
struct Beginnings(Box<[u128; 128]>);

impl Beginnings {
    fn of(words: &[&str]) -> Self {
        let mut beginnings = Box::new([0; 128]);
        for (first, second) in words.iter().filter(|word| !word.is_empty()).map(|word| Self::read(word)) {
            let seconds = second.map_or(u128::MAX, |second| 1 << second);
            match first {
                Some(first) => {
                    if let Some(slot) = beginnings.get_mut(usize::from(first)) {
                        *slot |= seconds;
                    }
                }
                None => beginnings.fill(u128::MAX),
            }
        }
        Self(beginnings)
    }

    /// Whether a word may begin as the text does.
    fn may_open(&self, text: &str) -> bool {
        let (first, second) = Self::read(text);
        let Some(seconds) = first.and_then(|first| self.0.get(usize::from(first))) else { return true };
        match second {
            Some(second) => seconds >> second & 1 == 1,
            None => *seconds != 0,
        }
    }

    /// The kinds of the first two characters. None means that a character may be the capital of any letter, or that there is
    /// none: it rules out no word.
    fn read(text: &str) -> (Option<u8>, Option<u8>) {
        let bytes = text.as_bytes();
        let first = bytes.first().copied().unwrap_or_default();
        let next = match first {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
        (Self::kind(first), bytes.get(next).and_then(|second| Self::kind(*second)))
    }

    /// The kind of a character by its first byte, below 128. Capitals and small letters of ASCII are of one kind; so are
    /// those of Vietnamese, since they begin with the same byte.
    fn kind(first: u8) -> Option<u8> {
        match first {
            0..0x80 => Some(first.to_ascii_lowercase()),
            0xC3 => Some(1),
            0xC4 => Some(2),
            0xC6 => Some(3),
            0xE1 => Some(4),
            // Letters of other scripts may be the capitals of any: U+212A is that of `k`.
            _ => None,
        }
    }
}

/// FNV-1a over characters in small letters: short texts, and each prefix has its hash on the way.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const START: Self = Self(0xcbf2_9ce4_8422_2325);

    fn push(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn of(text: &str) -> Self {
        let mut hash = Self::START;
        chars::each_lowercase(text, |c| hash.push(c));
        hash
    }
}

impl Lexicon {
    /// A lexicon of these words.
    pub(crate) fn new(words: &[&'static str]) -> Self {
        let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
        let beginnings = Beginnings::of(words);
        let mut words: Vec<_> = words.iter().enumerate().map(|(at, word)| (Hash::of(word).0, *word, at)).collect();
        words.sort_unstable();
        let start = |bits| words.partition_point(|(hash, ..)| ((hash >> 58) as usize) < bits);
        let starts = std::array::from_fn(start);
        let mut met = [0; 16];
        for (hash, ..) in &words {
            let (slot, bit) = Self::place(*hash);
            if let Some(slot) = met.get_mut(slot) {
                *slot |= bit;
            }
        }
        Self { words, starts, met, longest, beginnings }
    }

    /// The first words of these phrases: up to the first character that is no letter or digit.
    pub(crate) fn of_first_words(phrases: &[&'static str]) -> Self {
        let first = |phrase: &&'static str| phrase.split(|c| !chars::is_alphanumeric(c)).next().unwrap_or_default();
        Self::new(&phrases.iter().map(first).collect::<Vec<_>>())
    }

    /// Whether the text is one of the words.
    pub(crate) fn holds(&self, text: &str) -> bool {
        // Small letters of other scripts may be shorter than their capitals, by half at most.
        text.len() <= self.longest * 2 && self.beginnings.may_open(text) && self.has(Hash::of(text), text)
    }

    fn has(&self, hash: Hash, text: &str) -> bool {
        self.find(hash, text).is_some()
    }

    const fn place(hash: u64) -> (usize, u64) {
        ((hash >> 60) as usize, 1 << (hash >> 54 & 63))
    }

    /// The place of a word in the list.
    fn find(&self, hash: Hash, text: &str) -> Option<usize> {
        let (slot, bit) = Self::place(hash.0);
        if self.met.get(slot).is_none_or(|met| met & bit == 0) {
            return None;
        }
        let bits = (hash.0 >> 58) as usize;
        let (Some(&from), Some(&to)) = (self.starts.get(bits), self.starts.get(bits + 1)) else { return None };
        let near = self.words.get(from..to).unwrap_or_default();
        near.iter().find(|(other, word, _)| *other == hash.0 && chars::is_word(text, word)).map(|(.., at)| *at)
    }

    /// The words that the text opens with, each with what follows it. `ends` says where a word may end, by the character
    /// behind it.
    pub(crate) fn openings<'t>(
        &self,
        text: &'t str,
        ends: impl Fn(char) -> bool,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        let mut hash = Hash::START;
        let limit = if self.beginnings.may_open(text) { self.longest * 2 } else { 0 };
        let behind = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
        behind.take_while(move |(at, _)| *at <= limit).filter_map(move |(at, c)| {
            let here = hash;
            if let Some(c) = c {
                chars::each_lowercase(c.encode_utf8(&mut [0; 4]), |small| hash.push(small));
            }
            if at == 0 || !c.is_none_or(&ends) {
                return None;
            }
            let (head, rest) = text.split_at(at);
            self.has(here, head).then_some((head, rest))
        })
    }

    /// Whether a name opens with one of the words: no letter or digit stands behind it, nor the plus of a coined name
    /// (`Vietnam+`).
    pub(crate) fn opens(&self, name: &str) -> bool {
        self.openings(name, |c| !chars::is_alphanumeric(c) && c != '+').next().is_some()
    }

    /// Whether one of the words is the first word of the text: up to the first character that is no letter or digit.
    pub(crate) fn holds_first_word(&self, text: &str) -> bool {
        self.first_word(text).is_some()
    }

    /// The place in the list of the first word of the text.
    pub(crate) fn first_word(&self, text: &str) -> Option<usize> {
        // A longer word is read to its end, and found nowhere.
        let mut hash = Hash::START;
        let word = chars::first_word(text, |small| hash.push(small));
        self.find(hash, word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_openings() {
        let lexicon = Lexicon::new(&["sở", "ủy ban", "tp."]);
        assert!(lexicon.holds("Ủy Ban") && !lexicon.holds("ủy") && !lexicon.holds(""));
        let others = Lexicon::new(&["kg", "ă", "a", "điện"]);
        for (text, holds) in [
            ("\u{212A}G", true),
            ("kG", true),
            ("kh", false),
            ("Ă", true),
            ("À", false),
            ("A", true),
            ("ĐIỆN", true),
            ("ĐIỆU", false),
        ] {
            assert_eq!(others.holds(text), holds, "{text}");
            for behind in [" lực", "", ".", "–", "\u{D7}", "\u{A0}", "_1"] {
                assert_eq!(others.holds_first_word(&format!("{text}{behind}")), holds, "{text}{behind}");
            }
        }
        let opens = |text| lexicon.openings(text, |c| !c.is_alphanumeric()).collect::<Vec<_>>();
        assert_eq!(opens("SỞ nội vụ"), [("SỞ", " nội vụ")]);
        assert_eq!(opens("ủy ban"), [("ủy ban", "")]);
        assert_eq!(opens("sởn"), []);
        assert_eq!(opens("tp. hoa"), [("tp.", " hoa")]);
        let first = Lexicon::of_first_words(&["tạp chí", "đài pt-th", "p.v"]);
        assert!(first.holds_first_word("Tạp chí") && first.holds_first_word("P.V") && !first.holds_first_word("chí"));
    }
}
