//! Inputs of the rules for nominals.

use super::super::clusters::Clusters;
use super::article::Article;
use super::descriptions::NamelessEntities;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;

/// A description to resolve, and the state of resolution before it.
pub struct NominalContext<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The phrase that contains the description.
    pub source: Span,
    /// The description itself.
    pub words: TokenRange,
    /// The entities found so far; a rule may add one.
    pub clusters: &'a mut Clusters,
    /// The entities without a name found so far.
    pub nameless: &'a mut NamelessEntities,
}

impl NominalContext<'_> {
    /// Returns the tokens of the phrase.
    pub fn tokens(&self) -> TokenRange {
        self.article.document.tokens_in(self.source)
    }
}
