//! Third-person pronouns and whom they mean, resolved in the order of the text.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

use super::Cast;
use super::antecedents::{Candidate, Pronoun, Reference, Scene, Sort, sort};
use super::chains::Chains;
use super::nearby::Heard;
use super::phrase;
use super::{grammar, grammar::Part, leaning};
use crate::Span;
use crate::document::Document;
use crate::entities::{self, Mention};
use crate::learned::file::{Broken, Reader};
use crate::learned::weights::Weights;
use crate::lexicon;
use crate::order;
use crate::quotes::{Kind, Quote};
use crate::tokens::{TokenKind, is_mark};
use crate::vocabulary::Vocabulary;

/// The weights of this stage.
pub struct Ranker {
    /// What a noun phrase is to its verb.
    pub grammar: Weights<{ grammar::LABELS }>,
    /// Which pronoun a given name goes with.
    pub names: Weights<1>,
    /// How well an entity fits a pronoun.
    pub fit: Weights<1>,
}

impl Ranker {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        let mut reader = Reader::open(bytes)?;
        let ranker = Self {
            grammar: Weights::read(&mut reader)?,
            names: Weights::read(&mut reader)?,
            fit: Weights::read(&mut reader)?,
        };
        reader.close()?;
        Ok(ranker)
    }
}

/// How likely an answer must be before it is given.
pub const SURE: f32 = 0.8;

/// How likely it must be before what follows builds on it.
const LIKELY: f32 = 0.3;

/// A pronoun with the entity that it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Its token.
    pub token: usize,
    /// Where it stands.
    pub span: Span,
    /// Whether it stands for a person: `he`, `she`.
    pub personal: bool,
    /// Whom or what it means.
    pub entity: usize,
    /// How often such an answer is right.
    pub confidence: f32,
}

/// A pronoun, whom it may mean, and who else comes later in its sentence.
pub struct Question<'q> {
    /// The pronoun.
    pub pronoun: &'q Pronoun,
    /// Whom it may mean.
    pub candidates: &'q [Candidate],
    /// References behind it.
    pub ahead: &'q [Reference],
}

/// Quotes as pronouns see them.
pub struct Speech {
    /// Pieces of direct quotes, sorted, with the quote's number.
    pieces: Vec<(Span, usize)>,
    /// Pieces of all others, sorted.
    reported: Vec<Span>,
    /// The sources of quotes, sorted, each with the entity that it names.
    sources: Vec<(Span, Option<usize>)>,
    /// The bytes at which sources of direct quotes start, sorted.
    quoted: Vec<usize>,
    /// By the byte at which a source starts, what it said.
    said: FxHashMap<usize, Vec<Span>>,
    /// For each quote, the speaker whom its source names.
    named: Vec<Option<usize>>,
    /// Entities that are more than one person.
    collective: FxHashSet<usize>,
}

impl Speech {
    /// Sorts quotes and sources; `named` gives each quote's speaker where its source tells without a pronoun.
    pub fn new(text: &str, quotes: &[Quote], named: Vec<Option<usize>>, chains: &Chains) -> Self {
        let direct = quotes.iter().enumerate().filter(|(_, quote)| quote.kind == Kind::Direct);
        let mut pieces: Vec<(Span, usize)> =
            direct.flat_map(|(number, quote)| quote.content.iter().map(move |&span| (span, number))).collect();
        order::sort(&mut pieces, |&(span, number)| [span.start, span.end, number]);
        let others = quotes.iter().filter(|quote| quote.kind != Kind::Direct);
        let mut reported: Vec<Span> = others.flat_map(|quote| quote.content.iter().copied()).collect();
        order::sort_spans(&mut reported);
        let direct = quotes.iter().filter(|quote| quote.kind == Kind::Direct);
        let mut quoted: Vec<usize> = direct.filter_map(|quote| Some(quote.source?.start)).collect();
        order::sort(&mut quoted, |&at| [at, 0, 0]);
        let sources = quotes.iter().zip(&named).filter_map(|(quote, &named)| Some((quote.source?, named)));
        let mut sources: Vec<(Span, Option<usize>)> = sources.collect();
        order::sort(&mut sources, |(source, _)| [source.start, source.end, 0]);
        let mut said: FxHashMap<usize, Vec<Span>> = FxHashMap::default();
        for quote in quotes {
            if let Some(source) = quote.source {
                // Of what is only partly in marks, the rest may have been taken in by mistake.
                let marked = |piece: &&Span| quote.kind != Kind::Mixed || piece.of(text).starts_with(is_mark);
                said.entry(source.start).or_default().extend(quote.content.iter().filter(marked));
            }
        }
        let collective = |entity: &usize| chains.entities[*entity].kind != entities::Kind::Person;
        let collective = named.iter().flatten().copied().filter(collective).collect();
        Self { pieces, reported, sources, quoted, said, named, collective }
    }

    /// Whether an entity that speaks is more than one person.
    pub fn is_collective(&self, entity: usize) -> bool {
        self.collective.contains(&entity)
    }

    /// The direct quote that holds a byte, the innermost of the last few that begin before it.
    pub fn quote_at(&self, at: usize) -> Option<usize> {
        let near = order::up_to(&self.pieces, at, |piece| piece.0.start);
        near.iter().rev().find(|piece| at < piece.0.end).map(|piece| piece.1)
    }

    /// Whether a byte stands in what somebody says in the reporter's words.
    fn is_reported(&self, at: usize) -> bool {
        order::up_to(&self.reported, at, |piece| piece.start).iter().any(|piece| at < piece.end)
    }

    /// Whether a mention of an entity, or a pronoun, is who speaks in a source, not only somebody whom it names besides.
    fn is_source(&self, span: Span, entity: Option<usize>) -> bool {
        let next = self.sources.partition_point(|(source, _)| source.start <= span.start);
        let inside = next > 0 && self.sources[next - 1].0.contains(span) && self.sources[next - 1].1 == entity;
        // `Jane Doe, an expert on bees, called`: the source that was found is the apposition.
        let apposed = self.sources.get(next).is_some_and(|&(source, named)| {
            entity.is_some() && named == entity && source.start <= span.end + ", ".len()
        });
        inside || apposed
    }

    /// The same, for direct quotes only.
    fn is_quoted(&self, span: Span, entity: Option<usize>) -> bool {
        let next = self.sources.partition_point(|(source, _)| source.start <= span.start);
        self.is_source(span, entity) && next > 0 && self.quoted.binary_search(&self.sources[next - 1].0.start).is_ok()
    }

    /// What a source that starts at a byte said.
    fn said(&self, start: usize) -> &[Span] {
        self.said.get(&start).map_or(&[], Vec::as_slice)
    }
}

/// Resolves all pronouns of a document; `answer` picks a candidate, or none, and says how sure it is.
pub fn resolve(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    cast: &Cast,
    ranker: &Ranker,
    mut answer: impl FnMut(&Scene, &Question) -> Option<Guess>,
) -> Vec<Resolved> {
    let Cast { chains, speech, .. } = cast;
    let grammar = &ranker.grammar;
    let leanings = leaning::of_all(document, vocabulary, mentions, chains, &ranker.names);
    let counts = vec![0; chains.entities.len()];
    let names = references(document, vocabulary, mentions, cast, grammar);
    let mut places = vec![Vec::new(); chains.entities.len()];
    for name in &names {
        places[name.entity].push((name.tokens.start, name.sentence));
    }
    let declared = declared(document, chains, &names);
    let references = Vec::new();
    let mut scene = Scene { document, vocabulary, chains, references, leanings: &leanings, places, counts, declared };
    let mut next = 0;
    let mut found = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        for token in sentence.clone() {
            while names.get(next).is_some_and(|name| name.tokens.start <= token) {
                scene.counts[names[next].entity] += 1;
                scene.references.push(names[next].clone());
                next += 1;
            }
            let word = document.word(token);
            // One that was told already stands among the names.
            let told = scene.references.last().is_some_and(|last| last.tokens == (token..token + 1));
            if word.len() > 10 || told {
                continue;
            }
            let Some(sort) = sort(&lexicon::fold(word)) else { continue };
            let span = document.tokens[token].span;
            let quote = speech.quote_at(span.start);
            let speaks = speech.is_source(span, None);
            let said = if speaks { speech.said(span.start) } else { &[] };
            let pronoun = Pronoun {
                token,
                sentence: number,
                sort,
                part: grammar::part(document, vocabulary, &(token..token + 1), grammar),
                quote,
                speaker: quote.and_then(|quote| speech.named[quote]),
                speaks,
                spoken_of: spoken_of(document, &names, said),
            };
            let later = names[next..].iter().take_while(|name| name.tokens.start < sentence.end).take(4).count();
            let ahead = &names[next..next + later];
            let candidates = scene.candidates(&pronoun, scene.references.len(), ahead);
            let question = Question { pronoun: &pronoun, candidates: &candidates, ahead };
            let Some(Guess { entity, confidence }) = answer(&scene, &question) else { continue };
            if let Some(confidence) = confidence {
                found.push(Resolved { token, span, personal: matches!(sort, Sort::Person(_)), entity, confidence });
            }
            scene.counts[entity] += 1;
            scene.references.push(Reference {
                tokens: token..token + 1,
                sentence: number,
                entity,
                pronoun: true,
                sure: confidence.is_some(),
                part: pronoun.part,
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
fn spoken_of(document: &Document, names: &[Reference], said: &[Span]) -> Vec<usize> {
    let named = |&piece: &Span| {
        let tokens = document.tokens_of(piece);
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        names[first..].iter().take_while(move |name| name.tokens.start < tokens.end).map(|name| name.entity)
    };
    said.iter().flat_map(named).collect()
}

/// Those of whom the text says that `they` is their pronoun: `Jane Doe, who uses they/them pronouns`.
fn declared(document: &Document, chains: &Chains, names: &[Reference]) -> Vec<usize> {
    let place = |at: &usize| {
        matches!(document.word(*at), "they" | "They")
            && document.word(at + 1) == "/"
            && matches!(document.word(at + 2), "them" | "them.")
    };
    let of = |at: usize| {
        let next = names.partition_point(|name| name.tokens.start < at);
        let sentence = document.sentence_around(at);
        let before = names[..next].iter().rev().take_while(|name| name.tokens.start >= sentence.start);
        before.map(|name| name.entity).find(|&entity| chains.entities[entity].kind == entities::Kind::Person)
    };
    let said = document.text.contains("/them");
    (0..document.tokens.len()).filter(|_| said).filter(place).filter_map(of).collect()
}

/// All names and descriptions as references, in the order of the text.
fn references(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    cast: &Cast,
    grammar: &Weights<{ grammar::LABELS }>,
) -> Vec<Reference> {
    let reference = |(phrase, entity): (Range<usize>, usize)| {
        let span = document.span(phrase.clone());
        let modifies = phrase::is_modifier(document, mentions, &phrase);
        Reference {
            sentence: document.sentences.partition_point(|sentence| sentence.end <= phrase.start),
            entity,
            pronoun: false,
            sure: true,
            part: if owns(document, &phrase) {
                Part::Owner
            } else if modifies {
                Part::Other
            } else {
                grammar::part(document, vocabulary, &phrase, grammar)
            },
            modifies,
            quote: cast.speech.quote_at(span.start),
            reported: cast.speech.is_reported(span.start),
            speaks: cast.speech.is_source(span, Some(entity)),
            is_quoted: cast.speech.is_quoted(span, Some(entity)),
            tokens: phrase,
        }
    };
    let named = mentions.iter().zip(&cast.chains.of_mention);
    let named = named.filter_map(|(mention, entity)| Some((mention.tokens.clone(), (*entity)?)));
    let mut references: Vec<Reference> = named.chain(cast.described.iter().cloned()).map(reference).collect();
    order::sort(&mut references, |reference| [reference.tokens.start, reference.tokens.end, 0]);
    references
}

/// Whether a possessive ending stands behind a name: `Doe’s`, `Reuters’`.
pub fn owns(document: &Document, name: &Range<usize>) -> bool {
    let next = document.tokens.get(name.end).map(|next| (next.kind, next.spaced));
    next.is_some_and(|(kind, _)| kind == TokenKind::Possessive)
        || matches!(document.word(name.end), "'" | "’") && next.is_some_and(|(_, spaced)| !spaced)
}

/// Whom a pronoun seems to mean.
pub struct Guess {
    /// The entity.
    pub entity: usize,
    /// How often such an answer is right; nothing where it is too unsure to be given, and serves only what follows.
    pub confidence: Option<f32>,
}

/// The likeliest candidate, where it is likely enough to be given or to be kept in mind.
pub fn best(scene: &Scene, question: &Question, weights: &Weights<1>) -> Option<Guess> {
    let pronoun = question.pronoun;
    let speaks = pronoun.speaks;
    // News keeps to one speaker until it names another: `“A,” said Doe. “B,” she added.`
    let given = |entity: usize| Some(Guess { entity, confidence: Some(ONLY) });
    let goes_on = || scene.spokesperson(pronoun).filter(|entity| speaks || scene.declared.contains(entity));
    if let Some(entity) = goes_on().or_else(|| scene.quoted(pronoun)) {
        return given(entity);
    }
    let heard = if speaks { scene.heard(pronoun) } else { Heard::Nobody };
    if let Heard::One(entity) = heard {
        return given(entity);
    }
    let likeliest = likeliest(scene, question, weights);
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
    let near = || scene.only(pronoun, question.candidates).or(scene.body(pronoun));
    let near = speaks.then(near).flatten();
    let unlike = |near: usize| likeliest.is_some_and(|(entity, probability)| near != entity && probability >= 0.5);
    if let Some(entity) = near.filter(|&near| !unlike(near) && !vetoed(near)) {
        return given(entity);
    }
    unsure
}

/// How often the only person nearby who fits a pronoun that speaks is meant.
const ONLY: f32 = 0.85;

/// The likeliest candidate and its probability; nobody is counted among the candidates.
pub fn likeliest(scene: &Scene, question: &Question, weights: &Weights<1>) -> Option<(usize, f32)> {
    let Question { pronoun, candidates, ahead } = *question;
    let nobody = weights.score(|sums| scene.features_of_nobody(pronoun, candidates, |feature| sums.add(feature)))[0];
    let scores: Vec<f32> = candidates
        .iter()
        .map(|candidate| {
            weights.score(|sums| {
                scene.features(pronoun, candidate, candidates, ahead, |feature| sums.add(feature));
            })[0]
        })
        .collect();
    let top = scores.iter().copied().fold(nobody, f32::max);
    let total: f32 = scores.iter().map(|score| (score - top).exp()).sum::<f32>() + (nobody - top).exp();
    let (number, score) = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
    let probability = (score - top).exp() / total;
    Some((candidates[number].entity, probability))
}
