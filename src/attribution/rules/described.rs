//! The speaker is an entity without a name, described in the source.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;
use crate::quotes::quote::QuoteOrigin;

/// The estimated precision.
const CONFIDENCE: f32 = 0.93;

/// The speaker is an entity without a name, described in the source.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Described(entity) = context.referent else { return None };
    let basis = if context.quote.origin == QuoteOrigin::Turn { Basis::Turn } else { Basis::Described };
    Some(Attribution::given(entity, basis, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn a_spokesman_speaks() {
        assert_eq!(rules("“It is over,” a police spokesman said.").last(), Some(&"described"));
    }
}
