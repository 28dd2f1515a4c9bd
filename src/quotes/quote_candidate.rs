//! Quotes within one sentence, before they are put together.

use std::ops::Range;

/// A quote within one sentence, in unit numbers of that sentence.
#[derive(Debug, Clone)]
pub struct QuoteCandidate {
    /// What was said, in pieces.
    pub content: Vec<Range<usize>>,
    /// The reporting words.
    pub cue: Range<usize>,
    /// Who said it, if the sentence says so.
    pub source: Option<Range<usize>>,
    /// Whether quoted sentences behind this one may belong to the quote: `“A,” he said in Rome. “B.”`
    pub may_continue: bool,
}
