//! Passages in marks that nobody says: titles, terms, irony.

use serde::{Deserialize, Serialize};

use super::quote::Quote;
use super::quoted_spans::QuotedSpan;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon;
use crate::sorting;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::TokenIndex;
use crate::text::tokens::TokenKind;

/// What a passage in marks seems to be, where it is no speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NonQuotationKind {
    /// The title of a book, a film, a song, a programme.
    Title,
    /// A name, or a nickname within one.
    Name,
    /// A word that is talked about: `the word “probably”`, `the so-called “fix”`.
    Term,
    /// What a foreign word means.
    Translation,
    /// Words that the reporter keeps at a distance.
    Scare,
}

/// A passage in marks that is no speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NonQuotation {
    /// The passage, marks included.
    pub span: Span,
    /// What it seems to be.
    pub seems: NonQuotationKind,
}

/// All marked passages that no quote holds, in the order of the text.
pub fn find(document: &Document, marked: &[QuotedSpan], mentions: &[Mention], quotes: &[Quote]) -> Vec<NonQuotation> {
    let mut spoken: Vec<Span> = quotes.iter().flat_map(|quote| quote.content.iter().copied()).collect();
    sorting::sort_spans(&mut spoken);
    let mut reach = 0;
    // For each piece, how far it and all before it reach.
    let reaches: Vec<usize> = spoken
        .iter()
        .map(|span| {
            reach = reach.max(span.end);
            reach
        })
        .collect();
    let free = |span: Span| {
        let before = spoken.partition_point(|piece| piece.start < span.end);
        before == 0 || reaches[before - 1] <= span.start
    };
    marked
        .iter()
        .filter(|marked| marked.depth == 0 && !marked.open && document.paragraphs[marked.paragraph].role.holds_speech())
        .map(|marked| (marked, document.span(marked.tokens)))
        .filter(|(_, span)| free(*span))
        .map(|(marked, span)| NonQuotation { span, seems: seems(document, marked, mentions) })
        .collect()
}

/// What a passage in marks seems to be, if it is no speech.
pub(super) fn seems(document: &Document, marked: &QuotedSpan, mentions: &[Mention]) -> NonQuotationKind {
    let word = |back: usize| {
        marked
            .tokens
            .start
            .checked_sub(back)
            .map_or(String::new(), |at| lexicon::to_lowercase(document.word(at)).into_owned())
    };
    let before = [word(1), word(2), word(3)];
    let inner = marked.inner();
    let words: Vec<&str> = document.tokens[inner]
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.text(document.text))
        .collect();
    let means = |word: &str| matches!(word, "meaning" | "means" | "translates" | "translated" | "translation");
    if before.iter().any(|word| means(word)) || (before[0] == "or" && before[1] == ",") {
        return NonQuotationKind::Translation;
    }
    let talked_of = |word: &str| {
        matches!(
            word,
            "word"
                | "words"
                | "term"
                | "phrase"
                | "called"
                | "dubbed"
                | "termed"
                | "nicknamed"
                | "labeled"
                | "labelled"
                | "known"
                | "so-called"
                | "named"
                | "slogan"
                | "expression"
                | "label"
        )
    };
    let named = matches!(before[1].as_str(), "nicknamed" | "named" | "dubbed" | "called")
        || matches!(before[2].as_str(), "nicknamed" | "named" | "dubbed" | "called");
    if named && words.first().is_some_and(|word| word.starts_with(char::is_uppercase)) {
        return NonQuotationKind::Name;
    }
    if talked_of(&before[0]) || (matches!(before[0].as_str(), "as" | "the" | "of") && talked_of(&before[1])) {
        return NonQuotationKind::Term;
    }
    let first = mentions.partition_point(|mention| mention.tokens.end <= inner.start);
    let named = mentions.get(first).filter(|mention| mention.tokens.start < inner.end);
    if named.is_some_and(|mention| matches!(mention.kind, EntityKind::Work | EntityKind::Event)) {
        return NonQuotationKind::Title;
    }
    // `Dwayne “The Rock” Johnson`
    let capital = |at: TokenIndex| document.word(at).starts_with(char::is_uppercase);
    if words.len() <= 3
        && marked.tokens.start > TokenIndex::FIRST
        && capital(marked.tokens.start - 1)
        && capital(marked.tokens.end)
    {
        return NonQuotationKind::Name;
    }
    let large = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let small = words.iter().filter(|word| word.len() > 3 && word.starts_with(char::is_lowercase)).count();
    if large > 0 && small == 0 {
        let work = |word: &str| {
            matches!(
                word,
                "album"
                    | "book"
                    | "film"
                    | "movie"
                    | "novel"
                    | "play"
                    | "poem"
                    | "series"
                    | "show"
                    | "single"
                    | "song"
                    | "documentary"
                    | "painting"
                    | "programme"
                    | "program"
                    | "report"
                    | "article"
                    | "essay"
                    | "musical"
            )
        };
        let by = document.word(marked.tokens.end) == "by";
        let titled = before.iter().any(|word| work(word)) || by || words.len() >= 3;
        return if titled { NonQuotationKind::Title } else { NonQuotationKind::Name };
    }
    NonQuotationKind::Scare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::quoted_spans;

    fn first(text: &str) -> NonQuotationKind {
        let document = Document::new(text);
        find(&document, &quoted_spans::find(&document), &[], &[])[0].seems
    }

    #[test]
    fn passages_are_told_apart_by_what_stands_around_them() {
        assert_eq!(first("They sang the song “Yesterday” at noon."), NonQuotationKind::Title);
        assert_eq!(first("Dwayne “The Rock” Johnson came."), NonQuotationKind::Name);
        assert_eq!(first("The so-called “fixers” left."), NonQuotationKind::Term);
        assert_eq!(first("He used the word “probably” twice."), NonQuotationKind::Term);
        assert_eq!(first("The word glasnost, meaning “openness,” spread."), NonQuotationKind::Translation);
        assert_eq!(first("The “experts” were wrong again."), NonQuotationKind::Scare);
        assert_eq!(first("He presented his “Victory Plan” to allies."), NonQuotationKind::Name);
    }
}
