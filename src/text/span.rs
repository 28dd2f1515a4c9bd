//! Ranges of the original text.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, of the original text.
///
/// Both ends are character boundaries. All stages use spans; only `report` converts them to other
/// units. It has 32 bits for each end, since a text has many spans and is never as long as 4 GB.
///
/// ```
/// # #[cfg(feature = "training")] {
/// use whosaid::training::Span;
/// let text = "“Hi,” she said.";
/// let span = Span::new(0, 9);
/// assert_eq!(span.slice(text), "“Hi,”");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Byte at which the range starts.
    start: u32,
    /// Byte after the last one.
    end: u32,
}

impl Span {
    /// Creates the range `start..end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// Returns the byte at which the range starts.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the byte after the last one.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the text of the range.
    pub fn slice(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }

    /// Returns whether the range is empty.
    #[cfg(any(test, feature = "training"))]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Returns whether `other` is entirely inside this range.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns whether both ranges share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest range that contains both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
