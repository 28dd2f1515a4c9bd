//! What stands between two places of a sentence, as far as its small words tell.

use super::super::entity::EntityId;
use super::context::{MentionContext, PronounContext};
use super::grammatical_role::GrammaticalRole;
use crate::lexicon;
use crate::text::document::Document;
use crate::text::token_index::TokenRange;

/// What joins two places of one sentence: commas, joining words, relative pronouns, verbs.
pub fn path(document: &Document, between: TokenRange) -> u64 {
    let mut path = 0u64;
    for at in between.iter().take(40) {
        let word = lexicon::to_lowercase(document.word(at));
        path |= match word.as_ref() {
            "," | "(" | "—" | "–" => 1,
            "and" | "or" => 2,
            "but" | "while" | "although" | "though" => 4,
            "who" | "whom" | "whose" | "which" => 8,
            "that" | "if" | "whether" => 16,
            "when" | "after" | "before" | "because" | "as" | "since" | "until" => 32,
            ":" | ";" => 64,
            word if lexicon::is_auxiliary(word) || word.ends_with("ed") => 128,
            _ => 0,
        };
    }
    path
}

/// Whose doing a sentence tells that opens with something else: `During her stay, Jane Doe sang`.
pub fn host(document: &Document, pronoun: &PronounContext, ahead: &[MentionContext]) -> Option<EntityId> {
    let opening = document.sentences[pronoun.sentence].start;
    let opening = if matches!(document.word(opening), "“" | "\"" | "``" | "‘") { opening + 1 } else { opening };
    let first = lexicon::to_lowercase(document.word(opening));
    let fronted = lexicon::is_preposition(&first)
        || matches!(
            first.as_ref(),
            "when" | "while" | "although" | "though" | "because" | "if" | "once" | "despite" | "upon" | "unlike" | "as"
        )
        || first.ends_with("ing")
        || first.ends_with("ed");
    let host = ahead.first().filter(|_| fronted)?;
    let behind_comma = TokenRange::new(host.tokens.start.saturating_sub(3), host.tokens.start)
        .iter()
        .any(|at| document.word(at) == ",");
    (behind_comma && host.role == GrammaticalRole::Subject).then_some(host.entity)
}

/// Whether a clause ends between two places of a sentence.
pub fn is_open(document: &Document, between: TokenRange) -> bool {
    between
        .iter()
        .take(40)
        .all(|at| !matches!(document.word(at), "," | ";" | ":" | "and" | "that" | "who" | "while" | "when" | "as"))
}
