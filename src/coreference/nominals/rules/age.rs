//! An age refers to the only person nearby, unless that person has another age: `the 56-year-old`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::demonyms;

/// An age refers to the only person nearby, unless that person has another age: `the 56-year-old`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let age = demonyms::age(context.article.document, context.source)?;
    let entity = demonyms::resolve_demonym(context.article, context.source, context.clusters)?;
    let fits = context.clusters.entities[entity].age.is_none_or(|known| known == age);
    fits.then_some(SourceReferent::NearestMatch(entity))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn an_age_is_of_the_only_person_nearby() {
        assert_eq!(
            nominal_rules("Karl Weber won the race on Monday. “I am happy,” the 56-year-old said.").last(),
            Some(&"age")
        );
    }
}
