//! How an entity goes with the source of a quote.

use super::SpeakerQuestion;
use super::nominal_source::NominalSource;
use super::source_class::SourceClass;
use crate::coreference::entity::EntityId;
use crate::coreference::gender::agreement;
use crate::coreference::pronoun_class::PronounClass;
use crate::coreference::pronouns::context::Agreement;
use crate::entities::mention::EntityKind;
use crate::lexicon::Gender;

/// How an entity goes with the pronoun of a source, or its kind with a description.
pub fn agreement_number(question: &SpeakerQuestion, nominal: &NominalSource, candidate: EntityId) -> u64 {
    let coreference = question.context.coreference;
    let entity = &coreference.clusters.entities[candidate];
    match question.class {
        SourceClass::Pronoun(class) => {
            let agreement = agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate);
            let fits = if agreement == Agreement::Unknown && class.admits(entity.kind) {
                7
            } else {
                agreement.feature_number()
            };
            fits + 10 * u64::from(class.admits(entity.kind))
        }
        SourceClass::Person => {
            let evidence = nominal.gender_evidence();
            let gender = if evidence > 0.0 { Gender::Masculine } else { Gender::Feminine };
            let agreement = || {
                let class = PronounClass::Person(gender);
                1 + agreement(&coreference.clusters, &coreference.gender_evidence, class, candidate).feature_number()
            };
            let told = if evidence == 0.0 { 0 } else { agreement() };
            1 + u64::from(entity.kind != EntityKind::Person) + 10 * told
        }
        SourceClass::Organization => 1 + u64::from(entity.kind == EntityKind::Person),
        SourceClass::Other | SourceClass::Missing => 0,
    }
}
