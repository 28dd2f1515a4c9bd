//! Resolves demonyms, ages and epithets to the only person nearby: `the German`, `the 56-year-old`, `the striker`.

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

/// The number of sentences in which no other person may be mentioned.
const MAX_SENTENCES: usize = 3;

/// Epithets: nouns that replace the name of a person already mentioned, but do not introduce one, as `the judge` does.
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

/// Returns whether a lower-case noun is an epithet: `striker`.
pub fn is_epithet_noun(noun: &str) -> bool {
    EPITHETS.binary_search(&noun).is_ok()
}

/// Positions in a team.
const POSITIONS: &[&str] = &["defender", "goalkeeper", "midfielder", "quarterback", "striker", "winger"];

/// Returns whether a source is an epithet: `the Republican nominee`, `the former minister`.
pub fn is_epithet(document: &Document, source: Span) -> bool {
    let tokens = document.tokens_in(source);
    let the = matches!(document.word(tokens.start), "the" | "The") && tokens.len() > 1;
    let bare = tokens.iter().all(|at| {
        matches!(document.tokens[at].kind, TokenKind::Word | TokenKind::Number) && document.word(at) != "and"
    });
    let former = document.word(tokens.start + 1) == "former"
        && !tokens.iter().any(|at| descriptions::is_several(document.word(at)));
    the && bare && (former || is_epithet_noun(&lexicon::to_lowercase(document.word(tokens.end - 1))))
}

/// Words for the members of a party.
const PARTISANS: &[&str] = &["Conservative", "Democrat", "Liberal", "Libertarian", "Republican", "Socialist", "Tory"];

/// Returns whether a source is a demonym or partisan for one person: `the German`, `the Dutchman, who left`, `the Ohio
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

/// Returns whether a person's party, if known, is the one that a source names.
fn is_of_party(document: &Document, source: Span, person: &Entity) -> bool {
    let own = person.party.as_deref();
    own.is_none_or(|own| {
        document.tokens_in(source).iter().all(|at| !PARTISANS.contains(&document.word(at)) || document.word(at) == own)
    })
}

/// Returns whether a gender is compatible with the words of a source: feminine is not with `the businessman`.
fn is_of_gender(document: &Document, source: Span, gender: Gender) -> bool {
    let evidence = document
        .tokens_in(source)
        .iter()
        .map(|at| gendered_nouns::evidence(document.word(at)))
        .find(|value| *value != 0.0);
    gendered_nouns::may_be_of(evidence.unwrap_or_default(), gender)
}

/// Returns the age in a source that consists of it: `the 56-year-old`.
pub fn age(document: &Document, source: Span) -> Option<u8> {
    let phrase = lexicon::to_lowercase(source.slice(document.text)).into_owned();
    let rest = phrase.strip_prefix("the ")?.trim_end_matches(',');
    rest.strip_suffix("-year-old")?.parse().ok()
}

/// Returns the only person mentioned in the sentences before a source, preferring its paragraph; direct quotes do not
/// count, since people do not mention themselves by name.
pub fn resolve_demonym(article: &Article, source: Span, clusters: &Clusters) -> Option<EntityId> {
    let Article { document, mentions, .. } = *article;
    let token = document.token_at(source.start());
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
    let sentences = document.sentences.get(sentence.saturating_sub(MAX_SENTENCES))?.start;
    let start = Some(document.paragraph_containing(token).start).filter(|&start| people(start).next().is_some());
    only(people(start.unwrap_or(sentences).max(sentences))).flatten()
}

/// Returns the person that an epithet refers to: the only one nearby, if it is a position in a team or nobody is mentioned
/// more often in the article.
pub fn resolve_epithet(article: &Article, source: Span, clusters: &Clusters) -> Option<EntityId> {
    let found = resolve_demonym(article, source, clusters)?;
    let last = article.document.tokens_in(source).end - 1;
    if POSITIONS.contains(&article.document.word(last)) {
        return Some(found);
    }
    let count = |entity: &Entity| entity.mentions.len();
    let people = clusters.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    people.map(count).max().filter(|&most| count(&clusters.entities[found]) >= most).map(|_| found)
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
