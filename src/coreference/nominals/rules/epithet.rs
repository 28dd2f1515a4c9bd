//! An epithet refers to the only person nearby, if nobody is mentioned more often: `the nominee`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::{demonyms, descriptions};

/// An epithet refers to the only person nearby, if nobody is mentioned more often: `the nominee`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let document = context.article.document;
    let description = descriptions::read(document, context.words)?;
    if !demonyms::is_epithet(document, context.source) || context.nameless.has(&description.head) {
        return None;
    }
    demonyms::resolve_epithet(context.article, context.source, context.clusters).map(SourceReferent::NearestMatch)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn the_striker_is_the_player() {
        assert_eq!(
            nominal_rules("Karl Weber won the race on Monday. “I am happy,” the striker said.").last(),
            Some(&"epithet")
        );
    }
}
