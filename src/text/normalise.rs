//! Unicode NFC and white space, without moving a line.
//!
//! Line breaks are left alone, so that line numbers never shift. Spelling, typographic marks and capitals stay as printed.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose as compose_pair};

use super::scan;

/// Returns the text in Unicode NFC; borrowed where it is already so.
///
/// Only the places that may change are looked at: from the character before them, which a mark may join, to the next one
/// that nothing joins.
pub fn nfc(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let Some(from) = scan::find_chunk(bytes, may_change) else { return Cow::Borrowed(text) };
    let mut composing = Composing { text, composed: &COMPOSED, out: Written::default(), copied: 0, seen: 0 };
    scan::each(bytes.get(from..).unwrap_or_default(), may_change, |at| composing.meet(from + at));
    composing.finish()
}

/// A text that is being composed.
struct Composing<'t> {
    /// The text.
    text: &'t str,
    /// [`COMPOSED`].
    composed: &'static [[u8; 4]],
    /// Its NFC so far.
    out: Written,
    /// How many bytes of the text that stands for.
    copied: usize,
    /// How many bytes of the text are done with; those that were not copied stay as they are.
    seen: usize,
}

impl<'t> Composing<'t> {
    /// Composes what stands around a character that [`may_change`]. All of them are met in order.
    #[inline(always)]
    fn meet(&mut self, at: usize) {
        if at < self.seen {
            return;
        }
        let base = at.saturating_sub(1);
        let seen = window(self.text.as_bytes(), base);
        if seen[1] == MARK
            && base >= self.seen
            && let Some((letter, length)) = compose(self.composed, seen)
        {
            self.out.copy(self.text, self.copied, base);
            self.out.put(letter);
            (self.copied, self.seen) = (base + length, base + length);
            return;
        }
        self.meet_any(at);
    }

    /// The same by the full algorithm: from the character before to the next one that nothing joins.
    #[inline(never)]
    fn meet_any(&mut self, at: usize) {
        let head = self.text.get(self.seen..at).unwrap_or_default();
        let start = head.char_indices().next_back().map_or(at, |(last, _)| self.seen + last);
        let rest = self.text.get(at..).unwrap_or_default();
        let end = at + rest.len() - rest.trim_start_matches(joins).len();
        let segment = self.text.get(start..end).unwrap_or_default();
        let composed: String = segment.nfc().collect();
        if composed != segment {
            self.out.copy(self.text, self.copied, start);
            self.out.copy(&composed, 0, composed.len());
            self.copied = end;
        }
        self.seen = end;
    }

    /// The NFC.
    fn finish(mut self) -> Cow<'t, str> {
        if self.copied == 0 {
            return Cow::Borrowed(self.text);
        }
        self.out.copy(self.text, self.copied, self.text.len());
        self.out.finish().map_or_else(|| Cow::Owned(self.text.nfc().collect()), Cow::Owned)
    }
}

/// Bytes that are copied at once, by the register, whatever the length of a stretch.
const SHORT: usize = 16;

/// Bytes that are gathered before they become text: few enough for the nearest memory.
const GATHERED: usize = 2048;

/// Text that is written one stretch after another.
struct Written {
    /// The text.
    text: String,
    /// The next of its bytes, gathered since a string takes short stretches one by one at a much higher price.
    bytes: [u8; GATHERED],
    /// How many they are.
    length: usize,
    /// Whether all of them were text.
    sound: bool,
}

impl Default for Written {
    fn default() -> Self {
        Self { text: String::new(), bytes: [0; GATHERED], length: 0, sound: true }
    }
}

impl Written {
    /// Makes text of the bytes that are gathered. `more` are those that may still come.
    #[inline(never)]
    fn flush(&mut self, more: usize) {
        match self.bytes.get(..self.length).map(simdutf8::basic::from_utf8) {
            Some(Ok(text)) => {
                self.text.reserve(text.len() + more);
                self.text.push_str(text);
            }
            _ => self.sound = false,
        }
        self.length = 0;
    }

    /// Appends a stretch of a text.
    #[inline(always)]
    fn copy(&mut self, text: &str, from: usize, to: usize) {
        let length = to.saturating_sub(from);
        let stretch = text.as_bytes().get(from..).unwrap_or_default();
        let room = self.bytes.get_mut(self.length..).unwrap_or_default();
        if length <= SHORT
            && let (Some(room), Some(stretch)) = (room.first_chunk_mut::<SHORT>(), stretch.first_chunk::<SHORT>())
        {
            *room = *stretch;
            self.length += length;
        } else {
            self.copy_long(text, from, to);
        }
    }

    /// The same where the stretch is long, or no room for it is left.
    #[inline(never)]
    fn copy_long(&mut self, text: &str, from: usize, to: usize) {
        let Some(stretch) = text.get(from..to) else {
            self.sound = false;
            return;
        };
        if self.length + stretch.len() > GATHERED {
            self.flush(text.len() - from);
        }
        match self.bytes.get_mut(self.length..).and_then(|room| room.get_mut(..stretch.len())) {
            Some(room) => {
                room.copy_from_slice(stretch.as_bytes());
                self.length += stretch.len();
            }
            None => self.text.push_str(stretch),
        }
    }

    /// Appends a letter of [`COMPOSED`].
    #[inline(always)]
    fn put(&mut self, letter: [u8; 4]) {
        if self.length + letter.len() > GATHERED {
            self.flush(0);
        }
        if let Some(room) = self.bytes.get_mut(self.length..).and_then(|room| room.first_chunk_mut()) {
            *room = letter;
        }
        let [.., length] = letter;
        self.length += usize::from(length);
    }

    /// The text; None where something else was written.
    fn finish(mut self) -> Option<String> {
        self.flush(0);
        self.sound.then_some(self.text)
    }
}

/// The eight bytes from a place of a text on, zeros behind its end.
#[inline(always)]
fn window(bytes: &[u8], at: usize) -> [u8; 8] {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk().copied().unwrap_or_else(|| std::array::from_fn(|at| rest.get(at).copied().unwrap_or(0)))
}

/// The least byte with which a character that [`may_change`] begins.
const FIRST: u8 = 0xCC;

/// The first byte of each of [`MARKS`].
const MARK: u8 = 0xCC;

/// Whether the character that begins with these bytes may have another form under NFC, or join the one before it. It says
/// no for ASCII, Latin letters (U+0080 to U+02FF), the precomposed letters of Vietnamese (U+1E00 to U+1EFF) and general
/// punctuation (U+2002 to U+207F); anything else is left to the full test.
#[inline(always)]
fn may_change(a: u8, b: u8, c: u8) -> bool {
    (a >= FIRST) & (a != 0xE1) & (a != 0xE2)
        | (a == 0xE1) & !(0xB8..=0xBB).contains(&b)
        | (a == 0xE2) & !((b == 0x80) & (c >= 0x82) | (b == 0x81))
}

/// Whether a character is one that [`may_change`].
fn joins(c: char) -> bool {
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes);
    let [a, b, c, _] = bytes;
    may_change(a, b, c)
}

/// The marks of Vietnamese: grave, acute, circumflex, tilde, breve, hook above, horn, dot below.
const MARKS: [char; 8] = ['\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{309}', '\u{31B}', '\u{323}'];

/// [`MARKS`] plus one slot for “no mark”.
const WAYS: usize = MARKS.len() + 1;

/// What a letter of ASCII and one or two marks of Vietnamese make, by `letter`, `mark` and `mark`: up to three bytes of
/// UTF-8 and their number, which is 0 where that is not one letter.
static COMPOSED: LazyLock<Vec<[u8; 4]>> = LazyLock::new(|| {
    let marks = || MARKS.into_iter().map(Some).chain([None]);
    let mut table = vec![[0; 4]; 128 * WAYS * WAYS];
    for letter in (b'A'..=b'Z').chain(b'a'..=b'z') {
        let places = table.iter_mut().skip(usize::from(letter) * WAYS * WAYS);
        let pairs = marks().flat_map(|first| marks().map(move |second| (first, second)));
        for (place, (first, second)) in places.zip(pairs) {
            *place = whole(letter.into(), first, second).unwrap_or_default();
        }
    }
    table
});

/// A letter with its marks as one letter, and the number of its bytes.
fn whole(letter: char, first: Option<char>, second: Option<char>) -> Option<[u8; 4]> {
    let class = |mark: Option<char>| mark.map(canonical_combining_class);
    // Marks of different places are put in order before they are joined.
    let (first, second) =
        if second.is_some() && class(second) < class(first) { (second, first) } else { (first, second) };
    let joined = [first, second].into_iter().flatten().try_fold(letter, compose_pair)?;
    let mut bytes = [0; 4];
    bytes[3] = joined.encode_utf8(bytes.first_chunk_mut::<3>()?).len() as u8;
    Some(bytes)
}

/// The places of the marks in [`MARKS`], by the last byte of each in UTF-8, its upper two bits aside.
const PLACES: [u8; 64] = {
    let mut places = [NO_MARK; 64];
    let mut at = 0;
    while at < MARKS.len() {
        places[MARKS[at] as usize & 0x3F] = at as u8;
        at += 1;
    }
    places
};

/// The place of what is no mark of Vietnamese.
const NO_MARK: u8 = MARKS.len() as u8;

/// A letter of ASCII with the one or two marks of Vietnamese behind it as one letter, out of [`COMPOSED`], and how many
/// bytes they are in the text; None for all else. The second byte is a [`MARK`].
#[inline(always)]
fn compose(composed: &[[u8; 4]], [letter, _, first, b, second, c, d, e]: [u8; 8]) -> Option<([u8; 4], usize)> {
    let place = |last: u8| PLACES[usize::from(last & 0x3F)];
    let (first, other) = (place(first), if b == MARK { place(second) } else { NO_MARK });
    let (length, next) = if other == NO_MARK { (3, [b, second, c]) } else { (5, [c, d, e]) };
    let [a, b, c] = next;
    if first == NO_MARK || a >= FIRST && may_change(a, b, c) {
        return None;
    }
    // Nothing is found for a letter that is none of ASCII: its place lies behind the table.
    let found = (usize::from(letter) * WAYS + usize::from(first)) * WAYS + usize::from(other);
    composed.get(found).copied().filter(|[.., bytes]| *bytes > 0).map(|letter| (letter, length))
}

/// How many bytes of a text are a letter of ASCII with one or two marks of Vietnamese behind it that make one letter; None
/// where no such letter begins at this place.
pub fn composed(bytes: &[u8], at: usize) -> Option<usize> {
    let seen = window(bytes, at);
    (seen[1] == MARK).then(|| compose(&COMPOSED, seen))?.map(|(_, length)| length)
}

/// Whether a character is dropped without a trace: zero-width characters that only steer line breaking.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// The text without white space and zero-width characters at its ends.
pub fn trim(text: &str) -> &str {
    // Most lines begin and end with a letter or a mark of ASCII; only the ends are looked at, so this is a short way out.
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Trims the text and folds every run of white space (tabs, no-break spaces, form feeds) to one space; drops
/// zero-width characters.
pub fn fold_space(text: &str) -> Cow<'_, str> {
    let trimmed = trim(text);
    if is_folded(trimmed.as_bytes()) {
        return Cow::Borrowed(trimmed);
    }
    let mut out = String::with_capacity(trimmed.len());
    let (mut space, mut copied) = (false, 0);
    scan::each(trimmed.as_bytes(), may_fold, |at| {
        let Some(c) = trimmed.get(at..).and_then(|rest| rest.chars().next()) else { return };
        let white = c.is_whitespace();
        if white || is_invisible(c) {
            push_behind(&mut out, &mut space, trimmed.get(copied..at).unwrap_or_default());
            space |= white;
            copied = at + c.len_utf8();
        }
    });
    push_behind(&mut out, &mut space, trimmed.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Appends a stretch of text that has no white space but single spaces, behind a space if one is due. Spaces at its ends
/// are such as are due.
fn push_behind(out: &mut String, space: &mut bool, stretch: &str) {
    let text = stretch.trim_start_matches(' ');
    *space |= text.len() < stretch.len();
    if text.is_empty() {
        return;
    }
    if std::mem::take(space) {
        out.push(' ');
    }
    let words = text.trim_end_matches(' ');
    out.push_str(words);
    *space = words.len() < text.len();
}

/// A byte test: says yes only where no white space but single spaces and no invisible character can stand.
fn is_folded(bytes: &[u8]) -> bool {
    !scan::any(bytes, may_fold)
}

/// Whether white space that is no single space, or an invisible character, may begin with these bytes.
#[inline(always)]
pub(super) fn may_fold(a: u8, b: u8, c: u8) -> bool {
    // U+0009 to U+000D. A zero stands behind the end of the text.
    (0x09..=0x0D).contains(&a)
        | (a == b' ') & (b == b' ')
        // U+0085, U+00A0, U+00AD; U+1680; U+2000 to U+200B, U+2028, U+2029, U+202F; U+205F, U+2060; U+3000; U+FEFF
        | (a == 0xC2) & ((b == 0x85) | (b == 0xA0) | (b == 0xAD))
        | (a == 0xE1) & (b == 0x9A)
        | (a == 0xE2) & (b == 0x80) & ((0x80..=0x8B).contains(&c) | (c == 0xA8) | (c == 0xA9) | (c == 0xAF))
        | (a == 0xE2) & (b == 0x81)
        | (a == 0xE3) & (b == 0x80)
        | (a == 0xEF) & (b == 0xBB)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_decomposed_text() {
        assert_eq!(nfc("Ba\u{309}n tin"), "Bản tin");
        assert!(matches!(nfc("Bản tin – “số” 5…"), Cow::Borrowed(_)));
        assert_eq!(nfc("\u{212B}"), "\u{C5}");
        assert_eq!(nfc("\u{2000}x"), "\u{2002}x");
    }

    #[test]
    fn composes_as_the_full_algorithm() {
        let vietnamese = "Điểm báo của huyện Vân Hạ, số 7: “Người dân được phục vụ” – ĐƯỜNG LỚN, thuở ấy";
        let apart: String = vietnamese.nfd().collect();
        let swapped: String = apart.replace("\u{302}\u{301}", "\u{301}\u{302}");
        let mixed = format!(
            "{vietnamese} {apart} e\u{302}\u{323}\u{301} o\u{301}\u{31B} \u{301}x 각 \u{1100}\u{1161} \u{212B}\u{323} ậ\u{301}"
        );
        for text in [vietnamese, &apart, &swapped, &mixed, "\u{301}", "a\u{301}", ""] {
            assert_eq!(nfc(text), text.nfc().collect::<String>(), "{text:?}");
            // Wherever it is cut, so that every place of a chunk is met.
            for (at, _) in text.char_indices() {
                assert_eq!(nfc(&text[at..]), text[at..].nfc().collect::<String>(), "{:?}", &text[at..]);
            }
        }
    }

    #[test]
    fn letters_and_marks_in_any_order_compose_as_the_full_algorithm() {
        let letters = ['a', 'e', 'O', 'y', 'u', 'ê', 'Ơ', 'b', 'đ', ' ', '1', '\n', '“', 'ệ', '\u{958}', '\u{AC00}'];
        let marks = MARKS.into_iter().chain(['\u{304}', '\u{327}', '\u{345}', '\u{11A8}']);
        let pool: Vec<char> = letters.into_iter().chain(marks).collect();
        let mut random = 7_u64;
        let mut pick = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % below
        };
        for round in 0..20_000 {
            let (length, plain) = (pick(24), pick(80));
            let mut text = String::new();
            for _ in 0..length {
                text.push(pool[pick(pool.len())]);
                // Now and then a stretch that nothing joins, so that every way over it is met.
                if pick(6) == 0 {
                    text.push_str(&"xế".repeat(plain));
                }
            }
            assert_eq!(nfc(&text), text.nfc().collect::<String>(), "{round} {text:?}");
        }
    }

    #[test]
    fn white_space_is_folded_a_character_at_a_time() {
        let pool =
            ['a', 'ệ', '“', ' ', ' ', '\t', '\u{A0}', '\u{200B}', '\u{AD}', '\u{3000}', '\u{FEFF}', '\u{7F}', '\u{1}'];
        let mut random = 7_u64;
        let mut pick = || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            pool[(random >> 33) as usize % pool.len()]
        };
        for round in 0..20_000 {
            let text: String = (0..round % 16).map(|_| pick()).collect();
            let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
            let words: Vec<&str> = visible.split_whitespace().collect();
            assert_eq!(fold_space(&text), words.join(" "), "{text:?}");
        }
    }

    #[test]
    fn folds_white_space() {
        assert_eq!(fold_space("  một\u{A0}\t hai \u{200B}ba\u{FEFF}"), "một hai ba");
        assert_eq!(fold_space("liền\u{200B}nhau"), "liềnnhau");
        assert!(matches!(fold_space(" “đã gọn” – … "), Cow::Borrowed("“đã gọn” – …")));
        assert_eq!(fold_space("\u{C}"), "");
        assert_eq!(fold_space("a\u{3000}b\u{202F}c"), "a b c");
    }
}
