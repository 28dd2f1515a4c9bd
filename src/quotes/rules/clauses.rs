//! What units show of clauses: finite verbs, participles, where a clause ends.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{VerbClass, VerbForm, reporting_verb};
use crate::lexicon::verb_forms::is_negative_contraction;
use crate::text::punctuation::is_apostrophe_token;

/// Returns whether a content clause or a quoted span follows, rather than a time or a place.
pub(super) fn has_content_clause(sentence: &CollapsedSentence, start: usize) -> bool {
    (start..sentence.len())
        .any(|unit| matches!(sentence.lowercase(unit).as_ref(), "that" | ":") || sentence.is_quoted(unit))
}

/// Returns whether some word of these units looks like a finite verb.
pub(super) fn has_finite_verb(sentence: &CollapsedSentence, units: Range<usize>) -> bool {
    units.clone().any(|unit| {
        let word = sentence.lowercase(unit);
        let is_inflected = || word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss"));
        sentence.is_word(unit)
            && (lexicon::is_auxiliary(&word)
                || is_negative_contraction(&word)
                || (word.len() > 3 && unit > units.start && !sentence.is_capitalized(unit) && is_inflected())
                || reporting_verb(&word).is_some())
    })
}

/// Returns whether a word looks like a present participle.
pub(super) fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ing")
}

/// Returns the number of words in these units.
pub(super) fn word_count(sentence: &CollapsedSentence, units: Range<usize>) -> usize {
    units.filter(|&unit| sentence.is_word(unit)).count()
}

/// Returns the end of a sentence without its last signs.
pub(super) fn last_word_end(sentence: &CollapsedSentence) -> usize {
    let closes = |unit: usize| {
        let word = sentence.word(unit);
        matches!(word, ")" | "%") || is_apostrophe_token(word)
    };
    (0..sentence.len())
        .rev()
        .find(|&unit| {
            sentence.is_quoted(unit) || sentence.is_word(unit) || sentence.is_possessive(unit) || closes(unit)
        })
        .map_or(0, |unit| unit + 1)
}

/// Returns the end of the run of quoted spans that begins at a unit, with nothing but signs between them.
pub(super) fn quoted_run_end(sentence: &CollapsedSentence, start: usize) -> usize {
    let mut end = start + 1;
    while let Some(next) = (end..sentence.len())
        .find(|&unit| sentence.is_quoted(unit) || sentence.is_word(unit))
        .filter(|&unit| sentence.is_quoted(unit))
    {
        end = next + 1;
    }
    end
}

/// Returns where the next cue begins, `…, adding that`, `… and said`, or `end`.
pub(super) fn next_cue_start(sentence: &CollapsedSentence, start: usize, end: usize) -> usize {
    let begins_cue = |unit: usize| {
        if !matches!(sentence.lowercase(unit).as_ref(), "," | "and" | "but") {
            return false;
        }
        let mut next = unit + 1;
        while matches!(sentence.lowercase(next).as_ref(), "and" | "but" | "then" | "also" | "later")
            || (lexicon::is_adverb(&sentence.lowercase(next)) && sentence.is_word(next))
        {
            next += 1;
        }
        let word = sentence.lowercase(next);
        (word == "according" && sentence.lowercase(next + 1) == "to")
            || reporting_verb(&word).is_some_and(|verb| {
                matches!(verb.class, VerbClass::Speech | VerbClass::Addressed | VerbClass::Naming)
                    && (verb.form == VerbForm::Past || (verb.form == VerbForm::Gerund && sentence.word(unit) == ","))
                    && !sentence.is_clause_end(next + 1)
            })
    };
    (start + 1..end).find(|&unit| begins_cue(unit)).unwrap_or(end)
}
