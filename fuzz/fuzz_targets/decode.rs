//! Any bytes, in every encoding.
#![no_main]

#[path = "../../tests/support/conserve.rs"]
mod conserve;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let found = invariants::of_decoding(bytes);
    assert!(found.is_empty(), "{found:#?}");
});
