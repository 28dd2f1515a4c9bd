//! Pairs quotation marks within each paragraph.
//!
//! An opening mark that nothing closes reaches to the end of its paragraph and no further, so that an unbalanced mark
//! harms no other paragraph. A next paragraph that begins with a mark continues the quote, as in English style.

use super::mark_sides::{MarkSide, MarkSides};
use crate::sorting;
use crate::text::document::Document;
use crate::text::punctuation::{MarkFamily, quotation_mark};
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A passage between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// The tokens from the opening to the closing mark, both included.
    pub tokens: TokenRange,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// How many other quoted spans it lies in.
    pub depth: usize,
    /// Whether no mark closes it.
    pub unclosed: bool,
    /// Whether it continues a span that the previous paragraph left unclosed.
    pub continues: bool,
}

impl QuotedSpan {
    /// Returns the tokens between the marks.
    pub fn inner(&self) -> TokenRange {
        TokenRange::new(self.tokens.start + 1, if self.unclosed { self.tokens.end } else { self.tokens.end - 1 })
    }
}

/// Pairs the quotation marks of every paragraph; returns the spans in the order in which they open.
pub fn pair_quotation_marks(document: &Document) -> Vec<QuotedSpan> {
    let begins_quoted =
        |tokens: TokenRange| document.token(tokens.start).is_some_and(|token| token.kind == TokenKind::QuotationMark);
    let mut spans: Vec<QuotedSpan> = Vec::new();
    let mut previous_unclosed = false;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let mut own = pair_in_paragraph(document, paragraph.tokens, number);
        if let Some(first) = own.first_mut()
            && previous_unclosed
            && first.tokens.start == paragraph.tokens.start
        {
            first.continues = true;
        }
        previous_unclosed = document.paragraphs.get(number + 1).is_some_and(|next| begins_quoted(next.tokens))
            && own.iter().any(|span| span.unclosed && span.depth == 0);
        spans.extend(own);
    }
    spans
}

fn pair_in_paragraph(document: &Document, paragraph: TokenRange, number: usize) -> Vec<QuotedSpan> {
    let mut spans: Vec<QuotedSpan> = Vec::new();
    let mut stack: Vec<(TokenIndex, MarkFamily)> = Vec::new();
    let sides = MarkSides::new(document, paragraph);
    for token in paragraph {
        if document.tokens[token].kind != TokenKind::QuotationMark {
            continue;
        }
        let Some(mark) = quotation_mark(document.word(token)) else { continue };
        let opener = stack.iter().rposition(|&(_, family)| family == mark.family);
        let closes = match sides.side(token, mark, opener.map(|place| document.word(stack[place].0))) {
            MarkSide::Open => false,
            MarkSide::Close => true,
            MarkSide::Either => opener.is_some(),
            MarkSide::Neither => continue,
        };
        if !closes {
            // The same kind of mark opened twice: drop the first, which was never closed.
            if mark.family != MarkFamily::Single
                && let Some(place) = opener
                && stack.len() - place == 1
            {
                stack.truncate(place);
            }
            stack.push((token, mark.family));
        } else if let Some(place) = opener {
            let start = stack[place].0;
            stack.truncate(place);
            if token > start + 1 {
                spans.push(QuotedSpan {
                    tokens: TokenRange::new(start, token + 1),
                    paragraph: number,
                    depth: place,
                    unclosed: false,
                    continues: false,
                });
            }
        }
    }
    if let Some(&(start, family)) = stack.first()
        && family != MarkFamily::Single
        && start + 1 < paragraph.end
    {
        spans.retain(|span| span.depth > 0 || span.tokens.end <= start || span.tokens.start < start);
        spans.push(QuotedSpan {
            tokens: TokenRange::new(start, paragraph.end),
            paragraph: number,
            depth: 0,
            unclosed: true,
            continues: false,
        });
    }
    sorting::sort_by_key(&mut spans, |span| [span.tokens.start.number(), usize::MAX - span.tokens.end.number(), 0]);
    set_depths(&mut spans);
    spans
}

/// Computes the depths of sorted spans again, since some openers were dropped after the depths were counted.
fn set_depths(spans: &mut [QuotedSpan]) {
    let mut ends: Vec<TokenIndex> = Vec::new();
    for span in spans {
        ends.retain(|&end| end > span.tokens.start);
        span.depth = ends.len();
        ends.push(span.tokens.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<(&str, usize)> {
        let document = Document::new(text);
        pair_quotation_marks(&document)
            .iter()
            .map(|span| (document.span(span.inner()).slice(text), span.depth))
            .collect()
    }

    #[test]
    fn every_style_of_marks_is_paired() {
        for text in [
            "“A b,” he said.",
            "\"A b,\" he said.",
            "„A b,“ sagte er.",
            "«A b,» dit-il.",
            "»A b,« sagte er.",
            "»A b,» sade han.",
            "‘A b,’ he said.",
            "‚A b,‘ sagte er.",
            "'A b,' he said.",
            "''A b,'' he said.",
            "``A b,'' he said.",
        ] {
            assert_eq!(spans(text), [("A b,", 0)], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_not_paired() {
        assert_eq!(spans("'The dogs' owner can't come,' he said of the '90s."), [("The dogs' owner can't come,", 0)]);
        assert_eq!(spans("The dogs' owner and the cats' friend."), []);
    }

    #[test]
    fn marks_nest() {
        assert_eq!(spans("“He said ‘no’ to me,” she said."), [("He said ‘no’ to me,", 0), ("no", 1)]);
    }

    #[test]
    fn an_unbalanced_mark_harms_no_other_paragraph() {
        assert_eq!(spans("He said “this is it.\nShe said “no” twice."), [("this is it.", 0), ("no", 0)]);
    }

    #[test]
    fn a_paragraph_that_opens_with_a_mark_continues_the_unclosed_quote() {
        let document = Document::new("“One.\n“Two.”");
        let spans = pair_quotation_marks(&document);
        assert!(spans[0].unclosed && spans[1].continues && !spans[1].unclosed);
    }
}
