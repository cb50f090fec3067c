//! Ten times the text is ten times the work: counted in allocations, not in seconds, so that it holds on any machine
//! under any load.
//!
//! Loops that allocate nothing are counted in instructions by `.ci/linear.py`, over the same texts.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used)]

#[path = "support/generate/mod.rs"]
mod generate;
#[path = "support/grow/mod.rs"]
mod grow;

use std::alloc::System;
use std::fs;
use std::path::Path;

use bantin::cli::Cli;
use bantin::command::{self, Streams, Terminal};
use clap::Parser as _;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use grow::cases;

/// Counts what every thread of this test allocates; the program is run on one.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many times the work may be, where the text is ten times as long.
const BOUND: f64 = 10.5;

/// Bytes of the shorter texts: enough that what is done once for every run does not count.
const BYTES: usize = 60_000;

/// Seed of the texts.
const SEED: u64 = 0x6c69_6e65_6172;

/// Kinds that grow faster than the text still, and why.
const KNOWN_TO_GROW: [(&str, &str); 1] = [(
    "quotes-on-one-line",
    "the place of each finding is searched from the beginning of its line",
)];

/// What a run asked of the allocator.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    /// Pieces of memory, those that were made larger counted again.
    pieces: f64,
    /// Bytes of them.
    bytes: f64,
}

/// Runs a command over a folder, on one thread.
fn run(command: &str, folder: &Path) -> Work {
    let arguments = ["bantin", command, "--quiet", "--jobs", "1", folder.to_str().unwrap()];
    let cli = Cli::try_parse_from(arguments).unwrap();
    let mut streams = Streams {
        stdin: None,
        stdout: &mut std::io::sink(),
        stderr: &mut std::io::sink(),
        bar: None,
        terminal: Terminal::default(),
    };
    let region = Region::new(ALLOCATOR);
    command::run(&cli, &mut streams).unwrap();
    let stats = region.change();
    Work { pieces: (stats.allocations + stats.reallocations) as f64, bytes: stats.bytes_allocated as f64 }
}

/// Writes an input and says how many bytes it has.
fn write(files: &[Vec<u8>], folder: &Path) -> f64 {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (number, file) in files.iter().enumerate() {
        fs::write(folder.join(format!("{number:05}.txt")), file).unwrap();
    }
    files.iter().map(|file| file.len() as f64).sum()
}

#[test]
fn ten_times_the_text_is_at_most_ten_and_a_half_times_the_work() {
    let root = tempfile::tempdir().unwrap();
    let folders = ["warm", "short", "long"].map(|name| root.path().join(name));
    let [warm, short, long] = &folders;
    let mut over = Vec::new();
    println!("{:<32} {:<8} {:>7} {:>7}", "text", "command", "pieces", "bytes");
    for case in cases() {
        if let Some((_, why)) = KNOWN_TO_GROW.iter().find(|(name, _)| *name == case.name) {
            println!("{:<32} left out: {why}", case.name);
            continue;
        }
        write(&case.files(SEED + 1, BYTES / 5), warm);
        let lengths = [write(&case.files(SEED, BYTES), short), write(&case.files(SEED, BYTES * 10), long)];
        // A text can be a little longer than was asked for.
        let scale = 10.0 * lengths[0] / lengths[1];
        for command in ["convert", "check"] {
            // What is made once in a program, such as patterns, is made here.
            run(command, warm);
            let [short, long] = [short, long].map(|folder| run(command, folder));
            let (pieces, bytes) = (long.pieces / short.pieces * scale, long.bytes / short.bytes * scale);
            println!("{:<32} {command:<8} {pieces:>7.2} {bytes:>7.2}", case.name);
            if pieces > BOUND || bytes > BOUND {
                over.push(format!("{} ({command}): {pieces:.2} times the pieces, {bytes:.2} times the bytes", case.name));
            }
        }
    }
    assert!(over.is_empty(), "{} grow faster than the text:\n{}", over.len(), over.join("\n"));
}

#[test]
fn series() {
    let root = tempfile::tempdir().unwrap();
    let only = std::env::var("ONLY").unwrap_or_default();
    for case in cases().filter(|c| only.split(',').any(|o| o == c.name)) {
        for command in ["convert", "check"] {
            for k in [1, 2, 4, 8, 16, 32] {
                let n = write(&case.files(SEED, 20_000 * k), root.path());
                if k == 1 { run(command, root.path()); }
                let w = run(command, root.path());
                println!("{:<32} {command:<8} {k:>3} pieces/B {:.4} bytes/B {:.2}", case.name, w.pieces / n, w.bytes / n);
            }
        }
    }
}
