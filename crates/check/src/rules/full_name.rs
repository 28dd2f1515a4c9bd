//! A speaker who is never given in full, or first by surname.

use whosaid::{Entity, MentionForm, Range};

use super::{Rule, name_spelling};
use crate::draft::Draft;
use crate::sentences::sentences;
use crate::words::is_listed;
use crate::{Finding, Settings, Severity};

pub const RULE: Rule = Rule {
    id: "full-name",
    reason: "A speaker is given with the full name first, and by surname after that.",
    severity: Severity::Warning,
    check,
};

/// How sure the report must be that this is a person.
const LEAST_CONFIDENCE: f32 = 0.65;

/// Words before the first name of somebody whom a relationship tells.
const RELATIVES: &str = "wife husband son daughter brother sister mother father twin cousin aunt uncle friend fiancé fiancée partner grandson \
    granddaughter grandmother grandfather nephew niece";

/// Titles with which one name is enough.
const SINGLE_NAMES: &str = "pope king queen prince princess sister brother father mother saint st emperor sultan rapper singer sheikh lord lady baroness baron \
    justice earl duke duchess viscount cardinal rabbi imam";

fn check(draft: &Draft, settings: &Settings) -> Vec<Finding> {
    let misspelled = name_spelling::rarer_spellings(draft, settings);
    let people = draft
        .speaking_people()
        .filter(|person| person.confidence >= LEAST_CONFIDENCE || speaks_of_themselves(draft, person));
    let people = people.filter(|person| !draft.is_thing(person) && !settings.words.known_names.contains(&person.name));
    let first_names = people.filter_map(|person| {
        // `A Calloway` is one of several, and `the Calloway brothers` are nobody in particular.
        let is_of_several = |before: &str| [" a ", " the ", "The "].iter().any(|article| before.ends_with(article));
        let first = draft.names(person).find(|mention| !is_of_several(draft.before(mention.start)))?;
        let name = draft.at(first.range());
        let before = draft.before(first.start).trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_enough = name.contains([' ', '-'])
            || is_listed(SINGLE_NAMES, before.trim_end_matches('.'))
            || is_behind_nickname(draft.before(first.start))
            || is_listed(RELATIVES, before.trim_end_matches(','))
            || has_relative_before(draft, person, name, first.start);
        if is_enough || has_one_name(draft, person) || misspelled.iter().any(|spelling| spelling.range == first.range())
        {
            return None;
        }
        let message = if person.name.ends_with(&format!(" {name}")) {
            format!("{name} is first given by surname; the full name, {}, comes later.", person.name)
        } else if person.name == name && is_named_source(draft, person) {
            format!("{name} is never given with a full name.")
        } else {
            return None;
        };
        Some(Finding::new(first.range(), message))
    });
    first_names.collect()
}

/// Whether `he` or `she` and `I` stand for somebody, so that it is a person though the name alone does not tell.
fn speaks_of_themselves(draft: &Draft, person: &Entity) -> bool {
    let has = |pronouns: &[&str]| {
        let own = person.mentions.iter().filter(|mention| mention.form == MentionForm::Pronoun);
        own.into_iter().any(|mention| pronouns.contains(&draft.at(mention.range()).to_lowercase().as_str()))
    };
    has(&["he", "she"]) && has(&["i"])
}

/// Whether a given name and a nickname stand before a surname: `Tyrell “Moose” Hadley`.
fn is_behind_nickname(before: &str) -> bool {
    let Some(inner) = before.trim_end().strip_suffix(['”', '"', '’', '\'', ')']) else { return false };
    let Some((given, nickname)) = inner.rsplit_once(['“', '"', '‘', '\'', '(']) else { return false };
    let given = given.trim_end().rsplit(' ').next().unwrap_or_default();
    nickname.split(' ').count() <= 3 && given.starts_with(char::is_uppercase) && given.ends_with(char::is_lowercase)
}

/// Whether the full name of somebody else with the same surname stands before a place, of whom the surname may be.
fn has_relative_before(draft: &Draft, person: &Entity, surname: &str, place: usize) -> bool {
    draft.report.entities.iter().filter(|other| other.id != person.id && other.kind == person.kind).any(|other| {
        let is_relative = other.name.rsplit_once(' ').is_some_and(|(_, own)| own == surname);
        is_relative && other.mentions.iter().any(|mention| mention.start < place)
    })
}

/// Words by which the text tells that somebody uses one name only.
const ONE_NAME: &[&str] = &[
    "known as",
    "stage name",
    "goes by",
    "went by",
    "one name",
    "single name",
    "mononym",
    "pseudonym",
    "pen name",
    "not her real name",
    "not his real name",
    "surname withheld",
    "last name withheld",
    "only by",
    "only her first name",
    "only his first name",
];

/// How far from a name it is told that it is the only one, in bytes.
const NEAR: usize = 300;

/// Whether the text tells, beside the name, that it is the only one.
fn has_one_name(draft: &Draft, person: &Entity) -> bool {
    draft.names(person).any(|mention| {
        let Some(number) = draft.paragraph(mention.start) else { return false };
        let paragraph = draft.report.paragraphs[number].range();
        let near = draft.near(mention.range(), NEAR);
        let near = Range { start: near.start.max(paragraph.start), end: near.end.min(paragraph.end) };
        sentences(draft.at(near)).iter().any(|own| {
            let range = Range { start: near.start + own.start, end: near.start + own.end };
            let sentence = draft.at(range).to_lowercase();
            range.start <= mention.start
                && mention.start < range.end
                && ONE_NAME.iter().any(|words| sentence.contains(words))
        })
    })
}

/// Whether a quote has the person's name beside it, so that a name is surely what it is.
fn is_named_source(draft: &Draft, person: &Entity) -> bool {
    let own = draft.quotes().filter(|quote| quote.speaker.as_ref() == Some(&person.id));
    own.filter(|quote| draft.is_statement(quote)).any(|quote| quote.source.is_some_and(|source| source.name.is_some()))
}

#[cfg(test)]
mod tests {
    use crate::Settings;
    use crate::test_support::{found, found_with};

    const TEXT: &str = "The port is closed. Okafor said that he would call the dockers out again.\n\n\
        “We will not work at night,” Okafor said.";

    #[test]
    fn a_surname_alone_is_too_little() {
        assert_eq!(found("full-name", TEXT), ["Okafor"]);
        let later = TEXT.replace("” Okafor said", "” Samuel Okafor said");
        assert_eq!(found("full-name", &later), ["Okafor"]);
        let first = TEXT.replace("closed. Okafor", "closed. Samuel Okafor");
        assert_eq!(found("full-name", &first), [""; 0]);
    }

    #[test]
    fn some_people_have_one_name() {
        let settings = Settings::parse("[words]\nknown-names = [\"Okafor\"]").unwrap();
        assert_eq!(found_with("full-name", TEXT, &settings), [""; 0]);
        let text = "The singer known as Ondine had not been on stage for years. “I can hear the sea,” Ondine said.";
        assert_eq!(found("full-name", text), [""; 0]);
        let text = "Tyrell “Moose” Okafor had to be told. “I thought I had missed it,” Okafor said. His brother, Darnell Okafor, was there.";
        assert_eq!(found("full-name", text), [""; 0]);
        let text = "The debate will be opened by a Calloway. “It is late,” said Ruth Calloway, a senator. “I know,” Calloway said.";
        assert_eq!(found("full-name", text), [""; 0]);
        assert_eq!(found("full-name", "“Peace be with you all,” Pope Leo said on Sunday."), [""; 0]);
    }
}
