//! One source only.

use super::Rule;
use crate::draft::Draft;
use crate::words::{differ_by_a_letter, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "single-source",
    reason: "An article that rests on one source lets readers hear one side.",
    severity: Severity::Suggestion,
    check,
};

/// How sure the report must be of a quote without a speaker, to count it as another source.
const LEAST_CONFIDENCE: f32 = 0.5;

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let length: usize = draft.body().map(|paragraph| words(draft.at(paragraph.range())).len()).sum();
    if length < settings.limits.words_for_two_sources {
        return Vec::new();
    }
    let mut source: Option<&str> = None;
    let mut first = None;
    for quote in draft.quotes().filter(|quote| draft.is_statement(quote)) {
        match (&quote.speaker, quote.source) {
            (Some(speaker), _) => {
                let name = draft.report.speaker(quote).map_or("", |speaker| speaker.name.as_str());
                let surname = name.rsplit(' ').next().filter(|name| !name.is_empty()).unwrap_or(speaker);
                // A misspelled name is no other source.
                let is_known = |known: &&str| *known == surname || differ_by_a_letter(known, surname);
                if !source.as_ref().is_none_or(is_known) {
                    return Vec::new();
                }
                source = source.or(Some(surname));
                first = first.or(Some(quote));
            }
            (None, Some(source)) if quote.confidence >= LEAST_CONFIDENCE && !is_pronoun(draft.at(source.range())) => {
                return Vec::new();
            }
            _ => {}
        }
    }
    match first {
        Some(quote) => {
            let speaker = draft.report.speaker(quote).map_or("somebody", |speaker| speaker.name.as_str());
            let range = quote.source.map_or(draft.extent(quote), |source| source.range());
            vec![Finding::new(range, format!("Nobody but {speaker} is quoted in the article."))]
        }
        None => Vec::new(),
    }
}

/// Whether a source is a pronoun, which is somebody else only if the report knows it.
fn is_pronoun(source: &str) -> bool {
    matches!(source.to_lowercase().as_str(), "he" | "she" | "it" | "they")
}

#[cfg(test)]
mod tests {
    use crate::Settings;
    use crate::test_support::found_with;

    #[test]
    fn a_long_article_has_two_sources() {
        let text = "“It will open in May,” said Jane Doe, the mayor. Doe said that it was late.";
        let found = |text: &str, least: usize| {
            let settings = Settings::parse(&format!("[limits]\nwords-for-two-sources = {least}")).unwrap();
            found_with("single-source", text, &settings)
        };
        assert_eq!(found(text, 10), ["Jane Doe, the mayor"]);
        assert_eq!(found(text, 100), [""; 0]);
        assert_eq!(found(&format!("{text} “It is ugly,” said John Roe, a baker."), 10), [""; 0]);
    }
}
