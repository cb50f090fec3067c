//! The JSON Schemas of the output, generated from the types that are written.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::findings::FindingRecord;
use super::flat::ArticleRow;
use super::manifest::{Entry, MANIFEST};
use crate::model::{Bulletin, SCHEMA};

/// The schema of a bulletin.
pub fn bulletin() -> Value {
    let mut schema = described::<Bulletin>("bulletin", "A bulletin, as bantin writes it");
    // The type is a string; the contract knows a single value.
    if let Some(version) = schema.pointer_mut("/properties/schema").and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), json!(SCHEMA));
    }
    schema
}

/// The schema of a flat row.
pub fn article_row() -> Value {
    described::<ArticleRow>("article-row", "An article as a flat row, as bantin writes it")
}

/// The schema of a finding with its path.
pub fn diagnostic() -> Value {
    described::<FindingRecord>("diagnostic", "A finding, as bantin check writes it")
}

/// The schema of a line of a manifest.
pub fn manifest() -> Value {
    let mut schema = described::<Entry>("manifest", "A line of a manifest, as bantin convert writes it");
    if let Some(version) = schema.pointer_mut("/properties/schema").and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), json!(MANIFEST));
    }
    schema
}

/// The schema of what serialising a `T` gives, with a name of its own.
fn described<T: JsonSchema>(name: &str, title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = json!({
        "$schema": settings.meta_schema,
        "$id": format!("urn:{}:{name}", SCHEMA.replace('/', ":")),
        "title": title,
    });
    let generated = settings.into_generator().into_root_schema_for::<T>().to_value();
    if let (Value::Object(schema), Value::Object(generated)) = (&mut schema, generated) {
        for (keyword, value) in generated {
            // What was said above stays, so that a reader comes upon it first.
            schema.entry(keyword).or_insert(value);
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{flat, sample};

    #[test]
    fn what_is_written_is_valid() {
        let bulletin_schema = jsonschema::validator_for(&bulletin()).unwrap();
        let row_schema = jsonschema::validator_for(&article_row()).unwrap();
        let sample = sample::bulletin();
        bulletin_schema.validate(&serde_json::to_value(&sample).unwrap()).unwrap();
        for row in flat::rows(&sample) {
            row_schema.validate(&serde_json::to_value(&row).unwrap()).unwrap();
        }
    }

    #[test]
    fn what_misses_a_field_is_not_valid() {
        let schema = jsonschema::validator_for(&bulletin()).unwrap();
        for field in ["schema", "id", "title", "sections"] {
            let mut value = serde_json::to_value(sample::bulletin()).unwrap();
            assert!(value.as_object_mut().unwrap().remove(field).is_some());
            assert!(!schema.is_valid(&value), "{field}");
        }
        let mut value = serde_json::to_value(sample::bulletin()).unwrap();
        value["schema"] = json!("bantin/2");
        assert!(!schema.is_valid(&value));
    }
}
