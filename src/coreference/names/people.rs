//! The people of an article, told apart by their names.

use rustc_hash::FxHashMap;

use super::matching;
use crate::coreference::entity::EntityId;
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{self, Gender, given_names};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};

/// The people of a document, before any of them is an entity.
pub struct People {
    /// First and last names, plain.
    names: Vec<(String, String)>,
    /// For each person, the entity, once there is one.
    pub entities: Vec<Option<EntityId>>,
    /// For each plain word, the people who bear it.
    bearers: FxHashMap<String, Bearers>,
    /// For each person, words of the roles that stood before the full name.
    roles: Vec<Vec<String>>,
    /// For each person, the pronoun of the first name or the title.
    genders: Vec<Gender>,
    /// For each person, the titles that stood before the full name.
    titles: Vec<Vec<String>>,
    /// By its first token, the family name that a given name shares with the one beside it.
    shared: Vec<(TokenIndex, String)>,
}

/// Those who bear a word as a first or last name.
#[derive(Default)]
struct Bearers {
    people: Vec<usize>,
    /// The one it meant last.
    last: Option<usize>,
    /// The one whom it surely meant alone, without another name or title that tells.
    alone: Option<usize>,
    /// Those of them whom it has meant, each with the token at which it did last.
    seen: Vec<(usize, TokenIndex)>,
}

impl Bearers {
    /// The token at which the word meant somebody last.
    fn seen(&self, person: usize) -> Option<TokenIndex> {
        self.seen.iter().find(|seen| seen.0 == person).map(|seen| seen.1)
    }
}

/// The words of a name, those with a hyphen whole.
fn words<'t>(document: &Document<'t>, mention: &Mention) -> Vec<&'t str> {
    let mut words: Vec<TokenRange> = Vec::new();
    for at in mention.tokens {
        let joins = |at: TokenIndex| document.word(at) == "-" && !document.tokens[at].spaced;
        match words.last_mut() {
            // `al-Assad` is `Assad` in short.
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

/// `Ann and Bob Smith`: given names that a family name behind another one belongs to as well.
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
    // A word that stands elsewhere by itself, or as a family name, is no given name here.
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

/// The title before a name that fits both men and women: `Dr`.
fn title(document: &Document, mention: &Mention) -> Option<String> {
    let word = document.word(mention.tokens.start.checked_sub(1)?);
    (lexicon::title(word) == Some(Gender::Unknown)).then(|| matching::plain(word))
}

/// A short name follows the bearer who was named this many tokens before at most.
const NEAR: usize = 120;

/// So close behind another bearer's name a short name may go on with it.
const FRESH: usize = 60;

impl People {
    /// Those who stand with two words or more, all of them, so that a short name may come first.
    pub fn of(document: &Document, mentions: &[Mention]) -> Self {
        let mut people = Self {
            names: Vec::new(),
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
                } else if people.genders[person] == Gender::Unknown {
                    people.genders[person] = given_names::given_name(words[0]).unwrap_or(Gender::Unknown);
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
            .filter(|&person| self.names[person].1 == last && matching::may_be_same(&self.names[person].0, first));
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
        self.titles.push(Vec::new());
        self.names.len() - 1
    }

    /// Whom a mention means, and whether nobody else can be meant.
    pub fn person(&mut self, document: &Document, mention: &Mention) -> (usize, bool) {
        let (first, last) = self.ends(document, mention);
        let (person, sure) = match &last {
            Some(last) => (self.full(&first, last), true),
            None => self.short(document, mention, &first),
        };
        let short = last.is_none();
        for word in [first].into_iter().chain(last) {
            let bearers = self.bearers.entry(word).or_default();
            bearers.last = Some(person);
            bearers.seen.retain(|seen| seen.0 != person);
            bearers.seen.push((person, mention.tokens.start));
            if sure && short {
                bearers.alone = Some(person);
            }
        }
        if sure && self.genders[person] == Gender::Unknown {
            self.genders[person] = mention.gender;
        }
        (person, sure)
    }

    /// First and last name, plain.
    fn ends(&self, document: &Document, mention: &Mention) -> (String, Option<String>) {
        let (first, last) = matching::ends(&words(document, mention));
        (first, last.or_else(|| self.shared(mention)))
    }

    fn shared(&self, mention: &Mention) -> Option<String> {
        let found = self.shared.binary_search_by_key(&mention.tokens.start, |shared| shared.0);
        found.ok().map(|found| self.shared[found].1.clone())
    }

    /// Whom a single word means, by the title or the role before it, or by who was named last.
    fn short(&mut self, document: &Document, mention: &Mention, word: &str) -> (usize, bool) {
        let none = Bearers::default();
        let known = self.bearers.get(word).unwrap_or(&none);
        let Bearers { people: bearers, last, alone, .. } = known;
        let fits = |person: &&usize| {
            let gender = self.genders[**person];
            mention.gender == Gender::Unknown || gender == Gender::Unknown || gender == mention.gender
        };
        let mut fitting: Vec<usize> = bearers.iter().filter(fits).copied().collect();
        // `Doe` is rather a family name; `Mr. Doe`, where neither is called so, rather a man than somebody unknown.
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
                let person = self.add(word, "");
                self.bearers.entry(word.to_owned()).or_default().people.push(person);
                self.genders[person] = mention.gender;
                (person, true)
            }
            // Somebody who is only named later, while others of the name were met, is hardly meant.
            [only] => (*only, bearers.len() == 1 || known.seen.is_empty() || known.seen(*only).is_some()),
            several => {
                let met: Vec<usize> = several.iter().copied().filter(|&person| known.seen(person).is_some()).collect();
                let seen = |person: usize| known.seen(person).unwrap_or_default();
                let near = |person: usize| mention.tokens.start - seen(person) <= NEAR;
                // Whoever is called by the surname alone keeps it, until somebody else was just named with it.
                let fresh = |person: usize| mention.tokens.start - seen(person) <= FRESH;
                if let Some(alone) = alone.filter(|alone| met.contains(alone)) {
                    let mut others = met.iter().copied().filter(|&other| other != alone && near(other));
                    let newer = |other: usize| fresh(other) && seen(other) > seen(alone);
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
