//! What the rules of attribution are given.

use rustc_hash::FxHashMap;

use super::basis::Attribution;
use crate::coreference::Coreference;
use crate::coreference::entity::EntityId;
use crate::coreference::pronouns::Resolved;
use crate::coreference::sources::referent::SourceReferent;
use crate::entities::mention::Mention;
use crate::quotes::quote::Quote;
use crate::text::Document;

/// A quote that is to be attributed, and all quotes before it.
pub struct QuoteContext<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// Its names.
    pub mentions: &'a [Mention],
    /// Its entities and what refers to them.
    pub coreference: &'a Coreference,
    /// The resolved pronouns, by the byte at which they start.
    pub pronouns: &'a FxHashMap<usize, &'a Resolved>,
    /// The person who answers in an interview, where that is certain.
    pub interviewee: Option<EntityId>,
    /// The quote.
    pub quote: &'a Quote,
    /// What its source refers to.
    pub referent: SourceReferent,
    /// The attributions of the quotes before it.
    pub before: &'a [Attribution],
}
