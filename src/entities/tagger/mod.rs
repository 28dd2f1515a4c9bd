//! The learned entity tagger: a linear-chain conditional random field over the tokens of a sentence (Lafferty,
//! McCallum and Pereira, ICML 2001), with hashed features and weights of one byte.
//!
//! It runs twice over a document: in the second pass, the labels that the first one gave the other occurrences of a
//! word are features (non-local features; Krishnan and Manning, ACL 2006).

pub mod aggregation;
pub mod document_features;
pub mod features;
pub mod labels;

use std::ops::Range;
use std::sync::Arc;

use crate::crf::cache::PassageCache;
use crate::crf::inference::{PruningBounds, Transitions, active_regions, marginals, viterbi};
use crate::crf::weights::{Row, Weights};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::vocabulary::Vocabulary;
use aggregation::{DocumentFeaturesBuilder, LabelPosterior};
use document_features::DocumentFeatures;
use features::{FeatureContext, WeightSumCache};
use labels::{Chunk, EntityClass, LABELS, MAX_CHUNK_TOKENS, TaggedMention};

/// Results for recurring words and passages; they belong to one model and one vocabulary.
#[derive(Default)]
pub struct TaggerCache {
    sums: WeightSumCache,
    first_passes: PassageCache<Arc<FirstPass>>,
    second_passes: PassageCache<Vec<ChunkMention>>,
}

/// A model, prepared for inference.
struct PreparedModel<'m> {
    model: &'m Weights<LABELS>,
    transitions: Transitions<LABELS>,
    bounds: PruningBounds<LABELS>,
}

impl<'m> PreparedModel<'m> {
    /// Prepares a model whose regions end where the label outside leads by `margin` nats.
    fn new(model: &'m Weights<LABELS>, margin: f32) -> Self {
        let transitions = model.transitions();
        let bounds = PruningBounds::new(transitions, margin);
        Self { model, transitions: Transitions::new(transitions), bounds }
    }
}

/// A mention in a chunk, by offsets from the chunk's start.
struct ChunkMention {
    offsets: Range<usize>,
    class: EntityClass,
    probability: f32,
}

/// The first pass over a chunk, without the rest of the document. Tokens are given by offsets from its start.
struct FirstPass {
    /// The tokens that may be in a mention after either pass; all other tokens are outside.
    open: Box<[u16]>,
    /// Their weight sums; none in a long document, where the second pass computes them again.
    sums: Box<[[i16; LABELS]]>,
    /// The label posteriors of informative tokens in regions that may hold a mention.
    posteriors: Box<[(u16, LabelPosterior)]>,
}

/// Tags the mentions of a document in two passes; `cache` belongs to this model and this vocabulary.
pub fn tag_mentions(
    document: &Document,
    vocabulary: &Vocabulary,
    model: &Weights<LABELS>,
    cache: &mut TaggerCache,
) -> Vec<TaggedMention> {
    let context = FeatureContext::new(document, vocabulary);
    let prepared = PreparedModel::new(model, MARGIN);
    let TaggerCache { sums, first_passes, second_passes } = cache;
    let is_long = first_passes.start_document(document.tokens.len());
    second_passes.start_document(document.tokens.len());
    let mut key = Vec::new();
    let first = |chunk: Chunk| {
        context.key(&chunk, &mut key);
        let run = || Arc::new(FirstPass::run(&context, &chunk, &prepared, is_long, sums));
        first_passes.get_or_compute(&key, run).clone()
    };
    let first: Vec<Arc<FirstPass>> = chunks(document).map(first).collect();
    let document_features = document_features(document, &context, &first);
    let mut key = Vec::new();
    let mut found = Vec::new();
    for (chunk, first) in chunks(document).zip(first) {
        context.key(&chunk, &mut key);
        document_features.add_to_key(&chunk, &mut key);
        let again = || second_pass(&context, &chunk, &document_features, &first, &prepared, sums);
        found.extend(second_passes.get_or_compute(&key, again).iter().map(|mention| TaggedMention {
            tokens: TokenRange::new(
                chunk.tokens.start + mention.offsets.start,
                chunk.tokens.start + mention.offsets.end,
            ),
            class: mention.class,
            probability: mention.probability,
        }));
    }
    found
}

/// Runs the first pass over a document and returns the features for the second one.
#[cfg(any(test, feature = "training"))]
pub fn first_pass(document: &Document, context: &FeatureContext, model: &Weights<LABELS>) -> DocumentFeatures {
    let mut sums = WeightSumCache::default();
    // Training needs every token.
    let prepared = PreparedModel::new(model, f32::INFINITY);
    let first = |chunk| Arc::new(FirstPass::run(context, &chunk, &prepared, true, &mut sums));
    document_features(document, context, &chunks(document).map(first).collect::<Vec<_>>())
}

#[inline(never)] // Browsers optimize function by function, small ones sooner.
fn document_features(document: &Document, context: &FeatureContext, first: &[Arc<FirstPass>]) -> DocumentFeatures {
    let mut builder = DocumentFeaturesBuilder::default();
    let each = |give: &mut dyn FnMut(TokenIndex, bool, &LabelPosterior)| {
        for (chunk, first) in chunks(document).zip(first) {
            first.each(&chunk, |at, posterior| give(at, at == chunk.tokens.start, posterior));
        }
    };
    each(&mut |at, first, posterior| builder.add(context, at, first, posterior));
    let mut document_features = DocumentFeatures::with_capacity(document.tokens.len());
    each(&mut |at, first, posterior| builder.push_token(context, at, first, posterior, &mut document_features));
    document_features
}

impl FirstPass {
    #[inline(never)] // Browsers optimize function by function, small ones sooner.
    fn run(
        context: &FeatureContext,
        chunk: &Chunk,
        prepared: &PreparedModel,
        is_long: bool,
        cache: &mut WeightSumCache,
    ) -> Self {
        let PreparedModel { model, transitions, bounds } = prepared;
        let start = chunk.tokens.start;
        let all: Vec<_> = chunk
            .tokens
            .iter()
            .map(|at| model.sum(|sums| context.add_first_pass_weights(chunk.sentence, at, model, cache, sums)))
            .collect();
        let scores: Vec<Row<LABELS>> = all.iter().map(|sums| model.to_scores(sums)).collect();
        let mut posteriors = Vec::new();
        let mut uncertain = vec![false; all.len()];
        for region in active_regions(&scores, bounds) {
            let tokens = region.clone().zip(marginals(&scores[region], transitions));
            let tokens = tokens.inspect(|(at, row)| uncertain[*at] = row[0] < CERTAINLY_OUTSIDE);
            let tokens = tokens.filter(|(at, _)| context.is_informative(chunk, start + *at));
            posteriors.extend(tokens.map(|(at, row)| (at as u16, LabelPosterior::new(&row))));
        }
        let may_change =
            |at: usize| context.is_informative(chunk, start + at) || context.is_informative(chunk, start + at + 1);
        let open: Box<[u16]> =
            (0..all.len()).filter(|&at| uncertain[at] || may_change(at)).map(|at| at as u16).collect();
        let kept = if is_long { &[] } else { &*open };
        let sums = kept.iter().map(|&at| all[usize::from(at)]).collect();
        Self { open, sums, posteriors: posteriors.into() }
    }

    /// Visits each token with its posterior.
    fn each(&self, chunk: &Chunk, mut visit: impl FnMut(TokenIndex, &LabelPosterior)) {
        let mut posteriors = self.posteriors.iter().peekable();
        for at in chunk.tokens {
            let own = posteriors.next_if(|(offset, _)| chunk.tokens.start + usize::from(*offset) == at);
            visit(at, own.map_or(&LabelPosterior::OUTSIDE, |(_, posterior)| posterior));
        }
    }
}

/// Tags the mentions of a chunk, given what the document tells of its words.
#[inline(never)] // Browsers optimize function by function, small ones sooner.
fn second_pass(
    context: &FeatureContext,
    chunk: &Chunk,
    document_features: &DocumentFeatures,
    first: &FirstPass,
    prepared: &PreparedModel,
    cache: &mut WeightSumCache,
) -> Vec<ChunkMention> {
    let PreparedModel { model, transitions, bounds } = prepared;
    let mut titled = false;
    let mut outside = [-100.0; LABELS];
    outside[0] = 0.0;
    let mut open = first.open.iter().enumerate().peekable();
    let scores: Vec<Row<LABELS>> = chunk
        .tokens
        .iter()
        .map(|at| {
            // A name behind a title is a person, whatever it is elsewhere.
            titled = context.follows_title(chunk.sentence, at) || (titled && context.is_capital(at));
            let Some((number, _)) = open.next_if(|&(_, &offset)| chunk.tokens.start + usize::from(offset) == at) else {
                return outside;
            };
            let first_sums = first.sums.get(number).copied().unwrap_or_else(|| {
                model.sum(|sums| context.add_first_pass_weights(chunk.sentence, at, model, cache, sums))
            });
            if titled {
                return model.to_scores(&first_sums);
            }
            model.score(|sums| {
                sums.add_sums(&first_sums);
                context.second_pass_features(chunk.sentence, at, document_features, |feature| sums.add(feature));
            })
        })
        .collect();
    let mut found = Vec::new();
    for region in active_regions(&scores, bounds) {
        let scores = &scores[region.clone()];
        let labels = viterbi(scores, transitions);
        if labels.iter().any(|&label| label != 0) {
            decode_mentions(region.start, &labels, &marginals(scores, transitions), &mut found);
        }
    }
    found
}

/// The lead of the label outside, in nats, from which a token separates regions that are decoded on their own.
const MARGIN: f32 = 5.0;

/// The probability of the label outside from which the second pass leaves a token out.
const CERTAINLY_OUTSIDE: f32 = 0.999;

fn chunks<'d>(document: &'d Document) -> impl Iterator<Item = Chunk<'d>> {
    document.sentences.iter().flat_map(|sentence| {
        let tokens = move |start| TokenRange::new(start, sentence.end.min(start + MAX_CHUNK_TOKENS));
        sentence.iter().step_by(MAX_CHUNK_TOKENS).map(move |start| Chunk { sentence, tokens: tokens(start) })
    })
}

fn decode_mentions(start: usize, labels: &[usize], marginals: &[[f32; LABELS]], found: &mut Vec<ChunkMention>) {
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at];
        if label == 0 {
            at += 1;
            continue;
        }
        let inside = label + label % 2;
        let mut end = at + 1;
        while end < labels.len() && labels[end] == inside {
            end += 1;
        }
        let probability = (at..end).map(|at| marginals[at][labels[at]]).fold(1.0, f32::min);
        let class = EntityClass::ALL[(label - 1) / 2];
        found.push(ChunkMention { offsets: start + at..start + end, class, probability });
        at = end;
    }
}
