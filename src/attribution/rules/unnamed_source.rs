//! A quote whose source stands for nobody in particular has no speaker.

use super::super::basis::{Attribution, Basis};
use super::super::context::QuoteContext;
use crate::coreference::sources::referent::SourceReferent;

/// A quote whose source stands for nobody in particular has no speaker.
pub fn apply(context: &QuoteContext) -> Option<Attribution> {
    let SourceReferent::Unresolved = context.referent else { return None };
    Some(Attribution { basis: Basis::Unnamed, ..Attribution::NOBODY })
}
