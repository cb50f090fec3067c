//! Bulletins to bytes. The throughput counts the bytes of the texts, so that it can be held against that of the parse.
#![allow(missing_docs)]

mod support;

use bantin::output::flat::Columns;
use bantin::output::{Shape, Unit};
use divan::{Bencher, black_box};
use support::{Layout, bulletins, bytes_of, texts};

fn main() {
    support::main();
}

/// Measures the rendering of all bulletins, into one buffer.
fn rendering(bencher: Bencher<'_, '_>, shape: Shape) {
    let mut bytes = Vec::new();
    bencher.counter(bytes_of(texts(Layout::PressReview))).bench_local(|| {
        for bulletin in bulletins() {
            bytes.clear();
            black_box(shape.render(&mut bytes, black_box(bulletin), &Columns::ALL).ok());
        }
    });
}

#[divan::bench]
fn bulletin_lines(bencher: Bencher<'_, '_>) {
    rendering(bencher, Shape::Lines(Unit::Bulletin));
}

#[divan::bench]
fn bulletin_array(bencher: Bencher<'_, '_>) {
    rendering(bencher, Shape::Array(Unit::Bulletin));
}

#[divan::bench]
fn row_lines(bencher: Bencher<'_, '_>) {
    rendering(bencher, Shape::Lines(Unit::Article));
}

#[divan::bench]
fn csv(bencher: Bencher<'_, '_>) {
    rendering(bencher, Shape::Csv);
}
