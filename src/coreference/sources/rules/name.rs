//! A source whose head is a name refers to its entity.

use super::super::super::nominals::phrase_heads::Head;
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// A source whose head is a name refers to its entity.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let [Head::Name(mention)] = *context.heads else { return None };
    let entity = context.clusters.of_mention[mention];
    Some(entity.map_or(SourceReferent::Unresolved, |entity| SourceReferent::Named { entity, mention }))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn a_name_is_its_entity() {
        assert_eq!(rules("“It works,” Ada Byron said.").last(), Some(&"name"));
    }
}
