//! The loop that the commands over inputs share: find, read, decode, parse, hand on.
//!
//! A command brings an [`Errand`] with three steps for each input. Only the middle one costs time, and it shares
//! nothing with other inputs; the first and the last one see the inputs in their order.

use std::borrow::Cow;

use super::report::Reporter;
use crate::input::read::Stdin;
use crate::input::{self, Decoded, Found, Input, Source};
use crate::model::{Bulletin, Encoding};
use crate::options::MAX_AGE_DAYS;
use crate::{Fixity, Options};

/// What a command does with each input.
pub(super) trait Errand {
    /// What the first step hands to the second.
    type Ticket;
    /// What the second step hands to the third.
    type Product;

    /// Whether a person is told of bytes that could not be decoded. False where the findings say it.
    const WARNS: bool = true;

    /// What to ask of the parse of an input. Called in the order of the inputs, before [`Self::admit`]; an error ends
    /// the run.
    fn wishes(&mut self, _input: &Input) -> anyhow::Result<Wishes> {
        Ok(Wishes::default())
    }

    /// Lets an input in before it is read. Called in the order of the inputs; an error is one of this input.
    fn admit(&mut self, input: &Input) -> anyhow::Result<Self::Ticket>;

    /// Makes something of what was read. Depends on its arguments alone; an error is one of this input.
    fn make(&self, ticket: Self::Ticket, parsed: &Parsed<'_>) -> anyhow::Result<Self::Product>;

    /// Takes what was made. Called in the order of the inputs; an error ends the run.
    fn accept(&mut self, product: Self::Product) -> anyhow::Result<()>;
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

/// An input that was read.
pub(super) struct Parsed<'a> {
    /// Its text as decoded, which the lines and columns of findings count.
    pub(super) text: Cow<'a, str>,
    /// What the text says.
    pub(super) bulletin: Bulletin,
    /// How many ill-formed byte sequences were replaced.
    replaced: usize,
}

/// Runs `errand` on each of the inputs. Failures are reported one by one; the reporter remembers them.
///
/// # Errors
/// The first error of [`Errand::wishes`] or [`Errand::accept`].
pub(super) fn for_each<E: Errand>(
    inputs: impl Iterator<Item = Found>,
    stdin: &mut Stdin<'_>,
    errand: &mut E,
    reporter: &mut Reporter<'_>,
) -> anyhow::Result<()> {
    for found in inputs {
        let input = match found {
            Found::Input(input) => input,
            Found::Failed { path, error } => {
                reporter.failed(&path, &error);
                continue;
            }
            Found::Skipped { path, reason } => {
                reporter.warn(&path, &reason);
                continue;
            }
        };
        let wishes = errand.wishes(&input)?;
        let product = errand.admit(&input).and_then(|ticket| {
            let bytes = input::read(&input.source, stdin)?;
            let parsed = parse(&input.source, &bytes, wishes);
            Ok((errand.make(ticket, &parsed)?, parsed.replaced))
        });
        match product {
            Ok((product, replaced)) => {
                if E::WARNS && replaced > 0 {
                    let sequences = if replaced == 1 { "byte sequence" } else { "byte sequences" };
                    reporter
                        .warn(&input.source.path(), &format!("{replaced} ill-formed {sequences} replaced by U+FFFD"));
                }
                errand.accept(product)?;
                reporter.came_through();
            }
            Err(error) => reporter.failed(&input.source.path(), &error),
        }
    }
    Ok(())
}

/// Turns the bytes of an input into a bulletin.
fn parse<'a>(source: &Source, bytes: &'a [u8], wishes: Wishes) -> Parsed<'a> {
    let Decoded { text, encoding, replaced } = input::decode(bytes, wishes.encoding);
    let fixity = Some(Fixity::of(bytes));
    let Wishes { line_roles, max_age_days, .. } = wishes;
    let options = Options { path: source.path().into_owned(), encoding, fixity, line_roles, max_age_days };
    let bulletin = crate::parse(&text, &options);
    Parsed { text, bulletin, replaced }
}
