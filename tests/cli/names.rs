//! Names that were made to deceive: line breaks, escape codes and marks of direction in the names of files and folders.
//! A message shows them escaped and stays on one line; data hold them as they are.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use crate::{Case, LETTER, REVIEW, lines, paths};

/// A name that would end the line, paint the screen red and turn the rest of the line around.
const NAME: &str = "a\nerror: b\u{1b}[31m\u{202e}\u{2028}.txt";
/// The same as messages show it.
const SHOWN: &str = "a\\nerror: b\\u{1b}[31m\\u{202e}\\u{2028}.txt";

/// Asserts that a text for people holds nothing that a terminal obeys.
#[track_caller]
fn harmless(text: &str) {
    let found = text.chars().find(|c| {
        c.is_control() && *c != '\n'
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(found, None, "{text:?}");
}

#[test]
fn messages_show_a_name_escaped_on_one_line() {
    let case = Case::new();
    for args in [&["convert", NAME][..], &["outline", NAME], &["text", NAME], &["convert", NAME, "--out", "o"]] {
        let outcome = case.run(&[args, &["-q"]].concat());
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{args:?}");
        let told = format!("error: {SHOWN}: ");
        assert!(outcome.stderr.starts_with(&told) && outcome.stderr.lines().count() == 1, "{}", outcome.stderr);
        harmless(&outcome.stderr);
    }
    // Where output is to go, and what says how to run.
    case.write("a.txt", LETTER);
    case.write(NAME, LETTER);
    let wrong: [&[&str]; 6] = [
        &["convert", "a.txt", "--out", NAME],
        &["review", "a.txt", "--out", NAME],
        &["convert", "a.txt", "--manifest", &format!("{NAME}/m.jsonl")],
        &["check", "a.txt", "--config", NAME],
        &["convert", "--files-from", &format!("gone-{NAME}")],
        &["verify", &format!("gone-{NAME}")],
    ];
    for args in wrong {
        let outcome = case.run(args);
        assert_eq!(outcome.status, 2, "{args:?}");
        let is_told = outcome.stderr.starts_with("error: ") && outcome.stderr.contains(SHOWN);
        assert!(is_told && outcome.stderr.lines().count() == 1, "{args:?}: {}", outcome.stderr);
        harmless(&outcome.stderr);
    }
}

#[test]
fn what_people_read_shows_names_and_texts_escaped() {
    let case = Case::new();
    let text = REVIEW.replace("Cầu Ví Dụ", "Cầu \u{202e}\u{1b}[2JVí\u{2066} Dụ").replace("12/02", "31/02");
    case.write(&format!("in/{NAME}"), &text);
    case.write("in/b.txt", LETTER);
    for args in [&["outline", "in"][..], &["check", "in"], &["check", "in", "--format", "github"]] {
        let outcome = case.run(args);
        let (stdout, shown) =
            (String::from_utf8(outcome.stdout).unwrap(), SHOWN.replace("\\n", "%0A").replace(':', "%3A"));
        assert!(stdout.contains(SHOWN) || stdout.contains(&shown), "{args:?}: {stdout}");
        harmless(&stdout);
        harmless(&outcome.stderr);
    }
    case.run(&["review", "in", "--out", "pages"]).clean();
    for page in case.files("pages") {
        harmless(&fs::read_to_string(case.path().join("pages").join(page)).unwrap().replace('\t', " "));
    }
    // The summary of a run names the file to look at first.
    let outcome = case.run(&["convert", "in", "--out", "o"]);
    harmless(&outcome.stderr);
    assert_eq!(outcome.status, 0);
}

#[test]
fn data_hold_a_name_as_it_is() {
    let case = Case::new();
    case.write(&format!("in/{NAME}"), LETTER);
    let name = format!("in/{NAME}");
    assert_eq!(paths(&case.run(&["convert", "in"]).clean()), [name.as_str()]);
    case.run(&["convert", "in", "--out", "o", "--manifest", "m.jsonl"]).clean();
    assert_eq!(case.files("o"), [format!("{NAME}.json")]);
    let entries = lines(&fs::read(case.path().join("m.jsonl")).unwrap());
    assert_eq!(entries.iter().filter(|entry| entry["path"] == name.as_str()).count(), 1, "{entries:?}");
    let rows = case.run(&["convert", "in", "--out", "o", "--manifest", "m.jsonl", "--resume"]);
    assert_eq!(rows.status, 0, "{}", rows.stderr);
    assert_eq!(case.run(&["verify", "m.jsonl"]).status, 0);
    fs::remove_file(case.path().join(&name)).unwrap();
    let outcome = case.run(&["verify", "m.jsonl"]);
    assert_eq!(outcome.status, 1);
    let told = String::from_utf8(outcome.stdout).unwrap() + &outcome.stderr;
    assert!(told.contains(SHOWN), "{told}");
    harmless(&told);
}

/// Permission bits stop everybody but the superuser; a link to itself stops everybody.
#[test]
fn a_folder_that_cannot_be_read_is_told_and_the_run_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::with(&["d/a.txt", "d/locked/b.txt", "d/z.txt"]);
    let locked = case.path().join("d/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let outcome = case.run(&["convert", "d"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    if outcome.status == 0 {
        println!("skipped: the superuser reads the folder nevertheless");
    } else {
        assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["d/a.txt".into(), "d/z.txt".into()]));
        assert!(outcome.stderr.starts_with("error: d/locked: "), "{}", outcome.stderr);
    }
    symlink("itself", case.path().join("d/itself")).unwrap();
    let outcome = case.run(&["convert", "d/itself", "d/a.txt", "-q"]);
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["d/a.txt".into()]));
    assert!(outcome.stderr.starts_with("error: d/itself: "), "{}", outcome.stderr);
    // Two folders that lead into each other.
    for (target, link) in [("../two", "one/down"), ("../one", "two/down")] {
        fs::create_dir_all(case.path().join(&link[..3])).unwrap();
        symlink(target, case.path().join(link)).unwrap();
    }
    case.write("one/a.txt", LETTER);
    let outcome = case.run(&["convert", "one", "two", "--follow", "-q"]);
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
}
