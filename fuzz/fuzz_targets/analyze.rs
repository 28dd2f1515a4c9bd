//! Analyzes arbitrary bytes: nothing panics, every report keeps what the library promises, in the time promised.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::{Offsets, analyze};

#[path = "../../tests/common/invariants.rs"]
mod invariants;
#[path = "../processor_time.rs"]
mod processor_time;

/// The most that a byte may take, in seconds.
const MOST: f64 = 50e-6;

/// Texts below this length in bytes may take as long as one of this length.
const SHORT: usize = 400;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    invariants::check(&text);
    let start = processor_time::now();
    analyze(&text, Offsets::Utf16);
    let time = processor_time::now() - start;
    assert!(time <= MOST * text.len().max(SHORT) as f64, "{time} s for {} bytes", text.len());
});
