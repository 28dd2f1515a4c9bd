//! Quotation marks, paired within each paragraph.
//!
//! An opening mark that nothing closes reaches to the end of its paragraph,
//! and no further: the next paragraph starts afresh. Where that one opens
//! with a mark again, the speech goes on in it, as English style has it.

use crate::sorting;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A passage between marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// Tokens from the opening to the closing mark, both included.
    pub tokens: TokenRange,
    /// The paragraph's number.
    pub paragraph: usize,
    /// How many other marked passages it lies in.
    pub depth: usize,
    /// Whether no mark closes it.
    pub open: bool,
    /// Whether it takes up the passage that the paragraph before left open.
    pub continues: bool,
}

impl QuotedSpan {
    /// Tokens between the marks.
    pub fn inner(&self) -> TokenRange {
        TokenRange::new(self.tokens.start + 1, if self.open { self.tokens.end } else { self.tokens.end - 1 })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Angle,
    Single,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
    Neither,
}

/// Pairs the marks of every paragraph; passages in the order in which they open.
pub fn find(document: &Document) -> Vec<QuotedSpan> {
    let mut found: Vec<QuotedSpan> = Vec::new();
    let mut left_open = false;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let starts_marked = document.tokens[paragraph.tokens.start].kind == TokenKind::QuotationMark;
        let mut marked = pair(document, paragraph.tokens, number);
        if let Some(first) = marked.first_mut()
            && left_open
            && first.tokens.start == paragraph.tokens.start
        {
            first.continues = true;
        }
        let next_marked = document
            .paragraphs
            .get(number + 1)
            .is_some_and(|next| document.tokens[next.tokens.start].kind == TokenKind::QuotationMark);
        left_open = next_marked
            && marked.iter().any(|marked| marked.open && marked.depth == 0)
            && (starts_marked || !marked.is_empty());
        found.extend(marked);
    }
    found
}

fn pair(document: &Document, paragraph: TokenRange, number: usize) -> Vec<QuotedSpan> {
    let mut found: Vec<QuotedSpan> = Vec::new();
    let mut stack: Vec<(TokenIndex, Family)> = Vec::new();
    let marks = Marks { document, last_end: last_single_end(document, &paragraph), paragraph: paragraph };
    for at in paragraph {
        if document.tokens[at].kind != TokenKind::QuotationMark {
            continue;
        }
        let family = family(document.word(at));
        let inside = stack.iter().rposition(|&(_, other)| other == family);
        let closes = match marks.side(at, inside.map(|place| document.word(stack[place].0)), family) {
            Side::Open => false,
            Side::Close => true,
            Side::Either => inside.is_some(),
            Side::Neither => continue,
        };
        if !closes {
            // The same mark opened twice: the first one was never closed, and is given up.
            if family != Family::Single
                && let Some(place) = inside
                && stack.len() - place == 1
            {
                stack.truncate(place);
            }
            stack.push((at, family));
        } else if let Some(place) = inside {
            let start = stack[place].0;
            stack.truncate(place);
            if at > start + 1 {
                found.push(QuotedSpan {
                    tokens: TokenRange::new(start, at + 1),
                    paragraph: number,
                    depth: place,
                    open: false,
                    continues: false,
                });
            }
        }
    }
    if let Some(&(start, family)) = stack.first()
        && family != Family::Single
        && start + 1 < paragraph.end
    {
        found.retain(|marked| marked.depth > 0 || marked.tokens.end <= start || marked.tokens.start < start);
        found.push(QuotedSpan {
            tokens: TokenRange::new(start, paragraph.end),
            paragraph: number,
            depth: 0,
            open: true,
            continues: false,
        });
    }
    sorting::sort_by_key(&mut found, |marked| {
        [marked.tokens.start.number(), usize::MAX - marked.tokens.end.number(), 0]
    });
    nest(&mut found);
    found
}

/// Depths anew, since passages may have been given up meanwhile.
fn nest(found: &mut [QuotedSpan]) {
    let mut open: Vec<TokenIndex> = Vec::new();
    for marked in found {
        open.retain(|&end| end > marked.tokens.start);
        marked.depth = open.len();
        open.push(marked.tokens.end);
    }
}

fn family(mark: &str) -> Family {
    match mark {
        "\"" | "“" | "”" | "„" | "‟" | "''" | "``" => Family::Double,
        "«" | "»" => Family::Angle,
        _ => Family::Single,
    }
}

/// A paragraph's marks, for telling what each can do.
struct Marks<'d> {
    document: &'d Document<'d>,
    paragraph: TokenRange,
    /// The last single mark that can close.
    last_end: Option<TokenIndex>,
}

/// The last single mark of a paragraph that stands behind a word and before a gap.
fn last_single_end(document: &Document, paragraph: &TokenRange) -> Option<TokenIndex> {
    paragraph.iter().rev().find(|&at| {
        let token = &document.tokens[at];
        token.kind == TokenKind::QuotationMark
            && matches!(document.word(at), "'" | "’")
            && !token.spaced
            && document.token(at + 1).is_none_or(|next| next.spaced || next.kind != TokenKind::Word)
    })
}

impl Marks<'_> {
    /// What the mark at a token can do.
    fn side(&self, at: TokenIndex, opener: Option<&str>, family: Family) -> Side {
        let Self { document, paragraph, .. } = self;
        let mark = document.word(at);
        let token = &document.tokens[at];
        let first = at == paragraph.start;
        let last = at + 1 == paragraph.end;
        let next = (!last).then(|| &document.tokens[at + 1]);
        let gap_before = first
            || token.spaced
            || matches!(document.word(at - 1), "(" | "[" | "—" | "–" | "--" | "-" | "…" | "..." | "/")
            || (document.tokens[at - 1].kind == TokenKind::QuotationMark && document.tokens[at - 1].spaced);
        let gap_after = next.is_none_or(|next| next.spaced)
            || next.is_some_and(|next| {
                next.kind == TokenKind::Punctuation
                    && !matches!(document.word(at + 1), "$" | "£" | "€" | "…" | "..." | "[" | "(" | "@" | "#")
            })
            || next.is_some_and(|next| next.kind == TokenKind::Possessive);
        if family == Family::Single {
            return self.single(at, opener, gap_before, gap_after);
        }
        match (mark, opener) {
            ("“", Some("„")) | ("»", Some("«")) | ("«", Some("»")) => Side::Close,
            ("„" | "‟" | "``", _) => Side::Open,
            // Typed the wrong way round, as the white space about it tells.
            ("“", Some(_)) if !gap_before && gap_after => Side::Close,
            ("”", None) if gap_before && !gap_after => Side::Open,
            ("“" | "«", _) => Side::Open,
            ("»", None) => Side::Open,
            ("”" | "»", _) => Side::Close,
            _ if gap_before && !gap_after => Side::Open,
            _ if !gap_before && gap_after => {
                // Inches and feet follow a number: 6'2".
                let measure = opener.is_none() && document.tokens[at - 1].kind == TokenKind::Number;
                if measure { Side::Neither } else { Side::Close }
            }
            _ => Side::Either,
        }
    }

    /// Single marks are apostrophes far more often than not.
    fn single(&self, at: TokenIndex, opener: Option<&str>, gap_before: bool, gap_after: bool) -> Side {
        let Self { document, paragraph, last_end } = self;
        match document.word(at) {
            "‚" | "‹" => return Side::Open,
            "›" => {
                return if opener.is_some() { Side::Close } else { Side::Open };
            }
            "‘" | "‛" if opener == Some("‚") => return Side::Close,
            _ => {}
        }
        let closes_word = |at: TokenIndex| {
            let before = document.word(at - 1);
            before.ends_with(['.', ',', '!', '?', '…', ';'])
        };
        if gap_before && !gap_after {
            let elision = document.word(at) != "‘"
                && matches!(
                    lower(document.word(at + 1)).as_str(),
                    "em" | "tis" | "twas" | "til" | "cause" | "n" | "bout" | "round"
                )
                || document
                    .token(at + 1)
                    .is_some_and(|next| next.kind == TokenKind::Number && next.text(document.text).ends_with('s'));
            if elision {
                return Side::Neither;
            }
            // It opens only where another one can close it.
            let has_end = last_end.is_some_and(|end| end > at + 1);
            return if has_end { Side::Open } else { Side::Neither };
        }
        if opener.is_some() && !gap_before && gap_after {
            // `the dogs' owner`: a plural's apostrophe, when a better end comes later.
            let plural = lower(document.word(at - 1)).ends_with('s') && !closes_word(at);
            let better = plural
                && (TokenRange::new(at + 1, paragraph.end.min(at + 200)))
                    .iter()
                    .filter(|&later| {
                        document.tokens[later].kind == TokenKind::QuotationMark
                            && matches!(document.word(later), "'" | "’")
                    })
                    .take_while(|&later| {
                        !document.tokens[later].spaced
                            || document.token(later + 1).is_some_and(|next| next.kind == TokenKind::Number)
                    })
                    .any(closes_word);
            return if better { Side::Neither } else { Side::Close };
        }
        Side::Neither
    }
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(text: &str) -> Vec<(&str, usize)> {
        let document = Document::new(text);
        find(&document).iter().map(|marked| (document.span(marked.inner()).slice(text), marked.depth)).collect()
    }

    #[test]
    fn every_style_of_marks() {
        for text in [
            "“A b,” he said.",
            "\"A b,\" he said.",
            "„A b,“ sagte er.",
            "«A b,» dit-il.",
            "»A b,« sagte er.",
            "‘A b,’ he said.",
            "'A b,' he said.",
            "''A b,'' he said.",
        ] {
            assert_eq!(passages(text), [("A b,", 0)], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(
            passages("'The dogs' owner can't come,' he said of the '90s."),
            [("The dogs' owner can't come,", 0)]
        );
        assert_eq!(passages("The dogs' owner and the cats' friend."), []);
    }

    #[test]
    fn marks_nest() {
        assert_eq!(passages("“He said ‘no’ to me,” she said."), [("He said ‘no’ to me,", 0), ("no", 1)]);
    }

    #[test]
    fn an_unbalanced_mark_harms_its_own_paragraph_only() {
        assert_eq!(passages("He said “this is it.\nShe said “no” twice."), [("this is it.", 0), ("no", 0)]);
    }

    #[test]
    fn a_reopened_paragraph_goes_on() {
        let document = Document::new("“One.\n“Two.”");
        let marked = find(&document);
        assert!(marked[0].open && marked[1].continues && !marked[1].open);
    }
}
