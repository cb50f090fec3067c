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
        /// The letters of a word that announces a source; see [`announcing`].
        const ANNOUNCEMENT = 1 << 1;
        const COLON = 1 << 2;
        const DIGIT = 1 << 3;
        /// A full stop or a comma with a letter of ASCII behind it, as domains and most slips of them have it.
        const DOMAIN = 1 << 4;
        /// A full stop or a comma with a space and `v` behind it, as in `Baotintuc. vn`.
        const SLIP = 1 << 5;
        /// The vowels of `thứ` and `chủ`, which open weekdays.
        const WEEKDAY = 1 << 6;
        /// The first letters of `trang`, `tr` and `số`.
        const PAGE = 1 << 7;
    }
}

impl Traces {
    /// What tells where in a line a citation could stand.
    pub(super) fn of_line(bytes: &[u8]) -> Self {
        Self::from_bits_truncate(scan::union(bytes, of_line))
    }

    /// What stands among the words of a citation.
    pub(super) fn of_words(bytes: &[u8]) -> Self {
        let traces = scan::union(bytes, |a, b, c| {
            of_line(a, b, c)
                | bit((a == 0xBB) & (0xA6 <= b) & (b <= 0xA9), Traces::WEEKDAY)
                | bit((a | 0x20 == b't') & (b | 0x20 == b'r') | (a | 0x20 == b's') & (b == 0xE1), Traces::PAGE)
        });
        Self::from_bits_truncate(traces)
    }

    /// Whether an address may stand there.
    pub(super) fn addressed(self) -> bool {
        // A link has a colon, unless its host begins with `www`.
        self.intersects(Self::DOMAIN | Self::SLIP | Self::COLON)
    }
}

#[inline(always)]
fn of_line(a: u8, b: u8, c: u8) -> u8 {
    let stop = (a == b'.') | (a == b',');
    bit((a == b'(') | (a == b'['), Traces::BRACKET)
        | bit(opens_announcement(a, b, c), Traces::ANNOUNCEMENT)
        | bit(a == b':', Traces::COLON)
        | bit(a.is_ascii_digit(), Traces::DIGIT)
        | bit(stop & b.is_ascii_alphabetic(), Traces::DOMAIN)
        | bit(stop & (b == b' ') & (c | 0x20 == b'v'), Traces::SLIP)
}

#[inline(always)]
fn bit(seen: bool, trace: Traces) -> u8 {
    u8::from(seen) * trace.bits()
}

/// Where a word that announces a source could begin or, behind `ngu`, go on, by three bytes.
#[inline(always)]
fn opens_announcement(a: u8, b: u8, c: u8) -> bool {
    (a | 0x20 == b't') & (b | 0x20 == b'h') & (c | 0x20 == b'e')
        | (a == 0xBB) & ((b == 0x92) | (b == 0x93)) & (c | 0x20 == b'n')
        | (a == b'T') & (b == 0xE1) & (c == 0xBB)
}

/// Places where words begin that announce a source, as printed, or open what does (`Tổng hợp từ`); in no order. Each is
/// found by its rarest byte.
pub(super) fn announcing(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let begins = |at: usize, words: &[&str]| {
        let word = bytes.get(at..)?;
        words.iter().any(|announcing| word.starts_with(announcing.as_bytes())).then_some(at)
    };
    let most = memchr::memchr3_iter(b'e', 0x93, b'T', bytes).filter_map(move |at| match bytes.get(at) {
        Some(b'e') => begins(at.checked_sub(2)?, &["theo"]),
        Some(b'T') => begins(at, &["Theo", "THEO", "Tổng hợp"]),
        _ => begins(at.checked_sub(5)?, &["nguồn", "Nguồn"]),
    });
    most.chain(memchr::memchr_iter(0x92, bytes).filter_map(move |at| begins(at.checked_sub(5)?, &["NGUỒN"])))
}
