//! The first reading, added up over the places of each word.

use rustc_hash::FxHashMap;

use super::document_features::DocumentFeatures;
use super::features::FeatureContext;
use super::labels::{EntityClass, LABELS};
use crate::crf::features::pair;
use crate::crf::weights::Row;
use crate::text::token_index::TokenIndex;

/// What stands for a word that no name holds, among the classes.
const NOTHING: usize = EntityClass::ALL.len();

/// What the first reading takes a token for, in 255ths: small, since it is kept for a whole document, and whole
/// numbers, so that sums of many are exact.
#[derive(Clone, Copy)]
pub struct LabelPosterior {
    /// How likely each class is.
    classes: [u8; NOTHING + 1],
    /// How likely it begins a name.
    first: u8,
}

impl LabelPosterior {
    /// That no name holds it.
    pub const NOTHING: Self = {
        let mut classes = [0; NOTHING + 1];
        classes[NOTHING] = u8::MAX;
        Self { classes, first: 0 }
    };

    /// Sums up how likely each label is.
    pub fn new(row: &Row<LABELS>) -> Self {
        let share = |sum: f32| (sum * 255.0).round() as u8;
        let first = |number: usize| row[1 + 2 * number];
        Self {
            classes: std::array::from_fn(|number| {
                share(if number == NOTHING { row[0] } else { first(number) + row[2 + 2 * number] })
            }),
            first: share((0..NOTHING).map(first).sum()),
        }
    }

    /// How likely it goes on a name.
    fn inside(&self) -> u32 {
        u32::from(u8::MAX.saturating_sub(self.classes[NOTHING]).saturating_sub(self.first))
    }
}

/// A word's places, added up.
#[derive(Clone, Copy, Default)]
struct Sum {
    count: u32,
    classes: [u32; NOTHING + 1],
    first: u32,
}

impl Sum {
    fn add(&mut self, posterior: &LabelPosterior) {
        self.count += 1;
        self.first += u32::from(posterior.first);
        self.classes.iter_mut().zip(posterior.classes).for_each(|(sum, share)| *sum += u32::from(share));
    }

    /// The places but this one.
    fn without(&self, posterior: &LabelPosterior) -> Self {
        Self {
            count: self.count - 1,
            classes: std::array::from_fn(|class| self.classes[class] - u32::from(posterior.classes[class])),
            first: self.first - u32::from(posterior.first),
        }
    }

    fn code(&self) -> u8 {
        if self.count == 0 {
            return 0;
        }
        let class = (0..=NOTHING).max_by_key(|&class| self.classes[class]).unwrap_or(NOTHING);
        let named: u32 = self.classes[..NOTHING].iter().sum();
        let begins = u8::from(2 * self.first > named);
        1 + (class as u8 * 4 + bucket(self.classes[class], self.count)) * 2 + begins
    }
}

/// How common something is that `count` places together are taken for.
fn bucket(sum: u32, count: u32) -> u8 {
    match sum as f32 / (255.0 * count as f32) {
        share if share < 0.5 => 0,
        share if share < 0.75 => 1,
        share if share < 0.92 => 2,
        _ => 3,
    }
}

/// The first reading, added up as it goes.
#[derive(Default)]
pub struct DocumentFeaturesBuilder {
    words: FxHashMap<u64, Sum>,
    /// For two words in a row, how often they stand so, and how often the second goes on a name.
    links: FxHashMap<u64, (u32, u32)>,
}

/// What stands for two words in a row, where one of them tells something of its other places.
fn link(context: &FeatureContext, at: TokenIndex, first: bool) -> Option<u64> {
    let told = !first && (context.recurring_word(at).is_some() || context.recurring_word(at - 1).is_some());
    told.then(|| pair(context.lower(at - 1), context.lower(at)))
}

impl DocumentFeaturesBuilder {
    /// Adds what a token is taken for; `first` tells that no token stands before it in its chunk.
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

    /// What the next token can learn from the other places of its word, once all have been added; the same is
    /// to be given for it as then.
    pub fn push_token(
        &self,
        context: &FeatureContext,
        at: TokenIndex,
        first: bool,
        posterior: &LabelPosterior,
        document_features: &mut DocumentFeatures,
    ) {
        let word = context.recurring_word(at).map_or(0, |word| self.words[&word].without(posterior).code());
        let link = link(context, at, first).map(|key| self.links[&key]).filter(|(count, _)| *count > 1);
        document_features.words.push(word);
        document_features.links.push(link.map_or(0, |(count, sum)| 1 + bucket(sum - posterior.inside(), count - 1)));
    }
}
