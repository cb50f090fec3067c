//! The types of the JSON contract `bantin/1`: what a parse returns and what the writers write.
//!
//! This module is for data alone: field names, their order and their schema. It knows nothing of how a field is
//! recovered from text; each stage fills in its own part. `docs/format.md` documents every field with an example.

mod article;
mod bulletin;
mod diagnostic;
mod encoding;
mod lines;

pub use article::{Article, Block, BlockKind, Citation, Evidence, Source};
pub use bulletin::{
    Bulletin, FileInfo, Furniture, FurnitureKind, Generator, Issue, LayoutKind, MastheadLine, MastheadRole, Section,
    TocEntry, TocGroup,
};
pub use diagnostic::{Code, Diagnostic, Severity, UnknownCode};
pub use encoding::{Encoding, UnknownEncoding};
pub use lines::{LineRange, LineRole};

/// The version of the contract, the value of [`Bulletin::schema`].
pub const SCHEMA: &str = "bantin/1";

#[cfg(test)]
mod tests {
    use schemars::{JsonSchema, schema_for};
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::*;

    /// That each value of an enum has the name in the program that it has in the JSON.
    fn named<T: Copy + Serialize + DeserializeOwned + JsonSchema>(name: fn(T) -> &'static str) {
        let schema = schema_for!(T).to_value();
        let names: Vec<_> = schema["oneOf"].as_array().unwrap().iter().map(|one| one["const"].clone()).collect();
        assert!(names.len() > 2);
        for json in names {
            assert_eq!(name(serde_json::from_value(json.clone()).unwrap()), json);
        }
    }

    #[test]
    fn names_are_those_of_the_json() {
        named(LayoutKind::as_str);
        named(LineRole::as_str);
        named(Severity::as_str);
    }
}
