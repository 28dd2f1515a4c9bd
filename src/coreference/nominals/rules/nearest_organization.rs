//! Without a better answer, an organization noun refers to the organization that the article is about: `the club`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::organizations;

/// Without a better answer, an organization noun refers to the organization that the article is about: `the club`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    organizations::nearest_organization(context).map(SourceReferent::Role)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn the_club_is_the_only_organization_near() {
        let text = "Manchester United have lost their manager. “We thank him,” the club said.";
        assert_eq!(nominal_rules(text).last(), Some(&"nearest-organization"));
    }

    #[test]
    fn of_two_organizations_neither_is_meant() {
        let text = "The engineers left Microsoft and joined Google last week. “We thank them,” the company said.";
        assert_ne!(nominal_rules(text).last(), Some(&"nearest-organization"));
    }
}
