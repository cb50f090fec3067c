//! From bytes to text.
//!
//! The encoding is the one that somebody forces, or else the one that a byte-order mark names, or else what the bytes
//! tell ([`detect`]); it is UTF-8 where they tell nothing. Decoding always gives a text: bytes that mean nothing in the
//! encoding become U+FFFD, and [`Decoded`] says how many times. A byte-order mark is no part of the text. Line ends and
//! everything else inside the text stay as they are, and lines keep their numbers.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::encoding::{Unknown, capitals, detect, tcvn3, viqr, vni, western};
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

/// Bytes of text that are decoded at a time.
const PIECE: usize = 4096;

/// Decodes the bytes of a file, in the encoding `forced` if there is one.
pub fn decode(bytes: &[u8], forced: Option<Encoding>) -> Decoded<'_> {
    match forced {
        Some(encoding) => decode_as(encoding, bytes),
        None => detect_and_decode(bytes),
    }
}

/// Decodes the bytes of a file in the encoding that they tell.
fn detect_and_decode(bytes: &[u8]) -> Decoded<'_> {
    let marked = encoding_rs::Encoding::for_bom(bytes).map(|(table, _)| table);
    if marked == Some(UTF_16LE) {
        return decode_as(Encoding::Utf16Le, bytes);
    }
    if marked == Some(UTF_16BE) {
        return decode_as(Encoding::Utf16Be, bytes);
    }
    let valid = simdutf8::basic::from_utf8(bytes);
    if marked.is_none() {
        if let Some(encoding) = detect::utf16(bytes) {
            return decode_as(encoding, bytes);
        }
        if valid.is_err()
            && !detect::is_broken_utf8(bytes)
            && let Some(encoding) = detect::single_bytes(bytes)
        {
            return decode_as(encoding, bytes);
        }
    }
    let decoded = match valid {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
            encoding: Encoding::Utf8,
            replaced: 0,
        },
        Err(_) => decode_as(Encoding::Utf8, bytes),
    };
    match detect::misread(&decoded.text) {
        Some(encoding) => Decoded { text: repair(encoding, &decoded.text).into(), encoding, ..decoded },
        None => decoded,
    }
}

/// Decodes bytes in an encoding, whatever they look like.
fn decode_as(encoding: Encoding, bytes: &[u8]) -> Decoded<'_> {
    let (text, replaced) = match encoding {
        Encoding::Utf8 => decode_in(UTF_8, bytes),
        Encoding::Utf16Le => decode_in(UTF_16LE, bytes),
        Encoding::Utf16Be => decode_in(UTF_16BE, bytes),
        Encoding::Windows1258 => owned(western::windows_1258(bytes)),
        Encoding::Tcvn3 | Encoding::Vni => {
            let (text, replaced) = western::windows_1252(bytes);
            (repair(encoding, &text).into(), replaced)
        }
        Encoding::Tcvn3Mojibake | Encoding::VniMojibake | Encoding::Viqr => {
            let (text, replaced) = decode_in(UTF_8, bytes);
            (repair(encoding, &text).into(), replaced)
        }
    };
    Decoded { text, encoding, replaced }
}

/// A text with a count, as one that may be borrowed.
fn owned<'a>((text, replaced): (String, usize)) -> (Cow<'a, str>, usize) {
    (text.into(), replaced)
}

/// The text that a Western reading, or ASCII, stands for.
fn repair(encoding: Encoding, text: &str) -> String {
    match encoding {
        Encoding::Tcvn3 => capitals::restore(&tcvn3::decode(text, Unknown::Keep)),
        Encoding::Tcvn3Mojibake => capitals::restore(&line_by_line(text, |line| tcvn3::decode(line, Unknown::Keep))),
        Encoding::Vni => vni::decode(text, Unknown::Keep),
        Encoding::VniMojibake => line_by_line(text, |line| vni::decode(line, Unknown::Keep)),
        Encoding::Viqr => viqr::decode(text),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Windows1258 => text.to_owned(),
    }
}

/// A misread text with its lines repaired, apart from those that were saved rightly.
fn line_by_line(text: &str, repair: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if detect::is_unicode(line) { out.push_str(line) } else { out.push_str(&repair(line)) }
    }
    out
}

/// Decodes `bytes` in an encoding of Unicode, without its byte-order mark, and counts what had to be replaced.
fn decode_in<'a>(table: &'static encoding_rs::Encoding, bytes: &'a [u8]) -> (Cow<'a, str>, usize) {
    let mark = encoding_rs::Encoding::for_bom(bytes).filter(|(marked, _)| *marked == table).map_or(0, |(_, len)| len);
    let bytes = bytes.get(mark..).unwrap_or_default();
    if table == UTF_8
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return (Cow::Borrowed(text), 0);
    }
    let mut decoder = table.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    let mut rest = bytes;
    // Piece by piece: a round costs as much as its buffer is long, and each ill-formed sequence ends one.
    let mut piece = [0; PIECE];
    loop {
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut piece, true);
        text.push_str(piece.get(..written).and_then(|piece| str::from_utf8(piece).ok()).unwrap_or_default());
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
            assert_eq!(decode(&bytes, None), Decoded { text: text.into(), encoding, replaced: 0 });
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
            assert_eq!(decode(bytes, None), Decoded { text: text.into(), encoding, replaced }, "{bytes:?}");
        }
    }

    #[test]
    fn a_replacement_character_of_the_file_itself_is_not_counted() {
        assert_eq!(decode("\u{fffd}".as_bytes(), None).replaced, 0);
    }

    #[test]
    fn a_mark_inside_the_text_stays() {
        assert_eq!(decode("a\u{feff}b".as_bytes(), None).text, "a\u{feff}b");
    }
}
