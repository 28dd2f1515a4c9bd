//! Distances and lengths, in steps that features tell apart.

/// Returns a distance with larger steps the larger it is.
pub fn bucket(distance: usize) -> u64 {
    match distance {
        0..=2 => distance as u64,
        3 | 4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        _ => 6,
    }
}
