//! What holds for every input whatever, in one place: the property tests and the fuzz targets ask the same questions.
//!
//! Each function gives what is wrong, and nothing where all is well. A panic is wrong too; whoever runs the function sees
//! it. Used beside `conserve`, as modules of the crate that includes them.
#![allow(dead_code, reason = "each user asks some of the questions")]

use std::ops::Range;
use std::sync::LazyLock;

use bantin::citation::{Form, PrintedDate, find_closing, find_dates};
use bantin::duplicates::Fingerprint;
use bantin::facts::Facts;
use bantin::input::decode::decode;
use bantin::model::{Bulletin, Encoding};
use bantin::output::findings::{Finding, Form as Report, Origin, Report as Document, Source};
use bantin::output::flat::Columns;
use bantin::output::outline::{Drawing, outline};
use bantin::output::{Shape, Unit, schema};
use bantin::{Options, parse};
use serde_json::Value;

use crate::conserve::violations;

static BULLETIN: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema::bulletin()).unwrap());
static FINDING: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema::diagnostic()).unwrap());
static ROW: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema::article_row()).unwrap());

/// What is wrong with a parse, conservation aside: another reading that differs, JSON against the schema or read back as
/// something else, findings that point nowhere or stand out of order.
pub(crate) fn unsound(text: &str, bulletin: &Bulletin) -> Vec<String> {
    let mut found = Vec::new();
    if parse(text, &Options::default()) != *bulletin {
        found.push("a second reading differs".to_owned());
    }
    let value = serde_json::to_value(bulletin).unwrap();
    found.extend(BULLETIN.iter_errors(&value).map(|error| format!("schema: {error}")));
    if serde_json::from_value::<Bulletin>(value).ok().as_ref() != Some(bulletin) {
        found.push("the JSON is read back as something else".to_owned());
    }
    // A finding about an empty text stands at line 1, for want of a line.
    let last = bulletin.file.lines.max(1);
    let mut before = 1;
    for diagnostic in &bulletin.diagnostics {
        let lines = diagnostic.lines;
        if lines.first < before || lines.first > lines.last || lines.last > last {
            found.push(format!("{diagnostic:?} after line {before} of {last}"));
        }
        before = lines.first;
    }
    found
}

/// Everything that is wrong with the parse of a text: what [`unsound`] says, and what was lost, with the ranges of lines
/// in order and inside the file.
pub(crate) fn of_parse(text: &str) -> Vec<String> {
    let bulletin = parse(text, &Options::default());
    let mut found = unsound(text, &bulletin);
    found.extend(violations(text, &bulletin));
    let roles = parse(text, &Options { line_roles: true, ..Options::default() }).line_roles.map(|roles| roles.len());
    if roles != Some(bulletin.file.lines as usize) {
        found.push(format!("{roles:?} roles for {} lines", bulletin.file.lines));
    }
    found
}

/// Everything that is wrong with the text that bytes are decoded to, in any encoding.
pub(crate) fn of_decoding(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for forced in Encoding::ALL.iter().copied().map(Some).chain([None]) {
        let decoded = decode(bytes, forced);
        if decode(bytes, forced) != decoded {
            found.push(format!("{forced:?}: a second decoding differs"));
        }
        if forced.is_some_and(|forced| forced != decoded.encoding) {
            found.push(format!("{forced:?} was read as {:?}", decoded.encoding));
        }
        let marks = decoded.text.matches(char::REPLACEMENT_CHARACTER).count();
        if decoded.replaced > marks {
            found.push(format!("{forced:?}: {} sequences replaced, {marks} marks", decoded.replaced));
        }
        // What was found is what reading it so gives.
        if forced.is_none() && decode(bytes, Some(decoded.encoding)).text != decoded.text {
            found.push(format!("{:?} when forced is another text", decoded.encoding));
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && decode(bytes, Some(Encoding::Utf8)).text != text.strip_prefix('\u{feff}').unwrap_or(text)
    {
        found.push("well-formed UTF-8 is changed".to_owned());
    }
    found
}

/// Everything that is wrong with what is read out of the end of a block's text.
pub(crate) fn of_citation(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for form in Form::ALL {
        let closing = find_closing(text, form);
        if find_closing(text, form) != closing {
            found.push(format!("{form:?}: a second reading differs"));
        }
        let Some(closing) = closing else { continue };
        let Range { start, end } = closing.span;
        match text.get(start..end) {
            None => found.push(format!("{form:?}: {start}..{end} is no part of the text")),
            Some(own) if !letters(own).contains(&letters(&closing.text)) => {
                found.push(format!("{form:?}: `{}` does not stand in `{own}`", closing.text));
            }
            Some(_) => {}
        }
        if closing.body_end > start || text.get(..closing.body_end).is_none() {
            found.push(format!("{form:?}: the text ends at {} before {start}", closing.body_end));
        }
        let names = closing.authors.iter().chain(closing.source.iter().map(|source| &source.name));
        found.extend(names.filter(|name| name.trim().is_empty()).map(|_| format!("{form:?}: an empty name")));
        found.extend(closing.date.iter().filter_map(|date| wrong_date(text, date)));
    }
    found.extend(find_dates(text).iter().filter_map(|(_, date)| wrong_date(text, date)));
    found
}

/// What is wrong with a date: its text is not printed, or it resolves to a day that no calendar holds.
fn wrong_date(text: &str, date: &PrintedDate) -> Option<String> {
    if !letters(text).contains(&letters(&date.text)) {
        return Some(format!("the date `{}` is not printed", date.text));
    }
    let day = date.resolve(None)?.date.to_string();
    (day.parse::<jiff::civil::Date>().is_err()).then(|| format!("`{day}` is no day"))
}

/// Letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Everything that is wrong with the forms in which a bulletin is written.
pub(crate) fn of_json(text: &str) -> Vec<String> {
    let bulletin = parse(text, &Options::default());
    let mut found = Vec::new();
    let render = |shape: Shape| {
        let mut bytes = Vec::new();
        shape.render(&mut bytes, &bulletin, &Columns::ALL).unwrap();
        bytes
    };
    let line = render(Shape::Lines(Unit::Bulletin));
    if line.iter().filter(|byte| **byte == b'\n').count() != 1 || line.last() != Some(&b'\n') {
        found.push("a bulletin takes more than one line".to_owned());
    }
    for bytes in [&line, &render(Shape::Array(Unit::Bulletin))] {
        match serde_json::from_slice::<Bulletin>(bytes) {
            Ok(read) if read == bulletin => {}
            Ok(_) => found.push("the JSON is read back as something else".to_owned()),
            Err(error) => found.push(format!("the JSON cannot be read back: {error}")),
        }
    }
    let rows = render(Shape::Lines(Unit::Article));
    let articles = Facts::of(&bulletin).articles;
    let mut count = 0;
    for row in String::from_utf8(rows).unwrap().lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        found.extend(ROW.iter_errors(&row).map(|error| format!("schema of rows: {error}")));
        count += 1;
    }
    let records = csv::ReaderBuilder::new().has_headers(false).from_reader(&*render(Shape::Csv)).into_records().count();
    if count != articles || records as u64 != articles {
        found.push(format!("{articles} articles, {count} rows, {records} records"));
    }
    render(Shape::Array(Unit::Article));
    let mut drawn = Vec::new();
    outline(&mut drawn, &bulletin, &Drawing::default()).unwrap();
    if let Some(unsafe_one) = String::from_utf8(drawn).unwrap().chars().find(|c| steers(*c)) {
        found.push(format!("the outline holds {unsafe_one:?}"));
    }
    found
}

/// Whether a terminal obeys a character in place of showing it: controls, separators of lines, marks of direction.
fn steers(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Everything that is wrong with the findings about a text and the forms in which they are told.
pub(crate) fn of_findings(text: &str) -> Vec<String> {
    let bulletin = parse(text, &Options::default());
    let mut found = Vec::new();
    let lines: Vec<&str> = bantin::lines::physical(text).collect();
    let width = |line: u32| lines.get(line as usize - 1).map_or(0, |line| line.chars().count());
    for diagnostic in &bulletin.diagnostics {
        let from = diagnostic.column;
        // A column may stand right behind the last character.
        let outside = |line: u32, column: Option<u32>| {
            column.is_some_and(|column| column == 0 || column as usize > width(line) + 1)
        };
        if outside(diagnostic.lines.first, from) || outside(diagnostic.lines.last, diagnostic.end_column) {
            found.push(format!("outside of its line: {diagnostic:?}"));
        }
        if diagnostic.message.trim().is_empty() || diagnostic.message.contains('\n') && !text.contains('\n') {
            found.push(format!("no word for a person: {diagnostic:?}"));
        }
    }
    let source = Source::new(text);
    for form in [Report::Text { colours: false }, Report::Jsonl, Report::Github, Report::Sarif] {
        let told: Vec<_> = bulletin
            .diagnostics
            .iter()
            .map(|diagnostic| Finding { excerpt: source.excerpt(diagnostic), diagnostic: diagnostic.clone() })
            .map(|finding| form.tell(&Origin::stdin(), finding).unwrap())
            .collect();
        let mut bytes = Vec::new();
        let mut report = Document::begin(&mut bytes, form).unwrap();
        report.add(&Origin::stdin(), &told).unwrap();
        report.finish().unwrap();
        let Ok(written) = String::from_utf8(bytes) else {
            found.push(format!("{form:?} is no UTF-8"));
            continue;
        };
        match form {
            Report::Jsonl => {
                if written.lines().count() != bulletin.diagnostics.len() {
                    found.push(format!("{} lines of findings", written.lines().count()));
                }
                for line in written.lines() {
                    let value: Value = serde_json::from_str(line).unwrap();
                    found.extend(FINDING.iter_errors(&value).map(|error| format!("schema of findings: {error}")));
                }
            }
            Report::Sarif => {
                let log: Value = serde_json::from_str(&written).unwrap();
                let results = log.pointer("/runs/0/results").and_then(Value::as_array).map(Vec::len);
                if results != Some(bulletin.diagnostics.len()) {
                    found.push(format!("{results:?} results in SARIF"));
                }
            }
            // What could steer a terminal, or a reader of the log, is written in another way.
            Report::Text { .. } | Report::Github => {
                if let Some(unsafe_one) = written.chars().find(|c| steers(*c)) {
                    found.push(format!("{form:?} holds {unsafe_one:?}"));
                }
            }
        }
    }
    Fingerprint::of_bulletin(&bulletin);
    found
}
