//! Any other description refers to an entity without a name.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::{descriptions, phrase_heads};

/// Any other description refers to an entity without a name.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let (document, mentions) = (context.article.document, context.article.mentions);
    let mut description = descriptions::read(document, context.words)?;
    let end = context.tokens().end;
    description.tokens = phrase_heads::with_complement(document, mentions, description.tokens, end);
    let entity = context.nameless.entity(document, description, context.clusters);
    Some(SourceReferent::Described(entity))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::nominal_rules;

    #[test]
    fn a_spokesman_has_no_name() {
        assert_eq!(nominal_rules("“It is over,” a police spokesman said.").last(), Some(&"nameless"));
    }
}
