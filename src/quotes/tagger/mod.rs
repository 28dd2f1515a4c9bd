//! The learned tagger of quotes: finds the cues of a sentence, then the source and the content of each cue together.
//!
//! Both steps are linear-chain conditional random fields over the units of a sentence. Source and content are the
//! cue's arguments, as in semantic role labelling.

pub mod labels;

pub mod model;

mod unit_features;

pub mod sentence_features;

mod argument_features;
mod cue_features;
pub mod cue_relation;

use std::ops::Range;

use crate::crf::inference::{Transitions, marginals, viterbi};
use crate::crf::weights::Row;
use cue_relation::CueRelation;
use labels::{ARGUMENT_LABELS, CONTENT, CUE, CUE_BEGIN, CUE_INSIDE, CUE_LABELS, OUTSIDE, SOURCE};
use model::QuoteModel;
use sentence_features::{SentenceFeatures, WordSumCaches};

/// How many units on each side of a cue may be its arguments.
pub const MAX_ARGUMENT_DISTANCE: usize = 120;
/// The same in very long sentences, so that text without full stops is analyzed in reasonable time.
const MAX_DISTANCE_IN_LONG_SENTENCE: usize = 60;
/// A sentence with more units than this is very long; its full stops may have been lost.
const LONG_SENTENCE: usize = 500;
/// How many units the cue field reads together at most.
const MAX_CHUNK: usize = 2000;

/// A score that no other label beats, for units that are known not to have a label.
const IMPOSSIBLE: f32 = -1e4;

/// A quote as the tagger finds it, in units of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedQuote {
    /// The reporting words.
    pub cue: Range<usize>,
    /// The phrase that names the speaker.
    pub source: Option<Range<usize>>,
    /// What was said, in pieces; empty where it stands in another sentence.
    pub content: Vec<Range<usize>>,
    /// The probability that cue, source and content are right together.
    pub probability: f32,
}

/// Finds the quotes of a sentence.
#[inline(never)] // Browsers optimize function by function, small ones sooner.
pub fn tag_quotes(features: &SentenceFeatures, model: &QuoteModel, caches: &mut WordSumCaches) -> Vec<TaggedQuote> {
    let cues = tag_cues(features, model, caches);
    if cues.is_empty() {
        return Vec::new();
    }
    let transitions = Transitions::new(model.arguments.transitions());
    let length = features.sentence.len();
    let distance = if length > LONG_SENTENCE { MAX_DISTANCE_IN_LONG_SENTENCE } else { MAX_ARGUMENT_DISTANCE };
    // For each side of the cue, the weight sums that do not depend on where the cue is.
    let mut shared_sums: [Vec<Option<[i16; ARGUMENT_LABELS]>>; 2] = [vec![None; length], vec![None; length]];
    cues.into_iter()
        .map(|(cue, probability)| {
            let start = cue.start.saturating_sub(distance);
            let end = length.min(cue.end + distance);
            let mut relation = CueRelation::new(features, cue.clone());
            let mut scores_of = |unit: usize| {
                if cue.contains(&unit) {
                    let mut row = [IMPOSSIBLE; ARGUMENT_LABELS];
                    row[CUE] = 0.0;
                    return row;
                }
                let is_behind = unit >= cue.end;
                let shared = shared_sums[usize::from(is_behind)][unit].get_or_insert_with(|| {
                    let arguments = &model.arguments;
                    arguments.sum(|sums| features.add_argument_weights(unit, is_behind, arguments, caches, sums))
                });
                let mut row = model.arguments.score(|sums| {
                    sums.add_sums(shared);
                    relation.add_relation_weights(unit, &model.arguments, sums);
                });
                row[CUE] = IMPOSSIBLE;
                row
            };
            let scores: Vec<Row<ARGUMENT_LABELS>> = (start..end).map(&mut scores_of).collect();
            let labels = viterbi(&scores, &transitions);
            let probabilities = marginals(&scores, &transitions);
            decode_arguments(cue, probability, start, &labels, &probabilities)
        })
        .collect()
}

/// Finds the cues of a sentence, each with its probability.
#[inline(never)] // Browsers optimize function by function, small ones sooner.
fn tag_cues(features: &SentenceFeatures, model: &QuoteModel, caches: &mut WordSumCaches) -> Vec<(Range<usize>, f32)> {
    let transitions = Transitions::new(model.cues.transitions());
    let mut cues: Vec<(Range<usize>, f32)> = Vec::new();
    let length = features.sentence.len();
    for start in (0..length).step_by(MAX_CHUNK) {
        let scores: Vec<Row<CUE_LABELS>> = (start..length.min(start + MAX_CHUNK))
            .map(|unit| model.cues.score(|sums| features.add_cue_weights(unit, &model.cues, caches, sums)))
            .collect();
        let labels = viterbi(&scores, &transitions);
        if labels.iter().all(|&label| label == OUTSIDE) {
            continue;
        }
        let probabilities = marginals(&scores, &transitions);
        for ((unit, &label), row) in (start..).zip(&labels).zip(&probabilities) {
            if label == CUE_BEGIN {
                cues.push((unit..unit + 1, row[CUE_BEGIN]));
            } else if label == CUE_INSIDE
                && let Some((units, probability)) = cues.last_mut().filter(|(units, _)| units.end == unit)
            {
                units.end += 1;
                *probability = probability.min(row[CUE_INSIDE]);
            }
        }
    }
    cues
}

/// Turns the labels of the units from `start` on into a quote; of several sources, the surest and longest is kept.
fn decode_arguments(
    cue: Range<usize>,
    cue_probability: f32,
    start: usize,
    labels: &[usize],
    probabilities: &[Row<ARGUMENT_LABELS>],
) -> TaggedQuote {
    let mean_probability = |run: &Range<usize>, label: usize| {
        run.clone().map(|unit| probabilities[unit - start][label]).sum::<f32>() / run.len() as f32
    };
    let content = label_runs(labels, CONTENT, start);
    let source = label_runs(labels, SOURCE, start).into_iter().max_by(|first, second| {
        let weight = |run: &Range<usize>| mean_probability(run, SOURCE) * run.len() as f32;
        weight(first).total_cmp(&weight(second))
    });
    let of_content = content.iter().map(|run| mean_probability(run, CONTENT));
    let of_source = source.iter().map(|run| mean_probability(run, SOURCE));
    let probability = of_content.chain(of_source).fold(cue_probability, |product, probability| product * probability);
    TaggedQuote { cue, source, content, probability }
}

/// The runs of units with a label; the first label is that of the unit `start`.
fn label_runs(labels: &[usize], label: usize, start: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (unit, _) in (start..).zip(labels).filter(|(_, own)| **own == label) {
        match runs.last_mut().filter(|run| run.end == unit) {
            Some(run) => run.end += 1,
            None => runs.push(unit..unit + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_a_row_with_a_label_are_one_run() {
        assert_eq!(label_runs(&[0, 2, 2, 0, 2], CONTENT, 10), [11..13, 14..15]);
    }
}
