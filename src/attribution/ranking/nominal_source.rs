//! What a description that is a source tells of the speaker: `the 31-year-old striker`.

use super::SpeakerQuestion;
use super::context_words::stem;
use crate::coreference::entity::{Entity, EntityId};
use crate::coreference::names::matching;
use crate::coreference::nominals::{demonyms, descriptions};
use crate::lexicon::{self, Gender, gendered_nouns, nouns};
use crate::vocabulary::{clusters_of, ribbon};

/// A source that is a description, as features see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NominalSource {
    /// The hash of its head in lower case; 0 where there is none.
    pub head: u64,
    /// What sort of noun its head is, from 1; 0 where there is none.
    pub head_class: u64,
    /// Its words that tell something, in lower case and without accents, the head last.
    words: Vec<String>,
    /// The stems of these words.
    stems: Vec<u64>,
    /// The cluster of the head, and the coarser ones that contain it.
    clusters: Option<[u16; 3]>,
    /// The gender that the head tells, if any.
    pub gender: Option<Gender>,
    /// Whether it introduces somebody new.
    is_new: bool,
}

impl NominalSource {
    /// Reads the source of a quote.
    pub fn of(question: &SpeakerQuestion) -> Self {
        if !question.class.is_description() {
            return Self::default();
        }
        let document = question.context.document;
        // What follows a comma or a preposition does not name the head.
        let ends = |word: &str| !word.starts_with(char::is_alphanumeric) || lexicon::is_preposition(word);
        let all = question.source;
        let phrase = all.iter().take_while(|&at| !ends(&lexicon::to_lowercase(document.word(at)))).last();
        let end = phrase.map_or(all.end, |last| last + 1);
        let words: Vec<String> = all
            .iter()
            .take_while(|&at| at < end)
            .map(|at| matching::plain(&lexicon::to_lowercase(document.word(at))))
            .filter(|word| word.len() > 2 && !lexicon::is_determiner(word))
            .collect();
        let head = words.last().map_or(0, |head| ribbon::hash(head) | 1);
        let head_class = words.last().map_or(0, |head| head_class(head));
        let is_new = descriptions::read(document, all).is_some_and(|description| description.new);
        let clusters = words.last().and_then(|head| clusters_of(head));
        let stems = words.iter().map(|word| stem(word)).collect();
        let gender = words.last().and_then(|head| gender(head));
        Self { head, head_class, words, stems, clusters, gender, is_new }
    }

    /// The coarsest cluster of the head, from 1; 0 where it is not known.
    pub fn head_cluster(&self) -> u64 {
        self.clusters.map_or(0, |[_, _, coarser]| 1 + u64::from(coarser))
    }

    /// How close the meaning of the head is to that of the nearest word of an entity's roles: 3 for the same cluster, 2 and
    /// 1 for the same coarser ones, 0 for none.
    pub fn closeness(&self, question: &SpeakerQuestion, candidate: EntityId) -> u64 {
        let Some(own) = self.clusters else { return 0 };
        let entity = &question.context.coreference.clusters.entities[candidate];
        let words = entity.roles.iter().flat_map(|role| words_of(role));
        let known = words.filter(|word| word.len() > 2).take(MAX_ROLE_WORDS);
        let others = known.filter_map(|word| clusters_of(&lexicon::to_lowercase(word)));
        let level =
            |other: [u16; 3]| (0..3).find(|&level| own[level] == other[level]).map_or(0, |level| 3 - level as u64);
        others.map(level).max().unwrap_or(0)
    }

    /// How much of the description stands behind references to an entity: 2 for the head, 1 for another word.
    pub fn context_match(&self, question: &SpeakerQuestion, candidate: EntityId) -> u64 {
        let Some((head, others)) = self.stems.split_last() else { return 0 };
        let is_known = |stem: &u64| question.context_words.contains(*stem, candidate);
        if is_known(head) { 2 } else { u64::from(others.iter().any(is_known)) }
    }

    /// Compares the description with an entity's roles and name.
    pub fn compare(&self, question: &SpeakerQuestion, candidate: EntityId) -> DescriptionMatch {
        let Some((head, others)) = self.words.split_last() else { return DescriptionMatch::default() };
        let entity = &question.context.coreference.clusters.entities[candidate];
        DescriptionMatch {
            is_named: entity.named,
            has_head: is_known(entity, head),
            others: others.iter().filter(|word| is_known(entity, word)).count(),
        }
    }

    /// How much of the description an entity's roles and name repeat, as a number; 0 where there is no description.
    pub fn match_number(&self, question: &SpeakerQuestion, candidate: EntityId, found: DescriptionMatch) -> u64 {
        if self.words.is_empty() {
            return u64::from(self.is_new);
        }
        let own = question.rule_answer == Some(candidate) && !found.is_named;
        let others = found.others.min(2) as u64;
        2 + u64::from(found.has_head) + 2 * others + 6 * u64::from(self.is_new) + 12 * u64::from(own)
    }
}

/// How much of a description an entity's roles and name repeat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DescriptionMatch {
    /// Whether the entity has a name.
    is_named: bool,
    /// Whether they have the head.
    has_head: bool,
    /// How many of the other words they have.
    others: usize,
}

impl DescriptionMatch {
    /// How well the description fits the entity, the head counting most; 0 for an entity without a name.
    pub fn strength(self) -> u64 {
        if self.is_named { 4 * u64::from(self.has_head) + self.others.min(3) as u64 } else { 0 }
    }
}

/// How many words of an entity's roles are looked at.
const MAX_ROLE_WORDS: usize = 24;

/// Returns the words of a name or a role.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
}

/// Whether a word stands in an entity's name or in one of its roles.
fn is_known(entity: &Entity, word: &str) -> bool {
    let has = |text: &str| words_of(text).any(|own| matching::plain(&lexicon::to_lowercase(own)) == word);
    has(&entity.name) || entity.roles.iter().any(|role| has(role))
}

/// The gender of a noun for a person, also of a compound: `great-grandmother`, `mother-of-two`.
fn gender(noun: &str) -> Option<Gender> {
    if noun.ends_with("woman") {
        return Some(Gender::Feminine);
    }
    let evidence = noun.split('-').map(gendered_nouns::evidence).find(|evidence| *evidence != 0.0)?;
    Some(if evidence > 0.0 { Gender::Masculine } else { Gender::Feminine })
}

/// What sort of noun a word is, from 1: an age, an epithet, a relative, a document, a body, an office, another person.
fn head_class(head: &str) -> u64 {
    if head.ends_with("-old") {
        1
    } else if demonyms::is_epithet_noun(head) {
        2
    } else if head.starts_with("spokes") {
        3
    } else if nouns::is_document_noun(head) {
        4
    } else if nouns::is_organization_noun(head) {
        5
    } else if lexicon::is_role(head) {
        6
    } else if gendered_nouns::evidence(head) != 0.0 {
        7
    } else if nouns::is_person_noun(head) {
        8
    } else {
        9
    }
}
