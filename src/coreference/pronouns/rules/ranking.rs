//! The learned ranking decides where it is sure enough.

use super::super::guess::{Guess, PronounRuleContext};

/// How likely an answer must be before it is given.
pub const SURE: f32 = 0.8;

/// The learned ranking decides where it is sure enough.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let (entity, probability) = context.likeliest()?;
    let sure = probability >= SURE && !context.is_vetoed(entity);
    sure.then(|| Guess { entity, confidence: Some(context.weights.calibrate(probability)) })
}
