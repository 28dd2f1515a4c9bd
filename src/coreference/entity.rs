//! People, organizations and things of an article, each with all its mentions.

use serde::{Deserialize, Serialize};

use crate::entities::mention::EntityKind;
use crate::index::index_type;
use crate::text::span::Span;

index_type! {
    /// The index of an entity in its article.
    EntityId
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

/// Somebody or something in the article, with all its mentions (a coreference chain).
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form found; a description where it has no name.
    pub name: String,
    /// Whether it has a name.
    pub named: bool,
    /// Offices and trades, as the article words them.
    pub roles: Vec<String>,
    /// The organisations and places that those name, by their indexes.
    pub affiliations: Vec<EntityId>,
    /// The people or bodies that speak together here, by their indexes.
    pub members: Vec<EntityId>,
    /// A person's age in years, where it is given.
    pub age: Option<u8>,
    /// A person's party, as the article words it.
    pub party: Option<String>,
    /// Where it is mentioned and how, in the order of the text.
    pub mentions: Vec<(Span, MentionForm)>,
    /// The mean confidence of its names.
    pub confidence: f32,
    /// A date, time or sum in its normalized form, where that is certain.
    pub normalized: Option<String>,
}

impl Entity {
    /// An entity of which nothing but its name is known.
    pub fn new(kind: EntityKind, name: String, named: bool) -> Self {
        Self {
            kind,
            name,
            named,
            roles: Vec::new(),
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
