//! A demonym refers to the only person nearby, or remains unresolved: `the German`.

use super::super::super::nominals::demonyms;
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// A demonym refers to the only person nearby, or remains unresolved: `the German`.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    if !demonyms::is_origin(context.article.document, context.source) {
        return None;
    }
    let entity = demonyms::resolve_demonym(context.article, context.source, context.clusters);
    Some(entity.map_or(SourceReferent::Unresolved, SourceReferent::NearestMatch))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn the_german_is_the_only_person_nearby() {
        assert_eq!(rules("Karl Weber won the race on Monday. “I am happy,” the German said.").last(), Some(&"demonym"));
    }
}
