//! From the words of a source to whom they mean.

use rustc_hash::{FxHashMap, FxHashSet};

use super::clusters::Clusters;
use super::entity::Entity;
use super::nominals::article::Article;
use super::nominals::coordination::Groups;
use super::nominals::descriptions::{self, Register};
use super::nominals::phrase_heads::{self, Head};
use super::nominals::{demonyms, organizations, roles};
use crate::entities::mention::{EntityKind, Mention};
use crate::lexicon::{self, gendered_nouns, nouns};
use crate::quotes::quote::{Quote, QuoteKind, QuoteOrigin};
use crate::sorting;
use crate::text::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// What the source of a quote is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceReferent {
    /// It names its entity, by the mention with this number.
    Named {
        /// The entity.
        entity: usize,
        /// The mention's number.
        mention: usize,
    },
    /// It names several, who are one entity here.
    Coordination(usize),
    /// `they`, for several who were just named side by side.
    PluralAnaphor(usize),
    /// A pronoun for whoever is described, without a name, at the start of the sentence before.
    SentenceSubject(usize, Span),
    /// It repeats the role of one person only.
    Role(usize),
    /// It tells where somebody is from, or an age, and only one person was named shortly before.
    NearestMatch(usize),
    /// It describes somebody without a name.
    Described(usize),
    /// A third-person pronoun.
    Pronoun(Span),
    /// `I` or `we`.
    FirstPerson,
    /// Anything else.
    Unresolved,
    /// There is none.
    NoSource,
}

impl SourceReferent {
    /// The entity, where no pronoun needs to be resolved for it.
    pub fn entity(&self) -> Option<usize> {
        match *self {
            Self::Named { entity, .. }
            | Self::Coordination(entity)
            | Self::PluralAnaphor(entity)
            | Self::SentenceSubject(entity, _)
            | Self::Role(entity)
            | Self::NearestMatch(entity)
            | Self::Described(entity) => Some(entity),
            _ => None,
        }
    }
}

/// The sources of an article's quotes, resolved as far as they need no pronoun.
pub struct Sources {
    /// Whom or what the source of each quote refers to, in the order of the quotes.
    pub of_quote: Vec<SourceReferent>,
    /// Descriptions that stand for an entity, by tokens, in the order of the text.
    pub described: Vec<(TokenRange, usize)>,
}

/// Resolves the source of each quote; descriptions of somebody new become entities.
pub fn resolve(document: &Document, mentions: &[Mention], quotes: &[Quote], clusters: &mut Clusters) -> Sources {
    let mut sources: Vec<Span> = quotes.iter().filter_map(|quote| quote.source).collect();
    sorting::sort_spans(&mut sources);
    sources.dedup();
    let mut spoken: Vec<Span> = quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .flat_map(|quote| quote.content.iter().copied())
        .collect();
    sorting::sort_spans(&mut spoken);
    let article = Article { document, mentions, spoken };
    let mut register = Register::default();
    let mut groups = Groups::default();
    let mut described = Vec::new();
    let mut known: FxHashMap<Span, SourceReferent> = FxHashMap::default();
    let labels: FxHashSet<Span> =
        quotes.iter().filter(|quote| quote.origin == QuoteOrigin::Turn).filter_map(|quote| quote.source).collect();
    let mut labelled: FxHashMap<&str, usize> = FxHashMap::default();
    for source in sources {
        let whole = document.tokens_in(source);
        let heads = phrase_heads::heads(document, mentions, whole.clone());
        let mut meaning = meaning(&article, source, &heads, clusters, (&mut register, &mut groups));
        let text = source.of(document.text);
        if meaning == SourceReferent::Unresolved && labels.contains(&source) && !is_question_or_answer_label(text) {
            // A label names its speaker, whatever the tagger took it for.
            let entity = *labelled
                .entry(text)
                .or_insert_with(|| clusters.push(Entity::new(EntityKind::Person, text.to_owned(), true)));
            meaning = SourceReferent::Described(entity);
        }
        if let SourceReferent::Coordination(entity)
        | SourceReferent::PluralAnaphor(entity)
        | SourceReferent::Role(entity)
        | SourceReferent::NearestMatch(entity)
        | SourceReferent::Described(entity) = meaning
        {
            let tokens = match heads.as_slice() {
                [Head::Words(words)] => descriptions::read(document, *words)
                    .map(|found| phrase_heads::with_complement(document, mentions, found.tokens, whole.end)),
                _ => None,
            };
            described.push((tokens.unwrap_or(whole), entity));
        }
        if let SourceReferent::SentenceSubject(entity, description) = meaning {
            described.push((document.tokens_in(description), entity));
            described.push((document.tokens_in(source), entity));
        }
        known.insert(source, meaning);
    }
    sorting::sort_by_key(&mut described, |(tokens, _)| [tokens.start.number(), tokens.end.number(), 0]);
    described.dedup_by(|next, known| next.0 == known.0);
    let of = |quote: &Quote| quote.source.map_or(SourceReferent::NoSource, |source| known[&source]);
    Sources { of_quote: quotes.iter().map(of).collect(), described }
}

fn meaning(
    article: &Article,
    source: Span,
    heads: &[Head],
    clusters: &mut Clusters,
    (register, groups): (&mut Register, &mut Groups),
) -> SourceReferent {
    let Article { document, mentions, .. } = *article;
    let tokens = document.tokens_in(source);
    let words = tokens.iter().filter(|&at| document.tokens[at].kind == TokenKind::Word);
    let mut words = words.map(|at| lexicon::to_lowercase(document.word(at)));
    if let (Some(word), None) = (words.next(), words.next()) {
        if matches!(word.as_ref(), "i" | "we" | "me" | "us") {
            return SourceReferent::FirstPerson;
        }
        if word == "they"
            && let Some(entity) = groups.taken_up(document, mentions, tokens.start, clusters)
        {
            return SourceReferent::PluralAnaphor(entity);
        }
        if let Some(tokens) = opening(article, tokens.start, &word) {
            let source = document.span(tokens);
            if let Some(entity) = described(article, source, tokens, clusters, register).entity() {
                return SourceReferent::SentenceSubject(entity, document.span(tokens));
            }
        }
        // `Jane Doe, who said`
        if word == "who"
            && let Some(mention) = before(document, mentions, tokens.start)
            && let Some(entity) = clusters.of_mention[mention]
        {
            return SourceReferent::Named { entity, mention };
        }
    }
    if demonyms::is_origin(document, source) {
        return demonyms::bearer(article, source, clusters)
            .map_or(SourceReferent::Unresolved, SourceReferent::NearestMatch);
    }
    match heads {
        [Head::Name(mention)] => match clusters.of_mention[*mention] {
            Some(entity) => SourceReferent::Named { entity, mention: *mention },
            None => SourceReferent::Unresolved,
        },
        [Head::Pronoun(token)] => SourceReferent::Pronoun(document.tokens[*token].span),
        [Head::Words(words)] => described(article, source, *words, clusters, register),
        [_] | [] => SourceReferent::Unresolved,
        several => {
            let mut members = listed(document, mentions, tokens.start, clusters);
            for head in several {
                let member = match head {
                    Head::Name(mention) => clusters.of_mention[*mention],
                    Head::Words(words) => {
                        let whole = document.span(*words);
                        described(article, whole, *words, clusters, register).entity()
                    }
                    Head::Pronoun(_) | Head::Unread => None,
                };
                let Some(member) = member else { return SourceReferent::Unresolved };
                if !members.contains(&member) {
                    members.push(member);
                }
            }
            groups.of(members, clusters).map_or(SourceReferent::Unresolved, SourceReferent::Coordination)
        }
    }
}

/// Those at the start of a sentence whom a list begins with, where only the rest was taken for the source: `Ann Roe, Jane
/// Doe and John Poe said`.
fn listed(document: &Document, mentions: &[Mention], start: TokenIndex, clusters: &Clusters) -> Vec<usize> {
    let mut members = Vec::new();
    let mut at = start;
    while let Some(mention) =
        before(document, mentions, at).filter(|_| at > TokenIndex::FIRST && document.word(at - 1) == ",")
    {
        let Some(entity) = clusters.of_mention[mention] else { break };
        members.insert(0, entity);
        at = mentions[mention].first_token(document);
    }
    let opens = document.sentence_containing(start).start == at;
    if opens { members } else { Vec::new() }
}

/// The description that opens the sentence before a pronoun in its paragraph, where the pronoun goes with it and with
/// nobody else since: `Curators at two museums watched. They said`.
fn opening(article: &Article, pronoun: TokenIndex, word: &str) -> Option<TokenRange> {
    let Article { document, mentions, .. } = *article;
    let before = document.sentences.partition_point(|sentence| sentence.end <= pronoun).checked_sub(1)?;
    let start = document.sentences[before].start;
    let read = |end: TokenIndex| descriptions::read(document, TokenRange::new(start, end));
    let first = TokenRange::new(start + 1, start + OPENING).iter().find(|&end| read(end).is_some())?;
    let end = TokenRange::new(first, start + OPENING).iter().take_while(|&end| read(end).is_some()).last()?;
    let found = read(end)?;
    let first = lexicon::to_lowercase(document.word(start));
    // Nouns and what describes them, then a verb.
    let plain = TokenRange::new(start + 1, end).iter().all(|at| {
        let word = document.word(at);
        document.tokens[at].kind == TokenKind::Word && !lexicon::is_preposition(word) && !lexicon::is_auxiliary(word)
    });
    let bare = end == start + 1 || lexicon::is_determiner(&first);
    let verb = document.word(end).starts_with(char::is_lowercase);
    if !plain || !bare || !verb || pronoun - end > SINCE || article.is_spoken(document.tokens[start].span) {
        return None;
    }
    let several = descriptions::is_several(document.word(end - 1));
    let fits = match word {
        "they" => found.kind == EntityKind::Group || several,
        "it" => matches!(found.kind, EntityKind::Organization | EntityKind::Work) && !several,
        "he" | "she" => {
            let evidence = gendered_nouns::evidence(document.word(end - 1));
            let against = if word == "he" { evidence < 0.0 } else { evidence > 0.0 };
            found.kind == EntityKind::Person && found.new && !several && !against
        }
        _ => false,
    };
    let next = mentions.partition_point(|mention| mention.tokens.end <= start);
    let mut since = mentions[next..].iter().take_while(|mention| mention.tokens.start < pronoun);
    let rival = |mention: &Mention| match word {
        "they" => matches!(mention.kind, EntityKind::Group | EntityKind::Organization),
        "it" => matches!(mention.kind, EntityKind::Organization | EntityKind::Work),
        _ => mention.kind == EntityKind::Person,
    };
    let others = TokenRange::new(end, pronoun).iter().any(|at| match word {
        "they" => descriptions::is_several(document.word(at)),
        "it" => nouns::is_organization_noun(document.word(at)),
        _ => descriptions::is_person(document.word(at)),
    });
    let inside = document.paragraph_containing(pronoun).contains(start);
    (fits && inside && !others && !since.any(rival)).then_some(TokenRange::new(start, end))
}

/// How many tokens an opening description may have.
const OPENING: usize = 7;

/// How many tokens may stand between it and the pronoun.
const SINCE: usize = 60;

/// Whom words without a name mean.
fn described(
    article: &Article,
    source: Span,
    words: TokenRange,
    clusters: &mut Clusters,
    register: &mut Register,
) -> SourceReferent {
    let Article { document, mentions, .. } = *article;
    let tokens = document.tokens_in(source);
    // `Jane Doe, an expert on bees, called`
    let determined = matches!(lexicon::to_lowercase(document.word(tokens.start)).as_ref(), "a" | "an" | "the");
    if determined
        && document.word(tokens.end) == ","
        && tokens.start.checked_sub(1).is_some_and(|at| document.word(at) == ",")
        && let Some(mention) = before(document, mentions, tokens.start)
        && let Some(entity) = clusters.of_mention[mention]
    {
        return SourceReferent::Named { entity, mention };
    }
    // `the club’s lawyer, Jane Doe, said`, where only the lawyer was taken for the source
    if let Some(mention) = apposed(document, mentions, &words, tokens.end)
        && let Some(entity) = clusters.of_mention[mention]
    {
        return SourceReferent::Named { entity, mention };
    }
    if let Some(entity) = roles::bearer(document, source, clusters) {
        return SourceReferent::Role(entity);
    }
    if let Some(age) = demonyms::age(document, source)
        && let Some(entity) = demonyms::bearer(article, source, clusters)
        && clusters.entities[entity].age.is_none_or(|own| own == age)
    {
        return SourceReferent::NearestMatch(entity);
    }
    if let Some(office) = roles::office(document, source)
        && let Some(entity) = demonyms::bearer(article, source, clusters)
        && office.is_held(document, &clusters.entities[entity])
    {
        return SourceReferent::NearestMatch(entity);
    }
    if let Some(entity) = organizations::bearer(document, mentions, source, clusters, |head| register.has(head)) {
        return SourceReferent::Role(entity);
    }
    let Some(mut description) = descriptions::read(document, words) else { return SourceReferent::Unresolved };
    if demonyms::is_epithet(document, source)
        && !register.has(&description.head)
        && let Some(entity) = demonyms::called(article, source, clusters)
    {
        return SourceReferent::NearestMatch(entity);
    }
    description.tokens = phrase_heads::with_complement(document, mentions, description.tokens, tokens.end);
    let entity = register.entity(document, description, &mut clusters.entities);
    clusters.grow();
    SourceReferent::Described(entity)
}

/// The person whose name stands between commas behind a description of one person.
fn apposed(document: &Document, mentions: &[Mention], words: &TokenRange, comma: TokenIndex) -> Option<usize> {
    let one = descriptions::read(document, *words).is_some_and(|found| {
        found.kind == EntityKind::Person && !descriptions::is_several(document.word(words.end - 1))
    });
    let number = mentions.partition_point(|mention| mention.tokens.start < comma + 1);
    let mention = mentions.get(number).filter(|_| one && document.word(comma) == ",")?;
    let closed = mention.tokens.start == comma + 1 && document.word(mention.tokens.end) == ",";
    (closed && mention.kind == EntityKind::Person).then_some(number)
}

/// The person named just before a token, a comma between them or not.
fn before(document: &Document, mentions: &[Mention], token: TokenIndex) -> Option<usize> {
    let end = if document.word(token.checked_sub(1)?) == "," { token - 1 } else { token };
    let number = mentions.partition_point(|mention| mention.tokens.end <= end).checked_sub(1)?;
    (mentions[number].tokens.end == end && mentions[number].kind == EntityKind::Person).then_some(number)
}

/// Whether a label of an interview tells no more than who asks and who answers.
pub fn is_question_or_answer_label(label: &str) -> bool {
    matches!(label.trim_end_matches('.'), "A" | "Answer" | "ANSWER" | "Q" | "Question" | "QUESTION")
}
