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

/// Lines as styles and the script read them: `7` or `7-9`.
fn range(lines: LineRange) -> String {
    if lines.first == lines.last { lines.first.to_string() } else { format!("{}-{}", lines.first, lines.last) }
}
