//! Physical lines: cut alone, and with their plain text and the traces of their layout.
#![allow(missing_docs)]

mod support;

use bantin::lines;
use divan::{Bencher, black_box};
use support::{LAYOUTS, Layout, bytes_of, texts};

fn main() {
    support::main();
}

#[divan::bench(args = LAYOUTS)]
fn cut(bencher: Bencher<'_, '_>, layout: Layout) {
    let texts = texts(layout);
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for text in texts {
            for line in lines::physical(black_box(text)) {
                black_box(line);
            }
        }
    });
}

#[divan::bench(args = LAYOUTS)]
fn split(bencher: Bencher<'_, '_>, layout: Layout) {
    let texts = texts(layout);
    bencher.counter(bytes_of(texts)).bench_local(|| {
        for text in texts {
            black_box(lines::split(black_box(text)));
        }
    });
}
