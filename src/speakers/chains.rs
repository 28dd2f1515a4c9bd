//! Names joined into entities: full and short forms, initials, nicknames,
//! acronyms and their long forms. Two people of one surname stay apart.

use rustc_hash::FxHashMap;

use super::naming;
use super::{Entity, Form};
use crate::document::Document;
use crate::entities::{Kind, Mention, initials};
use crate::lexicon::names::{self, Gender};

/// Entities, and which one each mention means.
pub struct Chains {
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// For each entity, the pronoun that goes with it.
    pub genders: Vec<Gender>,
    /// For each entity, whether a title tells that pronoun.
    pub titled: Vec<bool>,
    /// For each mention, its entity.
    pub of_mention: Vec<Option<usize>>,
    /// For each mention, how sure that is.
    pub certainty: Vec<f32>,
}

/// How sure a short name is that fits two people.
pub const AMBIGUOUS: f32 = 0.5;

/// Joins the mentions of each entity.
pub fn build(document: &Document, mentions: &[Mention]) -> Chains {
    let mut chains = Chains {
        entities: Vec::new(),
        genders: Vec::new(),
        titled: Vec::new(),
        of_mention: vec![None; mentions.len()],
        certainty: vec![1.0; mentions.len()],
    };
    let mut people = People::of(document, mentions);
    let mut others: FxHashMap<(Kind, String), usize> = FxHashMap::default();
    let mut long_forms: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (number, mention) in mentions.iter().enumerate() {
        let name = mention.span.of(document.text);
        let entity = if mention.kind == Kind::Person {
            let (person, sure) = people.person(document, mention);
            if !sure {
                chains.certainty[number] = AMBIGUOUS;
            }
            *people.entities[person].get_or_insert_with(|| chains.add(mention, name))
        } else {
            let key = (mention.kind, key(document, mention));
            let organization = mention.kind == Kind::Organization;
            let long = organization
                .then(|| {
                    bracketed(document, mentions, number, &chains).or_else(|| long_forms.get(&key.1).copied().flatten())
                })
                .flatten();
            let initials = (organization && mention.tokens.len() > 2)
                .then(|| initials(document, mention.tokens.clone()).to_lowercase());
            // The acronym may come first.
            let short = initials
                .as_ref()
                .filter(|initials| initials.len() > 2 && !long_forms.contains_key(*initials))
                .and_then(|initials| others.get(&(mention.kind, initials.clone())).copied());
            let known = others.get(&key).copied().or(long).or(short);
            let entity = known.unwrap_or_else(|| chains.add(mention, name));
            others.entry(key).or_insert(entity);
            if let Some(initials) = initials {
                // Initials that fit two long forms decide nothing.
                let known = long_forms.entry(initials).or_insert(Some(entity));
                *known = known.filter(|&known| known == entity);
            }
            entity
        };
        chains.join(entity, number, mention, name);
    }
    chains
}

/// What two mentions of one thing share: no article, case, dots or legal form.
fn key(document: &Document, mention: &Mention) -> String {
    let legal = |word: &str| {
        matches!(
            word.trim_end_matches('.'),
            "Inc" | "Corp" | "Co" | "Ltd" | "LLC" | "Plc" | "plc" | "AG" | "SA" | "NV" | "GmbH"
        )
    };
    let mut words: Vec<&str> = mention.tokens.clone().map(|at| document.word(at)).collect();
    while words.len() > 1 && words.last().is_some_and(|word| legal(word) || *word == ",") {
        words.pop();
    }
    if words.len() > 1 && matches!(words[0], "The" | "the") {
        words.remove(0);
    }
    let words: Vec<String> = words.iter().map(|word| naming::plain(word)).collect();
    SPELLINGS.iter().fold(words.join(" "), |key, (british, american)| key.replace(british, american))
}

/// British spellings in names of organisations, and American ones.
const SPELLINGS: &[(&str, &str)] =
    &[("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("labour", "labor")];

/// The people of a document, before any of them is an entity.
struct People {
    /// First and last names, plain.
    names: Vec<(String, String)>,
    entities: Vec<Option<usize>>,
    /// For each plain word, the people who bear it.
    bearers: FxHashMap<String, Bearers>,
    /// For each person, words of the roles that stood before the full name.
    roles: Vec<Vec<String>>,
    /// For each person, the pronoun of the first name or the title.
    genders: Vec<Gender>,
}

/// Those who bear a word as a first or last name.
#[derive(Default)]
struct Bearers {
    people: Vec<usize>,
    /// The one it meant last.
    last: Option<usize>,
    /// The one whom it surely meant alone, without another name or title that tells.
    alone: Option<usize>,
    /// For each of them, the token at which the word was used last.
    seen: FxHashMap<usize, usize>,
}

/// The words of a name, those with a hyphen whole.
fn words<'t>(document: &Document<'t>, mention: &Mention) -> Vec<&'t str> {
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
    for at in mention.tokens.clone() {
        let joins = |at: usize| document.word(at) == "-" && !document.tokens[at].spaced;
        match words.last_mut() {
            // `al-Assad` is `Assad` in short.
            Some(last) if joins(at) && matches!(document.word(at - 1), "al" | "Al" | "el" | "El" | "ul") => {
                *last = at + 1..at + 2;
            }
            Some(last) if last.start == at => {}
            Some(last) if joins(at) || joins(at - 1) && !document.tokens[at].spaced => last.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    words.into_iter().map(|word| document.span(word).of(document.text)).collect()
}

/// A short name follows the bearer who was named this many tokens before at most.
const NEAR: usize = 120;

/// So close behind another bearer's name a short name may go on with it.
const FRESH: usize = 60;

impl People {
    /// Those who stand with two words or more, all of them, so that a short name may come first.
    fn of(document: &Document, mentions: &[Mention]) -> Self {
        let mut people = Self {
            names: Vec::new(),
            entities: Vec::new(),
            bearers: FxHashMap::default(),
            roles: Vec::new(),
            genders: Vec::new(),
        };
        for mention in mentions.iter().filter(|mention| mention.kind == Kind::Person) {
            let words = words(document, mention);
            if let (first, Some(last)) = naming::ends(&words) {
                let person = people.full(&first, &last);
                if let Some(role) = mention.role {
                    people.roles[person].extend(role.of(document.text).split_whitespace().map(naming::plain));
                }
                if mention.gender != Gender::Unknown {
                    people.genders[person] = mention.gender;
                } else if people.genders[person] == Gender::Unknown {
                    people.genders[person] = names::given_name(words[0]).unwrap_or(Gender::Unknown);
                }
            }
        }
        people
    }

    /// The person of a full name: one whose first name may be the same, if only one is, or a new one.
    fn full(&mut self, first: &str, last: &str) -> usize {
        let bearers: &[usize] = self.bearers.get(last).map_or(&[], |bearers| &bearers.people);
        let exact =
            bearers.iter().copied().find(|&person| self.names[person].0 == first && self.names[person].1 == last);
        let mut close = bearers
            .iter()
            .copied()
            .filter(|&person| self.names[person].1 == last && naming::may_be_same(&self.names[person].0, first));
        let only = close.next().filter(|_| close.next().is_none());
        // `Orbán Viktor`, `Viktor Orbán`: in some languages the family name comes first.
        let turned =
            || bearers.iter().copied().find(|&person| self.names[person].0 == last && self.names[person].1 == first);
        exact.or(only).or_else(turned).unwrap_or_else(|| {
            let person = self.add(first, last);
            for word in [first, last] {
                self.bearers.entry(word.to_owned()).or_default().people.push(person);
            }
            person
        })
    }

    fn add(&mut self, first: &str, last: &str) -> usize {
        self.names.push((first.to_owned(), last.to_owned()));
        self.entities.push(None);
        self.roles.push(Vec::new());
        self.genders.push(Gender::Unknown);
        self.names.len() - 1
    }

    /// Whom a mention means, and whether nobody else can be meant.
    fn person(&mut self, document: &Document, mention: &Mention) -> (usize, bool) {
        let (first, last) = naming::ends(&words(document, mention));
        let (person, sure) = match &last {
            Some(last) => (self.full(&first, last), true),
            None => self.short(document, mention, &first),
        };
        let short = last.is_none();
        for word in [first].into_iter().chain(last) {
            let bearers = self.bearers.entry(word).or_default();
            bearers.last = Some(person);
            bearers.seen.insert(person, mention.tokens.start);
            if sure && short {
                bearers.alone = Some(person);
            }
        }
        if self.tells(document, mention) && self.genders[person] == Gender::Unknown {
            self.genders[person] = mention.gender;
        }
        (person, sure)
    }

    /// Whether a title before a name is surely of the person whom the name means: nobody else bears it.
    fn tells(&self, document: &Document, mention: &Mention) -> bool {
        let (first, last) = naming::ends(&words(document, mention));
        last.is_some() || self.bearers.get(&first).is_none_or(|bearers| bearers.people.len() < 2)
    }

    /// Whom a single word means, by the title or the role before it, or by who was named last.
    fn short(&mut self, document: &Document, mention: &Mention, word: &str) -> (usize, bool) {
        let none = Bearers::default();
        let Bearers { people: bearers, last, alone, seen } = self.bearers.get(word).unwrap_or(&none);
        let fits = |person: &&usize| {
            let gender = self.genders[**person];
            mention.gender == Gender::Unknown || gender == Gender::Unknown || gender == mention.gender
        };
        let mut fitting: Vec<usize> = bearers.iter().filter(fits).copied().collect();
        // `Doe` is rather a family name; `Mr. Doe`, where neither is called so, rather a man than somebody unknown.
        let of_family = |person: usize| self.names[person].1 == word;
        let of_gender = |person: usize| mention.gender != Gender::Unknown && self.genders[person] == mention.gender;
        let settled = alone.is_some_and(|alone| fitting.contains(&alone));
        for (tells, better) in [(true, &of_family as &dyn Fn(usize) -> bool), (!settled, &of_gender)] {
            if tells && fitting.iter().any(|&person| better(person)) {
                fitting.retain(|&person| better(person));
            }
        }
        if fitting.len() > 1
            && let Some(role) = mention.role
        {
            let words: Vec<String> = role.of(document.text).split_whitespace().map(naming::plain).collect();
            let bearing = |person: &usize| words.iter().any(|word| self.roles[*person].contains(word));
            let titled: Vec<usize> = fitting.iter().copied().filter(bearing).collect();
            if titled.len() == 1 {
                fitting = titled;
            }
        }
        match fitting.as_slice() {
            [] => {
                let person = self.add(word, "");
                self.bearers.entry(word.to_owned()).or_default().people.push(person);
                self.genders[person] = mention.gender;
                (person, true)
            }
            [only] => (*only, true),
            several => {
                let met: Vec<usize> = several.iter().copied().filter(|person| seen.contains_key(person)).collect();
                let near = |person: usize| mention.tokens.start - seen[&person] <= NEAR;
                // Whoever is called by the surname alone keeps it, until somebody else was just named with it.
                let fresh = |person: usize| mention.tokens.start - seen[&person] <= FRESH;
                if let Some(alone) = alone.filter(|alone| met.contains(alone)) {
                    let mut others = met.iter().copied().filter(|&other| other != alone && near(other));
                    let newer = |other: usize| fresh(other) && seen[&other] > seen[&alone];
                    return (alone, others.all(|other| near(alone) && !newer(other)));
                }
                let person = last.filter(|last| met.contains(last)).or(met.first().copied()).unwrap_or(several[0]);
                // Sure only where nobody else of the name was met, or all others long ago.
                let sure =
                    met.contains(&person) && near(person) && met.iter().all(|&other| other == person || !near(other));
                (person, sure)
            }
        }
    }
}

impl Chains {
    fn add(&mut self, mention: &Mention, name: &str) -> usize {
        let entity = Entity::new(mention.kind, name.to_owned(), true);
        self.push(Entity { confidence: mention.confidence, normal: mention.normal.clone(), ..entity })
    }

    /// Adds an entity.
    pub fn push(&mut self, entity: Entity) -> usize {
        self.entities.push(entity);
        self.grow();
        self.entities.len() - 1
    }

    /// Makes room for entities that were added.
    pub fn grow(&mut self) {
        self.genders.resize(self.entities.len(), Gender::Unknown);
        self.titled.resize(self.entities.len(), false);
    }

    fn join(&mut self, entity: usize, number: usize, mention: &Mention, name: &str) {
        let chain = &mut self.entities[entity];
        chain.mentions.push((mention.span, Form::Name));
        let count = chain.mentions.len() as f32;
        chain.confidence += (mention.confidence - chain.confidence) / count;
        let (own, known) = (name.chars().count(), chain.name.chars().count());
        // A dateline's capitals are no way to write a place.
        let calmer = own == known
            && matches!(mention.kind, Kind::Place | Kind::Person)
            && name.chars().any(char::is_lowercase)
            && !chain.name.chars().any(char::is_lowercase);
        if own > known || calmer {
            chain.name = name.to_owned();
        }
        if mention.kind == Kind::Person {
            if mention.gender != Gender::Unknown && self.titled[entity] && self.genders[entity] != mention.gender {
                // Two people were taken for one: their titles tell nothing.
                self.genders[entity] = Gender::Unknown;
                self.titled[entity] = false;
            } else if mention.gender != Gender::Unknown {
                self.genders[entity] = mention.gender;
                self.titled[entity] = true;
            } else if self.genders[entity] == Gender::Unknown && name.contains(' ') {
                let first = name.split(' ').next().unwrap_or("");
                self.genders[entity] = names::given_name(first).unwrap_or(Gender::Unknown);
            }
        }
        self.of_mention[number] = Some(entity);
    }
}

/// `the World Health Organization (WHO)`: the long form just before the bracket, whose initials fit.
fn bracketed(document: &Document, mentions: &[Mention], number: usize, chains: &Chains) -> Option<usize> {
    let mention = &mentions[number];
    let long = number.checked_sub(1).map(|before| &mentions[before])?;
    let bracket =
        document.word(mention.tokens.start.checked_sub(1)?) == "(" && long.tokens.end + 1 == mention.tokens.start;
    let initials = initials(document, long.tokens.clone());
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

    #[test]
    fn the_acronym_may_come_first() {
        let found = chains(
            "NATO, the North Atlantic Treaty Organization, met on Monday. The North Atlantic Treaty Organisation is in Brussels.",
        );
        assert!(found.contains(&("North Atlantic Treaty Organization".to_owned(), 3)), "{found:?}");
    }

    #[test]
    fn a_datelines_capitals_do_not_name_the_place() {
        let found = chains("LONDON, March 3 – The council met. It rained in London on Monday.");
        assert!(found.contains(&("London".to_owned(), 2)), "{found:?}");
    }

    fn of_each(text: &str) -> Vec<(String, String, bool)> {
        let document = Document::new(text);
        let mentions = entities::find(&document, &crate::vocabulary::Vocabulary::of(&document));
        let chains = build(&document, &mentions);
        let people = mentions.iter().enumerate().filter(|(_, mention)| mention.kind == Kind::Person);
        people
            .map(|(number, mention)| {
                let entity = &chains.entities[chains.of_mention[number].unwrap()];
                let sure = chains.certainty[number] > AMBIGUOUS;
                (mention.span.of(text).to_owned(), entity.name.clone(), sure)
            })
            .collect()
    }

    #[test]
    fn two_people_of_one_surname_stay_apart() {
        let found = of_each("Hillary Clinton met Bill Clinton on Monday. Mrs. Clinton said so. Mr. Clinton left.");
        let whom: Vec<&str> = found.iter().map(|(_, whom, _)| whom.as_str()).collect();
        assert_eq!(whom, ["Hillary Clinton", "Bill Clinton", "Hillary Clinton", "Bill Clinton"]);
    }

    #[test]
    fn a_surname_alone_that_fits_two_is_unsure() {
        let found = of_each("Maria Rossi and Paolo Rossi spoke on Monday. Rossi said it was late.");
        assert_eq!(found.last().map(|(name, _, sure)| (name.as_str(), *sure)), Some(("Rossi", false)));
    }

    #[test]
    fn the_family_name_may_come_first() {
        let found = of_each("Viktor Orbán spoke on Monday. Orban Viktor left. Orbán said so.");
        assert!(found.iter().all(|(_, whom, sure)| whom == "Viktor Orbán" && *sure), "{found:?}");
    }

    #[test]
    fn nicknames_and_initials_are_one_person() {
        let found = of_each("William Carter spoke. Bill Carter left on Monday, and W. Carter paid.");
        assert!(found.iter().all(|(_, whom, _)| whom == "William Carter"), "{found:?}");
    }
}
