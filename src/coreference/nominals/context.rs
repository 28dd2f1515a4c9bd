//! What the rules for nominals are given.

use super::super::clusters::Clusters;
use super::article::Article;
use super::descriptions::Register;
use crate::text::span::Span;
use crate::text::token_index::TokenRange;

/// A description that is to be resolved, and all that was resolved before it.
pub struct NominalContext<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// The phrase that holds the description.
    pub source: Span,
    /// The description itself.
    pub words: TokenRange,
    /// The entities so far; a rule may add one.
    pub clusters: &'a mut Clusters,
    /// Nameless entities so far.
    pub register: &'a mut Register,
}

impl NominalContext<'_> {
    /// The tokens of the phrase.
    pub fn tokens(&self) -> TokenRange {
        self.article.document.tokens_in(self.source)
    }
}
