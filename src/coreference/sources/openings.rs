//! Descriptions of people that are no source, but to which a pronoun behind them may refer: those that open a sentence, `A woman
//! beside him disagreed.`, and those in speech that quotes somebody.

use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use super::super::nominals::article::Article;
use super::super::nominals::context::NominalContext;
use super::super::nominals::descriptions::{self, NamelessEntities};
use super::super::nominals::{demonyms, resolution};
use super::super::{only, pronoun_class};
use crate::entities::mention::EntityKind;
use crate::quotes::quote::Quote;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
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
        let opening = if is_age {
            age
        } else {
            descriptions::opening(document, sentence.start)
                .or_else(|| descriptions::one_of_several(document, sentence.start))
                .or_else(|| behind_adverbial(document, sentence))?
        };
        let span = document.span(opening);
        let is_person = is_age
            || descriptions::read(document, opening).is_some_and(|found| found.kind == EntityKind::Person)
                && (!descriptions::is_several(document.word(opening.end - 1))
                    || descriptions::is_one_of(document, opening));
        let near = sorting::last_starting_by(sources, span.end(), |source| source.start());
        let is_source = near.iter().any(|source| source.overlaps(span));
        let is_predicate = is_predicate(document, opening, *sentence);
        (is_person && !is_source && !is_predicate && !article.is_spoken(span)).then_some(opening)
    };
    let openings = document.body().flat_map(|paragraph| {
        let first = document.sentences.partition_point(|sentence| sentence.end <= paragraph.tokens.start);
        let own = document.sentences[first..].iter().take_while(|sentence| sentence.start < paragraph.tokens.end);
        own.filter_map(|sentence| find(paragraph.tokens, sentence)).collect::<Vec<_>>()
    });
    openings.collect()
}

/// Returns the only person whose name comes later and who has exactly the role that the article opens with.
fn named_later(document: &Document, opening: TokenRange, clusters: &Clusters) -> Option<EntityId> {
    let span = document.span(TokenRange::new(opening.start + 1, opening.end));
    if !document.is_in_lead(opening.start) {
        return None;
    }
    let role = span.slice(document.text);
    let is_later = |entity: &Entity| entity.mentions.first().is_some_and(|(mention, _)| mention.start() > span.end());
    let has_role = |entity: &Entity| entity.roles.iter().any(|other| other == role);
    only(clusters.ids().filter(|&entity| {
        let entity = &clusters.entities[entity];
        is_later(entity) && has_role(entity)
    }))
}

/// Whether a description only says what the subject behind it is: `A former teacher who owns the shop, he had campaigned …`
fn is_predicate(document: &Document, opening: TokenRange, sentence: TokenRange) -> bool {
    let behind = TokenRange::new(opening.end, (opening.end + MAX_PREDICATE).min(sentence.end));
    let comma = behind.iter().find(|&at| document.word(at) == ",");
    comma.is_some_and(|comma| matches!(document.word(comma + 1), "he" | "she"))
}

/// How far behind a description the comma may be that ends its relative clause, in tokens.
const MAX_PREDICATE: usize = 18;

/// The most tokens of an adverbial that opens a sentence.
const MAX_ADVERBIAL: usize = 9;

/// Finds a description of somebody new behind an adverbial that opens a sentence: `Outside the hall a spokeswoman declined …`
fn behind_adverbial(document: &Document, sentence: &TokenRange) -> Option<TokenRange> {
    let first = lexicon::to_lowercase(document.word(sentence.start));
    if !lexicon::is_preposition(&first) && !lexicon::is_adverb(&first) {
        return None;
    }
    let last = (sentence.start + MAX_ADVERBIAL).min(sentence.end);
    let is_article = |&at: &TokenIndex| matches!(document.word(at), "a" | "an" | "another");
    let is_free = |&at: &TokenIndex| {
        let before = lexicon::to_lowercase(document.word(at - 1));
        let is_noun = before.starts_with(char::is_alphanumeric) && at > sentence.start + 1;
        before == ","
            || at == sentence.start + 1 && lexicon::is_adverb(&before)
            || is_noun
                && !lexicon::is_preposition(&before)
                && !lexicon::is_conjunction(&before)
                && !lexicon::is_auxiliary(&before)
                && !before.ends_with("ing")
                && !before.ends_with("ed")
    };
    let start = TokenRange::new(sentence.start + 1, last).iter().filter(is_article).find(is_free)?;
    let found = descriptions::person_at(document, start, sentence.end)?;
    let next = document.word(found.end);
    let is_followed = next == "," || next.starts_with(char::is_lowercase) && !matches!(next, "and" | "or");
    is_followed.then_some(found)
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
    if let Some(person) = named_later(article.document, opening, clusters) {
        return Some(person);
    }
    let mut context = NominalContext { article, source, words: opening, clusters, nameless };
    resolution::resolve(&mut context).0.entity()
}
