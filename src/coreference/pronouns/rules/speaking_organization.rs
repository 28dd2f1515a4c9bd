//! `they` or `it` as a source refers to the organization or group that spoke last.

use super::super::super::entity::EntityId;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::PronounContext;
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, PronounRuleContext};
use crate::entities::mention::EntityKind;

/// `they` or `it` as a source refers to the organization or group that spoke last.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let pronoun = context.question.pronoun;
    let entity = context.state.speaking_organization(pronoun).filter(|_| pronoun.is_source)?;
    context.is_plausible(entity).then_some(Guess::given(entity))
}

impl DiscourseState<'_> {
    /// Returns the organization or group that spoke last, if it agrees with `they` or `it`.
    pub fn speaking_organization(&self, pronoun: &PronounContext) -> Option<EntityId> {
        let last = self.last_speaker(pronoun)?;
        let entity = last.entity;
        // In `FBI criticism`, the FBI is no antecedent of `it`.
        let stands = matches!(last.role, GrammaticalRole::Subject | GrammaticalRole::Object | GrammaticalRole::Oblique);
        let kind = self.clusters.entities[entity].kind;
        let fits = match pronoun.class {
            PronounClass::They => matches!(kind, EntityKind::Organization | EntityKind::Group),
            PronounClass::It => kind == EntityKind::Organization && (stands || last.is_quoted || self.opens(last)),
            PronounClass::Person(_) => false,
        };
        fits.then_some(entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::coreference::pronouns::test_support::rules;

    #[test]
    fn they_is_the_agency_that_spoke() {
        assert_eq!(
            rules("The agency said on Monday that the river was rising. They said that help was on its way.").first(),
            Some(&"speaking-organization")
        );
    }
}
