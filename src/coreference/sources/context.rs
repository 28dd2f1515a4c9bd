//! Inputs of the rules for sources.

use rustc_hash::FxHashMap;

use super::super::clusters::Clusters;
use super::super::decision::Decision;
use super::super::entity::EntityId;
use super::super::nominals::article::Article;
use super::super::nominals::coordination::Groups;
use super::super::nominals::descriptions::NamelessEntities;
use super::super::nominals::phrase_heads::Head;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A source to resolve, and the state of resolution before it.
pub struct SourceContext<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The source phrase.
    pub source: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The heads of the phrase.
    pub heads: &'a [Head],
    /// The entities found so far; a rule may add one.
    pub clusters: &'a mut Clusters,
    /// The entities without a name found so far.
    pub nameless: &'a mut NamelessEntities,
    /// The groups found so far.
    pub groups: &'a mut Groups,
    /// The entities of names that the tagger does not know.
    pub unknown_names: &'a mut FxHashMap<String, EntityId>,
    /// The members of groups that are described without a name, each with the rule that decided.
    pub described_members: &'a mut Vec<(TokenRange, EntityId, Decision)>,
    /// The decision of the rules for nominals, if a rule delegated to them.
    pub delegated: Option<Decision>,
}

impl SourceContext<'_> {
    /// Returns the lower-cased word of a source that consists of one word.
    pub fn only_word(&self) -> Option<String> {
        let document = self.article.document;
        let mut words = self.tokens.iter().filter(|&at| document.tokens[at].kind == TokenKind::Word);
        match (words.next(), words.next()) {
            (Some(word), None) => Some(lexicon::to_lowercase(document.word(word)).into_owned()),
            _ => None,
        }
    }
}

/// Returns the mention of a person that ends just before a token, with or without a comma between them.
pub fn person_before(document: &Document, mentions: &[Mention], token: TokenIndex) -> Option<MentionId> {
    let end = if document.word(token.checked_sub(1)?) == "," { token - 1 } else { token };
    mention_ending_at(mentions, end).filter(|&mention| mentions[mention].kind == EntityKind::Person)
}

/// Returns the mention whose last token is just before a token.
pub fn mention_ending_at(mentions: &[Mention], end: TokenIndex) -> Option<MentionId> {
    let last = mentions.partition_point(|mention| mention.tokens.end <= end).checked_sub(1).map(MentionId::new)?;
    (mentions[last].tokens.end == end).then_some(last)
}
