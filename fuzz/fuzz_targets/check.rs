//! Findings stand where they say, in every form of a report.
#![no_main]

#[path = "../../tests/support/conserve.rs"]
mod conserve;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = bantin::input::decode(bytes, None).text;
    let found = invariants::of_findings(&text);
    assert!(found.is_empty(), "{found:#?}");
});
