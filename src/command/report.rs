//! What a run says to the person who started it, and what it remembers for the exit status.
//!
//! Messages are best effort: that standard error cannot be written to is no reason to stop converting.

use std::io::Write;

use anstyle::Style;
use anyhow::anyhow;

use super::progress::Progress;
use super::summary::Summary;
use crate::exit::Exit;
use crate::facts::Facts;
use crate::input::Source;
use crate::output::paint::{Palette, printable};

/// What is said of an input of which so many byte sequences could not be read.
pub(super) fn replaced(sequences: u64) -> String {
    let word = if sequences == 1 { "byte sequence" } else { "byte sequences" };
    format!(
        "{sequences} ill-formed {word} replaced by U+FFFD; name the encoding of the file with --encoding if it was not found"
    )
}

/// What keeps an input of which something must be told by its path; None where its path can be told.
pub(super) fn unnameable(source: &Source, consequence: &str) -> Option<anyhow::Error> {
    match source {
        Source::File(path) if path.to_str().is_none() => {
            let bytes = path.as_os_str().as_encoded_bytes().escape_ascii();
            Some(anyhow!("the path is no Unicode (`{bytes}`), so {consequence}: rename it"))
        }
        Source::File(_) | Source::Stdin => None,
    }
}

/// Writes messages and counts inputs.
pub(super) struct Reporter<'a> {
    /// Where messages go.
    stderr: &'a mut dyn Write,
    /// Their styles.
    palette: Palette,
    /// Whether only failures are reported.
    quiet: bool,
    /// Inputs that came through.
    through: u64,
    /// Inputs that did not.
    failed: u64,
    /// What the inputs come to.
    summary: Summary,
    /// The bar at the terminal, if one is shown.
    progress: Option<Progress>,
}

impl<'a> Reporter<'a> {
    /// A reporter that has counted nothing yet.
    pub(super) fn new(stderr: &'a mut dyn Write, palette: Palette, quiet: bool) -> Self {
        Self { stderr, palette, quiet, through: 0, failed: 0, summary: Summary::default(), progress: None }
    }

    /// The same reporter, which names so many files to look at first in its summary.
    pub(super) fn naming(self, worst: usize) -> Self {
        Self { summary: Summary::new(worst), ..self }
    }

    /// The same reporter, with a bar or without.
    pub(super) fn showing(self, progress: Option<Progress>) -> Self {
        Self { progress, ..self }
    }

    /// Counts an input that came through.
    pub(super) fn came_through(&mut self, source: &Source, facts: &Facts) {
        self.through += 1;
        self.summary.add(source, facts);
        if let Some(progress) = &mut self.progress {
            progress.advance(facts.bytes, self.summary.findings());
        }
    }

    /// Counts an input that came through as text, unparsed.
    pub(super) const fn printed(&mut self) {
        self.through += 1;
    }

    /// How many inputs came through, and how many failed.
    pub(super) const fn counts(&self) -> (u64, u64) {
        (self.through, self.failed)
    }

    /// Counts and reports an input that failed, with every cause.
    pub(super) fn failed(&mut self, path: &str, error: &anyhow::Error) {
        self.failed += 1;
        if let Some(progress) = &mut self.progress {
            progress.advance(0, self.summary.findings());
        }
        self.say(self.palette.error, "error", path, &format!("{error:#}"));
    }

    /// Reports what did not keep an input from coming through.
    pub(super) fn warn(&mut self, path: &str, message: &str) {
        if !self.quiet {
            self.say(self.palette.warning, "warning", path, message);
        }
    }

    /// Ends a conversion: a closing line where inputs failed, and the status.
    pub(super) fn finish(&mut self) -> Exit {
        let (converted, failed) = self.counts();
        if failed > 0 {
            self.close(&format!("{converted} converted, {failed} failed"));
        }
        Exit::of_run(converted, failed)
    }

    /// Ends a conversion with a summary; `unchanged` inputs had been converted by an earlier run. A single input that came
    /// through has none: its output says it all.
    pub(super) fn finish_with_summary(&mut self, unchanged: u64) -> Exit {
        let (converted, failed) = self.counts();
        if converted + failed > 1 || failed > 0 {
            let failures = if failed > 0 { format!(", {failed} failed") } else { String::new() };
            let earlier = if unchanged > 0 { format!(" ({unchanged} by an earlier run)") } else { String::new() };
            self.close(&format!("{converted} converted{earlier}{failures}"));
        }
        if converted + failed > 1 {
            let lines = std::mem::take(&mut self.summary).lines(&self.palette);
            lines.iter().for_each(|line| self.close(line));
        }
        Exit::of_run(converted, failed)
    }

    /// Writes a closing line. A bar that was shown has no more to show.
    pub(super) fn close(&mut self, line: &str) {
        self.progress = None;
        if !self.quiet {
            let _ = writeln!(self.stderr, "{line}");
        }
    }

    /// Writes a message on a line of its own.
    fn say(&mut self, style: Style, kind: &str, path: &str, message: &str) {
        let place = self.palette.path;
        let (path, message) = (printable(path), printable(message));
        let stderr = &mut self.stderr;
        let mut write = || {
            let _ = writeln!(stderr, "{style}{kind}{style:#}: {place}{path}{place:#}: {message}");
        };
        match &self.progress {
            Some(progress) => progress.pause(write),
            None => write(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a run says that converts one input, warns of another and fails at a third, and how it ends.
    fn said(quiet: bool) -> (String, Exit) {
        let mut stderr = Vec::new();
        let mut reporter = Reporter::new(&mut stderr, Palette::new(false), quiet);
        let facts = Facts::of(&crate::parse("", &crate::Options::default()));
        reporter.came_through(&Source::Stdin, &facts);
        reporter.warn("b\n.txt", "odd");
        reporter.failed("c.txt", &anyhow!("gone").context("cannot read"));
        let exit = reporter.finish();
        (String::from_utf8(stderr).unwrap(), exit)
    }

    #[test]
    fn one_line_for_each_message() {
        let (text, exit) = said(false);
        assert_eq!(text, "warning: b\\n.txt: odd\nerror: c.txt: cannot read: gone\n1 converted, 1 failed\n");
        assert_eq!(exit, Exit::Partial);
    }

    #[test]
    fn quiet_leaves_the_failures() {
        let (text, exit) = said(true);
        assert_eq!(text, "error: c.txt: cannot read: gone\n");
        assert_eq!(exit, Exit::Partial);
    }
}
