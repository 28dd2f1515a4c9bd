//! The weights of a linear-chain conditional random field with `L` labels.

#[cfg(any(test, feature = "training"))]
use super::arithmetic_coding::Encoder;
use super::arithmetic_coding::{Chance, Coder, Decoder};
use crate::model_file::{Broken, Reader};

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
    /// Rows, and labels and weights that found no place in theirs.
    Sparse(Vec<Sparse>, Vec<(u8, i8)>),
}

/// A row of which most is nothing. Most rows have no more weights than find a place here.
#[derive(Debug)]
struct Sparse {
    first: [(u8, i8); 2],
    /// Where further ones begin, and in the lowest five bits how many there are.
    further: u32,
}

/// How many labels a row may have to be kept whole.
const FEW: usize = 4;

/// The logarithm of a probability's odds, kept finite.
pub fn log_odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-4, 1.0 - 1e-4);
    (probability / (1.0 - probability)).ln()
}

/// The weights of a token's features, added up; two bytes hold those of 258 features, twice as many as any token has.
///
/// Buckets are gathered first and looked up together, so that the processor waits for their rows side by side.
pub struct Sums<'m, const L: usize> {
    model: &'m Weights<L>,
    shift: u32,
    sums: [i16; L],
    gathered: [u32; GATHERED],
    count: usize,
}

/// How many buckets are gathered at most.
const GATHERED: usize = 32;

impl<const L: usize> Sums<'_, L> {
    /// Adds the weights of a feature, given by its hash.
    #[inline(always)]
    pub fn add(&mut self, feature: u32) {
        let bucket = feature >> self.shift;
        let filled = self.model.filled[(bucket / 64) as usize] >> (bucket % 64) & 1;
        // Written whether it counts or not: a branch here would be guessed wrong too often.
        self.gathered[self.count % GATHERED] = bucket;
        self.count += filled as usize;
        if self.count == GATHERED {
            self.look_up();
        }
    }

    fn look_up(&mut self) {
        let Weights { filled, ranks, weights, .. } = self.model;
        let gathered = &mut self.gathered[..self.count];
        for bucket in gathered.iter_mut() {
            let (block, place) = ((*bucket / 64) as usize, *bucket % 64);
            *bucket = ranks[block] + (filled[block] & ((1 << place) - 1)).count_ones();
        }
        match weights {
            Rows::Whole(rows) => {
                for &rank in gathered.iter() {
                    self.sums.iter_mut().zip(rows[rank as usize]).for_each(|(sum, weight)| *sum += i16::from(weight));
                }
            }
            Rows::Sparse(rows, further) => {
                for &rank in gathered.iter() {
                    let row = &rows[rank as usize];
                    let (start, count) = ((row.further >> 5) as usize, (row.further & 31) as usize);
                    for (label, weight) in row.first {
                        self.sums[usize::from(label)] += i16::from(weight);
                    }
                    for &(label, weight) in &further[start..start + count] {
                        self.sums[usize::from(label)] += i16::from(weight);
                    }
                }
            }
        }
        self.count = 0;
    }
}

impl<const L: usize> Sums<'_, L> {
    /// Adds sums that were worked out before.
    pub fn add_all(&mut self, sums: &[i16; L]) {
        self.sums.iter_mut().zip(sums).for_each(|(sum, more)| *sum += more);
    }
}

impl<const L: usize> Weights<L> {
    /// Reads weights: the transitions, the calibration, the weights' unit, and the row of each bucket that has
    /// one, coded, behind the number of empty buckets before it.
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
        let length = reader.number()? as usize;
        let mut decoder = Decoder::new(reader.take(length)?);
        let mut contexts = Contexts::default();
        let buckets = 1usize << bits;
        let mut filled = vec![0u64; buckets.div_ceil(64)];
        let (mut whole, mut sparse, mut further) = (Vec::new(), Vec::new(), Vec::new());
        let mut bucket = 0;
        loop {
            bucket += contexts.gap(&mut decoder, buckets, 0);
            if bucket >= buckets {
                break;
            }
            let row = contexts.row(&mut decoder, &[0; L]).ok_or(Broken::Damaged)?;
            filled[bucket / 64] |= 1 << (bucket % 64);
            if L > FEW {
                let mut weights = (0u8..).zip(row).filter(|(_, weight)| *weight != 0);
                let first = [(); 2].map(|()| weights.next().unwrap_or_default());
                let start = further.len();
                further.extend(weights);
                sparse.push(Sparse { first, further: (start << 5 | (further.len() - start)) as u32 });
            } else {
                whole.push(row);
            }
            bucket += 1;
        }
        if bucket > buckets || !decoder.is_done() {
            return Err(Broken::Damaged);
        }
        let mut ranks = Vec::with_capacity(filled.len());
        let mut rank = 0u32;
        for bits in &filled {
            ranks.push(rank);
            rank += bits.count_ones();
        }
        let weights = if L > FEW { Rows::Sparse(sparse, further) } else { Rows::Whole(whole) };
        Ok(Self { transitions, calibration, unit, bits, filled, ranks, weights })
    }

    /// Writes weights as [`Weights::read`] reads them; `weights` holds a row for each bucket, none below -127.
    #[cfg(any(test, feature = "training"))]
    pub fn write(body: &mut Vec<u8>, transitions: &[Row<L>; L], calibration: [f32; 2], unit: f32, weights: &[[i8; L]]) {
        let number = |body: &mut Vec<u8>, value: usize| body.extend((value as u32).to_le_bytes());
        body.extend(transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        body.extend(calibration.iter().flat_map(|number| number.to_le_bytes()));
        body.extend(unit.to_le_bytes());
        number(body, weights.len().trailing_zeros() as usize);
        let mut encoder = Encoder::default();
        let mut contexts = Contexts::default();
        let mut bucket = 0;
        for (filled, row) in weights.iter().enumerate().filter(|(_, row)| **row != [0; L]) {
            contexts.gap(&mut encoder, weights.len(), filled - bucket);
            contexts.row(&mut encoder, row);
            bucket = filled + 1;
        }
        contexts.gap(&mut encoder, weights.len(), weights.len() - bucket);
        let coded = encoder.finish();
        number(body, coded.len());
        body.extend(coded);
    }

    /// The weights of the features that `each` gives, added up, in units that [`Sums::add_all`] takes.
    pub fn sum(&self, each: impl FnOnce(&mut Sums<L>)) -> [i16; L] {
        let mut sums = Sums { model: self, shift: 32 - self.bits, sums: [0; L], gathered: [0; GATHERED], count: 0 };
        each(&mut sums);
        sums.look_up();
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

/// What is likely in rows of weights.
struct Contexts<const L: usize> {
    /// For each group of empty buckets in a row, whether another follows.
    gaps: [Chance; 16],
    /// For the label before, and none, which label has the next weight; the last stands for no more.
    labels: Vec<[Chance; MOST]>,
    /// For each label and the sign of the weight before, whether a weight is positive.
    signs: [[Chance; 3]; L],
    /// For each label, how many binary digits a weight has.
    lengths: [[Chance; 8]; L],
    /// For each label and number of digits, the two behind the first, which is set.
    digits: [[[Chance; 4]; 8]; L],
    /// For each number of digits, those that are left.
    rest: [[Chance; 8]; 8],
}

/// How many buckets make a group of empty ones, as a power of two.
const GROUP: u32 = 3;

/// More labels than any field has.
const MOST: usize = 32;

impl<const L: usize> Default for Contexts<L> {
    fn default() -> Self {
        let even = Chance::default();
        Self {
            gaps: [even; 16],
            labels: vec![[even; MOST]; L + 1],
            signs: [[even; 3]; L],
            lengths: [[even; 8]; L],
            digits: [[[even; 4]; 8]; L],
            rest: [[even; 8]; 8],
        }
    }
}

impl<const L: usize> Contexts<L> {
    /// Writes how many empty buckets come before the next row, `most` at most, or reads it
    /// (Golomb 1966, with Rice's groups).
    fn gap(&mut self, coder: &mut impl Coder, most: usize, given: usize) -> usize {
        let mut groups = 0;
        while groups <= most >> GROUP
            && coder.bit(&mut self.gaps[groups.min(self.gaps.len() - 1)], groups < given >> GROUP)
        {
            groups += 1;
        }
        groups << GROUP | coder.even(GROUP, given & ((1 << GROUP) - 1))
    }

    /// Writes a row that has a weight, or reads one in place of the one given; nothing where what is read is no row.
    #[inline(never)] // Browsers optimise function by function, small ones soon.
    fn row(&mut self, coder: &mut impl Coder, given: &[i8; L]) -> Option<[i8; L]> {
        let mut row = [0; L];
        // The label that comes next, and the sign of the weight before.
        let (mut next, mut sign) = (0, 0);
        let width = (L + 1).next_power_of_two();
        loop {
            let label = (next..L).find(|&label| given[label] != 0).unwrap_or(L);
            let label = coder.number(&mut self.labels[next][..width], label);
            if label == L {
                return Some(row);
            }
            if !(next..L).contains(&label) {
                return None;
            }
            row[label] = self.weight(coder, label, sign, given[label]);
            (next, sign) = (label + 1, if row[label] > 0 { 1 } else { 2 });
        }
    }

    fn weight(&mut self, coder: &mut impl Coder, label: usize, sign: usize, given: i8) -> i8 {
        let positive = coder.bit(&mut self.signs[label][sign], given > 0);
        let size = usize::from(given.unsigned_abs());
        let length = coder.number(&mut self.lengths[label], (size.max(1).ilog2() + 1) as usize);
        let mut read = usize::from(length > 0);
        for place in (0..length.saturating_sub(1)).rev() {
            let done = length - 1 - place;
            let chance = if done <= 2 {
                &mut self.digits[label][length][if done == 1 { 1 } else { 2 + (read & 1) }]
            } else {
                &mut self.rest[length][place]
            };
            read = 2 * read + usize::from(coder.bit(chance, size >> place & 1 == 1));
        }
        if positive { read as i8 } else { -(read as i8) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model_file::seal;

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
    fn every_weight_of_many_labels_comes_back() {
        let mut rows = vec![[0i8; 19]; 256];
        for (number, weight) in rows.iter_mut().flatten().enumerate() {
            *weight = if number % 7 == 0 { (number % 255) as u8 as i8 } else { 0 }.max(-127);
        }
        let mut body = Vec::new();
        Weights::write(&mut body, &[[0.5; 19]; 19], [1.0, 0.0], 1.0, &rows);
        let file = seal(&body);
        let weights = Weights::<19>::read(&mut Reader::open(&file).unwrap()).unwrap();
        for (bucket, row) in rows.iter().enumerate() {
            assert_eq!(weights.sum(|sums| sums.add((bucket as u32) << 24)), row.map(i16::from));
        }
    }

    #[test]
    fn another_number_of_labels_is_damage() {
        let file = file(0);
        assert!(Weights::<5>::read(&mut Reader::open(&file).unwrap()).is_err());
    }
}
