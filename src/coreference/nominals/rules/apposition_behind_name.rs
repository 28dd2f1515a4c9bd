//! A description between commas after a name refers to that person: `Jane Doe, an expert on bees, called`.

use super::super::super::sources::context::person_before;
use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use crate::lexicon;

/// A description between commas after a name refers to that person: `Jane Doe, an expert on bees, called`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let document = context.article.document;
    let tokens = context.tokens();
    let first = lexicon::to_lowercase(document.word(tokens.start));
    let enclosed = matches!(first.as_ref(), "a" | "an" | "the")
        && document.word(tokens.end) == ","
        && tokens.start.checked_sub(1).is_some_and(|at| document.word(at) == ",");
    let mention = person_before(document, context.article.mentions, tokens.start).filter(|_| enclosed)?;
    let entity = context.clusters.of_mention[mention]?;
    Some(SourceReferent::Named { entity, mention })
}
