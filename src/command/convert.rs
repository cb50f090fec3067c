//! `bantin convert`: inputs to JSON or CSV.

use std::io::BufWriter;
use std::path::PathBuf;

use anyhow::{anyhow, bail};

use super::record::Recorder;
use super::run::{Wishes, for_each};
use super::to_folder::ToFolder;
use super::to_stream::ToStream;
use super::{Streams, inputs, jobs, progress, reporter};
use crate::cli::{self, ConsoleArgs, ConvertArgs, Format};
use crate::exit::Exit;
use crate::output::flat::Columns;
use crate::output::folder::Folder;
use crate::output::{Shape, Unit};

/// Bytes that are collected before standard output is bothered.
const BUFFER: usize = 256 * 1024;

/// Where the output goes and in which form: the arguments, with their contradictions settled.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// Standard output, rows with these columns.
    Stream(Shape, Columns),
    /// A file for each input below this folder.
    Folder(PathBuf),
}

impl Target {
    /// The target that the arguments mean.
    fn new(args: &ConvertArgs) -> anyhow::Result<Self> {
        if let Some(folder) = &args.out {
            return Ok(Self::Folder(folder.clone()));
        }
        let unit = args.per.map(|unit| match unit {
            cli::Unit::Bulletin => Unit::Bulletin,
            cli::Unit::Article => Unit::Article,
        });
        let shape = match args.format.unwrap_or(Format::Jsonl) {
            Format::Jsonl => Shape::Lines(unit.unwrap_or(Unit::Bulletin)),
            Format::Json => Shape::Array(unit.unwrap_or(Unit::Bulletin)),
            Format::Csv if unit == Some(Unit::Bulletin) => bail!("--format csv has no form for --per bulletin"),
            Format::Csv => Shape::Csv,
        };
        if args.line_roles && !matches!(shape, Shape::Lines(Unit::Bulletin) | Shape::Array(Unit::Bulletin)) {
            bail!("--line-roles has no place in rows of articles");
        }
        if !args.fields.is_empty() && matches!(shape, Shape::Lines(Unit::Bulletin) | Shape::Array(Unit::Bulletin)) {
            bail!("--fields chooses columns of rows: add --per article or --format csv");
        }
        let columns = match args.fields.as_slice() {
            [] => Columns::ALL,
            names => Columns::named(names).map_err(|name| anyhow!("--fields names `{name}` twice"))?,
        };
        Ok(Self::Stream(shape, columns))
    }
}

/// Converts what the arguments name.
pub(super) fn run(args: &ConvertArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let target = Target::new(args)?;
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let wishes = Wishes { line_roles: args.line_roles, encoding: args.input.encoding, ..Wishes::default() };
    let stdin = &mut streams.stdin;
    match target {
        Target::Stream(shape, columns) => {
            let recorder = Recorder::new(args)?;
            let out = BufWriter::with_capacity(BUFFER, &mut streams.stdout);
            let mut errand = ToStream::begin(out, shape, columns, wishes, recorder)?;
            let progress = progress(&mut streams.bar, streams.terminal, console, &args.batch, &args.input, None);
            let reporter = reporter(console, streams.stderr, streams.terminal);
            let mut reporter = reporter.naming(args.worst).showing(progress);
            for_each(inputs, stdin, &mut errand, &mut reporter, jobs(&args.batch))?;
            errand.finish()?;
            Ok(reporter.finish_with_summary(0))
        }
        Target::Folder(root) => {
            let folder = Folder::create(&root)?;
            let mut errand = ToFolder::new(folder, wishes, Recorder::new(args)?);
            let progress = progress(&mut streams.bar, streams.terminal, console, &args.batch, &args.input, Some(&root));
            let reporter = reporter(console, streams.stderr, streams.terminal);
            let mut reporter = reporter.naming(args.worst).showing(progress);
            for_each(inputs.avoiding(&root), stdin, &mut errand, &mut reporter, jobs(&args.batch))?;
            Ok(reporter.finish_with_summary(errand.finish()?))
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};

    /// The target of a command line, or the error that it gives.
    fn target(line: &str) -> Result<Target, String> {
        let cli = Cli::try_parse_from(line.split(' ')).map_err(|error| error.kind().to_string())?;
        let Command::Convert(args) = cli.command else { panic!("{line} is no conversion") };
        Target::new(&args).map_err(|error| error.to_string())
    }

    #[test]
    fn arguments_settle_the_form() {
        let stream = |shape| Ok(Target::Stream(shape, Columns::ALL));
        let wrong = |message: &str| Err(message.to_owned());
        let csv_of_bulletins = "--format csv has no form for --per bulletin";
        let roles_in_rows = "--line-roles has no place in rows of articles";
        let conflict = "an argument cannot be used with one or more of the other specified arguments";
        let cases = [
            ("bantin convert a", stream(Shape::Lines(Unit::Bulletin))),
            ("bantin convert a --per article", stream(Shape::Lines(Unit::Article))),
            ("bantin convert a --format json", stream(Shape::Array(Unit::Bulletin))),
            ("bantin convert a --format json --per article", stream(Shape::Array(Unit::Article))),
            ("bantin convert a --format csv", stream(Shape::Csv)),
            ("bantin convert a --format csv --per article", stream(Shape::Csv)),
            ("bantin convert a --format csv --per bulletin", wrong(csv_of_bulletins)),
            ("bantin convert a --line-roles", stream(Shape::Lines(Unit::Bulletin))),
            ("bantin convert a --line-roles --per article", wrong(roles_in_rows)),
            (
                "bantin convert a --format csv --fields title,id",
                Ok(Target::Stream(Shape::Csv, Columns::named(&["title".to_owned(), "id".to_owned()]).unwrap())),
            ),
            ("bantin convert a --fields id --per article --fields id", wrong("--fields names `id` twice")),
            (
                "bantin convert a --fields id",
                wrong("--fields chooses columns of rows: add --per article or --format csv"),
            ),
            ("bantin convert a --out b --fields id", wrong(conflict)),
            ("bantin convert a --line-roles --format csv", wrong(roles_in_rows)),
            ("bantin convert a --out b --line-roles", Ok(Target::Folder("b".into()))),
            ("bantin convert a --out b --format json", wrong(conflict)),
            ("bantin convert a --out b --per article", wrong(conflict)),
        ];
        for (line, expected) in cases {
            assert_eq!(target(line), expected, "{line}");
        }
    }
}
