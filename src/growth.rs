//! Lists of large items, which grow with less memory to spare than those of the standard library.

/// Makes room in a list that is full: for a quarter of its items, not for as many again.
pub fn make_room<T>(items: &mut Vec<T>) {
    if items.len() == items.capacity() {
        items.reserve_exact(items.len() / 4 + 16);
    }
}
