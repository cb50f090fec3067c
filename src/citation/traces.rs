//! What a text shows of the signs and words that a citation cannot do without.
//!
//! Each byte is looked at once for all of them, so that the search passes over most texts. Where a citation could stand
//! is found in `locate`.

use bitflags::bitflags;

use crate::text::scan;

bitflags! {
    /// What stands somewhere in a text; it may be there without a citation, never a citation without it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) struct Traces: u8 {
        /// A bracket that opens.
        const BRACKET = 1;
        /// The letters of a word that announces a source; see [`each_announcing`].
        const ANNOUNCEMENT = 1 << 1;
        const COLON = 1 << 2;
        const DIGIT = 1 << 3;
        /// A full stop or a comma with a letter of ASCII behind it, as domains have it.
        const DOMAIN = 1 << 4;
        /// The same with a space before the letter, which the ending of a domain could begin with, or the slashes of a link.
        const SLIP = 1 << 5;
        /// The vowels of `thứ` and `chủ`, which open weekdays.
        const WEEKDAY = 1 << 6;
        /// The first letters of `trang`, `tr` and `số`.
        const PAGE = 1 << 7;
    }
}

impl Traces {
    /// What stands in a text.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let bit = |seen: bool, trace: Self| u8::from(seen) * trace.bits();
        let traces = scan::union(bytes, |a, b, c| {
            let stop = (a == b'.') | (a == b',');
            let ending = |c: u8| {
                [b'v', b'c', b'o', b'n', b'g', b'e'].iter().fold(false, |is, letter| is | (c | 0x20 == *letter))
            };
            bit((a == b'(') | (a == b'['), Self::BRACKET)
                | bit(opens_announcement(a, b, c), Self::ANNOUNCEMENT)
                | bit(a == b':', Self::COLON)
                | bit(a.is_ascii_digit(), Self::DIGIT)
                | bit(stop & b.is_ascii_alphabetic(), Self::DOMAIN)
                | bit(stop & (b == b' ') & ending(c) | (a == b'/') & (b == b'/'), Self::SLIP)
                | bit((a == 0xBB) & (0xA6 <= b) & (b <= 0xA9), Self::WEEKDAY)
                | bit((a | 0x20 == b't') & (b | 0x20 == b'r') | (a | 0x20 == b's') & (b == 0xE1), Self::PAGE)
        });
        Self::from_bits_truncate(traces)
    }

    /// Whether a citation could stand there without brackets and without an announcement: behind a by-line's label, or
    /// with an address and a date.
    pub(super) fn could_be_bare(self) -> bool {
        self.contains(Self::COLON) || self.contains(Self::DIGIT) && self.intersects(Self::DOMAIN | Self::SLIP)
    }
}

/// Words that announce a source or open what does (`Tổng hợp từ`), as printed.
const ANNOUNCING: [&str; 7] = ["theo", "Theo", "THEO", "nguồn", "Nguồn", "NGUỒN", "Tổng hợp"];

/// The first letters of [`ANNOUNCING`]; of `nguồn` those from its vowel on, since many a name begins as it does.
#[inline(always)]
fn opens_announcement(a: u8, b: u8, c: u8) -> bool {
    (a | 0x20 == b't') & (b | 0x20 == b'h') & (c | 0x20 == b'e')
        | (a == 0xBB) & (b == 0x93) & (c == b'n')
        | (a == b'N') & (b == b'G') & (c == b'U')
        | (a == b'T') & (b == 0xE1) & (c == 0xBB)
}

/// Hands on the places where words begin that announce a source, from the first to the last.
pub(super) fn each_announcing(bytes: &[u8], mut take: impl FnMut(usize)) {
    scan::each(bytes, opens_announcement, |at| {
        let start = if bytes.get(at) == Some(&0xBB) { at.saturating_sub("ngu\u{1ED3}".len() - 2) } else { at };
        let word = bytes.get(start..).unwrap_or_default();
        if ANNOUNCING.iter().any(|announcing| word.starts_with(announcing.as_bytes())) {
            take(start);
        }
    });
}
