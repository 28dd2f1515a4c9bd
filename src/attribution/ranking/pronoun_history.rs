//! Which pronouns have referred to a candidate elsewhere in the article: whoever was `she` once is not `he` now.

use super::SpeakerQuestion;
use super::source_class::SourceClass;
use crate::coreference::entity::EntityId;
use crate::coreference::pronoun_class::{self, PronounClass};
use crate::coreference::sources::referent::SourceReferent;
use crate::lexicon;
use crate::quotes::quote::QuoteId;
use crate::text::token_index::TokenIndex;

/// How many references and quotes are looked at, on each side.
const MAX_LOOKED_AT: usize = 16;

/// Whether pronouns of the source's class, and of the other one, refer to a candidate elsewhere: 0 for none of them, and
/// for sources that are no pronoun; 1 for the same class only, 2 for the other one only, 3 for both.
pub fn pronoun_history(question: &SpeakerQuestion, candidate: EntityId) -> u64 {
    let SourceClass::Pronoun(wanted) = question.class else { return 0 };
    let coreference = question.context.coreference;
    let own = coreference.references_of.of(candidate);
    let reference = |&number: &u32| &coreference.references[number as usize];
    let here = own.partition_point(|number| reference(number).tokens.start < question.anchor);
    let near = own[here.saturating_sub(MAX_LOOKED_AT)..].iter().take(2 * MAX_LOOKED_AT);
    let pronouns = near.map(reference).filter(|reference| reference.pronoun);
    let resolved = pronouns.map(|reference| reference.tokens.start).filter(|&token| token != question.anchor);
    let attributed = (0..question.id.number()).rev().take(MAX_LOOKED_AT).filter_map(|quote| {
        let SourceReferent::Pronoun(span) = coreference.sources.of_quote[QuoteId::new(quote).number()] else {
            return None;
        };
        let token = question.context.document.token_at(span.start());
        (question.before[quote].speaker == Some(candidate) && token != question.anchor).then_some(token)
    });
    let mut seen = [false; 2];
    for class in resolved.chain(attributed).filter_map(|token| class_of(question, token)) {
        if let PronounClass::Person(_) = class {
            seen[usize::from(class != wanted)] = true;
        }
    }
    u64::from(seen[0]) + 2 * u64::from(seen[1])
}

fn class_of(question: &SpeakerQuestion, token: TokenIndex) -> Option<PronounClass> {
    pronoun_class::of(&lexicon::to_lowercase(question.context.document.word(token)))
}
