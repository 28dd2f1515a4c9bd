//! Descriptions of sources without a name: `a police spokesman`, `two officials`, `the report`.

use super::super::clusters::Clusters;
use super::super::entity::{Entity, EntityId};
use crate::entities::mention::EntityKind;
use crate::lexicon::{self, nouns};
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;

/// A description in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its tokens without the article, up to its head.
    pub tokens: TokenRange,
    /// The head, in lower case and singular.
    pub head: String,
    /// The kind of entity that it stands for.
    pub kind: EntityKind,
    /// Whether it introduces a new entity: with `a`, `another`, `two`, or no article.
    pub new: bool,
}

/// Returns whether a lower-case word stands for one person: `official`, `wife`.
pub fn is_person(word: &str) -> bool {
    nouns::is_person_noun(word) || lexicon::is_role(word)
}

/// Returns whether a word stands for several people: `officials`, `wives`.
pub fn is_several(word: &str) -> bool {
    let (head, plural) = singular(&lexicon::to_lowercase(word));
    plural && (nouns::is_person_noun(&head) || lexicon::is_role(&head))
}

/// Parses a description that ends with its head; returns `None` if it cannot be a source.
pub fn read(document: &Document, source: TokenRange) -> Option<Description> {
    let word = |at: TokenIndex| lexicon::to_lowercase(document.word(at)).into_owned();
    let first = word(source.start);
    // `one of the officials` is one person.
    if is_one_of(document, source) && source.len() > 3 {
        let many = read(document, TokenRange::new(source.start + 2, source.end))?;
        let kind = if many.kind == EntityKind::Group { EntityKind::Person } else { many.kind };
        return Some(Description { tokens: TokenRange::new(source.start, many.tokens.end), kind, new: true, ..many });
    }
    let determined = lexicon::is_determiner(&first);
    let start = source.start + usize::from(determined && document.end() > source.start + 1);
    let end = source.end;
    let last = word(end.checked_sub(1).filter(|&last| last >= start)?);
    let (head, plural) = singular(&last);
    let kind = match head.as_str() {
        head if nouns::is_person_noun(head) || lexicon::is_role(head) => {
            if plural {
                EntityKind::Group
            } else {
                EntityKind::Person
            }
        }
        head if nouns::is_organization_noun(head) => EntityKind::Organization,
        head if nouns::is_document_noun(head) => EntityKind::Work,
        _ => return None,
    };
    let new = !matches!(first.as_str(), "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its");
    Some(Description { tokens: TokenRange::new(start, end), head, kind, new })
}

/// The largest number of tokens in a description that opens a sentence.
const MAX_OPENING_TOKENS: usize = 7;

/// Returns the description that a sentence opens with, if it is plain: nouns and their modifiers, then a verb or a
/// comma.
pub fn opening(document: &Document, start: TokenIndex) -> Option<TokenRange> {
    let reads = |end: &TokenIndex| read(document, TokenRange::new(start, *end)).is_some();
    let ends = TokenRange::new(start + 1, start + MAX_OPENING_TOKENS);
    let first = ends.iter().find(reads)?;
    let end = TokenRange::new(first, ends.end).iter().take_while(reads).last()?;
    let is_bare = end == start + 1 || lexicon::is_determiner(&lexicon::to_lowercase(document.word(start)));
    let is_followed = document.word(end) == "," || document.word(end).starts_with(char::is_lowercase);
    (is_plain(document, TokenRange::new(start + 1, end)) && is_bare && is_followed)
        .then_some(TokenRange::new(start, end))
}

/// Returns whether a description is one of several: `one of the officials`.
pub fn is_one_of(document: &Document, tokens: TokenRange) -> bool {
    let is = |at: TokenIndex, word: &str| document.word(at).eq_ignore_ascii_case(word);
    is(tokens.start, "one") && is(tokens.start + 1, "of")
}

/// Returns the description of one of several that a sentence opens with: `One of the officials`.
pub fn one_of_several(document: &Document, start: TokenIndex) -> Option<TokenRange> {
    let whole = TokenRange::new(start, (start + MAX_OPENING_TOKENS).min(document.end()));
    if !is_one_of(document, whole) {
        return None;
    }
    let several =
        |end: &TokenIndex| is_plain(document, TokenRange::new(start + 3, *end)) && is_several(document.word(*end - 1));
    let end = TokenRange::new(start + 4, whole.end + 1).iter().find(several)?;
    Some(TokenRange::new(start, end))
}

/// The largest number of tokens in a description with a determiner inside of a sentence.
const MAX_INNER_TOKENS: usize = 5;

/// Returns the longest plain description of one person that starts with a determiner, at a token, and ends by another.
pub fn person_at(document: &Document, start: TokenIndex, end: TokenIndex) -> Option<TokenRange> {
    if !lexicon::is_determiner(&lexicon::to_lowercase(document.word(start))) {
        return None;
    }
    let ends = TokenRange::new(start + 2, (start + MAX_INNER_TOKENS + 1).min(end));
    let is_person = |end: &TokenIndex| {
        is_plain(document, TokenRange::new(start + 1, *end))
            && read(document, TokenRange::new(start, *end)).is_some_and(|found| found.kind == EntityKind::Person)
            && !is_several(document.word(*end - 1))
    };
    ends.iter().rev().find(is_person).map(|end| TokenRange::new(start, end))
}

/// Whether tokens are words that may stand before a head: no prepositions and auxiliaries.
fn is_plain(document: &Document, tokens: TokenRange) -> bool {
    tokens.iter().all(|at| {
        let word = document.word(at);
        document.tokens[at].kind == TokenKind::Word && !lexicon::is_preposition(word) && !lexicon::is_auxiliary(word)
    })
}

fn singular(word: &str) -> (String, bool) {
    match word {
        "people" => ("person".to_owned(), true),
        "men" => ("man".to_owned(), true),
        "women" => ("woman".to_owned(), true),
        "wives" => ("wife".to_owned(), true),
        "police" | "boss" | "witness" => (word.to_owned(), false),
        _ => {
            let stem = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
            let stem = stem.or_else(|| word.strip_suffix("men").map(|stem| format!("{stem}man")));
            let stem = stem.or_else(|| word.strip_suffix("sses").map(|stem| format!("{stem}ss")));
            let stem = stem.or_else(|| word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(str::to_owned));
            stem.map_or_else(|| (word.to_owned(), false), |stem| (stem, true))
        }
    }
}

/// The descriptions found so far, with their entities.
#[derive(Default)]
pub struct NamelessEntities {
    known: Vec<(Description, EntityId)>,
}

/// The number of previous descriptions to search.
const MAX_DESCRIPTIONS: usize = 40;

impl NamelessEntities {
    /// Returns whether a description with this head was found before.
    pub fn has(&self, head: &str) -> bool {
        self.known.iter().rev().take(MAX_DESCRIPTIONS).any(|(known, _)| known.head == head)
    }

    /// Returns the entity of a description: that of a matching one found before, or a new one added to `entities`.
    pub fn entity(&mut self, document: &Document, description: Description, clusters: &mut Clusters) -> EntityId {
        let known = self.known.iter().rev().take(MAX_DESCRIPTIONS).find(|(known, _)| {
            let same = words(document, &known.tokens) == words(document, &description.tokens);
            let fits = || !description.new && repeats(document, &description.tokens, &known.tokens);
            // The same words, read once with and once without their complement.
            let is_again = known.tokens.start == description.tokens.start;
            known.kind == description.kind && known.head == description.head && (is_again || same || fits())
        });
        // A second `a spokesman` may be somebody else, but the text does not tell.
        let entity = known.map(|(_, entity)| *entity).unwrap_or_else(|| {
            clusters.push(Entity::new(description.kind, words(document, &description.tokens), false))
        });
        if self.known.len() >= 2 * MAX_DESCRIPTIONS {
            // Older ones are never looked at again.
            self.known.drain(..MAX_DESCRIPTIONS);
        }
        self.known.push((description, entity));
        entity
    }
}

/// Returns whether all names in a description are also in an earlier one: `the Roe poll` is not `a Doe poll`.
fn repeats(document: &Document, description: &TokenRange, known: &TokenRange) -> bool {
    (*description)
        .iter()
        .filter(|&at| document.word(at).starts_with(char::is_uppercase))
        .all(|at| known.iter().any(|known| document.word(known) == document.word(at)))
}

fn words(document: &Document, tokens: &TokenRange) -> String {
    document.span(*tokens).slice(document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(text: &str) -> Option<(String, EntityKind, bool)> {
        let document = Document::new(text);
        read(&document, document.all_tokens()).map(|found| (words(&document, &found.tokens), found.kind, found.new))
    }

    #[test]
    fn heads_tell_what_speaks() {
        let found = |text| described(text).unwrap();
        assert_eq!(found("a police spokesman"), ("police spokesman".into(), EntityKind::Person, true));
        assert_eq!(found("two officials"), ("officials".into(), EntityKind::Group, true));
        assert_eq!(found("the company"), ("company".into(), EntityKind::Organization, false));
        assert_eq!(found("a report"), ("report".into(), EntityKind::Work, true));
        assert_eq!(described("the weather"), None);
    }
}
