//! The features by which a unit is recognized as part of a cue.

use std::ops::Range;

use super::labels::CUE_LABELS;
use super::sentence_features::{SentenceFeatures, WordSumCaches};
use super::unit_features::{UnitFeatures, distance_bucket};
#[cfg(any(test, feature = "training"))]
use crate::crf::cache::OFFSETS;
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, hash_feature, pair};
use crate::crf::weights::{WeightSums, Weights};

impl SentenceFeatures<'_> {
    /// Emits the features of a unit in one fixed order, on which training depends.
    #[cfg(any(test, feature = "training"))]
    pub fn cue_features(&self, unit: usize, emit: impl FnMut(u32)) {
        let mut features = Vec::with_capacity(96);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            word_features(self.unit(unit, offset), slot, &mut |number, feature| features.push((number, feature)));
        }
        self.cue_context_features(unit, |number, feature| features.push((number, feature)));
        emit_in_order(features, emit);
    }

    /// Adds the weights of the same features.
    pub fn add_cue_weights(
        &self,
        unit: usize,
        model: &Weights<CUE_LABELS>,
        caches: &mut WordSumCaches,
        sums: &mut WeightSums<CUE_LABELS>,
    ) {
        self.add_word_weights(unit, model, &mut caches.cues, sums, word_features);
        self.cue_context_features(unit, |_, feature| sums.add(feature));
    }

    /// Emits the features of several words together and of the sentence.
    fn cue_context_features(&self, unit: usize, emit: impl FnMut(u64, u32)) {
        let mut features = FeatureHasher::numbered(0, emit);
        let [before3, before2, before, this, next, next2, next3] =
            [-3, -2, -1, 0, 1, 2, 3].map(|offset| self.unit(unit, offset));
        features.add(0);
        for unit in [before2, before, this, next, next2] {
            features.skip(3);
            features.add(pair(unit.word.lists(), unit.name));
        }
        features.skip(17);
        features.add_all(&[
            pair(before.word.lower, this.word.lower),
            pair(this.word.lower, next.word.lower),
            pair(before.word.cluster(0), this.word.cluster(0)),
            pair(this.word.cluster(0), next.word.cluster(0)),
            pair(pair(before.word.lower, this.word.lower), next.word.lower),
            pair(pair(before.word.cluster(1), this.word.cluster(0)), next.word.cluster(1)),
            pair(before2.word.lower, before.word.lower),
            pair(next.word.lower, next2.word.lower),
            pair(this.verb, next.word.lower),
            pair(this.verb, before.word.lower),
            pair(this.verb, pair(before.name, next.name)),
            pair(this.word.lower, before.name),
            pair(this.word.lower, next.name),
            pair(this.word.cluster(0), pair(before.name, before.word.lists())),
            pair(this.word.cluster(0), pair(next.name, next.word.lists())),
        ]);
        features.skip(1);
        features.add_all(&[
            pair(this.word.suffix(0), before.word.lower),
            pair(pair(before3.name, before2.name), pair(before.name, this.verb)),
            pair(this.verb, next3.word.lower),
        ]);
        let quoted = self.quoted_around(unit);
        features.add_all(&[
            quoted,
            pair(quoted, this.verb),
            pair(quoted, this.word.lower),
            pair(quoted, this.word.cluster(0)),
            pair(distance_bucket(unit), this.verb),
            pair(distance_bucket(self.units.len() - unit), this.verb),
            this.rule,
            pair(this.rule, this.word.lower),
            pair(this.rule, this.word.cluster(1)),
            pair(before.rule, pair(this.rule, next.rule)),
            pair(before.rule, this.word.lower),
            pair(next.rule, this.word.lower),
        ]);
        let subject = self.nearest_subject(unit);
        features.add_all(&[pair(subject, this.verb), pair(subject, this.word.cluster(1))]);
    }

    /// Whether there are quoted spans before and behind a unit, in the sentence and near by.
    fn quoted_around(&self, unit: usize) -> u64 {
        let bit = |units: Range<usize>| u64::from(self.has_quoted_span(units));
        let end = self.units.len();
        bit(0..unit)
            | bit(unit + 1..end) << 1
            | bit(unit.saturating_sub(6)..unit) << 2
            | bit(unit + 1..end.min(unit + 7)) << 3
    }

    /// The kind and distance of the nearest possible subject before a unit; 0 for none.
    fn nearest_subject(&self, unit: usize) -> u64 {
        let subject = (unit.saturating_sub(8)..unit).rev().find_map(|before| {
            let UnitFeatures { name, is_subject_pronoun, .. } = self.units[before];
            (name != 0 || is_subject_pronoun)
                .then(|| pair(name / 2 + 100 * u64::from(is_subject_pronoun), distance_bucket(unit - before)))
        });
        subject.unwrap_or(0)
    }
}

/// Emits the features of one word by itself, at one of the offsets.
fn word_features(unit: &UnitFeatures, slot: usize, emit: &mut dyn FnMut(u64, u32)) {
    let word = &unit.word;
    let mut add = |number: u64, value: u64| emit(number, hash_feature(number, value));
    let first = 2 + 4 * slot as u64;
    add(first, word.lower);
    add(first + 1, word.cluster(0));
    add(first + 2, word.cluster(1));
    if (1..=3).contains(&slot) {
        let first = 22 + 5 * (slot as u64 - 1);
        let values = [word.suffix(1), word.shape, unit.verb, word.cluster(3), word.cluster(4)];
        (first..).zip(values).for_each(|(number, value)| add(number, value));
    }
    if slot == 2 {
        add(37, word.suffix(0));
        add(38, word.suffix(2));
        add(54, pair(word.suffix(1), word.cluster(1)));
    }
}
