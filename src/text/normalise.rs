//! Unicode NFC and white space, without moving a line.
//!
//! Line breaks are left alone, so that line numbers never shift. Spelling, typographic marks and capitals stay as printed.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Returns the text in Unicode NFC; borrowed where it is already so.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if !may_change_under_nfc(text.as_bytes()) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// A byte test that says no for ordinary Vietnamese text: Latin letters, precomposed Vietnamese letters (U+1E00 to
/// U+1EFF) and general punctuation stay as they are under NFC; anything else is left to the full test.
fn may_change_under_nfc(bytes: &[u8]) -> bool {
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        match b {
            0..=0x7F => i += 1,
            // U+0080 to U+02FF
            0xC2..=0xCB => i += 2,
            // U+1E00 to U+1EFF
            0xE1 if matches!(bytes.get(i + 1), Some(0xB8..=0xBB)) => i += 3,
            // U+2010 to U+207F, beyond the two spaces (U+2000, U+2001) that have another form
            0xE2 if bytes.get(i + 1) == Some(&0x80) && matches!(bytes.get(i + 2), Some(0x82..)) => i += 3,
            0xE2 if bytes.get(i + 1) == Some(&0x81) => i += 3,
            _ => return true,
        }
    }
    false
}

/// Whether a character is dropped without a trace: zero-width characters that only steer line breaking.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// Trims the text and folds every run of white space (tabs, no-break spaces, form feeds) to one space; drops
/// zero-width characters.
pub fn fold_space(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if is_folded(trimmed.as_bytes()) {
        return Cow::Borrowed(trimmed);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut space = false;
    for c in trimmed.chars() {
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() {
            space = true;
        } else {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A byte test: says yes only where no white space but single spaces and no invisible character can stand.
fn is_folded(bytes: &[u8]) -> bool {
    let mut before = 0u8;
    for (i, &b) in bytes.iter().enumerate() {
        match b {
            b' ' if before == b' ' => return false,
            b'\t' | b'\n' | 0x0B | 0x0C | b'\r' => return false,
            // U+0085, U+00A0, U+00AD; U+1680; U+2000 to U+200B, U+2028, U+2029, U+202F; U+205F, U+2060; U+3000; U+FEFF
            0xC2 if matches!(bytes.get(i + 1), Some(0x85 | 0xA0 | 0xAD)) => return false,
            0xE1 if matches!(bytes.get(i + 1), Some(0x9A)) => return false,
            0xE2 if bytes.get(i + 1) == Some(&0x80)
                && matches!(bytes.get(i + 2), Some(0x80..=0x8B | 0xA8 | 0xA9 | 0xAF)) =>
            {
                return false;
            }
            0xE2 if bytes.get(i + 1) == Some(&0x81) => return false,
            0xE3 if bytes.get(i + 1) == Some(&0x80) => return false,
            0xEF if bytes.get(i + 1) == Some(&0xBB) => return false,
            _ => {}
        }
        before = b;
    }
    true
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
    fn folds_white_space() {
        assert_eq!(fold_space("  một\u{A0}\t hai \u{200B}ba\u{FEFF}"), "một hai ba");
        assert_eq!(fold_space("liền\u{200B}nhau"), "liềnnhau");
        assert!(matches!(fold_space(" “đã gọn” – … "), Cow::Borrowed("“đã gọn” – …")));
        assert_eq!(fold_space("\u{C}"), "");
        assert_eq!(fold_space("a\u{3000}b\u{202F}c"), "a b c");
    }
}
