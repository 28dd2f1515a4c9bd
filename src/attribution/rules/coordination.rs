//! Several who stand side by side speak together.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// How often this is right.
const CONFIDENCE: f32 = 0.93;

/// Several who stand side by side speak together.
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
