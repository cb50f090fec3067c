//! Is a word a Vietnamese syllable? A matter of form: an initial, a rhyme and a tone that go together.
//!
//! Decides which reading of a file makes sense. The lists are the sounds of the language as any grammar has them, and
//! no dictionary: a word may well exist in form alone.

use unicode_normalization::UnicodeNormalization;

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
}
