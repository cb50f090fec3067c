//! How far a run has come, shown at a terminal while it goes on.
//!
//! How much there is in all is counted by a thread of its own, ahead of the run: until it has seen everything, and for
//! good where standard input is among the inputs, no time left is shown. Whoever writes to the same terminal does it
//! within [`Progress::pause`].

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};

use crate::cli::InputArgs;
use crate::facts::many;
use crate::input::{Found, Inputs, Source};

/// How often a file may change what is shown.
const PAUSE: Duration = Duration::from_millis(100);

/// What is shown while the total is not known.
const OPEN: &str = "{spinner} {binary_bytes_per_sec}, {wide_msg}";
/// What is shown when it is. The message is cut where a terminal is too narrow: the bar never takes a second line.
const MEASURED: &str = "{bar:8} {percent:>3} %, {eta} left, {binary_bytes_per_sec}, {wide_msg}";

/// A bar on the terminal.
pub(super) struct Progress {
    /// The bar. Its unit is the byte.
    bar: ProgressBar,
    /// What there is in all.
    total: Arc<Total>,
    /// Whether the bar knows the total.
    measured: bool,
    /// Inputs so far, also those that failed.
    files: u64,
    /// Bytes so far.
    bytes: u64,
    /// When the bar was last changed.
    shown: Instant,
}

/// What there is in all.
#[derive(Debug, Default)]
struct Total {
    /// Files.
    files: AtomicU64,
    /// Bytes.
    bytes: AtomicU64,
    /// Whether everything has been counted.
    known: AtomicBool,
    /// Whether nobody wants to know any more.
    stop: AtomicBool,
}

impl Progress {
    /// Shows a bar on `terminal` and begins to count what `args` name, without what lies in the folder `avoid`.
    pub(super) fn new(terminal: Box<dyn TermLike>, args: &InputArgs, avoid: Option<&Path>) -> Self {
        let total = Arc::new(Total::default());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::term_like_with_hz(terminal, 10));
        if let Ok(style) = ProgressStyle::with_template(OPEN) {
            bar.set_style(style);
        }
        let counter = (Arc::clone(&total), args.clone(), avoid.map(Path::to_path_buf));
        // Without the count there is no time left to show, which is no reason to give up.
        let _ = thread::Builder::new().spawn(move || counter.0.count(&counter.1, counter.2));
        let mut progress = Self { bar, total, measured: false, files: 0, bytes: 0, shown: Instant::now() };
        // However short the run, a person who asked for the bar sees it.
        progress.show(0);
        progress
    }

    /// One more input of so many bytes is done, and there are `findings` in all.
    pub(super) fn advance(&mut self, bytes: u64, findings: u64) {
        self.files += 1;
        self.bytes += bytes;
        if self.shown.elapsed() >= PAUSE {
            self.show(findings);
        }
    }

    /// Shows where the run has come to.
    fn show(&mut self, findings: u64) {
        self.shown = Instant::now();
        let known = self.total.known.load(Ordering::Acquire);
        if known && !self.measured {
            self.measured = true;
            self.bar.set_length(self.total.bytes.load(Ordering::Relaxed));
            if let Ok(style) = ProgressStyle::with_template(MEASURED) {
                self.bar.set_style(style);
            }
        }
        let all = self.total.files.load(Ordering::Relaxed);
        let of_all = if known { format!(" of {}", HumanCount(all)) } else { String::new() };
        let (files, findings) = (HumanCount(self.files), many(findings, "finding"));
        let message = format!("{files}{of_all} files, {}, {findings}", HumanBytes(self.bytes));
        self.bar.set_message(message);
        self.bar.set_position(self.bytes);
    }

    /// Takes the bar away while `write` writes to its terminal.
    pub(super) fn pause<R>(&self, write: impl FnOnce() -> R) -> R {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.total.stop.store(true, Ordering::Relaxed);
        self.bar.finish_and_clear();
    }
}

impl Total {
    /// Counts what `args` name. What cannot be told beforehand (standard input, a list on it) leaves the total unknown;
    /// what cannot be read is told by the run itself.
    fn count(&self, args: &InputArgs, avoid: Option<PathBuf>) {
        if args.paths.iter().chain(&args.files_from).any(|path| path == Path::new("-")) {
            return;
        }
        let Ok(inputs) = Inputs::new(args, &mut None) else { return };
        let inputs = match avoid {
            Some(avoid) => inputs.avoiding(&avoid),
            None => inputs,
        };
        for found in inputs {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            match found {
                Found::Input(input) => {
                    let Source::File(path) = input.source else { return };
                    self.files.fetch_add(1, Ordering::Relaxed);
                    self.bytes.fetch_add(path.metadata().map_or(0, |metadata| metadata.len()), Ordering::Relaxed);
                }
                Found::Failed { .. } => {
                    self.files.fetch_add(1, Ordering::Relaxed);
                }
                Found::Skipped { .. } => {}
            }
        }
        self.known.store(true, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_total_is_that_of_the_run() {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in [("a.txt", "four"), ("b.csv", "no"), ("sub/c.md", "seven b"), ("out/d.txt", "no")] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let count = |paths: Vec<PathBuf>| {
            let total = Total::default();
            total.count(&InputArgs { paths, ..InputArgs::default() }, Some(dir.path().join("out")));
            (total.files.into_inner(), total.bytes.into_inner(), total.known.into_inner())
        };
        assert_eq!(count(vec![dir.path().to_path_buf()]), (2, 11, true));
        assert_eq!(count(vec![dir.path().join("a.txt"), dir.path().join("gone")]), (2, 4, true));
        assert!(!count(vec![dir.path().to_path_buf(), "-".into()]).2);
    }
}
