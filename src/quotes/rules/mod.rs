//! Rules that find the quotes of a sentence by the words around its reporting verbs.
//!
//! The tagger takes what they find as a hint, so a change here changes features that it was trained with.

pub mod adjoining;
mod clauses;
mod content_after;
mod content_before;
mod cue;
mod cue_detection;
pub mod patterns;
pub mod sources;

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use super::quote_candidate::QuoteCandidate;
use crate::lexicon::reporting_verbs::VerbClass;
use content_after::content_after;
use content_before::{content_before, content_resumed};
use cue::Cue;
use cue_detection::cue_at;

/// Finds the quotes of a sentence that have a cue, from left to right.
pub fn find_candidates(sentence: &CollapsedSentence) -> Vec<QuoteCandidate> {
    let mut candidates: Vec<QuoteCandidate> = Vec::new();
    let mut done = 0;
    let mut subject: Option<Range<usize>> = None;
    for unit in 0..sentence.len() {
        if unit < done {
            continue;
        }
        let Some(cue) = cue_at(sentence, unit, done, subject.as_ref()) else { continue };
        let Some((content, may_continue)) = content(sentence, &cue, done) else { continue };
        subject = cue.source.clone().or(subject);
        done = content.iter().map(|piece| piece.end).max().unwrap_or(0).max(cue.end());
        candidates.push(QuoteCandidate { content, cue: cue.words, source: cue.source, may_continue });
    }
    candidates
}

/// The content that belongs to a cue, none of it before the unit `done`, and whether the quote may continue behind
/// the sentence.
fn content(sentence: &CollapsedSentence, cue: &Cue, done: usize) -> Option<(Vec<Range<usize>>, bool)> {
    if matches!(cue.verb.class, VerbClass::Speech | VerbClass::Statement | VerbClass::Addressed)
        && let Some(before) = content_before(sentence, cue, done)
    {
        let is_quoted = sentence.is_quoted(before.end - 1) || sentence.is_quoted(before.start);
        let (resumed, may_continue) = content_resumed(sentence, cue, is_quoted);
        return Some((std::iter::once(before).chain(resumed).collect(), is_quoted && may_continue));
    }
    if cue.is_inverted && sentence.word(cue.end()) != ":" && sentence.lowercase(cue.words.start) != "according" {
        return None;
    }
    let (after, may_continue) = content_after(sentence, cue)?;
    Some((vec![after], may_continue))
}
