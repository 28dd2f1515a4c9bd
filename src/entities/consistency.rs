//! Makes the classes of an article's mentions consistent: all mentions of a name have one class, unless the tagger is
//! confident of another.

use rustc_hash::FxHashMap;

use super::tagger::labels::{EntityClass, TaggedMention};
use crate::lexicon::{self, entity_words, gazetteer, gendered_nouns, nouns};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

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
        // `his mother, Lorraine,` is no place.
        if mention.tokens.len() <= 2 && mention.class != EntityClass::Person && is_relative(document, mention.tokens) {
            mention.class = EntityClass::Person;
            mention.probability = mention.probability.max(CONFIDENT);
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

/// How many tokens may stand between `his` and the name of a relative.
const MAX_RELATION: usize = 5;

/// Whether a name is that of somebody's relative: `his mother, Lorraine,` or `her youngest son Denzil`.
fn is_relative(document: &Document, name: TokenRange) -> bool {
    let word = |at: Option<TokenIndex>| at.map_or("", |at| document.word(at));
    let before = name.start.checked_sub(1);
    let is_apposition = word(before) == ",";
    let noun = if is_apposition { name.start.checked_sub(2) } else { before };
    let Some(noun) = noun.filter(|&noun| is_relation(&lexicon::to_lowercase(document.word(noun)))) else {
        return false;
    };
    let is_closed = matches!(document.word(name.end), "," | "." | ";" | ")" | "—" | "–");
    let of_somebody = TokenRange::new(noun.saturating_sub(MAX_RELATION), noun).iter().rev();
    let of_somebody = of_somebody.map(|at| lexicon::to_lowercase(document.word(at)));
    let mut own =
        of_somebody.take_while(|word| word.starts_with(char::is_alphabetic) || word.ends_with(['s', '’', '\'']));
    (is_closed || !is_apposition) && own.any(|word| is_possessive(&word))
}

/// Whether a noun stands for a relative or a friend.
fn is_relation(noun: &str) -> bool {
    gendered_nouns::evidence(noun).abs() >= gendered_nouns::RELATION
        || matches!(noun, "child" | "cousin" | "friend" | "grandchild" | "partner" | "spouse" | "twin")
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "my" | "our" | "your" | "’s" | "'s")
        || word.ends_with("’s")
        || word.ends_with("s’")
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
    fn names_of_relatives_are_people() {
        let is_person = |text: &str, name: &str| {
            let document = Document::new(text);
            let at = text.find(name).unwrap();
            let tokens = document.tokens_in(crate::text::span::Span::new(at, at + name.len()));
            is_relative(&document, tokens)
        };
        assert!(is_person("His mother, Lorraine, was unrepentant.", "Lorraine"));
        assert!(is_person("Wetherby’s youngest son Denzil said no.", "Denzil"));
        assert!(!is_person("Her father left Lorraine, aged nine.", "Lorraine"));
        assert!(!is_person("He said, her wish, Lorraine, was heard.", "Lorraine"));
    }

    #[test]
    fn confident_mentions_keep_their_class() {
        use EntityClass::*;
        assert_eq!(harmonized(&[(Person, 0.8), (Person, 0.7), (Place, 0.95)]), [Person, Person, Place]);
    }
}
