//! A conversion to standard output: one document. A failing input adds nothing to it.

use std::io::Write;

use anyhow::Context;

use super::WRITING;
use super::record::{Record, Recorder};
use super::run::{Errand, Parsed, Raw, Wishes};
use crate::facts::Facts;
use crate::input::Input;
use crate::output::flat::Columns;
use crate::output::{Document, Shape};

/// Bytes of a buffer that is used again; a larger one is given back.
const KEPT: usize = 1 << 20;
/// Buffers that wait to be used again.
const SPARE: usize = 16;

/// Writes one document.
pub(super) struct ToStream<W: Write> {
    /// The document's form.
    shape: Shape,
    /// The columns of rows.
    columns: Columns,
    /// The document.
    document: Document<W>,
    /// What is asked of each parse.
    wishes: Wishes,
    /// What is recorded of each input.
    recorder: Recorder,
    /// Empty buffers. What a thread allocates and another one frees makes some allocators hold on to more and more.
    spare: Vec<Vec<u8>>,
}

/// What holds for an input.
pub(super) struct Ticket {
    /// The document's form.
    shape: Shape,
    /// The columns of rows.
    columns: Columns,
    /// What is recorded.
    record: Option<Record>,
    /// An empty buffer.
    buffer: Vec<u8>,
}

/// What came of an input.
pub(super) struct Rendered {
    /// Its records.
    bytes: Vec<u8>,
    /// Its line of the manifest.
    line: Option<Vec<u8>>,
}

impl<W: Write> ToStream<W> {
    /// Begins the document.
    pub(super) fn begin(
        out: W,
        shape: Shape,
        columns: Columns,
        wishes: Wishes,
        recorder: Recorder,
    ) -> anyhow::Result<Self> {
        let document = Document::begin(out, shape, &columns).context(WRITING)?;
        Ok(Self { shape, columns, document, wishes, recorder, spare: Vec::new() })
    }

    /// Ends the document, and then the manifest.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        self.document.finish().context(WRITING)?;
        self.recorder.finish()
    }
}

impl<W: Write> Errand for ToStream<W> {
    type Ticket = Ticket;
    type Product = Rendered;

    fn wishes(&mut self, _: &Input) -> anyhow::Result<Wishes> {
        Ok(self.wishes)
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Ticket> {
        let record = self.recorder.admit(&input.source)?;
        let buffer = self.spare.pop().unwrap_or_default();
        Ok(Ticket { shape: self.shape, columns: self.columns.clone(), record, buffer })
    }

    fn make(ticket: Ticket, raw: &Raw<'_>) -> anyhow::Result<(Rendered, Facts)> {
        let Ticket { shape, columns, record, buffer: mut bytes } = ticket;
        // The text goes before the bulletin is written: both may be large.
        let Parsed { bulletin, facts, .. } = raw.parse();
        shape.render(&mut bytes, &bulletin, &columns)?;
        let line = record.map(|record| record.converted(raw, &facts, None)).transpose()?;
        Ok((Rendered { bytes, line }, facts))
    }

    fn accept(&mut self, rendered: Rendered) -> anyhow::Result<()> {
        let Rendered { mut bytes, line } = rendered;
        self.document.add(&bytes).context(WRITING)?;
        if self.spare.len() < SPARE && bytes.capacity() <= KEPT {
            bytes.clear();
            self.spare.push(bytes);
        }
        self.recorder.add(line.as_deref())
    }

    fn failed(&mut self, path: &str, error: &anyhow::Error) -> anyhow::Result<()> {
        self.recorder.failed(path, error)
    }

    fn weight(rendered: &Rendered) -> usize {
        rendered.bytes.capacity() + rendered.line.as_ref().map_or(0, Vec::capacity)
    }
}
