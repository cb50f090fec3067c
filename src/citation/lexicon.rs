//! Lists of fixed words, looked up without reading the whole list.
//!
//! Knows nothing of what the words mean; the lists stand in `vocabulary` and `names`.

use std::collections::HashSet;

/// A list of words and phrases in small letters.
pub(super) struct Lexicon {
    words: HashSet<&'static str>,
    /// Length of the longest, in bytes.
    longest: usize,
}

impl Lexicon {
    /// A lexicon of these words.
    pub(super) fn new(words: &[&'static str]) -> Self {
        let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
        Self { words: words.iter().copied().collect(), longest }
    }

    /// Whether the text, in small letters, is one of the words.
    pub(super) fn holds(&self, lower: &str) -> bool {
        lower.len() <= self.longest && self.words.contains(lower)
    }

    /// The first words that the text, in small letters, opens with, each with what follows it. `ends` says where a word
    /// may end, by the character behind it.
    pub(super) fn openings<'t>(
        &self,
        lower: &'t str,
        ends: impl Fn(char) -> bool,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        let within = lower.char_indices().take_while(|(at, _)| *at <= self.longest);
        let inside = within.filter(move |(_, c)| ends(*c)).map(|(at, _)| at);
        let whole = (lower.len() <= self.longest).then_some(lower.len());
        inside.chain(whole).map(|at| lower.split_at(at)).filter(|(head, _)| self.words.contains(head))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_openings() {
        let lexicon = Lexicon::new(&["sở", "ủy ban", "tp."]);
        assert!(lexicon.holds("ủy ban") && !lexicon.holds("ủy") && !lexicon.holds(""));
        let opens = |text| lexicon.openings(text, |c| !c.is_alphanumeric()).collect::<Vec<_>>();
        assert_eq!(opens("sở nội vụ"), [("sở", " nội vụ")]);
        assert_eq!(opens("ủy ban"), [("ủy ban", "")]);
        assert_eq!(opens("sởn"), []);
        assert_eq!(opens("tp. hoa"), [("tp.", " hoa")]);
    }
}
