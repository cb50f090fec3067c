//! Compares what was parsed with the truth of a generated bulletin, field by field.
//!
//! The same fields as the scoring of the shared corpus. Where it stops: it lists differences; how many are tolerable is
//! for the test to say.

use bantin::model::{Article, BlockKind, Bulletin, LayoutKind};
use serde_json::{Value, json};

use super::generate::gold::{self, Gold, alternatives};

/// The differences between a parsed bulletin and its truth, each opening with the name of the field.
pub fn differences(parsed: &Bulletin, gold: &Gold) -> Vec<String> {
    let mut found = Differences::default();
    let layout = match parsed.layout {
        LayoutKind::PressReview => "press-review",
        LayoutKind::Newsletter => "newsletter",
        LayoutKind::Proceedings => "proceedings",
        LayoutKind::Unknown => "unknown",
    };
    found.check("layout", &json!(gold.layout), &json!(layout));
    found.check("title", &gold.title, &json!(parsed.title));
    found.check("issue.number", &gold.number, &json!(parsed.issue.number));
    found.check("issue.date", &gold.date, &json!(parsed.issue.date));
    found.check("issue.weekday", &gold.weekday, &json!(parsed.issue.weekday));
    found.check("editor", &gold.editor, &json!(parsed.editor));
    let wanted: Vec<Value> = gold.toc.iter().map(toc_group).collect();
    let got: Vec<Value> = parsed
        .toc
        .iter()
        .map(|group| {
            let entries = group.entries.iter();
            let entries: Vec<Value> =
                entries.map(|entry| json!([entry.number, entry.title, entry.page, entry.presenter])).collect();
            json!([group.title, group.page, entries])
        })
        .collect();
    found.check("toc", &json!(wanted), &json!(got));
    let titles = |sections: Vec<Option<&str>>| json!(sections);
    found.check(
        "sections",
        &titles(gold.sections.iter().map(|section| section.title.as_deref()).collect()),
        &titles(parsed.sections.iter().map(|section| section.title.as_deref()).collect()),
    );
    let wanted =
        gold.sections.iter().flat_map(|section| section.articles.iter().map(move |article| (section, article)));
    let mut got =
        parsed.sections.iter().flat_map(|section| section.articles.iter().map(move |article| (section, article)));
    for (section, article) in wanted {
        let Some((parsed_section, parsed_article)) = got.next() else {
            found.0.push(format!("articles: missing {}", article.title));
            continue;
        };
        found.check("article.section", &json!(section.title), &json!(parsed_section.title));
        compare_article(&mut found, article, parsed_article);
    }
    found.0.extend(got.map(|(_, article)| format!("articles: too many, {}", article.title)));
    found.0
}

/// The differences found so far.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn check(&mut self, field: &str, wanted: &Value, got: &Value) {
        if !alternatives(wanted).iter().any(|wanted| folded(wanted) == folded(got)) {
            self.0.push(format!("{field}: want {wanted}, got {got}"));
        }
    }
}

/// The value with white space and case folded.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()),
        Value::Array(items) => items.iter().map(folded).collect(),
        other => other.clone(),
    }
}

fn toc_group(group: &gold::TocGroup) -> Value {
    let entries = group.entries.iter();
    let entries: Vec<Value> =
        entries.map(|entry| json!([entry.number, entry.title, entry.page, entry.presenter])).collect();
    json!([group.title, group.page, entries])
}

fn compare_article(found: &mut Differences, wanted: &gold::Article, got: &Article) {
    found.check("article.title", &json!(wanted.title), &json!(got.title));
    found.check("article.number", &wanted.number, &json!(got.number));
    if let Some(label) = &wanted.label {
        found.check("article.label", &json!(label), &json!(got.label));
    }
    if let Some(page) = &wanted.page {
        found.check("article.page", page, &json!(got.page));
    }
    if let Some((first, last)) = wanted.lines {
        found.check("article.lines", &json!([first, last]), &json!([got.lines.first, got.lines.last]));
    }
    let source = got.source.as_ref();
    let (name, domain, agency) = (
        json!(source.map(|source| &source.name)),
        json!(source.and_then(|source| source.domain.as_ref())),
        json!(source.and_then(|source| source.agency.as_ref())),
    );
    if let Some(citation) = &wanted.citation {
        found.check("citation.source", &citation.source, &name);
        found.check("citation.domain", &citation.domain, &domain);
        found.check("citation.agency", &citation.agency, &agency);
        found.check("citation.date", &citation.date, &json!(got.date));
        found.check("citation.authors", &citation.authors, &json!(got.authors));
        found.check("citation.text", &citation.raw, &json!(got.citation.as_ref().map(|citation| &citation.text)));
        found.check("citation.url", &json!(citation.url), &json!(got.url));
    } else {
        found.check(
            "citation.none",
            &json!([null, null]),
            &json!([name, got.citation.as_ref().map(|citation| &citation.text)]),
        );
        found.check("authors", &json!(wanted.authors.clone().unwrap_or_default()), &json!(got.authors));
    }
    let texts = |kinds: &[BlockKind]| -> Vec<&str> {
        got.body.iter().filter(|block| kinds.contains(&block.kind)).filter_map(|block| block.text.as_deref()).collect()
    };
    if !wanted.loose {
        let paragraphs = texts(&[BlockKind::Paragraph, BlockKind::Subheading, BlockKind::ListItem]);
        found.check("paragraphs", &json!(wanted.paragraphs), &json!(paragraphs));
        found.check("captions", &json!(wanted.captions.join(" ")), &json!(texts(&[BlockKind::Caption]).join(" ")));
    }
    let mut flat = String::new();
    for block in &got.body {
        let cells = block.rows.iter().flatten().flatten().map(String::as_str);
        let pieces = block.mark.as_deref().into_iter().chain(block.text.as_deref()).chain(cells);
        flat.extend(pieces.flat_map(str::chars).filter(|character| !character.is_whitespace()));
    }
    let lines = wanted.raw_lines.iter().chain(if wanted.loose { &wanted.paragraphs[..] } else { &[] });
    for line in lines {
        let squeezed: String = line.chars().filter(|character| !character.is_whitespace()).collect();
        if !flat.contains(&squeezed) {
            found.0.push(format!("body.lines: want {line}"));
        }
    }
}
