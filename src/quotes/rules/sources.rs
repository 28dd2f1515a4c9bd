//! Finds the source of a quote: the noun phrase that is the cue's subject.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{VerbForm, is_often_noun, reporting_verb};
use crate::text::punctuation::{is_apostrophe_token, is_dash};

/// The largest number of units in a noun phrase.
const MAX_PHRASE: usize = 24;

/// Returns where the verb phrase of a cue's verb starts, at the first auxiliary or adverb behind the subject.
pub fn verb_phrase_start(sentence: &CollapsedSentence, verb: usize) -> usize {
    let mut start = verb;
    while let Some(before) = start.checked_sub(1) {
        let word = sentence.lowercase(before);
        if word == "to" && before >= 1 && sentence.is_word(before - 1) {
            // `went on to say`, `declined to comment`
            let head = sentence.lowercase(before - 1);
            start -= if matches!(head.as_ref(), "on" | "chance" | "time") { 3.min(start) } else { 2 };
        } else if lexicon::is_auxiliary(&word)
            || (lexicon::is_adverb(&word) && !sentence.is_capitalized(before))
            || word == "not"
        {
            start = before;
        } else {
            break;
        }
    }
    start
}

/// Returns the subject before the verb phrase that starts at `end`.
pub fn source_before(sentence: &CollapsedSentence, end: usize, form: VerbForm) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    let word = sentence.lowercase(last);
    if matches!(word.as_ref(), "who" | "which" | "that") && last > 0 {
        return noun_phrase(sentence, without_comma(sentence, last));
    }
    if lexicon::is_subject_pronoun(&word) {
        return Some(last..end);
    }
    if word == "," {
        return if form == VerbForm::Gerund { None } else { subject_before_comma(sentence, last) };
    }
    if word == ")" {
        let bracket = (0..last).rev().take(16).find(|&unit| sentence.word(unit) == "(")?;
        return Some(noun_phrase(sentence, bracket)?.start..end);
    }
    if is_dash(&word) {
        let dash = (0..last).rev().take(24).find(|&unit| sentence.word(unit) == word)?;
        return Some(noun_phrase(sentence, dash)?.start..last);
    }
    noun_phrase(sentence, end)
}

/// The unit before which a phrase ends: the comma before a unit, or the unit itself.
fn without_comma(sentence: &CollapsedSentence, unit: usize) -> usize {
    if sentence.word(unit - 1) == "," { unit - 1 } else { unit }
}

/// The subject with the apposition or aside that the comma at a unit closes: `Jane Doe, the mayor, said`.
fn subject_before_comma(sentence: &CollapsedSentence, comma: usize) -> Option<Range<usize>> {
    let begins_phrase = |phrase: Range<usize>| {
        phrase.start == 0
            || !sentence.is_word(phrase.start - 1)
            || sentence.is_capitalized(phrase.start)
            || lexicon::is_determiner(&sentence.lowercase(phrase.start))
    };
    let opening_comma = (comma.saturating_sub(36)..comma)
        .rev()
        .take_while(|&unit| !sentence.is_quoted(unit) && !matches!(sentence.word(unit), ";" | ":"))
        .find(|&unit| sentence.word(unit) == "," && noun_phrase(sentence, unit).is_some_and(begins_phrase));
    let Some(opening_comma) = opening_comma else {
        // A comma between subject and verb, against the rules of punctuation.
        return noun_phrase(sentence, comma)
            .filter(|phrase| phrase.start == 0 && sentence.is_capitalized(phrase.end - 1));
    };
    let phrase = noun_phrase(sentence, opening_comma)?;
    let opener = sentence.lowercase(opening_comma + 1);
    let is_adverbial = lexicon::is_preposition(&opener)
        || lexicon::is_adverb(&opener)
        || lexicon::is_conjunction(&opener)
        || reporting_verb(&opener).is_some();
    Some(phrase.start..if is_adverbial { phrase.end } else { comma })
}

/// The noun phrase that ends before `end`, with its prepositional phrases and relative clause.
fn noun_phrase(sentence: &CollapsedSentence, end: usize) -> Option<Range<usize>> {
    let start = simple_noun_phrase(sentence, end)?.start;
    // `The woman who won the race said`: the head stands before the relative clause.
    let relative = (start.saturating_sub(10)..start)
        .rev()
        .take_while(|&unit| sentence.is_word(unit) || sentence.is_possessive(unit))
        .find(|&unit| sentence.lowercase(unit) == "who")
        .filter(|&unit| unit > 0);
    let head = relative.and_then(|who| simple_noun_phrase(sentence, without_comma(sentence, who)));
    Some(head.map_or(start, |head| head.start)..end)
}

/// The noun phrase that ends before `end`, without relative clauses.
fn simple_noun_phrase(sentence: &CollapsedSentence, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while let Some(before) = start.checked_sub(1)
        && end - before <= MAX_PHRASE
    {
        match extend_phrase(sentence, before, start, end) {
            Extension::To(unit) => start = unit,
            Extension::LastTo(unit) => {
                start = unit;
                break;
            }
            Extension::None => break,
        }
    }
    while start + 1 < end
        && (lexicon::is_calendar_name(&sentence.lowercase(start))
            || (lexicon::is_adverb(&sentence.lowercase(start)) && start == 0))
    {
        start += 1;
    }
    let is_circumstance = end - start == 1 && {
        let word = sentence.lowercase(start);
        lexicon::is_adverb(&word) || lexicon::is_preposition(&word) || lexicon::is_calendar_name(&word)
    };
    let has_word = (start..end).any(|unit| sentence.is_word(unit));
    (has_word && !is_circumstance).then_some(start..end)
}

/// Whether a noun phrase extends to the left.
enum Extension {
    /// To this unit, and perhaps further.
    To(usize),
    /// To this unit and no further.
    LastTo(usize),
    /// Not at all.
    None,
}

/// Decides whether the noun phrase `start..end` extends to the unit `before` it.
fn extend_phrase(sentence: &CollapsedSentence, before: usize, start: usize, end: usize) -> Extension {
    let word = sentence.lowercase(before);
    if sentence.is_possessive(before) {
        return Extension::To(before);
    }
    if word == ")"
        && let Some(bracket) = (0..before).rev().take(8).find(|&unit| sentence.word(unit) == "(")
    {
        return Extension::To(bracket);
    }
    if is_apostrophe_token(&word) || matches!(word.as_ref(), "/" | "%" | "$") {
        return Extension::To(before);
    }
    if !sentence.is_word(before) {
        return Extension::None;
    }
    let is_sentence_start = before == 0;
    let previous = sentence.lowercase(before.wrapping_sub(1));
    let follows_nominal = !is_sentence_start
        && (sentence.is_word(before - 1) || sentence.is_possessive(before - 1))
        && !is_finite_verb(sentence, before - 1)
        && !lexicon::is_conjunction(&previous)
        && !lexicon::is_preposition(&previous);
    if lexicon::is_preposition(&word) && !(sentence.is_capitalized(before) && is_sentence_start) {
        let is_modifier = follows_nominal
            && !lexicon::is_adverb(&previous)
            && start < end
            && !matches!(word.as_ref(), "after" | "before" | "as" | "during" | "while" | "since" | "until" | "despite");
        return if is_modifier { Extension::To(before) } else { Extension::None };
    }
    let joins_nominals = matches!(word.as_ref(), "and" | "&" | "or")
        && start < end
        && follows_nominal
        && (sentence.is_capitalized(before - 1) == sentence.is_capitalized(start)
            || lexicon::is_determiner(&sentence.lowercase(start)))
        && before > 1
        && !has_verb_before(sentence, before);
    if joins_nominals {
        return Extension::To(before);
    }
    if lexicon::is_conjunction(&word) || lexicon::is_subject_pronoun(&word) || matches!(word.as_ref(), "who" | "which")
    {
        return Extension::None;
    }
    let follows_determiner = lexicon::is_determiner(&sentence.lowercase(before.saturating_sub(1)));
    if is_finite_verb(sentence, before) && !(start < end && follows_determiner) {
        return Extension::None;
    }
    if is_sentence_start && (lexicon::is_preposition(&word) || lexicon::is_adverb(&word)) {
        return Extension::None;
    }
    let begins_phrase = lexicon::is_determiner(&word)
        && !matches!(word.as_ref(), "other" | "two" | "three" | "few" | "most" | "several" | "one" | "many")
        && (is_sentence_start || !lexicon::is_preposition(&previous));
    if begins_phrase { Extension::LastTo(before) } else { Extension::To(before) }
}

fn has_verb_before(sentence: &CollapsedSentence, unit: usize) -> bool {
    (0..unit).rev().take(8).take_while(|&unit| sentence.is_word(unit)).any(|unit| is_finite_verb(sentence, unit))
}

/// Returns whether a unit certainly is a finite verb.
pub fn is_finite_verb(sentence: &CollapsedSentence, unit: usize) -> bool {
    let word = sentence.lowercase(unit);
    if sentence.is_capitalized(unit) && unit > 0 {
        return false;
    }
    lexicon::is_auxiliary(&word)
        || reporting_verb(&word).is_some_and(|verb| match verb.form {
            VerbForm::Past => true,
            VerbForm::Present => !is_often_noun(&word),
            VerbForm::Base | VerbForm::Gerund => false,
        })
}

/// Returns the subject that starts behind its verb: `said Jane Doe, the mayor of X`.
pub fn source_after(sentence: &CollapsedSentence, start: usize) -> Option<Range<usize>> {
    let first = sentence.lowercase(start);
    if matches!(first.as_ref(), "he" | "she" | "they") {
        return Some(start..start + 1);
    }
    if !begins_noun_phrase(sentence, start) {
        return None;
    }
    let mut end = start;
    while end < sentence.len() && continues_noun_phrase(sentence, end, start) {
        end += 1;
    }
    while sentence.word(end) == "," && begins_apposition(sentence, end + 1) {
        let close = (end + 1..sentence.len())
            .find(|&unit| sentence.word(unit) == "," || sentence.is_clause_end(unit) || sentence.is_quoted(unit))
            .unwrap_or(sentence.len());
        if close <= end + 1 {
            break;
        }
        end = close;
    }
    (end > start).then_some(start..end)
}

fn begins_noun_phrase(sentence: &CollapsedSentence, start: usize) -> bool {
    let first = sentence.lowercase(start);
    let is_function_word = lexicon::is_preposition(&first)
        || lexicon::is_conjunction(&first)
        || lexicon::is_auxiliary(&first)
        || lexicon::is_adverb(&first)
        || lexicon::is_subject_pronoun(&first)
        || lexicon::is_calendar_name(&first);
    sentence.is_word(start)
        && !is_function_word
        && (sentence.is_capitalized(start)
            || lexicon::is_determiner(&first)
            || lexicon::is_role(&first)
            || first.ends_with('s')
            || sentence.is_capitalized(start + 1))
}

/// Whether a unit belongs to the noun phrase that began at `start`.
fn continues_noun_phrase(sentence: &CollapsedSentence, unit: usize, start: usize) -> bool {
    let word = sentence.lowercase(unit);
    if sentence.is_possessive(unit) || is_apostrophe_token(&word) || matches!(word.as_ref(), "(" | ")" | "/" | "&") {
        return true;
    }
    if !sentence.is_word(unit) {
        return false;
    }
    let next = sentence.lowercase(unit + 1);
    let next_is_capitalized = sentence.is_capitalized(unit + 1);
    let joins_nominals =
        matches!(word.as_ref(), "and" | "or") && (next_is_capitalized || lexicon::is_determiner(&next));
    let is_modifier = matches!(word.as_ref(), "of" | "for" | "from" | "with")
        || (matches!(word.as_ref(), "in" | "at" | "on" | "to")
            && next_is_capitalized
            && !lexicon::is_calendar_name(&next));
    let stops = lexicon::is_auxiliary(&word)
        || (lexicon::is_conjunction(&word) && !joins_nominals)
        || (lexicon::is_preposition(&word) && !is_modifier)
        || lexicon::is_calendar_name(&word)
        || lexicon::is_adverb(&word)
        || (unit > start && lexicon::is_subject_pronoun(&word));
    !stops
}

fn begins_apposition(sentence: &CollapsedSentence, start: usize) -> bool {
    let word = sentence.lowercase(start);
    if !sentence.is_word(start) || reporting_verb(&word).is_some_and(|verb| verb.form == VerbForm::Gerund) {
        return false;
    }
    lexicon::is_determiner(&word)
        || lexicon::is_role(&word)
        || lexicon::is_role(&sentence.lowercase(start + 1))
        || word.chars().all(|character| character.is_ascii_digit())
        || matches!(
            word.as_ref(),
            "who" | "whose" | "former" | "head" | "chief" | "president" | "vice" | "founder" | "then" | "acting"
        )
}
