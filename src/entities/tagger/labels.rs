//! The labels of the entity tagger, and the chunks in which it reads a document.

use super::super::mention::EntityKind;
use crate::crf::cache::OFFSETS;
use crate::text::sentences::Sentence;
use crate::text::token_index::TokenRange;

/// The classes of mentions that the tagger tells apart, in the order of their labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityClass {
    /// People.
    Person,
    /// Countries, cities, regions, waters.
    Place,
    /// Companies, parties, offices, teams.
    Organization,
    /// Buildings, roads, airports.
    Facility,
    /// Nationalities, religions, followers of parties.
    Group,
    /// Dates and times of day.
    Date,
    /// Sums of money.
    Money,
    /// Things that are made and sold.
    Product,
    /// Events, works, laws, languages.
    Other,
}

impl EntityClass {
    /// All classes, in the order of the labels.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Facility,
        Self::Group,
        Self::Date,
        Self::Money,
        Self::Product,
        Self::Other,
    ];

    /// Returns the number of the class, which its labels and features are computed from.
    pub fn number(self) -> usize {
        match self {
            Self::Person => 0,
            Self::Place => 1,
            Self::Organization => 2,
            Self::Facility => 3,
            Self::Group => 4,
            Self::Date => 5,
            Self::Money => 6,
            Self::Product => 7,
            Self::Other => 8,
        }
    }

    /// Returns the label of the first token of a mention of this class; that of later tokens is one greater.
    #[cfg(any(test, feature = "training"))]
    pub fn first_label(self) -> usize {
        1 + 2 * self.number()
    }

    /// Returns the kind of a mention of this class, unless its words tell it more exactly.
    pub fn kind(self) -> EntityKind {
        match self {
            Self::Person => EntityKind::Person,
            Self::Place => EntityKind::Place,
            Self::Organization => EntityKind::Organization,
            Self::Facility => EntityKind::Facility,
            Self::Group => EntityKind::Group,
            Self::Date => EntityKind::Date,
            Self::Money => EntityKind::Money,
            Self::Product => EntityKind::Product,
            Self::Other => EntityKind::Event,
        }
    }
}

/// The number of labels: outside, and for each class its first token and a later one (BIO).
pub const LABELS: usize = 1 + 2 * EntityClass::ALL.len();

/// Returns whether label `next` may follow label `before`: a later token needs one of its class before it.
#[cfg(any(test, feature = "training"))]
pub fn may_follow(before: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || before == next || before + 1 == next
}

/// A mention as the tagger found it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedMention {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its class.
    pub class: EntityClass,
    /// The lowest posterior probability among its tokens' labels.
    pub probability: f32,
}

/// The greatest number of tokens that are tagged together.
pub const MAX_CHUNK_TOKENS: usize = 2000;

/// What is read together: a sentence, or a chunk of one without end, so that cache stays bounded.
pub struct Chunk<'d> {
    /// The sentence.
    pub sentence: &'d Sentence,
    /// The chunk's tokens.
    pub tokens: TokenRange,
}

impl Chunk<'_> {
    /// Returns the tokens whose words are features of the chunk's tokens.
    pub fn context(&self) -> TokenRange {
        let reach = OFFSETS.len() / 2;
        let start = self.sentence.start.max(self.tokens.start.saturating_sub(reach));
        TokenRange::new(start, self.sentence.end.min(self.tokens.end + reach))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_numbers_are_their_places_in_the_list() {
        let numbers: Vec<usize> = EntityClass::ALL.into_iter().map(EntityClass::number).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(EntityClass::Other.first_label(), LABELS - 2);
    }

    #[test]
    fn a_later_token_follows_one_of_its_class() {
        let person = EntityClass::Person.first_label();
        let place = EntityClass::Place.first_label();
        assert!(may_follow(person, person + 1) && may_follow(person + 1, person + 1) && may_follow(person, place));
        assert!(!may_follow(0, person + 1) && !may_follow(place, person + 1));
    }
}
