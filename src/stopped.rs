//! Titles that end as sentences do: with a full stop, or with the dots of a thought left open.
//!
//! By itself such a line reads like running text. Where a whole text sets its titles so, they stand as one short sentence
//! right behind what closes the article before, again and again. They lose the look of running text here, in the contents
//! as well, before anybody asks for headings. Which of them is a title, is decided where the cuts are made.

use crate::citation::{Form, Strength};
use crate::page::Page;
use crate::roles::Roles;
use crate::text::key::{KeyHash, KeySet};
use crate::text::letters;

/// Fewest sentences behind what closes an article that tell how titles are set; one by itself may be chance.
const FEWEST: usize = 2;
/// Longest title, in bytes, and fewest words.
const LONGEST: usize = 320;
const FEWEST_WORDS: usize = 4;
/// Most headings of sections between what closes an article and the next title.
const MOST_HEADINGS: usize = 2;
/// Most lines above the first close that are looked at for the contents and the first title.
const MOST_ABOVE: usize = 1000;

/// Lines that say nothing of what stands around them.
const BETWEEN: Roles = Roles::BLANK.union(Roles::ADDRESS).union(Roles::PAGE_NUMBER).union(Roles::ORNAMENT);

/// What stands where titles do: behind a line that may close an article, and perhaps headings of sections.
struct Opening {
    at: usize,
    /// The line that may close the article before.
    above: usize,
    /// Headings stand between.
    headed: bool,
    /// It is a short sentence above running text.
    sentence: bool,
}

/// Takes the look of running text off titles that end as sentences do.
pub fn relieve(page: &mut Page<'_>) {
    let mut openings = openings(page);
    // Citations are read for those alone where it matters; mostly there is none.
    let is_title = |opening: &Opening| opening.sentence && closes(page, opening.above);
    let alone = openings.iter().filter(|opening| !opening.headed && is_title(opening)).count();
    let others = || openings.iter().filter(|opening| !opening.sentence && closes(page, opening.above)).count();
    let usual = alone >= FEWEST && alone * 2 >= others();
    openings.retain(|opening| {
        opening.sentence && (usual || !opening.headed && is_left_open(page.text(opening.at))) && is_title(opening)
    });
    let Some(first) = openings.first() else { return };
    let keys: KeySet = openings.iter().map(|opening| KeyHash::of(page.entitled(opening.at))).collect();
    let above = above_first(page, first.at, &keys, usual);
    for at in above.into_iter().chain(openings.into_iter().map(|opening| opening.at)) {
        if let Some(candidate) = page.candidates.get_mut(at) {
            candidate.roles -= Roles::PROSE;
        }
    }
}

/// The lines that stand where titles do.
fn openings(page: &Page<'_>) -> Vec<Opening> {
    const MAY_CLOSE: Roles = Roles::CLOSING.union(Roles::TRAILING_BACK_LINK).union(Roles::BACK_LINK);
    let mut openings = Vec::new();
    // The line that may close an article, and how many headings stand behind it.
    let mut behind: Option<(usize, usize)> = None;
    for at in (0..page.lines.len()).filter(|&at| !page.is(at, BETWEEN)) {
        if let Some((above, headings)) = behind.filter(|_| !page.is(at, Roles::BACK_LINK)) {
            if headings < MOST_HEADINGS && page.could_head(at) {
                behind = Some((above, headings + 1));
                continue;
            }
            let sentence = is_sentence(page, at) && leads(page, at);
            openings.push(Opening { at, above, headed: headings > 0, sentence });
        }
        behind = page.is(at, MAY_CLOSE).then_some((at, 0));
    }
    openings
}

/// Titles above the first one that was found: those of the contents, and the one of the first article.
fn above_first(page: &Page<'_>, first: usize, keys: &KeySet, usual: bool) -> Vec<usize> {
    let lines =
        (0..first).take(MOST_ABOVE).filter(|&at| is_sentence(page, at) && (usual || is_left_open(page.text(at))));
    let lines: Vec<(usize, KeyHash)> = lines.map(|at| (at, KeyHash::of(page.entitled(at)))).collect();
    let mut titles = Vec::new();
    for (n, &(at, key)) in lines.iter().enumerate() {
        let listed = keys.contains(&key) || lines.iter().skip(n + 1).any(|(_, other)| *other == key);
        if listed {
            titles.push(at);
        } else if leads(page, at) {
            titles.push(at);
            break;
        }
    }
    titles
}

/// Whether a line is one short sentence, set apart from what stands around it.
fn is_sentence(page: &Page<'_>, at: usize) -> bool {
    const NOT: Roles =
        Roles::ROW.union(Roles::FOOTNOTE).union(Roles::CAPTION).union(Roles::COLOPHON).union(Roles::CHROME);
    let text = page.entitled(at);
    page.is(at, Roles::PROSE)
        && page.text(at).len() <= LONGEST
        && text.ends_with(['.', '…'])
        && !page.is(at, NOT)
        && letters::starts_capital(text)
        && !text.trim_end_matches(['.', '…']).contains(['.', '?', '!', ';', '…'])
        && letters::open_brackets(text) == 0
        && letters::words(text) >= FEWEST_WORDS
        && (!page.setting.wrapped || page.opens_apart(at) && page.is(at + 1, Roles::BLANK) && !page.runs_on(at))
}

/// Whether a title leaves its thought open.
fn is_left_open(text: &str) -> bool {
    text.ends_with("...") || text.ends_with('…')
}

/// Whether running text follows a line, and more of it than stands there.
fn leads(page: &Page<'_>, at: usize) -> bool {
    page.below(at, BETWEEN).is_some_and(|next| {
        let running = page.is(next, Roles::PROSE) && !page.is(next, Roles::COLOPHON | Roles::CHROME);
        running && page.text(next).len() > page.text(at).len()
    })
}

/// Whether a line closes an article beyond doubt.
fn closes(page: &Page<'_>, at: usize) -> bool {
    let is_sure = |form| page.closing(at, form).is_some_and(|closing| closing.strength == Strength::Strong);
    page.is(at, Roles::TRAILING_BACK_LINK | Roles::BACK_LINK) || is_sure(Form::Parenthesised) || is_sure(Form::Line)
}
