//! Is a word a Vietnamese syllable? Two questions, each with the sounds of the language as any grammar has them. No dictionary:
//! a word may well exist in form alone.
//!
//! [`is_syllable`] asks for an initial, a rhyme and a tone that go together. It tells in which encoding a file makes sense,
//! where a wrong mark is what gives a wrong reading away. [`is_syllable_shaped`] looks at the letters beneath the marks. It
//! tells Vietnamese names from foreign ones in citations, where names are printed without marks (`Nguyen`) or with wrong
//! ones, and are no less names for that.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

use super::chars;

/// Initial consonants; `gi` and `qu` count as one.
const INITIALS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// Rhymes without their tones, by their first vowel.
const RHYMES: [&str; 161] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", //
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", //
    "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", //
    "e", "ec", "em", "en", "eng", "eo", "ep", "et", //
    "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", //
    "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip", "it", "iu", //
    "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oat", "oay", "oăc", "oăm", "oăn", "oăng",
    "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", //
    "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", //
    "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", //
    "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uênh", "ui", "um", "un", "ung", "uôc", "uôi", "uôm",
    "uôn", "uông", "uôt", "uơ", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyt", "uyu", //
    "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt",
    "ưu", //
    "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "ynh", "yt",
];

/// Whether `word`, in small or capital letters, has the form of a syllable.
pub fn is_syllable(word: &str) -> bool {
    let mut tones = 0;
    let mut stopped = false;
    let plain = word.chars().flat_map(char::to_lowercase).nfd().filter(|c| {
        let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        tones += usize::from(tone);
        stopped |= matches!(c, '\u{301}' | '\u{323}');
        !tone
    });
    let plain: String = plain.nfc().collect();
    // Before a stop, only the acute and the dot below are sounded.
    let ends_in_stop = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    tones <= 1
        && (!ends_in_stop || stopped)
        && INITIALS.iter().any(|initial| plain.strip_prefix(initial).is_some_and(|rhyme| RHYMES.contains(&rhyme)))
}

/// Initial consonants as they are without marks. `D` stands for `đ`, which has a letter of its own beneath its bar.
const BARE_INITIALS: &[&str] = &[
    "", "ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "D", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x",
];

/// Vowels in a row, without marks.
const BARE_VOWELS: &[&str] = &[
    "a", "e", "i", "o", "u", "y", "ie", "ye", "uo", "uye", "uya", "oa", "oe", "uy", "ua", "ia", "ai", "ao", "au", "ay",
    "eo", "eu", "iu", "oi", "ui", "uu", "oo", "uoi", "uou", "ieu", "yeu", "oai", "oay", "oeo", "uay", "uyu", "uai",
    "ue",
];

/// Final consonants, any of which may follow any vowels.
const BARE_FINALS: &[&str] = &["", "ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// The longest syllable, in letters: three letters each of initial and vowels, two of the final (`nghuyeng`).
const MOST_LETTERS: usize = 8;

/// Whether a word could be a syllable once its marks are lost; they and its case do not matter.
pub fn is_syllable_shaped(word: &str) -> bool {
    let mut letters = [0_u8; MOST_LETTERS];
    let mut count = 0;
    for c in word.chars() {
        let (Some(letter), Some(slot)) = (base(c), letters.get_mut(count)) else { return false };
        *slot = letter;
        count += 1;
    }
    let Some(letters) = letters.get(..count) else { return false };
    BARE_INITIALS.iter().filter_map(|initial| letters.strip_prefix(initial.as_bytes())).any(|rest| {
        BARE_FINALS
            .iter()
            .filter_map(|end| rest.strip_suffix(end.as_bytes()))
            .any(|vowels| vowels.len() <= 3 && BARE_VOWELS.iter().any(|listed| listed.as_bytes() == vowels))
    })
}

/// The small letter beneath the marks, `D` for `đ`; None where it is none of ASCII.
fn base(c: char) -> Option<u8> {
    if c.is_ascii_alphabetic() {
        return u8::try_from(c.to_ascii_lowercase()).ok();
    }
    if matches!(c, 'đ' | 'Đ') {
        return Some(b'D');
    }
    if c.is_ascii() || !chars::is_alphabetic(c) {
        return None;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    u8::try_from(first.filter(char::is_ascii_alphabetic)?.to_ascii_lowercase()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in
            ["Điểm", "báo", "HUYỆN", "người", "gìn", "giếng", "quyết", "quý", "nghĩa", "ủy", "khuya", "yêu", "đã"]
        {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn words_of_other_forms() {
        for word in
            ["Muủoz", "vivớa", "prộfộrộ", "côtộ", "Mỹller", "đuợc", "việc việc", "càc", "hảt", "báó", "ĐT", "zá", ""]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn syllables_without_their_marks() {
        for word in
            ["Nguyễn", "Thoa", "nghiêng", "quyển", "khuya", "gì", "Đắc", "yêu", "ướt", "Huỳnh", "Hoài", "Tuyết", "Ý"]
        {
            assert!(is_syllable_shaped(word), "{word}");
        }
        for word in ["Jean", "Paul", "Express", "VnExpress", "Zing", "Smith", "bbc", "", "T.H", "nghuyengh", "Ω"] {
            assert!(!is_syllable_shaped(word), "{word}");
        }
    }
}
