//! Names joined into entities: full and short forms, acronyms and their long forms.

use std::collections::HashMap;

use super::{Entity, Form};
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::lexicon::names::{self, Gender};

/// Entities, and which one each mention means.
pub struct Chains {
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// For each entity, the pronoun that goes with it.
    pub genders: Vec<Gender>,
    /// For each mention, its entity.
    pub of_mention: Vec<Option<usize>>,
    /// For each mention, how sure that is.
    pub certainty: Vec<f32>,
}

/// Joins the mentions of each entity.
pub fn build(document: &Document, mentions: &[Mention]) -> Chains {
    let mut chains = Chains {
        entities: Vec::new(),
        genders: Vec::new(),
        of_mention: vec![None; mentions.len()],
        certainty: vec![1.0; mentions.len()],
    };
    let full = full_names(document, mentions);
    let mut latest: HashMap<String, usize> = HashMap::new();
    let mut others: HashMap<(Kind, String), usize> = HashMap::new();
    let mut people: HashMap<String, usize> = HashMap::new();
    for (number, mention) in mentions.iter().enumerate() {
        let words: Vec<&str> = mention.tokens.clone().map(|at| document.word(at)).collect();
        let name = mention.span.of(document.text);
        let entity = if mention.kind == Kind::Person {
            let key = match words.as_slice() {
                [word] => {
                    let bearers: &[String] = full.get(*word).map_or(&[], Vec::as_slice);
                    match bearers {
                        [] => (*word).to_owned(),
                        [only] => only.clone(),
                        several => {
                            chains.certainty[number] = 0.5;
                            latest
                                .get(*word)
                                .and_then(|&entity| several.iter().find(|&key| people.get(key) == Some(&entity)))
                                .unwrap_or(&several[0])
                                .clone()
                        }
                    }
                }
                _ => person_key(&words),
            };
            let entity = *people.entry(key).or_insert_with(|| chains.add(mention, name));
            for word in &words {
                latest.insert((*word).to_owned(), entity);
            }
            entity
        } else {
            let key = (mention.kind, name.trim_start_matches("The ").to_lowercase());
            let long =
                (mention.kind == Kind::Organization).then(|| long_form(document, mentions, number, &chains)).flatten();
            *others.entry(key).or_insert_with(|| long.unwrap_or_else(|| chains.add(mention, name)))
        };
        chains.join(entity, number, mention, name);
    }
    chains
}

impl Chains {
    fn add(&mut self, mention: &Mention, name: &str) -> usize {
        self.entities.push(Entity {
            kind: mention.kind,
            name: name.to_owned(),
            roles: Vec::new(),
            mentions: Vec::new(),
            confidence: mention.confidence,
            normal: mention.normal.clone(),
        });
        self.genders.push(Gender::Unknown);
        self.entities.len() - 1
    }

    fn join(&mut self, entity: usize, number: usize, mention: &Mention, name: &str) {
        let chain = &mut self.entities[entity];
        chain.mentions.push((mention.span, Form::Name));
        let count = chain.mentions.len() as f32;
        chain.confidence += (mention.confidence - chain.confidence) / count;
        if name.chars().count() > chain.name.chars().count() {
            chain.name = name.to_owned();
        }
        if self.genders[entity] == Gender::Unknown && mention.kind == Kind::Person {
            let first = name.split(' ').next().unwrap_or("");
            let named = if name.contains(' ') { names::given_name(first) } else { None };
            self.genders[entity] =
                if mention.gender == Gender::Unknown { named.unwrap_or(Gender::Unknown) } else { mention.gender };
        }
        self.of_mention[number] = Some(entity);
    }
}

/// First and last name, middle names and endings such as `Jr.` left out.
fn person_key(words: &[&str]) -> String {
    let end = words
        .iter()
        .rposition(|word| !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III"))
        .unwrap_or(words.len() - 1);
    if end == 0 { words[0].to_owned() } else { format!("{} {}", words[0], words[end]) }
}

/// For each first and last name, the people who bear it.
fn full_names(document: &Document, mentions: &[Mention]) -> HashMap<String, Vec<String>> {
    let mut full: HashMap<String, Vec<String>> = HashMap::new();
    for mention in mentions.iter().filter(|mention| mention.kind == Kind::Person && mention.tokens.len() > 1) {
        let words: Vec<&str> = mention.tokens.clone().map(|at| document.word(at)).collect();
        let key = person_key(&words);
        for word in key.split(' ') {
            let bearers = full.entry(word.to_owned()).or_default();
            if !bearers.contains(&key) {
                bearers.push(key.clone());
            }
        }
    }
    full
}

/// `the World Health Organization (WHO)`: the long form just before the bracket, whose initials fit.
fn long_form(document: &Document, mentions: &[Mention], number: usize, chains: &Chains) -> Option<usize> {
    let mention = &mentions[number];
    let long = number.checked_sub(1).map(|before| &mentions[before])?;
    let bracket =
        document.word(mention.tokens.start.checked_sub(1)?) == "(" && long.tokens.end + 1 == mention.tokens.start;
    let initials: String = long
        .tokens
        .clone()
        .filter_map(|at| document.word(at).chars().next().filter(|first| first.is_uppercase()))
        .collect();
    (bracket && initials == mention.span.of(document.text).replace('.', ""))
        .then(|| chains.of_mention[number - 1])
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities;

    fn chains(text: &str) -> Vec<(String, usize)> {
        let document = Document::new(text);
        let mentions = entities::find(&document, &crate::vocabulary::Vocabulary::of(&document));
        build(&document, &mentions).entities.into_iter().map(|entity| (entity.name, entity.mentions.len())).collect()
    }

    #[test]
    fn short_names_join_the_full_one() {
        assert_eq!(chains("Mr. Rutte spoke. Mark Rutte left. Rutte said so."), [("Mark Rutte".to_owned(), 3)]);
    }

    #[test]
    fn acronyms_join_their_long_form() {
        assert_eq!(
            chains("The World Health Organization (WHO) said so. WHO is in Geneva.")[0],
            ("World Health Organization".to_owned(), 3)
        );
    }
}
