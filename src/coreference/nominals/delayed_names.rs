//! Delayed identification: news often opens with a description of the person whose name begins a later paragraph, `A carpet fitter
//! took a widow’s savings, a jury heard. ⏎ Martin Leckie, 51, …`

use super::super::clusters::Clusters;
use super::super::entity::EntityId;
use super::descriptions;
use crate::entities::mention::{EntityKind, Mention, MentionId};
use crate::lexicon::gendered_nouns;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// How many paragraphs behind it may open with the name.
const MAX_PARAGRAPHS_BEHIND: usize = 2;

/// Adds the description that the article opens with to the roles of the person whom it describes.
pub fn find(document: &Document, mentions: &[Mention], clusters: &mut Clusters) {
    let number = document.headlines();
    let first = document.body().nth(number);
    let Some(description) = first.and_then(|paragraph| opening(document, paragraph.tokens.start)) else { return };
    let sentence = document.sentence_containing(description.start);
    if let Some(person) = named_behind(document, mentions, clusters, (number, sentence))
        && gendered_nouns::may_be_of(
            gendered_nouns::evidence(document.word(description.end - 1)),
            clusters.genders[person],
        )
    {
        let role = document.span(description).slice(document.text).to_owned();
        clusters.entities[person].roles.push(role);
    }
}

/// Returns the description of one person that opens a paragraph, without its article.
fn opening(document: &Document, start: TokenIndex) -> Option<TokenRange> {
    if !matches!(document.word(start), "A" | "An") {
        return None;
    }
    let found = descriptions::opening(document, start)?;
    let is_person = descriptions::read(document, found).is_some_and(|read| read.kind == EntityKind::Person);
    (is_person && !descriptions::is_several(document.word(found.end - 1)))
        .then(|| TokenRange::new(found.start + 1, found.end))
}

/// Returns the first person named after a sentence, if the full name opens one of the next paragraphs and the sentence itself
/// names nobody.
fn named_behind(
    document: &Document,
    mentions: &[Mention],
    clusters: &Clusters,
    (paragraph, sentence): (usize, TokenRange),
) -> Option<EntityId> {
    let first = mentions.partition_point(|mention| mention.tokens.start < sentence.start);
    let is_person = |&id: &MentionId| mentions[id].kind == EntityKind::Person;
    let id = (first..mentions.len()).map(MentionId::new).find(is_person)?;
    let name = &mentions[id];
    let mut behind = document.body().skip(paragraph + 1).take(MAX_PARAGRAPHS_BEHIND);
    let opens = behind.any(|other| other.tokens.start == name.tokens.start);
    (opens && name.tokens.len() > 1).then_some(clusters.of_mention[id]).flatten()
}

#[cfg(test)]
mod tests {
    use crate::coreference::clusters;
    use crate::entities;
    use crate::text::document::Document;
    use crate::vocabulary::Vocabulary;

    fn roles(text: &str) -> Vec<(String, Vec<String>)> {
        let document = Document::new(text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let mut clusters = clusters::build(&document, &mentions);
        super::find(&document, &mentions, &mut clusters);
        let entities = clusters.entities.iter().filter(|entity| !entity.roles.is_empty());
        entities.map(|entity| (entity.name.clone(), entity.roles.clone())).collect()
    }

    #[test]
    fn the_name_follows_in_the_next_paragraph() {
        let text = "A carpet fitter took the savings of a widow, a jury heard on Monday.\n\n\
                    Martin Leckie, 51, is said to have found the money under the floor.";
        assert_eq!(roles(text), [("Martin Leckie".to_owned(), vec!["carpet fitter".to_owned()])]);
    }

    #[test]
    fn somebody_named_beside_the_description_is_somebody_else() {
        let text = "A carpet fitter robbed Ann Cole of her savings, a jury heard on Monday.\n\n\
                    Martin Leckie, 51, is said to have found the money under the floor.";
        assert_eq!(roles(text), []);
    }
}
