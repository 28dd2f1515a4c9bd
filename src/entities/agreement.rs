//! One name, one kind: what stands in several places is taken alike, unless
//! a place surely says otherwise.

use rustc_hash::FxHashMap;

use super::tagger::labels::{Class, Tagged};
use crate::lexicon::gazetteer;
use crate::text::document::Document;

/// From here on a mention keeps its class, whatever the name's other places say.
const SURE: f32 = 0.9;

/// Last words of buildings that are no family names.
const BUILDINGS: &[&str] =
    &["Airport", "Cathedral", "Hospital", "Hotel", "Lodge", "Manor", "Prison", "Stadium", "Station"];

/// Words that say what a name behind them is: `the chip maker Acme`.
const HOUSES: &[&str] = &[
    "agency",
    "airline",
    "automaker",
    "bank",
    "brewer",
    "broadcaster",
    "carmaker",
    "chain",
    "charity",
    "club",
    "company",
    "conglomerate",
    "firm",
    "group",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "operator",
    "retailer",
    "startup",
    "union",
];

/// Of so many names an article may say what they are.
const MOST: usize = 64;

/// Gives unsure mentions of well-known organisations and of buildings, which may look like people, their class.
pub(super) fn recognise(document: &Document, tagged: &mut [Tagged]) {
    let told: Vec<&str> = tagged
        .iter()
        .filter(|mention| is_name(mention.class) && (mention.class != Class::Person || mention.probability < SURE))
        .filter(|mention| mention.tokens.start > 0 && HOUSES.contains(&document.word(mention.tokens.start - 1)))
        .map(|mention| document.span(mention.tokens.clone()).of(document.text))
        .filter(|name| !gazetteer::is_place(name))
        .take(MOST)
        .collect();
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class)) {
        if mention.probability < SURE
            && gazetteer::is_organization(document.span(mention.tokens.clone()).of(document.text))
        {
            mention.class = Class::Organization;
        }
        let told = told.contains(&document.span(mention.tokens.clone()).of(document.text));
        if told && (mention.class == Class::Place || mention.probability < SURE) {
            mention.class = Class::Organization;
        }
        let building = mention.tokens.len() > 1 && BUILDINGS.contains(&document.word(mention.tokens.end - 1));
        if building && mention.class == Class::Person {
            mention.class = Class::Facility;
        }
        // `the Irishman` is no name.
        if mention.class == Class::Person
            && mention.tokens.len() == 1
            && gazetteer::is_demonym_noun(document.word(mention.tokens.start))
        {
            mention.class = Class::Group;
        }
        // `Team Doe` is not a person of that given name.
        if mention.class == Class::Person && document.word(mention.tokens.start) == "Team" && mention.tokens.len() > 1 {
            mention.class = Class::Organization;
        }
    }
}

/// Gives unsure mentions the class that their name has elsewhere in the article.
pub(super) fn agree(document: &Document, tagged: &mut [Tagged]) {
    let mut votes: FxHashMap<&str, [f32; Class::ALL.len()]> = FxHashMap::default();
    let name = |tagged: &Tagged| document.span(tagged.tokens.clone()).of(document.text);
    for mention in tagged.iter().filter(|mention| is_name(mention.class)) {
        votes.entry(name(mention)).or_default()[mention.class as usize] += mention.probability;
    }
    for mention in tagged.iter_mut().filter(|mention| is_name(mention.class) && mention.probability < SURE) {
        let votes = &votes[name(mention)];
        let own = votes[mention.class as usize];
        let total: f32 = votes.iter().sum();
        let best = Class::ALL.into_iter().max_by(|&a, &b| votes[a as usize].total_cmp(&votes[b as usize]));
        if let Some(best) = best.filter(|&best| votes[best as usize] > own) {
            mention.class = best;
            mention.probability = mention.probability.min(votes[best as usize] / total);
        }
    }
}

fn is_name(class: Class) -> bool {
    !matches!(class, Class::Date | Class::Money)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(words: &[(Class, f32)]) -> Vec<Class> {
        let text = vec!["Jordan"; words.len()].join(" ");
        let document = Document::new(&text);
        let tag =
            |(at, &(class, probability)): (usize, &(Class, f32))| Tagged { tokens: at..at + 1, class, probability };
        let mut tagged: Vec<Tagged> = words.iter().enumerate().map(tag).collect();
        agree(&document, &mut tagged);
        tagged.into_iter().map(|mention| mention.class).collect()
    }

    #[test]
    fn the_unsure_follow_the_many() {
        use Class::*;
        assert_eq!(agreed(&[(Person, 0.8), (Person, 0.7), (Place, 0.6)]), [Person; 3]);
    }

    #[test]
    fn the_sure_stay() {
        use Class::*;
        assert_eq!(agreed(&[(Person, 0.8), (Person, 0.7), (Place, 0.95)]), [Person, Person, Place]);
    }
}
