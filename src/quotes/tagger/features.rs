//! What the tagger sees of a unit: itself, its neighbours, the names it stands
//! in, and, once a cue is chosen, how it lies to that cue.

use std::ops::Range;

use super::super::collapsed_sentence::CollapsedSentence;
use super::super::content_spans::QuoteCandidate;
use super::super::name_tags::NameTags;
use super::labels::{CUE_LABELS, PART_LABELS};
use crate::crf::cache::{OFFSETS, WordSumCache};
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, hash_feature, pair};
use crate::crf::weights::{WeightSums, Weights};
use crate::lexicon::trained;
use crate::vocabulary::{EDGE, Vocabulary, WordFeatures, ribbon};

/// What is worked out once for each unit.
#[derive(Clone, Copy)]
pub(super) struct UnitWord {
    pub word: WordFeatures,
    pub name: u64,
    /// The class and form of a reporting verb, and 0 for another word.
    pub verb: u64,
    pub block: bool,
    /// What the rules took it for: 1 a cue, 2 a source, 4 content.
    pub rule: u64,
    /// Which distinct word it is: 0 beyond the edge, nothing for a marked passage.
    number: Option<usize>,
}

const BEYOND: UnitWord = UnitWord { word: EDGE, name: 0, verb: 0, block: false, rule: 0, number: Some(0) };

/// What is known of the words met so far.
#[derive(Default)]
pub struct Known {
    cues: WordSumCache<CUE_LABELS>,
    parts: [WordSumCache<PART_LABELS>; 2],
}

/// What a unit's word tells of cues by itself, from one of the places, each with its number.
fn cue_alone(unit: &UnitWord, slot: usize, give: &mut dyn FnMut(u64, u32)) {
    let word = &unit.word;
    let mut add = |number: u64, value: u64| give(number, hash_feature(number, value));
    let first = 2 + 4 * slot as u64;
    add(first, word.lower);
    add(first + 1, word.clusters[0]);
    add(first + 2, word.clusters[1]);
    if (1..=3).contains(&slot) {
        let first = 22 + 5 * (slot as u64 - 1);
        let values = [word.suffixes[1], word.shape, unit.verb, word.clusters[3], word.clusters[4]];
        (first..).zip(values).for_each(|(number, value)| add(number, value));
    }
    if slot == 2 {
        add(37, word.suffixes[0]);
        add(38, word.suffixes[2]);
        add(54, pair(word.suffixes[1], word.clusters[1]));
    }
}

/// What a unit's word tells of sources and contents by itself, before or behind the cue.
fn part_alone(unit: &UnitWord, behind: bool, slot: usize, give: &mut dyn FnMut(u64, u32)) {
    let word = &unit.word;
    let base = part_base(behind);
    let mut add = |number: u64, value: u64| give(base + number, hash_feature(base + number, value));
    if (1..=3).contains(&slot) {
        let first = 2 + 7 * (slot as u64 - 1);
        add(first, word.lower);
        add(first + 1, word.clusters[0]);
        add(first + 2, word.clusters[1]);
        add(first + 4, word.shape);
        add(first + 5, unit.verb);
    } else {
        let first = if slot == 0 { 23 } else { 25 };
        add(first, word.lower);
        add(first + 1, word.clusters[1]);
    }
    if slot == 2 {
        add(27, word.suffixes[1]);
    }
}

fn part_base(behind: bool) -> u64 {
    100 + 100 * u64::from(behind)
}

/// Adds what the words around a unit say by themselves.
fn add_alone<'u, const L: usize>(
    units: impl Fn(isize) -> &'u UnitWord,
    model: &Weights<L>,
    memo: &mut WordSumCache<L>,
    sums: &mut WeightSums<L>,
    alone: impl Fn(&UnitWord, usize, &mut dyn FnMut(u64, u32)),
) {
    for (slot, offset) in OFFSETS.into_iter().enumerate() {
        let unit = units(offset);
        let Some(number) = unit.number else {
            alone(unit, slot, &mut |_, feature| sums.add(feature));
            continue;
        };
        sums.add_sums(
            &memo.get_or_sum(number, slot, || model.sum(|sums| alone(unit, slot, &mut |_, feature| sums.add(feature)))),
        );
    }
}

/// A sentence's units, ready for the tagger.
pub struct SentenceFeatures<'f> {
    /// The sentence.
    pub sentence: &'f CollapsedSentence<'f>,
    units: Vec<UnitWord>,
    pub(super) rules: &'f [QuoteCandidate],
    /// For each unit, how many there are before it of each of these.
    commas: Vec<u16>,
    blocks: Vec<u16>,
    verbs: Vec<u16>,
    thats: Vec<u16>,
}

pub(super) fn bucket(distance: usize) -> u64 {
    match distance {
        0..=3 => distance as u64,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=35 => 8,
        _ => 9,
    }
}

impl<'f> SentenceFeatures<'f> {
    /// Works out what later questions need; `rules` is what the rules found in the sentence.
    pub fn new(
        sentence: &'f CollapsedSentence,
        rules: &'f [QuoteCandidate],
        vocabulary: &Vocabulary,
        names: &NameTags,
    ) -> Self {
        let mut units: Vec<UnitWord> = (0..sentence.len())
            .map(|at| {
                if sentence.block(at).is_some() {
                    let size = match sentence.block_words(at) {
                        0..=1 => 1,
                        2..=3 => 2,
                        4..=6 => 3,
                        7..=12 => 4,
                        _ => 5u64,
                    };
                    let ending = ribbon::hash(sentence.block_ending(at));
                    let begins = u64::from(sentence.block_begins_sentence(at));
                    let lower = ribbon::hash("“”");
                    let word = WordFeatures {
                        lower,
                        shape: pair(lower, pair(ending, begins)),
                        prefixes: [size; 2],
                        suffixes: [pair(size, begins); 3],
                        clusters: [3000 + size, 3000, 3000, 3000, 3000],
                        lists: 1 << 21,
                        group: 0,
                    };
                    return UnitWord { word, block: true, number: None, ..BEYOND };
                }
                let token = sentence.tokens(at..at + 1).start;
                let lower = sentence.lower(at);
                let verb = trained::reporting_verb(&lower)
                    .map_or(0, |verb| 1 + verb.class.feature_number() * 4 + verb.form.feature_number());
                let word = vocabulary.word(token).copied().unwrap_or(EDGE);
                let number = Some(vocabulary.word_number(token) + 1);
                UnitWord { word, name: u64::from(names.code(token)), verb, block: false, rule: 0, number }
            })
            .collect();
        for one in rules {
            let mut mark = |units_of: &Range<usize>, bit: u64| {
                units[units_of.clone()].iter_mut().for_each(|unit| unit.rule |= bit);
            };
            mark(&one.cue, 1);
            one.source.iter().for_each(|source| mark(source, 2));
            one.content.iter().for_each(|content| mark(content, 4));
        }
        let count = |is: &dyn Fn(usize) -> bool| {
            let mut sum = 0u16;
            let mut sums = vec![0];
            for at in 0..sentence.len() {
                sum = sum.saturating_add(u16::from(is(at)));
                sums.push(sum);
            }
            sums
        };
        let commas = count(&|at| sentence.word(at) == ",");
        let blocks = count(&|at| units[at].block);
        let verbs = count(&|at| units[at].verb != 0 && units[at].rule & 1 == 1);
        let thats = count(&|at| matches!(sentence.word(at), "that" | ":" | "who" | "which"));
        Self { sentence, units, rules, commas, blocks, verbs, thats }
    }

    pub(super) fn unit(&self, at: usize, offset: isize) -> &UnitWord {
        at.checked_add_signed(offset).and_then(|at| self.units.get(at)).unwrap_or(&BEYOND)
    }

    /// How many marked passages stand in a range of units.
    pub(super) fn blocks(&self, units: Range<usize>) -> u16 {
        self.blocks[units.end] - self.blocks[units.start]
    }

    /// What stands in a range of units: commas, marked passages, words that open a clause, cues.
    pub(super) fn path(&self, units: Range<usize>) -> u64 {
        let count = |sums: &[u16], most: u16| u64::from((sums[units.end] - sums[units.start]).min(most));
        count(&self.commas, 3) | count(&self.blocks, 1) << 2 | count(&self.thats, 1) << 3 | count(&self.verbs, 1) << 4
    }

    /// The features by which a unit is taken for a cue, in one fixed order, which learning depends on.
    #[cfg(any(test, feature = "training"))]
    pub fn cue(&self, at: usize, give: impl FnMut(u32)) {
        let mut all = Vec::with_capacity(96);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            cue_alone(self.unit(at, offset), slot, &mut |number, feature| all.push((number, feature)));
        }
        self.cue_around(at, |number, feature| all.push((number, feature)));
        emit_in_order(all, give);
    }

    /// Adds the same to the sums for cues.
    pub fn add_cue(
        &self,
        at: usize,
        model: &Weights<CUE_LABELS>,
        known: &mut Known,
        sums: &mut WeightSums<CUE_LABELS>,
    ) {
        add_alone(|offset| self.unit(at, offset), model, &mut known.cues, sums, cue_alone);
        self.cue_around(at, |_, feature| sums.add(feature));
    }

    /// What several words or the sentence tell of a cue.
    fn cue_around(&self, at: usize, give: impl FnMut(u64, u32)) {
        let mut features = FeatureHasher::numbered(0, give);
        let [b3, b2, b, t, n, n2, n3] = [-3, -2, -1, 0, 1, 2, 3].map(|offset| self.unit(at, offset));
        features.add(0);
        for unit in [b2, b, t, n, n2] {
            features.skip(3);
            features.add(pair(unit.word.lists, unit.name));
        }
        features.skip(17);
        let mut add = |value: u64| features.add(value);
        add(pair(b.word.lower, t.word.lower));
        add(pair(t.word.lower, n.word.lower));
        add(pair(b.word.clusters[0], t.word.clusters[0]));
        add(pair(t.word.clusters[0], n.word.clusters[0]));
        add(pair(pair(b.word.lower, t.word.lower), n.word.lower));
        add(pair(pair(b.word.clusters[1], t.word.clusters[0]), n.word.clusters[1]));
        add(pair(b2.word.lower, b.word.lower));
        add(pair(n.word.lower, n2.word.lower));
        add(pair(t.verb, n.word.lower));
        add(pair(t.verb, b.word.lower));
        add(pair(t.verb, pair(b.name, n.name)));
        add(pair(t.word.lower, b.name));
        add(pair(t.word.lower, n.name));
        add(pair(t.word.clusters[0], pair(b.name, b.word.lists)));
        add(pair(t.word.clusters[0], pair(n.name, n.word.lists)));
        features.skip(1);
        let mut add = |value: u64| features.add(value);
        add(pair(t.word.suffixes[0], b.word.lower));
        add(pair(pair(b3.name, b2.name), pair(b.name, t.verb)));
        add(pair(t.verb, n3.word.lower));
        // QuotedSpan passages around, and signs at the edges.
        let left = self.blocks(0..at);
        let right = self.blocks(at + 1..self.units.len());
        let near = |range: Range<usize>| self.blocks(range) > 0;
        let close_left = near(at.saturating_sub(6)..at);
        let close_right = near(at + 1..self.units.len().min(at + 7));
        let around =
            u64::from(left > 0) | u64::from(right > 0) << 1 | u64::from(close_left) << 2 | u64::from(close_right) << 3;
        add(around);
        add(pair(around, t.verb));
        add(pair(around, t.word.lower));
        add(pair(around, t.word.clusters[0]));
        add(pair(bucket(at), t.verb));
        add(pair(bucket(self.units.len() - at), t.verb));
        add(t.rule);
        add(pair(t.rule, t.word.lower));
        add(pair(t.rule, t.word.clusters[1]));
        add(pair(b.rule, pair(t.rule, n.rule)));
        add(pair(b.rule, t.word.lower));
        add(pair(n.rule, t.word.lower));
        // The nearest possible subject to the left.
        let subject = (at.saturating_sub(8)..at).rev().find_map(|before| {
            let unit = &self.units[before];
            let pronoun = crate::lexicon::is_subject_pronoun(&self.sentence.lower(before));
            (unit.name != 0 || pronoun).then(|| pair(unit.name / 2 + 100 * u64::from(pronoun), bucket(at - before)))
        });
        add(pair(subject.unwrap_or(0), t.verb));
        add(pair(subject.unwrap_or(0), t.word.clusters[1]));
    }

    /// The features of a unit that depend on nothing of the cue but its side, in one fixed order.
    #[cfg(any(test, feature = "training"))]
    pub fn part(&self, at: usize, behind: bool, give: impl FnMut(u32)) {
        let mut all = Vec::with_capacity(48);
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            part_alone(self.unit(at, offset), behind, slot, &mut |number, feature| all.push((number, feature)));
        }
        self.part_around(at, behind, |number, feature| all.push((number, feature)));
        emit_in_order(all, give);
    }

    /// Adds the same to the sums for sources and contents.
    pub fn add_part(
        &self,
        (at, behind): (usize, bool),
        model: &Weights<PART_LABELS>,
        known: &mut Known,
        sums: &mut WeightSums<PART_LABELS>,
    ) {
        let memo = &mut known.parts[usize::from(behind)];
        add_alone(
            |offset| self.unit(at, offset),
            model,
            memo,
            sums,
            |unit, slot, give| {
                part_alone(unit, behind, slot, give);
            },
        );
        self.part_around(at, behind, |_, feature| sums.add(feature));
    }

    /// What several words or the sentence tell of a source or a content.
    fn part_around(&self, at: usize, behind: bool, give: impl FnMut(u64, u32)) {
        let mut features = FeatureHasher::numbered(part_base(behind), give);
        let [b, t, n] = [-1, 0, 1].map(|offset| self.unit(at, offset));
        features.add(0);
        for unit in [b, t, n] {
            features.skip(3);
            features.add(pair(unit.word.lists, unit.name));
            features.skip(2);
            features.add(unit.rule);
        }
        features.skip(5);
        let mut add = |value: u64| features.add(value);
        add(pair(b.word.lower, t.word.lower));
        add(pair(t.word.lower, n.word.lower));
        add(pair(b.word.clusters[1], t.word.clusters[1]));
        add(pair(t.word.clusters[1], n.word.clusters[1]));
        add(pair(pair(b.rule, t.rule), n.rule));
        add(pair(b.word.lower, t.name));
        add(pair(u64::from(at == 0), t.word.lower));
        add(pair(u64::from(at + 1 == self.units.len()), t.word.lower));
        add(pair(self.ahead(at), t.word.lower));
    }

    /// What signs follow soon: whether the clause is closed by a comma, the end or a mark.
    fn ahead(&self, at: usize) -> u64 {
        let end = self.units.len().min(at + 6);
        (at + 1..end)
            .find_map(|next| match self.sentence.word(next) {
                "," => Some(1),
                "." => Some(2),
                ":" => Some(3),
                "that" => Some(4),
                "" => Some(5),
                _ => None,
            })
            .unwrap_or(0)
    }
}
