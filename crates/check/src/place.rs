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

/// Returns the line and the column of a byte; one past the end, or inside a character, is that of the character before.
///
/// ```
/// use whosaid_check::{Place, place};
/// assert_eq!(place("One.\n“Two.”", 8), Place { line: 2, column: 2 });
/// ```
pub fn place(text: &str, byte: usize) -> Place {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before[line_start..].encode_utf16().count() + 1;
    Place { line: before.matches('\n').count() + 1, column }
}

/// Returns the offset of a byte in another unit.
///
/// ```
/// use whosaid_check::offset;
/// assert_eq!(offset("“👍”", 7, whosaid::Offsets::Utf16), 3);
/// ```
pub fn offset(text: &str, byte: usize, unit: Offsets) -> usize {
    let before = &text[..text.floor_char_boundary(byte)];
    match unit {
        Offsets::Byte => before.len(),
        Offsets::CodePoint => before.chars().count(),
        _ => before.encode_utf16().count(),
    }
}
