//! The source is a role or an organization noun: the speaker is the only entity that it fits.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The estimated precision.
const CONFIDENCE: f32 = 0.9;

/// The source is a role or an organization noun: the speaker is the only entity that it fits.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Role(entity) = context.referent else { return None };
    Some(Attribution::given(entity, Basis::Role, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn the_mayor_speaks() {
        assert_eq!(
            rules("Mayor Jane Doe met Bob Jones on Monday. “It is over,” the mayor said.").last(),
            Some(&"role")
        );
    }
}
