//! What is known of the commonest words: the clusters that each belongs to,
//! by the company it keeps. One cluster groups whole vectors, two more each a
//! half of them (product quantisation; Jégou et al., PAMI 2011).
//!
//! A static function in the manner of Bloomier filters (Chazelle et al., SODA
//! 2004) and xor filters (Graf and Lemire, JEA 2020): three places of a table,
//! combined by exclusive or, give a word's value and a short fingerprint, so
//! that the words themselves need not be kept. An unknown word is taken for a
//! known one once in 64 times.

/// How many bits of a value are fingerprint.
pub const FINGERPRINT_BITS: u32 = 6;

/// The clusters of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Of 1024, by the whole vector.
    pub whole: u16,
    /// Of 256 each, by its halves.
    pub halves: [u8; 2],
}

impl Groups {
    /// The clusters in one number of 26 bits.
    pub fn pack(self) -> u32 {
        u32::from(self.whole) << 16 | u32::from(self.halves[0]) << 8 | u32::from(self.halves[1])
    }

    fn unpack(number: u32) -> Self {
        Self { whole: (number >> 16) as u16, halves: [(number >> 8) as u8, number as u8] }
    }
}

/// Values of words, by three places each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Three segments of equal length.
    pub values: Vec<u32>,
}

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

/// The three places of a hash in a table of this length, one in each segment.
pub fn places(hash: u64, length: usize) -> [usize; 3] {
    let segment = (length / 3) as u64;
    let place = |part: u64| (((part & 0xffff_ffff) * segment) >> 32) as usize;
    let other = mix(hash ^ 0x9e37_79b9_7f4a_7c15);
    [place(hash), place(hash >> 32) + segment as usize, place(other) + 2 * segment as usize]
}

/// The fingerprint of a hash.
pub fn fingerprint(hash: u64) -> u32 {
    (mix(hash ^ 0x5851_f42d_4c95_7f2d) & ((1 << FINGERPRINT_BITS) - 1)) as u32
}

impl Table {
    /// The clusters of a word in lower case, or none where it is not known.
    pub fn clusters(&self, word: &str) -> Option<Groups> {
        if self.values.len() < 3 {
            return None;
        }
        let hash = hash(word);
        let [first, second, third] = places(hash, self.values.len());
        let value = self.values[first] ^ self.values[second] ^ self.values[third];
        (value & ((1 << FINGERPRINT_BITS) - 1) == fingerprint(hash)).then(|| Groups::unpack(value >> FINGERPRINT_BITS))
    }
}
