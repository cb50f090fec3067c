//! Fixtures: each folder of `fixtures` holds one invented text in any encoding, `input.txt` or `input.md`, and beside it
//! `expected.json`, what the contract makes of it.
//!
//! `BLESS=1 cargo test --test fixtures` writes what the program makes of each text; what it writes is to be read before
//! it is kept. A folder without a text, an expectation without a text, a text without an expectation and any other file
//! are failures.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

#[path = "support/conserve.rs"]
mod conserve;

use std::fs;
use std::path::{Path, PathBuf};

use bantin::input::{Decoded, decode};
use bantin::model::Bulletin;
use bantin::{Fixity, Options, parse};

const TEXTS: [&str; 2] = ["input.txt", "input.md"];
const EXPECTED: &str = "expected.json";

/// A folder of `fixtures`.
struct Fixture {
    /// Its name.
    name: String,
    /// Names of the files in it, sorted.
    files: Vec<String>,
}

impl Fixture {
    fn path(&self, file: &str) -> PathBuf {
        root().join(&self.name).join(file)
    }

    /// The text as the program reads it, and what it makes of it.
    fn parse(&self) -> Option<(String, Bulletin)> {
        let file = TEXTS.into_iter().find(|text| self.files.iter().any(|file| file == text))?;
        let bytes = fs::read(self.path(file)).unwrap();
        let Decoded { text, encoding, .. } = decode(&bytes, None);
        let path = format!("fixtures/{}/{file}", self.name);
        let options = Options { path, encoding, fixity: Some(Fixity::of(&bytes)), ..Options::default() };
        let bulletin = parse(&text, &options);
        Some((text.into_owned(), bulletin))
    }

    fn expected(&self) -> Option<String> {
        fs::read_to_string(self.path(EXPECTED)).ok()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn fixtures() -> Vec<Fixture> {
    let fixtures = names(&root()).into_iter();
    // The texts of `findings` are those of the test of that name.
    let fixtures = fixtures.filter(|name| name != "findings");
    fixtures.map(|name| Fixture { files: names(&root().join(&name)), name }).collect()
}

fn pretty(bulletin: &Bulletin) -> String {
    serde_json::to_string_pretty(bulletin).unwrap() + "\n"
}

/// The first line that differs, with those around it.
fn difference(expected: &str, actual: &str) -> String {
    let at = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| text.lines().skip(at.saturating_sub(3)).take(7).collect::<Vec<_>>().join("\n");
    format!("from line {}\n--- expected\n{}\n--- actual\n{}", at + 1, part(expected), part(actual))
}

#[test]
fn every_text_gives_what_is_expected() {
    let mut failures = Vec::new();
    for fixture in fixtures() {
        let Some((_, bulletin)) = fixture.parse() else { continue };
        let actual = pretty(&bulletin);
        if std::env::var_os("BLESS").is_some() {
            fs::write(fixture.path(EXPECTED), &actual).unwrap();
        }
        match fixture.expected() {
            Some(expected) if expected != actual => {
                failures.push(format!("{}: {}", fixture.name, difference(&expected, &actual)));
            }
            _ => {}
        }
    }
    assert!(failures.is_empty(), "{} fixtures differ\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn no_file_is_an_orphan() {
    let mut orphans = Vec::new();
    for fixture in fixtures() {
        let texts = fixture.files.iter().filter(|file| TEXTS.contains(&file.as_str())).count();
        if texts != 1 || fixture.files.len() != 2 || fixture.expected().is_none() {
            orphans.push(format!("{}: {:?}", fixture.name, fixture.files));
        }
    }
    assert!(orphans.is_empty(), "not one text and {EXPECTED}: {orphans:#?}");
}

#[test]
fn every_expectation_is_valid() {
    let schema = jsonschema::validator_for(&bantin::output::schema::bulletin()).unwrap();
    for fixture in fixtures() {
        let Some(expected) = fixture.expected() else { continue };
        let value = serde_json::from_str(&expected).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        let errors: Vec<String> =
            schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", fixture.name);
        // Nothing in it that the types do not know, and in their order.
        let bulletin: Bulletin = serde_json::from_value(value).unwrap();
        assert!(pretty(&bulletin) == expected, "{}: {}", fixture.name, difference(&expected, &pretty(&bulletin)));
    }
}

#[test]
fn nothing_is_lost() {
    let mut found = Vec::new();
    for fixture in fixtures() {
        let Some((text, bulletin)) = fixture.parse() else { continue };
        let expected = fixture.expected().map(|json| serde_json::from_str::<Bulletin>(&json).unwrap());
        for (whose, bulletin) in [("actual", Some(bulletin)), ("expected", expected)] {
            let violations = bulletin.map(|b| conserve::violations(&text, &b)).unwrap_or_default();
            found.extend(violations.into_iter().map(|violation| format!("{} ({whose}): {violation}", fixture.name)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
