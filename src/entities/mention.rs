//! Named entities where they stand in the text.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::lexicon::Gender;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
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

/// Its name in reports.
impl fmt::Display for EntityKind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A name where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name, in bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it stands for.
    pub kind: EntityKind,
    /// The office or trade that stands before a person's name.
    pub role: Option<Span>,
    /// What a title before the name tells about its pronoun.
    pub gender: Gender,
    /// How often such a mention is right, from 0 to 1.
    pub confidence: f32,
    /// A date or time in ISO 8601, a sum as its amount and ISO 4217 currency, where the text makes it certain.
    pub normal: Option<String>,
}

impl Mention {
    /// The token at which it starts, with the role before its name.
    pub fn first_token(&self, document: &Document) -> TokenIndex {
        self.role.map_or(self.tokens.start, |role| document.token_at(role.start))
    }
}
