//! One sort for all that is brought into order: each further kind of thing that the standard library's
//! sort is made for adds ten kilobytes to the module.

use crate::text::span::Span;

/// Brings items into the order of the numbers that `key` gives; equal ones stay as they are.
pub fn sort<T>(items: &mut [T], key: impl Fn(&T) -> [usize; 3]) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut order: Vec<([usize; 3], usize)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    // Each ring of items that take each other's places is gone round once, so that none is copied aside.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at].1, at);
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The same for ranges of the text.
pub fn sort_spans(spans: &mut [Span]) {
    sort(spans, |span| [span.start, span.end, 0]);
}

/// The last few of some sorted pieces that begin at a place or before it: whichever holds it is among them.
pub fn last_starting_by<T>(pieces: &[T], at: usize, start: impl Fn(&T) -> usize) -> &[T] {
    let next = pieces.partition_point(|piece| start(piece) <= at);
    &pieces[next.saturating_sub(3)..next]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut items, |item| [item.0, 0, 0]);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        for seed in 1..200usize {
            let mut items: Vec<(usize, usize)> = (0..seed).map(|at| (at * at * seed % 13, at)).collect();
            let mut sorted = items.clone();
            sorted.sort();
            sort(&mut items, |item| [item.0, 0, 0]);
            assert_eq!(items, sorted);
        }
    }
}
