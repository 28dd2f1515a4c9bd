//! Which name each token stands in.

use crate::entities::mention::{EntityKind, Mention};
use crate::text::token_index::TokenIndex;

/// Which name each token stands in: its kind, and whether it begins there; 0 for none.
pub struct NameTags(Vec<u8>);

impl NameTags {
    /// Marks the tokens of all mentions.
    pub fn of(tokens: usize, mentions: &[Mention]) -> Self {
        let mut marks = vec![0; tokens];
        for mention in mentions {
            let kind = match mention.kind {
                EntityKind::Person => 1,
                EntityKind::Organization => 2,
                EntityKind::Place => 3,
                EntityKind::Group => 4,
                EntityKind::Date | EntityKind::Time => 5,
                _ => 6,
            };
            for at in mention.tokens {
                marks[at] = kind * 2 + u8::from(at == mention.tokens.start);
            }
        }
        Self(marks)
    }

    /// The name that a token stands in, as one small number.
    pub fn code(&self, token: TokenIndex) -> u8 {
        self.0[token]
    }
}
