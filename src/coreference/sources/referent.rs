//! What the source of a quote refers to.

use super::super::entity::EntityId;
use crate::entities::mention::MentionId;
use crate::text::span::Span;

/// What the source of a quote refers to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceReferent {
    /// The entity that it names.
    Named {
        /// The entity.
        entity: EntityId,
        /// The mention of the name.
        mention: MentionId,
    },
    /// A group of coordinated entities.
    Coordination(EntityId),
    /// A group, as the antecedent of `they`.
    PluralAnaphor(EntityId),
    /// The entity of the description that opens the previous sentence, as the antecedent of a pronoun.
    SentenceSubject(EntityId, Span),
    /// The only entity with the role that it repeats.
    Role(EntityId),
    /// The only person nearby, for a demonym, an age or an epithet.
    NearestMatch(EntityId),
    /// An entity without a name.
    Described(EntityId),
    /// A third-person pronoun.
    Pronoun(Span),
    /// `I` or `we`.
    FirstPerson,
    /// Nothing that could be resolved.
    Unresolved,
    /// The quote has no source.
    NoSource,
}

impl SourceReferent {
    /// Returns the entity, if the source resolves without a pronoun.
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
