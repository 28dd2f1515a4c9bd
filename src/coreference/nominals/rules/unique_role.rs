//! A role refers to the only person who has it: `the mayor`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::roles;

/// A role refers to the only person who has it: `the mayor`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    roles::resolve_role(context.article.document, context.source, context.clusters).map(SourceReferent::Role)
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
