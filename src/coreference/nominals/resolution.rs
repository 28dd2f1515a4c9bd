//! Resolves descriptions by an ordered table of rules.

use super::super::decision::{Decision, Rule, names_of};
use super::super::sources::referent::SourceReferent;
use super::context::NominalContext;
use super::rules;

/// A rule for nominals.
type NominalRule = Rule<fn(&mut NominalContext) -> Option<SourceReferent>>;

/// The rules in their order: the most precise first.
const RULES: &[NominalRule] = &[
    Rule { name: "apposition-behind-name", apply: rules::apposition_behind_name::apply },
    Rule { name: "apposition-before-name", apply: rules::apposition_before_name::apply },
    Rule { name: "unique-role", apply: rules::unique_role::apply },
    Rule { name: "named-next", apply: rules::named_next::apply },
    Rule { name: "age", apply: rules::age::apply },
    Rule { name: "office", apply: rules::office::apply },
    Rule { name: "organization", apply: rules::organization::apply },
    Rule { name: "nearest-organization", apply: rules::nearest_organization::apply },
    Rule { name: "epithet", apply: rules::epithet::apply },
    Rule { name: "nameless", apply: rules::nameless::apply },
    Rule { name: "unresolved", apply: |_| Some(SourceReferent::Unresolved) },
];

/// Returns what a description refers to, and which rule decided.
pub fn resolve(context: &mut NominalContext) -> (SourceReferent, Decision) {
    let mut answers = RULES.iter().enumerate();
    let answer =
        answers.find_map(|(number, rule)| Some(((rule.apply)(context)?, Decision::new(names_of!(RULES), number))));
    answer.unwrap_or((SourceReferent::Unresolved, Decision::new(names_of!(RULES), RULES.len())))
}
