//! Findings as SARIF 2.1.0, for code scanning and editors.
//!
//! The log is written as a stream: one run, what there is to know of the rules, then a result for each finding. Nothing
//! is kept from one file to the next.

use std::collections::HashMap;
use std::io::{self, Write};

use anstyle::Style;
use serde_json::{Map, Value, json};

use super::{Finding, Origin};
use crate::model::{Code, Diagnostic};
use crate::output::rules;

/// Where the schema of the format is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The name under which code scanning looks for the fingerprint that tells one result from another.
const FINGERPRINT: &str = "primaryLocationLineHash";

/// A log on its way out.
pub(super) struct Log {
    /// Whether no result has been written yet.
    empty: bool,
}

impl Log {
    /// Writes what stands before the results.
    pub(super) fn begin(mut out: impl Write) -> io::Result<Self> {
        let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code)).collect();
        let driver = json!({
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        });
        // The frame of the document is written by hand, because its middle is not there yet.
        writeln!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{")?;
        writeln!(out, "\"tool\":{{\"driver\":{driver}}},")?;
        write!(out, "\"columnKind\":\"unicodeCodePoints\",\n\"results\":[")?;
        Ok(Self { empty: true })
    }

    /// Writes the findings of one file.
    pub(super) fn write<'f>(
        &mut self,
        mut out: impl Write,
        origin: &Origin,
        findings: impl Iterator<Item = &'f Finding>,
    ) -> io::Result<()> {
        let mut equal: HashMap<(Code, u64), u32> = HashMap::new();
        for finding in findings {
            let hash = finding.excerpt.fingerprint;
            let count = equal.entry((finding.diagnostic.code, hash)).or_default();
            *count += 1;
            let comma = if self.empty { "" } else { "," };
            self.empty = false;
            write!(out, "{comma}\n{}", result(origin, &finding.diagnostic, &format!("{hash:016x}:{count}")))?;
        }
        Ok(())
    }

    /// Writes what stands behind the results.
    pub(super) fn finish(self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "\n]}}]}}")
    }
}

/// What there is to know of a rule.
fn rule(code: Code) -> Value {
    let summary = rules::sentence(code);
    let markdown = rules::section(code);
    let plain = rules::plain(markdown, Style::new());
    let first = plain.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let full = rules::with_summary(code, &first, " ");
    let or_summary = |text: &str| if text.is_empty() { summary.clone() } else { text.to_owned() };
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": full},
        "help": {"text": or_summary(&plain), "markdown": or_summary(markdown)},
        "defaultConfiguration": {"level": code.severity().as_str()},
    })
}

/// A finding as a result.
fn result(origin: &Origin, diagnostic: &Diagnostic, fingerprint: &str) -> Value {
    let Diagnostic { code, severity, message, help, lines, column, end_column } = diagnostic;
    let text = help.as_ref().map_or_else(|| message.clone(), |help| format!("{message}\n{help}"));
    let first = lines.first.max(1);
    let last = lines.last.max(first);
    let mut region = Map::new();
    region.insert("startLine".to_owned(), json!(first));
    let start = column.map(|column| column.max(1));
    if let Some(start) = start {
        region.insert("startColumn".to_owned(), json!(start));
    }
    region.insert("endLine".to_owned(), json!(last));
    if let Some(end) = end_column {
        let least = if first == last { start.unwrap_or(1) } else { 1 };
        region.insert("endColumn".to_owned(), json!((*end).max(least)));
    }
    json!({
        "ruleId": code.as_str(),
        "ruleIndex": Code::ALL.iter().position(|other| other == code),
        "level": severity.as_str(),
        "message": {"text": text},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": origin.uri}, "region": region},
        }],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;
    use crate::output::findings::samples::{diagnostic, finding, origin};
    use crate::output::findings::{Form, Report};

    /// The log of these findings of one file each.
    fn log(files: &[(&str, &[Finding])]) -> Value {
        let mut bytes = Vec::new();
        let mut report = Report::begin(&mut bytes, Form::Sarif).unwrap();
        for (path, findings) in files {
            let tell = |finding: &Finding| Form::Sarif.tell(&origin(path), finding.clone()).unwrap();
            report.add(&origin(path), &findings.iter().map(tell).collect::<Vec<_>>()).unwrap();
        }
        report.finish().unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[test]
    fn a_log_of_nothing_is_whole() {
        let log = log(&[]);
        assert_eq!((&log["version"], &log["runs"][0]["results"]), (&json!("2.1.0"), &json!([])));
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::ALL.len());
        assert_eq!(rules[25]["id"], "date-impossible");
        assert_eq!(rules[25]["defaultConfiguration"], json!({"level": "error"}));
    }

    #[test]
    fn a_result_says_where_and_what() {
        let text = "Chợ  mới\nkhác\n Chợ mới (31/2)\nChợ mới\n";
        let at = |line| finding(text, diagnostic((line, line), None));
        let columns = finding(text, diagnostic((3, 3), Some((11, 15))));
        let log = log(&[("a b.txt", &[at(1), at(2), columns, at(4)]), ("/kho/c.txt", &[at(1)])]);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let prints: Vec<&str> =
            results.iter().map(|r| r["partialFingerprints"][FINGERPRINT].as_str().unwrap()).collect();
        let (hash, count) = prints[0].split_once(':').unwrap();
        assert_eq!((hash.len(), count), (16, "1"));
        assert_eq!((prints[3], prints[4]), (format!("{hash}:2").as_str(), prints[0]));
        assert_ne!(prints[1], prints[2]);
        assert_eq!(
            results[2],
            json!({
                "ruleId": "date-impossible",
                "ruleIndex": 25,
                "level": "error",
                "message": {"text": "no calendar holds 31/2\nlook the date up"},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": "a%20b.txt"},
                    "region": {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 15},
                }}],
                "partialFingerprints": {FINGERPRINT: prints[2]},
            })
        );
        let place = &results[4]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"], json!({"uri": "c.txt"}));
        assert_eq!(place["region"], json!({"startLine": 1, "endLine": 1}));
    }

    #[test]
    fn an_impossible_place_is_made_possible() {
        let region = |lines, columns| {
            let diagnostic = Diagnostic { severity: Severity::Note, ..diagnostic(lines, columns) };
            let result = result(&origin("a"), &diagnostic, "");
            assert_eq!(result["level"], "note");
            result["locations"][0]["physicalLocation"]["region"].clone()
        };
        assert_eq!(
            region((0, 0), Some((0, 0))),
            json!({"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1})
        );
        assert_eq!(
            region((5, 3), Some((7, 2))),
            json!({"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 7})
        );
        assert_eq!(
            region((5, 6), Some((7, 2))),
            json!({"startLine": 5, "startColumn": 7, "endLine": 6, "endColumn": 2})
        );
    }
}
