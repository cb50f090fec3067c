//! Turns the raw text of Vietnamese administrative bulletins into structured data.

pub mod assemble;
pub mod blocks;
pub mod citation;
pub mod closing;
pub mod contents;
pub mod cuts;
pub mod furniture;
pub mod layout;
pub mod lines;
pub mod masthead;
pub mod model;
pub mod options;
pub mod page;
pub mod parse;
pub mod roles;
pub mod text;

pub use options::{Fixity, Options};
pub use parse::parse;
