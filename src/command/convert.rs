//! `bantin convert`: inputs to JSON or CSV, one file in memory at a time.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::run::{Errand, Parsed, Wishes, for_each};
use super::{Streams, WRITING, inputs, reporter};
use crate::cli::{self, ConsoleArgs, ConvertArgs, Format};
use crate::exit::Exit;
use crate::input::Input;
use crate::output::folder::{Folder, Slot};
use crate::output::{Document, Shape, Unit, json};

/// Bytes that are collected before standard output is bothered.
const BUFFER: usize = 64 * 1024;

/// Where the output goes and in which form: the arguments, with their contradictions settled.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// Standard output.
    Stream(Shape),
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
        Ok(Self::Stream(shape))
    }
}

/// Converts what the arguments name.
pub(super) fn run(args: &ConvertArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let target = Target::new(args)?;
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let reporter = &mut reporter(console, streams.stderr, streams.terminal);
    let (stdin, wishes) = (
        &mut streams.stdin,
        Wishes { line_roles: args.line_roles, encoding: args.input.encoding, ..Wishes::default() },
    );
    match target {
        Target::Stream(shape) => {
            let out = BufWriter::with_capacity(BUFFER, &mut streams.stdout);
            let mut errand = ToStream { shape, document: Document::begin(out, shape).context(WRITING)?, wishes };
            for_each(inputs, stdin, &mut errand, reporter)?;
            errand.document.finish().context(WRITING)?;
        }
        Target::Folder(root) => {
            let folder = Folder::create(&root).with_context(|| root.to_string_lossy().into_owned())?;
            for_each(inputs.avoiding(&root), stdin, &mut ToFolder { folder, wishes }, reporter)?;
        }
    }
    Ok(reporter.finish())
}

/// Writes one document. A failing input adds nothing to it.
struct ToStream<W: Write> {
    /// The document's form.
    shape: Shape,
    /// The document.
    document: Document<W>,
    /// What is asked of each parse.
    wishes: Wishes,
}

impl<W: Write> Errand for ToStream<W> {
    type Ticket = ();
    type Product = Vec<u8>;

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(self.wishes)
    }

    fn admit(&mut self, _: &Input) -> anyhow::Result<()> {
        Ok(())
    }

    fn make(&self, (): (), parsed: &Parsed<'_>) -> anyhow::Result<Vec<u8>> {
        Ok(self.shape.render(&parsed.bulletin)?)
    }

    fn accept(&mut self, rendered: Vec<u8>) -> anyhow::Result<()> {
        self.document.add(&rendered).context(WRITING)
    }
}

/// Writes a file for each input. That a file cannot be written is a failure of its input.
struct ToFolder {
    /// The folder.
    folder: Folder,
    /// What is asked of each parse.
    wishes: Wishes,
}

impl Errand for ToFolder {
    type Ticket = Slot;
    type Product = ();

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(self.wishes)
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Slot> {
        self.folder.claim(&input.name)
    }

    fn make(&self, slot: Slot, parsed: &Parsed<'_>) -> anyhow::Result<()> {
        let mut bytes = Vec::new();
        json::indented(&mut bytes, &parsed.bulletin)?;
        slot.write(&bytes)
    }

    fn accept(&mut self, (): ()) -> anyhow::Result<()> {
        Ok(())
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
        let stream = |shape| Ok(Target::Stream(shape));
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
