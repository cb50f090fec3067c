//! What a text shows of the signs and words that a citation cannot do without.
//!
//! Each byte is looked at once for all of them, so that the search passes over most texts. Where a citation could stand
//! is found in `locate`.

use bitflags::bitflags;

use crate::text::scan;

bitflags! {
    /// What a line shows; it may be there without a citation, never a citation without it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) struct LineTraces: u8 {
        /// A bracket that opens.
        const BRACKET = 1;
        /// Letters of a word that announces a source; see [`announcing`].
        const ANNOUNCEMENT = 1 << 1;
        const COLON = 1 << 2;
        const DIGIT = 1 << 3;
        /// A full stop or a comma with a letter of ASCII behind it, as domains and most slips of them have it.
        const DOMAIN = 1 << 4;
        /// A full stop or a comma with a space and `v` behind it, as in `Baotintuc. vn`.
        const SLIP = 1 << 5;
    }

    /// What the words of a citation show; words of the kind may be there without it, never it without them.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) struct WordTraces: u8 {
        /// A bracket that opens.
        const BRACKET = 1;
        const COLON = 1 << 1;
        const DIGIT = 1 << 2;
        /// See [`LineTraces::DOMAIN`].
        const DOMAIN = 1 << 3;
        /// See [`LineTraces::SLIP`].
        const SLIP = 1 << 4;
        /// The vowels of `thứ` and `chủ`, which open weekdays.
        const WEEKDAY = 1 << 5;
        /// The first letters of `trang`, `tr` and `số`.
        const PAGE = 1 << 6;
        /// A digit before a colon, `h` or `g`, or the first letters of `GMT`.
        const CLOCK = 1 << 7;
    }
}

impl LineTraces {
    /// What stands in a text.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let bit = |seen: bool, trace: Self| if seen { trace.bits() } else { 0 };
        Self::from_bits_truncate(scan::union(bytes, |a, b, c| {
            bit(opens_bracket(a), Self::BRACKET)
                | bit(announces(a, b, c), Self::ANNOUNCEMENT)
                | bit(a == b':', Self::COLON)
                | bit(a.is_ascii_digit(), Self::DIGIT)
                | bit(opens_ending(a, b), Self::DOMAIN)
                | bit(opens_slip(a, b, c), Self::SLIP)
        }))
    }

    /// Whether an address may stand there.
    pub(super) fn addressed(self) -> bool {
        // A link has a colon, unless its host begins with `www`.
        self.intersects(Self::DOMAIN | Self::SLIP | Self::COLON)
    }
}

impl WordTraces {
    /// What stands in a text whose words are parted by single spaces.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let bit = |seen: bool, trace: Self| if seen { trace.bits() } else { 0 };
        let clock = |a: u8| (a == b':') | (a | 0x20 == b'h') | (a | 0x20 == b'g');
        Self::from_bits_truncate(scan::union(bytes, |a, b, c| {
            bit(opens_bracket(a), Self::BRACKET)
                | bit(a == b':', Self::COLON)
                | bit(a.is_ascii_digit(), Self::DIGIT)
                | bit(opens_ending(a, b), Self::DOMAIN)
                | bit(opens_slip(a, b, c), Self::SLIP)
                | bit((a == 0xBB) & (0xA6..=0xA9).contains(&b), Self::WEEKDAY)
                | bit((a | 0x20 == b't') & (b | 0x20 == b'r') | (a | 0x20 == b's') & (b == 0xE1), Self::PAGE)
                | bit(a.is_ascii_digit() & (clock(b) | (b == b' ') & clock(c)), Self::CLOCK)
                | bit((a | 0x20 == b'g') & (b | 0x20 == b'm'), Self::CLOCK)
        }))
    }

    /// Whether an address may stand there; see [`LineTraces::addressed`].
    pub(super) fn addressed(self) -> bool {
        self.intersects(Self::DOMAIN | Self::SLIP | Self::COLON)
    }
}

#[inline(always)]
fn opens_bracket(a: u8) -> bool {
    (a == b'(') | (a == b'[')
}

#[inline(always)]
fn opens_ending(a: u8, b: u8) -> bool {
    ((a == b'.') | (a == b',')) & b.is_ascii_alphabetic()
}

#[inline(always)]
fn opens_slip(a: u8, b: u8, c: u8) -> bool {
    ((a == b'.') | (a == b',')) & (b == b' ') & (c | 0x20 == b'v')
}

/// Whether three bytes stand in one of the words that [`announcing`] finds: `the`, the vowels of `nguồn` and `Tổng` with
/// their `n`.
#[inline(always)]
fn announces(a: u8, b: u8, c: u8) -> bool {
    (a | 0x20 == b't') & (b | 0x20 == b'h') & (c | 0x20 == b'e')
        | (a == 0xBB) & ((b | 1 == 0x93) | (b == 0x95)) & (c | 0x20 == b'n')
}

/// The places where words begin that announce a source, as printed, or open what does (`Tổng hợp từ`); from the first to
/// the last.
pub(super) fn announcing(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // Of `nguồn` and `Tổng` the vowel was found.
    let first = |at: usize| match bytes.get(at..at + 2) {
        Some([0xBB, 0x95]) => at.checked_sub(2),
        Some([0xBB, _]) => at.checked_sub(4),
        _ => Some(at),
    };
    scan::places(bytes, announces).filter_map(first).filter(|at| announces_at(bytes, *at))
}

fn announces_at(bytes: &[u8], at: usize) -> bool {
    let word = bytes.get(at..).unwrap_or_default();
    match word {
        [b't' | b'T', b'h', b'e', b'o', ..] | [b'T', b'H', b'E', b'O', ..] => true,
        [b'n' | b'N', b'g', b'u', 0xE1, 0xBB, 0x93, b'n', ..] | [b'N', b'G', b'U', 0xE1, 0xBB, 0x92, b'N', ..] => true,
        _ => word.starts_with("Tổng hợp".as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_announcing_words_at_every_place() {
        let places = |text: &str| announcing(text.as_bytes()).collect::<Vec<_>>();
        for word in ["theo", "Theo", "THEO", "nguồn", "Nguồn", "NGUỒN", "Tổng hợp"] {
            for before in 0..200 {
                let text = format!("{} {word} (1)", "-".repeat(before));
                assert_eq!(places(&text), [before + 1], "{text}");
                assert!(LineTraces::of(text.as_bytes()).contains(LineTraces::ANNOUNCEMENT), "{text}");
            }
        }
        assert_eq!(places("Theo, theo nguồn"), [0, 6, 11]);
        for text in ["", "thế", "heo", "Nguyễn", "ồn", "Từ", "tổng hợp", "TỔNG HỢP", "then"] {
            assert_eq!(places(text), [0; 0], "{text}");
        }
    }
}
