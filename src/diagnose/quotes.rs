//! Quotation marks without a partner.
//!
//! Counted over a whole article, since a quotation may run over several paragraphs; each of them may open it anew.

use super::place::{Places, set};
use crate::model::{Article, BlockKind, Code, Diagnostic, LineRange};

/// A mark that has no partner so far.
struct Open {
    /// Lines of the text that it stands in.
    lines: LineRange,
    /// The words around it, to find it by.
    around: String,
}

/// How many words are quoted to show a mark.
const SHOWN: usize = 4;

/// Marks without a partner in one article.
pub(super) fn find(places: &Places<'_>, article: &Article) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    scan(places, [(article.title.as_str(), article.title_lines)].into_iter(), &mut found);
    let texts = article
        .body
        .iter()
        .filter(|block| !matches!(block.kind, BlockKind::Table | BlockKind::Caption | BlockKind::Footnote))
        .filter_map(|block| Some((block.text.as_deref()?, block.lines)));
    scan(places, texts, &mut found);
    found
}

/// Whether any mark stands in the text; a byte test, since most paragraphs have none.
fn has_marks(text: &str) -> bool {
    memchr::memchr3(b'"', 0xE2, 0xC2, text.as_bytes()).is_some()
}

fn scan<'t>(places: &Places<'_>, texts: impl Iterator<Item = (&'t str, LineRange)>, found: &mut Vec<Diagnostic>) {
    let mut open: Vec<Open> = Vec::new();
    for (text, lines) in texts {
        if !has_marks(text) {
            continue;
        }
        for (at, sign) in text.char_indices() {
            let before = text.get(..at).unwrap_or("");
            let after = text.get(at + sign.len_utf8()..).unwrap_or("");
            let opens = match sign {
                '“' | '«' | '„' => true,
                '”' | '»' => false,
                // Inches and seconds have a digit before.
                '"' if before.ends_with(|c: char| c.is_ascii_digit()) && open.is_empty() => continue,
                '"' => open.is_empty(),
                _ => continue,
            };
            if opens {
                // A paragraph may open the quotation again that one before has left open.
                if before.trim().is_empty() && open.last().is_some_and(|o| o.lines != lines) {
                    open.pop();
                }
                open.push(Open { lines, around: words_after(sign, after) });
            } else if open.pop().is_none() {
                let around = words_before(before, sign);
                found.push(told(places, lines, &around, sign, "closing"));
            }
        }
    }
    for Open { lines, around } in open {
        let sign = around.chars().next().unwrap_or('“');
        found.push(told(places, lines, &around, sign, "opening"));
    }
}

fn words_after(sign: char, after: &str) -> String {
    let words: Vec<&str> = after.split_whitespace().take(SHOWN).collect();
    format!("{sign}{}{}", if after.starts_with(char::is_whitespace) { " " } else { "" }, words.join(" "))
}

fn words_before(before: &str, sign: char) -> String {
    let mut words: Vec<&str> = before.split_whitespace().rev().take(SHOWN).collect();
    words.reverse();
    format!("{}{}{sign}", words.join(" "), if before.ends_with(char::is_whitespace) { " " } else { "" })
}

fn told(places: &Places<'_>, lines: LineRange, around: &str, sign: char, what: &str) -> Diagnostic {
    let finding =
        Diagnostic::new(Code::UnbalancedQuotes, lines, format!("the {what} {sign} of `{around}` has no partner"))
            .help("add its partner, or take it out");
    let place = places.find(lines, around).map(|mut place| {
        // The sign alone is marked, not the words that it was found by.
        if around.starts_with(sign) {
            place.end_column = place.column + 1;
        } else {
            place.column = place.end_column - 1;
        }
        place
    });
    set(finding, place)
}
