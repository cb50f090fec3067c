//! A table of contents printed as a list of lines, and with it the place where the body begins.
//!
//! The body begins where a line of the contents is printed for the second time (enumerator, page and leaders aside). Where
//! no line is (titles differ a little), the heading over the contents, the run of numbered lines and the likeness of
//! titles decide. Entries that were wrapped over two lines are settled by whether the joined text recurs in the body.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

pub use super::page_mark::has_page;
use super::page_mark::{LONGEST_PAGE, PageMark, split_page};
use super::reprint::{self, Body, LONGEST_TITLE};
use super::{Contents, Entry, Group};
use crate::citation::{Form, Strength};
use crate::masthead;
use crate::model::MastheadRole;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{self, KeyHash, KeyMap, likeness};
use crate::text::letters;

/// Where masthead, contents and body stand.
#[derive(Debug)]
pub struct Head {
    /// Index of the first line after the masthead.
    pub masthead_end: usize,
    /// The contents, where there are any.
    pub contents: Contents,
    /// Index of the first line of the body.
    pub body: usize,
}

/// Running text that may stand in the head before the search for contents is given up.
const PROSE_IN_HEAD: usize = 6;
/// Shortest key, in bytes, that can tell a title.
const SHORTEST_KEY: usize = 4;

/// What may be the title of a line, enumerator, leaders and page aside; with a doubtful page, the title without it comes
/// second.
fn titles<'p>(zone: &Zone<'p, '_>, pos: usize) -> (&'p str, Option<&'p str>) {
    let text = zone.page.entitled(zone.line(pos));
    match split_page(text) {
        (head, PageMark::Maybe(n)) if zone.page_mark(pos) != PageMark::Sure(n) => (text, Some(head)),
        (head, _) => (head, None),
    }
}

/// The keys of what may be titles, read where they are asked for: most lines begin as no other does, and so are not
/// printed twice.
struct Titles<'z, 'p, 't> {
    zone: &'z Zone<'p, 't>,
    /// The first letters of each line's title, and of the next ones where it has too few.
    beginnings: Vec<Beginning>,
    /// How many titles begin so.
    counts: KeyMap<usize>,
    /// How many titles are shorter than what is compared.
    short: usize,
    keys: Vec<OnceCell<(KeyHash, Option<KeyHash>)>>,
}

struct Beginning {
    letters: KeyHash,
    /// Whether the title alone is shorter: it meets other short ones, whatever follows them.
    short: bool,
}

impl<'z, 'p, 't> Titles<'z, 'p, 't> {
    /// So many letters are compared.
    const LETTERS: usize = 6;
    /// Most lines of a title.
    const LINES: usize = LONGEST_TITLE;

    fn of(zone: &'z Zone<'p, 't>) -> Self {
        let beginnings: Vec<Beginning> = (0..zone.at.len()).map(|pos| Self::beginning(zone, pos)).collect();
        let mut counts = KeyMap::with_capacity_and_hasher(beginnings.len(), BuildHasherDefault::default());
        for beginning in &beginnings {
            *counts.entry(beginning.letters).or_default() += 1;
        }
        let short = beginnings.iter().filter(|beginning| beginning.short).count();
        let keys = std::iter::repeat_with(OnceCell::new).take(beginnings.len()).collect();
        Self { zone, beginnings, counts, short, keys }
    }

    fn beginning(zone: &Zone<'p, 't>, pos: usize) -> Beginning {
        let line = zone.line(pos);
        let text = zone.page.entitled(line);
        if key::has_letters(text, Self::LETTERS + LONGEST_PAGE) {
            return Beginning { letters: key::beginning(text, Self::LETTERS), short: false };
        }
        let (title, unpaged) = titles(zone, pos);
        let own = key::beginning(unpaged.unwrap_or(title), Self::LETTERS);
        if own.chars() == Self::LETTERS {
            return Beginning { letters: own, short: false };
        }
        let mut letters = key::beginning(title, Self::LETTERS);
        for next in pos + 1..pos + Self::LINES {
            let left = Self::LETTERS - letters.chars();
            letters = letters.then(key::beginning(titles(zone, next).0, left));
        }
        Beginning { letters, short: true }
    }

    /// Whether another title may be the same, this line's alone or with the next ones.
    fn may_recur(&self, pos: usize) -> bool {
        self.beginnings.get(pos).is_some_and(|beginning| {
            beginning.short && self.short > 1 || self.counts.get(&beginning.letters).is_some_and(|&lines| lines > 1)
        })
    }

    fn keys(&self, pos: usize) -> (KeyHash, Option<KeyHash>) {
        let read = || {
            let (title, unpaged) = titles(self.zone, pos);
            (KeyHash::of(title), unpaged.map(KeyHash::of))
        };
        self.keys.get(pos).map(|keys| *keys.get_or_init(read)).unwrap_or_default()
    }
}

/// The non-blank lines of the head that count for the search, as positions.
struct Zone<'p, 't> {
    page: &'p Page<'t>,
    /// Line indices.
    at: Vec<usize>,
    /// Running text up to and including the position.
    prose: Vec<usize>,
    /// The pages at the ends of the lines as they are printed, as far as somebody asked.
    marks: Vec<OnceCell<PageMark>>,
}

impl<'p, 't> Zone<'p, 't> {
    fn new(page: &'p Page<'t>) -> Self {
        let (mut at, mut prose, mut count) = (Vec::new(), Vec::new(), 0);
        for i in 0..page.lines.len() {
            if page.is(i, Roles::BLANK | Roles::BACK_LINK | Roles::PAGE_NUMBER) {
                continue;
            }
            count += usize::from(page.is(i, Roles::PROSE) && is_running(page, i));
            at.push(i);
            prose.push(count);
            if count > PROSE_IN_HEAD {
                break;
            }
        }
        let marks = std::iter::repeat_with(OnceCell::new).take(at.len()).collect();
        Self { page, at, prose, marks }
    }

    fn is(&self, pos: usize, roles: Roles) -> bool {
        self.at.get(pos).is_some_and(|&i| self.page.is(i, roles))
    }

    fn text(&self, pos: usize) -> &'p str {
        self.at.get(pos).map_or("", |&i| self.page.text(i))
    }

    fn line(&self, pos: usize) -> usize {
        self.at.get(pos).copied().unwrap_or(self.page.lines.len())
    }

    /// Position of the first running text.
    fn first_prose(&self) -> usize {
        self.prose.iter().position(|&n| n > 0).unwrap_or(self.at.len())
    }

    fn masthead_role(&self, pos: usize) -> MastheadRole {
        self.page.masthead_role(self.line(pos))
    }

    /// Whether the line gives a date, a number or a note, as the lines below a bulletin's name do.
    fn is_dated(&self, pos: usize) -> bool {
        self.is_masthead(pos) && self.masthead_role(pos) != MastheadRole::Name && !self.is(pos, Roles::CHROME)
    }

    /// Whether a page is printed at the end of the line, after leaders or a wide space.
    fn is_paged(&self, pos: usize) -> bool {
        matches!(self.page_mark(pos), PageMark::Sure(_))
    }

    /// The page at the end of the line as it is printed, wide spaces and all.
    fn page_mark(&self, pos: usize) -> PageMark {
        let read = || self.page.lines.get(self.line(pos)).map_or(PageMark::None, |line| split_page(line.raw).1);
        self.marks.get(pos).map_or(PageMark::None, |mark| *mark.get_or_init(read))
    }

    /// Whether the line says something that only a masthead says.
    fn is_masthead(&self, pos: usize) -> bool {
        self.is(pos, Roles::CHROME)
            || !self.is(pos, Roles::NUMBERED | Roles::ROMAN)
                && !self.is_paged(pos)
                && match self.masthead_role(pos) {
                    MastheadRole::Other => false,
                    MastheadRole::Name => masthead::has_name_word(self.text(pos)),
                    _ => true,
                }
    }
}

/// Whether a line that reads like running text is no line of contents or masthead.
fn is_running(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    let listed = page.is(at, Roles::NUMBERED) && (text.len() < 200 || text.chars().count() < 200)
        || page.is(at, Roles::TOC_HEADING)
        || ends_entry(page, at);
    let masthead = || text.len() <= 140 && !text.contains(". ") && page.masthead_role(at) != MastheadRole::Other;
    !listed && !masthead()
}

/// Whether a line may be the end of an entry that began on the line before, though it ends as a sentence does.
fn ends_entry(page: &Page<'_>, at: usize) -> bool {
    const LONGEST: usize = 100;
    at.checked_sub(1).is_some_and(|before| {
        page.is(before, Roles::NUMBERED)
            && !page.is(before, Roles::PROSE)
            && page.text(at).chars().count() <= LONGEST
            && !page.is(at, Roles::CLOSING)
    })
}

/// Finds masthead, contents and body.
pub fn find(page: &Page<'_>) -> Head {
    let zone = Zone::new(page);
    let titles = Titles::of(&zone);
    let span = recurrence(&titles).or_else(|| by_shape(&zone));
    let Some((from, to)) = span else {
        let masthead_end = bare_masthead(&zone);
        return Head { masthead_end, contents: Contents::default(), body: masthead_end };
    };
    let (heading, first) = first_line(&zone, from, to);
    let mut to = to;
    let mut contents = parse(&titles, first, to);
    // A list of contents does not end with a heading: what stands there opens the body.
    while contents.groups.len() > 1
        && let Some(group) = contents.groups.pop_if(|g| g.entries.is_empty())
    {
        to = zone.at.partition_point(|&at| at < *group.lines.start());
    }
    let body = zone.line(to);
    contents.rest.retain(|(at, _)| *at < body);
    let masthead_end = match heading {
        Some(pos) => {
            contents.headings.extend((pos..first).map(|p| zone.line(p)));
            zone.line(pos)
        }
        None => zone.line(first),
    };
    Head { masthead_end, contents, body }
}

/// The first line that is printed twice with no running text between: the first printing stands in the contents, the
/// second opens the body.
fn recurrence(titles: &Titles<'_, '_, '_>) -> Option<(usize, usize)> {
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
            joined = joined.then(titles.keys(pos + next).0);
            if joined.len() < SHORTEST_KEY || pos + next >= zone.at.len() {
                continue;
            }
            if let Some(&first) = seen.get(&joined)
                && zone.prose.get(first) == zone.prose.get(pos)
                && !zone.is_masthead(first)
                && !(first + 1..pos.min(first + 4)).any(|p| zone.is_dated(p))
                && !slips.holds(titles, first, pos)
                && leads_to_prose(zone, pos)
            {
                return Some((first, pos));
            }
        }
        // As printed alone, and as the end of an entry that began one or two lines before.
        for first in (pos.saturating_sub(2)..=pos).rev().filter(|&first| titles.may_recur(first)) {
            let before = (first..pos).fold(KeyHash::default(), |before, p| before.then(titles.keys(p).0));
            let (own, unpaged) = titles.keys(pos);
            for end in [Some(own), unpaged].into_iter().flatten() {
                let whole = before.then(end);
                if whole.len() >= SHORTEST_KEY {
                    seen.entry(whole).or_insert(first);
                }
            }
        }
    }
    None
}

/// What tells a slip from a list of one entry, found once the first line is printed twice in a row.
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
                .map(|p| titles.may_recur(p).then(|| later.insert(titles.keys(p).0, p)).flatten().unwrap_or(usize::MAX))
                .collect();
            next.reverse();
            next
        });
        next.get(pos).is_some_and(|&p| p < zone.at.len() && zone.prose.get(p) == zone.prose.get(pos))
    }
}

/// Whether running text follows within a few lines: a title stands in the body, not among titles.
fn leads_to_prose(zone: &Zone<'_, '_>, pos: usize) -> bool {
    let here = zone.prose.get(pos).copied().unwrap_or(0);
    zone.prose.get(pos + 6).or(zone.prose.last()).is_some_and(|&n| n > here) || zone.at.len() <= pos + 6
}

/// Contents without a line that recurs: a heading over them, or a run of numbered lines, before the first running text.
fn by_shape(zone: &Zone<'_, '_>) -> Option<(usize, usize)> {
    let end = zone.first_prose();
    let heading = (0..end).find(|&p| zone.is(p, Roles::TOC_HEADING));
    let paged = |p: usize| zone.is_paged(p) && !zone.is_masthead(p);
    let listed: Vec<usize> = (0..end).filter(|&p| zone.is(p, Roles::NUMBERED) || paged(p)).collect();
    let (first, last) = (*listed.first()?, *listed.last()?);
    if heading.is_none() && listed.len() < 3 || heading.is_some_and(|h| h > first) {
        return None;
    }
    // The line before the first running text that is most like a title of the contents opens the body.
    let best = ((first + 1).max(end.saturating_sub(5))..end)
        .map(|p| {
            let titles = listed.iter().take_while(|&&q| q < p).take(3);
            (p, titles.map(|&q| likeness(bare_title(zone, q), bare_title(zone, p))).fold(0.0f32, f32::max))
        })
        .filter(|(p, like)| *like >= if listed.contains(p) { 0.75 } else { 0.5 })
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((p, _)) => {
            let above = p > first + 1 && zone.is(p - 1, Roles::CAPITALS | Roles::ROMAN) && !listed.contains(&(p - 1));
            Some((first, if above { p - 1 } else { p }))
        }
        // No title is alike: the body begins after the last line that still belongs to the list.
        // Where text follows at once the first title is lost; another one that is printed again tells the list.
        None => (last + 1 < end || recurs_behind(zone, &listed, end)).then_some((first, last + 1)),
    }
}

/// Whether one of these lines is printed again from a position on.
fn recurs_behind(zone: &Zone<'_, '_>, listed: &[usize], from: usize) -> bool {
    let titles: HashSet<&str> = listed.iter().map(|&p| bare_title(zone, p)).filter(|t| t.len() >= 12).collect();
    (from..zone.at.len()).any(|p| titles.contains(bare_title(zone, p)))
}

/// A line's title without enumerator, leaders and page.
fn bare_title<'p>(zone: &Zone<'p, '_>, pos: usize) -> &'p str {
    let text = zone.text(pos);
    split_page(enumerator::split(text).map_or(text, |(_, rest)| rest)).0
}

/// The heading over the contents and their first line, given a line that stands in them.
fn first_line(zone: &Zone<'_, '_>, known: usize, to: usize) -> (Option<usize>, usize) {
    if let Some(heading) = (0..known).rev().find(|&p| zone.is(p, Roles::TOC_HEADING)) {
        return (Some(heading), heading + 1);
    }
    if zone.is(known, Roles::TOC_HEADING) && known + 1 < to {
        return (Some(known), known + 1);
    }
    let mut first = known;
    while let Some(above) = first.checked_sub(1) {
        let listed = zone.is(above, Roles::NUMBERED);
        // A group's heading right above the first numbered line.
        let group = zone.is(first, Roles::NUMBERED)
            && zone.is(above, Roles::CAPITALS | Roles::ROMAN | Roles::MARKED)
            && !zone.is_masthead(above)
            && has_masthead_above(zone, above);
        if zone.is_masthead(above) || zone.text(above).ends_with(':') || !(listed || group) {
            break;
        }
        first = above;
    }
    // A line that ends with a colon right above the list is its heading, whatever it says.
    match first.checked_sub(1) {
        Some(above) if zone.text(above).ends_with(':') && !zone.is_masthead(above) => (Some(above), first),
        _ => (None, first),
    }
}

/// Whether something of a masthead stands above, so that the line need not be the bulletin's name.
fn has_masthead_above(zone: &Zone<'_, '_>, pos: usize) -> bool {
    (0..pos).any(|p| zone.is_masthead(p))
}

/// End of a masthead that no contents follow: after the last line that only a masthead says, up to the headings above the
/// first running text.
fn bare_masthead(zone: &Zone<'_, '_>) -> usize {
    let end = zone.first_prose();
    let headings = |pos: usize| zone.is(pos, Roles::NUMBERED);
    let limit = (0..end).find(|&p| headings(p)).unwrap_or(end);
    let Some(last) = (0..limit).rev().find(|&p| zone.is_masthead(p)) else {
        return zone.at.first().copied().unwrap_or(0);
    };
    let mut stop = last + 1;
    // `ĐIỂM BÁO` alone goes on in the next line, where two more headings are left for section and title.
    if zone.masthead_role(last) == MastheadRole::Name
        && letters::words(zone.text(last)) <= 3
        && end.saturating_sub(stop) >= 3
    {
        stop += 1;
    }
    zone.line(stop)
}

/// A line of the contents, taken apart.
struct Item<'t> {
    line: usize,
    number: Option<u32>,
    group_number: Option<String>,
    bullet: bool,
    text: &'t str,
    /// The text with a doubtful page left on it.
    full: &'t str,
    /// The line with its enumerator, without its page.
    whole: &'t str,
    /// The keys of `text` and `full`.
    key: KeyHash,
    full_key: KeyHash,
    page: PageMark,
    capitals: bool,
    small: bool,
    marked: bool,
    /// The word printed before the page (`trang`, `tr.`).
    page_word: Option<&'t str>,
}

fn item<'t>(titles: &Titles<'_, 't, '_>, pos: usize) -> Item<'t> {
    let zone = titles.zone;
    let line = zone.line(pos);
    let folded = zone.text(pos);
    let (mut number, mut group_number, mut bullet) = (None, None, false);
    let rest = match enumerator::split(folded) {
        Some((Enumerator::Arabic { value, .. }, rest)) => {
            number = Some(value);
            rest
        }
        Some((Enumerator::Roman(n) | Enumerator::Letter(n), rest)) => {
            group_number = Some(n.to_owned());
            rest
        }
        Some((Enumerator::Bullet(_), rest)) => {
            bullet = true;
            rest
        }
        _ => folded,
    };
    let (text, mark) = split_page(rest);
    let page = match mark {
        PageMark::Maybe(n) if zone.page_mark(pos) == PageMark::Sure(n) => PageMark::Sure(n),
        _ => mark,
    };
    let full = if matches!(page, PageMark::Maybe(_)) { rest } else { text };
    let (key, full_key) = match titles.keys(pos) {
        // Numbers of other kinds are part of an entry's text.
        _ if rest.len() != zone.page.entitled(line).len() => (KeyHash::of(text), KeyHash::of(full)),
        (full, Some(text)) => (text, full),
        (text, None) => (text, text),
    };
    Item {
        line,
        number,
        group_number,
        bullet,
        text,
        full,
        whole: if rest.len() == folded.len() { text } else { split_page(folded).0 },
        key,
        full_key,
        page,
        capitals: letters::is_capitals(text, 3),
        small: letters::starts_small(text),
        marked: zone.is(pos, Roles::MARKED),
        // Marks before the text were cut off as well.
        page_word: (if rest.starts_with(text) { Some(0) } else { rest.find(text) })
            .and_then(|at| page_word(rest.get(at + text.len()..)?)),
    }
}

/// The word in what was cut off as the page.
fn page_word(tail: &str) -> Option<&str> {
    let word = tail.trim_matches(|c: char| !chars::is_alphabetic(c));
    (!word.is_empty()).then_some(word)
}

/// What an item turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Group,
    Entry,
    Continuation,
}

/// Reads the lines of the contents into groups and entries.
fn parse<'t>(titles: &Titles<'_, 't, '_>, from: usize, to: usize) -> Contents {
    let zone = titles.zone;
    let items: Vec<Item<'t>> = (from..to).map(|p| item(titles, p)).collect();
    let differs = |item: &Item<'t>, text: &'t str| (!std::ptr::eq(text, item.text)).then_some(text);
    let printed = |item: &Item<'t>| [Some(item.text), differs(item, item.full), differs(item, item.whole)];
    let known = items.iter().flat_map(|item| [(item.text, item.key), (item.full, item.full_key)]);
    let printed = reprint::Titles::of(items.iter().flat_map(printed).flatten(), known);
    // Few titles run over more than two lines.
    let pairs = items.iter().zip(items.iter().skip(1).map(Some).chain([None]));
    let longest = pairs.map(|(item, next)| item.whole.len() + next.map_or(0, |next| next.whole.len())).max();
    let body = Body::new(zone.page, zone.line(to), &printed, longest.unwrap_or(0));
    let paged = settle_pages(&items, &body);
    let numbered = items.iter().filter(|i| i.number.is_some()).count();
    let plain = |i: &Item<'_>| i.number.is_none() && !i.bullet && i.group_number.is_none();
    let plain_entries = numbered == 0
        && items.iter().any(|i| plain(i) && (!i.capitals || body.leads(i.key) == Some(true)));
    let mut contents = Contents::default();
    let mut last = Kind::Group;
    let mut ended = KeyHash::default();
    let style = Style {
        numbered: numbered > 0,
        plain_entries,
        distinct: items.iter().any(|i| i.capitals || i.marked || i.group_number.is_some())
            && !items.iter().all(|i| i.capitals),
        paged: paged.iter().flatten().count() * 2 > items.len(),
    };
    for (n, item) in items.iter().enumerate() {
        let page = paged.get(n).copied().flatten();
        let (mut title, mut own) = if page.is_some() { (item.text, item.key) } else { (item.full, item.full_key) };
        let ends = ending(&contents, last).map(|(text, page)| Printed { text, key: ended, page });
        let kind = if style.is_broken_off(ends, item, &body) {
            (title, own) = (item.whole, KeyHash::of(item.whole));
            Kind::Continuation
        } else {
            kind(ends, item, Printed { text: title, key: own, page }, last, style, &body)
        };
        ended = if kind == Kind::Continuation { ended.then(own) } else { own };
        match kind {
            Kind::Group => contents.groups.push(Group {
                number: item.group_number.clone(),
                title: Some(title.to_owned()),
                page,
                lines: item.line..=item.line,
                entries: Vec::new(),
            }),
            Kind::Entry => push_entry(&mut contents, item, title, ended, page),
            Kind::Continuation => extend(&mut contents, item, title, ended, page, last),
        }
        if kind != Kind::Continuation {
            last = kind;
        }
        contents.rest.extend(item.page_word.map(|word| (item.line, word.to_owned())));
    }
    contents
}

/// How this table of contents is set.
#[derive(Clone, Copy)]
struct Style {
    numbered: bool,
    /// Entries carry no number and no bullet.
    plain_entries: bool,
    /// Groups are set apart from entries: by capitals, markup or an enumerator.
    distinct: bool,
    paged: bool,
}

/// Longest title of the contents, in bytes; a line that would make it longer is no continuation.
const LONGEST_ENTRY: usize = 600;

/// A title as the contents print it.
#[derive(Clone, Copy)]
struct Printed<'c> {
    text: &'c str,
    key: KeyHash,
    page: Option<u32>,
}

/// The title that the contents end with so far, and its page.
fn ending(contents: &Contents, last: Kind) -> Option<(&str, Option<u32>)> {
    let group = contents.groups.last()?;
    let (title, page) = match (last, group.entries.last()) {
        (Kind::Entry, Some(entry)) => (entry.title.as_str(), entry.page),
        _ => (group.title.as_deref().unwrap_or(""), group.page),
    };
    (title.len() <= LONGEST_ENTRY).then_some((title, page))
}

impl Style {
    /// Whether a line that looks numbered is the end of a title all the same (`… Đề án` / `06/Chính phủ 4`).
    fn is_broken_off(self, before: Option<Printed<'_>>, item: &Item<'_>, body: &Body<'_, '_>) -> bool {
        item.number.is_some()
            && before.is_some_and(|before| {
                before.page.is_none()
                    && !body.contains(before.key)
                    && body.contains(before.key.then(KeyHash::of(item.whole)))
            })
    }
}

fn kind(
    before: Option<Printed<'_>>,
    item: &Item<'_>,
    own: Printed<'_>,
    last: Kind,
    style: Style,
    body: &Body<'_, '_>,
) -> Kind {
    if item.number.is_some() || item.bullet {
        return Kind::Entry;
    }
    if item.group_number.is_some() {
        return Kind::Group;
    }
    if let Some(before) = before {
        let alone = body.contains(own.key);
        if item.small || body.contains(before.key.then(own.key)) && !body.contains(before.key) {
            return Kind::Continuation;
        }
        // The page stands on an entry's last line.
        let alike = item.capitals == letters::is_capitals(before.text, 3);
        let fits = if last == Kind::Group { alike && item.capitals } else { alike || !item.capitals };
        if !alone && style.paged && before.page.is_none() && own.page.is_some() && fits && !item.marked {
            return Kind::Continuation;
        }
        if !alone && style.numbered && last == Kind::Entry && !item.capitals && !style.paged {
            return Kind::Continuation;
        }
    }
    if !style.plain_entries || item.marked {
        return Kind::Group;
    }
    if style.distinct {
        return if item.capitals { Kind::Group } else { Kind::Entry };
    }
    // All lines look the same: what a line heads in the body tells a section's heading from a title, if it is as short.
    let heads = body.leads(own.key) == Some(false) && (item.capitals || letters::words(own.text) <= 6);
    if heads { Kind::Group } else { Kind::Entry }
}

fn push_entry(contents: &mut Contents, item: &Item<'_>, title: &str, key: KeyHash, page: Option<u32>) {
    let lines = item.line..=item.line;
    let entry = Entry { number: item.number, title: title.to_owned(), key, page, presenter: None, lines };
    match contents.groups.last_mut() {
        Some(group) => group.entries.push(entry),
        None => contents.groups.push(Group {
            number: None,
            title: None,
            page: None,
            lines: item.line..=item.line,
            entries: vec![entry],
        }),
    }
}

/// Joins an item to the title that the contents end with; `key` is the whole title's.
fn extend(contents: &mut Contents, item: &Item<'_>, title: &str, key: KeyHash, page: Option<u32>, last: Kind) {
    let Some(group) = contents.groups.last_mut() else { return };
    let before = match (last, group.entries.last_mut()) {
        (Kind::Entry, Some(entry)) => {
            entry.title = format!("{} {title}", entry.title);
            entry.key = key;
            entry.lines = *entry.lines.start()..=item.line;
            &mut entry.page
        }
        _ => {
            group.title = Some(format!("{} {title}", group.title.as_deref().unwrap_or("")).trim().to_owned());
            group.lines = *group.lines.start()..=item.line;
            &mut group.page
        }
    };
    // A second page has no place in an entry.
    let spare = page.filter(|_| before.is_some());
    *before = before.or(page);
    contents.rest.extend(spare.map(|page| (item.line, page.to_string())));
}

/// Pages of the items: the sure ones, and the doubtful ones where the body or the other items speak for them.
fn settle_pages(items: &[Item<'_>], body: &Body<'_, '_>) -> Vec<Option<u32>> {
    let mut before = 0;
    let mut rising = true;
    for n in items.iter().filter_map(|i| match i.page {
        PageMark::Sure(n) | PageMark::Maybe(n) => Some(n),
        PageMark::None => None,
    }) {
        rising &= n >= before;
        before = n;
    }
    let with_number = items.iter().filter(|i| i.page != PageMark::None).count();
    let majority = rising && with_number * 10 >= items.len() * 6 && items.len() > 1;
    items
        .iter()
        .map(|i| match i.page {
            PageMark::Sure(n) => Some(n),
            PageMark::None => None,
            PageMark::Maybe(n) => {
                let (with, without) = (body.contains(i.full_key), body.contains(i.key));
                (!with && (without || majority)).then_some(n)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lines, roles};

    fn head(text: &str) -> (Head, usize) {
        let lines = lines::split(text);
        let candidates = roles::candidates(&lines);
        let count = lines.len();
        (find(&Page::new(text, lines, candidates)), count)
    }

    fn entries(head: &Head) -> Vec<(Option<u32>, &str, Option<u32>)> {
        head.contents.entries().map(|(_, e)| (e.number, e.title.as_str(), e.page)).collect()
    }

    const BODY: &str = "\nTIN XÃ\n\nXã Một mở chợ mới\n\nSáng nay, xã Một mở chợ mới.\n\nXã Hai sửa đường năm 2031\n\nĐường đã sửa xong.\n";

    #[test]
    fn pages_after_leaders_tabs_and_spaces() {
        for list in [
            "TIN XÃ.....\t1\n1. Xã Một mở chợ mới .....\t1\n2. Xã Hai sửa đường năm 2031.....\t2\n",
            "TIN XÃ …… 1\n01. Xã Một mở chợ mới …… 1\n02. Xã Hai sửa đường năm 2031 …… 2\n",
            "TIN XÃ    1\n1) Xã Một mở chợ mới    1\n2) Xã Hai sửa đường năm 2031    2\n",
            "TIN XÃ 1\n1- Xã Một mở chợ mới 1\n2- Xã Hai sửa đường năm 2031 2\n",
            "MỤC LỤC\nTIN XÃ\t1\n1. Xã Một mở chợ\nmới\t1\n2. Xã Hai sửa đường\nnăm 2031\t2\n",
        ] {
            let (head, _) = head(&format!("BẢN TIN XÃ\n\nSố 5\n\n{list}{BODY}"));
            assert_eq!(
                entries(&head),
                [(Some(1), "Xã Một mở chợ mới", Some(1)), (Some(2), "Xã Hai sửa đường năm 2031", Some(2))],
                "{list}"
            );
            assert_eq!(head.contents.groups[0].title.as_deref(), Some("TIN XÃ"), "{list}");
            assert_eq!(head.contents.groups[0].page, Some(1), "{list}");
            assert_eq!(head.masthead_end, 4, "{list}");
        }
    }

    #[test]
    fn a_number_that_ends_the_title_is_no_page() {
        let (head, _) =
            head(&format!("BẢN TIN XÃ\nSố 5\nTIN XÃ\n1. Xã Một mở chợ mới\n2. Xã Hai sửa đường năm 2031\n{BODY}"));
        assert_eq!(
            entries(&head),
            [(Some(1), "Xã Một mở chợ mới", None), (Some(2), "Xã Hai sửa đường năm 2031", None)]
        );
        assert_eq!((head.masthead_end, head.body), (2, 6));
    }

    #[test]
    fn titles_that_differ_a_little() {
        let text = "BẢN TIN XÃ\nSố 5\nMỤC LỤC\n1. Xã Một mở chợ\n2. Xã Hai sửa đường\n\nXã Một: mở chợ mới\n\nSáng nay, xã Một mở chợ.\n";
        let (head, _) = head(text);
        assert_eq!((head.masthead_end, head.contents.headings.as_slice(), head.body), (2, &[2][..], 6));
        assert_eq!(entries(&head).len(), 2);
    }

    #[test]
    fn no_contents() {
        let text = "ĐIỂM BÁO\nĐẤT ĐAI\nSố 5\nThứ Hai, ngày 2 tháng 5 năm 2031\n\nTIN XÃ\n\nXã Một mở chợ\n\nSáng nay, xã Một mở chợ.\n";
        let (head, _) = head(text);
        assert_eq!((head.masthead_end, head.body, head.contents.groups.len()), (5, 5, 0));
    }
}
