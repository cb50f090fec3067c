//! Titles that stand right above their text in wrapped text, with no blank line between: whether a text sets them so, and where
//! one ends.
//!
//! What stands behind a title is told from lines alone; the units are made in `units`.

use super::units::{LONGEST_HEADING, slashed};
use crate::citation::{Form, Strength};
use crate::furniture;
use crate::layout::{Layout, Opening};
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::letters;

/// Whether titles stand right above their text in a wrapped text: so do most of those that stand behind a citation.
pub(super) fn are_glued(page: &Page<'_>, furniture: &[Option<FurnitureKind>], from: usize, layout: &Layout) -> bool {
    /// Fewest titles that tell.
    const FEWEST: usize = 2;
    let Some(form) = layout.closing.filter(|_| page.setting.wrapped && !page.setting.final_spaces) else {
        return false;
    };
    let is_glued = |at: &usize| {
        let run = (*at..page.lines.len()).take(LONGEST_HEADING + 2).take_while(|&at| !page.is(at, Roles::BLANK));
        title(page, run, Opening::Title, true).is_some()
    };
    let shown = (from..page.lines.len()).filter(|&at| !furniture::is_empty(page, furniture, at));
    let (glued, apart): (Vec<usize>, Vec<usize>) = behind_citations(page, shown, form).into_iter().partition(is_glued);
    glued.len() >= FEWEST && glued.len() > apart.len()
}

/// Those of some lines that stand where titles do: behind what closes an article, and below what may head a section there.
fn behind_citations(page: &Page<'_>, lines: impl Iterator<Item = usize>, form: Form) -> Vec<usize> {
    let heads_section =
        |at: usize| page.is(at, Roles::CAPITALS | Roles::ROMAN) && page.could_head(at) && page.is(at + 1, Roles::BLANK);
    let mut found = Vec::new();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        if closes(page, line, form) {
            lines.next_if(|&at| heads_section(at));
            found.extend(lines.peek());
        }
    }
    found
}

/// Whether a line surely closes an article.
fn closes(page: &Page<'_>, at: usize, form: Form) -> bool {
    page.is(at, Roles::TRAILING_BACK_LINK)
        || page.closing(at, form).is_some_and(|closing| closing.strength == Strength::Strong || closing.body_end == 0)
}

/// The last line of the title at the head of some lines, and the line below it, where nothing is set between titles and text.
/// `opens` tells whether what stands before lets an article begin.
pub(super) fn title(
    page: &Page<'_>,
    lines: impl Iterator<Item = usize>,
    opening: Opening,
    opens: bool,
) -> Option<(usize, usize)> {
    let mut lines = lines.peekable();
    let first = *lines.peek()?;
    if !page.setting.wrapped || page.setting.final_spaces {
        return None;
    }
    let may_open = match opening {
        Opening::Number => page.is(first, Roles::NUMBERED) && (opens || slashed(page.text(first))),
        Opening::Title | Opening::Label => opens && page.could_head(first),
    };
    if !may_open {
        return None;
    }
    let may_begin =
        |at: usize| letters::starts_capital(page.text(at)) || opening == Opening::Title && page.is(at, Roles::NUMBERED);
    let may_end = |(at, next): &(usize, usize)| {
        let line = page.text(*at);
        may_begin(*next) && !letters::ends_like_prose(line) && !letters::ends_with_linking_word(line)
    };
    // A line was broken for a new paragraph where the next word would have found room on it.
    let has_room = |(at, next): &&(usize, usize)| page.has_room(*at, page.text(*next));
    let lines: Vec<usize> = lines.take(LONGEST_HEADING + 1).collect();
    let pairs = lines.iter().copied().zip(lines.iter().copied().skip(1));
    let ends: Vec<(usize, usize)> = pairs.filter(may_end).collect();
    let full = ends.first().filter(|_| opening == Opening::Number && lines.len() > LONGEST_HEADING);
    ends.iter().find(has_room).or(full).copied()
}
