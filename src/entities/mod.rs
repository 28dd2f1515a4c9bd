//! Fourth stage: named entities, each mention with its kind.
//!
//! A mention covers the name alone: no title, article or possessive ending.

pub mod acronyms;
mod agreement;
mod kinds;
pub mod mention;
mod normalized;
pub mod tagger;
mod times_of_day;

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use crate::crf::weights::Weights;
use crate::lexicon::{self, given_names};
use crate::model_file::Reader;
use crate::sorting;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::tokens::TokenKind;
use crate::vocabulary::Vocabulary;
use mention::{EntityKind, Mention};
pub use tagger::Cache;
use tagger::labels::{Class, LABELS, Tagged};

/// The learned weights: made by `cargo xtask train entities`, read once.
static WEIGHTS: LazyLock<Weights<{ LABELS }>> = LazyLock::new(|| {
    let read = |bytes| {
        let mut reader = Reader::open(bytes)?;
        let weights = Weights::read(&mut reader)?;
        reader.close().map(|()| weights)
    };
    read(include_bytes!("weights.bin")).expect("the weights in the repository are sound, as every test shows")
});

/// Finds the named entities of a document, in the order in which they stand.
#[cfg(any(test, feature = "training"))]
pub fn find(document: &Document, vocabulary: &Vocabulary) -> Vec<Mention> {
    find_cached(document, vocabulary, &mut Cache::default())
}

/// The same, with what is remembered of the documents that this vocabulary has read before.
pub fn find_cached(document: &Document, vocabulary: &Vocabulary, memory: &mut Cache) -> Vec<Mention> {
    let mut tagged = tagger::tag(document, vocabulary, &WEIGHTS, memory);
    close_compounds(document, &mut tagged);
    join_nationalities(document, &mut tagged);
    cut_titles(document, &mut tagged);
    take_first_names(document, &mut tagged);
    acronyms::join(document, &mut tagged);
    agreement::recognise(document, &mut tagged);
    agreement::agree(document, &mut tagged);
    add_times(document, &mut tagged);
    let mut mentions: Vec<Mention> = tagged.into_iter().map(|tagged| mention(document, tagged)).collect();
    let currencies = normalized::Currencies::of(document, &mentions);
    for mention in &mut mentions {
        mention.normal = normalized::form(mention.kind, mention.span.of(document.text), &currencies);
    }
    mentions
}

/// `Port-au-Prince`, `Stratford-upon-Avon`: a name does not end at its small middle word.
fn close_compounds(document: &Document, tagged: &mut [Tagged]) {
    for number in 0..tagged.len() {
        let end = tagged[number].tokens.end;
        let limit = tagged.get(number + 1).map_or(document.tokens.len(), |next| next.tokens.start);
        let joined = |at: usize| at < limit && !document.tokens[at].spaced;
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

/// `Cllr Ann Cole`, `Ann Cole KC`: an abbreviated title is no part of a name, nor are letters behind it.
fn cut_titles(document: &Document, tagged: &mut [Tagged]) {
    let title = |at: usize| {
        let word = document.word(at);
        lexicon::title(word).is_some()
            && (is_courtesy(word)
                || word.ends_with('.')
                || matches!(word, "Cllr" | "Det" | "Insp" | "Prof" | "Revd" | "Sgt" | "Supt"))
            || matches!(word, "PC" | "WPC" | "DC" | "DS" | "DI" | "DCI" | "PCSO")
    };
    for own in tagged.iter_mut().filter(|own| own.class == Class::Person) {
        while own.tokens.len() > 1 && title(own.tokens.start) && document.word(own.tokens.start) != "St." {
            own.tokens.start += 1;
        }
        while own.tokens.len() > 2
            && matches!(document.word(own.tokens.end - 1), "KC" | "QC" | "MP" | "MSP" | "MBE" | "OBE" | "CBE")
        {
            own.tokens.end -= 1;
        }
    }
}

/// `European Union`, `Norwegian Parliament`: a word such as `Union` alone is no name, so the one before belongs to it.
/// `West Yorkshire Police` is no place.
fn join_nationalities(document: &Document, tagged: &mut Vec<Tagged>) {
    tagged.dedup_by(|next, group| {
        let joined = group.class == Class::Group
            && next.class == Class::Organization
            && group.tokens.end == next.tokens.start
            && next.tokens.len() == 1
            && crate::lexicon::nouns::is_organization_word(document.word(next.tokens.start));
        if joined {
            let probability = group.probability.max(next.probability);
            *group = Tagged { tokens: group.tokens.start..next.tokens.end, class: Class::Organization, probability };
        }
        joined
    });
    for number in 0..tagged.len() {
        let end = tagged[number].tokens.end;
        let free = tagged.get(number + 1).is_none_or(|next| next.tokens.start > end);
        if free && tagged[number].class == Class::Place && document.word(end) == "Police" {
            tagged[number].tokens.end += 1;
            tagged[number].class = Class::Organization;
        }
    }
}

/// `Per Olsson`, `Will Hale`: a first name that looks like a small word, once it has its capital behind a small letter.
fn take_first_names(document: &Document, tagged: &mut [Tagged]) {
    let small = |at: usize| matches!(document.word(at), "Can" | "Do" | "May" | "Per" | "Will");
    let first_name = |tagged: &[Tagged], number: usize| {
        let own = &tagged[number];
        let before = own.tokens.start.checked_sub(1).filter(|_| own.class == Class::Person)?;
        let free = number == 0 || tagged[number - 1].tokens.end <= before;
        (free && small(before)).then_some(before)
    };
    let name = |before: usize, own: &Tagged| (document.word(before), document.word(own.tokens.start));
    let mut known: FxHashSet<(&str, &str)> = (0..tagged.len())
        .filter_map(|number| Some((first_name(tagged, number)?, &tagged[number])))
        // In a headline every word has a capital.
        .filter(|&(before, _)| {
            let word = |back: usize| before.checked_sub(back).map_or("", |at| document.word(at));
            (if word(1) == "," { word(2) } else { word(1) }).starts_with(char::is_lowercase)
        })
        .map(|(before, own)| name(before, own))
        .collect();
    let whole = tagged.iter().filter(|own| own.class == Class::Person && own.tokens.len() > 1);
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

/// Adds the times of day, which the corpora leave unannotated.
fn add_times(document: &Document, tagged: &mut Vec<Tagged>) {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(tokens) = times_of_day::time_at(document, at) else {
            at += 1;
            continue;
        };
        at = tokens.end;
        let next = tagged.partition_point(|other| other.tokens.end <= tokens.start);
        if tagged.get(next).is_none_or(|other| other.tokens.start >= tokens.end) {
            found.push(Tagged { tokens, class: Class::Date, probability: 0.99 });
        }
    }
    tagged.append(&mut found);
    sorting::sort(tagged, |mention| [mention.tokens.start, 0, 0]);
}

fn mention(document: &Document, tagged: Tagged) -> Mention {
    let span = document.span(tagged.tokens.clone());
    let kind = kinds::refine(document, &tagged);
    let (role, gender) = if kind == EntityKind::Person {
        role_before(document, tagged.tokens.start)
    } else {
        (None, given_names::Gender::Unknown)
    };
    let confidence = WEIGHTS.calibrate(tagged.probability);
    Mention { span, tokens: tagged.tokens, kind, role, gender, confidence, normal: None }
}

fn begins_sentence(document: &Document, at: usize) -> bool {
    let sentence = document.sentences.partition_point(|sentence| sentence.start <= at);
    let start = document.sentences[sentence - 1].start;
    (start..at).all(|before| document.tokens[before].kind != TokenKind::Word)
        || matches!(document.word(at.saturating_sub(1)), "“" | "\"" | ":" | "‘" | "''")
}

/// The office or title that stands before a name, and what it tells about the pronoun.
fn role_before(document: &Document, name: usize) -> (Option<Span>, given_names::Gender) {
    let is_title = |at: usize| {
        let word = document.word(at);
        lexicon::title(word).is_some() || lexicon::is_role(&lexicon::to_lowercase(word))
    };
    let none = (None, given_names::Gender::Unknown);
    let Some(last) = name.checked_sub(1).filter(|&last| document.tokens[name].spaced && is_title(last)) else {
        return none;
    };
    let gender = lexicon::title(document.word(last)).unwrap_or(given_names::Gender::Unknown);
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
        // `Secretary of State`, `House Speaker`: the small word only between capitals.
        let of = matches!(word, "of" | "for")
            && before > 0
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
    (Some(document.span(first..last + 1)), gender)
}

fn is_courtesy(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Messrs" | "Sir" | "Dame")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Mention> {
        let document = Document::new(text);
        find(&document, &Vocabulary::of(&document))
    }

    fn found(text: &str) -> Vec<(&str, EntityKind)> {
        all(text).iter().map(|mention| (mention.span.of(text), mention.kind)).collect()
    }

    #[test]
    fn parts_titles_from_names() {
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
        let mentions = all(text);
        assert_eq!(mentions[1].role.unwrap().of(text), "NATO Secretary General");
    }

    #[test]
    fn a_first_name_may_look_like_a_small_word() {
        let text = "Per Holm left on Monday. “It was late,” said Per Holm. In Norway, Holm is known.";
        assert_eq!(found(text).iter().filter(|(name, _)| *name == "Per Holm").count(), 2);
        assert!(found("Talks With Putin Fail.").iter().all(|(name, _)| *name != "With Putin"));
        assert!(found("In Holm it rained. Anna Holm said so.").iter().all(|(name, _)| *name != "In Holm"));
    }

    #[test]
    fn a_sentence_opener_is_no_name() {
        assert_eq!(found("However, nobody came. Workers left. The workers were tired."), []);
    }

    #[test]
    fn names_of_organisations_and_money() {
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
