//! The weights of a linear-chain conditional random field with `L` labels.

use super::arithmetic_coding::Decoder;
#[cfg(any(test, feature = "training"))]
use super::arithmetic_coding::Encoder;
use super::context_models::ContextModels;
use crate::model_file::{ModelFileError, ModelFileReader};

/// One number for each label.
pub type Row<const L: usize> = [f32; L];

/// Learned weights, one byte each.
#[derive(Debug)]
pub struct Weights<const L: usize> {
    transitions: [Row<L>; L],
    calibration: [f32; 2],
    unit: f32,
    bits: u32,
    /// For each bucket, one bit: whether it has weights. Small enough to stay in the processor's cache.
    filled: Vec<u64>,
    /// For each 64 buckets, how many buckets before them have weights.
    ranks: Vec<u32>,
    /// The weights of each bucket that has any. Most are zero, but with vector instructions it is faster to add a whole row
    /// than to look at each weight.
    weights: Vec<[i8; L]>,
}

/// Returns the log-odds of a probability, kept finite.
pub fn log_odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-4, 1.0 - 1e-4);
    (probability / (1.0 - probability)).ln()
}

/// Calibrates a probability by Platt scaling of its log-odds, fitted on held-out articles (Platt, Advances in Large Margin
/// Classifiers 1999); the two numbers are the slope and the intercept.
pub fn calibrate([slope, intercept]: [f32; 2], probability: f32) -> f32 {
    1.0 / (1.0 + (-(slope * log_odds(probability) + intercept)).exp())
}

/// Sums the weights of a token's features; two bytes hold those of 258 features, twice as many as any token has.
///
/// Buckets are collected first and looked up in batches, so that the processor loads their rows in parallel.
pub struct WeightSums<'m, const L: usize> {
    model: &'m Weights<L>,
    shift: u32,
    sums: [i16; L],
    batch: [u32; BATCH],
    count: usize,
}

/// How many buckets are looked up together.
const BATCH: usize = 32;

impl<const L: usize> WeightSums<'_, L> {
    /// Adds the weights of a feature, given by its hash.
    #[inline(always)]
    pub fn add(&mut self, feature: u32) {
        let bucket = feature >> self.shift;
        let filled = self.model.filled[(bucket / 64) as usize] >> (bucket % 64) & 1;
        // Written even if it has no weights: the processor would often mispredict a branch here.
        self.batch[self.count % BATCH] = bucket;
        self.count += filled as usize;
        if self.count == BATCH {
            self.look_up();
        }
    }

    fn look_up(&mut self) {
        let Weights { filled, ranks, weights, .. } = self.model;
        let batch = &mut self.batch[..self.count];
        for bucket in batch.iter_mut() {
            let (word, bit) = ((*bucket / 64) as usize, *bucket % 64);
            *bucket = ranks[word] + (filled[word] & ((1 << bit) - 1)).count_ones();
        }
        let mut sums = self.sums;
        for &rank in batch.iter() {
            sums.iter_mut().zip(weights[rank as usize]).for_each(|(sum, weight)| *sum += i16::from(weight));
        }
        self.sums = sums;
        self.count = 0;
    }

    /// Adds sums that were computed before.
    pub fn add_sums(&mut self, sums: &[i16; L]) {
        self.sums.iter_mut().zip(sums).for_each(|(sum, other)| *sum += other);
    }
}

impl<const L: usize> Weights<L> {
    /// Reads weights: the transitions, the calibration, the unit of the weights, and, arithmetic-coded, the row of
    /// each bucket that has one, behind the number of empty buckets before it.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are truncated or corrupted.
    pub fn read(reader: &mut ModelFileReader) -> Result<Self, ModelFileError> {
        let mut transitions = [[0.0; L]; L];
        for weight in transitions.iter_mut().flatten() {
            *weight = reader.read_f32()?;
        }
        let calibration = [reader.read_f32()?, reader.read_f32()?];
        let unit = reader.read_f32()?;
        let bits = reader.read_u32()?;
        if bits == 0 || bits > 24 {
            return Err(ModelFileError::Corrupted);
        }
        let length = reader.read_u32()? as usize;
        let mut decoder = Decoder::new(reader.read_bytes(length)?);
        let mut models = ContextModels::new(L);
        let buckets = 1usize << bits;
        let mut filled = vec![0u64; buckets.div_ceil(64)];
        let mut weights = Vec::new();
        let mut bucket = 0;
        loop {
            bucket += models.gap(&mut decoder, buckets, 0);
            if bucket >= buckets {
                break;
            }
            let mut row = [0; L];
            if !models.row(&mut decoder, &mut row) {
                return Err(ModelFileError::Corrupted);
            }
            filled[bucket / 64] |= 1 << (bucket % 64);
            weights.push(row);
            bucket += 1;
        }
        if bucket > buckets || !decoder.is_done() {
            return Err(ModelFileError::Corrupted);
        }
        let mut ranks = Vec::with_capacity(filled.len());
        let mut rank = 0u32;
        for bits in &filled {
            ranks.push(rank);
            rank += bits.count_ones();
        }
        weights.shrink_to_fit();
        Ok(Self { transitions, calibration, unit, bits, filled, ranks, weights })
    }

    /// Writes weights in the format of [`Weights::read`]; `weights` holds a row for each bucket, from -127 to 127.
    #[cfg(any(test, feature = "training"))]
    pub fn write(body: &mut Vec<u8>, transitions: &[Row<L>; L], calibration: [f32; 2], unit: f32, weights: &[[i8; L]]) {
        let number = |body: &mut Vec<u8>, value: usize| body.extend((value as u32).to_le_bytes());
        body.extend(transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        body.extend(calibration.iter().flat_map(|number| number.to_le_bytes()));
        body.extend(unit.to_le_bytes());
        number(body, weights.len().trailing_zeros() as usize);
        let mut encoder = Encoder::default();
        let mut models = ContextModels::new(L);
        let mut bucket = 0;
        for (filled, row) in weights.iter().enumerate().filter(|(_, row)| **row != [0; L]) {
            models.gap(&mut encoder, weights.len(), filled - bucket);
            models.row(&mut encoder, &mut row.to_owned());
            bucket = filled + 1;
        }
        models.gap(&mut encoder, weights.len(), weights.len() - bucket);
        let coded = encoder.finish();
        number(body, coded.len());
        body.extend(coded);
    }

    /// Returns the sums of the weights of the features that `add` adds, as [`WeightSums::add_sums`] takes them.
    pub fn sum(&self, add: impl FnOnce(&mut WeightSums<L>)) -> [i16; L] {
        let mut sums = WeightSums { model: self, shift: 32 - self.bits, sums: [0; L], batch: [0; BATCH], count: 0 };
        add(&mut sums);
        sums.look_up();
        sums.sums
    }

    /// Returns the score of each label, in nats, for a token with the features that `add` adds.
    pub fn score(&self, add: impl FnOnce(&mut WeightSums<L>)) -> Row<L> {
        self.to_scores(&self.sum(add))
    }

    /// Converts sums of weights to scores in nats.
    pub fn to_scores(&self, sums: &[i16; L]) -> Row<L> {
        sums.map(|sum| f32::from(sum) * self.unit)
    }

    /// Calibrates a probability.
    pub fn calibrate(&self, probability: f32) -> f32 {
        calibrate(self.calibration, probability)
    }

    /// Returns the score of each label after each other, minus infinity where it may not follow.
    pub fn transitions(&self) -> &[Row<L>; L] {
        &self.transitions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model_file::add_header;

    fn file(last: u8) -> Vec<u8> {
        let mut weights = vec![[0i8; 3]; 4];
        weights[2][1] = -7;
        let mut body = Vec::new();
        Weights::write(&mut body, &[[0.5; 3]; 3], [1.0, 0.0], 0.25, &weights);
        *body.last_mut().unwrap() ^= last;
        add_header(&body)
    }

    #[test]
    fn reads_what_was_written() {
        let file = file(0);
        let mut reader = ModelFileReader::open(&file).unwrap();
        let weights = Weights::<3>::read(&mut reader).unwrap();
        assert_eq!(reader.finish(), Ok(()));
        assert_eq!(weights.score(|sums| sums.add(2 << 30)), [0.0, -1.75, 0.0]);
    }

    #[test]
    fn keeps_every_weight_of_many_labels() {
        let mut rows = vec![[0i8; 19]; 256];
        for (number, weight) in rows.iter_mut().flatten().enumerate() {
            *weight = if number % 7 == 0 { (number % 255) as u8 as i8 } else { 0 }.max(-127);
        }
        let mut body = Vec::new();
        Weights::write(&mut body, &[[0.5; 19]; 19], [1.0, 0.0], 1.0, &rows);
        let file = add_header(&body);
        let weights = Weights::<19>::read(&mut ModelFileReader::open(&file).unwrap()).unwrap();
        for (bucket, row) in rows.iter().enumerate() {
            assert_eq!(weights.sum(|sums| sums.add((bucket as u32) << 24)), row.map(i16::from));
        }
    }

    #[test]
    fn rejects_another_number_of_labels() {
        let file = file(0);
        assert!(Weights::<5>::read(&mut ModelFileReader::open(&file).unwrap()).is_err());
    }
}
