//! Descriptions of people that open a sentence and are no source: `A woman beside him disagreed.` A pronoun of the next
//! sentence may refer to them.

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::super::nominals::article::Article;
use super::super::nominals::context::NominalContext;
use super::super::nominals::descriptions::{self, NamelessEntities};
use super::super::nominals::{demonyms, resolution};
use crate::entities::mention::EntityKind;
use crate::sorting;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;

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
