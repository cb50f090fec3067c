//! What a conversion records of each input for its manifest, if one was asked for.

use std::sync::Arc;

use anyhow::Context;

use super::report;
use super::run::Raw;
use crate::cli::ConvertArgs;
use crate::facts::Facts;
use crate::input::Source;
use crate::output::json;
use crate::output::manifest::{Earlier, Entry, Manifest};

/// Records inputs in their order. Without a manifest it does nothing.
#[derive(Default)]
pub(super) struct Recorder {
    /// The manifest.
    manifest: Option<Manifest>,
    /// What earlier runs recorded.
    earlier: Option<Earlier>,
    /// The options that decide what is written.
    options: Arc<[String]>,
}

/// What is recorded of one input, wherever the work on it is done.
pub(super) struct Record {
    /// The options that decide what is written.
    options: Arc<[String]>,
}

impl Recorder {
    /// Begins the manifest that the arguments ask for.
    ///
    /// # Errors
    /// When it cannot be written, or the one to go on from cannot be read.
    pub(super) fn new(args: &ConvertArgs) -> anyhow::Result<Self> {
        let Some(path) = &args.manifest else { return Ok(Self::default()) };
        let earlier = args.resume.then(|| Earlier::open(path)).transpose()?;
        let manifest =
            Manifest::begin(path, args.resume).with_context(|| format!("--manifest {}", path.to_string_lossy()))?;
        Ok(Self { manifest: Some(manifest), earlier, options: options(args).into() })
    }

    /// Lets an input in.
    ///
    /// # Errors
    /// When a manifest cannot name it.
    pub(super) fn admit(&self, source: &Source) -> anyhow::Result<Option<Record>> {
        if self.manifest.is_none() {
            return Ok(None);
        }
        if let Some(error) = report::unnameable(source, "a manifest cannot name it") {
            return Err(error);
        }
        Ok(Some(Record { options: Arc::clone(&self.options) }))
    }

    /// What an earlier run recorded of an input.
    pub(super) fn earlier(&mut self, source: &Source) -> anyhow::Result<Option<Entry>> {
        match (&mut self.earlier, source) {
            (Some(earlier), Source::File(_)) => Ok(earlier.find(&source.path())?),
            _ => Ok(None),
        }
    }

    /// Adds the line of an input.
    pub(super) fn add(&mut self, line: Option<&[u8]>) -> anyhow::Result<()> {
        match (&mut self.manifest, line) {
            (Some(manifest), Some(line)) => manifest.add(line),
            _ => Ok(()),
        }
    }

    /// Adds the line of an input that failed.
    pub(super) fn failed(&mut self, path: &str, error: &anyhow::Error) -> anyhow::Result<()> {
        let Some(manifest) = &mut self.manifest else { return Ok(()) };
        let mut line = Vec::new();
        json::line(&mut line, &Entry::failed(path.to_owned(), format!("{error:#}"), &self.options))?;
        manifest.add(&line)
    }

    /// Ends the manifest.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        self.manifest.map_or(Ok(()), Manifest::finish)
    }
}

impl Record {
    /// The options that decide what is written.
    pub(super) fn options(&self) -> &[String] {
        &self.options
    }

    /// The line of an input that was converted. `output` is the path of its file, and the checksum of that.
    pub(super) fn converted(
        self,
        raw: &Raw<'_>,
        facts: &Facts,
        output: Option<(String, String)>,
    ) -> anyhow::Result<Vec<u8>> {
        let path = raw.source.path().into_owned();
        let (output, output_sha256) = output.unzip();
        let entry = Entry {
            output,
            output_sha256,
            duration_us: Some(u64::try_from(raw.begun.elapsed().as_micros()).unwrap_or(u64::MAX)),
            ..Entry::converted(path, &raw.fixity, facts, &self.options)
        };
        // A line has some 600 bytes, and paths.
        let mut line = Vec::with_capacity(1024);
        json::line(&mut line, &entry)?;
        Ok(line)
    }
}

/// The options of a conversion that decide what is written, in a fixed order.
fn options(args: &ConvertArgs) -> Vec<String> {
    let encoding = args.input.encoding.map(|encoding| format!("encoding={}", encoding.as_str()));
    args.line_roles.then(|| "line-roles".to_owned()).into_iter().chain(encoding).collect()
}
