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

    #[test]
    fn a_role_is_told_in_many_ways() {
        for (told, role) in [
            ("Pavel Oresh, a corporal in the army, left on Monday.", "corporal"),
            ("With Ann Cole went Jane Doe, her navigator, on Monday.", "navigator"),
            ("The hospital’s chief executive, Dr Jane Doe, left on Monday.", "chief executive"),
        ] {
            let text = format!("{told} “It is over,” the {role} said.");
            assert_eq!(nominal_rules(&text).last(), Some(&"unique-role"), "{told}");
        }
    }

    #[test]
    fn a_headline_tells_a_role_before_the_name() {
        let text = "Farm minister says ‘it is over’\n\nLydonia’s farm minister, Jane Doe, left on Monday. “It is over,” she said.";
        assert_eq!(nominal_rules(text).first(), Some(&"unique-role"));
    }
}
