//! A linear-chain conditional random field over the tokens of a sentence
//! (Lafferty, McCallum and Pereira, ICML 2001), with hashed features and
//! weights of one byte.

pub mod consensus;
pub mod features;

use std::ops::Range;

use super::Kind;
use crate::document::Document;
use crate::learned::chain::{best, marginals, steps, stretches};
use crate::learned::weights::{Row, Weights};
use crate::vocabulary::Vocabulary;
use consensus::{Builder, Consensus};
use features::{Context, Known};

/// What a learned mention is, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// People.
    Person,
    /// Countries, cities, regions, waters.
    Place,
    /// Companies, parties, offices, teams.
    Organization,
    /// Buildings, roads, airports.
    Facility,
    /// Nationalities, religions, followers of parties.
    Group,
    /// Dates and times of day.
    Date,
    /// Sums of money.
    Money,
    /// Things that are made and sold.
    Product,
    /// Events, works, laws, languages.
    Other,
}

impl Class {
    /// All classes, in the order of the labels.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Place,
        Self::Organization,
        Self::Facility,
        Self::Group,
        Self::Date,
        Self::Money,
        Self::Product,
        Self::Other,
    ];

    /// The kind that a mention of this class has, unless its words say more.
    pub fn kind(self) -> Kind {
        match self {
            Self::Person => Kind::Person,
            Self::Place => Kind::Place,
            Self::Organization => Kind::Organization,
            Self::Facility => Kind::Facility,
            Self::Group => Kind::Group,
            Self::Date => Kind::Date,
            Self::Money => Kind::Money,
            Self::Product => Kind::Product,
            Self::Other => Kind::Event,
        }
    }
}

/// How many labels a token can have: none, and for each class its first token and a later one.
pub const LABELS: usize = 1 + 2 * Class::ALL.len();

/// Whether label `next` may follow label `before`; a later token needs one of its class before it.
pub fn may_follow(before: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || before == next || before + 1 == next
}

/// A mention as the tagger sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub class: Class,
    /// The least probability of its tokens' labels.
    pub probability: f32,
}

/// Tags all names of a document.
///
/// The document is read twice: the second time, what each word is taken for
/// in its other places is a feature.
pub fn tag(document: &Document, vocabulary: &Vocabulary, model: &Weights<LABELS>) -> Vec<Tagged> {
    let context = Context::new(document, vocabulary);
    let mut scores = first_scores(document, &context, model);
    let consensus = consensus(document, &context, model, &scores, SURE);
    for sentence in &document.sentences {
        let mut titled = false;
        for at in sentence.clone() {
            // A title makes a person of a name, whatever it means elsewhere.
            titled = context.follows_title(sentence, at) || (titled && context.is_capital(at));
            if titled {
                continue;
            }
            let more = model.score(|sums| context.again(sentence, at, &consensus, |feature| sums.add(feature)));
            scores[at].iter_mut().zip(more).for_each(|(score, more)| *score += more);
        }
    }
    let step = steps(model.transitions());
    let mut found = Vec::new();
    for part in parts(document) {
        for stretch in stretches(&scores[part.clone()], SURE) {
            let start = part.start + stretch.start;
            let scores = &scores[start..part.start + stretch.end];
            let labels = best(scores, model.transitions());
            collect(start, &labels, &marginals(scores, &step), &mut found);
        }
    }
    found
}

/// The first reading of a document, for its second one to look at.
pub fn read_once(document: &Document, context: &Context, model: &Weights<LABELS>) -> Consensus {
    // Learning sees every token.
    consensus(document, context, model, &first_scores(document, context, model), f32::INFINITY)
}

fn first_scores(document: &Document, context: &Context, model: &Weights<LABELS>) -> Vec<Row<LABELS>> {
    let mut scores = Vec::with_capacity(document.tokens.len());
    let mut known = Known::default();
    for sentence in &document.sentences {
        for at in sentence.clone() {
            scores.push(model.score(|sums| context.add(sentence, at, model, &mut known, sums)));
        }
    }
    scores
}

fn consensus(
    document: &Document,
    context: &Context,
    model: &Weights<LABELS>,
    scores: &[Row<LABELS>],
    sure: f32,
) -> Consensus {
    let step = steps(model.transitions());
    let mut builder = Builder::default();
    for part in parts(document) {
        let mut next = part.start;
        let mut nothing = [0.0; LABELS];
        nothing[0] = 1.0;
        for stretch in stretches(&scores[part.clone()], sure) {
            let stretch = part.start + stretch.start..part.start + stretch.end;
            (next..stretch.start).for_each(|at| builder.add(context, at, at == part.start, &nothing));
            for (at, row) in stretch.clone().zip(marginals(&scores[stretch.clone()], &step)) {
                builder.add(context, at, at == part.start, &row);
            }
            next = stretch.end;
        }
        (next..part.end).for_each(|at| builder.add(context, at, at == part.start, &nothing));
    }
    builder.finish(document.tokens.len())
}

/// By how much, in nats, a token must be none of a name for what stands on its two sides to be read apart.
const SURE: f32 = 6.0;

/// How many tokens are read together at most.
const PART: usize = 2000;

/// The sentences, those without end in parts, so that memory stays bounded.
fn parts(document: &Document) -> impl Iterator<Item = Range<usize>> {
    document
        .sentences
        .iter()
        .flat_map(|sentence| sentence.clone().step_by(PART).map(|start| start..sentence.end.min(start + PART)))
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
