//! The speaker of each quote: from whom its source refers to, or from the quotes around it.
//!
//! A wrong name under somebody's words is worse than none: where the text
//! does not tell surely enough, a quote has no speaker.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::coreference::Coreference;
use crate::coreference::clusters::{AMBIGUOUS, Clusters};
use crate::coreference::entity::{Entity, MentionForm};
use crate::coreference::only;
use crate::coreference::pronoun_class;
use crate::coreference::pronouns::Resolved;
use crate::coreference::pronouns::speech::Speech;
use crate::coreference::sources::{SourceReferent, is_question_or_answer_label};
use crate::entities::mention::{EntityKind, Mention};
use crate::quotes::quote::{Quote, QuoteKind, QuoteOrigin, SpeakerLink};
use crate::text::Document;
use crate::text::span::Span;
use crate::{lexicon, sorting};

/// How the speaker of a quote was found, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Named beside the cue.
    Named,
    /// A pronoun beside the cue, resolved.
    Pronoun,
    /// A description beside the cue that fits one role only.
    Role,
    /// Described beside the cue, without a name.
    Described,
    /// The quote before goes on.
    Continued,
    /// The speaker of the enclosing quote says `I`.
    Enclosing,
    /// A turn of an interview, whose label tells.
    Turn,
    /// The source stands for nobody in particular.
    Unnamed,
    /// A pronoun, or a name, that fits several people equally well.
    Ambiguous,
    /// The text does not tell.
    Unknown,
}

/// The speaker of one quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribution {
    /// The speaker's place among the entities, if one is known.
    pub speaker: Option<usize>,
    /// How the speaker was found.
    pub basis: Basis,
    /// The part of the source that names the speaker.
    pub name: Option<Span>,
    /// How often such an attribution is right, from 0 to 1.
    pub confidence: f32,
}

/// What this stage gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    /// All entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// One attribution for each quote, in the same order.
    pub attributions: Vec<Attribution>,
}

/// How sure a pronoun must be before it tells that a name is a person's.
const SURE_OF_KIND: f32 = 0.85;

/// Gives each quote its speaker, or none, and completes the entities with the mentions found on the way.
pub fn attribute(document: &Document, mentions: &[Mention], quotes: &[Quote], coreference: Coreference) -> Attributed {
    let attributions = all(document, mentions, quotes, &coreference);
    let Coreference { clusters, sources, speech, pronouns } = coreference;
    let mut entities = clusters.entities;
    for (tokens, entity) in sources.described {
        let pronoun =
            tokens.len() == 1 && pronoun_class::of(&lexicon::to_lowercase(document.word(tokens.start))).is_some();
        let form = if pronoun { MentionForm::Pronoun } else { MentionForm::Nominal };
        entities[entity].mentions.push((document.span(tokens), form));
    }
    for resolved in &pronouns {
        entities[resolved.entity].mentions.push((resolved.span, MentionForm::Pronoun));
        // Whoever is `he` or `she` is a person, whatever the name was taken for.
        if resolved.personal && resolved.confidence >= SURE_OF_KIND {
            entities[resolved.entity].kind = EntityKind::Person;
        }
    }
    for (span, entity) in first_person(document, quotes, &speech, &attributions) {
        entities[entity].mentions.push((span, MentionForm::Pronoun));
    }
    for entity in &mut entities {
        sorting::sort_by_key(&mut entity.mentions, |&(span, form)| [span.start, span.end, form as usize]);
        entity.mentions.dedup_by_key(|mention| mention.0);
    }
    sorted(entities, attributions)
}

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
fn all(document: &Document, mentions: &[Mention], quotes: &[Quote], coreference: &Coreference) -> Vec<Attribution> {
    let Coreference { clusters, sources, .. } = coreference;
    let pronouns: FxHashMap<usize, &Resolved> =
        coreference.pronouns.iter().map(|resolved| (resolved.span.start, resolved)).collect();
    let answers = interviewee(document, mentions, quotes, clusters);
    let mut found: Vec<Attribution> = Vec::with_capacity(quotes.len());
    for (number, quote) in quotes.iter().enumerate() {
        let attribution = match sources.of_quote[number] {
            SourceReferent::Named { mention, .. } if clusters.certainty[mention] <= AMBIGUOUS => {
                Attribution { basis: Basis::Ambiguous, name: Some(mentions[mention].span), ..NOBODY }
            }
            SourceReferent::Named { entity, mention } => Attribution {
                speaker: Some(entity),
                basis: if quote.origin == QuoteOrigin::Turn { Basis::Turn } else { Basis::Named },
                name: Some(mentions[mention].span)
                    .filter(|name| quote.source.is_some_and(|source| source.contains(*name))),
                // A name of a doubtful kind still names the speaker.
                confidence: NAMED * mentions[mention].confidence.max(0.25).sqrt(),
            },
            SourceReferent::Coordination(entity) => {
                let basis = if clusters.entities[entity].named { Basis::Named } else { Basis::Described };
                Attribution { speaker: Some(entity), basis, confidence: SEVERAL, ..NOBODY }
            }
            SourceReferent::PluralAnaphor(entity) | SourceReferent::SentenceSubject(entity, _) => {
                Attribution { speaker: Some(entity), basis: Basis::Pronoun, confidence: TAKEN_UP, ..NOBODY }
            }
            SourceReferent::Role(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: ROLE, ..NOBODY }
            }
            SourceReferent::NearestMatch(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: NEAREST, ..NOBODY }
            }
            SourceReferent::Described(entity) => {
                let basis = if quote.origin == QuoteOrigin::Turn { Basis::Turn } else { Basis::Described };
                Attribution { speaker: Some(entity), basis, confidence: DESCRIBED, ..NOBODY }
            }
            SourceReferent::Pronoun(span) => match pronouns.get(&span.start) {
                Some(resolved) => Attribution {
                    speaker: Some(resolved.entity),
                    basis: Basis::Pronoun,
                    confidence: resolved.confidence,
                    ..NOBODY
                },
                None => Attribution { basis: Basis::Ambiguous, ..NOBODY },
            },
            SourceReferent::FirstPerson => match quote.within.and_then(|outer| found.get(outer)) {
                Some(outer) if outer.speaker.is_some() => Attribution { basis: Basis::Enclosing, name: None, ..*outer },
                _ => NOBODY,
            },
            SourceReferent::Unresolved => match answers.filter(|_| is_answer(document, quote)) {
                Some(entity) => Attribution { speaker: Some(entity), basis: Basis::Turn, confidence: ROLE, ..NOBODY },
                None => Attribution { basis: Basis::Unnamed, ..NOBODY },
            },
            SourceReferent::NoSource => match (quote.link, found.last()) {
                (SpeakerLink::Continued, Some(last)) if last.speaker.is_some() => Attribution {
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
    quote.origin == QuoteOrigin::Turn && is_question_or_answer_label(label) && label.starts_with('A')
}

/// The one person who is named before the first question of an interview.
fn interviewee(document: &Document, mentions: &[Mention], quotes: &[Quote], clusters: &Clusters) -> Option<usize> {
    let first = quotes.iter().find(|quote| quote.origin == QuoteOrigin::Turn)?.extent().start;
    let body = |mention: &Mention| {
        let paragraph = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= mention.span.start);
        document.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.role.holds_speech())
    };
    let people = mentions
        .iter()
        .enumerate()
        .take_while(|(_, mention)| mention.span.start < first)
        .filter(|(_, mention)| mention.kind == EntityKind::Person && body(mention))
        .filter_map(|(number, _)| clusters.of_mention[number]);
    only(people)
}

/// `I`, `me` and `my` inside a direct quote mean its speaker.
fn first_person(
    document: &Document,
    quotes: &[Quote],
    speech: &Speech,
    attributions: &[Attribution],
) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
        for token in quote.content.iter().flat_map(|&piece| document.tokens_in(piece)) {
            let word = document.word(token);
            let singular = matches!(word, "I" | "me" | "Me" | "my" | "My" | "mine" | "myself")
                || ["I’", "I'"].iter().any(|begin| word.starts_with(begin));
            let plural = matches!(word, "we" | "We" | "us" | "our" | "Our" | "ours" | "ourselves");
            if !singular && !plural {
                continue;
            }
            let span = document.tokens[token].span;
            let Some(speaker) = speech.quote_at(span.start).and_then(|inner| attributions[inner].speaker) else {
                continue;
            };
            if singular || plural && speech.is_collective(speaker) {
                let letters = if singular && word.starts_with('I') { 1 } else { word.len() };
                found.push((Span::new(span.start, span.start + letters), speaker));
            }
        }
    }
    sorting::sort_by_key(&mut found, |&(span, speaker)| [span.start, span.end, speaker]);
    found.dedup();
    found
}

/// The entities in the order of their first mention, and the speakers by their new places.
fn sorted(entities: Vec<Entity>, mut attributions: Vec<Attribution>) -> Attributed {
    let start = |entity: &Entity| entity.mentions.first().map_or(usize::MAX, |mention| mention.0.start);
    let mut order: Vec<usize> = (0..entities.len()).collect();
    sorting::sort_by_key(&mut order, |&number| [start(&entities[number]), 0, 0]);
    let mut places = vec![0; entities.len()];
    for (place, &number) in order.iter().enumerate() {
        places[number] = place;
    }
    let mut entities: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    let mut entities: Vec<Entity> = order.into_iter().filter_map(|number| entities[number].take()).collect();
    for entity in &mut entities {
        for other in entity.members.iter_mut().chain(&mut entity.affiliations) {
            *other = places[*other];
        }
    }
    for attribution in &mut attributions {
        attribution.speaker = attribution.speaker.map(|speaker| places[speaker]);
    }
    Attributed { entities, attributions }
}
