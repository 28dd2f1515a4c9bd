//! Whom `the German` or `the 56-year-old` means, whom nothing but the text around tells apart.

use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use super::super::only;
use super::article::Article;
use super::descriptions;
use crate::entities::mention::{EntityKind, MentionId};
use crate::lexicon::Gender;
use crate::lexicon::{self, gazetteer, gendered_nouns};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// Within how many sentences only one person must be named.
const REACH: usize = 3;

/// What somebody who was named is called for a change, and nobody else who comes in: not `the judge`.
const EPITHETS: &[&str] = &[
    "actor",
    "actress",
    "author",
    "billionaire",
    "businessman",
    "businesswoman",
    "candidate",
    "champion",
    "comedian",
    "contender",
    "defender",
    "entrepreneur",
    "forward",
    "front-runner",
    "frontrunner",
    "goalkeeper",
    "hopeful",
    "magnate",
    "midfielder",
    "mogul",
    "nominee",
    "novelist",
    "politician",
    "pontiff",
    "quarterback",
    "singer",
    "songwriter",
    "star",
    "striker",
    "tycoon",
    "winger",
];

/// Places in a team, which one person has at a time.
const POSITIONS: &[&str] = &["defender", "goalkeeper", "midfielder", "quarterback", "striker", "winger"];

/// Whether a source calls somebody by another word than the name: `the Republican nominee`, `the former minister`.
pub fn is_epithet(document: &Document, source: Span) -> bool {
    let tokens = document.tokens_in(source);
    let the = matches!(document.word(tokens.start), "the" | "The") && tokens.len() > 1;
    let bare = tokens.iter().all(|at| {
        matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number) && document.word(at) != "and"
    });
    let former = document.word(tokens.start + 1) == "former"
        && !tokens.iter().any(|at| descriptions::is_several(document.word(at)));
    the && bare
        && (former || EPITHETS.binary_search(&lexicon::to_lowercase(document.word(tokens.end - 1)).as_ref()).is_ok())
}

/// Members of a party.
const PARTISANS: &[&str] = &["Conservative", "Democrat", "Liberal", "Libertarian", "Republican", "Socialist", "Tory"];

/// Whether a source tells no more of one person than an origin: `the German`, `the Dutchman, who left`, `the Ohio
/// Democrat`.
pub fn is_origin(document: &Document, source: Span) -> bool {
    let tokens = document.tokens_in(source);
    let end = tokens.iter().find(|&at| document.word(at) == ",").unwrap_or(tokens.end);
    if !matches!(document.word(tokens.start), "the" | "The") || end < tokens.start + 2 {
        return false;
    }
    let own = document.word(end - 1);
    let from = gazetteer::is_group(own) && !own.ends_with('s') && !own.ends_with("sh") && !own.ends_with("ch")
        || gazetteer::is_demonym_noun(own);
    let before = TokenRange::new(tokens.start + 1, end - 1);
    from && before.is_empty()
        || PARTISANS.contains(&own) && before.iter().all(|at| document.word(at).starts_with(char::is_uppercase))
}

/// Whether somebody's party, where it is given, is the one that a source names.
fn is_of_party(document: &Document, source: Span, person: &Entity) -> bool {
    let own = person.party.as_deref();
    own.is_none_or(|own| {
        document.tokens_in(source).iter().all(|at| !PARTISANS.contains(&document.word(at)) || document.word(at) == own)
    })
}

/// Whether the pronoun of a given name or a title goes with the words of a source: not for `the businessman`.
fn is_of_gender(document: &Document, source: Span, gender: Gender) -> bool {
    let evidence = document
        .tokens_in(source)
        .iter()
        .map(|at| gendered_nouns::evidence(document.word(at)))
        .find(|value| *value != 0.0);
    match (evidence, gender) {
        (Some(evidence), Gender::Masculine) => evidence > 0.0,
        (Some(evidence), Gender::Feminine) => evidence < 0.0,
        _ => true,
    }
}

/// The age by which a source calls somebody: `the 56-year-old`.
pub fn age(document: &Document, source: Span) -> Option<u8> {
    let phrase = lexicon::to_lowercase(source.slice(document.text)).into_owned();
    let rest = phrase.strip_prefix("the ")?.trim_end_matches(',');
    rest.strip_suffix("-year-old")?.parse().ok()
}

/// The only person named in the sentences up to a source, those of its paragraph first, and not in what is `spoken`:
/// nobody speaks of himself by his name.
pub fn bearer(article: &Article, source: Span, clusters: &Clusters) -> Option<EntityId> {
    let Article { document, mentions, .. } = *article;
    let token = document.token_at(source.start);
    let sentence = document.sentences.partition_point(|sentence| sentence.end <= token);
    let end = mentions.partition_point(|mention| mention.tokens.start < token);
    let people = |start: TokenIndex| {
        let near =
            (0..end).rev().map(MentionId::new).take_while(move |&name| mentions[name].tokens.start >= start).take(60);
        let people = near
            .filter(move |&name| mentions[name].kind == EntityKind::Person && !article.is_spoken(mentions[name].span));
        let people = people.map(|name| clusters.of_mention[name]);
        people.filter(|person| {
            person.is_none_or(|person| {
                is_of_party(document, source, &clusters.entities[person])
                    && is_of_gender(document, source, clusters.genders[person])
            })
        })
    };
    let sentences = document.sentences.get(sentence.saturating_sub(REACH))?.start;
    let start = Some(document.paragraph_containing(token).start).filter(|&start| people(start).next().is_some());
    only(people(start.unwrap_or(sentences).max(sentences))).flatten()
}

/// Whom an epithet means: the same, where it is a place in a team or the article names nobody more often.
pub fn called(article: &Article, source: Span, clusters: &Clusters) -> Option<EntityId> {
    let found = bearer(article, source, clusters)?;
    let last = article.document.tokens_in(source).end - 1;
    if POSITIONS.contains(&article.document.word(last)) {
        return Some(found);
    }
    let often = |entity: &Entity| entity.mentions.len();
    let people = clusters.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    people.map(often).max().filter(|&most| often(&clusters.entities[found]) >= most).map(|_| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(EPITHETS.is_sorted());
    }

    #[test]
    fn an_origin_is_of_one_person() {
        let is = |text: &str| is_origin(&Document::new(text), Span::new(0, text.len()));
        assert!(is("The German") && is("the Dutchman, who left") && is("the Norwegian"));
        assert!(is("the New York Democrat") && is("the Republican") && !is("the Republican nominee"));
        assert!(!is("The Germans") && !is("the French") && !is("the German government") && !is("German"));
    }
}
