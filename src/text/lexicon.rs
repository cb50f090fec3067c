//! Lists of fixed words, looked up without reading the whole list and whatever the case of the text.
//!
//! Knows nothing of what the words mean; the lists stand where they are used.

use super::chars;

/// A list of words and phrases in small letters. The texts that are looked up are in NFC, where no letter is shorter or
/// longer, in bytes, than the small letter of a word that it stands for.
pub(crate) struct Lexicon {
    /// Sorted by hash.
    words: Vec<(u64, &'static str)>,
    /// Length of the longest, in bytes.
    longest: usize,
    /// The first letters.
    firsts: Filter,
    /// The first letters, each with the length of its word: tells most texts that are in no list.
    shapes: Filter,
}

/// A set of numbers that may say yes too often, never no wrongly.
#[derive(Default)]
struct Filter([u64; 4]);

impl Filter {
    /// The word and the bit of a first letter and a length.
    const fn place(first: char, length: usize) -> (usize, u64) {
        let mixed = (first as usize).wrapping_mul(29).wrapping_add(length.wrapping_mul(83)) & 0xff;
        (mixed >> 6, 1 << (mixed & 63))
    }

    fn insert(&mut self, first: char, length: usize) {
        let (at, bit) = Self::place(first, length);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    /// `first` in small letters; None where only the standard library knows them.
    fn may_hold(&self, first: Option<char>, length: usize) -> bool {
        first.is_none_or(|first| {
            let (at, bit) = Self::place(first, length);
            self.0.get(at).is_some_and(|bits| bits & bit != 0)
        })
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
        let mut words: Vec<_> = words.iter().map(|word| (Hash::of(word).0, *word)).collect();
        words.sort_unstable();
        let (mut firsts, mut shapes) = (Filter::default(), Filter::default());
        for (_, word) in &words {
            if let Some(first) = word.chars().next() {
                firsts.insert(first, 0);
                shapes.insert(first, word.len());
            }
        }
        Self { words, longest, firsts, shapes }
    }

    /// The first words of these phrases: up to the first character that is no letter or digit.
    pub(crate) fn of_first_words(phrases: &[&'static str]) -> Self {
        let first = |phrase: &&'static str| phrase.split(|c| !chars::is_alphanumeric(c)).next().unwrap_or_default();
        Self::new(&phrases.iter().map(first).collect::<Vec<_>>())
    }

    /// Whether the text is one of the words.
    pub(crate) fn holds(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.shapes.may_hold(chars::small(first), text.len()))
            && text.len() <= self.longest
            && self.has(Hash::of(text), text)
    }

    fn has(&self, hash: Hash, text: &str) -> bool {
        let from = self.words.partition_point(|(other, _)| *other < hash.0);
        let same = self.words.get(from..).unwrap_or_default().iter().take_while(|(other, _)| *other == hash.0);
        same.into_iter().any(|(_, word)| chars::is_word(text, word))
    }

    /// The words that the text opens with, each with what follows it. `ends` says where a word may end, by the character
    /// behind it.
    pub(crate) fn openings<'t>(
        &self,
        text: &'t str,
        ends: impl Fn(char) -> bool,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        let mut hash = Hash::START;
        let first = text.chars().next();
        let small = first.and_then(chars::small);
        let limit = if first.is_some() && self.firsts.may_hold(small, 0) { self.longest } else { 0 };
        let behind = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
        behind.take_while(move |(at, _)| *at <= limit).filter_map(move |(at, c)| {
            let here = hash;
            if let Some(c) = c {
                chars::each_lowercase(c.encode_utf8(&mut [0; 4]), |small| hash.push(small));
            }
            if at == 0 || !c.is_none_or(&ends) || !self.shapes.may_hold(small, at) {
                return None;
            }
            let (head, rest) = text.split_at(at);
            self.has(here, head).then_some((head, rest))
        })
    }

    /// Whether one of the words is the first word of the text: up to the first character that is no letter or digit.
    pub(crate) fn holds_first_word(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.firsts.may_hold(chars::small(first), 0))
            && self.holds(text.split(|c| !chars::is_alphanumeric(c)).next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_openings() {
        let lexicon = Lexicon::new(&["sở", "ủy ban", "tp."]);
        assert!(lexicon.holds("Ủy Ban") && !lexicon.holds("ủy") && !lexicon.holds(""));
        let opens = |text| lexicon.openings(text, |c| !c.is_alphanumeric()).collect::<Vec<_>>();
        assert_eq!(opens("SỞ nội vụ"), [("SỞ", " nội vụ")]);
        assert_eq!(opens("ủy ban"), [("ủy ban", "")]);
        assert_eq!(opens("sởn"), []);
        assert_eq!(opens("tp. hoa"), [("tp.", " hoa")]);
        let first = Lexicon::of_first_words(&["tạp chí", "đài pt-th", "p.v"]);
        assert!(first.holds_first_word("Tạp chí") && first.holds_first_word("P.V") && !first.holds_first_word("chí"));
    }
}
