//! The rules, a file each; all that a new one needs is a line in each of the two lists below.

mod ambiguous_pronoun;
mod anonymous_source;
mod conflicting_details;
mod dominant_speaker;
mod full_name;
mod headline_quote;
mod loaded_verb;
mod missing_role;
mod name_spelling;
mod paraphrase_mismatch;
mod quotation_marks;
mod repeated_quote;
mod single_source;
mod unattributed_quote;

use crate::draft::Draft;
use crate::{Finding, Settings, Severity};

/// A rule: what it is called, why it is there, and how it finds what it finds.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Its name in settings and outputs.
    pub id: &'static str,
    /// Why it is there, in a sentence.
    pub reason: &'static str,
    /// How severe its findings are, unless the settings say otherwise.
    pub severity: Severity,
    pub(crate) check: fn(&Draft, &Settings) -> Vec<Finding>,
}

/// All rules, the most certain first.
pub const RULES: &[Rule] = &[
    unattributed_quote::RULE,
    full_name::RULE,
    missing_role::RULE,
    name_spelling::RULE,
    quotation_marks::RULE,
    repeated_quote::RULE,
    anonymous_source::RULE,
    single_source::RULE,
    dominant_speaker::RULE,
    loaded_verb::RULE,
    ambiguous_pronoun::RULE,
    headline_quote::RULE,
    conflicting_details::RULE,
    paraphrase_mismatch::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_a_reason_and_a_section_in_the_documentation() {
        let documentation = include_str!("../../../../docs/check.md");
        for rule in RULES {
            assert!(rule.reason.ends_with('.'), "{}", rule.id);
            let heading = format!("\n### {}\n", rule.id);
            let section =
                documentation.split_once(&heading).map(|(_, rest)| rest.split("\n#").next().unwrap_or_default());
            let section = section.unwrap_or_else(|| panic!("docs/check.md has no section {}", rule.id));
            assert!(section.split_whitespace().count() > 15, "the section {} says nothing", rule.id);
            let severity = format!("`{}`", rule.severity.name());
            assert!(section.contains(&severity), "the section {} does not say that it is {severity}", rule.id);
        }
    }
}
