//! Which encoding is a file in? The reading that gives Vietnamese words is the right one, and where none does, the file
//! stays as it is.
//!
//! Words count that hold a letter beyond ASCII in a reading: how many have the form of a Vietnamese syllable, and how
//! many do not. French, Spanish or German read as TCVN3 or VNI give next to none. Files in Unicode, which are nearly all
//! of them, are told by counts of bytes and never looked at word by word.

use super::{Unknown, is_unicode_vietnamese, tcvn3, vni, western};
use crate::model::Encoding;
use crate::text::scan;
use crate::text::syllable::is_syllable;

/// Bytes of lines beyond ASCII that are looked at; so many hold thousands of words.
const SAMPLE: usize = 48 * 1024;
/// Fewest words, and fewest letters beyond ASCII in them, that make a reading credible.
const FEWEST: usize = 3;
/// Bytes at the beginning of a file in which UTF-16 without a mark shows itself by its zeros.
const HEAD: usize = 4096;
/// Fewest bytes that can be told to be UTF-16.
const SHORTEST: usize = 8;

/// What the words of a reading say.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    /// Words that can be Vietnamese.
    hits: usize,
    /// Words that cannot.
    misses: usize,
    /// Different letters beyond ASCII in the hits, as far as they are counted.
    letters: [char; FEWEST],
}

impl Evidence {
    /// Counts the words of a text that hold a letter beyond ASCII.
    fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let is_part = |c: char| c.is_alphabetic() || c == char::REPLACEMENT_CHARACTER;
        for word in text.split(|c| !is_part(c)).filter(|word| !word.is_ascii()) {
            // A letter by itself, or an abbreviation, says nothing.
            let letters = word.chars().count();
            if letters < 2 || word.chars().all(|c| c == 'Đ' || c.is_ascii_uppercase()) {
                continue;
            }
            if is_syllable(word) {
                evidence.hits += 1;
                word.chars().filter(|c| !c.is_ascii()).for_each(|c| evidence.note(c));
            } else {
                evidence.misses += 1;
            }
        }
        evidence
    }

    /// Counts a letter if it is a new one and there is room.
    fn note(&mut self, letter: char) {
        if !self.letters.contains(&letter)
            && let Some(free) = self.letters.iter_mut().find(|slot| **slot == '\0')
        {
            *free = letter;
        }
    }

    /// Whether so many words make sense that the reading must be right: four in five, of at least three with as many
    /// letters. Short words of a language with one such letter (`på då så`) may all look like syllables.
    fn is_credible(self) -> bool {
        self.hits >= FEWEST && self.misses * 4 <= self.hits && !self.letters.contains(&'\0')
    }
}

/// UTF-16 without a byte-order mark, told by its zero bytes: most letters of Vietnamese have one, always on the same side.
pub fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if head.len() < SHORTEST || memchr::memchr(0, head).is_none() {
        return None;
    }
    let (mut first, mut second) = (0, 0);
    for unit in head.chunks_exact(2) {
        first += usize::from(unit.first() == Some(&0));
        second += usize::from(unit.get(1) == Some(&0));
    }
    let units = head.len() / 2;
    let most = |zeros: usize, others: usize| zeros * 5 >= units * 2 && others * 20 <= units;
    if most(second, first) {
        Some(Encoding::Utf16Le)
    } else if most(first, second) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether a file with ill-formed UTF-8 is UTF-8 all the same, with some bytes broken: characters of several bytes are
/// hardly ever well-formed by accident.
pub fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut formed, mut ill_formed) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        // Continuation bytes aside, each byte beyond ASCII begins a character.
        formed += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        ill_formed += usize::from(!chunk.invalid().is_empty());
    }
    formed * 10 >= ill_formed && formed > 0 || ill_formed == 0
}

/// The encoding of a file in UTF-8 whose text may have been misread when it was saved. None where it is as it should be.
pub fn misread(text: &str) -> Option<Encoding> {
    // Latin-1 begins with C2 and C3. Nearly as many letters of Vietnamese in Unicode begin with E1 as with those.
    if scan::weigh(text.as_bytes(), |byte| 8 * i8::from(byte == 0xE1) - i8::from(byte | 1 == 0xC3)) >= 0 {
        return None;
    }
    let latin_1 = memchr::memchr2_iter(0xC2, 0xC3, text.as_bytes()).count();
    let sample = sample_of_text(text);
    if is_beyond_western(&sample, latin_1) {
        return None;
    }
    let unicode = Evidence::of(&sample);
    let (encoding, found) = better(
        (Encoding::Tcvn3Mojibake, Evidence::of(&tcvn3::decode(&sample, Unknown::Mark))),
        (Encoding::VniMojibake, Evidence::of(&vni::decode(&sample, Unknown::Mark))),
    )?;
    let as_it_is = unicode.is_credible() && unicode.hits * 2 >= found.hits;
    (!as_it_is).then_some(encoding)
}

/// Whether a Western reading cannot be credible, whatever else it holds: too many of its words begin with `đ`, which
/// it has no letter for, beside words with one of `latin_1` letters and signs, without which no word is a hit. So it is
/// where letters and marks are stored apart, and it spares those files a look at every word.
fn is_beyond_western(sample: &str, latin_1: usize) -> bool {
    let begins_word = |at: usize| {
        let (before, behind) = (sample.as_bytes().get(at.wrapping_sub(1)), sample.as_bytes().get(at + 'đ'.len_utf8()));
        before == Some(&b' ') && behind.is_some_and(u8::is_ascii_lowercase)
    };
    let misses = memchr::memmem::find_iter(sample.as_bytes(), "đ").filter(|at| begins_word(*at)).count();
    misses * 4 > latin_1
}

/// The encoding of a file in single bytes. None where no reading makes sense.
pub fn single_bytes(bytes: &[u8]) -> Option<Encoding> {
    let sample = sample_of_bytes(bytes);
    let (western, _) = western::windows_1252(&sample);
    let (windows_1258, _) = western::windows_1258(&sample);
    let tables = better(
        (Encoding::Tcvn3, Evidence::of(&tcvn3::decode(&western, Unknown::Mark))),
        (Encoding::Vni, Evidence::of(&vni::decode(&western, Unknown::Mark))),
    );
    let windows_1258 = (Encoding::Windows1258, Evidence::of(&windows_1258));
    match tables {
        Some(found) => better(found, windows_1258),
        None => windows_1258.1.is_credible().then_some(windows_1258),
    }
    .map(|(encoding, _)| encoding)
}

/// The reading with more words that make sense, if it is credible and the other one is behind.
fn better(a: (Encoding, Evidence), b: (Encoding, Evidence)) -> Option<(Encoding, Evidence)> {
    let (best, other) = if a.1.hits >= b.1.hits { (a, b) } else { (b, a) };
    (best.1.is_credible() && best.1.hits > other.1.hits).then_some(best)
}

/// The first lines of a text that are not plain ASCII, up to [`SAMPLE`] bytes; of a line that is longer, its beginning.
fn sample_of_text(text: &str) -> String {
    let mut sample = String::new();
    for line in text.split_inclusive(['\n', '\r']).filter(|line| !line.is_ascii()) {
        let mut end = line.len().min(SAMPLE - sample.len());
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        sample.push_str(line.get(..end).unwrap_or_default());
        if end < line.len() {
            break;
        }
    }
    sample
}

/// The same of single bytes.
fn sample_of_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split_inclusive(|b| matches!(b, b'\n' | b'\r')).filter(|line| !line.is_ascii()) {
        sample.extend(line.iter().take(SAMPLE - sample.len()));
        if sample.len() == SAMPLE {
            break;
        }
    }
    sample
}

/// Whether a line of a misread file was saved rightly: it holds letters that the Western reading never has.
pub fn is_unicode(line: &str) -> bool {
    !line.is_ascii() && line.chars().any(is_unicode_vietnamese)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few sentences of our own, in NFC.
    const TEXT: &str = "Chiều nay, chợ Bến Đò đổi ngày họp phiên.\nÔng Lê Thử nói: xã đã dán lịch mới ở cả ba cổng.\n";

    /// `text` as units of UTF-16 without a byte-order mark.
    fn units(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn zeros_tell_utf16() {
        assert_eq!(utf16(&units(TEXT, u16::to_le_bytes)), Some(Encoding::Utf16Le));
        assert_eq!(utf16(&units(TEXT, u16::to_be_bytes)), Some(Encoding::Utf16Be));
        for other in [
            TEXT.as_bytes(),
            b"a\0b\0c\0",
            b"",
            &[0; 64],
            b"one zero \0 in a line of text",
            b"a\0\0\0b\0\0\0c\0\0\0d\0\0\0",
        ] {
            assert_eq!(utf16(other), None, "{other:?}");
        }
    }

    #[test]
    fn some_broken_characters_are_no_other_encoding() {
        let broken = [TEXT.as_bytes(), b"\xff\xfe\xe1\xbb"].concat();
        assert!(is_broken_utf8(&broken));
        assert!(!is_broken_utf8(b"C\xc7u Tre th\xabng xe"));
    }

    #[test]
    fn misread_files_are_told_and_others_left() {
        let cases = [
            ("ChiÒu nay, chî BÕn §ß ®æi ngµy häp phiªn", Some(Encoding::Tcvn3Mojibake)),
            ("Chieàu nay, chôï Beán Ñoø ñoåi ngaøy hoïp phieân", Some(Encoding::VniMojibake)),
            (TEXT, None),
            ("Hà Nam, Ninh Bình: hai tháng, ba lít, là thế", None),
            ("two ¸ marks § and ® no word", None),
            ("chî ngµy", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(misread(text), expected, "{text}");
        }
    }

    #[test]
    fn marks_that_stand_apart_are_told_without_a_look_at_every_word() {
        use unicode_normalization::UnicodeNormalization;
        let apart: String = "Chiều nay đã đến đợt «đổi» mới, đúng đắn.\n".nfd().collect();
        assert!(is_beyond_western(&apart, 2));
        assert_eq!(misread(&apart), None);
        // What it tells without a look, a look tells as well.
        for text in [&apart, TEXT, "đi đâu «đó» là thế, ngày häp", " đa đaù «là» và"] {
            let latin_1 = text.bytes().filter(|byte| matches!(byte, 0xC2 | 0xC3)).count();
            let credible = |reading: &str| Evidence::of(reading).is_credible();
            let readings = [tcvn3::decode(text, Unknown::Mark), vni::decode(text, Unknown::Mark)];
            assert!(!is_beyond_western(text, latin_1) || !readings.iter().any(|reading| credible(reading)), "{text}");
        }
    }

    #[test]
    fn other_languages_stay() {
        for text in [
            "L'été dernier, la fête du thé à côté de chez né, où ça mène, dès là, près du blé.",
            "El señor Ibáñez comió jamón con piñones; así está más rico, según él.",
            "Für größere Bären schließt die Tür schön spät; Öl und Käse gibt es übrigens.",
            "Sì, lì, là, né, può, più, già, ciò, è, così, perché, metà",
            "Não há pão; a irmã de São João vai à praça três vezes.",
            "Så gå på då få två år når när här är för öl",
            "på då så gå få",
            "Øl på rød bakke, små får på blå eng",
        ] {
            assert_eq!(misread(text), None, "{text}");
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(single_bytes(&bytes), None, "{text}");
        }
    }

    #[test]
    fn one_long_line_is_sampled_at_its_beginning() {
        let text = "chî ngµy häp ".repeat(20_000);
        assert_eq!(misread(&text), Some(Encoding::Tcvn3Mojibake));
        assert!(sample_of_text(&text).len() <= SAMPLE);
        assert_eq!(sample_of_bytes(&vec![0xB5; 3 * SAMPLE]).len(), SAMPLE);
    }
}
