//! Adaptive binary arithmetic coding: what is likely takes few bits, and both sides learn alike what is likely
//! (Witten, Neal and Cleary, CACM 1987; as a range coder, Martin 1979, with the carry of Pavlov's LZMA).

/// How likely a bit is to be set, as far as was seen.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// In 65,536ths.
    set: u16,
    seen: u8,
}

impl Default for Chance {
    fn default() -> Self {
        Self { set: 1 << 15, seen: 0 }
    }
}

/// The share of the way that the next bit moves a chance which has seen so many, in 65,536ths.
const SHARES: [u32; 256] = {
    let mut shares = [0; 256];
    let mut seen = 0;
    while seen < shares.len() {
        shares[seen] = (2 << 16) / (2 * seen as u32 + 3);
        seen += 1;
    }
    shares
};

/// The bits of a probability in coding; none is taken for surer than one of these.
const PRECISION: u32 = 12;

impl Chance {
    /// The part of `range` that stands for a set bit.
    fn bound(self, range: u32) -> u32 {
        let set = u32::from(self.set >> (16 - PRECISION)).clamp(1, (1 << PRECISION) - 1);
        (range >> PRECISION) * set
    }

    /// Moves to the mean of what was seen, with the last few hundred bits counting most.
    fn see(&mut self, bit: bool) {
        let aim = if bit { u32::from(u16::MAX) } else { 0 };
        let old = u32::from(self.set);
        let step = (old.abs_diff(aim) * SHARES[usize::from(self.seen)]) >> 16;
        self.set = if bit { old + step } else { old - step } as u16;
        self.seen = self.seen.saturating_add(1);
    }
}

/// Writes or reads bits: one description of a format serves both ways.
pub trait Coder {
    /// How wide the range is that the next bit parts.
    fn range(&mut self) -> &mut u32;

    /// Goes into the lower part of the range, up to `bound`, for a set bit, and into the upper one for another; returns the bit.
    fn part(&mut self, bound: u32, bit: bool) -> bool;

    /// Goes into one of several equal parts of the range, each as wide as it has just been made; returns its number.
    fn part_of(&mut self, count: u32, number: u32) -> u32;

    /// Goes on by a byte.
    fn shift(&mut self);

    /// Widens the range again, once it has become narrow.
    fn widen(&mut self) {
        while *self.range() < NARROW {
            *self.range() <<= 8;
            self.shift();
        }
    }

    /// Takes the next bit, given when writing and found when reading, and returns it.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bound = chance.bound(*self.range());
        let bit = self.part(bound, bit);
        let range = self.range();
        *range = if bit { bound } else { *range - bound };
        chance.see(bit);
        self.widen();
        bit
    }

    /// The same for a number of a few bits of which all are equally likely.
    fn even(&mut self, bits: u32, number: usize) -> usize {
        *self.range() >>= bits;
        let number = self.part_of(1 << bits, number as u32);
        self.widen();
        number as usize
    }

    /// The same for a number below the length of `chances`, a power of two, from its highest bit down.
    fn number(&mut self, chances: &mut [Chance], number: usize) -> usize {
        let mut node = 1;
        for place in (0..chances.len().trailing_zeros()).rev() {
            node = 2 * node + usize::from(self.bit(&mut chances[node], number >> place & 1 == 1));
        }
        node - chances.len()
    }
}

/// Reads bits.
pub struct Decoder<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
    /// How many bytes were looked for behind the end.
    missing: usize,
}

impl<'b> Decoder<'b> {
    /// Begins to read what an encoder has finished.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { bytes: bytes.iter(), range: u32::MAX, code: 0, missing: 0 };
        (0..5).for_each(|_| decoder.shift());
        decoder
    }

    /// Whether all bytes, and no more, were read.
    pub fn is_done(&self) -> bool {
        self.missing == 0 && self.bytes.len() == 0
    }
}

/// From here down, the range is too narrow for the next bit.
const NARROW: u32 = 1 << 24;

impl Coder for Decoder<'_> {
    fn range(&mut self) -> &mut u32 {
        &mut self.range
    }

    fn part(&mut self, bound: u32, _: bool) -> bool {
        let bit = self.code < bound;
        if !bit {
            self.code -= bound;
        }
        bit
    }

    fn part_of(&mut self, count: u32, _: u32) -> u32 {
        let number = (self.code / self.range).min(count - 1);
        self.code -= number * self.range;
        number
    }

    fn shift(&mut self) {
        let byte = self.bytes.next().copied().unwrap_or_else(|| {
            self.missing += 1;
            0
        });
        self.code = self.code << 8 | u32::from(byte);
    }
}

/// Writes bits.
#[cfg(any(test, feature = "training"))]
pub struct Encoder {
    low: u64,
    range: u32,
    /// A byte that a carry may still raise, and how many of 255 wait behind it.
    held: u8,
    waiting: usize,
    bytes: Vec<u8>,
}

#[cfg(any(test, feature = "training"))]
impl Default for Encoder {
    fn default() -> Self {
        Self { low: 0, range: u32::MAX, held: 0, waiting: 0, bytes: Vec::new() }
    }
}

#[cfg(any(test, feature = "training"))]
impl Encoder {
    /// All that was written.
    #[cfg(any(test, feature = "training"))]
    pub fn finish(mut self) -> Vec<u8> {
        (0..5).for_each(|_| self.shift());
        self.bytes
    }
}

#[cfg(any(test, feature = "training"))]
impl Coder for Encoder {
    fn range(&mut self) -> &mut u32 {
        &mut self.range
    }

    fn part(&mut self, bound: u32, bit: bool) -> bool {
        if !bit {
            self.low += u64::from(bound);
        }
        bit
    }

    fn part_of(&mut self, _: u32, number: u32) -> u32 {
        self.low += u64::from(number) * u64::from(self.range);
        number
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        if carry == 1 || self.low < 0xff00_0000 {
            self.bytes.push(self.held.wrapping_add(carry));
            self.bytes.extend(std::iter::repeat_n(carry.wrapping_sub(1), self.waiting));
            self.waiting = 0;
            self.held = (self.low >> 24) as u8;
        } else {
            self.waiting += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Vec<usize> {
        // Long runs of one number, which the coder grows sure of, and then all others.
        let mut state = 1u32;
        (0..20_000)
            .map(|at| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if at % 5000 < 4000 { 3 } else { (state >> 28) as usize }
            })
            .collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let mut encoder = Encoder::default();
        let mut chances = [Chance::default(); 16];
        for number in numbers() {
            assert_eq!(encoder.number(&mut chances, number), number);
            if number == 5 {
                encoder.even(3, number);
            }
        }
        let bytes = encoder.finish();
        assert!(bytes.len() < 4000, "{} bytes", bytes.len());
        let mut decoder = Decoder::new(&bytes);
        let mut chances = [Chance::default(); 16];
        for number in numbers() {
            assert_eq!(decoder.number(&mut chances, 0), number);
            if number == 5 {
                assert_eq!(decoder.even(3, 0), number);
            }
        }
        assert!(decoder.is_done());
    }

    #[test]
    fn what_is_missing_is_noticed() {
        let mut encoder = Encoder::default();
        let mut chances = [Chance::default(); 16];
        numbers().into_iter().for_each(|number| _ = encoder.number(&mut chances, number));
        let bytes = encoder.finish();
        let mut decoder = Decoder::new(&bytes[..bytes.len() - 1]);
        let mut chances = [Chance::default(); 16];
        numbers().into_iter().for_each(|_| _ = decoder.number(&mut chances, 0));
        assert!(!decoder.is_done());
    }
}
