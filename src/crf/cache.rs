//! What was worked out before and comes again: sums for words, answers for whole passages.

use rustc_hash::FxHashMap;

/// The places around a token, or a unit, from which a word gives features by itself.
pub const OFFSETS: [isize; 5] = [-2, -1, 0, 1, 2];

/// How many words are remembered: those that come early.
const MOST: usize = 4096;

/// Sums of weights for each word, given by its number, in each of the places.
pub struct WordSums<const L: usize>(Vec<Option<[i16; L]>>);

impl<const L: usize> Default for WordSums<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<const L: usize> WordSums<L> {
    /// The sums of a word in the place with this number among [`OFFSETS`]; `work` adds them up the first time.
    pub fn get(&mut self, word: usize, slot: usize, work: impl FnOnce() -> [i16; L]) -> [i16; L] {
        if word >= MOST {
            return work();
        }
        let place = word * OFFSETS.len() + slot;
        if self.0.len() <= place {
            self.0.resize(place + 1, None);
        }
        *self.0[place].get_or_insert_with(work)
    }
}

/// How many numbers all keys of a document may have together: enough for 100 kB of text.
const ROOM: usize = 1 << 16;

/// Answers for passages of the last document and of this one, each by all that it was worked out from.
pub struct PassageCache<V> {
    now: FxHashMap<Box<[u32]>, V>,
    before: FxHashMap<Box<[u32]>, V>,
    /// How many numbers the keys of this document have.
    held: usize,
    /// An answer that is not kept.
    passing: Option<V>,
}

impl<V> Default for PassageCache<V> {
    fn default() -> Self {
        Self { now: FxHashMap::default(), before: FxHashMap::default(), held: 0, passing: None }
    }
}

impl<V> PassageCache<V> {
    /// Turns to another document: what only the one before the last had is forgotten.
    pub fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
        self.held = 0;
        self.passing = None;
    }

    /// The answer for what `key` holds; `work` finds it where it is not known.
    pub fn get(&mut self, key: &[u32], work: impl FnOnce() -> V) -> &V {
        // A document hardly says a thing twice, so that only the one before is asked.
        let (key, value) = self.before.remove_entry(key).unwrap_or_else(|| (key.into(), work()));
        if self.held + key.len() > ROOM {
            return self.passing.insert(value);
        }
        self.held += key.len();
        self.now.entry(key).insert_entry(value).into_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_document_is_remembered_and_no_other() {
        let mut recall = PassageCache::default();
        assert_eq!(*recall.get(&[1], || 'a'), 'a');
        recall.turn();
        assert_eq!(*recall.get(&[1], || 'b'), 'a');
        recall.turn();
        assert_eq!(*recall.get(&[2], || 'c'), 'c');
        recall.turn();
        assert_eq!(*recall.get(&[1], || 'd'), 'd');
    }

    #[test]
    fn what_finds_no_room_is_worked_out_each_time() {
        let mut recall = PassageCache::default();
        let long = vec![7; ROOM + 1];
        assert_eq!(*recall.get(&long, || 1), 1);
        assert_eq!(*recall.get(&long, || 2), 2);
    }
}
