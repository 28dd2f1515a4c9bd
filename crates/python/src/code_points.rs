//! Turns byte offsets of a text into code points, as Python counts.

/// How many bytes lie between two places that are looked up.
const STEP: usize = 64;

/// The code points before any byte of a text.
pub struct CodePoints<'a> {
    text: &'a [u8],
    /// How many code points begin before each `STEP`th byte; empty where all are one byte long.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    pub fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.chunks(STEP) {
                before.push(count);
                count += beginnings(chunk);
            }
            before.push(count);
        }
        Self { text, before }
    }

    /// Returns how many code points begin before a byte.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        match self.before.get(byte / STEP) {
            Some(count) => count + beginnings(&self.text[byte / STEP * STEP..byte]),
            None => byte,
        }
    }
}

/// Counts the bytes that begin a code point.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}
