//! Quotes whose form alone is certain, whatever the words.

use std::ops::Range;

use super::collapsed_sentence::CollapsedSentence;
use super::content_spans::QuoteCandidate;
use super::sources;
use crate::lexicon::reporting_verbs::{self, VerbClass, VerbForm};

/// A passage in marks with a name under it: `“Fine work.” – Jane Doe`
pub fn signed(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let dash = (1..sentence.len()).find(|&at| is_dash(sentence.word(at)))?;
    let blocks = (0..dash).all(|at| sentence.block(at).is_some() || !sentence.is_word(at));
    let content = (0..dash).find(|&at| sentence.block(at).is_some())?..dash;
    let content = content.start..content.rev().find(|&at| sentence.block(at).is_some())? + 1;
    let end = (dash + 1..sentence.len()).rev().find(|&at| sentence.is_word(at))? + 1;
    (blocks && sentence.is_signature(dash)).then_some(QuoteCandidate {
        content: vec![content],
        cue: dash..dash + 1,
        source: Some(dash + 1..end),
        carries_on: false,
    })
}

/// `Said Jane Doe: “…”`
pub fn inverted(sentence: &CollapsedSentence) -> Option<QuoteCandidate> {
    let verb = reporting_verbs::reporting_verb(&sentence.lower(0)).filter(|verb| {
        verb.class == VerbClass::Speech
            && matches!(verb.form, VerbForm::Past | VerbForm::Present)
            && sentence.is_capitalized(0)
    });
    let colon = (2..sentence.len().min(16)).find(|&at| sentence.word(at) == ":")?;
    let block = sentence.block(colon + 1).is_some().then_some(colon + 1..colon + 2)?;
    let named = (1..colon).all(|at| sentence.block(at).is_none() && !sources::is_verbal(sentence, at));
    (verb.is_some() && named).then(|| QuoteCandidate {
        content: Vec::from([block]),
        cue: 0..1,
        source: Some(1..colon),
        carries_on: true,
    })
}

/// `Doe wrote to the parents:` at the end of a paragraph: the cue and its source.
pub fn announcement(sentence: &CollapsedSentence) -> Option<(Range<usize>, Range<usize>)> {
    let colon = sentence.len().checked_sub(1).filter(|&at| sentence.word(at) == ":")?;
    let (at, verb) = (1..colon).rev().find_map(|at| {
        let verb = reporting_verbs::reporting_verb(&sentence.lower(at)).filter(|_| sentence.is_word(at))?;
        let speaks = matches!(verb.class, VerbClass::Speech | VerbClass::Addressed);
        (speaks && matches!(verb.form, VerbForm::Past | VerbForm::Present)).then_some((at, verb))
    })?;
    let start = sources::verb_phrase_start(sentence, at);
    let mut source = sources::before(sentence, start, verb.form)?;
    while source.len() > 1 && sentence.word(source.end - 1) == "," {
        source.end -= 1;
    }
    Some((start..at + 1, source))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "--" | "-")
}
