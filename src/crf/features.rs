//! Feature hashing (Weinberger et al., ICML 2009): a feature is the number of its template and a value, hashed
//! together.

/// Numbers features in the order in which they are added, and emits their hashes.
pub struct FeatureHasher<F> {
    number: u64,
    emit: F,
}

impl FeatureHasher<()> {
    /// Creates a hasher that numbers features from `number` on and emits their hashes.
    ///
    /// Features with different numbers differ, whatever their values.
    pub fn starting_at(number: u64, mut emit: impl FnMut(u32)) -> FeatureHasher<impl FnMut(u64, u32)> {
        Self::numbered(number, move |_, feature| emit(feature))
    }

    /// Creates a hasher that emits each feature's number besides its hash.
    pub fn numbered<F: FnMut(u64, u32)>(number: u64, emit: F) -> FeatureHasher<F> {
        FeatureHasher { number, emit }
    }
}

impl<F: FnMut(u64, u32)> FeatureHasher<F> {
    /// Emits the next feature, with this value.
    pub fn add(&mut self, value: u64) {
        self.number += 1;
        (self.emit)(self.number, hash_feature(self.number, value));
    }

    /// Emits the next features, with these values. Not for a single feature: the loop is there so that the module has the
    /// code that looks a feature up once for all of them.
    #[inline(never)]
    pub fn add_all(&mut self, values: &[u64]) {
        for &value in values {
            self.add(value);
        }
    }

    /// Skips numbers whose features are emitted elsewhere.
    pub fn skip(&mut self, numbers: u64) {
        self.number += numbers;
    }
}

/// Emits features in the order of their numbers, on which training depends.
#[cfg(any(test, feature = "training"))]
pub fn emit_in_order(mut features: Vec<(u64, u32)>, emit: impl FnMut(u32)) {
    features.sort_by_key(|(number, _)| *number);
    features.into_iter().map(|(_, feature)| feature).for_each(emit);
}

/// Hashes a feature: its number and its value.
pub fn hash_feature(number: u64, value: u64) -> u32 {
    ((value ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}

/// Combines two values into one; their order counts.
pub fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(29) ^ second).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(31)
}
