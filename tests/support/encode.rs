//! Writes text in the encodings of the years before Unicode, for tests. The tables are those of the program turned round;
//! that they are right is another test's business.

use std::collections::HashMap;

use bantin::input::encoding::{Unknown, tcvn3, vni};
use bantin::model::Encoding;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as bytes, and what of it the encoding holds.
pub(crate) struct Encoded {
    /// The bytes.
    pub(crate) bytes: Vec<u8>,
    /// The text without what the encoding cannot hold; capitals are kept where it loses them.
    pub(crate) held: String,
}

/// Codes by letter.
pub(crate) struct Encoder {
    tcvn3: HashMap<char, Vec<u8>>,
    vni: HashMap<char, Vec<u8>>,
}

impl Encoder {
    pub(crate) fn new() -> Self {
        let codes: Vec<char> = (0xA0..=0xFF_u8).map(char::from).collect();
        let mut encoder = Self { tcvn3: HashMap::new(), vni: HashMap::new() };
        for code in &codes {
            let (text, bytes) = (code.to_string(), vec![*code as u8]);
            encoder.tcvn3.insert(one(&tcvn3::decode(&text, Unknown::Mark)), bytes.clone());
            encoder.vni.insert(one(&vni::decode(&text, Unknown::Mark)), bytes);
        }
        for base in ('A'..='Z').chain('a'..='z').chain(['Ô', 'Ö', 'ô', 'ö']) {
            // Marks of the same case alone, and the one spelling of each letter that comes first.
            for mark in codes.iter().filter(|mark| mark.is_uppercase() == base.is_uppercase()) {
                let decoded = vni::decode(&format!("{base}{mark}"), Unknown::Keep);
                if let [letter] = decoded.chars().collect::<Vec<_>>()[..] {
                    encoder.vni.entry(letter).or_insert(vec![base as u8, *mark as u8]);
                }
            }
        }
        encoder
    }

    /// `text`, which is in NFC, in an encoding.
    pub(crate) fn encode(&self, text: &str, encoding: Encoding) -> Encoded {
        let mut encoded = Encoded { bytes: Vec::new(), held: String::new() };
        let mut before = ' ';
        for c in text.chars() {
            let bytes = match encoding {
                Encoding::Utf8 => Some(c.to_string().into_bytes()),
                Encoding::Utf16Le => Some(c.to_string().encode_utf16().flat_map(u16::to_le_bytes).collect()),
                Encoding::Utf16Be => Some(c.to_string().encode_utf16().flat_map(u16::to_be_bytes).collect()),
                Encoding::Windows1258 => windows_1258(c),
                Encoding::Viqr => Some(viqr(before, c).into_bytes()),
                _ if c.is_ascii() => Some(vec![c as u8]),
                Encoding::Tcvn3 | Encoding::Tcvn3Mojibake => {
                    let small = c.to_lowercase().next().unwrap();
                    self.tcvn3.get(&c).or_else(|| self.tcvn3.get(&small)).cloned().or_else(|| mark(c))
                }
                Encoding::Vni | Encoding::VniMojibake => self.vni.get(&c).cloned().or_else(|| mark(c)),
            };
            if let Some(bytes) = bytes {
                encoded.bytes.extend(bytes);
                encoded.held.push(c);
                before = c;
            }
        }
        if matches!(encoding, Encoding::Tcvn3Mojibake | Encoding::VniMojibake) {
            encoded.bytes = misread(&encoded.bytes);
        }
        encoded
    }
}

/// Single bytes read as Windows-1252 and saved as UTF-8.
pub(crate) fn misread(bytes: &[u8]) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned().into_bytes()
}

/// The only character of a text.
fn one(text: &str) -> char {
    text.chars().next().unwrap()
}

/// A typographic mark of Windows-1252 beyond Latin-1; the others have codes that mean letters.
fn mark(c: char) -> Option<Vec<u8>> {
    let text = c.to_string();
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&text);
    (!lost && bytes.iter().all(|b| *b < 0xA0)).then(|| bytes.into_owned())
}

/// The letter and the tone behind it, as Windows-1258 keeps them.
fn windows_1258(c: char) -> Option<Vec<u8>> {
    if c.is_ascii() {
        return Some(vec![c as u8]);
    }
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let whole = |text: &str| {
        let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(text);
        (!lost).then(|| bytes.into_owned())
    };
    let apart: Vec<char> = c.nfd().collect();
    let letter: String = apart.iter().copied().filter(|c| !is_tone(c)).nfc().collect();
    let tone: String = apart.iter().filter(|c| is_tone(c)).collect();
    whole(&c.to_string()).or_else(|| whole(&(letter + &tone)))
}

/// The letter and its signs; a sign that would be taken for a mark stands behind a backslash.
fn viqr(before: char, c: char) -> String {
    match c {
        'đ' => return "dd".to_owned(),
        'Đ' => return "DD".to_owned(),
        'd' | 'D' if matches!(before, 'd' | 'D') => return format!("\\{c}"),
        '^' | '(' | '+' | '*' | '`' | '\'' | '?' | '~' | '.' | '\\' => return format!("\\{c}"),
        _ if c.is_ascii() => return c.to_string(),
        _ => {}
    }
    let sign = |c: char| match c {
        '\u{302}' => '^',
        '\u{306}' => '(',
        '\u{31B}' => '+',
        '\u{300}' => '`',
        '\u{301}' => '\'',
        '\u{303}' => '~',
        '\u{309}' => '?',
        '\u{323}' => '.',
        other => other,
    };
    let apart: Vec<char> = c.nfd().collect();
    if !apart.first().is_some_and(char::is_ascii) {
        return c.to_string();
    }
    // The sign of the shape before the sign of the tone, whatever their order in Unicode.
    let (shape, tone): (Vec<char>, Vec<char>) =
        apart.into_iter().map(sign).partition(|c| !is_combining_mark(*c) && !"`'~?.".contains(*c));
    shape.into_iter().chain(tone).collect()
}
