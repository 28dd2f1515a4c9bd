//! One source only.

use whosaid::{EntityKind, Quote, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::{differ_by_a_letter, is_listed, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "single-source",
    reason: "An article that rests on one source lets readers hear one side.",
    severity: Severity::Suggestion,
    check,
};

/// How sure the report must be of a quote, to count somebody else as another source.
const LEAST_CONFIDENCE: f32 = 0.6;

/// Verbs by which somebody is cited, and not only thinks or does something.
const CITING: &str = "say tell add state announce report write warn argue explain confirm deny reply answer estimate reveal claim insist \
    admit conclude note testify complain recall call suggest show find rule respond promise";

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let length: usize = draft.body().map(|paragraph| words(draft.at(paragraph.range())).len()).sum();
    if length < settings.limits.words_for_two_sources {
        return Vec::new();
    }
    let mut source: Option<&str> = None;
    let mut first = None;
    for quote in draft.quotes().filter(|quote| draft.is_statement(quote)) {
        let Some(speaker) = draft.report.speaker(quote) else {
            if is_cited(draft, quote) {
                return Vec::new();
            }
            continue;
        };
        let is_person = speaker.kind == EntityKind::Person;
        if !is_person && !is_cited(draft, quote) || is_person && !speaker.named && is_definite(draft, quote) {
            continue;
        }
        let surname = speaker.name.rsplit(' ').next().unwrap_or_default();
        // A misspelled name is no other source.
        let is_known = |known: &&str| *known == surname || differ_by_a_letter(known, surname);
        if !source.as_ref().is_none_or(is_known) || !is_person {
            return Vec::new();
        }
        source = source.or(Some(surname));
        first = first.or(Some(quote));
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

/// Whether a quote cites its source for certain: by a finite verb that reports words, and not by what somebody hopes or wants.
fn is_cited(draft: &Draft, quote: &Quote) -> bool {
    let says = quote.cue.as_ref().is_some_and(|cue| {
        let verb = draft.at(Range { start: cue.start, end: cue.end });
        is_listed(CITING, cue.lemma.split(' ').next().unwrap_or_default()) && !verb.ends_with("ing")
            || cue.lemma == "according to"
    });
    let is_somebody = quote.source.is_some_and(|source| !is_pronoun(draft.at(source.range())));
    quote.confidence >= LEAST_CONFIDENCE && says && is_somebody
}

/// Whether the source of a quote is somebody whom the text knows already: `the farmer`, `she`.
fn is_definite(draft: &Draft, quote: &Quote) -> bool {
    let source = quote.source.map_or("", |source| draft.at(source.range())).to_lowercase();
    source.starts_with("the ") || is_pronoun(&source)
}

/// Whether a source is a pronoun, which is somebody else only if the report knows it.
fn is_pronoun(source: &str) -> bool {
    matches!(source.to_lowercase().as_str(), "he" | "she" | "it" | "they" | "i" | "we" | "who" | "no one" | "nobody")
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
        let text = &format!("{text} The town hopes that it will be soon, and the clerk is expected to be glad.");
        assert_eq!(found(text, 10), ["Jane Doe, the mayor"]);
        assert_eq!(found(&format!("{text} A report by the state found that it was safe."), 10), [""; 0]);
        assert_eq!(found(&format!("{text} “It is ugly,” said John Roe, a baker."), 10), [""; 0]);
    }
}
