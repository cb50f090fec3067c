//! JSON: compact on a line, indented on its own, and indented as an element of an array.

use std::io::{self, Write};

use serde::Serialize;

/// What the elements of an array are indented by.
const INDENT: &[u8] = b"  ";

/// Writes `value` on a line of its own.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn line(mut out: impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut out, value)?;
    out.write_all(b"\n")
}

/// Writes `value` indented, with a line end.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn indented(mut out: impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}

/// Writes `value` as an element of an indented array; a comma separates it from an element in the same bytes.
///
/// # Errors
/// When the value cannot be serialised.
pub fn element(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    if !out.is_empty() {
        out.push(b',');
    }
    // JSON escapes line ends inside strings, so each line end here is one of the layout.
    for line in serde_json::to_vec_pretty(value)?.split(|&byte| byte == b'\n') {
        out.push(b'\n');
        out.extend_from_slice(INDENT);
        out.extend_from_slice(line);
    }
    Ok(())
}
