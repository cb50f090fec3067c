//! Random choice with a memory: a small generator of its own, and the recipe of what was drawn.
//!
//! The numbers come from xoshiro256**, seeded through SplitMix64. It is written out here because the streams of the
//! `rand` crates may change between versions, and one seed has to give the same bytes for good. Where it stops: it
//! knows nothing of bulletins; it only picks, and notes under a name what it picked.

use std::fmt::Write as _;

/// A stream of choices, together with the recipe of the named ones.
pub struct Draw {
    state: [u64; 4],
    recipe: Vec<String>,
    place: String,
    /// Probability of a slip: how careless the editor of this bulletin is.
    pub carelessness: f64,
    /// Whether to leave out what no reader could tell from the text: a page, column or line that ends in a sentence
    /// before a capital (inside a name, or at a new paragraph?) with nothing else to say that the sentence goes on.
    pub says_all: bool,
}

impl Draw {
    /// A stream that depends on the seed and on the key alone.
    pub fn new(seed: u64, key: &str) -> Self {
        let mut mixed = key.bytes().fold(seed ^ 0x5bd1_e995_9e37_79b9, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let state = std::array::from_fn(|_| {
            mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut word = mixed;
            word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            word ^ (word >> 31)
        });
        Self { state, recipe: Vec::new(), place: String::new(), carelessness: 0.1, says_all: false }
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A number from 0 to `below` exclusive.
    pub fn below(&mut self, below: usize) -> usize {
        if below == 0 { 0 } else { (self.next() % below as u64) as usize }
    }

    /// A number in the range, both ends included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True with the given probability; not noted in the recipe.
    pub fn chance(&mut self, probability: f64) -> bool {
        ((self.next() >> 11) as f64 / (1u64 << 53) as f64) < probability
    }

    /// One of the items; not noted in the recipe.
    pub fn one<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// Puts the items into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// Notes a choice under its name, at the current place.
    pub fn note(&mut self, name: &str, value: impl std::fmt::Display) {
        let value = value.to_string();
        let quoted = value.trim() != value || value.contains('\t');
        let mut line = if quoted { format!("{name}={value:?}") } else { format!("{name}={value}") };
        if !self.place.is_empty() {
            let _ = write!(line, " @{}", self.place);
        }
        if !self.recipe.contains(&line) {
            self.recipe.push(line);
        }
    }

    /// From here on choices belong to this place (the running number of an article; empty for the whole bulletin).
    pub fn at(&mut self, place: impl std::fmt::Display) {
        self.place = place.to_string();
    }

    /// A named choice among weighted values, noted in the recipe.
    pub fn pick(&mut self, name: &str, values: &[(&'static str, u32)]) -> &'static str {
        let value = self.weighted(values);
        self.note(name, value);
        value
    }

    /// A weighted choice that is not noted.
    pub fn weighted<T: Copy>(&mut self, values: &[(T, u32)]) -> T {
        let total: u32 = values.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total as usize) as u32;
        for (value, weight) in values {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        values[0].0
    }

    /// A named habit of the whole bulletin: true with the given probability, noted only when true.
    pub fn habit(&mut self, name: &str, probability: f64) -> bool {
        let held = self.chance(probability);
        if held {
            self.note(name, "yes");
        }
        held
    }

    /// A named slip: as likely as the editor is careless, scaled by `weight`; noted only when it happens.
    pub fn slip(&mut self, name: &str, weight: f64) -> bool {
        self.habit(name, (self.carelessness * weight).min(0.9))
    }

    /// The recipe so far, one choice a line.
    pub fn recipe(&self) -> &[String] {
        &self.recipe
    }
}
