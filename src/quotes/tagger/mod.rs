//! The learned part of the quotes: cues are found first, then, for each cue, its
//! source and its content, decided together. Both are linear-chain
//! conditional random fields over the units of a sentence.

pub mod features;
pub mod labels;
pub mod relation;

use std::ops::Range;
use std::sync::LazyLock;

use super::confidence::Confidence;
use crate::crf::inference::{Transitions, marginals, viterbi};
use crate::crf::weights::{Row, Weights};
use crate::model_file::{ModelFileError, ModelFileReader};
use features::{Known, SentenceFeatures};
use labels::{CONTENT, CUE, CUE_LABELS, PART_LABELS, SOURCE};
use relation::CueContext;

/// How many units to each side of a cue are looked at.
pub const REACH: usize = 120;
/// How many units are read together at most.
const PART: usize = 2000;

/// The weights of both fields.
pub struct Fields {
    /// For cues.
    pub cues: Weights<CUE_LABELS>,
    /// For sources and contents.
    pub parts: Weights<PART_LABELS>,
    /// How far the quotes can be believed.
    pub confidence: Confidence,
}

impl Fields {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says why the bytes cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelFileError> {
        let mut reader = ModelFileReader::open(bytes)?;
        let fields = Self {
            cues: Weights::read(&mut reader)?,
            parts: Weights::read(&mut reader)?,
            confidence: Confidence::read(&mut reader)?,
        };
        reader.finish()?;
        Ok(fields)
    }
}

/// The learned weights: made by `cargo xtask train quotes`, read once.
pub static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    Fields::read(include_bytes!("../weights.bin"))
        .expect("the weights in the repository are sound, as every test shows")
});

/// A quote as the fields see it, in units of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// The reporting words.
    pub cue: Range<usize>,
    /// The phrase that names the speaker.
    pub source: Option<Range<usize>>,
    /// What was said, piece by piece; empty where it stands in another sentence.
    pub content: Vec<Range<usize>>,
    /// How likely the cue, the source and the content's labels are together.
    pub probability: f32,
}

/// Finds the cues of a sentence, each with its probability.
#[inline(never)] // Browsers optimise function by function, small ones soon.
pub fn cues(sheet: &SentenceFeatures, weights: &Weights<CUE_LABELS>, known: &mut Known) -> Vec<(Range<usize>, f32)> {
    let steps = Transitions::new(weights.transitions());
    let mut found: Vec<(Range<usize>, f32)> = Vec::new();
    for start in (0..sheet.sentence.len()).step_by(PART) {
        let part = start..sheet.sentence.len().min(start + PART);
        let scores: Vec<Row<CUE_LABELS>> =
            part.clone().map(|at| weights.score(|sums| sheet.add_cue(at, weights, known, sums))).collect();
        let labels = viterbi(&scores, &steps);
        if labels.iter().all(|label| *label == 0) {
            continue;
        }
        let rows = marginals(&scores, &steps);
        for (at, &label) in labels.iter().enumerate() {
            match label {
                1 => found.push((start + at..start + at + 1, rows[at][1])),
                2 => {
                    if let Some((units, probability)) = found.last_mut().filter(|(units, _)| units.end == start + at) {
                        units.end += 1;
                        *probability = probability.min(rows[at][2]);
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// Finds the quotes of a sentence; `known` is of the same document.
#[inline(never)] // Browsers optimise function by function, small ones soon.
pub fn tag(sheet: &SentenceFeatures, fields: &Fields, known: &mut Known) -> Vec<Tagged> {
    let cues = cues(sheet, &fields.cues, known);
    if cues.is_empty() {
        return Vec::new();
    }
    let steps = Transitions::new(fields.parts.transitions());
    let length = sheet.sentence.len();
    // What does not depend on the cue is added up once for each side.
    let mut shared: [Vec<Option<[i16; PART_LABELS]>>; 2] = [vec![None; length], vec![None; length]];
    cues.into_iter()
        .map(|(cue, probability)| {
            let window = cue.start.saturating_sub(REACH)..length.min(cue.end + REACH);
            let mut relation = CueContext::new(sheet, cue.clone());
            let scores: Vec<Row<PART_LABELS>> = window
                .clone()
                .map(|at| {
                    if cue.contains(&at) {
                        let mut row = [-1e4; PART_LABELS];
                        row[CUE] = 0.0;
                        return row;
                    }
                    let behind = at >= cue.end;
                    let shared = shared[usize::from(behind)][at].get_or_insert_with(|| {
                        fields.parts.sum(|sums| sheet.add_part((at, behind), &fields.parts, known, sums))
                    });
                    let mut row = fields.parts.score(|sums| {
                        sums.add_sums(shared);
                        relation.add(at, &fields.parts, sums);
                    });
                    row[CUE] = -1e4;
                    row
                })
                .collect();
            let labels = viterbi(&scores, &steps);
            collect(cue, probability, window.start, &labels, &marginals(&scores, &steps))
        })
        .collect()
}

fn collect(cue: Range<usize>, probability: f32, start: usize, labels: &[usize], rows: &[Row<PART_LABELS>]) -> Tagged {
    let runs = |label: usize| {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, _) in labels.iter().enumerate().filter(|(_, own)| **own == label) {
            let at = start + at;
            match runs.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end += 1,
                None => runs.push(at..at + 1),
            }
        }
        runs
    };
    let sure = |run: &Range<usize>, label: usize| {
        run.clone().map(|at| rows[at - start][label]).sum::<f32>() / run.len() as f32
    };
    let content = runs(CONTENT);
    let source = runs(SOURCE).into_iter().max_by(|first, second| {
        (sure(first, SOURCE) * first.len() as f32).total_cmp(&(sure(second, SOURCE) * second.len() as f32))
    });
    let parts = content.iter().map(|run| sure(run, CONTENT)).chain(source.iter().map(|run| sure(run, SOURCE)));
    let probability = parts.fold(probability, |product, part| product * part);
    Tagged { cue, source, content, probability }
}
