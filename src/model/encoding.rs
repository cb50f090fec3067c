//! Encodings of files.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An encoding that a file was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, least significant byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, most significant byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1258.
    #[serde(rename = "windows-1258")]
    Windows1258,
    /// TCVN3 (ABC) as single bytes.
    #[serde(rename = "tcvn3")]
    Tcvn3,
    /// TCVN3 read as Windows-1252 and saved as UTF-8.
    #[serde(rename = "tcvn3-mojibake")]
    Tcvn3Mojibake,
    /// VNI as single bytes.
    #[serde(rename = "vni")]
    Vni,
    /// VNI read as Windows-1252 and saved as UTF-8.
    #[serde(rename = "vni-mojibake")]
    VniMojibake,
    /// VIQR.
    #[serde(rename = "viqr")]
    Viqr,
}

impl Encoding {
    /// All encodings, in the order of their declaration.
    pub const ALL: [Self; 9] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Tcvn3Mojibake,
        Self::Vni,
        Self::VniMojibake,
        Self::Viqr,
    ];

    /// The name, as in the JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Tcvn3Mojibake => "tcvn3-mojibake",
            Self::Vni => "vni",
            Self::VniMojibake => "vni-mojibake",
            Self::Viqr => "viqr",
        }
    }
}

/// A name that no encoding has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEncoding(pub String);

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no encoding has the name `{}`", self.0)
    }
}

impl std::error::Error for UnknownEncoding {}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        let named = Self::ALL.into_iter().find(|encoding| encoding.as_str() == name);
        named.ok_or_else(|| UnknownEncoding(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json_and_read_back() {
        for encoding in Encoding::ALL {
            assert_eq!(serde_json::to_value(encoding).unwrap(), encoding.as_str());
            assert_eq!(encoding.as_str().parse(), Ok(encoding));
        }
        assert_eq!("latin1".parse::<Encoding>(), Err(UnknownEncoding("latin1".to_owned())));
    }
}
