//! Who said what in a news article: every quote with its reporting words and
//! its speaker, and every name.
//!
//! The work goes one way through the modules below, in this order: each
//! stage reads what the stages before it made and gives one type.
//!
//! ```
//! use whosaid::{Offsets, analyze};
//! let report = analyze("Mayor Jane Doe said: “We will rebuild.” She added that work starts on Monday.", Offsets::Utf16);
//! let speakers: Vec<_> = report.quotes.iter().map(|quote| quote.speaker.as_deref()).collect();
//! assert_eq!(speakers, [Some("e1"), Some("e1")]);
//! assert_eq!(report.entities[0].roles, ["Mayor"]);
//! ```

mod order;
mod span;

pub mod tokens;

pub mod paragraphs;

pub mod sentences;

pub mod document;

pub mod lexicon;

pub mod learned;

pub mod vocabulary;

pub mod entities;

pub mod quotes;

pub mod speakers;

pub mod report;

mod analyzer;

#[cfg(target_arch = "wasm32")]
pub mod bindings;

pub use analyzer::Analyzer;
pub use report::{Offsets, Report, analyze};
pub use span::Span;

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
