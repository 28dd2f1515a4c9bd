//! The discourse state: all that was mentioned up to a pronoun.

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

/// How many sentences a pronoun may look back.
pub const REACH: usize = 6;
/// How many references it may look back.
const MOST: usize = 60;

/// A kind that is less sure than this may be wrong.
const DOUBTFUL: f32 = 0.65;

/// All that was mentioned so far, in the order of the text.
pub struct DiscourseState<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// What is known of its words.
    pub vocabulary: &'a Vocabulary,
    /// Its entities.
    pub clusters: &'a Clusters,
    /// References before the pronoun, and behind it in its sentence.
    pub references: Vec<MentionContext>,
    /// For each entity, how loud its name speaks for `he`, or, below zero, for `she`.
    pub gender_evidence: &'a [f32],
    /// For each entity, the tokens and sentences at which it is named or described, in the whole article.
    pub places: Vec<Vec<(TokenIndex, usize)>>,
    /// For each entity, how often it was mentioned so far.
    pub counts: Vec<usize>,
    /// Those of whom the text says that `they` is their pronoun.
    pub declared: Vec<EntityId>,
}

impl DiscourseState<'_> {
    /// Whom a pronoun may mean; `end` is the number of the first reference behind it, `until` one past the last in its sentence.
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
        for (number, reference) in self.references[..end].iter().enumerate().rev().take(MOST) {
            if pronoun.sentence.saturating_sub(reference.sentence) > REACH {
                break;
            }
            let word = || lexicon::to_lowercase(self.document.word(reference.tokens.start));
            let meant = if reference.pronoun { pronoun_class::of(&word()) } else { None };
            let (same, other) = (meant == Some(pronoun.class), meant.is_some_and(|meant| meant != pronoun.class));
            if let Some(known) = found.iter_mut().find(|candidate| candidate.entity == reference.entity) {
                known.meant |= same;
                known.meant_otherwise |= other;
            } else if fits(reference) {
                found.push(Candidate {
                    entity: reference.entity,
                    reference: number,
                    rank: found.len(),
                    count: self.counts[reference.entity],
                    meant: same,
                    meant_otherwise: other,
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
                    meant_otherwise: false,
                    ahead: true,
                });
            }
        }
        found
    }

    /// How an entity goes with a pronoun of this class.
    pub fn agreement(&self, class: PronounClass, entity: EntityId) -> Agreement {
        gender::agreement(self.clusters, self.gender_evidence, class, entity)
    }
}

/// Whether a name was taken for no person so unsurely that `he` or `she` may mean it all the same.
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
