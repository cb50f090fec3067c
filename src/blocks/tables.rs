//! Tables: rows gathered over page turns.
//!
//! A table that runs over a page is one table. Its header, repeated at the top of the page, is furniture; a row that the
//! page turn split is joined cell by cell. A row that says the same as the first one with nothing between it and the row
//! above is a row like any other. A heading that stands between the rows without tabs is a row of one cell.

use crate::lines::Line;
use crate::page::Page;
use crate::roles::Roles;
use crate::text::chars;
use crate::text::letters;

/// A table as gathered.
#[derive(Debug, Default)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// Index of its first line.
    pub first: usize,
    /// Index of its last line.
    pub last: usize,
    /// Indices of lines that repeat its header.
    pub repeated: Vec<usize>,
}

/// Most blank lines and furniture between two rows of one table.
const LONGEST_GAP: usize = 8;

fn cells(page: &Page<'_>, at: usize) -> Option<Vec<String>> {
    // A back link ends an article, and no row.
    (page.is(at, Roles::ROW) && !page.is(at, Roles::TRAILING_BACK_LINK))
        .then(|| page.lines.get(at)?.cells().map(|c| c.into_iter().map(std::borrow::Cow::into_owned).collect()))
        .flatten()
}

fn has_text(cells: &[String]) -> bool {
    cells.iter().any(|c| c.chars().any(chars::is_alphanumeric))
}

/// Gathers the table that begins on this line, if one does. `skip` says which lines are furniture.
pub fn gather(page: &Page<'_>, from: usize, end: usize, skip: impl Fn(usize) -> bool) -> Option<Table> {
    let first = cells(page, from)?;
    let columns = first.len();
    if columns < 2 {
        return None;
    }
    let mut table = Table { rows: vec![first.clone()], first: from, last: from, repeated: Vec::new() };
    // Whether a page turned since the last row.
    let mut turned = false;
    // Whether one may have turned: where the numbers and headers of pages are lost, a blank line is what stays of a turn.
    let mut apart = false;
    let mut at = from + 1;
    while at < end {
        if page.is(at, Roles::BLANK) || skip(at) {
            turned |= skip(at);
            // The line of dashes below the header of a Markdown table sets nothing apart.
            apart |= skip(at) || page.lines.get(at).is_some_and(Line::is_blank);
            if at - table.last > LONGEST_GAP {
                break;
            }
            at += 1;
            continue;
        }
        // Below a repeated header a single tab is enough: the rest of a row that the page turn cut.
        let rest = || page.lines.get(at).filter(|l| turned && l.raw.starts_with('\t')).and_then(Line::cells);
        let rest = || rest().map(|c| c.into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<String>>());
        match cells(page, at).or_else(rest) {
            Some(row) if (apart || page.has_form_feed(at)) && row == first && has_text(&row) => {
                table.repeated.push(at);
                turned = true;
            }
            // The line of dashes below the header of a Markdown table holds nothing.
            Some(row) if !has_text(&row) => {}
            Some(row) => {
                let continues = turned && row.first().is_some_and(String::is_empty) && row.len() <= columns;
                match table.rows.last_mut() {
                    Some(last) if continues => append(last, row),
                    _ => table.rows.push(row),
                }
                turned = false;
            }
            None if heads_rows(page, at, end, columns) => table.rows.push(vec![page.text(at).to_owned()]),
            None => break,
        }
        apart = false;
        table.last = at;
        at += 1;
    }
    // A line of two cells alone may be text with a tab in it. What was taken with the first row goes with it, whether it
    // made rows or not: to begin again with the next line would take as many steps as there are pairs of lines.
    (table.last > from || columns > 2).then_some(table)
}

/// Joins the rest of a row to its beginning, cell by cell.
fn append(row: &mut Vec<String>, rest: Vec<String>) {
    for (i, part) in rest.into_iter().enumerate() {
        if part.is_empty() {
            continue;
        }
        match row.get_mut(i) {
            Some(cell) => {
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(&part);
            }
            None => {
                row.resize(i, String::new());
                row.push(part);
            }
        }
    }
}

/// Whether a plain line is a heading between the rows of a table: in capitals or numbered, with more rows after it.
fn heads_rows(page: &Page<'_>, at: usize, end: usize, columns: usize) -> bool {
    if page.is(at, Roles::PROSE) || !page.is(at, Roles::CAPITALS) || letters::words(page.text(at)) > 30 {
        return false;
    }
    // Another such heading may stand between.
    (at + 1..end.min(at + LONGEST_GAP))
        .filter(|&i| !page.is(i, Roles::BLANK))
        .find(|&i| !page.is(i, Roles::CAPITALS) || page.is(i, Roles::ROW))
        .and_then(|i| cells(page, i))
        .is_some_and(|row| row.len() == columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        let page = Page::of(text);
        gather(&page, 0, page.lines.len(), |_| false).unwrap()
    }

    #[test]
    fn a_table_over_a_page() {
        let t = table(
            "TT\tViệc\tAi làm\n1.\tĐo đất\tSở Một\n2.\tCấp giấy\tcác sở,\n\nTT\tViệc\tAi làm\n\t\tngành\n3.\tThu hồi\tSở Ba\n\nHết.",
        );
        assert_eq!(
            t.rows,
            [
                ["TT", "Việc", "Ai làm"],
                ["1.", "Đo đất", "Sở Một"],
                ["2.", "Cấp giấy", "các sở, ngành"],
                ["3.", "Thu hồi", "Sở Ba"]
            ]
        );
        assert_eq!((t.repeated.as_slice(), t.last), (&[4][..], 6));
    }

    #[test]
    fn rows_that_are_alike() {
        // With nothing between them they are rows, as many as there are.
        let t = table("Có\t1\nKhông\t2\nCó\t1\nKhông\t2");
        assert_eq!(t.rows, [["Có", "1"], ["Không", "2"], ["Có", "1"], ["Không", "2"]]);
        assert!(t.repeated.is_empty());
        assert_eq!(table("Có\t1\nCó\t1\nCó\t1").rows.len(), 3);
        assert_eq!(table("| Có | 1 |\n|---|---|\n| Có | 1 |").rows.len(), 2);
        // Behind a form feed or blank lines the first one is a header.
        for turn in ["\u{c}", "\n"] {
            let t = table(&format!("Ai\tBao nhiêu\nCó\t1\n{turn}Ai\tBao nhiêu\nCó\t1"));
            assert_eq!(t.rows, [["Ai", "Bao nhiêu"], ["Có", "1"], ["Có", "1"]]);
            assert_eq!(t.repeated.len(), 1);
        }
    }

    #[test]
    fn a_table_ends_behind_all_that_it_took() {
        assert_eq!(table("Có\t1\n\nCó\t1\n\nCó\t1").last, 4);
        let page = Page::of("Có\t1\n\nHết.");
        assert!(gather(&page, 0, 3, |_| false).is_none());
    }

    #[test]
    fn headings_between_rows() {
        let t = table("TT\tViệc\tAi\n1.\tĐo\tMột\n\nB. CÔNG VIỆC CHUNG\n\n2.\tCấp\tHai");
        assert_eq!(t.rows.len(), 4);
        assert_eq!(t.rows[2], ["B. CÔNG VIỆC CHUNG"]);
    }
}
