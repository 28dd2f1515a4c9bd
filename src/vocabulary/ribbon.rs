//! What is known of the commonest words: the clusters that each belongs to,
//! by the company it keeps. One cluster groups whole vectors, two more each a
//! half of them (product quantisation; Jégou et al., PAMI 2011).
//!
//! A static function by ribbon retrieval (Dillinger et al., SEA 2022): the
//! places of a table within a window that the word's hash chooses, combined by
//! exclusive or, give the word's value and a short fingerprint, so that the
//! words themselves need not be kept. An unknown word is taken for a known one
//! once in 64 times.

/// How many bits of a value are fingerprint.
pub const FINGERPRINT_BITS: u32 = 6;
/// How many tell the cluster of the whole vector.
const WHOLE_BITS: u32 = 10;
/// How many tell the cluster of a half.
const HALF_BITS: u32 = 6;
/// How many bits a value has.
pub const BITS: u32 = FINGERPRINT_BITS + WHOLE_BITS + 2 * HALF_BITS;

/// How many clusters of whole vectors there are.
#[cfg(any(test, feature = "training"))]
pub const WHOLES: usize = 1 << WHOLE_BITS;
/// How many of each half.
pub const HALVES: usize = 1 << HALF_BITS;

/// The clusters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Of [`WHOLES`], by the whole vector.
    pub whole: u16,
    /// Of [`HALVES`] each, by its halves.
    pub halves: [u8; 2],
}

impl Groups {
    /// The clusters in one number.
    #[cfg(any(test, feature = "training"))]
    pub fn pack(self) -> u32 {
        u32::from(self.whole) << (2 * HALF_BITS) | u32::from(self.halves[0]) << HALF_BITS | u32::from(self.halves[1])
    }

    fn unpack(number: u32) -> Self {
        let half = |number: u32| (number % HALVES as u32) as u8;
        Self { whole: (number >> (2 * HALF_BITS)) as u16, halves: [half(number >> HALF_BITS), half(number)] }
    }
}

/// Values of words, each spread over a window of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// A little more of them than there are words.
    pub values: Vec<u32>,
}

/// How many places a window has.
pub const WINDOW: usize = 128;

/// Mixes a word into 64 bits.
pub fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mix(hash)
}

/// Spreads every bit over all others (the finisher of MurmurHash3).
pub fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Where the window of a hash begins in a table of this length, and which of its places count, one bit each;
/// the first place always counts.
pub fn window(hash: u64, length: usize) -> (usize, u128) {
    let starts = (length + 1 - WINDOW) as u128;
    let start = ((u128::from(hash) * starts) >> 64) as usize;
    let other = mix(hash ^ 0x9e37_79b9_7f4a_7c15);
    (start, u128::from(other) << 64 | u128::from(mix(other)) | 1)
}

/// The fingerprint of a hash.
pub fn fingerprint(hash: u64) -> u32 {
    (mix(hash ^ 0x5851_f42d_4c95_7f2d) & ((1 << FINGERPRINT_BITS) - 1)) as u32
}

impl Table {
    /// The clusters of a word in lower case, or none where it is not known.
    pub fn clusters(&self, word: &str) -> Option<Groups> {
        if self.values.len() < WINDOW {
            return None;
        }
        let hash = hash(word);
        let (start, mut places) = window(hash, self.values.len());
        let mut value = 0;
        while places != 0 {
            value ^= self.values[start + places.trailing_zeros() as usize];
            places &= places - 1;
        }
        (value & ((1 << FINGERPRINT_BITS) - 1) == fingerprint(hash)).then(|| Groups::unpack(value >> FINGERPRINT_BITS))
    }
}
