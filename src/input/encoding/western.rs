//! The Western reading of single bytes (Windows-1252), and single-byte encodings that `encoding_rs` knows.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// Reads single bytes as Windows-1252. Gives the text and how many bytes have no meaning there; each of them is U+FFFD.
pub fn windows_1252(bytes: &[u8]) -> (String, usize) {
    single_bytes(WINDOWS_1252, bytes)
}

/// Reads single bytes as Windows-1258. The marks that this encoding keeps apart are put onto their letters (Unicode NFC).
pub fn windows_1258(bytes: &[u8]) -> (String, usize) {
    let (text, replaced) = single_bytes(WINDOWS_1258, bytes);
    (text.nfc().collect(), replaced)
}

/// Reads bytes by a table of the Encoding Standard. It gives bytes without a meaning the control characters U+0080 to
/// U+009F, which nobody would ever see; they become U+FFFD.
fn single_bytes(table: &'static encoding_rs::Encoding, bytes: &[u8]) -> (String, usize) {
    let (text, _) = table.decode_without_bom_handling(bytes);
    let replaced = text.chars().filter(|c| is_c1(*c)).count();
    if replaced == 0 {
        return (text.into_owned(), 0);
    }
    (text.chars().map(|c| if is_c1(c) { char::REPLACEMENT_CHARACTER } else { c }).collect(), replaced)
}

/// Whether `c` is one of the control characters beyond ASCII.
const fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

/// The mark that the byte of a control character stands for in Windows-1252, where a text was saved out of ISO 8859-1
/// instead: U+0093 for `“`. Other characters are given back.
pub fn out_of_latin_1(c: char) -> char {
    /// Windows-1252 from 0x80 to 0x9F (Encoding Standard, index windows-1252); a space where a byte has no meaning.
    const MARKS: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', //
        ' ', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    if !is_c1(c) {
        return c;
    }
    MARKS.get(c as usize - 0x80).copied().filter(|mark| *mark != ' ').unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_without_a_meaning_are_counted() {
        assert_eq!(windows_1252(b"a\x81\x85\x9db\xff"), ("a\u{fffd}…\u{fffd}bÿ".to_owned(), 2));
        assert_eq!(windows_1258(b"\x8a\x90"), ("\u{fffd}\u{fffd}".to_owned(), 2));
    }

    #[test]
    fn marks_are_put_onto_their_letters() {
        assert_eq!(
            windows_1258(b"C\xe2\xccu Ti\xea\xecn, \xd0\xf5n D\xfd\xf5ng"),
            ("Cầu Tiến, Đơn Dương".to_owned(), 0)
        );
    }

    #[test]
    fn control_characters_are_the_marks_of_their_bytes() {
        for byte in 0x80..=0x9f_u8 {
            let (expected, replaced) = windows_1252(&[byte]);
            let c = char::from(byte);
            let expected = if replaced == 0 { expected } else { c.to_string() };
            assert_eq!(out_of_latin_1(c).to_string(), expected, "{byte:#x}");
        }
        assert_eq!(out_of_latin_1('é'), 'é');
    }
}
