//! Pairs quotation marks within each paragraph, as the layout stage has written them: `“…”`, and `‘…’` inside.
//!
//! An opening mark that nothing closes reaches to the end of its paragraph and no further, so that an unbalanced mark
//! harms no other paragraph. A next paragraph that begins with a mark continues the quote, as in English style.

use crate::sorting;
use crate::text::document::Document;
use crate::text::paragraphs::ParagraphRole;
use crate::text::punctuation::closing_mark;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A passage between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// The tokens from the opening to the closing mark, both included.
    pub tokens: TokenRange,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// How many other quoted spans it lies in.
    pub depth: u32,
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
    let mut spans: Vec<QuotedSpan> = Vec::new();
    let mut previous_unclosed = false;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let first = spans.len();
        pair_in_paragraph(document, paragraph.tokens, number, &mut spans);
        let own = &mut spans[first..];
        let begins_quoted = own.first().is_some_and(|span| span.tokens.start == paragraph.tokens.start);
        if previous_unclosed && begins_quoted {
            own[0].continues = true;
        }
        // Captions, subheadings and notices between its paragraphs do not end a speech.
        if paragraph.role == ParagraphRole::Body || own.iter().any(|span| span.continues) {
            previous_unclosed = own.iter().any(|span| span.unclosed);
        }
    }
    spans.shrink_to_fit();
    spans
}

/// Adds the spans of a paragraph in the order in which they open.
fn pair_in_paragraph(document: &Document, paragraph: TokenRange, number: usize, spans: &mut Vec<QuotedSpan>) {
    let first = spans.len();
    // The marks that are open: each with the mark that closes it.
    let mut open: Vec<(TokenIndex, &str)> = Vec::new();
    let span = |tokens: TokenRange, unclosed: bool| QuotedSpan {
        tokens,
        paragraph: number as u32,
        depth: 0,
        unclosed,
        continues: false,
    };
    for token in paragraph.iter().filter(|&token| document.tokens[token].kind == TokenKind::QuotationMark) {
        let mark = document.word(token);
        if let Some(closing) = closing_mark(mark) {
            open.push((token, closing));
            continue;
        }
        let opener = match mark {
            // A single mark that closes nothing is an apostrophe.
            "’" => open.last().filter(|(_, closing)| *closing == mark).map(|_| open.len() - 1),
            "”" => open.iter().rposition(|(_, closing)| *closing == mark),
            _ => None,
        };
        let Some(place) = opener else { continue };
        let start = open[place].0;
        open.truncate(place);
        if token > start + 1 {
            spans.push(span(TokenRange::new(start, token + 1), false));
        }
    }
    if let Some(&(start, _)) = open.iter().find(|(start, closing)| *closing == "”" && *start + 1 < paragraph.end) {
        spans.push(span(TokenRange::new(start, paragraph.end), true));
    }
    let own = &mut spans[first..];
    sorting::sort_by_key(own, |span| [span.tokens.start.number(), usize::MAX - span.tokens.end.number(), 0]);
    set_depths(own);
}

/// Computes the depths of sorted spans.
fn set_depths(spans: &mut [QuotedSpan]) {
    let mut ends: Vec<TokenIndex> = Vec::new();
    for span in spans {
        ends.retain(|&end| end > span.tokens.start);
        span.depth = ends.len() as u32;
        ends.push(span.tokens.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<(&str, u32)> {
        let document = Document::new(text);
        pair_quotation_marks(&document)
            .iter()
            .map(|span| (document.span(span.inner()).slice(text), span.depth))
            .collect()
    }

    #[test]
    fn apostrophes_are_not_paired() {
        assert_eq!(spans("“The dogs’ owner can't come,” he said of the ’90s."), [("The dogs’ owner can't come,", 0)]);
        assert_eq!(spans("The dogs’ owner and the cats' friend."), []);
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

    #[test]
    fn a_speech_continues_behind_what_is_no_part_of_it() {
        for between in ["Advertisement", "FILE PHOTO: A street in Rome.", "12", "Read more: Who is next?"] {
            let text = format!("Doe said: “One is enough.\n{between}\n“Two.”");
            assert!(pair_quotation_marks(&Document::new(&text))[1].continues, "{between}");
        }
        let document = Document::new("Doe said: “One is enough.\nThe mayor left the room at noon.\n“Two.”");
        assert!(!pair_quotation_marks(&document)[1].continues);
    }
}
