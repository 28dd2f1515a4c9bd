//! Whom a pronoun may mean: the people mentioned around it, each with what
//! speaks for and against it.
//!
//! A log-linear model ranks the candidates, and nobody is one of them
//! (Denis and Baldridge, EMNLP 2008). Its features never tell men from women.

use std::ops::Range;

use super::Entity;
use super::chains::Chains;
use super::grammar::Part;
use super::{between, unnamed};
use crate::document::Document;
use crate::entities::Kind;
use crate::learned::features::{Features, pair};
use crate::lexicon::{self, names::Gender};
use crate::vocabulary::Vocabulary;

/// How many sentences a pronoun may look back.
pub const REACH: usize = 6;
/// How many references it may look back.
const MOST: usize = 60;

/// A kind that is less sure than this may be wrong.
const DOUBTFUL: f32 = 0.65;

/// What a third-person pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// `he` and `she`, for one person.
    Person(Gender),
    /// `they`, for a group or an organisation.
    They,
    /// `it`, for a thing or an organisation.
    It,
}

/// The sort of a pronoun in lower case; nothing for another word.
pub fn sort(word: &str) -> Option<Sort> {
    Some(match word {
        "he" | "him" | "his" | "himself" => Sort::Person(Gender::Masculine),
        "she" | "her" | "hers" | "herself" => Sort::Person(Gender::Feminine),
        "they" | "them" | "their" | "theirs" | "themselves" => Sort::They,
        "it" | "its" | "itself" => Sort::It,
        _ => return None,
    })
}

impl Sort {
    /// Whether something of this kind can be meant.
    pub fn admits(self, kind: Kind) -> bool {
        match self {
            Self::Person(_) => kind == Kind::Person,
            Self::They => matches!(kind, Kind::Organization | Kind::Group),
            Self::It => matches!(kind, Kind::Organization | Kind::Place),
        }
    }

    fn number(self) -> u64 {
        match self {
            Self::Person(_) => 0,
            Self::They => 1,
            Self::It => 2,
        }
    }
}

/// A place where an entity is meant.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    /// Which entity it means.
    pub entity: usize,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Whether the entity is certain enough to be told.
    pub sure: bool,
    /// What it is to its verb.
    pub part: Part,
    /// Whether it only says whose somebody is: `Doe` in `Doe adviser Ann Roe`.
    pub modifies: bool,
    /// The direct quote it stands in.
    pub quote: Option<usize>,
    /// Whether it stands in what somebody says in the reporter's words.
    pub reported: bool,
    /// Whether it is the source of a quote.
    pub speaks: bool,
    /// Whether it is the source of a direct one.
    pub is_quoted: bool,
}

/// A pronoun whose entity is asked for.
#[derive(Clone, Debug)]
pub struct Pronoun {
    /// Its token.
    pub token: usize,
    /// The number of its sentence.
    pub sentence: usize,
    /// What it can stand for.
    pub sort: Sort,
    /// What it is to its verb.
    pub part: Part,
    /// The direct quote it stands in.
    pub quote: Option<usize>,
    /// The speaker of that quote, where it is named.
    pub speaker: Option<usize>,
    /// Whether it is the source of a quote.
    pub speaks: bool,
    /// Whom that quote names: it means none of them.
    pub spoken_of: Vec<usize>,
}

/// An entity that a pronoun may mean.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: usize,
    /// Its nearest reference, by number.
    pub(super) reference: usize,
    /// How many other candidates are nearer.
    rank: usize,
    /// How many references to it there are so far.
    count: usize,
    /// Whether a pronoun of the same sort has meant it.
    pub(super) meant: bool,
    /// Whether a pronoun of another sort has meant it.
    pub(super) meant_otherwise: bool,
    /// Whether it is named only behind the pronoun.
    pub(super) ahead: bool,
}

/// All that was mentioned so far, in the order of the text.
pub struct Scene<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// What is known of its words.
    pub vocabulary: &'a Vocabulary,
    /// Its entities.
    pub chains: &'a Chains,
    /// References before the pronoun, and behind it in its sentence.
    pub references: Vec<Reference>,
    /// For each entity, how loud its name speaks for `he`, or, below zero, for `she`.
    pub leanings: &'a [f32],
    /// For each entity, the tokens and sentences at which it is named or described, in the whole article.
    pub places: Vec<Vec<(usize, usize)>>,
    /// For each entity, how often it was mentioned so far.
    pub counts: Vec<usize>,
    /// Those of whom the text says that `they` is their pronoun.
    pub declared: Vec<usize>,
}

impl Scene<'_> {
    /// Whom a pronoun may mean; `end` is the number of the first reference behind it, `until` one past the last in its sentence.
    pub fn candidates(&self, pronoun: &Pronoun, end: usize, ahead: &[Reference]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let fits = |reference: &Reference| {
            let entity = &self.chains.entities[reference.entity];
            (pronoun.sort.admits(entity.kind) || matches!(pronoun.sort, Sort::Person(_)) && is_doubtful(entity))
                && Some(reference.entity) != pronoun.speaker
                && !pronoun.spoken_of.contains(&reference.entity)
                && self.agreement(pronoun.sort, reference.entity) != Agreement::Never
        };
        for (number, reference) in self.references[..end].iter().enumerate().rev().take(MOST) {
            if pronoun.sentence.saturating_sub(reference.sentence) > REACH {
                break;
            }
            let word = || lexicon::fold(self.document.word(reference.tokens.start));
            let meant = if reference.pronoun { sort(&word()) } else { None };
            let (same, other) = (meant == Some(pronoun.sort), meant.is_some_and(|meant| meant != pronoun.sort));
            if let Some(known) = found.iter_mut().find(|candidate| candidate.entity == reference.entity) {
                known.meant |= same;
                known.meant_otherwise |= other;
            } else if fits(reference) {
                found.push(Candidate {
                    entity: reference.entity,
                    reference: number,
                    rank: found.len(),
                    count: self.counts[reference.entity],
                    meant: same,
                    meant_otherwise: other,
                    ahead: false,
                });
            }
        }
        for (number, reference) in ahead.iter().enumerate() {
            if fits(reference) && !found.iter().any(|candidate| candidate.entity == reference.entity) {
                let rank = found.len();
                let count = self.counts[reference.entity];
                found.push(Candidate {
                    entity: reference.entity,
                    reference: number,
                    rank,
                    count,
                    meant: false,
                    meant_otherwise: false,
                    ahead: true,
                });
            }
        }
        found
    }

    pub(super) fn agreement(&self, sort: Sort, entity: usize) -> Agreement {
        let Sort::Person(wanted) = sort else { return Agreement::Unknown };
        if self.chains.titled[entity] && self.chains.genders[entity] != wanted {
            return Agreement::Never;
        }
        let sign = if wanted == Gender::Masculine { 1.0 } else { -1.0 };
        let titled = if self.chains.titled[entity] { 9.0 } else { 0.0 };
        match self.leanings[entity] * sign + titled {
            value if value > 2.5 => Agreement::Fits,
            value if value > 0.7 => Agreement::Likely,
            value if value < -2.5 => Agreement::Against,
            value if value < -0.7 => Agreement::Unlikely,
            _ => Agreement::Unknown,
        }
    }

    /// What speaks for a candidate, hashed.
    pub fn features(
        &self,
        pronoun: &Pronoun,
        candidate: &Candidate,
        candidates: &[Candidate],
        ahead: &[Reference],
        give: impl FnMut(u32),
    ) {
        let reference =
            if candidate.ahead { &ahead[candidate.reference] } else { &self.references[candidate.reference] };
        let document = self.document;
        let sort = pronoun.sort.number() + 1;
        let distance =
            if candidate.ahead { 9 } else { pronoun.sentence.saturating_sub(reference.sentence).min(6) as u64 };
        let rank = candidate.rank.min(4) as u64;
        let count = candidate.count.min(6) as u64;
        let agreement = self.agreement(pronoun.sort, candidate.entity) as u64;
        let (own, other) = (pronoun.part as u64, reference.part as u64);
        let entity = &self.chains.entities[candidate.entity];
        let kind = entity.kind as u64;
        let doubt = (entity.confidence * 5.0) as u64;
        let form =
            u64::from(reference.pronoun) | u64::from(candidate.meant) << 1 | u64::from(candidate.meant_otherwise) << 2;
        let quoted = u64::from(pronoun.quote.is_some())
            | u64::from(reference.quote.is_some()) << 1
            | u64::from(pronoun.quote.is_some() && pronoun.quote == reference.quote) << 2;
        let speaking = u64::from(pronoun.speaks) | u64::from(reference.speaks) << 1;
        let first = u64::from(candidate.entity == 0) | u64::from(candidate.entity < 2) << 1;
        let most = candidates.iter().map(|other| other.count).max() == Some(candidate.count);
        let alone = candidates.len().min(4) as u64;
        let rivals = candidates.iter().filter(|rival| self.agreement(pronoun.sort, rival.entity) == Agreement::Fits);
        let rivals = rivals.count().min(3) as u64;
        let word = |at: Option<usize>| at.and_then(|at| self.vocabulary.word(at));
        let lower = |at: Option<usize>| word(at).map_or(0, |word| word.lower);
        let cluster = |at: Option<usize>| word(at).map_or(0, |word| word.clusters[2]);
        let before = lower(reference.tokens.start.checked_sub(1));
        let after = lower(Some(reference.tokens.end));
        let opens = pronoun.token == document.sentence_around(pronoun.token).start;
        let between = if candidate.ahead {
            pronoun.token + 1..reference.tokens.start
        } else {
            reference.tokens.end.min(pronoun.token)..pronoun.token
        };
        let near = distance == 0 || candidate.ahead;
        let path = if near { between::path(document, between.clone()) } else { 0 };
        let length = match between.len() {
            0..=2 => 0,
            3..=5 => 1,
            6..=10 => 2,
            11..=20 => 3,
            21..=40 => 4,
            41..=80 => 5,
            _ => 6u64,
        };
        let mut features = Features::from(3000 + 500 * sort, give);
        let mut add = |value: u64| features.add(value);
        add(0);
        add(distance);
        add(rank);
        add(pair(distance, rank));
        add(pair(distance, length));
        add(pair(other, distance));
        add(pair(pair(other, own), distance));
        add(pair(pair(other, own), rank));
        add(agreement);
        add(pair(agreement, rank));
        add(pair(agreement, rivals));
        add(pair(agreement, pair(alone, rivals)));
        add(pair(agreement, form));
        add(pair(agreement, distance));
        add(form);
        add(pair(form, distance));
        add(pair(form, pair(other, own)));
        add(count);
        add(pair(count, rank));
        add(pair(u64::from(most), rank));
        add(pair(u64::from(most), distance));
        add(first);
        add(pair(first, rank));
        add(pair(first, pair(count, distance)));
        add(kind);
        add(pair(kind, distance));
        add(pair(30, pair(kind, doubt)));
        add(pair(31, pair(kind, rank)));
        add(pair(kind, pair(other, own)));
        add(quoted);
        add(pair(quoted, distance));
        add(pair(quoted, rank));
        add(speaking);
        add(pair(speaking, distance));
        add(pair(speaking, rank));
        add(pair(before, distance.min(2)));
        add(pair(after, distance.min(2)));
        add(pair(cluster(Some(reference.tokens.end)), distance.min(2)));
        add(pair(pair(u64::from(opens), other), distance));
        add(pair(pair(u64::from(opens), own), rank));
        add(pair(path, pair(other, own)));
        add(path);
        add(pair(pair(path, length), u64::from(near)));
        add(pair(lower(pronoun.token.checked_sub(1)), pair(other, distance.min(1))));
        add(pair(lower(Some(pronoun.token)), pair(other, distance.min(2))));
        add(pair(cluster(Some(pronoun.token + 1)), pair(other, distance.min(1))));
        let places = &self.places[candidate.entity];
        let next = places.partition_point(|place| place.0 <= pronoun.token);
        let again = places.get(next).map_or(0, |place| match place.1 - pronoun.sentence {
            0 => 1 + u64::from(between::is_open(document, pronoun.token..place.0)),
            1 => 3,
            2 | 3 => 4,
            _ => 5,
        });
        let total = places.len().min(6) as u64;
        let busiest = candidates.iter().map(|other| self.places[other.entity].len()).max() == Some(places.len());
        let left = self.left(reference).min(4) as u64;
        let leads = !candidate.ahead && left == 0;
        let subject = candidates
            .iter()
            .find(|other| !other.ahead && self.references[other.reference].part == Part::Subject)
            .is_some_and(|other| other.entity == candidate.entity);
        add(pair(20, again));
        add(pair(21, pair(again, distance)));
        add(pair(22, pair(again, pair(rank, own))));
        add(pair(23, total));
        add(pair(24, pair(total, rank)));
        add(pair(25, pair(u64::from(busiest), pair(rank, distance))));
        add(pair(26, pair(u64::from(leads), distance)));
        add(pair(27, pair(u64::from(leads), pair(other, own))));
        add(pair(28, pair(u64::from(subject), pair(own, distance))));
        add(pair(29, pair(u64::from(subject), pair(rank, again))));
        let preposition = before * u64::from(other == Part::Oblique as u64);
        add(pair(32, pair(left, distance)));
        add(pair(33, pair(left, pair(distance, own))));
        add(pair(34, pair(again, pair(other, own))));
        add(pair(35, pair(again, agreement)));
        add(pair(36, pair(again, form)));
        add(pair(37, pair(again, pair(count, rank))));
        add(pair(38, pair(preposition, distance)));
        add(pair(39, pair(cluster(Some(reference.tokens.end)), cluster(Some(pronoun.token + 1)))));
        add(pair(40, pair(total, pair(count, rank))));
        add(pair(41, pair(u64::from(busiest), pair(own, pair(other, distance)))));
        let host = match between::host(document, pronoun, ahead) {
            None => 0,
            Some(host) => 1 + u64::from(host == candidate.entity),
        };
        let relative = u64::from(!candidate.ahead && self.is_relative(reference, pronoun));
        add(pair(42, host));
        add(pair(43, pair(host, own)));
        add(pair(44, pair(host, pair(distance, rank))));
        add(pair(45, relative));
        add(pair(46, pair(relative, own)));
        let apposed = u64::from(self.is_apposed(reference, candidate, pronoun));
        add(pair(47, apposed));
        add(pair(48, pair(apposed, agreement)));
        let full = reference.tokens.len().min(3) as u64;
        add(pair(full, distance));
        add(pair(full, rank));
        let alongside = u64::from(self.alongside(reference));
        add(pair(alongside, distance));
        add(pair(alongside, rank));
    }

    /// Whether a pronoun stands in a clause that goes on a name: `Jane Doe, who lost her way`.
    fn is_relative(&self, reference: &Reference, pronoun: &Pronoun) -> bool {
        let end = reference.tokens.end;
        let at = if self.document.word(end) == "," { end + 1 } else { end };
        reference.sentence == pronoun.sentence
            && at < pronoun.token
            && matches!(self.document.word(at), "who" | "whose" | "whom")
            && self.references.last().is_some_and(|last| last.tokens.start <= reference.tokens.start)
    }

    /// Whether a name and the owner's noun are one: `Jane Doe, his mother`, `his mother Jane Doe`.
    fn is_apposed(&self, reference: &Reference, candidate: &Candidate, pronoun: &Pronoun) -> bool {
        let person = |at: usize| unnamed::is_person(&lexicon::fold(self.document.word(at)));
        let behind = !candidate.ahead
            && reference.tokens.end + 1 == pronoun.token
            && self.document.word(reference.tokens.end) == ","
            && person(pronoun.token + 1);
        let places = &self.places[candidate.entity];
        let next = places.get(places.partition_point(|place| place.0 <= pronoun.token));
        let before = next.is_some_and(|&(token, _)| {
            let noun = if self.document.word(token - 1) == "," { token.saturating_sub(2) } else { token - 1 };
            noun > pronoun.token && noun <= pronoun.token + 3 && person(noun)
        });
        behind || before
    }

    /// How many references stand before it in its sentence.
    fn left(&self, reference: &Reference) -> usize {
        let sentence = self.document.sentences[reference.sentence].start;
        let first = self.references.partition_point(|other| other.tokens.start < sentence);
        self.references[first..].iter().take_while(|other| other.tokens.start < reference.tokens.start).take(9).count()
    }

    /// Whether a name is one of several: `Smith and Jones`.
    fn alongside(&self, reference: &Reference) -> bool {
        let before = reference.tokens.start.checked_sub(1).map_or("", |at| self.document.word(at));
        matches!(before, "and" | "or" | "with") || matches!(self.document.word(reference.tokens.end), "and" | "or")
    }

    /// What speaks for nobody, hashed.
    pub fn features_of_nobody(&self, pronoun: &Pronoun, candidates: &[Candidate], give: impl FnMut(u32)) {
        let sort = pronoun.sort.number() + 1;
        let rivals = candidates.iter().filter(|rival| self.agreement(pronoun.sort, rival.entity) == Agreement::Fits);
        let against =
            candidates.iter().filter(|rival| self.agreement(pronoun.sort, rival.entity) == Agreement::Against);
        let word = |at: Option<usize>| at.and_then(|at| self.vocabulary.word(at)).map_or(0, |word| word.lower);
        let mut features = Features::from(8000 + 500 * sort, give);
        let mut add = |value: u64| features.add(value);
        let alone = candidates.len().min(5) as u64;
        let rivals = rivals.count().min(3) as u64;
        add(0);
        add(alone);
        add(pair(alone, rivals));
        add(against.count().min(3) as u64);
        add(pronoun.part as u64);
        add(u64::from(pronoun.quote.is_some()));
        add(pair(u64::from(pronoun.quote.is_some()), alone));
        add(word(Some(pronoun.token)));
        add(word(Some(pronoun.token + 1)));
        add(word(pronoun.token.checked_sub(1)));
        add(pair(word(Some(pronoun.token)), word(Some(pronoun.token + 1))));
    }
}

/// Whether a name was taken for no person so unsurely that `he` or `she` may mean it all the same.
fn is_doubtful(entity: &Entity) -> bool {
    let name = matches!(
        entity.kind,
        Kind::Place | Kind::Organization | Kind::Event | Kind::Group | Kind::Work | Kind::Product
    );
    name && entity.named && entity.members.is_empty() && entity.confidence < DOUBTFUL
}

/// How a name goes with a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// It says nothing.
    Unknown,
    /// It usually goes with it.
    Fits,
    /// It may well go with it.
    Likely,
    /// It may well go with the other one.
    Unlikely,
    /// It usually goes with the other one.
    Against,
    /// A title rules it out.
    Never,
}
