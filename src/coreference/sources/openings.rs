//! Descriptions of people that are no source, but to which a pronoun behind them may refer: those that open a sentence, `A woman
//! beside him disagreed.`, and those in speech that quotes somebody.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::nominals::article::Article;
use super::super::nominals::context::NominalContext;
use super::super::nominals::descriptions::{self, NamelessEntities};
use super::super::nominals::{demonyms, resolution};
use super::super::pronoun_class;
use crate::entities::mention::EntityKind;
use crate::quotes::quote::Quote;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;
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
        let near = sorting::last_starting_by(sources, span.end(), |source| source.start());
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

/// How many tokens before a pronoun inside of speech are searched for a description.
const MAX_TOKENS_BEFORE: usize = 60;

/// Finds descriptions of people inside of speech that quotes somebody by a pronoun: `“My wife laughed. She said, ‘No.’”`
pub(super) fn find_in_speech(article: &Article, quotes: &[Quote]) -> Vec<TokenRange> {
    let document = article.document;
    let mut found: Vec<TokenRange> = Vec::new();
    for quote in quotes {
        let (Some(outer), Some(source)) = (quote.within, quote.source) else { continue };
        let source = document.token_at(source.start());
        if pronoun_class::of(&lexicon::to_lowercase(document.word(source))).is_none() {
            continue;
        }
        let earliest = source.saturating_sub(MAX_TOKENS_BEFORE);
        let pieces = &quotes[outer].content;
        let first = pieces.partition_point(|piece| piece.end() <= document.tokens[earliest].span().start());
        let pieces = pieces[first..].iter().map(|&piece| document.tokens_in(piece));
        for piece in pieces.take_while(|piece| piece.start < source) {
            let searched = found.last().map_or(piece.start, |last| last.end.max(piece.start));
            let mut at = searched.max(earliest);
            while at < source.min(piece.end) {
                let longest = descriptions::person_at(document, at, source);
                found.extend(longest);
                at = longest.map_or(at + 1, |tokens| tokens.end);
            }
        }
    }
    found
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
