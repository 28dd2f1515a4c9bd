//! The probability that a quote is right, by how it was found.

use super::quote::{Quote, QuoteKind, QuoteOrigin};
use crate::crf::weights;
use crate::model_file::{ModelFileError, ModelFileReader};

/// Confidence parameters, fitted on held-out articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Confidence {
    /// Slope and intercept of Platt scaling (1999) for direct, mixed and indirect quotes of the tagger.
    pub calibration: [[f32; 2]; 3],
    /// For each origin, by its index, the share of its quotes that is right.
    pub precision: [f32; QuoteOrigin::ALL.len()],
    /// The least confidence of an indirect quote that is reported.
    pub threshold: f32,
}

impl Confidence {
    /// Parameters that leave the tagger's probabilities as they are.
    pub const IDENTITY: Self =
        Self { calibration: [[1.0, 0.0]; 3], precision: [0.5; QuoteOrigin::ALL.len()], threshold: 0.0 };

    /// Reads parameters in the format of [`Confidence::write`].
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are truncated.
    pub fn read(reader: &mut ModelFileReader) -> Result<Self, ModelFileError> {
        let mut confidence = Self::IDENTITY;
        let numbers = confidence.calibration.iter_mut().flatten().chain(&mut confidence.precision);
        for number in numbers.chain([&mut confidence.threshold]) {
            *number = reader.read_f32()?;
        }
        Ok(confidence)
    }

    /// Writes the parameters to the body of a model file.
    #[cfg(any(test, feature = "training"))]
    pub fn write(&self, body: &mut Vec<u8>) {
        let numbers = self.calibration.iter().flatten().chain(&self.precision).chain([&self.threshold]);
        body.extend(numbers.flat_map(|number| number.to_le_bytes()));
    }

    /// Returns the confidence of a quote, whose `confidence` still is the tagger's probability.
    pub(super) fn calibrate(&self, quote: &Quote) -> f32 {
        if quote.origin != QuoteOrigin::Tagger {
            return self.precision[quote.origin.index()];
        }
        let kind = match quote.kind {
            QuoteKind::Direct => 0,
            QuoteKind::Mixed => 1,
            QuoteKind::Indirect => 2,
        };
        weights::calibrate(self.calibration[kind], quote.confidence)
    }
}
