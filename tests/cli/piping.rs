//! What other programs read: odd characters in names and texts, chosen columns, completions and manual pages.

use std::fs;

use serde_json::{Value, json};

use crate::{Case, REVIEW, lines};

/// A bulletin whose titles, sources and texts hold what breaks lines and columns elsewhere, under such a name.
fn odd() -> (Case, &'static str) {
    let case = Case::new();
    let name = "số \"7\",\ta\nb;'.txt";
    let text = REVIEW
        .replace("Cầu Ví Dụ thông xe", "=SUM(1;2) \"Cầu\", 'Ví\tDụ'; thông xe")
        .replace("120 mét", "120\0 mét, \"nhịp\" \u{b}chính\u{2028}giữa \u{1b}[1m")
        .replace("Phạm Ví", "Phạm Ví\r");
    case.write(name, text);
    (case, name)
}

#[test]
fn odd_characters_break_no_line_and_no_column() {
    let (case, name) = odd();
    let rows = lines(&case.run(&["convert", name, "--per", "article"]).clean());
    let csv = case.run(&["convert", name, "--format", "csv"]).clean();
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), records.len()), (3, 3));
    for (row, record) in rows.iter().zip(&records) {
        assert_eq!(record.len(), headers.len());
        for field in ["path", "title", "text", "section"] {
            let at = headers.iter().position(|header| header == field).unwrap();
            assert_eq!(row[field].as_str(), record.get(at), "{field}");
        }
        assert_eq!(row["path"], name);
    }
    assert!(rows[1]["title"].as_str().unwrap().starts_with("=SUM(1;2) \"Cầu\", 'Ví"), "{}", rows[1]);
    assert!(rows[1]["text"].as_str().unwrap().contains("\"nhịp\""), "{}", rows[1]);
    // The same in findings, manifests and messages.
    let found = case.run(&["check", name, "--format", "jsonl"]).stdout;
    assert!(lines(&found).iter().all(|line| line["path"] == name));
    case.run(&["convert", name, "--manifest", "m.jsonl"]).clean();
    let manifest = lines(&fs::read(case.path().join("m.jsonl")).unwrap());
    assert_eq!((manifest.len(), &manifest[0]["path"]), (1, &json!(name)));
    assert_eq!(case.run(&["verify", "m.jsonl"]).status, 0);
}

#[test]
fn columns_are_chosen_by_name_and_come_in_the_order_asked_for() {
    let case = Case::new();
    case.write("a.txt", REVIEW);
    let csv =
        case.run(&["convert", "a.txt", "--format", "csv", "--fields", "date,number", "--fields", "lines"]).clean();
    let expected = "date,number,lines\n2031-02-13,1,14-18\n2031-02-12,2,20-22\n2031-02-11,3,26-28\n";
    assert_eq!(String::from_utf8(csv).unwrap(), expected);
    let rows = case.run(&["convert", "a.txt", "--per", "article", "--fields", "authors,domain"]).clean();
    assert_eq!(
        String::from_utf8(rows.clone()).unwrap().lines().next(),
        Some(r#"{"authors":["Lê Thử","Trần Mẫu"],"domain":"vidu.vn"}"#)
    );
    let array = case.run(&["convert", "a.txt", "--per", "article", "--format", "json", "--fields", "authors,domain"]);
    assert_eq!(serde_json::from_slice::<Vec<Value>>(&array.clean()).unwrap(), lines(&rows));
    let wrong: [(&[&str], &str); 5] = [
        (&["--format", "csv", "--fields", "title,titel"], "invalid value 'titel'"),
        (&["--format", "csv", "--fields", "nothing"], "bulletin_id, path, issue_number"),
        (&["--format", "csv", "--fields", "id,id"], "--fields names `id` twice"),
        (&["--fields", "id"], "--fields chooses columns of rows"),
        (&["--out", "o", "--fields", "id"], "cannot be used with"),
    ];
    for (args, reason) in wrong {
        let outcome = case.run(&[&["convert", "a.txt"], args].concat());
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{args:?}");
        assert!(outcome.stderr.contains(reason), "{}", outcome.stderr);
    }
}

#[test]
fn completions_for_every_shell() {
    let case = Case::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = String::from_utf8(case.run(&["completions", shell]).clean()).unwrap();
        for word in ["convert", "verify", "manifest"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(case.run(&["completions", "command.com"]).status, 2);
}

#[test]
fn a_manual_page_for_every_command() {
    let case = Case::new();
    let page = String::from_utf8(case.run(&["man"]).clean()).unwrap();
    assert!(page.contains(".TH bantin 1") && page.contains("bantin\\-convert(1)"), "{page}");
    assert_eq!(case.run(&["man", "--out", "share/man1"]).clean(), b"");
    let pages = case.files("share/man1");
    let commands = ["check", "completions", "convert", "explain", "man", "outline", "schema", "verify"];
    for command in commands {
        assert!(pages.contains(&format!("bantin-{command}.1")), "{pages:?}");
    }
    assert!(pages.contains(&"bantin.1".to_owned()));
    let convert = fs::read_to_string(case.path().join("share/man1/bantin-convert.1")).unwrap();
    assert!(convert.contains("\\-\\-resume") && convert.contains("Exit status"), "{convert}");
    case.write("file", "");
    let outcome = case.run(&["man", "--out", "file/man"]);
    assert_eq!((outcome.status, outcome.stderr.starts_with("error: file/man: ")), (2, true));
}
