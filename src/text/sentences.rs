//! Third stage: sentences, which never cross a paragraph's edge.

use super::paragraphs::Paragraph;
use super::token_index::{TokenIndex, TokenRange};
use super::tokens::{Token, TokenKind};

/// A sentence, as a range of token numbers; closing marks belong to it.
pub type Sentence = TokenRange;

/// Cuts every paragraph into sentences.
///
/// A sentence ends after `.`, `!`, `?` or `…`, the closing marks and brackets
/// behind it included, where a capital, a digit or an opening mark follows.
pub fn split(text: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> Vec<Sentence> {
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
    sentences
}

/// Whether the token is one that ends sentences.
pub fn ends_sentence(text: &str, tokens: &[Token], at: TokenIndex) -> bool {
    let word = tokens[at].text(text);
    match tokens[at].kind {
        TokenKind::Punctuation => word.starts_with(['.', '!', '?', '…']),
        // `U.S.` or `Inc.` may end a sentence too, when what follows is no name.
        TokenKind::Word => {
            word.ends_with('.') && tokens.get(at.number() + 1).is_some_and(|next| is_sentence_starter(next.text(text)))
        }
        _ => false,
    }
}

fn is_sentence_starter(word: &str) -> bool {
    const STARTERS: &[&str] = &[
        "A", "After", "All", "And", "As", "At", "But", "For", "He", "Her", "His", "However", "I", "If", "In", "It",
        "Its", "On", "She", "Some", "That", "The", "Their", "There", "These", "They", "This", "We", "When", "While",
        "You",
    ];
    STARTERS.binary_search(&word).is_ok()
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
        let paragraphs = paragraphs::split(text, &tokens);
        split(text, &tokens, &paragraphs)
            .into_iter()
            .map(|range| &text[tokens[range.start].span.start..tokens[range.end - 1].span.end])
            .collect()
    }

    #[test]
    fn marks_stay_with_their_sentence() {
        assert_eq!(
            sentences("“Go. Now!” He left. “Why?” she asked."),
            ["“Go.", "Now!”", "He left.", "“Why?” she asked."]
        );
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(
            sentences("Mr. Lee met the U.S. envoy. It rained in the U.S. The end."),
            ["Mr. Lee met the U.S. envoy.", "It rained in the U.S.", "The end."]
        );
    }
}
