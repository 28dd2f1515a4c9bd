//! Features: each the place in a list and a value, hashed together.

/// Numbers features in the order in which they are added, and gives away their hashes.
pub struct Features<G> {
    number: u64,
    give: G,
}

impl Features<()> {
    /// Gives to `give` what is added; lists that begin at different numbers never share a feature.
    pub fn from(number: u64, mut give: impl FnMut(u32)) -> Features<impl FnMut(u64, u32)> {
        Self::numbered(number, move |_, feature| give(feature))
    }

    /// The same, each with its number.
    pub fn numbered<G: FnMut(u64, u32)>(number: u64, give: G) -> Features<G> {
        Features { number, give }
    }
}

impl<G: FnMut(u64, u32)> Features<G> {
    /// Adds the next feature, with its value here.
    pub fn add(&mut self, value: u64) {
        self.number += 1;
        (self.give)(self.number, hashed(self.number, value));
    }

    /// Leaves out numbers whose features are given elsewhere.
    pub fn skip(&mut self, numbers: u64) {
        self.number += numbers;
    }
}

/// Gives features in the order of their numbers, which learning depends on.
#[cfg(any(test, feature = "training"))]
pub fn in_order(mut features: Vec<(u64, u32)>, give: impl FnMut(u32)) {
    features.sort_by_key(|(number, _)| *number);
    features.into_iter().map(|(_, feature)| feature).for_each(give);
}

/// A feature: its number in a list, and its value.
pub fn hashed(number: u64, value: u64) -> u32 {
    ((value ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}

/// Two values as one.
pub fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(29) ^ second).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(31)
}
