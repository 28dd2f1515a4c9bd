//! What the source of a quote refers to.

use crate::text::span::Span;

/// What the source of a quote is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceReferent {
    /// It names its entity, by the mention with this number.
    Named {
        /// The entity.
        entity: usize,
        /// The mention's number.
        mention: usize,
    },
    /// It names several, who are one entity here.
    Coordination(usize),
    /// `they`, for several who were just named side by side.
    PluralAnaphor(usize),
    /// A pronoun for whoever is described, without a name, at the start of the sentence before.
    SentenceSubject(usize, Span),
    /// It repeats the role of one person only.
    Role(usize),
    /// It tells where somebody is from, or an age, and only one person was named shortly before.
    NearestMatch(usize),
    /// It describes somebody without a name.
    Described(usize),
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
    pub fn entity(&self) -> Option<usize> {
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
