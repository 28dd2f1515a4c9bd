//! What the first three stages made, in one piece for the later ones.

use super::paragraphs::{self, Paragraph};
use super::sentences::{self, Sentence};
use super::span::Span;
use super::tokens::{self, Token};

/// A text with its tokens, paragraphs and sentences.
#[derive(Debug)]
pub struct Document<'t> {
    /// The text as it was given.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its sentences, by token numbers.
    pub sentences: Vec<Sentence>,
}

impl<'t> Document<'t> {
    /// Reads `text`.
    pub fn new(text: &'t str) -> Self {
        let tokens = tokens::tokenize(text);
        let paragraphs = paragraphs::split(text, &tokens);
        let sentences = sentences::split(text, &tokens, &paragraphs);
        Self { text, tokens, paragraphs, sentences }
    }

    /// The characters of the token with this number; nothing for one past the end.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    /// The text range from the first to the last of a range of tokens.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }

    /// The number of the first token that starts at `byte` or later.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// The tokens that begin inside a text range.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        self.token_at(span.start)..self.token_at(span.end)
    }

    /// The tokens of the paragraph that a token stands in.
    pub fn paragraph_containing(&self, token: usize) -> std::ops::Range<usize> {
        let number = self.paragraphs.partition_point(|paragraph| paragraph.tokens.end <= token);
        self.paragraphs.get(number).map_or(token..token, |paragraph| paragraph.tokens.clone())
    }

    /// The tokens of the sentence that a token stands in.
    pub fn sentence_containing(&self, token: usize) -> std::ops::Range<usize> {
        let number = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(number).cloned().unwrap_or(token..(token + 1).min(self.tokens.len()))
    }
}
