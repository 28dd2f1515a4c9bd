//! A text with its tokens, paragraphs and sentences.

use super::paragraphs::{self, Paragraph};
use super::sentences::{self, Sentence};
use super::span::Span;
use super::token_index::{TokenIndex, TokenRange};
use super::tokens::{self, Token, TokenKind};

/// A text with its tokens, paragraphs and sentences.
#[derive(Debug)]
pub struct Document<'t> {
    /// The original text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Whether its capitals say nothing of names.
    pub is_caseless: bool,
}

/// How many paragraphs are searched for headlines: the menus of a page may stand before them.
const MAX_SEARCHED: usize = 100;

/// How many paragraphs may be headlines: what a mail begins with, the headline itself, the line below it.
const MAX_HEADLINES: usize = 3;

impl<'t> Document<'t> {
    /// Segments a text.
    pub fn new(text: &'t str) -> Self {
        let tokens = tokens::tokenize(text);
        let paragraphs = paragraphs::split_paragraphs(text, &tokens);
        let sentences = sentences::split_sentences(text, &tokens, &paragraphs);
        Self { text, tokens, paragraphs, sentences, is_caseless: false }
    }

    /// Segments a text whose capitals say nothing of names, because nearly every word has one.
    pub fn without_case(text: &'t str) -> Self {
        Self { is_caseless: true, ..Self::new(text) }
    }

    /// Returns the text of a token, empty past the end.
    pub fn word(&self, token: TokenIndex) -> &'t str {
        self.token(token).map_or("", |token| token.text(self.text))
    }

    /// Returns a token, or `None` past the end.
    pub fn token(&self, token: TokenIndex) -> Option<&Token> {
        self.tokens.get(token.number())
    }

    /// Returns the range of all tokens.
    pub fn all_tokens(&self) -> TokenRange {
        TokenRange::new(TokenIndex::FIRST, self.end())
    }

    /// Returns the index behind the last token.
    pub fn end(&self) -> TokenIndex {
        TokenIndex::new(self.tokens.len())
    }

    /// Returns the span from the first to the last of some tokens, which must not be empty.
    pub fn span(&self, tokens: TokenRange) -> Span {
        self.tokens[tokens.start].span().to(self.tokens[tokens.end - 1].span())
    }

    /// Returns the first token that starts at a byte or later.
    pub fn token_at(&self, byte: usize) -> TokenIndex {
        TokenIndex::new(self.tokens.partition_point(|token| token.span().start() < byte))
    }

    /// Returns the tokens that begin inside a span.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        TokenRange::new(self.token_at(span.start()), self.token_at(span.end()))
    }

    /// Returns the number of the paragraph that contains a token; how many there are if none does.
    pub fn paragraph_number(&self, token: TokenIndex) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.tokens.end <= token)
    }

    /// Iterates over the paragraphs of the article itself: the headline and the text, without bylines, captions and the like.
    pub fn body(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(|paragraph| paragraph.holds_speech())
    }

    /// Returns how many paragraphs of [`body`](Self::body) are headlines: what stands before the first one that ends a sentence.
    pub fn headlines(&self) -> usize {
        let ends_sentence = |paragraph: &Paragraph| {
            let mut words = paragraph.tokens.iter().rev().map(|at| &self.tokens[at]);
            let last = words.find(|token| token.kind != TokenKind::QuotationMark);
            last.is_some_and(|last| matches!(last.text(self.text), "." | ","))
        };
        let first = self.paragraphs.iter().take(MAX_SEARCHED).filter(|paragraph| paragraph.holds_speech());
        first.take(MAX_HEADLINES + 1).position(ends_sentence).unwrap_or_default()
    }

    /// Returns whether a token stands in the first paragraph behind the headlines.
    pub fn is_in_lead(&self, token: TokenIndex) -> bool {
        self.paragraph_number(token) < MAX_SEARCHED
            && self.body().nth(self.headlines()).is_some_and(|lead| lead.tokens.contains(token))
    }

    /// Returns whether a token stands in a headline.
    pub fn is_in_headline(&self, token: TokenIndex) -> bool {
        self.body().take(self.headlines()).any(|headline| headline.tokens.contains(token))
    }

    /// Returns the tokens of the paragraph that contains a token.
    pub fn paragraph_containing(&self, token: TokenIndex) -> TokenRange {
        self.paragraphs
            .get(self.paragraph_number(token))
            .map_or(TokenRange::new(token, token), |paragraph| paragraph.tokens)
    }

    /// Returns the sentence that contains a token.
    pub fn sentence_containing(&self, token: TokenIndex) -> TokenRange {
        let number = self.sentences.partition_point(|sentence| sentence.end <= token);
        let alone = || TokenRange::new(token, (token + 1).min(self.end()));
        self.sentences.get(number).copied().unwrap_or_else(alone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_end_no_sentence() {
        let headlines = |text: &str| Document::new(text).headlines();
        assert_eq!(headlines("Minister says ‘it is over’\n\nWhat comes next\n\nThe minister left on Monday."), 2);
        assert_eq!(headlines("The minister left on Monday.\n\nShe was late."), 0);
        assert_eq!(headlines("No sentence ends here\n\nor here"), 0);
    }
}
