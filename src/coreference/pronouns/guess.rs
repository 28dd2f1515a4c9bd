//! Inputs and answers of the rules for pronouns.

use std::cell::OnceCell;

use super::super::entity::EntityId;
use super::discourse::DiscourseState;
use super::ranker::{Question, likeliest};
use crate::crf::weights::Weights;

/// The answer of a rule: the entity that a pronoun probably refers to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The entity.
    pub entity: EntityId,
    /// The estimated precision of such answers; `None` if the answer is too uncertain to be reported, and only helps with
    /// later pronouns.
    pub confidence: Option<f32>,
}

/// The estimated precision of rules.
const RULE_CONFIDENCE: f32 = 0.85;

impl Guess {
    /// Creates the answer of a rule with the usual confidence.
    pub fn given(entity: EntityId) -> Self {
        Self { entity, confidence: Some(RULE_CONFIDENCE) }
    }
}

/// The person who acted or spoke before a pronoun.
pub enum PreviousSpeaker {
    /// One person, who agrees with the pronoun.
    One(EntityId),
    /// One person whose name suggests the other pronoun.
    Doubtful(EntityId),
    /// Nobody, or several.
    Nobody,
}

/// A pronoun to resolve; costly inputs are computed once, on first use.
pub struct PronounRuleContext<'a> {
    /// The discourse up to the pronoun.
    pub state: &'a DiscourseState<'a>,
    /// The pronoun and its candidates.
    pub question: &'a Question<'a>,
    /// The weights of the ranker.
    pub weights: &'a Weights<1>,
    previous_speaker: OnceCell<PreviousSpeaker>,
    likeliest: OnceCell<Option<(EntityId, f32)>>,
}

impl<'a> PronounRuleContext<'a> {
    /// Creates the context of one pronoun.
    pub fn new(state: &'a DiscourseState<'a>, question: &'a Question<'a>, weights: &'a Weights<1>) -> Self {
        Self { state, question, weights, previous_speaker: OnceCell::new(), likeliest: OnceCell::new() }
    }

    /// Returns who acted or spoke before a pronoun that is a source.
    pub fn previous_speaker(&self) -> &PreviousSpeaker {
        let pronoun = self.question.pronoun;
        self.previous_speaker.get_or_init(|| {
            if pronoun.is_source { self.state.previous_speaker(pronoun) } else { PreviousSpeaker::Nobody }
        })
    }

    /// Returns the most probable candidate of the ranker, and its probability.
    pub fn likeliest(&self) -> Option<(EntityId, f32)> {
        *self.likeliest.get_or_init(|| likeliest(self.state, self.question, self.weights))
    }

    /// Returns whether the only person who acted before is another one, whose name suggests the other pronoun: then nobody
    /// should be chosen.
    pub fn is_vetoed(&self, entity: EntityId) -> bool {
        matches!(self.previous_speaker(), PreviousSpeaker::Doubtful(other) if *other != entity)
    }

    /// Returns whether neither the ranker nor the previous speaker contradicts an entity.
    pub fn is_plausible(&self, entity: EntityId) -> bool {
        let other = self.likeliest().is_some_and(|(likeliest, probability)| likeliest != entity && probability >= 0.5);
        !other && !self.is_vetoed(entity)
    }
}
