//! Findings on their way out: for people, as JSON Lines, as annotations of GitHub Actions, and as SARIF.
//!
//! A [`Report`] gets the findings of one file after another, levels already settled, and keeps none of them. What a
//! form needs of the text comes along as an [`Excerpt`], so that the text itself need not stay.

pub mod excerpt;
mod github;
mod jsonl;
mod sarif;
mod text;

use std::io::{self, Write};

pub use excerpt::{Excerpt, Source};
pub use jsonl::FindingRecord;
pub use sarif::uri;

use crate::model::Diagnostic;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For people, with or without colours.
    Text {
        /// Whether there are colours.
        colours: bool,
    },
    /// JSON Lines, a finding on each line.
    Jsonl,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

/// The file that findings are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its path as walked; `-` for standard input.
    pub path: String,
    /// Its address: relative to the current directory, or a `file:` URI where it does not lie below.
    pub uri: String,
}

/// A finding and what the file says at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The text there.
    pub excerpt: Excerpt,
}

/// A report on its way out.
pub struct Report<W: Write> {
    /// Where it goes.
    out: W,
    /// What its form has to remember.
    state: State,
}

/// What a form has to remember.
enum State {
    /// How to render.
    Text(text::Renderer),
    /// Nothing.
    Jsonl,
    /// What was written so far.
    Github(github::Annotations),
    /// What was written so far.
    Sarif(sarif::Log),
}

impl<W: Write> Report<W> {
    /// Begins a report.
    ///
    /// # Errors
    /// When `out` takes no more bytes.
    pub fn begin(mut out: W, form: Form) -> io::Result<Self> {
        let state = match form {
            Form::Text { colours } => State::Text(text::Renderer::new(colours)),
            Form::Jsonl => State::Jsonl,
            Form::Github => State::Github(github::Annotations::default()),
            Form::Sarif => State::Sarif(sarif::Log::begin(&mut out)?),
        };
        Ok(Self { out, state })
    }

    /// Adds the findings of one file, in their order.
    ///
    /// # Errors
    /// When `out` takes no more bytes, or a temporary file cannot be written.
    pub fn add(&mut self, origin: &Origin, findings: &[Finding]) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.state {
            State::Text(renderer) => {
                for finding in findings {
                    renderer.write(&mut *out, origin, finding)?;
                }
                // Shown at once: a person may be waiting for it.
                out.flush()
            }
            State::Jsonl => findings.iter().try_for_each(|finding| jsonl::write(&mut *out, origin, finding)),
            State::Github(annotations) => {
                findings.iter().try_for_each(|finding| annotations.write(&mut *out, origin, finding))
            }
            State::Sarif(log) => log.write(out, origin, findings),
        }
    }

    /// Ends the report and hands on every byte that is still held back.
    ///
    /// # Errors
    /// When `out` takes no more bytes, or a temporary file cannot be read.
    pub fn finish(mut self) -> io::Result<()> {
        match self.state {
            State::Text(_) | State::Jsonl => {}
            State::Github(annotations) => annotations.finish(&mut self.out)?,
            State::Sarif(log) => log.finish(&mut self.out)?,
        }
        self.out.flush()
    }
}

#[cfg(test)]
pub(crate) mod samples;
