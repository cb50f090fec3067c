//! Tests of bytes over whole texts, written so that they compile to vector instructions.
//!
//! Nearly every line of a bulletin is ordinary text, and a test that says so for many bytes at once spares it the work
//! that only a few lines need. A test here looks at every byte with the two that follow it, without a branch. Longer texts
//! are gone through with the widest registers that the processor has.

use std::sync::LazyLock;

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};

/// How many bytes are tested before the result is looked at: a few registers full.
pub const CHUNK: usize = 64;
/// The same for texts of half that length: the widest register full.
const MIDDLE: usize = 32;
/// The same for short texts: one register full.
const SMALL: usize = 16;
/// And for single words: half a register.
const WORD: usize = 8;

/// Chunks that are tested before the places in them are handed on.
const TESTED: usize = 8;

/// What the processor has.
static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// The first place of a chunk in which some byte passes the test. The test sees each byte and the two behind it, zeros
/// behind the end; it has to be free of branches (`&`, `|` in place of `&&`, `||`) and false for a zero.
pub fn find_chunk(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    dispatch!(*LEVEL, _ => search(bytes, &test))
}

#[inline(always)]
fn search(bytes: &[u8], test: &impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    let mut from = 0;
    while let Some(chunk) = bytes.get(from..).and_then(|rest| rest.first_chunk()) {
        if passes(chunk, test) {
            return Some(from);
        }
        from += CHUNK;
    }
    // What is left is a little more than a chunk at most.
    while let Some(rest) = bytes.get(from..).filter(|rest| !rest.is_empty()) {
        if passes(&padded(rest), test) {
            return Some(from);
        }
        from += CHUNK;
    }
    None
}

/// The bytes as a chunk, zeros behind them.
#[inline(always)]
fn padded(rest: &[u8]) -> [u8; CHUNK + 2] {
    let mut padded = [0; CHUNK + 2];
    let length = rest.len().min(padded.len());
    if let (Some(to), Some(from)) = (padded.get_mut(..length), rest.get(..length)) {
        to.copy_from_slice(from);
    }
    padded
}

/// Whether a byte of the chunk passes the test.
#[inline(always)]
fn passes(chunk: &[u8; CHUNK + 2], test: &impl Fn(u8, u8, u8) -> bool) -> bool {
    let mut hit = false;
    for at in 0..CHUNK {
        hit |= test(chunk[at], chunk[at + 1], chunk[at + 2]);
    }
    hit
}

/// Whether some byte passes the test; see [`find_chunk`].
pub fn any(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> bool {
    find_chunk(bytes, test).is_some()
}

/// Hands on the place of each byte that passes the test, in order; see [`find_chunk`].
#[inline]
pub fn each(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool, mut take: impl FnMut(usize)) {
    let mut from = 0;
    while from < bytes.len() {
        let mut masks = [0_u64; TESTED];
        dispatch!(*LEVEL, simd => mark(simd, bytes, from, &test, &mut masks));
        for mut hits in masks {
            while hits != 0 {
                take(from + hits.trailing_zeros() as usize);
                hits &= hits - 1;
            }
            from += CHUNK;
        }
    }
}

/// Sets a bit for each byte that passes the test, in a mask for each chunk from a byte on.
#[inline(always)]
fn mark<S: Simd>(simd: S, bytes: &[u8], from: usize, test: &impl Fn(u8, u8, u8) -> bool, masks: &mut [u64; TESTED]) {
    for (mask, at) in masks.iter_mut().zip((from..bytes.len()).step_by(CHUNK)) {
        let rest = bytes.get(at..).unwrap_or_default();
        let last;
        let chunk = match rest.first_chunk() {
            Some(chunk) => chunk,
            None => {
                last = padded(rest);
                &last
            }
        };
        *mask = u8x64::from_slice(simd, &passed(chunk, test)).simd_eq(1).to_bitmask();
    }
}

/// For each byte of the chunk, 1 where it passes the test.
#[inline(always)]
fn passed(chunk: &[u8; CHUNK + 2], test: &impl Fn(u8, u8, u8) -> bool) -> [u8; CHUNK] {
    let mut passed = [0; CHUNK];
    for at in 0..CHUNK {
        passed[at] = u8::from(test(chunk[at], chunk[at + 1], chunk[at + 2]));
    }
    passed
}

/// The place of each byte that passes the test, in order, for tests that hardly a chunk passes; see [`find_chunk`].
pub fn places(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> impl Iterator<Item = usize> {
    let (mut start, mut next, mut hits) = (0, 0, 0_u64);
    std::iter::from_fn(move || {
        if hits == 0 {
            start = next + find_chunk(bytes.get(next..)?, &test)?;
            next = start + CHUNK;
            let rest = bytes.get(start..)?;
            hits = mask(rest.first_chunk().unwrap_or(&padded(rest)), &test);
        }
        let place = start + hits.trailing_zeros() as usize;
        hits &= hits.checked_sub(1)?;
        Some(place)
    })
}

/// A bit for each byte of the chunk, the lowest one for the first: set where the byte passes the test.
fn mask(chunk: &[u8; CHUNK + 2], test: &impl Fn(u8, u8, u8) -> bool) -> u64 {
    // Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56;
    let eights = passed(chunk, test);
    eights.as_chunks().0.iter().rev().fold(0, |mask, eight| mask << 8 | bits(eight))
}

/// The bits that the test gives for any of the bytes, all together; see [`find_chunk`]: a zero has no bits.
pub fn union(bytes: &[u8], bits: impl Fn(u8, u8, u8) -> u8) -> u8 {
    dispatch!(*LEVEL, _ => unite(bytes, &bits))
}

/// The bits of all bytes.
#[inline(always)]
fn unite(bytes: &[u8], bits: &impl Fn(u8, u8, u8) -> u8) -> u8 {
    let mut all = [0; CHUNK];
    let mut add = |chunk: &[u8; CHUNK + 2]| {
        for at in 0..CHUNK {
            all[at] |= bits(chunk[at], chunk[at + 1], chunk[at + 2]);
        }
    };
    let mut rest = bytes;
    while let Some(chunk) = rest.first_chunk() {
        add(chunk);
        rest = rest.get(CHUNK..).unwrap_or_default();
    }
    // Of what is left, the first byte stands before the last chunk at most. That looks at some bytes again, which costs less
    // than to copy so many as are left.
    let tail = bytes.len().checked_sub(CHUNK).and_then(|from| bytes.get(from..)).unwrap_or(bytes);
    let first = match *rest {
        [a, b, c, ..] if rest.len() > CHUNK => bits(a, b, c),
        _ => 0,
    };
    add(&padded(tail));
    all.iter().fold(first, |all, bits| all | bits)
}

/// Whether some byte by itself passes the test, which has to be free of branches as well. Cheaper on short texts.
pub fn any_byte(bytes: &[u8], test: impl Fn(u8) -> bool) -> bool {
    // The last chunk looks at some bytes again, which costs less than to fill one up.
    match (bytes.last_chunk::<CHUNK>(), bytes.last_chunk::<SMALL>()) {
        (Some(last), _) => {
            dispatch!(*LEVEL, _ => passes_bytes(bytes.as_chunks::<CHUNK>().0, last, &test))
        }
        (_, Some(last)) => passes_bytes(bytes.as_chunks::<SMALL>().0, last, &test),
        _ => match bytes.last_chunk::<WORD>() {
            Some(last) => passes_bytes(bytes.as_chunks::<WORD>().0, last, &test),
            None => bytes.iter().any(|&byte| test(byte)),
        },
    }
}

/// Whether a byte of the chunks passes the test.
#[inline(always)]
fn passes_bytes<const N: usize>(chunks: &[[u8; N]], last: &[u8; N], test: &impl Fn(u8) -> bool) -> bool {
    let passes = |chunk: &[u8; N]| chunk.iter().fold(false, |hit, &byte| hit | test(byte));
    chunks.iter().any(passes) || passes(last)
}

/// Whether three bytes side by side pass the test, which has to be free of branches. Cheaper than [`any`], which looks
/// at the last two bytes with zeros behind them as well.
pub fn any_window(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> bool {
    match (bytes.last_chunk(), bytes.last_chunk(), bytes.last_chunk()) {
        (Some(last), ..) => dispatch!(*LEVEL, _ => passes_windows::<{ CHUNK + 2 }>(bytes, last, &test)),
        (_, Some(last), _) => dispatch!(*LEVEL, _ => passes_windows::<{ MIDDLE + 2 }>(bytes, last, &test)),
        (.., Some(last)) => passes_windows::<{ SMALL + 2 }>(bytes, last, &test),
        _ => bytes.windows(3).any(|three| matches!(*three, [a, b, c] if test(a, b, c))),
    }
}

/// Whether three bytes side by side pass the test, in chunks of so many bytes; `last` are the last ones.
#[inline(always)]
fn passes_windows<const N: usize>(bytes: &[u8], last: &[u8; N], test: &impl Fn(u8, u8, u8) -> bool) -> bool {
    let mut rest = bytes;
    while let Some(chunk) = rest.first_chunk::<N>() {
        if passes_window(chunk, test) {
            return true;
        }
        rest = rest.get(N - 2..).unwrap_or_default();
    }
    passes_window(last, test)
}

/// Whether three bytes side by side in a chunk pass the test.
#[inline(always)]
fn passes_window<const N: usize>(chunk: &[u8; N], test: &impl Fn(u8, u8, u8) -> bool) -> bool {
    let mut hit = false;
    for at in 0..N - 2 {
        hit |= test(chunk[at], chunk[at + 1], chunk[at + 2]);
    }
    hit
}

/// Whether a digit of ASCII stands somewhere.
pub fn any_digit(bytes: &[u8]) -> bool {
    any_byte(bytes, |byte| byte.is_ascii_digit())
}

/// How many bytes pass the first test less how many pass the second one; see [`find_chunk`].
pub fn balance(bytes: &[u8], more: impl Fn(u8, u8, u8) -> bool, less: impl Fn(u8, u8, u8) -> bool) -> isize {
    dispatch!(*LEVEL, _ => sum(bytes, &more, &less))
}

#[inline(always)]
fn sum(bytes: &[u8], more: &impl Fn(u8, u8, u8) -> bool, less: &impl Fn(u8, u8, u8) -> bool) -> isize {
    let (mut from, mut total) = (0, 0);
    while from < bytes.len() {
        let rest = bytes.get(from..).unwrap_or_default();
        let last;
        let chunk = match rest.first_chunk::<{ CHUNK + 2 }>() {
            Some(chunk) => chunk,
            None => {
                last = padded(rest);
                &last
            }
        };
        let mut passed = 0_i8;
        for at in 0..CHUNK {
            let (a, b, c) = (chunk[at], chunk[at + 1], chunk[at + 2]);
            passed += i8::from(more(a, b, c)) - i8::from(less(a, b, c));
        }
        total += isize::from(passed);
        from += CHUNK;
    }
    total
}

/// How many bytes pass the test; see [`find_chunk`].
pub fn count(bytes: &[u8], test: impl Fn(u8, u8, u8) -> bool) -> usize {
    balance(bytes, test, |_, _, _| false).unsigned_abs()
}

/// The heaviest that [`weigh`] takes a byte to be.
const HEAVIEST: i8 = 8;
/// Bytes of the chunks that are weighed side by side, each byte of a chunk by itself, before the weights could grow too
/// large.
const WEIGHED: usize = CHUNK * (i8::MAX / HEAVIEST) as usize;

/// The sum of what each byte weighs, from -`HEAVIEST` to `HEAVIEST`. For whole texts: what is left behind the last
/// chunk is weighed byte by byte.
pub fn weigh(bytes: &[u8], weight: impl Fn(u8) -> i8) -> isize {
    dispatch!(*LEVEL, _ => weigh_chunks(bytes, &weight))
}

#[inline(always)]
fn weigh_chunks(bytes: &[u8], weight: &impl Fn(u8) -> i8) -> isize {
    let mut total = 0;
    for several in bytes.chunks(WEIGHED) {
        let (chunks, rest) = several.as_chunks::<CHUNK>();
        let mut lanes = [0_i8; CHUNK];
        for chunk in chunks {
            for (lane, &byte) in lanes.iter_mut().zip(chunk) {
                *lane += weight(byte);
            }
        }
        total += isize::from(lanes.iter().map(|&lane| i16::from(lane)).sum::<i16>());
        total += rest.iter().map(|&byte| isize::from(weight(byte))).sum::<isize>();
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_digits_at_every_place() {
        for length in [0, 1, 31, 32, 33, 64, 100] {
            let mut bytes = vec![b'.'; length];
            assert!(!any_digit(&bytes), "{length}");
            for at in 0..length {
                bytes[at] = b'7';
                assert!(any_digit(&bytes), "{length} {at}");
                bytes[at] = b'.';
            }
        }
    }

    #[test]
    fn weighs_every_byte() {
        let weight =
            |byte| HEAVIEST * i8::from(byte == b'x') - HEAVIEST * i8::from(byte == b'y') + i8::from(byte == b'.');
        let heaviest = isize::from(HEAVIEST);
        for length in [0, 1, 63, 64, 65, WEIGHED - 1, WEIGHED, WEIGHED + 1, 3 * WEIGHED + 70] {
            let count = length as isize;
            assert_eq!(weigh(&vec![b'x'; length], weight), count * heaviest, "{length}");
            assert_eq!(weigh(&vec![b'y'; length], weight), -count * heaviest, "{length}");
            let mut bytes = vec![b'.'; length];
            if let Some(last) = bytes.last_mut() {
                *last = b'y';
                assert_eq!(weigh(&bytes, weight), count - 1 - heaviest, "{length}");
            }
        }
    }

    #[test]
    fn finds_at_every_place() {
        for length in
            [0, 1, 2, 3, 15, 16, 17, 18, 19, 31, 33, 34, 35, 62, 63, 64, 65, 66, 67, 127, 128, 129, 130, 131, 300]
        {
            let mut bytes = vec![b'.'; length];
            assert!(!any(&bytes, |a, b, c| (a == b'x') | (b == b'x') | (c == b'x')), "{length}");
            assert_eq!(count(&bytes, |a, _, _| a == b'.'), length);
            assert_eq!(balance(&bytes, |_, b, _| b == b'.', |a, _, _| a == b'.'), if length == 0 { 0 } else { -1 });
            for at in 0..length {
                bytes[at] = b'x';
                assert_eq!(
                    find_chunk(&bytes, |a, _, _| a == b'x').map(|from| at - from < CHUNK + 2),
                    Some(true),
                    "{length} {at}"
                );
                assert_eq!(any(&bytes, |_, b, _| b == b'x'), at > 0, "{length} {at}");
                let bits = |a, b, c| u8::from(a == b'x') | u8::from(b == b'x') << 1 | u8::from(c == b'x') << 2;
                let wanted = 1 | u8::from(at > 0) << 1 | u8::from(at > 1) << 2;
                assert_eq!(union(&bytes, bits), wanted, "{length} {at}");
                let mut places = Vec::new();
                each(&bytes, |a, b, _| (a == b'x') | (b == b'x'), |place| places.push(place));
                let wanted: Vec<_> = (at.saturating_sub(1)..=at).collect();
                assert_eq!(places, wanted, "{length} {at}");
                let places = super::places(&bytes, |a, b, _| (a == b'x') | (b == b'x'));
                assert_eq!(places.collect::<Vec<_>>(), wanted, "{length} {at}");
                assert_eq!(any(&bytes, |_, _, c| c == b'x'), at > 1, "{length} {at}");
                assert_eq!(any_window(&bytes, |a, _, _| a == b'x'), at + 2 < length, "{length} {at}");
                assert_eq!(any_window(&bytes, |_, _, c| c == b'x'), at > 1, "{length} {at}");
                assert!(any_byte(&bytes, |byte| byte == b'x'), "{length} {at}");
                bytes[at] = b'.';
                assert!(!any_byte(&bytes, |byte| byte == b'x'), "{length} {at}");
            }
        }
    }
}
