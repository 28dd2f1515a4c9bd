//! Sentence segmentation; a sentence never crosses a paragraph's edge.

use super::paragraphs::Paragraph;
use super::token_index::{TokenIndex, TokenRange};
use super::tokens::{Token, TokenKind};
use crate::lexicon;

/// The tokens of a sentence, with its closing marks.
pub type Sentence = TokenRange;

/// Splits every paragraph into sentences.
///
/// A sentence ends after `.`, `!`, `?` or `…`, the closing marks and brackets
/// behind it included, where a capital, a digit or an opening mark follows.
pub fn split_sentences(text: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs {
        let mut start = paragraph.tokens.start;
        let mut at = start;
        while at < paragraph.tokens.end {
            at += 1;
            if !ends_sentence(text, tokens, at - 1) {
                continue;
            }
            while at < paragraph.tokens.end && !tokens[at].spaced && is_closing(text, &tokens[at]) {
                at += 1;
            }
            if at < paragraph.tokens.end && begins_sentence(text, tokens, at) {
                sentences.push(TokenRange::new(start, at));
                start = at;
            }
        }
        if start < paragraph.tokens.end {
            sentences.push(TokenRange::new(start, paragraph.tokens.end));
        }
    }
    sentences.shrink_to_fit();
    sentences
}

/// Returns whether a token can end a sentence.
pub fn ends_sentence(text: &str, tokens: &[Token], at: TokenIndex) -> bool {
    let word = tokens[at].text(text);
    match tokens[at].kind {
        TokenKind::Punctuation => word.starts_with(['.', '!', '?', '…']),
        // `U.S.` or `Inc.` may end a sentence too, if a sentence starter follows.
        TokenKind::Word => {
            word.ends_with('.')
                && tokens.get(at.number() + 1).is_some_and(|next| {
                    lexicon::is_sentence_starter(next.text(text))
                        // `at 3 p.m. “We won,” he said`
                        || (next.spaced && next.text(text) == "“" && word[..word.len() - 1].contains('.'))
                })
        }
        _ => false,
    }
}

fn is_closing(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::QuotationMark || matches!(token.text(text), ")" | "]" | "!" | "?" | "…" | ".")
}

fn begins_sentence(text: &str, tokens: &[Token], at: TokenIndex) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Word | TokenKind::Number => !token.text(text).starts_with(char::is_lowercase),
        TokenKind::QuotationMark => {
            token.spaced
                && tokens.get(at.number() + 1).is_none_or(|next| !next.text(text).starts_with(char::is_lowercase))
        }
        TokenKind::Possessive => false,
        TokenKind::Punctuation => {
            token.spaced && matches!(token.text(text), "(" | "[" | "—" | "–" | "…" | "¿" | "¡" | "$" | "£" | "€" | "•")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{paragraphs, tokens::tokenize};
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let tokens = tokenize(text);
        let paragraphs = paragraphs::split_paragraphs(text, &tokens);
        split_sentences(text, &tokens, &paragraphs)
            .into_iter()
            .map(|range| &text[tokens[range.start].span().start()..tokens[range.end - 1].span().end()])
            .collect()
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        assert_eq!(
            sentences("“Go. Now!” He left. “Why?” she asked."),
            ["“Go.", "Now!”", "He left.", "“Why?” she asked."]
        );
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        assert_eq!(
            sentences("Mr. Lee met the U.S. envoy. It rained in the U.S. The end."),
            ["Mr. Lee met the U.S. envoy.", "It rained in the U.S.", "The end."]
        );
    }
}
