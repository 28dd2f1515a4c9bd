//! Inputs of the rules of attribution.

use rustc_hash::FxHashMap;

use super::basis::Attribution;
use crate::coreference::Coreference;
use crate::coreference::entity::EntityId;
use crate::coreference::pronouns::Resolved;
use crate::coreference::sources::referent::SourceReferent;
use crate::entities::mention::Mention;
use crate::quotes::quote::{Quote, QuoteId};
use crate::text::Document;

/// A quote to attribute, and the attributions of the quotes before it.
pub struct QuoteContext<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// Its mentions of names.
    pub mentions: &'a [Mention],
    /// Its resolved coreference.
    pub coreference: &'a Coreference,
    /// The resolved pronouns, by their start offset.
    pub pronouns: &'a FxHashMap<usize, &'a Resolved>,
    /// The person who answers the questions of an interview, if unambiguous.
    pub interviewee: Option<EntityId>,
    /// All quotes.
    pub quotes: &'a [Quote],
    /// The number of the quote.
    pub id: QuoteId,
    /// The quote.
    pub quote: &'a Quote,
    /// What its source refers to.
    pub referent: SourceReferent,
    /// The attributions of the quotes before it.
    pub before: &'a [Attribution],
}
