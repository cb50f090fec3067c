//! Units: the pieces of the body that can be a heading, a closing line or running text as a whole.
//!
//! In text that is not wrapped a unit is a line. In wrapped text it is a run of lines that go on in one another, so that
//! a title over three lines is one unit and so is a paragraph.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::glued;
use crate::citation::{self, Closing, Form, Strength};
use crate::furniture;
use crate::join::{self, Join};
use crate::layout::{Layout, Opening};
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::Roles;
use crate::setting::Setting;
use crate::signatures::Signatures;
use crate::text::enumerator;
use crate::text::letters;

/// A unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Indices of its lines.
    pub lines: RangeInclusive<usize>,
    /// Whether it reads like running text as a whole.
    pub prose: bool,
    /// Whether it could be a heading.
    pub heads: bool,
    /// How it closes an article, if it does.
    pub closes: Option<Strength>,
    /// Whether a back link follows it, at its end or on the next line.
    pub back_link: bool,
    /// Whether an address alone.
    pub address: bool,
    /// Whether it is the citation of the title above it, where these stand so.
    pub sourced: bool,
    /// Whether it says who wrote what stands below it, under its title.
    pub by_line: bool,
}

/// Longest heading, in lines.
pub const LONGEST_HEADING: usize = 6;

/// Lines of a heading behind the first, beyond which it hardly goes on.
const LEAST_CUT: usize = 3;

/// The units of the body from line `from` on, furniture left out. None goes over one of the `breaks`.
pub fn units(
    page: &Page<'_>,
    furniture: &[Option<FurnitureKind>],
    from: usize,
    layout: &Layout,
    breaks: &BTreeSet<usize>,
    signatures: &Signatures,
) -> Vec<Unit> {
    let glued = layout.opening == Opening::Title && glued::are_glued(page, furniture, from, layout);
    let splits = glued || layout.opening == Opening::Number;
    let mut units: Vec<Unit> = Vec::new();
    let mut run: Option<RangeInclusive<usize>> = None;
    for at in from..page.lines.len() {
        let skip = furniture::is_empty(page, furniture, at);
        let parted = || {
            breaks.contains(&at)
                || signatures.stands(at)
                || at.checked_sub(1).is_some_and(|before| signatures.stands(before))
        };
        if let Some(open) = run.take_if(|open| skip || parted() || !goes_on(page, *open.end(), at, layout)) {
            push(&mut units, page, furniture, open, layout, splits);
        }
        if page.is(at, Roles::BACK_LINK)
            && let Some(last) = units.last_mut()
        {
            last.back_link = true;
        }
        if skip {
            continue;
        }
        // A bracket that a line break or page turn left open: the citation goes on here. A title has no furniture in it.
        if run.is_none()
            && let Some(before) = units.pop_if(|u| is_cut_bracket(page, *u.lines.end(), at, u.heads))
        {
            run = Some(before.lines);
        }
        run = Some(run.map_or(at..=at, |open| *open.start()..=at));
    }
    if let Some(open) = run {
        push(&mut units, page, furniture, open, layout, splits);
    }
    for at in 1..units.len() {
        let title = at.checked_sub(2).and_then(|title| units.get(title)).filter(|title| title.heads);
        let title_end = title.map(|title| *title.lines.end());
        if let Some([before, unit]) = units.get_mut(at - 1..=at)
            && (is_asked(page, before, unit)
                || unit.prose
                    && (is_cut_sentence(page, before, unit)
                        || title_end.is_some_and(|end| is_cut_text(page, end, before, unit))))
        {
            (before.heads, before.prose) = (false, true);
        }
    }
    if page.setting.final_spaces {
        name_verses(page, &mut units);
    }
    if let Some(form) = layout.closing.filter(|_| layout.below_title) {
        name_sourced(page, &mut units, form);
    }
    for unit in units.iter_mut().filter(|unit| layout.addresses && unit.address) {
        unit.closes = Some(Strength::Weak);
    }
    // One by-line says nothing of the other texts, where nothing else closes any.
    let closed = units.iter().any(|unit| unit.closes.is_some());
    for unit in &mut units {
        let at = *unit.lines.start();
        if signatures.stands(at) {
            unit.heads = false;
            unit.by_line = signatures.opens(at);
            let closes = signatures.closes(at) && (closed || !signatures.stands_alone(at));
            unit.closes = unit.closes.or(closes.then_some(Strength::Weak));
        }
    }
    units
}

/// Tells the citations that stand right below what could be a title: they close nothing.
fn name_sourced(page: &Page<'_>, units: &mut [Unit], form: Form) {
    for at in 1..units.len() {
        if let Some([before, unit]) = units.get_mut(at - 1..=at)
            && before.heads
            && unit.closes.is_some()
            && unit.lines.start() == unit.lines.end()
            && page.is_citation(*unit.lines.start(), form)
        {
            (unit.closes, unit.sourced) = (None, true);
        }
    }
}

/// Whether what could be a heading is a question behind a star (`* Chị nghĩ sao?`), which a dash answers.
fn is_asked(page: &Page<'_>, before: &Unit, unit: &Unit) -> bool {
    before.heads
        && page.text(*before.lines.start()).starts_with('*')
        && page.text(*before.lines.end()).ends_with('?')
        && page.text(*unit.lines.start()).starts_with(['-', '–'])
}

/// Whether what could be a heading is the first half of a sentence that a page turn or converter cut in two.
fn is_cut_sentence(page: &Page<'_>, before: &Unit, unit: &Unit) -> bool {
    // Text below a title begins with a capital; a short title is given the benefit of the doubt.
    const SHORTEST: usize = 60;
    let text = page.text(*before.lines.end());
    before.heads
        && before.lines.start() == before.lines.end()
        && letters::is_open(text)
        && letters::starts_small(page.text(*unit.lines.start()))
        && text.chars().count() >= SHORTEST
}

/// Tells verses and items of lists from headings where final spaces say which lines go on: several that do not, one right below
/// the other and set as no heading is, are text.
fn name_verses(page: &Page<'_>, units: &mut [Unit]) {
    const FEWEST: usize = 4;
    const SET: Roles = Roles::CAPITALS.union(Roles::NUMBERED).union(Roles::ROMAN).union(Roles::MARKED);
    let touch = |above: &Unit, unit: &Unit| {
        let plain = |unit: &Unit| unit.heads && !page.is(*unit.lines.start(), SET);
        plain(above) && plain(unit) && above.lines.end() + 1 == *unit.lines.start()
    };
    for run in units.chunk_by_mut(touch).filter(|run| run.len() >= FEWEST) {
        for unit in run {
            (unit.heads, unit.prose) = (false, true);
        }
    }
}

/// Whether what could be a heading below a title, which ends on the line `title`, is the head of its text that a column or page
/// turn cut: final spaces say that it goes on, as they do not say of the title.
fn is_cut_text(page: &Page<'_>, title: usize, before: &Unit, unit: &Unit) -> bool {
    const SET: Roles = Roles::CAPITALS.union(Roles::NUMBERED).union(Roles::ROMAN).union(Roles::MARKED);
    let (first, last) = (*before.lines.start(), *before.lines.end());
    let below = *unit.lines.start();
    before.heads
        && page.setting.final_spaces
        && page.runs_on(last)
        && !page.runs_on(title)
        && !page.is(first, SET)
        && (letters::starts_small(page.text(below)) || page.opens_page(below))
}

/// Adds a run of lines as a unit; where `splits` says so, those of the titles at its head as units of their own.
fn push(
    units: &mut Vec<Unit>,
    page: &Page<'_>,
    furniture: &[Option<FurnitureKind>],
    lines: RangeInclusive<usize>,
    layout: &Layout,
    splits: bool,
) {
    /// The heading of a section, and a title.
    const MOST: usize = 2;
    let mut text = lines;
    let mut titled = false;
    for _ in 0..if splits { MOST } else { 0 } {
        let opens = units.last().is_none_or(|before| before.heads || before.closes.is_some());
        // A run may go on over a page turn.
        let shown = text.clone().filter(|&at| !furniture::is_empty(page, furniture, at));
        let Some((end, next)) = glued::title(page, shown, layout.opening, opens) else { break };
        let above_title = page.is(*text.start(), Roles::CAPITALS | Roles::ROMAN);
        units.push(unit(page, *text.start()..=end, layout.closing));
        text = next..=*text.end();
        titled = true;
        if !above_title {
            break;
        }
    }
    let mut text = unit(page, text, layout.closing);
    // What stands right below a title is text, however short a page turn leaves it.
    if titled && text.heads {
        (text.heads, text.prose) = (false, true);
    }
    units.push(text);
}

/// Whether a short line closes the bracket that the end of an earlier line opened. In what could be a heading, it has to
/// stand behind a sentence.
fn is_cut_bracket(page: &Page<'_>, before: usize, at: usize, heads: bool) -> bool {
    const LONGEST: usize = 160;
    let (left, right) = (page.text(before), page.text(at));
    let opens = |open: usize| {
        left.len() - open <= LONGEST
            && !(heads && left.get(..open).is_none_or(|text| !letters::ends_like_prose(text.trim_end())))
    };
    at - before <= 8
        && right.len() <= LONGEST
        && memchr::memrchr2(b'(', b'[', left.as_bytes()).is_some_and(opens)
        && letters::open_brackets(right) < 0
        && letters::open_brackets(left) > 0
}

/// Whether line `at` goes on from the line before it, within one unit.
fn goes_on(page: &Page<'_>, before: usize, at: usize, layout: &Layout) -> bool {
    if !page.setting.wrapped || before + 1 != at {
        return false;
    }
    let (Some(last), Some(line)) = (page.lines.get(before), page.lines.get(at)) else { return false };
    let (above, text) = (page.text(before), page.text(at));
    if page.setting.final_spaces {
        // A number or word that is cut at the end of a line has no space there either.
        return last.runs_on() || matches!(join::seam(above, false, text, page.setting), Join::Glue | Join::Hyphen);
    }
    let closing =
        |i: usize| layout.closing.filter(|form| page.may_close(i, *form)).and_then(|form| page.closing(i, form));
    let alone = |i: usize| closing(i).is_some_and(|c| c.body_end == 0);
    // Behind a sure citation or a back link the text goes on in small letters at most.
    let bracketed =
        || above.trim_end_matches(['.', '/', ' ']).ends_with([')', ']']) && letters::open_brackets(above) <= 0;
    let sure = |c: &Closing| c.strength == Strength::Strong && bracketed();
    // The citation may begin on the line above.
    let over_lines = || {
        before > 0
            && letters::open_brackets(above) < 0
            && layout.closing.and_then(|form| self::closing(page, &(before - 1..=before), form))
                == Some(Strength::Strong)
    };
    let closed = page.is(before, Roles::TRAILING_BACK_LINK) || closing(before).is_some_and(sure) || over_lines();
    let colophon = page.is(at, Roles::COLOPHON) && (page.is(before, Roles::ADDRESS) || !letters::is_open(above));
    let numbered = page.is(at, Roles::NUMBERED)
        && !breaks_title(page, before, at)
        && (page.is(before, Roles::CAPITALS) || !letters::calls_for_number(above))
        && (text.contains('/') && slashed(text)
            || layout.opening == Opening::Number && page.is(before, Roles::CAPITALS | Roles::ROMAN));
    let next_item = page.is(at, Roles::NUMBERED | Roles::LISTED) && letters::ends_sentence(above);
    // A heading is one line of Markdown, unless something broke long lines after it was written.
    let headed = last.heading() != 0 && !letters::calls_for_number(above);
    // Where paragraphs begin further in, so does the one right below a title.
    let opens = page.setting.inset.is_some() && page.is_indented(at) && !page.is_indented(before);
    let begins = closed || colophon || line.opens_page() || headed || opens;
    !(alone(before)
        || alone(at)
        || numbered
        || next_item
        || line.heading() != 0
        || begins && !letters::starts_small(text))
}

/// Whether a number at the head of a line belongs to the numbered title above it, whose words call for one: it is not the
/// next of the titles' numbers.
fn breaks_title(page: &Page<'_>, before: usize, at: usize) -> bool {
    let number = |at: usize| page.enumerator(at).and_then(|(number, _)| number.arabic()).map(|(value, _)| value);
    letters::calls_for_number(page.text(before))
        && number(before).zip(number(at)).is_some_and(|(title, own)| own != title.saturating_add(1))
}

fn unit(page: &Page<'_>, lines: RangeInclusive<usize>, form: Option<Form>) -> Unit {
    let (first, last) = (*lines.start(), *lines.end());
    let single = first == last;
    let short = last - first < LONGEST_HEADING;
    // So many lines that go on in another are the head of a paragraph that a page turn cuts.
    let cut = page.setting.final_spaces && last - first >= LEAST_CUT && page.runs_on(last);
    let prose = if single {
        page.is(first, Roles::PROSE)
    } else if cut {
        true
    } else {
        !short || letters::ends_like_prose(page.text(last)) || text(page, &lines).chars().count() > 240
    };
    let over_lines = || {
        page.could_head(first)
            || page.is(first, Roles::NUMBERED)
            || page.could_begin_heading(first)
                && !lines.clone().any(|at| page.is(at, Roles::BLANK))
                && letters::open_brackets(&text(page, &lines)) == 0
    };
    let heads = !prose && (if single { page.could_head(first) } else { over_lines() });
    let closes = form.and_then(|form| closing(page, &lines, form));
    Unit {
        prose,
        heads: heads && closes.is_none(),
        closes,
        back_link: page.is(last, Roles::TRAILING_BACK_LINK),
        address: single && page.is(first, Roles::ADDRESS),
        sourced: false,
        by_line: false,
        lines,
    }
}

/// Whether a text begins with a number as newsletters set their titles' (`7/ …`).
pub fn slashed(text: &str) -> bool {
    enumerator::number(text).is_some_and(|(_, mark)| mark == '/')
}

/// How sure the citation at the end of a unit is, if there is one.
fn closing(page: &Page<'_>, lines: &RangeInclusive<usize>, form: Form) -> Option<Strength> {
    let (first, last) = (*lines.start(), *lines.end());
    // The end of a line is no citation by itself where its bracket opens on a line above.
    let ends_bracket = || first != last && letters::open_brackets(page.text(last)) < 0;
    if !page.may_close(last, form) && !ends_bracket() {
        return None;
    }
    let strength = |closing: &Closing| (!closing.stands_in_sentence()).then_some(closing.strength);
    if first == last {
        return page.closing(last, form).and_then(strength);
    }
    // A citation never runs over more than three lines.
    citation::find_closing(&text(page, &(first.max(last.saturating_sub(2))..=last)), form).as_ref().and_then(strength)
}

/// Joins another line of a heading to the text before it.
pub fn push_line(out: &mut String, runs_on: bool, text: &str, setting: Setting) {
    if !out.is_empty() {
        match join::seam(out, runs_on, text, setting) {
            Join::Glue => {}
            Join::Hyphen => {
                out.pop();
            }
            Join::Space | Join::Break => out.push(' '),
        }
    }
    out.push_str(text);
}

/// The text of some lines, joined as a heading's are.
pub fn text<'p>(page: &'p Page<'_>, lines: &RangeInclusive<usize>) -> Cow<'p, str> {
    if lines.start() == lines.end() {
        return Cow::Borrowed(page.text(*lines.start()));
    }
    let mut out = String::with_capacity(lines.clone().map(|at| page.text(at).len() + 1).sum());
    for at in lines.clone() {
        let text = page.text(at);
        if text.is_empty() {
            continue;
        }
        let runs_on = at > *lines.start() && page.runs_on(at - 1);
        push_line(&mut out, runs_on, text, page.setting);
    }
    Cow::Owned(out)
}
