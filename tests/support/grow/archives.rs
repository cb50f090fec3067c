//! Many files: what a run remembers of them, and how it finds articles again.

use super::Draw;
use super::bulletins::press_review;

/// Bytes of a file; small, so that the first one, which repeats none, counts for little.
const FILE: usize = 2 << 10;

/// A kind of archive.
type Archive = (&'static str, fn(&mut Draw, usize) -> Vec<Vec<u8>>);

pub(super) const CASES: &[Archive] = &[
    ("files", |draw, bytes| files(bytes, || press_review(draw, FILE).into_bytes())),
    ("files-twice", |draw, bytes| {
        let mut made: Vec<Vec<u8>> = files(bytes / 2, || press_review(draw, FILE).into_bytes());
        made.extend(made.clone());
        made
    }),
    ("files-that-are-one", |draw, bytes| {
        let made = press_review(draw, FILE).into_bytes();
        files(bytes, || made.clone())
    }),
    // Every file but the first has the articles of the one before and one of its own, so no file repeats another.
    ("files-that-share", |draw, bytes| {
        let mut before = press_review(draw, FILE / 2);
        files(bytes, || {
            let made = format!("{before}{}", tail(&press_review(draw, FILE / 2)));
            before = press_review(draw, FILE / 2) + tail(&made);
            made.into_bytes()
        })
    }),
    ("small-files", |draw, bytes| files(bytes, || press_review(draw, 256).into_bytes())),
];

/// The articles at the end of a press review.
fn tail(text: &str) -> &str {
    let from = text.len().saturating_sub(FILE / 2);
    text.get(from..).or_else(|| text.get(from + 1..)).or_else(|| text.get(from + 2..)).unwrap_or_default()
}

/// Files, as many as make a number of bytes.
fn files(bytes: usize, mut file: impl FnMut() -> Vec<u8>) -> Vec<Vec<u8>> {
    let (mut files, mut length) = (Vec::new(), 0);
    while length < bytes {
        let made = file();
        length += made.len().max(1);
        files.push(made);
    }
    files
}
