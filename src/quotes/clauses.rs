//! What clauses show of themselves: verbs, participles, where the next cue begins.

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{self, VerbClass, VerbForm};

/// Whether what follows a cue can be said by its subject: a clause, not a time or a place.
pub fn has_clause(sentence: &CollapsedSentence, start: usize) -> bool {
    (start..sentence.len())
        .any(|at| matches!(sentence.lower(at).as_ref(), "that" | ":") || sentence.block(at).is_some())
}

/// Whether some word between these units looks like a finite verb.
pub fn has_finite_verb(sentence: &CollapsedSentence, units: Range<usize>) -> bool {
    units.clone().any(|at| {
        let word = sentence.lower(at);
        sentence.is_word(at)
            && (lexicon::is_auxiliary(&word)
                || word.ends_with("n't")
                || word.ends_with("n’t")
                || (word.len() > 3
                    && at > units.start
                    && !sentence.is_capitalized(at)
                    && (word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss"))))
                || reporting_verbs::reporting_verb(&word).is_some())
    })
}

/// Whether a word is a participle that hangs on the clause before.
pub fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ing")
}

/// Where the next cue begins: `…, adding that`, `… and said`.
pub fn cut(sentence: &CollapsedSentence, start: usize, end: usize) -> usize {
    (start + 1..end)
        .find(|&at| {
            let joins = matches!(sentence.lower(at).as_ref(), "," | "and" | "but");
            if !joins {
                return false;
            }
            let mut next = at + 1;
            while matches!(sentence.lower(next).as_ref(), "and" | "but" | "then" | "also" | "later")
                || (lexicon::is_adverb(&sentence.lower(next)) && sentence.is_word(next))
            {
                next += 1;
            }
            let word = sentence.lower(next);
            (word == "according" && sentence.lower(next + 1) == "to")
                || reporting_verbs::reporting_verb(&word).is_some_and(|verb| {
                    matches!(verb.class, VerbClass::Speech | VerbClass::Addressed | VerbClass::Naming)
                        && (verb.form == VerbForm::Past || (verb.form == VerbForm::Gerund && sentence.word(at) == ","))
                        && !sentence.is_end(next + 1)
                })
        })
        .unwrap_or(end)
}
