//! A pronoun that is a source refers to the only person nearby who agrees with it.

use super::super::super::entity::EntityId;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::{Agreement, Candidate, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::guess::{Guess, PronounRuleContext};
use crate::entities::mention::EntityKind;

/// The number of previous sentences in which nobody else may be mentioned.
const ONLY_CANDIDATE_SENTENCES: usize = 3;

/// A pronoun that is a source refers to the only person nearby who agrees with it.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let pronoun = context.question.pronoun;
    let entity = context.state.only_candidate(pronoun, context.question.candidates).filter(|_| pronoun.is_source)?;
    context.is_plausible(entity).then_some(Guess::given(entity))
}

impl DiscourseState<'_> {
    /// Returns the only candidate mentioned in the last few sentences that agrees with the pronoun.
    pub fn only_candidate(&self, pronoun: &PronounContext, candidates: &[Candidate]) -> Option<EntityId> {
        if !matches!(pronoun.class, PronounClass::Person(_)) {
            return None;
        }
        let mut near = candidates.iter().filter(|candidate| {
            let near = candidate.ahead
                || pronoun.sentence.saturating_sub(self.references[candidate.reference].sentence())
                    <= ONLY_CANDIDATE_SENTENCES;
            let against =
                matches!(self.agreement(pronoun.class, candidate.entity), Agreement::Against | Agreement::Unlikely);
            let person = self.clusters.entities[candidate.entity].kind == EntityKind::Person;
            person && near && (candidate.meant || !against) && !candidate.had_other_pronoun
        });
        near.next().filter(|_| near.next().is_none()).filter(|only| !only.ahead).map(|only| only.entity)
    }
}
