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
use std::path::{Path, PathBuf};
use std::{fs, io};

use bantin::cli::Cli;
use bantin::command::{self, Streams, Terminal};
use clap::Parser as _;
use grow::{Case, cases};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tempfile::TempDir;

/// Counts what every thread of this test allocates; the program is run on one.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many times the work may be, where the text is ten times as long.
const BOUND: f64 = 10.5;

/// Bytes of the shorter text, and of others where ten times the first is too much. What grows by doubling takes a step now
/// and then, and a table that only some lines ask for is made in longer texts alone; both show at one of the lengths, while
/// what grows faster than the text shows at all of them.
const LENGTHS: [usize; 7] = [12_000, 16_000, 20_000, 27_000, 36_000, 50_000, 70_000];

/// Seed of the texts.
const SEED: u64 = 0x6c69_6e65_6172;

/// What a run asked of the allocator.
#[derive(Debug, Clone, Copy)]
struct Work {
    /// Pieces of memory, those that were made larger counted again.
    pieces: f64,
    /// Bytes of them.
    bytes: f64,
}

impl Work {
    /// The work of a command over a folder, on one thread.
    fn of(command: &str, folder: &Folder) -> Self {
        let mut arguments = vec!["bantin", command, "--quiet", "--jobs", "1", folder.path.to_str().unwrap()];
        // Pages go to a folder, which a run may write to again.
        let pages = folder.path.with_extension("pages");
        if command == "review" {
            arguments.extend(["--out", pages.to_str().unwrap()]);
        }
        let cli = Cli::try_parse_from(arguments).unwrap();
        let mut streams = Streams {
            stdin: None,
            stdout: &mut io::sink(),
            stderr: &mut io::sink(),
            bar: None,
            terminal: Terminal::default(),
        };
        let region = Region::new(ALLOCATOR);
        command::run(&cli, &mut streams).unwrap();
        let stats = region.change();
        let pieces = (stats.allocations + stats.reallocations) as f64;
        Self { pieces, bytes: stats.bytes_allocated as f64 }
    }

    /// What comes on top of the work for nothing, for a byte of the folder.
    fn per_byte(self, nothing: Self, folder: &Folder) -> Self {
        let Self { pieces, bytes } = self;
        Self { pieces: (pieces - nothing.pieces) / folder.bytes, bytes: (bytes - nothing.bytes) / folder.bytes }
    }
}

/// A folder with the files of an input.
struct Folder {
    path: PathBuf,
    /// How many bytes they have: a text can be a little longer than was asked for.
    bytes: f64,
}

impl Folder {
    fn new(root: &Path, name: &str, files: &[Vec<u8>]) -> Self {
        let path = root.join(name);
        fs::create_dir(&path).unwrap();
        for (number, file) in files.iter().enumerate() {
            fs::write(path.join(format!("{number:05}.txt")), file).unwrap();
        }
        Self { path, bytes: files.iter().map(|file| file.len() as f64).sum() }
    }
}

/// How many times the work of a command is for ten times so many bytes.
fn times(case: &Case, command: &str, bytes: usize) -> Work {
    let root = TempDir::new().unwrap();
    let folder = |name: &str, seed, bytes| Folder::new(root.path(), name, &case.files(seed, bytes));
    let nothing = Folder::new(root.path(), "nothing", &[b"-".to_vec()]);
    let (short, long) = (folder("short", SEED, bytes), folder("long", SEED, bytes * 10));
    // What is made once in a program, such as patterns, is made here.
    Work::of(command, &folder("other", SEED + 1, bytes));
    let nothing = Work::of(command, &nothing);
    let [short, long] = [&short, &long].map(|folder| Work::of(command, folder).per_byte(nothing, folder));
    // Some texts need no memory that grows with them.
    let times = |long: f64, short: f64| if long < 0.001 { 0.0 } else { 10.0 * long / short };
    Work { pieces: times(long.pieces, short.pieces), bytes: times(long.bytes, short.bytes) }
}

/// That the count finds what it is there to find: a loop inside a loop.
fn check_the_count() {
    let work = |length: usize| {
        let region = Region::new(ALLOCATOR);
        for outer in 0..length {
            let kept: Vec<String> = (0..outer).map(|inner| inner.to_string()).collect();
            assert_eq!(kept.len(), outer);
        }
        region.change().allocations as f64
    };
    assert!(work(200) / work(20) > BOUND * 5.0);
}

// One test alone: the allocator counts for all threads.
#[test]
fn ten_times_the_text_is_at_most_ten_and_a_half_times_the_work() {
    check_the_count();
    let mut over = Vec::new();
    println!("{:<32} {:<8} {:>7} {:>7}", "text", "command", "pieces", "bytes");
    for case in cases() {
        let (name, command) = (case.name, case.command());
        let is_over = |work: &Work| work.pieces > BOUND || work.bytes > BOUND;
        let mut work = Work { pieces: f64::INFINITY, bytes: f64::INFINITY };
        for length in LENGTHS {
            let other = times(&case, command, length);
            work = Work { pieces: work.pieces.min(other.pieces), bytes: work.bytes.min(other.bytes) };
            if !is_over(&work) {
                break;
            }
        }
        let Work { pieces, bytes } = work;
        println!("{name:<32} {command:<8} {pieces:>7.2} {bytes:>7.2}");
        if is_over(&work) {
            over.push(format!("{name} ({command}): {pieces:.2} times the pieces, {bytes:.2} times the bytes"));
        }
    }
    assert!(over.is_empty(), "{} grow faster than the text:\n{}", over.len(), over.join("\n"));
}
