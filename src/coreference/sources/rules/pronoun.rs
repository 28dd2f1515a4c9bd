//! A source whose head is a third-person pronoun is resolved later, with all pronouns.

use super::super::super::nominals::phrase_heads::Head;
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// A source whose head is a third-person pronoun is resolved later, with all pronouns.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let [Head::Pronoun(token)] = *context.heads else { return None };
    Some(SourceReferent::Pronoun(context.article.document.tokens[token].span()))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn a_pronoun_waits() {
        assert_eq!(rules("Ada Byron left early. “It works,” she said.").last(), Some(&"pronoun"));
    }
}
