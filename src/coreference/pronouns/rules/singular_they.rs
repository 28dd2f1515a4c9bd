//! `they` refers to the spokesperson who spoke last, or to a person who uses it according to the text.

use super::super::super::entity::EntityId;
use super::super::super::nominals::descriptions;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::{MentionContext, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, PronounRuleContext};
use super::super::queries::{LAST_SPEAKER_SENTENCES, MAX_MENTIONS};
use crate::entities::mention::EntityKind;
use crate::lexicon::gendered_nouns;
use crate::text::token_index::{TokenIndex, TokenRange};

/// `they` refers to the spokesperson who spoke last, or to a person who uses it according to the text.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let pronoun = context.question.pronoun;
    let entity = context.state.spokesperson(pronoun)?;
    let fits = pronoun.is_source || context.state.declared.contains(&entity);
    fits.then_some(Guess::given(entity))
}

impl DiscourseState<'_> {
    /// Returns the person who spoke last, if the text does not tell a gender and `they` cannot refer to anybody else: `A
    /// spokesperson said … They added`.
    pub fn spokesperson(&self, pronoun: &PronounContext) -> Option<EntityId> {
        if pronoun.class != PronounClass::They {
            return None;
        }
        // For a person who uses `they` it is enough to have acted.
        let mut recent = self.references.iter().rev().take(MAX_MENTIONS);
        let acting = recent.find(|reference| {
            reference.is_source || reference.role == GrammaticalRole::Subject || self.opens(reference)
        });
        let declared = acting.filter(|acting| {
            self.declared.contains(&acting.entity) && pronoun.sentence - acting.sentence() <= LAST_SPEAKER_SENTENCES
        });
        let last = declared.or_else(|| self.last_speaker(pronoun))?;
        let fits = self.is_neutral(last.entity) || self.declared.contains(&last.entity);
        (fits && !self.has_plural_between(last, pronoun.token)).then_some(last.entity)
    }

    /// Returns whether an entity is a person without a name whose description does not tell a gender.
    fn is_neutral(&self, entity: EntityId) -> bool {
        let person = &self.clusters.entities[entity];
        let gendered = || person.name.split_whitespace().any(|word| gendered_nouns::evidence(word) != 0.0);
        person.kind == EntityKind::Person && !person.named && !gendered()
    }

    /// Returns whether a plural noun, a group or an organization is between a mention and a token.
    fn has_plural_between(&self, reference: &MentionContext, token: TokenIndex) -> bool {
        // `A spokesperson for the council`: the council does not count.
        let next = self.references.partition_point(|other| other.tokens.start < reference.tokens.end + 4);
        let mut others = self.references[next..].iter().filter(|other| !other.pronoun);
        others.any(|other| {
            matches!(self.clusters.entities[other.entity].kind, EntityKind::Group | EntityKind::Organization)
        }) || (TokenRange::new(reference.tokens.end, token))
            .iter()
            .any(|at| descriptions::is_several(self.document.word(at)) || self.starts_definite_plural(at))
    }

    /// Returns whether a plural with a definite determiner starts at a token: `the numbers`, `these figures`.
    fn starts_definite_plural(&self, at: TokenIndex) -> bool {
        let word = |at: TokenIndex| self.document.word(at);
        let plural = |at: TokenIndex| {
            word(at).starts_with(char::is_lowercase)
                && word(at).ends_with('s')
                && !word(at).ends_with("ss")
                && word(at).len() > 3
        };
        matches!(word(at), "the" | "The" | "these" | "These" | "those" | "Those") && (plural(at + 1) || plural(at + 2))
    }
}

#[cfg(test)]
mod tests {
    use crate::coreference::pronouns::test_support::rules;

    #[test]
    fn they_is_the_spokesperson() {
        assert_eq!(
            rules("“It is over,” a spokesperson said. “We are sorry,” they added.").last(),
            Some(&"singular-they")
        );
    }
}
