//! Texts for the benchmarks: some 4 MB of bulletins that the generator of the tests makes, the same ones each time.
//!
//! No text repeats another; repeated words run several times faster than those of an archive do.

#![allow(dead_code, unreachable_pub)]
#![allow(clippy::unwrap_used)]

#[path = "../../tests/support/generate/mod.rs"]
mod generate;

use std::sync::LazyLock;

use bantin::model::Bulletin;
use bantin::{Fixity, Options};
use divan::Divan;
use divan::counter::BytesCount;

pub use generate::Layout;

/// Bytes that each benchmark works on, at least.
const BYTES: usize = 4 << 20;
/// Seed of the texts; no test's.
const SEED: u64 = 0x0062_656e_6368;
/// How often each benchmark is measured, its texts all at once each time. The command line may say otherwise.
const SAMPLES: u32 = 11;

/// Layouts that are measured.
pub const LAYOUTS: [Layout; 3] = [Layout::PressReview, Layout::Newsletter, Layout::Proceedings];

/// Runs the benchmarks of a file.
pub fn main() {
    Divan::default().sample_count(SAMPLES).sample_size(1).config_with_args().main();
}

/// Bulletins of a layout, in NFC.
pub fn texts(layout: Layout) -> &'static [String] {
    static REVIEWS: LazyLock<Vec<String>> = LazyLock::new(|| make(Layout::PressReview));
    static NEWSLETTERS: LazyLock<Vec<String>> = LazyLock::new(|| make(Layout::Newsletter));
    static PACKS: LazyLock<Vec<String>> = LazyLock::new(|| make(Layout::Proceedings));
    static OTHERS: LazyLock<Vec<String>> = LazyLock::new(|| make(Layout::NoBulletin));
    match layout {
        Layout::PressReview => &REVIEWS,
        Layout::Newsletter => &NEWSLETTERS,
        Layout::Proceedings => &PACKS,
        Layout::NoBulletin => &OTHERS,
    }
}

fn make(layout: Layout) -> Vec<String> {
    let (mut texts, mut length) = (Vec::new(), 0);
    for number in 1.. {
        if length >= BYTES {
            break;
        }
        let text = String::from_utf8(generate::sample(SEED, layout, number).bytes).unwrap();
        let text = bantin::text::normalise::nfc(&text).into_owned();
        length += text.len();
        texts.push(text);
    }
    texts
}

/// Press reviews, parsed.
pub fn bulletins() -> &'static [Bulletin] {
    static BULLETINS: LazyLock<Vec<Bulletin>> = LazyLock::new(|| {
        let parse = |text: &String| bantin::parse(text, &options(text));
        texts(Layout::PressReview).iter().map(parse).collect()
    });
    &BULLETINS
}

/// Options with a checksum, so that making one is not measured.
pub fn options(text: &str) -> Options {
    Options { fixity: Some(Fixity { bytes: text.len() as u64, sha256: "0".repeat(64) }), ..Options::default() }
}

/// How many bytes some texts have.
pub fn bytes_of<T: AsRef<[u8]>>(texts: &[T]) -> BytesCount {
    BytesCount::new(texts.iter().map(|text| text.as_ref().len()).sum::<usize>())
}
