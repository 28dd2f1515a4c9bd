//! Named entity recognition: finds the mentions of named entities, each with its kind.
//!
//! A mention covers the name alone, without title, article or possessive ending.

pub mod acronyms;
mod consistency;
mod kinds;
pub mod mention;
pub mod normalized;
pub mod tagger;
mod times_of_day;

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::crf::weights::Weights;
use crate::lexicon::{self, Gender, gazetteer, given_names};
use crate::model_file::ModelFileReader;
use crate::sorting;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token_index::{TokenIndex, TokenRange};
use crate::text::tokens::TokenKind;
use crate::vocabulary::Vocabulary;
use mention::{EntityKind, Mention};
pub use tagger::TaggerCache;
use tagger::labels::{EntityClass, LABELS, TaggedMention};

/// The trained weights, made by `cargo xtask train entities`.
pub static WEIGHTS: LazyLock<Weights<{ LABELS }>> = LazyLock::new(|| {
    let read = |bytes| {
        let mut reader = ModelFileReader::open(bytes)?;
        let weights = Weights::read(&mut reader)?;
        reader.finish().map(|()| weights)
    };
    read(include_bytes!("weights.bin")).expect("the weights file is part of the program and every test reads it")
});

/// Finds the mentions of named entities in a document, in the order of the text.
#[cfg(any(test, feature = "training"))]
pub fn tag_entities(document: &Document, vocabulary: &Vocabulary) -> Vec<Mention> {
    tag_entities_cached(document, vocabulary, &mut TaggerCache::default())
}

/// Finds the mentions as [`tag_entities`] does, reusing results for the documents that were analyzed before with this
/// vocabulary.
pub fn tag_entities_cached(document: &Document, vocabulary: &Vocabulary, cache: &mut TaggerCache) -> Vec<Mention> {
    let mut tagged = tagger::tag_mentions(document, vocabulary, &WEIGHTS, cache);
    complete_hyphenated_names(document, &mut tagged);
    join_nationality_and_organization(document, &mut tagged);
    trim_titles(document, &mut tagged);
    extend_to_first_names(document, &mut tagged);
    acronyms::join_long_forms(document, &mut tagged);
    consistency::apply_name_clues(document, &mut tagged);
    consistency::harmonize_classes(document, &mut tagged);
    add_times_of_day(document, &mut tagged);
    tagged.into_iter().map(|tagged| build_mention(document, tagged)).collect()
}

/// Finds the names in a document and their classes alone, as the tagger gives them.
pub fn tag_names(document: &Document, vocabulary: &Vocabulary, cache: &mut TaggerCache) -> Vec<TaggedMention> {
    tagger::tag_mentions(document, vocabulary, &WEIGHTS, cache)
}

/// Completes names that end at their small middle word: `Port-au-Prince`, `Stratford-upon-Avon`.
fn complete_hyphenated_names(document: &Document, tagged: &mut [TaggedMention]) {
    for number in 0..tagged.len() {
        let end = tagged[number].tokens.end;
        let limit = tagged.get(number + 1).map_or(document.end(), |next| next.tokens.start);
        let joined = |at: TokenIndex| at < limit && !document.tokens[at].spaced;
        let open = document.word(end - 1).starts_with(char::is_lowercase)
            && joined(end)
            && document.word(end) == "-"
            && joined(end + 1)
            && document.word(end + 1).starts_with(char::is_uppercase);
        if open {
            tagged[number].tokens.end = end + 2;
        }
    }
}

/// Ranks of police officers, as British, African and Asian papers abbreviate them.
const POLICE_RANKS: &[&str] = &[
    "ACC", "ACP", "ASP", "CSP", "DC", "DCC", "DCI", "DCOP", "DCP", "DCS", "DI", "DS", "DSI", "DSP", "PC", "PCSO", "WPC",
];

/// Removes abbreviated titles, nationalities and post-nominal letters from names of people: `Cllr Ann Cole`, `Briton Ann Cole`,
/// `Ann Cole KC`.
fn trim_titles(document: &Document, tagged: &mut [TaggedMention]) {
    let title = |at: TokenIndex| {
        let word = document.word(at);
        lexicon::title(word).is_some()
            // The tagger has learned that most others are no part of the name.
            && (is_courtesy(word)
                || word.ends_with('.')
                || !lexicon::trained::is_title(word)
                || matches!(word, "Cllr" | "Det" | "Insp" | "Prof" | "Revd" | "Sgt" | "Supt"))
            || POLICE_RANKS.contains(&word)
            || word == "Chief"
    };
    let is_nationality = |own: &TaggedMention| {
        let first = document.word(own.tokens.start);
        own.tokens.len() > 2 && gazetteer::is_demonym_noun(first) && given_names::given_name(first).is_none()
    };
    for own in tagged.iter_mut().filter(|own| own.class == EntityClass::Person) {
        while own.tokens.len() > 1 && title(own.tokens.start) && document.word(own.tokens.start) != "St." {
            own.tokens.start += 1;
        }
        if is_nationality(own) {
            own.tokens.start += 1;
        }
        while own.tokens.len() > 2
            && matches!(document.word(own.tokens.end - 1), "KC" | "QC" | "MP" | "MSP" | "MBE" | "OBE" | "CBE")
        {
            own.tokens.end -= 1;
        }
    }
}

/// Joins a nationality and a lone organization word behind it to one organization: `European Union`, `Norwegian
/// Parliament`. Makes an organization of a place before `Police`: `West Yorkshire Police`.
fn join_nationality_and_organization(document: &Document, tagged: &mut Vec<TaggedMention>) {
    tagged.dedup_by(|next, group| {
        let joined = group.class == EntityClass::Group
            && next.class == EntityClass::Organization
            && group.tokens.end == next.tokens.start
            && next.tokens.len() == 1
            && crate::lexicon::nouns::is_organization_word(document.word(next.tokens.start));
        if joined {
            let probability = group.probability.max(next.probability);
            *group = TaggedMention {
                tokens: TokenRange::new(group.tokens.start, next.tokens.end),
                class: EntityClass::Organization,
                probability,
            };
        }
        joined
    });
    for number in 0..tagged.len() {
        let end = tagged[number].tokens.end;
        let free = tagged.get(number + 1).is_none_or(|next| next.tokens.start > end);
        if free && tagged[number].class == EntityClass::Place && document.word(end) == "Police" {
            tagged[number].tokens.end += 1;
            tagged[number].class = EntityClass::Organization;
        }
    }
}

/// Adds first names that are also small words, `Per Olsson` or `Will Hale`, if the name stands somewhere with that
/// capital behind a lower-case word.
fn extend_to_first_names(document: &Document, tagged: &mut [TaggedMention]) {
    let small = |at: TokenIndex| matches!(document.word(at), "Can" | "Do" | "May" | "Per" | "Will");
    let first_name = |tagged: &[TaggedMention], number: usize| {
        let own = &tagged[number];
        let before = own.tokens.start.checked_sub(1).filter(|_| own.class == EntityClass::Person)?;
        let free = number == 0 || tagged[number - 1].tokens.end <= before;
        (free && small(before)).then_some(before)
    };
    let name = |before: TokenIndex, own: &TaggedMention| (document.word(before), document.word(own.tokens.start));
    let mut known: FxHashSet<(&str, &str)> = (0..tagged.len())
        .filter_map(|number| Some((first_name(tagged, number)?, &tagged[number])))
        // In a headline every word is capitalized.
        .filter(|&(before, _)| {
            let word = |back: usize| before.checked_sub(back).map_or("", |at| document.word(at));
            (if word(1) == "," { word(2) } else { word(1) }).starts_with(char::is_lowercase)
        })
        .map(|(before, own)| name(before, own))
        .collect();
    let whole = tagged.iter().filter(|own| own.class == EntityClass::Person && own.tokens.len() > 1);
    known.extend(
        whole.map(|own| own.tokens.start).filter(|&at| small(at)).map(|at| (document.word(at), document.word(at + 1))),
    );
    for number in 0..tagged.len() {
        if let Some(before) =
            first_name(tagged, number).filter(|&before| known.contains(&name(before, &tagged[number])))
        {
            tagged[number].tokens.start = before;
        }
    }
}

/// Adds the times of day, which the training corpora do not annotate.
fn add_times_of_day(document: &Document, tagged: &mut Vec<TaggedMention>) {
    let mut found = Vec::new();
    let mut at = TokenIndex::FIRST;
    while at < document.end() {
        let Some(tokens) = times_of_day::time_of_day_at(document, at) else {
            at += 1;
            continue;
        };
        at = tokens.end;
        let next = tagged.partition_point(|other| other.tokens.end <= tokens.start);
        if tagged.get(next).is_none_or(|other| other.tokens.start >= tokens.end) {
            found.push(TaggedMention { tokens, class: EntityClass::Date, probability: 0.99 });
        }
    }
    tagged.append(&mut found);
    sorting::sort_by_key(tagged, |mention| [mention.tokens.start.number(), 0, 0]);
}

fn build_mention(document: &Document, tagged: TaggedMention) -> Mention {
    let span = document.span(tagged.tokens);
    let kind = kinds::entity_kind(document, &tagged);
    let (role, gender) =
        if kind == EntityKind::Person { role_before(document, tagged.tokens.start) } else { (None, Gender::Unknown) };
    let confidence = WEIGHTS.calibrate(tagged.probability);
    Mention { span, tokens: tagged.tokens, kind, role, gender, confidence }
}

fn begins_sentence(document: &Document, at: TokenIndex) -> bool {
    let sentence = document.sentences.partition_point(|sentence| sentence.start <= at);
    let start = document.sentences[sentence - 1].start;
    TokenRange::new(start, at).iter().all(|before| document.tokens[before].kind != TokenKind::Word)
        || matches!(document.word(at.saturating_sub(1)), "“" | "\"" | ":" | "‘" | "''")
}

/// Returns the role before a name, and the pronoun that goes with the title in it.
fn role_before(document: &Document, name: TokenIndex) -> (Option<Span>, Gender) {
    let is_title = |at: TokenIndex| {
        let word = document.word(at);
        lexicon::title(word).is_some() || lexicon::is_role(&lexicon::to_lowercase(word))
    };
    let none = (None, Gender::Unknown);
    let Some(last) = name.checked_sub(1).filter(|&last| document.tokens[name].spaced && is_title(last)) else {
        return none;
    };
    let gender = lexicon::title(document.word(last)).unwrap_or(Gender::Unknown);
    if is_courtesy(document.word(last)) {
        return (None, gender);
    }
    let mut first = last;
    while let Some(before) = first.checked_sub(1).filter(|&before| last - before <= 5) {
        let word = document.word(before);
        let folded = lexicon::to_lowercase(word);
        let function = lexicon::is_determiner(&folded)
            || lexicon::is_preposition(&folded)
            || lexicon::is_conjunction(&folded)
            || lexicon::is_adverb(&folded);
        let opens = begins_sentence(document, before);
        let narrows = lexicon::is_role(&folded)
            || lexicon::is_role_modifier(&folded)
            || (word.starts_with(char::is_uppercase) && !function);
        let joins = document.tokens[first].kind == TokenKind::Word && document.tokens[before].kind == TokenKind::Word;
        // `Secretary of State`: `of` only between capitalized words.
        let of = matches!(word, "of" | "for")
            && before > TokenIndex::FIRST
            && document.word(first).starts_with(char::is_uppercase)
            // `Minister for Europe Jane Doe`, not `a spokesman for Minister Jane Doe`
            && (word == "of" || document.word(before - 1).starts_with(char::is_uppercase))
            && is_title(before - 1);
        if !joins || !(narrows || of) {
            break;
        }
        first = before;
        if opens {
            break;
        }
    }
    (Some(document.span(TokenRange::new(first, last + 1))), gender)
}

fn is_courtesy(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Messrs" | "Sir" | "Dame")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions_in(text: &str) -> Vec<Mention> {
        let document = Document::new(text);
        tag_entities(&document, &Vocabulary::from_document(&document))
    }

    fn found(text: &str) -> Vec<(&str, EntityKind)> {
        mentions_in(text).iter().map(|mention| (mention.span.slice(text), mention.kind)).collect()
    }

    #[test]
    fn separates_titles_from_names() {
        let text = "NATO Secretary General Mark Rutte met German Chancellor Olaf Scholz in Berlin on Monday.";
        use EntityKind::*;
        assert_eq!(
            found(text),
            [
                ("NATO", Organization),
                ("Mark Rutte", Person),
                ("German", Group),
                ("Olaf Scholz", Person),
                ("Berlin", Place),
                ("Monday", Date)
            ]
        );
        let mentions = mentions_in(text);
        assert_eq!(mentions[1].role.unwrap().slice(text), "NATO Secretary General");
    }

    #[test]
    fn recognizes_first_names_that_are_small_words() {
        let text = "Per Holm left on Monday. “It was late,” said Per Holm. In Norway, Holm is known.";
        assert_eq!(found(text).iter().filter(|(name, _)| *name == "Per Holm").count(), 2);
        assert!(found("Talks With Putin Fail.").iter().all(|(name, _)| *name != "With Putin"));
        assert!(found("In Holm it rained. Anna Holm said so.").iter().all(|(name, _)| *name != "In Holm"));
    }

    #[test]
    fn the_first_word_of_a_sentence_is_not_a_name() {
        assert_eq!(found("However, nobody came. Workers left. The workers were tired."), []);
    }

    #[test]
    fn finds_organizations_money_and_dates() {
        use EntityKind::*;
        let text = "The Bank of England paid $3 million to Acme Ltd. in 2019, said Maria da Silva.";
        assert_eq!(
            found(text),
            [
                ("Bank of England", Organization),
                ("$3 million", Money),
                ("Acme Ltd.", Organization),
                ("2019", Date),
                ("Maria da Silva", Person)
            ]
        );
    }
}
