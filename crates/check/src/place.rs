//! From bytes to the lines, columns and offsets of outputs.

use whosaid::Offsets;

/// A line and a column, both from 1 on; the column counts UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where a line starts, in each unit.
#[derive(Clone, Copy, Debug, Default)]
struct LineStart {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

/// The places in a text: the text is read once, and only a line for each question.
#[derive(Clone, Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// The start of each line; there is always one.
    lines: Vec<LineStart>,
}

impl<'t> Places<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let mut lines = vec![LineStart::default()];
        let mut at = LineStart::default();
        for character in text.chars() {
            at.byte += character.len_utf8();
            at.code_point += 1;
            at.utf16 += character.len_utf16();
            if character == '\n' {
                lines.push(at);
            }
        }
        Self { text, lines }
    }

    /// Returns the line and the column of a byte; one past the end, or inside a character, is that of the character before.
    ///
    /// ```
    /// use whosaid_check::{Place, Places};
    /// assert_eq!(Places::new("One.\n“Two.”").place(8), Place { line: 2, column: 2 });
    /// ```
    pub fn place(&self, byte: usize) -> Place {
        let (number, _, before) = self.line_to(byte);
        Place { line: number + 1, column: before.encode_utf16().count() + 1 }
    }

    /// Returns the offset of a byte in another unit.
    ///
    /// ```
    /// use whosaid_check::Places;
    /// assert_eq!(Places::new("“👍”").offset(7, whosaid::Offsets::Utf16), 3);
    /// ```
    pub fn offset(&self, byte: usize, unit: Offsets) -> usize {
        let (_, start, before) = self.line_to(byte);
        match unit {
            Offsets::Byte => start.byte + before.len(),
            Offsets::CodePoint => start.code_point + before.chars().count(),
            _ => start.utf16 + before.encode_utf16().count(),
        }
    }

    /// The number of a byte's line, where it starts, and what it contains before the byte.
    fn line_to(&self, byte: usize) -> (usize, LineStart, &'t str) {
        let byte = self.text.floor_char_boundary(byte);
        let number = self.lines.partition_point(|line| line.byte <= byte) - 1;
        let start = self.lines[number];
        (number, start, &self.text[start.byte..byte])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_the_place_that_counting_from_the_start_gives() {
        let text = "“One” 👍\n\nzwei\r\nd👍rei";
        let places = Places::new(text);
        for byte in 0..=text.len() + 2 {
            let before = &text[..text.floor_char_boundary(byte)];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().encode_utf16().count() + 1;
            assert_eq!(places.place(byte), Place { line, column }, "{byte}");
            assert_eq!(places.offset(byte, Offsets::Byte), before.len());
            assert_eq!(places.offset(byte, Offsets::CodePoint), before.chars().count());
            assert_eq!(places.offset(byte, Offsets::Utf16), before.encode_utf16().count());
        }
    }
}
