//! Reads the layout and the quotation marks of arbitrary bytes: every place of the reading text has its place in the
//! original, and the original with its replacements is the reading text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::training::Span;
use whosaid::training::layout::read_layout;

fuzz_target!(|bytes: &[u8]| {
    let original = String::from_utf8_lossy(bytes);
    let reading = read_layout(&original);
    assert_eq!(reading.original(), original);

    let mut rebuilt = String::new();
    let mut end = 0;
    for replacement in reading.replacements() {
        assert!(replacement.span.start() >= end, "replacements overlap");
        rebuilt.push_str(&original[end..replacement.span.start()]);
        rebuilt.push_str(&replacement.text);
        end = replacement.span.end();
    }
    rebuilt.push_str(&original[end..]);
    assert_eq!(rebuilt, reading.text());

    let mut end = 0;
    for span in reading.boilerplate() {
        assert!(span.start() >= end && span.start() < span.end() && original.get(span.start()..span.end()).is_some());
        end = span.end();
    }

    let mut last = Span::new(0, 0);
    for (at, character) in reading.text().char_indices() {
        let place = reading.original_span(Span::new(at, at + character.len_utf8()));
        assert!(original.get(place.start()..place.end()).is_some(), "{place:?} is no part of {original:?}");
        assert!(place.start() >= last.start() && place.end() >= last.end(), "{place:?} stands before {last:?}");
        last = place;
    }
});
