//! The features by which a unit is recognized as part of a source or content, apart from its relation to the cue.

use super::labels::ARGUMENT_LABELS;
use super::sentence_features::{SentenceFeatures, WordSumCaches};
use super::unit_features::UnitFeatures;
#[cfg(any(test, feature = "training"))]
use crate::crf::cache::OFFSETS;
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, hash_feature, pair};
use crate::crf::weights::{WeightSums, Weights};

impl SentenceFeatures<'_> {
    /// Emits the features of a unit that depend only on the side of the cue, in one fixed order, on which training
    /// depends.
    #[cfg(any(test, feature = "training"))]
    pub fn argument_features(&self, unit: usize, is_behind: bool, emit: impl FnMut(u32)) {
        let mut features = Vec::with_capacity(48);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            word_features(self.unit(unit, offset), is_behind, slot, &mut |number, feature| {
                features.push((number, feature));
            });
        }
        self.argument_context_features(unit, is_behind, |number, feature| features.push((number, feature)));
        emit_in_order(features, emit);
    }

    /// Adds the weights of the same features.
    pub fn add_argument_weights(
        &self,
        unit: usize,
        is_behind: bool,
        model: &Weights<ARGUMENT_LABELS>,
        caches: &mut WordSumCaches,
        sums: &mut WeightSums<ARGUMENT_LABELS>,
    ) {
        let cache = &mut caches.arguments[usize::from(is_behind)];
        self.add_word_weights(unit, model, cache, sums, |unit, slot, emit| {
            word_features(unit, is_behind, slot, emit);
        });
        self.argument_context_features(unit, is_behind, |_, feature| sums.add(feature));
    }

    /// Emits the features of several words together and of the sentence.
    fn argument_context_features(&self, unit: usize, is_behind: bool, emit: impl FnMut(u64, u32)) {
        let mut features = FeatureHasher::numbered(first_number(is_behind), emit);
        let [before, this, next] = [-1, 0, 1].map(|offset| self.unit(unit, offset));
        features.add(0);
        for unit in [before, this, next] {
            features.skip(3);
            features.add(pair(unit.word.lists(), unit.name));
            features.skip(2);
            features.add(unit.rule);
        }
        features.skip(5);
        features.add_all(&[
            pair(before.word.lower, this.word.lower),
            pair(this.word.lower, next.word.lower),
            pair(before.word.cluster(1), this.word.cluster(1)),
            pair(this.word.cluster(1), next.word.cluster(1)),
            pair(pair(before.rule, this.rule), next.rule),
            pair(before.word.lower, this.name),
            pair(u64::from(unit == 0), this.word.lower),
            pair(u64::from(unit + 1 == self.units.len()), this.word.lower),
            pair(self.next_sign(unit), this.word.lower),
        ]);
    }

    /// The number of the next sign, `that` or quoted span within five units; 0 for none.
    fn next_sign(&self, unit: usize) -> u64 {
        let end = self.units.len().min(unit + 6);
        (unit + 1..end)
            .find_map(|next| match self.sentence.word(next) {
                "," => Some(1),
                "." => Some(2),
                ":" => Some(3),
                "that" => Some(4),
                "" => Some(5),
                _ => None,
            })
            .unwrap_or(0)
    }
}

/// The number before the first feature of each side of the cue.
fn first_number(is_behind: bool) -> u64 {
    if is_behind { 200 } else { 100 }
}

/// Emits the features of one word by itself, at one of the offsets.
fn word_features(unit: &UnitFeatures, is_behind: bool, slot: usize, emit: &mut dyn FnMut(u64, u32)) {
    let word = &unit.word;
    let base = first_number(is_behind);
    let mut add = |number: u64, value: u64| emit(base + number, hash_feature(base + number, value));
    if (1..=3).contains(&slot) {
        let first = 2 + 7 * (slot as u64 - 1);
        add(first, word.lower);
        add(first + 1, word.cluster(0));
        add(first + 2, word.cluster(1));
        add(first + 4, word.shape);
        add(first + 5, unit.verb);
    } else {
        let first = if slot == 0 { 23 } else { 25 };
        add(first, word.lower);
        add(first + 1, word.cluster(1));
    }
    if slot == 2 {
        add(27, word.suffix(1));
    }
}
