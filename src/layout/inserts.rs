//! What stands in the middle of a sentence but is no part of it: a page number, a running head, a notice.
//!
//! A paragraph that ends inside a sentence, and one that begins in lower case a few short lines further on, are one
//! paragraph that was cut.

use super::reading_text::Edit;
use super::split_lines::split_lines;
use crate::text::span::Span;

/// The most lines of an insert.
const MAX_LINES: usize = 4;

/// The longest line of an insert, in bytes.
const MAX_LENGTH: usize = 100;

/// The shortest paragraph that can be cut, in bytes.
const MIN_PARAGRAPH: usize = 60;

/// What cuts paragraphs in two.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Inserts {
    /// The inserted lines.
    pub lines: Vec<Span>,
    /// The edits that join the paragraphs' parts.
    pub joins: Vec<Edit>,
}

/// Finds what cuts paragraphs, one a line, in two.
pub fn find_inserts(text: &str) -> Inserts {
    let lines: Vec<Span> =
        split_lines(text).into_iter().filter(|line| !line.is_blank()).map(|line| line.span).collect();
    let mut inserts = Inserts::default();
    let mut at = 0;
    while at + 2 < lines.len() {
        let end = ends_inside_sentence(lines[at].slice(text)).then(|| cut_end(text, &lines, at)).flatten();
        if let Some(end) = end {
            inserts.lines.extend(&lines[at + 1..end]);
            inserts.joins.push(Edit::visible(Span::new(lines[at].end(), lines[end].start()), " "));
        }
        at = end.unwrap_or(at + 1);
    }
    inserts
}

/// Returns the line that goes on with the sentence that a line leaves open, if there is one behind an insert.
fn cut_end(text: &str, lines: &[Span], at: usize) -> Option<usize> {
    let is_insert =
        |line: &Span| line.end() - line.start() <= MAX_LENGTH && !line.slice(text).starts_with(char::is_lowercase);
    let inserted = lines[at + 1..].iter().take(MAX_LINES + 1).take_while(|line| is_insert(line)).count();
    let end = at + 1 + inserted;
    let rest = lines.get(end)?.slice(text);
    let goes_on = rest.starts_with(char::is_lowercase) && (rest.contains(' ') || rest.ends_with(['.', '!', '?', '…']));
    ((1..=MAX_LINES).contains(&inserted) && goes_on).then_some(end)
}

fn ends_inside_sentence(paragraph: &str) -> bool {
    paragraph.len() >= MIN_PARAGRAPH
        && paragraph.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | ';' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::read_layout;

    #[test]
    fn joins_sentences_that_an_insert_cuts() {
        let text = "“We have always said that the harbour needs a wall before the\n\n12\n\nThe Holm Gazette\n\nnext storm,” said Ada Byron. “We will say it again.”";
        let reading = read_layout(text);
        assert_eq!(
            reading.text(),
            "“We have always said that the harbour needs a wall before the next storm,” said Ada Byron. “We will say it again.”"
        );
        let inserts: Vec<&str> = reading.boilerplate().iter().map(|span| span.slice(text)).collect();
        assert_eq!(inserts, ["12", "The Holm Gazette"]);
    }

    #[test]
    fn leaves_headlines_before_paragraphs_in_lower_case() {
        for text in [
            "Minister quits over budget\n\nBy Jane Doe\n\nde Vries said no.",
            "Minister quits over budget after a week of protests in the capital\n\nBy Jane Doe\n\njanedoe79\n\nShe said no.",
        ] {
            assert_eq!(read_layout(text).text(), text);
        }
    }
}
