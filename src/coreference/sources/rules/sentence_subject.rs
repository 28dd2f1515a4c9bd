//! A pronoun refers to the description that opens the previous sentence.

use super::super::super::nominals::article::Article;
use super::super::super::nominals::context::NominalContext;
use super::super::super::nominals::{self, descriptions};
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{gendered_nouns, nouns};
use crate::text::token_index::{TokenIndex, TokenRange};

/// A pronoun refers to the description that opens the previous sentence.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let document = context.article.document;
    let tokens = opening_description(context.article, context.tokens.start, &context.only_word()?)?;
    let description = document.span(tokens);
    let mut inner = NominalContext {
        article: context.article,
        source: description,
        words: tokens,
        clusters: context.clusters,
        nameless: context.nameless,
    };
    let entity = nominals::resolution::resolve(&mut inner).0.entity()?;
    Some(SourceReferent::SentenceSubject(entity, description))
}

/// Returns the description that opens the previous sentence of the paragraph, if the pronoun agrees with it and with
/// nobody mentioned since: `Curators at two museums watched. They said`.
fn opening_description(article: &Article, pronoun: TokenIndex, word: &str) -> Option<TokenRange> {
    let Article { document, mentions, .. } = *article;
    let before = document.sentences.partition_point(|sentence| sentence.end <= pronoun).checked_sub(1)?;
    let start = document.sentences[before].start;
    let tokens = descriptions::opening(document, start)?;
    let end = tokens.end;
    let found = descriptions::read(document, tokens)?;
    if end > pronoun || pronoun - end > MAX_DISTANCE || article.is_spoken(document.tokens[start].span()) {
        return None;
    }
    let several = descriptions::is_several(document.word(end - 1));
    let fits = match word {
        "they" => found.kind == EntityKind::Group || several,
        "it" => matches!(found.kind, EntityKind::Organization | EntityKind::Work) && !several,
        "he" | "she" => {
            let evidence = gendered_nouns::evidence(document.word(end - 1));
            let against = if word == "he" { evidence < 0.0 } else { evidence > 0.0 };
            found.kind == EntityKind::Person && found.new && !several && !against
        }
        _ => false,
    };
    let next = mentions.partition_point(|mention| mention.tokens.end <= start);
    let mut since = mentions[next..].iter().take_while(|mention| mention.tokens.start < pronoun);
    let rival = |mention: &Mention| match word {
        "they" => matches!(mention.kind, EntityKind::Group | EntityKind::Organization),
        "it" => matches!(mention.kind, EntityKind::Organization | EntityKind::Work),
        _ => mention.kind == EntityKind::Person,
    };
    let others = TokenRange::new(end, pronoun).iter().any(|at| match word {
        "they" => descriptions::is_several(document.word(at)),
        "it" => nouns::is_organization_noun(document.word(at)),
        _ => descriptions::is_person(document.word(at)),
    });
    let inside = document.paragraph_containing(pronoun).contains(start);
    (fits && inside && !others && !since.any(rival)).then_some(tokens)
}

/// The largest number of tokens between a description that opens a sentence and the pronoun.
const MAX_DISTANCE: usize = 60;

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn they_are_the_curators() {
        assert_eq!(
            rules("Curators at two museums watched the sale. They said it was a pity.").last(),
            Some(&"sentence-subject")
        );
    }
}
