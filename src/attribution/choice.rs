//! Chooses among the ranked candidates of a quote, or nobody: a wrong speaker is worse than none.

use super::ranking::named_together::is_one_of_two;
use super::ranking::{SpeakerQuestion, SpeakerRanker};
use crate::coreference::entity::EntityId;

/// How sure an answer of the ranking must be to be given.
const SURE: f32 = 0.63;

/// How sure it must be to be given against the answer of the rules.
const SURE_AGAINST_RULES: f32 = 0.67;

/// How sure it must be where the source describes somebody: the description may be of somebody without a name.
const SURE_OF_DESCRIPTION: f32 = 0.60;

/// How sure the answer of the rules must be.
const SURE_OF_RULES: f32 = 0.56;

/// Chooses among candidates with their probabilities, best first, and says how sure that is; nobody where it is not sure
/// enough.
pub fn decide(
    question: &SpeakerQuestion,
    ranked: &[(EntityId, f32)],
    ranker: &SpeakerRanker,
) -> Option<(EntityId, f32)> {
    let is_named = |entity: EntityId| question.context.coreference.clusters.entities[entity].named;
    let is_description = question.class.is_description();
    let &(best, probability) = ranked.first()?;
    if is_one_of_two(question, best) {
        return None;
    }
    let confidence = ranker.calibrate(question.class, probability);
    let needed = match question.rule_answer {
        Some(answer) if answer == best => SURE,
        _ if is_description => SURE_OF_DESCRIPTION,
        Some(_) => SURE_AGAINST_RULES,
        None => SURE,
    };
    if confidence >= needed {
        return Some((best, confidence));
    }
    let &(answer, own) = ranked.iter().find(|(entity, _)| question.rule_answer == Some(*entity))?;
    let sure = if is_description && !is_named(answer) {
        // A description that nobody surely fits is shown for itself.
        1.0 - ranked.iter().filter(|(entity, _)| is_named(*entity)).map(|(_, own)| own).sum::<f32>()
    } else {
        ranker.calibrate(question.class, own)
    };
    (sure >= SURE_OF_RULES).then_some((answer, sure))
}

/// How sure a candidate must be to be reported where nobody is sure enough, or another one is given.
const WORTH_REPORTING: f32 = 0.25;

/// The most candidates that are reported.
const MAX_REPORTED: usize = 3;

/// Returns who may have said a quote, best first: where nobody is given, or somebody besides the one given is likely.
pub fn open_candidates(
    question: &SpeakerQuestion,
    ranked: &[(EntityId, f32)],
    answer: Option<(EntityId, f32)>,
    ranker: &SpeakerRanker,
) -> Vec<(EntityId, f32)> {
    let is_named = |entity: EntityId| question.context.coreference.clusters.entities[entity].named;
    let likely = ranked.iter().map(|&(entity, own)| (entity, ranker.calibrate(question.class, own)));
    let likely = likely.filter(|&(entity, sure)| sure >= WORTH_REPORTING && is_named(entity));
    let likely: Vec<(EntityId, f32)> = likely.take(MAX_REPORTED).collect();
    let is_open = answer.is_none_or(|(given, _)| likely.iter().any(|(entity, _)| *entity != given));
    if is_open { likely } else { Vec::new() }
}
