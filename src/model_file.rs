//! The frame of every file of weights: versioned, and checked when read.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | the magic `whosaid\0` |
//! | 4 | the version of the format |
//! | 8 | the length of the body |
//! | 8 | a checksum of the body (after FNV-1a, eight bytes at a time) |
//! | body | what the reader of this file expects |
//!
//! All numbers are little-endian.

/// What every file begins with.
pub const MAGIC: &[u8; 8] = b"whosaid\0";
/// The version of the format that this library reads.
pub const VERSION: u32 = 4;

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

/// The checksum of a file's body. The rotation brings high bytes down, which multiplying does not.
pub fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain(rest.iter().map(|&byte| byte.into()));
    words.fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29))
}

/// What is left of a body to read.
pub struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    /// The body of a file, once its frame has been checked.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Broken> {
        let mut reader = Self { rest: bytes };
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
        Ok(reader)
    }

    /// Makes sure that nothing is left.
    ///
    /// # Errors
    ///
    /// Says so if something is.
    pub fn close(self) -> Result<(), Broken> {
        if self.rest.is_empty() { Ok(()) } else { Err(Broken::Damaged) }
    }

    /// The next bytes.
    pub fn take(&mut self, length: usize) -> Result<&'b [u8], Broken> {
        let (head, rest) = self.rest.split_at_checked(length).ok_or(Broken::Truncated)?;
        self.rest = rest;
        Ok(head)
    }

    /// The next number of four bytes.
    pub fn number(&mut self) -> Result<u32, Broken> {
        Ok(self.take(4)?.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    /// The next floating-point number of four bytes.
    pub fn float(&mut self) -> Result<f32, Broken> {
        Ok(f32::from_bits(self.number()?))
    }

    /// The next numbers of so many bits each, from the lowest bit of a byte up.
    pub fn packed(&mut self, count: usize, bits: u32) -> Result<Vec<u32>, Broken> {
        let length = count.checked_mul(bits as usize).ok_or(Broken::Truncated)?.div_ceil(8);
        let mut numbers = Vec::with_capacity(count);
        let (mut rest, mut held) = (0u64, 0);
        for &byte in self.take(length)? {
            rest |= u64::from(byte) << held;
            held += 8;
            if held >= bits {
                numbers.push((rest & ((1 << bits) - 1)) as u32);
                rest >>= bits;
                held -= bits;
            }
        }
        Ok(numbers)
    }

    /// The next numbers of two bytes.
    pub fn shorts(&mut self, count: usize) -> Result<Vec<u16>, Broken> {
        let bytes = self.take(count.checked_mul(2).ok_or(Broken::Truncated)?)?;
        Ok(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect())
    }
}

/// Writes numbers as [`Reader::packed`] reads them.
#[cfg(any(test, feature = "training"))]
pub fn pack(body: &mut Vec<u8>, numbers: &[u32], bits: u32) {
    let (mut rest, mut held) = (0u64, 0);
    for &number in numbers {
        rest |= u64::from(number) << held;
        held += bits;
        while held >= 8 {
            body.push(rest as u8);
            rest >>= 8;
            held -= 8;
        }
    }
    if held > 0 {
        body.push(rest as u8);
    }
}

/// Puts the frame around a body.
#[cfg(any(test, feature = "training"))]
pub fn seal(body: &[u8]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend((body.len() as u64).to_le_bytes());
    file.extend(checksum(body).to_le_bytes());
    file.extend(body);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_come_back() {
        let numbers: Vec<u32> = (0..99u32).map(|number| number.wrapping_mul(2_654_435_761) >> 5).collect();
        let mut body = Vec::new();
        pack(&mut body, &numbers, 27);
        let file = seal(&body);
        let mut reader = Reader::open(&file).unwrap();
        assert_eq!(reader.packed(99, 27), Ok(numbers));
        assert_eq!(reader.close(), Ok(()));
    }

    #[test]
    fn broken_files_say_why() {
        let file = seal(b"some weights");
        assert!(Reader::open(&file).is_ok());
        let broken = |bytes: &[u8]| Reader::open(bytes).err().unwrap();
        assert_eq!(broken(b"PK"), Broken::Foreign);
        assert_eq!(broken(&file[..file.len() - 1]), Broken::Truncated);
        let mut damaged = file.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(broken(&damaged), Broken::Damaged);
        let mut newer = file;
        newer[8] = 9;
        assert_eq!(broken(&newer), Broken::Version(9));
    }
}
