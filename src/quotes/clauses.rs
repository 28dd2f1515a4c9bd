//! What clauses show of themselves: verbs, participles, where the next cue begins.

use std::ops::Range;

use super::collapsed_sentence::Frame;
use crate::lexicon;
use crate::lexicon::reporting_verbs::{self, Class, Form};

/// Whether what follows a cue can be said by its subject: a clause, not a time or a place.
pub fn has_clause(frame: &Frame, start: usize) -> bool {
    (start..frame.len()).any(|at| matches!(frame.lower(at).as_ref(), "that" | ":") || frame.block(at).is_some())
}

/// Whether some word between these units looks like a finite verb.
pub fn has_finite_verb(frame: &Frame, units: Range<usize>) -> bool {
    units.clone().any(|at| {
        let word = frame.lower(at);
        frame.is_word(at)
            && (lexicon::is_auxiliary(&word)
                || word.ends_with("n't")
                || word.ends_with("n’t")
                || (word.len() > 3
                    && at > units.start
                    && !frame.is_capitalized(at)
                    && (word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss"))))
                || reporting_verbs::verb(&word).is_some())
    })
}

/// Whether a word is a participle that hangs on the clause before.
pub fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ing")
}

/// Where the next cue begins: `…, adding that`, `… and said`.
pub fn cut(frame: &Frame, start: usize, end: usize) -> usize {
    (start + 1..end)
        .find(|&at| {
            let joins = matches!(frame.lower(at).as_ref(), "," | "and" | "but");
            if !joins {
                return false;
            }
            let mut next = at + 1;
            while matches!(frame.lower(next).as_ref(), "and" | "but" | "then" | "also" | "later")
                || (lexicon::is_adverb(&frame.lower(next)) && frame.is_word(next))
            {
                next += 1;
            }
            let word = frame.lower(next);
            (word == "according" && frame.lower(next + 1) == "to")
                || reporting_verbs::verb(&word).is_some_and(|verb| {
                    matches!(verb.class, Class::Speech | Class::Addressed | Class::Naming)
                        && (verb.form == Form::Past || (verb.form == Form::Gerund && frame.word(at) == ","))
                        && !frame.is_end(next + 1)
                })
        })
        .unwrap_or(end)
}
