//! The source is a demonym, an age or an epithet: the speaker is the only person nearby.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The estimated precision.
const CONFIDENCE: f32 = 0.8;

/// The source is a demonym, an age or an epithet: the speaker is the only person nearby.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::NearestMatch(entity) = context.referent else { return None };
    Some(Attribution::given(entity, Basis::Role, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn the_german_speaks() {
        assert_eq!(
            rules("Karl Weber won the race on Monday. “I am happy,” the German said.").last(),
            Some(&"nearest-match")
        );
    }
}
