//! JSON: compact on a line, indented on its own, and indented as an element of an array.
//!
//! Written as `serde_json` writes it, byte for byte, which a test compares. Of its time, most goes into looking for the
//! few bytes of a string that JSON escapes one by one; `write` looks at many at once.

mod write;

use std::io;

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::Error;

use write::{Nested, Writer};

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
