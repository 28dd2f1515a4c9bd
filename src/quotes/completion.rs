//! Completes quotes: confidence, the meaning of the cue, anonymity of the source.

use super::anonymity::AnonymityRequests;
use super::confidence::Confidence;
use super::cue_semantics::interpret_cue;
use super::quote::Quote;
use crate::entities::mention::{EntityKind, Mention};
use crate::text::document::Document;
use crate::text::span::Span;

/// Sets what follows from a quote's content, cue and source.
pub(super) fn complete_quote(
    document: &Document,
    mentions: &[Mention],
    confidence: &Confidence,
    requests: &mut AnonymityRequests,
    quote: &mut Quote,
) {
    quote.confidence = confidence.calibrate(quote);
    quote.cue_semantics = quote.cue.map(|cue| interpret_cue(document, document.tokens_in(cue)));
    // `Asked whether it was so, Doe said no`: Doe did not ask.
    let is_passive = |cue: &Span| matches!(cue.slice(document.text), "Asked" | "Pressed" | "Questioned");
    if let Some(cue) = quote.cue.filter(is_passive) {
        quote.source = quote.source.filter(|source| source.end() <= cue.start());
    }
    let Some(source) = quote.source else { return };
    let first = mentions.partition_point(|mention| mention.span.end() <= source.start());
    let has_person = mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start() < source.end())
        .any(|mention| mention.kind == EntityKind::Person);
    let sentence = document.sentence_containing(document.token_at(source.start()));
    quote.anonymity = requests.find(document, source, document.span(sentence), has_person);
}
