//! What a caller tells [`parse`](crate::parse()) about a text beyond the text itself.
//!
//! The options name the file and say what to add to the result and how much to say about it. They never steer how the
//! text is understood, so equal text is always read in the same way; only its findings may be more or fewer.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::model::Encoding;

/// Options of a parse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What `file.path` says: the path as walked, `-` for standard input.
    pub path: String,
    /// The encoding that the text was decoded from.
    pub encoding: Encoding,
    /// Size and checksum of the raw file; computed from the text when `None`.
    pub fixity: Option<Fixity>,
    /// Whether to add `line_roles` to the bulletin.
    pub line_roles: bool,
    /// Limit of the rule `date-too-old`: days that a citation may lie before the issue date, from 1.
    pub max_age_days: u32,
}

/// The value of [`Options::max_age_days`] unless a caller gives another one: a year, and a day for leap years.
pub const MAX_AGE_DAYS: u32 = 366;

impl Default for Options {
    /// A text that comes from no file: path `-`, UTF-8, fixity of the text itself, no line roles, the usual limits.
    fn default() -> Self {
        Self {
            path: "-".to_owned(),
            encoding: Encoding::default(),
            fixity: None,
            line_roles: false,
            max_age_days: MAX_AGE_DAYS,
        }
    }
}

/// What proves that a file is still the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixity {
    /// Size of the raw file in bytes.
    pub bytes: u64,
    /// SHA-256 of the raw bytes, lower-case hexadecimal.
    pub sha256: String,
}

impl Fixity {
    /// Measures the raw bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, sha256: hexadecimal(&Sha256::digest(bytes)) }
    }

    /// Measures what `reader` holds, a piece at a time.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(mut reader: impl Read) -> io::Result<Self> {
        let (mut digest, mut bytes) = (Sha256::new(), 0);
        let mut piece = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut piece) {
                Ok(0) => return Ok(Self { bytes, sha256: hexadecimal(&digest.finalize()) }),
                Ok(read) => {
                    digest.update(piece.get(..read).unwrap_or_default());
                    bytes += read as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Lower-case hexadecimal digits of `bytes`.
fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixity_is_the_published_sha256() {
        // The two short vectors of FIPS 180-2.
        let cases = [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ];
        for (text, sha256) in cases {
            assert_eq!(Fixity::read(text.as_bytes()).unwrap(), Fixity::of(text.as_bytes()));
            assert_eq!(Fixity::of(text.as_bytes()), Fixity { bytes: text.len() as u64, sha256: sha256.to_owned() });
        }
    }
}
