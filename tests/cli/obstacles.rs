//! What can be in the way of output: no room, no permission, names that meet. Each is told with a remedy, and costs nothing
//! that was there.
//!
//! The superuser may write anywhere, so the cases use places where the system itself lets nobody write.

use std::fs;
use std::process::{Command, Stdio};

use crate::{Case, LETTER, Outcome, REVIEW};

/// Runs a command line of the shell with the program as `$BANTIN`.
#[cfg(unix)]
fn shell(case: &Case, line: &str) -> Outcome {
    let mut command = Command::new("sh");
    command.args(["-c", line]).env("BANTIN", env!("CARGO_BIN_EXE_bantin")).current_dir(case.path());
    let output = command.stdin(Stdio::null()).output().unwrap();
    Outcome {
        status: output.status.code().unwrap(),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A limit on the size of files stands for a disk that fills up in the middle of one.
#[cfg(unix)]
#[test]
fn a_file_that_does_not_fit_is_told_and_leaves_nothing() {
    let case = Case::with(&["in/a.txt", "in/c.txt"]);
    case.write("in/b.txt", LETTER.repeat(900));
    // Blocks of 512 or 1024 bytes, as the shell has it; without a handler the signal would end the program.
    let limited = "trap '' XFSZ; ulimit -f 40; \"$BANTIN\" convert in --out o";
    let outcome = shell(&case, limited);
    assert_eq!(outcome.status, 1, "{}", outcome.stderr);
    let told = "error: in/b.txt: cannot write o/b.txt.json: \
                the file is larger than the system allows; raise the limit and run again: ";
    assert!(outcome.stderr.starts_with(told), "{}", outcome.stderr);
    assert_eq!(case.files("o"), ["a.txt.json", "c.txt.json"]);
    // What an earlier run wrote stays.
    case.run(&["convert", "in", "--out", "o"]).clean();
    let before = fs::read(case.path().join("o/b.txt.json")).unwrap();
    assert_eq!(shell(&case, limited).status, 1);
    assert_eq!(fs::read(case.path().join("o/b.txt.json")).unwrap(), before);
}

/// A file system of a few pages, where the system lets the test have one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_the_run_and_another_one_goes_on() {
    let case = Case::new();
    for number in 0..40 {
        case.write(&format!("in/{number:02}.txt"), LETTER.repeat(40));
    }
    let mount = "mkdir o && mount -t tmpfs -o size=64k tmpfs o";
    let run = "\"$BANTIN\" convert in --out o --manifest m.jsonl --jobs 2";
    let line = format!("{mount} || exit 99; {run}; s=$?; ls -A o; umount o; exit $s");
    let outcome = shell(&case, &format!("unshare -m sh -c '{}'", line.replace('\'', "'\\''")));
    if outcome.status == 99 || outcome.stderr.contains("unshare") {
        println!("skipped: this system gives the test no file system of its own");
        return;
    }
    assert_eq!(outcome.status, 2, "{}", outcome.stderr);
    let told = outcome.stderr.lines().last().unwrap();
    assert!(told.starts_with("error: in/") && told.contains(": no room is left; make some and run again: "), "{told}");
    let left = String::from_utf8(outcome.stdout).unwrap();
    assert!(left.lines().count() > 1 && left.lines().all(|name| name.ends_with(".txt.json")), "{left}");
    assert!(case.path().join("m.jsonl.partial").exists() && !case.path().join("m.jsonl").exists());
    let resumed = case.run(&["convert", "in", "--out", "o", "--manifest", "m.jsonl", "--resume"]);
    assert_eq!((resumed.status, case.files("o").len()), (0, 40));
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told_at_once() {
    let case = Case::with(&["a.txt", "file"]);
    let mut folders = vec!["file", "file/below"];
    if cfg!(target_os = "linux") {
        folders.extend(["/proc", "/proc/bantin"]);
    }
    for folder in folders {
        let outcome = case.run(&["convert", "a.txt", "--out", folder]);
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{folder}");
        let told = format!("error: {folder}: choose another folder with --out: ");
        assert!(outcome.stderr.starts_with(&told) && outcome.stderr.lines().count() == 1, "{}", outcome.stderr);
    }
    assert_eq!(case.files("."), ["a.txt", "file"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::with(&["in/2030/a.txt", "in/b.txt"]);
    let locked = case.path().join("o/2030");
    fs::create_dir_all(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    let outcome = case.run(&["convert", "in", "--out", "o"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    if outcome.status == 0 {
        println!("the superuser may write there nevertheless");
        return;
    }
    assert_eq!(outcome.status, 1);
    let told = "error: in/2030/a.txt: cannot write o/2030/a.txt.json: \
                nothing may be written there; choose another folder with --out: ";
    assert!(outcome.stderr.starts_with(told), "{}", outcome.stderr);
    assert_eq!(case.files("o"), ["b.txt.json"]);
}

#[test]
fn names_that_only_some_systems_tell_apart_are_not_written_over() {
    let case = Case::new();
    // As one system composes the letter and as another takes it apart.
    for (name, text) in [("in/Số 7.txt", LETTER), ("in/So\u{302}\u{301} 7.txt", REVIEW), ("in/SỐ 7.TXT", REVIEW)] {
        case.write(name, text);
    }
    if case.files("in").len() < 3 {
        println!("skipped: this file system cannot tell the names apart");
        return;
    }
    let outcome = case.run(&["convert", "in", "--out", "o", "-q"]);
    assert_eq!(outcome.status, 1);
    let remedy = "differs from that of another input only in case or Unicode form: rename one of the two";
    assert_eq!(outcome.stderr.matches(remedy).count(), 2, "{}", outcome.stderr);
    // The first in the order of bytes has its file, and the others are named.
    assert_eq!(case.files("o").len(), 1);
    assert_eq!(outcome.stderr.matches("error: in/").count(), 2);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_is_told_with_its_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let case = Case::with(&["in/a.txt"]);
    if fs::write(case.path().join("in").join(OsStr::from_bytes(b"s\xf4 7.txt")), LETTER).is_err() {
        println!("skipped: this file system holds no such name");
        return;
    }
    for args in [&["--out", "o"][..], &["--manifest", "m.jsonl"]] {
        let outcome = case.run(&[&["convert", "in", "-q"], args].concat());
        assert_eq!(outcome.status, 1);
        assert!(
            outcome.stderr.starts_with("error: in/s\u{fffd} 7.txt: the path is no Unicode (`in/s\\xf4 7.txt`), so ")
        );
        assert!(outcome.stderr.ends_with(": rename it\n"), "{}", outcome.stderr);
    }
    assert_eq!(case.files("o"), ["a.txt.json"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_leads_nowhere_else() {
    let case = Case::with(&["in/sub/a.txt", "in/b.txt", "elsewhere/keep"]);
    fs::create_dir(case.path().join("o")).unwrap();
    for (target, link) in [("../elsewhere", "o/sub"), ("../elsewhere/b.json", "o/b.txt.json")] {
        std::os::unix::fs::symlink(target, case.path().join(link)).unwrap();
    }
    let outcome = case.run(&["convert", "in", "--out", "o"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("o/sub/a.txt.json: a link leads out of the output folder\n"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("o/b.txt.json: something stands there already that bantin did not write\n"));
    assert_eq!(case.files("elsewhere"), ["keep"]);
    // The folder itself may be a link.
    fs::create_dir(case.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", case.path().join("link")).unwrap();
    case.run(&["convert", "in", "--out", "link"]).clean();
    assert_eq!(case.files("real"), ["b.txt.json", "sub/a.txt.json"]);
}

/// A device that takes no byte.
#[cfg(target_os = "linux")]
#[test]
fn a_manifest_that_takes_no_bytes_ends_the_run() {
    let case = Case::with(&["in/a.txt", "in/b.txt"]);
    std::os::unix::fs::symlink("/dev/full", case.path().join("m.jsonl.partial")).unwrap();
    let outcome = case.run(&["convert", "in", "--out", "o", "--manifest", "m.jsonl"]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome.stderr.starts_with("error: --manifest m.jsonl: m.jsonl.partial: this is no file"),
        "{}",
        outcome.stderr
    );
    // The line of a manifest does not fit.
    fs::remove_file(case.path().join("m.jsonl.partial")).unwrap();
    let line = "trap '' XFSZ; ulimit -f 2; \"$BANTIN\" convert in in in in in in --manifest m.jsonl > /dev/null";
    let outcome = shell(&case, line);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("error: cannot write m.jsonl.partial: "), "{}", outcome.stderr);
    assert!(!case.path().join("m.jsonl").exists());
}
