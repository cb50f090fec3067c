//! Titles that are told by who signs below them: the papers of a conference pack whose contents and labels are lost.
//!
//! A title in capitals, or marked as one, stands by itself; right below or above it a line names a person or an organisation;
//! running text or an abstract follows. One such title may be chance, several are the papers of a pack.

use crate::masthead;
use crate::page::Page;
use crate::roles::presenter::{is_graduate, is_labelled, names_presenter};
use crate::roles::{self, Roles};
use crate::text::letters;

/// Most lines of a title.
const LONGEST_TITLE: usize = 4;
/// Most lines that name authors, their offices and addresses.
const MOST_AUTHORS: usize = 6;
/// Most words of an author's office.
const MOST_WORDS: usize = 14;
/// Fewest words of a title.
const FEWEST_WORDS: usize = 3;
/// Nothing of the text stands on such a line.
const EMPTY: Roles = Roles::BLANK.union(Roles::PAGE_NUMBER).union(Roles::BACK_LINK);

/// A title and the line that names its first author, as indices of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// First line of the title.
    pub first: usize,
    /// Its last line.
    pub last: usize,
    /// The line that names the author.
    pub author: usize,
}

/// The titles from a line on that authors sign, in order. A name without a degree, or that of an organisation, tells a title
/// where others are signed as well; so does one that stands right below a sentence.
pub fn titles(page: &Page<'_>, from: usize) -> Vec<Signed> {
    let all: Vec<Signed> = (from..page.lines.len()).filter_map(|at| signed(page, from, at)).collect();
    let several = all.len() > 1;
    let sure =
        |signed: &Signed| stands_apart(page, signed.first) && signature(page, signed.author) == Some(Signature::Sure);
    all.into_iter().filter(|signed| several || sure(signed)).collect()
}

/// Whether a title that somebody signs, however sure that is, stands above a line.
pub fn opens_above(page: &Page<'_>, end: usize) -> bool {
    (0..end).any(|author| signed(page, 0, author).is_some())
}

/// How surely a line names who wrote a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signature {
    /// A degree, a label or an abstract below it tells.
    Sure,
    /// It is called as people and organisations are.
    Likely,
}

/// The title that the line signs.
fn signed(page: &Page<'_>, from: usize, author: usize) -> Option<Signed> {
    if page.is(author, EMPTY | Roles::PROSE | Roles::ROW) || signature(page, author).is_none() {
        return None;
    }
    let (first, last) = title_above(page, from, author).or_else(|| title_below(page, author))?;
    let words: usize = (first..=last).map(|at| letters::words(page.text(at))).sum();
    let named = masthead::names_pack(page.text(first));
    (words >= FEWEST_WORDS && !named && leads_to_text(page, author.max(last))).then_some(Signed { first, last, author })
}

/// The lines of the title above who signs it; one blank line may stand between.
fn title_above(page: &Page<'_>, from: usize, author: usize) -> Option<(usize, usize)> {
    let above = |at: usize| at.checked_sub(1).filter(|above| *above >= from);
    let last = above(author).and_then(|line| if page.is(line, Roles::BLANK) { above(line) } else { Some(line) })?;
    let set = set(page, last);
    let lines = (from..=last).rev().take(LONGEST_TITLE + 1).take_while(|&at| heads(page, set, at)).count();
    let first = (last + 1).checked_sub(lines).filter(|_| (1..=LONGEST_TITLE).contains(&lines))?;
    // Where no blank lines stand in the text, the sentence above ends.
    let ended = || letters::ends_sentence(page.text(first - 1));
    (stands_apart(page, first) || ended()).then_some((first, last))
}

/// Whether nothing of the text stands right above a line.
fn stands_apart(page: &Page<'_>, at: usize) -> bool {
    page.opens_apart(at) || page.is(at - 1, EMPTY)
}

/// The lines of the title right below who signs it, where that name stands apart.
fn title_below(page: &Page<'_>, author: usize) -> Option<(usize, usize)> {
    let (first, set) = (author + 1, set(page, author + 1));
    let lines = (first..page.lines.len()).take(LONGEST_TITLE + 1).take_while(|&at| heads(page, set, at)).count();
    let last = author + lines;
    ((1..=LONGEST_TITLE).contains(&lines) && page.opens_apart(author) && page.is(last + 1, Roles::BLANK))
        .then_some((first, last))
}

/// How a title is set that stands on this line.
fn set(page: &Page<'_>, at: usize) -> Roles {
    if page.is(at, Roles::CAPITALS) { Roles::CAPITALS } else { Roles::MARKED }
}

/// Whether a line is part of a title that is set so.
fn heads(page: &Page<'_>, set: Roles, at: usize) -> bool {
    page.is(at, set) && page.could_head(at) && !page.is(at, Roles::LABEL) && !is_graduate(page.text(at))
}

/// How surely a line names who wrote a paper, if it does.
fn signature(page: &Page<'_>, at: usize) -> Option<Signature> {
    // Others may stand in the next line.
    let text = page.text(at).trim_end_matches([',', ' ']);
    let above_abstract = || page.below(at, EMPTY).is_some_and(|below| roles::label::is_abstract(page.text(below)));
    if is_graduate(text) || is_labelled(text) {
        return Some(Signature::Sure);
    }
    let named = !page.is(at, Roles::CAPITALS) && names_presenter(first_name(text));
    named.then(|| if above_abstract() { Signature::Sure } else { Signature::Likely })
}

/// The first of several names, without the mark of a footnote.
fn first_name(text: &str) -> &str {
    let name = text.split([',', '*']).next().unwrap_or(text).trim_end();
    let name = name.find(" và ").and_then(|end| name.get(..end)).unwrap_or(name);
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// Whether an abstract or running text follows an author, others and their offices aside.
fn leads_to_text(page: &Page<'_>, author: usize) -> bool {
    let below = (author + 1..page.lines.len()).filter(|&at| !page.is(at, EMPTY));
    let is_text = |at: usize| {
        let text = page.text(at);
        let wrapped = page.setting.wrapped && text.chars().count() * 4 >= page.setting.width * 3;
        roles::label::is_abstract(text) || page.is(at, Roles::PROSE) || wrapped && !page.is(at, Roles::CAPITALS)
    };
    for at in below.take(MOST_AUTHORS) {
        if is_text(at) || page.is(at, Roles::NUMBERED | Roles::ROMAN) {
            return true;
        }
        if !is_signature(page, at) {
            return false;
        }
    }
    false
}

/// Whether a line goes on naming who wrote a paper: a person, an office, an address.
fn is_signature(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    names_presenter(text) || text.contains('@') || letters::words(text) <= MOST_WORDS && !page.is(at, Roles::CAPITALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(text: &str) -> Vec<(usize, usize, usize)> {
        titles(&Page::of(text), 0).into_iter().map(|signed| (signed.first, signed.last, signed.author)).collect()
    }

    #[test]
    fn papers() {
        let text = "KỶ YẾU\n\nGIỮ RỪNG Ở\nXÃ ĐỒI CHÈ\nThS. Lê Ba Tư\nHạt Kiểm lâm\n\nTóm tắt: Xã giữ rừng.\n\nDẠY CHỮ\nCHO NGƯỜI GIÀ\n\nTS. Trần Sáu\n\n1. Lớp học\n\nLớp mở buổi tối.\n";
        assert_eq!(found(text), [(2, 3, 4), (9, 10, 12)]);
    }

    #[test]
    fn others() {
        for text in [
            "ĐẠI BIỂU DỰ HỌP\nThS. Lê Ba Tư\nTS. Trần Sáu\n",
            "Lớp mở buổi tối.\nThS. Lê Ba Tư\n\nXã giữ rừng.\n",
            "Xã mở lớp.\nDẠY CHỮ CHO NGƯỜI GIÀ\nThS. Lê Ba Tư\n\nXã giữ rừng.\n",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
