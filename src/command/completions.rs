//! `bantin completions`: scripts for shells.

use anyhow::Context;
use clap::CommandFactory;

use super::{Streams, WRITING};
use crate::cli::{Cli, CompletionsArgs};
use crate::exit::Exit;

/// Prints the script for the shell that the arguments name.
pub(super) fn run(args: &CompletionsArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), env!("CARGO_PKG_NAME"), &mut script);
    streams.stdout.write_all(&script).and_then(|()| streams.stdout.flush()).context(WRITING)?;
    Ok(Exit::Success)
}
