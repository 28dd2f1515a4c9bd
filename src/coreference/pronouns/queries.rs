//! Questions about the discourse that several rules ask.

use super::super::entity::EntityId;
use super::super::gender;
use super::super::nominals::descriptions;
use super::super::pronoun_class::{self, PronounClass};
use super::context::{Agreement, MentionContext, PronounContext};
use super::discourse::DiscourseState;
use super::grammatical_role::owns;
use crate::lexicon;
use crate::lexicon::Gender;
use crate::text::token_index::{TokenIndex, TokenRange};

/// How many mentions are looked back at.
pub const MAX_MENTIONS: usize = 60;

/// How many sentences back an organization or a group may have spoken.
pub const SPEAKER_REACH: usize = 2;

/// How many tokens a description before a name may have.
const DESCRIPTION: usize = 10;

impl DiscourseState<'_> {
    /// Who spoke last, in the last few sentences.
    pub fn last_heard(&self, pronoun: &PronounContext) -> Option<&MentionContext> {
        let paragraph = self.document.paragraph_containing(pronoun.token).start;
        let mut recent = self.references.iter().rev().take(MAX_MENTIONS).take_while(|reference| {
            let reach = if reference.tokens.start < paragraph { 1 } else { SPEAKER_REACH };
            pronoun.sentence.saturating_sub(reference.sentence) <= reach && pronoun.quote == reference.quote
        });
        recent.find(|reference| reference.speaks)
    }

    /// Whether somebody goes with the other pronoun: surely, or only by what names of the kind lean to; nothing where
    /// the pronoun fits.
    pub fn is_unlike(&self, pronoun: &PronounContext, entity: EntityId) -> Option<bool> {
        let guessed = || {
            let references = self.references.iter().rev().take(MAX_MENTIONS);
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
    pub fn opens(&self, reference: &MentionContext) -> bool {
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

    /// Whether what stands before a name is a description of one person and a comma.
    pub fn is_behind_description(&self, before: TokenRange) -> bool {
        let word = |at: TokenIndex| self.document.word(at);
        let Some(comma) = before.end.checked_sub(1).filter(|&comma| comma > before.start && word(comma) == ",") else {
            return false;
        };
        let description = TokenRange::new(before.start, comma);
        description.len() <= DESCRIPTION
            && !description.iter().any(|at| word(at) == "," || lexicon::is_auxiliary(word(at)))
            && description.iter().any(|at| descriptions::is_person(word(at)) && !descriptions::is_several(word(at)))
    }
}
