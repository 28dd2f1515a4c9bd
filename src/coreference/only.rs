//! The one answer where all agree.

/// What all items are, where they are the same.
pub fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|other| other == first).then_some(first)
}
