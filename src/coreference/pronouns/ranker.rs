//! Ranks the candidates of a pronoun with a log-linear model, in which “no entity” is a candidate, too (Denis and
//! Baldridge, EMNLP 2008).

use super::super::entity::EntityId;
use super::context::{Candidate, MentionContext, PronounContext};
use super::discourse::DiscourseState;
use super::grammatical_role;
use crate::crf::weights::Weights;
use crate::model_file::{ModelFileError, ModelFileReader};

/// The weights of the models of this stage.
pub struct Ranker {
    /// The weights for grammatical roles.
    pub grammar: Weights<{ grammatical_role::LABELS }>,
    /// The weights for the gender of given names.
    pub names: Weights<1>,
    /// The weights of the ranking.
    pub fit: Weights<1>,
}

impl Ranker {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are no complete file of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let ranker = Self {
            grammar: Weights::read(&mut reader)?,
            names: Weights::read(&mut reader)?,
            fit: Weights::read(&mut reader)?,
        };
        reader.finish()?;
        Ok(ranker)
    }
}

/// A pronoun with its candidates.
pub struct Question<'q> {
    /// The pronoun.
    pub pronoun: &'q PronounContext,
    /// The entities that it may refer to.
    pub candidates: &'q [Candidate],
    /// The mentions after it in its sentence.
    pub ahead: &'q [MentionContext],
}

/// Returns the most probable candidate and its probability, “no entity” being a candidate, too.
pub fn likeliest(state: &DiscourseState, question: &Question, weights: &Weights<1>) -> Option<(EntityId, f32)> {
    let Question { pronoun, candidates, ahead } = *question;
    let nobody = weights.score(|sums| state.features_of_nobody(pronoun, candidates, |feature| sums.add(feature)))[0];
    let scores: Vec<f32> = candidates
        .iter()
        .map(|candidate| {
            weights.score(|sums| {
                state.features(pronoun, candidate, candidates, ahead, |feature| sums.add(feature));
            })[0]
        })
        .collect();
    let top = scores.iter().copied().fold(nobody, f32::max);
    let total: f32 = scores.iter().map(|score| (score - top).exp()).sum::<f32>() + (nobody - top).exp();
    let (number, score) = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
    let probability = (score - top).exp() / total;
    Some((candidates[number].entity, probability))
}
