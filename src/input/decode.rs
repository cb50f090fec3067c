//! From bytes to text.
//!
//! The encoding is told by the byte-order mark and is UTF-8 without one. Decoding always gives a text: bytes that mean
//! nothing in the encoding become U+FFFD, and [`Decoded`] says how many times. A byte-order mark is no part of the
//! text. Line ends, normal forms and everything else inside the text stay as they are.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use crate::model::Encoding;

/// A text and the encoding that it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte-order mark; borrowed from the bytes where they are valid UTF-8.
    pub text: Cow<'a, str>,
    /// The encoding that the bytes were read in.
    pub encoding: Encoding,
    /// How many ill-formed byte sequences became U+FFFD.
    pub replaced: usize,
}

/// Decodes the bytes of a file.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (table, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let encoding = if table == UTF_16LE {
        Encoding::Utf16Le
    } else if table == UTF_16BE {
        Encoding::Utf16Be
    } else {
        Encoding::Utf8
    };
    let (text, replaced) = decode_in(table, bytes.get(mark..).unwrap_or_default());
    Decoded { text, encoding, replaced }
}

/// Decodes `bytes` in the encoding `table` and counts what had to be replaced.
fn decode_in<'a>(table: &'static encoding_rs::Encoding, bytes: &'a [u8]) -> (Cow<'a, str>, usize) {
    if table == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (Cow::Borrowed(text), 0);
    }
    let mut decoder = table.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut replaced = 0;
    let mut rest = bytes;
    loop {
        // The longest text that the rest can give, so that one round decodes up to the next ill-formed sequence.
        let longest = decoder.max_utf8_buffer_length_without_replacement(rest.len());
        text.reserve(longest.unwrap_or(rest.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            encoding_rs::DecoderResult::InputEmpty => return (Cow::Owned(text), replaced),
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(..) => {
                text.push(char::REPLACEMENT_CHARACTER);
                replaced += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` in UTF-16 behind its byte-order mark.
    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn the_mark_tells_the_encoding() {
        let text = "Số 7\r\nngày 2/1 🏛";
        let cases = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Decoded { text: text.into(), encoding, replaced: 0 });
        }
    }

    #[test]
    fn ill_formed_bytes_are_replaced_and_counted() {
        let cases: [(&[u8], &str, Encoding, usize); 7] = [
            (b"", "", Encoding::Utf8, 0),
            (b"\xef\xbb\xbf", "", Encoding::Utf8, 0),
            // A character that is cut is one sequence, a byte that begins none is another.
            (b"a\xe1\xbb b\xff\xffc", "a\u{fffd} b\u{fffd}\u{fffd}c", Encoding::Utf8, 3),
            (b"cut \xf0\x9f", "cut \u{fffd}", Encoding::Utf8, 1),
            // A surrogate without its pair, and half a unit at the end.
            (b"\xff\xfe\x3d\xd8a\0", "\u{fffd}a", Encoding::Utf16Le, 1),
            (b"\xff\xfea\0b", "a\u{fffd}", Encoding::Utf16Le, 1),
            (b"\xfe\xff\0a\xdc\0\0b", "a\u{fffd}b", Encoding::Utf16Be, 1),
        ];
        for (bytes, text, encoding, replaced) in cases {
            assert_eq!(decode(bytes), Decoded { text: text.into(), encoding, replaced }, "{bytes:?}");
        }
    }

    #[test]
    fn a_replacement_character_of_the_file_itself_is_not_counted() {
        assert_eq!(decode("\u{fffd}".as_bytes()).replaced, 0);
    }

    #[test]
    fn a_mark_inside_the_text_stays() {
        assert_eq!(decode("a\u{feff}b".as_bytes()).text, "a\u{feff}b");
    }
}
