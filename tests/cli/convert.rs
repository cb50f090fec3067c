//! What `bantin convert` writes to standard output.

use serde_json::{Value, json};

use crate::{Case, LETTER, REVIEW, bulletins, lines, paths, schema};

/// The columns of a row, in order.
const COLUMNS: [&str; 17] = [
    "id",
    "bulletin_id",
    "path",
    "issue_number",
    "issue_date",
    "section",
    "position",
    "number",
    "title",
    "source",
    "domain",
    "agency",
    "date",
    "authors",
    "url",
    "lines",
    "text",
];

#[test]
fn a_bulletin_on_each_line() {
    let case = Case::with(&["a.txt", "b.txt"]);
    let bulletins = bulletins(&case.run(&["convert", "a.txt", "b.txt"]).clean());
    assert_eq!(bulletins.len(), 2);
    assert_eq!(bulletins[1]["schema"], "bantin/1");
    assert_eq!(bulletins[1]["id"], "6a3ea4ff0824e0d2");
    assert_eq!(
        bulletins[1]["file"],
        json!({
            "path": "b.txt",
            "bytes": 72,
            "lines": 3,
            "encoding": "utf-8",
            "sha256": "6a3ea4ff0824e0d246d442115291f47d2c355d435e9b89e7a4d97388569f0325",
        })
    );
    assert_eq!(bulletins[1]["layout"], "unknown");
    assert_eq!(bulletins[1].get("line_roles"), None);
}

#[test]
fn line_roles_are_there_when_asked_for() {
    let case = Case::with(&["a.txt"]);
    let bulletins = bulletins(&case.run(&["convert", "a.txt", "--line-roles"]).clean());
    assert_eq!(bulletins[0]["line_roles"].as_array().unwrap().len(), 3);
}

#[test]
fn equal_input_gives_equal_bytes() {
    let case = Case::with(&["a.txt"]);
    case.write("b.txt", REVIEW);
    for args in [&["convert", "."][..], &["convert", ".", "--format", "json"], &["convert", ".", "--format", "csv"]] {
        assert_eq!(case.run(args).clean(), case.run(args).clean());
    }
}

#[test]
fn the_encoding_is_told_by_the_mark() {
    let case = Case::new();
    let utf16 = |bytes_of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(LETTER.encode_utf16()).flat_map(bytes_of).collect()
    };
    case.write("1.txt", LETTER);
    case.write("2.txt", ["\u{feff}", LETTER].concat());
    case.write("3.txt", utf16(u16::to_le_bytes));
    case.write("4.txt", utf16(u16::to_be_bytes));
    let bulletins = bulletins(&case.run(&["convert", "."]).clean());
    let field = |name: &str| -> Vec<&Value> { bulletins.iter().map(|bulletin| &bulletin["file"][name]).collect() };
    assert_eq!(field("encoding"), ["utf-8", "utf-8", "utf-16le", "utf-16be"]);
    assert_eq!(field("lines"), [3, 3, 3, 3]);
    assert_eq!(field("bytes"), [72, 75, 112, 112]);
    // Fixity is that of the file, not that of the text.
    assert_ne!(field("sha256")[0], field("sha256")[1]);
    for bulletin in &bulletins {
        assert_eq!(bulletin["furniture"], bulletins[0]["furniture"]);
    }
}

#[test]
fn ill_formed_bytes_are_replaced_with_a_warning() {
    let case = Case::new();
    case.write("a.txt", b"C\xf4ng v\xe3n.\n");
    let outcome = case.run(&["convert", "a.txt"]);
    assert_eq!(outcome.status, 0);
    assert_eq!(
        outcome.stderr,
        "warning: a.txt: 2 ill-formed byte sequences replaced by U+FFFD; \
         name the encoding of the file with --encoding if it was not found\n"
    );
    assert!(String::from_utf8(outcome.stdout).unwrap().contains("C\u{fffd}ng v\u{fffd}n."));
    assert_eq!(case.run(&["convert", "a.txt", "--quiet"]).clean(), case.run(&["convert", "a.txt"]).stdout);
}

#[test]
fn json_is_an_array_whatever_happens() {
    let case = Case::with(&["a.txt", "b.txt"]);
    let cases: [(&[&str], i32, &[&str]); 5] = [
        (&["a.txt"], 0, &["a.txt"]),
        (&["a.txt", "b.txt"], 0, &["a.txt", "b.txt"]),
        (&["a.txt", "gone.txt", "b.txt"], 1, &["a.txt", "b.txt"]),
        (&["gone.txt", "a.txt", "also-gone.txt"], 1, &["a.txt"]),
        (&["gone.txt"], 2, &[]),
    ];
    for (inputs, status, expected) in cases {
        let outcome = case.run(&[&["convert", "--format", "json"], inputs].concat());
        assert_eq!(outcome.status, status, "{inputs:?}");
        let array: Vec<Value> = serde_json::from_slice(&outcome.stdout).unwrap();
        schema::assert_valid("bulletin", &array);
        let paths: Vec<&str> = array.iter().map(|bulletin| bulletin["file"]["path"].as_str().unwrap()).collect();
        assert_eq!(paths, expected);
        assert_eq!(outcome.stdout.iter().filter(|byte| **byte == b'\n').count() > 1, !expected.is_empty());
    }
}

#[test]
fn json_holds_what_json_lines_hold() {
    let case = Case::with(&["a.txt"]);
    case.write("b.txt", REVIEW);
    for unit in ["bulletin", "article"] {
        let array = case.run(&["convert", ".", "--per", unit, "--format", "json"]).clean();
        let array: Vec<Value> = serde_json::from_slice(&array).unwrap();
        assert_eq!(array, lines(&case.run(&["convert", ".", "--per", unit]).clean()));
    }
}

#[test]
fn csv_always_has_its_header() {
    let case = Case::with(&["a.txt"]);
    let header = format!("{}\n", COLUMNS.join(","));
    assert_eq!(case.run(&["convert", "a.txt", "--format", "csv"]).clean(), header.as_bytes());
    let outcome = case.run(&["convert", "gone.txt", "--format", "csv"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, header.as_bytes()));
}

/// Checks that the rows of `case` are the same in CSV and in JSON Lines, and returns those of JSON Lines.
fn rows(case: &Case) -> Vec<Value> {
    let rows = lines(&case.run(&["convert", ".", "--per", "article"]).clean());
    schema::assert_valid("article-row", &rows);
    let csv = case.run(&["convert", ".", "--format", "csv"]).clean();
    assert_eq!(csv, case.run(&["convert", ".", "--format", "csv", "--per", "article"]).clean());
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows.len());
    for (record, row) in records.iter().zip(&rows) {
        for (column, field) in COLUMNS.iter().zip(record) {
            let expected = match &row[column] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(items) if *column == "lines" => format!("{}-{}", items[0], items[1]),
                Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join("; "),
                value => value.to_string(),
            };
            assert_eq!(field, expected, "{column}");
        }
    }
    rows
}

#[test]
fn rows_are_the_same_in_csv_and_in_json() {
    let case = Case::with(&["a.txt"]);
    case.write("b, \"c\".txt", REVIEW);
    rows(&case);
}

#[test]
fn a_press_review_becomes_rows() {
    let case = Case::new();
    case.write("b, \"c\".txt", REVIEW);
    let rows = rows(&case);
    let field = |name: &str| -> Vec<Value> { rows.iter().map(|row| row[name].clone()).collect() };
    assert_eq!(field("position"), [1, 2, 3]);
    assert_eq!(field("number"), [1, 2, 3]);
    assert_eq!(field("path"), ["./b, \"c\".txt"; 3]);
    assert_eq!(field("section"), ["TIN TRONG HUYỆN", "TIN TRONG HUYỆN", "TIN NGOÀI HUYỆN"]);
    assert_eq!(field("title")[0], "Xã Mẫu Nhất mở lớp \"điện thoại cho người già\"");
    assert_eq!(field("domain"), ["vidu.vn", "baothu.vn", "baomau.vn"]);
    assert_eq!(field("date"), ["2031-02-13", "2031-02-12", "2031-02-11"]);
    assert_eq!(field("authors"), [json!(["Lê Thử", "Trần Mẫu"]), json!(["Phạm Ví"]), json!([])]);
    assert_eq!(field("lines"), [json!([14, 18]), json!([20, 22]), json!([26, 28])]);
    assert_eq!(
        field("text")[0],
        "Lớp học mở tối thứ ba hằng tuần tại nhà văn hóa xã, do đoàn viên đứng lớp.\n\n\
         Học viên lớn tuổi nhất năm nay đã 81 tuổi."
    );
}

#[test]
fn contradictions_are_wrong_use() {
    let case = Case::with(&["a.txt"]);
    let cases: [(&[&str], &str); 7] = [
        (&["--format", "csv", "--per", "bulletin"], "--format csv has no form for --per bulletin"),
        (&["--format", "csv", "--line-roles"], "--line-roles has no place in rows of articles"),
        (&["--out", "o", "--format", "json"], "cannot be used with"),
        (&["--format", "xml"], "invalid value 'xml'"),
        (&["--null"], "--files-from"),
        (&["--exclude", "a["], "--exclude a["),
        (&["--frobnicate"], "unexpected argument"),
    ];
    for (args, reason) in cases {
        let outcome = case.run(&[&["convert", "a.txt"], args].concat());
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{args:?}");
        assert!(outcome.stderr.starts_with("error: ") && outcome.stderr.contains(reason), "{}", outcome.stderr);
    }
    assert_eq!(case.files("."), ["a.txt"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_is_written_lossily() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let case = Case::new();
    std::fs::write(case.path().join(OsStr::from_bytes(b"s\xf4 7.txt")), LETTER).unwrap();
    assert_eq!(paths(&case.run(&["convert", "."]).clean()), ["./s\u{fffd} 7.txt"]);
}

#[test]
fn a_name_with_odd_characters_breaks_no_line() {
    let case = Case::with(&["a\nb\t\"c\".txt"]);
    assert_eq!(paths(&case.run(&["convert", "."]).clean()), ["./a\nb\t\"c\".txt"]);
    let outcome = case.run(&["convert", "gone\n.txt", "."]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.starts_with("error: gone\\n.txt: "), "{}", outcome.stderr);
    assert_eq!(outcome.messages().lines().count(), 1);
}
