//! `bantin text`, and `--encoding` on the other commands.

use crate::{Case, paths};

/// Two lines in TCVN3, as single bytes.
const TCVN3: &[u8] = b"C\xb6I C\xb8CH H\xb5NH CH\xddNH\r\nchi\xd2u  nay x\xb7 \xae\xb7 h\xe4p\t\r\n";
/// What they say.
const READ: &str = "CẢI CÁCH HÀNH CHÍNH\r\nchiều  nay xã đã họp\t\r\n";

#[test]
fn a_text_is_printed_as_it_is_read() {
    let case = Case::new();
    case.write("a.txt", TCVN3);
    // In NFD, behind a byte-order mark, without a line end.
    case.write("b.txt", "\u{feff}ho\u{323}p chơ\u{323}");
    case.write("c.txt", "");
    let outcome = case.run(&["text", "a.txt", "b.txt", "c.txt", "b.txt"]);
    assert_eq!(outcome.clean(), format!("{READ}họp chợ\nhọp chợ").as_bytes());
    assert_eq!(case.run_with(&["text"], TCVN3).clean(), READ.as_bytes());
    assert_eq!(case.run_with(&["text", "-"], TCVN3).clean(), READ.as_bytes());
}

#[test]
fn inputs_that_fail_are_told_and_the_others_printed() {
    let case = Case::new();
    case.write("a.txt", TCVN3);
    let outcome = case.run(&["text", "a.txt", "missing.txt"]);
    assert_eq!((outcome.status, &outcome.stdout[..]), (1, READ.as_bytes()));
    assert!(outcome.stderr.starts_with("error: missing.txt: "), "{}", outcome.stderr);
    assert!(outcome.stderr.ends_with("1 printed, 1 failed\n"), "{}", outcome.stderr);
    let outcome = case.run(&["text", "missing.txt"]);
    assert_eq!((outcome.status, &outcome.stdout[..]), (2, &b""[..]));
}

#[test]
fn an_encoding_can_be_forced() {
    let case = Case::new();
    case.write("viqr.txt", "Ho.p cho+. o+? Be^'n DDo`\\.\n");
    case.write("short.txt", b"C\xb6I C\xb8CH\n");
    let text = |name, encoding| {
        let outcome = case.run(&["text", name, "--encoding", encoding]);
        String::from_utf8(outcome.clean().to_vec()).unwrap()
    };
    assert_eq!(text("viqr.txt", "viqr"), "Họp chợ ở Bến Đò.\n");
    assert_eq!(text("viqr.txt", "utf-8"), "Ho.p cho+. o+? Be^'n DDo`\\.\n");
    // Two words are too few to be sure.
    assert_eq!(text("short.txt", "tcvn3"), "CẢI CÁCH\n");
    let outcome = case.run(&["text", "short.txt"]);
    assert_eq!((outcome.status, &outcome.stdout[..]), (0, "C\u{fffd}I C\u{fffd}CH\n".as_bytes()));
    assert_eq!(
        outcome.stderr,
        "warning: short.txt: 2 ill-formed byte sequences replaced by U+FFFD; \
         name the encoding of the file with --encoding if it was not found\n"
    );
    // And nothing but a name does.
    let outcome = case.run(&["text", "short.txt", "--encoding", "latin1"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("[possible values: utf-8, utf-16le,"), "{}", outcome.stderr);
}

#[test]
fn every_command_over_bulletins_takes_an_encoding() {
    let case = Case::new();
    case.write("a.txt", b"C\xb6I C\xb8CH\n");
    let converted = case.run(&["convert", "a.txt", "--encoding", "tcvn3"]).clean();
    assert_eq!(paths(&converted), ["a.txt"]);
    let json = String::from_utf8(converted).unwrap();
    assert!(json.contains(r#""encoding":"tcvn3""#) && json.contains("CẢI CÁCH"), "{json}");
    let outcome = case.run(&["check", "a.txt", "--encoding", "tcvn3", "--format", "jsonl"]);
    assert!(String::from_utf8(outcome.stdout).unwrap().contains("the text is in TCVN3 (ABC)"));
    let outcome = case.run(&["outline", "a.txt", "--encoding", "tcvn3"]);
    assert_eq!(outcome.stderr, "");
}
