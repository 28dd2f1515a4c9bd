//! The heads of a source phrase: whom it stands for, and who else is coordinated with them. In `a spokesman for Jane
//! Doe`, `the Doe campaign` and `Ann Roe, who met Jane Doe`, Jane Doe is not a head.

mod continuation;
mod merging;
mod noun_phrase;

use super::descriptions;
use crate::entities::mention::{Mention, MentionId};
use crate::lexicon::nouns;
use crate::text::document::Document;
use crate::text::token_index::{TokenIndex, TokenRange};
use continuation::Continuation;
use noun_phrase::PhraseReader;

/// One of those whom a source phrase stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// A name.
    Name(MentionId),
    /// Words without a name: `two officials`.
    Words(TokenRange),
    /// A third-person pronoun, by its token.
    Pronoun(TokenIndex),
    /// None of these.
    Unknown,
}

/// Returns the heads of a phrase, in the order of the text: several only where they are coordinated.
pub fn heads(document: &Document, mentions: &[Mention], phrase: TokenRange) -> Vec<Head> {
    let mut reader = PhraseReader::new(document, mentions, phrase);
    let mut heads = vec![reader.read_noun_phrase()];
    let mut coordinated = 1;
    loop {
        match reader.read_continuation(&mut heads) {
            Continuation::Coordinated => coordinated = heads.len(),
            Continuation::Listed => {}
            Continuation::End => break,
        }
    }
    // `Jane Doe, John Roe`: names with commas between them are a list only if an `and` follows.
    heads.truncate(coordinated);
    merging::merge(document, mentions, heads)
}

/// The largest number of tokens in the complements of a description.
const MAX_COMPLEMENT_TOKENS: usize = 9;

/// The largest number of complements of a description.
const MAX_COMPLEMENTS: usize = 2;

/// Endings of participles and adjectives that a complement may follow.
const PARTICIPLE_ENDINGS: &[&str] = &["ed", "ing", "familiar"];

/// Prepositions whose complement tells who is meant; `on Tuesday` and `after the vote` do not.
const COMPLEMENT_PREPOSITIONS: &[&str] = &["at", "behind", "for", "from", "in", "of", "outside", "with"];

/// Returns words without a name together with their complements: `head of the committee`, `spokesman for the bank`.
pub fn with_complement(document: &Document, mentions: &[Mention], words: TokenRange, end: TokenIndex) -> TokenRange {
    let mut kept = words;
    // `a man in the crowd outside the court` is told by its second complement too.
    for _ in 0..MAX_COMPLEMENTS {
        // `a diplomat involved in the talks`
        let participle = document.word(kept.end);
        let has_participle = PARTICIPLE_ENDINGS.iter().any(|ending| participle.ends_with(ending));
        let at = if has_participle { kept.end + 1 } else { kept.end };
        if at + 1 >= end || !COMPLEMENT_PREPOSITIONS.contains(&document.word(at)) {
            break;
        }
        let mut reader = PhraseReader::new(document, mentions, TokenRange::new(at + 1, end));
        reader.read_noun_phrase();
        if reader.at - words.end > MAX_COMPLEMENT_TOKENS {
            break;
        }
        kept = TokenRange::new(words.start, reader.at);
    }
    kept
}

/// Returns whether a name modifies a noun without a possessive ending: `Doe` in `Doe adviser Ann Roe`.
pub fn is_modifier(document: &Document, mentions: &[Mention], name: TokenRange) -> bool {
    let next = mentions.partition_point(|mention| mention.tokens.start < name.end);
    let span = document.span(name);
    let in_role = mentions[next..].iter().take(2).any(|mention| mention.role.is_some_and(|role| role.contains(span)));
    let noun = document.word(name.end);
    in_role || descriptions::is_person(noun) || nouns::is_organization_noun(noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities;
    use crate::text::span::Span;
    use crate::vocabulary::Vocabulary;

    /// The heads of a phrase that says something, each as it stands in the text.
    fn read(phrase: &str) -> Vec<String> {
        let text = format!("{phrase} said so.");
        let document = Document::new(&text);
        let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
        let heads = heads(&document, &mentions, document.tokens_in(Span::new(0, phrase.len())));
        let word = |head: Head| match head {
            Head::Name(name) => mentions[name].span.slice(&text).to_owned(),
            Head::Words(words) => document.span(words).slice(&text).to_owned(),
            Head::Pronoun(token) => document.word(token).to_owned(),
            Head::Unknown => "?".to_owned(),
        };
        heads.into_iter().map(word).collect()
    }

    #[test]
    fn the_last_noun_before_anything_else_is_the_head() {
        assert_eq!(read("the Obama administration"), ["the Obama administration"]);
        assert_eq!(read("Former Obama adviser David Axelrod"), ["David Axelrod"]);
        assert_eq!(read("a spokesman for Mayor Frank Jackson"), ["a spokesman"]);
        assert_eq!(read("he himself"), ["he"]);
        for phrase in ["Frank Jackson afterwards", "Frank Jackson bluntly", "Frank Jackson last night"] {
            assert_eq!(read(phrase), ["Frank Jackson"]);
        }
        assert_eq!(read("the mayor bluntly"), ["the mayor"]);
        assert_eq!(read("Frank Jackson’s reply to the mayor"), ["Frank Jackson"]);
        assert_eq!(read("Frank Jackson’s lawyer"), ["Frank Jackson’s lawyer"]);
    }

    #[test]
    fn an_apposition_names_whom_it_describes() {
        assert_eq!(read("his campaign manager, Jeff Weaver"), ["Jeff Weaver"]);
        assert_eq!(read("a spokesman for the mayor, Frank Jackson"), ["a spokesman"]);
        assert_eq!(read("Richard Cross, a former aide to Bob Ehrlich and Helen Bentley"), ["Richard Cross"]);
    }

    #[test]
    fn complements_tell_who_is_meant() {
        let with_complement = |phrase: &str| {
            let text = format!("{phrase} said so.");
            let document = Document::new(&text);
            let mentions = entities::tag_entities(&document, &Vocabulary::from_document(&document));
            let all = document.tokens_in(Span::new(0, phrase.len()));
            let Some(Head::Words(words)) = heads(&document, &mentions, all).first().cloned() else { return None };
            Some(document.span(with_complement(&document, &mentions, words, all.end)).slice(&text).to_owned())
        };
        for phrase in [
            "a spokesman for the Roe Party",
            "a man in the crowd outside the court",
            "officials familiar with the plan",
        ] {
            assert_eq!(with_complement(phrase).as_deref(), Some(phrase));
        }
        assert_eq!(with_complement("a spokesman on Friday").as_deref(), Some("a spokesman"));
    }

    #[test]
    fn several_heads_need_an_and() {
        assert_eq!(read("Jack Markell and Tom Carper"), ["Jack Markell", "Tom Carper"]);
        assert_eq!(read("officials in Rome and Paris"), ["officials"]);
        assert_eq!(read("current and former officials"), ["current and former officials"]);
        assert_eq!(read("the work and pensions minister"), ["the work and pensions minister"]);
        assert_eq!(read("the company and its founder"), ["the company", "its founder"]);
    }

    #[test]
    fn every_phrase_is_read_to_its_end() {
        for phrase in
            ["", ",", "and", "( ", "of of of", "one of", "a number of", "named", "the,", "and and, (", "Jane Doe,"]
        {
            read(phrase);
        }
    }
}
