//! `bantin review`: a page for each input on which a person sees what became of it, and an index of the pages.

use std::path::{Component, Path, PathBuf};

use super::run::{Errand, Raw, Wishes, for_each};
use super::{Streams, inputs, jobs, progress, reporter};
use crate::cli::{self, ConsoleArgs, ReviewArgs};
use crate::exit::Exit;
use crate::facts::Facts;
use crate::input::Input;
use crate::output::folder::{Folder, Kind, Slot};
use crate::output::review::{Entry, Lang, index, page};

/// The name of the index, without its ending.
const INDEX: &str = "index";

/// Writes the pages of what the arguments name.
pub(super) fn run(args: &ReviewArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let mut folder = Folder::create(&args.out)?;
    // The index has its name before any input can take it.
    let home = folder.claim_as(Path::new(INDEX), Kind::Page)?;
    let lang = match args.lang {
        cli::Lang::En => Lang::En,
        cli::Lang::Vi => Lang::Vi,
    };
    let wishes = Wishes { line_roles: true, encoding: args.input.encoding, ..Wishes::default() };
    let mut errand = ToPages { folder, root: args.out.clone(), lang, wishes, entries: Vec::new() };
    let progress = progress(&mut streams.bar, streams.terminal, console, &args.batch, &args.input, Some(&args.out));
    let reporter = &mut reporter(console, streams.stderr, streams.terminal).showing(progress);
    for_each(inputs.avoiding(&args.out), &mut streams.stdin, &mut errand, reporter, jobs(&args.batch))?;
    if !errand.entries.is_empty() {
        home.write(&index(lang, errand.entries))?;
    }
    Ok(reporter.finish())
}

/// Writes a page for each input. That a page cannot be written is a failure of its input.
struct ToPages {
    /// The folder.
    folder: Folder,
    /// The folder as typed.
    root: PathBuf,
    /// The language of the pages.
    lang: Lang,
    /// What is asked of each parse.
    wishes: Wishes,
    /// What the index is made of.
    entries: Vec<Entry>,
}

/// What an input needs for its page.
struct Ticket {
    /// Where the page goes.
    slot: Slot,
    /// The same, seen from the index.
    below: PathBuf,
    /// The language of the page.
    lang: Lang,
}

impl Errand for ToPages {
    type Ticket = Ticket;
    type Product = Entry;

    // A finding says it, on the page.
    const WARNS: bool = false;

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(self.wishes)
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Ticket> {
        let slot = self.folder.claim_as(&input.name, Kind::Page)?;
        let below = slot.path().strip_prefix(&self.root).unwrap_or(slot.path()).to_path_buf();
        Ok(Ticket { slot, below, lang: self.lang })
    }

    fn make(ticket: Ticket, raw: &Raw<'_>) -> anyhow::Result<(Entry, Facts)> {
        let Ticket { slot, below, lang } = ticket;
        let parsed = raw.parse();
        slot.write(&page(lang, &parsed.bulletin, &parsed.text, &home_from(&below)))?;
        Ok((Entry::new(&parsed.bulletin, &below), parsed.facts))
    }

    fn weight(entry: &Entry) -> usize {
        entry.weight()
    }

    fn accept(&mut self, entry: Entry) -> anyhow::Result<()> {
        self.entries.push(entry);
        Ok(())
    }
}

/// The address of the index as seen from the page at `below`.
fn home_from(below: &Path) -> String {
    let names = below.components().filter(|component| matches!(component, Component::Normal(_))).count();
    format!("{}{INDEX}.html", "../".repeat(names.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_home() {
        for (below, expected) in
            [("a.txt.html", "index.html"), ("b/a.html", "../index.html"), ("2/1/a.html", "../../index.html")]
        {
            assert_eq!(home_from(Path::new(below)), expected);
        }
    }
}
