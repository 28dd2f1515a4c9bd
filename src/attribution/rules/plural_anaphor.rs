//! The source is `they`: the speaker is the group coordinated in the previous sentence.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The estimated precision.
const CONFIDENCE: f32 = 0.85;

/// The source is `they`: the speaker is the group coordinated in the previous sentence.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::PluralAnaphor(entity) = context.referent else { return None };
    Some(Attribution::given(entity, Basis::Pronoun, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn they_speak() {
        assert_eq!(
            rules("Ann Smith and Bob Jones won on Monday. “We are proud,” they said.").last(),
            Some(&"plural-anaphor")
        );
    }
}
