//! The speaker of one quote, and how it was found.

use serde::{Deserialize, Serialize};

use crate::coreference::entity::EntityId;
use crate::text::span::Span;

/// How the speaker of a quote was found, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Basis {
    /// Named beside the cue.
    Named,
    /// A pronoun beside the cue, resolved.
    Pronoun,
    /// A description beside the cue that fits one role only.
    Role,
    /// Described beside the cue, without a name.
    Described,
    /// The quote before goes on.
    Continued,
    /// The speaker of the enclosing quote says `I`.
    Enclosing,
    /// A turn of an interview, whose label tells.
    Turn,
    /// The source stands for nobody in particular.
    Unnamed,
    /// A pronoun, or a name, that fits several people equally well.
    Ambiguous,
    /// The text does not tell.
    Unknown,
}

/// The speaker of one quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribution {
    /// The speaker, if known.
    pub speaker: Option<EntityId>,
    /// How the speaker was found.
    pub basis: Basis,
    /// The part of the source that names the speaker.
    pub name: Option<Span>,
    /// How often such an attribution is right, from 0 to 1.
    pub confidence: f32,
}

impl Attribution {
    /// No speaker, since the text does not tell.
    pub const NOBODY: Self = Self { speaker: None, basis: Basis::Unknown, name: None, confidence: 0.0 };

    /// A speaker that was found in a way that is right this often.
    pub fn given(speaker: EntityId, basis: Basis, confidence: f32) -> Self {
        Self { speaker: Some(speaker), basis, confidence, ..Self::NOBODY }
    }
}
