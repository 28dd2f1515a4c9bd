//! Detects cues, each with the source that is its subject.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::cue::Cue;
use super::sources;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{ReportingVerb, VerbClass, VerbForm, is_often_noun, reporting_verb};

/// The verb that `according to` and a colon stand for.
const SAID: ReportingVerb = ReportingVerb { class: VerbClass::Speech, form: VerbForm::Past, lemma: "say" };

/// Returns the cue whose verb, or colon, stands at a unit; `done` is the end of the previous quote, and `subject` the
/// last source.
pub(super) fn cue_at(
    sentence: &CollapsedSentence,
    at: usize,
    done: usize,
    subject: Option<&Range<usize>>,
) -> Option<Cue> {
    let word = sentence.lowercase(at);
    if word == "according" && sentence.lowercase(at + 1) == "to" {
        let source = sources::source_after(sentence, at + 2)?;
        return Some(Cue { words: at..at + 2, verb: SAID, source: Some(source), is_inverted: true });
    }
    if word == ":" {
        return colon_cue(sentence, at, done);
    }
    if !sentence.is_word(at) || (sentence.is_capitalized(at) && at > 0) {
        return None;
    }
    let verb = reporting_verb(&word)?;
    let start = sources::verb_phrase_start(sentence, at);
    // `was told`, `is expected`: the subject is not the one who speaks.
    let has_be = (start..at).any(|unit| lexicon::is_form_of_be(&sentence.lowercase(unit)));
    if is_noun(sentence, at, start, verb) || (has_be && verb.form == VerbForm::Past) {
        return None;
    }
    let found = sources::source_before(sentence, start, verb.form).filter(|source| source.start >= done);
    if start == at
        && let Some(cue) = inverted_cue(sentence, at, verb, found.is_some())
    {
        return Some(cue);
    }
    let before = start.checked_sub(1);
    let follows_comma = before.is_some_and(|unit| sentence.word(unit) == ",");
    let is_gerund = verb.form == VerbForm::Gerund;
    let source = match found {
        Some(source) if is_gerund && !has_be => {
            (subject.is_none() || !follows_comma).then_some(source).or(subject.cloned())
        }
        Some(source) => Some(source),
        None if is_gerund || follows_comma || before.is_some_and(|unit| is_coordinator(sentence, unit)) => {
            subject.cloned().or_else(|| first_subject(sentence, start))
        }
        None => None,
    }?;
    // A base form is a verb only behind an auxiliary or a plural subject.
    let is_verb = verb.form != VerbForm::Base || start < at || is_plural(sentence, &source);
    is_verb.then_some(Cue { words: start..at + 1, verb, source: Some(source), is_inverted: false })
}

fn is_coordinator(sentence: &CollapsedSentence, unit: usize) -> bool {
    matches!(sentence.lowercase(unit).as_ref(), "and" | "but" | "then" | "or")
}

/// Whether the form of a reporting verb at a unit is a noun or a part of a compound here: `his controversial remarks`.
fn is_noun(sentence: &CollapsedSentence, at: usize, start: usize, verb: ReportingVerb) -> bool {
    let next = sentence.lowercase(at + 1);
    if next == "-" || sentence.is_possessive(at + 1) {
        return true;
    }
    if start != at {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return verb.form == VerbForm::Present && is_often_noun(&sentence.lowercase(at)) && next != "that";
    };
    let word = sentence.lowercase(before);
    let has_subject = sentence.is_capitalized(before) || lexicon::is_subject_pronoun(&word) || lexicon::is_role(&word);
    let is_plural_noun = verb.form == VerbForm::Present && is_often_noun(&sentence.lowercase(at));
    (is_plural_noun && !has_subject && next != "that")
        || (lexicon::is_determiner(&word) && word != "that")
        || sentence.is_possessive(before)
        || (lexicon::is_preposition(&word) && verb.form != VerbForm::Gerund)
        || matches!(word.as_ref(), "no" | "of")
}

/// The cue of a verb behind its content and before its source: `“…,” said Jane Doe`.
fn inverted_cue(sentence: &CollapsedSentence, at: usize, verb: ReportingVerb, has_source_before: bool) -> Option<Cue> {
    let before = at.checked_sub(1).filter(|_| verb.introduces_speech())?;
    let follows_quoted = sentence.is_quoted(before) || (at > 1 && sentence.is_quoted(at - 2));
    let follows_content = sentence.is_quoted(before) || (at > 1 && sentence.word(before) == ",");
    if !follows_content {
        return None;
    }
    let source = sources::source_after(sentence, at + 1)?;
    let ends_clause = sentence.is_clause_end(source.end);
    let is_subject = follows_quoted || (sentence.is_capitalized(source.start) && ends_clause);
    let is_closed = ends_clause || sentence.is_quoted(source.end) || sentence.word(source.end) == ",";
    (is_subject && (!has_source_before || is_closed)).then_some(Cue {
        words: at..at + 1,
        verb,
        source: Some(source),
        is_inverted: true,
    })
}

fn is_plural(sentence: &CollapsedSentence, source: &Range<usize>) -> bool {
    let last = sentence.lowercase(source.end - 1);
    matches!(last.as_ref(), "i" | "we" | "you" | "they" | "people" | "who" | "police")
        || last.ends_with('s')
        || source.clone().any(|unit| sentence.lowercase(unit) == "and")
}

/// The subject of the sentence's first verb, for a participle that has none: `Smith left, saying …`.
fn first_subject(sentence: &CollapsedSentence, before: usize) -> Option<Range<usize>> {
    let opener = sentence.lowercase(0);
    let has_introduction =
        lexicon::is_preposition(&opener) || lexicon::is_conjunction(&opener) || lexicon::is_adverb(&opener);
    let start = if has_introduction { (0..before).find(|&unit| sentence.word(unit) == ",")? + 1 } else { 0 };
    sources::source_after(sentence, start)
        .map(|phrase| {
            let verb = (phrase.start + 1..phrase.end).find(|&unit| {
                sources::is_finite_verb(sentence, unit)
                    || (sentence.lowercase(unit).ends_with("ed") && !sentence.is_capitalized(unit))
            });
            phrase.start..verb.unwrap_or(phrase.end)
        })
        .or_else(|| lexicon::is_subject_pronoun(&sentence.lowercase(start)).then_some(start..start + 1))
        .filter(|source| source.end <= before)
}

/// The cue that ends in a colon: `Smith: “…”`, `The note reads: “…”`.
fn colon_cue(sentence: &CollapsedSentence, colon: usize, done: usize) -> Option<Cue> {
    if colon <= done || !sentence.is_quoted(colon + 1) {
        return None;
    }
    let is_label = (done..colon).all(|unit| {
        (sentence.is_word(unit)
            && (sentence.is_capitalized(unit)
                || lexicon::is_role(&sentence.lowercase(unit))
                || matches!(sentence.word(unit), "of" | "the" | "de" | "for")))
            || sentence.is_possessive(unit)
            || matches!(sentence.word(unit), "(" | ")" | "-" | "," | ".")
    });
    if done == 0 && is_label && colon <= 8 && sentence.is_capitalized(0) {
        return Some(Cue { words: colon..colon + 1, verb: SAID, source: Some(done..colon), is_inverted: false });
    }
    let source = first_subject(sentence, colon)?;
    let verb = (source.end..colon)
        .find(|&unit| sentence.is_word(unit) && !lexicon::is_auxiliary(&sentence.lowercase(unit)))?;
    Some(Cue { words: verb..colon + 1, verb: SAID, source: Some(source), is_inverted: false })
}
