//! stub
pub mod document;
pub mod entities;
pub mod lexicon;
pub mod paragraphs;
pub mod quotes;
pub mod sentences;
mod span;
pub mod tokens;

pub use span::Span;
