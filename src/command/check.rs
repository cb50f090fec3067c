//! `bantin check`: what is wrong in the inputs, one file in memory at a time.
//!
//! The rules that see one text are those of the parse. What they say gets its level here, in one place, and the one rule
//! over all files of a run, `duplicate-article`, is added to it.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use super::run::{Errand, Parsed, Raw, Wishes, for_each};
use super::settings::{Lookup, Settings};
use super::{Streams, WRITING, inputs, is_closed_pipe, jobs, palette, progress, reporter};
use crate::cli::{CheckArgs, ConsoleArgs, FindingFormat};
use crate::duplicates::{Duplicates, Fingerprint};
use crate::exit::Exit;
use crate::facts::{Facts, Findings, many};
use crate::input::{self, Input};
use crate::model::{Code, Diagnostic, Encoding, LineRange, Severity};
use crate::output::findings::{Excerpt, Finding, Form, Origin, Report, Source, Told};
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
    let progress = progress(&mut streams.bar, streams.terminal, console, &args.batch, &args.input, None);
    let reporter = &mut reporter(console, streams.stderr, streams.terminal).showing(progress);
    let report = Report::begin(BufWriter::new(&mut streams.stdout), form).context(WRITING)?;
    let current = env::current_dir().ok();
    let encoding = args.input.encoding;
    let mut check =
        Check { lookup, encoding, current, form, report, duplicates: Duplicates::default(), tally: Tally::default() };
    let outcome = for_each(inputs, &mut streams.stdin, &mut check, reporter, jobs(&args.batch));
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
    /// The encoding that was asked for.
    encoding: Option<Encoding>,
    /// The current directory, if there is one.
    current: Option<PathBuf>,
    /// The form of the report.
    form: Form,
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
    /// How findings are told.
    form: Form,
}

/// What came of an input.
struct Checked {
    /// What holds for it.
    ticket: Ticket,
    /// What the rules for one text found, at their levels.
    findings: Vec<Told>,
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
        Ok(Wishes { max_age_days, encoding: self.encoding, ..Wishes::default() })
    }

    fn admit(&mut self, input: &Input) -> anyhow::Result<Ticket> {
        let origin = match &input.source {
            input::Source::Stdin => Origin::stdin(),
            input::Source::File(path) => Origin::file(path, self.current.as_deref()),
        };
        Ok(Ticket { settings: self.lookup.of(&input.source)?, origin, form: self.form })
    }

    fn make(ticket: Ticket, raw: &Raw<'_>) -> anyhow::Result<(Checked, Facts)> {
        let Parsed { text, bulletin, facts } = raw.parse();
        let source = Source::new(&text);
        let judged = bulletin.diagnostics.iter().filter_map(|diagnostic| ticket.settings.judge(diagnostic));
        let found = judged.map(|diagnostic| Finding { excerpt: source.excerpt(&diagnostic), diagnostic });
        let findings = found.map(|finding| ticket.form.tell(&ticket.origin, finding)).collect::<Result<_, _>>()?;
        let lines = bulletin.file.lines;
        let articles = Fingerprint::of_bulletin(&bulletin);
        let titles = articles.iter().map(|article| source.lines(article.title_lines)).collect();
        let whole = source.lines(LineRange::new(1, lines.max(1)));
        Ok((Checked { ticket, findings, lines, articles, titles, whole }, facts))
    }

    fn weight(checked: &Checked) -> usize {
        // A title is a line that fits on a screen.
        checked.findings.iter().map(Told::weight).sum::<usize>() + checked.titles.len() * 256
    }

    fn accept(&mut self, checked: Checked) -> anyhow::Result<()> {
        let Checked { ticket: Ticket { settings, origin, form }, mut findings, lines, articles, titles, whole } =
            checked;
        let repeated = self.duplicates.find(&origin.path, lines, &articles);
        let repeated: Vec<Diagnostic> = repeated.iter().filter_map(|diagnostic| settings.judge(diagnostic)).collect();
        if !repeated.is_empty() {
            // What follows from the second printing is not told again.
            let follows = [
                Code::ArticleNotInToc,
                Code::NumberRepeated,
                Code::NumberGap,
                Code::SectionDiffers,
                Code::HeadingLevel,
            ];
            let at: BTreeSet<u32> = repeated.iter().map(|diagnostic| diagnostic.lines.first).collect();
            findings.retain(|Told { finding: Finding { diagnostic, .. }, .. }| {
                !at.contains(&diagnostic.lines.first) || !follows.contains(&diagnostic.code)
            });
            // All at once: a file can hold thousands of articles twice.
            let titles: BTreeMap<LineRange, &Excerpt> =
                articles.iter().map(|article| article.title_lines).zip(&titles).collect();
            for diagnostic in repeated {
                let excerpt = titles.get(&diagnostic.lines).map_or(&whole, |title| *title).clone();
                findings.push(form.tell(&origin, Finding { diagnostic, excerpt }).context(WRITING)?);
            }
            findings.sort_by_key(|told| place(&told.finding.diagnostic));
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
    /// The findings by level.
    findings: Findings,
    /// Files that have any of them.
    files: u64,
    /// Whether one of them is of the failing level.
    failing: bool,
}

impl Tally {
    /// Counts the findings of a file; those from `fail_on` on are of the failing level.
    fn add(&mut self, findings: &[Told], fail_on: Severity) {
        self.files += u64::from(!findings.is_empty());
        for told in findings {
            let severity = told.finding.diagnostic.severity;
            self.findings.add(severity);
            self.failing |= severity >= fail_on;
        }
    }

    /// The findings in words, after `checked` files were checked and `failed` inputs could not be read.
    fn summary(&self, checked: u64, failed: u64) -> String {
        let (files, found) = (many(checked, "file"), self.findings.in_words());
        let summary = if checked == 0 {
            "nothing was checked".to_owned()
        } else if found.is_empty() {
            format!("{files}, nothing found")
        } else {
            format!("{found} in {} of {files}", self.files)
        };
        if failed == 0 { summary } else { format!("{summary}; {} could not be read", many(failed, "input")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts() {
        let tally =
            |error, warning, note, files| Tally { findings: Findings { error, warning, note }, files, failing: false };
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
