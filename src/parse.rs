//! Stand-in for the parser.

use crate::Options;
use crate::model::{
    Bulletin, Code, Diagnostic, FileInfo, Furniture, FurnitureKind, Generator, Issue, LayoutKind, LineRange, LineRole,
    SCHEMA, Severity,
};
use crate::options::Fixity;

/// Turns a text into a bulletin.
pub fn parse(text: &str, options: &Options) -> Bulletin {
    let fixity = options.fixity.clone().unwrap_or_else(|| Fixity::of(text.as_bytes()));
    let lines = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    let whole = LineRange::new(1, lines.max(1));
    Bulletin {
        schema: SCHEMA.to_owned(),
        generator: Generator { name: "bantin".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        id: fixity.sha256.chars().take(16).collect(),
        file: FileInfo {
            path: options.path.clone(),
            bytes: fixity.bytes,
            lines,
            encoding: options.encoding,
            sha256: fixity.sha256,
        },
        layout: LayoutKind::Unknown,
        title: None,
        issue: Issue::default(),
        editor: None,
        masthead: Vec::new(),
        toc: Vec::new(),
        sections: Vec::new(),
        furniture: vec![Furniture { kind: FurnitureKind::Unrecognised, text: text.to_owned(), lines: whole }],
        diagnostics: vec![Diagnostic {
            code: Code::NotABulletin,
            severity: Severity::Warning,
            message: "the text is no bulletin".to_owned(),
            help: None,
            lines: whole,
            column: None,
            end_column: None,
        }],
        line_roles: options.line_roles.then(|| vec![vec![LineRole::Unrecognised]; lines as usize]),
    }
}
