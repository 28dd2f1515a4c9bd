#![doc = include_str!("../docs/rust.md")]
// Some functions are there for training and for its tests alone.
#![cfg_attr(all(test, not(feature = "training")), allow(dead_code))]

// The stages, in the order in which data flows through them; each may import from those above it.
mod index;

mod parse_error;

mod growth;

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

#[cfg(all(target_arch = "wasm32", feature = "bindings"))]
pub mod bindings;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod feature_hashes;

#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use analyzer::{Analyzer, analyze};
pub use report::{
    Basis, Cue, Entity, EntityKind, Explanation, Language, Marked, MarkedKind, Mention, MentionExplanation,
    MentionForm, NonQuotationKind, Offsets, Paragraph, ParagraphRole, ParseError, Quote, QuoteExplanation, QuoteKind,
    Range, Replacement, Report, RuleDecision, Source, SpeakerCandidate, Stance, Tense,
};

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
