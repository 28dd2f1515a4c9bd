//! Quotes within quotes.

use super::builder::QuoteBuilder;
use super::quote::{Quote, QuoteId, QuoteKind};
use super::quoted_spans::QuotedSpan;
use crate::text::document::Document;

/// How many quotes before another one are searched for the one that encloses it.
const MAX_DISTANCE: usize = 16;

/// Finds quotes with a cue inside quoted spans: `“He said ‘no’ to me,” she said`.
pub(super) fn find_nested_quotes(document: &Document, quoted_spans: &[QuotedSpan]) -> Vec<Quote> {
    let has_inner = |number: usize, outer: &QuotedSpan| {
        let inside = quoted_spans[number + 1..].iter().take_while(|inner| inner.tokens.start < outer.tokens.end);
        inside.into_iter().any(|inner| inner.depth == outer.depth + 1)
    };
    let mut quotes = Vec::new();
    for (_, outer) in quoted_spans.iter().enumerate().filter(|(number, outer)| has_inner(*number, outer)) {
        let mut builder = QuoteBuilder::new(document, quoted_spans, None);
        builder.add_tokens(outer.inner(), outer.depth + 1, false);
        // What stands before inner marks is rarely a part of what they quote: `I think he knows ‘no’`.
        let begins_quoted = |quote: &Quote| quote.extent().slice(document.text).starts_with(['‘', '“']);
        let is_clause = |quote: &Quote| quote.extent().slice(document.text).starts_with("that ");
        let is_nested = |quote: &Quote| {
            quote.cue.is_some()
                && match quote.kind {
                    QuoteKind::Direct => true,
                    QuoteKind::Mixed => begins_quoted(quote) || is_clause(quote),
                    QuoteKind::Indirect => false,
                }
        };
        quotes.extend(builder.quotes.into_iter().filter(is_nested));
    }
    quotes
}

/// Sets for each quote the one that it lies in; the quotes are sorted.
pub(super) fn set_enclosing_quotes(quotes: &mut [Quote]) {
    for inner in 0..quotes.len() {
        let span = quotes[inner].extent();
        let encloses =
            |outer: QuoteId| quotes[outer].content.iter().any(|piece| piece.contains(span) && *piece != span);
        quotes[inner].within = (0..inner).rev().take(MAX_DISTANCE).map(QuoteId::new).find(|&outer| encloses(outer));
    }
}
