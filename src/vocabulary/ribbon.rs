//! The distributional clusters of the most frequent words. One cluster quantizes the whole word vector, two more each
//! half of it (product quantization; Jégou et al., PAMI 2011).
//!
//! The clusters are stored in a static function by ribbon retrieval (Dillinger et al., SEA 2022): entries of a table
//! within a window chosen by the word's hash, combined by exclusive or, yield the word's value and a short fingerprint,
//! so that the words themselves are not stored. The false-positive rate for unknown words is 1/64.

/// The bits of a value's fingerprint.
pub const FINGERPRINT_BITS: u32 = 6;
/// The bits of the cluster of a full vector.
const FULL_BITS: u32 = 10;
/// The bits of the cluster of a half vector.
const HALF_BITS: u32 = 6;
/// The bits of a value.
pub const BITS: u32 = FINGERPRINT_BITS + FULL_BITS + 2 * HALF_BITS;

/// The number of clusters of full vectors.
#[cfg(any(test, feature = "training"))]
pub const FULL_CLUSTERS: usize = 1 << FULL_BITS;
/// The number of clusters of each half.
pub const HALF_CLUSTERS: usize = 1 << HALF_BITS;

/// The clusters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordClusters {
    /// The cluster of the full vector, of [`FULL_CLUSTERS`].
    pub full: u16,
    /// The clusters of its halves, of [`HALF_CLUSTERS`] each.
    pub halves: [u8; 2],
}

impl WordClusters {
    /// Packs the clusters into one number.
    #[cfg(any(test, feature = "training"))]
    pub fn pack(self) -> u32 {
        u32::from(self.full) << (2 * HALF_BITS) | u32::from(self.halves[0]) << HALF_BITS | u32::from(self.halves[1])
    }

    fn unpack(number: u32) -> Self {
        let half = |number: u32| (number % HALF_CLUSTERS as u32) as u8;
        Self { full: (number >> (2 * HALF_BITS)) as u16, halves: [half(number >> HALF_BITS), half(number)] }
    }
}

/// A static function from words to their clusters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterTable {
    /// The entries, slightly more than there are words.
    pub values: Vec<u32>,
}

/// The number of entries in a window.
pub const WINDOW: usize = 128;

/// Hashes a word to 64 bits (FNV-1a and a finalizer).
pub fn hash(word: &str) -> u64 {
    mix(word.bytes().fold(FNV_BASIS, hash_byte))
}

/// Hashes the letters of a word in ASCII as [`hash`] does, without zeros before or behind them.
pub fn hash_padded(letters: &[u8]) -> u64 {
    mix(letters.iter().filter(|&&letter| letter != 0).fold(FNV_BASIS, |hash, &letter| hash_byte(hash, letter)))
}

/// The hash of nothing in FNV-1a.
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn hash_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Mixes the bits of a hash (the finalizer of MurmurHash3).
pub fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Returns the start of a hash's window in a table of this length, and its coefficients, one bit for each entry; the
/// first one is always set.
pub fn window(hash: u64, length: usize) -> (usize, u128) {
    let starts = (length + 1 - WINDOW) as u128;
    let start = ((u128::from(hash) * starts) >> 64) as usize;
    let other = mix(hash ^ 0x9e37_79b9_7f4a_7c15);
    (start, u128::from(other) << 64 | u128::from(mix(other)) | 1)
}

/// Returns the fingerprint of a hash.
pub fn fingerprint(hash: u64) -> u32 {
    (mix(hash ^ 0x5851_f42d_4c95_7f2d) & ((1 << FINGERPRINT_BITS) - 1)) as u32
}

impl ClusterTable {
    /// Returns the clusters of a lower-cased word, or `None` if it is unknown.
    pub fn clusters(&self, word: &str) -> Option<WordClusters> {
        if self.values.len() < WINDOW {
            return None;
        }
        let hash = hash(word);
        let (start, mut coefficients) = window(hash, self.values.len());
        let mut value = 0;
        while coefficients != 0 {
            value ^= self.values[start + coefficients.trailing_zeros() as usize];
            coefficients &= coefficients - 1;
        }
        (value & ((1 << FINGERPRINT_BITS) - 1) == fingerprint(hash))
            .then(|| WordClusters::unpack(value >> FINGERPRINT_BITS))
    }
}
