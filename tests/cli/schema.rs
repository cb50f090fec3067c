//! `bantin schema`, and the copies in `docs`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::Case;

/// The schema that the program prints.
fn printed(name: &str) -> Vec<u8> {
    Case::new().run(&["schema", name]).clean()
}

/// Checks that each value is valid.
#[track_caller]
pub(crate) fn assert_valid(name: &str, values: &[Value]) {
    let schema: Value = serde_json::from_slice(&printed(name)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for value in values {
        let errors: Vec<String> =
            validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}\n{value:#}");
    }
}

#[test]
fn bulletin_is_the_default() {
    assert_eq!(Case::new().run(&["schema"]).clean(), printed("bulletin"));
}

#[test]
fn schemas_are_schemas() {
    for (name, field) in
        [("bulletin", "sections"), ("article-row", "text"), ("diagnostic", "path"), ("manifest", "sha256")]
    {
        let schema: Value = serde_json::from_slice(&printed(name)).unwrap();
        jsonschema::meta::validate(&schema).unwrap();
        assert_eq!(schema["$id"], format!("urn:bantin:1:{name}"));
        assert!(schema["required"].as_array().unwrap().contains(&field.into()));
    }
}

#[test]
fn copies_in_docs_are_current() {
    let copies =
        [("bulletin", "bulletin"), ("article-row", "article-row"), ("diagnostic", "finding"), ("manifest", "manifest")];
    for (name, copy) in copies {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{copy}.schema.json"));
        let printed = String::from_utf8(printed(name)).unwrap();
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let copy = fs::read_to_string(&path).unwrap_or_default();
        assert!(copy == printed, "{} is not current: run the tests with BLESS=1", path.display());
    }
}

#[test]
fn an_unknown_name_is_wrong_use() {
    let outcome = Case::new().run(&["schema", "nonsense"]);
    assert_eq!((outcome.status, outcome.stdout.as_slice()), (2, &b""[..]));
    assert!(outcome.stderr.contains("bulletin, article-row, diagnostic, manifest"), "{}", outcome.stderr);
}
