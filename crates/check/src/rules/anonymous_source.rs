//! An anonymous source without a reason.

use whosaid::{Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::plain_words;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "anonymous-source",
    reason: "Readers are told why a source is not named.",
    severity: Severity::Warning,
    check,
};

/// Nouns for people who speak without a name because they want to.
const SOURCES: &[&str] = &[
    "adviser",
    "advisor",
    "aide",
    "associate",
    "colleague",
    "diplomat",
    "employee",
    "executive",
    "insider",
    "lawmaker",
    "official",
    "sources",
    "source",
];

/// Words for one of them.
const ONE: &[&str] = &["a", "an", "another", "one", "senior"];

/// What the paragraph says where it gives a reason.
const REASONS: &[&str] = &[
    "anonym",
    "not be named",
    "not to be named",
    "not be identified",
    "not to be identified",
    "not authori",
    "fear",
    "declined to be named",
    "declined to give",
    "speak publicly",
    "speak to the press",
];

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    let mut was_found = false;
    for quote in draft.quotes() {
        let Some(range) = quote.source.map(|source| source.range()) else { continue };
        if !is_anonymous(draft, quote, range) {
            continue;
        }
        let speaker = quote.speaker.as_deref().unwrap_or_default();
        let is_again = told.contains(&speaker) && !speaker.is_empty()
            || was_found && draft.at(range).to_lowercase().starts_with("the ");
        if has_reason(draft, quote, range) {
            was_found = true;
        } else if !is_again {
            let message = format!("The article does not say why {} is not named.", draft.at(range));
            findings.push(Finding::new(range, message));
            was_found = true;
        }
        told.push(speaker);
    }
    findings
}

fn is_anonymous(draft: &Draft, quote: &Quote, source: Range) -> bool {
    if quote.anonymous {
        return true;
    }
    if draft.report.speaker(quote).is_some_and(|speaker| speaker.named) || source_name(quote) {
        return false;
    }
    let words = plain_words(draft.at(source));
    let head =
        words.iter().position(|word| matches!(word.as_str(), "at" | "in" | "of" | "from" | "with" | "who" | "close"));
    let phrase = &words[..head.unwrap_or(words.len())];
    let starts = phrase.first().is_some_and(|word| ONE.contains(&word.as_str()));
    starts && phrase.last().is_some_and(|word| SOURCES.contains(&word.as_str()))
}

fn source_name(quote: &Quote) -> bool {
    quote.source.is_some_and(|source| source.name.is_some())
}

fn has_reason(draft: &Draft, quote: &Quote, source: Range) -> bool {
    let paragraph =
        draft.paragraph(source.start).map_or("", |number| draft.at(draft.report.paragraphs[number].range()));
    let paragraph = paragraph.to_lowercase();
    quote.anonymity_reason.is_some() || REASONS.iter().any(|reason| paragraph.contains(reason))
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_source_without_a_name_needs_a_reason() {
        let text = "The pipe was not repaired. A source at the company said that the work had been put off. \
            “It was on the list every year,” the source said.";
        assert_eq!(found("anonymous-source", text), ["A source at the company"]);
        let text = text.replace("said that", ", who asked not to be named because he feared for his job, said that");
        assert_eq!(found("anonymous-source", &text), [""; 0]);
    }

    #[test]
    fn spokespeople_and_institutions_are_not_anonymous() {
        let text = "The pipe was not repaired. A spokesman for the company said that the work had been put off. \
            Health officials said that nobody was ill. Police said the road was closed.";
        assert_eq!(found("anonymous-source", text), [""; 0]);
    }
}
