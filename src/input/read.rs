//! From an input to its bytes.
//!
//! One file is read in one piece: a parse needs the whole text. Standard input is a single stream, so [`Stdin`] hands
//! it out once, either to a list of paths or to the input `-`.

use std::fs::{self, File};
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

/// A buffer that one file after another is read into, so that a run over many files asks for memory once.
#[derive(Debug, Default)]
pub struct Buffer(Vec<u8>);

impl Buffer {
    /// Bytes that the buffer keeps between two files. What a large file needed beyond them is given back.
    const KEPT: usize = 1 << 20;

    /// Reads all bytes of the file.
    ///
    /// # Errors
    /// What the operating system says. Standard input is no file.
    pub fn read(&mut self, source: &Source) -> io::Result<&[u8]> {
        let Source::File(path) = source else { return Err(io::Error::other("standard input is no file")) };
        self.0.clear();
        self.0.shrink_to(Self::KEPT);
        File::open(path)?.read_to_end(&mut self.0)?;
        Ok(&self.0)
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

    #[test]
    fn a_buffer_holds_one_file_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let mut buffer = Buffer::default();
        let large = vec![b'a'; 3 * Buffer::KEPT];
        for bytes in [&b"first"[..], &large, b"", b"last"] {
            let path = dir.path().join("file");
            fs::write(&path, bytes).unwrap();
            assert_eq!(buffer.read(&Source::File(path)).unwrap(), bytes);
        }
        assert!(buffer.0.capacity() <= Buffer::KEPT);
        assert!(buffer.read(&Source::File(dir.path().join("gone"))).is_err());
        assert!(buffer.read(&Source::Stdin).is_err());
    }
}
