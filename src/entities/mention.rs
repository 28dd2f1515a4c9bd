//! Mentions of named entities.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::index::index_type;
use crate::lexicon::Gender;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};

index_type! {
    /// The index of a mention of a name in its article.
    MentionId
}

/// The kind of a named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
#[non_exhaustive]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Facility,
    Group,
    Event,
    Date,
    Time,
    Money,
    Product,
    Work,
    Law,
    Language,
}

impl EntityKind {
    /// Returns the number of the kind in features.
    pub(crate) fn feature_number(self) -> u64 {
        match self {
            Self::Person => 0,
            Self::Organization => 1,
            Self::Place => 2,
            Self::Facility => 3,
            Self::Group => 4,
            Self::Event => 5,
            Self::Date => 6,
            Self::Time => 7,
            Self::Money => 8,
            Self::Product => 9,
            Self::Work => 10,
            Self::Law => 11,
            Self::Language => 12,
        }
    }
}

/// Writes the kind as in reports: in lower case.
impl fmt::Display for EntityKind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A mention of a named entity in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name's bytes, without role, article or possessive ending.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// What kind of entity it names.
    pub kind: EntityKind,
    /// The role that stands before a person's name: `NATO Secretary General`.
    pub role: Option<Span>,
    /// The pronoun that goes with the title before the name.
    pub gender: Gender,
    /// The calibrated probability that the mention is right.
    pub confidence: f32,
}

impl Mention {
    /// Returns the first token of the mention with its role.
    pub fn first_token(&self, document: &Document) -> TokenIndex {
        self.role.map_or(self.tokens.start, |role| document.token_at(role.start()))
    }
}

#[cfg(test)]
mod tests {
    use super::EntityKind::*;
    use super::*;

    #[test]
    fn feature_numbers_stay_as_trained() {
        let kinds =
            [Person, Organization, Place, Facility, Group, Event, Date, Time, Money, Product, Work, Law, Language];
        assert_eq!(kinds.map(EntityKind::feature_number), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
}
