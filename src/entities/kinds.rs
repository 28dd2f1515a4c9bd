//! What a name stands for, where the tagger's class leaves it open.

use super::mention::EntityKind;
use super::tagger::labels::{Class, Tagged};
use crate::lexicon;
use crate::text::document::Document;
use crate::text::tokens::TokenKind;

const EVENT_WORDS: &[&str] = &[
    "Awards",
    "Championship",
    "Convention",
    "Cup",
    "Day",
    "Election",
    "Festival",
    "Games",
    "Olympics",
    "Open",
    "Revolution",
    "Spring",
    "Summit",
    "War",
];
/// Events that are named after places.
const HELD: &[&str] = &["Cup", "Election", "Festival", "Games", "Olympics", "Summit", "War"];
const LANGUAGES: &[&str] = &[
    "Arabic",
    "Bengali",
    "Cantonese",
    "Chinese",
    "Dutch",
    "English",
    "Farsi",
    "French",
    "German",
    "Greek",
    "Hebrew",
    "Hindi",
    "Italian",
    "Japanese",
    "Korean",
    "Kurdish",
    "Latin",
    "Malay",
    "Mandarin",
    "Pashto",
    "Persian",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Russian",
    "Spanish",
    "Swahili",
    "Tamil",
    "Tibetan",
    "Turkish",
    "Ukrainian",
    "Urdu",
    "Vietnamese",
    "Yiddish",
];
const LAW_WORDS: &[&str] =
    &["Accord", "Act", "Agreement", "Amendment", "Constitution", "Convention", "Protocol", "Treaty"];

/// The kind of a mention: its class, or what its words say where the class holds several kinds.
pub(super) fn refine(document: &Document, tagged: &Tagged) -> EntityKind {
    let tokens = tagged.tokens.clone();
    let words = || tokens.clone().map(|at| document.word(at));
    match tagged.class {
        Class::Date if words().any(super::times_of_day::is_clock) => EntityKind::Time,
        Class::Other if words().all(|word| lexicon::is_calendar_name(&lexicon::to_lowercase(word))) => EntityKind::Date,
        Class::Other if words().any(|word| EVENT_WORDS.contains(&word)) => EntityKind::Event,
        Class::Other if words().any(|word| LAW_WORDS.contains(&word)) => EntityKind::Law,
        Class::Other if tokens.len() == 1 && words().all(|word| LANGUAGES.contains(&word)) => EntityKind::Language,
        Class::Group
            if tokens.len() == 1 && words().all(|word| LANGUAGES.contains(&word)) && speaks(document, tokens.start) =>
        {
            EntityKind::Language
        }
        Class::Other if stands_in_marks(document, tagged) => EntityKind::Work,
        // `Brussels Summit`, named after where it is.
        Class::Place if tokens.len() > 1 && words().next_back().is_some_and(|word| HELD.contains(&word)) => {
            EntityKind::Event
        }
        class => class.kind(),
    }
}

/// Whether the words before make a language of what follows.
fn speaks(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(document.word(before), "speak" | "speaks" | "spoke" | "speaking" | "learn" | "learned" | "fluent")
            && document
                .tokens
                .get(at + 1)
                .is_none_or(|next| next.kind != TokenKind::Word || next.of(document.text).starts_with("and"))
    })
}

fn stands_in_marks(document: &Document, tagged: &Tagged) -> bool {
    let mark = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuotationMark);
    let closing = mark(tagged.tokens.end) || (mark(tagged.tokens.end + 1) && document.word(tagged.tokens.end) == ",");
    tagged.tokens.start.checked_sub(1).is_some_and(mark) && closing
}
