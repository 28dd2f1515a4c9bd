//! Descriptions of people that open a sentence and are no source: `A woman beside him disagreed.` A pronoun of the next
//! sentence may refer to them.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::nominals::article::Article;
use super::super::nominals::context::NominalContext;
use super::super::nominals::descriptions::{self, NamelessEntities};
use super::super::nominals::{demonyms, resolution};
use super::super::pronoun_class;
use crate::entities::mention::EntityKind;
use crate::quotes::quote::Quote;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::{lexicon, sorting};

/// Finds the descriptions, in the order of the text; `sources` are sorted.
pub(super) fn find(article: &Article, sources: &[Span]) -> Vec<TokenRange> {
    let document = article.document;
    let find = |paragraph: TokenRange, sentence: &TokenRange| {
        if !paragraph.contains(sentence.start) {
            return None;
        }
        let age = TokenRange::new(sentence.start, (sentence.start + 2).min(sentence.end));
        let is_age = age.len() == 2 && demonyms::age(document, document.span(age)).is_some();
        let opening = if is_age { age } else { descriptions::opening(document, sentence.start)? };
        let span = document.span(opening);
        let is_person = is_age
            || descriptions::read(document, opening).is_some_and(|found| found.kind == EntityKind::Person)
                && !descriptions::is_several(document.word(opening.end - 1));
        let near = sorting::last_starting_by(sources, span.end, |source| source.start);
        let is_source = near.iter().any(|source| source.overlaps(span));
        (is_person && !is_source && !article.is_spoken(span)).then_some(opening)
    };
    let body = document.paragraphs.iter().filter(|paragraph| paragraph.holds_speech());
    let openings = body.flat_map(|paragraph| {
        let first = document.sentences.partition_point(|sentence| sentence.end <= paragraph.tokens.start);
        let own = document.sentences[first..].iter().take_while(|sentence| sentence.start < paragraph.tokens.end);
        own.filter_map(|sentence| find(paragraph.tokens, sentence)).collect::<Vec<_>>()
    });
    openings.collect()
}

/// The most tokens of a description inside of speech.
const MAX_HEARD: usize = 5;

/// Finds descriptions of people inside of speech that quotes somebody by a pronoun: `“My wife laughed. She said, ‘No.’”`
pub(super) fn find_heard(article: &Article, quotes: &[Quote]) -> Vec<TokenRange> {
    let document = article.document;
    let mut found: Vec<TokenRange> = Vec::new();
    for quote in quotes {
        let (Some(outer), Some(source)) = (quote.within, quote.source) else { continue };
        let source = document.token_at(source.start);
        if pronoun_class::of(&lexicon::to_lowercase(document.word(source))).is_none() {
            continue;
        }
        for &piece in &quotes[outer].content {
            let piece = document.tokens_in(piece);
            let start = found.last().map_or(piece.start, |last| last.end.max(piece.start));
            let mut at = start.max(source.saturating_sub(MAX_HEARD_BEFORE));
            while at < source.min(piece.end) {
                let longest = heard_at(document, at, source);
                found.extend(longest);
                at = longest.map_or(at + 1, |tokens| tokens.end);
            }
        }
    }
    found
}

/// How many tokens before a pronoun are searched for whom it means.
const MAX_HEARD_BEFORE: usize = 60;

/// Returns the longest description of one person that starts at a token.
fn heard_at(document: &Document, start: TokenIndex, end: TokenIndex) -> Option<TokenRange> {
    if !lexicon::is_determiner(&lexicon::to_lowercase(document.word(start))) {
        return None;
    }
    let ends = TokenRange::new(start + 2, (start + MAX_HEARD + 1).min(end));
    let is_person = |end: &TokenIndex| {
        let tokens = TokenRange::new(start, *end);
        let is_plain = TokenRange::new(start + 1, *end).iter().all(|at| {
            let word = document.word(at);
            document.tokens[at].kind == TokenKind::Word
                && !lexicon::is_preposition(word)
                && !lexicon::is_auxiliary(word)
        });
        is_plain
            && descriptions::read(document, tokens).is_some_and(|found| found.kind == EntityKind::Person)
            && !descriptions::is_several(document.word(*end - 1))
    };
    ends.iter().rev().find(is_person).map(|end| TokenRange::new(start, end))
}

/// Resolves a description to an entity.
pub(super) fn resolve(
    article: &Article,
    opening: TokenRange,
    clusters: &mut Clusters,
    nameless: &mut NamelessEntities,
) -> Option<EntityId> {
    let source = article.document.span(opening);
    let mut context = NominalContext { article, source, words: opening, clusters, nameless };
    resolution::resolve(&mut context).0.entity()
}
