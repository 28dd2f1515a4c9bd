//! Sixth stage: whom the names mean, and who speaks each quote.
//!
//! A wrong name under somebody's words is worse than none: where the text
//! does not tell surely enough, a quote has no speaker.

pub mod antecedents;
mod attribution;
mod between;
mod bodies;
pub mod chains;
pub mod grammar;
pub mod leaning;
mod meanings;
mod naming;
mod nearby;
mod origins;
mod people;
mod phrase;
pub mod pronouns;
mod roles;
mod several;
mod unnamed;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

use crate::Span;
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::quotes::{Kind as QuoteKind, Quote};
use crate::vocabulary::Vocabulary;
use crate::{lexicon, order};
use chains::Chains;
use meanings::Meaning;
use pronouns::{Ranker, Resolved, Speech};

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// By a name, full or short.
    Name,
    /// By a description: `the secretary general`.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// Somebody or something in the article, with all its mentions (a coreference chain).
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The fullest form found; a description where it has no name.
    pub name: String,
    /// Whether it has a name.
    pub named: bool,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// The organisations and places that those name, by their places among the entities.
    pub affiliations: Vec<usize>,
    /// The people or bodies that speak together here, by their places among the entities.
    pub members: Vec<usize>,
    /// A person's age in years, where it is given.
    pub age: Option<u8>,
    /// A person's party, as the article words it.
    pub party: Option<String>,
    /// Where it is mentioned and how, in the order of the text.
    pub mentions: Vec<(Span, Form)>,
    /// The mean confidence of its names.
    pub confidence: f32,
    /// A date, time or sum in its normal form, where that is certain.
    pub normal: Option<String>,
}

impl Entity {
    fn new(kind: Kind, name: String, named: bool) -> Self {
        Self {
            kind,
            name,
            named,
            roles: Vec::new(),
            affiliations: Vec::new(),
            members: Vec::new(),
            age: None,
            party: None,
            mentions: Vec::new(),
            confidence: 1.0,
            normal: None,
        }
    }
}

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
pub struct Speakers {
    /// All entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// One attribution for each quote, in the same order.
    pub attributions: Vec<Attribution>,
}

/// The learned weights: made by `cargo xtask train speakers`, read once.
pub static RANKER: LazyLock<Ranker> = LazyLock::new(|| {
    Ranker::read(include_bytes!("weights.bin")).expect("the weights in the repository are sound, as every test shows")
});

/// How sure a pronoun must be before it tells that a name is a person's.
const SURE_OF_KIND: f32 = 0.85;

/// Joins mentions into entities and gives each quote its speaker, or none.
pub fn resolve(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention], quotes: &[Quote]) -> Speakers {
    let ranker = &*RANKER;
    let cast = Cast::new(document, mentions, quotes);
    let pronouns = pronouns::resolve(document, vocabulary, mentions, &cast, ranker, |scene, question| {
        pronouns::best(scene, question, &ranker.fit)
    });
    let by_place: FxHashMap<usize, &Resolved> =
        pronouns.iter().map(|resolved| (resolved.span.start, resolved)).collect();
    let attributions = attribution::all(document, mentions, quotes, &cast, &by_place);
    let Cast { chains, described, speech, .. } = cast;
    let mut entities = chains.entities;
    for (tokens, entity) in described {
        let pronoun = tokens.len() == 1 && antecedents::sort(&lexicon::fold(document.word(tokens.start))).is_some();
        let form = if pronoun { Form::Pronoun } else { Form::Nominal };
        entities[entity].mentions.push((document.span(tokens), form));
    }
    for resolved in &pronouns {
        entities[resolved.entity].mentions.push((resolved.span, Form::Pronoun));
        // Whoever is `he` or `she` is a person, whatever the name was taken for.
        if resolved.personal && resolved.confidence >= SURE_OF_KIND {
            entities[resolved.entity].kind = Kind::Person;
        }
    }
    for (span, entity) in first_person(document, quotes, &speech, &attributions) {
        entities[entity].mentions.push((span, Form::Pronoun));
    }
    for entity in &mut entities {
        order::sort(&mut entity.mentions, |&(span, form)| [span.start, span.end, form as usize]);
        entity.mentions.dedup_by_key(|mention| mention.0);
    }
    sorted(entities, attributions)
}

/// What all items are, where they are the same.
fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|other| other == first).then_some(first)
}

/// Everybody in an article, and how quotes point to them.
pub struct Cast {
    /// The entities.
    pub chains: Chains,
    /// What each quote's source is.
    meanings: Vec<Meaning>,
    /// Descriptions that stand for an entity, by tokens, in the order of the text.
    pub described: Vec<(std::ops::Range<usize>, usize)>,
    /// The quotes as pronouns see them.
    pub speech: Speech,
}

impl Cast {
    /// Joins names, reads roles off the text, and finds what each source names or describes.
    pub fn new(document: &Document, mentions: &[Mention], quotes: &[Quote]) -> Self {
        let mut chains = chains::build(document, mentions);
        roles::find(document, mentions, &mut chains);
        let (meanings, described) = meanings::all(document, mentions, quotes, &mut chains);
        let named = meanings.iter().map(Meaning::entity).collect();
        let speech = Speech::new(document.text, quotes, named, &chains);
        Self { chains, meanings, described, speech }
    }
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
        for token in quote.content.iter().flat_map(|&piece| document.tokens_of(piece)) {
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
    order::sort(&mut found, |&(span, speaker)| [span.start, span.end, speaker]);
    found.dedup();
    found
}

/// The entities in the order of their first mention, and the speakers by their new places.
fn sorted(entities: Vec<Entity>, mut attributions: Vec<Attribution>) -> Speakers {
    let start = |entity: &Entity| entity.mentions.first().map_or(usize::MAX, |mention| mention.0.start);
    let mut order: Vec<usize> = (0..entities.len()).collect();
    order::sort(&mut order, |&number| [start(&entities[number]), 0, 0]);
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
    Speakers { entities, attributions }
}
