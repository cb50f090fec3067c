//! `bantin schema`: what the output looks like, for programs that read it.

use anyhow::Context;

use super::{Streams, WRITING};
use crate::cli::{SchemaArgs, SchemaName};
use crate::exit::Exit;
use crate::output::schema;

/// Prints the schema that the arguments name.
pub(super) fn run(args: &SchemaArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let schema = match args.name {
        SchemaName::Bulletin => schema::bulletin(),
        SchemaName::ArticleRow => schema::article_row(),
        SchemaName::Diagnostic => schema::diagnostic(),
        SchemaName::Manifest => schema::manifest(),
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    streams.stdout.write_all(text.as_bytes()).and_then(|()| streams.stdout.flush()).context(WRITING)?;
    Ok(Exit::Success)
}
