//! Recognizes quotes that are not worth reporting: names and titles in quotation marks, and mistakes of the tagger.

use super::non_quotations::{NonQuotationKind, non_quotation_kind};
use super::quote::{Quote, QuoteKind, QuoteOrigin};
use super::quoted_spans::QuotedSpan;
use crate::entities::mention::Mention;
use crate::lexicon;
use crate::lexicon::anonymity_phrases::is_anonymity_infinitive;
use crate::lexicon::reporting_verbs::{ReportingVerb, VerbClass, reporting_verb};
use crate::text::document::Document;
use crate::text::token_index::TokenIndex;

/// The fewest tokens of an indirect quote whose cue is no reporting verb.
const MIN_INDIRECT_TOKENS: usize = 3;

/// Returns whether a quote is not worth reporting; `threshold` is the least confidence of an indirect quote.
pub(super) fn is_implausible(
    document: &Document,
    quoted_spans: &[QuotedSpan],
    mentions: &[Mention],
    threshold: f32,
    quote: &Quote,
) -> bool {
    is_quoted_name(document, quoted_spans, mentions, quote)
        || is_doubtful_indirect(document, threshold, quote)
        || is_list_of_names(document, mentions, quote)
}

fn cue_verb(quote: &Quote) -> Option<ReportingVerb> {
    quote.cue_semantics.as_ref().and_then(|semantics| reporting_verb(&semantics.lemma))
}

/// Whether a tagged quote is a name or a title that no verb of speech introduces: `known as the “Fair Pay Act”`.
fn is_quoted_name(document: &Document, quoted_spans: &[QuotedSpan], mentions: &[Mention], quote: &Quote) -> bool {
    if quote.origin != QuoteOrigin::Tagger {
        return false;
    }
    let cue = quote.cue.map_or("", |cue| cue.slice(document.text));
    if ["known as", "titled", "nicknamed", "named"].iter().any(|naming| cue.ends_with(naming)) {
        return true;
    }
    let tokens = document.tokens_in(quote.extent());
    let first = quoted_spans.partition_point(|span| span.tokens.start < tokens.start);
    let inside = || quoted_spans[first..].iter().take_while(|span| span.tokens.end <= tokens.end);
    // `A friend of the so-called “fixers” said`
    let follows_so_called =
        |span: &QuotedSpan| span.tokens.start.checked_sub(1).is_some_and(|before| document.word(before) == "so-called");
    if inside().count() == 1 && inside().any(|span| span.tokens.end == tokens.end && follows_so_called(span)) {
        return true;
    }
    let verb = cue_verb(quote);
    let is_doubtful = match quote.kind {
        QuoteKind::Direct => verb.is_none_or(|verb| verb.class != VerbClass::Speech),
        QuoteKind::Mixed => verb.is_none(),
        QuoteKind::Indirect => false,
    };
    let is_name = |span: &QuotedSpan| {
        matches!(
            non_quotation_kind(document, span, mentions),
            NonQuotationKind::Title | NonQuotationKind::Name | NonQuotationKind::Translation
        )
    };
    is_doubtful && inside().next().is_some() && inside().all(is_name)
}

/// Whether a tagged quote in the reporter's words is probably wrong, or says nothing.
fn is_doubtful_indirect(document: &Document, threshold: f32, quote: &Quote) -> bool {
    if quote.kind != QuoteKind::Indirect || quote.origin != QuoteOrigin::Tagger {
        return false;
    }
    let content = quote.extent().slice(document.text);
    let is_empty = matches!(lexicon::to_lowercase(content).as_ref(), "it" | "nothing" | "so" | "this" | "that");
    // `A trader, who asked not to be named, said`
    let is_anonymity_request = is_anonymity_infinitive(content.strip_prefix("that ").unwrap_or(content));
    let is_short = || document.tokens_in(quote.extent()).len() < MIN_INDIRECT_TOKENS;
    is_empty || is_anonymity_request || quote.confidence < threshold || (is_short() && cue_verb(quote).is_none())
}

/// Whether an indirect quote without a source is the names of those who spoke: `Maria Gomez and Tom Hale spoke later`.
fn is_list_of_names(document: &Document, mentions: &[Mention], quote: &Quote) -> bool {
    let is_named = |token: TokenIndex| {
        let next = mentions.partition_point(|mention| mention.tokens.end <= token);
        mentions.get(next).is_some_and(|mention| mention.tokens.contains(token))
    };
    quote.kind == QuoteKind::Indirect
        && quote.source.is_none()
        && quote.cue.is_some_and(|cue| quote.extent().end() <= cue.start())
        && document
            .tokens_in(quote.extent())
            .iter()
            .all(|token| matches!(document.word(token), "and" | ",") || is_named(token))
}
