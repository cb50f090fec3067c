//! The commands: a driver each, which turns arguments into stages and runs one after the other.
//!
//! Drivers decide what is an error of the whole run and what is one of a single input, and they alone know arguments,
//! inputs and writers together. They do not read text, do not parse, and reach the outside through [`Streams`] and
//! the file system only.

mod check;
mod completions;
mod convert;
mod explain;
mod man;
mod outline;
mod pool;
mod progress;
mod record;
mod report;
mod review;
mod run;
mod schema;
mod settings;
mod summary;
mod text;
mod to_folder;
mod to_stream;
mod verify;

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;

use anyhow::bail;
use indicatif::TermLike;

use crate::cli::{BatchArgs, Cli, Color, Command, ConsoleArgs, InputArgs, ShowProgress};
use crate::exit::Exit;
use crate::input::Inputs;
use crate::input::read::Stdin;
use crate::output::paint::Palette;
use progress::Progress;
use report::Reporter;

/// What failed when standard output takes no more bytes.
const WRITING: &str = "cannot write to standard output";

/// The streams that a command works with.
pub struct Streams<'a> {
    /// Standard input, until it is taken.
    pub stdin: Stdin<'a>,
    /// For data.
    pub stdout: &'a mut dyn Write,
    /// For people.
    pub stderr: &'a mut dyn Write,
    /// Standard error as a place for a progress bar, until it is taken.
    pub bar: Option<Box<dyn TermLike>>,
    /// What is known of them.
    pub terminal: Terminal,
}

/// What the environment says of the streams.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Whether a person would have to type standard input.
    pub stdin: bool,
    /// Whether standard output is shown to a person at once.
    pub stdout: bool,
    /// Whether standard error is shown to a person at once.
    pub stderr: bool,
    /// Whether standard output takes colours unless told otherwise.
    pub stdout_colour: bool,
    /// Columns of the terminal that standard output is; None where it is none.
    pub stdout_width: Option<usize>,
    /// Whether standard error takes colours unless told otherwise.
    pub stderr_colour: bool,
}

/// Runs the command that `cli` names.
///
/// # Errors
/// What ends the whole run: wrong use, or an output that takes no more bytes. An input that fails is reported to
/// `stderr` instead, and the returned [`Exit`] remembers it.
pub fn run(cli: &Cli, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    match &cli.command {
        Command::Convert(args) => convert::run(args, &cli.console, streams),
        Command::Outline(args) => outline::run(args, &cli.console, streams),
        Command::Review(args) => review::run(args, &cli.console, streams),
        Command::Check(args) => check::run(args, &cli.console, streams),
        Command::Text(args) => text::run(args, &cli.console, streams),
        Command::Verify(args) => verify::run(args, &cli.console, streams),
        Command::Explain(args) => explain::run(args, &cli.console, streams),
        Command::Schema(args) => schema::run(args, streams),
        Command::Completions(args) => completions::run(args, streams),
        Command::Man(args) => man::run(args, streams),
    }
}

/// Whether the reader of the output went away, as `head` does.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// The palette for a stream that takes colours of itself or does not.
const fn palette(color: Color, stream_takes_colours: bool) -> Palette {
    Palette::new(match color {
        Color::Auto => stream_takes_colours,
        Color::Always => true,
        Color::Never => false,
    })
}

/// The reporter of a run.
fn reporter<'a>(console: &ConsoleArgs, stderr: &'a mut dyn Write, terminal: Terminal) -> Reporter<'a> {
    Reporter::new(stderr, palette(console.color, terminal.stderr_colour), console.quiet)
}

/// The number of threads that work.
fn jobs(args: &BatchArgs) -> NonZeroUsize {
    match args.jobs {
        Some(jobs) => NonZeroUsize::new(jobs.into()).unwrap_or(NonZeroUsize::MIN),
        None => thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
    }
}

/// The bar of a run, if one is to be shown. `folder` is where the output goes, unless it goes to standard output.
fn progress(
    bar: &mut Option<Box<dyn TermLike>>,
    terminal: Terminal,
    console: &ConsoleArgs,
    batch: &BatchArgs,
    input: &InputArgs,
    folder: Option<&Path>,
) -> Option<Progress> {
    let shown = match batch.progress {
        ShowProgress::Auto => terminal.stderr && !console.quiet && (folder.is_some() || !terminal.stdout),
        ShowProgress::Always => true,
        ShowProgress::Never => false,
    };
    let terminal = bar.take().filter(|_| shown)?;
    let paths =
        if input.paths.is_empty() && input.files_from.is_none() { vec!["-".into()] } else { input.paths.clone() };
    Some(Progress::new(terminal, &InputArgs { paths, ..input.clone() }, folder))
}

/// The inputs of a run. Where none is named, standard input is one, unless a person would have to type it.
fn inputs<'a>(args: &InputArgs, stdin: &mut Stdin<'a>, terminal: Terminal) -> anyhow::Result<Inputs<'a>> {
    if !args.paths.is_empty() || args.files_from.is_some() {
        return Inputs::new(args, stdin);
    }
    if terminal.stdin {
        bail!("no PATH given, and standard input is a terminal (give `-` to type the text)");
    }
    Inputs::new(&InputArgs { paths: vec!["-".into()], ..args.clone() }, stdin)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    /// Runs a command line with `text` as standard input, typed by a person or not.
    fn run_with(line: &[&str], text: &str, typed: bool) -> (anyhow::Result<Exit>, String) {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let mut streams = Streams {
            stdin: Some(Box::new(text.as_bytes())),
            stdout: &mut stdout,
            stderr: &mut stderr,
            bar: None,
            terminal: Terminal { stdin: typed, ..Terminal::default() },
        };
        let exit = run(&Cli::try_parse_from(line).unwrap(), &mut streams);
        drop(streams);
        (exit, String::from_utf8(stdout).unwrap())
    }

    #[test]
    fn standard_input_is_the_default_unless_it_is_a_terminal() {
        let (exit, stdout) = run_with(&["bantin", "convert"], "Một dòng.\n", false);
        assert_eq!(exit.unwrap(), Exit::Success);
        assert!(stdout.contains(r#""path":"-","bytes":13"#), "{stdout}");

        let (exit, stdout) = run_with(&["bantin", "convert"], "Một dòng.\n", true);
        assert!(exit.unwrap_err().to_string().starts_with("no PATH given"));
        assert_eq!(stdout, "");

        let (exit, stdout) = run_with(&["bantin", "convert", "-"], "Một dòng.\n", true);
        assert_eq!(exit.unwrap(), Exit::Success);
        assert!(stdout.contains(r#""path":"-","bytes":13"#), "{stdout}");
    }

    #[test]
    fn colours_follow_the_stream_unless_told_otherwise() {
        let cases = [
            (Color::Auto, false, false),
            (Color::Auto, true, true),
            (Color::Always, false, true),
            (Color::Never, true, false),
        ];
        for (color, stream, expected) in cases {
            assert_eq!(palette(color, stream), Palette::new(expected), "{color:?} {stream}");
        }
    }
}
