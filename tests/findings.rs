//! Findings: each folder of `fixtures/findings` is named after a rule and holds `defect`, a bulletin with that one defect,
//! `near-miss`, a bulletin that comes close and is right, and `expected.txt`, what `bantin check` says of the defect.
//!
//! `BLESS=1 cargo test --test findings` writes `expected.txt`; what it writes is to be read before it is kept.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use bantin::model::Code;
use serde_json::Value;

const EXPECTED: &str = "expected.txt";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/findings")
}

/// The file of a rule's folder with this stem, whatever its extension.
fn text(code: Code, stem: &str) -> PathBuf {
    let names = ["txt", "md"].map(|ext| root().join(code.as_str()).join(format!("{stem}.{ext}")));
    let mut found = names.into_iter().filter(|path| path.exists());
    let path = found.next().unwrap_or_else(|| panic!("{code} has no {stem}"));
    assert_eq!(found.next(), None, "{code} has two of {stem}");
    path
}

/// What `bantin check` says of a file, a line each: `first-last:column-end severity[code] message`.
fn findings(path: &Path) -> Vec<String> {
    let output = Command::cargo_bin("bantin")
        .unwrap()
        .args(["check", "--no-config", "--format", "jsonl", "--quiet"])
        .arg(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
    let stdout = String::from_utf8(output.stdout).unwrap();
    let shown = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let columns = match (&value["column"], &value["end_column"]) {
            (Value::Null, _) => String::new(),
            (first, after) => format!(":{first}-{after}"),
        };
        let text = |field: &str| value[field].as_str().unwrap().to_owned();
        let lines = format!("{}-{}", value["lines"][0], value["lines"][1]);
        format!("{lines}{columns} {}[{}] {}", text("severity"), text("code"), text("message"))
    };
    stdout.lines().map(shown).collect()
}

#[test]
fn every_rule_finds_its_defect_alone() {
    let mut failures = Vec::new();
    for code in Code::ALL {
        let found = findings(&text(*code, "defect"));
        let expected = root().join(code.as_str()).join(EXPECTED);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, found.join("\n") + "\n").unwrap();
        }
        let alone = !found.is_empty() && found.iter().all(|line| line.contains(&format!("[{code}]")));
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if !alone || wanted.lines().collect::<Vec<_>>() != found {
            failures.push(format!("{code}\n  expected {wanted:?}\n  found {found:#?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_rule_speaks_of_a_near_miss() {
    for code in Code::ALL {
        assert_eq!(findings(&text(*code, "near-miss")), [] as [String; 0], "{code}");
    }
}

#[test]
fn every_folder_is_named_after_a_rule() {
    let mut folders: Vec<String> =
        fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(folders, codes);
    for code in codes {
        let files = fs::read_dir(root().join(code)).unwrap().count();
        assert_eq!(files, 3, "{code} has to hold a defect, a near miss and {EXPECTED}");
    }
}

#[test]
fn every_rule_is_documented_once_and_in_order() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(headings, codes);
    for section in page.split("\n## ").skip(1) {
        assert!(section.contains("Remedy: "), "no remedy: {}", section.lines().next().unwrap_or_default());
    }
}
