//! A description refers to the person whose name follows it between commas: `the club’s lawyer, Jane Doe, said`.

use super::super::super::sources::referent::SourceReferent;
use super::super::context::NominalContext;
use super::super::{descriptions, roles};
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::text::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// A description refers to the person whose name follows it between commas: `the club’s lawyer, Jane Doe, said`.
pub fn apply(context: &mut NominalContext) -> Option<SourceReferent> {
    let article = context.article;
    let mention = name_behind(article.document, article.mentions, context.words, context.tokens().end)?;
    let entity = context.clusters.of_mention[mention]?;
    Some(SourceReferent::Named { entity, mention })
}

/// Returns the mention of a person between commas after a description of one person.
fn name_behind(document: &Document, mentions: &[Mention], words: TokenRange, comma: TokenIndex) -> Option<MentionId> {
    let one = descriptions::read(document, words).is_some_and(|found| {
        found.kind == EntityKind::Person && !descriptions::is_several(document.word(words.end - 1))
    });
    let next = mentions.partition_point(|mention| mention.tokens.start < comma + 1);
    let mention = mentions.get(next).filter(|_| one && document.word(comma) == ",")?;
    let closed =
        roles::with_titles(document, mention.tokens.start) == comma + 1 && document.word(mention.tokens.end) == ",";
    (closed && mention.kind == EntityKind::Person).then_some(MentionId::new(next))
}
