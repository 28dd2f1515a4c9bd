//! Quotes whose form alone is certain, whatever the words.

use std::ops::Range;

use super::collapsed_sentence::Frame;
use super::content_spans::Reported;
use super::sources;
use crate::lexicon::reporting_verbs::{self, Class, Form};

/// A passage in marks with a name under it: `“Fine work.” – Jane Doe`
pub fn signed(frame: &Frame) -> Option<Reported> {
    let dash = (1..frame.len()).find(|&at| is_dash(frame.word(at)))?;
    let blocks = (0..dash).all(|at| frame.block(at).is_some() || !frame.is_word(at));
    let content = (0..dash).find(|&at| frame.block(at).is_some())?..dash;
    let content = content.start..content.rev().find(|&at| frame.block(at).is_some())? + 1;
    let end = (dash + 1..frame.len()).rev().find(|&at| frame.is_word(at))? + 1;
    (blocks && frame.is_signature(dash)).then_some(Reported {
        content: vec![content],
        cue: dash..dash + 1,
        source: Some(dash + 1..end),
        carries_on: false,
    })
}

/// `Said Jane Doe: “…”`
pub fn inverted(frame: &Frame) -> Option<Reported> {
    let verb = reporting_verbs::verb(&frame.lower(0)).filter(|verb| {
        verb.class == Class::Speech && matches!(verb.form, Form::Past | Form::Present) && frame.is_capitalized(0)
    });
    let colon = (2..frame.len().min(16)).find(|&at| frame.word(at) == ":")?;
    let block = frame.block(colon + 1).is_some().then_some(colon + 1..colon + 2)?;
    let named = (1..colon).all(|at| frame.block(at).is_none() && !sources::is_verbal(frame, at));
    (verb.is_some() && named).then(|| Reported {
        content: Vec::from([block]),
        cue: 0..1,
        source: Some(1..colon),
        carries_on: true,
    })
}

/// `Doe wrote to the parents:` at the end of a paragraph: the cue and its source.
pub fn announcement(frame: &Frame) -> Option<(Range<usize>, Range<usize>)> {
    let colon = frame.len().checked_sub(1).filter(|&at| frame.word(at) == ":")?;
    let (at, verb) = (1..colon).rev().find_map(|at| {
        let verb = reporting_verbs::verb(&frame.lower(at)).filter(|_| frame.is_word(at))?;
        let speaks = matches!(verb.class, Class::Speech | Class::Addressed);
        (speaks && matches!(verb.form, Form::Past | Form::Present)).then_some((at, verb))
    })?;
    let start = sources::verb_phrase_start(frame, at);
    let mut source = sources::before(frame, start, verb.form)?;
    while source.len() > 1 && frame.word(source.end - 1) == "," {
        source.end -= 1;
    }
    Some((start..at + 1, source))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "--" | "-")
}
