//! The file that holds learned weights: versioned, and checked when read.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | the magic `whosaid\0` |
//! | 4 | the version of the format |
//! | 8 | the length of the body |
//! | 8 | a checksum of the body (FNV-1a) |
//! | body | the sections below |
//!
//! All numbers are little-endian. The body holds the table of words, the
//! parents of their clusters, the transitions, the calibration, the weights' unit, and for each
//! bucket of features the labels that have a weight, then those weights.

use super::LABELS;
use super::words::Words;

/// What every file begins with.
pub const MAGIC: &[u8; 8] = b"whosaid\0";
/// The version of the format that this library reads.
pub const VERSION: u32 = 1;

/// Learned weights and word clusters.
#[derive(Debug)]
pub struct Model {
    /// Word clusters.
    pub words: Words,
    /// For each cluster, the coarser ones it lies in: of 256 and of 64.
    pub parents: Vec<[u16; 2]>,
    transitions: [[f32; LABELS]; LABELS],
    calibration: [f32; 2],
    unit: f32,
    bits: u32,
    /// Where each bucket's weights begin; one more than there are buckets.
    starts: Vec<u32>,
    /// Labels and their weights, bucket after bucket.
    weights: Vec<(u8, i8)>,
}

/// Why a file of weights cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It does not begin as such a file does.
    Foreign,
    /// It has another version of the format.
    Version(u32),
    /// It ends early, or holds more than it says.
    Truncated,
    /// Its body is not what was written.
    Damaged,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Foreign => write!(formatter, "this is no file of whosaid weights"),
            Self::Version(found) => {
                write!(formatter, "the weights have format {found}, but format {VERSION} is needed: train them again")
            }
            Self::Truncated => write!(formatter, "the file of weights is incomplete: copy it again"),
            Self::Damaged => write!(formatter, "the file of weights is damaged: copy it again"),
        }
    }
}

impl std::error::Error for Broken {}

/// The logarithm of a probability's odds, kept finite.
pub fn log_odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-4, 1.0 - 1e-4);
    (probability / (1.0 - probability)).ln()
}

/// The checksum of a file's body.
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], Broken> {
        let (head, rest) = self.rest.split_at_checked(length).ok_or(Broken::Truncated)?;
        self.rest = rest;
        Ok(head)
    }

    fn number(&mut self) -> Result<u32, Broken> {
        Ok(self.take(4)?.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    fn float(&mut self) -> Result<f32, Broken> {
        Ok(f32::from_bits(self.number()?))
    }

    fn shorts(&mut self, count: usize) -> Result<Vec<u16>, Broken> {
        let bytes = self.take(count.checked_mul(2).ok_or(Broken::Truncated)?)?;
        Ok(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect())
    }
}

/// The weights of a token's features, added up.
pub struct Sums<'m> {
    model: &'m Model,
    shift: u32,
    sums: [i32; LABELS],
}

impl Sums<'_> {
    /// Adds the weights of a feature, given by its hash.
    pub fn add(&mut self, feature: u32) {
        let bucket = (feature >> self.shift) as usize;
        let (start, end) = (self.model.starts[bucket] as usize, self.model.starts[bucket + 1] as usize);
        for &(label, weight) in &self.model.weights[start..end] {
            self.sums[usize::from(label)] += i32::from(weight);
        }
    }
}

impl Model {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        let mut reader = Reader { rest: bytes };
        if reader.take(8).map_err(|_| Broken::Foreign)? != MAGIC {
            return Err(Broken::Foreign);
        }
        let version = reader.number()?;
        if version != VERSION {
            return Err(Broken::Version(version));
        }
        let length = u64::from(reader.number()?) | u64::from(reader.number()?) << 32;
        let sum = u64::from(reader.number()?) | u64::from(reader.number()?) << 32;
        if reader.rest.len() as u64 != length {
            return Err(Broken::Truncated);
        }
        if checksum(reader.rest) != sum {
            return Err(Broken::Damaged);
        }
        Self::body(reader)
    }

    fn body(mut reader: Reader) -> Result<Self, Broken> {
        let count = reader.number()? as usize;
        // Stored in two planes, which compress better.
        let (high, low) = (reader.shorts(count)?, reader.shorts(count)?);
        let table = high.iter().zip(&low).map(|(&high, &low)| u32::from(high) << 16 | u32::from(low)).collect();
        let words = Words { table };
        let count = reader.number()? as usize;
        let parents = reader
            .shorts(count.checked_mul(2).ok_or(Broken::Truncated)?)?
            .chunks_exact(2)
            .map(|pair| [pair[0], pair[1]])
            .collect();
        let mut transitions = [[0.0; LABELS]; LABELS];
        for weight in transitions.iter_mut().flatten() {
            *weight = reader.float()?;
        }
        let calibration = [reader.float()?, reader.float()?];
        let unit = reader.float()?;
        let bits = reader.number()?;
        if bits > 24 {
            return Err(Broken::Damaged);
        }
        let total = reader.number()? as usize;
        let counts = reader.take(1 << bits)?;
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut start = 0u32;
        for &count in counts {
            starts.push(start);
            start += u32::from(count);
        }
        starts.push(start);
        if start as usize != total {
            return Err(Broken::Damaged);
        }
        let labels = reader.take(total)?;
        let weights = reader.take(total)?;
        if labels.iter().any(|&label| usize::from(label) >= LABELS) || !reader.rest.is_empty() {
            return Err(Broken::Damaged);
        }
        let weights = labels.iter().zip(weights).map(|(&label, &weight)| (label, weight as i8)).collect();
        Ok(Self { words, parents, transitions, calibration, unit, bits, starts, weights })
    }

    /// Writes a file of weights; `weights` holds a row for each bucket.
    pub fn write(
        words: &Words,
        parents: &[[u16; 2]],
        transitions: &[[f32; LABELS]; LABELS],
        calibration: [f32; 2],
        unit: f32,
        weights: &[[i8; LABELS]],
    ) -> Vec<u8> {
        let mut body = Vec::new();
        let number = |body: &mut Vec<u8>, value: usize| body.extend((value as u32).to_le_bytes());
        number(&mut body, words.table.len());
        body.extend(words.table.iter().flat_map(|value| ((value >> 16) as u16).to_le_bytes()));
        body.extend(words.table.iter().flat_map(|value| (*value as u16).to_le_bytes()));
        number(&mut body, parents.len());
        body.extend(parents.iter().flatten().flat_map(|value| value.to_le_bytes()));
        body.extend(transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        body.extend(calibration.iter().flat_map(|number| number.to_le_bytes()));
        body.extend(unit.to_le_bytes());
        number(&mut body, weights.len().trailing_zeros() as usize);
        let filled = || weights.iter().flat_map(|row| row.iter().enumerate()).filter(|(_, weight)| **weight != 0);
        number(&mut body, filled().count());
        body.extend(weights.iter().map(|row| row.iter().filter(|weight| **weight != 0).count() as u8));
        body.extend(filled().map(|(label, _)| label as u8));
        body.extend(filled().map(|(_, weight)| *weight as u8));
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend((body.len() as u64).to_le_bytes());
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }

    /// The score of each label for a token with the features that `each` gives, by their hashes.
    pub fn score(&self, each: impl FnOnce(&mut Sums)) -> [f32; LABELS] {
        let mut sums = Sums { model: self, shift: 32 - self.bits.max(1), sums: [0; LABELS] };
        each(&mut sums);
        sums.sums.map(|sum| sum as f32 * self.unit)
    }

    /// How often a mention of this probability is right: its log-odds, stretched
    /// and moved (Platt, 1999) as articles that were held out have shown.
    pub fn calibrate(&self, probability: f32) -> f32 {
        let [stretch, shift] = self.calibration;
        1.0 / (1.0 + (-(stretch * log_odds(probability) + shift)).exp())
    }

    /// The score of each label after each other.
    pub fn transitions(&self) -> &[[f32; LABELS]; LABELS] {
        &self.transitions
    }

    /// A model that knows words but has learned nothing else.
    pub fn untrained(words: Words, parents: Vec<[u16; 2]>) -> Self {
        Self {
            words,
            parents,
            transitions: [[0.0; LABELS]; LABELS],
            calibration: [1.0, 0.0],
            unit: 0.0,
            bits: 1,
            starts: vec![0; 3],
            weights: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let mut weights = vec![[0i8; LABELS]; 4];
        weights[2][5] = -7;
        Model::write(&Words { table: vec![1, 2, 3] }, &[[4, 5]], &[[0.5; LABELS]; LABELS], [1.0, 0.0], 0.25, &weights)
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::read(&file()).unwrap();
        let scores = model.score(|sums| sums.add(2 << 30));
        assert_eq!((scores[5], scores.iter().sum::<f32>()), (-1.75, -1.75));
        assert_eq!(
            (model.parents.as_slice(), model.words.table.as_slice()),
            ([[4, 5]].as_slice(), [1, 2, 3].as_slice())
        );
    }

    #[test]
    fn broken_files_say_why() {
        let file = file();
        assert_eq!(Model::read(b"PK").unwrap_err(), Broken::Foreign);
        assert_eq!(Model::read(&file[..file.len() - 1]).unwrap_err(), Broken::Truncated);
        let mut damaged = file.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(Model::read(&damaged).unwrap_err(), Broken::Damaged);
        let mut newer = file;
        newer[8] = 9;
        assert_eq!(Model::read(&newer).unwrap_err(), Broken::Version(9));
    }
}
