//! A pronoun that speaks is the only person nearby whom it fits.

use super::super::super::entity::EntityId;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::{Agreement, Candidate, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::guess::{Guess, PronounRuleContext};
use crate::entities::mention::EntityKind;

/// How many sentences back nobody else may be named for a person to be the only one.
const ONLY_REACH: usize = 3;

/// A pronoun that speaks is the only person nearby whom it fits.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let pronoun = context.question.pronoun;
    let entity = context.state.only(pronoun, context.question.candidates).filter(|_| pronoun.speaks)?;
    context.is_plausible(entity).then_some(Guess::given(entity))
}

impl DiscourseState<'_> {
    /// The only candidate that is named or meant in the last few sentences and that the pronoun fits.
    pub fn only(&self, pronoun: &PronounContext, candidates: &[Candidate]) -> Option<EntityId> {
        if !matches!(pronoun.class, PronounClass::Person(_)) {
            return None;
        }
        let mut near = candidates.iter().filter(|candidate| {
            let near = candidate.ahead
                || pronoun.sentence.saturating_sub(self.references[candidate.reference].sentence) <= ONLY_REACH;
            let against =
                matches!(self.agreement(pronoun.class, candidate.entity), Agreement::Against | Agreement::Unlikely);
            let person = self.clusters.entities[candidate.entity].kind == EntityKind::Person;
            person && near && (candidate.meant || !against) && !candidate.meant_otherwise
        });
        near.next().filter(|_| near.next().is_none()).filter(|only| !only.ahead).map(|only| only.entity)
    }
}
