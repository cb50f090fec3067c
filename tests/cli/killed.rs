//! A run that is killed at any moment leaves only whole files, and another one goes on from there.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{Case, LETTER, REVIEW, lines};

/// The run.
const RUN: [&str; 10] = ["convert", "in", "--out", "o", "--manifest", "m.jsonl", "--resume", "--jobs", "3", "-q"];

/// An archive that takes long enough to be interrupted.
fn archive() -> Case {
    let case = Case::new();
    for number in 0..120 {
        let text = REVIEW.replace("Cầu Ví Dụ", &format!("Cầu số {number}"));
        let text = if number % 5 == 0 { LETTER.repeat(number) } else { text };
        case.write(&format!("in/{}/{number:03}.txt", number % 7), text);
    }
    case
}

/// What a run left: its files with their bytes, and its manifest without the times.
fn left(case: &Case) -> (Vec<(String, Vec<u8>)>, Vec<Value>) {
    let files = case.files("o").into_iter().map(|name| {
        let bytes = fs::read(case.path().join("o").join(&name)).unwrap();
        (name, bytes)
    });
    let mut entries = lines(&fs::read(case.path().join("m.jsonl")).unwrap());
    for entry in &mut entries {
        entry.as_object_mut().unwrap().remove("duration_us").unwrap();
    }
    (files.collect(), entries)
}

#[test]
fn a_killed_run_goes_on_to_the_same_end() {
    let undisturbed = archive();
    let begun = Instant::now();
    undisturbed.run(&RUN).clean();
    let mut length = begun.elapsed();
    let expected = left(&undisturbed);
    assert_eq!((expected.0.len(), expected.1.len()), (120, 120));

    let case = archive();
    let (mut killed, mut whole, mut attempts) = (0, 0, 0);
    // Moments within the length of a run, from a linear congruential generator with a fixed seed.
    let mut seed: u32 = 7;
    while killed < 8 {
        attempts += 1;
        assert!(attempts < 80, "only {killed} runs could be killed");
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let moment = length.mul_f64(f64::from(seed >> 16) / f64::from(1 << 16));
        let mut child = case.command(&RUN).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(moment.max(Duration::from_millis(2)));
        child.kill().unwrap();
        if child.wait().unwrap().code().is_some() {
            // It had come to its end. The next one begins anew.
            length = length.min(moment);
            fs::remove_dir_all(case.path().join("o")).unwrap();
            fs::remove_file(case.path().join("m.jsonl")).unwrap();
            continue;
        }
        killed += 1;
        // Every file that has its name is whole.
        let names = if case.path().join("o").exists() { case.files("o") } else { Vec::new() };
        for name in names.iter().filter(|name| name.ends_with(".json")) {
            let bytes = fs::read(case.path().join("o").join(name)).unwrap();
            let expected = &expected.0.iter().find(|(other, _)| other == name).unwrap().1;
            assert!(&bytes == expected, "{name}");
            whole += 1;
        }
    }
    // What a run that is killed while it writes a file leaves.
    case.write("o/0/.bantin-1-2-abc.tmp", "{\n  \"sche");
    case.run(&RUN).clean();
    assert!(left(&case) == expected);
    println!("{killed} runs were killed, which left {whole} files");
    assert!(!case.path().join("m.jsonl.partial").exists());
    assert_eq!(case.run(&["verify", "m.jsonl", "-q"]).status, 0);
}
