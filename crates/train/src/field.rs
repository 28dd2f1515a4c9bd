//! Trains conditional random fields.

use whosaid::training::crf::weights::{self, Row, log_odds};

use crate::ftrl::Weights;
use crate::sampling;

/// The hyperparameters.
pub struct Settings {
    /// The number of passes over the documents.
    pub rounds: usize,
    /// The L1 penalty.
    pub l1: f32,
    /// The learning rate; a lower one overfits less.
    pub rate: f32,
    /// The binary logarithm of the number of feature buckets.
    pub bits: u32,
    /// The number of models whose mean is taken.
    pub models: u64,
}

/// A sentence with the features and the allowed labels of each token.
pub struct Example {
    /// The features of all tokens, hashed.
    pub features: Vec<u32>,
    /// Where each token's features begin, and where the last one's end.
    pub starts: Vec<usize>,
    /// For each token, the allowed labels, one bit each.
    pub allowed: Vec<u32>,
}

impl Example {
    /// Creates a sentence without tokens.
    pub fn new() -> Self {
        Self { features: Vec::new(), starts: vec![0], allowed: Vec::new() }
    }

    /// Ends the token whose features have been added.
    pub fn end_token(&mut self, allowed: u32) {
        self.starts.push(self.features.len());
        self.allowed.push(allowed);
    }
}

/// The trained weights of a field with `L` labels.
pub struct Learned<const L: usize> {
    transitions: [Row<L>; L],
    unit: f32,
    rows: Vec<[i8; L]>,
}

impl<const L: usize> Learned<L> {
    /// Appends the weights to the body of a model file.
    pub fn write(&self, body: &mut Vec<u8>, calibration: [f32; 2]) {
        weights::Weights::write(body, &self.transitions, calibration, self.unit, &self.rows);
    }
}

/// Fits Platt scaling by gradient descent: returns the slope and the intercept for log-odds. `seen` contains held-out
/// probabilities, each with whether the answer was right.
pub fn calibration(seen: &[(f32, bool)]) -> [f32; 2] {
    let [mut slope, mut intercept] = [1.0f32, 0.0f32];
    for _ in 0..3000 {
        let (mut by_slope, mut by_intercept) = (0.0, 0.0);
        for &(probability, right) in seen {
            let odds = log_odds(probability);
            let error = 1.0 / (1.0 + (-(slope * odds + intercept)).exp()) - f32::from(u8::from(right));
            by_slope += error * odds;
            by_intercept += error;
        }
        slope -= 0.05 * by_slope / seen.len().max(1) as f32;
        intercept -= 0.2 * by_intercept / seen.len().max(1) as f32;
    }
    [slope, intercept]
}

/// Trains on sentences whose features are hashes of 32 bits; `may_follow` returns whether a label may precede another.
///
/// The weights are the mean of several models, which see the sentences in another order and without other features.
pub fn fit<const L: usize>(
    mut examples: Vec<Example>,
    settings: &Settings,
    may_follow: impl Fn(usize, usize) -> bool,
) -> Learned<L> {
    eprintln!("{} sentences", examples.len());
    for feature in examples.iter_mut().flat_map(|example| &mut example.features) {
        *feature >>= 32 - settings.bits;
    }
    let mut may = [[false; L]; L];
    for (number, may) in may.iter_mut().flatten().enumerate() {
        *may = may_follow(number / L, number % L);
    }
    let mean = sampling::mean_of_models(settings.models, |number| fit_one(&examples, settings, &may, 42 + number));
    let (transitions, weights) = mean.split_at(L * L);
    pack(weights, transitions, &may)
}

/// Trains one model; returns the weights of its transitions, followed by those of its features.
fn fit_one<const L: usize>(examples: &[Example], settings: &Settings, may: &[[bool; L]; L], mut seed: u64) -> Vec<f32> {
    let mut weights = Weights::new(L << settings.bits, settings.l1, settings.rate);
    let mut transitions = Weights::new(L * L, 0.0, settings.rate);
    let mut examples: Vec<&Example> = examples.iter().collect();
    for round in 0..settings.rounds {
        sampling::shuffle(&mut examples, &mut seed);
        let mut loss = 0.0f64;
        for example in &examples {
            loss += step(&dropout(example, &mut seed), &mut weights, &mut transitions, may);
        }
        let kept = weights.value.iter().filter(|value| **value != 0.0).count();
        eprintln!("round {}: loss {loss:.0}, {kept} weights", round + 1);
    }
    transitions.value.extend(weights.value);
    transitions.value
}

/// The share of features left out in a pass.
const DROPOUT: f64 = 0.25;

/// Returns a sentence without a random part of its features, so that no feature depends on another (dropout; Wang and
/// Manning, ICML 2013).
fn dropout(example: &Example, seed: &mut u64) -> Example {
    let mut thin = Example::new();
    for (ends, &allowed) in example.starts.windows(2).zip(&example.allowed) {
        for &feature in &example.features[ends[0]..ends[1]] {
            if sampling::random(seed) >= DROPOUT {
                thin.features.push(feature);
            }
        }
        thin.end_token(allowed);
    }
    thin
}

/// The expected labels and transitions of a sentence, and the logarithm of the sum over all allowed label sequences.
struct Expectation<const L: usize> {
    labels: Vec<Row<L>>,
    transitions: [Row<L>; L],
    log_sum: f64,
}

fn expect<const L: usize>(
    potentials: &[Row<L>],
    tops: f64,
    step: &[Row<L>; L],
    allowed: Option<&[u32]>,
) -> Expectation<L> {
    let length = potentials.len();
    let may = |at: usize, label: usize| allowed.is_none_or(|allowed| allowed[at] >> label & 1 == 1);
    let mut forward: Vec<Row<L>> = vec![[0.0; L]; length];
    let mut log_sum = tops;
    for at in 0..length {
        for label in (0..L).filter(|&label| may(at, label)) {
            let before = if at == 0 {
                f32::from(u8::from(step[0][label] > 0.0))
            } else {
                (0..L).map(|before| forward[at - 1][before] * step[before][label]).sum()
            };
            forward[at][label] = before * potentials[at][label];
        }
        let sum: f32 = forward[at].iter().sum::<f32>().max(1e-30);
        log_sum += f64::from(sum).ln();
        forward[at].iter_mut().for_each(|value| *value /= sum);
    }
    let mut labels = forward.clone();
    let mut transitions = [[0.0; L]; L];
    let mut behind = [1.0f32; L];
    for at in (0..length).rev() {
        let mut sum = 0.0;
        for label in 0..L {
            labels[at][label] *= behind[label];
            sum += labels[at][label];
        }
        labels[at].iter_mut().for_each(|value| *value /= sum.max(1e-30));
        if at == 0 {
            break;
        }
        let mut next = [0.0f32; L];
        let mut pairs = [[0.0f32; L]; L];
        let mut total = 0.0;
        for before in 0..L {
            for label in (0..L).filter(|&label| may(at, label)) {
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

/// Trains on one sentence and returns the loss: the negative log-likelihood of its annotation.
fn step<const L: usize>(
    example: &Example,
    weights: &mut Weights,
    transitions: &mut Weights,
    may: &[[bool; L]; L],
) -> f64 {
    let length = example.allowed.len();
    let mut potentials: Vec<Row<L>> = Vec::with_capacity(length);
    let mut tops = 0.0;
    for at in 0..length {
        let mut row = [0.0f32; L];
        for &feature in &example.features[example.starts[at]..example.starts[at + 1]] {
            let start = feature as usize * L;
            row.iter_mut().zip(&weights.value[start..start + L]).for_each(|(score, weight)| *score += weight);
        }
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        tops += f64::from(top);
        potentials.push(row.map(|score| (score - top).exp()));
    }
    let mut table = [[0.0; L]; L];
    for (number, weight) in table.iter_mut().flatten().enumerate() {
        if may[number / L][number % L] {
            *weight = transitions.value[number].exp();
        }
    }
    let model = expect(&potentials, tops, &table, None);
    let gold = expect(&potentials, tops, &table, Some(&example.allowed));
    for at in 0..length {
        for label in 0..L {
            let slope = model.labels[at][label] - gold.labels[at][label];
            if slope.abs() < 1e-4 {
                continue;
            }
            for &feature in &example.features[example.starts[at]..example.starts[at + 1]] {
                weights.update(feature as usize * L + label, slope);
            }
        }
    }
    for before in 0..L {
        for label in 0..L {
            let slope = model.transitions[before][label] - gold.transitions[before][label];
            if slope.abs() > 1e-4 {
                transitions.update(before * L + label, slope);
            }
        }
    }
    (model.log_sum - gold.log_sum).max(0.0)
}

/// Quantizes weights to bytes: returns the unit, which is `finest` or, if a byte would overflow, coarser, and a row for
/// each bucket.
pub fn bytes<const L: usize>(weights: &[f32], finest: f32) -> (f32, Vec<[i8; L]>) {
    let top = weights.iter().fold(0.0f32, |top, value| top.max(value.abs()));
    let unit = (top / 127.0).max(finest);
    let row = |row: &[f32]| {
        let mut bytes = [0i8; L];
        for (byte, value) in bytes.iter_mut().zip(row) {
            *byte = (value / unit).round().clamp(-127.0, 127.0) as i8;
        }
        bytes
    };
    (unit, weights.chunks_exact(L).map(row).collect())
}

fn pack<const L: usize>(weights: &[f32], transitions: &[f32], may: &[[bool; L]; L]) -> Learned<L> {
    // Finer units cost bytes and do not improve results.
    let (unit, rows) = bytes(weights, 0.1);
    let mut table = [[f32::NEG_INFINITY; L]; L];
    for (number, weight) in table.iter_mut().flatten().enumerate() {
        if may[number / L][number % L] {
            *weight = transitions[number];
        }
    }
    Learned { transitions: table, unit, rows }
}
