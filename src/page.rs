//! The page as the later stages share it: lines, their candidate roles, and what the whole text tells of its layout.

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::RangeInclusive;

use crate::citation::{self, Closing, Form};
use crate::lines::{Line, Text};
use crate::masthead::{self, Reading};
use crate::model::{LineRange, MastheadRole};
use crate::roles::{Candidate, Roles};
use crate::spacing::Numbers;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::KeyHash;
use crate::text::letters;
use crate::text::scan;

/// Lines with their candidate roles.
#[derive(Debug)]
pub struct Page<'t> {
    /// The whole text.
    text: &'t str,
    /// Physical lines.
    pub lines: Vec<Line<'t>>,
    /// Candidate roles, one for each line.
    pub candidates: Vec<Candidate>,
    /// How the text was set.
    pub setting: Setting,
    /// The numbers of the lines in the file.
    numbers: Numbers,
    /// The citations at the ends of lines as far as they were read, by [`Candidate::ending`].
    closings: Vec<OnceCell<citation::Closings>>,
    /// What lines say as those of a masthead do, as far as somebody asked.
    readings: OnceCell<Box<[OnceCell<Box<Reading>>]>>,
    /// The keys of lines as far as they were read; empty ones for the others.
    keys: OnceCell<Box<[Cell<KeyHash>]>>,
}

/// How a text was set, told from all its lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// Lines are broken at a column's width: a paragraph runs over several lines.
    pub wrapped: bool,
    /// A line that goes on ends in a space.
    pub final_spaces: bool,
    /// Width of the column in characters, where the text is wrapped.
    pub width: usize,
}

impl<'t> Page<'t> {
    /// Joins the lines of a text and their candidates, and measures the setting.
    pub fn new(text: &'t str, lines: Vec<Line<'t>>, candidates: Vec<Candidate>) -> Self {
        let setting = Setting::measure(&lines, &candidates);
        let endings = candidates.iter().filter(|candidate| candidate.any(Roles::CLOSING)).count();
        let closings = std::iter::repeat_with(OnceCell::new).take(endings).collect();
        Self {
            text,
            lines,
            candidates,
            setting,
            numbers: Numbers::default(),
            closings,
            readings: OnceCell::new(),
            keys: OnceCell::new(),
        }
    }

    /// The page of a text.
    #[cfg(test)]
    pub fn of(text: &'t str) -> Self {
        let lines = crate::lines::split(text);
        let candidates = crate::roles::candidates(&lines);
        Self::new(text, lines, candidates)
    }

    /// The page with the numbers that its lines have in the file, where some were left out.
    pub fn numbered(self, numbers: Numbers) -> Self {
        Self { numbers, ..self }
    }

    /// The whole text.
    pub fn whole(&self) -> &'t str {
        self.text
    }

    /// The number in the file, from 1, of the line at an index.
    pub fn number(&self, at: usize) -> u32 {
        self.numbers.of(at)
    }

    /// The line at an index, as a range of the output.
    pub fn single(&self, at: usize) -> LineRange {
        LineRange::single(self.number(at))
    }

    /// The lines at these indices, as a range of the output.
    pub fn range(&self, lines: &RangeInclusive<usize>) -> LineRange {
        LineRange::new(self.number(*lines.start()), self.number(*lines.end()))
    }

    /// The index of the line with a number.
    pub fn index(&self, number: u32) -> usize {
        self.numbers.index(number)
    }

    /// The line with a number; None where that was left out.
    pub fn line(&self, number: u32) -> Option<&Line<'t>> {
        self.lines.get(self.numbers.find(number)?)
    }

    /// The lines of a range of the output.
    pub fn between(&self, lines: LineRange) -> &[Line<'t>] {
        let end = self.index(lines.last.saturating_add(1)).min(self.lines.len());
        self.lines.get(self.index(lines.first)..end).unwrap_or_default()
    }

    /// Where a line begins in the whole text.
    pub fn start(&self, line: &Line<'_>) -> usize {
        line.raw.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// The index of the line at a place of the whole text.
    pub fn line_at(&self, place: usize) -> usize {
        self.lines.partition_point(|line| self.start(line) <= place).saturating_sub(1)
    }

    /// The line's own text, without a trailing back link.
    #[inline]
    pub fn text(&self, at: usize) -> &str {
        let own = self.candidates.get(at).map_or(0, |c| c.own);
        self.lines.get(at).and_then(|l| l.text.get(..own)).unwrap_or("")
    }

    /// The citation at the end of a line's own text. Several stages ask for it; it is read once.
    pub fn closing(&self, at: usize, form: Form) -> Option<&Closing> {
        let candidate = self.candidates.get(at).filter(|candidate| candidate.any(Roles::CLOSING))?;
        let read = || citation::find_closings(self.text(at));
        self.closings.get(candidate.ending as usize)?.get_or_init(read).get(form)
    }

    /// What a line's own text says as a masthead's does. Several stages ask for it; it is read once.
    pub fn reading(&self, at: usize) -> Option<&Reading> {
        let readings = || std::iter::repeat_with(OnceCell::new).take(self.lines.len()).collect();
        let reading = self.readings.get_or_init(readings).get(at)?;
        Some(reading.get_or_init(|| Box::new(masthead::read_line(self.text(at)))))
    }

    /// The role of a line in a masthead, judged by itself.
    pub fn masthead_role(&self, at: usize) -> MastheadRole {
        if self.text(at).len() > masthead::LONGEST {
            return MastheadRole::Other;
        }
        self.reading(at).map_or(MastheadRole::Other, |reading| reading.role)
    }

    /// Whether any of the roles is a candidate for the line.
    #[inline]
    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.candidates.get(at).is_some_and(|c| c.any(roles))
    }

    /// Whether the line could be a heading: short, no running text, no furniture, no citation.
    pub fn could_head(&self, at: usize) -> bool {
        self.could_begin_heading(at) && letters::open_brackets(self.text(at)) == 0
    }

    /// Whether a heading over several lines could begin with the line: it may open a bracket or quote that another closes.
    pub fn could_begin_heading(&self, at: usize) -> bool {
        const NOT: Roles = Roles::BLANK
            .union(Roles::BACK_LINK)
            .union(Roles::PAGE_NUMBER)
            .union(Roles::ADDRESS)
            .union(Roles::PROSE)
            .union(Roles::ROW)
            .union(Roles::FOOTNOTE)
            .union(Roles::CAPTION)
            .union(Roles::ORNAMENT);
        /// Words of web pages and colophons make headings as well, which are set as such.
        const UNLESS_SET: Roles = Roles::CHROME.union(Roles::COLOPHON);
        const SET: Roles = Roles::CAPITALS.union(Roles::MARKED).union(Roles::NUMBERED).union(Roles::ROMAN);
        !self.is(at, NOT) && (!self.is(at, UNLESS_SET) || self.is(at, SET)) && self.is_title_shaped(at)
    }

    /// Whether the text begins as a title does and not with a bracket.
    fn is_title_shaped(&self, at: usize) -> bool {
        let text = self.text(at);
        !text.starts_with(['(', '[']) && !letters::starts_small(text) && text.chars().any(chars::is_alphabetic)
    }

    /// The enumerator that a line begins with, and the rest of its own text.
    #[inline]
    pub fn enumerator(&self, at: usize) -> Option<(Enumerator<'_>, &str)> {
        // Most lines begin with none, and the roles say so.
        if !self.is(at, Roles::NUMBERED | Roles::ROMAN | Roles::LISTED) {
            return None;
        }
        enumerator::split(self.text(at))
    }

    /// The line's own text without its enumerator.
    #[inline]
    pub fn entitled(&self, at: usize) -> &str {
        self.enumerator(at).map_or_else(|| self.text(at), |(_, rest)| rest)
    }

    /// The key of a line's own text without its enumerator, unless it is longer than `most` bytes. Titles are looked for
    /// by several stages; a key is read once.
    pub fn key(&self, at: usize, most: u32) -> Option<KeyHash> {
        let slot = self.key_slot(at)?;
        if slot.get().is_empty() {
            slot.set(KeyHash::up_to(self.entitled(at), most)?);
        }
        Some(slot.get()).filter(|key| key.len() <= most as usize)
    }

    /// Keeps the key of a line that somebody knows without reading it.
    pub fn keep_key(&self, at: usize, key: KeyHash) {
        if let Some(slot) = self.key_slot(at) {
            slot.set(key);
        }
    }

    fn key_slot(&self, at: usize) -> Option<&Cell<KeyHash>> {
        self.keys.get_or_init(|| vec![Cell::default(); self.lines.len()].into()).get(at)
    }

    /// Whether nothing is printed right above a line: the text begins there, or a blank line or a page turn stands there.
    pub fn opens_apart(&self, at: usize) -> bool {
        at == 0 || self.is(at - 1, Roles::BLANK) || self.lines.get(at).is_some_and(Line::has_form_feed)
    }

    /// Whether a line ends in a space, so that it goes on in the next one where the text is set so.
    #[inline]
    pub fn runs_on(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(Line::runs_on)
    }

    /// Whether a line opens a page.
    #[inline]
    pub fn opens_page(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(Line::opens_page)
    }

    /// Number of blank lines right before a line.
    pub fn blanks_before(&self, at: usize) -> usize {
        (0..at).rev().take_while(|&i| self.is(i, Roles::BLANK)).count()
    }
}

impl Setting {
    fn measure(lines: &[Line<'_>], candidates: &[Candidate]) -> Self {
        let (mut pairs, mut open, mut spaced, mut inner) = (0usize, 0usize, 0usize, 0usize);
        let mut widths: Vec<usize> = Vec::new();
        for ((a, ca), (b, cb)) in lines.iter().zip(candidates).zip(lines.iter().zip(candidates).skip(1)) {
            if a.is_blank() || b.is_blank() {
                continue;
            }
            // A long line is a paragraph of its own; rows of tables, headings and list items tell nothing of the setting.
            if ca.any(Roles::ROW)
                || cb.any(Roles::ROW | Roles::NUMBERED | Roles::BACK_LINK)
                || a.heading() > 0
                || b.heading() > 0
            {
                continue;
            }
            pairs += 1;
            if a.text.len() > 400 {
                continue;
            }
            if letters::is_open(&a.text) || a.text.ends_with(['”', ')']) {
                // Where a word or number is broken, no space stands.
                if !a.text.ends_with(['-', '/']) {
                    inner += 1;
                    spaced += usize::from(a.runs_on());
                }
                if !letters::starts_capital(&b.text) || a.runs_on() {
                    open += 1;
                    widths.push(a.text.chars().count());
                }
            }
        }
        let wrapped = pairs >= 4 && open * 2 >= pairs;
        let ninth = widths.len().saturating_sub(1) * 9 / 10;
        let width = if ninth < widths.len() { *widths.select_nth_unstable(ninth).1 } else { 0 };
        Self { wrapped, final_spaces: wrapped && inner > 0 && spaced * 4 >= inner * 3, width }
    }
}

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
    /// So many questions cost less than an index does.
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
        let seams = self.seams.get_or_init(|| Seams::of([self.page.text, rewritten]));
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
        let text = self.page.text;
        search.find_iter(text.as_bytes()).any(|at| stands(text, at) && self.is_printed(at))
            || search.find_iter(rewritten.as_bytes()).any(|at| stands(rewritten, at))
    }

    /// Whether the line at a place of the whole text is printed as it stands there.
    fn is_printed(&self, at: usize) -> bool {
        let start = |line: &Line<'_>| line.raw.as_ptr() as usize - self.page.text.as_ptr() as usize;
        let next = self.page.lines.partition_point(|line| start(line) <= at);
        let line = next.checked_sub(1).and_then(|line| self.page.lines.get(line));
        line.is_some_and(|line| matches!(line.text, Text::Printed(_)))
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
