//! The marks before the items of lists, which are no part of their sentences.

use super::reading_text::Edit;
use super::split_lines::split_lines;
use crate::text::span::Span;

/// Marks that are nothing but bullets.
const BULLETS: [char; 11] = ['•', '◦', '▪', '▫', '■', '□', '●', '○', '‣', '►', '·'];

/// Signs that are bullets where several lines begin with them.
const SIGNS: [char; 3] = ['*', '-', '+'];

/// How many lines make a sign a bullet.
const MIN_LINES: usize = 3;

/// Finds the bullets at the beginnings of lines.
pub fn leave_out_bullets(text: &str) -> Vec<Edit> {
    let lines = split_lines(text);
    let begins = |line: &str, mark: char| line.strip_prefix(mark).is_some_and(|rest| rest.starts_with([' ', '\t']));
    let signs: Vec<char> = SIGNS
        .into_iter()
        .filter(|&sign| lines.iter().filter(|line| begins(line.span.slice(text), sign)).count() >= MIN_LINES)
        .collect();
    let mut edits = Vec::new();
    for line in lines {
        let content = line.span.slice(text);
        let Some(first) = content.chars().next() else { continue };
        let is_bullet = BULLETS.contains(&first) || (signs.contains(&first) && begins(content, first));
        let rest = content[first.len_utf8()..].trim_start();
        if is_bullet && !rest.is_empty() {
            edits.push(Edit::hidden(Span::new(line.span.start(), line.span.end() - rest.len()), ""));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::super::read_layout;

    #[test]
    fn bullets_are_left_out() {
        assert_eq!(read_layout("• “No,” he said.\n• “Yes,” she said.").text(), "“No,” he said.\n“Yes,” she said.");
        assert_eq!(read_layout("- One\n- Two\n- Three").text(), "One\nTwo\nThree");
        assert_eq!(read_layout("- No, he said.\n-5 degrees").text(), "- No, he said.\n-5 degrees");
    }
}
