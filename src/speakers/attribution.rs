//! From the words of a source to the speaker.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

use super::antecedents::{Sort, sort};
use super::chains::{AMBIGUOUS, Chains};
use super::pronouns::Resolved;
use super::several::Groups;
use super::unnamed::{self, Register};
use super::{Attribution, Basis, Cast, Entity, bodies, only, origins, roles};
use crate::Span;
use crate::document::Document;
use crate::entities::{Kind, Mention};
use crate::lexicon;
use crate::order;
use crate::quotes::{Link, Origin, Quote};
use crate::tokens::TokenKind;

/// What the source of a quote is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// It names its entity, by the mention with this number.
    Named {
        /// The entity.
        entity: usize,
        /// The mention's number.
        mention: usize,
    },
    /// It names several, who are one entity here.
    Several(usize),
    /// `they`, for several who were just named side by side.
    TakenUp(usize),
    /// It repeats the role of one person only.
    Role(usize),
    /// It tells where somebody is from, or an age, and only one person was named shortly before.
    Nearest(usize),
    /// It describes somebody without a name.
    Described(usize),
    /// A third-person pronoun.
    Pronoun(Span),
    /// `I` or `we`.
    First,
    /// Anything else.
    Other,
    /// There is none.
    Nothing,
}

impl Meaning {
    /// The entity, where no pronoun needs to be resolved for it.
    pub fn entity(&self) -> Option<usize> {
        match *self {
            Self::Named { entity, .. }
            | Self::Several(entity)
            | Self::TakenUp(entity)
            | Self::Role(entity)
            | Self::Nearest(entity)
            | Self::Described(entity) => Some(entity),
            _ => None,
        }
    }
}

/// What each quote's source is, in the order of the quotes, and the descriptions met, in the order of the text.
pub fn meanings(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    chains: &mut Chains,
) -> (Vec<Meaning>, Vec<(Range<usize>, usize)>) {
    let mut sources: Vec<Span> = quotes.iter().filter_map(|quote| quote.source).collect();
    order::sort_spans(&mut sources);
    sources.dedup();
    let mut register = Register::default();
    let mut groups = Groups::default();
    let mut described = Vec::new();
    let mut known: FxHashMap<Span, Meaning> = FxHashMap::default();
    let labels: FxHashSet<Span> =
        quotes.iter().filter(|quote| quote.origin == Origin::Turn).filter_map(|quote| quote.source).collect();
    let mut labelled: FxHashMap<&str, usize> = FxHashMap::default();
    for source in sources {
        let mut meaning = meaning(document, mentions, source, chains, (&mut register, &mut groups));
        let text = source.of(document.text);
        if meaning == Meaning::Other && labels.contains(&source) && !is_question_or_answer(text) {
            // A label names its speaker, whatever the tagger took it for.
            let entity =
                *labelled.entry(text).or_insert_with(|| chains.push(Entity::new(Kind::Person, text.to_owned(), true)));
            meaning = Meaning::Described(entity);
        }
        if let Meaning::Several(entity)
        | Meaning::TakenUp(entity)
        | Meaning::Role(entity)
        | Meaning::Nearest(entity)
        | Meaning::Described(entity) = meaning
        {
            let whole = document.tokens_of(source);
            let head = unnamed::read(document, whole.clone()).filter(|_| !matches!(meaning, Meaning::Several(_)));
            let tokens = head.map_or(whole, |found| found.tokens);
            described.push((tokens, entity));
        }
        known.insert(source, meaning);
    }
    let of = |quote: &Quote| quote.source.map_or(Meaning::Nothing, |source| known[&source]);
    (quotes.iter().map(of).collect(), described)
}

fn meaning(
    document: &Document,
    mentions: &[Mention],
    source: Span,
    chains: &mut Chains,
    (register, groups): (&mut Register, &mut Groups),
) -> Meaning {
    let tokens = document.tokens_of(source);
    let words = tokens.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word);
    let folded: Vec<String> = words.map(|at| lexicon::fold(document.word(at)).into_owned()).collect();
    if let [word] = folded.as_slice() {
        if matches!(word.as_str(), "i" | "we" | "me" | "us") {
            return Meaning::First;
        }
        if word == "they"
            && let Some(entity) = groups.taken_up(document, mentions, tokens.start, chains)
        {
            return Meaning::TakenUp(entity);
        }
        if sort(word).is_some() {
            return Meaning::Pronoun(source);
        }
        // `Jane Doe, who said`
        if word == "who"
            && let Some(mention) = before(document, mentions, tokens.start)
            && let Some(entity) = chains.of_mention[mention]
        {
            return Meaning::Named { entity, mention };
        }
    }
    if origins::is_origin(document, source) {
        return origins::bearer(document, mentions, source, chains).map_or(Meaning::Other, Meaning::Nearest);
    }
    if let Some(entity) = groups.entity(document, mentions, source, chains) {
        return Meaning::Several(entity);
    }
    if let Some(mention) = named(document, mentions, source)
        && let Some(entity) = chains.of_mention[mention]
    {
        return Meaning::Named { entity, mention };
    }
    // `Jane Doe, an expert on bees, called`
    let determined = folded.first().is_some_and(|first| matches!(first.as_str(), "a" | "an" | "the"));
    if determined
        && document.word(tokens.end) == ","
        && tokens.start.checked_sub(1).is_some_and(|at| document.word(at) == ",")
        && let Some(mention) = before(document, mentions, tokens.start)
        && let Some(entity) = chains.of_mention[mention]
    {
        return Meaning::Named { entity, mention };
    }
    // `he himself`, `she, too`
    if let Some(first) = folded.first().filter(|first| matches!(sort(first), Some(Sort::Person(_))))
        && folded.len() <= 3
        && !matches!(first.as_str(), "his" | "her")
    {
        return Meaning::Pronoun(document.tokens[tokens.start].span);
    }
    if let Some(entity) = roles::bearer(document, source, chains) {
        return Meaning::Role(entity);
    }
    if let Some(age) = origins::age(document, source)
        && let Some(entity) = origins::bearer(document, mentions, source, chains)
        && chains.entities[entity].age.is_none_or(|own| own == age)
    {
        return Meaning::Nearest(entity);
    }
    if let Some(entity) = bodies::bearer(document, mentions, source, chains, |head| register.has(head)) {
        return Meaning::Role(entity);
    }
    let Some(description) = (!tokens.is_empty()).then(|| unnamed::read(document, tokens)).flatten() else {
        return Meaning::Other;
    };
    let entity = register.entity(document, description, &mut chains.entities);
    chains.grow();
    Meaning::Described(entity)
}

/// The person named just before a token, a comma between them or not.
fn before(document: &Document, mentions: &[Mention], token: usize) -> Option<usize> {
    let end = if document.word(token.checked_sub(1)?) == "," { token - 1 } else { token };
    let number = mentions.partition_point(|mention| mention.tokens.end <= end).checked_sub(1)?;
    (mentions[number].tokens.end == end && mentions[number].kind == Kind::Person).then_some(number)
}

/// The mention that a source phrase names as its head, not as a part of another's description.
fn named(document: &Document, mentions: &[Mention], source: Span) -> Option<usize> {
    let first = mentions.partition_point(|mention| mention.span.end <= source.start);
    let inside = || (first..mentions.len()).take_while(|&number| mentions[number].span.start < source.end);
    let head = |mention: &Mention| {
        let possessive = document.tokens.get(mention.tokens.end).is_some_and(|next| next.kind == TokenKind::Possessive)
            || matches!(document.word(mention.tokens.end), "’" | "'");
        let start = mention.role.map_or(mention.tokens.start, |role| document.token_at(role.start));
        let titled = start.checked_sub(1).filter(|&at| document.tokens[at].span.start >= source.start);
        let before = titled.map(|at| lexicon::fold(document.word(at)));
        let article = before.as_deref() == Some("the");
        let before = if article { start.checked_sub(2).map(|at| lexicon::fold(document.word(at))) } else { before };
        !possessive && !before.is_some_and(|word| lexicon::is_preposition(&word))
    };
    let person = inside().find(|&number| mentions[number].kind == Kind::Person && head(&mentions[number]));
    let other = || {
        let whole = document.tokens_of(source);
        // `A spokesman for the home, Oakfield Manor`: a person speaks, whatever is named behind.
        let described = unnamed::read(document, whole.clone()).filter(|head| {
            let of = lexicon::is_preposition(document.word(head.tokens.end));
            of && matches!(head.kind, Kind::Person | Kind::Group)
        });
        inside().find(|&number| {
            let mention = &mentions[number];
            let speaks = matches!(
                mention.kind,
                Kind::Organization | Kind::Place | Kind::Group | Kind::Facility | Kind::Event | Kind::Work
            );
            // `the European Commission in Brussels`
            let opens = mention.tokens.start == whole.start
                || mention.tokens.start == whole.start + 1 && matches!(document.word(whole.start), "the" | "The");
            let placed = opens && lexicon::is_preposition(document.word(mention.tokens.end));
            // `the White House spokesman` is not the White House.
            speaks
                && described.as_ref().is_none_or(|head| mention.tokens.start < head.tokens.end)
                && head(mention)
                && (mention.tokens.end >= whole.end
                    || placed
                    || matches!(document.word(mention.tokens.end), "," | "(" | "and"))
        })
    };
    person.or_else(other)
}

const NOBODY: Attribution = Attribution { speaker: None, basis: Basis::Unknown, name: None, confidence: 0.0 };

/// How often an attribution by a name beside the cue is right, the name itself being right.
const NAMED: f32 = 0.97;
/// The same for several names side by side.
const SEVERAL: f32 = 0.93;
/// The same for `they` behind them.
const TAKEN_UP: f32 = 0.85;
/// The same for a role that only one person has.
const ROLE: f32 = 0.9;
/// The same for an origin or an age of the only person named shortly before.
const NEAREST: f32 = 0.8;
/// The same for a description.
const DESCRIBED: f32 = 0.93;
/// How much surer the quote before is than one that goes on with it.
const CONTINUED: f32 = 0.85;

/// One attribution for each quote.
pub(super) fn all(
    document: &Document,
    mentions: &[Mention],
    quotes: &[Quote],
    cast: &Cast,
    pronouns: &FxHashMap<usize, &Resolved>,
) -> Vec<Attribution> {
    let answers = interviewee(document, mentions, quotes, cast);
    let mut found: Vec<Attribution> = Vec::with_capacity(quotes.len());
    for (number, quote) in quotes.iter().enumerate() {
        let attribution = match cast.meanings[number] {
            Meaning::Named { mention, .. } if cast.chains.certainty[mention] <= AMBIGUOUS => {
                Attribution { basis: Basis::Ambiguous, name: Some(mentions[mention].span), ..NOBODY }
            }
            Meaning::Named { entity, mention } => Attribution {
                speaker: Some(entity),
                basis: if quote.origin == Origin::Turn { Basis::Turn } else { Basis::Named },
                name: Some(mentions[mention].span)
                    .filter(|name| quote.source.is_some_and(|source| source.contains(*name))),
                // A name of a doubtful kind still names the speaker.
                confidence: NAMED * mentions[mention].confidence.max(0.25).sqrt(),
            },
            Meaning::Several(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Named, confidence: SEVERAL, ..NOBODY }
            }
            Meaning::TakenUp(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Pronoun, confidence: TAKEN_UP, ..NOBODY }
            }
            Meaning::Role(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: ROLE, ..NOBODY }
            }
            Meaning::Nearest(entity) => {
                Attribution { speaker: Some(entity), basis: Basis::Role, confidence: NEAREST, ..NOBODY }
            }
            Meaning::Described(entity) => {
                let basis = if quote.origin == Origin::Turn { Basis::Turn } else { Basis::Described };
                Attribution { speaker: Some(entity), basis, confidence: DESCRIBED, ..NOBODY }
            }
            Meaning::Pronoun(span) => match pronouns.get(&span.start) {
                Some(resolved) => Attribution {
                    speaker: Some(resolved.entity),
                    basis: Basis::Pronoun,
                    confidence: resolved.confidence,
                    ..NOBODY
                },
                None => Attribution { basis: Basis::Ambiguous, ..NOBODY },
            },
            Meaning::First => match quote.within.and_then(|outer| found.get(outer)) {
                Some(outer) if outer.speaker.is_some() => Attribution { basis: Basis::Enclosing, name: None, ..*outer },
                _ => NOBODY,
            },
            Meaning::Other => match answers.filter(|_| is_answer(document, quote)) {
                Some(entity) => Attribution { speaker: Some(entity), basis: Basis::Turn, confidence: ROLE, ..NOBODY },
                None => Attribution { basis: Basis::Unnamed, ..NOBODY },
            },
            Meaning::Nothing => match (quote.link, found.last()) {
                (Link::Continued, Some(last)) if last.speaker.is_some() => Attribution {
                    basis: Basis::Continued,
                    name: None,
                    confidence: CONTINUED * last.confidence,
                    ..*last
                },
                _ => NOBODY,
            },
        };
        found.push(attribution);
    }
    found
}

fn is_answer(document: &Document, quote: &Quote) -> bool {
    let label = quote.source.map_or("", |source| source.of(document.text));
    quote.origin == Origin::Turn && is_question_or_answer(label) && label.starts_with('A')
}

fn is_question_or_answer(label: &str) -> bool {
    matches!(label.trim_end_matches('.'), "A" | "Answer" | "ANSWER" | "Q" | "Question" | "QUESTION")
}

/// The one person who is named before the first question of an interview.
fn interviewee(document: &Document, mentions: &[Mention], quotes: &[Quote], cast: &Cast) -> Option<usize> {
    let first = quotes.iter().find(|quote| quote.origin == Origin::Turn)?.extent().start;
    let body = |mention: &Mention| {
        let paragraph = document.paragraphs.partition_point(|paragraph| paragraph.span.end <= mention.span.start);
        document.paragraphs.get(paragraph).is_some_and(|paragraph| crate::quotes::reads(paragraph.role))
    };
    let people = mentions
        .iter()
        .enumerate()
        .take_while(|(_, mention)| mention.span.start < first)
        .filter(|(_, mention)| mention.kind == Kind::Person && body(mention))
        .filter_map(|(number, _)| cast.chains.of_mention[number]);
    only(people)
}
