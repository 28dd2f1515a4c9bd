//! A log-linear choice among a few options, learned by FTRL-Proximal.

use whosaid::learned::weights;

use crate::field::{self, Settings};

/// Options, each with its features, hashed, and whether it is right; several may be.
pub type Choice = Vec<(Vec<u32>, bool)>;

/// Learns weights and adds them to the body of a file.
pub fn fit(mut choices: Vec<Choice>, settings: &Settings, body: &mut Vec<u8>, calibration: [f32; 2]) {
    let shift = 32 - settings.bits;
    let mut weights = field::Weights::new(1 << settings.bits, settings.thrift);
    let mut seed = 42u64;
    for _ in 0..settings.rounds {
        field::shuffle(&mut choices, &mut seed);
        for choice in &choices {
            let scores: Vec<f32> = choice
                .iter()
                .map(|(features, _)| features.iter().map(|feature| weights.value[(feature >> shift) as usize]).sum())
                .collect();
            let all = shares(&scores, |_| true);
            let right = shares(&scores, |option| choice[option].1);
            for (option, (features, _)) in choice.iter().enumerate() {
                let slope = all[option] - right[option];
                if slope.abs() > 1e-4 {
                    features.iter().for_each(|feature| weights.learn((feature >> shift) as usize, slope));
                }
            }
        }
    }
    let top = weights.value.iter().fold(0.0f32, |top, value| top.max(value.abs()));
    let unit = (top / 127.0).max(0.02);
    let rows: Vec<[i8; 1]> =
        weights.value.iter().map(|value| [(value / unit).round().clamp(-127.0, 127.0) as i8]).collect();
    weights::Weights::write(body, &[[0.0]], calibration, unit, &rows);
}

/// The probability of each option among those that count.
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
