//! The program as a whole, on files: read, checksum, decode, parse, write. Only the disk is left out of the writing.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::fs;
use std::io;

use bantin::cli::Cli;
use bantin::command::{self, Streams, Terminal};
use clap::Parser as _;
use divan::Bencher;
use support::{LAYOUTS, Layout, bytes_of, texts};
use tempfile::TempDir;

fn main() {
    support::main();
}

/// Measures a command over the files of a layout.
fn running(bencher: Bencher<'_, '_>, layout: Layout, command: &[&str]) {
    let (folder, texts) = (TempDir::new().unwrap(), texts(layout));
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{number:05}.txt")), text).unwrap();
    }
    let arguments = ["bantin"].iter().chain(command).copied().chain(["--quiet", folder.path().to_str().unwrap()]);
    let cli = Cli::try_parse_from(arguments).unwrap();
    bencher.counter(bytes_of(texts)).bench_local(|| {
        let mut streams = Streams {
            stdin: None,
            stdout: &mut io::sink(),
            stderr: &mut io::sink(),
            bar: None,
            terminal: Terminal::default(),
        };
        command::run(&cli, &mut streams).unwrap()
    });
}

#[divan::bench(args = LAYOUTS)]
fn convert(bencher: Bencher<'_, '_>, layout: Layout) {
    running(bencher, layout, &["convert", "--jobs", "1"]);
}

#[divan::bench(args = LAYOUTS)]
fn convert_with_two_jobs(bencher: Bencher<'_, '_>, layout: Layout) {
    running(bencher, layout, &["convert", "--jobs", "2"]);
}

#[divan::bench(args = LAYOUTS)]
fn check(bencher: Bencher<'_, '_>, layout: Layout) {
    running(bencher, layout, &["check", "--jobs", "1"]);
}
