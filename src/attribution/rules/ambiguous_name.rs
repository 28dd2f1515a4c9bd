//! A quote whose source is a name of two people nearby has no speaker.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::clusters::AMBIGUOUS;
use crate::coreference::sources::referent::SourceReferent;

/// A quote whose source is a name of two people nearby has no speaker.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Named { mention, .. } = context.referent else { return None };
    let ambiguous = context.coreference.clusters.certainty[mention] <= AMBIGUOUS;
    let name = Some(context.mentions[mention].span);
    ambiguous.then_some(Attribution { basis: Basis::Ambiguous, name, ..Attribution::NOBODY })
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn a_surname_of_two_is_nobody() {
        assert_eq!(
            rules("Maria Rossi and Paolo Rossi met on Monday. “It was late,” Rossi said.").last(),
            Some(&"ambiguous-name")
        );
    }
}
