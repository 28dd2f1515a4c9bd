//! The conditional random field's weights, learned by FTRL-Proximal
//! (McMahan et al., KDD 2013), which keeps most of them at nothing.

use anyhow::Result;
use whosaid::document::Document;
use whosaid::entities::tagger::features::Context;
use whosaid::entities::tagger::model::{Model, log_odds};
use whosaid::entities::tagger::{LABELS, may_follow, tag};

use crate::corpora::Annotated;

/// What the learning can be told.
pub struct Settings {
    /// How many times to go through the documents.
    pub rounds: usize,
    /// The L1 penalty.
    pub thrift: f32,
    /// Buckets of features, as a power of two.
    pub bits: u32,
}

/// A sentence with its features and what each token may be.
struct Example {
    features: Vec<u32>,
    /// Where each token's features begin.
    starts: Vec<usize>,
    allowed: Vec<u32>,
}

const RATE: f32 = 0.15;
const CALM: f32 = 1.0;
const DECAY: f32 = 0.05;

/// A group of weights learned together.
struct Weights {
    value: Vec<f32>,
    pull: Vec<f32>,
    size: Vec<f32>,
    thrift: f32,
}

impl Weights {
    fn new(count: usize, thrift: f32) -> Self {
        Self { value: vec![0.0; count], pull: vec![0.0; count], size: vec![0.0; count], thrift }
    }

    fn learn(&mut self, at: usize, slope: f32) {
        let square = slope * slope;
        let sigma = ((self.size[at] + square).sqrt() - self.size[at].sqrt()) / RATE;
        self.pull[at] += slope - sigma * self.value[at];
        self.size[at] += square;
        let pull = self.pull[at];
        self.value[at] = if pull.abs() <= self.thrift {
            0.0
        } else {
            -(pull - pull.signum() * self.thrift) / ((CALM + self.size[at].sqrt()) / RATE + DECAY)
        };
    }
}

type Row = [f32; LABELS];

/// Learns from the documents and returns the file of weights.
///
/// Four fifths of the fully annotated documents are learned first, and the
/// last fifth tells how far the probabilities can be believed.
pub fn learn(documents: &[Annotated], untrained: &Model, settings: &Settings) -> Result<Vec<u8>> {
    let held = |number: usize| number % 5 == 4 && documents[number].whole;
    let (held, kept): (Vec<usize>, Vec<usize>) = (0..documents.len()).partition(|&number| held(number));
    let pick = |numbers: &[usize]| numbers.iter().map(|&number| documents[number].clone()).collect::<Vec<_>>();
    let trial = Model::read(&fit(&pick(&kept), untrained, settings, [1.0, 0.0]))?;
    let calibration = calibration(&pick(&held), &trial);
    eprintln!("calibration: {calibration:?}");
    Ok(fit(documents, untrained, settings, calibration))
}

/// The stretch and the shift of log-odds that make held-out mentions likeliest, by gradient descent.
fn calibration(documents: &[Annotated], model: &Model) -> [f32; 2] {
    let mut seen: Vec<(f32, f32)> = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        for tagged in tag(&document, model) {
            let first = 1u32 << (1 + 2 * tagged.class as usize);
            let allowed = &annotated.allowed;
            let begins = allowed[tagged.tokens.start] == first;
            let goes_on =
                allowed[tagged.tokens.start + 1..tagged.tokens.end].iter().all(|&labels| labels == first << 1);
            let ends = allowed.get(tagged.tokens.end) != Some(&(first << 1));
            seen.push((log_odds(tagged.probability), f32::from(u8::from(begins && goes_on && ends))));
        }
    }
    let [mut stretch, mut shift] = [1.0f32, 0.0f32];
    for _ in 0..3000 {
        let (mut by_stretch, mut by_shift) = (0.0, 0.0);
        for &(odds, right) in &seen {
            let error = 1.0 / (1.0 + (-(stretch * odds + shift)).exp()) - right;
            by_stretch += error * odds;
            by_shift += error;
        }
        stretch -= 0.05 * by_stretch / seen.len().max(1) as f32;
        shift -= 0.2 * by_shift / seen.len().max(1) as f32;
    }
    [stretch, shift]
}

fn fit(documents: &[Annotated], untrained: &Model, settings: &Settings, calibration: [f32; 2]) -> Vec<u8> {
    let mut examples = examples(documents, untrained, settings.bits);
    eprintln!("{} sentences", examples.len());
    let mut weights = Weights::new(LABELS << settings.bits, settings.thrift);
    let mut transitions = Weights::new(LABELS * LABELS, 0.0);
    let mut seed = 42u64;
    for round in 0..settings.rounds {
        shuffle(&mut examples, &mut seed);
        let mut loss = 0.0f64;
        for example in &examples {
            loss += step(&thinned(example, &mut seed), &mut weights, &mut transitions);
        }
        let kept = weights.value.iter().filter(|value| **value != 0.0).count();
        eprintln!("round {}: loss {loss:.0}, {kept} weights", round + 1);
    }
    pack(&weights, &transitions, untrained, calibration, settings.bits)
}

fn examples(documents: &[Annotated], model: &Model, bits: u32) -> Vec<Example> {
    let mut examples = Vec::new();
    for annotated in documents {
        let document = Document::new(&annotated.text);
        let context = Context::new(&document, model);
        for sentence in &document.sentences {
            let mut example = Example {
                features: Vec::new(),
                starts: vec![0],
                allowed: annotated.allowed[sentence.clone()].to_vec(),
            };
            for at in sentence.clone() {
                context.each(sentence, at, |feature| example.features.push(feature >> (32 - bits)));
                example.starts.push(example.features.len());
            }
            examples.push(example);
        }
    }
    examples
}

/// The share of features that a round does not see.
const DROPOUT: f64 = 0.25;

/// The sentence without some of its features, others each time, so that no
/// feature learns to lean on another (Wang and Manning, ICML 2013).
fn thinned(example: &Example, seed: &mut u64) -> Example {
    let mut thin = Example { features: Vec::new(), starts: vec![0], allowed: example.allowed.clone() };
    for ends in example.starts.windows(2) {
        for &feature in &example.features[ends[0]..ends[1]] {
            if random(seed) >= DROPOUT {
                thin.features.push(feature);
            }
        }
        thin.starts.push(thin.features.len());
    }
    thin
}

/// A number from 0 to below 1.
fn random(seed: &mut u64) -> f64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as f64 / f64::from(1u32 << 31)
}

fn shuffle(examples: &mut [Example], seed: &mut u64) {
    for last in (1..examples.len()).rev() {
        examples.swap(last, (random(seed) * (last + 1) as f64) as usize);
    }
}

/// Label and transition expectations of a sentence, and the logarithm of the sum over all allowed ways.
struct Expectation {
    labels: Vec<Row>,
    transitions: [Row; LABELS],
    log_sum: f64,
}

fn expect(potentials: &[Row], tops: f64, step: &[Row; LABELS], allowed: Option<&[u32]>) -> Expectation {
    let length = potentials.len();
    let may = |at: usize, label: usize| allowed.is_none_or(|allowed| allowed[at] >> label & 1 == 1);
    let mut forward: Vec<Row> = vec![[0.0; LABELS]; length];
    let mut log_sum = tops;
    for at in 0..length {
        for label in (0..LABELS).filter(|&label| may(at, label)) {
            let before = if at == 0 {
                f32::from(u8::from(may_follow(0, label)))
            } else {
                (0..LABELS).map(|before| forward[at - 1][before] * step[before][label]).sum()
            };
            forward[at][label] = before * potentials[at][label];
        }
        let sum: f32 = forward[at].iter().sum::<f32>().max(1e-30);
        log_sum += f64::from(sum).ln();
        forward[at].iter_mut().for_each(|value| *value /= sum);
    }
    let mut labels = forward.clone();
    let mut transitions = [[0.0; LABELS]; LABELS];
    let mut behind = [1.0f32; LABELS];
    for at in (0..length).rev() {
        let mut sum = 0.0;
        for label in 0..LABELS {
            labels[at][label] *= behind[label];
            sum += labels[at][label];
        }
        labels[at].iter_mut().for_each(|value| *value /= sum.max(1e-30));
        if at == 0 {
            break;
        }
        let mut next = [0.0f32; LABELS];
        let mut pairs = [[0.0f32; LABELS]; LABELS];
        let mut total = 0.0;
        for before in 0..LABELS {
            for label in (0..LABELS).filter(|&label| may(at, label)) {
                let weight = step[before][label] * potentials[at][label] * behind[label];
                next[before] += weight;
                pairs[before][label] = forward[at - 1][before] * weight;
                total += pairs[before][label];
            }
        }
        for (row, pair) in transitions.iter_mut().flatten().zip(pairs.iter().flatten()) {
            *row += pair / total.max(1e-30);
        }
        let sum = next.iter().sum::<f32>().max(1e-30);
        behind = next.map(|value| value / sum);
    }
    Expectation { labels, transitions, log_sum }
}

/// Learns from one sentence; returns how unlikely its annotation was, in nats.
fn step(example: &Example, weights: &mut Weights, transitions: &mut Weights) -> f64 {
    let length = example.allowed.len();
    let mut potentials: Vec<Row> = Vec::with_capacity(length);
    let mut tops = 0.0;
    for at in 0..length {
        let mut row = [0.0f32; LABELS];
        for &feature in &example.features[example.starts[at]..example.starts[at + 1]] {
            let start = feature as usize * LABELS;
            row.iter_mut().zip(&weights.value[start..start + LABELS]).for_each(|(score, weight)| *score += weight);
        }
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        tops += f64::from(top);
        potentials.push(row.map(|score| (score - top).exp()));
    }
    let mut table = [[0.0; LABELS]; LABELS];
    for (number, weight) in table.iter_mut().flatten().enumerate() {
        if may_follow(number / LABELS, number % LABELS) {
            *weight = transitions.value[number].exp();
        }
    }
    let model = expect(&potentials, tops, &table, None);
    let gold = expect(&potentials, tops, &table, Some(&example.allowed));
    for at in 0..length {
        for label in 0..LABELS {
            let slope = model.labels[at][label] - gold.labels[at][label];
            if slope.abs() < 1e-4 {
                continue;
            }
            for &feature in &example.features[example.starts[at]..example.starts[at + 1]] {
                weights.learn(feature as usize * LABELS + label, slope);
            }
        }
    }
    for before in 0..LABELS {
        for label in 0..LABELS {
            let slope = model.transitions[before][label] - gold.transitions[before][label];
            if slope.abs() > 1e-4 {
                transitions.learn(before * LABELS + label, slope);
            }
        }
    }
    (model.log_sum - gold.log_sum).max(0.0)
}

fn pack(weights: &Weights, transitions: &Weights, untrained: &Model, calibration: [f32; 2], bits: u32) -> Vec<u8> {
    let top = weights.value.iter().fold(0.0f32, |top, value| top.max(value.abs())).max(1e-6);
    // Finer steps than this cost bytes and bring nothing.
    let unit = (top / 127.0).max(0.1);
    let row = |row: &[f32]| {
        let mut bytes = [0i8; LABELS];
        for (byte, value) in bytes.iter_mut().zip(row) {
            *byte = (value / unit).round().clamp(-127.0, 127.0) as i8;
        }
        bytes
    };
    let rows: Vec<[i8; LABELS]> = weights.value.chunks_exact(LABELS).map(row).collect();
    debug_assert_eq!(rows.len(), 1 << bits);
    let mut table = [[0.0; LABELS]; LABELS];
    for (row, values) in table.iter_mut().zip(transitions.value.chunks_exact(LABELS)) {
        row.copy_from_slice(values);
    }
    Model::write(&untrained.words, &untrained.parents, &table, calibration, unit, &rows)
}
