//! Decides whether a quotation mark opens or closes, by its style and the white space around it.

use crate::lexicon;
use crate::lexicon::quotation_words::is_elided_word;
use crate::text::document::Document;
use crate::text::punctuation::{MarkDirection, MarkFamily, QuotationMark, is_apostrophe_token, is_dash};
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// What a quotation mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkSide {
    /// It opens a quoted span.
    Open,
    /// It closes one.
    Close,
    /// It closes a span if one is open, and opens one otherwise.
    Either,
    /// It is an apostrophe or a sign for inches.
    Neither,
}

/// How far ahead a better closing mark than a plural's apostrophe is searched, in tokens.
const MAX_LOOKAHEAD: usize = 200;

/// A paragraph, prepared to tell the sides of its quotation marks.
pub(super) struct MarkSides<'d> {
    document: &'d Document<'d>,
    paragraph: TokenRange,
    /// The last single mark that can close.
    last_single_end: Option<TokenIndex>,
}

impl<'d> MarkSides<'d> {
    /// Prepares a paragraph.
    pub fn new(document: &'d Document<'d>, paragraph: TokenRange) -> Self {
        // It stands behind a word and before a gap.
        let last_single_end = paragraph.iter().rev().find(|&at| {
            let token = &document.tokens[at];
            token.kind == TokenKind::QuotationMark
                && is_apostrophe_token(document.word(at))
                && !token.spaced
                && document.token(at + 1).is_none_or(|next| next.spaced || next.kind != TokenKind::Word)
        });
        Self { document, paragraph, last_single_end }
    }

    /// Returns what a mark can do at a token; `opener` is the innermost open mark of its family.
    pub fn side(&self, at: TokenIndex, mark: &QuotationMark, opener: Option<&str>) -> MarkSide {
        if opener.is_some_and(|opener| mark.closes.contains(&opener)) {
            return MarkSide::Close;
        }
        let gap_before = self.has_gap_before(at);
        let gap_after = self.has_gap_after(at);
        match mark.direction {
            MarkDirection::Opening => MarkSide::Open,
            MarkDirection::UsuallyOpening if opener.is_some() && !gap_before && gap_after => MarkSide::Close,
            MarkDirection::UsuallyOpening => MarkSide::Open,
            MarkDirection::UsuallyClosing if opener.is_none() && gap_before && !gap_after => MarkSide::Open,
            MarkDirection::UsuallyClosing => MarkSide::Close,
            MarkDirection::OpeningOrClosing if opener.is_none() => MarkSide::Open,
            MarkDirection::OpeningOrClosing => MarkSide::Close,
            MarkDirection::Ambiguous if mark.family == MarkFamily::Single => {
                self.single_mark_side(at, opener, gap_before, gap_after)
            }
            MarkDirection::Ambiguous => match (gap_before, gap_after) {
                (true, false) => MarkSide::Open,
                // Inches follow a number: 6'2".
                (false, true) if opener.is_none() && self.document.tokens[at - 1].kind == TokenKind::Number => {
                    MarkSide::Neither
                }
                (false, true) => MarkSide::Close,
                _ => MarkSide::Either,
            },
        }
    }

    fn has_gap_before(&self, at: TokenIndex) -> bool {
        if at == self.paragraph.start || self.document.tokens[at].spaced {
            return true;
        }
        let before = self.document.word(at - 1);
        let token_before = &self.document.tokens[at - 1];
        is_dash(before)
            || matches!(before, "(" | "[" | "…" | "..." | "/")
            || (token_before.kind == TokenKind::QuotationMark && token_before.spaced)
    }

    fn has_gap_after(&self, at: TokenIndex) -> bool {
        if at + 1 == self.paragraph.end {
            return true;
        }
        let next = &self.document.tokens[at + 1];
        next.spaced
            || next.kind == TokenKind::Possessive
            || (next.kind == TokenKind::Punctuation
                && !matches!(self.document.word(at + 1), "$" | "£" | "€" | "…" | "..." | "[" | "(" | "@" | "#"))
    }

    /// Returns the side of a single mark, which is more often an apostrophe than not.
    fn single_mark_side(&self, at: TokenIndex, opener: Option<&str>, gap_before: bool, gap_after: bool) -> MarkSide {
        if gap_before && !gap_after {
            // It opens only if another one can close it.
            let has_end = self.last_single_end.is_some_and(|end| end > at + 1);
            return if has_end && !self.is_elision(at) { MarkSide::Open } else { MarkSide::Neither };
        }
        if opener.is_some() && !gap_before && gap_after {
            return if self.is_plural_possessive(at) { MarkSide::Neither } else { MarkSide::Close };
        }
        MarkSide::Neither
    }

    /// Whether a single mark stands for letters left out: `'em`, `'90s`.
    fn is_elision(&self, at: TokenIndex) -> bool {
        let next = self.document.word(at + 1);
        let is_decade = self.document.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
        (self.document.word(at) != "‘" && is_elided_word(&lexicon::to_lowercase(next)))
            || (is_decade && next.ends_with('s'))
    }

    /// Whether a single mark inside a quoted span is a plural's apostrophe, `the dogs' owner`: a better end comes later.
    fn is_plural_possessive(&self, at: TokenIndex) -> bool {
        let document = self.document;
        let ends_clause = |at: TokenIndex| document.word(at - 1).ends_with(['.', ',', '!', '?', '…', ';']);
        let end = self.paragraph.end.min(at + MAX_LOOKAHEAD);
        lexicon::to_lowercase(document.word(at - 1)).ends_with('s')
            && !ends_clause(at)
            && TokenRange::new(at + 1, end)
                .iter()
                .filter(|&later| {
                    document.tokens[later].kind == TokenKind::QuotationMark && is_apostrophe_token(document.word(later))
                })
                .take_while(|&later| {
                    !document.tokens[later].spaced
                        || document.token(later + 1).is_some_and(|next| next.kind == TokenKind::Number)
                })
                .any(ends_clause)
    }
}
