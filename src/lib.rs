//! Turns the raw text of Vietnamese administrative bulletins into structured data.
//!
//! [`parse()`] is the whole library for most callers: any text in, a [`model::Bulletin`] out. The modules behind
//! [`command`] are the `bantin` program: they read files, call `parse` and write what comes back.
//!
//! ```
//! let bulletin = bantin::parse("Kính gửi: Ông Nguyễn Văn A", &bantin::Options::default());
//! assert_eq!(bulletin.schema, "bantin/1");
//! ```
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod cli;
pub mod command;
pub mod exit;
pub mod input;
pub mod model;
pub mod options;
pub mod output;
mod parse;

pub use options::{Fixity, Options};
pub use parse::parse;
