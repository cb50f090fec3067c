//! CSV of articles: RFC 4180 quoting, lines that end in LF, a header always.
//!
//! A value that is missing is an empty field, as is an empty one: tables know no difference. Nothing is changed inside
//! a value; line ends, tabs and quotation marks in it are kept by quoting.

use std::io::{self, Write};

use csv::WriterBuilder;

use super::flat::{ArticleRow, COLUMNS, Columns};

/// What stands between two authors.
const BETWEEN_AUTHORS: &str = "; ";

/// Writes the names of the columns.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn header(out: impl Write, columns: &Columns) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.names())?;
    writer.flush()
}

/// Writes one record for each row.
///
/// # Errors
/// When `out` takes no more bytes.
pub fn records(out: impl Write, rows: impl Iterator<Item = ArticleRow>, columns: &Columns) -> io::Result<()> {
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(out);
    for row in rows {
        let fields = fields(row);
        match columns.chosen() {
            None => writer.write_record(&fields)?,
            Some(chosen) => writer.write_record(chosen.iter().filter_map(|at| fields.get(*at)))?,
        }
    }
    writer.flush()
}

/// The fields of a row, in the order of [`COLUMNS`].
fn fields(row: ArticleRow) -> [String; COLUMNS.len()] {
    // Taken apart by name, so that a new field is not forgotten here.
    let ArticleRow {
        id,
        bulletin_id,
        path,
        issue_number,
        issue_date,
        section,
        position,
        number,
        title,
        source,
        domain,
        agency,
        date,
        authors,
        url,
        lines,
        text,
    } = row;
    [
        id,
        bulletin_id,
        path,
        issue_number.unwrap_or_default(),
        issue_date.unwrap_or_default(),
        section.unwrap_or_default(),
        position.to_string(),
        number.map(|number| number.to_string()).unwrap_or_default(),
        title,
        source.unwrap_or_default(),
        domain.unwrap_or_default(),
        agency.unwrap_or_default(),
        date.unwrap_or_default(),
        authors.join(BETWEEN_AUTHORS),
        url.unwrap_or_default(),
        format!("{}-{}", lines.first, lines.last),
        text,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{flat, sample};

    #[test]
    fn records_read_back_as_they_were() {
        let mut bytes = Vec::new();
        header(&mut bytes, &Columns::ALL).unwrap();
        records(&mut bytes, flat::rows(&sample::bulletin()), &Columns::ALL).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read.len(), 3);
        assert_eq!(
            read[1],
            [
                "00112233aabbccdd-12",
                "00112233aabbccdd",
                "kho/số 7.txt",
                "7/2031",
                "2031-02-14",
                "TIN ĐỊA PHƯƠNG",
                "2",
                "2",
                "Chợ \"nổi\" mở lại",
                "TTXVN/Vidu.vn",
                "vidu.vn",
                "TTXVN",
                "2031-02-13",
                "Lê Thử; Trần Mẫu",
                "https://vidu.vn/cho-noi",
                "12-18",
                "Chợ mở từ 5 giờ, có ba dãy.\n\nDãy\tSố quầy\nĐông\t12\n\n¹ Theo ban quản lý.",
            ]
        );
        assert_eq!(read[2][5], "");
    }

    #[test]
    fn columns_can_be_chosen() {
        let columns = Columns::named(&["number".to_owned(), "id".to_owned()]).unwrap();
        let mut bytes = Vec::new();
        header(&mut bytes, &columns).unwrap();
        records(&mut bytes, flat::rows(&sample::bulletin()), &columns).unwrap();
        let expected = "number,id\n,00112233aabbccdd-6\n2,00112233aabbccdd-12\n,00112233aabbccdd-20\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
