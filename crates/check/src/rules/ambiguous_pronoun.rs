//! A pronoun that may mean two people.

use whosaid::{Entity, EntityKind, MentionForm, Quote, Range};

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
const LEAST_CONFIDENCE: f32 = 0.2;

/// How sure the report must be of the quote itself.
const LEAST_QUOTE_CONFIDENCE: f32 = 0.5;

fn check(draft: &Draft, _: &Settings) -> Vec<Finding> {
    let quotes = draft.quotes().filter(|quote| quote.confidence >= LEAST_QUOTE_CONFIDENCE);
    let findings = quotes.filter_map(|quote| {
        let range = quote.source?.range();
        let pronoun = draft.at(range);
        if !matches!(pronoun.to_lowercase().as_str(), "he" | "she") {
            return None;
        }
        match likely(draft, quote, range)[..] {
            [one, other, ..] => {
                Some(Finding::new(range, format!("“{pronoun}” may mean {} or {}.", one.name, other.name)))
            }
            _ => None,
        }
    });
    findings.collect()
}

/// The people whom a pronoun may mean and whom the sentence before it names.
fn likely<'d>(draft: &Draft<'d>, quote: &Quote, pronoun: Range) -> Vec<&'d Entity> {
    let before = draft.before(pronoun.start);
    let before = before.trim_end_matches(['“', '"', ' ']).trim_end_matches('.');
    let start = before.rfind(". ").map_or(0, |at| at + 2);
    let line_start = pronoun.start - draft.before(pronoun.start).len();
    let sentence = Range { start: line_start + start, end: pronoun.start };
    let is_beside = |entity: &Entity| {
        entity
            .mentions
            .iter()
            .filter(|mention| mention.form == MentionForm::Name)
            .any(|name| sentence.start <= name.start && name.end <= sentence.end)
    };
    let candidates = quote.candidates.iter().filter(|candidate| candidate.confidence >= LEAST_CONFIDENCE);
    let entities = candidates.filter_map(|candidate| draft.report.entity(&candidate.entity));
    entities.filter(|entity| entity.kind == EntityKind::Person && is_beside(entity)).collect()
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn a_pronoun_has_one_meaning() {
        let text = include_str!("../../tests/drafts/faults-07-merger.txt");
        assert_eq!(found("ambiguous-pronoun", text), ["She"]);
        let text = text.replace("Laura Menzies met Karen Whitford", "Laura Menzies was there");
        assert_eq!(found("ambiguous-pronoun", &text), [""; 0]);
    }
}
