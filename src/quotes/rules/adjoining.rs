//! Attributions whose place makes them certain, whatever the verb: `“Never,” she sobbed`, `branded “a joke” by the union`.

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::quote_candidate::QuoteCandidate;
use super::sources;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{VerbClass, VerbForm, reporting_verb};

/// Words that belong to the verb before them: `shot back`, `chimed in`.
const PARTICLES: &[&str] = &["back", "in", "on", "out", "up"];

/// The most units between a verb and the rest of what it attributes.
const MAX_DISTANCE: usize = 8;

/// Finds the quoted spans that open a sentence, end with a comma or a question, and have a subject and a verb behind them.
pub fn attributed_behind(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let quoted = (0..sentence.len()).find(|&unit| sentence.is_quoted(unit))?;
    if (0..quoted).any(|unit| sentence.is_word(unit)) {
        return None;
    }
    let ending = sentence.quoted_ending(quoted);
    let comma_behind = sentence.word(quoted + 1) == ",";
    let has_comma = ending == "," || comma_behind;
    if !has_comma && !ending.starts_with(['?', '!', '…']) {
        return None;
    }
    let at = quoted + 1 + usize::from(comma_behind);
    // Behind `?`, a name may begin the next sentence; a verb in small letters does not.
    let (source, cue) = pronoun_and_verb(sentence, at)
        .or_else(|| verb_and_name(sentence, at))
        .or_else(|| has_comma.then(|| name_and_verb(sentence, at))?)?;
    let end = source.end.max(cue.end);
    let resumed = (end..sentence.len().min(end + MAX_DISTANCE))
        .find(|&unit| sentence.is_quoted(unit))
        .filter(|&unit| sentence.word(unit - 1) == ",");
    let ends_sentence = (end..sentence.len()).all(|unit| !sentence.is_word(unit) || unit < end + MAX_DISTANCE);
    let content = std::iter::once(quoted).chain(resumed).map(|unit| unit..unit + 1).collect();
    Some(QuoteCandidate { content, cue, source: Some(source), may_continue: ends_sentence })
}

type Parts = (std::ops::Range<usize>, std::ops::Range<usize>);

/// `she sobbed`
fn pronoun_and_verb(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    let is_pronoun = matches!(sentence.word(at), "he" | "she" | "they" | "it" | "I" | "we");
    let adverb = sentence.lowercase(at + 1).ends_with("ly");
    let verb = at + 1 + usize::from(adverb);
    (is_pronoun && may_be_verb(sentence, verb)).then(|| (at..at + 1, verb..with_particle(sentence, verb)))
}

/// `Lopez shot back`, `the old man sighed`
fn name_and_verb(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    let is_name = |unit: usize| sentence.is_word(unit) && sentence.is_capitalized(unit);
    let described = lexicon::is_determiner(&sentence.lowercase(at)) && sentence.is_word(at + 1);
    let verb = if described {
        (at + 2..at + 5).find(|&unit| sources::is_finite_verb(sentence, unit) || is_past(sentence, unit))?
    } else {
        (at..at + 5).find(|&unit| !is_name(unit))?
    };
    let whole = verb > at && (at..verb).all(|unit| sentence.is_word(unit));
    (whole && may_be_verb(sentence, verb)).then(|| (at..verb, verb..with_particle(sentence, verb)))
}

/// `chimes in Anna Bell`, `cut in Bell`
fn verb_and_name(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    if !may_be_verb(sentence, at) || lexicon::is_subject_pronoun(&sentence.lowercase(at)) {
        return None;
    }
    let end = with_particle(sentence, at);
    let is_inflected = is_past(sentence, at) || sentence.word(at).ends_with('s') || end > at + 1;
    let source = sources::source_after(sentence, end).filter(|_| is_inflected)?;
    sentence.is_capitalized(source.start).then_some((source, at..end))
}

fn with_particle(sentence: &CollapsedSentence, verb: usize) -> usize {
    verb + 1 + usize::from(PARTICLES.contains(&sentence.word(verb + 1)))
}

fn is_past(sentence: &CollapsedSentence, unit: usize) -> bool {
    sentence.is_word(unit) && !sentence.is_capitalized(unit) && sentence.word(unit).ends_with("ed")
}

/// Whether a unit is a word in small letters that is none of those that never are a full verb.
fn may_be_verb(sentence: &CollapsedSentence, unit: usize) -> bool {
    let word = sentence.lowercase(unit);
    let is_other = lexicon::is_auxiliary(&word)
        || lexicon::is_preposition(&word)
        || lexicon::is_conjunction(&word)
        || lexicon::is_determiner(&word)
        || lexicon::is_adverb(&word)
        || matches!(word.as_ref(), "who" | "which" | "that" | "not" | "also");
    sentence.is_word(unit) && !sentence.is_capitalized(unit) && word.len() > 2 && !is_other
}

/// Finds the quoted spans that a passive verb attributes: `was branded “a joke” by the union`.
pub fn passives(sentence: &CollapsedSentence) -> Vec<QuoteCandidate> {
    let quoted = (1..sentence.len()).filter(|&unit| sentence.is_quoted(unit) && sentence.word(unit + 1) == "by");
    quoted.filter_map(|unit| passive(sentence, unit)).collect()
}

fn passive(sentence: &CollapsedSentence, quoted: usize) -> Option<QuoteCandidate> {
    let verb = (quoted.saturating_sub(3)..quoted).rev().find(|&unit| {
        reporting_verb(&sentence.lowercase(unit))
            .is_some_and(|verb| verb.class == VerbClass::Naming && verb.form == VerbForm::Past)
    })?;
    let source = sources::source_after(sentence, quoted + 2)?;
    let content = std::iter::once(quoted..quoted + 1).collect();
    Some(QuoteCandidate { content, cue: verb..verb + 1, source: Some(source), may_continue: false })
}
