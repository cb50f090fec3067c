//! `bantin check` and `bantin explain`.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::{Case, LETTER, Outcome, REVIEW, lines, schema};

/// Two columns side by side: an error.
const COLUMNS: &str = "Xã đã mở chợ mới ở     Đường liên xã dài ba\n";
/// A byte that means nothing in UTF-8.
const BROKEN: &[u8] = b"Th\xff x\xc3\xa3 M\xe1\xbb\x99t\n";

/// A case with a clean file, one with an error, and one whose findings change their levels in the tests.
fn case() -> Case {
    let case = Case::new();
    case.write("clean.txt", review("Xã Mẫu Nhất", "tối thứ ba"));
    case.write("columns.txt", COLUMNS.repeat(9));
    case.write("broken.txt", BROKEN);
    case
}

/// A press review of other articles than [`REVIEW`] has.
fn review(place: &str, when: &str) -> String {
    REVIEW.replace("Xã Mẫu Nhất", place).replace("tối thứ ba", when)
}

/// Only these rules, so that a test does not depend on what other rules find in its texts.
const ONLY: [&str; 4] = ["--allow", "all", "--error", "columns-interleaved,replacement-character"];

/// Runs a check of only a few rules.
fn check(case: &Case, args: &[&str]) -> Outcome {
    case.run(&[&["check"], &ONLY[..], args].concat())
}

/// Standard output as text.
fn text(outcome: &Outcome) -> String {
    String::from_utf8(outcome.stdout.clone()).unwrap()
}

/// Path, code and level of findings in JSON Lines.
fn found(outcome: &Outcome) -> Vec<(String, String, String)> {
    let field = |value: &Value, name: &str| value[name].as_str().unwrap().to_owned();
    let lines = lines(&outcome.stdout);
    lines.iter().map(|line| (field(line, "path"), field(line, "code"), field(line, "severity"))).collect()
}

#[test]
fn the_status_says_what_was_found() {
    let case = case();
    case.write("none/a.csv", "");
    let cases: [(&[&str], i32, &str); 8] = [
        (&["clean.txt"], 0, "1 file, nothing found\n"),
        (&["clean.txt", "columns.txt"], 1, "1 error in 1 of 2 files\n"),
        (&["columns.txt", "broken.txt", "--quiet"], 1, ""),
        (&["columns.txt", "--warn", "replacement-character"], 2, "error: `replacement-character` is given two levels"),
        (&["clean.txt", "gone.txt", "-q"], 2, "error: gone.txt: "),
        (&["none", "-q"], 2, "error: none: no input found in this folder"),
        (&["clean.txt", "--fail-on", "nonsense"], 2, "error: invalid value 'nonsense'"),
        (&["clean.txt", "--max-age-days", "0"], 2, "error: invalid value '0'"),
    ];
    for (args, status, stderr) in cases {
        let outcome = check(&case, args);
        assert_eq!(outcome.status, status, "{args:?} {}", outcome.stderr);
        let whole = status < 2;
        assert!(
            if whole { outcome.stderr == stderr } else { outcome.stderr.starts_with(stderr) },
            "{}",
            outcome.stderr
        );
    }
    // What could be read is told all the same.
    let outcome = check(&case, &["gone.txt", "columns.txt", "--format", "jsonl"]);
    assert_eq!((outcome.status, found(&outcome).len()), (2, 1));
    assert!(outcome.stderr.ends_with("\n1 error in 1 of 1 file; 1 input could not be read\n"), "{}", outcome.stderr);
    assert_eq!(
        check(&case, &["gone.txt"]).stderr.lines().last(),
        Some("nothing was checked; 1 input could not be read")
    );
}

#[test]
fn the_failing_level_can_be_chosen() {
    let case = case();
    for (level, fails_on) in [("--error", "error"), ("--warn", "warning"), ("--note", "note")] {
        for (at, fail_on) in ["error", "warning", "note"].into_iter().enumerate() {
            let args = ["check", "broken.txt", "--allow", "all", level, "replacement-character", "--fail-on", fail_on];
            let severity = ["error", "warning", "note"].iter().position(|name| *name == fails_on).unwrap();
            assert_eq!(case.run(&args).status, i32::from(severity <= at), "{args:?}");
        }
    }
    assert_eq!(case.run(&["check", "broken.txt", "--allow", "all", "--fail-on", "note"]).status, 0);
}

#[test]
fn findings_for_people() {
    let case = case();
    let outcome = check(&case, &["broken.txt", "columns.txt"]);
    let stdout = text(&outcome);
    let (first, second) = stdout.split_once("\n\n").unwrap();
    let lines: Vec<&str> = first.lines().collect();
    assert!(lines[0].starts_with("error[replacement-character]: "), "{stdout}");
    assert_eq!(lines[1..5], [" --> broken.txt:1:3", "  |", "1 | Th\u{fffd} xã Một", "  |   ^"]);
    assert!(lines[6].starts_with("  = help: "), "{stdout}");
    assert!(second.starts_with("error[columns-interleaved]: "), "{stdout}");
    assert!(second.contains("\n --> columns.txt:1\n"), "{stdout}");
    assert_eq!(outcome.stderr, "2 errors in 2 of 2 files\n");
    // Standard input, without a warning of what a rule says or is to keep quiet of.
    let outcome = case.run_with(&["check", "--allow", "all"], BROKEN);
    assert_eq!(
        (outcome.status, text(&outcome), outcome.stderr.as_str()),
        (0, String::new(), "1 file, nothing found\n")
    );
}

#[test]
fn colours_only_when_told_and_never_in_data() {
    let case = case();
    let escapes = |args: &[&str]| check(&case, args).stdout.contains(&0x1b);
    assert!(!escapes(&["broken.txt"]));
    assert!(escapes(&["broken.txt", "--color", "always"]));
    for format in ["jsonl", "github", "sarif"] {
        assert!(!escapes(&["broken.txt", "--color", "always", "--format", format]), "{format}");
    }
}

#[test]
fn one_finding_on_each_line() {
    let case = case();
    let outcome = check(&case, &["broken.txt", "columns.txt", "--format", "jsonl"]);
    let lines = lines(&outcome.stdout);
    schema::assert_valid("diagnostic", &lines);
    assert_eq!(lines.len(), 2);
    let fields: Vec<&String> = lines[0].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["path", "code", "severity", "message", "help", "lines", "column", "end_column"]);
    let place = ["path", "code", "severity", "lines", "column", "end_column"].map(|name| lines[0][name].clone());
    let expected =
        [json!("broken.txt"), json!("replacement-character"), json!("error"), json!([1, 1]), json!(3), json!(4)];
    assert_eq!(place, expected);
    assert_eq!((&lines[1]["lines"], &lines[1]["column"]), (&json!([1, 9]), &Value::Null));
}

#[test]
fn annotations_of_github() {
    let case = case();
    case.write("số, 7.txt", BROKEN.repeat(12));
    let path = case.path().join("số, 7.txt");
    let stdout = text(&check(&case, &[path.to_str().unwrap(), "--format", "github"]));
    let lines: Vec<&str> = stdout.lines().collect();
    assert!(
        lines[0]
            .starts_with("::error file=số%2C 7.txt,line=1,endLine=1,col=3,endColumn=4,title=replacement-character::"),
        "{stdout}"
    );
    assert_eq!(lines[9], "::error title=bantin::3 more errors stand in the log below");
    assert_eq!((lines[10], lines[14], lines.len()), ("::group::Findings beyond the annotations", "::endgroup::", 15));
    assert!(lines[11].starts_with("error: ") && lines[11].contains("/số, 7.txt:10:3: replacement-character: "));
}

/// The schema of SARIF 2.1.0 as published, which a crate of its types brings along.
fn sarif_schema() -> Value {
    let cargo = |args: &[&str]| {
        let output = Command::new(env!("CARGO")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    // Without the host, cargo would ask for crates of other systems, which a build does not download.
    let version = String::from_utf8(cargo(&["-vV"])).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let metadata = cargo(&["metadata", "--format-version", "1", "--offline", "--filter-platform", host]);
    let metadata: Value = serde_json::from_slice(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap());
    let mut schema: Value =
        serde_json::from_slice(&fs::read(manifest.with_file_name("src").join("schema.json")).unwrap()).unwrap();
    // Its pattern for languages has a bare bracket, which strict readers take for a mistake; a log of bantin names none.
    for of in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{of}/properties/language")).unwrap();
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    schema
}

#[test]
fn sarif_is_valid() {
    let case = case();
    case.write("số 7:%.txt", [COLUMNS.repeat(9).as_bytes(), BROKEN, BROKEN].concat());
    case.write("clean2.txt", REVIEW);
    let schema = jsonschema::validator_for(&sarif_schema()).unwrap();
    let run = |args: &[&str]| {
        let outcome = case.run(&[&["check", "--format", "sarif"], args].concat());
        let log: Value = serde_json::from_slice(&outcome.stdout).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        serde_json::from_value::<serde_sarif::sarif::Sarif>(log.clone()).unwrap();
        log
    };
    let log = run(&[&["."], &ONLY[..]].concat());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 5);
    for result in results {
        assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"], result["ruleId"]);
    }
    let last = &results[4];
    let place = &last["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "s%E1%BB%91%207%3A%25.txt");
    assert_eq!(place["region"], json!({"startLine": 11, "startColumn": 3, "endLine": 11, "endColumn": 4}));
    let print = |result: &Value| result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap().to_owned();
    assert_eq!(print(last), print(&results[3]).replace(":1", ":2"));
    // A finding keeps its fingerprint when its line moves.
    case.write("broken.txt", [b"\n\n", BROKEN].concat());
    let moved = run(&[&["broken.txt"], &ONLY[..]].concat());
    assert_eq!(print(&moved["runs"][0]["results"][0]), print(&results[0]));
    // Nothing found, and nothing read.
    assert_eq!(run(&["clean.txt", "--allow", "all"])["runs"][0]["results"], json!([]));
    assert_eq!(run(&["gone.txt", "-q"])["runs"][0]["results"], json!([]));
}

#[test]
fn levels_come_from_the_nearest_file_and_the_command_line_beats_it() {
    let case = Case::new();
    for name in ["a.txt", "in/b.txt", "in/deep/c.txt", "other/d.txt"] {
        case.write(name, BROKEN);
    }
    let table = |rules: &str| format!("[check.severity]\nall = \"allow\"\n{rules}");
    case.write("bantin.toml", table("replacement-character = \"note\"\n"));
    case.write("in/bantin.toml", table("replacement-character = \"warning\"\n"));
    // A folder of that name is no configuration.
    fs::create_dir_all(case.path().join("other/bantin.toml")).unwrap();
    case.write("mine.toml", table("replacement-character = \"error\"\n"));
    let levels = |args: &[&str]| {
        let outcome = case.run(&[&["check", "--format", "jsonl"], args].concat());
        assert!(outcome.status < 2, "{}", outcome.stderr);
        let found = found(&outcome);
        assert!(found.iter().all(|(_, code, _)| code == "replacement-character"), "{found:?}");
        found.into_iter().map(|(path, _, level)| format!("{path} {level}")).collect::<Vec<_>>()
    };
    let all = ["a.txt", "in", "other"];
    assert_eq!(levels(&all), ["a.txt note", "in/b.txt warning", "in/deep/c.txt warning", "other/d.txt note"]);
    assert_eq!(levels(&["in/../a.txt"]), ["in/../a.txt note"]);
    assert_eq!(levels(&["a.txt", "in/b.txt", "--config", "mine.toml"]), ["a.txt error", "in/b.txt error"]);
    let with = |more: &[&'static str]| [&["a.txt", "in/b.txt"], more].concat();
    assert_eq!(levels(&with(&["--error", "replacement-character"])), ["a.txt error", "in/b.txt error"]);
    assert!(levels(&with(&["--allow", "all"])).is_empty());
    // On the command line, too, a rule that is named beats `all`.
    assert_eq!(levels(&with(&["--allow", "all", "--note", "replacement-character"])), ["a.txt note", "in/b.txt note"]);
    let outcome = case.run(&["check", "a.txt", "--no-config", "--format", "jsonl", "--note", "not-a-bulletin"]);
    assert!(found(&outcome).iter().any(|(_, code, level)| code == "not-a-bulletin" && level == "note"));
}

#[test]
fn each_file_fails_on_its_own_level() {
    let case = Case::new();
    let table = |level: &str| {
        format!(
            "[check]\nfail-on = \"{level}\"\n[check.severity]\nall = \"allow\"\nreplacement-character = \"warning\"\n"
        )
    };
    case.write("strict/a.txt", BROKEN);
    case.write("strict/bantin.toml", table("warning"));
    case.write("mild/a.txt", BROKEN);
    case.write("mild/bantin.toml", table("error"));
    let status = |args: &[&str]| case.run(&[&["check"], args].concat()).status;
    assert_eq!((status(&["strict"]), status(&["mild"]), status(&["mild", "strict"])), (1, 0, 1));
    assert_eq!((status(&["strict", "--fail-on", "error"]), status(&["mild", "--fail-on", "note"])), (0, 1));
}

#[test]
fn a_mistake_in_a_configuration_names_file_and_line() {
    let case = Case::with(&["a.txt", "in/a.txt"]);
    case.write("in/bantin.toml", "[check]\nfail-on = \"never\"\n");
    let outcome = case.run(&["check", "a.txt", "in"]);
    assert_eq!(outcome.status, 2);
    let path = fs::canonicalize(case.path()).unwrap().join("in/bantin.toml");
    let expected = "unknown variant `never`, expected one of `note`, `warning`, `error`";
    assert_eq!(outcome.stderr, format!("error: {}:2: {expected}\n", path.display()));
    let outcome = case.run(&["check", "a.txt", "--config", "in/bantin.toml"]);
    assert_eq!((outcome.status, outcome.stderr), (2, format!("error: in/bantin.toml:2: {expected}\n")));
    assert_eq!(case.run(&["check", "in", "--no-config"]).status, case.run(&["check", "a.txt"]).status);
    let outcome = case.run(&["check", "a.txt", "--config", "gone.toml"]);
    assert!(outcome.status == 2 && outcome.stderr.starts_with("error: gone.toml: "), "{}", outcome.stderr);
    assert_eq!(case.run(&["check", "a.txt", "--config", "b", "--no-config"]).status, 2);
}

#[test]
fn articles_that_stand_in_a_run_twice() {
    let case = Case::new();
    case.write("1.txt", REVIEW);
    case.write("2.txt", review("Xã Mẫu Hai", "chiều thứ bảy"));
    case.write("3.txt", REVIEW.replace('\n', "\r\n"));
    let args = ["check", ".", "--allow", "all", "--warn", "duplicate-article", "--format", "jsonl"];
    let outcome = case.run(&args);
    let told: Vec<(String, Value, String)> = lines(&outcome.stdout)
        .iter()
        .map(|line| {
            assert_eq!((&line["code"], &line["severity"]), (&json!("duplicate-article"), &json!("warning")));
            let text = |name: &str| line[name].as_str().unwrap().to_owned();
            (text("path"), line["lines"].clone(), text("message"))
        })
        .collect();
    let again = |line: u32| format!("this article stands already in ./1.txt, line {line}");
    assert_eq!(
        told,
        [
            ("./2.txt".to_owned(), json!([20, 20]), again(20)),
            ("./2.txt".to_owned(), json!([26, 26]), again(26)),
            ("./3.txt".to_owned(), json!([1, 28]), "every article of this file stands already in ./1.txt".to_owned()),
        ]
    );
    // The rule is one of the run: a bulletin of its own knows nothing of it, and the order of the inputs decides.
    let outcome = case.run(&["check", "3.txt", "1.txt", "--allow", "all", "--warn", "duplicate-article"]);
    let stdout = text(&outcome);
    assert!(stdout.starts_with("warning[duplicate-article]: every article of this file stands already in 3.txt\n"));
    assert_eq!(outcome.stderr, "1 warning in 1 of 2 files\n");
    // One file by two paths.
    let outcome = case.run(&["check", "1.txt", "./1.txt", "--allow", "all", "--error", "duplicate-article", "-q"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, ""));
}

#[test]
fn a_run_says_the_same_every_time() {
    let case = case();
    case.write("again.txt", review("Xã Mẫu Nhất", "tối thứ ba"));
    for format in ["text", "jsonl", "github", "sarif"] {
        let run = || case.run(&["check", ".", "--format", format]).stdout;
        assert_eq!(run(), run(), "{format}");
    }
}

#[test]
fn a_rule_explained() {
    let case = Case::new();
    let explained = String::from_utf8(case.run(&["explain", "weekday-mismatch"]).clean()).unwrap();
    let begin = "weekday-mismatch (error)\nThe weekday in the masthead is not that of the issue date.\n";
    assert!(explained.starts_with(begin), "{explained}");
    assert!(!explained.contains("```"), "{explained}");
    let coloured = case.run(&["explain", "weekday-mismatch", "--color", "always"]).clean();
    assert_eq!(anstream_free(&coloured), explained);

    let list = String::from_utf8(case.run(&["explain"]).clean()).unwrap();
    let listed: Vec<&str> = list.lines().filter_map(|line| line.split(' ').next()).collect();
    let codes: Vec<&str> = bantin::model::Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(listed, codes);

    let outcome = case.run(&["explain", "weekday-missmatch"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert!(outcome.stderr.contains("a similar value exists: 'weekday-mismatch'"), "{}", outcome.stderr);
}

/// Text without the codes of colours.
fn anstream_free(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(text.contains('\u{1b}'));
    text.split('\u{1b}')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('m').unwrap().1 })
        .collect()
}

#[test]
fn the_help_of_check_has_a_table_of_its_own() {
    let help = String::from_utf8(Case::new().run(&["check", "--help"]).clean()).unwrap();
    for line in ["  0  clean", "  1  findings", "  2  could not run"] {
        assert!(help.contains(line), "{help}");
    }
    let bare = Case::with(&["a.txt"]);
    assert_eq!(bare.run_with(&["check", "-", "-q", "--allow", "all"], LETTER.as_bytes()).status, 0);
}
