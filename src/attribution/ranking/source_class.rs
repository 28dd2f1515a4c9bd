//! What the source of a quote is, as far as the ranking tells sources apart.

use super::SpeakerContext;
use crate::coreference::nominals::descriptions;
use crate::coreference::nominals::phrase_heads::{self, Head};
use crate::coreference::pronoun_class::{self, PronounClass};
use crate::coreference::sources::referent::SourceReferent;
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::quotes::quote::{QuoteId, QuoteOrigin};

/// What the source of a quote is, where no rule of coreference is certain of its speaker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceClass {
    /// A third-person pronoun.
    Pronoun(PronounClass),
    /// A description of a person.
    Person,
    /// A description of an organisation or a group.
    Organization,
    /// Another definite description.
    Other,
    /// There is none.
    Missing,
}

impl SourceClass {
    /// The class of a quote's source; `None` where the source tells its speaker by itself.
    pub fn of(context: &SpeakerContext, id: QuoteId) -> Option<Self> {
        let quote = &context.quotes[id];
        if quote.origin == QuoteOrigin::Turn {
            return None;
        }
        let document = context.document;
        let tokens = quote.source.map(|source| document.tokens_in(source));
        match context.coreference.sources.of_quote[id.number()] {
            SourceReferent::Pronoun(_) => {
                let class = pronoun_class::of(&lexicon::to_lowercase(document.word(tokens?.start)))?;
                // `they` and `it` speak too rarely to learn whom they mean.
                matches!(class, PronounClass::Person(_)).then_some(Self::Pronoun(class))
            }
            SourceReferent::Described(_) => {
                let description = match phrase_heads::heads(document, context.mentions, tokens?).as_slice() {
                    [Head::Words(words)] => descriptions::read(document, *words),
                    _ => None,
                };
                // `a spokesman` is somebody who was not mentioned before.
                if description.as_ref().is_some_and(|description| description.new) {
                    return None;
                }
                Some(match description.map(|description| description.kind) {
                    Some(EntityKind::Person) => Self::Person,
                    Some(EntityKind::Organization | EntityKind::Group) => Self::Organization,
                    _ => Self::Other,
                })
            }
            SourceReferent::Unresolved => {
                let first = lexicon::to_lowercase(document.word(tokens?.start)).into_owned();
                matches!(first.as_str(), "the" | "this" | "his" | "her" | "their" | "its").then_some(Self::Other)
            }
            SourceReferent::NoSource if quote.within.is_none() => Some(Self::Missing),
            _ => None,
        }
    }

    /// Whether the source is a description.
    pub fn is_description(self) -> bool {
        matches!(self, Self::Person | Self::Organization | Self::Other)
    }

    /// How many groups of classes there are.
    pub const GROUPS: usize = 3;

    /// The group of the class whose answers are calibrated together: pronouns, descriptions, no source.
    pub fn group(self) -> usize {
        match self {
            Self::Pronoun(_) => 0,
            Self::Missing => 2,
            _ => 1,
        }
    }

    /// The number of the class in features.
    pub fn feature_number(self) -> u64 {
        match self {
            Self::Pronoun(PronounClass::Person(_)) => 1,
            Self::Pronoun(PronounClass::They) => 2,
            Self::Pronoun(PronounClass::It) => 3,
            Self::Person => 4,
            Self::Organization => 5,
            Self::Other => 6,
            Self::Missing => 7,
        }
    }
}
