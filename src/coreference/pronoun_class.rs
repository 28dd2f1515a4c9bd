//! Third-person pronouns by what they can stand for.

use crate::entities::mention::EntityKind;
use crate::lexicon::Gender;

/// What a third-person pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PronounClass {
    /// `he` and `she`, for one person.
    Person(Gender),
    /// `they`, for a group or an organisation.
    They,
    /// `it`, for a thing or an organisation.
    It,
}

/// The class of a pronoun in lower case; nothing for another word.
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
    /// Whether something of this kind can be meant.
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
