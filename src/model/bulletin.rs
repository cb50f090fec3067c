//! The bulletin itself: file, masthead, table of contents, sections, furniture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Article, Diagnostic, Encoding, LineRange, LineRole};

/// One bulletin: everything that one input file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bulletin {
    /// Version of the contract, always `bantin/1`.
    pub schema: String,
    /// The program that wrote it.
    pub generator: Generator,
    /// First 16 hex digits of `file.sha256`.
    pub id: String,
    /// The input.
    pub file: FileInfo,
    /// What kind of bulletin it is.
    pub layout: LayoutKind,
    /// The bulletin's name, without date and number.
    pub title: Option<String>,
    /// Number and date of the issue.
    pub issue: Issue,
    /// The person named in the colophon.
    pub editor: Option<String>,
    /// Every masthead line.
    pub masthead: Vec<MastheadLine>,
    /// The table of contents.
    pub toc: Vec<TocGroup>,
    /// Sections in body order.
    pub sections: Vec<Section>,
    /// What is neither content nor masthead.
    pub furniture: Vec<Furniture>,
    /// Findings, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// What each physical line was taken for; present only when asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line_roles: Option<Vec<Vec<LineRole>>>,
}

impl Bulletin {
    /// All its articles in body order, whatever section they stand in.
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = &Article> + Clone {
        self.sections.iter().flat_map(|section| &section.articles)
    }
}

/// Name and version of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// `bantin`.
    pub name: String,
    /// Version of the program.
    pub version: String,
}

/// The input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FileInfo {
    /// Path as walked; `-` for standard input.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Number of physical lines; a final line break does not begin another line.
    pub lines: u32,
    /// Encoding that the file was read in.
    pub encoding: Encoding,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
}

/// Kind of bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutKind {
    /// A press review: articles taken from newspapers, each closed by a citation.
    PressReview,
    /// A newsletter out of a two-column PDF.
    Newsletter,
    /// A conference pack: reports and speeches.
    Proceedings,
    /// No bulletin.
    Unknown,
}

impl LayoutKind {
    /// Its name in the JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PressReview => "press-review",
            Self::Newsletter => "newsletter",
            Self::Proceedings => "proceedings",
            Self::Unknown => "unknown",
        }
    }
}

/// Number and date of the issue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// Number as printed (`49/2020`).
    pub number: Option<String>,
    /// Date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Date as printed.
    pub date_text: Option<String>,
    /// Weekday as printed.
    pub weekday: Option<String>,
    /// Posting time of a web page, `YYYY-MM-DDTHH:MM`.
    pub posted: Option<String>,
}

/// A line of the masthead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MastheadLine {
    /// Its text.
    pub text: String,
    /// What it says.
    pub role: MastheadRole,
    /// Its lines.
    pub lines: LineRange,
}

/// What a masthead line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MastheadRole {
    /// The bulletin's name or a part of it.
    Name,
    /// The issue's number.
    Number,
    /// The issue's date.
    Date,
    /// The weekday alone.
    Weekday,
    /// A year alone (`Năm 2023`).
    YearLabel,
    /// The posting time of a web page.
    Posted,
    /// A slogan or a note on how often it appears.
    Slogan,
    /// Anything else.
    Other,
}

/// A group of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TocGroup {
    /// Enumerator as printed (`II`).
    pub number: Option<String>,
    /// Heading of the group; null where entries stand under none.
    pub title: Option<String>,
    /// Page printed for the group.
    pub page: Option<u32>,
    /// Lines of the heading, or of the first entry where there is none.
    pub lines: LineRange,
    /// Entries in order.
    pub entries: Vec<TocEntry>,
}

/// An entry of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TocEntry {
    /// Number as printed.
    pub number: Option<u32>,
    /// Title as printed.
    pub title: String,
    /// Page as printed.
    pub page: Option<u32>,
    /// Presenting body, in proceedings; else the author printed behind the title.
    pub presenter: Option<String>,
    /// Id of the matching article.
    pub article: Option<String>,
    /// Its lines.
    pub lines: LineRange,
}

/// A section of the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// Enumerator as printed.
    pub number: Option<String>,
    /// Its heading; null where articles stand under none.
    pub title: Option<String>,
    /// Lines of the heading; null where the body prints none.
    pub title_lines: Option<LineRange>,
    /// Lines from the heading to the end of the last article.
    pub lines: LineRange,
    /// Its articles, in order.
    pub articles: Vec<Article>,
}

/// What is neither content nor masthead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Furniture {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: FurnitureKind,
    /// Its text.
    pub text: String,
    /// Its lines.
    pub lines: LineRange,
}

/// Kind of [`Furniture`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// A header or footer that repeats on each page, or a table's header repeated after a page turn.
    RunningHeader,
    /// A page number alone.
    PageNumber,
    /// A link back to the top of the page.
    BackLink,
    /// The heading over the table of contents, and the headers of its tables.
    TocHeading,
    /// The chrome of a web page.
    SiteChrome,
    /// The colophon: who edited the issue.
    Colophon,
    /// What stands before the name of who presents a document (`Người trình bày:`).
    ByLineLabel,
    /// Text that found no place.
    Unrecognised,
}

/// What the lines of furniture are taken for.
impl From<FurnitureKind> for LineRole {
    fn from(kind: FurnitureKind) -> Self {
        match kind {
            FurnitureKind::RunningHeader => Self::RunningHeader,
            FurnitureKind::PageNumber => Self::PageNumber,
            FurnitureKind::BackLink => Self::BackLink,
            FurnitureKind::TocHeading => Self::TocHeading,
            FurnitureKind::SiteChrome => Self::SiteChrome,
            FurnitureKind::Colophon => Self::Colophon,
            FurnitureKind::ByLineLabel => Self::Presenter,
            FurnitureKind::Unrecognised => Self::Unrecognised,
        }
    }
}
