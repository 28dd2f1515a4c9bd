//! The labels of entities and quotes in reports, and how many digits a confidence has.

use crate::coreference::entity::EntityId;
use crate::quotes::quote::QuoteId;

pub(super) fn entity_id(id: EntityId) -> String {
    format!("e{}", id.number() + 1)
}

pub(super) fn quote_id(id: QuoteId) -> String {
    format!("q{}", id.number() + 1)
}

pub(super) fn round(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}
