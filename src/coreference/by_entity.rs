//! Lists of the entities of an article in one piece: most entities have one or two items.

use super::entity::EntityId;

/// For each entity, a list of items.
pub struct ByEntity<T> {
    /// Where the list of each entity starts among the items, and where the last one ends.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> ByEntity<T> {
    /// Groups items by their entity, for this number of entities; the items of one entity stay in their order.
    pub fn new(entities: usize, items: impl Iterator<Item = (EntityId, T)> + Clone) -> Self {
        let mut starts = vec![0; entities + 1];
        for (entity, _) in items.clone() {
            starts[entity.number() + 1] += 1;
        }
        for entity in 0..entities {
            starts[entity + 1] += starts[entity];
        }
        let mut next = starts.clone();
        let mut grouped = vec![T::default(); starts[entities] as usize];
        for (entity, item) in items {
            let place = &mut next[entity];
            grouped[*place as usize] = item;
            *place += 1;
        }
        Self { starts, items: grouped }
    }

    /// Returns the items of an entity.
    pub fn of(&self, entity: EntityId) -> &[T] {
        &self.items[self.starts[entity] as usize..self.starts[entity.number() + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_order() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c')];
        let grouped = ByEntity::new(4, items.iter().map(|&(entity, item)| (EntityId::new(entity), item)));
        let lists: Vec<&[char]> = (0..4).map(|entity| grouped.of(EntityId::new(entity))).collect();
        assert_eq!(lists, [&['b'][..], &[], &['a', 'c'], &[]]);
    }
}
