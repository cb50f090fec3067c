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
use grow::{Case, cases};

/// Counts what every thread of this test allocates; the program is run on one.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many times the work may be, where the text is ten times as long.
const BOUND: f64 = 10.5;

/// Bytes of the shorter texts: enough that what is done once for every run does not count.
const BYTES: usize = 60_000;

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

/// How many times the work of a command is, by pieces and bytes, for ten times the text.
fn ratios(case: &Case, command: &str, folders: [&Path; 2], scale: f64) -> Work {
    let _ = case;
    let [short, long] = folders.map(|folder| run(command, folder));
    Work { pieces: long.pieces / short.pieces * scale, bytes: long.bytes / short.bytes * scale }
}

#[test]
fn ten_times_the_text_is_at_most_ten_and_a_half_times_the_work() {
    let root = tempfile::tempdir().unwrap();
    let (short, long) = (root.path().join("short"), root.path().join("long"));
    for case in cases() {
        let lengths = [write(&case.files(BYTES), &short), write(&case.files(BYTES * 10), &long)];
        let scale = 10.0 * lengths[0] / lengths[1];
        for command in ["convert", "check"] {
            let begun = std::time::Instant::now();
            let r = ratios(&case, command, [&short, &long], scale);
            println!("{:<32} {command:<8} pieces {:>6.2} bytes {:>6.2}  {:?} {}", case.name, r.pieces, r.bytes, begun.elapsed(), if r.pieces>BOUND||r.bytes>BOUND{"<<<"} else {""});
        }
    }
}
