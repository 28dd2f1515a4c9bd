//! A pronoun that may mean two people.

use whosaid::{Basis, Quote};

use super::Rule;
use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "ambiguous-pronoun",
    reason: "Readers must not have to guess which of two people speaks.",
    severity: Severity::Warning,
    check,
};

/// The probability from which on somebody may be meant as well.
const LEAST_CONFIDENCE: f32 = 0.3;

/// How sure the report must be of the quote itself.
const LEAST_QUOTE_CONFIDENCE: f32 = 0.5;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let quotes = draft.quotes().filter(|quote| quote.confidence >= LEAST_QUOTE_CONFIDENCE);
    let findings = quotes.filter_map(|quote| {
        let range = quote.source?.range();
        let pronoun = draft.at(range);
        if !matches!(pronoun.to_lowercase().as_str(), "he" | "she") || !is_ambiguous(quote) {
            return None;
        }
        let names: Vec<&str> = quote
            .candidates
            .iter()
            .filter_map(|candidate| draft.report.entity(&candidate.entity))
            .map(|entity| entity.name.as_str())
            .take(2)
            .collect();
        let message = match names[..] {
            [one, other] => format!("“{pronoun}” may mean {one} or {other}."),
            _ => format!("“{pronoun}” may mean several people."),
        };
        Some(Finding::new(range, message))
    });
    findings.collect()
}

fn is_ambiguous(quote: &Quote) -> bool {
    let likely = quote.candidates.iter().filter(|candidate| candidate.confidence >= LEAST_CONFIDENCE).count();
    quote.basis == Basis::Ambiguous || quote.basis == Basis::Pronoun && likely > 1
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_pronoun_has_one_meaning() {
        let text = "“We counted what we had,” said Laura Menzies, the chief executive of Shelterbridge.\n\nLaura Menzies met Karen Whitford \
            for the first time in March, at a conference in Leeds. She said that the idea had come up over coffee.";
        assert_eq!(found("ambiguous-pronoun", text), ["She"]);
        let text = text.replace("Karen Whitford", "Karl Whitford");
        assert_eq!(found("ambiguous-pronoun", &text), [""; 0]);
    }
}
