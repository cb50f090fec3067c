//! The loop that the commands over inputs share: find, read, decode, parse, hand on.
//!
//! A command brings an [`Errand`] with steps for each input. Only [`Errand::make`] costs time, and it shares nothing with
//! other inputs, so any number of threads do it; the others see the inputs in their order, on the caller's thread.

use std::borrow::Cow;
use std::io;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use anyhow::{Context, anyhow};

use super::pool::{self, Ends, Next};
use super::report::{self, Reporter};
use crate::facts::Facts;
use crate::input::read::{Buffer, Stdin};
use crate::input::{self, Decoded, Found, Input, Source};
use crate::model::{Bulletin, Encoding};
use crate::options::MAX_AGE_DAYS;
use crate::{Fixity, Options};

/// What a command does with each input.
pub(super) trait Errand {
    /// What the first step hands to the second.
    type Ticket: Send;
    /// What the second step hands to the third.
    type Product: Send;

    /// Whether a person is told of bytes that could not be decoded. False where the findings say it.
    const WARNS: bool = true;

    /// What to ask of the parse of an input. Called in the order of the inputs, before [`Self::admit`]; an error ends
    /// the run.
    fn wishes(&mut self, _input: &Input) -> anyhow::Result<Wishes> {
        Ok(Wishes::default())
    }

    /// Lets an input in before it is read. Called in the order of the inputs; an error is one of this input.
    fn admit(&mut self, input: &Input) -> anyhow::Result<Self::Ticket>;

    /// Makes something of what was read, on any thread. Depends on its arguments alone; an error is one of this input.
    fn make(ticket: Self::Ticket, raw: &Raw<'_>) -> anyhow::Result<(Self::Product, Facts)>;

    /// Takes what was made. Called in the order of the inputs; an error ends the run.
    fn accept(&mut self, product: Self::Product) -> anyhow::Result<()>;

    /// Takes note of an input that failed. Called in the order of the inputs; an error ends the run.
    fn failed(&mut self, _path: &str, _error: &anyhow::Error) -> anyhow::Result<()> {
        Ok(())
    }

    /// The memory in bytes, roughly, that a product holds.
    fn weight(product: &Self::Product) -> usize;
}

/// What a command asks of the reading of an input.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes {
    /// Whether to add the roles of the lines.
    pub(super) line_roles: bool,
    /// Limit of the rule `date-too-old` in days, from 1.
    pub(super) max_age_days: u32,
    /// The encoding to read in; None for the one that is detected.
    pub(super) encoding: Option<Encoding>,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { line_roles: false, max_age_days: MAX_AGE_DAYS, encoding: None }
    }
}

/// The bytes of an input.
pub(super) struct Raw<'a> {
    /// Where they are from.
    pub(super) source: &'a Source,
    /// The bytes.
    bytes: &'a [u8],
    /// Their size and checksum.
    pub(super) fixity: Fixity,
    /// What is asked of the parse.
    wishes: Wishes,
    /// When the work on the input began.
    pub(super) begun: Instant,
}

/// An input that was parsed.
pub(super) struct Parsed<'a> {
    /// Its text as decoded, which the lines and columns of findings count.
    pub(super) text: Cow<'a, str>,
    /// What the text says.
    pub(super) bulletin: Bulletin,
    /// The bulletin in numbers.
    pub(super) facts: Facts,
}

impl<'a> Raw<'a> {
    /// Turns the bytes into a bulletin.
    pub(super) fn parse(&self) -> Parsed<'a> {
        let Wishes { line_roles, max_age_days, encoding } = self.wishes;
        let Decoded { text, encoding, replaced } = input::decode(self.bytes, encoding);
        let (path, fixity) = (self.source.path().into_owned(), Some(self.fixity.clone()));
        let options = Options { path, encoding, fixity, line_roles, max_age_days };
        let bulletin = crate::parse(&text, &options);
        let facts = Facts { replaced: replaced as u64, ..Facts::of(&bulletin) };
        Parsed { text, bulletin, facts }
    }
}

/// Runs `errand` on each of the inputs with `jobs` threads. Failures are reported one by one; the reporter remembers
/// them. What is written, and in which order, does not depend on the number of threads.
///
/// # Errors
/// The first error of [`Errand::wishes`], [`Errand::accept`] or [`Errand::failed`], and that of an input that will be
/// one of every further input too, such as a full disk.
pub(super) fn for_each<E: Errand>(
    inputs: impl Iterator<Item = Found>,
    stdin: &mut Stdin<'_>,
    errand: &mut E,
    reporter: &mut Reporter<'_>,
    jobs: NonZeroUsize,
) -> anyhow::Result<()> {
    let mut run = Run { inputs, stdin, errand, reporter, ended: false };
    pool::run(jobs, &mut run, || {
        let mut buffer = Buffer::default();
        move |task: Task<E::Ticket>| work::<E>(task, &mut buffer)
    })
}

/// A run in progress.
struct Run<'r, 's, 't, I, E> {
    /// The inputs still to come.
    inputs: I,
    /// Standard input.
    stdin: &'r mut Stdin<'s>,
    /// What to do.
    errand: &'r mut E,
    /// What to say.
    reporter: &'r mut Reporter<'t>,
    /// Whether the inputs have come to an early end.
    ended: bool,
}

/// An input on its way to a thread.
struct Task<T> {
    /// The input.
    source: Source,
    /// Its bytes, where only the caller's thread could read them.
    bytes: Option<Vec<u8>>,
    /// What the command said when it let the input in.
    ticket: T,
    /// What is asked of the parse.
    wishes: Wishes,
}

/// What came of something that was found.
enum Outcome<P> {
    /// A product.
    Through(Source, P, Facts),
    /// An input failed.
    Failed(String, anyhow::Error),
    /// Something was left out, for a reason.
    Skipped(String, String),
    /// The run cannot go on.
    End(anyhow::Error),
}

/// Reads an input and makes something of it.
fn work<E: Errand>(task: Task<E::Ticket>, buffer: &mut Buffer) -> Outcome<E::Product> {
    let Task { source, bytes, ticket, wishes } = task;
    let begun = Instant::now();
    let made = catch_unwind(AssertUnwindSafe(|| {
        let bytes = match &bytes {
            Some(bytes) => bytes.as_slice(),
            None => buffer.read(&source)?,
        };
        let raw = Raw { source: &source, bytes, fixity: Fixity::of(bytes), wishes, begun };
        E::make(ticket, &raw)
    }));
    match made {
        Ok(Ok((product, facts))) => Outcome::Through(source, product, facts),
        Ok(Err(error)) => Outcome::Failed(source.path().into_owned(), error),
        // A mistake in the program costs one input, not the archive.
        Err(_) => Outcome::Failed(
            source.path().into_owned(),
            anyhow!("bantin itself failed on this file; please report it, with the file if you can"),
        ),
    }
}

impl<I: Iterator<Item = Found>, E: Errand> Ends for Run<'_, '_, '_, I, E> {
    type Task = Task<E::Ticket>;
    type Made = Outcome<E::Product>;

    fn next(&mut self) -> Option<Next<Self::Task, Self::Made>> {
        if self.ended {
            return None;
        }
        let input = match self.inputs.next()? {
            Found::Input(input) => input,
            Found::Failed { path, error } => return Some(Next::Made(Outcome::Failed(path, error))),
            Found::Skipped { path, reason } => return Some(Next::Made(Outcome::Skipped(path, reason))),
        };
        let wishes = match self.errand.wishes(&input) {
            Ok(wishes) => wishes,
            Err(error) => {
                self.ended = true;
                return Some(Next::Made(Outcome::End(error)));
            }
        };
        let admitted = self.errand.admit(&input).and_then(|ticket| {
            let bytes = match input.source {
                Source::Stdin => Some(input::read(&input.source, self.stdin)?),
                Source::File(_) => None,
            };
            Ok((ticket, bytes))
        });
        Some(match admitted {
            Ok((ticket, bytes)) => Next::Task(Task { source: input.source, bytes, ticket, wishes }),
            Err(error) => Next::Made(Outcome::Failed(input.source.path().into_owned(), error)),
        })
    }

    fn take(&mut self, made: Self::Made) -> anyhow::Result<()> {
        match made {
            Outcome::Through(source, product, facts) => {
                if E::WARNS && facts.replaced > 0 {
                    self.reporter.warn(&source.path(), &report::replaced(facts.replaced));
                }
                self.errand.accept(product)?;
                self.reporter.came_through(&source, &facts);
            }
            Outcome::Failed(path, error) if ends_the_run(&error) => return Err(error).context(path),
            Outcome::Failed(path, error) => {
                self.errand.failed(&path, &error)?;
                self.reporter.failed(&path, &error);
            }
            Outcome::Skipped(path, reason) => self.reporter.warn(&path, &reason),
            Outcome::End(error) => return Err(error),
        }
        Ok(())
    }

    fn weight(made: &Self::Made) -> usize {
        let own = match made {
            Outcome::Through(_, product, _) => E::weight(product),
            Outcome::Failed(..) | Outcome::Skipped(..) | Outcome::End(_) => 0,
        };
        own + size_of::<Self::Made>() + 128
    }
}

/// Whether what an input failed of will be in the way of every other input: there is no room left, or nothing may be
/// written at all. A hundred thousand equal messages would not help anybody.
fn ends_the_run(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|cause| {
        matches!(
            cause.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::ReadOnlyFilesystem
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::paint::Palette;

    /// Collects sizes; some contents are in the way of it.
    #[derive(Default)]
    struct Sizes(Vec<u64>);

    impl Errand for Sizes {
        type Ticket = ();
        type Product = u64;

        fn admit(&mut self, _: &Input) -> anyhow::Result<()> {
            Ok(())
        }

        fn make((): (), raw: &Raw<'_>) -> anyhow::Result<(u64, Facts)> {
            match raw.bytes {
                b"mistake" => panic!("a mistake in the program"),
                b"full" => Err(io::Error::from(io::ErrorKind::StorageFull).into()),
                bytes => Ok((bytes.len() as u64, raw.parse().facts)),
            }
        }

        fn accept(&mut self, size: u64) -> anyhow::Result<()> {
            self.0.push(size);
            Ok(())
        }

        fn weight(_: &u64) -> usize {
            8
        }
    }

    /// Runs over files of these contents: the sizes, what was said, and what ended the run.
    fn run_over(contents: &[&str], jobs: usize) -> (Vec<u64>, String, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        let found = contents.iter().enumerate().map(|(at, text)| {
            let path = dir.path().join(at.to_string());
            std::fs::write(&path, text).unwrap();
            Found::Input(Input { source: Source::File(path), name: at.to_string().into() })
        });
        let (mut sizes, mut stderr) = (Sizes::default(), Vec::new());
        let mut reporter = Reporter::new(&mut stderr, Palette::new(false), false);
        let jobs = NonZeroUsize::new(jobs).unwrap();
        let ended = for_each(found, &mut None, &mut sizes, &mut reporter, jobs).err();
        let shown = |text: String| text.replace(&format!("{}/", dir.path().display()), "");
        (sizes.0, shown(String::from_utf8(stderr).unwrap()), ended.map(|error| shown(format!("{error:#}"))))
    }

    #[test]
    fn a_mistake_in_the_program_costs_one_input() {
        for jobs in [1, 3] {
            let (sizes, stderr, ended) = run_over(&["a", "mistake", "abc"], jobs);
            assert_eq!((sizes, ended), (vec![1, 3], None));
            assert!(stderr.starts_with("error: 1: bantin itself failed on this file"), "{stderr}");
        }
    }

    #[test]
    fn what_concerns_every_input_ends_the_run_in_its_turn() {
        for jobs in [1, 3] {
            let (sizes, stderr, ended) = run_over(&["a", "ab", "full", "abc"], jobs);
            assert_eq!((sizes, stderr.as_str()), (vec![1, 2], ""));
            assert_eq!(ended.as_deref(), Some("2: no storage space"));
        }
    }

    #[test]
    fn a_full_disk_ends_the_run_and_a_missing_file_does_not() {
        let error = |kind: io::ErrorKind| anyhow::Error::from(io::Error::from(kind)).context("cannot write o/a.json");
        assert!(ends_the_run(&error(io::ErrorKind::StorageFull)));
        assert!(ends_the_run(&error(io::ErrorKind::ReadOnlyFilesystem)));
        assert!(!ends_the_run(&error(io::ErrorKind::NotFound)));
        assert!(!ends_the_run(&anyhow!("no space left")));
    }
}
