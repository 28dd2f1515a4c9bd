//! An unsure answer of the ranking is not reported, but what follows builds on it.

use super::super::guess::{Guess, PronounRuleContext};

/// How likely an answer must be before what follows builds on it.
const LIKELY: f32 = 0.3;

/// An unsure answer of the ranking is not reported, but what follows builds on it.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let (entity, probability) = context.likeliest()?;
    (probability >= LIKELY).then_some(Guess { entity, confidence: None })
}
