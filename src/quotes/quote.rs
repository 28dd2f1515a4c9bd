//! Quotes as this stage gives them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::anonymity::Anonymity;
use super::cue_semantics::CueSemantics;
use crate::text::span::Span;

/// How much of a quote stands between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// Nothing.
    Indirect,
}

/// Its name in reports.
impl fmt::Display for QuoteKind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// What leads from a quote without a source of its own to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerLink {
    /// Its own source, or none at all.
    Own,
    /// The speech of the quote before goes on.
    Continued,
}

/// Somebody's words or thoughts as the article gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of it stands between marks.
    pub kind: QuoteKind,
    /// What was said, marks included, in the order of the text.
    pub content: Vec<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// The phrase that names the speaker.
    pub source: Option<Span>,
    /// The quote that this one lies in, by its place in the list.
    pub within: Option<usize>,
    /// What leads to the speaker where there is no source.
    pub link: SpeakerLink,
    /// What the cue says, where there is one.
    pub wording: Option<CueSemantics>,
    /// Whether the source is kept nameless.
    pub anonymity: Option<Anonymity>,
    /// How it was found.
    pub origin: QuoteOrigin,
    /// How often such a quote is right, from 0 to 1.
    pub confidence: f32,
}

/// How a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteOrigin {
    /// By the learned fields.
    Learned,
    /// By the rules, inside other marks.
    Nested,
    /// A name stands under it, or an inverted cue before it: `– Jane Doe`, `Said Doe:`.
    Signed,
    /// A colon in the paragraph before announces it.
    Announced,
    /// It goes on with the quote before.
    Continued,
    /// It is all in marks, and nothing introduces it.
    Loose,
    /// It is a turn of an interview, or a post.
    Turn,
    /// By the rules, words in marks that the learned fields make nothing of.
    Ruled,
}

impl QuoteOrigin {
    /// All origins, in the order in which weights keep them.
    pub const ALL: [Self; 8] = [
        Self::Learned,
        Self::Nested,
        Self::Signed,
        Self::Announced,
        Self::Continued,
        Self::Loose,
        Self::Turn,
        Self::Ruled,
    ];
}

impl Quote {
    /// A quote of which nothing but its content is known.
    pub fn new(kind: QuoteKind, origin: QuoteOrigin, content: Vec<Span>) -> Self {
        Self {
            kind,
            content,
            cue: None,
            source: None,
            within: None,
            link: SpeakerLink::Own,
            wording: None,
            anonymity: None,
            origin,
            confidence: 1.0,
        }
    }

    /// From the start of the first piece to the end of the last.
    pub fn extent(&self) -> Span {
        self.content.iter().copied().reduce(Span::to).unwrap_or_default()
    }
}
