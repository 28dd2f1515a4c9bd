//! Sentences of the reporter's text, each quoted span collapsed into one unit.

use std::borrow::Cow;
use std::ops::Range;

use super::following_attribution::{is_attributed_by, is_signature};
use super::name_tags::NameTags;
use super::quoted_spans::QuotedSpan;
use crate::lexicon;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::{Token, TokenKind};
use crate::vocabulary::Vocabulary;

/// A token outside quotation marks, or a whole quoted span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// A token.
    Token(TokenIndex),
    /// A quoted span, by its number.
    QuotedSpan(usize),
}

/// A sentence of the reporter's text, as a sequence of units.
///
/// Its methods take unit numbers; past the end there is no word and no quoted span.
pub struct CollapsedSentence<'d> {
    document: &'d Document<'d>,
    quoted_spans: &'d [QuotedSpan],
    units: Vec<Unit>,
}

impl<'d> CollapsedSentence<'d> {
    /// Splits a range of tokens into sentences and collapses the quoted spans of one depth.
    ///
    /// A sentence that only says who spoke the quoted span before it joins the sentence of that span.
    pub fn split(
        document: &'d Document<'d>,
        quoted_spans: &'d [QuotedSpan],
        tokens: TokenRange,
        depth: u32,
    ) -> Vec<Self> {
        let mut sentences: Vec<Self> = Vec::new();
        let mut units = Vec::new();
        let first = quoted_spans.partition_point(|span| span.tokens.start < tokens.start);
        let mut spans = (first..quoted_spans.len())
            .take_while(|&number| quoted_spans[number].tokens.start < tokens.end)
            .filter(|&number| quoted_spans[number].depth == depth)
            .peekable();
        let mut next_sentence = document.sentences.partition_point(|sentence| sentence.start <= tokens.start);
        let mut token = tokens.start;
        while token < tokens.end {
            while document.sentences.get(next_sentence).is_some_and(|sentence| sentence.start < token) {
                next_sentence += 1;
            }
            let begins_sentence = document.sentences.get(next_sentence).is_some_and(|sentence| sentence.start == token);
            let span_before = units.last().and_then(|unit| match unit {
                Unit::QuotedSpan(number) => Some(&quoted_spans[*number]),
                Unit::Token(_) => None,
            });
            if begins_sentence
                && !units.is_empty()
                && !span_before.is_some_and(|span| is_attributed_by(document, span, token))
            {
                sentences.push(Self { document, quoted_spans, units: std::mem::take(&mut units) });
            }
            if let Some(number) = spans.next_if(|&number| quoted_spans[number].tokens.start == token) {
                units.push(Unit::QuotedSpan(number));
                token = quoted_spans[number].tokens.end;
            } else {
                units.push(Unit::Token(token));
                token += 1;
            }
        }
        if !units.is_empty() {
            sentences.push(Self { document, quoted_spans, units });
        }
        sentences
    }

    /// Returns a cache key: all that the quotes of the sentence depend on, that is, its words and the white space
    /// before them, sentence starts, names and quoted spans.
    pub fn cache_key(&self, vocabulary: &Vocabulary, names: &NameTags) -> Vec<u32> {
        let tokens = self.all_tokens();
        let mut next_sentence = self.document.sentences.partition_point(|sentence| sentence.start < tokens.start);
        let mut key = Vec::with_capacity(2 * tokens.len() + 8);
        for token in tokens {
            let begins = self.document.sentences.get(next_sentence).is_some_and(|sentence| sentence.start == token);
            next_sentence += usize::from(begins);
            let Token { kind, spaced, .. } = self.document.tokens[token];
            key.push(vocabulary.word_number(token) as u32);
            key.push(
                kind_number(kind) | u32::from(spaced) << 3 | u32::from(begins) << 4 | u32::from(names.tag(token)) << 5,
            );
        }
        for span in (0..self.len()).filter_map(|unit| self.quoted_span(unit)) {
            key.push((span.tokens.start - tokens.start) as u32);
            key.push((span.tokens.end - tokens.start) as u32);
            key.push(u32::from(span.unclosed));
        }
        key.push(tokens.len() as u32);
        key
    }

    /// Returns the number of units.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Returns whether there is no unit; `split` makes no such sentence.
    #[cfg(any(test, feature = "training"))]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Returns the word of a unit; it is empty for a quoted span.
    pub fn word(&self, unit: usize) -> &'d str {
        self.token(unit).map_or("", |token| self.document.word(token))
    }

    /// Returns the word of a unit in lower case.
    pub fn lowercase(&self, unit: usize) -> Cow<'d, str> {
        lexicon::to_lowercase(self.word(unit))
    }

    /// Returns the quoted span that a unit is, if it is one.
    pub fn quoted_span(&self, unit: usize) -> Option<&'d QuotedSpan> {
        match self.units.get(unit) {
            Some(&Unit::QuotedSpan(number)) => Some(&self.quoted_spans[number]),
            _ => None,
        }
    }

    /// Returns whether a unit is a quoted span.
    pub fn is_quoted(&self, unit: usize) -> bool {
        self.quoted_span(unit).is_some()
    }

    /// Returns whether a unit is a word or a number outside quotation marks.
    pub fn is_word(&self, unit: usize) -> bool {
        self.token(unit)
            .is_some_and(|token| matches!(self.document.tokens[token].kind, TokenKind::Word | TokenKind::Number))
    }

    /// Returns whether a unit is the possessive ending.
    pub fn is_possessive(&self, unit: usize) -> bool {
        self.token(unit).is_some_and(|token| self.document.tokens[token].kind == TokenKind::Possessive)
    }

    /// Returns whether a unit is a word with a capital.
    pub fn is_capitalized(&self, unit: usize) -> bool {
        self.word(unit).starts_with(char::is_uppercase)
    }

    /// Returns whether the sentence or a clause ends at a unit: past the last one, or at a sign such as `.` or `;`.
    pub fn is_clause_end(&self, unit: usize) -> bool {
        unit >= self.len() || self.word(unit).starts_with(['.', '!', '?', '…', ';'])
    }

    /// Returns whether a dash at a unit and the name behind it sign what was said before, up to the sentence's end.
    pub fn is_signature(&self, dash: usize) -> bool {
        let tokens = self.tokens(dash..self.len());
        dash + 1 < self.len()
            && is_signature(self.document, tokens.start)
            && !(dash..self.len()).any(|unit| self.is_quoted(unit))
    }

    /// Returns the tokens that a non-empty range of units covers.
    pub fn tokens(&self, units: Range<usize>) -> TokenRange {
        let start = match self.units[units.start] {
            Unit::Token(token) => token,
            Unit::QuotedSpan(number) => self.quoted_spans[number].tokens.start,
        };
        let end = match self.units[units.end - 1] {
            Unit::Token(token) => token + 1,
            Unit::QuotedSpan(number) => self.quoted_spans[number].tokens.end,
        };
        TokenRange::new(start, end)
    }

    /// Returns the tokens of the whole sentence.
    pub fn all_tokens(&self) -> TokenRange {
        self.tokens(0..self.len())
    }

    /// Returns whether there is nothing but quoted spans and signs.
    pub fn is_all_quoted(&self) -> bool {
        (0..self.len()).all(|unit| !self.is_word(unit)) && (0..self.len()).any(|unit| self.is_quoted(unit))
    }

    /// Returns the last token inside the quoted span at a unit; it is empty for another unit.
    pub fn quoted_ending(&self, unit: usize) -> &'d str {
        self.quoted_span(unit).map_or("", |span| self.document.word(span.inner().end - 1))
    }

    /// Returns whether a unit is a quoted span that begins with a capital, as a sentence does.
    pub fn quoted_begins_sentence(&self, unit: usize) -> bool {
        // Behind a lone mark at the end of a paragraph, the next word belongs to another one.
        self.quoted_span(unit)
            .map(QuotedSpan::inner)
            .is_some_and(|inner| !inner.is_empty() && self.document.word(inner.start).starts_with(char::is_uppercase))
    }

    /// Returns the number of words inside the quoted span at a unit.
    pub fn quoted_word_count(&self, unit: usize) -> usize {
        self.quoted_span(unit).map_or(0, |span| {
            self.document.tokens[span.inner()].iter().filter(|token| token.kind == TokenKind::Word).count()
        })
    }

    fn token(&self, unit: usize) -> Option<TokenIndex> {
        match self.units.get(unit) {
            Some(&Unit::Token(token)) => Some(token),
            _ => None,
        }
    }
}

/// The number of a kind of token in cache keys, below 8.
fn kind_number(kind: TokenKind) -> u32 {
    match kind {
        TokenKind::Word => 0,
        TokenKind::Possessive => 1,
        TokenKind::Number => 2,
        TokenKind::QuotationMark => 3,
        TokenKind::Punctuation => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::super::quoted_spans::pair_quotation_marks;
    use super::*;

    fn sentences(text: &str) -> Vec<(String, usize)> {
        let document = Document::new(text);
        let spans = pair_quotation_marks(&document);
        CollapsedSentence::split(&document, &spans, document.all_tokens(), 0)
            .iter()
            .map(|sentence| (document.span(sentence.all_tokens()).slice(text).to_owned(), sentence.len()))
            .collect()
    }

    #[test]
    fn a_quoted_span_is_one_unit() {
        assert_eq!(sentences("“It is over. Go,” he said."), [("“It is over. Go,” he said.".to_owned(), 4)]);
    }

    #[test]
    fn an_attribution_joins_the_question_before_it() {
        assert_eq!(
            sentences("“Why?” Smith asked. He left."),
            [("“Why?” Smith asked.".to_owned(), 4), ("He left.".to_owned(), 3)]
        );
        assert_eq!(sentences("“Why?” He left.").len(), 2);
    }

    #[test]
    fn a_sentence_knows_nothing_of_the_next_paragraph() {
        for text in ["He said “\nMayors left.", "“Why?” –\nJane Doe left."] {
            let document = Document::new(text);
            let spans = pair_quotation_marks(&document);
            let sentences = CollapsedSentence::split(&document, &spans, document.paragraphs[0].tokens, 0);
            let sentence = sentences.last().unwrap();
            let last = sentence.len() - 1;
            assert!(!sentence.quoted_begins_sentence(last) && !sentence.is_signature(last), "{text}");
        }
    }

    #[test]
    fn numbers_of_token_kinds_differ() {
        use TokenKind::*;
        assert_eq!([Word, Possessive, Number, QuotationMark, Punctuation].map(kind_number), [0, 1, 2, 3, 4]);
    }
}
