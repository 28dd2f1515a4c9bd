//! The container of every model file, with a version and a checksum.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | the magic `whosaid\0` |
//! | 4 | the version of the format |
//! | 8 | the length of the body |
//! | 8 | a checksum of the body (after FNV-1a, eight bytes at a time) |
//! | rest | the body |
//!
//! All numbers are little-endian.

/// The first bytes of every file.
pub const MAGIC: &[u8; 8] = b"whosaid\0";
/// The version of the format that this library reads.
pub const VERSION: u32 = 4;

/// Why a model file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelFileError {
    /// It does not begin with [`MAGIC`].
    NotAModelFile,
    /// It has another version of the format.
    UnsupportedVersion(u32),
    /// Its length is not the one in its header.
    Truncated,
    /// Its checksum or its contents are wrong.
    Corrupted,
}

impl std::fmt::Display for ModelFileError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::NotAModelFile => write!(formatter, "not a whosaid weights file"),
            Self::UnsupportedVersion(found) => {
                write!(
                    formatter,
                    "weights file version {found} is not supported, expected {VERSION}: retrain the model"
                )
            }
            Self::Truncated => write!(formatter, "the weights file is incomplete: copy it again"),
            Self::Corrupted => write!(formatter, "the weights file is corrupted: copy it again"),
        }
    }
}

impl std::error::Error for ModelFileError {}

/// Returns the checksum of a body. The rotation moves high bits down, which the multiplication alone does not.
pub fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain(rest.iter().map(|&byte| byte.into()));
    words.fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29))
}

/// Reads the body of a model file from its start.
pub struct ModelFileReader<'b> {
    rest: &'b [u8],
}

impl<'b> ModelFileReader<'b> {
    /// Checks the header of a file and returns a reader of its body.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are no complete model file of this version.
    pub fn open(bytes: &'b [u8]) -> Result<Self, ModelFileError> {
        let mut reader = Self { rest: bytes };
        if reader.read_bytes(8).map_err(|_| ModelFileError::NotAModelFile)? != MAGIC {
            return Err(ModelFileError::NotAModelFile);
        }
        let version = reader.read_u32()?;
        if version != VERSION {
            return Err(ModelFileError::UnsupportedVersion(version));
        }
        let length = u64::from(reader.read_u32()?) | u64::from(reader.read_u32()?) << 32;
        let sum = u64::from(reader.read_u32()?) | u64::from(reader.read_u32()?) << 32;
        if reader.rest.len() as u64 != length {
            return Err(ModelFileError::Truncated);
        }
        if checksum(reader.rest) != sum {
            return Err(ModelFileError::Corrupted);
        }
        Ok(reader)
    }

    /// Ends reading.
    ///
    /// # Errors
    ///
    /// Returns an error if bytes are left.
    pub fn finish(self) -> Result<(), ModelFileError> {
        if self.rest.is_empty() { Ok(()) } else { Err(ModelFileError::Corrupted) }
    }

    /// Reads the next `length` bytes.
    pub fn read_bytes(&mut self, length: usize) -> Result<&'b [u8], ModelFileError> {
        let (head, rest) = self.rest.split_at_checked(length).ok_or(ModelFileError::Truncated)?;
        self.rest = rest;
        Ok(head)
    }

    /// Reads a number of four bytes.
    pub fn read_u32(&mut self) -> Result<u32, ModelFileError> {
        Ok(self.read_bytes(4)?.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    /// Reads a floating-point number of four bytes.
    pub fn read_f32(&mut self) -> Result<f32, ModelFileError> {
        Ok(f32::from_bits(self.read_u32()?))
    }

    /// Reads `count` numbers of `bits` bits each, from the lowest bit of a byte up.
    pub fn read_packed(&mut self, count: usize, bits: u32) -> Result<Vec<u32>, ModelFileError> {
        let length = count.checked_mul(bits as usize).ok_or(ModelFileError::Truncated)?.div_ceil(8);
        let bytes = self.read_bytes(length)?;
        // Reserved only now: a damaged file may state any number.
        let mut numbers = Vec::with_capacity(count);
        let (mut rest, mut held) = (0u64, 0);
        for &byte in bytes {
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

    /// Reads `count` numbers of two bytes.
    pub fn read_u16s(&mut self, count: usize) -> Result<Vec<u16>, ModelFileError> {
        let bytes = self.read_bytes(count.checked_mul(2).ok_or(ModelFileError::Truncated)?)?;
        Ok(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect())
    }
}

/// Writes numbers in the format of [`ModelFileReader::read_packed`].
#[cfg(any(test, feature = "training"))]
pub fn write_packed(body: &mut Vec<u8>, numbers: &[u32], bits: u32) {
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

/// Returns a model file with this body.
#[cfg(any(test, feature = "training"))]
pub fn add_header(body: &[u8]) -> Vec<u8> {
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
    fn reads_the_packed_numbers_that_were_written() {
        let numbers: Vec<u32> = (0..99u32).map(|number| number.wrapping_mul(2_654_435_761) >> 5).collect();
        let mut body = Vec::new();
        write_packed(&mut body, &numbers, 27);
        let file = add_header(&body);
        let mut reader = ModelFileReader::open(&file).unwrap();
        assert_eq!(reader.read_packed(99, 27), Ok(numbers));
        assert_eq!(reader.finish(), Ok(()));
    }

    #[test]
    fn reserves_no_memory_for_numbers_that_a_damaged_file_lacks() {
        let file = add_header(&u32::MAX.to_le_bytes());
        let mut reader = ModelFileReader::open(&file).unwrap();
        let count = reader.read_u32().unwrap() as usize;
        assert_eq!(reader.read_packed(count, 27), Err(ModelFileError::Truncated));
    }

    #[test]
    fn names_what_is_wrong_with_a_file() {
        let file = add_header(b"some weights");
        assert!(ModelFileReader::open(&file).is_ok());
        let broken = |bytes: &[u8]| ModelFileReader::open(bytes).err().unwrap();
        assert_eq!(broken(b"PK"), ModelFileError::NotAModelFile);
        assert_eq!(broken(&file[..file.len() - 1]), ModelFileError::Truncated);
        let mut damaged = file.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(broken(&damaged), ModelFileError::Corrupted);
        let mut newer = file;
        newer[8] = 9;
        assert_eq!(broken(&newer), ModelFileError::UnsupportedVersion(9));
    }
}
