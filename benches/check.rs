//! What `check` does beyond parsing: findings told with their place in the text, and articles that stand in a run twice.
//! The rules themselves are part of the parse.
#![allow(missing_docs)]

mod support;

use bantin::duplicates::{Duplicates, Fingerprint};
use bantin::model::Bulletin;
use bantin::output::findings::excerpt::Source;
use bantin::output::findings::{Finding, Form, Origin};
use divan::{Bencher, black_box};
use support::{Layout, bulletins, bytes_of, texts};

fn main() {
    support::main();
}

/// Measures the telling of all findings. The bytes are those of the texts, of which few have a finding.
fn telling(bencher: Bencher<'_, '_>, form: Form) {
    let (texts, origin) = (texts(Layout::PressReview), Origin::stdin());
    let checked: Vec<(&String, &Bulletin)> = texts.iter().zip(bulletins()).collect();
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for (text, bulletin) in &checked {
            let source = Source::new(text);
            for diagnostic in &bulletin.diagnostics {
                let finding = Finding { excerpt: source.excerpt(diagnostic), diagnostic: diagnostic.clone() };
                black_box(form.tell(&origin, finding).ok());
            }
        }
    });
}

#[divan::bench]
fn told_as_text(bencher: Bencher<'_, '_>) {
    telling(bencher, Form::Text { colours: false });
}

#[divan::bench]
fn told_as_json_lines(bencher: Bencher<'_, '_>) {
    telling(bencher, Form::Jsonl);
}

#[divan::bench]
fn fingerprints(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes_of(texts(Layout::PressReview))).bench_local(|| {
        for bulletin in bulletins() {
            black_box(Fingerprint::of_bulletin(black_box(bulletin)));
        }
    });
}

/// The search alone, over files of which each comes twice.
#[divan::bench]
fn duplicates(bencher: Bencher<'_, '_>) {
    let articles: Vec<Vec<Fingerprint>> = bulletins().iter().map(Fingerprint::of_bulletin).collect();
    bencher.counter(bytes_of(texts(Layout::PressReview))).bench_local(|| {
        let mut duplicates = Duplicates::default();
        for articles in articles.iter().chain(&articles) {
            black_box(duplicates.find("a", 100, articles));
        }
    });
}
