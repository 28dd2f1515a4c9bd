//! One sort for all types: each instance of the standard library's sorts adds up to ten kilobytes to the WebAssembly
//! module.

use std::collections::BinaryHeap;

use crate::text::span::Span;

/// Sorts items by the numbers that `key` returns; the sort is stable.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> [usize; 3]) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut order = sorted(items.iter().map(key).zip(0..).collect());
    // Applies the permutation in place, one cycle after the other.
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

/// Sorts keys with their places. A heap, since most lists are sorted already, and its code is a tenth of that of a quicksort.
#[inline(never)]
fn sorted(order: Vec<([usize; 3], usize)>) -> Vec<([usize; 3], usize)> {
    BinaryHeap::from(order).into_sorted_vec()
}

/// Sorts spans by their start, then by their end.
pub fn sort_spans(spans: &mut [Span]) {
    sort_by_key(spans, |span| [span.start(), span.end(), 0]);
}

/// Returns the last three of some sorted items that start at or before a position, to find the one that contains it.
pub fn last_starting_by<T, P: PartialOrd>(items: &[T], position: P, start: impl Fn(&T) -> P) -> &[T] {
    let next = items.partition_point(|item| start(item) <= position);
    &items[next.saturating_sub(3)..next]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| [item.0, 0, 0]);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        for seed in 1..200usize {
            let mut items: Vec<(usize, usize)> = (0..seed).map(|at| (at * at * seed % 13, at)).collect();
            let mut sorted = items.clone();
            sorted.sort();
            sort_by_key(&mut items, |item| [item.0, 0, 0]);
            assert_eq!(items, sorted);
        }
    }
}
