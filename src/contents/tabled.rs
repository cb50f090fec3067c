//! The contents of a press review or newsletter that stand in a table (`| TT | Nội dung | Trang |`): a row for each article, rows
//! with nothing but a title for the groups.
//!
//! Columns are read as those of a conference pack's tables are. What differs is what tells such a table from one in an
//! article: it stands at the top, and its titles are printed again below.

use super::leading::Printed;
use super::listed::Head;
use super::page_mark::{lone_page, word};
use super::tables::{self, Columns, group_number, number};
use super::{Contents, Entry, split_group};
use crate::page::Page;
use crate::roles::Roles;
use crate::running::Headers;
use crate::text::enumerator;
use crate::text::key::{KeyHash, key};
use crate::text::{chars, letters};

/// Printed lines at the top among which the table begins.
const TOP: usize = 60;
/// Fewest articles of a list.
const LEAST: usize = 2;

/// Whether the cells are those of the header of a table that lists articles with their pages, or documents.
pub fn is_header(cells: &[impl AsRef<str>]) -> bool {
    tables::is_header(cells) || gives_pages(cells)
}

/// Whether columns give titles and pages.
fn gives_pages(cells: &[impl AsRef<str>]) -> bool {
    let is = |cell: &str, names: &[&str]| names.contains(&key(cell).as_str());
    let pages = |cell: &str| is(cell, &["trang", "sốtrang"]);
    let titles = |cell: &str| {
        is(
            cell,
            &["nộidung", "tiêuđề", "tênbài", "tênbàiviết", "bàiviết", "tinbài", "bài", "tin", "tênbàibáo", "tiêumục"],
        )
    };
    let mut cells = cells.iter().map(AsRef::as_ref);
    cells.clone().any(pages) && cells.any(titles)
}

/// Finds masthead, contents and body of a text whose contents stand in a table.
pub fn find(page: &Page<'_>, headers: &Headers) -> Option<Head> {
    let printed = (0..page.lines.len()).filter(|&at| !page.is(at, Roles::BLANK));
    let first =
        printed.take(TOP).find(|&at| page.is(at, Roles::ROW) && cells(page, at).is_some_and(|row| is_header(&row)))?;
    let above = page.above(first, Roles::BLANK).filter(|&at| page.is(at, Roles::TOC_HEADING));
    let mut table = Table { columns: Columns::default(), contents: Contents::default() };
    table.contents.headings.extend(above);
    let mut body = first;
    for at in first..page.lines.len() {
        // What a page turn brings between two pieces of a table; below the last one it belongs to the body.
        if page.is(at, Roles::BLANK | Roles::PAGE_NUMBER) || headers.recurs(at) {
            continue;
        }
        let Some(row) = cells(page, at) else { break };
        table.take(at, &row);
        body = at + 1;
    }
    let contents = table.contents;
    let below = Printed::of(page);
    let (mut listed, mut again) = (0, 0);
    for (_, entry) in contents.entries() {
        listed += 1;
        again += usize::from(below.recurs(&entry.title, body.saturating_sub(1)));
    }
    let masthead_end = above.unwrap_or(first);
    (listed >= LEAST && again * 2 >= listed).then_some(Head { masthead_end, contents, body })
}

fn cells(page: &Page<'_>, at: usize) -> Option<Vec<String>> {
    let cells = page.lines.get(at)?.cells()?;
    Some(cells.into_iter().map(std::borrow::Cow::into_owned).collect())
}

/// A table as far as it was read.
struct Table {
    columns: Columns,
    contents: Contents,
}

impl Table {
    /// Takes a row; whatever has no other place is kept beside the entries.
    fn take(&mut self, at: usize, row: &[String]) {
        let says = |cell: &&String| cell.chars().any(chars::is_alphanumeric);
        let mut said = row.iter().filter(says);
        let Some(first) = said.clone().next() else {
            // The rule below a header.
            self.contents.headings.push(at);
            return;
        };
        if is_header(row) {
            self.columns = Columns::of(row);
            self.contents.headings.push(at);
            return;
        }
        // Cells that were joined into one may be printed once, or each with the same text.
        if said.all(|cell| cell == first) {
            self.take_alone(at, first);
            self.keep(at, row.iter().filter(says).skip(1));
            return;
        }
        let numbers_group =
            self.columns.number.and_then(|i| row.get(i)).is_some_and(|cell| group_number(cell).is_some());
        let columns = if numbers_group || self.columns.fit(row) { self.columns } else { Columns::guess(row) };
        let cell = |i: Option<usize>| i.and_then(|i| row.get(i)).filter(says);
        let Some(title) = cell(columns.title) else {
            self.keep(at, row.iter().filter(says));
            return;
        };
        let printed = cell(columns.number);
        let presenter = cell(columns.presenter);
        let page_cell = cell(columns.page);
        let page = page_cell.and_then(|cell| lone_page(cell));
        let (own, rest) = enumerator::strip_arabic(title);
        let value = printed.and_then(|cell| number(cell));
        let roman = || printed.filter(|_| value.is_none()).and_then(|cell| group_number(cell));
        let unnumbered = value.is_none() && own.is_none() && columns.number.is_some();
        if let Some(roman) = roman() {
            self.contents.begin(at, Some(roman.to_owned()), title, page);
        } else if unnumbered && presenter.is_none() && letters::is_capitals(title, 3) {
            let (number, title) = split_group(title);
            self.contents.begin(at, number, title, page);
        } else {
            self.contents
                .rest
                .extend(enumerator::word(title).filter(|_| own.is_some()).map(|word| (at, word.to_owned())));
            self.contents.push(Entry {
                number: value.or(own),
                title: rest.to_owned(),
                key: KeyHash::of(rest),
                page,
                presenter: presenter.cloned(),
                lines: at..=at,
            });
        }
        let taken = [
            columns.number.filter(|_| value.is_some() || roman().is_some()),
            columns.title,
            columns.presenter,
            columns.page.filter(|_| page.is_some()),
        ];
        let spare = row.iter().enumerate().filter(|(i, _)| !taken.contains(&Some(*i))).map(|(_, cell)| cell);
        self.keep(at, spare.filter(says));
        let words = page_cell.filter(|_| page.is_some()).and_then(|cell| word(cell));
        self.contents.rest.extend(words.map(|word| (at, word.to_owned())));
    }

    /// Takes a text that stands alone in its row: a group's heading, or the rest of a title that a page turn cut.
    fn take_alone(&mut self, at: usize, text: &str) {
        let last = self.contents.groups.last_mut().and_then(|group| group.entries.last_mut());
        match last.filter(|_| letters::starts_small(text)) {
            Some(entry) => {
                entry.title = [&entry.title, text].join(" ");
                entry.key = entry.key.then(KeyHash::of(text));
                entry.lines = *entry.lines.start()..=at;
            }
            None => {
                let (number, title) = split_group(text);
                self.contents.begin(at, number, title, None);
            }
        }
    }

    fn keep<'r>(&mut self, at: usize, cells: impl Iterator<Item = &'r String>) {
        self.contents.rest.extend(cells.map(|cell| (at, cell.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Group;
    use super::*;

    const BODY: &str =
        "\nTIN XÃ\n\nXã Một mở chợ mới\n\nSáng nay, xã Một mở chợ.\n\nXã Hai sửa đường\n\nĐường đã sửa xong.\n";

    type Listed = (Option<u32>, String, Option<u32>);
    type Grouped = (Option<String>, Option<String>, Option<u32>, Vec<Listed>);

    /// The groups with their numbers and pages, and the entries of each.
    #[track_caller]
    fn read(table: &str) -> Vec<Grouped> {
        let text = format!("BẢN TIN XÃ\n\n{table}\n{BODY}");
        let page = Page::of(&text);
        let head = find(&page, &Headers::find(&page)).unwrap();
        assert_eq!((head.masthead_end, head.body), (2, 2 + table.lines().count()), "{table}");
        let entries = |group: &Group| group.entries.iter().map(|e| (e.number, e.title.clone(), e.page)).collect();
        head.contents.groups.iter().map(|g| (g.number.clone(), g.title.clone(), g.page, entries(g))).collect()
    }

    #[test]
    fn articles_and_groups() {
        let one = || (Some(1), "Xã Một mở chợ mới".to_owned(), Some(2));
        let two = || (Some(2), "Xã Hai sửa đường".to_owned(), Some(3));
        let rows = "| 1 | Xã Một mở chợ mới | 2 |\n| 2. | Xã Hai sửa đường | tr. 3 |";
        let group = |number: Option<&str>, page| {
            vec![(number.map(str::to_owned), Some("TIN XÃ".to_owned()), page, vec![one(), two()])]
        };
        for (heading, number, page) in [
            ("| | TIN XÃ | |", None, None),
            ("| TIN XÃ | | |", None, None),
            ("| **TIN XÃ** | **TIN XÃ** | **TIN XÃ** |", None, None),
            ("| I | TIN XÃ | 2 |", Some("I"), Some(2)),
            ("| | I. TIN XÃ | |", Some("I"), None),
            ("| | TIN XÃ | 2 |", None, Some(2)),
        ] {
            let table = format!("| TT | Nội dung | Trang |\n|---|---|---|\n{heading}\n{rows}");
            assert_eq!(read(&table), group(number, page), "{heading}");
        }
        let tabbed = "MỤC LỤC\n\nTT\tTin, bài\tTrang\n1\tXã Một mở chợ mới\t2\n2\tXã Hai sửa đường\t3";
        assert_eq!(read(tabbed), [(None, None, None, vec![one(), two()])]);
        let unnumbered =
            "| Nội dung | Trang |\n|---|---|\n| TIN XÃ | |\n| Xã Một mở chợ | 2 |\n| mới | |\n| Xã Hai sửa đường | 3 |";
        let entries = [one(), two()].map(|(_, title, page)| (None, title, page)).to_vec();
        assert_eq!(read(unnumbered), [(None, Some("TIN XÃ".to_owned()), None, entries)]);
    }

    #[test]
    fn tables_of_other_things() {
        let find = |text: &str| {
            let page = Page::of(text);
            find(&page, &Headers::find(&page)).is_some()
        };
        assert!(!find(&format!("BẢN TIN XÃ\n{BODY}\n| TT | Nội dung | Trang |\n| 1 | Lúa | 2 |\n| 2 | Ngô | 3 |\n")));
        assert!(!find(&format!("BẢN TIN XÃ\n{BODY}\n| TT | Xã | Số hộ |\n| 1 | Một | 2 |\n")));
    }
}
