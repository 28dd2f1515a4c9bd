//! A description of nobody who is named is a nameless speaker.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;
use crate::quotes::quote::QuoteOrigin;

/// How often this is right.
const CONFIDENCE: f32 = 0.93;

/// A description of nobody who is named is a nameless speaker.
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
