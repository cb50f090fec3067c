//! The loop that the commands over inputs share: find, read, decode, parse, hand on.
//!
//! A command brings an [`Errand`] with three steps for each input. Only the middle one costs time, and it shares
//! nothing with other inputs; the first and the last one see the inputs in their order.

use super::report::Reporter;
use crate::exit::Exit;
use crate::input::read::Stdin;
use crate::input::{self, Decoded, Found, Input, Source};
use crate::model::Bulletin;
use crate::{Fixity, Options};

/// What a command does with each input.
pub(super) trait Errand {
    /// What the first step hands to the second.
    type Ticket;
    /// What the second step hands to the third.
    type Product;

    /// Lets an input in before it is read. Called in the order of the inputs; an error is one of this input.
    fn admit(&mut self, input: &Input) -> anyhow::Result<Self::Ticket>;

    /// Makes something of the bulletin. Depends on its arguments alone; an error is one of this input.
    fn make(&self, ticket: Self::Ticket, bulletin: &Bulletin) -> anyhow::Result<Self::Product>;

    /// Takes what was made. Called in the order of the inputs; an error ends the run.
    fn accept(&mut self, product: Self::Product) -> anyhow::Result<()>;
}

/// Runs `errand` on each of the inputs. Failures are reported one by one; [`Exit`] remembers them.
///
/// # Errors
/// The first error of [`Errand::accept`].
pub(super) fn for_each(
    inputs: impl Iterator<Item = Found>,
    stdin: &mut Stdin<'_>,
    line_roles: bool,
    errand: &mut impl Errand,
    reporter: &mut Reporter<'_>,
) -> anyhow::Result<Exit> {
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
        let product = errand.admit(&input).and_then(|ticket| {
            let bytes = input::read(&input.source, stdin)?;
            let Parsed { bulletin, warning } = parse(&input.source, &bytes, line_roles);
            Ok((errand.make(ticket, &bulletin)?, warning))
        });
        match product {
            Ok((product, warning)) => {
                if let Some(warning) = warning {
                    reporter.warn(&input.source.path(), &warning);
                }
                errand.accept(product)?;
                reporter.converted();
            }
            Err(error) => reporter.failed(&input.source.path(), &error),
        }
    }
    Ok(reporter.finish())
}

/// A bulletin and what a person should know of how it was read.
struct Parsed {
    /// The bulletin.
    bulletin: Bulletin,
    /// What was wrong with the bytes.
    warning: Option<String>,
}

/// Turns the bytes of an input into a bulletin.
fn parse(source: &Source, bytes: &[u8], line_roles: bool) -> Parsed {
    let Decoded { text, encoding, replaced } = input::decode(bytes);
    let fixity = Some(Fixity::of(bytes));
    let options = Options { path: source.path().into_owned(), encoding, fixity, line_roles, ..Options::default() };
    let warning = (replaced > 0).then(|| {
        let sequences = if replaced == 1 { "byte sequence" } else { "byte sequences" };
        format!("{replaced} ill-formed {sequences} replaced by U+FFFD")
    });
    Parsed { bulletin: crate::parse(&text, &options), warning }
}
