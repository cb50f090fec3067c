//! Lists of paths (`--files-from`): one path a line, or separated by NUL bytes.
//!
//! The list is read as it is used, so a list of any length needs no memory. Whether a path exists is not asked here.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::read::{Stdin, take};

/// The bytes of a UTF-8 byte-order mark, which some editors put before a list.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The paths of a list, in its order.
pub struct List<'a> {
    /// The rest of the list.
    bytes: BufReader<Box<dyn Read + 'a>>,
    /// The byte between two paths.
    separator: u8,
    /// Whether nothing has been read yet.
    at_start: bool,
}

impl<'a> List<'a> {
    /// Opens the list in `path`, or standard input for `-`.
    ///
    /// # Errors
    /// When the file cannot be opened, or standard input has been taken before.
    pub fn open(path: &Path, null: bool, stdin: &mut Stdin<'a>) -> io::Result<Self> {
        let bytes = if path == Path::new("-") { take(stdin)? } else { Box::new(File::open(path)?) };
        Ok(Self::new(bytes, null))
    }

    /// A list out of `bytes`, its paths separated by NUL bytes if `null`, otherwise by line ends.
    fn new(bytes: Box<dyn Read + 'a>, null: bool) -> Self {
        Self { bytes: BufReader::new(bytes), separator: if null { 0 } else { b'\n' }, at_start: true }
    }

    /// The next entry without its separator; `None` at the end.
    fn entry(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut entry = Vec::new();
        if self.bytes.read_until(self.separator, &mut entry)? == 0 {
            return Ok(None);
        }
        if entry.last() == Some(&self.separator) {
            entry.pop();
        }
        if self.separator == b'\n' {
            // A list from Windows; a path that ends in a carriage return needs NUL separators.
            if entry.last() == Some(&b'\r') {
                entry.pop();
            }
            if self.at_start && entry.starts_with(MARK) {
                entry.drain(..MARK.len());
            }
        }
        self.at_start = false;
        Ok(Some(entry))
    }
}

impl Iterator for List<'_> {
    type Item = io::Result<PathBuf>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.entry().transpose()? {
                Ok(entry) if entry.is_empty() => {}
                Ok(entry) => return Some(path(entry)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// The path that `bytes` name; any bytes do on Unix.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems refuse paths that are no Unicode")]
fn path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Ok(OsString::from_vec(bytes).into())
}

/// The path that `bytes` name; they have to be UTF-8.
#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(OsString::from(text).into()),
        Err(_) => Err(io::Error::new(io::ErrorKind::InvalidData, "a path in the list is not UTF-8")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths in a list, as text.
    fn paths(bytes: &[u8], null: bool) -> Vec<String> {
        List::new(Box::new(bytes), null).map(|path| path.unwrap().to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn paths_are_cut_at_their_separator() {
        let cases: [(&[u8], bool, &[&str]); 7] = [
            (b"", false, &[]),
            (b"a.txt\nb c.txt\n", false, &["a.txt", "b c.txt"]),
            (b"a.txt\r\n\r\n\nb.txt", false, &["a.txt", "b.txt"]),
            (b"\xef\xbb\xbfa.txt\n", false, &["a.txt"]),
            (b"a\nb.txt\0c.txt\0", true, &["a\nb.txt", "c.txt"]),
            (b"a\r\0\0b", true, &["a\r", "b"]),
            (b"\0", true, &[]),
        ];
        for (bytes, null, expected) in cases {
            assert_eq!(paths(bytes, null), expected, "{bytes:?}");
        }
    }
}
