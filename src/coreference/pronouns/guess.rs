//! What the rules for pronouns are given, and what they answer.

use std::cell::OnceCell;

use super::super::entity::EntityId;
use super::discourse::DiscourseState;
use super::ranker::{Question, likeliest};
use crate::crf::weights::Weights;

/// The entity that a pronoun seems to mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The entity.
    pub entity: EntityId,
    /// How often such an answer is right; nothing where it is too unsure to be given, and serves only what follows.
    pub confidence: Option<f32>,
}

/// How often the answer of a rule is right.
const RULE_CONFIDENCE: f32 = 0.85;

impl Guess {
    /// The answer of a rule.
    pub fn given(entity: EntityId) -> Self {
        Self { entity, confidence: Some(RULE_CONFIDENCE) }
    }
}

/// Who did or said something before a pronoun.
pub enum Heard {
    /// One person, whom it fits.
    One(EntityId),
    /// One person whose name rather goes with the other pronoun, which may be a mistake.
    Doubtful(EntityId),
    /// Nobody, or several.
    Nobody,
}

/// A pronoun that is to be resolved; what is costly is worked out once, when first asked for.
pub struct PronounRuleContext<'a> {
    /// All that was mentioned before.
    pub state: &'a DiscourseState<'a>,
    /// The pronoun and its candidates.
    pub question: &'a Question<'a>,
    /// The weights of the ranking.
    pub weights: &'a Weights<1>,
    heard: OnceCell<Heard>,
    likeliest: OnceCell<Option<(EntityId, f32)>>,
}

impl<'a> PronounRuleContext<'a> {
    /// The context of one pronoun.
    pub fn new(state: &'a DiscourseState<'a>, question: &'a Question<'a>, weights: &'a Weights<1>) -> Self {
        Self { state, question, weights, heard: OnceCell::new(), likeliest: OnceCell::new() }
    }

    /// Who acted or spoke before a pronoun that speaks.
    pub fn heard(&self) -> &Heard {
        let pronoun = self.question.pronoun;
        self.heard.get_or_init(|| if pronoun.speaks { self.state.heard(pronoun) } else { Heard::Nobody })
    }

    /// The likeliest candidate by the ranking, and its probability.
    pub fn likeliest(&self) -> Option<(EntityId, f32)> {
        *self.likeliest.get_or_init(|| likeliest(self.state, self.question, self.weights))
    }

    /// Whether somebody else acted before, whose name may go with the wrong pronoun: then nobody is meant.
    pub fn is_vetoed(&self, entity: EntityId) -> bool {
        matches!(self.heard(), Heard::Doubtful(other) if *other != entity)
    }

    /// Whether neither the ranking nor who acted before speaks against an entity.
    pub fn is_plausible(&self, entity: EntityId) -> bool {
        let other = self.likeliest().is_some_and(|(likeliest, probability)| likeliest != entity && probability >= 0.5);
        !other && !self.is_vetoed(entity)
    }
}
