//! The common value of several items.

/// Returns the value of all items if they are equal and there is at least one.
pub fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|other| other == first).then_some(first)
}
