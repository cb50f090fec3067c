//! Text as the parser sees it: Unicode NFC, white space folded, markup removed, and what the letters of a line tell.
//!
//! Everything here looks at one string at a time and knows nothing of bulletins.

pub mod chars;
pub mod enumerator;
pub mod key;
pub mod legacy;
pub mod letters;
pub(crate) mod lexicon;
pub mod markup;
pub mod normalise;
pub(crate) mod office;
pub mod part;
pub(crate) mod pattern;
pub(crate) mod person;
pub mod scan;
pub mod syllable;
