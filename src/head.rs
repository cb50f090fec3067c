//! The head of a bulletin: masthead, contents, and the place where the body begins.
//!
//! Which of the readings of `contents` is asked, the layout says. Contents at the end of the text are found here as well,
//! before the layout is told, since they tell it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::board;
use crate::contents::listed::{self, Head};
use crate::contents::trailing::{self, Order};
use crate::contents::{Contents, documents, stacked, tables, unlisted};
use crate::layout::{Layout, Opening, pack, recognise};
use crate::lines;
use crate::masthead::{self, Input, Masthead};
use crate::model::FurnitureKind;
use crate::page::Page;
use crate::roles::{self, Roles};
use crate::running::Headers;
use crate::signatures::Signatures;
use crate::signed;
use crate::text::key::KeySet;

/// Masthead, contents and the beginning of the body. Contents at the end of the text may have told where the first document
/// `opens`.
pub fn find(page: &Page<'_>, layout: &Layout, headers: &Headers, opens: Option<usize>) -> Head {
    match layout.opening {
        Opening::Label => {
            // Below the title of a paper, what looks like contents is part of it.
            let above = |head: &Head| {
                head.contents
                    .entries()
                    .next()
                    .is_some_and(|(_, entry)| !signed::opens_above(page, *entry.lines.start()))
            };
            tables::find(page, headers)
                .filter(above)
                .or_else(|| stacked::find(page, headers).filter(above))
                .or_else(|| documents::find(page, headers).filter(above))
                .unwrap_or_else(|| unlisted::find_pack(page, pack::first_document(page).or(opens).unwrap_or(0)))
        }
        Opening::Title | Opening::Number if layout.listed => {
            listed::find(page, headers, layout.closing.filter(|_| layout.below_title))
        }
        Opening::Title | Opening::Number => unlisted::find(page),
    }
}

/// The head with the editorial board in it, where the body would begin with it.
pub fn below(board: &Range<usize>, head: Head) -> Head {
    let follows = head.contents.groups.is_empty() && head.masthead_end > 0 && board.end > head.body;
    if follows { Head { masthead_end: board.end, body: board.end, ..head } } else { head }
}

/// What furniture a line above the body is: the heading over the contents, site chrome, a page number, a running header.
pub fn furniture(
    page: &Page<'_>,
    at: usize,
    head: &Head,
    board: &Range<usize>,
    headers: &Headers,
) -> Option<FurnitureKind> {
    if page.is(at, Roles::BLANK) {
        None
    } else if at < head.masthead_end && board.contains(&at) {
        Some(FurnitureKind::Colophon)
    } else if head.contents.is_heading(at) {
        Some(FurnitureKind::TocHeading)
    } else if page.is(at, Roles::BACK_LINK) {
        Some(FurnitureKind::BackLink)
    } else if page.is(at, Roles::PAGE_NUMBER) && head.contents.pages.binary_search(&at).is_err() {
        Some(FurnitureKind::PageNumber)
    } else if at >= head.masthead_end && headers.recurs(at) {
        Some(FurnitureKind::RunningHeader)
    } else if at < head.masthead_end && page.is(at, Roles::CHROME) {
        Some(FurnitureKind::SiteChrome)
    } else if at < head.masthead_end && page.is(at, Roles::COLOPHON) {
        Some(FurnitureKind::Colophon)
    } else {
        None
    }
}

/// Reads the masthead: the lines above `end` that are no furniture and no part of the board, each of two columns by itself.
pub fn read_masthead(page: &Page<'_>, end: usize, board: &Range<usize>) -> Masthead {
    let lines: Vec<usize> = (0..end)
        .filter(|at| !board.contains(at))
        .filter(|&at| {
            !page.is(at, Roles::BLANK | Roles::BACK_LINK | Roles::PAGE_NUMBER | Roles::CHROME | Roles::COLOPHON)
        })
        .collect();
    let cells = read_columns(page, &lines);
    let mut cells = cells.iter().peekable();
    let mut inputs: Vec<Input<'_>> = Vec::new();
    for at in lines {
        let line = page.number(at);
        if cells.peek().is_none_or(|cell| cell.line != at)
            && let Some(reading) = page.reading(at)
        {
            inputs.push(Input { text: page.text(at), reading, line, column: None });
        }
        while let Some(cell) = cells.next_if(|cell| cell.line == at) {
            inputs.push(Input { text: &cell.text, reading: &cell.reading, line, column: Some(cell.column) });
        }
    }
    masthead::read(&inputs)
}

/// What one of two columns says on a line of the masthead.
struct Cell<'p> {
    line: usize,
    column: usize,
    text: Cow<'p, str>,
    reading: masthead::Reading,
}

/// The cells of the lines that are set in two columns, in order; none where no line fills both.
fn read_columns<'p>(page: &'p Page<'_>, lines: &[usize]) -> Vec<Cell<'p>> {
    let columns = |&line: &usize| Some((line, page.lines.get(line)?.columns()?));
    let set: Vec<(usize, [Cow<'_, str>; 2])> = lines.iter().filter_map(columns).collect();
    if !set.iter().any(|(_, cells)| cells.iter().all(|cell| !cell.is_empty())) {
        return Vec::new();
    }
    let read = |line: usize, column: usize, text: Cow<'p, str>| {
        let reading = masthead::read_line(&text);
        Cell { line, column, text, reading }
    };
    let cells = set
        .into_iter()
        .flat_map(|(line, cells)| cells.into_iter().enumerate().map(move |(column, text)| read(line, column, text)));
    cells.filter(|cell| !cell.text.is_empty()).collect()
}

/// Contents at the end of a text.
#[derive(Debug)]
pub struct Trailing {
    /// Their lines.
    pub lines: Range<usize>,
    /// The layout that the text has with them.
    pub layout: Layout,
    /// The contents.
    pub contents: Contents,
    /// The lines among them and behind them that are furniture.
    pub furniture: Vec<(usize, FurnitureKind)>,
    /// The line that the first of the documents opens on which they name.
    pub opens: Option<usize>,
}

/// The contents at the end of a text, where the body prints most of their titles.
pub fn at_end(page: &Page<'_>) -> Option<Trailing> {
    let lines = trailing::find(page)?;
    // The masthead of the text without them.
    let above = trailing::without(page, &lines);
    let above = Reading::of(&above);
    let unlisted = || unlisted::find_pack(&above.page, pack::first_document(&above.page).unwrap_or(0));
    let above = above.head().unwrap_or_else(unlisted);
    // The contents stand at the top, and what looks like them at the end is something else.
    if !above.contents.groups.is_empty() {
        return None;
    }
    let head = above.masthead_end;
    let moved = head..head + lines.len();
    let order = Order { contents: lines.clone(), head };
    let text = order.text(page);
    let read = Reading::of(&text);
    let layout = read.layout?;
    let found = read.head()?;
    let board = board::find(&read.page);
    let kind = |at: usize| furniture(&read.page, at, &found, &board, &read.headers);
    let furniture: Vec<(usize, FurnitureKind)> = moved.clone().filter_map(|at| Some((at, kind(at)?))).collect();
    // The contents are the lines that were moved, all of them.
    let taken: HashSet<usize> = found.contents.lines().collect();
    let told: HashSet<usize> = furniture.iter().map(|(at, _)| *at).chain(taken.iter().copied()).collect();
    let whole = moved.clone().all(|at| read.page.is(at, Roles::BLANK) || told.contains(&at));
    if !whole || !taken.iter().all(|at| moved.contains(at)) {
        return None;
    }
    let opens = first_printed(&read.page, &found.contents, moved.end)?;
    let opens = Some(order.line(opens)).filter(|_| layout.opening == Opening::Label);
    let colophon = (lines.end..page.lines.len()).filter(|&at| page.is(at, Roles::COLOPHON));
    let colophon = colophon.map(|at| (at, FurnitureKind::Colophon));
    let furniture = furniture.into_iter().map(|(at, kind)| (order.line(at), kind)).chain(colophon).collect();
    Some(Trailing { lines, layout, contents: order.of_contents(found.contents), furniture, opens })
}

/// The line that the first title of contents opens on, where the body prints most of them again; who presents the document may
/// stand above it.
fn first_printed(page: &Page<'_>, contents: &Contents, body: usize) -> Option<usize> {
    let (titles, longest) = contents.title_keys();
    let printed = (body..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK | Roles::PROSE));
    let mut found =
        printed.filter_map(|at| page.key(at, longest).filter(|key| titles.contains(key)).map(|key| (at, key)));
    let (first, key) = found.next()?;
    let found: KeySet = found.map(|(_, key)| key).chain([key]).collect();
    if titles.len() < 2 || found.len() * 2 <= titles.len() {
        return None;
    }
    let presents = |at: &usize| contents.entries().any(|(_, e)| e.presenter.as_deref() == Some(page.text(*at)));
    page.above(first, Roles::BLANK).filter(|at| *at >= body).filter(presents).or(Some(first))
}

/// A text as far as its head is read.
struct Reading<'t> {
    page: Page<'t>,
    headers: Headers,
    layout: Option<Layout>,
}

impl<'t> Reading<'t> {
    fn of(text: &'t str) -> Self {
        let lines = lines::split(text);
        let candidates = roles::candidates(&lines);
        let page = Page::new(text, lines, candidates);
        let headers = Headers::find(&page);
        let layout = recognise::recognise(&page, &headers, &Signatures::find(&page, &headers));
        Self { page, headers, layout }
    }

    fn head(&self) -> Option<Head> {
        Some(find(&self.page, self.layout.as_ref()?, &self.headers, None))
    }
}
