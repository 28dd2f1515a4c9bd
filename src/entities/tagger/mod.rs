//! A linear-chain conditional random field over the tokens of a sentence
//! (Lafferty, McCallum and Pereira, ICML 2001), with hashed features and
//! weights of one byte.

pub mod aggregation;
pub mod document_features;
pub mod features;
pub mod labels;

use std::sync::Arc;

use crate::crf::cache::PassageCache;
use crate::crf::inference::{PruningBounds, Transitions, active_regions, best, marginals, steps};
use crate::crf::weights::{Row, Weights};
use crate::text::document::Document;
use crate::vocabulary::Vocabulary;
use aggregation::{Builder, LabelPosterior};
use document_features::DocumentFeatures;
use features::{Context, Known};
use labels::{Class, LABELS, PART, Part, Tagged};

/// What was worked out before and may come again.
#[derive(Default)]
pub struct Cache {
    known: Known,
    first: PassageCache<Arc<First>>,
    second: PassageCache<Vec<Tagged>>,
}

/// How a part of a sentence is read without a look at the rest of the document. Places count from its start.
struct First {
    /// The sums of the weights of tokens that may be in a name, now or once more is known; all others are none.
    sums: Box<[(u16, [i16; LABELS])]>,
    /// What it takes tokens for that tell something of other places, where they may be in a name.
    outlooks: Box<[(u16, LabelPosterior)]>,
}

/// Tags all names of a document; `memory` belongs to these weights and this vocabulary.
///
/// The document is read twice: the second time, what each word is taken for
/// in its other places is a feature.
pub fn tag(document: &Document, vocabulary: &Vocabulary, model: &Weights<LABELS>, memory: &mut Cache) -> Vec<Tagged> {
    let context = Context::new(document, vocabulary);
    let steps = steps(model.transitions());
    let margins = PruningBounds::new(model.transitions(), SURE);
    memory.first.turn();
    memory.second.turn();
    let mut key = Vec::new();
    let first = |part: Part| {
        context.key(&part, &mut key);
        let known = &mut memory.known;
        memory.first.get(&key, || Arc::new(First::read(&context, &part, model, &steps, &margins, known))).clone()
    };
    let first: Vec<Arc<First>> = parts(document).map(first).collect();
    let consensus = consensus(document, &context, &first);
    let mut key = Vec::new();
    let mut found = Vec::new();
    for (part, first) in parts(document).zip(first) {
        context.key(&part, &mut key);
        consensus.add_to_key(&part, &mut key);
        let again = || read_again(&context, &part, &consensus, &first, model, &steps, &margins);
        found.extend(memory.second.get(&key, again).iter().map(|tagged| Tagged {
            tokens: part.tokens.start + tagged.tokens.start..part.tokens.start + tagged.tokens.end,
            ..*tagged
        }));
    }
    found
}

/// The first reading of a document, for its second one to look at.
#[cfg(any(test, feature = "training"))]
pub fn first_pass(document: &Document, context: &Context, model: &Weights<LABELS>) -> DocumentFeatures {
    let steps = steps(model.transitions());
    let mut known = Known::default();
    // Learning sees every token.
    let margins = PruningBounds::new(model.transitions(), f32::INFINITY);
    let first = |part| Arc::new(First::read(context, &part, model, &steps, &margins, &mut known));
    consensus(document, context, &parts(document).map(first).collect::<Vec<_>>())
}

#[inline(never)] // Browsers optimise function by function, small ones soon.
fn consensus(document: &Document, context: &Context, first: &[Arc<First>]) -> DocumentFeatures {
    let mut builder = Builder::default();
    let each = |give: &mut dyn FnMut(usize, bool, &LabelPosterior)| {
        for (part, first) in parts(document).zip(first) {
            first.each(&part, |at, outlook| give(at, at == part.tokens.start, outlook));
        }
    };
    each(&mut |at, first, outlook| builder.add(context, at, first, outlook));
    let mut consensus = DocumentFeatures::default();
    each(&mut |at, first, outlook| builder.conclude(context, at, first, outlook, &mut consensus));
    consensus
}

impl First {
    #[inline(never)] // Browsers optimise function by function, small ones soon.
    fn read(
        context: &Context,
        part: &Part,
        model: &Weights<LABELS>,
        steps: &Transitions<LABELS>,
        margins: &PruningBounds<LABELS>,
        known: &mut Known,
    ) -> Self {
        let start = part.tokens.start;
        let all: Vec<_> = part
            .tokens
            .clone()
            .map(|at| model.sum(|sums| context.add(part.sentence, at, model, known, sums)))
            .collect();
        let scores: Vec<Row<LABELS>> = all.iter().map(|sums| model.in_nats(sums)).collect();
        let mut outlooks = Vec::new();
        let mut open = vec![false; all.len()];
        for stretch in active_regions(&scores, margins) {
            let told = stretch.clone().zip(marginals(&scores[stretch], steps));
            let told = told.inspect(|(at, row)| open[*at] = row[0] < CERTAIN);
            let told = told.filter(|(at, _)| context.tells(part, start + at));
            outlooks.extend(told.map(|(at, row)| (at as u16, LabelPosterior::new(&row))));
        }
        let may_open = |at: usize| context.tells(part, start + at) || context.tells(part, start + at + 1);
        let sums = (0..all.len()).filter(|&at| open[at] || may_open(at)).map(|at| (at as u16, all[at])).collect();
        Self { sums, outlooks: outlooks.into() }
    }

    /// Gives each token with what it is taken for.
    fn each(&self, part: &Part, mut give: impl FnMut(usize, &LabelPosterior)) {
        let mut outlooks = self.outlooks.iter().peekable();
        for at in part.tokens.clone() {
            let own = outlooks.next_if(|(place, _)| part.tokens.start + usize::from(*place) == at);
            give(at, own.map_or(&LabelPosterior::NOTHING, |(_, outlook)| outlook));
        }
    }
}

/// The names of a part, counted from its start, once it is known what the document says of its words.
#[inline(never)] // Browsers optimise function by function, small ones soon.
fn read_again(
    context: &Context,
    part: &Part,
    consensus: &DocumentFeatures,
    first: &First,
    model: &Weights<LABELS>,
    steps: &Transitions<LABELS>,
    margins: &PruningBounds<LABELS>,
) -> Vec<Tagged> {
    let mut titled = false;
    let mut nothing = [-100.0; LABELS];
    nothing[0] = 0.0;
    let mut sums = first.sums.iter().peekable();
    let scores: Vec<Row<LABELS>> = part
        .tokens
        .clone()
        .map(|at| {
            // A title makes a person of a name, whatever it means elsewhere.
            titled = context.follows_title(part.sentence, at) || (titled && context.is_capital(at));
            let Some((_, known)) = sums.next_if(|(place, _)| part.tokens.start + usize::from(*place) == at) else {
                return nothing;
            };
            if titled {
                return model.in_nats(known);
            }
            model.score(|sums| {
                sums.add_all(known);
                context.again(part.sentence, at, consensus, |feature| sums.add(feature));
            })
        })
        .collect();
    let mut found = Vec::new();
    for stretch in active_regions(&scores, margins) {
        let scores = &scores[stretch.clone()];
        let labels = best(scores, steps);
        if labels.iter().any(|&label| label != 0) {
            collect(stretch.start, &labels, &marginals(scores, steps), &mut found);
        }
    }
    found
}

/// By how much, in nats, a token must be no part of a name for what stands on its two sides to be read apart.
const SURE: f32 = 5.0;

/// How likely a token is in no name, by the first reading, where the second need not look.
const CERTAIN: f32 = 0.999;

fn parts<'d>(document: &'d Document) -> impl Iterator<Item = Part<'d>> {
    document.sentences.iter().flat_map(|sentence| {
        sentence
            .clone()
            .step_by(PART)
            .map(move |start| Part { sentence, tokens: start..sentence.end.min(start + PART) })
    })
}

fn collect(start: usize, labels: &[usize], marginals: &[[f32; LABELS]], found: &mut Vec<Tagged>) {
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
        found.push(Tagged { tokens: start + at..start + end, class: Class::ALL[(label - 1) / 2], probability });
        at = end;
    }
}
