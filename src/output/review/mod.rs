//! Static pages on which people check bulletins by looking: the text beside what was read out of it, and an index.
//!
//! Every page stands for itself: no other file, no network, a script and a style sheet of this project inside, and a
//! policy that lets nothing else run. Whatever a bulletin says is text there; the templates escape it. Equal bulletins
//! give equal pages. Writing them into a folder is left to [`folder`](super::folder).

mod articles;
mod findings;
mod frame;
mod index;
pub mod labels;
mod lines;
mod page;
mod visible;

pub use index::{Entry, index};
pub use labels::Lang;
pub use page::page;

use crate::model::LineRange;

/// What every page begins with: by it a page is known as one of bantin's own.
pub const OPENING: &str = "<!DOCTYPE html><!-- bantin review -->";

/// Characters that a row of a pane holds, roughly.
const ROW: usize = 60;

/// The numbers of rows that the style sheet knows.
const ROWS: [usize; 17] = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];

/// Roughly the rows that so many bytes of text take; None for a single one.
fn rows(bytes: usize) -> Option<usize> {
    // A letter of Vietnamese takes a byte and a third.
    let rows = (bytes * 3 / 4).div_ceil(ROW);
    ROWS.iter().rev().find(|known| **known <= rows).copied()
}

/// Lines as styles and the script read them: `7` or `7-9`.
fn range(lines: LineRange) -> String {
    if lines.first == lines.last { lines.first.to_string() } else { format!("{}-{}", lines.first, lines.last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_of_the_style_sheet() {
        for (bytes, expected) in [(0, None), (80, None), (100, Some(2)), (410, Some(6)), (1_000_000, Some(512))] {
            assert_eq!(rows(bytes), expected, "{bytes}");
        }
        for rows in ROWS {
            assert!(
                include_str!("review.css").contains(&format!("[data-h=\"{rows}\"] {{ --rows: {rows}; }}")),
                "{rows}"
            );
        }
    }
}
