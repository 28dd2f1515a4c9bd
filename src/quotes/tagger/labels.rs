//! The labels of the two learned fields.

/// Labels of the first field: none, a cue's first unit, a later one.
pub const CUE_LABELS: usize = 3;
/// Labels of the second field: none, source, content, and the cue itself.
pub const PART_LABELS: usize = 4;
/// The label of a source.
pub const SOURCE: usize = 1;
/// The label of content.
pub const CONTENT: usize = 2;
/// The label of the cue itself.
pub const CUE: usize = 3;

/// Whether a cue's label may come after another one.
#[cfg(any(test, feature = "training"))]
pub fn cue_may_follow(before: usize, next: usize) -> bool {
    next != 2 || before != 0
}
