//! Runs over many files: any number of threads, the summary, and the bar.

use serde_json::Value;

use crate::{Case, LETTER, Outcome, REVIEW};

/// A case with bulletins, letters, a file that is large beside the others, and one that cannot be read as text.
fn archive() -> Case {
    let case = Case::new();
    for number in 0..45 {
        let text = match number % 3 {
            0 => REVIEW.replace("7/2031", &format!("{number}/2031")),
            1 => LETTER.repeat(number % 9 + 1),
            _ => REVIEW.replace("Cầu Ví Dụ", &format!("Cầu số {number}")),
        };
        case.write(&format!("in/{}/{number:02}.txt", number / 15), text);
    }
    case.write("in/0/00-large.txt", LETTER.repeat(300));
    case.write("in/1/20-broken.txt", b"Th\xff x\xc3\xa3\n");
    case
}

/// What comes out of a run, whatever its length.
fn told(outcome: &Outcome) -> (i32, &[u8], &str) {
    (outcome.status, &outcome.stdout, &outcome.stderr)
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let case = archive();
    let runs: [&[&str]; 6] = [
        &["convert", "in", "gone", "in/0/03.txt"],
        &["convert", "in", "--format", "csv"],
        &["convert", "in", "--per", "article", "--format", "json"],
        &["outline", "in", "gone"],
        &["check", "in", "gone", "--format", "text"],
        &["check", "in", "--format", "sarif"],
    ];
    for args in runs {
        let run = |jobs| case.run(&[args, &["--jobs", jobs]].concat());
        let one = run("1");
        assert!(one.stdout.len() > 10_000);
        for jobs in ["2", "16"] {
            assert!(told(&one) == told(&run(jobs)), "{args:?} {jobs}");
        }
    }
}

#[test]
fn files_are_the_same_with_any_number_of_threads() {
    let case = archive();
    for jobs in ["1", "5"] {
        case.run(&["convert", "in", "--out", jobs, "-j", jobs, "-q"]).clean();
    }
    let names = case.files("1");
    assert_eq!((names.len(), &names), (47, &case.files("5")));
    for name in names {
        let read = |folder: &str| std::fs::read(case.path().join(folder).join(&name)).unwrap();
        assert_eq!(read("1"), read("5"), "{name}");
    }
}

#[test]
fn a_number_of_threads_is_a_number() {
    let case = Case::with(&["a.txt"]);
    for jobs in ["0", "-1", "many", "1025"] {
        let outcome = case.run(&["convert", "a.txt", "--jobs", jobs]);
        assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]), "{jobs}");
    }
}

#[test]
fn a_summary_follows_a_run_over_several_files() {
    let case = Case::with(&["b.txt"]);
    case.write("a.txt", REVIEW);
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/findings/missing-citation/defect.txt");
    case.write("c.txt", std::fs::read(fixture).unwrap());
    case.write(
        "d.txt",
        "\u{feff}".encode_utf16().chain(REVIEW.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    );
    let outcome = case.run(&["convert", "."]);
    let bulletins = crate::bulletins(&outcome.stdout);
    let findings: Vec<&Value> = bulletins.iter().flat_map(|b| b["diagnostics"].as_array().unwrap()).collect();
    let of = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count();
    let articles: Vec<&Value> = bulletins.iter().flat_map(|b| b["sections"].as_array().unwrap()).collect();
    let articles: Vec<&Value> = articles.iter().flat_map(|s| s["articles"].as_array().unwrap()).collect();
    let cited = articles.iter().filter(|article| article["citation"].is_object()).count();
    let lines: Vec<&str> = outcome.summary().lines().collect();
    assert_eq!(lines[..3], ["4 converted", "  layouts: press-review 3, unknown 1", "  encodings: utf-8 3, utf-16le 1"]);
    assert_eq!(lines[3], format!("  articles: {}, {cited} with a citation", articles.len()));
    for (severity, word) in [("error", "error"), ("warning", "warning"), ("note", "note")] {
        let word = format!("{} {word}", of(severity));
        assert_eq!(lines[4].contains(&word), of(severity) > 0, "{lines:?}");
    }
    assert_eq!(lines[5..7], ["Look at these first:", "  ./b.txt: no bulletin, 2 unrecognised lines"]);
    assert!(lines[7].starts_with("  ./c.txt: ") && lines[7].contains("1 missing citation"), "{lines:?}");
    assert_eq!(lines.len(), 8);

    let worst = |number: &str| case.run(&["convert", ".", "--worst", number]).summary().lines().count();
    assert_eq!((worst("0"), worst("1"), worst("9")), (5, 7, 8));
    // Failures are counted; a single file says it all itself; and nobody who wants quiet is told.
    let outcome = case.run(&["convert", ".", "gone"]);
    assert_eq!(outcome.summary().lines().next(), Some("4 converted, 1 failed"));
    assert_eq!(case.run(&["convert", "a.txt"]).stderr, "");
    assert_eq!(case.run(&["convert", ".", "--quiet"]).stderr, "");
    assert_eq!(case.run(&["outline", "."]).stderr, "");
}

#[test]
fn a_bar_is_shown_only_when_told_and_gone_in_the_end() {
    let case = archive();
    // No terminal, no bar.
    assert!(!case.run(&["convert", "in", "--out", "o"]).stderr.contains('\u{1b}'));
    let outcome = case.run(&["convert", "in", "gone", "--out", "o", "--progress", "always"]);
    assert_eq!(outcome.status, 1);
    // Messages and summary stand on lines of their own, with the bar cleared away before them.
    let lines: Vec<&str> = outcome.stderr.lines().map(after_bar).collect();
    assert!(lines.iter().any(|line| line.starts_with("error: gone: ")), "{lines:?}");
    assert!(lines.contains(&"47 converted, 1 failed"), "{lines:?}");
    assert!(!case.run(&["convert", "in", "--out", "o", "--progress", "never"]).stderr.contains('\u{1b}'));
    let outcome = case.run(&["check", "in", "--progress", "always", "-q"]);
    assert!(outcome.stderr.contains('\u{1b}') && outcome.stderr.lines().all(|line| after_bar(line).is_empty()));
}

/// What stands on a line behind the last code for the terminal, which cleared the bar.
fn after_bar(line: &str) -> &str {
    let Some((_, rest)) = line.rsplit_once('\u{1b}') else { return line };
    rest.split_once(|c: char| c.is_ascii_alphabetic()).map_or(rest, |(_, rest)| rest)
}
