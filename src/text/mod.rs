//! Segmentation of a text into tokens, paragraphs and sentences, all of them ranges of the original.

pub mod casing;
pub mod document;
pub mod line_patterns;
pub mod paragraphs;
pub mod punctuation;
pub mod sentences;
pub mod span;
pub mod token_index;
pub mod tokens;

pub use document::Document;
