//! Every citation of the shared corpus is read exactly, alone and behind a sentence, and no paragraph inside an article
//! is taken for one. `BANTIN_CORPUS` names the corpus; without it the test says so and passes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use bantin::citation::{Closing, Form, Strength, find_closing, looks_like_ending};
use serde_json::Value;

fn gold_files() -> Vec<PathBuf> {
    let root = std::env::var_os("BANTIN_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), PathBuf::from);
    let mut files: Vec<PathBuf> = ["dev/gold", "seeds-gold"]
        .iter()
        .filter_map(|folder| std::fs::read_dir(root.join(folder)).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".gold.json"))
        .collect();
    files.sort();
    if files.is_empty() {
        println!("skipped: no corpus at {}", root.display());
    }
    files
}

/// The articles of a gold file, with its layout and issue date.
fn articles(path: &Path) -> (Form, Option<jiff::civil::Date>, Vec<Value>) {
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let form = if gold["layout"] == "newsletter" { Form::Line } else { Form::Parenthesised };
    let issue = gold["issue"]["date"].as_str().map(|date| date.parse().unwrap());
    let articles = gold["sections"].as_array().unwrap().iter();
    (form, issue, articles.flat_map(|section| section["articles"].as_array().unwrap().clone()).collect())
}

fn fits(gold: &Value, found: Value) -> bool {
    gold.get("any").and_then(Value::as_array).map_or(*gold == found, |any| any.contains(&found))
}

fn differences(gold: &Value, issue: Option<jiff::civil::Date>, found: &Closing) -> Vec<String> {
    let source = found.source.as_ref();
    let date = found.date.as_ref().and_then(|date| date.resolve(issue)).map(|resolved| resolved.date.to_string());
    let rows = [
        ("text", &gold["raw"], Value::from(found.text.as_str())),
        ("source", &gold["source"], Value::from(source.map(|source| source.name.clone()))),
        ("domain", &gold["domain"], Value::from(source.and_then(|source| source.domain.clone()))),
        ("agency", &gold["agency"], Value::from(source.and_then(|source| source.agency.clone()))),
        ("date", &gold["date"], Value::from(date)),
        ("authors", &gold["authors"], Value::from(found.authors.clone())),
    ];
    rows.into_iter()
        .filter(|(_, gold, found)| !fits(gold, found.clone()))
        .map(|(name, gold, found)| format!("{name}: wanted {gold}, found {found}"))
        .collect()
}

#[test]
fn reads_every_citation() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for path in gold_files() {
        let (form, issue, articles) = articles(&path);
        for article in articles {
            let citation = &article["citation"];
            let Some(raw) = citation["raw"].as_str() else {
                continue;
            };
            seen += 1;
            let contexts = [
                raw.to_owned(),
                format!("Việc này xong trước mùa mưa. {raw}"),
                format!("Việc này xong trước mùa mưa. {raw}./."),
            ];
            for text in contexts {
                assert!(looks_like_ending(&text), "{text}");
                match find_closing(&text, form) {
                    None => faults.push(format!("{}: {text}: not found", path.display())),
                    Some(found) => {
                        let differ = differences(citation, issue, &found);
                        if !differ.is_empty() || found.full_stop_after {
                            faults.push(format!("{}: {text}: {}", path.display(), differ.join("; ")));
                        }
                        if found.body_end != text.find(raw).unwrap().saturating_sub(1) {
                            faults.push(format!("{}: {text}: body ends at {}", path.display(), found.body_end));
                        }
                    }
                }
            }
        }
    }
    println!("{seen} citations read");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn takes_no_paragraph_for_a_citation() {
    let mut faults = Vec::new();
    for path in gold_files() {
        let (form, _, articles) = articles(&path);
        for article in articles {
            let Some(paragraphs) = article["paragraphs"].as_array() else {
                continue;
            };
            for paragraph in paragraphs.iter().filter_map(Value::as_str) {
                for form in [form, Form::Parenthesised, Form::Line] {
                    if let Some(found) = find_closing(paragraph, form) {
                        let level = if found.strength == Strength::Strong { "strong" } else { "weak" };
                        println!("{level} {form:?} in {}: {}", path.display(), found.text);
                        if found.strength == Strength::Strong {
                            faults.push(found.text);
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
