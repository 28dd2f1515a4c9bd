//! From what a source means to the speaker of its quote.

use rustc_hash::FxHashMap;

use super::chains::AMBIGUOUS;
use super::meanings::{Meaning, is_question_or_answer};
use super::pronouns::Resolved;
use super::{Attribution, Basis, Cast, only};
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::quotes::{Link, Origin, Quote};

const NOBODY: Attribution = Attribution { speaker: None, basis: Basis::Unknown, name: None, confidence: 0.0 };

/// How often an attribution by a name beside the cue is right, the name itself being right.
const NAMED: f32 = 0.97;
/// The same for several names side by side.
const SEVERAL: f32 = 0.93;
/// The same for `they` behind them.
const TAKEN_UP: f32 = 0.85;
/// The same for a role that only one person has.
const ROLE: f32 = 0.9;
/// The same for an origin or an age of the only person named shortly before.
const NEAREST: f32 = 0.8;
/// The same for a description.
const DESCRIBED: f32 = 0.93;
/// How much surer the quote before is than one that goes on with it.
const CONTINUED: f32 = 0.85;

/// One attribution for each quote.
pub(super) fn all(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    cast: &Cast,
    pronouns: &FxHashMap<usize, &Resolved>,
) -> Vec<Attribution> {
    let answers = interviewee(document, mentions, quotes, cast);
    let mut found: Vec<Attribution> = Vec::with_capacity(quotes.len());
    for (number, quote) in quotes.iter().enumerate() {
        let attribution = match cast.meanings[number] {
            Meaning::Named { mention, .. } if cast.chains.certainty[mention] <= AMBIGUOUS => {
                Attribution { basis: Basis::Ambiguous, name: Some(mentions[mention].span), ..NOBODY }
            }
            Meaning::Named { entity, mention } => Attribution {
                speaker: Some(entity),
                basis: if quote.origin == Origin::Turn { Basis::Turn } else { Basis::Named },
                name: Some(mentions[mention].span)
                    .filter(|name| quote.source.is_some_and(|source| source.contains(*name))),
                // A name of a doubtful kind still names the speaker.
                confidence: NAMED * mentions[mention].confidence.max(0.25).sqrt(),
            },
            Meaning::Several(entity) => {
                let basis = if cast.chains.entities[entity].named { Basis::Named } else { Basis::Described };
                Attribution { speaker: Some(entity), basis, confidence: SEVERAL, ..NOBODY }
            }
            Meaning::TakenUp(entity) | Meaning::Opened(entity, _) => {
                Attribution { speaker: Some(entity), basis: Basis::Pronoun, confidence: TAKEN_UP, ..NOBODY }
            }
            Meaning::Role(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: ROLE, ..NOBODY }
            }
            Meaning::Nearest(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: NEAREST, ..NOBODY }
            }
            Meaning::Described(entity) => {
                let basis = if quote.origin == Origin::Turn { Basis::Turn } else { Basis::Described };
                Attribution { speaker: Some(entity), basis, confidence: DESCRIBED, ..NOBODY }
            }
            Meaning::Pronoun(span) => match pronouns.get(&span.start) {
                Some(resolved) => Attribution {
                    speaker: Some(resolved.entity),
                    basis: Basis::Pronoun,
                    confidence: resolved.confidence,
                    ..NOBODY
                },
                None => Attribution { basis: Basis::Ambiguous, ..NOBODY },
            },
            Meaning::First => match quote.within.and_then(|outer| found.get(outer)) {
                Some(outer) if outer.speaker.is_some() => Attribution { basis: Basis::Enclosing, name: None, ..*outer },
                _ => NOBODY,
            },
            Meaning::Other => match answers.filter(|_| is_answer(document, quote)) {
                Some(entity) => Attribution { speaker: Some(entity), basis: Basis::Turn, confidence: ROLE, ..NOBODY },
                None => Attribution { basis: Basis::Unnamed, ..NOBODY },
            },
            Meaning::Nothing => match (quote.link, found.last()) {
                (Link::Continued, Some(last)) if last.speaker.is_some() => Attribution {
                    basis: Basis::Continued,
                    name: None,
                    confidence: CONTINUED * last.confidence,
                    ..*last
                },
                _ => NOBODY,
            },
        };
        found.push(attribution);
    }
    found
}

fn is_answer(document: &Document, quote: &Quote) -> bool {
    let label = quote.source.map_or("", |source| source.of(document.text));
    quote.origin == Origin::Turn && is_question_or_answer(label) && label.starts_with('A')
}

/// The one person who is named before the first question of an interview.
fn interviewee(document: &Document, mentions: &[Mention], quotes: &[Quote], cast: &Cast) -> Option<usize> {
    let first = quotes.iter().find(|quote| quote.origin == Origin::Turn)?.extent().start;
    let body = |mention: &Mention| {
        let paragraph = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= mention.span.start);
        document.paragraphs.get(paragraph).is_some_and(|paragraph| crate::quotes::reads(paragraph.role))
    };
    let people = mentions
        .iter()
        .enumerate()
        .take_while(|(_, mention)| mention.span.start < first)
        .filter(|(_, mention)| mention.kind == Kind::Person && body(mention))
        .filter_map(|(number, _)| cast.chains.of_mention[number]);
    only(people)
}
