//! `bantin verify`: whether inputs and outputs are still what a manifest says.
//!
//! The manifest is data: the paths in it are read and never written.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, anyhow, bail};

use super::{Streams, reporter};
use crate::cli::{ConsoleArgs, VerifyArgs};
use crate::exit::Exit;
use crate::facts::many;
use crate::options::Fixity;
use crate::output::manifest::{Entry, Status, journal};

/// Verifies the manifest that the arguments name.
pub(super) fn run(args: &VerifyArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let name = args.manifest.to_string_lossy();
    let mut lines = BufReader::new(open(&args.manifest).with_context(|| name.clone().into_owned())?);
    let base = args.base.as_deref().unwrap_or_else(|| Path::new(""));
    let reporter = &mut reporter(console, streams.stderr, streams.terminal);
    let mut count = Count::default();
    let (mut line, mut number) = (Vec::new(), 0);
    while lines.read_until(b'\n', &mut line).with_context(|| name.clone().into_owned())? > 0 {
        number += 1;
        let place = format!("{name}:{number}");
        match read(&line) {
            Err(error) => {
                count.malformed += 1;
                reporter.failed(&place, &error);
            }
            Ok(entry) => match verify(&entry, base) {
                Err(error) => {
                    count.wrong += 1;
                    reporter.failed(&place, &error);
                }
                Ok(0) => reporter.warn(&place, "nothing to verify: standard input to standard output"),
                Ok(files) => {
                    count.entries += 1;
                    count.files += files;
                }
            },
        }
        line.clear();
    }
    reporter.close(&count.summary());
    Ok(Exit::of_verification(count.entries, count.wrong, count.malformed))
}

/// What was verified.
#[derive(Debug, Default)]
struct Count {
    /// Entries that are as they were.
    entries: u64,
    /// The files of these entries.
    files: u64,
    /// Entries that are not.
    wrong: u64,
    /// Lines that are no entries.
    malformed: u64,
}

impl Count {
    /// The count in words.
    fn summary(&self) -> String {
        let verified = match self.entries {
            0 => "nothing was verified".to_owned(),
            entries => format!("{} verified ({})", many(entries, "input"), many(self.files, "file")),
        };
        let wrong = (self.wrong > 0).then(|| format!("{} not as recorded", self.wrong));
        let malformed = (self.malformed > 0).then(|| format!("{} unreadable", many(self.malformed, "line")));
        [Some(verified), wrong, malformed].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Opens the manifest.
fn open(path: &Path) -> anyhow::Result<File> {
    match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && journal(path).exists() => {
            bail!("the run that writes it has not come to its end; go on with --resume")
        }
        file => Ok(file?),
    }
}

/// Reads a line of the manifest.
fn read(line: &[u8]) -> anyhow::Result<Entry> {
    let Some(line) = line.strip_suffix(b"\n") else { bail!("the line is cut: it has no line end") };
    Entry::read(line).context("this line is no entry of a manifest")
}

/// Verifies an entry and gives the number of its files.
fn verify(entry: &Entry, base: &Path) -> anyhow::Result<u64> {
    if entry.status == Status::Failed {
        let reason = entry.error.as_deref().unwrap_or("unknown");
        bail!("{} had not been converted ({reason}); convert it again", entry.path);
    }
    let mut files = 0;
    if entry.path != "-" {
        let (Some(bytes), Some(sha256)) = (entry.bytes, &entry.sha256) else {
            bail!("the entry does not say what {} held", entry.path);
        };
        let fixity = measure(&base.join(&entry.path)).with_context(|| format!("input {}", entry.path))?;
        if (fixity.bytes, &fixity.sha256) != (bytes, sha256) {
            bail!("input {} has changed: it had {bytes} bytes with the SHA-256 {sha256}", entry.path);
        }
        files += 1;
    }
    if let Some(output) = &entry.output {
        let Some(sha256) = &entry.output_sha256 else { bail!("the entry does not say what {output} held") };
        let fixity = measure(&base.join(output)).with_context(|| format!("output {output}"))?;
        if fixity.sha256 != *sha256 {
            bail!("output {output} has changed: it had the SHA-256 {sha256}");
        }
        files += 1;
    }
    Ok(files)
}

/// Size and checksum of a file.
fn measure(path: &Path) -> anyhow::Result<Fixity> {
    let metadata = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => bail!("missing"),
        metadata => metadata?,
    };
    // Opening a pipe that nobody writes to would wait for ever.
    if !metadata.is_file() {
        return Err(anyhow!("no longer a regular file"));
    }
    Ok(Fixity::read(File::open(path)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts() {
        let cases = [
            (Count { entries: 2, files: 4, wrong: 0, malformed: 0 }, "2 inputs verified (4 files)"),
            (Count { entries: 1, files: 1, wrong: 2, malformed: 0 }, "1 input verified (1 file), 2 not as recorded"),
            (Count { entries: 0, files: 0, wrong: 0, malformed: 1 }, "nothing was verified, 1 line unreadable"),
            (Count::default(), "nothing was verified"),
        ];
        for (count, expected) in cases {
            assert_eq!(count.summary(), expected);
        }
    }
}
