//! Findings of one text in two Unicode forms, made comparable.
//!
//! Nothing of a bulletin depends on the form but its findings: one of them says that letters and marks are stored apart,
//! and their columns count the characters of the file.

use bantin::model::{Code, Diagnostic};
use unicode_normalization::UnicodeNormalization;

/// What is left of the findings about `text` when its form is no matter: all but the rule about it, with the columns that
/// the same text has in NFC.
pub fn formless(text: &str, findings: &mut Vec<Diagnostic>) {
    findings.retain(|finding| finding.code != Code::TextNotNormalised);
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.split(if text.contains('\n') { '\n' } else { '\r' }).collect();
    for finding in findings {
        let line = lines[finding.lines.first as usize - 1];
        for column in finding.column.iter_mut().chain(&mut finding.end_column) {
            let before: String = line.chars().take(*column as usize - 1).collect();
            *column = u32::try_from(before.nfc().count()).unwrap() + 1;
        }
    }
}
