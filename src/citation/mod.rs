//! stub
#![allow(missing_docs)]
use crate::model::Source;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;
pub mod date;
use date::PrintedDate;
pub fn looks_like_ending(text: &str) -> bool {
    text.trim_end_matches(['.', '/', ' ']).ends_with([')', ']'])
        || text.starts_with("Theo")
        || text.starts_with("Nguồn")
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    Weak,
    Strong,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Parenthesised,
    Line,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Closing {
    pub text: String,
    pub span: Range<usize>,
    pub body_end: usize,
    pub full_stop_after: bool,
    pub source: Option<Source>,
    pub date: Option<PrintedDate>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub strength: Strength,
    pub balanced: bool,
}
static P: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\(((?:Theo|Nguồn:)\s+)?(?:(TTXVN|VOV)/)?((?:[A-Z][\w.]*\.vn)|(?:Báo|Sài Gòn|Tạp chí|Thời báo|VnExpress)[^()0-9,]*?)(?:,?\s+(?:ngày )?(\d{1,2}[./-]\d{1,2}(?:[./-]\d{4})?))?(?:,\s+([^()]*))?\)\s*(?:\./\.|\.)?\s*$").unwrap()
});
static L: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:\(Theo ([a-z.]+)\)|(?:Theo|Nguồn): ([a-z.]+))\s*$").unwrap());
pub fn find_closing(text: &str, form: Form) -> Option<Closing> {
    if form == Form::Line {
        let c = L.captures(text)?;
        let n = c.get(1).or(c.get(2))?.as_str().to_owned();
        return Some(Closing {
            text: text.trim().to_owned(),
            span: 0..text.len(),
            body_end: 0,
            full_stop_after: false,
            source: Some(Source { domain: Some(n.clone()), name: n, agency: None }),
            date: None,
            authors: vec![],
            url: None,
            strength: Strength::Strong,
            balanced: true,
        });
    }
    let c = P.captures(text)?;
    let m = c.get(0)?;
    let name = c.get(3)?.as_str().trim().to_owned();
    let end = text[m.start()..].find(')')? + m.start() + 1;
    let domain = name.ends_with(".vn").then(|| name.to_lowercase());
    let authors = c
        .get(5)
        .map(|a| {
            a.as_str()
                .replace(" - ", ",")
                .replace(" – ", ",")
                .replace(" và ", ",")
                .replace(['-', '/'], ",")
                .split(',')
                .map(|s| s.trim().to_owned())
                .collect()
        })
        .unwrap_or_default();
    Some(Closing {
        text: text[m.start()..end].to_owned(),
        span: m.start()..text.len(),
        body_end: text[..m.start()].trim_end().len(),
        full_stop_after: false,
        source: Some(Source { name, domain, agency: c.get(2).map(|a| a.as_str().to_owned()) }),
        date: c.get(4).and_then(|d| date::find_dates(d.as_str()).into_iter().next().map(|x| x.1)),
        authors,
        url: None,
        strength: Strength::Strong,
        balanced: true,
    })
}
