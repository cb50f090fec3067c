//! `bantin text`: inputs as text, the way every other command reads them.
//!
//! Decoded and in Unicode NFC, the characters that the lines and columns of findings count; line ends and white space are
//! those of the file. Nothing is parsed.

use std::io::{BufWriter, Write};

use anyhow::Context;

use super::{Streams, WRITING, inputs, report, reporter};
use crate::cli::{ConsoleArgs, TextArgs};
use crate::exit::Exit;
use crate::input::{self, Decoded, Found};
use crate::text::normalise;

/// Prints what the arguments name, one text after the other. A text without a line end gets one where another follows.
pub(super) fn run(args: &TextArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let reporter = &mut reporter(console, streams.stderr, streams.terminal);
    let mut out = BufWriter::new(&mut streams.stdout);
    let mut open_line = false;
    for found in inputs {
        let input = match found {
            Found::Input(input) => input,
            Found::Failed { path, error } => {
                reporter.failed(&path, &error);
                continue;
            }
            Found::Skipped { path, reason } => {
                reporter.warn(&path, &reason);
                continue;
            }
        };
        let bytes = match input::read(&input.source, &mut streams.stdin) {
            Ok(bytes) => bytes,
            Err(error) => {
                reporter.failed(&input.source.path(), &error.into());
                continue;
            }
        };
        let Decoded { text, replaced, .. } = input::decode(&bytes, args.input.encoding);
        if replaced > 0 {
            reporter.warn(&input.source.path(), &report::replaced(replaced as u64));
        }
        let between: &[u8] = if open_line { b"\n" } else { b"" };
        out.write_all(between).and_then(|()| out.write_all(normalise::nfc(&text).as_bytes())).context(WRITING)?;
        open_line = !text.is_empty() && !text.ends_with(['\n', '\r']);
        reporter.printed();
    }
    out.flush().context(WRITING)?;
    let (printed, failed) = reporter.counts();
    if failed > 0 {
        reporter.close(&format!("{printed} printed, {failed} failed"));
    }
    Ok(Exit::of_run(printed, failed))
}
