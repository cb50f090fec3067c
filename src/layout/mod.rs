//! The layouts, each a description that the shared stages read.
//!
//! A layout says how articles open and close and what their bodies may hold; it holds no code of its own. Which layout a
//! text has is told by `recognise`, which weighs its `signs`.

mod habit;
mod newsletter;
pub mod pack;
pub mod recognise;
mod signs;
mod unclosed;

use crate::citation::Form;
use crate::model::LayoutKind;
pub use unclosed::LEAST_WORDS_IN_BLOCKS;

/// How articles open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// With a title that stands by itself; contents, closings, numbers and markup tell it from a sub-heading.
    Title,
    /// With a number in sequence before the title.
    Number,
    /// With a label (`THAM LUẬN`) above the title.
    Label,
}

/// A layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Its name.
    pub kind: LayoutKind,
    /// How articles open.
    pub opening: Opening,
    /// What their closing citations look like; None where they close without one.
    pub closing: Option<Form>,
    /// Whether the citation stands between the title and the text, as a rule.
    pub below_title: bool,
    /// Whether addresses alone close the articles, and nothing else does.
    pub addresses: bool,
    /// Whether blank lines part the articles, each a title right above its text, and less than half of them name a source.
    pub in_blocks: bool,
    /// Whether a list of contents stands at the top.
    pub listed: bool,
    /// Whether captions stand among the text.
    pub captions: bool,
    /// Whether footnotes and tables stand among the text.
    pub documents: bool,
}

/// A press review.
pub const PRESS_REVIEW: Layout = Layout {
    kind: LayoutKind::PressReview,
    opening: Opening::Title,
    closing: Some(Form::Parenthesised),
    below_title: false,
    addresses: false,
    in_blocks: false,
    listed: true,
    captions: true,
    documents: false,
};

/// A newsletter out of a two-column PDF.
pub const NEWSLETTER: Layout = Layout {
    kind: LayoutKind::Newsletter,
    opening: Opening::Number,
    closing: Some(Form::Line),
    below_title: false,
    addresses: false,
    in_blocks: false,
    listed: false,
    captions: true,
    documents: false,
};

/// A newsletter that lists its contents on its first page.
pub const LISTED_NEWSLETTER: Layout = Layout { listed: true, ..NEWSLETTER };

/// A newsletter whose articles open with a title and close with who wrote them.
pub const SIGNED_NEWSLETTER: Layout = Layout { opening: Opening::Title, ..LISTED_NEWSLETTER };

/// A conference pack.
pub const PROCEEDINGS: Layout = Layout {
    kind: LayoutKind::Proceedings,
    opening: Opening::Label,
    closing: None,
    below_title: false,
    addresses: false,
    in_blocks: false,
    listed: true,
    captions: false,
    documents: true,
};
