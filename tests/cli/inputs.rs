//! From paths to inputs: files, folders, lists, standard input, and what cannot be read.

use std::fs;

use crate::{Case, LETTER, paths};

/// Makes a symbolic link at `link` in the case's directory that says `target`.
#[cfg(unix)]
fn link(case: &Case, target: &str, link: &str) {
    std::os::unix::fs::symlink(target, case.path().join(link)).unwrap();
}

#[test]
fn a_file_is_read_whatever_its_extension() {
    let case = Case::with(&["a.txt", "b.html", "c"]);
    assert_eq!(paths(&case.run(&["convert", "c", "b.html", "a.txt"]).clean()), ["c", "b.html", "a.txt"]);
}

#[test]
fn folders_are_searched_in_the_order_of_bytes() {
    let case = Case::with(&[
        "d/B.txt",
        "d/a.txt",
        "d/a/x.txt",
        "d/a/Z.MD",
        "d/a-b.txt",
        "d/ă.txt",
        "d/a.csv",
        "d/e/f/g.md",
        "d/.h/i.txt",
    ]);
    let expected = ["d/.h/i.txt", "d/B.txt", "d/a-b.txt", "d/a.txt", "d/a/Z.MD", "d/a/x.txt", "d/e/f/g.md", "d/ă.txt"];
    assert!(expected.is_sorted());
    assert_eq!(paths(&case.run(&["convert", "d"]).clean()), expected);
    // Arguments keep their order, and a path is written as it was walked.
    let outcome = case.run(&["convert", "./d/e/", "d/a"]);
    assert_eq!(paths(&outcome.clean()), ["./d/e/f/g.md", "d/a/Z.MD", "d/a/x.txt"]);
}

#[test]
fn a_folder_can_have_the_name_of_a_file() {
    let case = Case::with(&["d/a.txt/b.txt", "d/c.txt"]);
    assert_eq!(paths(&case.run(&["convert", "d"]).clean()), ["d/a.txt/b.txt", "d/c.txt"]);
}

#[test]
fn extensions_can_be_chosen() {
    let case = Case::with(&["a.txt", "b.md", "c.HTML", "d.ocr.txt"]);
    let cases: [(&[&str], &[&str]); 4] = [
        (&["--ext", "html"], &["./c.HTML"]),
        (&["--ext", ".html,md"], &["./b.md", "./c.HTML"]),
        (&["--ext", "html", "--ext", "md"], &["./b.md", "./c.HTML"]),
        (&["--ext", "ocr.txt"], &["./d.ocr.txt"]),
    ];
    for (args, expected) in cases {
        assert_eq!(paths(&case.run(&[&["convert", "."], args].concat()).clean()), expected, "{args:?}");
    }
}

#[test]
fn globs_leave_files_and_folders_out() {
    let case = Case::with(&["d/a.txt", "d/draft.txt", "d/old/b.txt", "d/old/old/c.txt", "d/new/draft.txt"]);
    let cases: [(&[&str], &[&str]); 4] = [
        (&["--exclude", "draft.*"], &["d/a.txt", "d/old/b.txt", "d/old/old/c.txt"]),
        (&["--exclude", "old"], &["d/a.txt", "d/draft.txt", "d/new/draft.txt"]),
        (&["--exclude", "old/*.txt", "--exclude", "new/"], &["d/a.txt", "d/draft.txt", "d/old/old/c.txt"]),
        (&["--exclude", "old/**"], &["d/a.txt", "d/draft.txt", "d/new/draft.txt"]),
    ];
    for (args, expected) in cases {
        assert_eq!(paths(&case.run(&[&["convert", "d"], args].concat()).clean()), expected, "{args:?}");
    }
    // A file that is named is read all the same.
    assert_eq!(paths(&case.run(&["convert", "d/draft.txt", "--exclude", "*"]).clean()), ["d/draft.txt"]);
}

#[test]
fn no_input_is_a_failure() {
    let case = Case::with(&["d/a.csv", "full/a.txt", "full/b.md"]);
    fs::create_dir(case.path().join("empty")).unwrap();
    case.write("list", "\n\n");
    let none = "no input found in this folder (looked for .txt, .md)";
    let cases: [(&[&str], String); 6] = [
        (&["empty"], format!("error: empty: {none}\n0 converted, 1 failed\n")),
        (&["d"], format!("error: d: {none}\n0 converted, 1 failed\n")),
        (&["empty", "d", "--quiet"], format!("error: empty: {none}\nerror: d: {none}\n")),
        (&["full", "--exclude", "*.txt", "--exclude", "*.md", "-q"], format!("error: full: {none}\n")),
        (&["--files-from", "list", "-q"], "error: list: the list names no path\n".to_owned()),
        (
            &["full", "--ext", "html", "-q"],
            "error: full: no input found in this folder (looked for .html)\n".to_owned(),
        ),
    ];
    for (args, stderr) in cases {
        let outcome = case.run(&[&["convert"], args].concat());
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{args:?}");
        assert_eq!(outcome.stderr, stderr);
    }
    let outcome = case.run(&["convert", "empty", "full"]);
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["full/a.txt".into(), "full/b.md".into()]));
}

#[test]
fn a_missing_path_is_reported_and_the_run_goes_on() {
    let case = Case::with(&["a.txt", "b.txt"]);
    let outcome = case.run(&["convert", "a.txt", "gone.txt", "b.txt", "gone"]);
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["a.txt".into(), "b.txt".into()]));
    let errors: Vec<&str> = outcome.stderr.lines().collect();
    assert!(errors[0].starts_with("error: gone.txt: "), "{errors:?}");
    assert!(errors[1].starts_with("error: gone: "), "{errors:?}");
    assert_eq!(errors[2], "2 converted, 2 failed");

    let outcome = case.run(&["convert", "gone.txt", "gone", "--quiet"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert_eq!(outcome.stderr.lines().count(), 2);
}

/// A file that the system refuses to read, for the superuser too.
#[cfg(target_os = "linux")]
#[test]
fn an_unreadable_file_is_reported_and_the_run_goes_on() {
    let case = Case::with(&["a.txt", "b.txt"]);
    let outcome = case.run(&["convert", "a.txt", "/proc/self/mem", "b.txt", "--format", "json", "-q"]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.starts_with("error: /proc/self/mem: Input/output error"), "{}", outcome.stderr);
    let array: Vec<serde_json::Value> = serde_json::from_slice(&outcome.stdout).unwrap();
    assert_eq!(array.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::with(&["d/a.txt", "d/b.txt"]);
    let path = case.path().join("d/a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let outcome = case.run(&["convert", "d"]);
    // The superuser reads it nevertheless.
    let expected = if fs::read(&path).is_ok() { (0, 2) } else { (1, 1) };
    assert_eq!((outcome.status, paths(&outcome.stdout).len()), expected);
}

#[cfg(unix)]
#[test]
fn links_are_followed_only_when_asked_for() {
    let case = Case::with(&["d/a.txt", "elsewhere/b.txt", "elsewhere/c.csv"]);
    link(&case, "../elsewhere", "d/e");
    link(&case, "../elsewhere/b.txt", "d/link.txt");
    link(&case, "../elsewhere/c.csv", "d/other.csv");
    assert_eq!(paths(&case.run(&["convert", "d"]).clean()), ["d/a.txt"]);
    assert_eq!(paths(&case.run(&["convert", "d", "--follow"]).clean()), ["d/a.txt", "d/e/b.txt", "d/link.txt"]);
    // A link that is named was asked for.
    assert_eq!(paths(&case.run(&["convert", "d/link.txt", "d/e"]).clean()), ["d/link.txt", "d/e/b.txt"]);
}

#[cfg(unix)]
#[test]
fn a_link_loop_is_left_with_a_warning() {
    let case = Case::with(&["d/a.txt", "d/sub/b.txt"]);
    link(&case, "..", "d/sub/up");
    let outcome = case.run(&["convert", "d", "--follow"]);
    assert_eq!(outcome.messages(), "warning: d/sub/up: the link leads back to d\n");
    assert_eq!((outcome.status, paths(&outcome.stdout)), (0, vec!["d/a.txt".into(), "d/sub/b.txt".into()]));
    assert_eq!(case.run(&["convert", "d"]).clean(), outcome.stdout);
    // A loop and nothing else is no input.
    let outcome = case.run(&["convert", "d", "--follow", "--exclude", "*.txt"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("error: d: no input found"), "{}", outcome.stderr);
}

#[cfg(unix)]
#[test]
fn a_dangling_link_is_a_failure_when_links_are_followed() {
    let case = Case::with(&["d/a.txt"]);
    link(&case, "gone.txt", "d/b.txt");
    assert_eq!(paths(&case.run(&["convert", "d"]).clean()), ["d/a.txt"]);
    for (args, status) in [(&["convert", "d", "--follow", "-q"][..], 1), (&["convert", "d/b.txt", "-q"], 2)] {
        let outcome = case.run(args);
        assert_eq!(outcome.status, status);
        assert!(outcome.stderr.starts_with("error: d/b.txt: "), "{}", outcome.stderr);
    }
    assert_eq!(paths(&case.run(&["convert", "d", "--follow", "--exclude", "b.txt"]).clean()), ["d/a.txt"]);
}

/// Opening a pipe would wait for somebody who writes to it.
#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_reported_not_read() {
    let case = Case::with(&["d/a.txt"]);
    let made = std::process::Command::new("mkfifo").arg(case.path().join("d/b.txt")).status().unwrap();
    assert!(made.success());
    let outcome = case.run(&["convert", "d", "-q"]);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (1, "error: d/b.txt: not a regular file\n"));
    assert_eq!(paths(&outcome.stdout), ["d/a.txt"]);
}

#[test]
fn standard_input_is_an_input() {
    let case = Case::with(&["a.txt"]);
    for args in [&["convert"][..], &["convert", "-"]] {
        let outcome = case.run_with(args, LETTER.as_bytes());
        assert_eq!(paths(&outcome.clean()), ["-"]);
    }
    let outcome = case.run_with(&["convert", "a.txt", "-"], LETTER.as_bytes());
    assert_eq!(paths(&outcome.clean()), ["a.txt", "-"]);
    // It cannot be read twice.
    let outcome = case.run_with(&["convert", "-", "-", "-q"], LETTER.as_bytes());
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["-".into()]));
    assert_eq!(outcome.stderr, "error: -: standard input can be read only once\n");
}

#[test]
fn an_empty_text_is_a_text() {
    let case = Case::with(&["a.txt"]);
    case.write("a.txt", "");
    assert_eq!(paths(&case.run(&["convert"]).clean()), ["-"]);
    assert_eq!(paths(&case.run(&["convert", "a.txt"]).clean()), ["a.txt"]);
}

#[test]
fn paths_are_read_from_a_list() {
    let case = Case::with(&["a.txt", "b c.html", "d/e.txt", "f\ng.txt"]);
    case.write("list", "b c.html\r\n\nd\n");
    case.write("nul", "f\ng.txt\0a.txt\0");
    assert_eq!(paths(&case.run(&["convert", "--files-from", "list"]).clean()), ["b c.html", "d/e.txt"]);
    // Paths that are typed come first.
    let outcome = case.run(&["convert", "a.txt", "--files-from", "list"]);
    assert_eq!(paths(&outcome.clean()), ["a.txt", "b c.html", "d/e.txt"]);
    assert_eq!(paths(&case.run(&["convert", "--files-from", "nul", "--null"]).clean()), ["f\ng.txt", "a.txt"]);
    let outcome = case.run_with(&["convert", "--files-from", "-"], b"a.txt\ngone.txt\n");
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["a.txt".into()]));
    let outcome = case.run_with(&["convert", "--files-from", "-", "--null"], b"a.txt\0d/e.txt");
    assert_eq!(paths(&outcome.clean()), ["a.txt", "d/e.txt"]);
    // A list on standard input leaves nothing of it for `-`.
    let outcome = case.run_with(&["convert", "-", "--files-from", "-", "-q"], b"a.txt\n");
    assert_eq!((outcome.status, paths(&outcome.stdout)), (1, vec!["a.txt".into()]));
}

#[test]
fn a_list_that_cannot_be_opened_ends_the_run() {
    let case = Case::with(&["a.txt"]);
    let outcome = case.run(&["convert", "a.txt", "--files-from", "gone"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert!(outcome.stderr.starts_with("error: gone: "), "{}", outcome.stderr);
}
