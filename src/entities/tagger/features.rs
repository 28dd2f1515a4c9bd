//! What the tagger sees of a token: itself, its neighbours, and what the
//! document says of the same word elsewhere.

use std::collections::HashMap;

use super::LABELS;
use super::consensus::Consensus;
use crate::document::Document;
use crate::learned::features::{Features, pair};
use crate::learned::weights::{Sums, Weights};
use crate::sentences::Sentence;
use crate::tokens::TokenKind;
use crate::vocabulary::{
    EDGE, FUNCTION_WORDS, GIVEN_NAMES, ORGANIZATION_WORDS, REPORTING_VERBS, ROLES, TITLES, Vocabulary, Word, table,
};

/// All tokens of a document, and what is known of its words.
pub struct Context<'d> {
    document: &'d Document<'d>,
    vocabulary: &'d Vocabulary,
    /// For each capitalised word, how it stands elsewhere, one bit for each way.
    elsewhere: HashMap<u64, u32>,
}

impl<'d> Context<'d> {
    /// Works out what later questions need.
    pub fn new(document: &'d Document<'d>, vocabulary: &'d Vocabulary) -> Self {
        let mut context = Self { document, vocabulary, elsewhere: HashMap::new() };
        for sentence in &document.sentences {
            for at in sentence.clone() {
                let ways = context.ways(sentence, at);
                *context.elsewhere.entry(context.lower(at)).or_default() |= ways;
            }
        }
        context
    }

    /// How a word stands where it is: what other places of the document can learn from this one.
    fn ways(&self, sentence: &Sentence, at: usize) -> u32 {
        let text = self.document.word(at);
        if self.document.tokens[at].kind != TokenKind::Word {
            return 0;
        }
        if text.starts_with(char::is_lowercase) {
            return 1;
        }
        let before = if at > sentence.start { self.document.word(at - 1) } else { "" };
        let next = if at + 1 < sentence.end { self.document.word(at + 1) } else { "" };
        let middle = at > sentence.start + 1;
        let way = |number: u32, holds: bool| u32::from(holds) << number;
        let name_before = before.starts_with(char::is_uppercase) && before.len() > 1;
        let known_before = if at > sentence.start { self.at(at - 1).lists } else { 0 };
        let known_next = if at + 1 < sentence.end { self.at(at + 1).lists } else { 0 };
        way(1, middle)
            | way(2, known_before & TITLES != 0)
            | way(3, known_before & GIVEN_NAMES != 0)
            | way(4, matches!(before, "in" | "near" | "across" | "outside" | "In"))
            | way(5, known_next & ORGANIZATION_WORDS != 0)
            | way(6, (known_before | known_next) & REPORTING_VERBS != 0)
            | way(7, known_before & ROLES != 0)
            | way(8, matches!(before, "the" | "The"))
            | way(9, name_before)
            | way(10, next.starts_with(char::is_uppercase))
            | way(11, before == "(" && next == ")")
            | way(12, matches!(next, "’s" | "'s"))
            | way(13, text.len() > 1 && text.chars().all(char::is_uppercase))
    }

    /// The word at a token, hashed, where its other places in the document tell something of it.
    pub fn repeated(&self, at: usize) -> Option<u64> {
        let text = self.document.word(at);
        let name =
            self.document.tokens[at].kind == TokenKind::Word && text.len() > 1 && text.starts_with(char::is_uppercase);
        let word = self.at(at);
        (name && word.lists & FUNCTION_WORDS == 0).then_some(word.lower)
    }

    /// A token's word in lower case, hashed.
    pub fn lower(&self, at: usize) -> u64 {
        self.at(at).lower
    }

    /// Gives what a second reading sees besides: what the words here are taken for in their other places.
    pub fn again(&self, sentence: &Sentence, at: usize, consensus: &Consensus, give: impl FnMut(u32)) {
        let place = |offset: isize| at.checked_add_signed(offset).filter(|place| sentence.contains(place));
        let code = |offset: isize| place(offset).map_or(0, |place| u64::from(consensus.word(place)));
        let link = |offset: isize| place(offset).map_or(0, |place| u64::from(consensus.link(place)));
        let shape = self.at(at).shape;
        let [before, own, next] = [-1, 0, 1].map(code);
        let [joined, joins] = [0, 1].map(link);
        if before | own | next | joined | joins == 0 {
            return;
        }
        let mut features = Features::from(1000, give);
        let mut add = |value: u64| features.add(value);
        add(own);
        add(before);
        add(next);
        add(joined);
        add(joins);
        add(pair(own, shape));
        add(pair(before, shape));
        add(pair(next, shape));
        add(pair(joined, joins));
        add(pair(own, pair(joined, joins)));
        add(pair(before, own));
        add(pair(own, next));
        add(pair(joined, self.at(at).lower));
        add(pair(u64::from(at == sentence.start), own));
    }

    fn word(&self, sentence: &Sentence, at: usize, offset: isize) -> &Word {
        let place = at.checked_add_signed(offset).filter(|place| sentence.contains(place));
        place.map_or(&EDGE, |place| self.at(place))
    }

    fn at(&self, token: usize) -> &Word {
        self.vocabulary.word(token).unwrap_or(&EDGE)
    }

    /// Gives every feature of a token, hashed.
    pub fn each(&self, sentence: &Sentence, at: usize, mut give: impl FnMut(u32)) {
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            word_alone(self.word(sentence, at, offset), slot, &mut give);
        }
        self.words_together(sentence, at, give);
    }

    /// What the words near a token say by themselves: enough where it is surely no name.
    pub fn words_alone(
        &self,
        sentence: &Sentence,
        at: usize,
        model: &Weights<LABELS>,
        known: &mut Slots,
        sums: &mut Sums<LABELS>,
    ) {
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            let place = at.checked_add_signed(offset).filter(|place| sentence.contains(place));
            let number = place.map_or(0, |place| self.vocabulary.number(place) + 1);
            let word = place.map_or(&EDGE, |place| self.at(place));
            sums.add_all(
                &known.of(number, slot, || model.sum(|sums| word_alone(word, slot, |feature| sums.add(feature)))),
            );
        }
    }

    /// Gives the features of several words together, and what the document says of the word elsewhere.
    pub fn words_together(&self, sentence: &Sentence, at: usize, give: impl FnMut(u32)) {
        let mut features = Features::from(40, give);
        let mut add = |value: u64| features.add(value);
        let [before2, before, this, next, next2] = [-2, -1, 0, 1, 2].map(|offset| self.word(sentence, at, offset));
        add(pair(before.lower, this.lower));
        add(pair(this.lower, next.lower));
        add(pair(before.lower, next.lower));
        add(pair(before2.lower, before.lower));
        add(pair(next.lower, next2.lower));
        add(pair(before2.lists, before.lists));
        add(pair(pair(before.clusters[1], this.clusters[2]), next.clusters[1]));
        add(pair(before2.clusters[1], before.clusters[1]));
        add(pair(before.shape, this.shape));
        add(pair(this.shape, next.shape));
        add(pair(pair(before.shape, this.shape), next.shape));
        add(pair(this.shape, this.clusters[0]));
        add(pair(this.shape, this.clusters[1]));
        add(pair(this.shape, this.clusters[3]));
        add(pair(this.shape, this.clusters[4]));
        add(pair(before.clusters[1], this.clusters[1]));
        add(pair(this.clusters[1], next.clusters[1]));
        add(pair(before.clusters[1], this.shape));
        add(pair(this.shape, next.clusters[1]));
        add(pair(before.lower, this.shape));
        add(pair(this.shape, next.lower));
        add(pair(before.clusters[2], next.clusters[2]));
        add(pair(before.lists, this.lists));
        add(pair(this.lists, next.lists));
        add(pair(this.lists, this.shape));
        let first = at == sentence.start;
        add(pair(u64::from(first), this.shape));
        add(pair(u64::from(first), this.clusters[1]));
        // What the document says of the word, and of the one after it.
        let ways = |word: &Word| self.elsewhere.get(&word.lower).copied().unwrap_or(0);
        let own = ways(this);
        for way in 0..14u64 {
            if own >> way & 1 == 1 {
                add(pair(way, u64::from(this.shape == word_shape_capital())));
            } else {
                add(way << 8);
            }
        }
        add(pair(u64::from(own & 0b11), pair(u64::from(first), this.shape)));
        add(u64::from(own));
        add(pair(u64::from(ways(next) & 0b1110_0011_1111), next.shape));
        add(pair(u64::from(ways(before) & 0b1110_0011_1111), before.shape));
    }
}

/// The places that are looked at, seen from a token.
const OFFSETS: [isize; 5] = [-2, -1, 0, 1, 2];

/// Gives the features of one word by itself, in one of the places.
fn word_alone(word: &Word, slot: usize, mut give: impl FnMut(u32)) {
    if slot == 2 {
        Features::from(0, &mut give).add(0);
    }
    let mut features = Features::from(1 + 4 * slot as u64, &mut give);
    for value in [word.lower, word.clusters[0], word.clusters[1], word.shape] {
        features.add(value);
    }
    if (1..4).contains(&slot) {
        let mut features = Features::from(21 + 5 * (slot as u64 - 1), &mut give);
        for value in [word.suffixes[1], word.lists, word.clusters[2], word.clusters[3], word.clusters[4]] {
            features.add(value);
        }
    }
    if slot == 2 {
        let mut features = Features::from(36, give);
        for value in [word.prefixes[0], word.prefixes[1], word.suffixes[0], word.suffixes[2]] {
            features.add(value);
        }
    }
}

/// What words say by themselves, remembered for those that come early in a document.
pub struct Slots {
    sums: Vec<Option<[i32; LABELS]>>,
}

impl Slots {
    /// How many words are remembered.
    const MOST: usize = 4096;

    /// Nothing known yet.
    pub fn new() -> Self {
        Self { sums: Vec::new() }
    }

    fn of(&mut self, number: usize, slot: usize, work: impl FnOnce() -> [i32; LABELS]) -> [i32; LABELS] {
        if number >= Self::MOST {
            return work();
        }
        let place = number * OFFSETS.len() + slot;
        if self.sums.len() <= place {
            self.sums.resize(place + 1, None);
        }
        *self.sums[place].get_or_insert_with(work)
    }
}

fn word_shape_capital() -> u64 {
    table::hash("Xx")
}
