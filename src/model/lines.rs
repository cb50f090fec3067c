//! Where in the file a piece of the output stands, and what each physical line was taken for.

use schemars::JsonSchema;
use serde::ser::SerializeTuple;
use serde::{Deserialize, Serialize, Serializer};

/// Physical lines of the input file, first and last, 1-based and inclusive, as an editor shows them.
///
/// In JSON it is the array `[first, last]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(from = "[u32; 2]")]
#[schemars(with = "[u32; 2]")]
pub struct LineRange {
    /// The first line, from 1.
    pub first: u32,
    /// The last line, never before `first`.
    pub last: u32,
}

impl LineRange {
    /// The range that holds a single line.
    pub const fn single(line: u32) -> Self {
        Self { first: line, last: line }
    }

    /// The range from `first` to `last`.
    pub const fn new(first: u32, last: u32) -> Self {
        Self { first, last }
    }

    /// The smallest range that holds both.
    pub fn join(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Whether `line` lies in the range.
    pub fn contains(self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }
}

/// By hand, since nearly everything in the output has its lines.
impl Serialize for LineRange {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&self.first)?;
        pair.serialize_element(&self.last)?;
        pair.end()
    }
}

impl From<[u32; 2]> for LineRange {
    fn from([first, last]: [u32; 2]) -> Self {
        Self { first, last }
    }
}

impl From<LineRange> for [u32; 2] {
    fn from(range: LineRange) -> Self {
        [range.first, range.last]
    }
}

/// What a physical line was taken for; a line can have several roles (the end of a paragraph and its citation).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineRole {
    /// Nothing but white space.
    Blank,
    /// A line of the masthead.
    Masthead,
    /// The heading over the table of contents.
    TocHeading,
    /// A group heading in the table of contents.
    TocGroup,
    /// An entry of the table of contents.
    TocEntry,
    /// A section heading in the body.
    SectionHeading,
    /// A label above a title (`THAM LUẬN`).
    Label,
    /// An article's title.
    Title,
    /// The body that presents a report or speech.
    Presenter,
    /// Running text.
    Paragraph,
    /// A heading inside an article.
    Subheading,
    /// An item of a list.
    ListItem,
    /// A caption.
    Caption,
    /// A footnote.
    Footnote,
    /// A row of a table.
    Table,
    /// The citation that closes an article.
    Citation,
    /// An address that belongs to an article.
    Link,
    /// A link back to the top of the page.
    BackLink,
    /// A running header.
    RunningHeader,
    /// A page number alone.
    PageNumber,
    /// The chrome of a web page.
    SiteChrome,
    /// The colophon.
    Colophon,
    /// Text that found no place.
    Unrecognised,
}

impl LineRole {
    /// Its name in the JSON, which styles and filters of pages go by as well.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Masthead => "masthead",
            Self::TocHeading => "toc-heading",
            Self::TocGroup => "toc-group",
            Self::TocEntry => "toc-entry",
            Self::SectionHeading => "section-heading",
            Self::Label => "label",
            Self::Title => "title",
            Self::Presenter => "presenter",
            Self::Paragraph => "paragraph",
            Self::Subheading => "subheading",
            Self::ListItem => "list-item",
            Self::Caption => "caption",
            Self::Footnote => "footnote",
            Self::Table => "table",
            Self::Citation => "citation",
            Self::Link => "link",
            Self::BackLink => "back-link",
            Self::RunningHeader => "running-header",
            Self::PageNumber => "page-number",
            Self::SiteChrome => "site-chrome",
            Self::Colophon => "colophon",
            Self::Unrecognised => "unrecognised",
        }
    }
}
