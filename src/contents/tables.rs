//! A table of contents printed as tables: a heading row for each group, a header row, a row for each document.
//!
//! The tables may come in several pieces, with a group's heading and the header repeated after a page turn; a repeated
//! heading does not begin another group. Columns are told by their headers, or by what their cells hold.

use super::listed::Head;
use super::page_mark::heads_pages;
use super::rows::Rows;
use super::{Contents, Entry, Group, presenters, split_group};
use crate::masthead::names_pack;
use crate::page::Page;
use crate::roles::letterhead::{is_dated, is_motto};
use crate::roles::{Roles, opens_with_hour};
use crate::running::Headers;
use crate::text::chars;
use crate::text::enumerator::{self, Enumerator};
use crate::text::key::{KeyHash, key};
use crate::text::letters;

/// Which cell holds what.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Columns {
    pub(super) number: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) presenter: Option<usize>,
    pub(super) page: Option<usize>,
}

impl Columns {
    /// Reads a header row.
    pub(super) fn of(cells: &[String]) -> Self {
        let mut columns = Self::default();
        // Who presents may stand before the title, which says its kind.
        let title = cells.iter().position(|cell| TITLES.contains(&key(cell).as_str()));
        for (i, cell) in cells.iter().enumerate() {
            let k = key(cell);
            let slot = match k.as_str() {
                _ if NUMBERS.contains(&k.as_str()) => &mut columns.number,
                "page" => &mut columns.page,
                _ if PAGES.contains(&k.as_str()) => &mut columns.page,
                _ if [
                    "thựchiện",
                    "trìnhbày",
                    "thamluận",
                    "đơnvị",
                    "cơquan",
                    "tácgiả",
                    "báocáoviên",
                    "ngườitrìnhbày",
                ]
                .iter()
                .any(|w| k.contains(w))
                    && (columns.title.is_some() || title.is_some_and(|title| title > i)) =>
                {
                    &mut columns.presenter
                }
                _ => &mut columns.title,
            };
            slot.get_or_insert(i);
        }
        columns
    }

    /// Whether a row can be read by these columns.
    pub(super) fn fit(self, row: &[String]) -> bool {
        let numbered = self.number.and_then(|n| row.get(n)).is_none_or(|c| c.is_empty() || number(c).is_some());
        numbered && self.title.is_some_and(|t| t < row.len())
    }

    /// Guesses the columns of a row that no header explains: a number, a title, perhaps a body, perhaps a page.
    pub(super) fn guess(cells: &[String]) -> Self {
        let page =
            cells.last().filter(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_digit())).map(|_| cells.len() - 1);
        let number = cells.first().and_then(|c| number(c)).map(|_| 0);
        let title = number.map_or(0, |n| n + 1);
        let page = page.filter(|page| *page > title);
        let presenter = Some(title + 1).filter(|&p| p < page.unwrap_or(cells.len()));
        Self { number, title: Some(title), presenter, page }
    }
}

/// Keys of the headers of a column that counts.
const NUMBERS: [&str; 6] = ["stt", "tt", "sốtt", "số", "thứtự", "sốthứtự"];

/// Keys of the headers of the column of titles, in a table that lists documents.
#[rustfmt::skip]
const TITLES: [&str; 14] = [
    "nộidung", "tiêuđề", "tênbài", "tênbàiviết", "tênbàithamluận", "tàiliệu", "têntàiliệu", "thamluận", "tênthamluận",
    "báocáo", "tênbáocáo", "chuyênđề", "tênchuyênđề", "tênđềtài",
];

/// Keys of the headers of the column of pages, in such a table.
const PAGES: [&str; 2] = ["trang", "sốtrang"];

/// Whether the cells are those of the header of a table that lists documents (`STT`, `Nội dung`, …).
pub fn is_header(cells: &[impl AsRef<str>]) -> bool {
    let mut cells = cells.iter().map(AsRef::as_ref);
    cells.next().is_some_and(counts)
        && cells.any(|cell| {
            let key = key(cell);
            TITLES.contains(&key.as_str()) || PAGES.contains(&key.as_str())
        })
}

/// The number of a group that a cell holds and nothing else (`II`, `B.`), without its mark.
pub(super) fn group_number(cell: &str) -> Option<&str> {
    let number = cell.trim_end_matches(['.', ')']);
    let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_uppercase());
    let roman = number.len() <= 5 && number.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    (letter || roman && !number.is_empty()).then_some(number)
}

/// Whether a cell heads the column of the numbers (`STT`).
pub(super) fn counts(cell: &str) -> bool {
    // Most rows open with a number.
    let opens = letters::first_alnum(cell).is_some_and(|c| matches!(c, 's' | 'S' | 't' | 'T'));
    opens && NUMBERS.contains(&key(cell).as_str())
}

/// The number that a cell holds and nothing else (`3`, `03.`, `3)`).
pub(super) fn number(cell: &str) -> Option<u32> {
    let digits = cell.trim_end_matches(['.', ')', '/', '-', ' ']);
    let fits = digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}

/// Finds masthead, contents and body of a text whose contents stand in tables.
pub fn find(page: &Page<'_>, headers: &Headers) -> Option<Head> {
    // The first header row; without one, the first row above any label.
    let tabbed = Rows::tabbed(page);
    let opens = |at: usize| {
        page.has_glued_label(at) || page.is(at, Roles::LABEL) && !page.is(at, Roles::ROW) && !tabbed.heads_table(at)
    };
    let limit = (0..page.lines.len()).find(|&at| opens(at)).unwrap_or(page.lines.len());
    let rows = Rows::above(page, limit);
    let first = rows.first_header(limit).or_else(|| first_in_columns(page, &rows, limit))?;
    let mut contents = Contents::default();
    let mut columns: Option<Columns> = None;
    // Headings of groups and of the whole stand above the first header row.
    let mut top = first;
    while let Some(above) = page.above(top, Roles::BLANK) {
        // Right above the first row stands its group's heading, whatever its enumerator.
        let group = !page.is(above, Roles::PROSE)
            && (page.is(above, Roles::ROMAN)
                || rows.is_row(above)
                || top == first
                    && page.is(above, Roles::CAPITALS)
                    && !page.is(above, Roles::TOC_HEADING)
                    && !names_pack(page.text(above))
                    && !(above > 0 && names_pack(page.text(above - 1))));
        if page.is(above, Roles::TOC_HEADING) {
            contents.headings.insert(0, above);
            top = above;
            break;
        }
        if heads_pages(page.text(above)) || top == first && goes_on_with_event(page, above) {
            contents.headings.insert(0, above);
            top = above;
            continue;
        }
        if !group {
            break;
        }
        top = above;
    }
    let start = contents.headings.first().copied().unwrap_or(top);
    let mut body = top;
    let mut at = top;
    while at < page.lines.len() {
        if page.is(at, Roles::BLANK) || contents.is_heading(at) {
            at += 1;
            continue;
        }
        if page.is(at, Roles::PAGE_NUMBER) || headers.recurs(at) {
            // What a page turn brings between two tables; after the last one it belongs to the body.
            at += 1;
            continue;
        }
        let taken = match rows.row(at) {
            // A back link closes an article.
            _ if page.is(at, Roles::TRAILING_BACK_LINK) => false,
            Some(row) => self::row(&rows, at, row, &mut columns, &mut contents),
            None => rows.heads_table(at) && group(page.text(at), at, &mut contents),
        };
        if !taken {
            break;
        }
        at += 1;
        body = at;
    }
    if columns.is_none() {
        settle_numbers(&mut contents);
    }
    presenters::part(page, &mut contents, body);
    presenters::part_labels(page, &mut contents);
    Some(Head { masthead_end: start, contents, body })
}

/// Whether a line goes on with the heading over the contents right above it, with the event that they are of (`DANH MỤC THAM LUẬN`
/// / `TẠI HỘI NGHỊ …`).
fn goes_on_with_event(page: &Page<'_>, at: usize) -> bool {
    let text = page.text(at);
    let event = ["TẠI ", "CỦA ", "TRÌNH ", "PHỤC VỤ "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    page.is(at, Roles::CAPITALS)
        && names_pack(event)
        && at.checked_sub(1).is_some_and(|above| page.is(above, Roles::TOC_HEADING))
}

/// The first row of a table above a line that no header explains; None where tabs lead to nothing but pages, as in a list.
fn first_in_columns(page: &Page<'_>, rows: &Rows<'_, '_>, limit: usize) -> Option<usize> {
    let is_row =
        |at: usize, other: fn(&[String]) -> bool| rows.is_row(at) && !rows.cells(at).is_some_and(|cells| other(&cells));
    let first = (0..limit).find(|&at| is_row(at, is_foreign))?;
    let mut above_text = (first..limit).take_while(|&at| rows.is_row(at) || !page.is(at, Roles::PROSE));
    above_text.any(|at| is_row(at, is_led_to_page)).then_some(first)
}

/// Whether a row is a title and its page, as a line of a list is where a tab leads to the page.
fn is_led_to_page(row: &[String]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let (title, page) = (filled.next(), filled.next());
    title.is_some_and(|title| number(title).is_none())
        && page.is_some_and(|page| number(page).is_some())
        && filled.next().is_none()
}

/// Whether a row lists no document: it heads the hours of a programme or gives one, or stands in the letterhead of a
/// document.
fn is_foreign(row: &[String]) -> bool {
    let heads_hours = |cell: &str| matches!(key(cell).as_str(), "thờigian" | "giờ" | "ngàygiờ");
    let foreign = |cell: &String| opens_with_hour(cell) || is_dated(cell) || heads_hours(cell);
    row.iter().find(|cell| !cell.is_empty()).is_some_and(foreign) || row.iter().any(|cell| is_motto(cell))
}

/// Takes one row; false where it belongs to no table of contents.
fn row(
    rows: &Rows<'_, '_>,
    at: usize,
    mut row: Vec<String>,
    columns: &mut Option<Columns>,
    contents: &mut Contents,
) -> bool {
    if row.iter().all(|c| !c.chars().any(chars::is_alphanumeric)) {
        return true;
    }
    if is_foreign(&row) {
        return false;
    }
    if is_header(&row) {
        *columns = Some(Columns::of(&row));
        contents.headings.push(at);
        return true;
    }
    let filled: Vec<&String> = row.iter().filter(|c| !c.is_empty()).collect();
    if let [only] = filled.as_slice()
        && row.first().is_some_and(|c| !c.is_empty())
        && number(only).is_none()
    {
        // Without rows after it, it heads no group: the body begins (`Số: 5/BC-UBND` with tabs after it).
        return rows.precedes_row(at) && group(only, at, contents);
    }
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    if let Some((number, title)) = columns.and_then(|columns| heads_group(&row, columns)) {
        contents.begin(at, Some(number.to_owned()), title, None);
        return true;
    }
    let columns = columns.filter(|c| c.fit(&row)).unwrap_or_else(|| Columns::guess(&row));
    if let Some(page) = columns.page {
        settle_page(&mut row, page, columns.title);
    }
    let cell = |i: Option<usize>| i.and_then(|i| row.get(i)).map(String::as_str).filter(|c| !c.is_empty());
    let number = cell(columns.number).and_then(number);
    let (title, presenter) = (cell(columns.title), cell(columns.presenter));
    // Without a column of its own, the number stands before the title.
    let counted = title.filter(|_| columns.number.is_none()).and_then(enumerator::split);
    let (number, title) = match counted {
        Some((Enumerator::Arabic { value, .. }, rest)) => (Some(value), Some(rest)),
        _ => (number, title),
    };
    let word = cell(columns.title).filter(|_| columns.number.is_none()).and_then(enumerator::word);
    let page_number = cell(columns.page).and_then(|c| c.parse().ok());
    // A cell that is no part of the entry is kept beside it.
    let taken = [
        columns.number.filter(|_| number.is_some()),
        columns.title,
        columns.presenter,
        columns.page.filter(|_| page_number.is_some()),
    ];
    let spare = row.iter().enumerate().filter(|(i, c)| !c.is_empty() && !taken.contains(&Some(*i)));
    let spare = spare.map(|(_, c)| c.as_str()).chain(word);
    let spare: Vec<(usize, String)> = spare.map(|c| (at, c.to_owned())).collect();
    let Some(last) = contents.groups.last_mut() else {
        contents.groups.push(Group::new(None, None, None, at..=at));
        return self::row(rows, at, row, &mut Some(columns), contents);
    };
    if number.is_none()
        && let Some(entry) = last.entries.last_mut()
        && row.first().is_some_and(String::is_empty)
    {
        // The rest of a row that a page turn cut.
        if let Some(part) = title {
            entry.title.push(' ');
            entry.title.push_str(part);
            entry.key = entry.key.then(KeyHash::of(part));
        }
        if let Some(part) = presenter {
            match &mut entry.presenter {
                Some(presenter) => {
                    presenter.push(' ');
                    presenter.push_str(part);
                }
                None => entry.presenter = Some(part.to_owned()),
            }
        }
        // A second page has no place in the entry.
        let second = page_number.filter(|_| entry.page.is_some());
        let goes_on = title.is_some() || presenter.is_some() || page_number.is_some() && second.is_none();
        entry.page = entry.page.or(page_number);
        if goes_on {
            entry.lines = *entry.lines.start()..=at;
        }
        contents.rest.extend(spare);
        contents.rest.extend(second.map(|page: u32| (at, page.to_string())));
        return true;
    }
    let Some(title) = title else { return false };
    last.entries.push(Entry {
        number,
        title: title.to_owned(),
        key: KeyHash::of(title),
        page: page_number,
        presenter: presenter.map(str::to_owned),
        lines: at..=at,
    });
    contents.rest.extend(spare);
    true
}

/// The number and the heading of a group, where a row says nothing more in columns that count and give pages.
fn heads_group(row: &[String], columns: Columns) -> Option<(&str, &str)> {
    let (count, title) = (columns.number?, columns.title?);
    let (number, heading) = (row.get(count)?, row.get(title).filter(|heading| !heading.is_empty())?);
    let alone = row.iter().enumerate().all(|(at, cell)| cell.is_empty() || at == count || at == title);
    let number = group_number(number).filter(|_| alone && columns.page.is_some())?;
    Some((number, heading.as_str()))
}

/// Takes the numbers before the titles for pages, where no header says what they are and they rise but do not count.
fn settle_numbers(contents: &mut Contents) {
    const LEAST: usize = 2;
    let numbers: Vec<u32> = contents.entries().filter_map(|(_, entry)| entry.number).collect();
    let listed = contents.entries().count();
    let rise = numbers.is_sorted() && numbers.len() == listed && listed >= LEAST;
    // The entries of each group may be counted anew.
    let before = std::iter::once(0).chain(numbers.iter().copied());
    let count = numbers.iter().zip(before).all(|(number, before)| *number == 1 || *number == before + 1);
    if !rise || count || contents.entries().any(|(_, entry)| entry.page.is_some()) {
        return;
    }
    for entry in contents.groups.iter_mut().flat_map(|group| &mut group.entries) {
        entry.page = entry.number.take();
    }
}

/// Puts a page that slid past the column of its header where it belongs.
fn settle_page(row: &mut [String], page: usize, title: Option<usize>) {
    let Some(last) = row.len().checked_sub(1) else { return };
    if last > page
        && Some(last) != title
        && row.get(page).is_some_and(String::is_empty)
        && row.get(last).is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit()))
    {
        row.swap(last, page);
    }
}

/// Begins a group with this heading, or goes on in the last one.
fn group(text: &str, at: usize, contents: &mut Contents) -> bool {
    let (number, title) = split_group(text);
    contents.begin(at, number, title, None);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_one_group() {
        let text = "DANH MỤC TÀI LIỆU\n\nI. BÁO CÁO\t\t\nSTT\tNội dung\tTrang\n1.\tBáo cáo về đất\t3\n\nII. THAM LUẬN\t\t\t\nSTT\tNội dung\tThực hiện\tTrang\n1.\tĐo đất.\tSở Một\t5\n\nII. THAM LUẬN\t\t\t\nSTT\tNội dung\tThực hiện\tTrang\n2.\tCấp giấy.\tSở Hai\t9\n\nBÁO CÁO\n";
        let page = Page::of(text);
        let head = find(&page, &Headers::find(&page)).unwrap();
        let groups: Vec<_> =
            head.contents.groups.iter().map(|g| (g.number.as_deref(), g.title.as_deref(), g.entries.len())).collect();
        assert_eq!(groups, [(Some("I"), Some("BÁO CÁO"), 1), (Some("II"), Some("THAM LUẬN"), 2)]);
        let second = &head.contents.groups[1].entries[1];
        assert_eq!(
            (second.number, second.title.as_str(), second.presenter.as_deref(), second.page),
            (Some(2), "Cấp giấy.", Some("Sở Hai"), Some(9))
        );
        assert_eq!(head.contents.headings, [0, 3, 7, 10, 11]);
        assert_eq!((head.masthead_end, head.body), (0, 13));
    }

    #[test]
    fn columns_set_apart_by_spaces() {
        let text = "DANH MỤC TÀI LIỆU\n\nI. THAM LUẬN\nSTT   Nội dung           Thực hiện   Trang\n1.    Đo đất ở ven sông,   Sở Một\n      bài học cũ.        và Hai      5\n2.    Cấp giấy.          Sở Ba  9\n\nTHAM LUẬN\n";
        let page = Page::of(text);
        let head = find(&page, &Headers::find(&page)).unwrap();
        let entries: Vec<_> = head.contents.entries().map(|(_, e)| e).collect();
        let entries: Vec<_> =
            entries.iter().map(|e| (e.number, e.title.as_str(), e.presenter.as_deref(), e.page)).collect();
        assert_eq!(
            entries,
            [
                (Some(1), "Đo đất ở ven sông, bài học cũ.", Some("Sở Một và Hai"), Some(5)),
                (Some(2), "Cấp giấy.", Some("Sở Ba"), Some(9))
            ]
        );
        assert_eq!((head.masthead_end, head.body), (0, 7));
    }

    #[test]
    fn centred_titles_below_a_table_are_no_rows() {
        let text = "DANH MỤC TÀI LIỆU\n\nSTT   Tên báo cáo           Số trang\n1     Đo đất ở ven sông           5\n2     Cấp giấy ở\n      vùng cao                    9\n\n          ĐO ĐẤT Ở VEN SÔNG\n            ThS. Lê Ba Tư\n\nĐất ven sông đã đo xong.\n";
        let page = Page::of(text);
        let head = find(&page, &Headers::find(&page)).unwrap();
        let titles: Vec<_> = head.contents.entries().map(|(_, e)| (e.title.as_str(), e.page)).collect();
        assert_eq!(titles, [("Đo đất ở ven sông", Some(5)), ("Cấp giấy ở vùng cao", Some(9))]);
        assert_eq!(head.body, 6);
    }

    #[test]
    fn headers_of_tables_of_documents() {
        for header in [["Thứ tự", "Tên tài liệu", "Trang"], ["Số TT", "Tên đề án", "Số trang"]] {
            assert!(is_header(&header), "{header:?}");
        }
        assert!(!is_header(&["Thứ tự", "Xã", "Số hộ"]));
    }

    #[test]
    fn a_programme_lists_no_documents() {
        let text = "CHƯƠNG TRÌNH\n\nThời gian\tNội dung\tNgười thực hiện\n7h30\tĐón khách\tVăn phòng\n\nTHAM LUẬN\n";
        let page = Page::of(text);
        assert!(find(&page, &Headers::find(&page)).is_none());
    }

    #[test]
    fn numbers_that_do_not_count_are_pages() {
        let read = |rows: &str| {
            let text = format!("KỶ YẾU\n\nMỤC LỤC\n{rows}\n\nTHAM LUẬN\n");
            let page = Page::of(&text);
            let head = find(&page, &Headers::find(&page)).unwrap();
            assert_eq!(head.masthead_end, 2, "{rows}");
            head.contents.entries().map(|(_, e)| (e.number, e.page)).collect::<Vec<_>>()
        };
        assert_eq!(read("Trang\n3\tĐo đất\n9\tCấp giấy"), [(None, Some(3)), (None, Some(9))]);
        assert_eq!(read("1\tĐo đất\n2\tCấp giấy"), [(Some(1), None), (Some(2), None)]);
        let anew = read("I. BÁO CÁO\t\n1\tĐo đất\nII. Ý KIẾN\t\n1\tCấp giấy\n2\tSổ đất");
        assert!(anew.iter().all(|(number, page)| number.is_some() && page.is_none()));
    }
}
