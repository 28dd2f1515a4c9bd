//! The lines of a text, as every step of the layout reads them.

use crate::text::span::Span;

/// A line of the text, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// From its first to its last character; empty for a blank line.
    pub span: Span,
    /// The white space before its first character, in characters.
    pub indent: usize,
    /// Its width without the indent, in characters.
    pub width: usize,
}

impl Line {
    /// Whether the line has nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.span.start() == self.span.end()
    }

    /// The width from the margin on, in characters.
    pub fn width_beyond(&self, margin: usize) -> usize {
        self.indent.saturating_sub(margin) + self.width
    }
}

/// Splits a text at its line ends.
pub fn split_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start <= text.len() {
        let end = line_end(text, start);
        let line = &text[start..end];
        let indent = line.len() - line.trim_start().len();
        let content = line.trim();
        lines.push(Line {
            span: Span::new(start + indent, start + indent + content.len()),
            indent: line[..indent].chars().count(),
            width: content.chars().count(),
        });
        if end == text.len() {
            break;
        }
        let width =
            if text[end..].starts_with("\r\n") { 2 } else { text[end..].chars().next().map_or(1, char::len_utf8) };
        start = end + width;
    }
    lines
}

/// Returns where the line that a position is in ends. Looks at bytes, since all texts are read line by line several times.
fn line_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: &usize| match bytes[*at] {
        b'\n'..=b'\r' => true,
        // The first byte of U+2028 and U+2029, and of quotation marks.
        0xe2 => matches!(bytes[*at..], [_, 0x80, 0xa8 | 0xa9, ..]),
        _ => false,
    };
    (start..bytes.len()).find(ends).unwrap_or(bytes.len())
}

/// Returns whether a character ends a line.
pub fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_each_kind_of_line_end() {
        let text = "a\n“b”\r\nc\u{b}d\u{c}e\u{2028}f\u{2029}g\rh\u{2027}";
        let lines = split_lines(text);
        assert_eq!(
            lines.iter().map(|line| line.span.slice(text)).collect::<Vec<_>>(),
            ["a", "“b”", "c", "d", "e", "f", "g", "h\u{2027}"]
        );
    }
}
