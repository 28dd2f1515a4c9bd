//! Edits a text again and again: the report of an analyzer that has read the earlier states is that of a fresh one.
//!
//! The first eight bytes choose the edits, the others are the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::{Analyzer, Offsets, analyze};

#[path = "../../tests/common/mutations.rs"]
mod mutations;

use mutations::{Numbers, mutate};

fuzz_target!(|bytes: &[u8]| {
    let Some((seed, text)) = bytes.split_first_chunk() else { return };
    let mut numbers = Numbers(u64::from_le_bytes(*seed));
    let original = String::from_utf8_lossy(text).into_owned();
    let mut analyzer = Analyzer::new();
    analyzer.analyze(&original, Offsets::Utf16);
    let mut text = original.clone();
    for _ in 0..3 {
        text = mutate(&text, &original, &mut numbers);
        assert_eq!(analyzer.analyze(&text, Offsets::Utf16), analyze(&text, Offsets::Utf16), "{text:?}");
    }
    assert_eq!(analyzer.analyze(&original, Offsets::Utf16), analyze(&original, Offsets::Utf16), "{original:?}");
});
