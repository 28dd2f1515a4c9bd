//! The learned ranking of candidates: a log-linear model, nobody being one of them
//! (Denis and Baldridge, EMNLP 2008).

use super::super::entity::EntityId;
use super::context::{Candidate, MentionContext, PronounContext};
use super::discourse::DiscourseState;
use super::grammatical_role;
use crate::crf::weights::Weights;
use crate::model_file::{ModelFileError, ModelFileReader};

/// The weights of this stage.
pub struct Ranker {
    /// What a noun phrase is to its verb.
    pub grammar: Weights<{ grammatical_role::LABELS }>,
    /// Which pronoun a given name goes with.
    pub names: Weights<1>,
    /// How well an entity fits a pronoun.
    pub fit: Weights<1>,
}

impl Ranker {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
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

/// A pronoun, whom it may mean, and who else comes later in its sentence.
pub struct Question<'q> {
    /// The pronoun.
    pub pronoun: &'q PronounContext,
    /// Whom it may mean.
    pub candidates: &'q [Candidate],
    /// References behind it.
    pub ahead: &'q [MentionContext],
}

/// The likeliest candidate and its probability; nobody is counted among the candidates.
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
