//! The coding of weights: gaps between rows, and rows of small numbers of which most are zero.

use super::arithmetic_coding::{BitModel, Coder};

/// The adaptive models by which rows of weights are coded; one type for any number of labels, so that the module has their
/// code once.
pub struct ContextModels {
    /// By the length of a gap so far, in groups: whether another group of empty buckets follows.
    gaps: [BitModel; 16],
    /// By the previous label, if any: which label has the next weight; the last number ends the row.
    labels: Vec<[BitModel; LABEL_MODELS]>,
    /// By label: the models of its weight.
    weights: Vec<WeightModels>,
    /// By number of bits: those of a weight behind its first three.
    low_bits: [[BitModel; 8]; 8],
}

/// The adaptive models by which the weights of a label are coded.
#[derive(Clone, Default)]
struct WeightModels {
    /// By sign of the previous weight: whether a weight is positive.
    signs: [BitModel; 3],
    /// How many bits a weight has.
    lengths: [BitModel; 8],
    /// By number of bits: the two bits behind the first, which is always set.
    high_bits: [[BitModel; 4]; 8],
}

/// The binary logarithm of the number of empty buckets in a group.
const GROUP_BITS: u32 = 3;

/// A power of two greater than the number of labels of any field.
const LABEL_MODELS: usize = 32;

impl ContextModels {
    /// Creates the models of a field with this number of labels, before anything is coded.
    pub fn new(label_count: usize) -> Self {
        let even = BitModel::default();
        Self {
            gaps: [even; 16],
            labels: vec![[even; LABEL_MODELS]; label_count + 1],
            weights: vec![WeightModels::default(); label_count],
            low_bits: [[even; 8]; 8],
        }
    }

    /// Codes the number of empty buckets before the next row, at most `max` (Golomb–Rice coding; Golomb 1966).
    #[inline(never)] // Browsers optimize function by function, small ones sooner.
    pub fn gap(&mut self, coder: &mut impl Coder, max: usize, value: usize) -> usize {
        let mut groups = 0;
        while groups <= max >> GROUP_BITS
            && coder.bit(&mut self.gaps[groups.min(self.gaps.len() - 1)], groups < value >> GROUP_BITS)
        {
            groups += 1;
        }
        groups << GROUP_BITS | coder.uniform(GROUP_BITS, value & ((1 << GROUP_BITS) - 1))
    }

    /// Codes a row with at least one weight; returns `false` if the decoded numbers are no row.
    #[inline(never)]
    pub fn row(&mut self, coder: &mut impl Coder, row: &mut [i8]) -> bool {
        // The first label that may come next, and the sign of the previous weight.
        let (mut next, mut sign) = (0, 0);
        let width = (row.len() + 1).next_power_of_two();
        loop {
            let label = (next..row.len()).find(|&label| row[label] != 0).unwrap_or(row.len());
            let label = coder.number(&mut self.labels[next][..width], label);
            if label == row.len() {
                return true;
            }
            if !(next..row.len()).contains(&label) {
                return false;
            }
            row[label] = self.weight(coder, label, sign, row[label]);
            (next, sign) = (label + 1, if row[label] > 0 { 1 } else { 2 });
        }
    }

    fn weight(&mut self, coder: &mut impl Coder, label: usize, sign: usize, value: i8) -> i8 {
        let models = &mut self.weights[label];
        let positive = coder.bit(&mut models.signs[sign], value > 0);
        let magnitude = usize::from(value.unsigned_abs());
        let length = coder.number(&mut models.lengths, (magnitude.max(1).ilog2() + 1) as usize);
        let mut coded = usize::from(length > 0);
        for place in (0..length.saturating_sub(1)).rev() {
            let done = length - 1 - place;
            let model = if done <= 2 {
                &mut models.high_bits[length][if done == 1 { 1 } else { 2 + (coded & 1) }]
            } else {
                &mut self.low_bits[length][place]
            };
            coded = 2 * coded + usize::from(coder.bit(model, magnitude >> place & 1 == 1));
        }
        if positive { coded as i8 } else { -(coded as i8) }
    }
}
