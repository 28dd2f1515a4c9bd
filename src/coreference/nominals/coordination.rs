//! Groups of people who are quoted together: `Ann Smith and Bob Jones said`.

use rustc_hash::FxHashMap;

use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use super::descriptions;
use crate::entities::mention::{EntityKind, Mention};
use crate::sorting;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// The groups found so far.
#[derive(Default)]
pub struct Groups {
    known: FxHashMap<Vec<EntityId>, EntityId>,
}

impl Groups {
    /// Returns the group that `they` refers to: the people coordinated at the start of the previous sentence, if nobody else
    /// is mentioned since.
    pub fn plural_antecedent(
        &mut self,
        document: &Document,
        mentions: &[Mention],
        they: TokenIndex,
        clusters: &mut Clusters,
    ) -> Option<EntityId> {
        let number = document.sentences.partition_point(|sentence| sentence.end <= they).checked_sub(1)?;
        let opening = document.sentences.get(number)?.start;
        let mut next = mentions.partition_point(|mention| mention.tokens.start < opening);
        let (mut members, mut at, mut last, mut closed) = (Vec::new(), opening, false, false);
        while let Some(mention) = mentions.get(next).filter(|mention| mention.kind == EntityKind::Person) {
            if mention.first_token(document) != at {
                break;
            }
            members.push(clusters.of_mention[next]?);
            next += 1;
            at = mention.tokens.end;
            closed = last;
            let comma = document.word(at) == ",";
            if closed || !(comma || document.word(at) == "and") {
                break;
            }
            at += usize::from(comma);
            last = document.word(at) == "and";
            at += usize::from(last);
        }
        let verb = document.word(at).starts_with(char::is_lowercase) && !matches!(document.word(at), "and" | "or");
        let others =
            mentions[next..].iter().take_while(|mention| mention.tokens.start < they).any(|mention| {
                matches!(mention.kind, EntityKind::Person | EntityKind::Group | EntityKind::Organization)
            }) || TokenRange::new(at, they).iter().any(|at| descriptions::is_several(document.word(at)));
        (closed && verb && !others).then(|| self.group(members, clusters)).flatten()
    }

    /// Returns the entity of a group with these members, or `None` for fewer than two.
    pub fn group(&mut self, mut members: Vec<EntityId>, clusters: &mut Clusters) -> Option<EntityId> {
        if members.len() < 2 {
            return None;
        }
        let names: Vec<&str> = members.iter().map(|&member| clusters.entities[member].name.as_str()).collect();
        let (last, others) = names.split_last()?;
        let name = format!("{} and {last}", others.join(", "));
        let named = members.iter().all(|&member| clusters.entities[member].named);
        sorting::sort_by_key(&mut members, |&member| [member.number(), 0, 0]);
        Some(
            *self
                .known
                .entry(members.clone())
                .or_insert_with(|| clusters.push(Entity { members, ..Entity::new(EntityKind::Group, name, named) })),
        )
    }
}
