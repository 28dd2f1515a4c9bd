//! The source of a quote: the noun phrase that is the cue's subject.

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{self, VerbForm};

/// Transitions back over auxiliaries and adverbs between the subject and the verb at `cue`.
pub fn verb_phrase_start(sentence: &CollapsedSentence, cue: usize) -> usize {
    let mut start = cue;
    while start > 0 {
        let word = sentence.lower(start - 1);
        let infinitive = word == "to" && start >= 2 && sentence.is_word(start - 2);
        if infinitive {
            // `went on to say`, `declined to comment`
            let before = sentence.lower(start - 2);
            start -= if matches!(before.as_ref(), "on" | "chance" | "time") { 3.min(start) } else { 2 };
        } else if lexicon::is_auxiliary(&word)
            || (lexicon::is_adverb(&word) && !sentence.is_capitalized(start - 1))
            || word == "not"
        {
            start -= 1;
        } else {
            break;
        }
    }
    start
}

/// The subject that stands before the verb phrase that starts at `end`.
pub fn before(sentence: &CollapsedSentence, end: usize, form: VerbForm) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    let word = sentence.lower(last);
    if matches!(word.as_ref(), "who" | "which" | "that") && last > 0 {
        let head = if sentence.word(last - 1) == "," { last - 1 } else { last };
        return noun_phrase(sentence, head);
    }
    if lexicon::is_subject_pronoun(&word) {
        return Some(last..end);
    }
    if word == "," {
        if form == VerbForm::Gerund {
            return None;
        }
        let limit = last.saturating_sub(36);
        let opening = (limit..last)
            .rev()
            .take_while(|&at| sentence.block(at).is_none() && !matches!(sentence.word(at), ";" | ":"))
            .find(|&at| {
                sentence.word(at) == ","
                    && noun_phrase(sentence, at).is_some_and(|phrase| {
                        phrase.start == 0
                            || !sentence.is_word(phrase.start - 1)
                            || sentence.is_capitalized(phrase.start)
                            || lexicon::is_determiner(&sentence.lower(phrase.start))
                    })
            });
        let Some(opening) = opening else {
            // A comma that parts subject and verb, as hasty writing has it.
            return noun_phrase(sentence, last)
                .filter(|phrase| phrase.start == 0 && sentence.is_capitalized(phrase.end - 1));
        };
        let phrase = noun_phrase(sentence, opening)?;
        let aside = sentence.lower(opening + 1);
        let adverbial = lexicon::is_preposition(&aside)
            || lexicon::is_adverb(&aside)
            || lexicon::is_conjunction(&aside)
            || reporting_verbs::reporting_verb(&aside).is_some();
        let end = if adverbial { phrase.end } else { last };
        // A first comma may close an earlier apposition of the same name.
        return Some(phrase.start..end);
    }
    if word == ")" {
        let opening = (0..last).rev().take(16).find(|&at| sentence.word(at) == "(")?;
        let phrase = noun_phrase(sentence, opening)?;
        return Some(phrase.start..end);
    }
    if matches!(word.as_ref(), "—" | "–" | "--" | "-") {
        let opening = (0..last).rev().take(24).find(|&at| sentence.word(at) == word)?;
        let phrase = noun_phrase(sentence, opening)?;
        return Some(phrase.start..last);
    }
    noun_phrase(sentence, end)
}

/// The noun phrase that ends before `end`, with its prepositional and relative parts.
fn noun_phrase(sentence: &CollapsedSentence, end: usize) -> Option<Range<usize>> {
    let start = simple_noun_phrase(sentence, end)?.start;
    // `The woman who won the race said`: the head stands before the relative clause.
    let relative = (start.saturating_sub(10)..start)
        .rev()
        .take_while(|&at| sentence.is_word(at) || sentence.is_possessive(at))
        .find(|&at| sentence.lower(at) == "who")
        .filter(|&at| at > 0);
    let head =
        relative.and_then(|at| simple_noun_phrase(sentence, if sentence.word(at - 1) == "," { at - 1 } else { at }));
    Some(head.map_or(start, |head| head.start)..end)
}

/// The same without relative clauses.
fn simple_noun_phrase(sentence: &CollapsedSentence, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while let Some(at) = start.checked_sub(1) {
        if end - at > 24 {
            break;
        }
        let word = sentence.lower(at);
        let capitalized = sentence.is_capitalized(at);
        if sentence.is_possessive(at) {
            start = at;
            continue;
        }
        if word == ")"
            && let Some(opening) = (0..at).rev().take(8).find(|&at| sentence.word(at) == "(")
        {
            start = opening;
            continue;
        }
        if matches!(word.as_ref(), "’" | "'" | "/" | "%" | "$") {
            start = at;
            continue;
        }
        if !sentence.is_word(at) {
            break;
        }
        let nominal_before = at > 0
            && (sentence.is_word(at - 1) || sentence.is_possessive(at - 1))
            && !is_verbal(sentence, at - 1)
            && !lexicon::is_conjunction(&sentence.lower(at - 1))
            && !lexicon::is_preposition(&sentence.lower(at - 1));
        if lexicon::is_preposition(&word) && !(capitalized && at == 0) {
            if nominal_before
                && !lexicon::is_adverb(&sentence.lower(at - 1))
                && start < end
                && !matches!(
                    word.as_ref(),
                    "after" | "before" | "as" | "during" | "while" | "since" | "until" | "despite"
                )
            {
                start = at;
                continue;
            }
            break;
        }
        if matches!(word.as_ref(), "and" | "&" | "or")
            && start < end
            && nominal_before
            && (sentence.is_capitalized(at - 1) == sentence.is_capitalized(start)
                || lexicon::is_determiner(&sentence.lower(start)))
            && at > 1
            && !has_verb_before(sentence, at)
        {
            start = at;
            continue;
        }
        if lexicon::is_conjunction(&word)
            || (lexicon::is_subject_pronoun(&word) && !word.starts_with("it"))
            || matches!(word.as_ref(), "who" | "which" | "it")
        {
            break;
        }
        if is_verbal(sentence, at) && !(start < end && lexicon::is_determiner(&sentence.lower(at.saturating_sub(1)))) {
            break;
        }
        if at == 0 && (lexicon::is_preposition(&word) || lexicon::is_adverb(&word)) {
            break;
        }
        start = at;
        if lexicon::is_determiner(&word)
            && !matches!(word.as_ref(), "other" | "two" | "three" | "few" | "most" | "several" | "one" | "many")
        {
            let after_preposition = at > 0 && lexicon::is_preposition(&sentence.lower(at - 1));
            if !after_preposition {
                break;
            }
        }
    }
    while start + 1 < end
        && (lexicon::is_calendar_name(&sentence.lower(start))
            || (lexicon::is_adverb(&sentence.lower(start)) && start == 0))
    {
        start += 1;
    }
    let only_adverb = end - start == 1
        && (lexicon::is_adverb(&sentence.lower(start))
            || lexicon::is_preposition(&sentence.lower(start))
            || lexicon::is_calendar_name(&sentence.lower(start)));
    (start < end && !only_adverb && (start..end).any(|at| sentence.is_word(at))).then_some(start..end)
}

fn has_verb_before(sentence: &CollapsedSentence, at: usize) -> bool {
    (0..at).rev().take(8).take_while(|&at| sentence.is_word(at)).any(|at| is_verbal(sentence, at))
}

/// Whether the unit is surely a finite verb.
pub fn is_verbal(sentence: &CollapsedSentence, at: usize) -> bool {
    let word = sentence.lower(at);
    if sentence.is_capitalized(at) && at > 0 {
        return false;
    }
    lexicon::is_auxiliary(&word)
        || reporting_verbs::reporting_verb(&word).is_some_and(|verb| {
            matches!(verb.form, VerbForm::Past)
                || (verb.form == VerbForm::Present && !reporting_verbs::is_often_noun(&word))
        })
}

/// The subject that stands behind the verb: `said Jane Doe, the mayor of X`.
pub fn after(sentence: &CollapsedSentence, start: usize) -> Option<Range<usize>> {
    let first = sentence.lower(start);
    if matches!(first.as_ref(), "he" | "she" | "they") {
        return Some(start..start + 1);
    }
    let begins = sentence.is_word(start)
        && !(lexicon::is_preposition(&first)
            || lexicon::is_conjunction(&first)
            || lexicon::is_auxiliary(&first)
            || lexicon::is_adverb(&first)
            || lexicon::is_subject_pronoun(&first)
            || lexicon::is_calendar_name(&first))
        && (sentence.is_capitalized(start)
            || lexicon::is_determiner(&first)
            || lexicon::is_role(&first)
            || first.ends_with('s')
            || sentence.is_capitalized(start + 1));
    if !begins {
        return None;
    }
    let mut end = start;
    while end < sentence.len() {
        let word = sentence.lower(end);
        if sentence.is_possessive(end) || matches!(word.as_ref(), "’" | "'" | "(" | ")" | "/" | "&") {
            end += 1;
            continue;
        }
        if !sentence.is_word(end) {
            break;
        }
        let next_is_name = sentence.is_capitalized(end + 1) && !lexicon::is_calendar_name(&sentence.lower(end + 1));
        let stops = lexicon::is_auxiliary(&word)
            || (lexicon::is_conjunction(&word)
                && !(matches!(word.as_ref(), "and" | "or")
                    && (sentence.is_capitalized(end + 1) || lexicon::is_determiner(&sentence.lower(end + 1)))))
            || (lexicon::is_preposition(&word)
                && !(matches!(word.as_ref(), "of" | "for" | "from" | "with")
                    || (matches!(word.as_ref(), "in" | "at" | "on" | "to") && next_is_name)))
            || lexicon::is_calendar_name(&word)
            || lexicon::is_adverb(&word)
            || (end > start && lexicon::is_subject_pronoun(&word));
        if stops {
            break;
        }
        end += 1;
    }
    while sentence.word(end) == "," && is_apposition(sentence, end + 1) {
        let close = (end + 1..sentence.len())
            .find(|&at| sentence.word(at) == "," || sentence.is_end(at) || sentence.block(at).is_some())
            .unwrap_or(sentence.len());
        if close <= end + 1 {
            break;
        }
        end = close;
    }
    (end > start).then_some(start..end)
}

fn is_apposition(sentence: &CollapsedSentence, start: usize) -> bool {
    let word = sentence.lower(start);
    if !sentence.is_word(start)
        || reporting_verbs::reporting_verb(&word).is_some_and(|verb| verb.form == VerbForm::Gerund)
    {
        return false;
    }
    lexicon::is_determiner(&word)
        || word == "who"
        || word == "whose"
        || lexicon::is_role(&word)
        || lexicon::is_role(&sentence.lower(start + 1))
        || (sentence.is_word(start) && word.chars().all(|character| character.is_ascii_digit()))
        || matches!(word.as_ref(), "former" | "head" | "chief" | "president" | "vice" | "founder" | "then" | "acting")
}
