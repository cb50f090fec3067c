//! How a press review closes its articles where it is not with sure citations at their ends: with names alone, with lines
//! that have no brackets, or with a line below each title.
//!
//! Each of these says too little by itself. What makes it a citation is that the text does so again and again, at the places
//! where articles end or begin, and hardly anywhere else.

use crate::citation::{Closing, Form, Strength};
use crate::masthead;
use crate::page::Page;
use crate::roles::{Roles, address_at};

/// So many times make a habit.
const LEAST: usize = 3;
/// So many times as often as elsewhere.
const SHARE: usize = 4;

/// Where the lines of one kind stand.
#[derive(Debug, Default, Clone, Copy)]
struct Places {
    /// At the end of a text: a heading follows, a colophon or nothing.
    ends: usize,
    /// Right below a heading, with the text behind it.
    below: usize,
    /// Elsewhere.
    others: usize,
}

impl Places {
    fn add(&mut self, page: &Page<'_>, at: usize, closing: &Closing) {
        let ends = page.is(at, Roles::TRAILING_BACK_LINK) || is_end(page, at);
        let headed = || {
            page.above(at, FURNITURE)
                .is_some_and(|before| page.could_head(before) && !page.is_citation(before, Form::Unbracketed))
        };
        let place = if ends {
            &mut self.ends
        } else if closing.body_end == 0 && headed() {
            &mut self.below
        } else {
            &mut self.others
        };
        *place += 1;
    }

    /// How many there are, if they stand in one place alone.
    fn habit(self) -> usize {
        let most = self.ends.max(self.below);
        let elsewhere = self.others + self.ends.min(self.below);
        if most >= LEAST && most >= elsewhere * SHARE { most } else { 0 }
    }
}

const FURNITURE: Roles = Roles::BLANK.union(Roles::BACK_LINK).union(Roles::PAGE_NUMBER).union(Roles::ADDRESS);

/// What a text does again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// How its citations look.
    pub(super) form: Form,
    /// How many of its closings are names alone.
    pub(super) names: usize,
    /// How many say less: they are weak, or have no brackets.
    pub(super) others: usize,
    /// How many name in brackets who wrote the text above, and nothing else.
    pub(super) signed: usize,
    /// Whether they stand below the titles.
    pub(super) below_title: bool,
    /// Whether there are none, and addresses on lines of their own stand in their place.
    pub(super) addresses: bool,
}

/// The habit of a text. Names alone and weak citations are looked for where most of the others have no date; who wrote the
/// text, where it does not say that it `reviews` the press.
pub(super) fn find(page: &Page<'_>, undated: bool, reviews: bool) -> Habit {
    let [mut sure, mut weak, mut named, mut bare, mut signed] = [Places::default(); 5];
    for at in (0..page.lines.len()).filter(|&at| page.is(at, Roles::CLOSING | Roles::SOURCE_LINE)) {
        if !reviews
            && is_bracketed(page.text(at))
            && let Some(closing) = page.closing(at, Form::Signed).filter(|closing| closing.names_nothing_but_people())
        {
            signed.add(page, at, closing);
        } else if let Some(closing) = page.closing(at, Form::Parenthesised) {
            match closing.strength {
                Strength::Strong => sure.add(page, at, closing),
                // A by-line without brackets (`Tin, ảnh: …`) names no source: `signatures` knows it.
                Strength::Weak if undated && (closing.source.is_some() || is_bracketed(page.text(at))) => {
                    weak.add(page, at, closing);
                }
                Strength::Weak => {}
            }
        } else if let Some(closing) = page.closing(at, Form::Unbracketed) {
            // The bulletin's own name and day are no source.
            if !masthead::has_name_word(page.text(at)) {
                bare.add(page, at, closing);
            }
        } else if undated
            && is_bracketed(page.text(at))
            && let Some(closing) = page.closing(at, Form::Named)
        {
            named.add(page, at, closing);
        }
    }
    let [weakly, names, lines, signed] = [weak, named, bare, signed].map(Places::habit);
    let form = if signed > weakly + names + lines {
        Form::Signed
    } else if names > 0 {
        Form::Named
    } else if lines > 0 {
        Form::Unbracketed
    } else {
        Form::Parenthesised
    };
    // All that is read as citations stands below the titles, or none.
    let read = [(true, sure), (weakly > 0, weak), (names > 0, named), (form == Form::Unbracketed, bare)];
    let all = read.into_iter().filter(|(read, _)| *read).fold(Places::default(), |all, (_, places)| Places {
        ends: all.ends + places.ends,
        below: all.below + places.below,
        others: all.others + places.others,
    });
    let below_title = all.below >= LEAST && all.below >= (all.ends + all.others) * SHARE;
    let addresses = all.ends + all.below + all.others + signed == 0 && closes_with_addresses(page);
    Habit { form, addresses, names, others: weakly.max(lines), signed, below_title }
}

/// Whether addresses on lines of their own stand at the ends of texts.
fn closes_with_addresses(page: &Page<'_>) -> bool {
    let mut places = Places::default();
    for at in (0..page.lines.len()).filter(|&at| page.is(at, Roles::ADDRESS)) {
        if address_at(page.text(at)) == Some(0) {
            *(if is_end(page, at) { &mut places.ends } else { &mut places.others }) += 1;
        }
    }
    places.habit() > 0
}

/// Whether a text ends with a line: a heading stands below, a colophon or nothing.
fn is_end(page: &Page<'_>, at: usize) -> bool {
    page.below(at, FURNITURE)
        .is_none_or(|next| page.could_head(next) && !begins_text(page, next) || page.is(next, Roles::COLOPHON))
}

/// Whether a line begins a paragraph of wrapped text: it has no room for the next word, as a title over it would.
fn begins_text(page: &Page<'_>, at: usize) -> bool {
    const SET: Roles = Roles::NUMBERED.union(Roles::ROMAN).union(Roles::MARKED).union(Roles::CAPITALS);
    page.setting.wrapped
        && page.opens_apart(at)
        && !page.is(at, SET)
        && page.is_running(at)
        && !page.has_room(at, page.text(at + 1))
}

/// `./.` may stand behind the brackets.
fn is_bracketed(text: &str) -> bool {
    text.trim_end_matches(['.', '/', ' ']).ends_with([')', ']'])
}
