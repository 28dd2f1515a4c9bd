//! The discourse state: what was mentioned before a pronoun.

use super::super::by_entity::ByEntity;
use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use super::super::gender;
use super::super::pronoun_class::{self, PronounClass};
use super::context::{Agreement, Candidate, MentionContext, PronounContext};
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::text::Document;
use crate::text::token_index::TokenIndex;
use crate::vocabulary::Vocabulary;

/// The number of previous sentences with candidates.
pub const REACH: usize = 6;
/// The number of previous mentions with candidates.
const MAX_CANDIDATE_MENTIONS: usize = 60;

/// The confidence below which the kind of an entity may be wrong.
const DOUBTFUL: f32 = 0.65;

/// What was mentioned before a pronoun, in the order of the text.
pub struct DiscourseState<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// The features of its words.
    pub vocabulary: &'a Vocabulary,
    /// Its entities.
    pub clusters: &'a Clusters,
    /// The mentions before the pronoun.
    pub references: Vec<MentionContext>,
    /// For each entity, its gender evidence as log-odds: positive for `he`, negative for `she`.
    pub gender_evidence: &'a [f32],
    /// For each entity, the token and the sentence of each name and description in the whole article.
    pub places: ByEntity<(TokenIndex, u32)>,
    /// For each entity, the number of mentions so far.
    pub counts: Vec<usize>,
    /// The words that stand for one person, in small letters, in the order of the text.
    pub person_words: Vec<TokenIndex>,
    /// The people who use `they` according to the text.
    pub declared: Vec<EntityId>,
}

impl DiscourseState<'_> {
    /// Returns the candidates of a pronoun among the first `end` mentions and those `ahead` of it in its sentence.
    pub fn candidates(&self, pronoun: &PronounContext, end: usize, ahead: &[MentionContext]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let fits = |reference: &MentionContext| {
            let entity = &self.clusters.entities[reference.entity];
            (pronoun.class.admits(entity.kind)
                || matches!(pronoun.class, PronounClass::Person(_)) && is_doubtful(entity))
                && Some(reference.entity) != pronoun.speaker
                && !pronoun.spoken_of.contains(&reference.entity)
                && self.agreement(pronoun.class, reference.entity) != Agreement::Never
        };
        for (number, reference) in self.references[..end].iter().enumerate().rev().take(MAX_CANDIDATE_MENTIONS) {
            if pronoun.sentence.saturating_sub(reference.sentence()) > REACH {
                break;
            }
            let word = || lexicon::to_lowercase(self.document.word(reference.tokens.start));
            let meant = if reference.pronoun { pronoun_class::of(&word()) } else { None };
            let (same, other) = (meant == Some(pronoun.class), meant.is_some_and(|meant| meant != pronoun.class));
            if let Some(known) = found.iter_mut().find(|candidate| candidate.entity == reference.entity) {
                known.meant |= same;
                known.had_other_pronoun |= other;
            } else if fits(reference) {
                found.push(Candidate {
                    entity: reference.entity,
                    reference: number,
                    rank: found.len(),
                    count: self.counts[reference.entity],
                    meant: same,
                    had_other_pronoun: other,
                    ahead: false,
                });
            }
        }
        for (number, reference) in ahead.iter().enumerate() {
            if fits(reference) && !found.iter().any(|candidate| candidate.entity == reference.entity) {
                let rank = found.len();
                let count = self.counts[reference.entity];
                found.push(Candidate {
                    entity: reference.entity,
                    reference: number,
                    rank,
                    count,
                    meant: false,
                    had_other_pronoun: false,
                    ahead: true,
                });
            }
        }
        found
    }

    /// Returns the gender agreement of an entity with a pronoun of this class.
    pub fn agreement(&self, class: PronounClass, entity: EntityId) -> Agreement {
        gender::agreement(self.clusters, self.gender_evidence, class, entity)
    }
}

/// Returns whether an entity of another kind is so uncertain that `he` or `she` may still refer to it.
fn is_doubtful(entity: &Entity) -> bool {
    let name = matches!(
        entity.kind,
        EntityKind::Place
            | EntityKind::Organization
            | EntityKind::Event
            | EntityKind::Group
            | EntityKind::Work
            | EntityKind::Product
    );
    name && entity.named && entity.members.is_empty() && entity.confidence < DOUBTFUL
}
