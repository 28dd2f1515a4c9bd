//! Analyzes arbitrary texts: nothing panics, and every report keeps what the library promises.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/invariants.rs"]
mod invariants;

fuzz_target!(|text: &str| invariants::check(text));
