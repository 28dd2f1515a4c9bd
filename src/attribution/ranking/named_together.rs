//! Whether a description fits both of two people who are named together: `Ann Cole and Tom Berg scored … the Norwegian said`.

use super::SpeakerQuestion;
use super::nominal_source::NominalSource;
use crate::coreference::entity::EntityId;
use crate::coreference::pronouns::context::MentionContext;
use crate::entities::mention::EntityKind;
use crate::text::token_index::TokenRange;

/// The most tokens between two names that an `and` joins: a comma, titles.
const MAX_BETWEEN: usize = 5;

/// How many references to somebody are looked at.
const MAX_REFERENCES: usize = 4;

/// Whether the source describes one of two, and an entity is no more likely to be meant than whoever is named beside it.
pub fn is_one_of_two(question: &SpeakerQuestion, entity: EntityId) -> bool {
    if !question.class.is_description() {
        return false;
    }
    let coreference = question.context.coreference;
    let references = &coreference.references;
    let own = coreference.references_of.of(entity);
    let before = own.partition_point(|&number| references[number as usize].tokens.start < question.anchor);
    let recent = own[before.saturating_sub(MAX_REFERENCES)..before].iter().map(|&number| number as usize);
    let pairs = recent.flat_map(|number| {
        [number.checked_sub(1).map(|other| (other, other, number)), Some((number + 1, number, number + 1))]
    });
    pairs.flatten().any(|(other, first, second)| {
        let (Some(other), Some(first), Some(second)) =
            (references.get(other), references.get(first), references.get(second))
        else {
            return false;
        };
        let is_person = coreference.clusters.entities[other.entity].kind == EntityKind::Person;
        is_person
            && other.entity != entity
            && are_joined(question, first, second)
            && fit_equally(question, entity, other.entity)
    })
}

/// Whether the description fits two entities equally well.
fn fit_equally(question: &SpeakerQuestion, one: EntityId, other: EntityId) -> bool {
    let nominal = NominalSource::of(question);
    nominal.compare(question, one).strength() == nominal.compare(question, other).strength()
}

/// Whether nothing but `and`, commas and titles stands between two names.
fn are_joined(question: &SpeakerQuestion, first: &MentionContext, second: &MentionContext) -> bool {
    if first.pronoun || second.pronoun || second.tokens.start < first.tokens.end {
        return false;
    }
    let between = TokenRange::new(first.tokens.end, second.tokens.start);
    let words: Vec<&str> = between.iter().take(MAX_BETWEEN + 1).map(|at| question.context.document.word(at)).collect();
    let is_title = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "," | ".");
    words.len() <= MAX_BETWEEN && words.contains(&"and") && words.iter().all(|word| is_title(word))
}
