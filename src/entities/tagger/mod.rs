//! A linear-chain conditional random field over the tokens of a sentence
//! (Lafferty, McCallum and Pereira, ICML 2001), with hashed features and
//! weights of one byte.

pub mod features;

use std::collections::HashMap;
use std::ops::Range;

use super::Kind;
use crate::document::Document;
use crate::learned::chain::{best, marginals, steps};
use crate::learned::weights::Weights;
use crate::vocabulary::Vocabulary;
use features::Context;

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
/// The document is read twice: what a word is taken for on average, in all
/// its places, then weighs in each of them.
pub fn tag(document: &Document, vocabulary: &Vocabulary, model: &Weights<LABELS>) -> Vec<Tagged> {
    let context = Context::new(document, vocabulary);
    let mut scores: Vec<[f32; LABELS]> = Vec::with_capacity(document.tokens.len());
    for sentence in &document.sentences {
        for at in sentence.clone() {
            scores.push(model.score(|sums| context.each(sentence, at, |feature| sums.add(feature))));
        }
    }
    // A sentence without end is read in parts, so that memory stays bounded.
    let parts: Vec<Range<usize>> = document
        .sentences
        .iter()
        .flat_map(|sentence| sentence.clone().step_by(PART).map(|start| start..sentence.end.min(start + PART)))
        .collect();
    let step = steps(model.transitions());
    let mut votes: HashMap<u64, Votes> = HashMap::new();
    for part in &parts {
        for (at, row) in part.clone().zip(marginals(&scores[part.clone()], &step)) {
            if let Some(word) = context.repeated(at) {
                votes.entry(word).or_default().add(&row);
            }
        }
    }
    let mut found = Vec::new();
    for part in &parts {
        for at in part.clone() {
            if let Some(votes) =
                context.repeated(at).and_then(|word| votes.get(&word)).filter(|votes| votes.count > 1.0)
            {
                votes.weigh(&mut scores[at]);
            }
        }
        let scores = &scores[part.clone()];
        let labels = best(scores, model.transitions());
        collect(part.start, &labels, &marginals(scores, &step), &mut found);
    }
    found
}

/// How many tokens are read together at most.
const PART: usize = 2000;

/// How much a word's other places weigh in each of them.
const AGREEMENT: f32 = 0.8;

/// What a word is taken for in all its places.
#[derive(Clone, Copy, Default)]
struct Votes {
    count: f32,
    none: f32,
    classes: [f32; Class::ALL.len()],
}

impl Votes {
    fn add(&mut self, row: &[f32; LABELS]) {
        self.count += 1.0;
        self.none += row[0];
        for (number, class) in self.classes.iter_mut().enumerate() {
            *class += row[1 + 2 * number] + row[2 + 2 * number];
        }
    }

    fn weigh(&self, scores: &mut [f32; LABELS]) {
        let weight = |sum: f32| AGREEMENT * (sum / self.count + 0.02).ln();
        scores[0] += weight(self.none);
        for (number, &class) in self.classes.iter().enumerate() {
            scores[1 + 2 * number] += weight(class);
            scores[2 + 2 * number] += weight(class);
        }
    }
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
