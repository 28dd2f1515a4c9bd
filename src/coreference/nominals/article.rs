//! What the rules of nominals share.

use crate::entities::mention::Mention;
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;

/// An article with its names and its direct quotes.
pub struct Article<'a> {
    /// The text.
    pub document: &'a Document<'a>,
    /// Its names.
    pub mentions: &'a [Mention],
    /// Pieces of direct quotes, sorted.
    pub spoken: Vec<Span>,
}

impl Article<'_> {
    /// Whether something stands in what somebody says.
    pub fn is_spoken(&self, span: Span) -> bool {
        sorting::last_starting_by(&self.spoken, span.start, |piece| piece.start)
            .iter()
            .any(|piece| piece.contains(span))
    }
}
