//! What the tagger sees of a token: itself, its neighbours, and what the
//! document says of the same word elsewhere.

use std::collections::HashMap;

use super::consensus::Consensus;
use crate::document::Document;
use crate::learned::features::{Features, pair};
use crate::sentences::Sentence;
use crate::tokens::TokenKind;
use crate::vocabulary::{
    EDGE, FUNCTION_WORDS, GIVEN_NAMES, ORGANIZATION_WORDS, REPORTING_VERBS, ROLES, TITLES, Vocabulary, Word, table,
};

/// All tokens of a document, and what is known of its words.
pub struct Context<'d> {
    document: &'d Document<'d>,
    words: &'d [Word],
    /// For each capitalised word, how it stands elsewhere, one bit for each way.
    elsewhere: HashMap<u64, u32>,
}

impl<'d> Context<'d> {
    /// Works out what later questions need.
    pub fn new(document: &'d Document<'d>, vocabulary: &'d Vocabulary) -> Self {
        let mut context = Self { document, words: &vocabulary.words, elsewhere: HashMap::new() };
        for sentence in &document.sentences {
            for at in sentence.clone() {
                let ways = context.ways(sentence, at);
                *context.elsewhere.entry(context.words[at].lower).or_default() |= ways;
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
        let known_before = if at > sentence.start { self.words[at - 1].lists } else { 0 };
        let known_next = if at + 1 < sentence.end { self.words[at + 1].lists } else { 0 };
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
        let word = &self.words[at];
        (name && word.lists & FUNCTION_WORDS == 0).then_some(word.lower)
    }

    /// A token's word in lower case, hashed.
    pub fn lower(&self, at: usize) -> u64 {
        self.words[at].lower
    }

    /// Gives what a second reading sees besides: what the words here are taken for in their other places.
    pub fn again(&self, sentence: &Sentence, at: usize, consensus: &Consensus, give: impl FnMut(u32)) {
        let place = |offset: isize| at.checked_add_signed(offset).filter(|place| sentence.contains(place));
        let code = |offset: isize| place(offset).map_or(0, |place| u64::from(consensus.word(place)));
        let link = |offset: isize| place(offset).map_or(0, |place| u64::from(consensus.link(place)));
        let shape = self.words[at].shape;
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
        add(pair(joined, self.words[at].lower));
        add(pair(u64::from(at == sentence.start), own));
    }

    /// Gives every feature of a token, hashed.
    pub fn each(&self, sentence: &Sentence, at: usize, give: impl FnMut(u32)) {
        let word = |offset: isize| {
            let place = at.checked_add_signed(offset).filter(|place| sentence.contains(place));
            place.map_or(&EDGE, |place| &self.words[place])
        };
        let mut features = Features::from(0, give);
        let mut add = |value: u64| features.add(value);
        let (before2, before, this, next, next2) = (word(-2), word(-1), word(0), word(1), word(2));
        add(0);
        for neighbour in [before2, before, this, next, next2] {
            add(neighbour.lower);
            add(neighbour.clusters[0]);
            add(neighbour.clusters[1]);
            add(neighbour.shape);
        }
        for neighbour in [before, this, next] {
            add(neighbour.suffixes[1]);
            add(neighbour.lists);
            add(neighbour.clusters[2]);
            add(neighbour.clusters[3]);
            add(neighbour.clusters[4]);
        }
        add(this.prefixes[0]);
        add(this.prefixes[1]);
        add(this.suffixes[0]);
        add(this.suffixes[2]);
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

fn word_shape_capital() -> u64 {
    table::hash("Xx")
}
