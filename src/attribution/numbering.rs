//! The numbers of entities in reports: in the order of their first mention.

use super::Attributed;
use crate::coreference::entity::{Entity, EntityId};
use crate::sorting;

/// Sorts the entities by their first mention, and renumbers what refers to them. Leaves out descriptions whose mentions
/// the ranking gave to other entities.
pub(super) fn in_order(mut attributed: Attributed) -> Attributed {
    let entities = std::mem::take(&mut attributed.entities);
    let mut is_used: Vec<bool> = entities.iter().map(|entity| !entity.mentions.is_empty()).collect();
    let speakers = attributed.attributions.iter().filter_map(|attribution| attribution.speaker);
    for used in
        speakers.chain(entities.iter().flat_map(|entity| entity.members.iter().chain(&entity.affiliations)).copied())
    {
        is_used[used] = true;
    }
    let start = |entity: &Entity| entity.mentions.first().map_or(usize::MAX, |mention| mention.0.start());
    let mut order: Vec<EntityId> = (0..entities.len()).map(EntityId::new).filter(|&entity| is_used[entity]).collect();
    sorting::sort_by_key(&mut order, |&old| [start(&entities[old]), 0, 0]);
    let mut new_ids = vec![EntityId::default(); entities.len()];
    for (new, &old) in EntityId::enumerate(&order) {
        new_ids[old] = new;
    }
    let mut entities: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    attributed.entities = order.into_iter().filter_map(|old| entities[old].take()).collect();
    for entity in &mut attributed.entities {
        for other in entity.members.iter_mut().chain(&mut entity.affiliations) {
            *other = new_ids[*other];
        }
    }
    for attribution in &mut attributed.attributions {
        attribution.speaker = attribution.speaker.map(|speaker| new_ids[speaker]);
    }
    for candidates in &mut attributed.candidates {
        candidates.retain(|&(entity, _)| is_used[entity]);
        for (entity, _) in candidates {
            *entity = new_ids[*entity];
        }
    }
    for resolution in &mut attributed.resolutions {
        resolution.entity = new_ids[resolution.entity];
    }
    attributed
}
