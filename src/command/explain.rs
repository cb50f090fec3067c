//! `bantin explain`: what a rule of `check` means, and which rules there are.

use anyhow::Context;

use super::{Streams, WRITING, palette};
use crate::cli::{ConsoleArgs, ExplainArgs};
use crate::exit::Exit;
use crate::output::rules;

/// Explains the rule that the arguments name, or lists all of them.
pub(super) fn run(args: &ExplainArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let palette = palette(console.color, streams.terminal.stdout_colour);
    let mut text = Vec::new();
    match args.code {
        Some(code) => rules::explain(&mut text, code, &palette)?,
        None => rules::list(&mut text, &palette)?,
    }
    streams.stdout.write_all(&text).and_then(|()| streams.stdout.flush()).context(WRITING)?;
    Ok(Exit::Success)
}
