//! A less probable candidate of the ranker is not reported, but helps with later pronouns.

use super::super::guess::{Guess, PronounRuleContext};

/// The least probability of an answer that helps with later pronouns.
const LIKELY: f32 = 0.3;

/// A less probable candidate of the ranker is not reported, but helps with later pronouns.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let (entity, probability) = context.likeliest()?;
    (probability >= LIKELY).then_some(Guess { entity, confidence: None })
}
