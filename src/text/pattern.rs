//! Fixed patterns, compiled once.

use regex::Regex;

/// Compiles a pattern that is part of the program.
///
/// Never called on input: the patterns are constants, and a test that touches each module compiles them all.
#[expect(clippy::expect_used, reason = "the patterns are constants, and tests compile each")]
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a fixed pattern compiles")
}
