//! From an input to its bytes.
//!
//! One file is read in one piece: a parse needs the whole text. Standard input is a single stream, so [`Stdin`] hands
//! it out once, either to a list of paths or to the input `-`.

use std::fs;
use std::io::{self, Read};

use super::Source;

/// Standard input until somebody takes it.
pub type Stdin<'a> = Option<Box<dyn Read + 'a>>;

/// Reads all bytes of `source`.
///
/// # Errors
/// What the operating system says, and an error of its own when standard input has been taken before.
pub fn read(source: &Source, stdin: &mut Stdin<'_>) -> io::Result<Vec<u8>> {
    match source {
        Source::File(path) => fs::read(path),
        Source::Stdin => {
            let mut bytes = Vec::new();
            take(stdin)?.read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}

/// Takes standard input for good.
pub(super) fn take<'a>(stdin: &mut Stdin<'a>) -> io::Result<Box<dyn Read + 'a>> {
    stdin.take().ok_or_else(|| io::Error::other("standard input can be read only once"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_input_is_read_once() {
        let mut stdin: Stdin<'_> = Some(Box::new(&b"text"[..]));
        assert_eq!(read(&Source::Stdin, &mut stdin).unwrap(), b"text");
        assert_eq!(read(&Source::Stdin, &mut stdin).unwrap_err().to_string(), "standard input can be read only once");
    }
}
