//! A conversion to a file for each input. That a file cannot be written is a failure of its input.

use super::record::{Record, Recorder};
use super::report;
use super::run::{Errand, Parsed, Raw, Wishes};
use crate::facts::Facts;
use crate::input::Input;
use crate::options::Fixity;
use crate::output::folder::{Folder, Slot};
use crate::output::json;
use crate::output::manifest::Entry;

/// Writes a file for each input.
pub(super) struct ToFolder {
    /// The folder.
    folder: Folder,
    /// What is asked of each parse.
    wishes: Wishes,
    /// What is recorded of each input.
    recorder: Recorder,
    /// Inputs that an earlier run did already.
    unchanged: u64,
}

/// What holds for an input.
pub(super) struct Ticket {
    /// Its file.
    slot: Slot,
    /// What is recorded.
    record: Option<Record>,
    /// What an earlier run recorded.
    earlier: Option<Box<Entry>>,
}

/// What came of an input.
pub(super) struct Written {
    /// Its line of the manifest.
    line: Option<Vec<u8>>,
    /// Whether an earlier run did it already.
    unchanged: bool,
}

impl ToFolder {
    /// Writes into `folder`.
    pub(super) const fn new(folder: Folder, wishes: Wishes, recorder: Recorder) -> Self {
        Self { folder, wishes, recorder, unchanged: 0 }
    }

    /// Ends the manifest, and gives the number of inputs that an earlier run did already.
    pub(super) fn finish(self) -> anyhow::Result<u64> {
        self.recorder.finish()?;
        Ok(self.unchanged)
    }
}

impl Errand for ToFolder {
    type Ticket = Ticket;
    type Product = Written;

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(self.wishes)
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Ticket> {
        // `file.path` could not say what the output was made of.
        if let Some(error) = report::unnameable(&input.source, "its output could not be traced back") {
            return Err(error);
        }
        let record = self.recorder.admit(&input.source)?;
        let slot = self.folder.claim(&input.name)?;
        let earlier = self.recorder.earlier(&input.source)?.map(Box::new);
        Ok(Ticket { slot, record, earlier })
    }

    fn make(ticket: Ticket, raw: &Raw<'_>) -> anyhow::Result<(Written, Facts)> {
        let Ticket { slot, record, earlier } = ticket;
        if let (Some(entry), Some(record)) = (&earlier, &record)
            && let Some(facts) = unchanged(entry, record, raw, &slot)
        {
            let mut line = Vec::new();
            json::line(&mut line, entry)?;
            return Ok((Written { line: Some(line), unchanged: true }, facts));
        }
        let Parsed { bulletin, facts, .. } = raw.parse();
        let mut bytes = Vec::new();
        json::indented(&mut bytes, &bulletin)?;
        slot.write(&bytes)?;
        let line = match record {
            None => None,
            Some(record) => {
                let output = (slot.path().to_string_lossy().into_owned(), Fixity::of(&bytes).sha256);
                Some(record.converted(raw, &facts, Some(output))?)
            }
        };
        Ok((Written { line, unchanged: false }, facts))
    }

    fn accept(&mut self, written: Written) -> anyhow::Result<()> {
        self.unchanged += u64::from(written.unchanged);
        self.recorder.add(written.line.as_deref())
    }

    fn failed(&mut self, path: &str, error: &anyhow::Error) -> anyhow::Result<()> {
        self.recorder.failed(path, error)
    }

    fn weight(written: &Written) -> usize {
        written.line.as_ref().map_or(0, Vec::capacity)
    }
}

/// The facts of an input for which nothing is left to do: it is the one that was recorded, a run would give the same, and
/// what was written then is still there.
fn unchanged(entry: &Entry, record: &Record, raw: &Raw<'_>, slot: &Slot) -> Option<Facts> {
    let written = entry.output.as_deref() == Some(&*slot.path().to_string_lossy())
        && entry.output_sha256.as_deref().is_some_and(|sha256| slot.holds(sha256));
    (entry.holds_for(&raw.fixity, record.options()) && written).then(|| entry.facts()).flatten()
}
