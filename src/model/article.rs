//! An article, its body and its citation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::LineRange;

/// One article, report or speech.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// `<bulletin id>-<first line>`: the same on every run and after a rename.
    pub id: String,
    /// The number printed for it, in the table of contents or at its heading.
    pub number: Option<u32>,
    /// Its heading as printed in the body, enumerator and markup removed, wrapped lines joined.
    pub title: String,
    /// Lines of the title.
    pub title_lines: LineRange,
    /// The kind printed above the title (`THAM LUẬN`).
    pub label: Option<String>,
    /// Its page in the table of contents.
    pub page: Option<u32>,
    /// Where the text was first published.
    pub source: Option<Source>,
    /// Date of the first publication, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The by-line split into people; the presenting body in proceedings.
    pub authors: Vec<String>,
    /// The address printed with the citation.
    pub url: Option<String>,
    /// Other addresses that the text links to without printing them.
    pub links: Vec<String>,
    /// The citation that closes the article.
    pub citation: Option<Citation>,
    /// What the cut before this article rests on.
    pub evidence: Vec<Evidence>,
    /// Blocks in reading order.
    pub body: Vec<Block>,
    /// From the first line that is its own to its last line of content.
    pub lines: LineRange,
}

/// The newspaper, site or agency that an article was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Name as printed (`Plo.vn`, `Báo Nhân Dân`).
    pub name: String,
    /// Its domain, lower case, without `www.`; null where the name is no domain.
    pub domain: Option<String>,
    /// The agency named before the source (`TTXVN` in `TTXVN/Baotintuc.vn`).
    pub agency: Option<String>,
}

/// A citation as printed and how its date was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// As printed, with its parentheses, without a back link and the closing `./.`.
    pub text: String,
    /// The date as printed.
    pub date_text: Option<String>,
    /// Whether the year was taken from the issue date.
    pub year_inferred: bool,
    /// Lines of the citation.
    pub lines: LineRange,
}

/// A signal that an article begins here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// The title stands in the table of contents.
    Toc,
    /// The line is marked as a heading (Markdown, bold, capitals, label).
    Heading,
    /// The line carries the next number.
    Number,
    /// The text before it was closed by a citation, or its own text is.
    Citation,
    /// Blank lines, a back link or a page turn set it apart.
    Spacing,
}

/// A block of an article's body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// Kind of block.
    #[serde(rename = "type")]
    pub kind: BlockKind,
    /// Text of the block; absent for a table.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// Mark of a footnote (`¹`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mark: Option<String>,
    /// Rows of a table.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rows: Option<Vec<Vec<String>>>,
    /// Lines of the block.
    pub lines: LineRange,
}

/// Kind of a [`Block`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the article, marker kept.
    Subheading,
    /// A list item, marker kept.
    ListItem,
    /// A caption.
    Caption,
    /// A footnote.
    Footnote,
    /// A table.
    Table,
}
