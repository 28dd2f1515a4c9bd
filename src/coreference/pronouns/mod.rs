//! Resolves third-person pronouns, in the order of the text.

pub mod context;
pub mod discourse;
mod features;
pub mod grammatical_role;
pub mod guess;
mod intervening;
mod queries;
pub mod ranker;
mod rules;
pub mod speech;

use super::by_entity::ByEntity;
use super::clusters::Clusters;
use super::decision::{Decision, Rule, names_of};
use super::entity::EntityId;
use super::gender;
use super::nominals::{descriptions, phrase_heads};
use super::pronoun_class::{self, PronounClass};
use super::sources::Sources;
use crate::crf::weights::Weights;
use crate::entities::mention::{EntityKind, Mention};
use crate::growth::make_room;
use crate::lexicon;
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::vocabulary::Vocabulary;
use context::{MentionContext, PronounContext};
use discourse::DiscourseState;
use grammatical_role::{GrammaticalRole, owns};
use guess::{Guess, PronounRuleContext};
use ranker::{Question, Ranker};
#[cfg(feature = "training")]
pub use rules::ranking::SURE;
use speech::Speech;

/// A rule for pronouns.
type PronounRule = Rule<fn(&PronounRuleContext) -> Option<Guess>>;

/// The rules in their order. News quotes one speaker until it names another (`“A,” said Doe. “B,” she added.`), so rules
/// about the previous speaker come before the ranking.
const RULES: &[PronounRule] = &[
    Rule { name: "singular-they", apply: rules::singular_they::apply },
    Rule { name: "just-quoted", apply: rules::just_quoted::apply },
    Rule { name: "previous-speaker", apply: rules::previous_speaker::apply },
    Rule { name: "ranking", apply: rules::ranking::apply },
    Rule { name: "only-candidate", apply: rules::only_candidate::apply },
    Rule { name: "speaking-organization", apply: rules::speaking_organization::apply },
    Rule { name: "weak-ranking", apply: rules::weak_ranking::apply },
];

/// Returns the entity that a pronoun refers to, and which rule decided.
pub fn best(state: &DiscourseState, question: &Question, weights: &Weights<1>) -> Option<(Guess, Decision)> {
    let context = PronounRuleContext::new(state, question, weights);
    let mut answers = RULES.iter().enumerate();
    answers.find_map(|(number, rule)| Some(((rule.apply)(&context)?, Decision::new(names_of!(RULES), number))))
}

/// How many tokens there are for each third-person pronoun, at least in most texts.
const TOKENS_PER_PRONOUN: usize = 24;

/// A pronoun with the entity that it refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Its token.
    pub token: TokenIndex,
    /// Its span.
    pub span: Span,
    /// Whether it is `he` or `she`.
    pub personal: bool,
    /// The entity that it refers to.
    pub entity: EntityId,
    /// The estimated precision of such answers, from 0 to 1.
    pub confidence: f32,
    /// The rule that decided.
    pub decision: Decision,
}

/// The pronouns of a document, resolved, and what they were resolved from.
pub struct PronounResolution {
    /// The pronouns that were resolved, in the order of the text.
    pub resolved: Vec<Resolved>,
    /// All references to entities, in the order of the text.
    pub references: Vec<MentionContext>,
    /// For each entity, how loud its name speaks for `he`, or, below zero, for `she`.
    pub gender_evidence: Vec<f32>,
}

/// Resolves all pronouns of a document; `answer` picks a candidate, or none.
pub fn resolve(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    (clusters, sources, speech): (&Clusters, &Sources, &Speech),
    ranker: &Ranker,
    mut answer: impl FnMut(&DiscourseState, &Question) -> Option<(Guess, Decision)>,
) -> PronounResolution {
    let grammar = &ranker.grammar;
    let gender_evidence = gender::evidence_of_entities(document, vocabulary, mentions, clusters, &ranker.names);
    let counts = vec![0; clusters.entities.len()];
    let names = names(document, mentions, clusters, sources);
    let context = |name: &Name| context(document, vocabulary, mentions, speech, grammar, name);
    let place = |name: &Name| (name.entity, (name.tokens.start, name.sentence));
    let places = ByEntity::new(clusters.entities.len(), names.iter().map(place));
    let declared = declared(document, clusters, &names);
    let references = Vec::with_capacity(names.len() + document.tokens.len() / TOKENS_PER_PRONOUN);
    let mut state = DiscourseState {
        document,
        vocabulary,
        clusters,
        references,
        gender_evidence: &gender_evidence,
        places,
        counts,
        person_words: document.all_tokens().iter().filter(|&at| descriptions::is_person(document.word(at))).collect(),
        declared,
    };
    let mut next = 0;
    // The names of a sentence, of which only these and those before them need a context.
    let mut here: Vec<MentionContext> = Vec::new();
    let mut found = Vec::new();
    let mut speakers = speech.named.clone();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let first = next;
        next += names[next..].iter().take_while(|name| name.tokens.start < sentence.end).count();
        here.clear();
        here.extend(names[first..next].iter().map(context));
        let mut passed = 0;
        for token in *sentence {
            while here.get(passed).is_some_and(|name| name.tokens.start <= token) {
                state.counts[here[passed].entity] += 1;
                make_room(&mut state.references);
                state.references.push(here[passed].clone());
                passed += 1;
            }
            let word = document.word(token);
            // Pronouns that were resolved as sources are among the names.
            let told = state.references.last().is_some_and(|last| last.tokens == (TokenRange::new(token, token + 1)));
            if word.len() > 10 || told {
                continue;
            }
            let Some(class) = pronoun_class::of(&lexicon::to_lowercase(word)) else { continue };
            let span = document.tokens[token].span();
            let quote = speech.quote_at(span.start());
            let is_source = speech.is_source(span, None);
            let said = if is_source { speech.said(span.start()) } else { &[] };
            let pronoun = PronounContext {
                token,
                sentence: number,
                class,
                role: grammatical_role::of(document, vocabulary, &(TokenRange::new(token, token + 1)), grammar),
                quote,
                speaker: quote.and_then(|quote| speakers[quote]),
                is_source,
                spoken_of: spoken_of(document, &names, said),
            };
            let ahead = &here[passed..here.len().min(passed + 4)];
            let candidates = state.candidates(&pronoun, state.references.len(), ahead);
            let question = Question { pronoun: &pronoun, candidates: &candidates, ahead };
            let Some((Guess { entity, confidence }, decision)) = answer(&state, &question) else { continue };
            if let Some(confidence) = confidence {
                found.push(Resolved {
                    token,
                    span,
                    personal: matches!(class, PronounClass::Person(_)),
                    entity,
                    confidence,
                    decision,
                });
            }
            if is_source && confidence.is_some() {
                for quote in speech.quotes_of(span.start()) {
                    speakers[quote].get_or_insert(entity);
                }
            }
            state.counts[entity] += 1;
            make_room(&mut state.references);
            state.references.push(MentionContext {
                tokens: TokenRange::single(token),
                sentence: number as u32,
                entity,
                pronoun: true,
                sure: confidence.is_some(),
                role: pronoun.role,
                modifies: false,
                quote,
                reported: speech.is_reported(span.start()),
                is_source: pronoun.is_source,
                is_quoted: speech.is_quoted(span, None),
            });
        }
    }
    PronounResolution { resolved: found, references: state.references, gender_evidence }
}

/// Returns the entities named in a quote, which its speaker is not: people do not mention themselves by name.
fn spoken_of(document: &Document, names: &[Name], said: &[(Span, Span)]) -> Vec<EntityId> {
    let named = |&(_, piece): &(Span, Span)| {
        let tokens = document.tokens_in(piece);
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        names[first..].iter().take_while(move |name| name.tokens.start < tokens.end).map(|name| name.entity)
    };
    said.iter().flat_map(named).collect()
}

/// Returns the people who use `they` according to the text: `Jane Doe, who uses they/them pronouns`.
fn declared(document: &Document, clusters: &Clusters, names: &[Name]) -> Vec<EntityId> {
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

/// A name or a description of an entity.
struct Name {
    tokens: TokenRange,
    entity: EntityId,
    /// The number of its sentence.
    sentence: u32,
}

/// Returns all mentions of names and descriptions, in the order of the text.
fn names(document: &Document, mentions: &[Mention], clusters: &Clusters, sources: &Sources) -> Vec<Name> {
    let name = |(tokens, entity): (TokenRange, EntityId)| Name {
        tokens,
        entity,
        sentence: document.sentences.partition_point(|sentence| sentence.end <= tokens.start) as u32,
    };
    let named = mentions.iter().zip(&clusters.of_mention);
    let named = named.filter_map(|(mention, entity)| Some((mention.tokens, (*entity)?)));
    let described = sources.described.iter().map(|&(tokens, entity, _)| (tokens, entity));
    let mut names = Vec::with_capacity(mentions.len() + sources.described.len() + sources.openings.len());
    names.extend(named.chain(described).chain(sources.openings.iter().copied()).map(name));
    sorting::sort_by_key(&mut names, |name| [name.tokens.start.number(), name.tokens.end.number(), 0]);
    names
}

/// Returns a name or a description with its context.
fn context(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    speech: &Speech,
    grammar: &Weights<{ grammatical_role::LABELS }>,
    name: &Name,
) -> MentionContext {
    let &Name { tokens: phrase, entity, sentence } = name;
    let span = document.span(phrase);
    let modifies = phrase_heads::is_modifier(document, mentions, phrase);
    MentionContext {
        tokens: phrase,
        sentence,
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
        quote: speech.quote_at(span.start()),
        reported: speech.is_reported(span.start()),
        is_source: speech.is_source(span, Some(entity)),
        is_quoted: speech.is_quoted(span, Some(entity)),
    }
}

/// Helpers for the tests of single rules.
#[cfg(test)]
pub mod test_support {
    use crate::text::Document;
    use crate::vocabulary::Vocabulary;
    use crate::{entities, quotes};

    /// Returns the rule that decided for each pronoun that was resolved, in the order of the text.
    pub fn rules(text: &str) -> Vec<&'static str> {
        let document = Document::new(text);
        let vocabulary = Vocabulary::from_document(&document);
        let mentions = entities::tag_entities(&document, &vocabulary);
        let quotes = quotes::find_quotes(&document, &vocabulary, &mentions).quotes;
        let pronouns = super::super::resolve(&document, &vocabulary, &mentions, &quotes).pronouns;
        pronouns.iter().map(|resolved| resolved.decision.rule()).collect()
    }
}
