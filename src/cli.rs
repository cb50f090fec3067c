//! The command line as typed: clap types and their help texts, nothing else.
//!
//! What the arguments mean together (which of them exclude each other, what stands for what when left out) is settled
//! by the drivers in [`command`](crate::command).

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::{ALL, Rules};
use crate::exit;
use crate::model::{Code, Encoding, Severity};
use crate::output::flat::COLUMNS;

/// Turns the raw text of Vietnamese administrative bulletins into clean, structured JSON, and checks it.
#[derive(Debug, Clone, Parser)]
#[command(name = "bantin", version, after_help = exit::OVERVIEW, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to talk to the person at the terminal.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

/// The commands.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Write the bulletins as JSON or CSV.
    #[command(after_help = exit::HELP)]
    Convert(ConvertArgs),
    /// Show the bulletins as trees: sections and articles, agreement with the table of contents, findings.
    #[command(after_help = exit::HELP)]
    Outline(OutlineArgs),
    /// Write pages on which a person sees what became of each bulletin: the text beside what was read, and the findings.
    #[command(after_help = exit::HELP)]
    Review(ReviewArgs),
    /// Look for mistakes in the bulletins: what is wrong, where, and how to mend it.
    #[command(after_help = exit::CHECK_HELP)]
    Check(CheckArgs),
    /// Print texts as they were read: in UTF-8 and Unicode NFC, line by line as in the file.
    #[command(after_help = exit::TEXT_HELP)]
    Text(TextArgs),
    /// Check inputs and outputs of an earlier conversion against its manifest.
    #[command(after_help = exit::VERIFY_HELP)]
    Verify(VerifyArgs),
    /// Explain a rule of `check`, or list all of them.
    #[command(after_help = exit::PRINT_HELP)]
    Explain(ExplainArgs),
    /// Print the JSON Schema of what `convert` or `check` writes.
    #[command(after_help = exit::PRINT_HELP)]
    Schema(SchemaArgs),
    /// Print a script that completes commands and options in a shell.
    #[command(after_help = exit::PRINT_HELP)]
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for each command.
    #[command(after_help = exit::PRINT_HELP)]
    Man(ManArgs),
}

/// Options of every command that concern the terminal alone.
#[derive(Debug, Clone, Args)]
pub struct ConsoleArgs {
    /// Report only what failed, without warnings and without a closing line.
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colours; `auto` uses them on a terminal, unless NO_COLOR is set.
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: Color,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always, also into a file or a pipe.
    Always,
    /// Never.
    Never,
}

/// Where the texts come from. Shared by every command that reads bulletins.
#[derive(Debug, Clone, Default, Args)]
pub struct InputArgs {
    /// Files, folders, or `-` for standard input.
    ///
    /// A file is read whatever its extension. A folder is searched with the folders below it, in the order of the
    /// bytes of the paths. Without any PATH, standard input is read when it is not a terminal.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Extensions to look for in folders, in any case [default: txt,md].
    #[arg(long, value_name = "EXT", value_delimiter = ',', help_heading = "Input")]
    pub ext: Vec<String>,
    /// Leave out what matches GLOB in folders; may be repeated.
    ///
    /// A GLOB without `/` is compared with the names of files and folders at any depth, one with `/` with the path
    /// below the PATH that is searched. `*` stays within a name, `**` crosses folders.
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub exclude: Vec<String>,
    /// Follow symbolic links in folders; a link that leads back to a folder above it is skipped.
    #[arg(long, help_heading = "Input")]
    pub follow: bool,
    /// Read further paths from FILE, one a line; `-` for standard input.
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub files_from: Option<PathBuf>,
    /// The paths in the list are separated by NUL bytes, not by line ends (as `find -print0` writes them).
    #[arg(long, requires = "files_from", help_heading = "Input")]
    pub null: bool,
    /// Read every input in this encoding [default: the one that each file is found to be in].
    ///
    /// Found are UTF-8, UTF-16, windows-1258, and TCVN3 (ABC) and VNI, as single bytes or saved as UTF-8 in their Western
    /// reading (`-mojibake`). VIQR is read only where it is named here.
    #[arg(long, value_name = "NAME", value_parser = encoding(), help_heading = "Input")]
    pub encoding: Option<Encoding>,
}

/// How a run over many files goes. Shared by every command that reads bulletins.
#[derive(Debug, Clone, Default, Args)]
pub struct BatchArgs {
    /// Threads that work [default: one for each processor].
    ///
    /// What is written, and in which order, does not depend on their number.
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_JOBS))]
    #[arg(help_heading = "Run")]
    pub jobs: Option<u16>,
    /// When to show on standard error how far the run has come: files, bytes, rate, time left, findings.
    ///
    /// `auto` shows it on a terminal, unless the output goes to one, too, or --quiet is given.
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto", help_heading = "Run")]
    pub progress: ShowProgress,
}

/// More threads than this are a slip of the finger.
const MOST_JOBS: i64 = 1024;

/// When to show how far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ShowProgress {
    /// On a terminal.
    #[default]
    Auto,
    /// Always, also into a file or a pipe.
    Always,
    /// Never.
    Never,
}

/// Arguments of `convert`.
#[derive(Debug, Clone, Args)]
pub struct ConvertArgs {
    /// Where the texts come from.
    #[command(flatten)]
    pub input: InputArgs,
    /// How the run goes.
    #[command(flatten)]
    pub batch: BatchArgs,
    /// Form of the output on standard output [default: jsonl].
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<Format>,
    /// What one record stands for [default: bulletin; with `--format csv`: article].
    #[arg(long, value_enum, value_name = "UNIT", help_heading = "Output")]
    pub per: Option<Unit>,
    /// Write one indented JSON object for each input into DIR, and nothing to standard output.
    ///
    /// The file has the name of the input with `.json` added (`a.txt.json`; `stdin.json` for standard input). With a
    /// single PATH, its folders are mirrored from that PATH down; with several, or with a list, the folders of each
    /// path stand below DIR as they were given, without a leading `/` and without `..`. A file in DIR that bantin did
    /// not write is never overwritten. Each file is whole or not there, even when the run is killed; one run at a time
    /// may write to DIR.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["format", "per", "fields"], help_heading = "Output")]
    pub out: Option<PathBuf>,
    /// Columns of the rows of articles, in this order [default: all].
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Output")]
    #[arg(value_parser = PossibleValuesParser::new(COLUMNS), hide_possible_values = true)]
    pub fields: Vec<String>,
    /// Add `line_roles`: what each physical line was taken for.
    #[arg(long, help_heading = "Output")]
    pub line_roles: bool,
    /// Write to FILE what proves that inputs and outputs are still the same: a JSON object on a line for each input.
    ///
    /// While the run goes on, the lines are in `FILE.partial`; `bantin verify FILE` checks them later. Paths are as walked:
    /// relative ones begin at the current folder. `bantin schema manifest` describes the lines.
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub manifest: Option<PathBuf>,
    /// Convert only what the earlier run with this `--out` and `--manifest` did not, or what has changed since.
    ///
    /// An input is passed over when its checksum, the options and the version of the program are those of the manifest,
    /// and its output still has the checksum that stands there. An earlier run may have been killed at any moment.
    #[arg(long, requires_all = ["out", "manifest"], help_heading = "Output")]
    pub resume: bool,
    /// Name up to N files in the summary that a person should look at first; 0 for none.
    ///
    /// These are files without a bulletin, and those with the most weak articles, missing citations and unrecognised
    /// lines. The summary is written to standard error when there was more than one input, unless --quiet is given.
    #[arg(long, value_name = "N", default_value_t = 5, help_heading = "Run")]
    pub worst: usize,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// JSON Lines: one record on each line.
    Jsonl,
    /// One indented JSON array, also for no or one record.
    Json,
    /// Comma-separated values with a header; only of articles.
    Csv,
}

/// What one record stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// A bulletin, complete.
    Bulletin,
    /// An article, as a flat row.
    Article,
}

/// Arguments of `outline`.
#[derive(Debug, Clone, Args)]
pub struct OutlineArgs {
    /// Where the texts come from.
    #[command(flatten)]
    pub input: InputArgs,
    /// How the run goes.
    #[command(flatten)]
    pub batch: BatchArgs,
}

/// Arguments of `review`.
#[derive(Debug, Clone, Args)]
pub struct ReviewArgs {
    /// Where the texts come from.
    #[command(flatten)]
    pub input: InputArgs,
    /// How the run goes.
    #[command(flatten)]
    pub batch: BatchArgs,
    /// Write a page for each input, and `index.html`, into DIR.
    ///
    /// A page has the name of the input with `.html` added; folders are mirrored as by `convert --out`. The pages need
    /// no network and no other file: open `index.html` in any browser. A file in DIR that is no page of bantin's own is
    /// never overwritten.
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    pub out: PathBuf,
    /// Language of the labels; the words of findings are English.
    #[arg(long, value_enum, value_name = "LANG", default_value = "en", help_heading = "Output")]
    pub lang: Lang,
}

/// Language of the labels on pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English.
    En,
    /// Vietnamese.
    Vi,
}

/// Arguments of `text`.
#[derive(Debug, Clone, Args)]
pub struct TextArgs {
    /// Where the texts come from.
    #[command(flatten)]
    pub input: InputArgs,
}

/// Arguments of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// Where the texts come from.
    #[command(flatten)]
    pub input: InputArgs,
    /// How the run goes.
    #[command(flatten)]
    pub batch: BatchArgs,
    /// Form of the findings on standard output.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text", help_heading = "Findings")]
    pub format: FindingFormat,
    /// Lowest level of a finding that ends the check with status 1 [default: error].
    #[arg(long, value_enum, value_name = "LEVEL", help_heading = "Findings")]
    pub fail_on: Option<FailOn>,
    /// Count findings of these rules as errors; `all` for every rule, and a rule that is named beats `all`.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules(), help_heading = "Findings")]
    #[arg(hide_possible_values = true)]
    pub error: Vec<Rules>,
    /// Count findings of these rules as warnings.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules(), help_heading = "Findings")]
    #[arg(hide_possible_values = true)]
    pub warn: Vec<Rules>,
    /// Count findings of these rules as notes.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules(), help_heading = "Findings")]
    #[arg(hide_possible_values = true)]
    pub note: Vec<Rules>,
    /// Say nothing of these rules. `bantin explain` lists the rules.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules(), help_heading = "Findings")]
    #[arg(hide_possible_values = true)]
    pub allow: Vec<Rules>,
    /// Days that a citation may lie before the issue date, for the rule `date-too-old` [default: 366].
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..), help_heading = "Findings")]
    pub max_age_days: Option<u32>,
    /// Read the configuration from FILE, for every input.
    ///
    /// Without it, each input has the `bantin.toml` of its own folder or, if there is none, of the nearest folder above
    /// it that holds one; standard input has that of the current folder. The command line beats the file.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", help_heading = "Findings")]
    pub config: Option<PathBuf>,
    /// Read no configuration.
    #[arg(long, help_heading = "Findings")]
    pub no_config: bool,
}

/// Form of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    /// For people: the place in the text, underlined, and what to do.
    Text,
    /// JSON Lines: one finding on each line.
    Jsonl,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
}

/// A level that ends a check with status 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors alone.
    Error,
    /// Errors and warnings.
    Warning,
    /// Every finding.
    Note,
}

impl From<FailOn> for Severity {
    fn from(level: FailOn) -> Self {
        match level {
            FailOn::Error => Self::Error,
            FailOn::Warning => Self::Warning,
            FailOn::Note => Self::Note,
        }
    }
}

/// Arguments of `verify`.
#[derive(Debug, Clone, Args)]
pub struct VerifyArgs {
    /// The manifest.
    #[arg(value_name = "MANIFEST")]
    pub manifest: PathBuf,
    /// The folder that relative paths in the manifest begin at: the one that the conversion ran in [default: the current
    /// folder].
    #[arg(long, value_name = "DIR")]
    pub base: Option<PathBuf>,
}

/// Arguments of `completions`.
#[derive(Debug, Clone, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Clone, Args)]
pub struct ManArgs {
    /// Write a page for the program and for each command into DIR, which is created where there is none.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, Clone, Args)]
pub struct ExplainArgs {
    /// The rule's code; without it, all rules are listed.
    #[arg(value_name = "CODE", value_parser = code(), hide_possible_values = true)]
    pub code: Option<Code>,
}

/// The rules' codes as values, so that a mistyped one is answered with the nearest.
fn codes() -> impl Iterator<Item = PossibleValue> {
    Code::ALL.iter().map(|code| PossibleValue::new(code.as_str()).help(code.summary()))
}

/// Reads the code of a rule.
fn code() -> impl TypedValueParser<Value = Code> {
    PossibleValuesParser::new(codes()).try_map(|text| text.parse::<Code>())
}

/// Reads the code of a rule, or the word for all of them.
fn rules() -> impl TypedValueParser<Value = Rules> {
    PossibleValuesParser::new(codes().chain([PossibleValue::new(ALL)])).try_map(|text| text.parse::<Rules>())
}

/// Reads the name of an encoding.
fn encoding() -> impl TypedValueParser<Value = Encoding> {
    PossibleValuesParser::new(Encoding::ALL.map(Encoding::as_str)).try_map(|text| text.parse::<Encoding>())
}

/// Arguments of `schema`.
#[derive(Debug, Clone, Args)]
pub struct SchemaArgs {
    /// What to describe.
    #[arg(value_enum, value_name = "NAME", default_value = "bulletin")]
    pub name: SchemaName,
}

/// A schema's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// A bulletin, as `convert` writes it.
    Bulletin,
    /// A flat row, as `convert --per article` writes it.
    ArticleRow,
    /// A finding, as `check --format jsonl` writes it.
    Diagnostic,
    /// A line of a manifest, as `convert --manifest` writes it.
    Manifest,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_argument_has_a_help_text() {
        for command in Cli::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
            }
        }
    }
}
