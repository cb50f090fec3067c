//! Findings: what is wrong in a bulletin, where, and how to mend it.

use std::fmt;
use std::str::FromStr;

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

impl Diagnostic {
    /// A finding of the rule `code` with the severity that the rule has of itself, about whole lines.
    pub fn new(code: Code, lines: LineRange, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            help: None,
            lines,
            column: None,
            end_column: None,
        }
    }

    /// The same finding with a remedy.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
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

/// Declares [`Code`] and what is fixed for each rule, so that a rule is one row.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $code:literal, $severity:ident, $summary:literal;)*) => {
        /// The rules, each with its stable code. The one list that conversion and checking share; `docs/diagnostics.md`
        /// has a section for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Code {
            /// Every rule, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as it is printed and typed: kebab-case, never renamed.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How grave a finding is unless a caller says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What is wrong where the rule speaks: a clause that begins with a small letter and has no full stop.
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary,)* }
            }
        }
    };
}

codes! {
    // Of the file as a whole.
    /// The text is no bulletin of a known layout.
    NotABulletin: "not-a-bulletin", Error, "the text is no bulletin of a known layout";
    /// Two columns were printed side by side and cannot be told apart.
    ColumnsInterleaved: "columns-interleaved", Error, "two columns were printed side by side and cannot be told apart";
    /// The text is in an encoding of the years before Unicode.
    LegacyEncoding: "legacy-encoding", Warning, "the text is in an encoding of the years before Unicode";
    /// Bytes of the file mean nothing in its encoding.
    ReplacementCharacter: "replacement-character", Error, "bytes of the file mean nothing in its encoding";
    /// Letters and marks are stored apart or in an unusual form.
    TextNotNormalised: "text-not-normalised", Note, "letters and marks are stored apart or in an unusual form";
    /// Letters of other languages stand in place of Vietnamese ones.
    ForeignLetter: "foreign-letter", Warning, "letters of other languages stand in place of Vietnamese ones";
    // Of the masthead.
    /// The masthead does not say of which day the issue is.
    IssueDateMissing: "issue-date-missing", Warning, "the masthead does not say of which day the issue is";
    /// The weekday in the masthead is not that of the issue date.
    WeekdayMismatch: "weekday-mismatch", Error, "the weekday in the masthead is not that of the issue date";
    /// The year in the masthead is not that of the issue date.
    YearLabelMismatch: "year-label-mismatch", Warning, "the year in the masthead is not that of the issue date";
    // Of the table of contents.
    /// An entry of the contents has no article.
    TocEntryWithoutArticle: "toc-entry-without-article", Error, "an entry of the contents has no article";
    /// An article is missing from the contents.
    ArticleNotInToc: "article-not-in-toc", Warning, "an article is missing from the contents";
    /// Contents and body print a title differently.
    TocTitleDiffers: "toc-title-differs", Warning, "contents and body print a title differently";
    /// Contents and body print the articles in different orders.
    TocOrderDiffers: "toc-order-differs", Warning, "contents and body print the articles in different orders";
    /// Contents and body disagree on a section.
    SectionDiffers: "section-differs", Warning, "contents and body disagree on a section";
    /// A page in the contents is lower than the one before.
    PageGoesBack: "page-goes-back", Warning, "a page in the contents is lower than the one before";
    // Of numbers and headings.
    /// A number is left out.
    NumberGap: "number-gap", Warning, "a number is left out";
    /// A number is used twice.
    NumberRepeated: "number-repeated", Warning, "a number is used twice";
    /// A title is set on another heading level than the other titles.
    HeadingLevel: "heading-level", Note, "a title is set on another heading level than the other titles";
    /// An article rests on its looks alone.
    WeakArticle: "weak-article", Warning, "an article rests on its looks alone";
    /// An article has no text.
    EmptyArticle: "empty-article", Error, "an article has no text";
    /// An article stands in the run twice.
    DuplicateArticle: "duplicate-article", Warning, "an article stands in the run twice";
    // Of citations.
    /// An article has no citation although the others have one.
    MissingCitation: "missing-citation", Warning, "an article has no citation although the others have one";
    /// Text stands behind the citation of an article.
    TextBehindCitation: "text-behind-citation", Warning, "text stands behind the citation of an article";
    /// A parenthesis of the citation is missing.
    CitationUnbalanced: "citation-unbalanced", Warning, "a parenthesis of the citation is missing";
    /// A citation has no date although the others have one.
    CitationWithoutDate: "citation-without-date", Warning, "a citation has no date although the others have one";
    /// No calendar holds this day.
    DateImpossible: "date-impossible", Error, "no calendar holds this day";
    /// A citation's date lies after the issue date.
    DateAfterIssue: "date-after-issue", Error, "a citation's date lies after the issue date";
    /// A citation's date lies long before the issue date.
    DateTooOld: "date-too-old", Warning, "a citation's date lies long before the issue date";
    /// The source looks like a mistyped domain.
    DomainSuspicious: "domain-suspicious", Warning, "the source looks like a mistyped domain";
    /// A quotation mark has no partner.
    UnbalancedQuotes: "unbalanced-quotes", Note, "a quotation mark has no partner";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that names no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(pub String);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no rule has the code `{}`; `bantin explain` lists them", self.0)
    }
}

impl std::error::Error for UnknownCode {}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

impl Severity {
    /// The word for it: `error`, `warning`, `note`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_unique_and_read_back() {
        let texts: HashSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!((Code::ALL.len(), texts.len()), (30, 30));
        for code in Code::ALL {
            assert_eq!(code.as_str().parse(), Ok(*code));
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
        }
        assert_eq!("weak".parse::<Code>(), Err(UnknownCode("weak".to_owned())));
    }
}
