//! What a caller tells the parser about a text: where it came from, and what it wants back.

use crate::model::Encoding;

/// Options of [`crate::parse`].
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Path as walked, for `file.path`; `-` for standard input.
    pub path: String,
    /// Encoding that the text was decoded from.
    pub encoding: Encoding,
    /// Size and checksum of the file as read; taken from the text where it is not given.
    pub fixity: Option<Fixity>,
    /// Whether [`crate::model::Bulletin::line_roles`] is wanted.
    pub line_roles: bool,
}

/// Size and checksum of a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixity {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

impl Fixity {
    /// Measures some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::{Digest, Sha256};
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            for nibble in [byte >> 4, byte & 15] {
                sha256.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        Self { bytes: bytes.len() as u64, sha256 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_nothing() {
        let fixity = Fixity::of(b"");
        assert_eq!(fixity.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(fixity.bytes, 0);
    }
}
