//! The most probable candidate of the ranker, if probable enough.

use super::super::guess::{Guess, PronounRuleContext};

/// The least probability of an answer that is reported.
pub const SURE: f32 = 0.53;

/// The most probable candidate of the ranker, if probable enough.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let (entity, probability) = context.likeliest()?;
    let sure = probability >= SURE && !context.is_vetoed(entity);
    sure.then(|| Guess { entity, confidence: Some(context.weights.calibrate(probability)) })
}
