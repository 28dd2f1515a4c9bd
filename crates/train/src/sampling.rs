//! Pseudorandom numbers, the same on every machine, and the training of several models in parallel.

use std::num::NonZero;
use std::thread;

/// Returns a pseudorandom number from 0 to below 1.
pub fn random(seed: &mut u64) -> f64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as f64 / f64::from(1u32 << 31)
}

/// Shuffles examples; the order depends on the seed alone.
pub fn shuffle<T>(examples: &mut [T], seed: &mut u64) {
    for last in (1..examples.len()).rev() {
        examples.swap(last, (random(seed) * (last + 1) as f64) as usize);
    }
}

/// Returns the mean of the weights of several models (bagging; Breiman, Machine Learning 1996), which vary less than those
/// of one. `train` is given the number of the model and returns its weights.
///
/// Models are trained in parallel and summed in their order, so that the mean does not depend on the number of cores.
pub fn mean_of_models(models: u64, train: impl Fn(u64) -> Vec<f32> + Sync) -> Vec<f32> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let numbers: Vec<u64> = (0..models).collect();
    let mut mean: Vec<f32> = Vec::new();
    for batch in numbers.chunks(threads) {
        let trained: Vec<Vec<f32>> = thread::scope(|scope| {
            let running: Vec<_> = batch
                .iter()
                .map(|&number| {
                    scope.spawn({
                        let train = &train;
                        move || train(number)
                    })
                })
                .collect();
            running.into_iter().map(|model| model.join().expect("training does not panic")).collect()
        });
        for weights in trained {
            mean.resize(weights.len(), 0.0);
            mean.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += weight / models as f32);
        }
    }
    mean
}
