//! What the tagger labels, and with what.

use super::super::mention::EntityKind;
use crate::crf::cache::OFFSETS;
use crate::text::sentences::Sentence;
use crate::text::token_index::TokenRange;

/// What a learned mention is, in the order of the labels.
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

    /// The kind that a mention of this class has, unless its words say more.
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

/// How many labels a token can have: none, and for each class its first token and a later one.
pub const LABELS: usize = 1 + 2 * EntityClass::ALL.len();

/// Whether label `next` may follow label `before`; a later token needs one of its class before it.
#[cfg(any(test, feature = "training"))]
pub fn may_follow(before: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || before == next || before + 1 == next
}

/// A mention as the tagger sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedMention {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is.
    pub class: EntityClass,
    /// The least probability of its tokens' labels.
    pub probability: f32,
}

/// How many tokens are read together at most.
pub const MAX_CHUNK_TOKENS: usize = 2000;

/// What is read together: a sentence, or a chunk of one without end, so that cache stays bounded.
pub struct Chunk<'d> {
    /// The sentence.
    pub sentence: &'d Sentence,
    /// The part's tokens.
    pub tokens: TokenRange,
}

impl Chunk<'_> {
    /// The tokens that a reading of a chunk looks at.
    pub fn seen(&self) -> TokenRange {
        let reach = OFFSETS.len() / 2;
        let start = self.sentence.start.max(self.tokens.start.saturating_sub(reach));
        TokenRange::new(start, self.sentence.end.min(self.tokens.end + reach))
    }
}
