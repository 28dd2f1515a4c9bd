//! The source is a pronoun: the speaker is the entity that it was resolved to, if any.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::pronouns::Resolved;
use crate::coreference::sources::referent::SourceReferent;

/// The source is a pronoun: the speaker is the entity that it was resolved to, if any.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Pronoun(span) = context.referent else { return None };
    let resolved = context.pronouns.get(&span.start());
    let given = |resolved: &&Resolved| Attribution::given(resolved.entity, Basis::Pronoun, resolved.confidence);
    Some(resolved.map_or(Attribution { basis: Basis::Ambiguous, ..Attribution::NOBODY }, given))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn she_speaks() {
        assert_eq!(rules("Ada Byron left early. “It works,” she said.").last(), Some(&"pronoun"));
    }
}
