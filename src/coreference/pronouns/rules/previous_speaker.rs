//! `he` or `she` that speaks is the one person who acted or spoke before.

use super::super::super::nominals::descriptions;
use super::super::super::pronoun_class::PronounClass;
use super::super::context::{MentionContext, PronounContext};
use super::super::discourse::DiscourseState;
use super::super::grammatical_role::GrammaticalRole;
use super::super::guess::{Guess, Heard, PronounRuleContext};
use super::super::queries::MAX_MENTIONS;
use crate::entities::mention::EntityKind;
use crate::text::punctuation::is_long_dash;
use crate::text::token_index::{TokenIndex, TokenRange};

/// Within how many sentences whoever spoke last continues, though others acted before.
const GOES_ON: usize = 2;

/// How many sentences back a person may have acted, and one whose direct quote may have continued since.
const HEARD_REACH: usize = 4;
const QUOTED_REACH: usize = 8;

/// How many tokens before a name a dash may open what closes behind it.
const ENCLOSED: usize = 4;

/// `he` or `she` that speaks is the one person who acted or spoke before.
pub fn apply(context: &PronounRuleContext) -> Option<Guess> {
    match context.heard() {
        Heard::One(entity) => Some(Guess::given(*entity)),
        _ => None,
    }
}

impl DiscourseState<'_> {
    /// For `he` and `she` that speak: the one person who fits and did or said something before it in its paragraph, or
    /// else in the paragraph before: `Judge Doe thanked the jury. “It was hard,” she said.`
    pub fn heard(&self, pronoun: &PronounContext) -> Heard {
        let may_fit = |reference: &MentionContext| {
            matches!(pronoun.class, PronounClass::Person(_))
                && self.clusters.entities[reference.entity].kind == EntityKind::Person
                && !pronoun.spoken_of.contains(&reference.entity)
                && (self.is_unlike(pronoun, reference.entity) != Some(true))
        };
        let fits =
            |reference: &MentionContext| may_fit(reference) && self.is_unlike(pronoun, reference.entity).is_none();
        let acts = |reference: &&MentionContext| {
            let own = reference.quote.is_none() && !reference.reported;
            let does =
                reference.role == GrammaticalRole::Subject || self.opens(reference) || self.is_enclosed(reference);
            (reference.speaks || own && reference.sure && does) && may_fit(reference)
        };
        // `Trump, even as he says`: whoever stands in its own sentence may be meant, whatever he does there.
        let own =
            self.references.iter().rev().take(MAX_MENTIONS).take_while(|other| other.sentence == pronoun.sentence);
        let mut own = own.filter(|other| other.quote.is_none() && fits(other));
        let beside = own.next().map(|other| other.entity);
        if own.any(|other| Some(other.entity) != beside) {
            return Heard::Nobody;
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
                let reach = if last.is_quoted { QUOTED_REACH } else { HEARD_REACH };
                let near = last.sure && pronoun.sentence - last.sentence <= reach;
                let alone = passed.is_none_or(|passed| passed == last.entity);
                // Whoever spoke directly before goes on, whatever others did before that.
                let goes_on = end == pronoun.token
                    && (last.speaks
                        && (last.is_quoted || self.opens(last))
                        && pronoun.sentence - last.sentence <= GOES_ON
                        || self.is_topic(last, pronoun, fits));
                return match near && alone && (goes_on || acting.all(|other| other.entity == last.entity)) {
                    // What a name leans to is less than that nobody else can be meant.
                    true if fits(last) || goes_on => Heard::One(last.entity),
                    true => Heard::Doubtful(last.entity),
                    false => Heard::Nobody,
                };
            }
            // `In defeat, the president looked tired`: somebody who is only described may be meant as well.
            if TokenRange::new(start, end).iter().any(|at| descriptions::is_person(self.document.word(at))) {
                return Heard::Nobody;
            }
            // Whoever else does something in the pronoun's paragraph, though only as others say, may be meant, too.
            let other = back(start, end).find(|other| {
                let acts = other.role == GrammaticalRole::Subject || self.opens(other);
                acts && other.sure && other.quote.is_none() && fits(other) && Some(other.entity) != passed
            });
            if passed.is_some() && other.is_some() {
                return Heard::Nobody;
            }
            passed = passed.or(other.map(|other| other.entity));
            end = start;
            let Some(before) = start.checked_sub(1) else { break };
            start = self.document.paragraph_containing(before).start;
        }
        Heard::Nobody
    }

    /// Whether the sentence before a pronoun opens with somebody, and nobody else in it fits: `Doe disputed that. She`.
    fn is_topic(
        &self,
        reference: &MentionContext,
        pronoun: &PronounContext,
        fits: impl Fn(&MentionContext) -> bool,
    ) -> bool {
        let others =
            self.references.iter().rev().take(MAX_MENTIONS).take_while(|other| other.sentence >= reference.sentence);
        let mut others = others.filter(|other| other.quote.is_none() && other.entity != reference.entity);
        pronoun.sentence - reference.sentence == 1 && self.opens(reference) && !others.any(fits)
    }

    /// Whether a name stands between dashes, as somebody who is described before them: `His brother — Gov. Tom Doe — left`.
    fn is_enclosed(&self, reference: &MentionContext) -> bool {
        let dash = |at: TokenIndex| is_long_dash(self.document.word(at));
        let before = TokenRange::new(reference.tokens.start.saturating_sub(ENCLOSED), reference.tokens.start);
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
}
