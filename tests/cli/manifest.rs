//! `--manifest`, `--resume` and `bantin verify`.

use std::fs;

use serde_json::{Value, json};

use crate::{Case, LETTER, REVIEW, lines, schema};

/// A case with two bulletins and a letter below `in`.
fn archive() -> Case {
    let case = Case::with(&["in/b.txt"]);
    case.write("in/2031/a.txt", REVIEW);
    case.write("in/c.md", REVIEW.replace("Xã Mẫu Nhất", "Xã Mẫu Hai"));
    case
}

/// A manifest, whole and valid.
fn manifest(case: &Case, name: &str) -> Vec<Value> {
    let entries = lines(&fs::read(case.path().join(name)).unwrap());
    schema::assert_valid("manifest", &entries);
    entries
}

/// The manifest without the times.
fn timeless(mut entries: Vec<Value>) -> Vec<Value> {
    for entry in &mut entries {
        entry.as_object_mut().unwrap().remove("duration_us").unwrap();
    }
    entries
}

/// The conversion with a manifest that most cases begin with.
const CONVERT: [&str; 6] = ["convert", "in", "--out", "o", "--manifest", "m.jsonl"];

/// The same, going on from an earlier one.
const RESUME: [&str; 7] = ["convert", "in", "--out", "o", "--manifest", "m.jsonl", "--resume"];

#[test]
fn a_line_for_each_input() {
    let case = archive();
    let outcome = case.run(&["convert", "in", "gone.txt", "--out", "o", "--manifest", "m.jsonl", "-q"]);
    assert_eq!(outcome.status, 1);
    let entries = manifest(&case, "m.jsonl");
    assert_eq!(entries.len(), 4);
    assert_eq!(
        timeless(entries.clone())[1],
        json!({
            "schema": "bantin-manifest/1",
            "version": env!("CARGO_PKG_VERSION"),
            "format": "bantin/1",
            "options": [],
            "path": "in/b.txt",
            "bytes": 72,
            "sha256": "6a3ea4ff0824e0d246d442115291f47d2c355d435e9b89e7a4d97388569f0325",
            "encoding": "utf-8",
            "replaced": 0,
            "layout": "unknown",
            "articles": 0,
            "citations": 0,
            "weak_articles": 0,
            "missing_citations": 0,
            "unrecognised": 2,
            "findings": {"error": 1, "warning": 0, "note": 0},
            "status": "converted",
            "error": null,
            "output": "o/in/b.txt.json",
            "output_sha256": sha256(&case, "o/in/b.txt.json"),
        })
    );
    assert!(entries[1]["duration_us"].as_u64().is_some());
    assert_eq!((&entries[0]["articles"], &entries[0]["citations"]), (&json!(3), &json!(3)));
    let failed = ["path", "status", "sha256", "output"].map(|field| &entries[3][field]);
    assert_eq!(failed, [&json!("gone.txt"), &json!("failed"), &Value::Null, &Value::Null]);
    assert!(entries[3]["error"].as_str().unwrap().starts_with("No such file"));
    assert!(!case.path().join("m.jsonl.partial").exists());
}

/// The checksum of a file, as the program writes it for an input.
fn sha256(case: &Case, name: &str) -> Value {
    lines(&case.run(&["convert", name]).stdout)[0]["file"]["sha256"].clone()
}

#[test]
fn standard_output_has_a_manifest_too() {
    let case = archive();
    let outcome = case.run(&["convert", "in", "--format", "csv", "--line-roles", "--manifest", "m.jsonl"]);
    assert_eq!(outcome.status, 2);
    let stdout = case.run(&["convert", "in", "--line-roles", "--manifest", "m.jsonl"]).clean();
    assert_eq!(stdout, case.run(&["convert", "in", "--line-roles"]).clean());
    let entries = manifest(&case, "m.jsonl");
    let of = |field: &str| entries.iter().map(|entry| entry[field].clone()).collect::<Vec<_>>();
    assert_eq!(of("output"), [Value::Null, Value::Null, Value::Null]);
    assert_eq!(of("options"), [json!(["line-roles"]), json!(["line-roles"]), json!(["line-roles"])]);
    let outcome = case.run(&["verify", "m.jsonl"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, "3 inputs verified (3 files)\n"));
}

#[test]
fn a_verified_archive_is_as_it_was() {
    let case = archive();
    case.run(&CONVERT).clean();
    let verify = |args: &[&str]| {
        let outcome = case.run(&[&["verify"], args].concat());
        (outcome.status, outcome.stderr)
    };
    assert_eq!(verify(&["m.jsonl"]), (0, "3 inputs verified (6 files)\n".to_owned()));
    // From elsewhere, the folder that paths begin at has to be named.
    let elsewhere = Case::new();
    let (path, base) = (case.path().join("m.jsonl"), case.path().to_str().unwrap());
    let outcome = elsewhere.run(&["verify", path.to_str().unwrap(), "--base", base, "-q"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    assert_eq!(elsewhere.run(&["verify", path.to_str().unwrap()]).status, 1);

    fs::remove_file(case.path().join("in/b.txt")).unwrap();
    case.write("in/2031/a.txt", LETTER);
    case.write("o/c.md.json", "{}");
    let (status, stderr) = verify(&["m.jsonl"]);
    assert_eq!(status, 1);
    let told: Vec<&str> = stderr.lines().collect();
    assert!(told[0].starts_with("error: m.jsonl:1: input in/2031/a.txt has changed: it had "), "{stderr}");
    assert_eq!(told[1], "error: m.jsonl:2: input in/b.txt: missing");
    assert!(told[2].starts_with("error: m.jsonl:3: output o/c.md.json has changed: "), "{stderr}");
    assert_eq!(told[3], "nothing was verified, 3 not as recorded");
    // An input that was never converted is not verified either.
    case.run(&["convert", "in/c.md", "gone.txt", "--out", "p", "--manifest", "n.jsonl", "-q"]);
    let (status, stderr) = verify(&["n.jsonl"]);
    assert_eq!(status, 1);
    assert!(stderr.contains("error: n.jsonl:2: gone.txt had not been converted (No such file"), "{stderr}");
    assert!(stderr.ends_with("1 input verified (2 files), 1 not as recorded\n"), "{stderr}");
}

#[test]
fn a_manifest_that_proves_nothing_is_a_failure() {
    let case = archive();
    case.run(&CONVERT).clean();
    let whole = fs::read_to_string(case.path().join("m.jsonl")).unwrap();
    let first = whole.lines().next().unwrap();
    let cases = [
        (String::new(), "nothing was verified\n"),
        (format!("{first}\n{{\"path\": \"a\"}}\n{first}\n"), "error: n.jsonl:2: this line is no entry of a manifest: "),
        (format!("{first}\n{first}"), "error: n.jsonl:2: the line is cut: it has no line end\n"),
        (format!("{first}\n\n"), "error: n.jsonl:2: this line is no entry"),
        (first.replace("manifest/1", "manifest/9") + "\n", "error: n.jsonl:1: this line is no entry"),
    ];
    for (text, told) in cases {
        case.write("n.jsonl", &text);
        let outcome = case.run(&["verify", "n.jsonl"]);
        assert_eq!((outcome.status, outcome.stderr.starts_with(told)), (2, true), "{}", outcome.stderr);
    }
    let outcome = case.run(&["verify", "gone.jsonl"]);
    assert_eq!((outcome.status, outcome.stderr.starts_with("error: gone.jsonl: ")), (2, true));
    fs::rename(case.path().join("m.jsonl"), case.path().join("k.jsonl.partial")).unwrap();
    let outcome = case.run(&["verify", "k.jsonl"]);
    let told = "error: k.jsonl: the run that writes it has not come to its end; go on with --resume\n";
    assert_eq!((outcome.status, outcome.stderr.as_str()), (2, told));
    // Nothing but standard input and output: there is no file to verify.
    assert_eq!(case.run_with(&["convert", "-", "--manifest", "s.jsonl"], LETTER.as_bytes()).status, 0);
    assert_eq!(case.run(&["verify", "s.jsonl"]).status, 2);
}

/// When each output was written.
#[cfg(unix)]
fn inodes(case: &Case) -> Vec<u64> {
    use std::os::unix::fs::MetadataExt;
    case.files("o").iter().map(|name| fs::metadata(case.path().join("o").join(name)).unwrap().ino()).collect()
}

#[cfg(unix)]
#[test]
fn only_what_is_missing_or_changed_is_done_again() {
    let case = archive();
    // Without anything to go on from, it is an ordinary run.
    case.run(&RESUME).clean();
    let (before, entries) = (inodes(&case), manifest(&case, "m.jsonl"));
    let resume = |more: &[&str]| {
        let outcome = case.run(&[&RESUME, more].concat());
        assert_eq!((outcome.status, outcome.messages()), (0, ""));
        let after = inodes(&case);
        let done: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before != after).collect();
        (outcome.summary().lines().next().unwrap().to_owned(), done)
    };
    assert_eq!(resume(&[]), ("3 converted (3 by an earlier run)".to_owned(), vec![false; 3]));
    assert_eq!(manifest(&case, "m.jsonl"), entries, "carried over with everything, also the times");

    // An output that was damaged, one that is gone, and an input that changed.
    case.write("o/2031/a.txt.json", "{\n  \"schema\": \"bantin/1\",\n");
    assert_eq!(resume(&[]).1, [true, false, false]);
    fs::remove_file(case.path().join("o/b.txt.json")).unwrap();
    let (told, done) = resume(&[]);
    assert_eq!((told.as_str(), done[2]), ("3 converted (2 by an earlier run)", false));
    assert_eq!(timeless(manifest(&case, "m.jsonl")), timeless(entries.clone()));
    case.write("in/c.md", REVIEW);
    let (told, done) = resume(&[]);
    assert_eq!((told.as_str(), done[2]), ("3 converted (2 by an earlier run)", true));
    assert_eq!(case.run(&["verify", "m.jsonl", "-q"]).status, 0);

    // Other options, another version, another folder: nothing of it holds any more.
    assert_eq!(resume(&["--line-roles"]).0, "3 converted");
    assert_eq!(resume(&["--line-roles"]).0, "3 converted (3 by an earlier run)");
    let path = case.path().join("m.jsonl");
    let version = format!("\"version\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen(&version, "\"version\":\"0.0.1\"", 1)).unwrap();
    assert_eq!(resume(&["--line-roles"]).0, "3 converted (2 by an earlier run)");
    let outcome = case.run(&["convert", "in", "--line-roles", "--out", "p", "--manifest", "m.jsonl", "--resume"]);
    assert_eq!(outcome.summary().lines().next(), Some("3 converted"));
}

#[test]
fn what_failed_is_tried_again_and_what_is_gone_is_forgotten() {
    let case = archive();
    // A folder stands where a file would go.
    fs::create_dir_all(case.path().join("o/b.txt.json")).unwrap();
    assert_eq!(case.run(&CONVERT).status, 1);
    assert_eq!(manifest(&case, "m.jsonl")[1]["status"], "failed");
    fs::remove_dir(case.path().join("o/b.txt.json")).unwrap();
    fs::remove_file(case.path().join("in/c.md")).unwrap();
    let outcome = case.run(&RESUME);
    assert_eq!((outcome.status, outcome.summary().lines().next()), (0, Some("2 converted (1 by an earlier run)")));
    let entries = manifest(&case, "m.jsonl");
    assert_eq!(entries.iter().map(|entry| &entry["status"]).collect::<Vec<_>>(), ["converted", "converted"]);
}

#[test]
fn a_manifest_overwrites_nothing_but_a_manifest() {
    let case = archive();
    let outcome = case.run(&["convert", "in", "--manifest", "in/b.txt"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    let reason = "in/b.txt: something stands there already that is no manifest; name another file with --manifest";
    assert_eq!(outcome.stderr, format!("error: --manifest in/b.txt: {reason}\n"));
    assert_eq!(fs::read_to_string(case.path().join("in/b.txt")).unwrap(), LETTER);
    for path in ["in", "gone/m.jsonl", "in/b.txt/m.jsonl"] {
        assert_eq!(case.run(&["convert", "in", "--manifest", path]).status, 2, "{path}");
    }
    // A manifest with a mistake is none to go on from.
    case.run(&CONVERT).clean();
    let text = fs::read_to_string(case.path().join("m.jsonl")).unwrap();
    case.write("m.jsonl", text.replacen("\"path\"", "\"paht\"", 1));
    let outcome = case.run(&RESUME);
    assert_eq!((outcome.status, outcome.stderr.contains("m.jsonl: an entry cannot be read")), (2, true));
    assert!(outcome.stderr.contains("run without --resume to begin anew: line 1: "), "{}", outcome.stderr);
    // Going on needs something to go on from, and somewhere to go.
    for args in [&["--resume"][..], &["--resume", "--out", "o"], &["--resume", "--manifest", "n"]] {
        assert_eq!(case.run(&[&["convert", "in"], args].concat()).status, 2, "{args:?}");
    }
}
