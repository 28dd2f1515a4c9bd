//! First-person pronouns in direct quotes: mentions of the speaker.

use super::basis::Attribution;
use crate::coreference::entity::EntityId;
use crate::coreference::pronouns::speech::Speech;
use crate::quotes::quote::{Quote, QuoteKind};
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;

/// Returns the first-person pronouns of direct quotes, each with the speaker that it refers to.
pub fn mentions(
    document: &Document,
    quotes: &[Quote],
    speech: &Speech,
    attributions: &[Attribution],
) -> Vec<(Span, EntityId)> {
    let mut found = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
        for token in quote.content.iter().flat_map(|&piece| document.tokens_in(piece)) {
            let word = document.word(token);
            let singular = matches!(word, "I" | "me" | "Me" | "my" | "My" | "mine" | "myself")
                || ["I’", "I'"].iter().any(|begin| word.starts_with(begin));
            let plural = matches!(word, "we" | "We" | "us" | "our" | "Our" | "ours" | "ourselves");
            if !singular && !plural {
                continue;
            }
            let span = document.tokens[token].span();
            let Some(speaker) = speech.quote_at(span.start()).and_then(|inner| attributions[inner].speaker) else {
                continue;
            };
            if singular || plural && speech.is_collective(speaker) {
                let letters = if singular && word.starts_with('I') { 1 } else { word.len() };
                found.push((Span::new(span.start(), span.start() + letters), speaker));
            }
        }
    }
    sorting::sort_by_key(&mut found, |&(span, speaker)| [span.start(), span.end(), speaker.number()]);
    found.dedup();
    found
}
