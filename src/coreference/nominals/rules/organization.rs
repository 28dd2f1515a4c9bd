//! An organization noun refers to the only organization that it fits: `the company`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::organizations;

/// An organization noun refers to the only organization that it fits: `the company`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    organizations::resolve_organization(context).map(SourceReferent::Role)
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
