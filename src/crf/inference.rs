//! Inference in a linear chain: the most probable labels, and the posterior probability of each.
//!
//! Label 0 stands for a token outside of everything; the labels that may follow it may also begin a sentence.

use super::weights::Row;

/// Returns the most probable labels of a sentence (Viterbi, 1967).
#[inline(never)] // Browsers optimize function by function, small ones sooner.
pub fn viterbi<const L: usize>(scores: &[Row<L>], transitions: &Transitions<L>) -> Vec<usize> {
    let mut back: Vec<[u8; L]> = Vec::with_capacity(scores.len());
    let mut total = [f32::NEG_INFINITY; L];
    for (at, row) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; L];
        let mut from = [0u8; L];
        for label in 0..L {
            if at == 0 {
                next[label] = if transitions.forward[0][label] > 0.0 { row[label] } else { f32::NEG_INFINITY };
                continue;
            }
            for &(before, score) in &transitions.predecessors[label][..transitions.counts[label]] {
                let score = total[usize::from(before)] + score;
                if score > next[label] {
                    next[label] = score;
                    from[label] = before;
                }
            }
            next[label] += row[label];
        }
        total = next;
        back.push(from);
    }
    let mut label = (0..L).max_by(|&a, &b| total[a].total_cmp(&total[b])).unwrap_or(0);
    let mut labels = vec![0; scores.len()];
    for at in (0..scores.len()).rev() {
        labels[at] = label;
        label = usize::from(back[at][label]);
    }
    labels
}

/// By how many nats label 0 must lead each other label for a token to be outside, whatever its neighbours.
pub struct PruningBounds<const L: usize>(Row<L>);

impl<const L: usize> PruningBounds<L> {
    /// Computes the bounds for a lead of `margin` nats on top of the best transition into each label.
    pub fn new(transitions: &[Row<L>; L], margin: f32) -> Self {
        Self(std::array::from_fn(|label| {
            let best = (0..L).map(|before| transitions[before][label]).fold(f32::NEG_INFINITY, f32::max);
            margin - (transitions[0][0] - best).max(0.0)
        }))
    }

    /// Returns whether a token is outside, whichever of the `open` mentions may continue.
    fn is_outside(&self, row: &Row<L>, open: &[bool; L]) -> bool {
        (1..L).all(|label| row[0] - row[label] > self.0[label] || (label % 2 == 0 && !open[label - 1]))
    }

    /// Updates which mentions may be open behind a token with these scores: an odd label begins a mention, and the
    /// even label after it continues it.
    fn advance(&self, row: &Row<L>, open: &mut [bool; L]) {
        let possible_here = |label: usize| row[0] - row[label] <= self.0[label];
        for first in (1..L).step_by(2) {
            let continues = open[first] && first + 1 < L && possible_here(first + 1);
            open[first] = possible_here(first) || continues;
        }
    }
}

/// Iterates over the regions of a sentence that may hold a mention, each with one token on either side that is
/// outside, as are all tokens between the regions.
pub fn active_regions<const L: usize>(
    scores: &[Row<L>],
    bounds: &PruningBounds<L>,
) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut open = [false; L];
        let first = (at..scores.len()).find(|&at| !bounds.is_outside(&scores[at], &open))?;
        let mut outside_before = false;
        let end = (first..scores.len()).find(|&at| {
            let outside = bounds.is_outside(&scores[at], &open);
            bounds.advance(&scores[at], &mut open);
            std::mem::replace(&mut outside_before, outside) && outside
        });
        let start = first.saturating_sub(1).max(at);
        at = end.unwrap_or(scores.len());
        Some(start..at)
    })
}

/// The transitions between labels, prepared for inference.
pub struct Transitions<const L: usize> {
    /// For each label, the factors of its successors.
    forward: [Row<L>; L],
    /// For each label, the factors of its predecessors.
    backward: [Row<L>; L],
    /// For each label, its possible predecessors, with their scores.
    predecessors: [[(u8, f32); L]; L],
    /// For each label, the number of its predecessors.
    counts: [usize; L],
}

impl<const L: usize> Transitions<L> {
    /// Prepares the scores of each label after each other; minus infinity where a transition is impossible.
    pub fn new(scores: &[Row<L>; L]) -> Self {
        let forward = scores.map(|row| row.map(f32::exp));
        let backward = std::array::from_fn(|next| std::array::from_fn(|before| forward[before][next]));
        let mut predecessors = [[(0, 0.0); L]; L];
        let counts = std::array::from_fn(|label| {
            let all = (0..L).map(|before| (before as u8, scores[before][label]));
            let possible = all.filter(|(_, score)| *score > f32::NEG_INFINITY);
            predecessors[label].iter_mut().zip(possible).map(|(entry, transition)| *entry = transition).count()
        });
        Self { forward, backward, predecessors, counts }
    }
}

/// Returns the posterior marginal probability of each label at each token (scaled forward–backward algorithm;
/// Rabiner 1989).
#[inline(never)] // Browsers optimize function by function, small ones sooner.
pub fn marginals<const L: usize>(scores: &[Row<L>], transitions: &Transitions<L>) -> Vec<Row<L>> {
    let potential = |row: &Row<L>| {
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.map(|score| exponential(score - top))
    };
    let potentials: Vec<Row<L>> = scores.iter().map(potential).collect();
    let mut forward: Vec<Row<L>> = Vec::with_capacity(scores.len());
    for potential in &potentials {
        let mut row = [0.0f32; L];
        match forward.last() {
            None => row = transitions.forward[0].map(|factor| f32::from(u8::from(factor > 0.0))),
            // Predecessors in the outer loop, so that the compiler can vectorize over their successors.
            Some(last) => {
                for (before, factors) in last.iter().zip(&transitions.forward) {
                    row.iter_mut().zip(factors).for_each(|(sum, factor)| *sum += before * factor);
                }
            }
        }
        row.iter_mut().zip(potential).for_each(|(sum, potential)| *sum *= potential);
        normalize(&mut row);
        forward.push(row);
    }
    let mut backward = [1.0f32; L];
    for at in (0..scores.len()).rev() {
        for label in 0..L {
            forward[at][label] *= backward[label];
        }
        normalize(&mut forward[at]);
        let mut row = [0.0f32; L];
        for (next, factors) in transitions.backward.iter().enumerate() {
            let ahead = potentials[at][next] * backward[next];
            row.iter_mut().zip(factors).for_each(|(sum, factor)| *sum += factor * ahead);
        }
        normalize(&mut row);
        backward = row;
    }
    forward
}

/// Returns e to the power of a number from -87 to 0, with a relative error below 3e-6; clamps smaller numbers to -87.
///
/// The standard library's result differs between machines in the last bits, and its function does not vectorize.
fn exponential(power: f32) -> f32 {
    // Adding this rounds to a whole number, which stands in the lowest bits.
    const ROUNDING: f32 = 1.5 * (1 << 23) as f32;
    let power = power.max(-87.0) * std::f32::consts::LOG2_E;
    let shifted = power + ROUNDING;
    let rest = (power - (shifted - ROUNDING)) * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (1.0 / 2.0 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest / 120.0))));
    series * f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23))
}

fn normalize<const L: usize>(row: &mut Row<L>) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|value| *value /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_are_close_to_the_standard_library() {
        for step in 0..87_000 {
            let power = step as f32 / -1000.0;
            let near = exponential(power) / power.exp();
            assert!((near - 1.0).abs() < 1e-5, "{power}: {near}");
        }
        assert_eq!(exponential(0.0), 1.0);
        assert!((0.0..1e-37).contains(&exponential(f32::NEG_INFINITY)));
    }
}
