//! Made-up bulletins with their truth, from parts: mastheads, contents, headings, citations, noise.
//!
//! One seed gives the same bytes for good. Each bulletin comes with the truth about it and with a recipe that names
//! what was drawn, so that failures can be grouped by what they have in common. Style is drawn once for a bulletin,
//! slips are drawn for each article; what a person could read in two ways is either not drawn or accepted both ways.

// A generator may stop at what cannot happen; each user of it needs but a part.
#![allow(dead_code, missing_docs, unreachable_pub)]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod citation;
pub mod columns;
pub mod contents;
pub mod data_texts;
pub mod document;
pub mod draw;
pub mod ending;
pub mod gold;
pub mod masthead;
pub mod newsletter;
pub mod no_bulletin;
pub mod noise;
pub mod pack_contents;
pub mod press_review;
pub mod proceedings;
pub mod prose;
pub mod story;
pub mod words;

use draw::Draw;
use gold::Gold;

/// Which kind of text is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    PressReview,
    Newsletter,
    Proceedings,
    NoBulletin,
}

impl Layout {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::PressReview, Self::Newsletter, Self::Proceedings, Self::NoBulletin];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::PressReview => "press-review",
            Self::Newsletter => "newsletter",
            Self::Proceedings => "proceedings",
            Self::NoBulletin => "none",
        }
    }

    /// The letter that keys begin with.
    pub fn letter(self) -> char {
        match self {
            Self::PressReview => 'p',
            Self::Newsletter => 'n',
            Self::Proceedings => 'c',
            Self::NoBulletin => 'x',
        }
    }
}

/// A generated text, the truth about it, and what was drawn for it.
pub struct Sample {
    pub key: String,
    pub bytes: Vec<u8>,
    pub gold: Gold,
    pub recipe: Vec<String>,
}

/// Generates the sample with this number. It depends on the seed, the layout and the number alone.
pub fn sample(seed: u64, layout: Layout, number: usize) -> Sample {
    let key = format!("{}{number:04}", layout.letter());
    generate(Draw::new(seed, &key), key, layout)
}

/// Like [`sample`], but the text says all that its truth says: without the noise after which nothing but knowledge of
/// the world tells whether a sentence goes on. See [`Draw::says_all`].
pub fn sample_that_says_all(seed: u64, layout: Layout, number: usize) -> Sample {
    let key = format!("{}{number:04}", layout.letter());
    let mut draw = Draw::new(seed, &key);
    draw.says_all = true;
    generate(draw, key, layout)
}

fn generate(mut draw: Draw, key: String, layout: Layout) -> Sample {
    let (bytes, gold) = match layout {
        Layout::PressReview => press_review::press_review(&mut draw),
        Layout::Newsletter => newsletter::newsletter(&mut draw),
        Layout::Proceedings => proceedings::proceedings(&mut draw),
        Layout::NoBulletin => no_bulletin::no_bulletin(&mut draw),
    };
    Sample { key, bytes, gold, recipe: draw.recipe().to_vec() }
}

/// The layout of the sample with this number, where all layouts are mixed: press reviews come most often.
pub fn mixed(number: usize) -> Layout {
    match number % 10 {
        3 | 6 | 8 => Layout::Newsletter,
        9 => Layout::Proceedings,
        0 => Layout::NoBulletin,
        _ => Layout::PressReview,
    }
}
