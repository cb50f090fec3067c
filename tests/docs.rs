//! The documentation says what the program does: every field and value of the generated schemas is in
//! `docs/format.md`, and the README's example is what comes out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bantin::output::schema;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The pages of the documentation.
const PAGES: [&str; 12] = [
    "README.md",
    "docs/format.md",
    "docs/citations.md",
    "docs/diagnostics.md",
    "docs/ci.md",
    "docs/review.md",
    "docs/getting-text.md",
    "docs/benchmarks.md",
    "docs/reliability.md",
    "docs/architecture.md",
    "CHANGELOG.md",
    "SECURITY.md",
];

/// The sections of `docs/format.md` by the type in their heading, as in ``## Issue (`Issue`)``.
fn sections() -> BTreeMap<String, String> {
    let text = read("docs/format.md");
    let sections = text.split("\n## ").skip(1);
    sections
        .filter_map(|section| {
            let (heading, body) = section.split_once('\n')?;
            let name = heading.split_once("(`")?.1.strip_suffix("`)")?;
            Some((name.to_owned(), body.to_owned()))
        })
        .collect()
}

/// The types of a schema by name; the root has its own.
fn types(root: &str, schema: &Value) -> Vec<(String, Value)> {
    let definitions = schema["$defs"].as_object().into_iter().flatten();
    definitions.map(|(name, value)| (name.clone(), value.clone())).chain([(root.to_owned(), schema.clone())]).collect()
}

#[test]
fn every_field_is_documented() {
    let sections = sections();
    let mut missing = Vec::new();
    let roots = [
        ("Bulletin", schema::bulletin()),
        ("ArticleRow", schema::article_row()),
        ("FindingRecord", schema::diagnostic()),
        ("Entry", schema::manifest()),
    ];
    let types: Vec<(String, Value)> = roots.iter().flat_map(|(name, schema)| types(name, schema)).collect();
    for (name, schema) in &types {
        let Some(fields) = schema["properties"].as_object() else { continue };
        let section = sections.get(name).map_or("", String::as_str);
        let documented: Vec<&str> = section
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
            .map(|(name, _)| name)
            .collect();
        let fields: Vec<&str> = fields.keys().map(String::as_str).collect();
        if documented != fields {
            missing.push(format!("{name}: {fields:?}, documented {documented:?}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(types.len() > 15);
}

#[test]
fn every_value_is_documented() {
    let (text, rules) = (read("docs/format.md"), read("docs/diagnostics.md"));
    let mut values = 0;
    for (name, schema) in types("Bulletin", &schema::bulletin()) {
        for value in schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str()) {
            values += 1;
            // The codes of findings have a page of their own.
            let documented = text.contains(&format!("`{value}`")) || rules.contains(&format!("\n## {value}\n"));
            assert!(documented, "{name}: {value}");
        }
    }
    assert!(values > 60, "{values}");
}

/// The first code block of the README in a language.
fn block(language: &str) -> String {
    let readme = read("README.md");
    let (_, from) = readme.split_once(&format!("```{language}\n")).unwrap();
    from.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_of_the_readme_is_what_comes_out() {
    let bulletin = serde_json::to_value(bantin::parse(&block("text"), &bantin::Options::default())).unwrap();
    let shown: Value = serde_json::from_str(&block("json")).unwrap();
    for (field, value) in shown.as_object().unwrap() {
        assert_eq!(&bulletin[field], value, "{field}");
    }
    assert_eq!(shown.as_object().unwrap().len(), 3);
}

#[test]
fn the_readme_holds_the_table_of_exit_statuses() {
    let readme = read("README.md");
    let rows: Vec<Vec<&str>> = readme
        .lines()
        .filter_map(|line| Some(line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect()))
        .filter(|row: &Vec<&str>| row.first().is_some_and(|status| status.parse::<u8>().is_ok()))
        .collect();
    for (column, help) in [(1, bantin::exit::HELP), (2, bantin::exit::CHECK_HELP)] {
        let help: String = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for row in &rows {
            assert!(help.contains(&format!("{} {}", row[0], row[column])), "{row:?}");
        }
    }
    assert_eq!(rows.len(), 3);
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    let statuses = bantin::exit::VERIFY_HELP.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
    for sentence in statuses.split_inclusive(char::is_numeric).filter(|part| part.len() > 1) {
        let sentence = sentence.trim_end_matches(char::is_numeric).trim();
        assert!(readme.contains(sentence), "{sentence}");
    }
}

#[test]
fn links_lead_somewhere() {
    for page in PAGES {
        let text = read(page);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(page).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            if link.contains("://") || link.starts_with('#') || link.contains(' ') {
                continue;
            }
            assert!(folder.join(link.split('#').next().unwrap()).exists(), "{page}: {link}");
        }
    }
}

#[test]
fn no_heading_stands_twice_in_a_page() {
    for page in PAGES {
        let text = read(page);
        // Lines that begin with `#` inside of code are comments.
        let prose = text.split("```").step_by(2).flat_map(str::lines);
        let mut seen = BTreeMap::new();
        let mut path = Vec::new();
        for heading in prose.filter(|line| line.starts_with('#')) {
            let (marks, title) = heading.split_once(' ').unwrap();
            // Each release has its own `Added`.
            path.truncate(marks.len() - 1);
            path.push(title);
            *seen.entry(path.join(" > ")).or_insert(0) += 1;
        }
        let twice: Vec<_> = seen.into_iter().filter(|(_, times)| *times > 1).collect();
        assert!(twice.is_empty(), "{page}: {twice:?}");
    }
}

/// Each has a row in `docs/architecture.md` that says what it is for, and no other crate has one but that of the fuzz targets.
#[test]
fn every_dependency_has_one_row() {
    let text = read("docs/architecture.md");
    let table = text.split_once("\n## Dependencies").unwrap().1;
    let rows = table.lines().filter_map(|row| row.strip_prefix("| ")?.split_once(" | ")).skip(1);
    let names = rows.map(|(cell, _)| cell.split_once(" (").map_or(cell, |(names, _)| names));
    let mut documented: Vec<String> = names.flat_map(|names| names.split(", ")).map(str::to_owned).collect();
    documented.retain(|name| name != "libfuzzer-sys" && name != "---");
    documented.sort();
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    let tables = ["dependencies", "dev-dependencies"].map(|table| manifest[table].as_table().unwrap().keys());
    let mut wanted: Vec<String> = tables.into_iter().flatten().cloned().collect();
    wanted.sort();
    assert_eq!(documented, wanted);
}

/// The stages as the flow in `docs/architecture.md` orders them.
fn stages() -> Vec<String> {
    let text = read("docs/architecture.md");
    let flow = text.split("```").nth(1).unwrap();
    let rows = flow.lines().filter_map(|row| row.strip_prefix("  │  "));
    let names = rows.filter_map(|row| row.split([' ', ':']).next());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Data flows one way: no stage names a module of the crate but its own and those above it.
#[test]
fn stages_import_earlier_ones_alone() {
    let mut stages = stages();
    // The types that all share.
    stages.splice(0..0, ["model", "options"].map(str::to_owned));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut wrong, mut files) = (Vec::new(), 0);
    for (at, stage) in stages.iter().enumerate() {
        let modules = [source.join(format!("{stage}.rs")), source.join(stage)];
        let modules = modules.iter().filter(|path| path.exists()).flat_map(walkdir::WalkDir::new);
        for file in modules.map(Result::unwrap).filter(|file| file.file_type().is_file()) {
            files += 1;
            let text = fs::read_to_string(file.path()).unwrap();
            // Tests of a module may call what they like, and comments may point anywhere.
            let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            for (line, path) in code.flat_map(|line| line.split("crate::").skip(1).map(move |path| (line, path))) {
                let name = path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
                if !stages.iter().take(at + 1).any(|stage| stage == name) {
                    wrong.push(format!("{}: {}", file.path().display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(stages.len() > 20 && files > 80, "{} stages, {files} files", stages.len());
}

/// Every promise of `docs/reliability.md` names the tests behind it by file and name.
#[test]
fn the_tests_behind_the_promises_are_there() {
    let text = read("docs/reliability.md");
    let (mut file, mut promises, mut tests) = (String::new(), 0, 0);
    let table = text.split_once("\n| --- | --- | --- |\n").unwrap().1.split_once("\n\n").unwrap().0;
    for row in table.lines() {
        let cell = row.trim_end_matches(" |").rsplit_once(" | ").unwrap().1;
        assert!(cell.contains("tests"), "{row}");
        promises += 1;
        for name in cell.split('`').skip(1).step_by(2) {
            if name.starts_with("tests/") {
                assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(name).exists(), "{name}");
                name.clone_into(&mut file);
            } else if !name.starts_with("review") {
                assert!(read(&file).contains(&format!("fn {name}(")), "{file}: {name}");
                tests += 1;
            }
        }
    }
    assert!(promises >= 10 && tests >= 30, "{promises} promises, {tests} tests");
}

/// What a maintainer can run by hand is there under the name that the pages give it.
#[test]
fn the_commands_of_reliability_are_there() {
    let text = read("docs/reliability.md");
    let mut commands = 0;
    for block in text.split("```sh\n").skip(1) {
        let words: Vec<&str> = block.split_once("\n```").unwrap().0.split_whitespace().collect();
        let script = words.first().unwrap();
        if script.contains('/') {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(script).exists(), "{script}");
            commands += 1;
        }
    }
    assert_eq!(commands, 3);
}
