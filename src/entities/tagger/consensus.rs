//! What a word is taken for in its other places: features of their own for a
//! second reading, which learns how far to follow them.

use rustc_hash::FxHashMap;

use super::features::Context;
use super::{Class, LABELS, Part};
use crate::learned::features::pair;
use crate::learned::weights::Row;

/// For each token, what the first reading says of its word's other places.
#[derive(Default)]
pub struct Consensus {
    /// The commonest class, how common it is, and whether names begin with the word; 0 where it is nowhere else.
    words: Vec<u8>,
    /// How often the word goes on a name that the word before it is in; 0 where the two are nowhere else.
    links: Vec<u8>,
}

impl Consensus {
    /// What a token's word is taken for elsewhere, as one small number.
    pub fn word(&self, at: usize) -> u8 {
        self.words[at]
    }

    /// Adds what a second reading of a part sees besides to the key that [`Context::key`] made.
    pub fn add_to_key(&self, part: &Part, key: &mut [u32]) {
        for (at, numbers) in Context::seen(part).zip(key[1..].as_chunks_mut::<2>().0) {
            numbers[1] |= u32::from(self.words[at]) << 16 | u32::from(self.links[at]) << 24;
        }
    }

    /// How often a token's word goes on a name with the word before it elsewhere.
    pub fn link(&self, at: usize) -> u8 {
        self.links[at]
    }
}

/// What stands for a word that no name holds, among the classes.
const NOTHING: usize = Class::ALL.len();

/// A word's places, added up.
#[derive(Clone, Copy, Default)]
struct Sum {
    count: f32,
    classes: [f32; NOTHING + 1],
    first: f32,
}

impl Sum {
    fn add(&mut self, row: &Row<LABELS>, sign: f32) {
        self.count += sign;
        self.classes[NOTHING] += sign * row[0];
        for number in 0..NOTHING {
            self.classes[number] += sign * (row[1 + 2 * number] + row[2 + 2 * number]);
            self.first += sign * row[1 + 2 * number];
        }
    }

    fn code(&self) -> u8 {
        if self.count < 0.5 {
            return 0;
        }
        let class = (0..=NOTHING).max_by(|&a, &b| self.classes[a].total_cmp(&self.classes[b])).unwrap_or(NOTHING);
        let share = self.classes[class] / self.count;
        let named = self.count - self.classes[NOTHING];
        let begins = u8::from(self.first > 0.5 * named);
        1 + (class as u8 * 4 + bucket(share)) * 2 + begins
    }
}

fn bucket(share: f32) -> u8 {
    match share {
        share if share < 0.5 => 0,
        share if share < 0.75 => 1,
        share if share < 0.92 => 2,
        _ => 3,
    }
}

/// The first reading, added up as it goes.
#[derive(Default)]
pub struct Builder {
    words: FxHashMap<u64, Sum>,
    /// For two words in a row, how often they stand so, and how often the second goes on a name.
    links: FxHashMap<u64, (f32, f32)>,
}

/// How likely a token goes on a name.
fn inside(row: &Row<LABELS>) -> f32 {
    (0..NOTHING).map(|number| row[2 + 2 * number]).sum()
}

/// What stands for two words in a row, where one of them tells something of its other places.
fn link(context: &Context, at: usize, first: bool) -> Option<u64> {
    let told = !first && (context.repeated(at).is_some() || context.repeated(at - 1).is_some());
    told.then(|| pair(context.lower(at - 1), context.lower(at)))
}

impl Builder {
    /// Adds what a token is taken for; `first` tells that no token stands before it in its part.
    pub fn add(&mut self, context: &Context, at: usize, first: bool, row: &Row<LABELS>) {
        if let Some(word) = context.repeated(at) {
            self.words.entry(word).or_default().add(row, 1.0);
        }
        if let Some(key) = link(context, at, first) {
            let link = self.links.entry(key).or_default();
            link.0 += 1.0;
            link.1 += inside(row);
        }
    }

    /// What the next token can learn from the other places of its word, once all have been added; the same is
    /// to be given for it as then.
    pub fn conclude(&self, context: &Context, at: usize, first: bool, row: &Row<LABELS>, consensus: &mut Consensus) {
        let word = context.repeated(at).map_or(0, |word| {
            let mut others = self.words[&word];
            others.add(row, -1.0);
            others.code()
        });
        let link = link(context, at, first).map(|key| self.links[&key]).filter(|(count, _)| *count > 1.5);
        consensus.words.push(word);
        consensus.links.push(link.map_or(0, |(count, sum)| 1 + bucket((sum - inside(row)) / (count - 1.0))));
    }
}
