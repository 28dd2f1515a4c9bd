//! The features of how a unit relates to a cue, by which its source and content are recognized.

use std::ops::Range;

use super::super::quote_candidate::QuoteCandidate;
use super::labels::ARGUMENT_LABELS;
use super::sentence_features::SentenceFeatures;
use super::unit_features::{UnitFeatures, distance_bucket};
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, pair};
use crate::crf::weights::{WeightSums, Weights};

/// The number before the first of these features.
const FIRST_NUMBER: u64 = 300;

/// What the rules found a unit to be where they found no quote by this cue.
const NO_CANDIDATE: u64 = 8;

/// A cue, with all that its relation to any unit depends on.
pub struct CueRelation<'s> {
    features: &'s SentenceFeatures<'s>,
    cue: Range<usize>,
    /// The cue's first and last unit.
    ends: [&'s UnitFeatures<'s>; 2],
    /// The units before and behind the cue.
    neighbors: [&'s UnitFeatures<'s>; 2],
    /// On which sides of the cue there are quoted spans, and whether they are next to it.
    quoted_sides: u64,
    /// The quote that the rules found by this cue.
    candidate: Option<&'s QuoteCandidate>,
    /// The last position and the weight sums of its features.
    last: Option<(Position, [i16; ARGUMENT_LABELS])>,
}

/// A position relative to the cue, which several units in a row may share.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Position {
    /// How far from the cue, and on which side.
    distance: u64,
    /// What stands between, and the side.
    path: u64,
    /// What the rules found the unit to be.
    found: u64,
    /// 1 behind the cue, 0 before it.
    side: u64,
}

impl<'s> CueRelation<'s> {
    /// Prepares a cue of a sentence.
    pub fn new(features: &'s SentenceFeatures<'s>, cue: Range<usize>) -> Self {
        let ends = [features.unit(cue.start, 0), features.unit(cue.end - 1, 0)];
        let neighbors = [features.unit(cue.start, -1), features.unit(cue.end, 0)];
        let length = features.sentence.len();
        let quoted_sides = u64::from(features.has_quoted_span(0..cue.start))
            | u64::from(features.has_quoted_span(cue.end..length)) << 1
            | u64::from(neighbors[0].is_quoted || features.unit(cue.start, -2).is_quoted) << 2
            | u64::from(neighbors[1].is_quoted) << 3;
        let overlaps = |candidate: &&QuoteCandidate| candidate.cue.start < cue.end && cue.start < candidate.cue.end;
        let candidate = features.candidates.iter().find(overlaps);
        Self { features, cue, ends, neighbors, quoted_sides, candidate, last: None }
    }

    /// Emits the features of a unit in one fixed order, on which training depends.
    #[cfg(any(test, feature = "training"))]
    pub fn relation_features(&self, unit: usize, emit: impl FnMut(u32)) {
        let mut features = Vec::with_capacity(48);
        if self.cue.contains(&unit) {
            FeatureHasher::numbered(FIRST_NUMBER, |number, feature| features.push((number, feature))).add(1);
        } else {
            let position = self.position(unit);
            self.position_features(&position, |number, feature| features.push((number, feature)));
            self.unit_features(unit, &position, |number, feature| features.push((number, feature)));
        }
        emit_in_order(features, emit);
    }

    /// Adds the weights of the same features for a unit outside the cue.
    pub fn add_relation_weights(
        &mut self,
        unit: usize,
        model: &Weights<ARGUMENT_LABELS>,
        sums: &mut WeightSums<ARGUMENT_LABELS>,
    ) {
        let position = self.position(unit);
        let shared = match self.last {
            Some((last, shared)) if last == position => shared,
            _ => model.sum(|sums| self.position_features(&position, |_, feature| sums.add(feature))),
        };
        self.last = Some((position, shared));
        sums.add_sums(&shared);
        self.unit_features(unit, &position, |_, feature| sums.add(feature));
    }

    fn position(&self, unit: usize) -> Position {
        let is_behind = unit >= self.cue.end;
        let between = if is_behind { self.cue.end..unit } else { unit + 1..self.cue.start };
        let side = u64::from(is_behind);
        let distance = pair(distance_bucket(between.len()), side);
        Position { distance, path: self.features.path(between) | side << 5, found: self.found(unit), side }
    }

    /// What the rules found a unit to be: 1 for the source, plus 2 for content.
    fn found(&self, unit: usize) -> u64 {
        self.candidate.map_or(NO_CANDIDATE, |candidate| {
            let is_source = candidate.source.as_ref().is_some_and(|source| source.contains(&unit));
            let is_content = candidate.content.iter().any(|content| content.contains(&unit));
            u64::from(is_source) | u64::from(is_content) << 1
        })
    }

    /// Emits the features of a position, whatever the unit.
    fn position_features(&self, position: &Position, emit: impl FnMut(u64, u32)) {
        let &Position { distance, path, found, side } = position;
        let [first, head] = self.ends;
        let [before, after] = self.neighbors;
        let place = pair(self.quoted_sides, side);
        let mut features = FeatureHasher::numbered(FIRST_NUMBER, emit);
        features.add_all(&[2, distance, path, pair(distance, path), place, pair(place, distance), pair(place, path)]);
        features.skip(8);
        features.add_all(&[
            pair(path, head.word.lower),
            pair(distance, head.word.lower),
            pair(distance, head.word.cluster(0)),
            pair(distance, pair(after.word.lower, head.verb)),
            pair(path, pair(after.word.lower, place)),
            pair(path, pair(before.word.lower, place)),
            pair(distance, pair(before.name, before.word.lists())),
            pair(distance, pair(after.name, after.word.lists())),
        ]);
        features.skip(4);
        features.add_all(&[
            pair(pair(first.word.suffix(1), head.word.suffix(1)), distance),
            pair(found, side),
            pair(found, path),
            pair(found, distance),
        ]);
        features.skip(2);
        features.add_all(&[pair(found, pair(head.word.lower, side)), pair(found, place)]);
    }

    /// Emits the features of a unit and its neighbours in a position.
    fn unit_features(&self, unit: usize, position: &Position, emit: impl FnMut(u64, u32)) {
        let &Position { distance, path, found, side } = position;
        let [before, this, next] = [-1, 0, 1].map(|offset| self.features.unit(unit, offset));
        let head = self.ends[1];
        let place = pair(self.quoted_sides, side);
        let found_before = if unit > 0 { self.found(unit - 1) } else { NO_CANDIDATE };
        let mut features = FeatureHasher::numbered(FIRST_NUMBER + 7, emit);
        features.add_all(&[
            pair(place, pair(this.word.shape, path)),
            pair(distance, this.word.lower),
            pair(distance, this.word.cluster(1)),
            pair(distance, pair(this.name, this.word.lists())),
            pair(path, this.word.lower),
            pair(path, pair(this.name, this.word.lists())),
            pair(path, before.word.lower),
            pair(path, next.word.lower),
        ]);
        features.skip(8);
        features.add_all(&[
            pair(pair(head.word.lower, side), this.word.lower),
            pair(pair(head.word.lower, side), before.word.lower),
            pair(pair(head.verb, side), this.word.lower),
            pair(pair(head.verb, path), this.verb),
        ]);
        features.skip(4);
        features
            .add_all(&[pair(found, pair(found_before, this.word.lower)), pair(found, pair(this.rule, before.rule))]);
    }
}
