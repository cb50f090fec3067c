//! `bantin check`: what is wrong in the inputs, one file in memory at a time.
//!
//! The rules that see one text are those of the parse. What they say gets its level here, in one place, and the one rule
//! over all files of a run, `duplicate-article`, is added to it.

use std::env;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use super::run::{Errand, Parsed, Wishes, for_each};
use super::settings::{Lookup, Settings};
use super::{Streams, WRITING, inputs, is_closed_pipe, palette, reporter};
use crate::cli::{CheckArgs, ConsoleArgs, FindingFormat};
use crate::duplicates::{Duplicates, Fingerprint};
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::model::{Code, Diagnostic, LineRange, Severity};
use crate::output::findings::{Excerpt, Finding, Form, Origin, Report, Source};
use crate::output::paint::Palette;

/// Checks what the arguments name.
pub(super) fn run(args: &CheckArgs, console: &ConsoleArgs, streams: &mut Streams<'_>) -> anyhow::Result<Exit> {
    let lookup = Lookup::new(args)?;
    let inputs = inputs(&args.input, &mut streams.stdin, streams.terminal)?;
    let form = match args.format {
        FindingFormat::Text => {
            Form::Text { colours: palette(console.color, streams.terminal.stdout_colour) != Palette::default() }
        }
        FindingFormat::Jsonl => Form::Jsonl,
        FindingFormat::Github => Form::Github,
        FindingFormat::Sarif => Form::Sarif,
    };
    let reporter = &mut reporter(console, streams.stderr, streams.terminal);
    let report = Report::begin(BufWriter::new(&mut streams.stdout), form).context(WRITING)?;
    let current = env::current_dir().ok();
    let mut check = Check { lookup, current, report, duplicates: Duplicates::default(), tally: Tally::default() };
    let outcome = for_each(inputs, &mut streams.stdin, &mut check, reporter);
    let Check { report, tally, .. } = check;
    let (checked, failed) = reporter.counts();
    let exit = Exit::of_check(checked, failed, tally.failing);
    match outcome.and_then(|()| report.finish().context(WRITING)) {
        Ok(()) => reporter.close(&tally.summary(checked, failed)),
        // The reader had enough. What was found up to here is found all the same; this file was read, too.
        Err(error) if is_closed_pipe(&error) => return Ok(Exit::of_check(checked.max(1), failed, tally.failing)),
        Err(error) => return Err(error),
    }
    Ok(exit)
}

/// Checks one input after the other.
struct Check<W: Write> {
    /// The settings of each input.
    lookup: Lookup,
    /// The current directory, if there is one.
    current: Option<PathBuf>,
    /// Where findings go.
    report: Report<W>,
    /// The articles so far.
    duplicates: Duplicates,
    /// The findings so far.
    tally: Tally,
}

/// What holds for an input.
struct Ticket {
    /// Its settings.
    settings: Arc<Settings>,
    /// Where it is.
    origin: Origin,
}

/// What came of an input.
struct Checked {
    /// What holds for it.
    ticket: Ticket,
    /// What the rules for one text found, at their levels.
    findings: Vec<Finding>,
    /// How many lines it has.
    lines: u32,
    /// Its articles, with what the text says at their titles.
    articles: Vec<Fingerprint>,
    /// The text at the titles, in the same order; empty where nobody wants to know.
    titles: Vec<Excerpt>,
    /// The text of the whole file, for a finding about all of it.
    whole: Excerpt,
}

impl<W: Write> Errand for Check<W> {
    type Ticket = Ticket;
    type Product = Checked;

    // A rule says it, at the level that was asked for.
    const WARNS: bool = false;

    fn wishes(&mut self, input: &Input) -> anyhow::Result<Wishes> {
        let max_age_days = self.lookup.of(&input.source)?.max_age_days;
        Ok(Wishes { max_age_days, ..Wishes::default() })
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Ticket> {
        let origin = match &input.source {
            input::Source::Stdin => Origin::stdin(),
            input::Source::File(path) => Origin::file(path, self.current.as_deref()),
        };
        Ok(Ticket { settings: self.lookup.of(&input.source)?, origin })
    }

    fn make(&self, ticket: Ticket, parsed: &Parsed<'_>) -> anyhow::Result<Checked> {
        let Parsed { text, bulletin, .. } = parsed;
        let source = Source::new(text);
        let judged = bulletin.diagnostics.iter().filter_map(|diagnostic| ticket.settings.judge(diagnostic));
        let findings = judged.map(|diagnostic| Finding { excerpt: source.excerpt(&diagnostic), diagnostic }).collect();
        let lines = bulletin.file.lines;
        let articles = Fingerprint::of_bulletin(bulletin);
        let titles = articles.iter().map(|article| source.lines(article.title_lines)).collect();
        let whole = source.lines(LineRange::new(1, lines.max(1)));
        Ok(Checked { ticket, findings, lines, articles, titles, whole })
    }

    fn accept(&mut self, checked: Checked) -> anyhow::Result<()> {
        let Checked { ticket: Ticket { settings, origin }, mut findings, lines, articles, titles, whole } = checked;
        for diagnostic in self.duplicates.find(&origin.path, lines, &articles) {
            let Some(diagnostic) = settings.judge(&diagnostic) else { continue };
            let title = articles.iter().zip(&titles).find(|(article, _)| article.title_lines == diagnostic.lines);
            let excerpt = title.map_or(&whole, |(_, title)| title).clone();
            // What follows from the second printing is not told again.
            let follows = [
                Code::ArticleNotInToc,
                Code::NumberRepeated,
                Code::NumberGap,
                Code::SectionDiffers,
                Code::HeadingLevel,
            ];
            findings.retain(|f| {
                f.diagnostic.lines.first != diagnostic.lines.first || !follows.contains(&f.diagnostic.code)
            });
            let at = findings.partition_point(|other| place(&other.diagnostic) <= place(&diagnostic));
            findings.insert(at, Finding { diagnostic, excerpt });
        }
        self.tally.add(&findings, settings.fail_on);
        self.report.add(&origin, &findings).context(WRITING)
    }
}

/// What findings are sorted by.
fn place(diagnostic: &Diagnostic) -> (u32, Option<u32>, Code) {
    (diagnostic.lines.first, diagnostic.column, diagnostic.code)
}

/// Counts findings.
#[derive(Debug, Default)]
struct Tally {
    /// Errors.
    errors: u64,
    /// Warnings.
    warnings: u64,
    /// Notes.
    notes: u64,
    /// Files that have any of them.
    files: u64,
    /// Whether one of them is of the failing level.
    failing: bool,
}

impl Tally {
    /// Counts the findings of a file; those from `fail_on` on are of the failing level.
    fn add(&mut self, findings: &[Finding], fail_on: Severity) {
        self.files += u64::from(!findings.is_empty());
        for Finding { diagnostic, .. } in findings {
            let count = match diagnostic.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            };
            *count += 1;
            self.failing |= diagnostic.severity >= fail_on;
        }
    }

    /// The findings in words, after `checked` files were checked and `failed` inputs could not be read.
    fn summary(&self, checked: u64, failed: u64) -> String {
        let counted = |count: u64, name: &str| {
            (count > 0).then(|| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        };
        let found = [counted(self.errors, "error"), counted(self.warnings, "warning"), counted(self.notes, "note")];
        let found: Vec<String> = found.into_iter().flatten().collect();
        let files = counted(checked, "file").unwrap_or_else(|| "0 files".to_owned());
        let summary = if checked == 0 {
            "nothing was checked".to_owned()
        } else if found.is_empty() {
            format!("{files}, nothing found")
        } else {
            format!("{} in {} of {files}", found.join(", "), self.files)
        };
        match counted(failed, "input") {
            Some(inputs) => format!("{summary}; {inputs} could not be read"),
            None => summary,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts() {
        let tally = |errors, warnings, notes, files| Tally { errors, warnings, notes, files, failing: false };
        let cases = [
            (tally(3, 12, 4, 5), 65, 0, "3 errors, 12 warnings, 4 notes in 5 of 65 files"),
            (tally(1, 0, 1, 1), 1, 0, "1 error, 1 note in 1 of 1 file"),
            (tally(0, 0, 0, 0), 65, 0, "65 files, nothing found"),
            (tally(0, 0, 0, 0), 1, 0, "1 file, nothing found"),
            (tally(0, 1, 0, 1), 2, 1, "1 warning in 1 of 2 files; 1 input could not be read"),
            (tally(0, 0, 0, 0), 0, 2, "nothing was checked; 2 inputs could not be read"),
        ];
        for (tally, checked, failed, expected) in cases {
            assert_eq!(tally.summary(checked, failed), expected);
        }
    }
}
