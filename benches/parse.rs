//! The whole parse, text to bulletin, by layout; `NoBulletin` is text that no layout fits.
#![allow(missing_docs)]

mod support;

use bantin::{Options, parse};
use divan::{Bencher, black_box};
use support::{Layout, bytes_of, options, texts};

fn main() {
    support::main();
}

#[divan::bench(args = Layout::ALL)]
fn bulletin(bencher: Bencher<'_, '_>, layout: Layout) {
    let texts = texts(layout);
    let options: Vec<Options> = texts.iter().map(|text| options(text)).collect();
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for (text, options) in texts.iter().zip(&options) {
            black_box(parse(black_box(text), options));
        }
    });
}

/// With the role of each line.
#[divan::bench]
fn line_roles(bencher: Bencher<'_, '_>) {
    let texts = texts(Layout::PressReview);
    let options: Vec<Options> = texts.iter().map(|text| Options { line_roles: true, ..options(text) }).collect();
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for (text, options) in texts.iter().zip(&options) {
            black_box(parse(black_box(text), options));
        }
    });
}
