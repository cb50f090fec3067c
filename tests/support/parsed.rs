//! Small texts parsed for tests of single rules.

#[path = "conserve.rs"]
mod conserve;

use bantin::model::Bulletin;
use bantin::{Options, parse};

/// The parse of a text of which nothing was lost.
#[track_caller]
pub(crate) fn parsed(text: &str) -> Bulletin {
    let bulletin = parse(text, &Options::default());
    assert_eq!(conserve::violations(text, &bulletin), Vec::<String>::new());
    bulletin
}
