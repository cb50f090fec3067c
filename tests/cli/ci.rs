//! The examples of `docs/ci.md`, run as they stand.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{Case, REVIEW};

/// The code blocks of a language in `docs/ci.md`.
fn blocks(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ci.md");
    let page = std::fs::read_to_string(path).unwrap();
    let fence = format!("\n```{language}\n");
    page.split(&fence).skip(1).map(|part| part.split_once("\n```").unwrap().0.to_owned()).collect()
}

/// A folder with a bulletin, and with one that has errors if `broken`.
fn case(broken: bool) -> Case {
    let case = Case::new();
    case.write("bulletins/a.txt", REVIEW);
    if broken {
        case.write("bulletins/b b.txt", "Xã đã mở chợ mới ở     Đường liên xã dài ba\n".repeat(9));
    }
    // What other rules may find in these texts is not what is tested.
    case.write("bantin.toml", "[check.severity]\nall = \"allow\"\ncolumns-interleaved = \"error\"\n");
    case
}

/// Runs a script with the program on the PATH; the status, and what it wrote.
fn sh(case: &Case, script: &str) -> (i32, String) {
    let folder = Path::new(env!("CARGO_BIN_EXE_bantin")).parent().unwrap().to_path_buf();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([folder].into_iter().chain(std::env::split_paths(&path))).unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", script]).current_dir(case.path()).env("PATH", path).stdin(Stdio::null());
    let output = command.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_configuration_is_one() {
    let [table] = blocks("toml").try_into().unwrap();
    let case = Case::new();
    case.write("bulletins/a.txt", REVIEW);
    case.write("bantin.toml", table);
    assert_eq!(sh(&case, "bantin check --quiet bulletins >/dev/null; test $? -ne 2").0, 0);
}

#[test]
fn the_steps_of_the_workflow_run() {
    let workflow = &blocks("yaml")[0];
    let steps: Vec<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("run: "))
        .filter(|run| run.starts_with("bantin "))
        .collect();
    let [annotations, alerts] = steps.try_into().unwrap();
    for (broken, status) in [(false, 0), (true, 1)] {
        let case = case(broken);
        let (ended, log) = sh(&case, annotations);
        assert_eq!(ended, status);
        assert_eq!(log.contains("::error file=bulletins/b b.txt,line=1,endLine=9,title=columns-interleaved::"), broken);
        assert_eq!(sh(&case, alerts).0, 0);
        let name = workflow.lines().find_map(|line| line.trim().strip_prefix("sarif_file: ")).unwrap();
        let results = case.json(name)["runs"][0]["results"].clone();
        assert_eq!(results.as_array().map(Vec::len), Some(usize::from(broken)));
    }
    // A check that could not run fails the step.
    assert_eq!(sh(&Case::new(), alerts).0, 1);
}

#[test]
fn the_hook_of_pre_commit_runs() {
    let config = &blocks("yaml")[1];
    let entry = config.lines().find_map(|line| line.trim().strip_prefix("entry: ")).unwrap();
    assert_eq!(sh(&case(false), &format!("{entry} bulletins/a.txt")).0, 0);
    assert_eq!(sh(&case(true), &format!("{entry} bulletins/a.txt 'bulletins/b b.txt'")).0, 1);
}

#[test]
fn the_git_hook_runs() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("git is not there: the hook is not tried");
        return;
    }
    let hook = &blocks("sh")[0];
    assert!(hook.starts_with("#!/bin/sh\n"));
    for (broken, status) in [(false, 0), (true, 1)] {
        let case = case(broken);
        case.write("hook", hook);
        assert_eq!(sh(&case, "git init --quiet && sh hook").0, 0, "nothing is staged");
        assert_eq!(sh(&case, "git add bulletins && sh hook").0, status);
    }
}

#[test]
fn the_findings_can_be_counted() {
    let script = &blocks("sh")[1];
    let (status, counts) = sh(&case(true), script);
    assert_eq!((status, counts.trim()), (0, "1 columns-interleaved"));
    let jsonl = sh(&case(true), "bantin check --format jsonl bulletins").1;
    let finding: Value = serde_json::from_str(jsonl.trim()).unwrap();
    assert_eq!(finding["code"], "columns-interleaved");
}
