//! A linear-chain conditional random field over the tokens of a sentence
//! (Lafferty, McCallum and Pereira, ICML 2001), with hashed features and
//! weights of one byte.

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

/// What was worked out before and may come again.
#[derive(Default)]
pub struct TaggerCache {
    known: WeightSumCache,
    first: PassageCache<Arc<FirstPass>>,
    second: PassageCache<Vec<ChunkMention>>,
}

/// A mention in a chunk of a sentence; places count from the part's start.
struct ChunkMention {
    places: Range<usize>,
    class: EntityClass,
    probability: f32,
}

/// How a chunk of a sentence is read without a look at the rest of the document. Places count from its start.
struct FirstPass {
    /// The sums of the weights of tokens that may be in a name, now or once more is known; all others are none.
    sums: Box<[(u16, [i16; LABELS])]>,
    /// What it takes tokens for that tell something of other places, where they may be in a name.
    posteriors: Box<[(u16, LabelPosterior)]>,
}

/// Tags all names of a document; `cache` belongs to these weights and this vocabulary.
///
/// The document is read twice: the second time, what each word is taken for
/// in its other places is a feature.
pub fn tag_mentions(
    document: &Document,
    vocabulary: &Vocabulary,
    model: &Weights<LABELS>,
    cache: &mut TaggerCache,
) -> Vec<TaggedMention> {
    let context = FeatureContext::new(document, vocabulary);
    let transitions = Transitions::new(model.transitions());
    let bounds = PruningBounds::new(model.transitions(), CONFIDENT);
    cache.first.start_document();
    cache.second.start_document();
    let mut key = Vec::new();
    let first = |chunk: Chunk| {
        context.key(&chunk, &mut key);
        let known = &mut cache.known;
        cache
            .first
            .get_or_compute(&key, || Arc::new(FirstPass::run(&context, &chunk, model, &transitions, &bounds, known)))
            .clone()
    };
    let first: Vec<Arc<FirstPass>> = chunks(document).map(first).collect();
    let document_features = document_features(document, &context, &first);
    let mut key = Vec::new();
    let mut found = Vec::new();
    for (chunk, first) in chunks(document).zip(first) {
        context.key(&chunk, &mut key);
        document_features.add_to_key(&chunk, &mut key);
        let again = || second_pass(&context, &chunk, &document_features, &first, model, &transitions, &bounds);
        found.extend(cache.second.get_or_compute(&key, again).iter().map(|mention| TaggedMention {
            tokens: TokenRange::new(chunk.tokens.start + mention.places.start, chunk.tokens.start + mention.places.end),
            class: mention.class,
            probability: mention.probability,
        }));
    }
    found
}

/// The first reading of a document, for its second one to look at.
#[cfg(any(test, feature = "training"))]
pub fn first_pass(document: &Document, context: &FeatureContext, model: &Weights<LABELS>) -> DocumentFeatures {
    let transitions = Transitions::new(model.transitions());
    let mut known = WeightSumCache::default();
    // Learning sees every token.
    let bounds = PruningBounds::new(model.transitions(), f32::INFINITY);
    let first = |chunk| Arc::new(FirstPass::run(context, &chunk, model, &transitions, &bounds, &mut known));
    document_features(document, context, &chunks(document).map(first).collect::<Vec<_>>())
}

#[inline(never)] // Browsers optimise function by function, small ones soon.
fn document_features(document: &Document, context: &FeatureContext, first: &[Arc<FirstPass>]) -> DocumentFeatures {
    let mut builder = DocumentFeaturesBuilder::default();
    let each = |give: &mut dyn FnMut(TokenIndex, bool, &LabelPosterior)| {
        for (chunk, first) in chunks(document).zip(first) {
            first.each(&chunk, |at, posterior| give(at, at == chunk.tokens.start, posterior));
        }
    };
    each(&mut |at, first, posterior| builder.add(context, at, first, posterior));
    let mut document_features = DocumentFeatures::default();
    each(&mut |at, first, posterior| builder.push_token(context, at, first, posterior, &mut document_features));
    document_features
}

impl FirstPass {
    #[inline(never)] // Browsers optimise function by function, small ones soon.
    fn run(
        context: &FeatureContext,
        chunk: &Chunk,
        model: &Weights<LABELS>,
        transitions: &Transitions<LABELS>,
        bounds: &PruningBounds<LABELS>,
        known: &mut WeightSumCache,
    ) -> Self {
        let start = chunk.tokens.start;
        let all: Vec<_> = chunk
            .tokens
            .iter()
            .map(|at| model.sum(|sums| context.add_first_pass_weights(chunk.sentence, at, model, known, sums)))
            .collect();
        let scores: Vec<Row<LABELS>> = all.iter().map(|sums| model.to_scores(sums)).collect();
        let mut posteriors = Vec::new();
        let mut open = vec![false; all.len()];
        for region in active_regions(&scores, bounds) {
            let told = region.clone().zip(marginals(&scores[region], transitions));
            let told = told.inspect(|(at, row)| open[*at] = row[0] < CERTAIN);
            let told = told.filter(|(at, _)| context.is_informative(chunk, start + *at));
            posteriors.extend(told.map(|(at, row)| (at as u16, LabelPosterior::new(&row))));
        }
        let may_open =
            |at: usize| context.is_informative(chunk, start + at) || context.is_informative(chunk, start + at + 1);
        let sums = (0..all.len()).filter(|&at| open[at] || may_open(at)).map(|at| (at as u16, all[at])).collect();
        Self { sums, posteriors: posteriors.into() }
    }

    /// Gives each token with what it is taken for.
    fn each(&self, chunk: &Chunk, mut give: impl FnMut(TokenIndex, &LabelPosterior)) {
        let mut posteriors = self.posteriors.iter().peekable();
        for at in chunk.tokens {
            let own = posteriors.next_if(|(place, _)| chunk.tokens.start + usize::from(*place) == at);
            give(at, own.map_or(&LabelPosterior::NOTHING, |(_, posterior)| posterior));
        }
    }
}

/// The names of a chunk, counted from its start, once it is known what the document says of its words.
#[inline(never)] // Browsers optimise function by function, small ones soon.
fn second_pass(
    context: &FeatureContext,
    chunk: &Chunk,
    document_features: &DocumentFeatures,
    first: &FirstPass,
    model: &Weights<LABELS>,
    transitions: &Transitions<LABELS>,
    bounds: &PruningBounds<LABELS>,
) -> Vec<ChunkMention> {
    let mut titled = false;
    let mut nothing = [-100.0; LABELS];
    nothing[0] = 0.0;
    let mut sums = first.sums.iter().peekable();
    let scores: Vec<Row<LABELS>> = chunk
        .tokens
        .iter()
        .map(|at| {
            // A title makes a person of a name, whatever it means elsewhere.
            titled = context.follows_title(chunk.sentence, at) || (titled && context.is_capital(at));
            let Some((_, known)) = sums.next_if(|(place, _)| chunk.tokens.start + usize::from(*place) == at) else {
                return nothing;
            };
            if titled {
                return model.to_scores(known);
            }
            model.score(|sums| {
                sums.add_sums(known);
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

/// By how much, in nats, a token must be no chunk of a name for what stands on its two sides to be read apart.
const CONFIDENT: f32 = 5.0;

/// How likely a token is in no name, by the first reading, where the second need not look.
const CERTAIN: f32 = 0.999;

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
        found.push(ChunkMention { places: start + at..start + end, class, probability });
        at = end;
    }
}
