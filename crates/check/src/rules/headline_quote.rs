//! A quote in the headline that is not in the text.

use whosaid::{ParagraphRole, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::{contains, plain_words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "headline-quote",
    reason: "Words between quotation marks in a headline stand in the article as well.",
    severity: Severity::Error,
    check,
};

/// Opening marks with what closes them.
const MARKS: &[(char, char)] = &[('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];

/// A single word may be marked for other reasons.
const LEAST_WORDS: usize = 2;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let body: Vec<Vec<String>> = draft.body().map(|paragraph| plain_words(draft.at(paragraph.range()))).collect();
    if body.is_empty() {
        return Vec::new();
    }
    let headlines = draft.report.paragraphs.iter().filter(|paragraph| paragraph.role == ParagraphRole::Headline);
    let quoted = headlines.flat_map(|headline| quoted(draft.at(headline.range()), headline.start));
    let missing = quoted.filter(|&range| {
        let words = plain_words(draft.at(range));
        words.len() >= LEAST_WORDS && !body.iter().any(|paragraph| contains(paragraph, &words))
    });
    missing
        .map(|range| Finding::new(range, "The article does not have these words of the headline.".to_owned()))
        .collect()
}

/// The passages in quotation marks of a headline.
fn quoted(text: &str, start: usize) -> Vec<Range> {
    let mut passages = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        let next = text[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        match open {
            Some((opened, closing)) if character == closing && !next.is_alphanumeric() => {
                passages.push(Range { start: start + opened, end: start + at + character.len_utf8() });
                open = None;
            }
            None if !previous.is_alphanumeric() && next.is_alphanumeric() => {
                let marks = MARKS.iter().find(|(opening, _)| *opening == character);
                open = marks.map(|&(_, closing)| (at, closing));
            }
            _ => {}
        }
        previous = character;
    }
    passages
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn the_article_has_the_words_of_the_headline() {
        let text = "‘We will rebuild it,’ mayor says after bridge falls\n\nThe bridge over the river fell on Sunday night, the police said.\n\n\
            “We are going to rebuild it,” said Jane Doe, the mayor of the town.\n";
        assert_eq!(found("headline-quote", text), ["‘We will rebuild it,’"]);
        assert_eq!(found("headline-quote", &text.replace("are going to", "will")), [""; 0]);
    }
}
