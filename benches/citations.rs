//! Citations: searched at the end of every line, as of blocks that close an article and of those that do not.
#![allow(missing_docs)]

mod support;

use bantin::citation::{Form, find_closing, looks_like_ending};
use divan::{Bencher, black_box};
use support::{LAYOUTS, Layout, bytes_of, texts};

fn main() {
    support::main();
}

/// The lines of a layout that say anything.
fn lines(layout: Layout) -> Vec<&'static str> {
    texts(layout).iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()).collect()
}

#[divan::bench(args = LAYOUTS)]
fn every_line(bencher: Bencher<'_, '_>, layout: Layout) {
    let lines = lines(layout);
    bencher.counter(bytes_of(&lines)).bench_local(|| {
        for line in &lines {
            black_box(find_closing(black_box(line), Form::Parenthesised));
        }
    });
}

/// The lines alone that end like a citation: what reading one costs.
#[divan::bench]
fn endings(bencher: Bencher<'_, '_>) {
    let mut lines = lines(Layout::PressReview);
    lines.retain(|line| looks_like_ending(line));
    bencher.counter(bytes_of(&lines)).bench_local(|| {
        for line in &lines {
            black_box(find_closing(black_box(line), Form::Parenthesised));
        }
    });
}
