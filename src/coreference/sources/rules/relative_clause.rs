//! `who` and `which` refer to the name before them: `the IAAF, which said it was surprised`.

use super::super::context::{SourceContext, mention_ending_at};
use super::super::referent::SourceReferent;
use crate::entities::mention::EntityKind;
use crate::text::punctuation::is_long_dash;

/// `who` and `which` refer to the name before them.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let word = context.only_word()?;
    let may_mean: fn(EntityKind) -> bool = match word.as_str() {
        "who" => |kind| matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Group),
        "which" => |kind| matches!(kind, EntityKind::Organization | EntityKind::Group | EntityKind::Place),
        _ => return None,
    };
    let (document, mentions) = (context.article.document, context.article.mentions);
    let before = document.word(context.tokens.start.checked_sub(1)?);
    let is_apart = matches!(before, "," | "(" | "-") || is_long_dash(before);
    let end = if is_apart { context.tokens.start - 1 } else { context.tokens.start };
    let mention = mention_ending_at(mentions, end).filter(|&mention| may_mean(mentions[mention].kind))?;
    Some(SourceReferent::Named { entity: context.clusters.of_mention[mention]?, mention })
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn who_and_which_are_the_name_before_them() {
        for text in [
            "The ban was lifted for Ann Doe, who said it was “very late”.",
            "The ban was welcomed by the Conservatives who said it had “badly backfired”.",
            "The United Nations - which said it was “very surprised” by the decision - is to appeal.",
        ] {
            assert_eq!(rules(text).last(), Some(&"relative-clause"), "{text}");
        }
        assert_ne!(
            rules("He bought the London house, which said “Welcome” over its door.").last(),
            Some(&"relative-clause")
        );
    }
}
