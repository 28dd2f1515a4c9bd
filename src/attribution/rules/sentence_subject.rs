//! The source is a pronoun: the speaker is described at the start of the previous sentence.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The estimated precision.
const CONFIDENCE: f32 = 0.85;

/// The source is a pronoun: the speaker is described at the start of the previous sentence.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::SentenceSubject(entity, _) = context.referent else { return None };
    Some(Attribution::given(entity, Basis::Pronoun, CONFIDENCE))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn the_curators_speak() {
        assert_eq!(
            rules("Curators at two museums watched the sale. They said it was a pity.").last(),
            Some(&"sentence-subject")
        );
    }
}
