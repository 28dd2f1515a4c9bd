//! A quote in the headline that nobody says in the text.

use whosaid::Range;

use super::Rule;
use crate::content_words::is_function_word;
use crate::draft::Draft;
use crate::words::{Word, is_listed, plain_words, words};
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
    let said: Vec<Vec<String>> = draft.quotes().map(|quote| alike(&draft.quoted_words(quote))).collect();
    let mut findings = Vec::new();
    for headline in headlines {
        let text = draft.at(headline.range());
        for own in quoted(text, 0).into_iter().filter(|own| !is_title_of_work(text, *own)) {
            let range = Range { start: headline.start + own.start, end: headline.start + own.end };
            let is_missing = plain_words(draft.at(range)).len() >= LEAST_WORDS
                && parts(draft.at(range)).iter().any(|part| !is_said(draft, &said, part));
            if is_missing {
                findings
                    .push(Finding::new(range, "Nobody says these words of the headline in the article.".to_owned()));
            }
        }
    }
    findings
}

/// Whether a passage of a headline is the title of a book or a film: its words have capitals, and others of the headline have none.
fn is_title_of_work(headline: &str, own: Range) -> bool {
    let has_small = |text: &str| {
        let content = words(text).into_iter().filter(|word| !is_function_word(&word.plain));
        content.filter(|word| text[word.start..].starts_with(char::is_lowercase)).count()
    };
    let passage = &headline[own.start..own.end];
    let others = has_small(&headline[..own.start]) + has_small(&headline[own.end..]);
    // The first word has a capital in any case.
    let later = words(passage).into_iter().skip(1);
    let has_name = later.filter(|word| passage[word.start..].starts_with(char::is_uppercase)).count() > 0;
    let is_sentence = words(passage)
        .into_iter()
        .any(|word| passage[word.start..].starts_with(char::is_lowercase) && !is_listed(SMALL_IN_TITLES, &word.plain));
    !is_sentence && others > 0 && has_name
}

/// Words that have small letters in a title.
const SMALL_IN_TITLES: &str =
    "a an the of in on at to for from by with and or but nor as into over under after before than up down out";

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

/// Whether the running text has words as speech: in a quote, between marks, as a name or as what something is called.
fn is_said(draft: &Draft, said: &[Vec<String>], part: &[String]) -> bool {
    let headline = alike(part);
    if said.iter().any(|words| follows(words, &headline)) {
        return true;
    }
    draft.body().any(|paragraph| {
        let text = draft.at(paragraph.range());
        let marked = quoted(text, 0);
        let all = words(text);
        let places = all.windows(part.len()).enumerate();
        let mut places = places.filter(|(_, window)| window.iter().map(|word| &word.plain).eq(part));
        let is_spoken = |passage: &Range| follows(&alike(&plain_words(&text[passage.start..passage.end])), &headline);
        marked.iter().any(is_spoken)
            || places.any(|(number, place)| {
                let before = &all[number.saturating_sub(4)..number];
                is_name(text, place) || before.iter().any(|word| is_listed(NAMING, &word.plain))
            })
    })
}

/// Words before what something is called.
const NAMING: &str = "so-called called call calls calling known dubbed nicknamed described termed";

/// Whether the words of a headline follow one another in a passage, without little words that a headline leaves out.
fn follows(passage: &[String], headline: &[String]) -> bool {
    let Some((first, rest)) = headline.split_first() else { return true };
    let starts = passage.iter().enumerate().filter(|(_, word)| *word == first);
    starts.map(|(at, _)| &passage[at + 1..]).any(|behind| {
        let mut behind = behind.iter();
        rest.iter().all(|word| {
            let next = behind.find(|next| *next == word || !is_listed(LEFT_OUT, next));
            next == Some(word)
        })
    })
}

/// Words that a headline leaves out; `i` stands for all pronouns of people.
const LEFT_OUT: &str = "a an the i my and that just very really so be";

/// The endings of contractions with what they stand for.
const CONTRACTIONS: &[(&str, &str)] = &[("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("n't", "not")];

/// Words behind which `'s` is `is`, and no genitive.
const SUBJECTS: &str = "it he she that there here what who";

/// Words as they are the same in a headline and in the text: without contractions, and with the pronouns and verbs of the first person,
/// since `I fear for my life` may become `fears for her life` in reported words.
fn alike(words: &[String]) -> Vec<String> {
    let mut full = Vec::new();
    for word in words {
        let (base, rest) = expanded(word);
        full.extend(std::iter::once(base).chain(rest).map(|word| {
            let same = match word {
                "he" | "she" | "we" | "they" | "me" | "him" | "us" | "them" => "i",
                "his" | "her" | "our" | "their" => "my",
                "am" | "are" | "is" => "be",
                "has" => "have",
                other => other,
            };
            same.to_owned()
        }));
    }
    full
}

/// The words that a contraction stands for.
fn expanded(word: &str) -> (&str, Option<&str>) {
    match word {
        "won't" => return ("will", Some("not")),
        "can't" | "cannot" => return ("can", Some("not")),
        _ => {}
    }
    if let Some(subject) = word.strip_suffix("'s").filter(|subject| is_listed(SUBJECTS, subject)) {
        return (subject, Some("is"));
    }
    let split = CONTRACTIONS.iter().find_map(|(ending, rest)| Some((word.strip_suffix(ending)?, Some(*rest))));
    split.unwrap_or((word, None))
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
            ("“This one’s for Pops”: mayor opens bridge", "“This one’s for Pops”"),
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
            "“It’ll be better,” mayor says",
            "Mayor sees 'the end of an era'",
            "Town sings “Over the Grey Water” for its bridge",
            "Residents’ fears as town’s bridge falls",
            "“We’ll rebuild it, it will be better,” mayor says",
            "Mayor: they ‘will rebuild it’ after the fall",
            "Director of “Night Train” mourns for a bridge",
        ] {
            assert_eq!(found("headline-quote", &format!("{headline}{BODY}")), [""; 0], "{headline}");
        }
    }
}
