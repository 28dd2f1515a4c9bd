//! An office refers to the only person nearby, if mentioned with its title: `the senator`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::{demonyms, roles};

/// An office refers to the only person nearby, if mentioned with its title: `the senator`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let office = roles::office(context.article.document, context.source)?;
    let entity = demonyms::resolve_demonym(context.article, context.source, context.clusters)?;
    let held = office.is_held(context.article.document, &context.clusters.entities[entity]);
    held.then_some(SourceReferent::NearestMatch(entity))
}
