//! Whom a quote may belong to.

use super::source_class::SourceClass;
use super::{SpeakerContext, SpeakerQuestion};
use crate::coreference::entity::EntityId;
use crate::coreference::pronouns::context::MentionContext;
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::quotes::quote::QuoteId;
use crate::text::token_index::TokenIndex;

/// How many references before a quote are looked at.
const MAX_REFERENCES: usize = 60;

/// How many quotes before a quote are looked at.
const MAX_QUOTES: usize = 6;

/// The most candidates of one quote.
const MAX_CANDIDATES: usize = 14;

/// How far behind a quote its source may follow, in tokens.
const AHEAD: usize = 40;

/// An entity that a quote may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerCandidate {
    /// The entity.
    pub entity: EntityId,
    /// Its nearest reference before the quote that is not in anybody's words, by number.
    pub reference: Option<usize>,
    /// Its first reference behind the quote, by number.
    pub ahead: Option<usize>,
    /// How many other candidates are nearer.
    pub rank: usize,
    /// How many quotes ago it spoke: 0 for the quote before.
    pub spoke: Option<usize>,
    /// How often it was mentioned before the quote.
    pub count: usize,
}

/// Whom a quote may belong to, the nearest first. Nobody speaks of himself by his name.
pub fn candidates(question: &SpeakerQuestion) -> Vec<SpeakerCandidate> {
    let mut found = collect(question);
    let outer = question.quote().within.and_then(|outer| question.speaker(outer));
    found.retain(|candidate| {
        // `“He said no,” said Doe.`: nobody speaks of himself as `he`, either.
        outer != Some(candidate.entity)
            && (question.class == SourceClass::Missing || !is_in_content(question, candidate.entity))
    });
    for (rank, candidate) in found.iter_mut().enumerate() {
        candidate.rank = rank;
    }
    found
}

fn collect(question: &SpeakerQuestion) -> Vec<SpeakerCandidate> {
    let SpeakerContext { coreference, document, .. } = question.context;
    let references = &coreference.references;
    let own = question.quote().extent();
    let mut found: Vec<SpeakerCandidate> = Vec::new();
    let add = |found: &mut Vec<SpeakerCandidate>, entity: EntityId| -> Option<usize> {
        if let Some(known) = found.iter().position(|candidate| candidate.entity == entity) {
            return Some(known);
        }
        if found.len() == MAX_CANDIDATES {
            return None;
        }
        let rank = found.len();
        found.push(SpeakerCandidate { entity, reference: None, ahead: None, rank, spoke: None, count: 0 });
        Some(rank)
    };
    if let Some(answer) = question.rule_answer {
        add(&mut found, answer);
    }
    let end = references.partition_point(|reference| reference.tokens.start < question.anchor);
    let first = end.saturating_sub(MAX_REFERENCES);
    for (number, reference) in references[..end].iter().enumerate().skip(first).rev() {
        // Whoever is quoted in speech may be mentioned in it.
        let is_reachable = reference.quote.is_none() || reference.quote == question.quote().within;
        let is_told = is_reachable && !is_inside(question, reference, own.start(), own.end());
        if is_told
            && may_speak(question, reference.entity)
            && !question.source.contains(reference.tokens.start)
            && let Some(place) = add(&mut found, reference.entity)
        {
            found[place].reference.get_or_insert(number);
        }
    }
    let content_end = document.token_at(own.end());
    let behind = references.partition_point(|reference| reference.tokens.start < content_end);
    let near = references[behind..].iter().take_while(|reference| reference.tokens.start < content_end + AHEAD);
    for (number, reference) in near.enumerate().filter(|(_, reference)| reference.quote.is_none()) {
        if may_speak(question, reference.entity)
            && !question.source.contains(reference.tokens.start)
            && let Some(place) = add(&mut found, reference.entity)
        {
            found[place].ahead.get_or_insert(behind + number);
        }
    }
    for ago in 0..MAX_QUOTES {
        let Some(before) = question.id.number().checked_sub(ago + 1) else { break };
        let Some(speaker) = question.before[before].speaker else { continue };
        if let Some(place) = add(&mut found, speaker) {
            found[place].spoke.get_or_insert(ago);
        }
    }
    for candidate in &mut found {
        let own = coreference.references_of.of(candidate.entity);
        candidate.count = own.partition_point(|&number| (number as usize) < end);
    }
    found
}

/// Whether a reference stands between two bytes.
fn is_inside(question: &SpeakerQuestion, reference: &MentionContext, start: usize, end: usize) -> bool {
    let at = question.context.document.tokens[reference.tokens.start].span().start();
    start <= at && at < end
}

/// Whether an entity is of a kind that speaks, and `he` or `she` if the source is that.
fn may_speak(question: &SpeakerQuestion, entity: EntityId) -> bool {
    let entity = &question.context.coreference.clusters.entities[entity];
    // `the Belgian` is one person, not the people of that name.
    if question.class.is_description() && entity.kind == EntityKind::Group && entity.named {
        let document = question.context.document;
        return question.source.iter().all(|at| document.word(at) != entity.name);
    }
    if matches!(question.class, SourceClass::Pronoun(_)) && entity.kind != EntityKind::Person {
        // A name that the tagger takes for an organization's may be a person's.
        let words = entity.name.split_whitespace();
        let has_organization_word = words.clone().any(lexicon::nouns::is_organization_word);
        return entity.kind == EntityKind::Organization && words.count() > 1 && !has_organization_word && entity.named;
    }
    match entity.kind {
        EntityKind::Person | EntityKind::Organization | EntityKind::Group => true,
        EntityKind::Facility | EntityKind::Place => !entity.mentions.is_empty(),
        _ => !entity.named,
    }
}

/// Returns the paragraph of a token, by number.
pub fn paragraph(context: &SpeakerContext, token: TokenIndex) -> usize {
    context.document.paragraph_number(token)
}

/// Returns the quote before a quote that is not inside another one.
pub fn quote_before(question: &SpeakerQuestion) -> Option<QuoteId> {
    question.id.outer_before(question.context.quotes)
}

/// Whether the quote itself names an entity: few people speak of themselves by name.
pub fn is_in_content(question: &SpeakerQuestion, entity: EntityId) -> bool {
    let document = question.context.document;
    question.quote().content.iter().any(|&piece| {
        let inside = question.context.coreference.references_in(document.tokens_in(piece));
        inside.filter(|reference| !reference.pronoun).any(|reference| reference.entity == entity)
    })
}
