//! Cues with their sources.

use std::ops::Range;

use crate::lexicon::reporting_verbs::ReportingVerb;

/// A cue with its source, before its content is known.
pub(super) struct Cue {
    /// The units from the first auxiliary to the verb.
    pub words: Range<usize>,
    pub verb: ReportingVerb,
    pub source: Option<Range<usize>>,
    /// Whether the source stands behind the verb: `said Jane Doe`.
    pub is_inverted: bool,
}

impl Cue {
    /// Returns the first unit of cue and source.
    pub fn start(&self) -> usize {
        self.source.as_ref().map_or(self.words.start, |source| source.start.min(self.words.start))
    }

    /// Returns the unit behind cue and source.
    pub fn end(&self) -> usize {
        self.source.as_ref().map_or(self.words.end, |source| source.end.max(self.words.end))
    }
}
