//! Sentences of a paragraph, found by their signs.

use crate::words::is_listed;

use whosaid::Range;

/// Words that end with a period inside a sentence.
const ABBREVIATIONS: &str =
    "mr mrs ms dr st sen rep gov lt sgt col gen capt det prof rev insp maj jr sr no vs jan feb aug sept oct nov dec";

/// Marks that may close a sentence behind its sign.
const CLOSING: [char; 5] = ['”', '"', '’', '\'', ')'];

/// The sentences of a text, as ranges of it without the space between them; those inside quotation marks count too.
pub fn sentences(text: &str) -> Vec<Range> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let rest = &text[at + 1..];
        let closed = rest.trim_start_matches(CLOSING);
        let is_end = closed.is_empty() || closed.starts_with(char::is_whitespace) && !is_abbreviation(&text[..at]);
        let goes_on = closed.trim_start().starts_with(|next: char| next.is_lowercase());
        if is_end && !goes_on && at >= start {
            let end = text.len() - closed.len();
            sentences.push(Range { start, end });
            start = text.len() - closed.trim_start().len();
        }
    }
    if start < text.trim_end().len() {
        sentences.push(Range { start, end: text.trim_end().len() });
    }
    sentences
}

/// Whether a period behind these words belongs to the last of them: `Mr.`, `J.`, `a.m.`.
pub fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|sign: char| !sign.is_alphanumeric() && sign != '.').next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || word.contains('.') || is_listed(ABBREVIATIONS, &word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range.start..range.end]).collect()
    }

    #[test]
    fn sentences_end_with_their_signs() {
        assert_eq!(split("It rained. “Why?” he asked. “No idea.” "), ["It rained.", "“Why?” he asked.", "“No idea.”"]);
        assert_eq!(
            split("Mr. J. Doe left at 9 a.m. with 1.5 tons. Why"),
            ["Mr. J. Doe left at 9 a.m. with 1.5 tons.", "Why"]
        );
        assert_eq!(split(""), [""; 0]);
    }
}
