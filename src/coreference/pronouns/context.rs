//! Mentions and pronouns with what resolution knows of their context.

use super::super::entity::EntityId;
use super::super::pronoun_class::PronounClass;
use super::grammatical_role::GrammaticalRole;
use crate::quotes::quote::QuoteId;
use crate::text::token_index::{TokenIndex, TokenRange};

/// A place where an entity is meant.
#[derive(Clone, Debug)]
pub struct MentionContext {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The number of its sentence.
    pub sentence: usize,
    /// Which entity it means.
    pub entity: EntityId,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Whether the entity is certain enough to be told.
    pub sure: bool,
    /// What it is to its verb.
    pub role: GrammaticalRole,
    /// Whether it only says whose somebody is: `Doe` in `Doe adviser Ann Roe`.
    pub modifies: bool,
    /// The direct quote it stands in.
    pub quote: Option<QuoteId>,
    /// Whether it stands in what somebody says in the reporter's words.
    pub reported: bool,
    /// Whether it is the source of a quote.
    pub speaks: bool,
    /// Whether it is the source of a direct one.
    pub is_quoted: bool,
}

/// A pronoun whose entity is asked for.
#[derive(Clone, Debug)]
pub struct PronounContext {
    /// Its token.
    pub token: TokenIndex,
    /// The number of its sentence.
    pub sentence: usize,
    /// What it can stand for.
    pub class: PronounClass,
    /// What it is to its verb.
    pub role: GrammaticalRole,
    /// The direct quote it stands in.
    pub quote: Option<QuoteId>,
    /// The speaker of that quote, where it is named.
    pub speaker: Option<EntityId>,
    /// Whether it is the source of a quote.
    pub speaks: bool,
    /// Whom that quote names: it means none of them.
    pub spoken_of: Vec<EntityId>,
}

/// An entity that a pronoun may mean.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: EntityId,
    /// Its nearest reference, by number.
    pub reference: usize,
    /// How many other candidates are nearer.
    pub rank: usize,
    /// How many references to it there are so far.
    pub count: usize,
    /// Whether a pronoun of the same sort has meant it.
    pub meant: bool,
    /// Whether a pronoun of another sort has meant it.
    pub meant_otherwise: bool,
    /// Whether it is named only behind the pronoun.
    pub ahead: bool,
}

/// How a name goes with a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It says nothing.
    Unknown,
    /// It usually goes with it.
    Fits,
    /// It may well go with it.
    Likely,
    /// It may well go with the other one.
    Unlikely,
    /// It usually goes with the other one.
    Against,
    /// A title rules it out.
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
