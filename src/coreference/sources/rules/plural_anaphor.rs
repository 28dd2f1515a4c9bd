//! `they` refers to the people coordinated at the start of the previous sentence.

use super::super::context::SourceContext;
use super::super::referent::SourceReferent;

/// `they` refers to the people coordinated at the start of the previous sentence.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let (document, mentions) = (context.article.document, context.article.mentions);
    context.only_word().filter(|word| word == "they")?;
    let entity = context.groups.plural_antecedent(document, mentions, context.tokens.start, context.clusters)?;
    Some(SourceReferent::PluralAnaphor(entity))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn they_are_the_two_of_the_sentence_before() {
        assert_eq!(
            rules("Ann Smith and Bob Jones won on Monday. “We are proud,” they said.").last(),
            Some(&"plural-anaphor")
        );
    }
}
