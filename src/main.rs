//! The `bantin` program: hands the real streams to [`bantin::command`] and turns the outcome into an exit status.

#![forbid(unsafe_code)]

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use bantin::cli::Cli;
use bantin::command::{self, Streams, Terminal};
use bantin::exit::Exit;
use bantin::output::paint::printable;
use clap::Parser;
use console::Term;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // To clap, help and version are errors too, with status 0; a closed pipe is no trouble here either.
            let _ = error.print();
            return if error.use_stderr() { Exit::Failure } else { Exit::Success }.into();
        }
    };
    let mut streams = Streams {
        stdin: Some(Box::new(io::stdin())),
        stdout: &mut io::stdout().lock(),
        stderr: &mut io::stderr(),
        bar: Some(Box::new(Term::buffered_stderr())),
        terminal: Terminal {
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            stderr: Term::stderr().features().is_attended(),
            stdout_colour: AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            stdout_width: Term::stdout().size_checked().map(|(_, columns)| columns.into()),
            stderr_colour: AutoStream::choice(&io::stderr()) != ColorChoice::Never,
        },
    };
    match command::run(&cli, &mut streams) {
        Ok(exit) => exit.into(),
        Err(error) if command::is_closed_pipe(&error) => Exit::Success.into(),
        Err(error) => {
            // `{:#}` walks the chain of causes.
            let _ = writeln!(io::stderr(), "error: {}", printable(&format!("{error:#}")));
            Exit::Failure.into()
        }
    }
}
