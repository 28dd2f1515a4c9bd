//! Queries on the discourse state that several rules share.

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

/// The number of previous mentions to search.
pub const MAX_MENTIONS: usize = 60;

/// The number of sentences in which the previous speaker is searched.
pub const LAST_SPEAKER_SENTENCES: usize = 2;

/// The largest number of tokens in a description before a name.
const MAX_DESCRIPTION_TOKENS: usize = 10;

impl DiscourseState<'_> {
    /// Returns the mention of the last speaker in the last few sentences.
    pub fn last_speaker(&self, pronoun: &PronounContext) -> Option<&MentionContext> {
        let paragraph = self.document.paragraph_containing(pronoun.token).start;
        let mut recent = self.references.iter().rev().take(MAX_MENTIONS).take_while(|reference| {
            let reach = if reference.tokens.start < paragraph { 1 } else { LAST_SPEAKER_SENTENCES };
            pronoun.sentence.saturating_sub(reference.sentence()) <= reach && pronoun.quote == reference.quote
        });
        recent.find(|reference| reference.is_source)
    }

    /// Returns `None` if an entity agrees with a pronoun; otherwise whether the disagreement is certain, rather than guessed
    /// from the name.
    pub fn disagreement(&self, pronoun: &PronounContext, entity: EntityId) -> Option<bool> {
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

    /// Returns whether a mention opens its sentence, with or without a title, a role or a description before it: `Doe, who
    /// left, declined`, `The club’s lawyer, Jane Doe, declined`.
    pub fn opens(&self, reference: &MentionContext) -> bool {
        let start = self.document.sentences[reference.sentence()].start;
        if self.is_behind_description(TokenRange::new(start, reference.tokens.start)) {
            return true;
        }
        !reference.modifies
            && !owns(self.document, &reference.tokens)
            && reference.tokens.start - start <= MAX_DESCRIPTION_TOKENS
            && TokenRange::new(start, reference.tokens.start).iter().all(|at| {
                let word = self.document.word(at);
                let plain = lexicon::to_lowercase(word);
                let title = word.starts_with(char::is_uppercase)
                    && !lexicon::is_preposition(&plain)
                    && !lexicon::is_conjunction(&plain);
                title || descriptions::is_person(&plain) || lexicon::is_role_modifier(&plain)
            })
    }

    /// Returns whether the tokens before a name are a description of one person and a comma.
    pub fn is_behind_description(&self, before: TokenRange) -> bool {
        let word = |at: TokenIndex| self.document.word(at);
        let Some(comma) = before.end.checked_sub(1).filter(|&comma| comma > before.start && word(comma) == ",") else {
            return false;
        };
        let description = TokenRange::new(before.start, comma);
        description.len() <= MAX_DESCRIPTION_TOKENS
            && !description.iter().any(|at| word(at) == "," || lexicon::is_auxiliary(word(at)))
            && description.iter().any(|at| descriptions::is_person(word(at)) && !descriptions::is_several(word(at)))
    }
}
