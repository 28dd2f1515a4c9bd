//! Features for the second pass: how the first one labelled the other occurrences of a token's word.

use super::labels::Chunk;
use crate::text::token_index::TokenIndex;

/// For each token, a summary of the first pass over the other occurrences of its word.
pub struct DocumentFeatures {
    /// The commonest class, how common it is, and whether mentions begin with the word; 0 without other occurrences.
    pub words: Vec<u8>,
    /// How often the word continues a mention of the word before it; 0 where the two words occur nowhere else.
    pub links: Vec<u8>,
}

impl DocumentFeatures {
    /// Creates the features of no token yet, with room for those of `tokens`.
    pub fn with_capacity(tokens: usize) -> Self {
        Self { words: Vec::with_capacity(tokens), links: Vec::with_capacity(tokens) }
    }

    /// Returns how a token's word is labelled elsewhere, as one small number.
    pub fn word(&self, at: TokenIndex) -> u8 {
        self.words[at]
    }

    /// Adds the document features of a chunk to the key that `FeatureContext::key` made.
    pub fn add_to_key(&self, chunk: &Chunk, key: &mut [u32]) {
        for (at, numbers) in chunk.context().iter().zip(key[1..].as_chunks_mut::<2>().0) {
            numbers[1] |= u32::from(self.words[at]) << 16 | u32::from(self.links[at]) << 24;
        }
    }

    /// Returns how often a token's word continues a mention of the word before it elsewhere.
    pub fn link(&self, at: TokenIndex) -> u8 {
        self.links[at]
    }
}
