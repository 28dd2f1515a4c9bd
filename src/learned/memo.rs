//! What a word says by itself, added up once for a document.

/// The places around a token, or a unit, from which a word gives features by itself.
pub const OFFSETS: [isize; 5] = [-2, -1, 0, 1, 2];

/// How many words are remembered: those that come early.
const MOST: usize = 4096;

/// Sums of weights for each word, given by its number, in each of the places.
pub struct Memo<const L: usize>(Vec<Option<[i32; L]>>);

impl<const L: usize> Default for Memo<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<const L: usize> Memo<L> {
    /// The sums of a word in the place with this number among [`OFFSETS`]; `work` adds them up the first time.
    pub fn get(&mut self, word: usize, slot: usize, work: impl FnOnce() -> [i32; L]) -> [i32; L] {
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
