//! One sort for all that is brought into order: each further kind of thing that the standard library's
//! sort is made for adds ten kilobytes to the module.

use crate::Span;

/// Brings items into the order of the numbers that `key` gives; equal ones stay as they are.
pub fn sort<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 3]) {
    let mut order: Vec<([usize; 3], usize)> = items.iter().map(key).zip(0..).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, place)| taken[place].take()));
}

/// The same for ranges of the text.
pub fn sort_spans(spans: &mut Vec<Span>) {
    sort(spans, |span| [span.start, span.end, 0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut items, |item| [item.0, 0, 0]);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
