//! Whether two people speak by turns, each in a paragraph of his own.

use super::SpeakerQuestion;
use super::candidates::{SpeakerCandidate, paragraph, quote_before};
use crate::quotes::quote::{Quote, QuoteId};
use crate::text::span::Span;

/// How a quote goes with the one before it, seen by one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialogue {
    /// Whether the quote before asks, whether each of the two is a paragraph of its own, and whether the candidate
    /// spoke in it or in the quote before that.
    pub exchange: u64,
}

impl Dialogue {
    /// Compares a quote with the one before it.
    pub fn of(question: &SpeakerQuestion, candidate: &SpeakerCandidate) -> Self {
        let Some(before) = quote_before(question) else { return Self { exchange: 0 } };
        let context = &question.context;
        let document = context.document;
        let (own, other) = (question.quote(), &context.quotes[before]);
        let asks = other.content.last().is_some_and(|&piece| ends_with_question(piece.slice(document.text)));
        let near = paragraph(context, document.token_at(own.extent().start))
            .saturating_sub(paragraph(context, document.token_at(other.extent().end.saturating_sub(1))))
            .min(2) as u64;
        let alone = is_paragraph(question, own);
        let other_alone = is_paragraph(question, other);
        let spoke = speaker(question, before) == Some(candidate.entity);
        let spoke_earlier = before_that(question, before).and_then(|earlier| speaker(question, earlier));
        let earlier = spoke_earlier == Some(candidate.entity);
        let flags = [asks, alone, other_alone, spoke, earlier];
        let flags = flags.iter().fold(1, |number, &flag| number * 2 + u64::from(flag));
        Self { exchange: flags * 3 + near }
    }
}

fn ends_with_question(content: &str) -> bool {
    content.trim_end_matches(['”', '’', '"', '\'']).ends_with('?')
}

/// The most bytes without letters that may stand beside a quote in its paragraph.
const MAX_GAP: usize = 1000;

/// Whether a quote and its source are all that stands in its paragraph.
fn is_paragraph(question: &SpeakerQuestion, quote: &Quote) -> bool {
    let document = question.context.document;
    let extent = quote.extent();
    let whole = document.paragraph_containing(document.token_at(extent.start));
    let start = document.tokens[whole.start].span.start;
    let end = document.span(whole).end;
    let is_open = |gap: Span| gap.end - gap.start > MAX_GAP || gap.slice(document.text).contains(char::is_alphanumeric);
    extent.start >= start
        && extent.end <= end
        && !is_open(Span::new(start, extent.start))
        && !is_open(Span::new(extent.end, end))
}

fn speaker(question: &SpeakerQuestion, quote: QuoteId) -> Option<crate::coreference::entity::EntityId> {
    question.before.get(quote.number()).and_then(|attribution| attribution.speaker)
}

/// Returns the last quote before another one whose speaker is somebody else, or is not known.
fn before_that(question: &SpeakerQuestion, quote: QuoteId) -> Option<QuoteId> {
    let own = speaker(question, quote);
    let earlier = (0..quote.number()).rev().map(QuoteId::new).take(MAX_QUOTES);
    earlier.filter(|&id| question.context.quotes[id].within.is_none()).find(|&id| speaker(question, id) != own)
}

/// How many quotes are looked at for the other party.
const MAX_QUOTES: usize = 4;
