//! How a unit lies to the chosen cue.

use std::ops::Range;

use super::super::content_spans::QuoteCandidate;
use super::features::{SentenceFeatures, UnitWord, bucket};
use super::labels::PART_LABELS;
#[cfg(any(test, feature = "training"))]
use crate::crf::features::emit_in_order;
use crate::crf::features::{FeatureHasher, pair};
use crate::crf::weights::{WeightSums, Weights};

/// The first number of these features.
const BASE: u64 = 300;

/// A cue, and what is the same for all units around it.
pub struct CueContext<'s> {
    sheet: &'s SentenceFeatures<'s>,
    cue: Range<usize>,
    /// The cue's first unit and its last, and the units before and behind it.
    ends: [&'s UnitWord; 2],
    sides: [&'s UnitWord; 2],
    /// Where marked passages are, seen from the cue.
    marked: u64,
    /// What the rules found by this cue.
    rule: Option<&'s QuoteCandidate>,
    /// The last position, and what it says.
    last: Option<(Position, [i16; PART_LABELS])>,
}

/// What several units in a row have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Position {
    /// How far from the cue, and on which side.
    distance: u64,
    /// What lies between.
    path: u64,
    /// What the rules took the unit for.
    found: u64,
    side: u64,
}

impl<'s> CueContext<'s> {
    /// Works out what all units share.
    pub fn new(sheet: &'s SentenceFeatures<'s>, cue: Range<usize>) -> Self {
        let ends = [sheet.unit(cue.start, 0), sheet.unit(cue.end - 1, 0)];
        let sides = [sheet.unit(cue.start, -1), sheet.unit(cue.end, 0)];
        let length = sheet.sentence.len();
        let marked = u64::from(sheet.blocks(0..cue.start) > 0)
            | u64::from(sheet.blocks(cue.end..length) > 0) << 1
            | u64::from(sides[0].block || sheet.unit(cue.start, -2).block) << 2
            | u64::from(sides[1].block) << 3;
        let rule = sheet.rules.iter().find(|one| one.cue.start < cue.end && cue.start < one.cue.end);
        Self { sheet, cue, ends, sides, marked, rule, last: None }
    }

    /// The features of a unit, in one fixed order.
    #[cfg(any(test, feature = "training"))]
    pub fn each(&self, at: usize, give: impl FnMut(u32)) {
        let mut all = Vec::with_capacity(48);
        if self.cue.contains(&at) {
            FeatureHasher::numbered(BASE, |number, feature| all.push((number, feature))).add(1);
        } else {
            let position = self.position(at);
            self.shared(&position, |number, feature| all.push((number, feature)));
            self.own(at, &position, |number, feature| all.push((number, feature)));
        }
        emit_in_order(all, give);
    }

    /// Adds the weights of the same for a unit outside the cue.
    pub fn add(&mut self, at: usize, model: &Weights<PART_LABELS>, sums: &mut WeightSums<PART_LABELS>) {
        let position = self.position(at);
        let shared = match self.last {
            Some((last, shared)) if last == position => shared,
            _ => model.sum(|sums| self.shared(&position, |_, feature| sums.add(feature))),
        };
        self.last = Some((position, shared));
        sums.add_sums(&shared);
        self.own(at, &position, |_, feature| sums.add(feature));
    }

    fn position(&self, at: usize) -> Position {
        let behind = at >= self.cue.end;
        let between = if behind { self.cue.end..at } else { at + 1..self.cue.start };
        let side = u64::from(behind);
        let distance = pair(bucket(between.len()), side);
        Position { distance, path: self.sheet.path(between) | side << 5, found: self.found(at), side }
    }

    /// What the rules took a unit for.
    fn found(&self, at: usize) -> u64 {
        self.rule.map_or(8, |one| {
            let within = |units: &Range<usize>| u64::from(units.contains(&at));
            one.source.as_ref().map_or(0, within) | one.content.iter().map(within).max().unwrap_or(0) << 1
        })
    }

    /// What the position says, whatever the unit.
    fn shared(&self, position: &Position, give: impl FnMut(u64, u32)) {
        let &Position { distance, path, found, side } = position;
        let [first, head] = self.ends;
        let [before, after] = self.sides;
        let place = pair(self.marked, side);
        let mut features = FeatureHasher::numbered(BASE, give);
        let mut add = |value: u64| features.add(value);
        add(2);
        add(distance);
        add(path);
        add(pair(distance, path));
        add(place);
        add(pair(place, distance));
        add(pair(place, path));
        features.skip(8);
        let mut add = |value: u64| features.add(value);
        add(pair(path, head.word.lower));
        add(pair(distance, head.word.lower));
        add(pair(distance, head.word.clusters[0]));
        add(pair(distance, pair(after.word.lower, head.verb)));
        add(pair(path, pair(after.word.lower, place)));
        add(pair(path, pair(before.word.lower, place)));
        add(pair(distance, pair(before.name, before.word.lists)));
        add(pair(distance, pair(after.name, after.word.lists)));
        features.skip(4);
        let mut add = |value: u64| features.add(value);
        add(pair(pair(first.word.suffixes[1], head.word.suffixes[1]), distance));
        add(pair(found, side));
        add(pair(found, path));
        add(pair(found, distance));
        features.skip(2);
        let mut add = |value: u64| features.add(value);
        add(pair(found, pair(head.word.lower, side)));
        add(pair(found, place));
    }

    /// What the unit and its neighbours say in this position.
    fn own(&self, at: usize, position: &Position, give: impl FnMut(u64, u32)) {
        let &Position { distance, path, found, side } = position;
        let [b, t, n] = [-1, 0, 1].map(|offset| self.sheet.unit(at, offset));
        let head = self.ends[1];
        let place = pair(self.marked, side);
        let found_before = if at > 0 { self.found(at - 1) } else { 8 };
        let mut features = FeatureHasher::numbered(BASE + 7, give);
        let mut add = |value: u64| features.add(value);
        add(pair(place, pair(t.word.shape, path)));
        add(pair(distance, t.word.lower));
        add(pair(distance, t.word.clusters[1]));
        add(pair(distance, pair(t.name, t.word.lists)));
        add(pair(path, t.word.lower));
        add(pair(path, pair(t.name, t.word.lists)));
        add(pair(path, b.word.lower));
        add(pair(path, n.word.lower));
        features.skip(8);
        let mut add = |value: u64| features.add(value);
        add(pair(pair(head.word.lower, side), t.word.lower));
        add(pair(pair(head.word.lower, side), b.word.lower));
        add(pair(pair(head.verb, side), t.word.lower));
        add(pair(pair(head.verb, path), t.verb));
        features.skip(4);
        let mut add = |value: u64| features.add(value);
        add(pair(found, pair(found_before, t.word.lower)));
        add(pair(found, pair(t.rule, b.rule)));
    }
}
