//! The truth of a generated bulletin, in the format that the scoring tool reads.
//!
//! A value of `{"any": [...]}` accepts each alternative. Where it stops: it only holds and writes the truth; the
//! writers of the layouts fill it in while they print.

use serde_json::{Value, json};

/// The truth of one bulletin.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    pub layout: &'static str,
    pub title: Value,
    pub number: Value,
    pub date: Value,
    pub weekday: Value,
    pub editor: Value,
    pub toc: Vec<TocGroup>,
    pub sections: Vec<Section>,
}

/// A group of the table of contents.
#[derive(Debug, Clone, Default)]
pub struct TocGroup {
    pub title: Option<String>,
    pub page: Option<usize>,
    pub entries: Vec<TocEntry>,
}

/// An entry of the table of contents.
#[derive(Debug, Clone, Default)]
pub struct TocEntry {
    pub number: Option<usize>,
    pub title: String,
    pub page: Option<usize>,
    pub presenter: Option<String>,
}

/// A section of the body.
#[derive(Debug, Clone, Default)]
pub struct Section {
    pub title: Option<String>,
    pub articles: Vec<Article>,
}

/// An article.
#[derive(Debug, Clone, Default)]
pub struct Article {
    pub number: Value,
    pub title: String,
    pub label: Option<String>,
    /// `None` leaves the page unscored.
    pub page: Option<Value>,
    pub lines: Option<(usize, usize)>,
    /// `None` means: no authors beyond those of the citation.
    pub authors: Option<Vec<String>>,
    pub citation: Option<Citation>,
    pub paragraphs: Vec<String>,
    pub captions: Vec<String>,
    /// Pieces of text (cells, footnotes) that have to stand in the body.
    pub raw_lines: Vec<String>,
    /// Whether the kinds of some blocks are open to opinion: then the paragraphs are only looked for as text.
    pub loose: bool,
}

/// The citation that closes an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Citation {
    pub source: Value,
    pub domain: Value,
    pub agency: Value,
    pub date: Value,
    pub authors: Value,
    pub raw: Value,
    pub url: Option<String>,
    /// How it is printed, where markup makes that differ from its text.
    pub printed: Option<String>,
}

/// A value that accepts each alternative.
pub fn any<T: Into<Value>>(alternatives: impl IntoIterator<Item = T>) -> Value {
    let alternatives: Vec<Value> = alternatives.into_iter().map(Into::into).collect();
    json!({ "any": alternatives })
}

/// The alternatives of a value, or the value alone.
pub fn alternatives(value: &Value) -> Vec<&Value> {
    match value.get("any").and_then(Value::as_array) {
        Some(list) => list.iter().collect(),
        None => vec![value],
    }
}

impl Gold {
    /// All articles in order.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.sections.iter().flat_map(|section| &section.articles)
    }

    /// The truth as JSON.
    pub fn to_json(&self) -> Value {
        json!({
            "layout": self.layout,
            "title": self.title,
            "issue": { "number": self.number, "date": self.date, "weekday": self.weekday },
            "editor": self.editor,
            "toc": self.toc.iter().map(TocGroup::to_json).collect::<Vec<_>>(),
            "sections": self.sections.iter().map(|section| json!({
                "title": section.title,
                "articles": section.articles.iter().map(Article::to_json).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        })
    }
}

impl TocGroup {
    fn to_json(&self) -> Value {
        json!({
            "title": self.title,
            "page": self.page,
            "entries": self.entries.iter().map(|entry| json!({
                "number": entry.number,
                "title": entry.title,
                "page": entry.page,
                "presenter": entry.presenter,
            })).collect::<Vec<_>>(),
        })
    }
}

impl Article {
    fn to_json(&self) -> Value {
        let mut article = json!({
            "number": self.number,
            "title": self.title,
            "citation": self.citation.as_ref().map(Citation::to_json),
        });
        let mut raw_lines = self.raw_lines.clone();
        if self.loose {
            raw_lines.extend(self.paragraphs.iter().cloned());
        } else {
            article["paragraphs"] = json!(self.paragraphs);
            article["captions"] = json!(self.captions);
        }
        if let Some(label) = &self.label {
            article["label"] = json!(label);
        }
        if let Some(page) = &self.page {
            article["page"] = page.clone();
        }
        if let Some(lines) = self.lines {
            article["lines"] = json!([lines.0, lines.1]);
        }
        if let Some(authors) = &self.authors {
            article["authors"] = json!(authors);
        }
        if !raw_lines.is_empty() {
            article["raw_lines"] = json!(raw_lines);
        }
        article
    }
}

impl Citation {
    fn to_json(&self) -> Value {
        let mut citation = json!({
            "source": self.source,
            "domain": self.domain,
            "agency": self.agency,
            "date": self.date,
            "authors": self.authors,
            "raw": self.raw,
        });
        if let Some(url) = &self.url {
            citation["url"] = json!(url);
        }
        citation
    }
}
