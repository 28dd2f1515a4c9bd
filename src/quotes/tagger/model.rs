//! The model of the tagger: the weights of its two fields and how far its quotes can be trusted.

use std::sync::LazyLock;

use super::super::confidence::Confidence;
use super::labels::{ARGUMENT_LABELS, CUE_LABELS};
use crate::crf::weights::Weights;
use crate::model_file::{ModelFileError, ModelFileReader};

/// The model of the tagger.
pub struct QuoteModel {
    /// The weights of the cue field.
    pub cues: Weights<CUE_LABELS>,
    /// The weights of the argument field.
    pub arguments: Weights<ARGUMENT_LABELS>,
    /// How far the quotes can be trusted.
    pub confidence: Confidence,
}

impl QuoteModel {
    /// Reads a model file.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are no model file of whosaid, or truncated or corrupted.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let model = Self {
            cues: Weights::read(&mut reader)?,
            arguments: Weights::read(&mut reader)?,
            confidence: Confidence::read(&mut reader)?,
        };
        reader.finish()?;
        Ok(model)
    }
}

/// The trained model, made by `cargo xtask train quotes`.
pub static QUOTE_MODEL: LazyLock<QuoteModel> = LazyLock::new(|| {
    QuoteModel::read(include_bytes!("../weights.bin")).expect("the tests read the weights in the repository")
});
