//! Quotes, as this stage returns them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::anonymity::Anonymity;
use super::cue_semantics::CueSemantics;
use crate::index::index_type;
use crate::lexicon::stances::Stance;
use crate::text::span::Span;

index_type! {
    /// The index of a quote in its article.
    QuoteId optional
}

impl QuoteId {
    /// Returns the last quote before this one that is not inside another quote.
    pub fn outer_before(self, quotes: &[Quote]) -> Option<Self> {
        (0..self.number()).rev().map(Self::new).find(|&id| quotes[id].within.is_none())
    }
}

/// How much of a quote stands between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// Nothing.
    Indirect,
}

impl QuoteKind {
    /// Returns the number of the kind in features.
    pub(crate) fn feature_number(self) -> u64 {
        match self {
            Self::Direct => 0,
            Self::Mixed => 1,
            Self::Indirect => 2,
        }
    }
}

/// Its name in reports.
impl fmt::Display for QuoteKind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// How the speaker of a quote without a source of its own is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerLink {
    /// By its own source, if it has one.
    Own,
    /// By the previous quote, which it continues.
    Continued,
}

/// Somebody's words or thoughts, as the article gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of it stands between quotation marks.
    pub kind: QuoteKind,
    /// What was said, quotation marks included, in the order of the text.
    pub content: Vec<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// The phrase that names the speaker.
    pub source: Option<Span>,
    /// The quote that this one lies in.
    pub within: Option<QuoteId>,
    /// How the speaker is found where there is no source.
    pub link: SpeakerLink,
    /// The meaning of the cue, if there is one.
    pub cue_semantics: Option<CueSemantics>,
    /// Whether the article keeps the source anonymous.
    pub anonymity: Option<Anonymity>,
    /// How it was found.
    pub origin: QuoteOrigin,
    /// The probability that it is right, from 0 to 1.
    pub confidence: f32,
}

/// How a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteOrigin {
    /// By the learned tagger.
    Tagger,
    /// By rules, inside another quoted span.
    Nested,
    /// By a pattern: a name below it or an inverted cue before it (`– Jane Doe`, `Said Doe:`).
    Pattern,
    /// By a colon that announces it at the end of the previous paragraph.
    Announced,
    /// It continues the previous quote.
    Continued,
    /// It is all in quotation marks, and nothing introduces it.
    Unattributed,
    /// It is a turn of an interview, or a post.
    Turn,
    /// By rules, in quotation marks that the tagger left out.
    Rules,
}

impl QuoteOrigin {
    /// All origins, in the order of [`QuoteOrigin::index`].
    pub const ALL: [Self; 8] = [
        Self::Tagger,
        Self::Nested,
        Self::Pattern,
        Self::Announced,
        Self::Continued,
        Self::Unattributed,
        Self::Turn,
        Self::Rules,
    ];

    /// Returns the index of the origin in the model file.
    pub fn index(self) -> usize {
        match self {
            Self::Tagger => 0,
            Self::Nested => 1,
            Self::Pattern => 2,
            Self::Announced => 3,
            Self::Continued => 4,
            Self::Unattributed => 5,
            Self::Turn => 6,
            Self::Rules => 7,
        }
    }
}

impl Quote {
    /// Creates a quote with nothing but its content.
    pub fn new(kind: QuoteKind, origin: QuoteOrigin, content: Vec<Span>) -> Self {
        Self {
            kind,
            content,
            cue: None,
            source: None,
            within: None,
            link: SpeakerLink::Own,
            cue_semantics: None,
            anonymity: None,
            origin,
            confidence: 1.0,
        }
    }

    /// Returns the span from the start of the first piece of content to the end of the last.
    pub fn extent(&self) -> Span {
        self.content.iter().copied().reduce(Span::to).unwrap_or_default()
    }

    /// Returns the extent with the cue and the source.
    pub fn extent_with_source(&self) -> Span {
        [self.cue, self.source].into_iter().flatten().fold(self.extent(), Span::to)
    }

    /// Returns whether the words of the quote, a part of `text`, end with a question mark.
    pub fn is_question(&self, text: &str) -> bool {
        let last = self.content.last().map_or("", |piece| piece.slice(text));
        last.trim_end_matches(['”', '’', '"', '\'']).ends_with('?')
    }

    /// Returns whether the quote asks, by its cue or by its words.
    pub fn asks(&self, text: &str) -> bool {
        self.cue_semantics.as_ref().is_some_and(|cue| cue.stance == Stance::Asking) || self.is_question(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feature_numbers_stay_as_trained() {
        let kinds = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];
        assert_eq!(kinds.map(QuoteKind::feature_number), [0, 1, 2]);
    }

    #[test]
    fn origins_stay_in_the_order_of_the_model_file() {
        assert_eq!(QuoteOrigin::ALL.map(QuoteOrigin::index), [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
