//! An office refers to the only person named shortly before who holds it.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::{demonyms, roles};

/// An office refers to the only person named shortly before who holds it.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let office = roles::office(context.article.document, context.source)?;
    let entity = demonyms::bearer(context.article, context.source, context.clusters)?;
    let held = office.is_held(context.article.document, &context.clusters.entities[entity]);
    held.then_some(SourceReferent::NearestMatch(entity))
}
