//! The contents of a pack as a table whose cells stand on lines of their own, one below the other, as some converters print
//! it: the heads of its columns, then number, title, who presents, and page of each document.
//!
//! The heads say in which order the cells come; the numbers, which count on, and the pages say where a row ends.

use super::listed::Head;
use super::tables::{self, Columns, number};
use super::{Contents, Entry, Group, split_group};
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::key::KeyHash;

/// Most columns of such a table.
const MOST_COLUMNS: usize = 5;
/// Fewest documents of a list.
const LEAST: usize = 2;
/// Most lines of a cell.
const MOST_CELL_LINES: usize = 4;

/// Finds masthead, contents and body of a pack with such a table.
pub fn find(page: &Page<'_>, headers: &Headers) -> Option<Head> {
    let above_text = (0..page.lines.len()).take_while(|&at| !page.is(at, Roles::PROSE | Roles::ROW));
    let cells: Vec<usize> =
        above_text.filter(|&at| !page.is(at, Roles::BLANK | Roles::BACK_LINK) && !headers.recurs(at)).collect();
    let (first, columns) = (0..cells.len()).find_map(|first| Some((first, header(page, cells.get(first..)?)?)))?;
    let all = columns.all;
    let mut contents = Contents::default();
    contents
        .headings
        .extend(first.checked_sub(1).and_then(|above| cells.get(above)).filter(|&&at| page.is(at, Roles::TOC_HEADING)));
    contents.headings.extend(cells.get(first..first + all)?);
    let (mut at, mut before) = (first + all, None);
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(row) = columns.row(page, rest, before) {
            at += row.lines;
            before = row.entry.number;
            contents.pages.extend([*row.entry.lines.start(), *row.entry.lines.end()]);
            contents.push(row.entry);
        } else if heads_group(page, rest) {
            let line = *rest.first()?;
            let (number, title) = split_group(page.text(line));
            contents.groups.push(Group::new(number, Some(title), None, line..=line));
            at += 1;
        } else {
            break;
        }
    }
    let last = cells.get(at.checked_sub(1)?)?;
    (contents.entries().count() >= LEAST).then(|| Head {
        masthead_end: contents.headings.first().copied().unwrap_or_default(),
        contents,
        body: last + 1,
    })
}

/// Whether a line is the heading of a group: its number one follows.
fn heads_group(page: &Page<'_>, rest: &[usize]) -> bool {
    matches!(rest, [heading, below, ..] if page.is(*heading, Roles::ROMAN | Roles::CAPITALS) && number(page.text(*below)) == Some(1))
}

/// The order of the cells of a row.
struct Stack {
    columns: Columns,
    /// How many columns there are.
    all: usize,
}

/// A document and how many lines of cells say it.
struct Row {
    entry: Entry,
    lines: usize,
}

/// The columns that lines head, if they do: all on lines of their own, the numbers first and the pages last.
fn header(page: &Page<'_>, lines: &[usize]) -> Option<Stack> {
    let counts = lines.first().is_some_and(|&at| tables::counts(page.text(at)));
    if !counts {
        return None;
    }
    let fits = |all: &usize| {
        let heads: Vec<&str> = lines.iter().take(*all).map(|&at| page.text(at)).collect();
        let columns = Columns::of(&heads.iter().map(|&head| head.to_owned()).collect::<Vec<_>>());
        let told = columns.number == Some(0) && columns.title.is_some() && columns.page == Some(all - 1);
        (told && tables::is_header(&heads)).then_some(Stack { columns, all: *all })
    };
    (3..=MOST_COLUMNS.min(lines.len())).find_map(|all| fits(&all))
}

impl Stack {
    /// The document that the next lines say: its number, which begins or goes on `before`'s, and all down to its page.
    fn row(&self, page: &Page<'_>, lines: &[usize], before: Option<u32>) -> Option<Row> {
        let text = |at: usize| lines.get(at).map(|&line| page.text(line));
        let value = number(text(0)?)?;
        if before.is_some_and(|before| value != before + 1 && value != 1) {
            return None;
        }
        let last = (2..=self.all * MOST_CELL_LINES).find(|&at| text(at).is_some_and(|cell| number(cell).is_some()))?;
        let said: Vec<&str> = (1..last).filter_map(text).collect();
        // Of several lines one says who presents it.
        let (title, presenter) = match (self.columns.presenter, self.columns.title) {
            (Some(presenter), Some(title)) if said.len() > 1 && presenter > title => said.split_at(said.len() - 1),
            (Some(_), _) if said.len() > 1 => {
                let (presenter, title) = said.split_at(1);
                (title, presenter)
            }
            _ => (said.as_slice(), [].as_slice()),
        };
        let title = title.join(" ");
        let entry = Entry {
            number: Some(value),
            key: KeyHash::of(&title),
            title,
            page: text(last).and_then(number),
            presenter: presenter.first().map(|&name| name.to_owned()),
            lines: *lines.first()?..=*lines.get(last)?,
        };
        Some(Row { entry, lines: last + 1 })
    }
}
