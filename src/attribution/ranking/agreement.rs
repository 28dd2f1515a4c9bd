//! How an entity goes with the source of a quote.

use super::SpeakerQuestion;
use super::nominal_source::NominalSource;
use super::source_class::SourceClass;
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronoun_class::PronounClass;
use crate::coreference::pronouns::context::Agreement;
use crate::entities::mention::EntityKind;

/// How an entity goes with the pronoun of a source, or its kind and gender with a description.
pub fn agreement_number(question: &SpeakerQuestion, nominal: &NominalSource, candidate: EntityId) -> u64 {
    let coreference = question.context.coreference;
    let entity = &coreference.clusters.entities[candidate];
    let agreement_with = |class| agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate);
    match question.class {
        SourceClass::Pronoun(class) => {
            let agreement = agreement_with(class);
            let fits = if agreement == Agreement::Unknown && class.admits(entity.kind) {
                7
            } else {
                agreement.feature_number()
            };
            fits + 10 * u64::from(class.admits(entity.kind))
        }
        SourceClass::Person => {
            let by_gender =
                nominal.gender.map_or(0, |gender| 1 + agreement_with(PronounClass::Person(gender)).feature_number());
            1 + u64::from(entity.kind != EntityKind::Person) + 10 * by_gender
        }
        SourceClass::Organization => 1 + u64::from(entity.kind == EntityKind::Person),
        SourceClass::Other | SourceClass::Missing => 0,
    }
}
