//! How often quotes are right, by how they were found.

use super::quote::{Quote, QuoteKind, QuoteOrigin};
use crate::crf::weights::log_odds;
use crate::model_file::{ModelFileError, ModelFileReader};

/// What articles that were held out have shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Confidence {
    /// For direct, mixed and indirect quotes of the learned fields: the stretch and the shift of log-odds (Platt, 1999).
    pub learned: [[f32; 2]; 3],
    /// For each origin, the share that is right.
    pub shares: [f32; QuoteOrigin::ALL.len()],
    /// What is in the reporter's words and less sure than this is not shown.
    pub least: f32,
}

impl Confidence {
    /// Probabilities are believed as they are.
    pub const PLAIN: Self = Self { learned: [[1.0, 0.0]; 3], shares: [0.5; QuoteOrigin::ALL.len()], least: 0.0 };

    /// Reads what [`Confidence::write`] has written.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(reader: &mut ModelFileReader) -> Result<Self, ModelFileError> {
        let mut confidence = Self::PLAIN;
        let numbers = confidence.learned.iter_mut().flatten().chain(&mut confidence.shares);
        for number in numbers.chain([&mut confidence.least]) {
            *number = reader.read_f32()?;
        }
        Ok(confidence)
    }

    /// Writes the numbers to the body of a file.
    #[cfg(any(test, feature = "training"))]
    pub fn write(&self, body: &mut Vec<u8>) {
        let numbers = self.learned.iter().flatten().chain(&self.shares).chain([&self.least]);
        body.extend(numbers.flat_map(|number| number.to_le_bytes()));
    }

    /// How often a quote is right whose probability the fields have given.
    pub(super) fn of(&self, quote: &Quote) -> f32 {
        if quote.origin != QuoteOrigin::Learned {
            return self.shares[quote.origin as usize];
        }
        let kind = match quote.kind {
            QuoteKind::Direct => 0,
            QuoteKind::Mixed => 1,
            QuoteKind::Indirect => 2,
        };
        let [stretch, shift] = self.learned[kind];
        1.0 / (1.0 + (-(stretch * log_odds(quote.confidence) + shift)).exp())
    }
}
