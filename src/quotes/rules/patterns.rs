//! Quotes that their form makes certain, whatever the words.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::quote_candidate::QuoteCandidate;
use super::sources;
use crate::lexicon::reporting_verbs::{ReportingVerb, VerbClass, VerbForm, reporting_verb};
use crate::text::punctuation::is_dash;

/// Returns the quote of a sentence whose form makes it certain.
pub fn match_pattern(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    signed_quote(sentence).or_else(|| inverted_quote(sentence))
}

/// A quoted span with a name below it: `“Fine work.” – Jane Doe`
fn signed_quote(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let dash = (1..sentence.len()).find(|&unit| is_dash(sentence.word(unit)))?;
    let first = (0..dash).find(|&unit| sentence.is_quoted(unit))?;
    let last = (0..dash).rev().find(|&unit| sentence.is_quoted(unit))?;
    let source_end = (dash + 1..sentence.len()).rev().find(|&unit| sentence.is_word(unit))? + 1;
    let has_word_before = (0..dash).any(|unit| sentence.is_word(unit));
    (!has_word_before && sentence.is_signature(dash)).then_some(QuoteCandidate {
        content: std::iter::once(first..last + 1).collect(),
        cue: dash..dash + 1,
        source: Some(dash + 1..source_end),
        may_continue: false,
    })
}

/// `Said Jane Doe: “…”`
fn inverted_quote(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let begins_with_verb = sentence.is_capitalized(0)
        && reporting_verb(&sentence.lowercase(0)).is_some_and(ReportingVerb::introduces_speech);
    let colon = (2..sentence.len().min(16)).find(|&unit| sentence.word(unit) == ":")?;
    let is_name = (1..colon).all(|unit| !sentence.is_quoted(unit) && !sources::is_finite_verb(sentence, unit));
    (begins_with_verb && is_name && sentence.is_quoted(colon + 1)).then(|| QuoteCandidate {
        content: std::iter::once(colon + 1..colon + 2).collect(),
        cue: 0..1,
        source: Some(1..colon),
        may_continue: true,
    })
}

/// Returns the cue and the source of a sentence that announces a quote in the next paragraph: `Doe wrote to the
/// parents:`
pub fn match_announcement(sentence: &CollapsedSentence) -> Option<(Range<usize>, Range<usize>)> {
    let colon = sentence.len().checked_sub(1).filter(|&unit| sentence.word(unit) == ":")?;
    let (unit, verb) = (1..colon).rev().find_map(|unit| {
        let verb = reporting_verb(&sentence.lowercase(unit)).filter(|_| sentence.is_word(unit))?;
        let is_speech = matches!(verb.class, VerbClass::Speech | VerbClass::Addressed)
            && matches!(verb.form, VerbForm::Past | VerbForm::Present);
        is_speech.then_some((unit, verb))
    })?;
    let start = sources::verb_phrase_start(sentence, unit);
    let mut source = sources::source_before(sentence, start, verb.form)?;
    while source.len() > 1 && sentence.word(source.end - 1) == "," {
        source.end -= 1;
    }
    Some((start..unit + 1, source))
}
