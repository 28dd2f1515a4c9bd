//! What the source of a quote refers to.

use super::super::entity::EntityId;
use crate::entities::mention::MentionId;
use crate::text::span::Span;

/// What the source of a quote is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceReferent {
    /// It names its entity.
    Named {
        /// The entity.
        entity: EntityId,
        /// The mention that names it.
        mention: MentionId,
    },
    /// It names several, who are one entity here.
    Coordination(EntityId),
    /// `they`, for several who were just named side by side.
    PluralAnaphor(EntityId),
    /// A pronoun for whoever is described, without a name, at the start of the sentence before.
    SentenceSubject(EntityId, Span),
    /// It repeats the role of one person only.
    Role(EntityId),
    /// It tells where somebody is from, or an age, and only one person was named shortly before.
    NearestMatch(EntityId),
    /// It describes somebody without a name.
    Described(EntityId),
    /// A third-person pronoun.
    Pronoun(Span),
    /// `I` or `we`.
    FirstPerson,
    /// Anything else.
    Unresolved,
    /// There is none.
    NoSource,
}

impl SourceReferent {
    /// The entity, where no pronoun needs to be resolved for it.
    pub fn entity(&self) -> Option<EntityId> {
        match *self {
            Self::Named { entity, .. }
            | Self::Coordination(entity)
            | Self::PluralAnaphor(entity)
            | Self::SentenceSubject(entity, _)
            | Self::Role(entity)
            | Self::NearestMatch(entity)
            | Self::Described(entity) => Some(entity),
            _ => None,
        }
    }
}
