//! What the tagger sees of a token: itself, its neighbours, and what the
//! document says of the same word elsewhere.

use rustc_hash::FxHashMap;

use super::document_features::DocumentFeatures;
use super::labels::{Chunk, LABELS};
use crate::crf::cache::{OFFSETS, WordSumCache};
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, hash_feature, pair};
use crate::crf::weights::{WeightSums, Weights};
use crate::text::document::Document;
use crate::text::sentences::Sentence;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;
use crate::vocabulary::{
    EDGE, FUNCTION_WORDS, GIVEN_NAMES, ORGANIZATION_WORDS, REPORTING_VERBS, ROLES, TITLES, Vocabulary, Word, ribbon,
};

/// All tokens of a document, and what is known of its words.
pub struct FeatureContext<'d> {
    document: &'d Document<'d>,
    vocabulary: &'d Vocabulary,
    /// For each group of words, how they stand in the document, one bit for each way.
    elsewhere: Vec<u32>,
    /// For each token, whether the other places of its word tell something of it.
    recurs: Vec<bool>,
}

impl<'d> FeatureContext<'d> {
    /// Works out what later questions need.
    pub fn new(document: &'d Document<'d>, vocabulary: &'d Vocabulary) -> Self {
        let recurs = Vec::with_capacity(document.tokens.len());
        let mut context = Self { document, vocabulary, elsewhere: vec![0; vocabulary.group_count()], recurs };
        for (at, token) in document.all_tokens().iter().zip(&document.tokens) {
            let text = token.of(document.text);
            let name = token.kind == TokenKind::Word && text.len() > 1 && text.starts_with(char::is_uppercase);
            context.recurs.push(name && context.at(at).lists & FUNCTION_WORDS == 0);
        }
        for sentence in &document.sentences {
            for at in *sentence {
                let ways = context.traits_here(sentence, at);
                let group = context.at(at).group;
                context.elsewhere[group as usize] |= ways;
            }
        }
        context
    }

    /// How a word stands where it is: what other places of the document can learn from this one.
    fn traits_here(&self, sentence: &Sentence, at: TokenIndex) -> u32 {
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
    pub fn recurring_word(&self, at: TokenIndex) -> Option<u64> {
        self.recurs[at].then(|| self.at(at).lower)
    }

    /// Whether a token, or how it follows the one before, tells something of other places.
    pub fn is_informative(&self, chunk: &Chunk, at: TokenIndex) -> bool {
        let repeated = |at: TokenIndex| chunk.sentence.contains(at) && self.recurring_word(at).is_some();
        repeated(at) || at.checked_sub(1).is_some_and(repeated)
    }

    /// A token's word in lower case, hashed.
    pub fn lower(&self, at: TokenIndex) -> u64 {
        self.at(at).lower
    }

    /// Whether a token begins with a capital letter.
    pub fn is_capital(&self, at: TokenIndex) -> bool {
        self.document.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a title or an office with a capital stands before a token: `Mr.`, `President`.
    pub fn follows_title(&self, sentence: &Sentence, at: TokenIndex) -> bool {
        let before = at.checked_sub(1).filter(|&before| sentence.contains(before));
        before.is_some_and(|before| {
            let lists = self.at(before).lists;
            self.is_capital(at) && (lists & TITLES != 0 || lists & ROLES != 0 && self.is_capital(before))
        })
    }

    /// Gives what a second reading sees besides: what the words here are taken for in their other places.
    pub fn second_pass_features(
        &self,
        sentence: &Sentence,
        at: TokenIndex,
        document_features: &DocumentFeatures,
        give: impl FnMut(u32),
    ) {
        let place = |offset: isize| at.checked_add_signed(offset).filter(|&place| sentence.contains(place));
        let code = |offset: isize| place(offset).map_or(0, |place| u64::from(document_features.word(place)));
        let link = |offset: isize| place(offset).map_or(0, |place| u64::from(document_features.link(place)));
        let shape = self.at(at).shape;
        let [before, own, next] = [-1, 0, 1].map(code);
        let [joined, joins] = [0, 1].map(link);
        if before | own | next | joined | joins == 0 {
            return;
        }
        let mut features = FeatureHasher::starting_at(1000, give);
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

    /// Makes `key` all that a reading of a chunk sees of the document: its words with one or two around,
    /// and how each stands elsewhere. Two numbers tell of each of [`Chunk::seen`].
    pub fn key(&self, chunk: &Chunk, key: &mut Vec<u32>) {
        let seen = chunk.seen();
        key.clear();
        key.push((chunk.tokens.start - seen.start) as u32 | ((seen.end - chunk.tokens.end) as u32) << 2);
        key.extend(seen.iter().flat_map(|at| [self.vocabulary.word_number(at) as u32, self.occurrence_traits(at)]));
    }

    fn word(&self, sentence: &Sentence, at: TokenIndex, offset: isize) -> &Word {
        let place = at.checked_add_signed(offset).filter(|&place| sentence.contains(place));
        place.map_or(&EDGE, |place| self.at(place))
    }

    fn at(&self, token: TokenIndex) -> &Word {
        self.vocabulary.word(token).unwrap_or(&EDGE)
    }

    /// Gives every feature of a token, hashed, in the order of their numbers, which learning depends on.
    #[cfg(any(test, feature = "training"))]
    pub fn first_pass_features(&self, sentence: &Sentence, at: TokenIndex, give: impl FnMut(u32)) {
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(96);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            emit_word_features(self.word(sentence, at, offset), slot, |number, feature| all.push((number, feature)));
        }
        self.emit_combined_features(sentence, at, |number, feature| all.push((number, feature)));
        emit_occurrence_features(self.occurrence_traits(at), self.is_capitalised(at), |number, feature| {
            all.push((number, feature))
        });
        emit_in_order(all, give);
    }

    /// Adds the weights of every feature of a token, those that come again from cache.
    pub fn add_first_pass_weights(
        &self,
        sentence: &Sentence,
        at: TokenIndex,
        model: &Weights<LABELS>,
        known: &mut WeightSumCache,
        sums: &mut WeightSums<LABELS>,
    ) {
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            let place = at.checked_add_signed(offset).filter(|&place| sentence.contains(place));
            let number = place.map_or(0, |place| self.vocabulary.word_number(place) + 1);
            let word = place.map_or(&EDGE, |place| self.at(place));
            sums.add_sums(&known.words.get_or_sum(number, slot, || {
                model.sum(|sums| emit_word_features(word, slot, |_, feature| sums.add(feature)))
            }));
        }
        let (ways, capitalised) = (self.occurrence_traits(at), self.is_capitalised(at));
        sums.add_sums(&known.ways(ways, capitalised, || {
            model.sum(|sums| emit_occurrence_features(ways, capitalised, |_, feature| sums.add(feature)))
        }));
        self.emit_combined_features(sentence, at, |_, feature| sums.add(feature));
    }

    fn occurrence_traits(&self, at: TokenIndex) -> u32 {
        self.elsewhere[self.at(at).group as usize]
    }

    fn is_capitalised(&self, at: TokenIndex) -> bool {
        self.at(at).shape == word_shape_capital()
    }

    /// Gives the features of several words together.
    fn emit_combined_features(&self, sentence: &Sentence, at: TokenIndex, mut give: impl FnMut(u64, u32)) {
        let [before, this, next] = [-1, 0, 1].map(|offset| self.word(sentence, at, offset));
        let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
        add(41, pair(before.lower, this.lower));
        add(42, pair(this.lower, next.lower));
        add(47, pair(pair(before.clusters[1], this.clusters[2]), next.clusters[1]));
        add(49, pair(before.shape, this.shape));
        add(50, pair(this.shape, next.shape));
        add(56, pair(before.clusters[1], this.clusters[1]));
        add(57, pair(this.clusters[1], next.clusters[1]));
        add(58, pair(before.clusters[1], this.shape));
        add(59, pair(this.shape, next.clusters[1]));
        add(63, pair(before.lists, this.lists));
        add(64, pair(this.lists, next.lists));
        let first = u64::from(at == sentence.start);
        add(67, pair(first, this.clusters[1]));
        let ways = |word: &Word| self.elsewhere[word.group as usize];
        add(82, pair(u64::from(ways(this) & 0b11), pair(first, this.shape)));
        add(84, pair(u64::from(ways(next) & 0b1110_0011_1111), next.shape));
        add(85, pair(u64::from(ways(before) & 0b1110_0011_1111), before.shape));
    }
}

/// Gives the features of how the document has a word elsewhere.
fn emit_occurrence_features(ways: u32, capitalised: bool, mut give: impl FnMut(u64, u32)) {
    let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
    for way in 0..14u64 {
        add(68 + way, if ways >> way & 1 == 1 { pair(way, u64::from(capitalised)) } else { way << 8 });
    }
    add(83, u64::from(ways));
}

/// Gives the features of one word by itself, in one of the places.
fn emit_word_features(word: &Word, slot: usize, mut give: impl FnMut(u64, u32)) {
    let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
    let mut all = |first: u64, values: &[u64]| {
        for (number, value) in (first..).zip(values) {
            add(number, *value);
        }
    };
    if slot == 2 {
        all(1, &[0]);
    }
    all(2 + 4 * slot as u64, &[word.lower, word.clusters[0], word.clusters[1], word.shape]);
    if (1..4).contains(&slot) {
        let first = 22 + 5 * (slot as u64 - 1);
        all(first, &[word.suffixes[1], word.lists, word.clusters[2], word.clusters[3], word.clusters[4]]);
    }
    if slot == 2 {
        all(37, &[word.prefixes[0], word.prefixes[1], word.suffixes[0], word.suffixes[2]]);
        all(52, &[0, 1, 3, 4].map(|cluster| pair(word.shape, word.clusters[cluster])));
        all(65, &[pair(word.lists, word.shape)]);
    }
}

/// Sums that come again and again in a document.
#[derive(Default)]
pub struct WeightSumCache {
    words: WordSumCache<LABELS>,
    ways: FxHashMap<(u32, bool), [i16; LABELS]>,
}

impl WeightSumCache {
    fn ways(&mut self, ways: u32, capitalised: bool, work: impl FnOnce() -> [i16; LABELS]) -> [i16; LABELS] {
        *self.ways.entry((ways, capitalised)).or_insert_with(work)
    }
}

fn word_shape_capital() -> u64 {
    ribbon::hash("Xx")
}
