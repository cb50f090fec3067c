//! Unicode NFC: of text that is in it already, as nearly all is, of text with the marks apart, and of both mixed.
#![allow(missing_docs)]

mod support;

use bantin::text::normalise::{fold_space, nfc};
use divan::{Bencher, black_box};
use support::{Layout, bytes_of, texts};
use unicode_normalization::UnicodeNormalization as _;

fn main() {
    support::main();
}

/// Measures the normalisation of texts.
fn normalising(bencher: Bencher<'_, '_>, texts: &[String]) {
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for text in texts {
            black_box(nfc(black_box(text)));
        }
    });
}

#[divan::bench]
fn composed(bencher: Bencher<'_, '_>) {
    normalising(bencher, texts(Layout::PressReview));
}

#[divan::bench]
fn decomposed(bencher: Bencher<'_, '_>) {
    let apart: Vec<String> = texts(Layout::PressReview).iter().map(|text| text.nfd().collect()).collect();
    normalising(bencher, &apart);
}

/// Each eighth line has the marks apart, as in text put together from several sources.
#[divan::bench]
fn mixed(bencher: Bencher<'_, '_>) {
    let mixed = |text: &String| -> String {
        let lines = text.split_inclusive('\n').enumerate();
        lines.map(|(at, line)| if at % 8 == 0 { line.nfd().collect() } else { line.to_owned() }).collect()
    };
    let mixed: Vec<String> = texts(Layout::PressReview).iter().map(mixed).collect();
    normalising(bencher, &mixed);
}

/// White space, line by line.
#[divan::bench]
fn spaces(bencher: Bencher<'_, '_>) {
    let texts = texts(Layout::PressReview);
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for line in texts.iter().flat_map(|text| text.lines()) {
            black_box(fold_space(black_box(line)));
        }
    });
}
