//! The speaker is a group whose members are coordinated in the source.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The estimated precision.
const CONFIDENCE: f32 = 0.93;

/// The speaker is a group whose members are coordinated in the source.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Coordination(entity) = context.referent else { return None };
    let named = context.coreference.clusters.entities[entity].named;
    Some(Attribution::given(entity, if named { Basis::Named } else { Basis::Described }, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn two_speak_together() {
        assert_eq!(rules("“We won,” Ann Smith and Bob Jones said.").last(), Some(&"coordination"));
    }
}
