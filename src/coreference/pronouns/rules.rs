//! Who a pronoun means where nobody else is near: rules for what speaks, beside the learned ranking.

use super::super::gender;
use super::super::nominals::descriptions;
use super::super::pronoun_class::{self, PronounClass};
use super::context::{Agreement, Candidate, MentionContext, PronounContext};
use super::discourse::DiscourseState;
use super::grammatical_role::{GrammaticalRole, owns};
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::lexicon::Gender;
use crate::lexicon::gendered_nouns;
use crate::text::token_index::{TokenIndex, TokenRange};

/// How many references are looked back at.
const MOST: usize = 60;

/// How many sentences back nobody else may be named for a person to be the only one.
const ONLY_REACH: usize = 3;

/// How many sentences back whom `they` or `it` means may have spoken.
const BODY_REACH: usize = 2;

/// Within how many sentences whoever spoke last goes on, though others acted before.
const GOES_ON: usize = 2;

/// How many sentences back a person may have acted, and one whose direct quote may have gone on since.
const HEARD_REACH: usize = 4;
const QUOTED_REACH: usize = 8;

/// How many tokens a description before a name may have.
const DESCRIPTION: usize = 10;

/// How many tokens before a name a dash may open what closes behind it.
const ENCLOSED: usize = 4;

impl DiscourseState<'_> {
    /// The only candidate that is named or meant in the last few sentences and that the pronoun fits.
    pub fn only(&self, pronoun: &PronounContext, candidates: &[Candidate]) -> Option<usize> {
        if !matches!(pronoun.class, PronounClass::Person(_)) {
            return None;
        }
        let mut near = candidates.iter().filter(|candidate| {
            let near = candidate.ahead
                || pronoun.sentence.saturating_sub(self.references[candidate.reference].sentence) <= ONLY_REACH;
            let against =
                matches!(self.agreement(pronoun.class, candidate.entity), Agreement::Against | Agreement::Unlikely);
            let person = self.clusters.entities[candidate.entity].kind == EntityKind::Person;
            person && near && (candidate.meant || !against) && !candidate.meant_otherwise
        });
        near.next().filter(|_| near.next().is_none()).filter(|only| !only.ahead).map(|only| only.entity)
    }

    /// Who spoke last, in the last few sentences.
    fn last_heard(&self, pronoun: &PronounContext) -> Option<&MentionContext> {
        let paragraph = self.document.paragraph_containing(pronoun.token).start;
        let mut recent = self.references.iter().rev().take(MOST).take_while(|reference| {
            let reach = if reference.tokens.start < paragraph { 1 } else { BODY_REACH };
            pronoun.sentence.saturating_sub(reference.sentence) <= reach && pronoun.quote == reference.quote
        });
        recent.find(|reference| reference.speaks)
    }

    /// For `they` and `it` that speak: the body or the group that spoke last.
    pub fn body(&self, pronoun: &PronounContext) -> Option<usize> {
        let last = self.last_heard(pronoun)?;
        let entity = last.entity;
        // `FBI criticism` is not what the FBI says next.
        let stands = matches!(last.role, GrammaticalRole::Subject | GrammaticalRole::Object | GrammaticalRole::Oblique);
        let kind = self.clusters.entities[entity].kind;
        let fits = match pronoun.class {
            PronounClass::They => matches!(kind, EntityKind::Organization | EntityKind::Group),
            PronounClass::It => kind == EntityKind::Organization && (stands || last.is_quoted || self.opens(last)),
            PronounClass::Person(_) => false,
        };
        fits.then_some(entity)
    }

    /// For `they` that speaks: the one person who spoke last, whom the text gives no `he` or `she`, where nobody else
    /// can be meant: `A spokesperson said … They added`.
    pub fn spokesperson(&self, pronoun: &PronounContext) -> Option<usize> {
        if pronoun.class != PronounClass::They {
            return None;
        }
        // Of whoever uses `they` it is enough to have done something.
        let mut recent = self.references.iter().rev().take(MOST);
        let acting = recent
            .find(|reference| reference.speaks || reference.role == GrammaticalRole::Subject || self.opens(reference));
        let declared = acting.filter(|acting| {
            self.declared.contains(&acting.entity) && pronoun.sentence - acting.sentence <= BODY_REACH
        });
        let last = declared.or_else(|| self.last_heard(pronoun))?;
        let fits = self.is_neutral(last.entity) || self.declared.contains(&last.entity);
        (fits && !self.several(last, pronoun.token)).then_some(last.entity)
    }

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
        let own = self.references.iter().rev().take(MOST).take_while(|other| other.sentence == pronoun.sentence);
        let mut own = own.filter(|other| other.quote.is_none() && fits(other));
        let beside = own.next().map(|other| other.entity);
        if own.any(|other| Some(other.entity) != beside) {
            return Heard::Nobody;
        }
        let back = |start: TokenIndex, end: TokenIndex| {
            let near = self.references.iter().rev().take(MOST).skip_while(move |other| other.tokens.start >= end);
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

    /// For `he` and `she` that open a sentence: who was quoted in the sentence before, where nobody else is named since:
    /// `“We lost,” said Jane Doe. She and two friends left.`
    pub fn quoted(&self, pronoun: &PronounContext) -> Option<usize> {
        let sentence = &self.document.sentences[pronoun.sentence];
        let opens = pronoun.token == sentence.start && pronoun.role == GrammaticalRole::Subject;
        let last = self.references.iter().rev().find(|reference| reference.quote.is_none())?;
        let fits = matches!(pronoun.class, PronounClass::Person(_))
            && self.clusters.entities[last.entity].kind == EntityKind::Person
            && self.is_unlike(pronoun, last.entity).is_none();
        let near = last.is_quoted && last.sure && pronoun.sentence - last.sentence == 1;
        let inside =
            pronoun.quote.is_none() && self.document.paragraph_containing(pronoun.token).contains(last.tokens.start);
        (opens && fits && near && inside).then_some(last.entity)
    }

    /// Whether somebody goes with the other pronoun: surely, or only by what names of the kind lean to; nothing where
    /// the pronoun fits.
    fn is_unlike(&self, pronoun: &PronounContext, entity: usize) -> Option<bool> {
        let guessed = || {
            let references = self.references.iter().rev().take(MOST);
            let meant = references.filter(|other| other.pronoun && other.sure && other.entity == entity);
            let mut meant = meant
                .filter_map(|other| pronoun_class::of(&lexicon::to_lowercase(self.document.word(other.tokens.start))));
            self.clusters.genders[entity] == Gender::Unknown
                && self.gender_evidence[entity].abs() <= gender::KNOWN
                && !meant.any(|meant| matches!(meant, PronounClass::Person(_)) && meant != pronoun.class)
        };
        match self.agreement(pronoun.class, entity) {
            Agreement::Never => Some(true),
            Agreement::Against | Agreement::Unlikely => Some(!guessed()),
            _ => None,
        }
    }

    /// Whether a sentence opens with a name, a title, a role or a description before it or not: `Doe, who left,
    /// declined`, `The club’s lawyer, Jane Doe, declined`.
    fn opens(&self, reference: &MentionContext) -> bool {
        let start = self.document.sentences[reference.sentence].start;
        if self.is_behind_description(TokenRange::new(start, reference.tokens.start)) {
            return true;
        }
        !reference.modifies
            && !owns(self.document, &reference.tokens)
            && reference.tokens.start - start <= DESCRIPTION
            && TokenRange::new(start, reference.tokens.start).iter().all(|at| {
                let word = self.document.word(at);
                let plain = lexicon::to_lowercase(word);
                let title = word.starts_with(char::is_uppercase)
                    && !lexicon::is_preposition(&plain)
                    && !lexicon::is_conjunction(&plain);
                title || descriptions::is_person(&plain) || lexicon::is_role_modifier(&plain)
            })
    }

    /// Whether the sentence before a pronoun opens with somebody, and nobody else in it fits: `Doe disputed that. She`.
    fn is_topic(
        &self,
        reference: &MentionContext,
        pronoun: &PronounContext,
        fits: impl Fn(&MentionContext) -> bool,
    ) -> bool {
        let others = self.references.iter().rev().take(MOST).take_while(|other| other.sentence >= reference.sentence);
        let mut others = others.filter(|other| other.quote.is_none() && other.entity != reference.entity);
        pronoun.sentence - reference.sentence == 1 && self.opens(reference) && !others.any(fits)
    }

    /// Whether a name stands between dashes, as somebody who is described before them: `His brother — Gov. Tom Doe — left`.
    fn is_enclosed(&self, reference: &MentionContext) -> bool {
        let dash = |at: TokenIndex| matches!(self.document.word(at), "—" | "–" | "--");
        let before = TokenRange::new(reference.tokens.start.saturating_sub(ENCLOSED), reference.tokens.start);
        dash(reference.tokens.end) && before.into_iter().any(dash)
    }

    /// Whether what stands before a name is a description of one person and a comma.
    fn is_behind_description(&self, before: TokenRange) -> bool {
        let word = |at: TokenIndex| self.document.word(at);
        let Some(comma) = before.end.checked_sub(1).filter(|&comma| comma > before.start && word(comma) == ",") else {
            return false;
        };
        let description = TokenRange::new(before.start, comma);
        description.len() <= DESCRIPTION
            && !description.iter().any(|at| word(at) == "," || lexicon::is_auxiliary(word(at)))
            && description.iter().any(|at| descriptions::is_person(word(at)) && !descriptions::is_several(word(at)))
    }

    /// Whether `they` may be one person's pronoun: somebody who is only described, by a word that says neither man
    /// nor woman.
    fn is_neutral(&self, entity: usize) -> bool {
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

/// Who did or said something before a pronoun.
pub enum Heard {
    /// One person, whom it fits.
    One(usize),
    /// One person whose name leans to the other pronoun, which may be a mistake.
    Doubtful(usize),
    /// Nobody, or several.
    Nobody,
}
