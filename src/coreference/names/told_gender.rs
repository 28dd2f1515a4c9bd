//! The gender that the words around a name tell.

use crate::entities::mention::Mention;
use crate::lexicon::{Gender, gendered_nouns};
use crate::text::document::Document;
use crate::text::token_index::TokenIndex;

/// Returns the gender that the words around a name tell: `his wife, Jane`, `John and his wife`.
pub fn of(document: &Document, mention: &Mention) -> Option<Gender> {
    let evidence = gendered_nouns::evidence(document.word(noun_before(document, mention)?));
    let end = mention.tokens.end;
    match document.word(end + 1) {
        _ if evidence > 0.0 => Some(Gender::Masculine),
        _ if evidence < 0.0 => Some(Gender::Feminine),
        "his" if document.word(end) == "and" => Some(Gender::Masculine),
        "her" if document.word(end) == "and" => Some(Gender::Feminine),
        _ => None,
    }
}

/// Returns the token before a name, or before the comma there.
pub fn noun_before(document: &Document, mention: &Mention) -> Option<TokenIndex> {
    let last = mention.tokens.start.checked_sub(1)?;
    if document.word(last) == "," { last.checked_sub(1) } else { Some(last) }
}

#[cfg(test)]
mod tests {
    use crate::coreference::clusters;
    use crate::entities;
    use crate::text::document::Document;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn a_title_means_the_spouse_whom_it_fits() {
        let text = "Arben Hoxha and his wife, Mirela, have to leave. “We are sad,” Mirela Hoxha said. Mrs Hoxha cried.";
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let clusters = clusters::build(&document, &mentions);
        let mut named = mentions.iter().zip(&clusters.of_mention);
        let last = named.rfind(|(mention, _)| mention.span.slice(text) == "Hoxha");
        let entity = last.and_then(|(_, entity)| *entity).expect("the last name");
        assert_eq!(clusters.entities[entity].name, "Mirela Hoxha");
    }
}
