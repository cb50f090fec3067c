//! `bantin man`: manual pages.

use std::fs;

use anyhow::Context;
use clap::CommandFactory;
use clap_mangen::Man;

use super::{Streams, WRITING};
use crate::cli::{Cli, ManArgs};
use crate::exit::Exit;

/// Prints the page of the program, or writes all pages into the folder that the arguments name.
pub(super) fn run(args: &ManArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    if let Some(folder) = &args.out {
        let shown = || folder.to_string_lossy().into_owned();
        fs::create_dir_all(folder).with_context(shown)?;
        clap_mangen::generate_to(Cli::command(), folder).with_context(shown)?;
        return Ok(Exit::Success);
    }
    let mut page = Vec::new();
    Man::new(Cli::command()).render(&mut page)?;
    streams.stdout.write_all(&page).and_then(|()| streams.stdout.flush()).context(WRITING)?;
    Ok(Exit::Success)
}
