//! Bytes to text, in the encodings that archives hold; `utf_8_nfd` with the marks apart from their letters.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

#[path = "../tests/support/encode.rs"]
mod encode;

use bantin::input::decode::decode;
use bantin::model::Encoding;
use divan::{Bencher, black_box};
use encode::Encoder;
use support::{Layout, bytes_of, texts};
use unicode_normalization::UnicodeNormalization as _;

fn main() {
    support::main();
}

/// Measures the decoding of files, their encoding found first.
fn decoding(bencher: Bencher<'_, '_>, files: &[Vec<u8>]) {
    bencher.counter(bytes_of(files)).bench_local(|| {
        for file in files {
            black_box(decode(black_box(file), None));
        }
    });
}

/// The press reviews in an encoding.
fn encoded(encoding: Encoding) -> Vec<Vec<u8>> {
    let encoder = Encoder::new();
    texts(Layout::PressReview).iter().map(|text| encoder.encode(text, encoding).bytes).collect()
}

#[divan::bench]
fn utf_8(bencher: Bencher<'_, '_>) {
    decoding(bencher, &encoded(Encoding::Utf8));
}

#[divan::bench]
fn utf_8_nfd(bencher: Bencher<'_, '_>) {
    let apart: Vec<Vec<u8>> =
        texts(Layout::PressReview).iter().map(|text| text.nfd().collect::<String>().into_bytes()).collect();
    decoding(bencher, &apart);
}

#[divan::bench]
fn utf_16(bencher: Bencher<'_, '_>) {
    decoding(bencher, &encoded(Encoding::Utf16Le));
}

#[divan::bench]
fn windows_1258(bencher: Bencher<'_, '_>) {
    decoding(bencher, &encoded(Encoding::Windows1258));
}

#[divan::bench]
fn tcvn3(bencher: Bencher<'_, '_>) {
    decoding(bencher, &encoded(Encoding::Tcvn3));
}

#[divan::bench]
fn tcvn3_mojibake(bencher: Bencher<'_, '_>) {
    decoding(bencher, &encoded(Encoding::Tcvn3Mojibake));
}
