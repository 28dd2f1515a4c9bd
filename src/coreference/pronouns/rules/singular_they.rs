//! `they` continues with the one spokesperson who spoke last, or with whoever the text says uses it.

use super::super::super::entity::EntityId;
use super::super::super::nominals::descriptions;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::{MentionContext, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, PronounRuleContext};
use super::super::queries::{MAX_MENTIONS, SPEAKER_REACH};
use crate::entities::mention::EntityKind;
use crate::lexicon::gendered_nouns;
use crate::text::token_index::{TokenIndex, TokenRange};

/// `they` continues with the one spokesperson who spoke last, or with whoever the text says uses it.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    let pronoun = context.question.pronoun;
    let entity = context.state.spokesperson(pronoun)?;
    let fits = pronoun.speaks || context.state.declared.contains(&entity);
    fits.then_some(Guess::given(entity))
}

impl DiscourseState<'_> {
    /// For `they` that speaks: the one person who spoke last, whom the text gives no `he` or `she`, where nobody else
    /// can be meant: `A spokesperson said … They added`.
    pub fn spokesperson(&self, pronoun: &PronounContext) -> Option<EntityId> {
        if pronoun.class != PronounClass::They {
            return None;
        }
        // Of whoever uses `they` it is enough to have done something.
        let mut recent = self.references.iter().rev().take(MAX_MENTIONS);
        let acting = recent
            .find(|reference| reference.speaks || reference.role == GrammaticalRole::Subject || self.opens(reference));
        let declared = acting.filter(|acting| {
            self.declared.contains(&acting.entity) && pronoun.sentence - acting.sentence <= SPEAKER_REACH
        });
        let last = declared.or_else(|| self.last_heard(pronoun))?;
        let fits = self.is_neutral(last.entity) || self.declared.contains(&last.entity);
        (fits && !self.several(last, pronoun.token)).then_some(last.entity)
    }

    /// Whether `they` may be one person's pronoun: somebody who is only described, by a word that says neither man
    /// nor woman.
    fn is_neutral(&self, entity: EntityId) -> bool {
        let person = &self.clusters.entities[entity];
        let gendered = || person.name.split_whitespace().any(|word| gendered_nouns::evidence(word) != 0.0);
        person.kind == EntityKind::Person && !person.named && !gendered()
    }

    /// Whether somebody who is more than one stands between a reference and a token.
    fn several(&self, reference: &MentionContext, token: TokenIndex) -> bool {
        // `A spokesperson for the council`: whom somebody speaks for does not count.
        let next = self.references.partition_point(|other| other.tokens.start < reference.tokens.end + 4);
        let mut others = self.references[next..].iter().filter(|other| !other.pronoun);
        others.any(|other| {
            matches!(self.clusters.entities[other.entity].kind, EntityKind::Group | EntityKind::Organization)
        }) || (TokenRange::new(reference.tokens.end, token))
            .iter()
            .any(|at| descriptions::is_several(self.document.word(at)) || self.is_many(at))
    }

    /// `the numbers`, `these figures`
    fn is_many(&self, at: TokenIndex) -> bool {
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
