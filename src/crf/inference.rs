//! Inference in a linear chain: the likeliest labels, and how likely each is.
//!
//! Whatever may follow label 0, which stands for nothing, may also begin.

use super::weights::Row;

/// The likeliest labels of a sentence (Viterbi, 1967).
#[inline(never)] // Browsers optimise function by function, small ones soon.
pub fn best<const L: usize>(scores: &[Row<L>], steps: &Transitions<L>) -> Vec<usize> {
    let mut back: Vec<[u8; L]> = Vec::with_capacity(scores.len());
    let mut total = [f32::NEG_INFINITY; L];
    for (at, row) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; L];
        let mut from = [0u8; L];
        for label in 0..L {
            if at == 0 {
                next[label] = if steps.onward[0][label] > 0.0 { row[label] } else { f32::NEG_INFINITY };
                continue;
            }
            for &(before, score) in &steps.before[label][..steps.counts[label]] {
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

/// By how much label 0 must lead each other label at a token for nothing to be there.
pub struct PruningBounds<const L: usize>(Row<L>);

impl<const L: usize> PruningBounds<L> {
    /// PruningBounds for a lead of `sure` nats, together with what it costs at least to come to a label.
    pub fn new(transitions: &[Row<L>; L], sure: f32) -> Self {
        Self(std::array::from_fn(|label| {
            let most = (0..L).map(|before| transitions[before][label]).fold(f32::NEG_INFINITY, f32::max);
            sure - (transitions[0][0] - most).max(0.0)
        }))
    }

    /// Whether nothing can be here, whatever may begin or go on.
    fn is_nothing(&self, row: &Row<L>, open: &[bool; L]) -> bool {
        (1..L).all(|label| row[0] - row[label] > self.0[label] || (label % 2 == 0 && !open[label - 1]))
    }

    /// Which odd labels may have been begun and not be over, behind a token with these scores: they begin
    /// something, and the even label after each goes on with it.
    fn pass(&self, row: &Row<L>, open: &mut [bool; L]) {
        let near = |label: usize| row[0] - row[label] <= self.0[label];
        for first in (1..L).step_by(2) {
            let goes_on = open[first] && first + 1 < L && near(first + 1);
            open[first] = near(first) || goes_on;
        }
    }
}

/// The active_regions of a sentence where something may be, each with a token on either side where nothing can be,
/// as at all tokens between them.
pub fn active_regions<const L: usize>(
    scores: &[Row<L>],
    margins: &PruningBounds<L>,
) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut open = [false; L];
        let first = (at..scores.len()).find(|&at| !margins.is_nothing(&scores[at], &open))?;
        let mut nothing_before = false;
        let end = (first..scores.len()).find(|&at| {
            let nothing = margins.is_nothing(&scores[at], &open);
            margins.pass(&scores[at], &mut open);
            std::mem::replace(&mut nothing_before, nothing) && nothing
        });
        let start = first.saturating_sub(1).max(at);
        at = end.unwrap_or(scores.len());
        Some(start..at)
    })
}

/// What each label brings after each other.
pub struct Transitions<const L: usize> {
    /// For each label, the factors of the next ones.
    onward: [Row<L>; L],
    /// For each label, those of the ones before.
    back: [Row<L>; L],
    /// For each label, the ones that may stand before it, with their scores.
    before: [[(u8, f32); L]; L],
    /// For each label, how many of them there are.
    counts: [usize; L],
}

/// Works out what transitions bring.
pub fn steps<const L: usize>(transitions: &[Row<L>; L]) -> Transitions<L> {
    let onward = transitions.map(|row| row.map(f32::exp));
    let back = std::array::from_fn(|next| std::array::from_fn(|before| onward[before][next]));
    let mut before = [[(0, 0.0); L]; L];
    let counts = std::array::from_fn(|label| {
        let all = (0..L).map(|before| (before as u8, transitions[before][label]));
        let possible = all.filter(|(_, score)| *score > f32::NEG_INFINITY);
        before[label].iter_mut().zip(possible).map(|(place, step)| *place = step).count()
    });
    Transitions { onward, back, before, counts }
}

/// Each label's probability at each token (forward–backward, scaled).
#[inline(never)] // Browsers optimise function by function, small ones soon.
pub fn marginals<const L: usize>(scores: &[Row<L>], steps: &Transitions<L>) -> Vec<Row<L>> {
    let potential = |row: &Row<L>| {
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.map(|score| exponential(score - top))
    };
    let potentials: Vec<Row<L>> = scores.iter().map(potential).collect();
    let mut forward: Vec<Row<L>> = Vec::with_capacity(scores.len());
    for potential in &potentials {
        let mut row = [0.0f32; L];
        match forward.last() {
            None => row = steps.onward[0].map(|step| f32::from(u8::from(step > 0.0))),
            // One label after the other outside, so that all next ones are worked out side by side.
            Some(last) => {
                for (before, steps) in last.iter().zip(&steps.onward) {
                    row.iter_mut().zip(steps).for_each(|(sum, step)| *sum += before * step);
                }
            }
        }
        row.iter_mut().zip(potential).for_each(|(sum, potential)| *sum *= potential);
        normalize(&mut row);
        forward.push(row);
    }
    let mut behind = [1.0f32; L];
    for at in (0..scores.len()).rev() {
        for label in 0..L {
            forward[at][label] *= behind[label];
        }
        normalize(&mut forward[at]);
        let mut row = [0.0f32; L];
        for (next, steps) in steps.back.iter().enumerate() {
            let ahead = potentials[at][next] * behind[next];
            row.iter_mut().zip(steps).for_each(|(sum, step)| *sum += step * ahead);
        }
        normalize(&mut row);
        behind = row;
    }
    forward
}

/// e to the power of a number from -87 up to 0, to three millionths; what is below is taken for -87.
///
/// The standard library's differs from machine to machine in its last bits, and does not work on several at once.
fn exponential(power: f32) -> f32 {
    // Adding this leaves no binary places, and the whole number in the lowest bits.
    const WHOLE: f32 = 1.5 * (1 << 23) as f32;
    let power = power.max(-87.0) * std::f32::consts::LOG2_E;
    let shifted = power + WHOLE;
    let rest = (power - (shifted - WHOLE)) * std::f32::consts::LN_2;
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
    fn powers_are_near() {
        for step in 0..87_000 {
            let power = step as f32 / -1000.0;
            let near = exponential(power) / power.exp();
            assert!((near - 1.0).abs() < 1e-5, "{power}: {near}");
        }
        assert_eq!(exponential(0.0), 1.0);
        assert!((0.0..1e-37).contains(&exponential(f32::NEG_INFINITY)));
    }
}
