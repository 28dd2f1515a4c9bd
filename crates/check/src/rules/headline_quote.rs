//! A quote in the headline that nobody says in the text.

use whosaid::Range;

use super::Rule;
use crate::content_words::is_function_word;
use crate::draft::Draft;
use crate::words::{Word, contains, plain_words, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "headline-quote",
    reason: "Words between quotation marks in a headline are said by somebody in the article, in the same words.",
    severity: Severity::Error,
    check,
};

/// Opening marks with what closes them.
const MARKS: &[(char, char)] = &[('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];

/// A single word may be marked for other reasons.
const LEAST_WORDS: usize = 2;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    if draft.body().next().is_none() {
        return Vec::new();
    }
    let headlines = draft.report.paragraphs.iter().filter(|paragraph| draft.is_title(paragraph));
    let quoted = headlines.flat_map(|headline| quoted(draft.at(headline.range()), headline.start));
    let missing = quoted.filter(|&range| {
        let words = plain_words(draft.at(range));
        words.len() >= LEAST_WORDS && parts(draft.at(range)).iter().any(|part| !is_said(draft, part))
    });
    missing
        .map(|range| Finding::new(range, "Nobody says these words of the headline in the article.".to_owned()))
        .collect()
}

/// The words of a quote between the places where some are left out, or put in between brackets.
fn parts(quote: &str) -> Vec<Vec<String>> {
    let mut parts = Vec::new();
    for piece in quote.replace("...", "…").split(['…', '[']) {
        let own = piece.rsplit(']').next().unwrap_or_default();
        parts.push(plain_words(own));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the running text has words as speech: in a quote, between marks, or as a name.
fn is_said(draft: &Draft, part: &[String]) -> bool {
    if draft.quotes().any(|quote| contains(&in_full(&draft.quoted_words(quote)), &in_full(part))) {
        return true;
    }
    draft.body().any(|paragraph| {
        let text = draft.at(paragraph.range());
        let marked = quoted(text, 0);
        let all = words(text);
        let mut places = all.windows(part.len()).filter(|window| window.iter().map(|word| &word.plain).eq(part));
        places.any(|place| {
            let (start, end) = (place[0].start, place[place.len() - 1].end);
            marked.iter().any(|range| range.start <= start && end <= range.end) || is_name(text, place)
        })
    })
}

/// The endings of contractions with what they stand for.
const CONTRACTIONS: &[(&str, &str)] = &[("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("n't", "not")];

/// Words without contractions, which a headline may have or not.
fn in_full(words: &[String]) -> Vec<String> {
    let mut full = Vec::new();
    for word in words {
        match CONTRACTIONS.iter().find_map(|(ending, rest)| Some((word.strip_suffix(ending)?, rest))) {
            Some((word, rest)) => full.extend([word.to_owned(), (*rest).to_owned()]),
            None => full.push(word.clone()),
        }
    }
    full
}

/// Whether all words of a place that carry meaning begin with a capital: a name or a title that the headline puts between marks.
fn is_name(text: &str, place: &[Word]) -> bool {
    let mut content = place.iter().filter(|word| !is_function_word(&word.plain)).peekable();
    content.peek().is_some() && content.all(|word| text[word.start..].starts_with(char::is_uppercase))
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
            None if !previous.is_alphanumeric() && (next.is_alphanumeric() || matches!(next, '[' | '…' | '.')) => {
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

    const BODY: &str = "\n\nThe bridge over the river fell on Sunday night, the police said. It may be a second spring for the ferry.\n\n\
        “We will rebuild it,” said Jane Doe, the mayor of the town, “and it will be better.”\n\nDoe said that it was the end of an era. \
        A song called Over the Grey Water was sung.\n";

    #[test]
    fn the_article_has_the_words_of_the_headline() {
        for (headline, expected) in [
            ("‘We are going to rebuild it,’ mayor says after bridge falls", "‘We are going to rebuild it,’"),
            ("Mayor calls fall of bridge “a second spring”", "“a second spring”"),
            ("Bridge was 'held up by paint and luck'", "'held up by paint and luck'"),
        ] {
            assert_eq!(found("headline-quote", &format!("{headline}{BODY}")), [expected], "{headline}");
        }
    }

    #[test]
    fn what_somebody_says_may_be_a_headline() {
        for headline in [
            "‘We will rebuild it,’ mayor says after bridge falls",
            "“We will rebuild it and it will be better,” mayor says",
            "“We will … be better”: mayor on the bridge",
            "“We will rebuild [the bridge]”: mayor on the fall",
            "“We’ll rebuild it,” mayor says",
            "Mayor sees 'the end of an era'",
            "Town sings “Over the Grey Water” for its bridge",
            "Residents’ fears as town’s bridge falls",
        ] {
            assert_eq!(found("headline-quote", &format!("{headline}{BODY}")), [""; 0], "{headline}");
        }
    }
}
