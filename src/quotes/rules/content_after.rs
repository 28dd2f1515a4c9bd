//! Content behind its cue: `Smith said that …`, `Smith told reporters: “…”`.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::clauses::{has_finite_verb, is_participle, last_word_end, next_cue_start, quoted_run_end, word_count};
use super::cue::Cue;
use super::sources;
use crate::lexicon;
use crate::lexicon::reporting_verbs::VerbClass;

/// Returns the content behind a cue, and whether the quote may continue behind the sentence.
pub(super) fn content_after(sentence: &CollapsedSentence, cue: &Cue) -> Option<(Range<usize>, bool)> {
    let start = content_start(sentence, cue)?;
    let end = next_cue_start(sentence, start, last_word_end(sentence));
    if start >= end {
        return None;
    }
    let quoted = || (start..end).filter(|&unit| sentence.is_quoted(unit));
    match (quoted().next(), quoted().next_back()) {
        (Some(first), Some(last)) => quoted_content(sentence, cue, start..end, first, last),
        _ => unquoted_content(sentence, cue, start..end).map(|content| (content, false)),
    }
}

/// Content with quoted spans, the first and the last of them given.
fn quoted_content(
    sentence: &CollapsedSentence,
    cue: &Cue,
    content: Range<usize>,
    first: usize,
    last: usize,
) -> Option<(Range<usize>, bool)> {
    let is_naming = cue.verb.class == VerbClass::Naming;
    let with_end = |end: usize| (content.start..end, end >= last_word_end(sentence));
    if first == content.start {
        let close = quoted_run_end(sentence, first);
        let rest = sentence.lowercase(close);
        let is_sentence = sentence.quoted_ending(first).ends_with([',', '.', '?', '!', '…'])
            && sentence.quoted_word_count(first) >= 4;
        let is_circumstance = lexicon::is_preposition(&rest)
            || lexicon::is_conjunction(&rest)
            || lexicon::is_calendar_name(&rest)
            || sentence.word(close) == ","
            || is_participle(&rest);
        if close >= content.end || is_sentence || is_circumstance || is_naming {
            return Some(with_end(close));
        }
    }
    if is_naming {
        let is_near = first - content.start <= 14;
        return is_near.then(|| with_end(last + 1));
    }
    Some((content, false))
}

/// Content in the reporter's words, if it is a clause that the verb can take.
fn unquoted_content(sentence: &CollapsedSentence, cue: &Cue, content: Range<usize>) -> Option<Range<usize>> {
    let Range { start, end } = content;
    let opener = sentence.lowercase(start);
    let words = word_count(sentence, start..end);
    let has_verb = || has_finite_verb(sentence, start + 1..end);
    let is_pronoun = lexicon::is_subject_pronoun(&opener);
    let is_clause = matches!(opener.as_ref(), "that" | "whether" | "if" | "how" | "why" | "what" | "there")
        || is_pronoun
        || ((lexicon::is_determiner(&opener)
            || sentence.is_capitalized(start)
            || matches!(opener.as_ref(), "his" | "her" | "their"))
            && has_verb());
    let is_complement = match cue.verb.class {
        VerbClass::Speech => is_clause || (has_verb() && !lexicon::is_preposition(&opener)),
        VerbClass::Addressed => is_clause || opener == "to",
        VerbClass::Statement => {
            matches!(opener.as_ref(), "that" | "whether" | "how" | "why") || (is_pronoun && words > 2)
        }
        VerbClass::Belief => {
            matches!(opener.as_ref(), "that" | "whether" | "how" | "to")
                || (is_pronoun && opener != "it" && words > 2)
                || (is_clause && words > 3)
        }
        VerbClass::Naming => false,
    };
    let last = (start..end).rev().find(|&unit| !matches!(sentence.word(unit), "," | ":"));
    let end = last.map_or(start, |unit| unit + 1);
    (is_complement && words >= 2).then_some(start..end)
}

/// Where the content begins behind a cue: past the addressee, the time and the place.
fn content_start(sentence: &CollapsedSentence, cue: &Cue) -> Option<usize> {
    let behind = cue.end();
    if sentence.word(behind.wrapping_sub(1)) == ":" {
        return (behind < sentence.len()).then_some(behind);
    }
    let start = without_circumstances(sentence, without_addressee(sentence, cue, behind));
    (start < sentence.len() && !sentence.is_clause_end(start)).then_some(start)
}

/// Skips the one who is spoken to: `told the BBC the plan …`, `asked reporters …`
fn without_addressee(sentence: &CollapsedSentence, cue: &Cue, start: usize) -> usize {
    let verb = sentence.lowercase(cue.words.end - 1);
    let takes_addressee = cue.verb.class == VerbClass::Addressed
        || matches!(verb.as_ref(), "asked" | "ask" | "asks" | "asking" | "wrote" | "reminded");
    if !takes_addressee {
        return start;
    }
    let word = sentence.lowercase(start);
    if matches!(
        word.as_ref(),
        "me" | "him" | "her" | "us" | "them" | "you" | "it" | "reporters" | "supporters" | "voters" | "people"
    ) {
        return start + 1;
    }
    let is_noun_phrase = sentence.is_word(start)
        && (sentence.is_capitalized(start) || lexicon::is_determiner(&word))
        && word != "that"
        && !lexicon::is_subject_pronoun(&word);
    if !is_noun_phrase {
        return start;
    }
    let begins_content = |unit: usize| {
        sentence.is_quoted(unit)
            || matches!(
                sentence.lowercase(unit).as_ref(),
                "that" | "," | ":" | "to" | "how" | "what" | "why" | "if" | "whether" | "about"
            )
            || sentence.is_clause_end(unit)
    };
    let content = (start..sentence.len().min(start + 24)).find(|&unit| begins_content(unit));
    let phrase_end = sources::source_after(sentence, start).map_or(start + 1, |phrase| phrase.end);
    content.filter(|&content| content < phrase_end || content <= start + 8).unwrap_or(phrase_end)
}

/// Skips times and places such as `in a statement on Monday` where the content clearly starts behind them.
fn without_circumstances(sentence: &CollapsedSentence, mut start: usize) -> usize {
    for _ in 0..3 {
        let word = sentence.lowercase(start);
        if matches!(word.as_ref(), "," | ":") {
            return start + 1;
        }
        if word == "that" || sentence.is_quoted(start) {
            break;
        }
        let is_time = lexicon::is_calendar_name(&word)
            || matches!(
                word.as_ref(),
                "today" | "yesterday" | "tonight" | "later" | "afterward" | "recently" | "publicly" | "earlier"
            );
        if is_time {
            start += 1;
        } else if !lexicon::is_preposition(&word) {
            break;
        } else if let Some(end) = prepositional_phrase_end(sentence, start) {
            start = end;
        } else if word != "to" && lexicon::is_calendar_name(&sentence.lowercase(start + 1)) {
            start += 2;
        } else {
            break;
        }
    }
    start
}

/// Where a prepositional phrase ends that content follows: at `that`, a colon, a comma.
fn prepositional_phrase_end(sentence: &CollapsedSentence, start: usize) -> Option<usize> {
    let end = (start..sentence.len().min(start + 18)).find(|&unit| {
        sentence.lowercase(unit) == "that" || sentence.is_quoted(unit) || matches!(sentence.word(unit), ":" | ",")
    })?;
    let begins_that_clause =
        sentence.lowercase(end) == "that" && !(start..end).any(|unit| lexicon::is_auxiliary(&sentence.lowercase(unit)));
    let is_comma = sentence.word(end) == ",";
    let is_short = sentence.lowercase(start) != "to" && end + 2 < sentence.len() && end - start <= 8;
    (begins_that_clause || sentence.word(end) == ":" || (is_comma && (sentence.is_quoted(end + 1) || is_short)))
        .then_some(end)
}
