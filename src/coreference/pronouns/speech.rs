//! The quotes of an article, indexed for resolution.

use rustc_hash::FxHashSet;

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use crate::entities::mention::EntityKind;
use crate::quotes::quote::{Quote, QuoteId, QuoteKind};
use crate::sorting;
use crate::text::punctuation::is_quotation_mark;
use crate::text::span::Span;

/// The quotes of an article, indexed by position.
pub struct Speech {
    /// The pieces of direct quotes, sorted, each with its quote.
    pieces: Vec<(Span, QuoteId)>,
    /// The pieces of all other quotes, sorted.
    reported: Vec<Span>,
    /// The sources, sorted, each with its quote and whether that is a direct one.
    sources: Vec<(Span, QuoteId, bool)>,
    /// The content of the quotes that have a source, each piece with the source, sorted by the start of the source.
    said: Vec<(Span, Span)>,
    /// For each quote, the speaker, if its source resolves without a pronoun.
    pub named: Vec<Option<EntityId>>,
    /// The speakers that are not single people.
    collective: FxHashSet<EntityId>,
}

impl Speech {
    /// Indexes quotes; `named` contains the speaker of each quote whose source resolves without a pronoun.
    pub fn new(text: &str, quotes: &[Quote], named: Vec<Option<EntityId>>, clusters: &Clusters) -> Self {
        let direct = QuoteId::enumerate(quotes).filter(|(_, quote)| quote.kind == QuoteKind::Direct);
        let mut pieces: Vec<(Span, QuoteId)> =
            direct.flat_map(|(id, quote)| quote.content.iter().map(move |&span| (span, id))).collect();
        sorting::sort_by_key(&mut pieces, |&(span, id)| [span.start(), span.end(), id.number()]);
        let others = quotes.iter().filter(|quote| quote.kind != QuoteKind::Direct);
        let mut reported: Vec<Span> = others.flat_map(|quote| quote.content.iter().copied()).collect();
        sorting::sort_spans(&mut reported);
        let mut sources = Vec::with_capacity(quotes.len());
        let mut said = Vec::with_capacity(quotes.iter().map(|quote| quote.content.len()).sum());
        for (id, quote) in QuoteId::enumerate(quotes) {
            if let Some(source) = quote.source {
                sources.push((source, id, quote.kind == QuoteKind::Direct));
                // The unquoted pieces of a mixed quote are less reliable.
                let marked =
                    |piece: &Span| quote.kind != QuoteKind::Mixed || piece.slice(text).starts_with(is_quotation_mark);
                said.extend(quote.content.iter().copied().filter(marked).map(|piece| (source, piece)));
            }
        }
        sorting::sort_by_key(&mut sources, |&(source, ..)| [source.start(), source.end(), 0]);
        sorting::sort_by_key(&mut said, |&(source, _)| [source.start(), 0, 0]);
        pieces.shrink_to_fit();
        reported.shrink_to_fit();
        sources.shrink_to_fit();
        said.shrink_to_fit();
        let collective = |entity: &EntityId| clusters.entities[*entity].kind != EntityKind::Person;
        let collective = named.iter().flatten().copied().filter(collective).collect();
        Self { pieces, reported, sources, said, named, collective }
    }

    /// Returns whether a speaker is not a single person.
    pub fn is_collective(&self, entity: EntityId) -> bool {
        self.collective.contains(&entity)
    }

    /// Returns the innermost direct quote that contains an offset, searching the last few that start before it.
    pub fn quote_at(&self, at: usize) -> Option<QuoteId> {
        let near = sorting::last_starting_by(&self.pieces, at, |piece| piece.0.start());
        near.iter().rev().find(|piece| at < piece.0.end()).map(|piece| piece.1)
    }

    /// Returns whether an offset is inside an indirect or mixed quote.
    pub fn is_reported(&self, at: usize) -> bool {
        sorting::last_starting_by(&self.reported, at, |piece| piece.start()).iter().any(|piece| at < piece.end())
    }

    /// Returns whether a mention of an entity, or a pronoun, is a source or its head, and not merely part of one.
    pub fn is_source(&self, span: Span, entity: Option<EntityId>) -> bool {
        let next = self.sources.partition_point(|(source, ..)| source.start() <= span.start());
        let inside =
            next > 0 && self.sources[next - 1].0.contains(span) && self.named[self.sources[next - 1].1] == entity;
        // `Jane Doe, an expert on bees, called`: the source is the apposition.
        let apposed = self.sources.get(next).is_some_and(|&(source, quote, _)| {
            entity.is_some() && self.named[quote] == entity && source.start() <= span.end() + ", ".len()
        });
        inside || apposed
    }

    /// Returns the same for sources of direct quotes.
    pub fn is_quoted(&self, span: Span, entity: Option<EntityId>) -> bool {
        let next = self.sources.partition_point(|(source, ..)| source.start() <= span.start());
        self.is_source(span, entity)
            && next > 0
            && starting_at(&self.sources, self.sources[next - 1].0.start(), |source| source.0)
                .iter()
                .any(|source| source.2)
    }

    /// Returns the quotes whose source starts at an offset.
    pub fn quotes_of(&self, start: usize) -> impl Iterator<Item = QuoteId> {
        starting_at(&self.sources, start, |source| source.0).iter().map(|source| source.1)
    }

    /// Returns the content of the quotes whose source starts at an offset, each piece behind its source.
    pub fn said(&self, start: usize) -> &[(Span, Span)] {
        starting_at(&self.said, start, |said| said.0)
    }
}

/// Returns those of some sorted items whose source starts at an offset.
fn starting_at<T>(items: &[T], start: usize, source: impl Fn(&T) -> Span) -> &[T] {
    let items = &items[items.partition_point(|item| source(item).start() < start)..];
    &items[..items.partition_point(|item| source(item).start() == start)]
}
