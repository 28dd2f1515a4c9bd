//! The name that each token belongs to, as features see it.

use crate::entities::mention::{EntityKind, Mention};
use crate::text::token_index::{TokenIndex, TokenRange};

/// For each token, the kind of name that it belongs to and whether it begins the name; 0 outside names.
pub struct NameTags(Vec<u8>);

impl NameTags {
    /// Tags the tokens of all mentions in a document of so many tokens.
    pub fn new(token_count: usize, mentions: &[Mention]) -> Self {
        let mut tags = vec![0; token_count];
        for mention in mentions {
            for token in mention.tokens {
                tags[token] = kind_number(mention.kind) * 2 + u8::from(token == mention.tokens.start);
            }
        }
        Self(tags)
    }

    /// Returns the tag of a token: twice the number of the kind, plus one for the first token of a name.
    pub fn tag(&self, token: TokenIndex) -> u8 {
        self.0[token]
    }

    /// Returns whether a name among tokens is that of a person, an organization or a group.
    pub fn names_speaker(&self, tokens: TokenRange) -> bool {
        let speakers = [EntityKind::Person, EntityKind::Organization, EntityKind::Group].map(kind_number);
        tokens.iter().any(|token| speakers.contains(&(self.tag(token) / 2)))
    }
}

/// The number of a kind of name in features, which fold rare kinds together.
fn kind_number(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Organization => 2,
        EntityKind::Place => 3,
        EntityKind::Group => 4,
        EntityKind::Date | EntityKind::Time => 5,
        EntityKind::Facility
        | EntityKind::Event
        | EntityKind::Money
        | EntityKind::Product
        | EntityKind::Work
        | EntityKind::Law
        | EntityKind::Language => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_numbers_stay_as_trained() {
        use EntityKind::*;
        let kinds =
            [Person, Organization, Place, Facility, Group, Event, Date, Time, Money, Product, Work, Law, Language];
        assert_eq!(kinds.map(kind_number), [1, 2, 3, 6, 4, 6, 5, 5, 6, 6, 6, 6, 6]);
    }
}
