//! Which layout a text has, told by structure: how articles open and close, and what stands at the top.
//!
//! A text that shows too little of any layout is no bulletin. A wrong yes makes nonsense of a letter; a wrong no keeps
//! the whole text, with a diagnostic that says so.

use super::signs::{LEAST_TITLES, Signs};
use super::{LISTED_NEWSLETTER, Layout, NEWSLETTER, PRESS_REVIEW, PROCEEDINGS, SIGNED_NEWSLETTER};
use super::{habit, newsletter, pack, unclosed};
use crate::citation::Form;
use crate::contents::listed;
use crate::model::LayoutKind;
use crate::page::Page;
use crate::running::Headers;
use crate::signatures::Signatures;

/// The layout of a text; None where it is no bulletin.
pub fn recognise(page: &Page<'_>, headers: &Headers, signatures: &Signatures) -> Option<Layout> {
    let signs = Signs::read(page, headers);
    if pack::is_pack(&signs, page, headers) {
        return Some(PROCEEDINGS);
    }
    if newsletter::is_numbered(&signs, page.setting) {
        return Some(if signs.contents { LISTED_NEWSLETTER } else { NEWSLETTER });
    }
    // Citations with a date are the habit of a text that has them.
    let habit = habit::find(page, signs.dated * 2 <= signs.citations, signs.reviews);
    let closed_so = |layout: Layout| Layout { addresses: habit.addresses, ..layout };
    // By-lines close the articles, or stand between titles and text.
    let signed = signatures.closing() + signatures.opening() + habit.signed;
    let columns = page.setting.final_spaces && signs.headers > 0;
    let signed_so = habit.form == Form::Signed;
    let by_lines = if signed_so { signs.by_lines } else { 0 };
    let cited = signs.citations - by_lines + signs.source_lines + habit.names + habit.others;
    if signs.is_named() && signed > cited || columns && newsletter::is_sourced(&signs, page.setting) && !signs.reviews {
        let closing = if signed_so { Some(Form::Signed) } else { SIGNED_NEWSLETTER.closing };
        return Some(closed_so(Layout { closing, ..SIGNED_NEWSLETTER }));
    }
    // So do articles in blocks, of which few name a source.
    if signs.is_named() && !signs.reviews && unclosed::articles_in_blocks(page) > cited * 2 {
        return Some(closed_so(Layout { in_blocks: true, ..SIGNED_NEWSLETTER }));
    }
    // Nothing closes the articles, and nothing need count them, where their titles stand apart below name and number.
    let apart = cited == 0 && signs.is_named() && newsletter::is_in_parts(page, &signs);
    if apart && !signs.reviews {
        return Some(closed_so(SIGNED_NEWSLETTER));
    }
    if newsletter::is_own(&signs, page.setting.final_spaces, cited) {
        let numbered = if signs.contents { LISTED_NEWSLETTER } else { NEWSLETTER };
        return Some(closed_so(if signs.titles >= LEAST_TITLES { numbered } else { SIGNED_NEWSLETTER }));
    }
    let head = usize::from(signs.names > 0) * 2 + usize::from(signs.data > 0);
    // What says so little needs a bulletin's head above it, whatever its habit.
    let others = if head > 0 { habit.others } else { 0 };
    let closings = (signs.citations + signs.source_lines + habit.names + others).min(3);
    let press = closings + head + usize::from(signs.back_links > 0) * 2 + usize::from(signs.colophons > 0);
    let closes = closings + signs.back_links > 0;
    // Where nothing closes the articles, numbers that count titles below a name and its data tell a bulletin, and so do
    // contents that agree with the body.
    let counts = head == 3 && (signs.titles >= LEAST_TITLES || apart);
    let agrees = || head > 0 && !listed::find(page, headers, None).contents.groups.is_empty();
    let is_review = press >= 3 && (closes || counts) || press >= 2 && agrees();
    // What names no source at all, or no day of any, reviews no press, if it does not say so.
    let told = signs.tells_all(cited) && signs.dated == 0;
    let own = (cited == 0 || told) && signs.called && !signs.reviews && signs.back_links == 0;
    let kind = if own { LayoutKind::Newsletter } else { LayoutKind::PressReview };
    let layout = Layout { kind, closing: Some(habit.form), below_title: habit.below_title, ..PRESS_REVIEW };
    is_review.then(|| closed_so(layout))
}
