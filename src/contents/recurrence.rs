//! The first line that is printed twice: in the contents, and where the body begins.
//!
//! Titles are compared by their keys, alone and joined over lines. Whether a line that recurs is a title of the contents,
//! not a slip or part of the masthead, is told by what stands around it.

use std::cell::OnceCell;
use std::hash::BuildHasherDefault;

use super::author;
use super::page_mark::{LONGEST_PAGE, PageMark, split_page};
use super::reprint::MOST_TITLE_LINES;
use super::zone::Zone;
use crate::citation::{Form, Strength};
use crate::roles::Roles;
use crate::text::key::{self, KeyHash, KeyMap};
use crate::text::letters;

/// Shortest key, in bytes, that can tell a title.
const SHORTEST_KEY: usize = 4;

/// What may be the title of a line, without its enumerator.
#[derive(Clone, Copy)]
pub struct Title<'p> {
    /// With a doubtful page left on it.
    pub full: &'p str,
    /// Without leaders and page.
    pub text: &'p str,
    /// The page.
    pub page: PageMark,
}

impl<'p> Title<'p> {
    /// The title in a text; `printed` says which page the line shows where its spaces are not folded.
    pub fn of(text: &'p str, printed: impl FnOnce() -> PageMark) -> Self {
        let (head, mark) = split_page(text);
        match mark {
            PageMark::Maybe(n) if printed() == PageMark::Sure(n) => {
                Self { full: head, text: head, page: PageMark::Sure(n) }
            }
            PageMark::Maybe(_) => Self { full: text, text: head, page: mark },
            _ => Self { full: head, text: head, page: mark },
        }
    }
}

/// A title with the keys of its two forms.
#[derive(Clone, Copy)]
pub struct Keyed<'p> {
    /// The title.
    pub title: Title<'p>,
    /// The key of the title with a doubtful page on it.
    pub full_key: KeyHash,
    /// The key of the title without any.
    pub key: KeyHash,
}

impl<'p> Keyed<'p> {
    /// Reads the keys of a title.
    pub fn of(title: Title<'p>) -> Self {
        let full_key = KeyHash::of(title.full);
        let key = if title.full.len() == title.text.len() { full_key } else { KeyHash::of(title.text) };
        Self { title, full_key, key }
    }
}

/// The titles of the lines of a zone. Their keys are read where they are asked for: most lines begin as no other does, and
/// so are not printed twice.
pub struct Titles<'z, 'p, 't> {
    /// The lines.
    pub zone: &'z Zone<'p, 't>,
    /// Whether another title may be the same as each one, alone or with the next ones.
    recurs: Vec<bool>,
    keyed: Vec<OnceCell<Keyed<'p>>>,
}

/// The first letters of a line's title, and of the next ones where it has too few.
struct Beginning {
    letters: KeyHash,
    /// Whether the title alone is shorter: it meets other short ones, whatever follows them.
    short: bool,
}

impl<'z, 'p, 't> Titles<'z, 'p, 't> {
    /// Letters that are compared.
    const LETTERS: usize = 6;
    /// Most lines of a title.
    const LINES: usize = MOST_TITLE_LINES;

    /// The titles of the lines of a zone.
    pub fn of(zone: &'z Zone<'p, 't>) -> Self {
        let beginnings: Vec<Beginning> = (0..zone.at.len()).map(|pos| Self::beginning(zone, pos)).collect();
        let mut counts: KeyMap<usize> =
            KeyMap::with_capacity_and_hasher(beginnings.len(), BuildHasherDefault::default());
        // Who wrote it may stand before a title of the contents.
        let without_author =
            |pos: usize| author::before(zone.entitled(pos)).map(|(title, _)| key::beginning(title, Self::LETTERS));
        let without_author: Vec<Option<KeyHash>> = (0..zone.at.len()).map(without_author).collect();
        for letters in
            beginnings.iter().map(|beginning| beginning.letters).chain(without_author.iter().copied().flatten())
        {
            *counts.entry(letters).or_default() += 1;
        }
        let several_short = beginnings.iter().filter(|beginning| beginning.short).nth(1).is_some();
        let several = |letters: KeyHash| counts.get(&letters).is_some_and(|&lines| lines > 1);
        let recurs = |(beginning, without_author): (&Beginning, &Option<KeyHash>)| {
            beginning.short && several_short || several(beginning.letters) || without_author.is_some_and(several)
        };
        let recurs = beginnings.iter().zip(&without_author).map(recurs).collect();
        let keyed = std::iter::repeat_with(OnceCell::new).take(beginnings.len()).collect();
        Self { zone, recurs, keyed }
    }

    fn beginning(zone: &Zone<'p, 't>, pos: usize) -> Beginning {
        let text = zone.entitled(pos);
        if key::has_letters(text, Self::LETTERS + LONGEST_PAGE) {
            return Beginning { letters: key::beginning(text, Self::LETTERS), short: false };
        }
        let title = Self::title(zone, pos);
        let own = key::beginning(title.text, Self::LETTERS);
        if own.chars() == Self::LETTERS {
            return Beginning { letters: own, short: false };
        }
        let mut letters = key::beginning(title.full, Self::LETTERS);
        for next in pos + 1..pos + Self::LINES {
            let left = Self::LETTERS - letters.chars();
            letters = letters.then(key::beginning(Self::title(zone, next).full, left));
        }
        Beginning { letters, short: true }
    }

    fn title(zone: &Zone<'p, 't>, pos: usize) -> Title<'p> {
        Self::title_in(zone, pos, zone.entitled(pos))
    }

    /// The title of a line in what its enumerator leaves of it.
    fn title_in(zone: &Zone<'p, 't>, pos: usize, text: &'p str) -> Title<'p> {
        match zone.lead(pos) {
            Some(lead) if lead.is_page => Title { full: text, text, page: PageMark::Sure(lead.value) },
            _ => Title::of(text, || zone.page_mark(pos)),
        }
    }

    /// The title of a line in what its enumerator leaves of it, with its keys.
    pub fn keyed_in(&self, pos: usize, text: &'p str) -> Keyed<'p> {
        let known = self.keyed(pos).filter(|_| text.len() == self.zone.entitled(pos).len());
        known.unwrap_or_else(|| Keyed::of(Self::title_in(self.zone, pos, text)))
    }

    /// Whether another title may be the same, this line's alone or with the next ones.
    fn may_recur(&self, pos: usize) -> bool {
        self.recurs.get(pos).copied().unwrap_or(false)
    }

    /// The title of a line with its keys; None behind the last line.
    pub fn keyed(&self, pos: usize) -> Option<Keyed<'p>> {
        self.keyed.get(pos).map(|keyed| *keyed.get_or_init(|| Keyed::of(Self::title(self.zone, pos))))
    }

    /// The key of a line's title, a doubtful page on it.
    fn key(&self, pos: usize) -> KeyHash {
        self.keyed(pos).map_or(KeyHash::default(), |keyed| keyed.full_key)
    }

    /// The same, and the keys without a page where it is doubtful, and without an author.
    fn keys(&self, pos: usize) -> [Option<KeyHash>; 3] {
        self.keyed(pos).map_or([None; 3], |keyed| {
            let doubtful = matches!(keyed.title.page, PageMark::Maybe(_));
            let without_author = author::split(keyed.title.text).map(|(title, _)| KeyHash::of(title));
            [Some(keyed.full_key), doubtful.then_some(keyed.key), without_author]
        })
    }
}

/// The first line that is printed twice with no running text between: the first printing stands in the contents, the
/// second opens the body.
pub fn find(titles: &Titles<'_, '_, '_>) -> Option<(usize, usize)> {
    let zone = titles.zone;
    let mut seen: KeyMap<usize> = KeyMap::with_capacity_and_hasher(zone.at.len(), BuildHasherDefault::default());
    let slips = Slips::default();
    for pos in 0..zone.at.len() {
        let mut joined = KeyHash::default();
        for next in (0..Titles::LINES).take_while(|_| titles.may_recur(pos)) {
            // Two entries may end in the same words; a title in the body is printed without its page.
            if zone.is_paged(pos + next) {
                break;
            }
            joined = joined.then(titles.key(pos + next));
            if joined.len() < SHORTEST_KEY || pos + next >= zone.at.len() {
                continue;
            }
            if let Some(&first) = seen.get(&joined)
                && zone.prose.get(first) == zone.prose.get(pos)
                && !zone.is_masthead(first)
                && !(first + 1..pos.min(first + 4)).any(|p| zone.is_dated(p))
                && !slips.holds(titles, first, pos)
                && leads_to_prose(zone, pos)
                && !recurs_within(titles, first, pos)
            {
                return Some((first, pos));
            }
        }
        // As printed alone, and as the end of an entry that began one or two lines before.
        for first in (pos.saturating_sub(2)..=pos).rev().filter(|&first| titles.may_recur(first)) {
            let before = (first..pos).fold(KeyHash::default(), |before, p| before.then(titles.key(p)));
            for end in titles.keys(pos).into_iter().flatten() {
                let whole = before.then(end);
                if whole.len() >= SHORTEST_KEY {
                    seen.entry(whole).or_insert(first);
                }
            }
        }
    }
    None
}

/// Whether two groups of the contents are called alike (`I. Kinh tế` below `A. TRONG NƯỚC` and below `B. THẾ GIỚI`): what stands
/// above the first printing is printed again further down, with the same line below it, and not above the second.
fn recurs_within(titles: &Titles<'_, '_, '_>, first: usize, pos: usize) -> bool {
    let (Some(above), Some(before)) = (first.checked_sub(1), pos.checked_sub(1)) else { return false };
    let (head, own) = (titles.key(above), titles.key(first));
    titles.may_recur(above)
        && head.len() >= SHORTEST_KEY
        && before != first
        && titles.key(before) != head
        && (pos + 1..titles.zone.at.len()).any(|p| titles.key(p) == head && titles.key(p + 1) == own)
}

/// A line printed twice in a row is either a list of contents with one entry and its title below it, or a misprint; this
/// tells which.
#[derive(Default)]
struct Slips {
    /// Position of the first line that closes an article.
    closing: OnceCell<usize>,
    /// Where each title is printed the next time.
    next: OnceCell<Vec<usize>>,
}

impl Slips {
    /// Whether a line that is printed twice in a row is a slip and no list of one entry: it stands behind running text or
    /// an article's end without a heading over it, or it comes once more before the text, as an article's title does.
    fn holds(&self, titles: &Titles<'_, '_, '_>, first: usize, pos: usize) -> bool {
        let zone = titles.zone;
        let headed = first.checked_sub(1).is_some_and(|above| zone.is(above, Roles::TOC_HEADING));
        if first + 1 != pos || headed {
            return false;
        }
        let closes = |p: usize| {
            let closing = || zone.page.closing(zone.line(p), Form::Parenthesised);
            zone.is(p, Roles::CLOSING)
                && !zone.is_masthead(p)
                && closing().is_some_and(|c| c.strength == Strength::Strong)
        };
        let closing = || (0..zone.at.len()).find(|&p| closes(p)).unwrap_or(usize::MAX);
        if zone.prose.get(first).is_some_and(|&n| n > 0) || *self.closing.get_or_init(closing) < first {
            return true;
        }
        let next = self.next.get_or_init(|| {
            let mut later = KeyMap::default();
            let mut next: Vec<usize> = (0..zone.at.len())
                .rev()
                .map(|p| titles.may_recur(p).then(|| later.insert(titles.key(p), p)).flatten().unwrap_or(usize::MAX))
                .collect();
            next.reverse();
            next
        });
        next.get(pos).is_some_and(|&p| p < zone.at.len() && zone.prose.get(p) == zone.prose.get(pos))
    }
}

/// Whether running text follows within a few lines: a title stands in the body, not among titles.
fn leads_to_prose(zone: &Zone<'_, '_>, pos: usize) -> bool {
    const NEAR: usize = 6;
    // Lines in a row that begin with a small letter: as many are more than the rest of an entry.
    const WRAPPED: usize = 3;
    // Lines in a row of a column's width: as many are more than any title.
    const FULL: usize = 5;
    let here = zone.prose.get(pos).copied().unwrap_or(0);
    let small = |p| letters::starts_small(zone.text(p));
    let width = zone.page.setting.width;
    let full = |p| !zone.is(p, Roles::NUMBERED) && zone.text(p).chars().count() * 10 >= width * 8;
    let wrapped =
        || (pos + 1..=pos + NEAR - WRAPPED).any(|p| (p + 1..=p + WRAPPED).all(small) || (p + 1..=p + FULL).all(full));
    zone.prose.get(pos + NEAR).or(zone.prose.last()).is_some_and(|&n| n > here)
        || zone.at.len() <= pos + NEAR
        || zone.page.setting.wrapped && wrapped()
}
