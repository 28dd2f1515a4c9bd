//! One name, one kind: what stands in several places is taken alike, unless
//! a place surely says otherwise.

use rustc_hash::FxHashMap;

use super::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon::{entity_words, gazetteer, nouns};
use crate::text::document::Document;

/// From here on a mention keeps its class, whatever the name's other places say.
const CONFIDENT: f32 = 0.9;

/// Of so many names an article may say what they are.
const MAX_NAMES: usize = 64;

/// Gives unsure mentions of well-known organisations and of buildings, which may look like people, their class.
pub(super) fn apply_name_clues(document: &Document, tagged: &mut [TaggedMention]) {
    let told: Vec<&str> = tagged
        .iter()
        .filter(|mention| {
            is_name(mention.class) && (mention.class != EntityClass::Person || mention.probability < CONFIDENT)
        })
        .filter(|mention| {
            mention.tokens.start.checked_sub(1).is_some_and(|before| nouns::is_company_noun(document.word(before)))
        })
        .map(|mention| document.span(mention.tokens).of(document.text))
        .filter(|name| !gazetteer::is_place(name))
        .take(MAX_NAMES)
        .collect();
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class)) {
        if mention.probability < CONFIDENT
            && gazetteer::is_organization(document.span(mention.tokens).of(document.text))
        {
            mention.class = EntityClass::Organization;
        }
        let told = told.contains(&document.span(mention.tokens).of(document.text));
        if told && (mention.class == EntityClass::Place || mention.probability < CONFIDENT) {
            mention.class = EntityClass::Organization;
        }
        let building =
            mention.tokens.len() > 1 && entity_words::is_building_word(document.word(mention.tokens.end - 1));
        if building && mention.class == EntityClass::Person {
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

/// Gives unsure mentions the class that their name has elsewhere in the article.
pub(super) fn harmonize_classes(document: &Document, tagged: &mut [TaggedMention]) {
    let mut votes: FxHashMap<&str, [f32; EntityClass::ALL.len()]> = FxHashMap::default();
    let name = |tagged: &TaggedMention| document.span(tagged.tokens).of(document.text);
    for mention in tagged.iter().filter(|mention| is_name(mention.class)) {
        votes.entry(name(mention)).or_default()[mention.class as usize] += mention.probability;
    }
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class) && mention.probability < CONFIDENT) {
        let votes = &votes[name(mention)];
        let own = votes[mention.class as usize];
        let total: f32 = votes.iter().sum();
        let best = EntityClass::ALL.into_iter().max_by(|&a, &b| votes[a as usize].total_cmp(&votes[b as usize]));
        if let Some(best) = best.filter(|&best| votes[best as usize] > own) {
            mention.class = best;
            mention.probability = mention.probability.min(votes[best as usize] / total);
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

    fn agreed(words: &[(EntityClass, f32)]) -> Vec<EntityClass> {
        let text = vec!["Jordan"; words.len()].join(" ");
        let document = Document::new(&text);
        let tag = |(at, &(class, probability))| TaggedMention { tokens: TokenRange::single(at), class, probability };
        let mut tagged: Vec<TaggedMention> = document.all_tokens().iter().zip(words).map(tag).collect();
        harmonize_classes(&document, &mut tagged);
        tagged.into_iter().map(|mention| mention.class).collect()
    }

    #[test]
    fn the_unsure_follow_the_many() {
        use EntityClass::*;
        assert_eq!(agreed(&[(Person, 0.8), (Person, 0.7), (Place, 0.6)]), [Person; 3]);
    }

    #[test]
    fn the_sure_stay() {
        use EntityClass::*;
        assert_eq!(agreed(&[(Person, 0.8), (Person, 0.7), (Place, 0.95)]), [Person, Person, Place]);
    }
}
