//! Features of a token: its word, its neighbours, and how the document uses the same word elsewhere.

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
    EDGE, FUNCTION_WORDS, GIVEN_NAMES, ORGANIZATION_WORDS, REPORTING_VERBS, ROLES, TITLES, Vocabulary, WordFeatures,
    ribbon,
};

/// A document with what its tokens' features are computed from.
pub struct FeatureContext<'d> {
    document: &'d Document<'d>,
    vocabulary: &'d Vocabulary,
    /// For each lower-cased word, the traits of all its occurrences in the document, one bit each.
    traits: Vec<u32>,
    /// For each token, whether other occurrences of its word are informative.
    is_name_like: Vec<bool>,
}

impl<'d> FeatureContext<'d> {
    /// Collects the traits of all occurrences in a document.
    pub fn new(document: &'d Document<'d>, vocabulary: &'d Vocabulary) -> Self {
        let is_name_like = Vec::with_capacity(document.tokens.len());
        let mut context = Self { document, vocabulary, traits: vec![0; vocabulary.group_count()], is_name_like };
        for (at, token) in document.all_tokens().iter().zip(&document.tokens) {
            let text = token.text(document.text);
            let name = token.kind == TokenKind::Word && text.len() > 1 && text.starts_with(char::is_uppercase);
            context.is_name_like.push(name && context.at(at).lists() & FUNCTION_WORDS == 0);
        }
        for sentence in &document.sentences {
            for at in *sentence {
                let traits = context.traits_here(sentence, at);
                let group = context.at(at).group;
                context.traits[group as usize] |= traits;
            }
        }
        context
    }

    /// Returns the traits of one occurrence, of which other occurrences of the word learn.
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
        let bit = |number: u32, holds: bool| u32::from(holds) << number;
        let name_before = before.starts_with(char::is_uppercase) && before.len() > 1;
        let known_before = if at > sentence.start { self.at(at - 1).lists() } else { 0 };
        let known_next = if at + 1 < sentence.end { self.at(at + 1).lists() } else { 0 };
        bit(1, middle)
            | bit(2, known_before & TITLES != 0)
            | bit(3, known_before & GIVEN_NAMES != 0)
            | bit(4, matches!(before, "in" | "near" | "across" | "outside" | "In"))
            | bit(5, known_next & ORGANIZATION_WORDS != 0)
            | bit(6, (known_before | known_next) & REPORTING_VERBS != 0)
            | bit(7, known_before & ROLES != 0)
            | bit(8, matches!(before, "the" | "The"))
            | bit(9, name_before)
            | bit(10, next.starts_with(char::is_uppercase))
            | bit(11, before == "(" && next == ")")
            | bit(12, matches!(next, "’s" | "'s"))
            | bit(13, text.len() > 1 && text.chars().all(char::is_uppercase))
    }

    /// Returns the hash of a token's word if its other occurrences are informative: if it looks like a name.
    pub fn recurring_word(&self, at: TokenIndex) -> Option<u64> {
        self.is_name_like[at].then(|| self.at(at).lower)
    }

    /// Returns whether a token, or its link to the one before, informs other occurrences.
    pub fn is_informative(&self, chunk: &Chunk, at: TokenIndex) -> bool {
        let recurs = |at: TokenIndex| chunk.sentence.contains(at) && self.recurring_word(at).is_some();
        recurs(at) || at.checked_sub(1).is_some_and(recurs)
    }

    /// Returns the hash of a token's word in lower case.
    pub fn lower(&self, at: TokenIndex) -> u64 {
        self.at(at).lower
    }

    /// Returns whether a token begins with a capital letter.
    pub fn is_capital(&self, at: TokenIndex) -> bool {
        self.document.word(at).starts_with(char::is_uppercase)
    }

    /// Returns whether a title or a capitalized office stands before a capitalized token: `Mr.`, `President`.
    pub fn follows_title(&self, sentence: &Sentence, at: TokenIndex) -> bool {
        let before = at.checked_sub(1).filter(|&before| sentence.contains(before));
        before.is_some_and(|before| {
            let lists = self.at(before).lists();
            self.is_capital(at) && (lists & TITLES != 0 || lists & ROLES != 0 && self.is_capital(before))
        })
    }

    /// Emits the additional features of the second pass: how the first one labelled other occurrences.
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
        features.add_all(&[
            own,
            before,
            next,
            joined,
            joins,
            pair(own, shape),
            pair(before, shape),
            pair(next, shape),
            pair(joined, joins),
            pair(own, pair(joined, joins)),
            pair(before, own),
            pair(own, next),
            pair(joined, self.at(at).lower),
            pair(u64::from(at == sentence.start), own),
        ]);
    }

    /// Fills `key` with all inputs of the first pass over a chunk: two numbers for each token of [`Chunk::context`], its
    /// word and the traits of the word's occurrences.
    pub fn key(&self, chunk: &Chunk, key: &mut Vec<u32>) {
        let context = chunk.context();
        key.clear();
        key.push((chunk.tokens.start - context.start) as u32 | ((context.end - chunk.tokens.end) as u32) << 2);
        key.extend(context.iter().flat_map(|at| [self.vocabulary.word_number(at) as u32, self.occurrence_traits(at)]));
    }

    fn word(&self, sentence: &Sentence, at: TokenIndex, offset: isize) -> &WordFeatures {
        let place = at.checked_add_signed(offset).filter(|&place| sentence.contains(place));
        place.map_or(&EDGE, |place| self.at(place))
    }

    fn at(&self, token: TokenIndex) -> &WordFeatures {
        self.vocabulary.word(token).unwrap_or(&EDGE)
    }

    /// Emits every feature of a token in the order of their numbers, on which training depends.
    #[cfg(any(test, feature = "training"))]
    pub fn first_pass_features(&self, sentence: &Sentence, at: TokenIndex, give: impl FnMut(u32)) {
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(96);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            emit_word_features(self.word(sentence, at, offset), slot, |number, feature| all.push((number, feature)));
        }
        self.emit_combined_features(sentence, at, |number, feature| all.push((number, feature)));
        emit_occurrence_features(self.occurrence_traits(at), self.is_capitalized(at), |number, feature| {
            all.push((number, feature))
        });
        emit_in_order(all, give);
    }

    /// Adds the weights of every feature of a token, with cached sums where features recur.
    pub fn add_first_pass_weights(
        &self,
        sentence: &Sentence,
        at: TokenIndex,
        model: &Weights<LABELS>,
        cache: &mut WeightSumCache,
        sums: &mut WeightSums<LABELS>,
    ) {
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            let place = at.checked_add_signed(offset).filter(|&place| sentence.contains(place));
            let number = place.map_or(0, |place| self.vocabulary.word_number(place) + 1);
            let word = place.map_or(&EDGE, |place| self.at(place));
            sums.add_sums(&cache.words.get_or_sum(number, slot, || {
                model.sum(|sums| emit_word_features(word, slot, |_, feature| sums.add(feature)))
            }));
        }
        let (traits, capitalized) = (self.occurrence_traits(at), self.is_capitalized(at));
        sums.add_sums(&cache.occurrence_sums(traits, capitalized, || {
            model.sum(|sums| emit_occurrence_features(traits, capitalized, |_, feature| sums.add(feature)))
        }));
        self.emit_combined_features(sentence, at, |_, feature| sums.add(feature));
    }

    fn occurrence_traits(&self, at: TokenIndex) -> u32 {
        self.traits[self.at(at).group as usize]
    }

    fn is_capitalized(&self, at: TokenIndex) -> bool {
        self.at(at).shape == word_shape_capital()
    }

    /// Emits the features that combine several words.
    fn emit_combined_features(&self, sentence: &Sentence, at: TokenIndex, mut give: impl FnMut(u64, u32)) {
        let [before, this, next] = [-1, 0, 1].map(|offset| self.word(sentence, at, offset));
        let first = u64::from(at == sentence.start);
        let traits = |word: &WordFeatures| self.traits[word.group as usize];
        let features = [
            (41, pair(before.lower, this.lower)),
            (42, pair(this.lower, next.lower)),
            (47, pair(pair(before.cluster(1), this.cluster(2)), next.cluster(1))),
            (49, pair(before.shape, this.shape)),
            (50, pair(this.shape, next.shape)),
            (56, pair(before.cluster(1), this.cluster(1))),
            (57, pair(this.cluster(1), next.cluster(1))),
            (58, pair(before.cluster(1), this.shape)),
            (59, pair(this.shape, next.cluster(1))),
            (63, pair(before.lists(), this.lists())),
            (64, pair(this.lists(), next.lists())),
            (67, pair(first, this.cluster(1))),
            (82, pair(u64::from(traits(this) & 0b11), pair(first, this.shape))),
            (84, pair(u64::from(traits(next) & 0b1110_0011_1111), next.shape)),
            (85, pair(u64::from(traits(before) & 0b1110_0011_1111), before.shape)),
        ];
        for (number, value) in features {
            give(number, hash_feature(number, value));
        }
    }
}

/// Emits the features of the traits of a word's occurrences in the document.
fn emit_occurrence_features(traits: u32, capitalized: bool, mut give: impl FnMut(u64, u32)) {
    let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
    for bit in 0..14u64 {
        add(68 + bit, if traits >> bit & 1 == 1 { pair(bit, u64::from(capitalized)) } else { bit << 8 });
    }
    add(83, u64::from(traits));
}

/// Emits the features of one word at the offset with number `slot` in [`OFFSETS`].
fn emit_word_features(word: &WordFeatures, slot: usize, mut give: impl FnMut(u64, u32)) {
    let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
    let mut all = |first: u64, values: &[u64]| {
        for (number, value) in (first..).zip(values) {
            add(number, *value);
        }
    };
    if slot == 2 {
        all(1, &[0]);
    }
    all(2 + 4 * slot as u64, &[word.lower, word.cluster(0), word.cluster(1), word.shape]);
    if (1..4).contains(&slot) {
        let first = 22 + 5 * (slot as u64 - 1);
        all(first, &[word.suffix(1), word.lists(), word.cluster(2), word.cluster(3), word.cluster(4)]);
    }
    if slot == 2 {
        all(37, &[word.prefix(0), word.prefix(1), word.suffix(0), word.suffix(2)]);
        all(52, &[0, 1, 3, 4].map(|cluster| pair(word.shape, word.cluster(cluster))));
        all(65, &[pair(word.lists(), word.shape)]);
    }
}

/// Weight sums that recur within a document.
#[derive(Default)]
pub struct WeightSumCache {
    words: WordSumCache<LABELS>,
    occurrences: FxHashMap<(u32, bool), [i16; LABELS]>,
}

impl WeightSumCache {
    fn occurrence_sums(
        &mut self,
        traits: u32,
        capitalized: bool,
        work: impl FnOnce() -> [i16; LABELS],
    ) -> [i16; LABELS] {
        *self.occurrences.entry((traits, capitalized)).or_insert_with(work)
    }
}

fn word_shape_capital() -> u64 {
    ribbon::hash("Xx")
}
