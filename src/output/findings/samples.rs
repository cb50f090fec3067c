//! Findings for the tests of the forms.

use super::{Finding, Origin, Source};
use crate::model::{Code, Diagnostic, LineRange, Severity};

/// An error on these lines and columns.
pub(crate) fn diagnostic((first, last): (u32, u32), columns: Option<(u32, u32)>) -> Diagnostic {
    Diagnostic {
        code: Code::DateImpossible,
        severity: Severity::Error,
        message: "no calendar holds 31/2".to_owned(),
        help: Some("look the date up".to_owned()),
        lines: LineRange { first, last },
        column: columns.map(|(from, _)| from),
        end_column: columns.map(|(_, to)| to),
    }
}

/// A finding in `text`.
pub(crate) fn finding(text: &str, diagnostic: Diagnostic) -> Finding {
    Finding { excerpt: Source::new(text).excerpt(&diagnostic), diagnostic }
}

/// A file.
pub(crate) fn origin(path: &str) -> Origin {
    Origin::file(path.as_ref(), Some("/kho".as_ref()))
}
