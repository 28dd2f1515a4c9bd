//! The entities of an article, each with all its mentions.

use serde::{Deserialize, Serialize};

use crate::entities::mention::EntityKind;
use crate::index::index_type;
use crate::text::span::Span;

index_type! {
    /// The index of an entity in its article.
    EntityId optional
}

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MentionForm {
    /// By a name, full or short.
    Name,
    /// By a description: `the secretary general`.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// A person, organization or thing in the article, with all its mentions (a coreference chain).
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest form found; a description where it has no name.
    pub name: String,
    /// Whether it has a name.
    pub named: bool,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// Nouns by which the article describes an organization beside its name, in the singular: `company`.
    pub nouns: Vec<String>,
    /// The organizations and places that the roles name.
    pub affiliations: Vec<EntityId>,
    /// The members of a group of people or organizations that are quoted together.
    pub members: Vec<EntityId>,
    /// A person's age in years, if the article gives it.
    pub age: Option<u8>,
    /// A person's party, if the article gives it.
    pub party: Option<String>,
    /// Its mentions, each with its form, in the order of the text.
    pub mentions: Vec<(Span, MentionForm)>,
    /// The mean confidence of the mentions of its name.
    pub confidence: f32,
    /// The normalized value of a date, a time or an amount of money, if unambiguous.
    pub normalized: Option<String>,
}

impl Entity {
    /// Creates an entity with nothing but a kind and a name.
    pub fn new(kind: EntityKind, name: String, named: bool) -> Self {
        Self {
            kind,
            name,
            named,
            roles: Vec::new(),
            nouns: Vec::new(),
            affiliations: Vec::new(),
            members: Vec::new(),
            age: None,
            party: None,
            mentions: Vec::new(),
            confidence: 1.0,
            normalized: None,
        }
    }
}
