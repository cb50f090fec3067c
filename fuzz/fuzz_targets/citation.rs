//! The end of a block: what is read out of it stands in it.
#![no_main]

#[path = "../../tests/support/conserve.rs"]
mod conserve;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let found = invariants::of_citation(&text);
    assert!(found.is_empty(), "{found:#?}");
});
