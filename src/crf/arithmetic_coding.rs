//! Adaptive binary arithmetic coding: probable bits take little space, and encoder and decoder adapt their
//! probabilities in the same way (Witten, Neal and Cleary, CACM 1987; as a range coder, Martin 1979, with the carry of Pavlov's LZMA).

/// An adaptive estimate of the probability that a bit is set.
#[derive(Clone, Copy, Debug)]
pub struct BitModel {
    /// The probability, in 65,536ths.
    probability: u16,
    /// How many bits have been coded, up to 255.
    count: u8,
}

impl Default for BitModel {
    fn default() -> Self {
        Self { probability: 1 << 15, count: 0 }
    }
}

/// The adaptation rate of a model after each number of bits, in 65,536ths.
const RATES: [u32; 256] = {
    let mut rates = [0; 256];
    let mut count = 0;
    while count < rates.len() {
        rates[count] = (2 << 16) / (2 * count as u32 + 3);
        count += 1;
    }
    rates
};

/// The precision of a probability in coding, in bits; it stays at least one unit away from 0 and 1.
const PRECISION: u32 = 12;

impl BitModel {
    /// Returns the part of `range` that stands for a set bit.
    fn bound(self, range: u32) -> u32 {
        let probability = u32::from(self.probability >> (16 - PRECISION)).clamp(1, (1 << PRECISION) - 1);
        (range >> PRECISION) * probability
    }

    /// Adapts to a bit: approaches the mean of all bits, in which the last few hundred count most.
    fn update(&mut self, bit: bool) {
        let target = if bit { u32::from(u16::MAX) } else { 0 };
        let old = u32::from(self.probability);
        let step = (old.abs_diff(target) * RATES[usize::from(self.count)]) >> 16;
        self.probability = if bit { old + step } else { old - step } as u16;
        self.count = self.count.saturating_add(1);
    }
}

/// Encodes or decodes: every method takes the value to encode, which a decoder ignores, and returns the value coded,
/// so that one description of a format serves both.
pub trait Coder {
    /// Returns the width of the current range.
    fn range(&mut self) -> &mut u32;

    /// Enters the part of the range below `bound` for a set bit, and the one above it for a clear bit.
    fn split(&mut self, bound: u32, bit: bool) -> bool;

    /// Enters one of `count` equal parts of the range, whose width has been set to that of a part.
    fn split_evenly(&mut self, count: u32, number: u32) -> u32;

    /// Moves on by one byte.
    fn shift_byte(&mut self);

    /// Restores the precision of a narrow range.
    fn renormalize(&mut self) {
        while *self.range() < MIN_RANGE {
            *self.range() <<= 8;
            self.shift_byte();
        }
    }

    /// Codes a bit with a model, which adapts to it.
    fn bit(&mut self, model: &mut BitModel, bit: bool) -> bool {
        let bound = model.bound(*self.range());
        let bit = self.split(bound, bit);
        let range = self.range();
        *range = if bit { bound } else { *range - bound };
        model.update(bit);
        self.renormalize();
        bit
    }

    /// Codes a number of a few bits, with all values equally probable.
    fn uniform(&mut self, bits: u32, number: usize) -> usize {
        *self.range() >>= bits;
        let number = self.split_evenly(1 << bits, number as u32);
        self.renormalize();
        number as usize
    }

    /// Codes a number below the length of `models`, a power of two, from its highest bit down.
    fn number(&mut self, models: &mut [BitModel], number: usize) -> usize {
        let mut node = 1;
        for place in (0..models.len().trailing_zeros()).rev() {
            node = 2 * node + usize::from(self.bit(&mut models[node], number >> place & 1 == 1));
        }
        node - models.len()
    }
}

/// Reads arithmetic-coded values.
pub struct Decoder<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
    /// How many bytes were requested beyond the end.
    missing: usize,
}

impl<'b> Decoder<'b> {
    /// Creates a decoder for the bytes of an encoder.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { bytes: bytes.iter(), range: u32::MAX, code: 0, missing: 0 };
        (0..5).for_each(|_| decoder.shift_byte());
        decoder
    }

    /// Returns whether all bytes, and none beyond the end, have been read.
    pub fn is_done(&self) -> bool {
        self.missing == 0 && self.bytes.len() == 0
    }
}

/// The least width of a range before a bit is coded.
const MIN_RANGE: u32 = 1 << 24;

impl Coder for Decoder<'_> {
    fn range(&mut self) -> &mut u32 {
        &mut self.range
    }

    fn split(&mut self, bound: u32, _: bool) -> bool {
        let bit = self.code < bound;
        if !bit {
            self.code -= bound;
        }
        bit
    }

    fn split_evenly(&mut self, count: u32, _: u32) -> u32 {
        let number = (self.code / self.range).min(count - 1);
        self.code -= number * self.range;
        number
    }

    fn shift_byte(&mut self) {
        let byte = self.bytes.next().copied().unwrap_or_else(|| {
            self.missing += 1;
            0
        });
        self.code = self.code << 8 | u32::from(byte);
    }
}

/// Writes arithmetic-coded values.
#[cfg(any(test, feature = "training"))]
pub struct Encoder {
    low: u64,
    range: u32,
    /// A byte that a carry may still increment, and the number of 255s pending behind it.
    pending: u8,
    pending_255s: usize,
    bytes: Vec<u8>,
}

#[cfg(any(test, feature = "training"))]
impl Default for Encoder {
    fn default() -> Self {
        Self { low: 0, range: u32::MAX, pending: 0, pending_255s: 0, bytes: Vec::new() }
    }
}

#[cfg(any(test, feature = "training"))]
impl Encoder {
    /// Returns the coded bytes.
    pub fn finish(mut self) -> Vec<u8> {
        (0..5).for_each(|_| self.shift_byte());
        self.bytes
    }
}

#[cfg(any(test, feature = "training"))]
impl Coder for Encoder {
    fn range(&mut self) -> &mut u32 {
        &mut self.range
    }

    fn split(&mut self, bound: u32, bit: bool) -> bool {
        if !bit {
            self.low += u64::from(bound);
        }
        bit
    }

    fn split_evenly(&mut self, _: u32, number: u32) -> u32 {
        self.low += u64::from(number) * u64::from(self.range);
        number
    }

    fn shift_byte(&mut self) {
        let carry = (self.low >> 32) as u8;
        if carry == 1 || self.low < 0xff00_0000 {
            self.bytes.push(self.pending.wrapping_add(carry));
            self.bytes.extend(std::iter::repeat_n(carry.wrapping_sub(1), self.pending_255s));
            self.pending_255s = 0;
            self.pending = (self.low >> 24) as u8;
        } else {
            self.pending_255s += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Vec<usize> {
        // Long runs of one number, to which the models adapt, and then all others.
        let mut state = 1u32;
        (0..20_000)
            .map(|at| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if at % 5000 < 4000 { 3 } else { (state >> 28) as usize }
            })
            .collect()
    }

    #[test]
    fn decodes_what_was_encoded() {
        let mut encoder = Encoder::default();
        let mut models = [BitModel::default(); 16];
        for number in numbers() {
            assert_eq!(encoder.number(&mut models, number), number);
            if number == 5 {
                encoder.uniform(3, number);
            }
        }
        let bytes = encoder.finish();
        assert!(bytes.len() < 4000, "{} bytes", bytes.len());
        let mut decoder = Decoder::new(&bytes);
        let mut models = [BitModel::default(); 16];
        for number in numbers() {
            assert_eq!(decoder.number(&mut models, 0), number);
            if number == 5 {
                assert_eq!(decoder.uniform(3, 0), number);
            }
        }
        assert!(decoder.is_done());
    }

    #[test]
    fn notices_missing_bytes() {
        let mut encoder = Encoder::default();
        let mut models = [BitModel::default(); 16];
        numbers().into_iter().for_each(|number| _ = encoder.number(&mut models, number));
        let bytes = encoder.finish();
        let mut decoder = Decoder::new(&bytes[..bytes.len() - 1]);
        let mut models = [BitModel::default(); 16];
        numbers().into_iter().for_each(|_| _ = decoder.number(&mut models, 0));
        assert!(!decoder.is_done());
    }
}
