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
