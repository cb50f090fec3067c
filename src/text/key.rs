//! Keys under which two printings of one title meet: letters and digits alone, in small letters.

use crate::text::chars;
use std::collections::HashMap;

/// The letters and digits of the text, small. Two titles with one key differ in marks, spacing and capitals at most.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| chars::is_alphanumeric(c)) {
        chars::push_lowercase(&mut out, c);
    }
    out
}

/// Small words of the text, marks stripped.
fn word_keys(text: &str) -> Vec<String> {
    text.split(|c: char| !chars::is_alphanumeric(c)).filter(|w| !w.is_empty()).map(key).collect()
}

/// How much two titles have in common, 0 to 1: twice the number of shared words over the number of all words.
pub fn likeness(a: &str, b: &str) -> f32 {
    let (a, b) = (word_keys(a), word_keys(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    for w in &a {
        *left.entry(w).or_default() += 1;
    }
    let mut shared = 0usize;
    for w in &b {
        if let Some(n) = left.get_mut(w.as_str()).filter(|n| **n > 0) {
            *n -= 1;
            shared += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "word counts of a title")]
    let ratio = 2.0 * shared as f32 / (a.len() + b.len()) as f32;
    ratio
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_meet() {
        assert_eq!(key("**Hà Nội: “Một cửa” – 24/7**"), key("hà nội một cửa 247"));
        assert_eq!(key("..."), "");
    }

    #[test]
    fn likeness_counts_words() {
        assert_eq!(likeness("một hai ba bốn", "một hai ba năm"), 0.75);
        assert_eq!(likeness("một", ""), 0.0);
        assert_eq!(likeness("một một", "một hai"), 0.5);
    }
}
