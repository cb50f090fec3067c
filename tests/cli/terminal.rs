//! What people see: outline, colours, help, and pipes that close.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::{Case, LETTER, REVIEW, bulletins};

#[test]
fn an_outline_for_each_input() {
    let case = Case::with(&["a.txt", "b.txt"]);
    let stdout = String::from_utf8(case.run(&["outline", "a.txt", "b.txt"]).clean()).unwrap();
    let outline = |path: &str| {
        let finding = "└─ error[not-a-bulletin] lines 1-3: this text is no bulletin of a known layout";
        format!("{path} (unknown)\nno articles\n1 error\n{finding}\n")
    };
    assert_eq!(stdout, outline("a.txt") + "\n" + &outline("b.txt"));
    let outcome = case.run(&["outline", "a.txt", "gone.txt", "-q"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (1, outline("a.txt").as_bytes()));
    assert_eq!(case.run(&["outline", "gone.txt"]).status, 2);
    let outcome = case.run_with(&["outline"], LETTER.as_bytes());
    assert_eq!(outcome.clean(), outline("-").as_bytes());
}

#[test]
fn the_outline_of_a_press_review() {
    let case = Case::new();
    case.write("a.txt", REVIEW);
    let stdout = String::from_utf8(case.run(&["outline", "a.txt"]).clean()).unwrap();
    assert_eq!(
        stdout,
        "\
a.txt (press-review)
ĐIỂM BÁO HUYỆN THỬ · issue 7/2031 · 2031-02-14
contents: 3 of 3 entries have an article
├─ I. TIN TRONG HUYỆN · lines 12-22
│  ├─ 1. Xã Mẫu Nhất mở lớp \"điện thoại cho người già\"
│  │  Vidu.vn · 2031-02-13 · Lê Thử; Trần Mẫu · lines 14-18
│  └─ 2. Cầu Ví Dụ thông xe sau Tết
│     Baothu.vn · 2031-02-12 · Phạm Ví · lines 20-22
└─ II. TIN NGOÀI HUYỆN · lines 24-28
   └─ 3. Tỉnh bạn thử xe buýt, tàu thủy chung vé
      Baomau.vn · 2031-02-11 · lines 26-28
"
    );
}

#[test]
fn a_pipe_gets_colours_only_when_told() {
    let case = Case::with(&["a.txt"]);
    let escapes = |args: &[&str], variable: Option<(&str, &str)>| {
        let output = case.command(args).envs(variable).stdin(Stdio::null()).output().unwrap();
        (output.stdout.contains(&0x1b), output.stderr.contains(&0x1b))
    };
    let args = |color: &'static [&'static str]| [&["outline", "a.txt", "gone.txt"], color].concat();
    let cases = [
        (args(&[]), None, (false, false)),
        (args(&["--color", "auto"]), None, (false, false)),
        (args(&["--color", "always"]), None, (true, true)),
        (args(&["--color", "always"]), Some(("NO_COLOR", "1")), (true, true)),
        (args(&["--color", "never"]), Some(("CLICOLOR_FORCE", "1")), (false, false)),
    ];
    for (args, variable, expected) in cases {
        assert_eq!(escapes(&args, variable), expected, "{args:?} {variable:?}");
    }
    // Data are never coloured.
    assert_eq!(escapes(&["convert", "a.txt", "--color", "always"], None), (false, false));
    assert_eq!(escapes(&["schema", "--color", "always"], None), (false, false));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let case = Case::new();
    // Far more than a pipe holds.
    for number in 0..200 {
        case.write(&format!("in/{number:03}.txt"), LETTER.repeat(50));
    }
    for format in ["jsonl", "json", "csv"] {
        // Rows need articles, so for CSV the header goes into a pipe that is closed from the beginning.
        let mut command = case.command(&["convert", "in", "--format", format, "-q"]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        if format != "csv" {
            stdout.read_line(&mut first).unwrap();
        }
        drop(stdout);
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""), "{format}");
        match format {
            "jsonl" => assert_eq!(bulletins(first.as_bytes())[0]["file"]["path"], "in/000.txt"),
            "json" => assert_eq!(first, "[\n"),
            _ => assert_eq!(first, ""),
        }
    }
}

/// A device that takes no byte stands for a full disk.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_no_bytes_is_a_failure() {
    let case = Case::with(&["a.txt"]);
    for args in [&["convert", "a.txt"][..], &["outline", "a.txt"], &["check", "a.txt"], &["explain"], &["schema"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = case.command(args).stdin(Stdio::null()).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.starts_with("error: cannot write to standard output: No space left"), "{stderr}");
    }
}

#[test]
fn version_and_help_are_data() {
    let case = Case::new();
    assert_eq!(case.run(&["--version"]).clean(), format!("bantin {}\n", env!("CARGO_PKG_VERSION")).into_bytes());
    for args in [&["--help"][..], &["-h"], &["convert", "--help"], &["outline", "--help"]] {
        let help = String::from_utf8(case.run(args).clean()).unwrap();
        for line in ["Exit status:", "  0  every input", "  1  some inputs", "  2  wrong use"] {
            assert!(help.contains(line), "{args:?} {line}");
        }
    }
}

#[test]
fn no_command_is_wrong_use() {
    for args in [&[][..], &["nonsense"], &["--quiet"]] {
        let outcome = Case::new().run(args);
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{args:?}");
        assert!(outcome.stderr.contains("Usage: bantin"), "{}", outcome.stderr);
    }
}
