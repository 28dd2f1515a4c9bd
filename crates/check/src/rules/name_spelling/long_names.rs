//! Names of several words, of places, organizations and other things: `Alder Springs` and `Adler Springs`.

use std::collections::BTreeMap;

use whosaid::{EntityKind, MentionForm, Range};

use super::{Spelling, is_derived, straight};
use crate::draft::Draft;
use crate::words::{differ_by_a_letter, words};

/// The letters from which on two words are taken for one.
const LEAST_LETTERS: usize = 4;

/// Kinds of which names are compared.
const KINDS: &[EntityKind] =
    &[EntityKind::Organization, EntityKind::Place, EntityKind::Facility, EntityKind::Event, EntityKind::Person];

/// The spellings of names that are rarer than others of the same name, or come later.
pub fn rarer_spellings(draft: &Draft) -> Vec<Spelling> {
    let mut names: BTreeMap<Vec<String>, Vec<Range>> = BTreeMap::new();
    let things = draft.report.entities.iter().filter(|entity| entity.named && KINDS.contains(&entity.kind));
    for entity in things {
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            let name = draft.at(mention.range()).trim_end_matches("’s").trim_end_matches("'s");
            let parts: Vec<String> =
                words(name).into_iter().map(|word| straight(&name[word.start..word.end]).to_lowercase()).collect();
            let range = Range { start: mention.start, end: mention.start + name.len() };
            // Given names are compared elsewhere, so that two people stay two.
            if parts.len() > 1 && (entity.kind != EntityKind::Person || is_place_too(draft, name)) {
                names.entry(parts).or_default().push(range);
            }
        }
    }
    let mut spellings = joined(draft, &names);
    for (parts, ranges) in &names {
        let first = |ranges: &[Range]| ranges.iter().map(|range| range.start).min();
        let others = names.iter().filter(|(other, others)| {
            let is_usual = others.len() > ranges.len() || others.len() == ranges.len() && first(others) < first(ranges);
            is_usual && is_one_name(parts, other)
        });
        let Some((_, usual)) = others.max_by_key(|(_, others)| others.len()) else { continue };
        let usual_name = usual.first().map_or("", |range| draft.at(*range));
        let is_certain = ranges.len() == 1 && usual.len() > 2;
        spellings.extend(ranges.iter().map(|&range| Spelling { range, usual: usual_name.to_owned(), is_certain }));
    }
    spellings
}

/// Names that are written as one word here and as two elsewhere: `Ice Hawks`, `Icehawks`.
fn joined(draft: &Draft, names: &BTreeMap<Vec<String>, Vec<Range>>) -> Vec<Spelling> {
    let mut pairs: BTreeMap<String, Range> = BTreeMap::new();
    for (parts, ranges) in names {
        for (at, pair) in parts.windows(2).enumerate() {
            let Some(&range) = ranges.first() else { continue };
            let own = words(draft.at(range));
            let (Some(first), Some(last)) = (own.get(at), own.get(at + 1)) else { continue };
            let range = Range { start: range.start + first.start, end: range.start + last.end };
            pairs.entry(pair.concat()).or_insert(range);
        }
    }
    let things = draft.report.entities.iter().filter(|entity| entity.named && KINDS.contains(&entity.kind));
    let mentions = things.flat_map(|entity| &entity.mentions).filter(|mention| mention.form == MentionForm::Name);
    let ranges = mentions.filter(|mention| draft.is_body(mention.start)).map(|mention| mention.range());
    let written = ranges.filter_map(|range| {
        let name = straight(draft.at(range)).to_lowercase();
        let usual = pairs.get(name.trim_end_matches("'s"))?;
        Some(Spelling { range, usual: draft.at(*usual).to_owned(), is_certain: false })
    });
    written.collect()
}

/// Whether something else than a person has the last word of a name that the report takes for a person's.
fn is_place_too(draft: &Draft, name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let other = |entity: &whosaid::Entity| entity.kind != EntityKind::Person && entity.name.ends_with(last);
    draft.report.entities.iter().any(|entity| entity.named && other(entity))
}

/// Whether all words of two names are the same but one, which differs by a letter.
fn is_one_name(one: &[String], other: &[String]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut different = one.iter().zip(other).filter(|(one, other)| one != other);
    let Some((first, second)) = different.next() else { return false };
    let letters = first.chars().count().min(second.chars().count());
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    different.next().is_none()
        && letters >= LEAST_LETTERS
        && is_word(first)
        && is_word(second)
        && differ_by_a_letter(first, second)
        && !is_derived(first, second)
}

#[cfg(test)]
mod tests {
    use crate::test_support::found;

    #[test]
    fn places_and_organizations_have_one_spelling() {
        let text = "A fire reached the town of Alder Springs on Sunday, the police said. The road to Alder Springs was closed.\n\n\
            People in Adler Springs were told to leave, said Jane Doe, the mayor.";
        assert_eq!(found("name-spelling", text), ["Adler Springs"]);
        assert_eq!(found("name-spelling", &text.replace("Adler", "Alder")), [""; 0]);
    }

    #[test]
    fn a_name_is_one_word_or_two() {
        let text = "A fire reached the town of Alder Springs on Sunday, the police said. The road to Alder Springs was closed.\n\n\
            People in Aldersprings were told to leave, said Jane Doe, the mayor.";
        assert_eq!(found("name-spelling", text), ["Aldersprings"]);
        assert_eq!(found("name-spelling", &text.replace("Aldersprings", "Alder Springs")), [""; 0]);
    }

    #[test]
    fn places_may_have_similar_names() {
        let text = "A fire reached East Ham and West Ham on Sunday, the police said. The road from Lower Wexley to Upper Wexley was closed, \
            and so was Route 8 near Route 9.";
        assert_eq!(found("name-spelling", text), [""; 0]);
    }
}
