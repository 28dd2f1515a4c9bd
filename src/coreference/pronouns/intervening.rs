//! The tokens between a pronoun and a mention, as evidence of the sentence structure.

use super::super::entity::EntityId;
use super::context::{MentionContext, PronounContext};
use super::grammatical_role::GrammaticalRole;
use crate::lexicon;
use crate::text::document::Document;
use crate::text::token_index::TokenRange;

/// Returns which kinds of connective are between two tokens of a sentence, one bit each: commas, conjunctions, relative
/// pronouns, verbs.
pub fn connectives(document: &Document, between: TokenRange) -> u64 {
    let mut connectives = 0u64;
    for at in between.iter().take(40) {
        let word = lexicon::to_lowercase(document.word(at));
        connectives |= match word.as_ref() {
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
    connectives
}

/// Returns the subject of a sentence that opens with a fronted phrase or clause, which a pronoun in it may refer to:
/// `During her stay, Jane Doe sang`.
pub fn cataphora_antecedent(
    document: &Document,
    pronoun: &PronounContext,
    ahead: &[MentionContext],
) -> Option<EntityId> {
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
    let subject = ahead.first().filter(|_| fronted)?;
    let behind_comma = TokenRange::new(subject.tokens.start.saturating_sub(3), subject.tokens.start)
        .iter()
        .any(|at| document.word(at) == ",");
    (behind_comma && subject.role == GrammaticalRole::Subject).then_some(subject.entity)
}

/// Returns whether no clause boundary is between two tokens of a sentence.
pub fn has_no_clause_boundary(document: &Document, between: TokenRange) -> bool {
    between
        .iter()
        .take(40)
        .all(|at| !matches!(document.word(at), "," | ";" | ":" | "and" | "that" | "who" | "while" | "when" | "as"))
}
