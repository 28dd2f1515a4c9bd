//! A sentence as features see it: its units, and what stands between any two of them.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::name_tags::NameTags;
use super::super::quote_candidate::QuoteCandidate;
use super::labels::{ARGUMENT_LABELS, CUE_LABELS};
pub use super::unit_features::quoted_features;
use super::unit_features::{BEYOND_EDGE, RULE_CUE, UnitFeatures, unit_features};
use crate::crf::cache::{OFFSETS, WordSumCache};
use crate::crf::weights::{WeightSums, Weights};
use crate::vocabulary::{Vocabulary, WordFeatures};

/// The weight sums of words met before.
#[derive(Default)]
pub struct WordSumCaches {
    pub(super) cues: WordSumCache<CUE_LABELS>,
    /// Before the cue and behind it.
    pub(super) arguments: [WordSumCache<ARGUMENT_LABELS>; 2],
}

/// A sentence, prepared for the features of cues and arguments.
pub struct SentenceFeatures<'f> {
    /// The sentence.
    pub sentence: &'f CollapsedSentence<'f>,
    /// The quotes that the rules found.
    pub(super) candidates: &'f [QuoteCandidate],
    pub(super) units: Vec<UnitFeatures<'f>>,
    // For each unit, and the end, how many of these there are before it.
    commas: Vec<u16>,
    quoted_spans: Vec<u16>,
    cues: Vec<u16>,
    clause_openers: Vec<u16>,
}

impl<'f> SentenceFeatures<'f> {
    /// Prepares a sentence in which the rules found `candidates`; `quoted` is from [`quoted_features`].
    pub fn new(
        sentence: &'f CollapsedSentence,
        candidates: &'f [QuoteCandidate],
        vocabulary: &'f Vocabulary,
        names: &NameTags,
        quoted: &'f [WordFeatures],
    ) -> Self {
        let units = unit_features(sentence, candidates, vocabulary, names, quoted);
        let count = |is_counted: &dyn Fn(usize) -> bool| {
            let mut sum = 0u16;
            let mut sums = Vec::with_capacity(sentence.len() + 1);
            sums.push(0);
            for unit in 0..sentence.len() {
                sum = sum.saturating_add(u16::from(is_counted(unit)));
                sums.push(sum);
            }
            sums
        };
        let commas = count(&|unit| sentence.word(unit) == ",");
        let quoted_spans = count(&|unit| units[unit].is_quoted);
        let cues = count(&|unit| units[unit].verb != 0 && units[unit].rule & RULE_CUE != 0);
        let clause_openers = count(&|unit| matches!(sentence.word(unit), "that" | ":" | "who" | "which"));
        Self { sentence, candidates, units, commas, quoted_spans, cues, clause_openers }
    }

    /// Returns the features of the unit at an offset from another one.
    pub(super) fn unit(&self, unit: usize, offset: isize) -> &UnitFeatures<'_> {
        unit.checked_add_signed(offset).and_then(|unit| self.units.get(unit)).unwrap_or(&BEYOND_EDGE)
    }

    /// Returns whether there is a quoted span among these units.
    pub(super) fn has_quoted_span(&self, units: Range<usize>) -> bool {
        self.quoted_spans[units.end] > self.quoted_spans[units.start]
    }

    /// Returns how many commas, quoted spans, clause openers and cues there are among these units, as one number below
    /// 32.
    pub(super) fn path(&self, units: Range<usize>) -> u64 {
        let count = |sums: &[u16], most: u16| u64::from((sums[units.end] - sums[units.start]).min(most));
        count(&self.commas, 3)
            | count(&self.quoted_spans, 1) << 2
            | count(&self.clause_openers, 1) << 3
            | count(&self.cues, 1) << 4
    }

    /// Adds the weights of what the units around a unit show by themselves; `features` emits the numbers and hashes of
    /// a unit's features at the offset with this number in [`OFFSETS`].
    pub(super) fn add_word_weights<const L: usize>(
        &self,
        unit: usize,
        model: &Weights<L>,
        cache: &mut WordSumCache<L>,
        sums: &mut WeightSums<L>,
        features: impl Fn(&UnitFeatures, usize, &mut dyn FnMut(u64, u32)),
    ) {
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            let unit = self.unit(unit, offset);
            let Some(number) = unit.word_number else {
                features(unit, slot, &mut |_, feature| sums.add(feature));
                continue;
            };
            let sum = || model.sum(|sums| features(unit, slot, &mut |_, feature| sums.add(feature)));
            sums.add_sums(&cache.get_or_sum(number, slot, sum));
        }
    }
}
