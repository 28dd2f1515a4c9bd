//! Classes of third-person pronouns.

use crate::entities::mention::EntityKind;
use crate::lexicon::Gender;

/// The class of a third-person pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PronounClass {
    /// `he` and `she`, for one person.
    Person(Gender),
    /// `they`, for a group or an organization.
    They,
    /// `it`, for a thing or an organization.
    It,
}

/// Returns the class of a pronoun in lower case, or `None` for another word.
pub fn of(word: &str) -> Option<PronounClass> {
    Some(match word {
        "he" | "him" | "his" | "himself" => PronounClass::Person(Gender::Masculine),
        "she" | "her" | "hers" | "herself" => PronounClass::Person(Gender::Feminine),
        "they" | "them" | "their" | "theirs" | "themselves" => PronounClass::They,
        "it" | "its" | "itself" => PronounClass::It,
        _ => return None,
    })
}

impl PronounClass {
    /// Returns whether the pronoun can refer to an entity of this kind.
    pub fn admits(self, kind: EntityKind) -> bool {
        match self {
            Self::Person(_) => kind == EntityKind::Person,
            Self::They => matches!(kind, EntityKind::Organization | EntityKind::Group),
            Self::It => matches!(kind, EntityKind::Organization | EntityKind::Place),
        }
    }

    /// Returns the number of the class in features.
    pub fn feature_number(self) -> u64 {
        match self {
            Self::Person(_) => 0,
            Self::They => 1,
            Self::It => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feature_numbers_stay_as_trained() {
        let classes = ["he", "she", "they", "it"].map(|word| of(word).map(PronounClass::feature_number));
        assert_eq!(classes, [Some(0), Some(0), Some(1), Some(2)]);
    }
}
