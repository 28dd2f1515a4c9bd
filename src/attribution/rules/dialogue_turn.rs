//! A paragraph that is all quote answers the question before it, or takes the next turn of a dialogue that began with one.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use super::super::own_paragraph::{fills_paragraph, has_words};
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronoun_class::{self, PronounClass};
use crate::coreference::pronouns::context::Agreement;
use crate::coreference::sources::referent::SourceReferent;
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::quotes::quote::{QuoteId, QuoteKind};
use crate::text::span::Span;
use crate::text::token_index::TokenRange;

/// The estimated precision.
const CONFIDENCE: f32 = 0.8;

/// How many turns of a dialogue are looked at for a question.
const MAX_TURNS: usize = 12;

/// How many quotes before a question are looked at for whom it is put to.
const MAX_QUOTES: usize = 6;

/// A paragraph that is all quote answers the question before it, or takes the next turn of a dialogue that began with one.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::NoSource = context.referent else { return None };
    let (document, quote) = (context.document, context.quote);
    if quote.within.is_some()
        || quote.kind != QuoteKind::Direct
        || !fills_paragraph(document, quote.extent_with_source())
    {
        return None;
    }
    let before = turn_before(context, context.id)?;
    let last = speaker(context, before)?;
    let turns = std::iter::successors(Some(before), |&turn| {
        turn_before(context, turn).filter(|_| fills_paragraph(document, context.quotes[turn].extent_with_source()))
    });
    let turns: Vec<QuoteId> = turns.take(MAX_TURNS).collect();
    let other = turns.get(1).and_then(|&turn| speaker(context, turn));
    let has_question = turns.iter().any(|&turn| context.quotes[turn].asks(document.text));
    let by_turns = other.filter(|&other| other != last && has_question);
    let entity = by_turns
        .or_else(|| context.quotes[before].asks(document.text).then(|| addressee(context, before, last)).flatten())?;
    Some(Attribution::given(entity, Basis::Continued, CONFIDENCE))
}

fn speaker(context: &QuoteContext, id: QuoteId) -> Option<EntityId> {
    context.before.get(id.number())?.speaker
}

/// Returns the quote that ends the paragraph before a quote's own.
fn turn_before(context: &QuoteContext, id: QuoteId) -> Option<QuoteId> {
    let document = context.document;
    let before = id.outer_before(context.quotes)?;
    let own = document.paragraph_number(document.token_at(context.quotes[id].extent().start()));
    let whole = context.quotes[before].extent_with_source();
    let last = document.token_at(whole.end()).checked_sub(1)?;
    let paragraph = document.paragraph_number(last);
    let end = document.span(document.paragraph_containing(last)).end();
    let is_last = whole.end() >= end || !has_words(document, Span::new(whole.end(), end));
    (paragraph + 1 == own && is_last).then_some(before)
}

/// Whom a question is put to: `asked Cole why he had left`, or whoever spoke before.
fn addressee(context: &QuoteContext, question: QuoteId, asker: EntityId) -> Option<EntityId> {
    let document = context.document;
    let quote = &context.quotes[question];
    let entities = &context.coreference.clusters.entities;
    let is_other = |entity: EntityId| entity != asker && entities[entity].kind == EntityKind::Person;
    let mut asked_about = None;
    if quote.kind != QuoteKind::Direct {
        let start = quote.cue.map_or(quote.extent().start(), Span::end);
        let tokens = document.tokens_in(Span::new(start.min(quote.extent().start()), quote.extent().end()));
        let mut inside = context.coreference.references_in(tokens);
        if let Some(reference) = inside.find(|reference| is_other(reference.entity)) {
            return Some(reference.entity);
        }
        asked_about = pronoun_in(context, tokens);
    }
    let goes_with = |entity: EntityId| {
        asked_about.is_none_or(|class| {
            let coreference = context.coreference;
            let agreement = agreement(&coreference.clusters, &coreference.gender_evidence, class, entity);
            !matches!(agreement, Agreement::Against | Agreement::Never | Agreement::Unlikely)
        })
    };
    let earlier = (0..question.number()).rev().take(MAX_QUOTES).map(QuoteId::new);
    earlier.filter_map(|id| speaker(context, id)).find(|&entity| is_other(entity) && goes_with(entity))
}

/// The first `he` or `she` among some tokens.
fn pronoun_in(context: &QuoteContext, tokens: TokenRange) -> Option<PronounClass> {
    let classes = tokens.iter().filter_map(|at| pronoun_class::of(&lexicon::to_lowercase(context.document.word(at))));
    classes.into_iter().find(|class| matches!(class, PronounClass::Person(_)))
}

#[cfg(test)]
mod tests {
    use crate::attribution::test_support::rules;

    #[test]
    fn whoever_is_asked_answers_and_turns_alternate() {
        let text = "Ann Cole, prosecuting, asked Tom Berg why he had left the yard.\n\n“I was cold and I wanted to go home.”\n\n\
                    “And did you go straight home afterwards?”\n\n“I went for a drink with my brother first.”";
        assert_eq!(rules(text)[1..], ["dialogue-turn"; 3]);
        let speech = "Ann Cole said the yard was closed.\n\n“I was cold and I wanted to go home.”\n\n\
                      “I went for a drink with my brother first.”";
        assert!(rules(speech).iter().all(|rule| *rule != "dialogue-turn"));
    }
}
