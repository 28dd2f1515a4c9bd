//! The attribution of one quote: its speaker and the basis for it.

use serde::{Deserialize, Serialize};

use crate::coreference::entity::EntityId;
use crate::text::span::Span;

/// How the speaker of a quote was found, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Basis {
    /// The source is a name.
    Named,
    /// The source is a pronoun that was resolved.
    Pronoun,
    /// The source is a description that fits one entity only.
    Role,
    /// The source is a description of somebody without a name.
    Described,
    /// The quote continues the previous one.
    Continued,
    /// The source is `I`, in a quote inside another one.
    Enclosing,
    /// The label of a turn in an interview names the speaker.
    Turn,
    /// The source stands for nobody in particular; there is no speaker.
    Unnamed,
    /// The source is a pronoun or a name that fits several people; there is no speaker.
    Ambiguous,
    /// The text does not tell; there is no speaker.
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
    /// The estimated precision of such attributions, from 0 to 1.
    pub confidence: f32,
}

impl Attribution {
    /// No speaker, because the text does not tell.
    pub const NOBODY: Self = Self { speaker: None, basis: Basis::Unknown, name: None, confidence: 0.0 };

    /// Creates an attribution with a speaker.
    pub fn given(speaker: EntityId, basis: Basis, confidence: f32) -> Self {
        Self { speaker: Some(speaker), basis, confidence, ..Self::NOBODY }
    }
}
