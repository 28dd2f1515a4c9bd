//! `he` or `she` as a source refers to the one person who acted or spoke before.

use super::super::super::pronoun_class::PronounClass;
use super::super::context::{MentionContext, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, PreviousSpeaker, PronounRuleContext};
use super::super::queries::MAX_MENTIONS;
use crate::entities::mention::EntityKind;
use crate::text::punctuation::is_long_dash;
use crate::text::token_index::{TokenIndex, TokenRange};

/// The number of sentences after which the last speaker still continues, even if others acted before.
const CONTINUATION_SENTENCES: usize = 2;

/// The number of sentences since a person acted, and since a person with a direct quote spoke, which may have continued.
const SPEAKER_SENTENCES: usize = 4;
const QUOTED_SPEAKER_SENTENCES: usize = 8;

/// The largest number of tokens between an opening dash and a name.
const MAX_TOKENS_AFTER_DASH: usize = 4;

/// `he` or `she` as a source refers to the one person who acted or spoke before.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    match context.previous_speaker() {
        PreviousSpeaker::One(entity) => Some(Guess::given(*entity)),
        _ => None,
    }
}

impl DiscourseState<'_> {
    /// Returns the one person who agrees with `he` or `she` and acted or spoke before it in its paragraph, or else in the
    /// previous one: `Judge Doe thanked the jury. “It was hard,” she said.`
    pub fn previous_speaker(&self, pronoun: &PronounContext) -> PreviousSpeaker {
        let may_fit = |reference: &MentionContext| {
            matches!(pronoun.class, PronounClass::Person(_))
                && self.clusters.entities[reference.entity].kind == EntityKind::Person
                && !pronoun.spoken_of.contains(&reference.entity)
                && Some(reference.entity) != pronoun.speaker
                && (self.disagreement(pronoun, reference.entity) != Some(true))
        };
        let fits =
            |reference: &MentionContext| may_fit(reference) && self.disagreement(pronoun, reference.entity).is_none();
        let acts = |reference: &&MentionContext| {
            let own = reference.quote.is_none() && !reference.reported;
            let does =
                reference.role == GrammaticalRole::Subject || self.opens(reference) || self.is_enclosed(reference);
            (reference.is_source || own && reference.sure && does) && may_fit(reference)
        };
        // `Trump, even as he says`: a person in the same sentence is a candidate in any role.
        let own =
            self.references.iter().rev().take(MAX_MENTIONS).take_while(|other| other.sentence() == pronoun.sentence);
        let mut own = own.filter(|other| other.quote.is_none() && fits(other));
        let beside = own.next().map(|other| other.entity);
        if own.any(|other| Some(other.entity) != beside) {
            return PreviousSpeaker::Nobody;
        }
        let back = |start: TokenIndex, end: TokenIndex| {
            let near =
                self.references.iter().rev().take(MAX_MENTIONS).skip_while(move |other| other.tokens.start >= end);
            near.take_while(move |other| other.tokens.start >= start)
        };
        let mut start = self.document.paragraph_containing(pronoun.token).start;
        let mut end = pronoun.token;
        let mut passed = beside;
        for _ in 0..2 {
            let mut acting = back(start, end).filter(acts);
            if let Some(last) = acting.next() {
                let reach = if last.is_quoted { QUOTED_SPEAKER_SENTENCES } else { SPEAKER_SENTENCES };
                let near = last.sure && pronoun.sentence - last.sentence() <= reach;
                let alone = passed.is_none_or(|passed| passed == last.entity);
                // The last speaker continues, whatever others did before.
                let goes_on = end == pronoun.token
                    && (last.is_source
                        && (last.is_quoted || self.opens(last))
                        && pronoun.sentence - last.sentence() <= CONTINUATION_SENTENCES
                        || self.is_topic(last, pronoun, fits));
                return match near && alone && (goes_on || acting.all(|other| other.entity == last.entity)) {
                    // That nobody else is possible outweighs the evidence of a name.
                    true if fits(last) || goes_on => PreviousSpeaker::One(last.entity),
                    true => PreviousSpeaker::Doubtful(last.entity),
                    false => PreviousSpeaker::Nobody,
                };
            }
            // `In defeat, the president looked tired`: the pronoun may refer to a person who is only described.
            let next = self.person_words.partition_point(|&at| at < start);
            if self.person_words.get(next).is_some_and(|&at| at < end) {
                return PreviousSpeaker::Nobody;
            }
            // A person who acts in the pronoun's paragraph only according to others is a candidate, too.
            let other = back(start, end).find(|other| {
                let acts = other.role == GrammaticalRole::Subject || self.opens(other);
                acts && other.sure && other.quote.is_none() && fits(other) && Some(other.entity) != passed
            });
            if passed.is_some() && other.is_some() {
                return PreviousSpeaker::Nobody;
            }
            passed = passed.or(other.map(|other| other.entity));
            end = start;
            let Some(before) = start.checked_sub(1) else { break };
            start = self.document.paragraph_containing(before).start;
        }
        PreviousSpeaker::Nobody
    }

    /// Returns whether a mention opens the sentence before a pronoun, in which nobody else agrees: `Doe disputed that. She`.
    fn is_topic(
        &self,
        reference: &MentionContext,
        pronoun: &PronounContext,
        fits: impl Fn(&MentionContext) -> bool,
    ) -> bool {
        let others = self
            .references
            .iter()
            .rev()
            .take(MAX_MENTIONS)
            .take_while(|other| other.sentence() >= reference.sentence());
        let mut others = others.filter(|other| other.quote.is_none() && other.entity != reference.entity);
        pronoun.sentence - reference.sentence() == 1 && self.opens(reference) && !others.any(fits)
    }

    /// Returns whether a name is between dashes, after its description: `His brother — Gov. Tom Doe — left`.
    fn is_enclosed(&self, reference: &MentionContext) -> bool {
        let dash = |at: TokenIndex| is_long_dash(self.document.word(at));
        let before =
            TokenRange::new(reference.tokens.start.saturating_sub(MAX_TOKENS_AFTER_DASH), reference.tokens.start);
        dash(reference.tokens.end) && before.into_iter().any(dash)
    }
}

#[cfg(test)]
mod tests {
    use crate::coreference::pronouns::test_support::rules;

    #[test]
    fn she_acted_before() {
        assert_eq!(
            rules("Judge Jane Doe thanked the jury. “It was hard,” she said.").last(),
            Some(&"previous-speaker")
        );
    }

    #[test]
    fn she_speaks_of_somebody_else() {
        let text = "Ann Doe smiled. “I have the note,” Doe said. “She said, ‘No.’”";
        assert!(!rules(text).contains(&"previous-speaker"));
    }
}
