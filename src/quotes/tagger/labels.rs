//! The labels of the two fields.

/// The number of labels of the cue field: outside, a cue's first unit, a later unit of it.
pub const CUE_LABELS: usize = 3;
/// The cue field's label of a unit outside cues.
pub const OUTSIDE: usize = 0;
/// The cue field's label of a cue's first unit.
pub const CUE_BEGIN: usize = 1;
/// The cue field's label of a cue's later units.
pub const CUE_INSIDE: usize = 2;

/// The number of labels of the argument field, which is run once for each cue: outside, source, content, the cue.
pub const ARGUMENT_LABELS: usize = 4;
/// The argument field's label of the source.
pub const SOURCE: usize = 1;
/// The argument field's label of the content.
pub const CONTENT: usize = 2;
/// The argument field's label of the cue itself.
pub const CUE: usize = 3;

/// Returns whether a label of the cue field may follow another one.
#[cfg(any(test, feature = "training"))]
pub fn cue_label_may_follow(before: usize, next: usize) -> bool {
    next != CUE_INSIDE || before != OUTSIDE
}
