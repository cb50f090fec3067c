//! Findings as annotations of GitHub Actions.
//!
//! GitHub shows ten annotations of each level for a step and drops the others without a word. So where there are more,
//! nine are annotations, the tenth says how many more there are, and those stand in the log below it, in a group. They
//! wait in a temporary file, so that memory stays flat.

use std::cmp::Ordering;
use std::io::{self, Seek, Write};

use tempfile::SpooledTempFile;

use super::{Finding, Origin};
use crate::model::{Diagnostic, Severity};
use crate::output::paint::printable;

/// Annotations of each level that GitHub shows for a step.
const SHOWN: u64 = 10;

/// Bytes that wait in memory before they go to a temporary file.
const IN_MEMORY: usize = 1 << 20;

/// The levels, in the order in which what is left of them is told.
const LEVELS: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// What was written so far.
pub(super) struct Annotations {
    /// Findings of each level.
    counts: [u64; LEVELS.len()],
    /// The tenth finding of each level, as annotation and as line of the log: which it is, the eleventh tells.
    tenth: [Option<(String, String)>; LEVELS.len()],
    /// Findings that are no annotations, as lines of the log.
    rest: SpooledTempFile,
}

impl Default for Annotations {
    fn default() -> Self {
        Self { counts: [0; LEVELS.len()], tenth: [None, None, None], rest: SpooledTempFile::new(IN_MEMORY) }
    }
}

impl Annotations {
    /// Writes a finding, or keeps it for the end.
    pub(super) fn write(&mut self, mut out: impl Write, origin: &Origin, finding: &Finding) -> io::Result<()> {
        let diagnostic = &finding.diagnostic;
        let level = LEVELS.iter().position(|level| *level == diagnostic.severity).unwrap_or_default();
        let (Some(count), Some(tenth)) = (self.counts.get_mut(level), self.tenth.get_mut(level)) else { return Ok(()) };
        *count += 1;
        match (*count).cmp(&SHOWN) {
            Ordering::Less => writeln!(out, "{}", annotation(origin, diagnostic)),
            Ordering::Equal => {
                *tenth = Some((annotation(origin, diagnostic), line(origin, diagnostic)));
                Ok(())
            }
            Ordering::Greater => {
                if let Some((_, line)) = tenth.as_mut().filter(|_| *count == SHOWN + 1) {
                    writeln!(self.rest, "{line}")?;
                }
                writeln!(self.rest, "{}", line(origin, diagnostic))
            }
        }
    }

    /// Writes what was kept.
    pub(super) fn finish(mut self, mut out: impl Write) -> io::Result<()> {
        let mut more = false;
        for ((severity, count), tenth) in LEVELS.into_iter().zip(self.counts).zip(self.tenth) {
            match tenth {
                Some((tenth, _)) if count == SHOWN => writeln!(out, "{tenth}")?,
                Some(_) => {
                    let left = count - (SHOWN - 1);
                    let name = severity.as_str();
                    writeln!(out, "::{} title=bantin::{left} more {name}s stand in the log below", command(severity))?;
                    more = true;
                }
                None => {}
            }
        }
        if !more {
            return Ok(());
        }
        writeln!(out, "::group::Findings beyond the annotations")?;
        self.rest.rewind()?;
        io::copy(&mut self.rest, &mut out)?;
        writeln!(out, "::endgroup::")
    }
}

/// The workflow command of a level.
const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// A finding as a workflow command.
fn annotation(origin: &Origin, diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, help, lines, column, end_column } = diagnostic;
    let last = lines.last.max(lines.first);
    let mut text =
        format!("::{} file={},line={},endLine={last}", command(*severity), property(&origin.relative), lines.first);
    // GitHub takes columns only on a single line.
    if let Some(column) = column.filter(|_| lines.first == last) {
        text.push_str(&format!(",col={column}"));
        if let Some(end) = end_column {
            text.push_str(&format!(",endColumn={}", (*end).max(column)));
        }
    }
    text.push_str(&format!(",title={}::{}", property(code.as_str()), data(message)));
    if let Some(help) = help {
        text.push_str(&format!("%0A{}", data(help)));
    }
    text
}

/// A finding as a line of the log.
fn line(origin: &Origin, diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, help, lines, column, .. } = diagnostic;
    let column = column.map_or(String::new(), |column| format!(":{column}"));
    let help = help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    let text = format!("{}: {}:{}{column}: {code}: {message}{help}", severity.as_str(), origin.path, lines.first);
    // The runner takes `##[` for a command wherever it stands on a line.
    printable(&text).replace("##[", "##\\u{5b}")
}

/// Escapes the data of a workflow command.
fn data(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => escaped.push_str("%25"),
            '\r' => escaped.push_str("%0D"),
            '\n' => escaped.push_str("%0A"),
            other => escaped.push_str(&printable(other.encode_utf8(&mut [0; 4]))),
        }
    }
    escaped
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::findings::samples::{diagnostic, finding, origin};

    /// The log of so many findings of each level.
    fn log(findings: &[(Severity, u32)]) -> Vec<String> {
        let (mut annotations, mut bytes) = (Annotations::default(), Vec::new());
        for (severity, count) in findings {
            for number in 1..=*count {
                let diagnostic = Diagnostic { severity: *severity, ..diagnostic((number, number), None) };
                annotations.write(&mut bytes, &origin("a.txt"), &finding("", diagnostic)).unwrap();
            }
        }
        annotations.finish(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn an_annotation_says_where_and_what() {
        let cases = [
            (
                diagnostic((3, 3), Some((5, 9))),
                "::error file=a.txt,line=3,endLine=3,col=5,endColumn=9,title=date-impossible\
                 ::no calendar holds 31/2%0Alook the date up",
            ),
            (
                Diagnostic { severity: Severity::Note, help: None, ..diagnostic((3, 5), Some((5, 9))) },
                "::notice file=a.txt,line=3,endLine=5,title=date-impossible::no calendar holds 31/2",
            ),
            (
                Diagnostic { severity: Severity::Warning, help: None, ..diagnostic((3, 1), Some((5, 2))) },
                "::warning file=a.txt,line=3,endLine=3,col=5,endColumn=5,title=date-impossible::no calendar holds 31/2",
            ),
        ];
        for (diagnostic, expected) in cases {
            assert_eq!(annotation(&origin("a.txt"), &diagnostic), expected);
        }
    }

    #[test]
    fn nothing_breaks_out_of_a_command() {
        let hostile = "50%,a:b::error::x\r\n##[group]\u{1b}";
        let diagnostic =
            Diagnostic { message: hostile.to_owned(), help: Some(hostile.to_owned()), ..diagnostic((1, 1), None) };
        assert_eq!(
            annotation(&origin(hostile), &diagnostic),
            "::error file=50%25%2Ca%3Ab%3A%3Aerror%3A%3Ax%0D%0A##[group]\\u{1b},line=1,endLine=1,\
             title=date-impossible::50%25,a:b::error::x%0D%0A##[group]\\u{1b}%0A50%25,a:b::error::x%0D%0A##[group]\\u{1b}"
        );
        let escaped = "50%,a:b::error::x\\r\\n##\\u{5b}group]\\u{1b}";
        assert_eq!(
            line(&origin(hostile), &diagnostic),
            format!("error: {escaped}:1: date-impossible: {escaped} ({escaped})")
        );
    }

    #[test]
    fn ten_of_a_level_are_ten_annotations() {
        let log = log(&[(Severity::Error, 10), (Severity::Note, 1)]);
        assert_eq!(log.len(), 11);
        assert!(log.iter().all(|line| line.starts_with("::error file=") || line.starts_with("::notice file=")));
    }

    #[test]
    fn of_more_than_ten_the_tenth_tells_of_the_others() {
        let log = log(&[(Severity::Warning, 10), (Severity::Error, 12), (Severity::Note, 11)]);
        let count = |start: &str| log.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!((count("::warning file="), count("::error file="), count("::notice file=")), (10, 9, 9));
        let at = log.iter().position(|line| line.starts_with("::error title=bantin")).unwrap();
        assert_eq!(log[at], "::error title=bantin::3 more errors stand in the log below");
        assert_eq!(log[at + 2], "::notice title=bantin::2 more notes stand in the log below");
        assert_eq!(log[at + 3], "::group::Findings beyond the annotations");
        assert_eq!(log[log.len() - 1], "::endgroup::");
        let rest = &log[at + 4..log.len() - 1];
        let expected =
            ["error: a.txt:10:", "error: a.txt:11:", "error: a.txt:12:", "note: a.txt:10:", "note: a.txt:11:"];
        assert_eq!(rest.len(), expected.len());
        for (line, start) in rest.iter().zip(expected) {
            assert!(line.starts_with(start), "{line}");
        }
    }
}
