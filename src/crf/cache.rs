//! Caches of what recurs: weight sums of words, and results for whole passages.

use rustc_hash::FxHashMap;

/// The offsets of the words around a token, or a unit, that have features of their own.
pub const OFFSETS: [isize; 5] = [-2, -1, 0, 1, 2];

/// How many words are cached: those with the lowest numbers.
const MAX_WORDS: usize = 4096;

/// By how many entries a cache of words grows.
const STEP: usize = 512 * OFFSETS.len();

/// The weight sums of each word, by its number, at each of the offsets.
pub struct WordSumCache<const L: usize>(Vec<Option<[i16; L]>>);

impl<const L: usize> Default for WordSumCache<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<const L: usize> WordSumCache<L> {
    /// Returns the sums of a word at the offset with this number in [`OFFSETS`]; `work` computes them the first time.
    pub fn get_or_sum(&mut self, word: usize, slot: usize, work: impl FnOnce() -> [i16; L]) -> [i16; L] {
        if word >= MAX_WORDS {
            return work();
        }
        let entry = word * OFFSETS.len() + slot;
        if self.0.len() <= entry {
            if self.0.capacity() <= entry {
                // Not twice as much each time: of all tables, this one is among the largest.
                self.0.reserve_exact(entry + STEP - self.0.len());
            }
            self.0.resize(entry + 1, None);
        }
        *self.0[entry].get_or_insert_with(work)
    }
}

/// How many numbers all keys of a document may have together: enough for 100 kB of text.
const CAPACITY: usize = 1 << 16;

/// How many tokens a long document has at least: those of some 600 kB of text.
pub const LONG: usize = 1 << 17;

/// Results for passages of the previous document and of this one, each keyed by all the inputs it was computed from.
pub struct PassageCache<V> {
    current: FxHashMap<Box<[u32]>, V>,
    previous: FxHashMap<Box<[u32]>, V>,
    /// How many numbers the keys of this document have.
    size: usize,
    /// A result that found no room.
    uncached: Option<V>,
}

impl<V> Default for PassageCache<V> {
    fn default() -> Self {
        Self { current: FxHashMap::default(), previous: FxHashMap::default(), size: 0, uncached: None }
    }
}

impl<V> PassageCache<V> {
    /// Starts another document: forgets the results that the previous one did not use. Returns whether the document is so
    /// long that no result is kept, since only those for a small part of it would find room.
    pub fn start_document(&mut self, tokens: usize) -> bool {
        let is_long = tokens > LONG;
        self.previous = std::mem::take(&mut self.current);
        self.size = if is_long { CAPACITY } else { 0 };
        self.uncached = None;
        is_long
    }

    /// Returns the result for a key; `work` computes it if it is not cached.
    pub fn get_or_compute(&mut self, key: &[u32], work: impl FnOnce() -> V) -> &V {
        // Passages rarely repeat within a document, so only the previous one is searched.
        let (key, value) = self.previous.remove_entry(key).unwrap_or_else(|| (key.into(), work()));
        if self.size + key.len() > CAPACITY {
            return self.uncached.insert(value);
        }
        self.size += key.len();
        self.current.entry(key).insert_entry(value).into_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_results_of_the_previous_document_only() {
        let mut cache = PassageCache::default();
        assert_eq!(*cache.get_or_compute(&[1], || 'a'), 'a');
        cache.start_document(1);
        assert_eq!(*cache.get_or_compute(&[1], || 'b'), 'a');
        cache.start_document(1);
        assert_eq!(*cache.get_or_compute(&[2], || 'c'), 'c');
        cache.start_document(1);
        assert_eq!(*cache.get_or_compute(&[1], || 'd'), 'd');
    }

    #[test]
    fn computes_results_beyond_the_capacity_each_time() {
        let mut cache = PassageCache::default();
        let long = vec![7; CAPACITY + 1];
        assert_eq!(*cache.get_or_compute(&long, || 1), 1);
        assert_eq!(*cache.get_or_compute(&long, || 2), 2);
    }
}
