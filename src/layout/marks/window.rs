//! The text around a mark, as far as it is looked at.

use crate::layout::split_lines::is_line_end;

/// How many characters beside a mark are looked at.
pub(super) const REACH: usize = 40;

/// The first characters of a text, no more than are looked at.
pub(super) fn head(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Whether a character is white space within a line.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() && !is_line_end(character)
}
