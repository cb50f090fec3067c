//! The shared corpus: every seed is a bulletin, its JSON is valid, and neither line ends nor normalisation nor a
//! byte-order mark change what is read; pages hold all of it. How well it is read is measured by the accuracy gate, `.ci/gate.py`.
#![allow(unreachable_pub, reason = "the files of support are modules of this one")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/form.rs"]
mod form;

use bantin::model::{Bulletin, LayoutKind, LineRole};
use bantin::output::review::{self, Lang};
use bantin::{Options, parse};
use unicode_normalization::UnicodeNormalization;

fn read(text: &str) -> Bulletin {
    parse(text, &Options::default())
}

/// The bulletin without what the bytes of the file decide: fixity, the ids that are made of it, the form of its letters.
fn content(text: &str) -> Bulletin {
    let mut bulletin = read(text);
    form::formless(text, &mut bulletin.diagnostics);
    let id = std::mem::take(&mut bulletin.id);
    bulletin.file.bytes = 0;
    bulletin.file.sha256.clear();
    let without = |article: &str| article.strip_prefix(&id).unwrap().to_owned();
    for entry in bulletin.toc.iter_mut().flat_map(|group| &mut group.entries) {
        entry.article = entry.article.as_deref().map(without);
    }
    for article in bulletin.sections.iter_mut().flat_map(|section| &mut section.articles) {
        article.id = without(&article.id);
    }
    bulletin
}

#[test]
fn every_text_is_a_bulletin() {
    let seeds = corpus::texts("seeds");
    assert!(seeds.is_empty() || seeds.len() == 5);
    for file in seeds.into_iter().chain(corpus::texts("dev/text")) {
        assert_ne!(read(&file.text).layout, LayoutKind::Unknown, "{}", file.name);
    }
}

#[test]
fn every_bulletin_is_valid() {
    let schema = jsonschema::validator_for(&bantin::output::schema::bulletin()).unwrap();
    for file in corpus::texts("seeds").into_iter().chain(corpus::texts("dev/text")) {
        let options = Options { line_roles: true, ..Options::default() };
        let value = serde_json::to_value(parse(&file.text, &options)).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.name);
    }
}

#[test]
fn every_line_has_a_role() {
    for file in corpus::texts("seeds").into_iter().chain(corpus::texts("dev/text")) {
        let bulletin = parse(&file.text, &Options { line_roles: true, ..Options::default() });
        let roles = bulletin.line_roles.unwrap();
        assert_eq!(roles.len(), bulletin.file.lines as usize, "{}", file.name);
        let without: Vec<usize> = (1..).zip(&roles).filter(|(_, roles)| roles.is_empty()).map(|(at, _)| at).collect();
        assert!(without.is_empty(), "{}: lines without a role: {without:?}", file.name);
        let lost = roles.iter().filter(|roles| roles.contains(&LineRole::Unrecognised)).count();
        assert_eq!(lost, 0, "{}: lines that were not recognised", file.name);
    }
}

#[test]
fn every_page_holds_all_lines_and_titles() {
    for file in corpus::texts("seeds").into_iter().chain(corpus::texts("dev/text")) {
        let bulletin = parse(&file.text, &Options { line_roles: true, ..Options::default() });
        let page = String::from_utf8(review::page(Lang::Vi, &bulletin, &file.text, "index.html")).unwrap();
        assert_eq!(page.matches("<li id=\"L").count(), bulletin.file.lines as usize, "{}", file.name);
        let sections = bulletin.sections.iter().filter_map(|section| section.title.as_ref());
        let articles = bulletin.articles().map(|article| &article.title);
        for title in bulletin.title.iter().chain(sections).chain(articles) {
            let escaped = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
            assert!(page.contains(&escaped), "{}: {title}", file.name);
        }
    }
}

#[test]
fn reading_twice_gives_the_same() {
    for file in corpus::texts("seeds") {
        assert!(read(&file.text) == read(&file.text), "{}", file.name);
    }
}

#[test]
fn the_form_of_the_file_changes_nothing() {
    type Variant = (&'static str, fn(&str) -> String);
    let variants: [Variant; 5] = [
        ("CRLF", |text| text.replace('\n', "\r\n")),
        ("CR", |text| text.replace('\n', "\r")),
        ("BOM", |text| format!("\u{feff}{text}")),
        ("NFD", |text| text.nfd().collect()),
        ("CRLF, BOM and NFD", |text| format!("\u{feff}{}", text.replace('\n', "\r\n").nfd())),
    ];
    for file in corpus::texts("seeds") {
        assert!(!file.text.contains('\r') && !file.text.starts_with('\u{feff}'));
        let original = content(&file.text);
        for (what, variant) in variants {
            assert!(content(&variant(&file.text)) == original, "{}: {what}", file.name);
        }
    }
}
