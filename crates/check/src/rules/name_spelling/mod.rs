//! A name that is spelled in two ways.

mod given;
mod long_names;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use whosaid::{EntityKind, MentionForm, Range};

use super::Rule;
use crate::draft::Draft;
use crate::words::{differ_by_a_letter, sound, words};
use crate::{Finding, Settings, Severity};

pub const RULE: Rule =
    Rule { id: "name-spelling", reason: "A name has one spelling.", severity: Severity::Error, check };

/// The most names of a text whose names are compared with each other, which takes the longer the more pairs there are; a draft
/// of 2,000 words has about 200.
const MOST_NAMES: usize = 3_000;

/// The letters from which on names of organizations and places are compared.
const LEAST_LETTERS: usize = 6;

/// A spelling and a more frequent one of the same name.
pub(super) struct Spelling {
    pub range: Range,
    usual: String,
    is_certain: bool,
}

/// A word of a name, as it is spelled, with the given name before it.
struct Part<'d> {
    word: &'d str,
    given: Option<&'d str>,
    is_person: bool,
    range: Range,
}

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    if has_too_many_names(draft) {
        return Vec::new();
    }
    let mut spellings = rarer_spellings(draft, settings);
    for other in long_names::rarer_spellings(draft).into_iter().chain(given::rarer_spellings(draft)) {
        if !spellings.iter().any(|spelling| spelling.range.start == other.range.start) {
            spellings.push(other);
        }
    }
    spellings.retain(|spelling| !is_known(settings, draft.at(spelling.range)));
    let findings = spellings.into_iter().map(|spelling| {
        let name = draft.at(spelling.range);
        let finding = Finding::new(spelling.range, format!("{name} is spelled {} elsewhere.", spelling.usual));
        if spelling.is_certain { finding.with_fix(spelling.range, &spelling.usual) } else { finding }
    });
    findings.collect()
}

fn has_too_many_names(draft: &Draft) -> bool {
    let named = draft.report.entities.iter().filter(|entity| entity.named);
    named.map(|entity| entity.mentions.len()).sum::<usize>() > MOST_NAMES
}

/// Whether the house knows that a name is spelled right.
fn is_known(settings: &Settings, name: &str) -> bool {
    let mut known = settings.words.known_names.iter();
    known.any(|known| known == name || known.split(' ').any(|part| part == name))
}

/// The spellings that are rarer than others of the same name, or come later.
pub(super) fn rarer_spellings(draft: &Draft, settings: &Settings) -> Vec<Spelling> {
    if has_too_many_names(draft) {
        return Vec::new();
    }
    let parts = parts(draft);
    // How often a spelling is used, and where first.
    let mut uses: BTreeMap<&str, (usize, Reverse<usize>)> = BTreeMap::new();
    for part in &parts {
        uses.entry(part.word).or_insert((0, Reverse(part.range.start))).0 += 1;
    }
    // The given names with which a surname is used: two spellings that have their own are those of two people.
    let given = |word: &str| -> Vec<&str> {
        parts.iter().filter(|part| part.is_person && part.word == word).filter_map(|part| part.given).collect()
    };
    let are_two = |one: &str, other: &str| {
        let (one, other) = (given(one), given(other));
        let is_one = |one: &str| other.iter().any(|other| one == *other || sound(one) == sound(other));
        !one.is_empty() && !other.is_empty() && !one.iter().any(|one| is_one(one))
    };
    let different: BTreeMap<_, &Part> =
        parts.iter().map(|part| ((part.word, part.given, part.is_person), part)).collect();
    let mut spellings = Vec::new();
    for part in parts.iter().filter(|part| !is_known(settings, part.word)) {
        let others = different.values().filter(|other| {
            uses[other.word] > uses[part.word] && is_same_name(part, other) && !are_two(part.word, other.word)
        });
        if let Some(usual) = others.max_by_key(|other| uses[other.word]) {
            let is_certain = uses[part.word].0 == 1 && uses[usual.word].0 > 2;
            spellings.push(Spelling { range: part.range, usual: usual.word.to_owned(), is_certain });
        }
    }
    spellings.dedup_by_key(|spelling| spelling.range.start);
    spellings
}

fn parts<'d>(draft: &Draft<'d>) -> Vec<Part<'d>> {
    let mut parts = Vec::new();
    for entity in draft.report.entities.iter().filter(|entity| entity.named) {
        let is_person = entity.kind == EntityKind::Person;
        if !is_person && !matches!(entity.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Facility) {
            continue;
        }
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            let name = draft.at(mention.range());
            let found = words(name);
            let Some(last) = found.last() else { continue };
            if !is_person && found.len() > 1 {
                continue;
            }
            let end =
                if last.plain.ends_with("'s") { last.end - last.plain[last.plain.len() - 2..].len() } else { last.end };
            let given = (found.len() > 1).then(|| &name[found[0].start..found[0].end]);
            let range = Range { start: mention.start + last.start, end: mention.start + end.min(last.end) };
            parts.push(Part { word: draft.at(range), given, is_person, range });
        }
    }
    parts.extend(strays(draft, &parts));
    parts.sort_unstable_by_key(|part| part.range.start);
    parts
}

/// Verbs by which the first word of a sentence is seen to be a name.
const VERBS: &[&str] = &[" said", " says", " told", " added", " wrote", " asked", " has ", " had ", " was ", " is "];

/// Words with a capital that are no name of a person in the report, stand once and not at the start of a sentence: a slip may have
/// hidden what they are.
fn strays<'d>(draft: &Draft<'d>, parts: &[Part<'d>]) -> Vec<Part<'d>> {
    let known: BTreeSet<&str> = parts.iter().filter(|part| part.is_person).map(|part| part.word).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut strays = Vec::new();
    for paragraph in draft.body() {
        let text = draft.at(paragraph.range());
        for word in words(text) {
            let spelled = text[word.start..word.end].trim_end_matches("’s").trim_end_matches("'s");
            *counts.entry(spelled).or_default() += 1;
            let before = &text[..word.start];
            let is_inside = before.ends_with(' ') && before.trim_end().ends_with(char::is_lowercase);
            let speaks = || VERBS.iter().any(|verb| text[word.end..].starts_with(verb));
            if (is_inside || speaks())
                && spelled.starts_with(char::is_uppercase)
                && spelled.chars().count() >= LEAST_LETTERS
                && !known.contains(spelled)
            {
                let start = paragraph.start + word.start;
                let range = Range { start, end: start + spelled.len() };
                strays.push(Part { word: spelled, given: None, is_person: true, range });
            }
        }
    }
    let longer = draft.report.entities.iter().flat_map(|entity| &entity.mentions);
    let longer: Vec<Range> =
        longer.map(|mention| mention.range()).filter(|&range| draft.at(range).contains(' ')).collect();
    let is_part =
        |part: &Part| longer.iter().any(|range| range.start <= part.range.start && part.range.end <= range.end);
    strays.retain(|part| counts[part.word] == 1 && !is_part(part));
    strays
}

fn is_same_name(one: &Part, other: &Part) -> bool {
    let letters = if one.is_person { 4 } else { LEAST_LETTERS };
    let is_long_enough = one.word.chars().count().min(other.word.chars().count()) >= letters;
    let given_fit = match (one.given, other.given) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    one.is_person == other.is_person
        && one.word.chars().next() == other.word.chars().next()
        && is_long_enough
        && given_fit
        && are_variants(one.word, other.word, one.given.is_some() && one.given == other.given)
        && !is_derived(one.word, other.word)
}

/// Whether two words may be one name: all but a letter is the same, or two in a long surname behind the same given name.
fn are_variants(one: &str, other: &str, is_same_person: bool) -> bool {
    let (one, other) = (straight(one), straight(other));
    let sounds = || {
        let (one, other) = (sound(&one), sound(&other));
        one.chars().count() >= 5 && (one == other || differ_by_a_letter(&one, &other))
    };
    one != other && (differ_by_a_letter(&one, &other) || is_same_person && sounds())
}

/// A name in small letters with straight apostrophes: which marks a text has is no matter of spelling, and in `McAllister` a letter may be lost
/// before a capital.
fn straight(name: &str) -> String {
    name.to_lowercase().replace('’', "'")
}

/// Whether one word is the other with an ending: `Australia` and `Australian`, `Cuba` and `Cubas`.
fn is_derived(one: &str, other: &str) -> bool {
    let ends = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| matches!(rest, "n" | "s" | "i"));
    // `Texas` and `Texan`.
    let (one_start, other_start) = (one.trim_end_matches(['s', 'n']), other.trim_end_matches(['s', 'n']));
    ends(one, other) || ends(other, one) || one_start == other_start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_spelling_is_found_and_mended() {
        let text = "Brian Holt, a pilot, said that he was tired. “It is late,” Holt said.\n\n“I told them,” Holt added. Mr Hoult \
            said that nobody had answered.";
        let findings = crate::check(&mut whosaid::Analyzer::new(), text, &Settings::default());
        let finding = findings.iter().find(|finding| finding.rule == RULE.id).unwrap();
        assert_eq!(&text[finding.range.start..finding.range.end], "Hoult");
        assert_eq!(finding.fix.as_ref().unwrap().replacement, "Holt");
    }

    #[test]
    fn a_slip_may_hide_that_a_word_is_a_name() {
        let text = "Nadia Velikir, a fisher, said that she was tired. “It is late,” Velikir said.\n\nOn Monday the boat in Velikr’s yard \
            had turned over.";
        assert_eq!(crate::test_support::found(RULE.id, text), ["Velikr"]);
    }

    #[test]
    fn more_names_than_can_be_compared_are_left_alone() {
        let text =
            "Brian Holt, a pilot, said no. “It is late,” Holt said. “I told them,” Holt added. Mr Hoult said yes.\n\n";
        assert_eq!(crate::test_support::found(RULE.id, text), ["Hoult"]);
        assert_eq!(crate::test_support::found(RULE.id, &text.repeat(MOST_NAMES / 3)), [""; 0]);
    }

    #[test]
    fn apostrophes_are_no_letters() {
        let text = "Tom O’Neill, a pilot, said that he was tired. “It is late,” O'Neill said.";
        assert_eq!(crate::test_support::found(RULE.id, text), [""; 0]);
    }

    #[test]
    fn two_people_may_have_similar_names() {
        let text = "Anna Meyer, a nurse, said that she was tired. Peter Meier, a doctor, said that he was not.";
        assert_eq!(crate::test_support::found(RULE.id, text), [""; 0]);
        let text = "Louis Marten, a baker, and Lewis Martin, a teacher, shook hands. “It is late,” Marten said.\n\n“I know,” Martin said. \
            “I was told,” Marten said.\n\nThe peace was made by Judge Ann Anderson. Peter Andersen, a lawyer, was there. “Yes,” Andersen said. \
            “No,” Anderson said.";
        assert_eq!(crate::test_support::found(RULE.id, text), [""; 0]);
    }

    #[test]
    fn a_surname_has_one_spelling_behind_a_given_name() {
        let text = "Dana Stephenson, a nurse, said that she was tired. “It is late,” Stephenson said. Dana Stevenson left at noon.";
        assert_eq!(crate::test_support::found(RULE.id, text), ["Stevenson"]);
    }
}
