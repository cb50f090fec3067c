//! Findings: what is wrong in a bulletin, where, and how to mend it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::LineRange;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// Stable code of the rule.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Lines that it speaks of.
    pub lines: LineRange,
    /// First column, 1-based, in Unicode scalar values; null where the whole line is meant.
    pub column: Option<u32>,
    /// Column after the last; null where the whole line is meant.
    pub end_column: Option<u32>,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

/// The rules, each with its stable code. The one list that conversion and checking share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The text is no bulletin.
    NotABulletin,
    /// An article rests on one weak signal.
    WeakArticle,
    /// Columns were printed side by side and cannot be told apart.
    ColumnsInterleaved,
    /// A character that no encoding could give.
    ReplacementCharacter,
}
