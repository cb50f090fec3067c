//! The encodings of the years before Unicode: the tables against those of the shared corpus, lines of real documents, the
//! made-up bulletins written in every encoding, and any bytes at all.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/encode.rs"]
mod encode;

use bantin::input::encoding::{Unknown, tcvn3, viqr, vni};
use bantin::input::{Decoded, decode};
use bantin::model::Encoding;
use bantin::text::normalise::nfc;
use encode::{Encoder, misread};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Lines of `pairs.tsv` in each encoding that decode to another text: none does.
const MISSES: usize = 0;

/// A row of the corpus: encoding, bytes, text.
type Row = (String, Vec<u8>, String);

/// The rows of a table in the folder `legacy`; none where there is no corpus.
fn rows(file: &str) -> Vec<Row> {
    let texts = corpus::texts("legacy");
    let Some(table) = texts.iter().find(|text| text.name == file) else { return Vec::new() };
    let rows: Vec<Row> = table.text.lines().skip(1).map(row).collect();
    assert!(!rows.is_empty(), "{file} is empty");
    rows
}

fn row(line: &str) -> Row {
    let mut fields = line.split('\t');
    let (name, hex) = (fields.next().unwrap(), fields.next().unwrap());
    let digits: Vec<u8> = hex.chars().map(|c| u8::try_from(c.to_digit(16).unwrap()).unwrap()).collect();
    let bytes = digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect();
    (name.to_owned(), bytes, nfc(fields.next().unwrap()).into_owned())
}

/// The text of bytes in an encoding, in NFC.
fn text(bytes: &[u8], forced: Option<Encoding>) -> (Encoding, String) {
    let Decoded { text, encoding, .. } = decode(bytes, forced);
    (encoding, nfc(&text).into_owned())
}

#[test]
fn the_tables_are_those_of_the_corpus() {
    let rows = rows("tables.tsv");
    for (name, bytes, expected) in &rows {
        let western: String = bytes.iter().copied().map(char::from).collect();
        let decoded = match name.as_str() {
            "TCVN3-table" | "TCVN3-table-upper-prefix" => tcvn3::decode(&western, Unknown::Keep),
            "TCVN3-table-upper-Hfont" => tcvn3::decode(&western, Unknown::Keep).to_uppercase(),
            "VNI-Windows-table" | "VNI-Windows-variant-sequence" => vni::decode(&western, Unknown::Keep),
            "VIQR-table" => viqr::decode(&western),
            "windows-1258-table" => text(bytes, Some(Encoding::Windows1258)).1,
            other => panic!("no such table: {other}"),
        };
        assert_eq!(&decoded, expected, "{name} {bytes:02x?}");
    }
    // And no code of TCVN3 besides.
    let known = |code: u8| rows.iter().any(|(name, bytes, _)| name == "TCVN3-table" && bytes[..] == [code]);
    for code in (0xA0..=0xFF).filter(|code| !rows.is_empty() && !known(*code)) {
        let letter = char::from(code).to_string();
        assert_eq!(tcvn3::decode(&letter, Unknown::Keep), letter, "{code:02x}");
    }
}

#[test]
fn lines_of_real_documents_decode_to_their_text() {
    let rows = rows("pairs.tsv");
    for (name, single, saved) in
        [("TCVN3", Encoding::Tcvn3, Encoding::Tcvn3Mojibake), ("VNI", Encoding::Vni, Encoding::VniMojibake)]
    {
        let pairs: Vec<(&[u8], &str)> =
            rows.iter().filter(|row| row.0 == name).map(|(_, bytes, text)| (&bytes[..], text.as_str())).collect();
        let lines: Vec<&[u8]> = pairs.iter().map(|(bytes, _)| *bytes).collect();
        let file = lines.join(&b'\n');
        for (encoding, file) in [(single, file.clone()), (saved, misread(&file))] {
            for forced in [None, Some(encoding)] {
                let (found, decoded) = text(&file, forced);
                let misses: Vec<_> = decoded.split('\n').zip(&pairs).filter(|(line, (_, text))| line != text).collect();
                assert!(misses.len() == MISSES, "{encoding:?} {forced:?}: {misses:#?}");
                assert!(rows.is_empty() || found == encoding, "{found:?} for {encoding:?}");
            }
            for (bytes, expected) in &pairs {
                let line = if encoding == saved { misread(bytes) } else { bytes.to_vec() };
                assert_eq!(text(&line, None), (encoding, (*expected).to_owned()), "a line by itself");
            }
        }
    }
}

#[test]
fn other_languages_stay_as_they_are() {
    for (name, bytes, expected) in rows("pairs.tsv").iter().filter(|row| row.0.starts_with("NEGATIVE")) {
        let (encoding, decoded) = text(expected.as_bytes(), None);
        assert_eq!((encoding, &decoded), (Encoding::Utf8, expected), "{name}");
        // As single bytes: no text in another language is made up, and each byte shows.
        let Decoded { text, encoding, replaced } = decode(bytes, None);
        let beyond_ascii = bytes.iter().filter(|b| !b.is_ascii()).count();
        assert_eq!((encoding, replaced), (Encoding::Utf8, beyond_ascii), "{name}");
        assert_eq!(text.chars().count(), bytes.len(), "{name}");
    }
}

/// Whether the words of a line are in capitals; a line without a word of two letters does not tell.
fn is_heading(line: &str) -> bool {
    let in_capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    !line.chars().any(char::is_lowercase) && line.split(|c: char| !c.is_alphabetic()).any(in_capitals)
}

#[test]
fn bulletins_come_back_out_of_every_encoding() {
    let encoder = Encoder::new();
    for bulletin in corpus::texts("dev/text").iter().chain(&corpus::texts("seeds")) {
        let original = nfc(bulletin.text.trim_start_matches('\u{feff}'));
        for encoding in Encoding::ALL {
            let encoded = encoder.encode(&original, encoding);
            let forced = (encoding == Encoding::Viqr).then_some(encoding);
            let (found, decoded) = text(&encoded.bytes, forced);
            let name = &bulletin.name;
            assert_eq!(found, encoding, "{name}");
            assert_eq!(decoded.split('\n').count(), original.split('\n').count(), "{name} {encoding:?}");
            let loses_capitals = matches!(encoding, Encoding::Tcvn3 | Encoding::Tcvn3Mojibake);
            for (line, held) in decoded.split('\n').zip(encoded.held.split('\n')) {
                if loses_capitals && !is_heading(held) {
                    assert_eq!(line.to_lowercase(), held.to_lowercase(), "{name} {encoding:?}");
                } else {
                    assert_eq!(line, held, "{name} {encoding:?}");
                }
            }
        }
    }
}

#[test]
fn a_unicode_file_with_broken_bytes_is_unicode() {
    let mut bytes = "Chiều nay, chợ Bến Đò đổi ngày họp phiên.\n".repeat(4).into_bytes();
    bytes.extend(b"C\xc7u Tre th\xabng xe sau ba n\xa8m ch\xea \xae\xeei\n");
    let Decoded { text, encoding, replaced } = decode(&bytes, None);
    assert_eq!((encoding, replaced), (Encoding::Utf8, 6));
    assert!(
        text.ends_with("C\u{fffd}u Tre th\u{fffd}ng xe sau ba n\u{fffd}m ch\u{fffd} \u{fffd}\u{fffd}i\n"),
        "{text}"
    );
}

#[test]
fn a_misread_file_keeps_its_lines_of_unicode() {
    let bytes = "Trang chủ: ó\nChî BÕn §ß ®æi ngµy häp phiªn, «ng nãi thÕ\n".as_bytes();
    let expected = "Trang chủ: ó\nChợ Bến Đò đổi ngày họp phiên, ông nói thế\n";
    assert_eq!(text(bytes, None), (Encoding::Tcvn3Mojibake, expected.to_owned()));
}

/// What no table may touch: digits, consonants of ASCII, line ends. `d` is one with its neighbour in VIQR.
fn fixed(text: impl Iterator<Item = char>) -> String {
    let is_fixed = |c: &char| c.is_ascii_digit() || "bcfghjklmnpqrstvwxz\r\n".contains(c.to_ascii_lowercase());
    text.filter(is_fixed).collect()
}

/// Bytes that look like a file in some encoding, in pieces.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..24),
        "[ -~\r\n]{0,24}".prop_map(String::into_bytes),
        "[a-zA-ZÀ-ÿ¡-¿\n ]{0,24}".prop_map(String::into_bytes),
        "[a-zA-ZÀ-ỹ\n ]{0,24}".prop_map(String::into_bytes),
        Just(b"C\xc7u Tre th\xabng xe sau ba n\xa8m ch\xea \xae\xeei\r\n".to_vec()),
        Just("Chieàu nay, chôï Beán Ñoø ñoåi ngaøy hoïp phieân\n".as_bytes().to_vec()),
        Just(b"\xef\xbb\xbf".to_vec()),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_030_311), cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_byte_vanishes_and_no_line_moves(bytes in pieces()) {
        let forced = Encoding::ALL.into_iter().map(Some).chain([None]);
        for forced in forced {
            let Decoded { text, encoding, replaced } = decode(&bytes, forced);
            prop_assert!(forced.is_none_or(|forced| forced == encoding));
            prop_assert!(text.matches(char::REPLACEMENT_CHARACTER).count() >= replaced);
            // In windows-1258, marks may come to stand on consonants.
            if !matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Windows1258) {
                let ascii = bytes.iter().filter(|b| b.is_ascii()).map(|b| char::from(*b));
                prop_assert_eq!(fixed(text.chars()), fixed(ascii), "{:?}", encoding);
            }
            if matches!(encoding, Encoding::Tcvn3 | Encoding::Vni) {
                // At most two codes are one letter.
                prop_assert!(text.chars().count() * 2 >= bytes.len());
            }
        }
    }
}
