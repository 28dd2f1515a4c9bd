//! Who said what in a news article: every quote with its reporting words and
//! its speaker, and every name.
//!
//! ```
//! use whosaid::{Offsets, analyze};
//! let report = analyze("Mayor Jane Doe said: “We will rebuild.” She added that work starts on Monday.", Offsets::Utf16);
//! let speakers: Vec<_> = report.quotes.iter().map(|quote| quote.speaker.as_deref()).collect();
//! assert_eq!(speakers, [Some("e1"), Some("e1")]);
//! assert_eq!(report.entities[0].roles, ["Mayor"]);
//! ```

// Some functions are there for training and for its tests alone.
#![cfg_attr(all(test, not(feature = "training")), allow(dead_code))]

// The stages, in the order in which data flows through them; each may import from those above it.
mod index;

mod sorting;

mod lexicon;

mod text;

mod language;

mod model_file;

mod vocabulary;

mod layout;

mod crf;

mod entities;

mod truecasing;

mod quotes;

mod coreference;

mod attribution;

mod report;

mod analyzer;

#[cfg(target_arch = "wasm32")]
pub mod bindings;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod feature_hashes;

#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use analyzer::{Analyzer, analyze};
pub use report::{
    Basis, Cue, Entity, EntityKind, Explanation, Language, Marked, MarkedKind, Mention, MentionExplanation,
    MentionForm, NonQuotationKind, Offsets, Paragraph, ParagraphRole, Quote, QuoteExplanation, QuoteKind, Range,
    Replacement, Report, RuleDecision, Source, SpeakerCandidate, Stance, Tense,
};

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
