//! What the words of a quote, and of the one before it, tell of who says it: nobody speaks of himself as `he`, and who has
//! asked does not answer.

use super::SpeakerQuestion;
use super::candidates::quote_before;
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronoun_class::{self, PronounClass};
use crate::lexicon;
use crate::quotes::quote::{Quote, QuoteId};
use crate::text::token_index::TokenRange;

/// How many tokens of a quote are read.
const MAX_TOKENS: usize = 60;

/// What the words of a quote tell, whoever says it.
pub struct QuoteContent {
    /// The first `he` or `she` in it.
    spoken_of: Option<PronounClass>,
    /// The entities that pronouns in it refer to.
    referents: Vec<EntityId>,
    /// 0 for neither, 1 for `I`, 2 for `we`, 3 for both.
    pub first_person: u64,
    /// Whether it asks.
    is_question: bool,
    /// How many of the quotes around it have no source.
    pub sourceless: u64,
    /// The quote before, if it asks, and the entities mentioned beside it.
    asked: Option<(QuoteId, Vec<EntityId>)>,
}

impl QuoteContent {
    /// Reads the words of a quote.
    pub fn of(question: &SpeakerQuestion) -> Self {
        let document = question.context.document;
        let references = &question.context.coreference.references;
        let mut content = Self {
            spoken_of: None,
            referents: Vec::new(),
            first_person: 0,
            is_question: question.quote().is_question(document.text),
            sourceless: sourceless_neighbours(question),
            asked: None,
        };
        let pieces = question.quote().content.iter().map(|&piece| document.tokens_in(piece));
        for token in pieces.flat_map(TokenRange::iter).take(MAX_TOKENS) {
            let word = lexicon::to_lowercase(document.word(token));
            let word = word.split(['\'', '’']).next().unwrap_or_default();
            match word {
                "i" | "my" | "me" => content.first_person |= 1,
                "we" | "our" | "us" => content.first_person |= 2,
                _ => {}
            }
            let Some(class @ PronounClass::Person(_)) = pronoun_class::of(word) else { continue };
            content.spoken_of = content.spoken_of.or(Some(class));
            let at = references.partition_point(|reference| reference.tokens.start < token);
            let own = references.get(at).filter(|reference| reference.tokens.start == token);
            content.referents.extend(own.map(|reference| reference.entity));
        }
        content.asked = quote_before(question).and_then(|before| asked(question, before));
        content
    }

    /// How a candidate goes with the first `he` or `she` in the quote; 0 where there is none.
    pub fn agreement(&self, question: &SpeakerQuestion, candidate: EntityId) -> u64 {
        let Some(class) = self.spoken_of else { return 0 };
        let coreference = question.context.coreference;
        let entity = &coreference.clusters.entities[candidate];
        if !class.admits(entity.kind) {
            return 1;
        }
        2 + agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate).feature_number()
    }

    /// Whether a pronoun in the quote refers to a candidate: 0 where there is none, 1 where it refers to somebody else.
    pub fn spoken_of(&self, candidate: EntityId) -> u64 {
        match self.spoken_of {
            None => 0,
            Some(_) => 1 + u64::from(self.referents.contains(&candidate)),
        }
    }

    /// Whether the quote and the one before ask, and whether a candidate asked there, or is mentioned there.
    pub fn question(&self, question: &SpeakerQuestion, candidate: EntityId) -> u64 {
        let part = self.asked.as_ref().map_or(0, |(before, mentioned)| {
            if question.speaker(*before) == Some(candidate) { 1 } else { 2 + u64::from(mentioned.contains(&candidate)) }
        });
        u64::from(self.is_question) + 2 * part
    }
}

/// How many quotes on each side are looked at for sources.
const MAX_NEIGHBOURS: usize = 5;

/// How many of the quotes around a quote have no source: many where the article reports a dialogue; at most 7.
fn sourceless_neighbours(question: &SpeakerQuestion) -> u64 {
    let quotes = question.context.quotes;
    let own = question.id.number();
    let near = own.saturating_sub(MAX_NEIGHBOURS)..quotes.len().min(own + MAX_NEIGHBOURS + 1);
    let is_sourceless = |quote: &Quote| quote.source.is_none() && quote.within.is_none();
    near.filter(|&number| number != own && is_sourceless(&quotes[QuoteId::new(number)])).count().min(7) as u64
}

/// Returns a quote that asks, and the entities mentioned in it and its source phrase.
fn asked(question: &SpeakerQuestion, id: QuoteId) -> Option<(QuoteId, Vec<EntityId>)> {
    let document = question.context.document;
    let quote = &question.context.quotes[id];
    if !quote.asks(document.text) {
        return None;
    }
    let whole = document.tokens_in(quote.extent());
    let own = question.context.coreference.references_in(whole);
    Some((id, own.take(MAX_TOKENS).map(|reference| reference.entity).collect()))
}
