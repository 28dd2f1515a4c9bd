//! `who` refers to the person named before it.

use super::super::context::SourceContext;
use super::super::context::person_before;
use super::super::referent::SourceReferent;

/// `who` refers to the person named before it.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    context.only_word().filter(|word| word == "who")?;
    let mention = person_before(context.article.document, context.article.mentions, context.tokens.start)?;
    let entity = context.clusters.of_mention[mention]?;
    Some(SourceReferent::Named { entity, mention })
}
