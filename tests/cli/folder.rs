//! `bantin convert --out`: one whole file for each input, and only below the folder.

use std::fs;

use crate::{Case, LETTER, REVIEW, bulletins, schema};

#[test]
fn folders_are_mirrored_below_a_single_folder() {
    let case = Case::with(&["in/a.txt", "in/2030/b.md", "in/2030/c.csv", "in/2031/01/a.txt"]);
    case.write("in/2031/02.txt", REVIEW);
    let expected = ["2030/b.md.json", "2031/01/a.txt.json", "2031/02.txt.json", "a.txt.json"];
    for (args, out) in [(["in"], "o1"), (["./in/"], "o2"), ([case.path().join("in").to_str().unwrap()], "o/3")] {
        assert_eq!(case.run(&[&["convert", "--out", out], &args[..]].concat()).clean(), b"");
        assert_eq!(case.files(out), expected);
    }
    for name in expected {
        let value = case.json(&format!("o1/{name}"));
        assert_eq!(value["file"]["path"], format!("in/{}", name.strip_suffix(".json").unwrap()));
        schema::assert_valid("bulletin", &[value]);
    }
}

#[test]
fn a_file_holds_the_indented_object() {
    let case = Case::new();
    case.write("a.txt", REVIEW);
    case.run(&["convert", "a.txt", "--line-roles", "--out", "o"]).clean();
    let text = fs::read_to_string(case.path().join("o/a.txt.json")).unwrap();
    assert!(text.starts_with("{\n  \"schema\": \"bantin/1\",\n  \"generator\": {\n"), "{text}");
    assert!(text.ends_with("\n}\n"));
    let expected = bulletins(&case.run(&["convert", "a.txt", "--line-roles"]).clean());
    assert_eq!([case.json("o/a.txt.json")], expected.as_slice());
}

#[test]
fn a_single_file_stands_at_the_top() {
    let case = Case::with(&["in/2030/a.txt"]);
    for path in ["in/2030/a.txt", case.path().join("in/2030/a.txt").to_str().unwrap()] {
        fs::remove_dir_all(case.path().join("o")).ok();
        case.run(&["convert", path, "--out", "o"]).clean();
        assert_eq!(case.files("o"), ["a.txt.json"]);
    }
    case.run_with(&["convert", "--out", "p"], LETTER.as_bytes()).clean();
    assert_eq!(case.files("p"), ["stdin.json"]);
}

#[test]
fn several_paths_keep_their_folders() {
    let case = Case::with(&["in/2030/a.txt", "in/2031/a.txt", "in/b.txt"]);
    case.write("list", "in/b.txt\n");
    case.run(&["convert", "in/2030", "./in/2031/a.txt", "in/b.txt", "--out", "o"]).clean();
    assert_eq!(case.files("o"), ["in/2030/a.txt.json", "in/2031/a.txt.json", "in/b.txt.json"]);
    case.run(&["convert", "--files-from", "list", "--out", "p"]).clean();
    assert_eq!(case.files("p"), ["in/b.txt.json"]);
}

#[test]
fn output_never_leaves_the_folder() {
    let case = Case::with(&["a.txt", "x/b.txt"]);
    let absolute = case.path().join("a.txt");
    let absolute = absolute.to_str().unwrap();
    case.run(&["convert", "x/../x/../a.txt", "x/b.txt", absolute, "--out", "x/o/p"]).clean();
    let below = absolute.trim_start_matches('/');
    let mut expected = vec!["x/x/a.txt.json".to_owned(), "x/b.txt.json".to_owned(), format!("{below}.json")];
    expected.sort();
    assert_eq!(case.files("x/o/p"), expected);
    assert_eq!(case.files("x"), {
        let mut all: Vec<String> = expected.iter().map(|name| format!("o/p/{name}")).collect();
        all.push("b.txt".to_owned());
        all.sort();
        all
    });
}

#[test]
fn the_second_of_two_equal_names_is_an_error() {
    let case = Case::with(&["a.txt", "x/b.txt"]);
    case.write("x/y/a.txt", REVIEW);
    let cases: [(&[&str], &str); 2] =
        [(&["a.txt", "./a.txt"], "./a.txt"), (&["a.txt", "x/../a.txt", "a.txt"], "a.txt")];
    for (inputs, second) in cases {
        fs::remove_dir_all(case.path().join("o")).ok();
        let outcome = case.run(&[&["convert", "-q", "--out", "o"], inputs].concat());
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (1, &b""[..]));
        let reason = "another input has the same output name, o/a.txt.json: rename one of the two";
        assert_eq!(outcome.stderr, format!("error: {second}: {reason}, or convert them into different folders\n"));
        assert_eq!(case.json("o/a.txt.json")["file"]["path"], "a.txt");
    }
}

#[test]
fn nothing_but_own_output_is_overwritten() {
    let case = Case::with(&["a", "a.json"]);
    for _ in 0..2 {
        let outcome = case.run(&["convert", "a", "a.json", "--out", ".", "-q"]);
        assert_eq!(outcome.status, 1);
        assert_eq!(
            outcome.stderr,
            "error: a: cannot write ./a.json: something stands there already that bantin did not write\n"
        );
        assert_eq!(case.files("."), ["a", "a.json", "a.json.json"]);
        assert_eq!(fs::read_to_string(case.path().join("a.json")).unwrap(), LETTER);
    }
    // The second run wrote over the output of the first.
    assert_eq!(case.json("a.json.json")["file"]["path"], "a.json");
}

#[test]
fn a_run_does_not_read_what_it_writes() {
    let case = Case::with(&["a.txt", "o/b.txt"]);
    for _ in 0..2 {
        assert_eq!(case.run(&["convert", ".", "--ext", "txt,json", "--out", "o"]).clean(), b"");
        assert_eq!(case.files("."), ["a.txt", "o/a.txt.json", "o/b.txt"]);
    }
}

#[test]
fn failures_leave_nothing_behind() {
    let case = Case::with(&["in/a.txt", "in/b.txt"]);
    // A folder stands where the file would go, and a file where a folder would.
    fs::create_dir_all(case.path().join("o/a.txt.json")).unwrap();
    let outcome = case.run(&["convert", "in", "gone", "--out", "o", "-q"]);
    assert_eq!(outcome.status, 1);
    assert_eq!(case.files("o"), ["in/a.txt.json", "in/b.txt.json"]);
    let outcome = case.run(&["convert", "in", "--out", "o", "-q"]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.starts_with("error: in/a.txt: cannot write o/a.txt.json: "), "{}", outcome.stderr);
    assert_eq!(case.files("o"), ["b.txt.json", "in/a.txt.json", "in/b.txt.json"]);
    let outcome = case.run(&["convert", "in/a.txt", "gone", "--out", "o/b.txt.json", "-q"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert!(outcome.stderr.starts_with("error: o/b.txt.json: "), "{}", outcome.stderr);
}

#[test]
fn nothing_converted_is_a_failure() {
    let case = Case::new();
    let outcome = case.run(&["convert", "gone", "--out", "o", "-q"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
}
