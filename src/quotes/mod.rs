//! Fifth stage: quotes, each with its content, its cue and its source.
//!
//! [`find_quotes_with`] shows the steps; the modules below are in their order.

pub mod quote;
pub mod quote_candidate;

pub mod name_tags;

pub mod quoted_spans;

mod turns;

pub mod datelines;

pub mod collapsed_sentence;
mod following_attribution;

pub mod rules;

pub mod tagger;

mod sentence_quotes;
mod signatures;

mod builder;

mod nesting;

mod anonymity;
mod completion;
pub mod confidence;
pub mod cue_semantics;

mod implausible_quotes;

pub mod non_quotations;

use crate::entities::mention::Mention;
use crate::sorting;
use crate::text::Document;
use crate::vocabulary::Vocabulary;
use anonymity::AnonymityRequests;
pub use builder::QuoteCache;
use builder::{QuoteBuilder, TaggerInputs};
use name_tags::NameTags;
use non_quotations::NonQuotation;
use quote::Quote;
use tagger::model::{QUOTE_MODEL, QuoteModel};

/// The quotes of a document, and its quoted spans that are not quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundQuotes {
    /// All quotes, in the order in which they begin.
    pub quotes: Vec<Quote>,
    /// Quoted spans that are not speech, in the order of the text.
    pub non_quotations: Vec<NonQuotation>,
}

/// Finds the quotes of a document.
#[cfg(any(test, feature = "training"))]
pub fn find_quotes(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention]) -> FoundQuotes {
    find_quotes_with(document, vocabulary, mentions, &QUOTE_MODEL, &mut QuoteCache::default())
}

/// Finds the quotes of a document; `cache` holds results of earlier documents with the same vocabulary.
pub fn find_quotes_cached(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    cache: &mut QuoteCache,
) -> FoundQuotes {
    find_quotes_with(document, vocabulary, mentions, &QUOTE_MODEL, cache)
}

/// Finds the quotes of a document with a model of one's own, for which `cache` must have been used before, if at all.
pub fn find_quotes_with(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    model: &QuoteModel,
    cache: &mut QuoteCache,
) -> FoundQuotes {
    cache.start_document(document.tokens.len());
    let names = NameTags::new(document.tokens.len(), mentions);
    let quoted_spans = quoted_spans::pair_quotation_marks(document);
    let turns = turns::find_turns(document, mentions);

    let tagger = TaggerInputs { vocabulary, names: &names, model, cache };
    let mut builder = QuoteBuilder::new(document, &quoted_spans, Some(tagger));
    for (number, (paragraph, turn)) in document.paragraphs.iter().zip(&turns).enumerate() {
        if !paragraph.holds_speech() {
            continue;
        }
        match turn {
            Some(turn) => builder.add_turn(number, turn),
            None => builder.add_paragraph(number),
        }
    }
    let mut quotes = builder.quotes;
    drop((names, turns));
    let nested = nesting::find_nested_quotes(document, &quoted_spans);
    quotes.reserve_exact(nested.len());
    quotes.extend(nested);
    quotes.retain(|quote| !quote.content.is_empty());
    sorting::sort_by_key(&mut quotes, |quote| [quote.extent().start(), usize::MAX - quote.extent().end(), 0]);

    let mut requests = AnonymityRequests::default();
    for quote in &mut quotes {
        quote.content.shrink_to_fit();
        completion::complete_quote(document, mentions, &model.confidence, &mut requests, quote);
    }
    let threshold = model.confidence.threshold;
    quotes.retain(|quote| !implausible_quotes::is_implausible(document, &quoted_spans, mentions, threshold, quote));
    quotes.shrink_to_fit();
    nesting::set_enclosing_quotes(&mut quotes);

    let non_quotations = non_quotations::find_non_quotations(document, &quoted_spans, mentions, &quotes);
    FoundQuotes { quotes, non_quotations }
}
