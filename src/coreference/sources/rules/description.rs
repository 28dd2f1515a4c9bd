//! A source whose head is a description is resolved by the rules for nominals.

use super::super::super::nominals;
use super::super::super::nominals::context::NominalContext;
use super::super::super::nominals::phrase_heads::Head;
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// A source whose head is a description is resolved by the rules for nominals.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let [Head::Words(words)] = *context.heads else { return None };
    let mut inner = NominalContext {
        article: context.article,
        source: context.source,
        words,
        clusters: context.clusters,
        nameless: context.nameless,
    };
    let (referent, decision) = nominals::resolution::resolve(&mut inner);
    context.delegated = Some(decision);
    Some(referent)
}
