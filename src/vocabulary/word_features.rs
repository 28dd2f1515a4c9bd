//! The features of one word. Long texts have tens of thousands of distinct words, so that each takes little memory.

use super::ribbon;

/// The features of one word.
#[derive(Default)]
pub struct WordFeatures {
    /// The hash of the word in lower case, with every digit as 0.
    pub lower: u64,
    /// The hash of the word's shape: of its capitals, small letters, digits and signs.
    pub shape: u64,
    /// Its first and last letters.
    pub affixes: Affixes,
    /// The numbers of the cluster, the two coarser ones and the two half-vector clusters, each plus one; 0 for an
    /// unknown word.
    pub clusters: [u16; 5],
    /// The word lists that the word is in, one bit each.
    pub lists: u32,
    /// The number of the lower-cased word in its vocabulary, from 1; 0 for none.
    pub group: u32,
}

/// The affixes of a word, from which their hashes are computed when they are asked for.
#[derive(Default)]
pub enum Affixes {
    /// Those beyond the end of a sentence.
    #[default]
    Edge,
    /// The first and the last four letters of a word in ASCII, with zeros beyond its end and before its start.
    Ascii([u8; 4], [u8; 4]),
    /// The values of the two prefixes and the three suffixes.
    Values(Box<[u64; 5]>),
}

impl Affixes {
    /// Returns the affixes of a word in lower case.
    pub fn of(word: &str) -> Self {
        let (mut first, mut last) = ([0; 4], [0; 4]);
        if word.is_ascii() {
            let length = word.len().min(4);
            first[..length].copy_from_slice(&word.as_bytes()[..length]);
            last[4 - length..].copy_from_slice(&word.as_bytes()[word.len() - length..]);
            return Self::Ascii(first, last);
        }
        let head = |count: usize| {
            let end = word.char_indices().nth(count).map_or(word.len(), |(end, _)| end);
            ribbon::hash(&word[..end])
        };
        let tail = |count: usize| {
            let start = word.char_indices().nth_back(count - 1).map_or(0, |(start, _)| start);
            ribbon::hash(&word[start..])
        };
        Self::Values(Box::new([head(3), head(4), tail(2), tail(3), tail(4)]))
    }
}

impl WordFeatures {
    /// Returns the hash of the first three or four letters.
    pub fn prefix(&self, number: usize) -> u64 {
        self.affix(number)
    }

    /// Returns the hash of the last two, three or four letters.
    pub fn suffix(&self, number: usize) -> u64 {
        self.affix(2 + number)
    }

    /// Returns the hash of an affix, in the order of [`Affixes::Values`].
    #[inline(never)] // It is asked for in many places.
    fn affix(&self, number: usize) -> u64 {
        match &self.affixes {
            Affixes::Edge => 1,
            Affixes::Ascii(first, _) if number < 2 => ribbon::hash_padded(&first[..3 + number]),
            Affixes::Ascii(_, last) => ribbon::hash_padded(&last[4 - number..]),
            Affixes::Values(values) => values[number],
        }
    }

    /// Returns a cluster as features have it.
    pub fn cluster(&self, number: usize) -> u64 {
        u64::from(self.clusters[number])
    }

    /// Returns the word lists as features have them.
    pub fn lists(&self) -> u64 {
        u64::from(self.lists)
    }
}

/// The word beyond either end of a sentence.
pub static EDGE: WordFeatures =
    WordFeatures { lower: 1, shape: 1, affixes: Affixes::Edge, clusters: [2000; 5], lists: 1 << 20, group: 0 };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn affixes_have_the_hashes_of_their_letters() {
        let affixes = |word: &str| {
            let word = WordFeatures { affixes: Affixes::of(word), ..WordFeatures::default() };
            [word.prefix(0), word.prefix(1), word.suffix(0), word.suffix(1), word.suffix(2)]
        };
        assert_eq!(affixes("mayors"), ["may", "mayo", "rs", "ors", "yors"].map(ribbon::hash));
        assert_eq!(affixes("éclairé"), ["écl", "écla", "ré", "iré", "airé"].map(ribbon::hash));
        assert_eq!(affixes("the"), ["the", "the", "he", "the", "the"].map(ribbon::hash));
        assert_eq!(affixes("é"), ["é"; 5].map(ribbon::hash));
    }

    #[test]
    fn a_word_takes_little_memory() {
        assert!(size_of::<WordFeatures>() <= 56);
    }
}
