//! The weights of a linear-chain conditional random field with `L` labels.

use super::file::{Broken, Reader};

/// A number for each label.
pub type Row<const L: usize> = [f32; L];

/// Learned weights, one byte each.
#[derive(Debug)]
pub struct Weights<const L: usize> {
    transitions: [Row<L>; L],
    calibration: [f32; 2],
    unit: f32,
    bits: u32,
    /// For each bucket, whether it has weights: small enough to stay close to the processor.
    filled: Vec<u64>,
    /// For each 64 buckets, how many before them have weights.
    ranks: Vec<u32>,
    /// The weights of each bucket that has some.
    weights: Rows<L>,
}

/// Rows of weights: whole where labels are few, which is faster, and otherwise without what is nothing.
#[derive(Debug)]
enum Rows<const L: usize> {
    Whole(Vec<[i8; L]>),
    /// Where each row begins, and one more; labels and their weights, row after row.
    Sparse(Vec<u32>, Vec<(u8, i8)>),
}

/// How many labels a row may have to be kept whole.
const FEW: usize = 4;

/// The logarithm of a probability's odds, kept finite.
pub fn log_odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-4, 1.0 - 1e-4);
    (probability / (1.0 - probability)).ln()
}

/// The weights of a token's features, added up; two bytes hold those of 258 features, twice as many as any token has.
pub struct Sums<'m, const L: usize> {
    model: &'m Weights<L>,
    shift: u32,
    sums: [i16; L],
}

impl<const L: usize> Sums<'_, L> {
    /// Adds the weights of a feature, given by its hash.
    #[inline(always)]
    pub fn add(&mut self, feature: u32) {
        let bucket = (feature >> self.shift) as usize;
        if self.model.filled[bucket / 64] >> (bucket % 64) & 1 != 0 {
            self.add_bucket(bucket);
        }
    }

    fn add_bucket(&mut self, bucket: usize) {
        let before = self.model.filled[bucket / 64] & ((1 << (bucket % 64)) - 1);
        let rank = (self.model.ranks[bucket / 64] + before.count_ones()) as usize;
        match &self.model.weights {
            Rows::Whole(rows) => {
                self.sums.iter_mut().zip(rows[rank]).for_each(|(sum, weight)| *sum += i16::from(weight));
            }
            Rows::Sparse(starts, weights) => {
                for &(label, weight) in &weights[starts[rank] as usize..starts[rank + 1] as usize] {
                    self.sums[usize::from(label)] += i16::from(weight);
                }
            }
        }
    }
}

impl<const L: usize> Sums<'_, L> {
    /// Adds sums that were worked out before.
    pub fn add_all(&mut self, sums: &[i16; L]) {
        self.sums.iter_mut().zip(sums).for_each(|(sum, more)| *sum += more);
    }
}

impl<const L: usize> Weights<L> {
    /// Reads weights: the transitions, the calibration, the weights' unit, and for each bucket of
    /// features the labels that have a weight, then those weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(reader: &mut Reader) -> Result<Self, Broken> {
        let mut transitions = [[0.0; L]; L];
        for weight in transitions.iter_mut().flatten() {
            *weight = reader.float()?;
        }
        let calibration = [reader.float()?, reader.float()?];
        let unit = reader.float()?;
        let bits = reader.number()?;
        if bits == 0 || bits > 24 {
            return Err(Broken::Damaged);
        }
        let total = reader.number()? as usize;
        let counts = reader.take(1 << bits)?;
        let mut filled = vec![0u64; counts.len().div_ceil(64)];
        for (bucket, _) in counts.iter().enumerate().filter(|(_, count)| **count != 0) {
            filled[bucket / 64] |= 1 << (bucket % 64);
        }
        let mut ranks = Vec::with_capacity(filled.len());
        let mut rank = 0u32;
        for bits in &filled {
            ranks.push(rank);
            rank += bits.count_ones();
        }
        let mut starts = Vec::with_capacity(rank as usize + 1);
        let mut start = 0u32;
        for &count in counts.iter().filter(|count| **count != 0) {
            starts.push(start);
            start += u32::from(count);
        }
        starts.push(start);
        if start as usize != total {
            return Err(Broken::Damaged);
        }
        let labels = reader.take(total)?;
        let weights = reader.take(total)?;
        if labels.iter().any(|&label| usize::from(label) >= L) {
            return Err(Broken::Damaged);
        }
        let pairs: Vec<(u8, i8)> = labels.iter().zip(weights).map(|(&label, &weight)| (label, weight as i8)).collect();
        let weights = if L > FEW {
            Rows::Sparse(starts, pairs)
        } else {
            let row = |ends: &[u32]| {
                let mut row = [0; L];
                pairs[ends[0] as usize..ends[1] as usize]
                    .iter()
                    .for_each(|&(label, weight)| row[usize::from(label)] = weight);
                row
            };
            Rows::Whole(starts.windows(2).map(row).collect())
        };
        Ok(Self { transitions, calibration, unit, bits, filled, ranks, weights })
    }

    /// Writes weights as [`Weights::read`] reads them; `weights` holds a row for each bucket.
    pub fn write(body: &mut Vec<u8>, transitions: &[Row<L>; L], calibration: [f32; 2], unit: f32, weights: &[[i8; L]]) {
        let number = |body: &mut Vec<u8>, value: usize| body.extend((value as u32).to_le_bytes());
        body.extend(transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        body.extend(calibration.iter().flat_map(|number| number.to_le_bytes()));
        body.extend(unit.to_le_bytes());
        number(body, weights.len().trailing_zeros() as usize);
        let filled = || weights.iter().flat_map(|row| row.iter().enumerate()).filter(|(_, weight)| **weight != 0);
        number(body, filled().count());
        body.extend(weights.iter().map(|row| row.iter().filter(|weight| **weight != 0).count() as u8));
        body.extend(filled().map(|(label, _)| label as u8));
        body.extend(filled().map(|(_, weight)| *weight as u8));
    }

    /// The weights of the features that `each` gives, added up, in units that [`Sums::add_all`] takes.
    pub fn sum(&self, each: impl FnOnce(&mut Sums<L>)) -> [i16; L] {
        let mut sums = Sums { model: self, shift: 32 - self.bits, sums: [0; L] };
        each(&mut sums);
        sums.sums
    }

    /// The score of each label for a token with the features that `each` gives, by their hashes.
    pub fn score(&self, each: impl FnOnce(&mut Sums<L>)) -> Row<L> {
        self.in_nats(&self.sum(each))
    }

    /// Sums of weights as scores.
    pub fn in_nats(&self, sums: &[i16; L]) -> Row<L> {
        sums.map(|sum| f32::from(sum) * self.unit)
    }

    /// How often an answer of this probability is right: its log-odds, stretched
    /// and moved (Platt, 1999) as articles that were held out have shown.
    pub fn calibrate(&self, probability: f32) -> f32 {
        let [stretch, shift] = self.calibration;
        1.0 / (1.0 + (-(stretch * log_odds(probability) + shift)).exp())
    }

    /// The score of each label after each other; minus infinity where it may not follow.
    pub fn transitions(&self) -> &[Row<L>; L] {
        &self.transitions
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::seal;
    use super::*;

    fn file(last: u8) -> Vec<u8> {
        let mut weights = vec![[0i8; 3]; 4];
        weights[2][1] = -7;
        let mut body = Vec::new();
        Weights::write(&mut body, &[[0.5; 3]; 3], [1.0, 0.0], 0.25, &weights);
        *body.last_mut().unwrap() ^= last;
        seal(&body)
    }

    #[test]
    fn what_is_written_is_read() {
        let file = file(0);
        let mut reader = Reader::open(&file).unwrap();
        let weights = Weights::<3>::read(&mut reader).unwrap();
        assert_eq!(reader.close(), Ok(()));
        assert_eq!(weights.score(|sums| sums.add(2 << 30)), [0.0, -1.75, 0.0]);
    }

    #[test]
    fn another_number_of_labels_is_damage() {
        let file = file(0);
        assert!(Weights::<5>::read(&mut Reader::open(&file).unwrap()).is_err());
    }
}
