//! Makes the classes of an article's mentions consistent: all mentions of a name have one class, unless the tagger is
//! confident of another.

use rustc_hash::FxHashMap;

use super::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon::{entity_words, gazetteer, nouns};
use crate::text::document::Document;

/// The probability from which a mention keeps its class, whatever the name's other mentions are.
const CONFIDENT: f32 = 0.9;

/// The greatest number of names that count as introduced by a company noun.
const MAX_NAMES: usize = 64;

/// Corrects the class of mentions by their words: well-known organizations, buildings, and names behind a company
/// noun, which may look like people.
pub(super) fn apply_name_clues(document: &Document, tagged: &mut [TaggedMention]) {
    let introduced: Vec<&str> = tagged
        .iter()
        .filter(|mention| {
            is_name(mention.class) && (mention.class != EntityClass::Person || mention.probability < CONFIDENT)
        })
        .filter(|mention| {
            mention.tokens.start.checked_sub(1).is_some_and(|before| nouns::is_company_noun(document.word(before)))
        })
        .map(|mention| document.span(mention.tokens).slice(document.text))
        .filter(|name| !gazetteer::is_place(name))
        .take(MAX_NAMES)
        .collect();
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class)) {
        if mention.probability < CONFIDENT
            && gazetteer::is_organization(document.span(mention.tokens).slice(document.text))
        {
            mention.class = EntityClass::Organization;
        }
        let is_introduced = introduced.contains(&document.span(mention.tokens).slice(document.text));
        if is_introduced && (mention.class == EntityClass::Place || mention.probability < CONFIDENT) {
            mention.class = EntityClass::Organization;
        }
        let is_building =
            mention.tokens.len() > 1 && entity_words::is_building_word(document.word(mention.tokens.end - 1));
        if is_building && mention.class == EntityClass::Person {
            mention.class = EntityClass::Facility;
        }
        // `the Irishman` is no name.
        if mention.class == EntityClass::Person
            && mention.tokens.len() == 1
            && gazetteer::is_demonym_noun(document.word(mention.tokens.start))
        {
            mention.class = EntityClass::Group;
        }
        // `Team Doe` is not a person of that given name.
        if mention.class == EntityClass::Person
            && document.word(mention.tokens.start) == "Team"
            && mention.tokens.len() > 1
        {
            mention.class = EntityClass::Organization;
        }
    }
}

/// Gives uncertain mentions the class that their name has elsewhere in the article.
pub(super) fn harmonize_classes(document: &Document, tagged: &mut [TaggedMention]) {
    let mut votes: FxHashMap<&str, [f32; EntityClass::ALL.len()]> = FxHashMap::default();
    let name = |tagged: &TaggedMention| document.span(tagged.tokens).slice(document.text);
    for mention in tagged.iter().filter(|mention| is_name(mention.class)) {
        votes.entry(name(mention)).or_default()[mention.class.number()] += mention.probability;
    }
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class) && mention.probability < CONFIDENT) {
        let votes = &votes[name(mention)];
        let own = votes[mention.class.number()];
        let total: f32 = votes.iter().sum();
        let best = EntityClass::ALL.into_iter().max_by(|&a, &b| votes[a.number()].total_cmp(&votes[b.number()]));
        if let Some(best) = best.filter(|&best| votes[best.number()] > own) {
            mention.class = best;
            mention.probability = mention.probability.min(votes[best.number()] / total);
        }
    }
}

fn is_name(class: EntityClass) -> bool {
    !matches!(class, EntityClass::Date | EntityClass::Money)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token_index::TokenRange;

    fn harmonized(words: &[(EntityClass, f32)]) -> Vec<EntityClass> {
        let text = vec!["Jordan"; words.len()].join(" ");
        let document = Document::new(&text);
        let tag = |(at, &(class, probability))| TaggedMention { tokens: TokenRange::single(at), class, probability };
        let mut tagged: Vec<TaggedMention> = document.all_tokens().iter().zip(words).map(tag).collect();
        harmonize_classes(&document, &mut tagged);
        tagged.into_iter().map(|mention| mention.class).collect()
    }

    #[test]
    fn uncertain_mentions_take_the_class_of_the_majority() {
        use EntityClass::*;
        assert_eq!(harmonized(&[(Person, 0.8), (Person, 0.7), (Place, 0.6)]), [Person; 3]);
    }

    #[test]
    fn confident_mentions_keep_their_class() {
        use EntityClass::*;
        assert_eq!(harmonized(&[(Person, 0.8), (Person, 0.7), (Place, 0.95)]), [Person, Person, Place]);
    }
}
