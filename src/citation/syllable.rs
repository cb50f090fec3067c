//! Whether a word could be a Vietnamese syllable.
//!
//! Only the letters count, without their marks and whatever their case: an initial consonant, vowels, a final consonant.

use unicode_normalization::char::decompose_canonical;

use crate::text::chars;

/// Initial consonants. `D` stands for `đ`, which has a letter of its own beneath its bar.
const INITIALS: &[&str] = &[
    "", "ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "D", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x",
];

/// Vowels in a row.
const VOWELS: &[&str] = &[
    "a", "e", "i", "o", "u", "y", "ie", "ye", "uo", "uye", "uya", "oa", "oe", "uy", "ua", "ia", "ai", "ao", "au", "ay",
    "eo", "eu", "iu", "oi", "ui", "uu", "oo", "uoi", "uou", "ieu", "yeu", "oai", "oay", "oeo", "uay", "uyu", "uai",
    "ue",
];

/// Final consonants.
const FINALS: &[&str] = &["", "ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// The longest syllable: three letters each of initial and vowels, two of the final (`nghuyeng`).
const LONGEST: usize = 8;

/// Whether a word could be a Vietnamese syllable; marks and case do not matter.
pub(crate) fn is_syllable_shaped(word: &str) -> bool {
    let mut letters = [0_u8; LONGEST];
    let mut count = 0;
    for c in word.chars() {
        let (Some(letter), Some(slot)) = (base(c), letters.get_mut(count)) else { return false };
        *slot = letter;
        count += 1;
    }
    let Some(letters) = letters.get(..count) else { return false };
    INITIALS.iter().filter_map(|initial| letters.strip_prefix(initial.as_bytes())).any(|rest| {
        FINALS
            .iter()
            .filter_map(|end| rest.strip_suffix(end.as_bytes()))
            .any(|vowels| vowels.len() <= 3 && VOWELS.iter().any(|listed| listed.as_bytes() == vowels))
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
    fn tells_syllables() {
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
