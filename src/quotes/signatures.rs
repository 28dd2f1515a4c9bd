//! Signatures in a line of their own below a quote: `– Jane Doe, mayor of X`.

use super::following_attribution::is_signature;
use super::name_tags::NameTags;
use crate::text::document::Document;
use crate::text::punctuation::is_dash;
use crate::text::token_index::TokenRange;
use crate::text::tokens::TokenKind;

/// Returns the dash and the source of a paragraph that signs what stands above it; lines of a list sign nothing.
pub(super) fn signature(document: &Document, names: &NameTags, paragraph: usize) -> Option<(TokenRange, TokenRange)> {
    let tokens = document.paragraphs[paragraph].tokens;
    let (dash, start) = (tokens.start, tokens.start + 1);
    let next = document.paragraphs.get(paragraph + 1);
    let is_listed = next.is_some_and(|next| is_dash(document.word(next.tokens.start)));
    let words = TokenRange::new(start, tokens.end);
    let last = words.iter().rev().find(|&token| document.tokens[token].kind == TokenKind::Word)?;
    let is_whole = document.sentence_containing(start).end >= tokens.end;
    let source = TokenRange::new(start, last + 1);
    (!is_listed && is_whole && is_signature(document, dash) && names.names_speaker(source))
        .then_some((TokenRange::new(dash, start), source))
}
