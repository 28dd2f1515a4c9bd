//! One speaker with most of the quoted words.

use std::collections::BTreeMap;

use whosaid::Basis;

use super::Rule;
use crate::draft::Draft;
use crate::words::plain_words;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "dominant-speaker",
    reason: "An article in which one speaker has most of the quoted words may be one-sided.",
    severity: Severity::Suggestion,
    check,
};

/// The quoted words from which on shares mean something.
const LEAST_WORDS: usize = 60;

/// Words of the headline of an obituary.
const OBITUARY: &[&str] = &["dies", "died", "dead", "obituary", "remembered", "remembering"];

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let mut titles = draft.report.paragraphs.iter().filter(|paragraph| draft.is_title(paragraph));
    let is_obituary = titles.any(|title| {
        let words = plain_words(draft.at(title.range()));
        // `Dies at 91`; `three dead in fire` is news.
        OBITUARY.iter().any(|word| words.iter().any(|own| own == word))
            && words.iter().any(|own| own == "at" || own == "obituary" || own == "remembered")
    });
    // In an interview or an obituary, one person has the word.
    if is_obituary || draft.quotes().any(|quote| quote.basis == Basis::Turn) {
        return Vec::new();
    }
    let mut shares: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for quote in draft.spoken() {
        let words = draft.quoted_words(quote).len();
        all += words;
        *shares.entry(quote.speaker.as_deref().unwrap_or_default()).or_default() += words;
    }
    let limit = usize::from(settings.limits.share_of_one_speaker);
    let known = shares.keys().filter(|speaker| !speaker.is_empty()).count();
    // One speaker alone is the business of `single-source`.
    if all < LEAST_WORDS || known < 2 {
        return Vec::new();
    }
    let dominant = shares.iter().find(|(speaker, words)| !speaker.is_empty() && **words * 100 > all * limit);
    let Some((speaker, words)) = dominant else { return Vec::new() };
    let first = draft.spoken().find(|quote| quote.speaker.as_deref() == Some(*speaker));
    let name = draft.report.entity(speaker).map_or("One speaker", |entity| entity.name.as_str());
    let message = format!("{name} says {}% of all quoted words.", words * 100 / all);
    first.map(|quote| Finding::new(draft.extent(quote), message)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::Settings;
    use crate::test_support::{found, found_with};

    #[test]
    fn one_speaker_has_no_more_than_the_limit() {
        let long = "The road was built for the town as it was, and the town has grown on both sides of it ever since. "
            .repeat(3);
        let text = format!(
            "“{}” said Jane Doe, the mayor.\n\n“I do not agree with any of that at all,” said John Roe, a baker, \
            “and I know that most of the people who live here do not either.”",
            long.trim()
        );
        assert_eq!(found("dominant-speaker", &text).len(), 1);
        assert_eq!(found("dominant-speaker", &format!("Ann Roe, who built the road, dies at 91\n\n{text}")), [""; 0]);
        assert_eq!(found("dominant-speaker", &format!("Road is late again\n\n{text}")).len(), 1);
        let settings = Settings::parse("[limits]\nshare-of-one-speaker = 90").unwrap();
        assert_eq!(found_with("dominant-speaker", &text, &settings), [""; 0]);
    }
}
