//! `the company` refers to the one organization that is meant.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::organizations;

/// `the company` refers to the one organization that is meant.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let (document, mentions) = (context.article.document, context.article.mentions);
    let register = &*context.register;
    let introduced = |head: &str| register.has(head);
    organizations::bearer(document, mentions, context.source, context.clusters, introduced).map(SourceReferent::Role)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn the_ministry_is_the_one_named() {
        assert_eq!(
            nominal_rules("The Ministry of Health met on Monday in Oslo. “It is over,” the ministry said.").last(),
            Some(&"organization")
        );
    }
}
