//! A capitalized source is a name even where the tagger did not recognize it: `50 Cent`, `M&S`.

use super::super::super::entity::Entity;
use super::super::context::SourceContext;
use super::super::referent::SourceReferent;
use crate::entities::mention::EntityKind;
use crate::lexicon;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::vocabulary::is_common_word;

/// The most tokens of such a name.
const MAX_TOKENS: usize = 5;

/// A capitalized source is a name even where the tagger did not recognize it: `50 Cent`, `M&S`.
pub fn apply(context: &mut SourceContext) -> Option<SourceReferent> {
    let document = context.article.document;
    let tokens = context.tokens;
    let comma = tokens.iter().find(|&at| document.word(at) == ",").unwrap_or(tokens.end);
    let name = TokenRange::new(tokens.start, comma);
    let word = |at: TokenIndex| document.word(at);
    let is_part = |at: TokenIndex| {
        word(at).starts_with(char::is_uppercase)
            || document.tokens[at].kind == TokenKind::Number && name.len() > 1
            || word(at) == "&"
    };
    if document.is_caseless || name.is_empty() || name.len() > MAX_TOKENS || !name.iter().all(is_part) {
        return None;
    }
    let lower = lexicon::to_lowercase(word(name.start));
    let has_article = lower == "the";
    let last = lexicon::to_lowercase(word(name.end - 1));
    let is_empty = name.len() == 1 && (lexicon::is_determiner(&lower) || lexicon::is_calendar_name(&lower));
    let begins = document.sentence_containing(name.start).start == name.start;
    // At the start of a sentence the capital tells nothing.
    let is_ordinary = begins && name.len() - usize::from(has_article) == 1 && is_common_word(&last);
    let is_pronoun = lexicon::is_subject_pronoun(&last) || lexicon::is_determiner(&last);
    let has_letters = name.iter().any(|at| word(at).starts_with(char::is_uppercase) && word(at).len() > 1);
    if is_empty || is_ordinary || is_pronoun || !has_letters {
        return None;
    }
    let text = document.span(name).slice(document.text);
    let is_acronym = !text.contains(char::is_lowercase) && text.len() > 1;
    let kind = if is_acronym { EntityKind::Organization } else { EntityKind::Person };
    let clusters = &mut context.clusters;
    let entity = *context
        .unknown_names
        .entry(text.to_owned())
        .or_insert_with(|| clusters.push(Entity::new(kind, text.to_owned(), true)));
    Some(SourceReferent::Described(entity))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sources::test_support::rules;

    #[test]
    fn capitals_make_a_name() {
        assert_eq!(rules("“It works,” said 50 Cent on Monday.").last(), Some(&"unknown-name"));
        assert_ne!(rules("Others said it works.").last(), Some(&"unknown-name"));
    }
}
