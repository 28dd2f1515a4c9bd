//! A role that one person only has refers to that person.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::roles;

/// A role that one person only has refers to that person.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    roles::bearer(context.article.document, context.source, context.clusters).map(SourceReferent::Role)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn the_mayor_is_the_one_mayor() {
        assert_eq!(
            nominal_rules("Mayor Jane Doe met Bob Jones on Monday. “It is over,” the mayor said.").last(),
            Some(&"unique-role")
        );
    }
}
