//! Whether two people take turns, each in a paragraph of their own.

use super::super::own_paragraph::fills_paragraph;
use super::SpeakerQuestion;
use super::candidates::{paragraph, quote_before};
use crate::coreference::entity::EntityId;
use crate::quotes::quote::QuoteId;

/// How a quote goes with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialogue {
    /// Whether the quote before asks, whether this quote is a paragraph of its own, and whether that one is.
    form: [bool; 3],
    /// How many paragraphs lie between them, at most 2.
    paragraphs: u64,
    /// The speaker of the quote before.
    last: Option<EntityId>,
    /// The speaker of the last quote that somebody else spoke before it.
    other: Option<EntityId>,
}

impl Dialogue {
    /// Compares a quote with the one before it, if there is one.
    pub fn of(question: &SpeakerQuestion) -> Option<Self> {
        let before = quote_before(question)?;
        let context = &question.context;
        let document = context.document;
        let (own, other) = (question.quote(), &context.quotes[before]);
        let asks = other.is_question(document.text);
        let paragraphs = paragraph(context, document.token_at(own.extent().start()))
            .saturating_sub(paragraph(context, document.token_at(other.extent().end().saturating_sub(1))));
        Some(Self {
            form: [asks, fills_paragraph(document, own.extent()), fills_paragraph(document, other.extent())],
            paragraphs: paragraphs.min(2) as u64,
            last: question.speaker(before),
            other: before_that(question, before).and_then(|earlier| question.speaker(earlier)),
        })
    }

    /// Returns the number of the dialogue's form, and of the part that a candidate has in it.
    pub fn exchange(&self, candidate: EntityId) -> u64 {
        let parts = [self.last, self.other].map(|speaker| speaker == Some(candidate));
        let flags = self.form.iter().chain(&parts).fold(1, |number, &flag| number * 2 + u64::from(flag));
        flags * 3 + self.paragraphs
    }
}

/// Returns the last quote before another one whose speaker is somebody else, or is not known.
fn before_that(question: &SpeakerQuestion, quote: QuoteId) -> Option<QuoteId> {
    let own = question.speaker(quote);
    let earlier = (0..quote.number()).rev().map(QuoteId::new).take(MAX_QUOTES);
    earlier.filter(|&id| question.context.quotes[id].within.is_none()).find(|&id| question.speaker(id) != own)
}

/// How many quotes are looked at for the other party.
const MAX_QUOTES: usize = 4;
