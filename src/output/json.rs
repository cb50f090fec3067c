//! JSON: compact on a line, indented on its own, and indented as an element of an array.
//!
//! Written as `serde_json` writes it, byte for byte, which a test compares. Of its time, most goes into looking for the
//! few bytes of a string that JSON escapes one by one; here many are looked at at once.

use std::io;

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::Error;

use crate::text::scan;

/// What a level is indented by.
const INDENT: &[u8] = b"  ";

/// Adds `value` on a line of its own.
///
/// # Errors
/// When the value cannot be serialised.
pub fn line(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Writer::<false> { out, depth: 0 })?;
    out.push(b'\n');
    Ok(())
}

/// Adds `value` indented, with a line end.
///
/// # Errors
/// When the value cannot be serialised.
pub fn indented(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Writer::<true> { out, depth: 0 })?;
    out.push(b'\n');
    Ok(())
}

/// Adds `value` as an element of an indented array; a comma separates it from an element in the same bytes.
///
/// # Errors
/// When the value cannot be serialised.
pub fn element(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    if !out.is_empty() {
        out.push(b',');
    }
    let mut writer = Writer::<true> { out, depth: 1 };
    writer.break_line();
    Ok(value.serialize(&mut writer)?)
}

/// Bytes of a string that are looked at together where some of it are escaped: most pieces hold none of those.
const PIECE: usize = 48;

/// Whether JSON escapes a byte of a string.
#[inline(always)]
fn is_escaped(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Writes values, on one line or indented.
struct Writer<'o, const INDENTED: bool> {
    /// What they are added to.
    out: &'o mut Vec<u8>,
    /// How deep they are nested.
    depth: usize,
}

impl<const INDENTED: bool> Writer<'_, INDENTED> {
    /// Begins a line on the level of the value.
    fn break_line(&mut self) {
        if INDENTED {
            self.out.push(b'\n');
            (0..self.depth).for_each(|_| self.out.extend_from_slice(INDENT));
        }
    }

    /// Writes a name, which has nothing to be escaped.
    #[inline(always)]
    fn name(&mut self, name: &'static str) {
        self.out.reserve(name.len() + 4);
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'"');
    }

    /// Writes a string.
    #[inline(never)]
    fn string(&mut self, text: &str) {
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
    fn number(&mut self, number: u64) {
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
struct Nested<'w, 'o, const INDENTED: bool> {
    writer: &'w mut Writer<'o, INDENTED>,
    /// The sign that ends it.
    close: u8,
    /// Whether nothing stands in it so far.
    empty: bool,
}

impl<'w, 'o, const INDENTED: bool> Nested<'w, 'o, INDENTED> {
    /// Begins an array or an object.
    #[inline]
    fn begin(writer: &'w mut Writer<'o, INDENTED>, open: u8, close: u8) -> Self {
        writer.out.push(open);
        writer.depth += 1;
        Self { writer, close, empty: true }
    }

    /// Goes on to the next place.
    #[inline(always)]
    fn next(&mut self) {
        if !self.empty {
            self.writer.out.push(b',');
        }
        self.empty = false;
        self.writer.break_line();
    }

    /// Writes what stands between a name and its value.
    #[inline(always)]
    fn colon(&mut self) {
        self.writer.out.extend_from_slice(if INDENTED { b": " } else { b":" });
    }

    /// Writes a field. Always part of what writes the record: its name is known there, and copied by the register.
    #[inline(always)]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.next();
        self.writer.name(name);
        self.colon();
        value.serialize(&mut *self.writer)
    }

    /// Writes a value of an array.
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(&mut *self.writer)
    }

    /// Ends it.
    fn finish(self) -> Result<(), Error> {
        self.writer.depth -= 1;
        if !self.empty {
            self.writer.break_line();
        }
        self.writer.out.push(self.close);
        Ok(())
    }
}

/// What the output holds none of.
fn foreign<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format!("{what} has no place in the output")))
}

impl<'w, 'o, const INDENTED: bool> Serializer for &'w mut Writer<'o, INDENTED> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Nested<'w, 'o, INDENTED>;
    type SerializeTuple = Nested<'w, 'o, INDENTED>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Nested<'w, 'o, INDENTED>;
    type SerializeStruct = Nested<'w, 'o, INDENTED>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        if value < 0 {
            self.out.push(b'-');
        }
        self.number(value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.number(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        foreign("a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        foreign("a fraction")
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.string(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        foreign("a run of bytes")
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.name(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        foreign(name)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Error> {
        Ok(Nested::begin(self, b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        foreign(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        foreign(name)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Ok(Nested::begin(self, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Error> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        foreign(name)
    }
}

impl<const INDENTED: bool> SerializeSeq for Nested<'_, '_, INDENTED> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl<const INDENTED: bool> SerializeTuple for Nested<'_, '_, INDENTED> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl<const INDENTED: bool> SerializeStruct for Nested<'_, '_, INDENTED> {
    type Ok = ();
    type Error = Error;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl<const INDENTED: bool> SerializeMap for Nested<'_, '_, INDENTED> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.next();
        let at = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        // A name is a string.
        if self.writer.out.get(at) == Some(&b'"') { Ok(()) } else { foreign("a name that is no string") }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.colon();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;

    /// A value as `serde_json` writes it, and as this module does, compact and indented.
    fn both(value: &impl Serialize) -> [(String, String); 2] {
        let (mut compact, mut wide) = (Vec::new(), Vec::new());
        line(&mut compact, value).unwrap();
        indented(&mut wide, value).unwrap();
        let own = |bytes| String::from_utf8(bytes).unwrap();
        [
            (serde_json::to_string(value).unwrap() + "\n", own(compact)),
            (serde_json::to_string_pretty(value).unwrap() + "\n", own(wide)),
        ]
    }

    #[test]
    fn bulletins_are_written_as_the_library_writes_them() {
        let mut bulletin = sample::bulletin();
        bulletin.line_roles = Some(vec![vec![], vec![crate::model::LineRole::Title]]);
        for (expected, found) in both(&bulletin) {
            assert_eq!(found, expected);
        }
        let mut elements = Vec::new();
        element(&mut elements, &bulletin).unwrap();
        element(&mut elements, &bulletin).unwrap();
        let array = serde_json::to_string_pretty(&[&bulletin, &bulletin]).unwrap();
        assert_eq!(format!("[{}\n]", String::from_utf8(elements).unwrap()), array);
    }

    #[test]
    fn every_character_is_escaped_as_the_library_does() {
        // Every byte that is escaped, at every place of a chunk and of what is left behind the last one.
        let special: String = (0..=0x7F_u8).map(char::from).chain("“ệ”🏛\u{2028}".chars()).collect();
        for length in [0, 1, 7, 15, 16, 17, 31, 63, 64, 65, 100, 129] {
            for at in 0..=length {
                let text = ["a".repeat(at), special.clone(), "ư".repeat(length - at)].concat();
                for (expected, found) in both(&text) {
                    assert_eq!(found, expected);
                }
                let text = ["a".repeat(at), "\"".to_owned(), "b".repeat(length - at)].concat();
                assert_eq!(both(&text)[0].0, both(&text)[0].1);
            }
        }
    }

    #[test]
    fn values_of_every_kind() {
        let value = serde_json::json!({
            "numbers": [0, 7, 10, 4_294_967_295_u64, u64::MAX, i64::MIN, -1],
            "none": [null, true, false, [], {}, [[]], ""],
            "a \"name\"": {"inner": {"x": 1}},
        });
        for (expected, found) in both(&(value, 'x', (), Some("y"), None::<u8>)) {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_has_no_place_in_the_output_is_refused() {
        assert!(line(&mut Vec::new(), &0.5).is_err());
        assert!(line(&mut Vec::new(), &std::collections::BTreeMap::from([(1, 2)])).is_err());
    }
}
