//! The source is `I` inside another quote: the speaker is that of the other quote.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// The source is `I` inside another quote: the speaker is that of the other quote.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::FirstPerson = context.referent else { return None };
    let outer = context
        .quote
        .within
        .and_then(|outer| context.before.get(outer.number()))
        .filter(|outer| outer.speaker.is_some());
    Some(outer.map_or(Attribution::NOBODY, |outer| Attribution { basis: Basis::Enclosing, name: None, ..*outer }))
}
