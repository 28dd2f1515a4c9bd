//! Content before its cue, and what goes on behind it.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::clauses::{has_content_clause, has_finite_verb, is_participle, last_word_end, quoted_run_end, word_count};
use super::cue::Cue;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{VerbForm, reporting_verb};
use crate::text::punctuation::{is_dash, is_long_dash};

/// Returns the content before a cue and its source: `“…,” Smith said` or `The plan is dead, Smith said`.
pub(super) fn content_before(sentence: &CollapsedSentence, cue: &Cue, done: usize) -> Option<Range<usize>> {
    let cue_start = cue.start();
    let last = cue_start.checked_sub(1).filter(|&last| last >= done)?;
    let is_comma = |unit: usize| sentence.word(unit) == "," || is_long_dash(sentence.word(unit));
    let end = if is_comma(last) && last > done { last } else { cue_start };
    let is_separator =
        |unit: usize| is_comma(unit) || matches!(sentence.word(unit), ";" | ":" | ")" | "(" | "•" | "." | "…" | "...");
    if end <= done {
        return None;
    }
    let start = (done..end).find(|&unit| !is_separator(unit)).unwrap_or(end);
    if sentence.is_quoted(end - 1) {
        let start = start_without_coordinators(sentence, start, end);
        let ending = sentence.quoted_ending(end - 1);
        let is_attached =
            end < cue_start || cue.is_inverted || is_dash(ending) || ending.starts_with([',', '?', '!', '…', '.']);
        return (is_attached && start < end).then_some(start..end);
    }
    // Unquoted words are content only before a comma, where nothing is said behind the cue.
    if end == cue_start || !cue.verb.introduces_speech() {
        return None;
    }
    let behind = cue.end();
    let is_followed_by_circumstance = sentence.is_word(behind)
        && (lexicon::is_preposition(&sentence.lowercase(behind))
            || lexicon::is_calendar_name(&sentence.lowercase(behind)))
        && !has_content_clause(sentence, behind);
    let is_closed = sentence.is_clause_end(behind) || sentence.word(behind) == "," || is_followed_by_circumstance;
    let words = word_count(sentence, start..end);
    let is_finite = has_finite_verb(sentence, start..end);
    let is_adverbial = begins_adverbial(sentence, start)
        && !(start..end).any(|unit| sentence.word(unit) == ",")
        && !(is_finite && words >= 9);
    (is_closed && words >= 3 && !is_adverbial && (is_finite || words >= 5)).then_some(start..end)
}

/// Moves the start of content that ends in a quoted span past coordinators, which are the reporter's own.
fn start_without_coordinators(sentence: &CollapsedSentence, start: usize, end: usize) -> usize {
    let quoted = (start..end).find(|&unit| sentence.is_quoted(unit)).unwrap_or(start);
    let is_coordinator = |unit: usize| {
        let word = sentence.lowercase(unit);
        is_long_dash(&word) || matches!(word.as_ref(), "and" | "but" | "so" | "then" | "," | ":")
    };
    let follows_colon = quoted.checked_sub(1).is_some_and(|unit| sentence.word(unit) == ":");
    if (start..quoted).all(is_coordinator) || follows_colon { quoted } else { start }
}

fn begins_adverbial(sentence: &CollapsedSentence, start: usize) -> bool {
    let opener = sentence.lowercase(start);
    lexicon::is_preposition(&opener)
        || lexicon::is_adverb(&opener)
        || matches!(opener.as_ref(), "when" | "while" | "after" | "although" | "though" | "however" | "if" | "because")
}

/// Returns what goes on behind a cue after a first piece of content, `“A,” he said, “b.”`, and whether the quote may
/// continue behind the sentence.
pub(super) fn content_resumed(
    sentence: &CollapsedSentence,
    cue: &Cue,
    is_quoted: bool,
) -> (Option<Range<usize>>, bool) {
    let behind = cue.end();
    if sentence.is_clause_end(behind) {
        return (None, true);
    }
    let next_quoted = (behind..sentence.len()).find(|&unit| sentence.is_quoted(unit));
    match next_quoted {
        Some(quoted) if is_quoted => resumed_quoted(sentence, behind, quoted),
        Some(_) => (None, false),
        None if is_quoted => (None, true),
        None => (resumed_unquoted(sentence, behind), false),
    }
}

/// `“A,” he said on Monday, “b.”`: content up to the next quoted span, unless another cue comes first.
fn resumed_quoted(sentence: &CollapsedSentence, behind: usize, quoted: usize) -> (Option<Range<usize>>, bool) {
    let has_cue = (behind..quoted).any(|unit| {
        sentence.is_word(unit)
            && reporting_verb(&sentence.lowercase(unit)).is_some_and(|verb| verb.form != VerbForm::Base)
    });
    let distance = quoted - behind;
    let is_adverbial = distance <= 1
        || !sentence.is_word(behind + 1)
        || sentence.word(behind) != ","
        || lexicon::is_preposition(&sentence.lowercase(behind + 1));
    let is_separated = distance == 0 || {
        let before = sentence.word(quoted - 1);
        matches!(before, "," | ":" | ".") || is_long_dash(before)
    };
    if !has_cue && is_separated && (is_adverbial || distance <= 8) {
        return (Some(quoted..quoted_run_end(sentence, quoted)), true);
    }
    // `“A,” he said, and b is “c”.`
    if sentence.word(behind) == "," && !has_cue {
        let start = behind + 1;
        let opener = sentence.lowercase(start);
        let joins = lexicon::is_conjunction(&opener) || lexicon::is_subject_pronoun(&opener);
        if joins
            && sentence.is_word(start)
            && !lexicon::is_preposition(&opener)
            && !is_participle(&opener)
            && opener != "who"
        {
            return (Some(start..last_word_end(sentence)), false);
        }
    }
    (None, false)
}

/// `The plan, he said, is dead.`
fn resumed_unquoted(sentence: &CollapsedSentence, behind: usize) -> Option<Range<usize>> {
    if sentence.word(behind) != "," {
        return None;
    }
    let start = behind + 1;
    let opener = sentence.lowercase(start);
    let is_aside = lexicon::is_preposition(&opener)
        || is_participle(&opener)
        || matches!(opener.as_ref(), "who" | "which" | "while" | "when" | "after" | "as" | "a" | "an");
    let has_cue = (start..sentence.len()).any(|unit| {
        sentence.is_word(unit)
            && reporting_verb(&sentence.lowercase(unit))
                .is_some_and(|verb| verb.introduces_speech() && verb.form == VerbForm::Past)
    });
    (!is_aside && !has_cue && has_finite_verb(sentence, start..sentence.len())).then(|| start..last_word_end(sentence))
}
