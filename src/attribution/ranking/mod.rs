//! A learned ranking of whom a quote may belong to, where no name stands beside it: a log-linear model over the entities
//! of the article, nobody being one of them (Denis and Baldridge, EMNLP 2008), quote after quote.
//!
//! The rules' answer is a feature of it (stacking; Wolpert, Neural Networks 1992), so that it learns which rules to trust.

mod agreement;
mod bucket;
pub mod candidates;
mod content;
pub mod context_words;
mod dialogue;
mod facts;
mod features;
mod following;
pub mod named_together;
mod nominal_source;
mod pronoun_history;
pub mod situation;
pub mod source_class;
mod turn_taking;

use std::sync::LazyLock;

use crate::coreference::Coreference;
use crate::coreference::entity::EntityId;
use crate::crf::weights::{self, Weights};
use crate::entities::mention::Mention;
use crate::model_file::{ModelFileError, ModelFileReader};
use crate::quotes::quote::{Quote, QuoteId};
use crate::text::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::vocabulary::ribbon;

use super::basis::Attribution;
use candidates::SpeakerCandidate;
use context_words::ContextWords;
pub use features::{nobody_features, speaker_features};
use situation::Situation;
use source_class::SourceClass;

/// The learned weights: made by `cargo xtask train attribution`, read once.
pub static SPEAKER_RANKER: LazyLock<SpeakerRanker> = LazyLock::new(|| {
    SpeakerRanker::read(include_bytes!("../weights.bin"))
        .expect("the weights in the repository are sound, as every test shows")
});

/// The weights of the ranking.
pub struct SpeakerRanker {
    /// How well an entity fits a quote.
    pub fit: Weights<1>,
    /// For each group of sources ([`SourceClass::group`]), the calibration of its answers.
    calibrations: [[f32; 2]; SourceClass::GROUPS],
}

impl SpeakerRanker {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let fit = Weights::read(&mut reader)?;
        let mut calibrations = [[0.0; 2]; SourceClass::GROUPS];
        for number in calibrations.iter_mut().flatten() {
            *number = reader.read_f32()?;
        }
        reader.finish()?;
        Ok(Self { fit, calibrations })
    }

    /// Returns how often an answer with this probability is right.
    pub fn calibrate(&self, class: SourceClass, probability: f32) -> f32 {
        weights::calibrate(self.calibrations[class.group()], probability)
    }
}

/// What the ranking knows of an article.
#[derive(Clone, Copy)]
pub struct SpeakerContext<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// Its names.
    pub mentions: &'a [Mention],
    /// Its quotes.
    pub quotes: &'a [Quote],
    /// Its entities and what refers to them.
    pub coreference: &'a Coreference,
}

/// A quote whose speaker is asked for.
pub struct SpeakerQuestion<'a> {
    /// The article.
    pub context: SpeakerContext<'a>,
    /// The quote.
    pub id: QuoteId,
    /// What its source is.
    pub class: SourceClass,
    /// The token at which the source starts, or else the content.
    pub anchor: TokenIndex,
    /// The tokens of the source; empty where there is none.
    pub source: TokenRange,
    /// A number of the rule that decided, made from its name: rules may be added, and change their places.
    pub rule: u64,
    /// The speaker that the rules give.
    pub rule_answer: Option<EntityId>,
    /// How sure the rules are of it, in fifths.
    pub rule_certainty: u64,
    /// The attributions of the quotes before it.
    pub before: &'a [Attribution],
    /// The words behind references to each entity.
    pub context_words: &'a ContextWords,
}

impl<'a> SpeakerQuestion<'a> {
    /// The question that a quote poses; `None` where its source needs no ranking.
    pub fn new(
        context: SpeakerContext<'a>,
        id: QuoteId,
        (rule, answer): (&str, &Attribution),
        before: &'a [Attribution],
        context_words: &'a ContextWords,
    ) -> Option<Self> {
        let quote = &context.quotes[id];
        let class = SourceClass::of(&context, id)?;
        let source = quote.source.map_or_else(TokenRange::default, |source| context.document.tokens_in(source));
        let content = context.document.token_at(quote.content.first()?.start());
        let anchor = if source.is_empty() { content } else { source.start };
        let rule_certainty = (answer.confidence.clamp(0.0, 1.0) * 5.0) as u64;
        let rule = ribbon::hash(rule);
        Some(Self {
            context,
            id,
            class,
            anchor,
            source,
            rule,
            rule_answer: answer.speaker,
            rule_certainty,
            before,
            context_words,
        })
    }

    /// Returns the speaker of an earlier quote, if it has one.
    pub fn speaker(&self, earlier: QuoteId) -> Option<EntityId> {
        self.before.get(earlier.number())?.speaker
    }

    /// The quote.
    pub fn quote(&self) -> &'a Quote {
        &self.context.quotes[self.id]
    }
}

/// The candidates for a quote, best first, each with its probability; nobody is counted among them.
pub fn rank(question: &SpeakerQuestion, weights: &Weights<1>) -> Vec<(EntityId, f32)> {
    let candidates = candidates::candidates(question);
    let situation = Situation::new(question, &candidates);
    let nobody = weights.score(|sums| nobody_features(&situation, |feature| sums.add(feature)))[0];
    let score = |candidate: &SpeakerCandidate| {
        weights.score(|sums| speaker_features(&situation, candidate, |feature| sums.add(feature)))[0]
    };
    let scores: Vec<f32> = candidates.iter().map(score).collect();
    let top = scores.iter().copied().fold(nobody, f32::max);
    let total: f32 = scores.iter().map(|score| (score - top).exp()).sum::<f32>() + (nobody - top).exp();
    let mut ranked: Vec<(EntityId, f32)> = candidates
        .iter()
        .zip(&scores)
        .map(|(candidate, score)| (candidate.entity, (score - top).exp() / total))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}
