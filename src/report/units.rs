//! Byte ranges of the reading text, turned into ranges of the original in the units asked for.

use super::{Offsets, Range};
use crate::layout::ReadingText;
use crate::text::span::Span;

/// Bytes between two entries of the table below.
const STEP: usize = 64;

/// Turns bytes of the original into the units asked for, by a table of every 64th byte.
pub(super) struct Units<'t> {
    reading: &'t ReadingText<'t>,
    text: &'t str,
    offsets: Offsets,
    before: Vec<usize>,
}

impl<'t> Units<'t> {
    pub fn new(reading: &'t ReadingText<'t>, offsets: Offsets) -> Self {
        let text = reading.original();
        let mut before = Vec::new();
        if offsets != Offsets::Byte {
            before.reserve(text.len() / STEP + 1);
            let mut count = 0;
            for (at, character) in text.char_indices() {
                while before.len() * STEP <= at {
                    before.push(count);
                }
                count += width(character, offsets);
            }
        }
        Self { reading, text, offsets, before }
    }

    /// Turns a range of the reading text into one of the original text.
    pub fn range(&self, span: Span) -> Range {
        self.original_range(self.reading.original_span(span))
    }

    /// Turns a range of the original text into the units asked for.
    pub fn original_range(&self, span: Span) -> Range {
        Range { start: self.at(span.start()), end: self.at(span.end()) }
    }

    fn at(&self, byte: usize) -> usize {
        if self.offsets == Offsets::Byte {
            return byte;
        }
        let Some(entry) = (byte / STEP).checked_sub(usize::from(byte / STEP >= self.before.len())) else { return 0 };
        let Some(&count) = self.before.get(entry) else { return 0 };
        let mut start = entry * STEP;
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let rest = self.text.get(start..byte).unwrap_or("");
        count + rest.chars().map(|character| width(character, self.offsets)).sum::<usize>()
    }
}

/// How many units a character is long.
pub(super) fn width(character: char, offsets: Offsets) -> usize {
    match offsets {
        Offsets::Utf16 => character.len_utf16(),
        Offsets::CodePoint => 1,
        Offsets::Byte => character.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_offset() {
        let text = "a“é👍🏽”\u{202e}".repeat(40);
        for offsets in [Offsets::Utf16, Offsets::CodePoint, Offsets::Byte] {
            let reading = ReadingText::new(&text);
            let units = Units::new(&reading, offsets);
            let mut count = 0;
            for (at, character) in text.char_indices() {
                assert_eq!(units.at(at), count, "{offsets:?} at byte {at}");
                count += width(character, offsets);
            }
            assert_eq!(units.at(text.len()), count);
        }
    }
}
