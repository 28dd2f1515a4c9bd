//! `he` or `she` that opens a sentence is whoever was quoted in the sentence before.

use super::super::super::entity::EntityId;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::PronounContext;
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, PronounRuleContext};
use crate::entities::mention::EntityKind;

/// `he` or `she` that opens a sentence is whoever was quoted in the sentence before.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    context.state.just_quoted(context.question.pronoun).map(Guess::given)
}

impl DiscourseState<'_> {
    /// Returns the person who was quoted in the previous sentence, if `he` or `she` opens this one and nobody else was
    /// mentioned since: `“We lost,” said Jane Doe. She and two friends left.`
    pub fn just_quoted(&self, pronoun: &PronounContext) -> Option<EntityId> {
        let sentence = &self.document.sentences[pronoun.sentence];
        let opens = pronoun.token == sentence.start && pronoun.role == GrammaticalRole::Subject;
        let last = self.references.iter().rev().find(|reference| reference.quote.is_none())?;
        let fits = matches!(pronoun.class, PronounClass::Person(_))
            && self.clusters.entities[last.entity].kind == EntityKind::Person
            && self.disagreement(pronoun, last.entity).is_none();
        let near = last.is_quoted && last.sure && pronoun.sentence - last.sentence() == 1;
        let inside =
            pronoun.quote.is_none() && self.document.paragraph_containing(pronoun.token).contains(last.tokens.start);
        (opens && fits && near && inside).then_some(last.entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::coreference::pronouns::test_support::rules;

    #[test]
    fn she_was_just_quoted() {
        assert_eq!(rules("“We lost,” said Jane Doe. She and two friends left.").last(), Some(&"just-quoted"));
    }
}
