//! A reporting verb that the house wants to avoid.

use whosaid::{Quote, QuoteKind};

use super::Rule;
use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "loaded-verb",
    reason: "Verbs such as claim or admit tell what the writer thinks of the words.",
    severity: Severity::Warning,
    check,
};

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let cues = draft.quotes().filter(|quote| is_statement(draft, quote)).filter_map(|quote| quote.cue.as_ref());
    let loaded = cues.filter(|cue| settings.words.loaded_verbs.contains(&cue.lemma));
    let mut places = Vec::new();
    let loaded = loaded.filter(|cue| {
        let is_new = !places.contains(&cue.start);
        places.push(cue.start);
        is_new
    });
    let findings = loaded.map(|cue| {
        let words = draft.at(cue.range());
        let finding =
            Finding::new(cue.range(), format!("“{words}” is on the house’s list of loaded verbs; “said” is neutral."));
        let takes_that = draft.after(cue.end).starts_with(" that ");
        if takes_that && words.ends_with("ed") && !words.contains(' ') {
            finding.with_fix(cue.range(), "said")
        } else {
            finding
        }
    });
    findings.collect()
}

/// Verbs by which a clause without `that` is told from a noun phrase.
const CLAUSE_VERBS: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
    "should", "did", "does", "do",
];

/// Whether words are reported: `admitted that it was late`, not `admitted the theft`.
fn is_statement(draft: &Draft, quote: &Quote) -> bool {
    let words = draft.quoted_words(quote);
    quote.kind != QuoteKind::Indirect
        || words.first().is_some_and(|word| word == "that")
        || words.iter().any(|word| CLAUSE_VERBS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::Settings;
    use crate::test_support::{found, found_with};

    #[test]
    fn only_verbs_of_the_list_are_found() {
        let text = "Jane Doe, the mayor, claimed that the bridge was safe. John Roe, a baker, argued that it was not. \
            Ann Roe, a driver, claimed damages.";
        let settings = Settings::parse("[words]\nloaded-verbs = [\"claim\"]").unwrap();
        assert_eq!(found_with("loaded-verb", text, &settings), ["claimed"]);
        assert_eq!(found("loaded-verb", text), [""; 0]);
    }
}
