//! Attributions whose place makes them certain, whatever the verb: `“Never,” she sobbed`, `branded “a joke” by the union`.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::quote_candidate::QuoteCandidate;
use super::sources;
use crate::lexicon;
use crate::lexicon::nouns;
use crate::lexicon::reporting_verbs::{VerbClass, VerbForm, reporting_verb};

/// Words that belong to the verb before them: `shot back`, `chimed in`.
const PARTICLES: &[&str] = &["back", "in", "on", "out", "up"];

/// The most units between a verb and the rest of what it attributes.
const MAX_DISTANCE: usize = 8;

/// The most units in an apposition between a name and its verb.
const MAX_APPOSITION: usize = 14;

/// The most units in a clause such as `as Doe puts it`.
const MAX_AS_CLAUSE: usize = 12;

/// Finds the quoted spans that open a sentence, end with a comma or a question, and have a subject and a verb behind them.
pub fn attributed_behind(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let quoted = (0..sentence.len()).find(|&unit| sentence.is_quoted(unit))?;
    if (0..quoted).any(|unit| sentence.is_word(unit)) {
        return None;
    }
    let ending = sentence.quoted_ending(quoted);
    let (at, has_comma) = behind(sentence, quoted);
    if !has_comma && !ending.starts_with(['?', '!', '…']) {
        return None;
    }
    // Behind `?`, a name may begin the next sentence; a verb in small letters does not.
    let is_certain = |(_, cue): &Parts| has_comma || sentence.is_clause_end(cue.end);
    let (source, cue) = pronoun_and_verb(sentence, at)
        .or_else(|| verb_and_name(sentence, at))
        .or_else(|| utterance(sentence, at))
        .or_else(|| name_and_verb(sentence, at).filter(is_certain))?;
    let end = source.end.max(cue.end);
    let resumed = (end..sentence.len().min(end + MAX_DISTANCE))
        .find(|&unit| sentence.is_quoted(unit))
        .filter(|&unit| sentence.word(unit - 1) == ",");
    let ends_sentence = (end..sentence.len()).all(|unit| !sentence.is_word(unit) || unit < end + MAX_DISTANCE);
    let content = std::iter::once(quoted).chain(resumed).map(|unit| unit..unit + 1).collect();
    Some(QuoteCandidate { content, cue, source: Some(source), may_continue: ends_sentence })
}

/// The unit behind a quoted span and the comma that may follow it, and whether there is a comma inside or behind the span.
fn behind(sentence: &CollapsedSentence, quoted: usize) -> (usize, bool) {
    let comma_behind = sentence.word(quoted + 1) == ",";
    (quoted + 1 + usize::from(comma_behind), comma_behind || sentence.quoted_ending(quoted) == ",")
}

/// The quote of one quoted span.
fn single_span(quoted: usize, cue: Range<usize>, source: Range<usize>) -> QuoteCandidate {
    let content = std::iter::once(quoted..quoted + 1).collect();
    QuoteCandidate { content, cue, source: Some(source), may_continue: false }
}

type Parts = (Range<usize>, Range<usize>);

/// `she sobbed`
fn pronoun_and_verb(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    let is_pronoun = matches!(sentence.word(at), "he" | "she" | "they" | "it" | "I" | "we");
    let adverb = sentence.lowercase(at + 1).ends_with("ly");
    let verb = at + 1 + usize::from(adverb);
    (is_pronoun && may_be_verb(sentence, verb)).then(|| (at..at + 1, verb..with_particle(sentence, verb)))
}

/// `Lopez shot back`, `the old man sighed`, `Roussel, fourth so far, shrugged`
fn name_and_verb(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    let is_name = |unit: usize| sentence.is_word(unit) && sentence.is_capitalized(unit);
    let described = lexicon::is_determiner(&sentence.lowercase(at)) && sentence.is_word(at + 1);
    let end = if described {
        (at + 2..at + 5).find(|&unit| is_verb(sentence, unit) || sentence.word(unit) == ",")?
    } else {
        // `estate worker Suresh Pillai`
        let name = (at..at + 4)
            .take_while(|&unit| may_be_verb(sentence, unit) || is_name(unit))
            .find(|&unit| is_name(unit))?;
        (name..name + 5).find(|&unit| !is_name(unit))?
    };
    let verb = if sentence.word(end) == "," { verb_behind_apposition(sentence, end)? } else { end };
    // `Suresh Pillai was reported to have said`
    let first =
        if lexicon::is_auxiliary(&sentence.lowercase(verb)) && is_past(sentence, verb + 1) { verb + 1 } else { verb };
    let whole = end > at && (at..end).all(|unit| sentence.is_word(unit));
    (whole && may_be_verb(sentence, first)).then(|| (at..end, verb..with_particle(sentence, first)))
}

/// The verb behind the apposition that a comma opens: `Roussel, fourth so far, shrugged`, `Doe, its minister for trade added.`
fn verb_behind_apposition(sentence: &CollapsedSentence, comma: usize) -> Option<usize> {
    let is_phrase = |unit: usize| sentence.is_word(unit) || sentence.is_possessive(unit);
    let close = (comma + 1..comma + MAX_APPOSITION).find(|&unit| !is_phrase(unit))?;
    let verb = if sentence.word(close) == "," { close + 1 } else { close - 1 };
    let is_certain =
        verb > close || sentence.is_clause_end(close) && reporting_verb(&sentence.lowercase(verb)).is_some();
    (is_certain && is_verb(sentence, verb)).then_some(verb)
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

/// `was Doe’s rueful assessment`
fn utterance(sentence: &CollapsedSentence, at: usize) -> Option<Parts> {
    if !lexicon::is_form_of_be(&sentence.lowercase(at)) {
        return None;
    }
    let possessive = (at + 2..at + 7).find(|&unit| sentence.is_possessive(unit))?;
    let noun = (possessive + 1..possessive + 4).find(|&unit| nouns::is_utterance_noun(&sentence.lowercase(unit)))?;
    let is_name = sentence.is_capitalized(possessive - 1) && (at + 1..noun).all(|unit| !sentence.is_quoted(unit));
    is_name.then_some((at + 1..possessive, at..at + 1))
}

fn with_particle(sentence: &CollapsedSentence, verb: usize) -> usize {
    verb + 1 + usize::from(PARTICLES.contains(&sentence.word(verb + 1)))
}

fn is_verb(sentence: &CollapsedSentence, unit: usize) -> bool {
    sources::is_finite_verb(sentence, unit) || is_past(sentence, unit)
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
    Some(single_span(quoted, verb..verb + 1, source))
}

/// Finds the quoted spans beside a clause that tells whose words they are: `is, as Doe puts it, “a joke”`.
pub fn as_clauses(sentence: &CollapsedSentence) -> Vec<QuoteCandidate> {
    (0..sentence.len()).filter(|&unit| sentence.is_quoted(unit)).filter_map(|unit| as_clause(sentence, unit)).collect()
}

fn as_clause(sentence: &CollapsedSentence, quoted: usize) -> Option<QuoteCandidate> {
    let (behind, _) = behind(sentence, quoted);
    let before = quoted.checked_sub(1).filter(|&unit| sentence.word(unit) == ",");
    let start = if sentence.word(behind) == "as" {
        behind
    } else {
        before.and_then(|comma| {
            (comma.saturating_sub(MAX_AS_CLAUSE)..comma).rev().find(|&unit| sentence.word(unit) == "as")
        })?
    };
    let source = sources::source_after(sentence, start + 1)?;
    let verb = (source.start + 1..start + MAX_AS_CLAUSE).find(|&unit| {
        let word = sentence.lowercase(unit);
        matches!(word.as_ref(), "put" | "puts")
            || reporting_verb(&word).is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Present))
    })?;
    let is_adverb = |unit: &usize| {
        lexicon::is_adverb(&sentence.lowercase(*unit)) || matches!(sentence.word(*unit), "himself" | "herself")
    };
    let end = source.end.min(verb);
    let end = (source.start..end).rev().find(|unit| !is_adverb(unit))? + 1;
    // Nothing but words stands in the clause, so that its comma is the one before the quoted span.
    let clause = if start < quoted { start..quoted - 1 } else { start..verb };
    let is_whole = clause.into_iter().all(|unit| sentence.is_word(unit) || sentence.is_possessive(unit));
    let cue = verb..verb + 1 + usize::from(sentence.word(verb + 1) == "it");
    is_whole.then(|| single_span(quoted, cue, source.start..end))
}

/// Finds the subject of a cue where a clause or the whole content stands between them: `Calling it “a joke”, Doe left`,
/// `Doe, who won, called it “a joke”`.
pub fn distant_subject(sentence: &CollapsedSentence, cue: &Range<usize>) -> Option<Range<usize>> {
    let verb = cue.clone().find_map(|unit| reporting_verb(&sentence.lowercase(unit)))?;
    if verb.form != VerbForm::Gerund {
        let comma = cue.start.checked_sub(1).filter(|&unit| sentence.word(unit) == ",")?;
        let relative = (1..comma)
            .rev()
            .take(MAX_APPOSITION)
            .find(|&unit| sentence.word(unit - 1) == "," && matches!(sentence.word(unit), "who" | "which" | "whose"))?;
        return sources::source_before(sentence, relative - 1, VerbForm::Past);
    }
    let opens = (0..cue.start).all(|unit| !sentence.is_word(unit));
    let quoted = (cue.end..sentence.len()).find(|&unit| opens && sentence.is_quoted(unit))?;
    let (start, has_comma) = behind(sentence, quoted);
    let source = sources::source_after(sentence, start).filter(|_| has_comma)?;
    if lexicon::is_subject_pronoun(&sentence.lowercase(source.start)) {
        return Some(source);
    }
    // `Doe made it a book of the year`: the verb behind the name is not known.
    let is_small = |unit: &usize| sentence.is_word(*unit) && !sentence.is_capitalized(*unit);
    let end = source.clone().skip(1).find(|unit| is_small(unit) && sentence.is_capitalized(unit - 1));
    sentence.is_capitalized(source.start).then(|| source.start..end.unwrap_or(source.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::quoted_spans::pair_quotation_marks;
    use crate::text::document::Document;

    /// Gives a function the first sentence of a text, and returns the words of the units that it finds.
    fn words_of(text: &str, find: impl FnOnce(&CollapsedSentence) -> Option<Range<usize>>) -> Option<String> {
        let document = Document::new(text);
        let quoted_spans = pair_quotation_marks(&document);
        let sentences = CollapsedSentence::split(&document, &quoted_spans, document.paragraphs[0].tokens, 0);
        let sentence = &sentences[0];
        find(sentence).map(|units| document.span(sentence.tokens(units)).slice(text).to_owned())
    }

    fn source_behind(text: &str) -> Option<String> {
        words_of(text, |sentence| attributed_behind(sentence)?.source)
    }

    #[test]
    fn a_name_behind_a_comma_speaks_whatever_the_verb() {
        for (text, source) in [
            ("“Never,” she sobbed.", "she"),
            ("“Never,” the old man sighed.", "the old man"),
            ("“Never,” Emile Roussel, fourth so far, shrugged.", "Emile Roussel"),
            ("“Never,” the opener, Whitlock, deadpanned.", "the opener"),
            ("“Never,” estate worker Suresh Pillai was reported to have said.", "estate worker Suresh Pillai"),
            ("“Never,” was Corrigan’s rueful assessment.", "Corrigan"),
            ("“Never,” Alois Rhiel, its minister for trade added.", "Alois Rhiel"),
        ] {
            assert_eq!(source_behind(text).as_deref(), Some(source), "{text}");
        }
        assert_eq!(source_behind("“Never” Roussel was late."), None);
    }

    #[test]
    fn a_clause_with_as_tells_whose_words_they_are() {
        let source = |text| words_of(text, |sentence| as_clauses(sentence).into_iter().next()?.source);
        let puts = source("Her films are, as Cruz herself puts it, “about people who miss their stop”.");
        assert_eq!(puts.as_deref(), Some("Cruz"));
        let remarked = source("“The trouble,” as Edith Romsey once remarked to a friend, “is the rest of us.”");
        assert_eq!(remarked.as_deref(), Some("Edith Romsey"));
        assert_eq!(source("It was sold as “the best of its kind” on Monday."), None);
    }

    #[test]
    fn the_subject_of_a_cue_may_be_far() {
        let source = |text: &str, cue: &str| {
            words_of(text, |sentence| {
                let at = (0..sentence.len()).find(|&unit| sentence.word(unit) == cue)?;
                distant_subject(sentence, &(at..at + 1))
            })
        };
        let called = source("Ann Roe, who took up the case, called it “a joke”.", "called");
        assert_eq!(called.as_deref(), Some("Ann Roe"));
        let calling = source("Calling it “a joke”, Ed Varley made it a book of the year.", "Calling");
        assert_eq!(calling.as_deref(), Some("Ed Varley"));
        assert_eq!(source("Doe left, called “a joke” by all.", "called"), None);
    }
}
