//! Gender evidence: whether a person's name and description go with `he` or with `she`.
//!
//! It only excludes entities that a pronoun cannot refer to, and is never reported. The learned model is symmetric: the
//! score for `she` is the negative of that for `he`, so names that go with both score zero.

use super::clusters::Clusters;
use super::entity::EntityId;
use super::names::told_gender;
use super::pronoun_class::PronounClass;
use super::pronouns::context::Agreement;
use crate::crf::features::{FeatureHasher, pair};
use crate::crf::weights::Weights;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{Gender, gendered_nouns, given_names};
use crate::text::document::Document;
use crate::text::token_index::TokenRange;
use crate::vocabulary::{EDGE, Vocabulary, WordFeatures};

/// Emits the features of a given name, hashed.
pub fn features(word: &WordFeatures, give: impl FnMut(u32)) {
    let mut features = FeatureHasher::starting_at(9900, give);
    for value in [word.cluster(0), word.cluster(1), word.cluster(3), word.cluster(4), word.suffix(0), word.suffix(1)] {
        features.add(value);
    }
    features.add(pair(word.cluster(3), word.cluster(4)));
}

/// The gender evidence of a name in the list of given names, which the model does not exceed.
pub const KNOWN: f32 = 4.0;

/// Returns the gender evidence of each entity, as log-odds: positive for `he`, negative for `she`, zero if unknown.
pub fn evidence_of_entities(
    document: &Document,
    vocabulary: &Vocabulary,
    mentions: &[Mention],
    clusters: &Clusters,
    weights: &Weights<1>,
) -> Vec<f32> {
    let mut evidence = vec![0.0f32; clusters.entities.len()];
    for (value, entity) in evidence.iter_mut().zip(&clusters.entities).filter(|(_, entity)| !entity.named) {
        *value =
            entity.name.split_whitespace().map(gendered_nouns::evidence).find(|value| *value != 0.0).unwrap_or(0.0);
    }
    for (mention, entity) in mentions.iter().zip(&clusters.of_mention) {
        let Some(entity) = entity.filter(|_| mention.kind == EntityKind::Person) else { continue };
        let first = document.word(mention.tokens.start);
        let by_name = match given_names::given_name(first) {
            Some(Gender::Masculine) => KNOWN,
            Some(Gender::Feminine) => -KNOWN,
            Some(Gender::Unknown) => 0.0,
            None => {
                let word = vocabulary.word(mention.tokens.start).unwrap_or(&EDGE);
                let known = word.cluster(0) != 0;
                if known {
                    weights.score(|sums| features(word, |feature| sums.add(feature)))[0].clamp(-KNOWN, KNOWN)
                } else {
                    0.0
                }
            }
        };
        // A single word may be a surname.
        let alone = mention.tokens.len() == 1 && !clusters.entities[entity].name.starts_with(&format!("{first} "));
        let by_name = if alone { by_name * 0.4 } else { by_name };
        let described = nouns_around(document, mention);
        for value in [by_name, described] {
            if value.abs() > evidence[entity].abs() {
                evidence[entity] = value;
            }
        }
    }
    evidence
}

/// How an entity goes with a pronoun of this class; `gender_evidence` is what [`evidence_of_entities`] returned.
pub fn agreement(clusters: &Clusters, gender_evidence: &[f32], class: PronounClass, entity: EntityId) -> Agreement {
    let PronounClass::Person(wanted) = class else { return Agreement::Unknown };
    if clusters.titled[entity] && clusters.genders[entity] != wanted {
        return Agreement::Never;
    }
    let sign = if wanted == Gender::Masculine { 1.0 } else { -1.0 };
    let titled = if clusters.titled[entity] { 9.0 } else { 0.0 };
    match gender_evidence[entity] * sign + titled {
        value if value > 2.5 => Agreement::Fits,
        value if value > 0.7 => Agreement::Likely,
        value if value < -2.5 => Agreement::Against,
        value if value < -0.7 => Agreement::Unlikely,
        _ => Agreement::Unknown,
    }
}

/// Returns the gender evidence of the noun beside a name: `his wife Jane Doe`, `Jane Doe, the actress,`.
fn nouns_around(document: &Document, mention: &Mention) -> f32 {
    let before = told_gender::noun_before(document, mention).map_or("", |at| document.word(at));
    let own = gendered_nouns::evidence(before);
    if own != 0.0 || document.word(mention.tokens.end) != "," {
        return own;
    }
    (TokenRange::new(mention.tokens.end + 1, mention.tokens.end + 6))
        .iter()
        .take_while(|&at| !matches!(document.word(at), "," | "." | "of" | "and" | ""))
        .map(|at| gendered_nouns::evidence(document.word(at)))
        .find(|value| *value != 0.0)
        .unwrap_or(0.0)
}
