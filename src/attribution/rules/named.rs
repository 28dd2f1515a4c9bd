//! The speaker is the entity that the source names.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;
use crate::quotes::quote::QuoteOrigin;

/// The estimated precision, if the name itself is right.
const CONFIDENCE: f32 = 0.97;

/// The speaker is the entity that the source names.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Named { entity, mention } = context.referent else { return None };
    let mention = &context.mentions[mention];
    let name = Some(mention.span).filter(|name| context.quote.source.is_some_and(|source| source.contains(*name)));
    let basis = if context.quote.origin == QuoteOrigin::Turn { Basis::Turn } else { Basis::Named };
    // Even a name of uncertain kind names the speaker.
    let confidence = CONFIDENCE * mention.confidence.max(0.25).sqrt();
    Some(Attribution { name, ..Attribution::given(entity, basis, confidence) })
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn a_name_speaks() {
        assert_eq!(rules("“It works,” Ada Byron said.").last(), Some(&"named"));
    }
}
