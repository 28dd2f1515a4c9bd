//! What a word is taken for in its other places: features of their own for a
//! second reading, which learns how far to follow them.

use super::labels::Chunk;
use crate::text::token_index::TokenIndex;

/// For each token, what the first reading says of its word's other places.
#[derive(Default)]
pub struct DocumentFeatures {
    /// The commonest class, how common it is, and whether names begin with the word; 0 where it is nowhere else.
    pub words: Vec<u8>,
    /// How often the word goes on a name that the word before it is in; 0 where the two are nowhere else.
    pub links: Vec<u8>,
}

impl DocumentFeatures {
    /// What a token's word is taken for elsewhere, as one small number.
    pub fn word(&self, at: TokenIndex) -> u8 {
        self.words[at]
    }

    /// Adds what a second reading of a chunk sees besides to the key that `FeatureContext::key` made.
    pub fn add_to_key(&self, chunk: &Chunk, key: &mut [u32]) {
        for (at, numbers) in chunk.seen().iter().zip(key[1..].as_chunks_mut::<2>().0) {
            numbers[1] |= u32::from(self.words[at]) << 16 | u32::from(self.links[at]) << 24;
        }
    }

    /// How often a token's word goes on a name with the word before it elsewhere.
    pub fn link(&self, at: TokenIndex) -> u8 {
        self.links[at]
    }
}
