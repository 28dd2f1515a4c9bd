//! Mentions and pronouns with their context.

use super::super::entity::EntityId;
use super::super::pronoun_class::PronounClass;
use super::grammatical_role::GrammaticalRole;
use crate::quotes::quote::QuoteId;
use crate::text::token_index::{TokenIndex, TokenRange};

/// A mention of an entity: a name, a description or a resolved pronoun.
#[derive(Clone, Debug)]
pub struct MentionContext {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The number of its sentence, as [`MentionContext::sentence()`] gives it.
    pub sentence: u32,
    /// The entity that it refers to.
    pub entity: EntityId,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Whether the entity is certain enough to be reported.
    pub sure: bool,
    /// Its grammatical role.
    pub role: GrammaticalRole,
    /// Whether it modifies a noun: `Doe` in `Doe adviser Ann Roe`.
    pub modifies: bool,
    /// The direct quote that contains it.
    pub quote: Option<QuoteId>,
    /// Whether it is inside an indirect or mixed quote.
    pub reported: bool,
    /// Whether it is the source of a quote.
    pub is_source: bool,
    /// Whether it is the source of a direct quote.
    pub is_quoted: bool,
}

impl MentionContext {
    /// Returns the number of its sentence.
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }
}

/// A pronoun to resolve.
#[derive(Clone, Debug)]
pub struct PronounContext {
    /// Its token.
    pub token: TokenIndex,
    /// The number of its sentence.
    pub sentence: usize,
    /// Its class.
    pub class: PronounClass,
    /// Its grammatical role.
    pub role: GrammaticalRole,
    /// The direct quote that contains it.
    pub quote: Option<QuoteId>,
    /// The speaker of that quote, if it is known; nobody speaks of himself as `he`.
    pub speaker: Option<EntityId>,
    /// Whether it is the source of a quote.
    pub is_source: bool,
    /// The entities named in the quote whose source it is; it refers to none of them.
    pub spoken_of: Vec<EntityId>,
}

/// An entity that a pronoun may refer to.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: EntityId,
    /// The index of its nearest mention, among those before the pronoun or those ahead of it.
    pub reference: usize,
    /// The number of nearer candidates.
    pub rank: usize,
    /// The number of mentions of it so far.
    pub count: usize,
    /// Whether a pronoun of the same class has referred to it.
    pub meant: bool,
    /// Whether a pronoun of another class has referred to it.
    pub had_other_pronoun: bool,
    /// Whether its only mention nearby comes after the pronoun (cataphora).
    pub ahead: bool,
}

/// Gender agreement between a pronoun and an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// There is no evidence.
    Unknown,
    /// There is strong evidence for agreement.
    Fits,
    /// There is some evidence for agreement.
    Likely,
    /// There is some evidence against agreement.
    Unlikely,
    /// There is strong evidence against agreement.
    Against,
    /// A title excludes agreement.
    Never,
}

impl Agreement {
    /// Returns the number of the agreement in features.
    pub fn feature_number(self) -> u64 {
        match self {
            Self::Unknown => 0,
            Self::Fits => 1,
            Self::Likely => 2,
            Self::Unlikely => 3,
            Self::Against => 4,
            Self::Never => 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Agreement::{Against, Fits, Likely, Never, Unknown, Unlikely};
    use super::*;

    #[test]
    fn feature_numbers_stay_as_trained() {
        let all = [Unknown, Fits, Likely, Unlikely, Against, Never];
        assert_eq!(all.map(Agreement::feature_number), [0, 1, 2, 3, 4, 5]);
    }
}
