//! Findings on their way out: for people, as JSON Lines, as annotations of GitHub Actions, and as SARIF.
//!
//! A [`Report`] gets the findings of one file after another, levels already settled, and keeps none of them. What a
//! form needs of the text comes along as an [`Excerpt`], so that the text itself need not stay; what costs time and needs
//! no other finding is done before, by [`Form::tell`], on any thread.

pub mod excerpt;
mod github;
mod jsonl;
mod sarif;
mod text;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

pub use excerpt::{Excerpt, Source};
pub use jsonl::FindingRecord;

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
    /// The path from the current directory, with `/` between names; as walked where the file does not lie below it.
    pub relative: String,
    /// Its address: relative to the current directory, or a `file:` URI where it does not lie below.
    pub uri: String,
}

impl Origin {
    /// The origin of standard input.
    pub fn stdin() -> Self {
        Self { path: "-".to_owned(), relative: "-".to_owned(), uri: "-".to_owned() }
    }

    /// The origin of the file at `path`, as walked from the folder `current`. Links are not followed.
    pub fn file(path: &Path, current: Option<&Path>) -> Self {
        let shown = path.to_string_lossy().into_owned();
        let Some(current) = current else {
            return Self { relative: shown.clone(), path: shown, uri: encoded(path) };
        };
        let absolute = normal(&current.join(path));
        match absolute.strip_prefix(normal(current)) {
            Ok(below) => {
                let names: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
                Self { path: shown, relative: names.join("/"), uri: encoded(below) }
            }
            Err(_) => Self { relative: shown.clone(), path: shown, uri: format!("file://{}", encoded(&absolute)) },
        }
    }
}

/// The path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// The path with `/` between names and percent-encoded.
pub(crate) fn encoded(path: &Path) -> String {
    let mut uri = String::new();
    for component in path.components().filter(|component| *component != Component::RootDir) {
        if path.has_root() || !uri.is_empty() {
            uri.push('/');
        }
        for &byte in component.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
                other => uri.push_str(&format!("%{other:02X}")),
            }
        }
    }
    uri
}

/// A finding and what the file says at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The text there.
    pub excerpt: Excerpt,
}

/// A finding with all that can be done for its report before its turn comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The finding.
    pub finding: Finding,
    /// What the report says of it; empty in a form in which that depends on the findings before it.
    rendered: Vec<u8>,
}

impl Form {
    /// Does for a report what needs nothing but the finding itself.
    ///
    /// # Errors
    /// When a value cannot be serialised, which no finding is known to do.
    pub fn tell(self, origin: &Origin, finding: Finding) -> io::Result<Told> {
        let mut rendered = Vec::new();
        match self {
            Self::Text { colours } => text::Renderer::new(colours).write(&mut rendered, origin, &finding)?,
            Self::Jsonl => jsonl::write(&mut rendered, origin, &finding)?,
            Self::Github | Self::Sarif => {}
        }
        Ok(Told { finding, rendered })
    }
}

impl Told {
    /// The memory in bytes, roughly, that it holds.
    pub fn weight(&self) -> usize {
        let Diagnostic { message, help, .. } = &self.finding.diagnostic;
        let lines: usize = self.finding.excerpt.lines.iter().map(|line| line.text.len() + 64).sum();
        size_of::<Self>() + self.rendered.capacity() + message.len() + help.as_ref().map_or(0, String::len) + lines
    }
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
    /// Nothing; people read it as it comes.
    Text,
    /// Nothing.
    Jsonl,
    /// What was written so far.
    Github(Box<github::Annotations>),
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
            Form::Text { .. } => State::Text,
            Form::Jsonl => State::Jsonl,
            Form::Github => State::Github(Box::default()),
            Form::Sarif => State::Sarif(sarif::Log::begin(&mut out)?),
        };
        Ok(Self { out, state })
    }

    /// Adds the findings of one file, in their order, told by the form that the report was begun with.
    ///
    /// # Errors
    /// When `out` takes no more bytes, or a temporary file cannot be written.
    pub fn add(&mut self, origin: &Origin, findings: &[Told]) -> io::Result<()> {
        let out = &mut self.out;
        match &mut self.state {
            State::Text => {
                findings.iter().try_for_each(|told| out.write_all(&told.rendered))?;
                // Shown at once: a person may be waiting for it.
                out.flush()
            }
            State::Jsonl => findings.iter().try_for_each(|told| out.write_all(&told.rendered)),
            State::Github(annotations) => {
                findings.iter().try_for_each(|told| annotations.write(&mut *out, origin, &told.finding))
            }
            State::Sarif(log) => log.write(out, origin, findings.iter().map(|told| &told.finding)),
        }
    }

    /// Ends the report and hands on every byte that is still held back.
    ///
    /// # Errors
    /// When `out` takes no more bytes, or a temporary file cannot be read.
    pub fn finish(mut self) -> io::Result<()> {
        match self.state {
            State::Text | State::Jsonl => {}
            State::Github(annotations) => annotations.finish(&mut self.out)?,
            State::Sarif(log) => log.finish(&mut self.out)?,
        }
        self.out.flush()
    }
}

#[cfg(test)]
pub(crate) mod samples;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_the_current_directory() {
        let cases = [
            ("a.txt", "a.txt", "a.txt"),
            ("./kho/a.txt", "kho/a.txt", "kho/a.txt"),
            ("kho/../a.txt", "a.txt", "a.txt"),
            ("/work/kho/a.txt", "kho/a.txt", "kho/a.txt"),
            ("/work/../work/a.txt", "a.txt", "a.txt"),
            ("/work2/a.txt", "/work2/a.txt", "file:///work2/a.txt"),
            ("../số 7.txt", "../số 7.txt", "file:///s%E1%BB%91%207.txt"),
            ("a:b%,\n#?.txt", "a:b%,\n#?.txt", "a%3Ab%25%2C%0A%23%3F.txt"),
        ];
        for (path, relative, uri) in cases {
            let origin = Origin { path: path.to_owned(), relative: relative.to_owned(), uri: uri.to_owned() };
            assert_eq!(Origin::file(path.as_ref(), Some("/work".as_ref())), origin);
        }
        assert_eq!(Origin::file("kho/a b.txt".as_ref(), None).uri, "kho/a%20b.txt");
        assert_eq!(Origin::file("/kho/a.txt".as_ref(), None).uri, "/kho/a.txt");
    }
}
