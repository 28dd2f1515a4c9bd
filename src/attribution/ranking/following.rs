//! What the next quotes with a source tell of a quote: `“Yes.” … “It was cold,” she said.`

use super::SpeakerQuestion;
use super::candidates::paragraph;
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronoun_class::{self, PronounClass};
use crate::coreference::sources::referent::SourceReferent;
use crate::lexicon;
use crate::quotes::quote::QuoteId;

/// How many quotes behind a quote are looked at.
const MAX_QUOTES: usize = 4;

/// The next quote with a source that refers to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowingSource {
    /// Whom the source refers to.
    referent: Referent,
    /// How many quotes without a source lie between, and in how many paragraphs, at most 2.
    pub place: u64,
}

/// Whom a source refers to, as far as it tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Referent {
    Entity(EntityId),
    Pronoun(PronounClass),
}

impl FollowingSource {
    /// Finds the next quote with a source, if one is near.
    pub fn of(question: &SpeakerQuestion) -> Option<Self> {
        let context = &question.context;
        let document = context.document;
        let own = question.id.number();
        let later = (own + 1..context.quotes.len().min(own + 1 + MAX_QUOTES)).map(QuoteId::new);
        let own_paragraph = paragraph(context, document.token_at(question.quote().extent().start()));
        for (between, id) in later.filter(|&id| context.quotes[id].within.is_none()).enumerate() {
            let source = &context.coreference.sources.of_quote[id.number()];
            let referent = match *source {
                SourceReferent::NoSource => continue,
                SourceReferent::Pronoun(span) => {
                    pronoun_class::of(&lexicon::to_lowercase(span.slice(document.text))).map(Referent::Pronoun)
                }
                _ => source.entity().map(Referent::Entity),
            }?;
            let at = paragraph(context, document.token_at(context.quotes[id].extent().start()));
            let paragraphs = at.saturating_sub(own_paragraph).min(2);
            return Some(Self { referent, place: 1 + 3 * between as u64 + paragraphs as u64 });
        }
        None
    }

    /// How a candidate goes with that source.
    pub fn agreement(&self, question: &SpeakerQuestion, candidate: EntityId) -> u64 {
        match self.referent {
            Referent::Entity(entity) => 1 + u64::from(entity == candidate),
            Referent::Pronoun(class) => {
                let coreference = question.context.coreference;
                if !class.admits(coreference.clusters.entities[candidate].kind) {
                    return 3;
                }
                let own = agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate);
                4 + own.feature_number()
            }
        }
    }
}
