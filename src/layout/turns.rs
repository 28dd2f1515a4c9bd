//! Turns of an interview or a transcript that were run together: `… a year. Q: And then? A: We went. Q: …`
//!
//! Where such labels recur inside a line, each begins a paragraph of its own.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::reading_text::Edit;
use super::split_lines::split_lines;
use crate::lexicon;
use crate::lexicon::quotation_words::is_non_speaker_label;
use crate::text::span::Span;

/// The most words of a label.
const MAX_WORDS: usize = 3;

/// The longest label, in bytes.
const MAX_LENGTH: usize = 40;

/// The fewest labels of a transcript whose labels are in capitals, or are `Q` and `A`.
const MIN_LABELS: usize = 3;

/// The fewest labels of another one.
const MIN_NAMES: usize = 4;

/// A label inside a line.
struct Label<'t> {
    /// The blanks before it.
    blanks: Range<usize>,
    text: &'t str,
}

impl Label<'_> {
    /// Whether it has no small letter: `SMITH`, `Q`.
    fn is_in_capitals(&self) -> bool {
        !self.text.contains(char::is_lowercase)
    }
}

/// Begins a paragraph with each turn of a transcript that was run together.
pub fn split_turns(text: &str) -> Vec<Edit> {
    let mut labels: Vec<Label> = Vec::new();
    for line in split_lines(text) {
        let start = line.span.start();
        let content = line.span.slice(text);
        for (colon, _) in content.match_indices(':') {
            if let Some(label) = label_before(text, start, start + colon) {
                labels.push(label);
            }
        }
    }
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for label in &labels {
        *counts.entry(label.text).or_default() += 1;
    }
    let is_transcript = |capitals: bool, least: usize| {
        let own = || labels.iter().filter(|label| !capitals || label.is_in_capitals());
        let distinct = counts.keys().filter(|label| !capitals || !label.contains(char::is_lowercase)).count();
        own().count() >= least && distinct >= 2 && own().any(|label| counts[label.text] >= 2)
    };
    let all = is_transcript(false, MIN_NAMES);
    if !all && !is_transcript(true, MIN_LABELS) {
        return Vec::new();
    }
    let turns = labels.into_iter().filter(|label| all || label.is_in_capitals());
    turns.map(|label| Edit::hidden(Span::new(label.blanks.start, label.blanks.end), "\n")).collect()
}

/// The label that ends at a colon, if it stands behind the end of a sentence in the line that begins at `start`.
fn label_before(text: &str, start: usize, colon: usize) -> Option<Label<'_>> {
    if !text[colon + 1..].starts_with(char::is_whitespace) {
        return None;
    }
    let mut at = start.max(floor(text, colon.saturating_sub(MAX_LENGTH)));
    let window = &text[at..colon];
    // The label is what stands behind the last sentence's end.
    let end = window
        .char_indices()
        .rev()
        .find(|&(place, character)| {
            let rest = &window[place + character.len_utf8()..];
            matches!(character, '.' | '?' | '!' | '…' | '”' | '"' | ')' | ']') && rest.starts_with(char::is_whitespace)
        })
        .map(|(place, character)| place + character.len_utf8())?;
    at += end;
    let label = text[at..colon].trim_start();
    let words = label.split(' ').count();
    let is_name = label.split(' ').all(|word| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\'' | '.'))
    });
    let lowercase = lexicon::to_lowercase(label.split(' ').next().unwrap_or(""));
    let names_nobody = label != "A" && (is_non_speaker_label(&lowercase) || lexicon::is_calendar_name(&lowercase));
    (is_name && words <= MAX_WORDS && !names_nobody).then(|| Label { blanks: at..colon - label.len(), text: label })
}

/// The last place of a character up to a byte.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::read_layout;

    #[test]
    fn each_turn_begins_a_paragraph() {
        let text = "The mayor spoke on Monday. Q: Why now? A: It was time. It was late. Q: And then? A: We went.";
        assert_eq!(
            read_layout(text).text(),
            "The mayor spoke on Monday.\nQ: Why now?\nA: It was time. It was late.\nQ: And then?\nA: We went."
        );
        let text = "SMITH: Why now? DOE: It was time, and here is why: we were late. SMITH: And then? DOE: We went.";
        assert_eq!(read_layout(text).text().lines().count(), 4);
    }

    #[test]
    fn a_few_labels_make_no_transcript() {
        let text = "He left. Note: It was late. Doe: We went. She said: Why? Update: He came back.";
        assert_eq!(read_layout(text).text(), text);
    }

    #[test]
    fn many_colons_take_linear_time() {
        read_layout(&"A. B: ".repeat(50_000));
    }
}
