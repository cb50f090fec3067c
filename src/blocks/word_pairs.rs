//! Whether two words stand side by side somewhere in a text, which tells that a sentence goes on over a page turn.

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::lines::Text;
use crate::page::Page;
use crate::text::{chars, letters, scan};

/// Pairs of neighbouring words that stand within the lines of a text; tells whether two words belong together across a
/// page turn.
///
/// Mostly a second word with a capital is asked for, since a small letter says by itself that a sentence goes on; few
/// words in the middle of a line have one, and how they meet the words before them tells that most pairs stand nowhere.
/// For what is left the lines are searched. A text that is searched often gets an index of hashes: a false yes is possible
/// then and harmless, since it is one signal among several.
#[derive(Debug)]
pub struct WordPairs<'p, 't> {
    page: &'p Page<'t>,
    seams: OnceCell<Seams>,
    searched: Cell<usize>,
    /// The texts of the lines that markup was removed from, each with a line break behind it.
    rewritten: OnceCell<String>,
    index: OnceCell<Index>,
}

impl<'p, 't> WordPairs<'p, 't> {
    /// Searches that cost less than an index does.
    const SEARCHES: usize = 32;

    /// The pairs of a page.
    pub fn of(page: &'p Page<'t>) -> Self {
        Self {
            page,
            seams: OnceCell::new(),
            searched: Cell::new(0),
            rewritten: OnceCell::new(),
            index: OnceCell::new(),
        }
    }

    /// Whether the last word of one text and the first of another stand side by side somewhere, no mark between them.
    pub fn joins(&self, left: &str, right: &str) -> bool {
        let (Some(a), Some(b)) = (left.split_whitespace().next_back(), right.split_whitespace().next()) else {
            return false;
        };
        let (a, b) = (bare(a), bare(b));
        if a.is_empty() || b.is_empty() {
            return false;
        }
        let phrase = [a, b].join(" ");
        let rewritten = self.rewritten.get_or_init(|| self.rewritten());
        let seams = self.seams.get_or_init(|| Seams::of([self.page.whole(), rewritten]));
        if !seams.may_hold(&phrase, a.len() + 1) {
            return false;
        }
        self.searched.set(self.searched.get() + 1);
        if self.searched.get() > Self::SEARCHES {
            return self.index.get_or_init(|| self.collect()).contains(&pair(hash(a), hash(b)));
        }
        let search = memchr::memmem::Finder::new(&phrase);
        let stands = |text: &str, at: usize| {
            let (before, after) = (text.get(..at), text.get(at + phrase.len()..));
            before.is_some_and(|text| bare(text.rsplit([' ', '\n']).next().unwrap_or_default()).is_empty())
                && after.is_some_and(|text| bare(text.split([' ', '\n']).next().unwrap_or_default()).is_empty())
        };
        let text = self.page.whole();
        search.find_iter(text.as_bytes()).any(|at| stands(text, at) && self.is_printed(at))
            || search.find_iter(rewritten.as_bytes()).any(|at| stands(rewritten, at))
    }

    /// Whether the line at a place of the whole text is printed as it stands there.
    fn is_printed(&self, at: usize) -> bool {
        self.page.lines.get(self.page.line_at(at)).is_some_and(|line| matches!(line.text, Text::Printed(_)))
    }

    fn rewritten(&self) -> String {
        let mut rewritten = String::new();
        for line in &self.page.lines {
            if let Text::Rewritten(text) = &line.text {
                rewritten.push_str(text);
                rewritten.push('\n');
            }
        }
        rewritten
    }

    fn collect(&self) -> Index {
        let words = self.page.lines.iter().map(|line| letters::words(&line.text)).sum();
        let mut index = Index::with_capacity_and_hasher(words, BuildHasherDefault::default());
        for line in &self.page.lines {
            // The hash of the word before, unless a mark behind it parts it from the next.
            let mut before = None;
            for word in line.text.split(' ') {
                let (core, open) = (bare(word), word.ends_with(chars::is_alphanumeric));
                let own = hash(core);
                if let Some(before) = before.filter(|_| word.starts_with(chars::is_alphanumeric)) {
                    index.insert(pair(before, own));
                }
                before = open.then_some(own);
            }
        }
        index
    }
}

/// Where a word ends and one with a capital begins: the three bytes on either side, hashed. May say yes too often.
#[derive(Debug)]
struct Seams(Box<[u64; 256]>);

impl Seams {
    fn of(texts: [&str; 2]) -> Self {
        let mut seams = Self(Box::new([0; 256]));
        for text in texts.map(str::as_bytes) {
            scan::each(text, opens_capital, |space| {
                if let Some((slot, bit)) = Self::read(text, space + 1)
                    && let Some(slot) = seams.0.get_mut(slot)
                {
                    *slot |= bit;
                }
            });
        }
        seams
    }

    /// Whether a phrase may stand in the texts, as far as the word tells that begins here.
    fn may_hold(&self, phrase: &str, at: usize) -> bool {
        Self::read(phrase.as_bytes(), at)
            .is_none_or(|(slot, bit)| self.0.get(slot).is_some_and(|seams| seams & bit != 0))
    }

    /// Place and bit of the seam before this word; None where it begins with no capital, or what stands there is shorter.
    fn read(text: &[u8], at: usize) -> Option<(usize, u64)> {
        let seam: &[u8; 6] = text.get(at.checked_sub(3)?..)?.first_chunk()?;
        let [a, b, space, c, d, e] = *seam;
        if !opens_capital(space, c, d) {
            return None;
        }
        let hash = u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Some(((hash >> 56) as usize, 1 << (hash >> 50 & 63)))
    }
}

/// Whether a space stands before a capital of ASCII or `Đ`; the others are rare at the head of a word.
#[inline(always)]
fn opens_capital(space: u8, first: u8, second: u8) -> bool {
    (space == b' ') & ((first.wrapping_sub(b'A') < 26) | (first == 0xC4) & (second == 0x90))
}

/// Hashes that are kept as they are.
type Index = HashSet<u64, BuildHasherDefault<Kept>>;

#[derive(Debug, Default)]
struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if plain(word.as_bytes().first()) && plain(word.as_bytes().last()) {
        return word;
    }
    word.trim_matches(|c: char| !chars::is_alphanumeric(c))
}

/// A hash of one word.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0, |hash: u64, byte| (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// The hash of two words out of theirs.
fn pair(a: u64, b: u64) -> u64 {
    (a.rotate_left(32) ^ b).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_finds_the_pairs_that_a_search_finds() {
        let text = "Sáng nay, **xã Một** mở chợ\nmới (ở ngã ba) và sửa đường.\nChiều nay xã Hai họp\n\nsớm hơn.\n";
        let page = Page::of(text);
        let words: Vec<&str> = text.split_whitespace().chain(["chợ lớn", "Một,", "hai"]).collect();
        let indexed = WordPairs::of(&page);
        // One more than are searched for.
        (0..=WordPairs::SEARCHES).for_each(|_| assert!(indexed.joins("Chiều nay", "xã Hai")));
        assert!(indexed.index.get().is_some());
        let mut found = Vec::new();
        for left in &words {
            for right in &words {
                let searched = WordPairs::of(&page).joins(left, right);
                assert_eq!(indexed.joins(left, right), searched, "{left} {right}");
                if searched {
                    found.push([*left, *right].concat());
                }
            }
        }
        assert!(found.contains(&"mởchợ".to_owned()) && !found.contains(&"chợmới".to_owned()), "{found:?}");
    }
}
