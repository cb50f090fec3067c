//! `bantin outline`: inputs as trees for people.

use std::io::Write;

use anyhow::Context;

use super::run::{Errand, Raw, Wishes, for_each};
use super::{Streams, WRITING, inputs, jobs, palette, progress, reporter};
use crate::cli::{ConsoleArgs, OutlineArgs};
use crate::exit::Exit;
use crate::facts::Facts;
use crate::input::Input;
use crate::model::Encoding;
use crate::output::outline::{Drawing, outline};

/// Shows what the arguments name.
pub(super) fn run(args: &OutlineArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let palette = palette(console.color, streams.terminal.stdout_colour);
    let drawing = Drawing { palette, width: streams.terminal.stdout_width };
    let progress = progress(&mut streams.bar, streams.terminal, console, &args.batch, &args.input, None);
    let reporter = &mut reporter(console, streams.stderr, streams.terminal).showing(progress);
    let mut errand = ToTerminal { out: &mut streams.stdout, drawing, encoding: args.input.encoding, first: true };
    for_each(inputs, &mut streams.stdin, &mut errand, reporter, jobs(&args.batch))?;
    Ok(reporter.finish())
}

/// Writes one tree after the other.
struct ToTerminal<W: Write> {
    /// Where they go.
    out: W,
    /// How they are drawn.
    drawing: Drawing,
    /// The encoding that was asked for.
    encoding: Option<Encoding>,
    /// Whether none has been written yet.
    first: bool,
}

impl<W: Write> Errand for ToTerminal<W> {
    type Ticket = Drawing;
    type Product = Vec<u8>;

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(Wishes { encoding: self.encoding, ..Wishes::default() })
    }

    fn admit(&mut self, _: &Input) -> anyhow::Result<Drawing> {
        Ok(self.drawing)
    }

    fn make(drawing: Drawing, raw: &Raw<'_>) -> anyhow::Result<(Vec<u8>, Facts)> {
        let parsed = raw.parse();
        let mut tree = Vec::new();
        outline(&mut tree, &parsed.bulletin, &drawing)?;
        Ok((tree, parsed.facts))
    }

    fn weight(tree: &Vec<u8>) -> usize {
        tree.capacity()
    }

    fn accept(&mut self, tree: Vec<u8>) -> anyhow::Result<()> {
        let between: &[u8] = if self.first { b"" } else { b"\n" };
        self.first = false;
        // Shown at once: a person may be waiting for it.
        self.out.write_all(&[between, &tree].concat()).and_then(|()| self.out.flush()).context(WRITING)
    }
}
