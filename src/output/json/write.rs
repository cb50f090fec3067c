//! The bytes of JSON: names, strings with what has to be escaped, whole numbers, and the signs around nested values.

use serde::Serialize;
use serde_json::Error;

use crate::text::scan;

/// What a level is indented by.
const INDENT: &[u8] = b"  ";

/// Bytes of a string that are looked at together where some of it are escaped: most pieces hold none of those.
const PIECE: usize = 48;

/// Whether JSON escapes a byte of a string.
#[inline(always)]
fn is_escaped(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Writes values, on one line or indented.
pub(super) struct Writer<'o, const INDENTED: bool> {
    /// What they are added to.
    pub(super) out: &'o mut Vec<u8>,
    /// How deep they are nested.
    pub(super) depth: usize,
}

impl<const INDENTED: bool> Writer<'_, INDENTED> {
    /// Begins a line on the level of the value.
    pub(super) fn break_line(&mut self) {
        if INDENTED {
            self.out.push(b'\n');
            (0..self.depth).for_each(|_| self.out.extend_from_slice(INDENT));
        }
    }

    /// Writes a name, which has nothing to be escaped.
    #[inline(always)]
    pub(super) fn name(&mut self, name: &'static str) {
        self.out.reserve(name.len() + 4);
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'"');
    }

    /// Writes a string.
    #[inline(never)]
    pub(super) fn string(&mut self, text: &str) {
        self.out.reserve(text.len() + 2);
        self.out.push(b'"');
        if scan::any_byte(text.as_bytes(), is_escaped) {
            text.as_bytes().chunks(PIECE).for_each(|piece| self.piece(piece));
        } else {
            self.out.extend_from_slice(text.as_bytes());
        }
        self.out.push(b'"');
    }

    /// Writes a piece of a string that holds bytes to be escaped somewhere.
    fn piece(&mut self, bytes: &[u8]) {
        if scan::any_byte(bytes, is_escaped) {
            self.escaped(bytes);
        } else {
            self.out.extend_from_slice(bytes);
        }
    }

    /// Writes a piece of a string that holds bytes to be escaped.
    fn escaped(&mut self, bytes: &[u8]) {
        let mut copied = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if byte >= 0x20 && !matches!(byte, b'"' | b'\\') {
                continue;
            }
            self.out.extend_from_slice(bytes.get(copied..at).unwrap_or_default());
            copied = at + 1;
            let short = match byte {
                b'"' | b'\\' => byte,
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                0x08 => b'b',
                0x0C => b'f',
                _ => {
                    let digit = |half: u8| if half < 10 { b'0' + half } else { b'a' + half - 10 };
                    self.out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
                    continue;
                }
            };
            self.out.extend_from_slice(&[b'\\', short]);
        }
        self.out.extend_from_slice(bytes.get(copied..).unwrap_or_default());
    }

    /// Writes a number.
    #[inline]
    pub(super) fn number(&mut self, number: u64) {
        // Lines, pages and numbers of articles are small.
        if number >= 1000 {
            return self.large_number(number);
        }
        let small = number as u32;
        let digit = |digit: u32| b'0' + digit as u8;
        let (hundreds, tens, units) = (digit(small / 100), digit(small / 10 % 10), digit(small % 10));
        match small {
            100.. => self.out.extend_from_slice(&[hundreds, tens, units]),
            10.. => self.out.extend_from_slice(&[tens, units]),
            _ => self.out.push(units),
        }
    }

    /// Writes a number, whatever its size.
    #[inline(never)]
    fn large_number(&mut self, mut number: u64) {
        let mut digits = [0; 20];
        let mut first = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
            first -= 1;
            if number == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(first..).unwrap_or_default());
    }
}

/// An array or an object that is being written.
pub(super) struct Nested<'w, 'o, const INDENTED: bool> {
    pub(super) writer: &'w mut Writer<'o, INDENTED>,
    /// The sign that ends it.
    close: u8,
    /// Whether nothing stands in it so far.
    empty: bool,
}

impl<'w, 'o, const INDENTED: bool> Nested<'w, 'o, INDENTED> {
    /// Begins an array or an object.
    #[inline]
    pub(super) fn begin(writer: &'w mut Writer<'o, INDENTED>, open: u8, close: u8) -> Self {
        writer.out.push(open);
        writer.depth += 1;
        Self { writer, close, empty: true }
    }

    /// Goes on to the next place.
    #[inline(always)]
    pub(super) fn next(&mut self) {
        if !self.empty {
            self.writer.out.push(b',');
        }
        self.empty = false;
        self.writer.break_line();
    }

    /// Writes what stands between a name and its value.
    #[inline(always)]
    pub(super) fn colon(&mut self) {
        self.writer.out.extend_from_slice(if INDENTED { b": " } else { b":" });
    }

    /// Writes a field. Always part of what writes the record: its name is known there, and copied by the register.
    #[inline(always)]
    pub(super) fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.next();
        self.writer.name(name);
        self.colon();
        value.serialize(&mut *self.writer)
    }

    /// Writes a value of an array.
    pub(super) fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(&mut *self.writer)
    }

    /// Ends it.
    pub(super) fn finish(self) -> Result<(), Error> {
        self.writer.depth -= 1;
        if !self.empty {
            self.writer.break_line();
        }
        self.writer.out.push(self.close);
        Ok(())
    }
}
