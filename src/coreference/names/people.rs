//! The people of an article, distinguished by their names.

use rustc_hash::FxHashMap;

use super::bearers::{Bearers, MAX_COMPARED};
use super::{matching, told_gender};
use crate::coreference::entity::EntityId;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{self, Gender, given_names};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// The people of a document, numbered in the order in which they were found.
pub struct People {
    /// First and last names, in their plain form.
    names: Vec<(String, String)>,
    /// The people with a full name, by it.
    known: FxHashMap<(String, String), usize>,
    /// For each person, the entity, once one has been created.
    pub entities: Vec<Option<EntityId>>,
    /// For each plain word, the people with this name.
    bearers: FxHashMap<String, Bearers>,
    /// For each person, the words of the roles before the full name.
    roles: Vec<Vec<String>>,
    /// For each person, the gender of the first name or the title.
    genders: Vec<Gender>,
    /// For each person, the titles before the full name.
    titles: Vec<Vec<String>>,
    /// Given names that share the family name of the next one, by their first token.
    shared: Vec<(TokenIndex, String)>,
}

/// Returns the words of a name; hyphenated words are one.
fn words<'t>(document: &Document<'t>, mention: &Mention) -> Vec<&'t str> {
    let mut words: Vec<TokenRange> = Vec::new();
    for at in mention.tokens {
        let joins = |at: TokenIndex| document.word(at) == "-" && !document.tokens[at].spaced;
        match words.last_mut() {
            // `al-Assad` is also called `Assad`.
            Some(last) if joins(at) && matches!(document.word(at - 1), "al" | "Al" | "el" | "El" | "ul") => {
                *last = TokenRange::new(at + 1, at + 2);
            }
            Some(last) if last.start == at => {}
            Some(last) if joins(at) || joins(at - 1) && !document.tokens[at].spaced => last.end = at + 1,
            _ => words.push(TokenRange::new(at, at + 1)),
        }
    }
    words.into_iter().map(|word| document.span(word).slice(document.text)).collect()
}

/// Finds given names that share the family name of the next one: `Ann and Bob Smith`.
fn shared(document: &Document, mentions: &[Mention]) -> Vec<(TokenIndex, String)> {
    let people: Vec<&Mention> = mentions.iter().filter(|mention| mention.kind == EntityKind::Person).collect();
    let pairs: Vec<(&Mention, String)> = people
        .windows(2)
        .filter_map(|pair| {
            let (given, full) = (pair[0], pair[1]);
            let beside = document.word(given.tokens.end) == "and" && full.tokens.start == given.tokens.end + 1;
            let bare = given.tokens.len() == 1 && given.role.is_none() && given.gender == Gender::Unknown;
            let last = matching::ends(&words(document, full)).1.filter(|_| beside && bare && full.role.is_none())?;
            Some((given, last))
        })
        .collect();
    // A word that is also a name by itself, or a family name, is not a given name here.
    let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
    for last in people.iter().filter_map(|mention| words(document, mention).last().copied()) {
        *uses.entry(last).or_default() += 1;
    }
    let mut own: FxHashMap<&str, usize> = FxHashMap::default();
    for (given, _) in &pairs {
        *own.entry(document.word(given.tokens.start)).or_default() += 1;
    }
    let only = |given: &Mention| {
        let word = document.word(given.tokens.start);
        uses.get(word) == own.get(word)
    };
    pairs.into_iter().filter(|(given, _)| only(given)).map(|(given, last)| (given.tokens.start, last)).collect()
}

/// Returns the title before a name if it does not tell the gender: `Dr`.
fn title(document: &Document, mention: &Mention) -> Option<String> {
    let word = document.word(mention.tokens.start.checked_sub(1)?);
    (lexicon::title(word) == Some(Gender::Unknown)).then(|| matching::plain(word))
}

/// The largest number of tokens between a short name and the mention that it repeats.
const MAX_DISTANCE: usize = 120;

/// The largest number of tokens after which a short name may still refer to the person of that name just mentioned.
const RECENT_DISTANCE: usize = 60;

/// The shortest name, in bytes, that may be a misspelt one.
const MIN_COMPARED: usize = 5;

impl People {
    /// Collects the people whose full name is in the document, so that a short name may come first.
    pub fn of(document: &Document, mentions: &[Mention]) -> Self {
        let mut people = Self {
            names: Vec::new(),
            known: FxHashMap::default(),
            entities: Vec::new(),
            bearers: FxHashMap::default(),
            roles: Vec::new(),
            genders: Vec::new(),
            titles: Vec::new(),
            shared: shared(document, mentions),
        };
        for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Person) {
            let words = words(document, mention);
            if let (first, Some(last)) = people.ends(document, mention) {
                let person = people.full(&first, &last);
                if let Some(role) = mention.role {
                    people.roles[person].extend(role.slice(document.text).split_whitespace().map(matching::plain));
                }
                people.titles[person].extend(title(document, mention));
                if mention.gender != Gender::Unknown {
                    people.genders[person] = mention.gender;
                } else if let Some(told) = told_gender::of(document, mention) {
                    people.genders[person] = told;
                } else if people.genders[person] == Gender::Unknown {
                    people.genders[person] = given_names::given_name(words[0]).unwrap_or(Gender::Unknown);
                }
            }
        }
        for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Person && mention.tokens.len() == 1)
        {
            let Some(told) = told_gender::of(document, mention) else { continue };
            let given = matching::plain(mention.span.slice(document.text));
            let bearers = people.bearers.get(&given).map_or(&[][..], |bearers| &bearers.people);
            if let &[person] = bearers
                && people.names[person].0 == given
                && people.genders[person] == Gender::Unknown
            {
                people.genders[person] = told;
            }
        }
        people
    }

    /// Returns the person with a full name: a known one if exactly one first name fits, otherwise a new one.
    fn full(&mut self, first: &str, last: &str) -> usize {
        if let Some(&exact) = self.known.get(&(first.to_owned(), last.to_owned())) {
            return exact;
        }
        let bearers = self.bearers.get(last).map_or(&[][..], |bearers| &bearers.people);
        let compared = if bearers.len() > MAX_COMPARED { &[] } else { bearers };
        let mut close = compared
            .iter()
            .copied()
            .filter(|&person| self.names[person].1 == last && matching::may_be_same(&self.names[person].0, first));
        let only = close.next().filter(|_| close.next().is_none());
        // `Orbán Viktor`, `Viktor Orbán`: in some languages the family name comes first.
        let turned = || self.known.get(&(last.to_owned(), first.to_owned())).copied();
        only.or_else(turned).unwrap_or_else(|| {
            let person = self.add(first, last);
            self.known.insert((first.to_owned(), last.to_owned()), person);
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
        self.titles.push(Vec::new());
        self.names.len() - 1
    }

    /// Returns the person that a mention refers to, and whether that is unambiguous.
    pub fn person(&mut self, document: &Document, mention: &Mention) -> (usize, bool) {
        let (first, last) = self.ends(document, mention);
        let (person, sure) = match &last {
            Some(last) => (self.full(&first, last), true),
            None => self.short(document, mention, &first),
        };
        let short = last.is_none();
        for word in [first].into_iter().chain(last) {
            let bearers = self.bearers.entry(word).or_default();
            bearers.refer(person, mention.tokens.start);
            if sure && short {
                bearers.alone = Some(person);
            }
        }
        if sure && self.genders[person] == Gender::Unknown {
            self.genders[person] = mention.gender;
        }
        (person, sure)
    }

    /// Returns the plain first and last name.
    fn ends(&self, document: &Document, mention: &Mention) -> (String, Option<String>) {
        let (first, last) = matching::ends(&words(document, mention));
        (first, last.or_else(|| self.shared(mention)))
    }

    fn shared(&self, mention: &Mention) -> Option<String> {
        let found = self.shared.binary_search_by_key(&mention.tokens.start, |shared| shared.0);
        found.ok().map(|found| self.shared[found].1.clone())
    }

    /// Returns the only person whose family name a word misspells; the word is no name in the article otherwise.
    fn misspelt(&self, mention: &Mention, word: &str) -> Option<usize> {
        if self.names.len() > MAX_COMPARED || word.len() < MIN_COMPARED {
            return None;
        }
        let is_close = |person: &usize| {
            let gender = self.genders[*person];
            let agrees = [mention.gender, gender].contains(&Gender::Unknown) || mention.gender == gender;
            agrees && matching::is_misspelt(word, &self.names[*person].1)
        };
        let mut close = (0..self.names.len()).filter(is_close);
        close.next().filter(|_| close.next().is_none())
    }

    /// Returns the person that a single word refers to, by the title or the role before it, or by recency.
    fn short(&mut self, document: &Document, mention: &Mention, word: &str) -> (usize, bool) {
        let none = Bearers::default();
        let known = self.bearers.get(word).unwrap_or(&none);
        let Bearers { people: bearers, last, alone, .. } = known;
        let fits = |person: &usize| {
            let gender = self.genders[*person];
            mention.gender == Gender::Unknown || gender == Gender::Unknown || gender == mention.gender
        };
        let mut fitting = known.likely();
        fitting.retain(fits);
        // A single word is more often a family name, and `Mr. Doe` more often a man than somebody of unknown gender.
        let of_family = |person: usize| self.names[person].1 == word;
        let of_gender = |person: usize| mention.gender != Gender::Unknown && self.genders[person] == mention.gender;
        let of_title =
            |person: usize| title(document, mention).is_some_and(|title| self.titles[person].contains(&title));
        let settled = alone.is_some_and(|alone| fitting.contains(&alone));
        for (tells, better) in [(true, &of_family as &dyn Fn(usize) -> bool), (true, &of_title), (!settled, &of_gender)]
        {
            if tells && fitting.iter().any(|&person| better(person)) {
                fitting.retain(|&person| better(person));
            }
        }
        if fitting.len() > 1
            && let Some(role) = mention.role
        {
            let words: Vec<String> = role.slice(document.text).split_whitespace().map(matching::plain).collect();
            let bearing = |person: &usize| words.iter().any(|word| self.roles[*person].contains(word));
            let titled: Vec<usize> = fitting.iter().copied().filter(bearing).collect();
            if titled.len() == 1 {
                fitting = titled;
            }
        }
        match fitting.as_slice() {
            [] => {
                if bearers.is_empty()
                    && let Some(person) = self.misspelt(mention, word)
                {
                    return (person, true);
                }
                let person = self.add(word, "");
                self.bearers.entry(word.to_owned()).or_default().people.push(person);
                self.genders[person] = mention.gender;
                (person, true)
            }
            // A person who is first mentioned later is unlikely if others with the name were mentioned before.
            [only] => (*only, bearers.len() == 1 || known.seen.is_empty() || known.seen(*only).is_some()),
            several => {
                let met: Vec<usize> = several.iter().copied().filter(|&person| known.seen(person).is_some()).collect();
                let seen = |person: usize| known.seen(person).unwrap_or_default();
                let near = |person: usize| mention.tokens.start - seen(person) <= MAX_DISTANCE;
                // The surname alone keeps referring to the same person until another one with it is mentioned.
                let fresh = |person: usize| mention.tokens.start - seen(person) <= RECENT_DISTANCE;
                if let Some(alone) = alone.filter(|alone| met.contains(alone)) {
                    let mut others = met.iter().copied().filter(|&other| other != alone && near(other));
                    let newer = |other: usize| fresh(other) && seen(other) > seen(alone);
                    return (alone, others.all(|other| near(alone) && !newer(other)));
                }
                let person = last.filter(|last| met.contains(last)).or(met.first().copied()).unwrap_or(several[0]);
                // Unambiguous only if nobody else with the name was mentioned recently.
                let sure =
                    met.contains(&person) && near(person) && met.iter().all(|&other| other == person || !near(other));
                (person, sure)
            }
        }
    }
}
