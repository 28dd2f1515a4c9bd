//! What the first three stages made, in one piece for the later ones.

use super::paragraphs::{self, Paragraph};
use super::sentences::{self, Sentence};
use super::span::Span;
use super::token_index::{TokenIndex, TokenRange};
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

    /// The characters of a token; nothing for one past the end.
    pub fn word(&self, token: TokenIndex) -> &'t str {
        self.token(token).map_or("", |token| token.text(self.text))
    }

    /// A token; nothing past the end.
    pub fn token(&self, token: TokenIndex) -> Option<&Token> {
        self.tokens.get(token.number())
    }

    /// All tokens.
    pub fn all_tokens(&self) -> TokenRange {
        TokenRange::new(TokenIndex::FIRST, self.end())
    }

    /// The token behind the last one.
    pub fn end(&self) -> TokenIndex {
        TokenIndex::new(self.tokens.len())
    }

    /// The text from the first to the last of some tokens, of which there must be one.
    pub fn span(&self, tokens: TokenRange) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }

    /// The first token that starts at `byte` or later.
    pub fn token_at(&self, byte: usize) -> TokenIndex {
        TokenIndex::new(self.tokens.partition_point(|token| token.span.start < byte))
    }

    /// The tokens that begin inside a text range.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        TokenRange::new(self.token_at(span.start), self.token_at(span.end))
    }

    /// The tokens of the paragraph that a token stands in.
    pub fn paragraph_containing(&self, token: TokenIndex) -> TokenRange {
        let number = self.paragraphs.partition_point(|paragraph| paragraph.tokens.end <= token);
        self.paragraphs.get(number).map_or(TokenRange::new(token, token), |paragraph| paragraph.tokens)
    }

    /// The tokens of the sentence that a token stands in.
    pub fn sentence_containing(&self, token: TokenIndex) -> TokenRange {
        let number = self.sentences.partition_point(|sentence| sentence.end <= token);
        let alone = || TokenRange::new(token, (token + 1).min(self.end()));
        self.sentences.get(number).copied().unwrap_or_else(alone)
    }
}
