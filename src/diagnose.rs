//! Findings about a text: what is wrong in it, where, and how to mend it.
//!
//! The stage looks at the page and the finished bulletin and changes neither. Every finding has a code of the one list
//! in [`crate::model::Code`]; its words are plain and name the remedy.

use crate::lines::Line;
use crate::model::{Bulletin, Code, Diagnostic, LineRange, Severity};
use crate::page::Page;

/// A text that is no bulletin of a known layout.
pub fn not_a_bulletin(lines: u32) -> Diagnostic {
    Diagnostic {
        code: Code::NotABulletin,
        severity: Severity::Warning,
        message: "this text is no bulletin of a known layout".to_owned(),
        help: Some(
            "see whether the file was extracted whole; bantin reads press reviews, newsletters and conference packs"
                .to_owned(),
        ),
        lines: LineRange::new(1, lines.max(1)),
        column: None,
        end_column: None,
    }
}

/// An article that no contents, number or closing citation vouch for.
pub fn weak_article(title: &str, lines: LineRange) -> Diagnostic {
    Diagnostic {
        code: Code::WeakArticle,
        severity: Severity::Warning,
        message: format!("“{title}” was taken for a new article by its looks alone"),
        help: Some(
            "if it is one, close the article before it with its citation or number the titles; else mark it as a sub-heading"
                .to_owned(),
        ),
        lines,
        column: None,
        end_column: None,
    }
}

/// Characters that no encoding gave a meaning, line by line. Columns count the characters of the line as printed.
pub fn replacement_characters(page: &Page<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, line) in page.lines.iter().enumerate() {
        // A byte test first: U+FFFD is rare and its three bytes are not.
        if memchr::memmem::find(line.raw.as_bytes(), "\u{FFFD}".as_bytes()).is_none() {
            continue;
        }
        let count = line.raw.matches('\u{FFFD}').count();
        let column = line.raw.chars().position(|c| c == '\u{FFFD}').and_then(|c| u32::try_from(c + 1).ok());
        found.push(Diagnostic {
            code: Code::ReplacementCharacter,
            severity: Severity::Warning,
            message: format!("{count} character(s) on this line could not be decoded"),
            help: Some("extract the text again, or say the file's encoding".to_owned()),
            lines: LineRange::single(crate::closing::line_number(at)),
            column,
            end_column: column.map(|c| c + 1),
        });
    }
    found
}

/// Shortest text on either side of a gap, in characters, that can be a line of a column.
const SHORTEST_SIDE: usize = 12;
/// Fewest spaces between two columns.
const GAP: usize = 3;
/// Fewest lines with such a gap, and their least share of all lines in per cent.
const FEWEST: usize = 8;
const SHARE: usize = 35;

/// Two columns of a page printed side by side: their lines alternate and cannot be told apart.
pub fn columns_interleaved(page: &Page<'_>) -> Option<Diagnostic> {
    let printed = page.lines.iter().filter(|l| !l.is_blank()).count();
    let split: Vec<usize> =
        (0..page.lines.len()).filter(|&at| page.lines.get(at).is_some_and(has_two_columns)).collect();
    let (first, last) = (*split.first()?, *split.last()?);
    (split.len() >= FEWEST && split.len() * 100 >= printed * SHARE).then(|| Diagnostic {
        code: Code::ColumnsInterleaved,
        severity: Severity::Error,
        message: format!("{} lines hold two columns side by side", split.len()),
        help: Some("extract the text again column by column, with pdftotext without its option -layout".to_owned()),
        lines: LineRange::new(crate::closing::line_number(first), crate::closing::line_number(last)),
        column: None,
        end_column: None,
    })
}

/// Whether a wide gap parts two stretches of text on the line.
fn has_two_columns(line: &Line<'_>) -> bool {
    let text = line.raw.trim();
    if text.contains('\t') {
        return false;
    }
    let gap = " ".repeat(GAP);
    text.find(&gap).is_some_and(|at| {
        let (left, right) = text.split_at(at);
        let right = right.trim_start();
        left.chars().count() >= SHORTEST_SIDE && right.chars().count() >= SHORTEST_SIDE && !right.contains(&gap)
    })
}

/// Puts the findings in source order.
pub fn sort(bulletin: &mut Bulletin) {
    bulletin.diagnostics.sort_by_key(|d| (d.lines.first, d.column, d.code));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lines, roles};

    fn page(text: &str) -> Page<'_> {
        let lines = lines::split(text);
        let candidates = roles::candidates(&lines);
        Page::new(lines, candidates)
    }

    #[test]
    fn columns() {
        let side_by_side = "Xã đã mở chợ mới ở     Đường liên xã dài ba\n".repeat(9);
        let found = columns_interleaved(&page(&side_by_side)).unwrap();
        assert_eq!((found.code, found.lines), (Code::ColumnsInterleaved, LineRange::new(1, 9)));
        assert!(columns_interleaved(&page(&"Xã đã mở chợ mới ở\n".repeat(9))).is_none());
        assert!(columns_interleaved(&page(&"1.        Xã đã mở chợ mới ở\n".repeat(9))).is_none());
        assert!(columns_interleaved(&page(&"Xã đã mở chợ mới ở        12\n".repeat(9))).is_none());
    }

    #[test]
    fn undecoded() {
        let found = replacement_characters(&page("một\nh\u{FFFD}i b\u{FFFD}\n"));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].lines, found[0].column, found[0].end_column), (LineRange::single(2), Some(2), Some(3)));
    }
}
