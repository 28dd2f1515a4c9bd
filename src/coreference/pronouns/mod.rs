//! Third-person pronouns and whom they mean, resolved in the order of the text.

pub mod context;
pub mod discourse;
mod features;
pub mod grammatical_role;
mod intervening;
pub mod ranker;
mod rules;
pub mod speech;

use super::clusters::Clusters;
use super::gender;
use super::nominals::phrase_heads;
use super::pronoun_class::{self, PronounClass};
use super::sources::Sources;
use crate::crf::weights::Weights;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon;
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::vocabulary::Vocabulary;
use context::{MentionContext, PronounContext};
use discourse::DiscourseState;
use grammatical_role::{GrammaticalRole, owns};
use ranker::{Question, Ranker, likeliest};
use rules::Heard;
use speech::Speech;

/// How likely an answer must be before it is given.
pub const SURE: f32 = 0.8;

/// How likely it must be before what follows builds on it.
const LIKELY: f32 = 0.3;

/// A pronoun with the entity that it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Its token.
    pub token: TokenIndex,
    /// Where it stands.
    pub span: Span,
    /// Whether it stands for a person: `he`, `she`.
    pub personal: bool,
    /// Whom or what it means.
    pub entity: usize,
    /// How often such an answer is right.
    pub confidence: f32,
}

/// Resolves all pronouns of a document; `answer` picks a candidate, or none, and says how sure it is.
pub fn resolve(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    (clusters, sources, speech): (&Clusters, &Sources, &Speech),
    ranker: &Ranker,
    mut answer: impl FnMut(&DiscourseState, &Question) -> Option<Guess>,
) -> Vec<Resolved> {
    let grammar = &ranker.grammar;
    let gender_evidence = gender::of_all(document, vocabulary, mentions, clusters, &ranker.names);
    let counts = vec![0; clusters.entities.len()];
    let names = references(document, vocabulary, mentions, (clusters, sources, speech), grammar);
    let mut places = vec![Vec::new(); clusters.entities.len()];
    for name in &names {
        places[name.entity].push((name.tokens.start, name.sentence));
    }
    let declared = declared(document, clusters, &names);
    let references = Vec::new();
    let mut state = DiscourseState {
        document,
        vocabulary,
        clusters,
        references,
        gender_evidence: &gender_evidence,
        places,
        counts,
        declared,
    };
    let mut next = 0;
    let mut found = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        for token in sentence.clone() {
            while names.get(next).is_some_and(|name| name.tokens.start <= token) {
                state.counts[names[next].entity] += 1;
                state.references.push(names[next].clone());
                next += 1;
            }
            let word = document.word(token);
            // One that was told already stands among the names.
            let told = state.references.last().is_some_and(|last| last.tokens == (TokenRange::new(token, token + 1)));
            if word.len() > 10 || told {
                continue;
            }
            let Some(class) = pronoun_class::of(&lexicon::to_lowercase(word)) else { continue };
            let span = document.tokens[token].span;
            let quote = speech.quote_at(span.start);
            let speaks = speech.is_source(span, None);
            let said = if speaks { speech.said(span.start) } else { &[] };
            let pronoun = PronounContext {
                token,
                sentence: number,
                class,
                role: grammatical_role::of(document, vocabulary, &(TokenRange::new(token, token + 1)), grammar),
                quote,
                speaker: quote.and_then(|quote| speech.named[quote]),
                speaks,
                spoken_of: spoken_of(document, &names, said),
            };
            let later = names[next..].iter().take_while(|name| name.tokens.start < sentence.end).take(4).count();
            let ahead = &names[next..next + later];
            let candidates = state.candidates(&pronoun, state.references.len(), ahead);
            let question = Question { pronoun: &pronoun, candidates: &candidates, ahead };
            let Some(Guess { entity, confidence }) = answer(&state, &question) else { continue };
            if let Some(confidence) = confidence {
                found.push(Resolved {
                    token,
                    span,
                    personal: matches!(class, PronounClass::Person(_)),
                    entity,
                    confidence,
                });
            }
            state.counts[entity] += 1;
            state.references.push(MentionContext {
                tokens: TokenRange::single(token),
                sentence: number,
                entity,
                pronoun: true,
                sure: confidence.is_some(),
                role: pronoun.role,
                modifies: false,
                quote,
                reported: speech.is_reported(span.start),
                speaks: pronoun.speaks,
                is_quoted: speech.is_quoted(span, None),
            });
        }
    }
    found
}

/// Those who are named in what was said: nobody speaks of himself by his name.
fn spoken_of(document: &Document, names: &[MentionContext], said: &[Span]) -> Vec<usize> {
    let named = |&piece: &Span| {
        let tokens = document.tokens_in(piece);
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        names[first..].iter().take_while(move |name| name.tokens.start < tokens.end).map(|name| name.entity)
    };
    said.iter().flat_map(named).collect()
}

/// Those of whom the text says that `they` is their pronoun: `Jane Doe, who uses they/them pronouns`.
fn declared(document: &Document, clusters: &Clusters, names: &[MentionContext]) -> Vec<usize> {
    let place = |at: &TokenIndex| {
        matches!(document.word(*at), "they" | "They")
            && document.word(*at + 1) == "/"
            && matches!(document.word(*at + 2), "them" | "them.")
    };
    let of = |at: TokenIndex| {
        let next = names.partition_point(|name| name.tokens.start < at);
        let sentence = document.sentence_containing(at);
        let before = names[..next].iter().rev().take_while(|name| name.tokens.start >= sentence.start);
        before.map(|name| name.entity).find(|&entity| clusters.entities[entity].kind == EntityKind::Person)
    };
    let said = document.text.contains("/them");
    document.all_tokens().iter().filter(|_| said).filter(place).filter_map(of).collect()
}

/// All names and descriptions as references, in the order of the text.
fn references(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    (clusters, sources, speech): (&Clusters, &Sources, &Speech),
    grammar: &Weights<{ grammatical_role::LABELS }>,
) -> Vec<MentionContext> {
    let reference = |(phrase, entity): (TokenRange, usize)| {
        let span = document.span(phrase);
        let modifies = phrase_heads::is_modifier(document, mentions, phrase);
        MentionContext {
            sentence: document.sentences.partition_point(|sentence| sentence.end <= phrase.start),
            entity,
            pronoun: false,
            sure: true,
            role: if owns(document, &phrase) {
                GrammaticalRole::Owner
            } else if modifies {
                GrammaticalRole::Other
            } else {
                grammatical_role::of(document, vocabulary, &phrase, grammar)
            },
            modifies,
            quote: speech.quote_at(span.start),
            reported: speech.is_reported(span.start),
            speaks: speech.is_source(span, Some(entity)),
            is_quoted: speech.is_quoted(span, Some(entity)),
            tokens: phrase,
        }
    };
    let named = mentions.iter().zip(&clusters.of_mention);
    let named = named.filter_map(|(mention, entity)| Some((mention.tokens, (*entity)?)));
    let mut references: Vec<MentionContext> = named.chain(sources.described.iter().cloned()).map(reference).collect();
    sorting::sort_by_key(&mut references, |reference| {
        [reference.tokens.start.number(), reference.tokens.end.number(), 0]
    });
    references
}

/// Whom a pronoun seems to mean.
pub struct Guess {
    /// The entity.
    pub entity: usize,
    /// How often such an answer is right; nothing where it is too unsure to be given, and serves only what follows.
    pub confidence: Option<f32>,
}

/// The likeliest candidate, where it is likely enough to be given or to be kept in mind.
pub fn best(state: &DiscourseState, question: &Question, weights: &Weights<1>) -> Option<Guess> {
    let pronoun = question.pronoun;
    let speaks = pronoun.speaks;
    // News keeps to one speaker until it names another: `“A,” said Doe. “B,” she added.`
    let given = |entity: usize| Some(Guess { entity, confidence: Some(ONLY) });
    let goes_on = || state.spokesperson(pronoun).filter(|entity| speaks || state.declared.contains(entity));
    if let Some(entity) = goes_on().or_else(|| state.quoted(pronoun)) {
        return given(entity);
    }
    let heard = if speaks { state.heard(pronoun) } else { Heard::Nobody };
    if let Heard::One(entity) = heard {
        return given(entity);
    }
    let likeliest = likeliest(state, question, weights);
    let unsure = likeliest.filter(|&(_, probability)| probability >= LIKELY);
    let unsure = unsure.map(|(entity, _)| Guess { entity, confidence: None });
    // A name may lean to the wrong pronoun: then nobody else is meant either.
    let vetoed = |entity: usize| matches!(heard, Heard::Doubtful(other) if other != entity);
    if let Some((entity, probability)) = likeliest
        && probability >= SURE
        && !vetoed(entity)
    {
        return Some(Guess { entity, confidence: Some(weights.calibrate(probability)) });
    }
    let near = || state.only(pronoun, question.candidates).or(state.body(pronoun));
    let near = speaks.then(near).flatten();
    let unlike = |near: usize| likeliest.is_some_and(|(entity, probability)| near != entity && probability >= 0.5);
    if let Some(entity) = near.filter(|&near| !unlike(near) && !vetoed(near)) {
        return given(entity);
    }
    unsure
}

/// How often the only person nearby who fits a pronoun that speaks is meant.
const ONLY: f32 = 0.85;
