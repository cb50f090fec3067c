//! The works that a paper refers to: `[1] …`, `[2] …` below a heading that says so.
//!
//! A mark in brackets opens a footnote as a rule. Here it is the place in a list, and the text of the paper points to it.

use crate::roles;
use crate::text::{chars, letters};

/// Longest heading, in words (`DANH MỤC TÀI LIỆU THAM KHẢO CHÍNH`).
const LONGEST_HEADING: usize = 8;

/// Whether a note with this mark is one of the works: the block before it is their heading or another of them.
pub(super) fn lists(mark: &str, before: &str) -> bool {
    mark.starts_with('[') && (is_item(before) || is_heading(before))
}

/// Whether a block of running text is one of the works.
pub(super) fn is_item(text: &str) -> bool {
    text.starts_with('[') && roles::footnote_mark(text).is_some()
}

fn is_heading(text: &str) -> bool {
    letters::words(text) <= LONGEST_HEADING
        && ["tham khảo", "trích dẫn", "references"].iter().any(|words| chars::contains(text, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_stand_below_their_heading() {
        for (mark, before, expected) in [
            ("[1]", "TÀI LIỆU THAM KHẢO", true),
            ("[1]", "V. Danh mục tài liệu tham khảo:", true),
            ("[2]", "[1] Lê Ba Tư (2030), Rừng ba xã.", true),
            ("¹", "Tài liệu tham khảo", false),
            ("[1]", "Các xã đều lấy đó làm tài liệu tham khảo khi giao rừng.", false),
            ("[1]", "Rừng còn thì suối còn nước.", false),
        ] {
            assert_eq!(lists(mark, before), expected, "{before}");
        }
    }
}
