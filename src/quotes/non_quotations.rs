//! Quoted spans that nobody says: titles, names, terms, scare quotes.

use serde::{Deserialize, Serialize};

use super::quote::Quote;
use super::quoted_spans::QuotedSpan;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon;
use crate::lexicon::quotation_words::{is_term_word, is_work_noun};
use crate::sorting;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;

/// What a quoted span is that is not speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum NonQuotationKind {
    /// The title of a book, a film, a song, a programme.
    Title,
    /// A name, or a nickname within one.
    Name,
    /// A word that is mentioned rather than used: `the word “probably”`, `the so-called “fix”`.
    Term,
    /// The meaning of a foreign word.
    Translation,
    /// A scare quote, from which the reporter keeps a distance.
    Scare,
}

/// A quoted span that is not speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NonQuotation {
    /// The span, quotation marks included.
    pub span: Span,
    /// What it probably is.
    pub kind: NonQuotationKind,
}

/// Finds the quoted spans that belong to no quote, in the order of the text.
pub fn find_non_quotations(
    document: &Document,
    quoted_spans: &[QuotedSpan],
    mentions: &[Mention],
    quotes: &[Quote],
) -> Vec<NonQuotation> {
    let mut pieces: Vec<Span> = quotes.iter().flat_map(|quote| quote.content.iter().copied()).collect();
    sorting::sort_spans(&mut pieces);
    // For each piece, the largest end of it and all before it.
    let ends: Vec<usize> = pieces
        .iter()
        .scan(0, |end, piece| {
            *end = piece.end().max(*end);
            Some(*end)
        })
        .collect();
    let is_quote = |span: Span| {
        let before = pieces.partition_point(|piece| piece.start() < span.end());
        before > 0 && ends[before - 1] > span.start()
    };
    quoted_spans
        .iter()
        .filter(|quoted| {
            quoted.depth == 0 && !quoted.unclosed && document.paragraphs[quoted.paragraph as usize].holds_speech()
        })
        .map(|quoted| (quoted, document.span(quoted.tokens)))
        .filter(|(_, span)| !is_quote(*span))
        .map(|(quoted, span)| NonQuotation { span, kind: non_quotation_kind(document, quoted, mentions) })
        .collect()
}

/// Returns what a quoted span probably is, if it is not speech.
pub(super) fn non_quotation_kind(document: &Document, quoted: &QuotedSpan, mentions: &[Mention]) -> NonQuotationKind {
    let word_before = |distance: usize| {
        let token = quoted.tokens.start.checked_sub(distance);
        token.map_or_else(Default::default, |token| lexicon::to_lowercase(document.word(token)))
    };
    let before = [word_before(1), word_before(2), word_before(3)];
    let before = before.each_ref().map(|word| &**word);
    let inner = quoted.inner();
    let words: Vec<&str> = inner
        .iter()
        .filter(|&token| document.tokens[token].kind == TokenKind::Word)
        .map(|token| document.word(token))
        .collect();
    let begins_capitalized = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    if introduces_translation(before) {
        return NonQuotationKind::Translation;
    }
    let is_naming = |word: &str| matches!(word, "nicknamed" | "named" | "dubbed" | "called");
    if begins_capitalized && (is_naming(before[1]) || is_naming(before[2])) {
        return NonQuotationKind::Name;
    }
    if is_term_word(before[0]) || (matches!(before[0], "as" | "the" | "of") && is_term_word(before[1])) {
        return NonQuotationKind::Term;
    }
    let first = mentions.partition_point(|mention| mention.tokens.end <= inner.start);
    let mention = mentions.get(first).filter(|mention| mention.tokens.start < inner.end);
    if mention.is_some_and(|mention| matches!(mention.kind, EntityKind::Work | EntityKind::Event)) {
        return NonQuotationKind::Title;
    }
    if words.len() <= 3 && stands_within_name(document, quoted) {
        return NonQuotationKind::Name;
    }
    let has_capital = words.iter().any(|word| word.starts_with(char::is_uppercase));
    let has_long_lowercase = words.iter().any(|word| word.len() > 3 && word.starts_with(char::is_lowercase));
    if !has_capital || has_long_lowercase {
        return NonQuotationKind::Scare;
    }
    let is_title = before.into_iter().any(is_work_noun) || document.word(quoted.tokens.end) == "by" || words.len() >= 3;
    if is_title { NonQuotationKind::Title } else { NonQuotationKind::Name }
}

/// Whether the three words before a quoted span, from the nearest on, say that it is a translation.
fn introduces_translation(before: [&str; 3]) -> bool {
    let means = |word: &str| matches!(word, "meaning" | "means" | "translates" | "translated" | "translation");
    before.into_iter().any(means) || (before[0] == "or" && before[1] == ",")
}

/// `Dwayne “The Rock” Johnson`
fn stands_within_name(document: &Document, quoted: &QuotedSpan) -> bool {
    let is_capitalized = |token: TokenIndex| document.word(token).starts_with(char::is_uppercase);
    quoted.tokens.start.checked_sub(1).is_some_and(is_capitalized) && is_capitalized(quoted.tokens.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::quoted_spans::pair_quotation_marks;

    fn first_kind(text: &str) -> NonQuotationKind {
        let document = Document::new(text);
        find_non_quotations(&document, &pair_quotation_marks(&document), &[], &[])[0].kind
    }

    #[test]
    fn the_context_tells_what_a_quoted_span_is() {
        assert_eq!(first_kind("They sang the song “Yesterday” at noon."), NonQuotationKind::Title);
        assert_eq!(first_kind("Dwayne “The Rock” Johnson came."), NonQuotationKind::Name);
        assert_eq!(first_kind("The so-called “fixers” left."), NonQuotationKind::Term);
        assert_eq!(first_kind("He used the word “probably” twice."), NonQuotationKind::Term);
        assert_eq!(first_kind("The word glasnost, meaning “openness,” spread."), NonQuotationKind::Translation);
        assert_eq!(first_kind("The “experts” were wrong again."), NonQuotationKind::Scare);
        assert_eq!(first_kind("He presented his “Victory Plan” to allies."), NonQuotationKind::Name);
    }
}
