//! From paths as typed to texts: walk, read, decode.
//!
//! Three stages, each in a module of its own: [`walk`] finds inputs one by one and in a fixed order, [`mod@read`] gets
//! their bytes, [`mod@decode`] turns bytes into text, with the tables and the detection of [`encoding`]. What the text means is no business of this module.

pub mod decode;
pub mod encoding;
pub mod list;
pub mod read;
pub mod walk;

pub use decode::{Decoded, decode};
pub use read::{Stdin, read};
pub use walk::{Found, Input, Inputs, Source};
