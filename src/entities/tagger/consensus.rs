//! What a word is taken for in its other places: features of their own for a
//! second reading, which learns how far to follow them.

use std::collections::HashMap;

use super::features::Context;
use super::{Class, LABELS, Part};
use crate::learned::features::pair;
use crate::learned::weights::Row;

/// For each token, what the first reading says of its word's other places.
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
    words: HashMap<u64, Sum>,
    links: HashMap<u64, (f32, f32)>,
    /// Tokens that stand elsewhere too, with what they are taken for here.
    places: Vec<(usize, u64, Row<LABELS>)>,
    /// Tokens that may go on a name, with how likely they do.
    joins: Vec<(usize, u64, f32)>,
}

impl Builder {
    /// Adds what a token is taken for; `first` tells that no token stands before it in its sentence.
    pub fn add(&mut self, context: &Context, at: usize, first: bool, row: &Row<LABELS>) {
        let own = context.repeated(at);
        if let Some(word) = own {
            self.words.entry(word).or_default().add(row, 1.0);
            self.places.push((at, word, *row));
        }
        if !first && (own.is_some() || context.repeated(at - 1).is_some()) {
            let key = pair(context.lower(at - 1), context.lower(at));
            let inside = (0..NOTHING).map(|number| row[2 + 2 * number]).sum();
            let link = self.links.entry(key).or_default();
            link.0 += 1.0;
            link.1 += inside;
            self.joins.push((at, key, inside));
        }
    }

    /// What each of `length` tokens can learn from the other places of its word.
    pub fn finish(self, length: usize) -> Consensus {
        let mut consensus = Consensus { words: vec![0; length], links: vec![0; length] };
        for (at, word, row) in &self.places {
            let mut others = self.words[word];
            others.add(row, -1.0);
            consensus.words[*at] = others.code();
        }
        for (at, key, inside) in &self.joins {
            let (count, sum) = self.links[key];
            if count > 1.5 {
                consensus.links[*at] = 1 + bucket((sum - inside) / (count - 1.0));
            }
        }
        consensus
    }
}
