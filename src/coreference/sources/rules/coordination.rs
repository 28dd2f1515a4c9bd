//! Coordinated heads refer to a group with those members.

use super::super::super::clusters::Clusters;
use super::super::super::entity::EntityId;
use super::super::super::nominals;
use super::super::super::nominals::context::NominalContext;
use super::super::super::nominals::descriptions;
use super::super::super::nominals::phrase_heads::Head;
use super::super::context::SourceContext;
use super::super::context::person_before;
use super::super::referent::SourceReferent;
use crate::entities::mention::Mention;
use crate::text::Document;
use crate::text::token_index::TokenIndex;

/// Coordinated heads refer to a group with those members.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let (document, mentions) = (context.article.document, context.article.mentions);
    if context.heads.len() < 2 {
        return None;
    }
    let mut described = Vec::new();
    let mut members = listed_before(document, mentions, context.tokens.start, context.clusters);
    for head in context.heads {
        let member = match *head {
            Head::Name(mention) => context.clusters.of_mention[mention],
            Head::Words(words) => {
                let mut inner = NominalContext {
                    article: context.article,
                    source: document.span(words),
                    words,
                    clusters: context.clusters,
                    nameless: context.nameless,
                };
                let (referent, decision) = nominals::resolution::resolve(&mut inner);
                if let Some(entity) = referent.entity() {
                    let tokens = descriptions::read(document, words).map_or(words, |found| found.tokens);
                    described.push((tokens, entity, decision));
                }
                referent.entity()
            }
            Head::Pronoun(_) | Head::Unknown => None,
        };
        let Some(member) = member else { return Some(SourceReferent::Unresolved) };
        if !members.contains(&member) {
            members.push(member);
        }
    }
    let group = context.groups.group(members, context.clusters);
    if group.is_some() {
        context.described_members.extend(described);
    }
    Some(group.map_or(SourceReferent::Unresolved, SourceReferent::Coordination))
}

/// Returns the members of a list that opens the sentence and continues into the source: `Ann Roe, Jane Doe and John Poe
/// said`.
fn listed_before(document: &Document, mentions: &[Mention], start: TokenIndex, clusters: &Clusters) -> Vec<EntityId> {
    let mut members = Vec::new();
    let mut at = start;
    while let Some(mention) =
        person_before(document, mentions, at).filter(|_| at > TokenIndex::FIRST && document.word(at - 1) == ",")
    {
        let Some(entity) = clusters.of_mention[mention] else { break };
        members.insert(0, entity);
        at = mentions[mention].first_token(document);
    }
    let opens = document.sentence_containing(start).start == at;
    if opens { members } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn two_names_are_a_group() {
        assert_eq!(rules("“We won,” Ann Smith and Bob Jones said.").last(), Some(&"coordination"));
    }
}
