//! Inputs shared by the rules for nominals and sources.

use crate::entities::mention::Mention;
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;

/// An article with its mentions of names and its direct quotes.
pub struct Article<'a> {
    /// The text.
    pub document: &'a Document<'a>,
    /// Its mentions of names.
    pub mentions: &'a [Mention],
    /// The pieces of direct quotes, sorted.
    pub spoken: Vec<Span>,
}

impl Article<'_> {
    /// Returns whether a span is inside a direct quote.
    pub fn is_spoken(&self, span: Span) -> bool {
        sorting::last_starting_by(&self.spoken, span.start(), |piece| piece.start())
            .iter()
            .any(|piece| piece.contains(span))
    }
}
