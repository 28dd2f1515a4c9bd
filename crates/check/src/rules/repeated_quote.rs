//! The same quote twice, with different words.

use whosaid::{Quote, QuoteKind, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::{common, contains, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "repeated-quote",
    reason: "Words between quotation marks are what was said, so they are the same wherever they are quoted.",
    severity: Severity::Error,
    check,
};

/// Shorter passages are alike by chance.
const LEAST_WORDS: usize = 8;

/// The share of words in common, in hundredths, from which on two passages are taken for the same.
const LEAST_SHARE: usize = 60;

/// How many sentences back the same words are looked for, so that long texts take no longer than they must.
const FARTHEST: usize = 300;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let pieces: Vec<(&Quote, Range, Vec<String>)> = draft
        .spoken()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .flat_map(|quote| quote.content.iter().map(move |&range| (quote, range)))
        .flat_map(|(quote, range)| sentences(draft, range).into_iter().map(move |range| (quote, range)))
        .map(|(quote, range)| (quote, range, plain_words(draft.at(range))))
        .filter(|(_, _, words)| words.len() >= LEAST_WORDS)
        .collect();
    let mut findings = Vec::new();
    for (number, (quote, range, words)) in pieces.iter().enumerate() {
        let earlier = pieces[number.saturating_sub(FARTHEST)..number].iter().find(|(other, _, other_words)| {
            let same_speaker = quote.speaker.is_none() || other.speaker.is_none() || quote.speaker == other.speaker;
            let longest = words.len().max(other_words.len());
            let is_part = contains(words, other_words) || contains(other_words, words);
            quote.id != other.id
                && same_speaker
                && !is_part
                && common(words, other_words) * 100 >= longest * LEAST_SHARE
        });
        if let Some((_, earlier, _)) = earlier {
            let message = format!("The same words were quoted differently before: {}", draft.at(*earlier).trim());
            findings.push(Finding::new(*range, message));
        }
    }
    findings
}

/// The sentences of a passage.
fn sentences(draft: &Draft, range: Range) -> Vec<Range> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    let text = draft.at(range);
    for (at, sign) in text.match_indices(['.', '!', '?']) {
        let end = range.start + at + sign.len();
        if text[at + sign.len()..].starts_with(' ') {
            sentences.push(Range { start, end });
            start = end + 1;
        }
    }
    sentences.push(Range { start, end: range.end });
    sentences
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn the_same_words_are_quoted_alike() {
        let text = "“We will not fly a single passenger until we know why,” said Jane Doe, the manager.\n\nIn a message, Doe wrote: \
            “We will not fly one passenger until we know the reason.”";
        assert_eq!(found("repeated-quote", text), ["“We will not fly one passenger until we know the reason.”"]);
        let text = text.replace("one passenger until we know the reason", "a single passenger until we know why");
        assert_eq!(found("repeated-quote", &text), [""; 0]);
    }

    #[test]
    fn speakers_may_repeat_a_phrase() {
        let text = "“We will not forget those who were here before us,” said Jane Doe, the mayor.\n\n\
            “We will not stop until every street of this town has light,” Doe said.";
        assert_eq!(found("repeated-quote", text), [""; 0]);
    }
}
