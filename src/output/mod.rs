//! From bulletins and findings to bytes: JSON, CSV, files below a folder, manifests, a tree for people, reports of findings.
//!
//! Writers get finished bulletins and a [`Write`] and know neither inputs nor the command line. Standard output is a
//! [`Document`]: each bulletin is rendered on its own first, so that a half-written record can never stand in it, and
//! rendering needs nothing that bulletins share.

pub mod csv;
pub mod findings;
pub mod flat;
pub mod folder;
pub mod json;
pub mod manifest;
pub mod outline;
pub mod paint;
pub mod review;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;
pub mod wrap;

use std::io::{self, Write};

use crate::model::Bulletin;
use flat::Columns;

/// What one record of a JSON document stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A bulletin.
    Bulletin,
    /// An article, as a flat row.
    Article,
}

/// The form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// JSON Lines.
    Lines(Unit),
    /// One indented JSON array.
    Array(Unit),
    /// CSV with a header, a row for each article.
    Csv,
}

impl Shape {
    /// Adds the records of `bulletin` to `bytes`, complete with their line ends and the separators between them. `columns`
    /// are those of rows.
    ///
    /// # Errors
    /// When a value cannot be serialised, which no value of the contract is known to do.
    pub fn render(self, bytes: &mut Vec<u8>, bulletin: &Bulletin, columns: &Columns) -> io::Result<()> {
        let mut rows = flat::rows(bulletin);
        match self {
            Self::Lines(Unit::Bulletin) => json::line(bytes, bulletin),
            Self::Lines(Unit::Article) => rows.try_for_each(|row| json::line(&mut *bytes, &columns.of(row))),
            Self::Array(Unit::Bulletin) => json::element(bytes, bulletin),
            Self::Array(Unit::Article) => rows.try_for_each(|row| json::element(bytes, &columns.of(row))),
            Self::Csv => csv::records(bytes, rows, columns),
        }
    }
}

/// A document on its way out: what its form asks for before, between and after the records.
pub struct Document<W: Write> {
    /// Where it goes.
    out: W,
    /// Its form.
    shape: Shape,
    /// Whether no record has been written yet.
    empty: bool,
}

impl<W: Write> Document<W> {
    /// Begins a document. `columns` are those of rows.
    ///
    /// # Errors
    /// When `out` takes no more bytes.
    pub fn begin(mut out: W, shape: Shape, columns: &Columns) -> io::Result<Self> {
        match shape {
            Shape::Lines(_) => {}
            Shape::Array(_) => out.write_all(b"[")?,
            Shape::Csv => csv::header(&mut out, columns)?,
        }
        Ok(Self { out, shape, empty: true })
    }

    /// Adds what [`Shape::render`] made of a bulletin.
    ///
    /// # Errors
    /// When `out` takes no more bytes.
    pub fn add(&mut self, rendered: &[u8]) -> io::Result<()> {
        if rendered.is_empty() {
            return Ok(());
        }
        if matches!(self.shape, Shape::Array(_)) && !self.empty {
            self.out.write_all(b",")?;
        }
        self.empty = false;
        self.out.write_all(rendered)
    }

    /// Ends the document and hands on every byte that is still held back.
    ///
    /// # Errors
    /// When `out` takes no more bytes.
    pub fn finish(mut self) -> io::Result<()> {
        if matches!(self.shape, Shape::Array(_)) {
            self.out.write_all(if self.empty { b"]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The records of a bulletin.
    fn rendered(shape: Shape, bulletin: &Bulletin) -> Vec<u8> {
        let mut bytes = Vec::new();
        shape.render(&mut bytes, bulletin, &Columns::ALL).unwrap();
        bytes
    }

    /// A document of `times` samples.
    fn document(shape: Shape, times: usize) -> String {
        let mut bytes = Vec::new();
        let mut document = Document::begin(&mut bytes, shape, &Columns::ALL).unwrap();
        for _ in 0..times {
            document.add(&rendered(shape, &sample::bulletin())).unwrap();
        }
        document.finish().unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_document_without_records_is_whole() {
        assert_eq!(document(Shape::Lines(Unit::Bulletin), 0), "");
        assert_eq!(document(Shape::Array(Unit::Bulletin), 0), "[]\n");
        assert_eq!(document(Shape::Csv, 0).lines().count(), 1);
    }

    #[test]
    fn lines_and_array_hold_the_same_records() {
        for (unit, per_bulletin) in [(Unit::Bulletin, 1), (Unit::Article, 3)] {
            for times in 1..3 {
                let lines = document(Shape::Lines(unit), times);
                let lines: Vec<serde_json::Value> =
                    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
                let array: Vec<serde_json::Value> = serde_json::from_str(&document(Shape::Array(unit), times)).unwrap();
                assert_eq!(array.len(), times * per_bulletin);
                assert_eq!(array, lines);
            }
        }
    }

    #[test]
    fn a_bulletin_without_articles_leaves_no_trace_in_rows() {
        let mut bulletin = sample::bulletin();
        bulletin.sections.clear();
        for shape in [Shape::Lines(Unit::Article), Shape::Array(Unit::Article), Shape::Csv] {
            assert_eq!(rendered(shape, &bulletin), b"");
        }
    }

    #[test]
    fn an_array_is_indented() {
        let array = document(Shape::Array(Unit::Bulletin), 1);
        assert!(array.starts_with("[\n  {\n    \"schema\": \"bantin/1\",\n"), "{array}");
        assert!(array.ends_with("\n  }\n]\n"), "{array}");
    }
}
