//! The kinds of mentions, where the tagger's class comprises several.

use super::mention::EntityKind;
use super::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon::{self, entity_words};
use crate::text::document::Document;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;

/// Returns the kind of a mention: that of its class, or the one that its words tell.
pub(super) fn entity_kind(document: &Document, tagged: &TaggedMention) -> EntityKind {
    let tokens = tagged.tokens;
    let words = || tokens.iter().map(|at| document.word(at));
    match tagged.class {
        EntityClass::Date if words().any(super::times_of_day::is_time_word) => EntityKind::Time,
        EntityClass::Other if words().all(|word| lexicon::is_calendar_name(&lexicon::to_lowercase(word))) => {
            EntityKind::Date
        }
        EntityClass::Other if words().any(entity_words::is_event_word) => EntityKind::Event,
        EntityClass::Other if words().any(entity_words::is_law_word) => EntityKind::Law,
        EntityClass::Other if tokens.len() == 1 && words().all(entity_words::is_language) => EntityKind::Language,
        EntityClass::Group
            if tokens.len() == 1 && words().all(entity_words::is_language) && is_spoken(document, tokens.start) =>
        {
            EntityKind::Language
        }
        EntityClass::Other if is_in_quotation_marks(document, tagged) => EntityKind::Work,
        // `Brussels Summit`, named after its place.
        EntityClass::Place if tokens.len() > 1 && words().next_back().is_some_and(entity_words::is_held_event) => {
            EntityKind::Event
        }
        class => class.kind(),
    }
}

/// Returns whether the context makes a language of a word: `speaks French`.
fn is_spoken(document: &Document, at: TokenIndex) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(document.word(before), "speak" | "speaks" | "spoke" | "speaking" | "learn" | "learned" | "fluent")
            && document
                .token(at + 1)
                .is_none_or(|next| next.kind != TokenKind::Word || next.text(document.text).starts_with("and"))
    })
}

/// Returns whether a mention is in quotation marks, as titles of works are.
fn is_in_quotation_marks(document: &Document, tagged: &TaggedMention) -> bool {
    let mark = |at: TokenIndex| document.token(at).is_some_and(|token| token.kind == TokenKind::QuotationMark);
    let closing = mark(tagged.tokens.end) || (mark(tagged.tokens.end + 1) && document.word(tagged.tokens.end) == ",");
    tagged.tokens.start.checked_sub(1).is_some_and(mark) && closing
}
