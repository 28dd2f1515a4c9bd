//! A source that names somebody is spoken by that entity.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;
use crate::quotes::quote::QuoteOrigin;

/// How often this is right, the name itself being right.
const CONFIDENCE: f32 = 0.97;

/// A source that names somebody is spoken by that entity.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Named { entity, mention } = context.referent else { return None };
    let mention = &context.mentions[mention];
    let name = Some(mention.span).filter(|name| context.quote.source.is_some_and(|source| source.contains(*name)));
    let basis = if context.quote.origin == QuoteOrigin::Turn { Basis::Turn } else { Basis::Named };
    // A name of a doubtful kind still names the speaker.
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
