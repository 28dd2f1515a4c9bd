//! Trains log-linear choices among a few options by FTRL-Proximal.

use whosaid::training::crf::weights;

use crate::field::{self, Settings};
use crate::{ftrl, sampling};

/// The options, each with its hashed features and whether it is right; several may be.
pub type Choice = Vec<(Vec<u32>, bool)>;

/// Trains weights and appends them to the body of a model file.
///
/// They are the mean over several bootstrap samples (bagging; Breiman, Machine Learning 1996), which is more robust for
/// rare features.
pub fn fit(choices: &[Choice], settings: &Settings, body: &mut Vec<u8>, calibration: [f32; 2]) {
    let mean = sampling::mean_of_models(settings.models, |sample| train_sample(choices, settings, sample));
    let (unit, rows) = field::bytes::<1>(&mean, 0.02);
    weights::Weights::write(body, &[[0.0]], calibration, unit, &rows);
}

/// Trains on one bootstrap sample.
fn train_sample(choices: &[Choice], settings: &Settings, sample: u64) -> Vec<f32> {
    let shift = 32 - settings.bits;
    let mut weights = ftrl::Weights::new(1 << settings.bits, settings.l1, settings.rate);
    let mut seed = 42 + sample;
    let mut drawn: Vec<&Choice> =
        choices.iter().map(|_| &choices[(sampling::random(&mut seed) * choices.len() as f64) as usize]).collect();
    for _ in 0..settings.rounds {
        sampling::shuffle(&mut drawn, &mut seed);
        for choice in &drawn {
            let scores: Vec<f32> = choice
                .iter()
                .map(|(features, _)| features.iter().map(|feature| weights.value[(feature >> shift) as usize]).sum())
                .collect();
            let all = shares(&scores, |_| true);
            let right = shares(&scores, |option| choice[option].1);
            for (option, (features, _)) in choice.iter().enumerate() {
                let slope = all[option] - right[option];
                if slope.abs() > 1e-4 {
                    features.iter().for_each(|feature| weights.update((feature >> shift) as usize, slope));
                }
            }
        }
    }
    weights.value
}

/// Returns the probability of each option among those that count.
fn shares(scores: &[f32], counts: impl Fn(usize) -> bool) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let parts: Vec<f32> = scores
        .iter()
        .enumerate()
        .map(|(option, score)| if counts(option) { (score - top).exp() } else { 0.0 })
        .collect();
    let total = parts.iter().sum::<f32>().max(1e-30);
    parts.into_iter().map(|part| part / total).collect()
}
