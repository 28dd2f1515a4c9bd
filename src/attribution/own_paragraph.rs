//! Whether a quote has a paragraph of its own, as turns of a dialogue have.

use crate::text::Document;
use crate::text::span::Span;

/// The most bytes without letters that may stand beside a quote in its paragraph.
const MAX_GAP: usize = 1000;

/// Whether a part of the text is all that stands in its paragraph.
pub fn fills_paragraph(document: &Document, part: Span) -> bool {
    let paragraph = document.span(document.paragraph_containing(document.token_at(part.start())));
    paragraph.contains(part)
        && !has_words(document, Span::new(paragraph.start(), part.start()))
        && !has_words(document, Span::new(part.end(), paragraph.end()))
}

/// Whether something is said in a part of the text: it has letters or digits, or is too long to be only punctuation.
pub fn has_words(document: &Document, part: Span) -> bool {
    part.end() - part.start() > MAX_GAP || part.slice(document.text).contains(char::is_alphanumeric)
}
