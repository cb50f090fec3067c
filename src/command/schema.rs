//! `bantin schema`: what the output looks like, for programs that read it.

use super::Streams;
use crate::cli::{SchemaArgs, SchemaName};
use crate::exit::Exit;
use crate::output::{json, schema};

/// Prints the schema that the arguments name.
pub(super) fn run(args: &SchemaArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let schema = match args.name {
        SchemaName::Bulletin => schema::bulletin(),
        SchemaName::ArticleRow => schema::article_row(),
    };
    json::indented(&mut streams.stdout, &schema)?;
    streams.stdout.flush()?;
    Ok(Exit::Success)
}
