//! Aggregates the first pass over all occurrences of each word.

use rustc_hash::FxHashMap;

use super::document_features::DocumentFeatures;
use super::features::FeatureContext;
use super::labels::{EntityClass, LABELS};
use crate::crf::features::pair;
use crate::crf::weights::Row;
use crate::text::token_index::TokenIndex;

/// The number of the label outside among the classes.
const OUTSIDE: usize = EntityClass::ALL.len();

/// The posterior probabilities of a token in the first pass, in 255ths: small, since a document keeps one for each
/// token, and integers, so that their sums are exact.
#[derive(Clone, Copy)]
pub struct LabelPosterior {
    /// The probability of each class.
    classes: [u8; OUTSIDE + 1],
    /// The probability that the token begins a mention.
    first: u8,
}

impl LabelPosterior {
    /// Certainly in no mention.
    pub const OUTSIDE: Self = {
        let mut classes = [0; OUTSIDE + 1];
        classes[OUTSIDE] = u8::MAX;
        Self { classes, first: 0 }
    };

    /// Summarizes the posterior probability of each label.
    pub fn new(row: &Row<LABELS>) -> Self {
        let share = |sum: f32| (sum * 255.0).round() as u8;
        let first = |number: usize| row[1 + 2 * number];
        Self {
            classes: std::array::from_fn(|number| {
                share(if number == OUTSIDE { row[0] } else { first(number) + row[2 + 2 * number] })
            }),
            first: share((0..OUTSIDE).map(first).sum()),
        }
    }

    /// Returns the probability that the token continues a mention.
    fn inside(&self) -> u32 {
        u32::from(u8::MAX.saturating_sub(self.classes[OUTSIDE]).saturating_sub(self.first))
    }
}

/// The sum of the posteriors of a word's occurrences.
#[derive(Clone, Copy, Default)]
struct PosteriorSum {
    count: u32,
    classes: [u32; OUTSIDE + 1],
    first: u32,
}

impl PosteriorSum {
    fn add(&mut self, posterior: &LabelPosterior) {
        self.count += 1;
        self.first += u32::from(posterior.first);
        self.classes.iter_mut().zip(posterior.classes).for_each(|(sum, share)| *sum += u32::from(share));
    }

    /// Returns the sum without one occurrence.
    fn without(&self, posterior: &LabelPosterior) -> Self {
        Self {
            count: self.count - 1,
            classes: std::array::from_fn(|class| self.classes[class] - u32::from(posterior.classes[class])),
            first: self.first - u32::from(posterior.first),
        }
    }

    /// Returns the feature value: the commonest class, how common it is, and whether mentions begin here.
    fn feature_value(&self) -> u8 {
        if self.count == 0 {
            return 0;
        }
        let class = (0..=OUTSIDE).max_by_key(|&class| self.classes[class]).unwrap_or(OUTSIDE);
        let named: u32 = self.classes[..OUTSIDE].iter().sum();
        let begins = u8::from(2 * self.first > named);
        1 + (class as u8 * 4 + bucket(self.classes[class], self.count)) * 2 + begins
    }
}

/// Quantizes the mean probability over `count` occurrences.
fn bucket(sum: u32, count: u32) -> u8 {
    match sum as f32 / (255.0 * count as f32) {
        share if share < 0.5 => 0,
        share if share < 0.75 => 1,
        share if share < 0.92 => 2,
        _ => 3,
    }
}

/// Builds the document features: first `add` every token, then `push_token` for every token again, in order.
#[derive(Default)]
pub struct DocumentFeaturesBuilder {
    words: FxHashMap<u64, PosteriorSum>,
    /// For two consecutive words, how often they occur, and the sum of the second one's inside probabilities.
    links: FxHashMap<u64, (u32, u32)>,
}

/// Returns the key of a token's word and the one before it, if one of them has informative occurrences.
fn link(context: &FeatureContext, at: TokenIndex, first: bool) -> Option<u64> {
    let informative = !first && (context.recurring_word(at).is_some() || context.recurring_word(at - 1).is_some());
    informative.then(|| pair(context.lower(at - 1), context.lower(at)))
}

impl DocumentFeaturesBuilder {
    /// Adds the posterior of a token; `first` means that it is the first token of its chunk.
    pub fn add(&mut self, context: &FeatureContext, at: TokenIndex, first: bool, posterior: &LabelPosterior) {
        if let Some(word) = context.recurring_word(at) {
            self.words.entry(word).or_default().add(posterior);
        }
        if let Some(key) = link(context, at, first) {
            let link = self.links.entry(key).or_default();
            link.0 += 1;
            link.1 += posterior.inside();
        }
    }

    /// Appends the features of the next token, once all have been added; takes the same arguments for it.
    pub fn push_token(
        &self,
        context: &FeatureContext,
        at: TokenIndex,
        first: bool,
        posterior: &LabelPosterior,
        document_features: &mut DocumentFeatures,
    ) {
        let word = context.recurring_word(at).map_or(0, |word| self.words[&word].without(posterior).feature_value());
        let link = link(context, at, first).map(|key| self.links[&key]).filter(|(count, _)| *count > 1);
        document_features.words.push(word);
        document_features.links.push(link.map_or(0, |(count, sum)| 1 + bucket(sum - posterior.inside(), count - 1)));
    }
}
