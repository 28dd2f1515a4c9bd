//! Coreference: resolves names, descriptions and pronouns to entities.

pub mod by_entity;
pub mod clusters;
pub mod decision;
pub mod entity;
pub mod gender;
pub mod names;
pub mod nominals;
mod only;
pub mod pronoun_class;
pub mod pronouns;
pub mod sources;

use std::sync::LazyLock;

use crate::entities::mention::Mention;
use crate::quotes::quote::Quote;
use crate::text::Document;
use crate::text::token_index::TokenRange;
use crate::vocabulary::Vocabulary;
use by_entity::ByEntity;
use clusters::Clusters;
use nominals::{delayed_names, organization_nouns, roles};
pub use only::only;
use pronouns::context::MentionContext;
use pronouns::ranker::Ranker;
use pronouns::speech::Speech;
use pronouns::{PronounResolution, Resolved};
use sources::Sources;

/// The trained weights, made by `cargo xtask train speakers`.
pub static RANKER: LazyLock<Ranker> = LazyLock::new(|| {
    Ranker::read(include_bytes!("weights.bin")).expect("the weights in the repository are sound, as every test shows")
});

/// The entities of an article, and what refers to them.
pub struct Coreference {
    /// The entities, and the one that each name refers to.
    pub clusters: Clusters,
    /// What the source of each quote refers to.
    pub sources: Sources,
    /// The quotes, indexed for the resolution of pronouns.
    pub speech: Speech,
    /// The third-person pronouns that were resolved, in the order of the text.
    pub pronouns: Vec<Resolved>,
    /// All references to entities, in the order of the text.
    pub references: Vec<MentionContext>,
    /// For each entity, the numbers of its references, in order.
    pub references_of: ByEntity<u32>,
    /// For each entity, how loud its name speaks for `he`, or, below zero, for `she`.
    pub gender_evidence: Vec<f32>,
}

impl Coreference {
    /// Returns the references that start in a range of tokens, in the order of the text.
    pub fn references_in(&self, tokens: TokenRange) -> impl Iterator<Item = &MentionContext> {
        let first = self.references.partition_point(|reference| reference.tokens.start < tokens.start);
        self.references[first..].iter().take_while(move |reference| reference.tokens.start < tokens.end)
    }
}

/// Resolves names first, then the sources of quotes, then pronouns.
pub fn resolve(document: &Document, vocabulary: &Vocabulary, mentions: &[Mention], quotes: &[Quote]) -> Coreference {
    let ranker = &*RANKER;
    let (clusters, sources, speech) = prepare(document, mentions, quotes);
    let resolution =
        pronouns::resolve(document, vocabulary, mentions, (&clusters, &sources, &speech), ranker, |state, question| {
            pronouns::best(state, question, &ranker.fit)
        });
    let PronounResolution { resolved: pronouns, references, gender_evidence } = resolution;
    let numbered = (0..).zip(&references).map(|(number, reference)| (reference.entity, number));
    let references_of = ByEntity::new(clusters.entities.len(), numbered);
    Coreference { clusters, sources, speech, pronouns, references, references_of, gender_evidence }
}

/// Prepares the resolution of pronouns: clusters names, resolves sources, indexes quotes.
pub fn prepare(document: &Document, mentions: &[Mention], quotes: &[Quote]) -> (Clusters, Sources, Speech) {
    let mut clusters = clusters::build(document, mentions);
    roles::find(document, mentions, &mut clusters);
    delayed_names::find(document, mentions, &mut clusters);
    organization_nouns::find(document, mentions, &mut clusters);
    let sources = sources::resolve(document, mentions, quotes, &mut clusters);
    let named = sources.of_quote.iter().map(sources::referent::SourceReferent::entity).collect();
    let speech = Speech::new(document.text, quotes, named, &clusters);
    (clusters, sources, speech)
}
